//! The noun that the overlay hands on: places of the draft, each with what is wanted there and by whom.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::EditWeight;

/// A spot of the draft that one delegation or more would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// Unique and readable: "OP3.2" for the second place of OP3, "OP3 bis" for a new paragraph.
    pub id: String,
    /// The unit of the draft, by its index; for a new paragraph the one that it follows, null where it stands before all.
    pub unit: Option<usize>,
    /// What of the unit.
    pub at: At,
    /// Where it begins: Unicode scalar values of the unit's text before it. Null for a new paragraph.
    pub start: Option<usize>,
    /// Where it ends.
    pub end: Option<usize>,
    /// How the alternatives relate.
    pub stand: Stand,
    /// Editorial where nothing but typography differs: quotes, spaces, dashes.
    pub weight: EditWeight,
    /// What is wanted there, by the first delegation that wants it.
    pub alternatives: Vec<Alternative>,
    /// The changes that were joined to this place, in order: what a tracked text marks.
    #[serde(skip)]
    pub(crate) changes: Vec<Wanted>,
}

/// What of a unit a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum At {
    /// The whole paragraph.
    Paragraph,
    /// Some of its words, or a gap between two.
    Words,
    /// Square brackets about words, or about the number of the paragraph.
    Brackets,
    /// Behind the paragraph.
    After,
}

/// How the alternatives of a place relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Stand {
    /// One delegation wants it.
    Single,
    /// Several want the same.
    Agreement,
    /// Words that several would insert in one gap: all may stand.
    SamePlace,
    /// They cannot all stand.
    Conflict,
}

/// What a delegation wants at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Alternative {
    /// What is done there.
    pub what: What,
    /// What the paragraph is called that comes: "PP2 alt", "OP3 bis".
    pub id: Option<String>,
    /// The words that stand there then; empty where they go, null for `reword`, whose words have places of their own.
    pub text: Option<String>,
    /// Who wants it: indices of proposals, ascending; empty where names are withheld.
    pub by: Vec<usize>,
    /// How many want it.
    pub count: usize,
    /// Of a paragraph that moved or was split off: the paragraph of the draft that it comes from. Of one that moved away: where it is now.
    pub other: Option<String>,
    /// Of a new paragraph: another new one that is nearly the same, so that not both are meant to stand.
    pub near: Option<String>,
    /// The unit of the proposal of the first that wants it, for a paragraph that comes.
    #[serde(skip)]
    pub(crate) source: Option<(usize, usize)>,
}

/// What is done at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum What {
    /// Words come in.
    Insert,
    /// Words, or the paragraph, go.
    Delete,
    /// Words give way to others.
    Replace,
    /// Another paragraph in place of this one.
    Alt,
    /// A new paragraph.
    New,
    /// At the old place: the paragraph goes elsewhere. At the new one: it comes from there.
    Moved,
    /// The brackets go, the words stay.
    Lift,
    /// The words come into brackets.
    Set,
    /// Words of a paragraph that another would delete or replace.
    Reword,
}

/// A change of words in one unit, and who wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The words of the draft that go, in scalar values.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The words that come.
    pub(crate) text: String,
    pub(crate) weight: EditWeight,
    pub(crate) by: Vec<usize>,
}

impl Alternative {
    pub(super) fn new(what: What, text: Option<String>, by: Vec<usize>) -> Self {
        Self { what, id: None, text, count: by.len(), by, other: None, near: None, source: None }
    }

    /// Whether it takes the paragraph away from its place.
    pub fn takes_away(&self) -> bool {
        matches!(self.what, What::Delete | What::Moved)
    }
}

impl Place {
    /// Whether one of `by` wants something here.
    pub fn is_of(&self, by: usize) -> bool {
        self.alternatives.iter().any(|alternative| alternative.by.contains(&by))
    }
}
