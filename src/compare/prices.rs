//! What decides which words are shown as changed: every price, in one table.
//!
//! The cheapest script is the redline: each changed word costs its price on each side, each change costs one opening, and a change that
//! begins or ends inside a phrase a little more. So words between two changes are kept where changing them too costs more than a second
//! opening: one word that carries meaning is kept (2 × 300 > 225), one small word is absorbed (2 × 105 < 225), two are kept. In a long
//! rewriting words are a little cheaper, so that it is not torn apart by chance.
//!
//! Chosen on halves of 60 paragraphs marked by hand (docs/readability.md); `compare::ablation` moves each by a fifth.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;

use super::words::{Class, Word};
use crate::text::TokenKind;

/// How finely changes are told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Detail {
    /// As few words as can be: every kept word shows.
    Fine,
    /// As a careful drafter marks: what stands is kept, small words between two changes are not.
    #[default]
    Drafter,
    /// As few changes as can be: phrases that were reworded are shown whole.
    Coarse,
}

/// Prices. Only their ratios matter; that of a word is so low that the dearest words of the longest window come to less than `NEVER` of
/// the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prices {
    /// A word that carries meaning. The unit.
    pub(super) content: u32,
    /// A figure, a date, a symbol: people point at these, so they are the last to be struck while they stand.
    pub(super) figure: u32,
    /// The same, where it names an item of a list in both texts.
    pub(super) item: u32,
    /// "the", "of", "l'": alone between two changes it stands by chance.
    pub(super) function: u32,
    /// A full stop and its like.
    pub(super) stop: u32,
    /// A comma: as a small word, since it parts the items of a list.
    pub(super) comma: u32,
    /// A bracket, a quotation mark, any other sign; the label of an item.
    pub(super) mark: u32,
    /// A square bracket that closes what both texts put in brackets: whether it stands is what is negotiated.
    pub(super) bracket: u32,
    /// A change, whatever its length: one more thing to grasp.
    pub(super) open: u32,
    /// A long change, inside which words are cheaper.
    pub(super) rewrite: u32,
    /// What a word costs there, in hundredths of its price.
    pub(super) rewritten: u32,
    /// A comma or a stop that came or went alone.
    pub(super) alone: u32,
    /// A bracket or a quotation mark that came or went alone: a pair is two small changes, not a rewriting of what it encloses.
    pub(super) enclosed: u32,
    /// A kept word whose characters differ: it is shown as a small change of its own.
    pub(super) respelled: u32,
    /// A label of an item that counts on: a small change, and never the end of a longer one.
    pub(super) relabelled: u32,
    /// In hundredths of the prices in [`borders`](super::borders).
    pub(super) border: u32,
}

impl Prices {
    /// Chosen on the pairs that were marked by hand.
    pub(super) const DRAFTER: Self = Self {
        content: 300,
        figure: 360,
        item: 720,
        function: 105,
        stop: 90,
        comma: 105,
        mark: 90,
        bracket: 150,
        open: 225,
        rewrite: 900,
        rewritten: 80,
        alone: 270,
        enclosed: 240,
        respelled: 9,
        relabelled: 150,
        border: 30,
    };

    /// A change costs less than one small word on both sides, and a rewriting is never cheaper.
    const FINE: Self = Self { open: 90, alone: 90, enclosed: 90, rewrite: 1_000_000, border: 12, ..Self::DRAFTER };

    /// A change costs as much as four words that carry meaning, signs next to nothing.
    const COARSE: Self = Self {
        figure: 300,
        item: 600,
        function: 210,
        stop: 135,
        comma: 25,
        mark: 25,
        open: 1200,
        rewrite: 2080,
        alone: 420,
        enclosed: 420,
        border: 83,
        ..Self::DRAFTER
    };

    pub(super) fn of(detail: Detail) -> Self {
        match detail {
            Detail::Fine => Self::FINE,
            Detail::Drafter => Self::DRAFTER,
            Detail::Coarse => Self::COARSE,
        }
    }

    /// What a sign costs that changed alone, between kept words; no word does.
    pub(super) fn alone(&self, word: &Word) -> Option<u32> {
        let price = if matches!(word.class, Class::Stop | Class::Comma) { self.alone } else { self.enclosed };
        word.is_mark().then_some(price)
    }

    /// What one changed word costs.
    pub(super) fn word(&self, word: &Word) -> u32 {
        match (word.class, word.kind) {
            (Class::Content | Class::Figure, TokenKind::Word) | (Class::Month, _) => self.content,
            (Class::Content | Class::Figure, _) => self.figure,
            (Class::Item, _) => self.item,
            (Class::Function, _) => self.function,
            (Class::Stop, _) => self.stop,
            (Class::Comma, _) => self.comma,
            (Class::Bracket, _) => self.bracket,
            (Class::Opening | Class::Mark | Class::Label, _) => self.mark,
        }
    }
}
