//! Where a paragraph stands: which text, which unit.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

/// A unit of a text of the series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// The index of the text.
    pub document: usize,
    /// The index of the unit.
    pub unit: usize,
}
