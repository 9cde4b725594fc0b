//! The noun between comparing and following: a text, the next, and what changed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::Change;

/// What changed from one text to the next.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Step {
    /// The index of the earlier text.
    pub old: usize,
    /// The index of the later text.
    pub new: usize,
    /// As in a redline of the two.
    pub links: Vec<Change>,
}
