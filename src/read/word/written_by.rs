//! Which program wrote a Word file, without reading its text (ECMA-376 part 1, 15.2.12.3).
//!
//! ```text
//! _rels/.rels         …/extended-properties → docProps/app.xml
//! docProps/app.xml    <Application>rature</Application>
//! ```
//!
//! Whoever opens such a file in Word and saves it has made it a text of their own: Word writes its own name there.

use std::io::{Read, Seek};
use std::ops::Range;

use roxmltree::Document;
use zip::ZipArchive;

use super::parts::resolved;

/// What rature calls itself there.
pub(crate) const OURS: &str = "rature";

/// No such part is larger.
const LARGEST: u64 = 1 << 16;

/// Whether rature wrote the Word file in `file`; whatever is none it did not write.
pub(crate) fn is_own_file(file: impl Read + Seek) -> bool {
    let by = || {
        let mut archive = ZipArchive::new(file).ok()?;
        let relations = part(&mut archive, "_rels/.rels")?;
        let about = part(&mut archive, &about_part(&relations)?)?;
        Some(about[application(&about)?].contains(&format!(">{OURS}<")))
    };
    by().unwrap_or(false)
}

/// The name of the part that says which program wrote the file, by the relations of the whole file.
pub(crate) fn about_part(relations: &str) -> Option<String> {
    let xml = Document::parse(relations).ok()?;
    let is_about = |kind: &str| matches!(kind.rsplit('/').next(), Some("extended-properties" | "extendedProperties"));
    let relation = xml.descendants().find(|node| node.attribute("Type").is_some_and(is_about))?;
    Some(resolved("", relation.attribute("Target")?))
}

/// Where the element that names the program stands in that part.
pub(crate) fn application(about: &str) -> Option<Range<usize>> {
    let xml = Document::parse(about).ok()?;
    xml.root_element().children().find(|node| node.tag_name().name() == "Application").map(|node| node.range())
}

fn part<R: Read + Seek>(archive: &mut ZipArchive<R>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
    Some(text)
}
