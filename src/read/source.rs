//! The noun that reading hands on: the text in blocks, with how it was taken and what was mended.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Package;
use super::note::Note;

use crate::language::Language;

/// A text as read: blocks that are paragraphs already, whatever they come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// What to call the text when it says no symbol: the file's stem.
    pub name: String,
    /// The language named by the user, or found from the words.
    pub language: Language,
    /// How lines were taken.
    pub layout: Layout,
    /// The paragraphs, in order, none of them blank.
    pub blocks: Vec<Block>,
    /// What was changed or left out on the way.
    pub repairs: Vec<Repair>,
    /// What the file has beside its text.
    pub beside: Vec<Beside>,
    /// The line on which each page after the first begins, ascending; empty where the source does not say.
    pub pages: Vec<usize>,
    /// Doubts: what could not be read, what stands beside the text.
    pub notes: Vec<Note>,
    /// The Word file that the text came from, for those who write on it.
    pub package: Option<Arc<Package>>,
}

/// One paragraph of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// One line, with single spaces; its label still in it, and its marks unless `marks` has them.
    pub text: String,
    /// The line of the source where it begins, from 1; of a Word file or a page, its paragraph.
    pub line: usize,
    /// What the source itself says it is.
    pub role: Role,
    /// How many bytes of `text` are a label that the source counts by itself, such as Word's automatic numbers, or the first cell of a
    /// row; 0 when unknown.
    pub counted: usize,
    /// The footnote marks, where the source says which they are; None where they are figures among others in the text.
    pub marks: Option<Vec<Mark>>,
    /// What names the cell of a table that it stands in, where the source tells.
    pub cell: Option<Cell>,
}

/// What names a cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Cell {
    /// What heads its row: the first cell with letters.
    pub row: String,
    /// What heads its column, where the table has a head.
    pub column: Option<String>,
}

impl Cell {
    /// "Registry, 2021".
    pub fn name(&self) -> String {
        self.column.as_ref().map_or_else(|| self.row.clone(), |column| format!("{}, {column}", self.row))
    }
}

impl Block {
    /// A paragraph of which the source says nothing but its words.
    pub(super) fn new(text: impl Into<String>, line: usize) -> Self {
        Self { text: text.into(), line, role: Role::Unknown, counted: 0, marks: None, cell: None }
    }

    /// The text of a footnote, its number before it.
    pub(super) fn note(text: impl Into<String>, line: usize) -> Self {
        Self { role: Role::Note, ..Self::new(text, line) }
    }
}

/// What a source says of a paragraph, beyond its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Role {
    /// Nothing: its words must tell.
    Unknown,
    /// It is set as a heading.
    Heading,
    /// It is the text of a footnote.
    Note,
    /// It is a cell of a row of cells, one paragraph each.
    Cell,
    /// It is a row of cells, on one line.
    Row,
}

/// A footnote mark that a source keeps apart from the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Unicode scalar values of the block's text before it.
    pub at: usize,
    /// As printed: "4", "iii", "*".
    pub printed: String,
}

/// How the lines of a text file make paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Layout {
    /// Lines broken at the margin, as a PDF extractor prints them.
    Wrapped,
    /// One paragraph a line.
    Lines,
    /// Paragraphs set apart by blank lines, some broken at a page's end.
    Paragraphs,
    /// Blocks set apart by blank lines, each a unit as it stands.
    Blocks,
    /// The paragraphs of a Word file.
    #[serde(skip_deserializing)]
    Word,
    /// The paragraphs of an OpenDocument text.
    #[serde(rename = "odt", skip_deserializing)]
    OpenDocument,
    /// The paragraphs of an Akoma Ntoso document.
    #[serde(skip_deserializing)]
    Akn,
    /// The paragraphs of a web page.
    #[serde(skip_deserializing)]
    Html,
    /// The paragraphs of a Markdown text.
    #[serde(skip_deserializing)]
    Markdown,
    /// Lines by their place on the pages of a PDF.
    #[serde(skip_deserializing)]
    Pdf,
}

/// Something that a file has beside its text: not read as text, and kept to be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Beside {
    /// What it is.
    pub kind: BesideKind,
    /// Its words; of what has none, a description that differs where the thing does.
    pub text: String,
    /// The line of the source, from 1, or the paragraph of a Word file, after which it stands; None where it belongs to whole pages.
    pub line: Option<usize>,
}

/// What stands beside a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum BesideKind {
    /// The header of the pages of a Word file.
    Header,
    /// Their footer.
    Footer,
    /// A picture, known by a digest of its bytes.
    Picture,
    /// How a formula is built, where its letters alone do not say it.
    Formula,
    /// How the pages of a section are set: size, columns, where it begins.
    Section,
    /// Text of another file that Word puts in when it opens this one, known by the name and a digest of that.
    Attached,
    /// The address of a link, behind the words that it stands on.
    Link,
    /// How characters are pronounced, printed above them.
    Ruby,
}

/// One change that reading or structure made to the source.
///
/// The characters of `before` that are not in `after` were left out on purpose; white space does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Repair {
    /// The line of the source, from 1.
    pub line: usize,
    /// What stood there.
    pub before: String,
    /// What stands there now; empty when it was left out.
    pub after: String,
    /// Why.
    pub why: Why,
}

impl Repair {
    /// Whether words were left out of the text for what they are: furniture, hidden, across the page. All other repairs keep the words.
    pub fn leaves_out(&self) -> bool {
        self.after.is_empty() && matches!(self.why, Why::Furniture | Why::Hidden | Why::Turned)
    }
}

/// Why a repair was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Why {
    /// A word broken at a line's end was joined.
    HyphenJoined,
    /// A compound broken at its own hyphen was joined, hyphen kept.
    HyphenKept,
    /// A soft hyphen was taken out.
    SoftHyphen,
    /// A running head, page number or document code was left out.
    Furniture,
    /// A rule of underscores or dashes was left out.
    Rule,
    /// A paragraph broken at a page's end was joined.
    PageBreak,
    /// Letters and their accents were put together.
    Composed,
    /// A control character was left out.
    ControlCharacter,
    /// Text that the source hides was left out.
    Hidden,
    /// A character that stands for two letters was taken apart.
    Ligature,
    /// A letter that the bullet of a word processor had become is read as a bullet.
    Bullet,
    /// What was drawn twice at one place is read once.
    Overprint,
    /// An empty cell of a row is written "–".
    EmptyCell,
    /// The mark before a line that a mail quotes was left out.
    Quotation,
    /// A number that counts the lines was left out.
    LineNumber,
    /// The letters of a spaced word were closed up.
    LetterSpaced,
    /// Text that runs across the page, such as a stamp or a watermark, was left out.
    Turned,
    /// What the page strikes out, or marks as inserted, was left out as the revisions are read.
    Revision,
    /// The point after a footnote's number, or the arrow that leads back from its end, was left out.
    NoteSign,
}
