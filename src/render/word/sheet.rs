//! A part with paragraphs, as text.

use super::hand::Hand;
use super::rows::Row;
use super::xml::Names;

/// A part with paragraphs, as text.
pub(super) struct Sheet {
    pub(super) source: String,
    pub(super) names: Names,
    pub(super) rows: Vec<Row>,
}

impl Sheet {
    pub(super) fn hand(&self) -> Hand<'_> {
        Hand { source: &self.source, names: &self.names }
    }
}
