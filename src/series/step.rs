//! The noun between comparing and following: a text, the next, and what changed.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::Change;

/// What changed from one text to the next.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Step {
    /// The index of the earlier text.
    pub old: usize,
    /// The index of the later text.
    pub new: usize,
    /// As in a redline of the two.
    pub links: Vec<Change>,
}
