//! The prices by which a redline is chosen: what decides, in one table.

use super::words::{Class, Word};
use crate::text::TokenKind;

/// Prices of changes, in thousandths of a word that carries meaning. Only their ratios matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Prices {
    pub(crate) content: u32,
    pub(crate) figure: u32,
    pub(crate) function: u32,
    pub(crate) stop: u32,
    pub(crate) comma: u32,
    pub(crate) mark: u32,
    pub(crate) open: u32,
    pub(crate) rewrite: u32,
    pub(crate) rewritten: u32,
    pub(crate) alone: u32,
    pub(crate) respelled: u32,
    pub(crate) border: u32,
}

impl Prices {
    /// As a drafter marks.
    pub(crate) const DRAFTER: Self = Self {
        content: 1000,
        figure: 1200,
        function: 350,
        stop: 300,
        comma: 350,
        mark: 300,
        open: 750,
        rewrite: 3000,
        rewritten: 80,
        alone: 900,
        respelled: 30,
        border: 100,
    };

    /// What one changed word costs.
    pub(super) fn word(&self, word: &Word) -> u32 {
        match (word.class, word.kind) {
            (Class::Content, TokenKind::Word) | (Class::Month, _) => self.content,
            (Class::Content, _) => self.figure,
            (Class::Function, _) => self.function,
            (Class::Stop, _) => self.stop,
            (Class::Comma, _) => self.comma,
            (Class::Opening | Class::Mark, _) => self.mark,
        }
    }
}
