//! From comparison to report: all that a renderer shows, with nothing left to decide.

mod summary;

pub use summary::Summary;

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::{Change, Comparison};
use crate::structure::{Document, Note};

/// A redline of two texts: the contract `rature/redline/1`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Redline {
    /// The earlier text.
    pub old: Document,
    /// The later text.
    pub new: Document,
    /// In the order of the new text; deletions at their place.
    pub links: Vec<Change>,
    /// What the figures say.
    pub findings: Vec<Finding>,
    /// Counts.
    pub summary: Summary,
    /// Doubts about the pair.
    pub notes: Vec<Note>,
}

/// A typed fact that changed or should have. None is made yet.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {}

/// The redline of two documents.
pub fn report(old: Document, new: Document, comparison: Comparison) -> Redline {
    let summary = Summary::of(&old, &new, &comparison.changes);
    Redline { old, new, links: comparison.changes, findings: vec![], summary, notes: comparison.notes }
}
