//! The redline as a Word document with tracked changes: *accept all* gives the new text, *reject all* the old.
//!
//! ```text
//! old.docx ─────────────────┐
//! other text → clean → base ┴→ track → parts → zip
//! ```
//!
//! There is one way to write: changes are tracked on a Word file of the old text, whose bytes stay what they are wherever nothing
//! changed. A text that did not come as a Word file is made one first. Who changed is an author; when is said only if asked for, so that the
//! same texts give the same bytes. The properties of the file name the program (`signed`). What deceives the eye (marks of direction, characters
//! without width) is shown as in the other forms; text of a Word file that was given keeps what is in it.

mod apart;
mod atoms;
mod base;
mod check;
mod clean;
mod comments;
mod compiled;
mod ends;
mod field;
mod fresh;
mod hand;
mod kind;
mod looks;
mod notes;
mod pair;
mod paragraph;
mod parts;
mod plan;
mod properties;
mod rows;
mod script;
mod sheet;
mod shell;
mod signed;
mod splices;
mod table;
mod tokens;
mod track;
mod tracker;
mod verify;
mod walk;
mod whole;
mod written;
mod xml;

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use self::base::{Base, Part};
pub use self::compiled::compilation_docx;
pub use self::table::{table_docx, tables_docx};
use self::tracker::Tracker;
use self::xml::made_visible;
use crate::read::Package;
use crate::report::Report;
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// How a Word document is written.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct WordOptions {
    /// Whose the tracked changes are: the program's, unless someone answers for them.
    pub author: String,
    /// When they were made, as `2021-12-09T00:00:00Z`; not said by default, so that the same texts give the same bytes.
    pub date: Option<String>,
    /// Whether another number is told in a comment, and what matters in one on the first paragraph. Where edited words came from always is.
    pub comments: bool,
    /// Whether looks that changed where the words stayed are tracked; between two Word files.
    pub formatting: bool,
}

impl Default for WordOptions {
    fn default() -> Self {
        Self { author: "rature".to_owned(), date: None, comments: false, formatting: false }
    }
}

/// The bytes of the text of a paragraph past which no changes are tracked in it: some 100 bytes of memory are needed for each.
const LONGEST: usize = 4 << 20;

/// Refuses texts whose changes are too many to track, before they are compared.
///
/// # Errors
/// `TooLarge` when a paragraph has more than 4 MiB.
pub fn fits_docx<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Result<(), Error> {
    for document in documents {
        if document.units.iter().any(|unit| unit.text.len() > LONGEST) {
            let message = "a paragraph has more than 4 MiB of text, too much to track its changes: write a page, or divide it";
            return Err(Error::new(ErrorKind::TooLarge, &document.label, message));
        }
    }
    Ok(())
}

/// The bytes of a .docx.
///
/// # Errors
/// `NotText` when the old Word file has a part that cannot be written on; `TooLarge` when a paragraph has more than 4 MiB.
pub fn redline_docx(report: &Report, options: &WordOptions) -> Result<Vec<u8>, Error> {
    fits_docx([&report.redline.old, &report.redline.new])?;
    let [given, new] = [&report.redline.old, &report.redline.new].map(|document| document.package.as_ref());
    if let (Some(old), Some(new)) = (given, new) {
        return zipped(&finished(pair::tracked(report, old, new, options)?));
    }
    let given = given.map(AsRef::as_ref);
    let bytes = on_base(report, given, options, &BTreeSet::new())?;
    let faults = verify::faults(report, &bytes);
    if faults.is_empty() {
        return Ok(bytes);
    }
    // Once more with the paragraphs concerned as a whole. A file that is read again may say otherwise what it says rightly (typed marks,
    // boxes), so what does not come out the same so either stays as it was first.
    let simple = on_base(report, given, options, &faults)?;
    Ok(if verify::faults(report, &simple).is_empty() { simple } else { bytes })
}

/// The redline on the old Word file, or on one that is made of the old text; `simple` links go and come as a whole.
fn on_base(report: &Report, given: Option<&Package>, options: &WordOptions, simple: &BTreeSet<usize>) -> Result<Vec<u8>, Error> {
    let clean = || clean::base(report, &mut Tracker::new(&options.author, options.date.as_deref(), 1));
    let base = given.map_or_else(clean, Base::given);
    let mut parts = track::tracked(report, base, options, simple)?;
    if given.is_none() {
        for part in &mut parts {
            part.bytes = made_visible(&part.bytes);
        }
    }
    zipped(&finished(parts))
}

/// The parts as they are packed.
fn finished(parts: Vec<Part>) -> Vec<Part> {
    kind::document(signed::signed(apart::insertions_apart(parts)))
}

/// The parts in one file: the list of their types first, as readers want it, no time, and one system wherever it is written.
fn zipped(parts: &[Part]) -> Result<Vec<u8>, Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut file = ZipWriter::new(Cursor::new(vec![]));
    let failed = |error: std::io::Error| Error::io(ErrorKind::Unwritable, "the Word file", "cannot be put together", error);
    let (types, others): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(|part| part.name == parts::CONTENT_TYPES);
    for part in types.into_iter().chain(others) {
        file.start_file(part.name.as_str(), options).map_err(|error| failed(error.into()))?;
        file.write_all(&part.bytes).map_err(failed)?;
    }
    Ok(file.finish().map_err(|error| failed(error.into()))?.into_inner())
}
