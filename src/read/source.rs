//! The noun that reading hands on: the text in blocks, with how it was taken and what was mended.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
}

/// One paragraph of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// One line, with single spaces; labels and marks still in it.
    pub text: String,
    /// The line of the source where it begins, from 1.
    pub line: usize,
    /// Whether reading knows it for the text of a footnote.
    pub note: bool,
}

/// How the lines of a text file make paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// Lines broken at the margin, as a PDF extractor prints them.
    Wrapped,
    /// One paragraph a line.
    Lines,
    /// Paragraphs set apart by blank lines, some broken at a page's end.
    Paragraphs,
    /// Blocks set apart by blank lines, each a unit as it stands.
    Blocks,
}

/// One change that reading or structure made to the source.
///
/// The characters of `before` that are not in `after` were left out on purpose; white space does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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

/// Why a repair was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
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
}
