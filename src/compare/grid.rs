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

use super::borders::border;
use super::prices::Prices;
use super::words::{Class, Word, Words};

/// All prices are multiples of this; the bits below it hold the step that a price was reached by, so that the least of several prices
/// tells which it was without a branch.
const UNIT: u32 = 8;
/// More than all words of an area cost, and so little that the sum of three does not wrap.
const NEVER: u32 = (1 << 27) * UNIT;

/// The steps to a layer of a cell. The kept layer: a word was kept, or the change of that layer closed, or a mark was deleted or
/// inserted alone.
const KEPT: u32 = 0;
const TOUCHED: u32 = 1;
const REWRITTEN: u32 = 2;
const MARK_DELETED: u32 = 3;
const MARK_INSERTED: u32 = 4;
/// In a change: it opened (0), or a word of it was deleted or inserted.
const DELETED: u32 = 1;
const INSERTED: u32 = 2;

/// One side of an area: its words and, for each border between them (before the first, and so on to the end), what stands at it.
/// List by list, so that a row of the grid is worked through several cells at once.
pub(super) struct Side<'a, 'w> {
    words: &'a [Word<'w>],
    /// What a change costs that begins or ends here.
    borders: Vec<u32>,
    /// The number of the word before the border; 0 before the first.
    ids: Vec<u32>,
    /// The price of changing that word, in each layer, with the step that does it.
    touched: Vec<u32>,
    rewritten: Vec<u32>,
    /// Of changing it alone between kept words, for marks only.
    alone: Vec<u32>,
}

impl<'a, 'w> Side<'a, 'w> {
    /// The words that the script deletes.
    pub(super) fn old(words: &'a Words<'w>, area: (usize, usize), prices: &Prices) -> Self {
        Self::of(words, area, [DELETED, MARK_DELETED], prices)
    }

    /// The words that it inserts.
    pub(super) fn new(words: &'a Words<'w>, area: (usize, usize), prices: &Prices) -> Self {
        Self::of(words, area, [INSERTED, MARK_INSERTED], prices)
    }

    fn of(words: &'a Words<'w>, (from, to): (usize, usize), [changed, alone]: [u32; 2], prices: &Prices) -> Self {
        let row = &words.row[from..to];
        let before = |first: u32, of: &dyn Fn(&Word) -> u32, step: u32| {
            std::iter::once(first).chain(row.iter().map(|word| of(word) + step)).collect::<Vec<_>>()
        };
        Self {
            words: row,
            borders: (from..=to).map(|at| border(words, at) * prices.border / 100 * UNIT).collect(),
            ids: before(0, &|word| word.id, 0),
            touched: before(NEVER, &|word| prices.word(word) * UNIT, changed),
            rewritten: before(NEVER, &|word| prices.word(word) * prices.rewritten / 100 * UNIT, changed),
            alone: before(NEVER, &|word| prices.alone(word).map_or(NEVER, |price| price * UNIT), alone),
        }
    }
}

/// How each layer of a cell was reached: two bits for each change, three for the kept layer.
#[derive(Debug, Clone, Copy, Default)]
struct Steps(u8);

impl Steps {
    /// Of prices that hold their steps.
    fn of(kept: u32, touched: u32, rewritten: u32) -> Self {
        Self(((kept % UNIT) << 4 | (rewritten % UNIT) << 2 | (touched % UNIT)) as u8)
    }

    fn to(self, layer: u32) -> u32 {
        let steps = u32::from(self.0);
        match layer {
            KEPT => steps >> 4,
            REWRITTEN => steps >> 2 & 3,
            _ => steps & 3,
        }
    }
}

/// The pairs of kept words of the cheapest script, in order, counted from the sides' first words.
pub(super) fn cheapest(old: &Side, new: &Side, prices: &Prices) -> Vec<(usize, usize)> {
    let columns = new.borders.len();
    let mut steps = vec![Steps::default(); old.borders.len() * columns];
    let never = || vec![NEVER; columns];
    let mut row = Row { stayed: never(), kept: never(), touched: never(), rewritten: never() };
    for (i, steps) in steps.chunks_exact_mut(columns).enumerate() {
        row.keep(old, new, i, [prices.respelled * UNIT, prices.relabelled * UNIT]);
        row.delete(old, new, i, [prices.open * UNIT, prices.rewrite * UNIT]);
        row.insert(new, old.borders[i], steps);
    }
    trace(&steps, columns)
}

