//! The noun that tracing hands on.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::overlay::{At, What};
use crate::structure::Document;

/// A draft through its revisions, and what became of every change and bracket.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Trace {
    /// The drafts, the first before all, the text as adopted last.
    pub drafts: Vec<Document>,
    /// The proposals.
    pub proposals: Vec<TracedProposal>,
    /// The agreed text that wording is compared with, if any: last year's.
    pub agreed: Option<Document>,
    /// Every change: those of each proposal in the order of the text, then those that nobody proposed.
    pub changes: Vec<TracedChange>,
    /// Every bracket, from the draft in which it is first.
    pub brackets: Vec<TracedBracket>,
    /// Paragraphs that were said to be agreed and changed all the same.
    pub reopened: Vec<Reopened>,
    /// Of each paragraph of the last draft, where it is from.
    pub sources: Vec<Source>,
    /// The units of the agreed text that the last draft does not have.
    pub left_out: Vec<usize>,
}

/// A proposal on a draft.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TracedProposal {
    /// The index of the draft.
    pub on: usize,
    /// The proposal; its label is who makes it.
    pub document: Document,
}

/// A change, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct TracedChange {
    /// The index of the proposal; null for a change that nobody proposed.
    pub by: Option<usize>,
    /// The index of the draft that it changes.
    pub on: usize,
    /// What the paragraph is called: "OP2", of a new one "OP3 bis".
    pub id: String,
    /// The unit of that draft; of a new paragraph the one before it, null where it stands before all.
    pub unit: Option<usize>,
    /// What of the unit.
    pub at: At,
    /// What is done.
    pub what: What,
    /// Where it begins, and where it ends: Unicode scalar values of the unit's text. Null for a new paragraph.
    pub start: Option<usize>,
    /// Where it ends.
    pub end: Option<usize>,
    /// The words that go, without their brackets.
    pub was: String,
    /// The words that come.
    pub text: String,
    /// What became of it in each later draft.
    pub stages: Vec<Standing>,
    /// Whether it is the wording of the agreed text.
    pub agreed: bool,
}

/// What became of a change in one draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Standing {
    /// The index of the draft.
    pub draft: usize,
    /// What became of it.
    pub state: State,
    /// The unit of that draft where it stands, or would.
    pub unit: Option<usize>,
    /// Of `otherwise`: how many of a hundred of its words came, or went, as proposed.
    pub kept: Option<u8>,
    /// Whether it had been in the text and then was not.
    pub back: bool,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum State {
    /// It is in the text, word for word.
    Taken,
    /// Its words stand, but bracketed; of words that would go: in a bracket of their own.
    Brackets,
    /// The same place changed, otherwise: at least half of its words stand.
    Otherwise,
    /// It is not in the text.
    Absent,
    /// Its paragraph is gone.
    Overtaken,
}

impl State {
    /// Whether something of it stands.
    pub fn is_in_text(self) -> bool {
        matches!(self, Self::Taken | Self::Brackets | Self::Otherwise)
    }
}

/// A pair of brackets, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct TracedBracket {
    /// The index of the first draft that has it.
    pub draft: usize,
    /// The unit of that draft in which it opens.
    pub unit: usize,
    /// What stands in it, without the brackets in it; of several paragraphs, in lines.
    pub text: String,
    /// Whether all of a paragraph does.
    pub whole: bool,
    /// What became of it in each later draft, until it is no longer there.
    pub stages: Vec<BracketStage>,
}

/// What became of a bracket in one draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct BracketStage {
    /// The index of the draft.
    pub draft: usize,
    /// What became of it.
    pub fate: BracketFate,
    /// The proposals that the paragraph was reworded after, where it was.
    pub by: Vec<usize>,
}

/// What became of a bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum BracketFate {
    /// It is there, about the same words.
    There,
    /// What is left of its words stands in another bracket.
    Other,
    /// It is gone, and its words stand.
    Kept,
    /// It is gone, and some of its words stand.
    Reworded,
    /// It is gone with its words, and others stand there.
    Replaced,
    /// It is gone with its words.
    Dropped,
}

/// A paragraph that was said to be agreed, and changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Reopened {
    /// The index of the draft that said so.
    pub draft: usize,
    /// The unit of that draft.
    pub unit: usize,
    /// What the draft says: "(agreed ad ref)".
    pub status: String,
    /// The unit of the next draft, null where it is gone.
    pub now: Option<usize>,
}

/// Where a paragraph of the last draft is from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Source {
    /// The unit of the last draft.
    pub unit: usize,
    /// Whether words of the first draft stand in it.
    pub draft: bool,
    /// The proposals whose changes stand in it.
    pub by: Vec<usize>,
    /// Whether changes that nobody proposed stand in it.
    pub nobody: bool,
    /// The drafts before the last in which it stood, each with its unit there.
    pub stood: Vec<Stood>,
    /// The changes that are about it, by index.
    pub changes: Vec<usize>,
    /// The unit of the agreed text that it was.
    pub agreed: Option<usize>,
    /// What differs from that one.
    pub against: Vec<Difference>,
}

/// Where a paragraph stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Stood {
    /// The index of the draft.
    pub draft: usize,
    /// The unit of it.
    pub unit: usize,
}

/// What differs from the agreed text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Difference {
    /// The words of the agreed text.
    pub was: String,
    /// Those in their place.
    pub text: String,
    /// The proposals that brought them.
    pub by: Vec<usize>,
}
