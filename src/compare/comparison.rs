//! The noun that comparison hands on: each link with the words that changed.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::align::{Link, Perhaps};
use crate::structure::Note;

/// An alignment with its words compared.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Comparison {
    /// One for each link of the alignment, in its order.
    pub changes: Vec<Change>,
    /// Pairs that might be one and are not tied, in the order of the alignment.
    pub perhaps: Vec<Suggestion>,
    /// Those of the alignment; then what was compared in part only, and deceptive characters.
    pub notes: Vec<Note>,
}

/// Two units that might be one and are not tied, and why. One of the two may be tied to another: then the first would be a piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Suggestion {
    /// The pair.
    #[serde(flatten)]
    pub pair: Perhaps,
    /// Of the words in a row that both hold, those whose rare words weigh most; empty where they hold none.
    pub why: String,
}

/// A link with what changed inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Change {
    /// The link.
    #[serde(flatten)]
    pub link: Link,
    /// Any difference of text.
    pub edited: bool,
    /// A mark added, removed or placed elsewhere, or its note reworded.
    pub footnotes_changed: bool,
    /// The heaviest edit; substantive also where square brackets came or went about the number.
    pub weight: Weight,
    /// From the old text to the new, a delete before its insert.
    pub edits: Vec<Edit>,
    /// Words that moved: those that left the old text here, then those that came to the new one, in order. They are among the
    /// deleted and inserted ones.
    pub passages: Vec<Passage>,
}

/// Words that left one place and came to another, at one of the two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Passage {
    /// Delete where they left the old text, insert where they came to the new one.
    pub op: Op,
    /// Where they begin: Unicode scalar values before them in the text of their side, whose units are joined by a line feed.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The unit of the other document that has the other end.
    pub unit: usize,
    /// Where the other end begins: Unicode scalar values before it in the text of that unit.
    pub at: usize,
}

/// A run of whole tokens that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Edit {
    /// Stayed, went or came.
    pub op: Op,
    /// The characters. Equal and delete rebuild the old text, equal and insert the new one; several units are joined by a line feed.
    pub text: String,
    /// None for equal; the same for a delete and its insert.
    pub weight: Option<EditWeight>,
}

/// What happened to a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// On both sides.
    Equal,
    /// Only in the old text.
    Delete,
    /// Only in the new text.
    Insert,
}

/// How much a change of words matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EditWeight {
    /// Typography: quotes, spaces, spellings of one symbol.
    Editorial,
    /// All else.
    Substantive,
}

/// How much the change of a link matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Weight {
    /// Not a character differs.
    None,
    /// Typography only.
    Editorial,
    /// Words, figures, brackets.
    Substantive,
}
