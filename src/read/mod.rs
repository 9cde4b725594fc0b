//! From bytes to blocks: kinds of file, encodings, line layouts, and the mending of what a PDF extractor broke.

#[cfg(feature = "word")]
mod akn;
mod arrival;
mod cells;
mod diagnosis;
mod encoding;
mod ends;
mod evidence;
mod foot;
mod format;
mod furniture;
#[cfg(feature = "html")]
mod html;
mod hyphen;
mod layout;
mod legible;
mod limits;
mod line;
#[cfg(feature = "html")]
mod markdown;
mod note;
mod page_numbers;
mod paragraphs;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod source;
mod stack;
#[cfg(feature = "word")]
mod word;
mod wrapped;

pub use diagnosis::{Diagnosis, diagnose};
#[cfg(feature = "project")]
pub(crate) use html::is_own_page;
pub use limits::Limits;
pub use note::Note;
#[cfg(feature = "pdf")]
pub(crate) use pdf::THREAD as PDF_THREAD;
pub(crate) use plain::LAYOUT_DOUBTFUL;
pub use source::{Beside, BesideKind, Block, Cell, Layout, Mark, Repair, Role, Source, Why};
#[cfg(feature = "word")]
pub(crate) use stack::deep;
#[cfg(feature = "word")]
pub use word::Package;
#[cfg(feature = "word")]
pub(crate) use word::{LabelSource, Place as WordPlace, is_kept_as_gone, resolved as resolved_part, settled as settled_part};
#[cfg(feature = "word")]
pub(crate) use word::{OURS as WRITTEN_BY_US, about_part, application, is_own_file as is_own_word_file};

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::language::Language;
use format::Format;

/// What the caller knows of a text better than rature could guess.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The language; found from the words when None.
    pub language: Option<Language>,
    /// The layout of plain text; found from the lines when None.
    pub layout: Option<Layout>,
    /// What becomes of tracked changes in a Word file, and of what a PDF strikes out and marks as inserted.
    pub revisions: Revisions,
    /// Whose tracked changes in a Word file count: those of others are as if rejected. Everybody's where it is empty.
    pub authors: Vec<String>,
    /// The password of an encrypted PDF.
    pub password: Option<String>,
    /// What a file may unfold into.
    pub limits: Limits,
}

/// What becomes of tracked changes that stand in a Word file, or of those that a PDF shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Revisions {
    /// The text as if all were accepted.
    #[default]
    Accept,
    /// The text as if all were rejected.
    Reject,
    /// The text as if all were accepted; those of a Word file stay in it, and a Word redline is written over them.
    Keep,
}

/// Reads the text in `bytes`, called `name` in messages; what kind of file it is, its first bytes say.
///
/// The result depends on these bytes and options alone, never on what the text is compared with.
///
/// # Errors
/// `Empty` when there is nothing but white space; `NotText` for binary files, unreadable encodings and kinds of file that must be
/// saved as another first; `TooLarge` beyond a limit.
pub fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let mut source = of_format(name, bytes, options)?;
    let doubts = legible::doubts(&source, options);
    source.notes.extend(doubts);
    Ok(source)
}

/// Reads the file by its kind.
fn of_format(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    match format::format(name, bytes)? {
        Format::Plain => plain::read(name, bytes, options),
        #[cfg(feature = "word")]
        Format::Word => word::read(name, bytes, options),
        #[cfg(feature = "word")]
        Format::OpenDocument => word::odt::read(name, bytes, options),
        #[cfg(feature = "word")]
        Format::Akn => akn::read(name, bytes, options),
        #[cfg(feature = "html")]
        Format::Html => html::read(name, bytes, options),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(name, bytes, options),
        #[cfg(not(all(feature = "word", feature = "html", feature = "pdf")))]
        format => {
            let message =
                format!("is a file of kind {format:?}, which this build of rature leaves out: build it with that feature");
            Err(Error::new(crate::ErrorKind::NotText, name, message))
        }
    }
}

/// A Word file as it was read: without the feature `word` there is none.
#[cfg(not(feature = "word"))]
#[derive(Debug)]
#[non_exhaustive]
pub enum Package {}