/// The least price of reaching each cell of a row, layer by layer, with the step to it.
struct Row {
    /// Of keeping the two words before the cell.
    stayed: Vec<u32>,
    kept: Vec<u32>,
    touched: Vec<u32>,
    rewritten: Vec<u32>,
}

impl Row {
    /// Keeps the word before row `i` wherever the other side has it.
    fn keep(&mut self, old: &Side, new: &Side, i: usize, [respelled, relabelled]: [u32; 2]) {
        let id = old.ids[i];
        // Before the first words of both nothing is changed.
        self.stayed[0] = if i == 0 { 0 } else { NEVER };
        for ((stayed, above), other) in self.stayed[1..].iter_mut().zip(&self.kept).zip(&new.ids[1..]) {
            *stayed = whole(*above) + if *other == id { 0 } else { NEVER };
        }
        let Some(word) = i.checked_sub(1).map(|last| &old.words[last]) else { return };
        for (j, other) in new.words.iter().enumerate() {
            let is_respelled = if other.id == id { other.text != word.text } else { other.is_final && word.is_final };
            if is_respelled {
                self.stayed[j + 1] = whole(self.kept[j]) + respelled;
            } else if other.id != id && word.class == Class::Label && other.class == Class::Label {
                self.stayed[j + 1] = whole(self.kept[j]) + relabelled;
            }
        }
    }

    /// Deletes the word before row `i`, or opens a change behind a word that stayed.
    fn delete(&mut self, old: &Side, new: &Side, i: usize, [touch, rewrite]: [u32; 2]) {
        let (border, touched_price, rewritten_price, alone) = (old.borders[i], old.touched[i], old.rewritten[i], old.alone[i]);
        let opened = self.stayed.iter().zip(&new.borders).map(|(stayed, other)| stayed + border + other);
        for ((touched, rewritten), opened) in self.touched.iter_mut().zip(&mut self.rewritten).zip(opened) {
            *touched = (opened + touch).min(whole(*touched) + touched_price);
            *rewritten = (opened + rewrite).min(whole(*rewritten) + rewritten_price);
        }
        for (kept, stayed) in self.kept.iter_mut().zip(&self.stayed) {
            *kept = (*stayed).min(whole(*kept) + alone);
        }
    }

    /// Inserts the word to the left of each cell, or closes a change before it; only here a cell hangs on the one to its left.
    fn insert(&mut self, new: &Side, border: u32, steps: &mut [Steps]) {
        let all = ..steps.len();
        let (kept, touched, rewritten) = (&mut self.kept[all], &mut self.touched[all], &mut self.rewritten[all]);
        let (borders, touch, rewrite, alone) = (&new.borders[all], &new.touched[all], &new.rewritten[all], &new.alone[all]);
        let (mut left_kept, mut left_touched, mut left_rewritten) = (NEVER, NEVER, NEVER);
        for j in 0..steps.len() {
            touched[j] = touched[j].min(left_touched + touch[j]);
            rewritten[j] = rewritten[j].min(left_rewritten + rewrite[j]);
            (left_touched, left_rewritten) = (whole(touched[j]), whole(rewritten[j]));
            let closed = (left_touched + TOUCHED).min(left_rewritten + REWRITTEN) + border + borders[j];
            kept[j] = kept[j].min(left_kept + alone[j]).min(closed);
            left_kept = whole(kept[j]);
        }
        for (steps, ((kept, touched), rewritten)) in steps.iter_mut().zip(kept.iter().zip(touched).zip(rewritten)) {
            *steps = Steps::of(*kept, *touched, *rewritten);
        }
    }
}

/// A price without its step.
fn whole(price: u32) -> u32 {
    price / UNIT * UNIT
}

/// Walks back from the last cell.
fn trace(steps: &[Steps], columns: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut i, mut j, mut layer) = (steps.len() / columns - 1, columns - 1, KEPT);
    while (i, j) != (0, 0) {
        let step = steps[i * columns + j].to(layer);
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
