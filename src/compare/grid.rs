//! The cheapest script of a small area, on a grid with three layers.
//!
//! ```text
//!              Invites  all  Members  to          layers   kept       the last word stayed, or no change is open
//!       Urges     ·      ·      ·      ·                   touched    inside a change
//!      States     ·      ·      ·      ·                   rewritten  inside a long change, where words cost less
//!          to     ·      ·      ·      K
//! ```
//!
//! A cell stands for the old words above it and the new words left of it, all accounted for. To delete is to go down, to insert is
//! to go right, to keep is to go down and right at once; to open and close a change is to go from layer to layer within a cell.
//! Gotoh (1982), with a gap cost of two pieces (1990). `O(n m)` time; a byte a cell.

use super::borders::{border, cost};
use super::words::{Word, Words};

/// The price of a change, whatever its length, in the units of [`cost`].
const TOUCH: u32 = 1_450;
/// The price of a rewriting.
const REWRITE: u32 = 2_500;
/// What a changed word costs inside a rewriting, in tenths of its cost in a touch.
const REWRITTEN_TENTHS: u32 = 8;
/// The price of a mark that came or went alone: a pair of brackets is two small changes, not a rewriting of what it encloses.
const MARK: u32 = 500;
/// The price of a kept word whose characters differ: it is shown as a small change of its own.
const RESPELLED: u32 = 30;
/// More than the words of any area cost, and so little that the sum of three, with the bits of a step behind it, does not wrap.
const NEVER: u32 = 1 << 27;

/// The words of one side of an area, with their prices.
pub(super) struct Side<'a, 'w> {
    words: &'a [Word<'w>],
    /// One for each word, and one for the end.
    prices: Vec<Price>,
}

#[derive(Debug, Clone, Copy)]
struct Price {
    /// Of a border before the word.
    border: u32,
    touched: u32,
    rewritten: u32,
    /// Of the word alone between kept words, for marks only.
    alone: u32,
}

impl Price {
    /// Of a word before the first.
    const NEVER: Self = Self { border: 0, touched: NEVER, rewritten: NEVER, alone: NEVER };
}

impl<'a, 'w> Side<'a, 'w> {
    pub(super) fn new(words: &'a Words<'w>, (from, to): (usize, usize)) -> Self {
        let price = |at: usize| {
            let (touched, alone) =
                words.row.get(at).map_or((0, NEVER), |w| (cost(w.class), if w.is_mark() { MARK } else { NEVER }));
            Price { border: border(words, at), touched, rewritten: touched * REWRITTEN_TENTHS / 10, alone }
        };
        Self { words: &words.row[from..to], prices: (from..=to).map(price).collect() }
    }
}

/// The least price of reaching a cell in each layer.
#[derive(Debug, Clone, Copy)]
struct Cell {
    kept: u32,
    touched: u32,
    rewritten: u32,
}

impl Cell {
    const NEVER: Self = Self { kept: NEVER, touched: NEVER, rewritten: NEVER };
}

/// How each layer of a cell was reached: two bits for each change, three for the kept layer.
#[derive(Debug, Clone, Copy, Default)]
struct Steps(u8);

const KEPT: u8 = 0;
const TOUCHED: u8 = 1;
const REWRITTEN: u8 = 2;
/// In a change: it opened, or a word of it was deleted or inserted.
const DELETED: u8 = 1;
const INSERTED: u8 = 2;
/// In the kept layer: a word was kept, or the change of that layer closed, or a mark was deleted or inserted alone.
const MARK_DELETED: u8 = 3;
const MARK_INSERTED: u8 = 4;

impl Steps {
    fn new(kept: u8, touched: u8, rewritten: u8) -> Self {
        Self(kept << 4 | rewritten << 2 | touched)
    }

    fn of(self, layer: u8) -> u8 {
        match layer {
            KEPT => self.0 >> 4,
            REWRITTEN => self.0 >> 2 & 3,
            _ => self.0 & 3,
        }
    }
}

/// The pairs of kept words of the cheapest script, in order, counted from the sides' first words.
pub(super) fn cheapest(old: &Side, new: &Side) -> Vec<(usize, usize)> {
    let columns = new.prices.len();
    let mut steps = Vec::with_capacity(old.prices.len() * columns);
    let mut row = vec![Cell::NEVER; columns];
    for (i, old_price) in old.prices.iter().enumerate() {
        let deleted = i.checked_sub(1).map_or(Price::NEVER, |last| old.prices[last]);
        let mut diagonal = NEVER;
        let mut left = Cell::NEVER;
        let mut inserted = Price::NEVER;
        for (j, (new_price, cell)) in new.prices.iter().zip(&mut row).enumerate() {
            let above = *cell;
            let stayed = match (i, j) {
                (0, 0) => 0,
                (0, _) | (_, 0) => NEVER,
                _ => diagonal + keep(&old.words[i - 1], &new.words[j - 1]),
            };
            let border = old_price.border + new_price.border;
            let (touched, touched_step) =
                least([stayed + TOUCH + border, above.touched + deleted.touched, left.touched + inserted.touched]);
            let (rewritten, rewritten_step) =
                least([stayed + REWRITE + border, above.rewritten + deleted.rewritten, left.rewritten + inserted.rewritten]);
            let (kept, kept_step) =
                least([stayed, touched + border, rewritten + border, above.kept + deleted.alone, left.kept + inserted.alone]);
            diagonal = above.kept;
            left = Cell { kept, touched, rewritten };
            *cell = left;
            inserted = *new_price;
            steps.push(Steps::new(kept_step, touched_step, rewritten_step));
        }
    }
    trace(&steps, columns)
}

/// The least of at most eight prices and which it was; the first of equals. Which it was stands in the low bits, so no branch is taken.
fn least<const N: usize>(prices: [u32; N]) -> (u32, u8) {
    let mut least = u32::MAX;
    for (which, &price) in (0_u32..).zip(&prices) {
        least = least.min(price << 3 | which);
    }
    ((least >> 3).min(NEVER), (least & 7) as u8)
}

/// The price of keeping two words as one, if that can be.
fn keep(old: &Word, new: &Word) -> u32 {
    if old.id == new.id && old.text == new.text {
        0
    } else if old.id == new.id || (old.is_final && new.is_final) {
        RESPELLED
    } else {
        NEVER
    }
}

/// Walks back from the last cell.
fn trace(steps: &[Steps], columns: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut i, mut j, mut layer) = (steps.len() / columns - 1, columns - 1, KEPT);
    while (i, j) != (0, 0) {
        let step = steps[i * columns + j].of(layer);
        match (layer, step) {
            (KEPT, TOUCHED | REWRITTEN) => layer = step,
            (KEPT, MARK_DELETED) | (TOUCHED | REWRITTEN, DELETED) => i -= 1,
            (KEPT, MARK_INSERTED) | (TOUCHED | REWRITTEN, INSERTED) => j -= 1,
            // A word kept; a change opens only after one.
            _ => {
                (i, j, layer) = (i - 1, j - 1, KEPT);
                pairs.push((i, j));
            }
        }
    }
    pairs.reverse();
    pairs
}
