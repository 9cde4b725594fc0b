//! OpenDocument texts (.odt): the same walk as for Word files, in the words of OASIS OpenDocument 1.3.
//!
//! ```text
//! unpack → styles (styles.xml, content.xml) → story: paragraph by paragraph    lists     "12."
//!                                                                               changes   insertions taken or left, deletions likewise
//! ```
//!
//! Lists are counted, not read: a file does not hold its numbers. Tracked changes are settled on the way. Not read: drawings but for the
//! text in their boxes, formulas, forms, tables of contents (listed). Text of fields is what the file says they showed last.

mod lists;
mod story;
mod styles;

use roxmltree::Document;

use self::story::Story;
use self::styles::Styles;
use super::language;
use super::parts::settled_note;
use super::unpack::{SAVE_AGAIN, unpack};
use super::xml::{Element, Reading, any_name};
use crate::read::line::single_spaces;
use crate::read::stack::deep;
use crate::read::{Beside, BesideKind, Layout, Note, ReadOptions, Source};
use crate::{Error, ErrorKind};

/// Reads the OpenDocument text in `bytes`.
///
/// # Errors
/// As [`super::read`], and `NotText` for spreadsheets and other kinds of OpenDocument.
pub(in crate::read) fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    deep(name, || whole(name, bytes, options))
}

fn whole(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let reading = Reading { name, limits: &options.limits, advice: SAVE_AGAIN };
    let parts = unpack(bytes, &reading)?;
    let encrypted = parts.iter().any(|part| part.name == "META-INF/manifest.xml" && contains(&part.bytes, b"encryption-data"));
    if encrypted {
        return Err(reading.error(ErrorKind::NotText, "is encrypted: save it without a password"));
    }
    let [content, shared] = ["content.xml", "styles.xml"].map(|called| parts.iter().find(|part| part.name == called));
    let Some(content) = content else {
        let what = "has no content.xml, so it is no OpenDocument text: open it in LibreOffice and save it again as .odt";
        return Err(reading.error(ErrorKind::Unreadable, what));
    };
    let texts = [Some(content), shared].map(|part| part.map(|part| reading.text(part)).transpose());
    let [content_text, shared_text] = texts;
    let (content_text, shared_text) = (content_text?.unwrap_or_default(), shared_text?);
    let xml = reading.parse(&content.name, &content_text)?;
    let shared = shared_text.as_deref().map(|text| reading.parse("styles.xml", text)).transpose()?;
    let Some(body) = xml.root_element().descendants().find(|node| is_text_body(*node)) else {
        let what = "is an OpenDocument file but no text: save what it holds as a text (.odt)";
        return Err(reading.error(ErrorKind::NotText, what));
    };
    let styles = Styles::of(shared.iter().map(Document::root_element).chain([xml.root_element()]));
    let mut story = Story::new(&styles, options.revisions, options.limits.text);
    story.read(body);
    reading.held(story.held)?;
    let mut notes: Vec<Note> = story.comments.drain(..).collect();
    if story.changes > 0 {
        notes.insert(0, settled_note(story.changes, &story.authors, options.revisions));
    }
    let beside = shared.iter().flat_map(|xml| margins(xml.root_element())).collect();
    let language_of = |blocks: &[_]| options.language.unwrap_or_else(|| language(blocks));
    let (blocks, repairs, language) = story.finish(language_of);
    if blocks.is_empty() {
        return Err(reading.error(ErrorKind::Empty, "there is no text in it: check that it is the right file"));
    }
    let name = name.to_owned();
    Ok(Source { name, language, layout: Layout::OpenDocument, blocks, repairs, beside, pages: vec![], notes, package: None })
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn is_text_body(node: Element<'_>) -> bool {
    any_name(node) == "text" && node.tag_name().namespace().is_some_and(|space| space.ends_with("office:1.0"))
}

/// The headers and footers of the pages, each text once.
fn margins(root: Element<'_>) -> Vec<Beside> {
    let mut found: Vec<Beside> = vec![];
    for node in root.descendants() {
        let kind = match any_name(node) {
            "header" | "header-first" | "header-left" => BesideKind::Header,
            "footer" | "footer-first" | "footer-left" => BesideKind::Footer,
            _ => continue,
        };
        let texts = node.descendants().filter(Element::is_text).filter_map(|inner| inner.text());
        let text = single_spaces(&texts.collect::<Vec<_>>().join(" "));
        if !text.is_empty() && found.iter().all(|one| one.kind != kind || one.text != text) {
            found.push(Beside { kind, text, line: None });
        }
    }
    found
}

/// The attribute of that local name.
fn attribute<'a>(node: Element<'a>, wanted: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == wanted).map(|attribute| attribute.value())
}
