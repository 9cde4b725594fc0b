//! The noun that alignment hands on: which units became which.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::structure::Note;

/// Two documents tied together: every unit of either side is in exactly one link.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// In the order of the new text; deletions at their place: after the nearest old unit before them that was kept in place
    /// in the same part of the text.
    pub links: Vec<Link>,
    /// Pairs that might be one and are not tied, for a person to decide: the likeliest first, each unit in one at most. One of the two may be
    /// tied to another: then the first would be a piece.
    pub perhaps: Vec<Perhaps>,
    /// Ties that were refused, and other doubts.
    pub notes: Vec<Note>,
    /// How much was compared, in terms and pairs: the same for the same texts on every machine, and never written out.
    pub work: u64,
}

/// Units of the old text that became units of the new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Link {
    /// How many became how many.
    pub relation: Relation,
    /// Taken off the longest run that keeps the order.
    pub moved: bool,
    /// The printed labels differ; never for preambular paragraphs.
    pub renumbered: bool,
    /// Indices into the old document's units, ascending.
    pub old: Vec<usize>,
    /// Indices into the new document's units, ascending.
    pub new: Vec<usize>,
    /// How alike the two sides are, 0 to 1000; None when inserted or deleted.
    pub score: Option<u16>,
    /// What decided that they belong together; empty when inserted or deleted, unless by hand.
    pub why: Vec<Evidence>,
}

/// Two units that might be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Perhaps {
    /// Index into the old document's units.
    pub old: usize,
    /// Index into the new document's units.
    pub new: usize,
    /// How many of a thousand such pairs are one, by those that the weights were learned from.
    pub score: u16,
}

/// How many units became how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Relation {
    /// One to one.
    Kept,
    /// One to several.
    Split,
    /// Several to one.
    Merged,
    /// None to one.
    Inserted,
    /// One to none.
    Deleted,
}

/// What tied a link together: the decision itself, or all that counted for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Evidence {
    /// The same words on both sides.
    Identical,
    /// Words that matter, more than strangers share.
    Words,
    /// The same printed label.
    Label,
    /// The same section, or the same paragraph above.
    Section,
    /// The neighbours are alike.
    Neighbours,
    /// Found by what was left over of a longer paragraph.
    Coverage,
    /// The same place in the order.
    Order,
    /// Of lines before and after the text, and of headings that are a number: the same but for figures, dates and numbers in words.
    Form,
    /// Of footnotes: the paragraphs that call them are tied.
    Caller,
    /// A person said so.
    Pin,
}
