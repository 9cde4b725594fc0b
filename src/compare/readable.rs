//! Of all scripts from the old words to the new, the one that a reader takes in with the least effort.
//!
//! ```text
//! old       Urges States parties to report annually
//! new       Invites all Members to submit a review
//! shortest  [Urges States parties → Invites all Members] to [report annually → submit a review]
//! here      [Urges States parties to report annually → Invites all Members to submit a review]
//!
//! old       … ICC-ASP/17/Res.3, ICC-ASP/18/Res.3 and …
//! new       … ICC-ASP/17/Res.3, ICC-ASP/18/Res.3, ICC-ASP/19/Res.2 and …
//! ```
//!
//! A reader pays for each changed word, more for one that carries meaning than for "the"; pays for each change, as a decision to
//! grasp; and pays a little for a change that begins or ends inside a phrase. Inside a long rewriting a further word costs less.
//! The cheapest script absorbs islands of common words and slides changes to the borders of phrases by itself: no pass undoes
//! what an earlier one did.
//!
//! The search is the grid of Gotoh (1982) with a gap cost of two pieces (Gotoh 1990): kept, *touched* and *rewritten*
//! are its three layers. `O(n m)` in words, so it runs only in the windows that the [shortest script](super::shortest) leaves
//! between long kept rows, each widened by some kept words so that a change can slide; a window too large for it is divided at a
//! long kept row of the shortest script. Time is thus bounded by [`MOST_CELLS`] a window.

use super::brackets::balance;
use super::grid::{Side, cheapest};
use super::prices::Prices;
use super::referents::keep_together;
use super::shortest::{Kept, push_kept};
use super::words::{Word, Words};

/// A paragraph is the same paragraph while one part in so many of the shorter text stays.
const RECOGNISED: u64 = 6;
/// A kept row of this many words is never given up.
pub(super) const FIRM: usize = 24;
/// How far into a firm row a change may slide.
const SLIDE: usize = 8;
/// Cells of one window's grid.
const MOST_CELLS: usize = 1 << 18;

/// The kept rows of the most readable script, found near those of the shortest one.
pub(super) fn readable_script(old: &Words, new: &Words, shortest: &[Kept], prices: &Prices) -> Vec<Kept> {
    let mut script = Vec::with_capacity(shortest.len());
    for window in windows(old, new, shortest) {
        match window {
            Window::Firm(kept) => push_kept(&mut script, kept),
            Window::Open(area) => {
                let from = shortest.partition_point(|k| k.old < area.old.0 || k.new < area.new.0);
                let to = shortest.partition_point(|k| k.old + k.len <= area.old.1 && k.new + k.len <= area.new.1);
                search(old, new, area, &shortest[from.min(to)..to], prices, &mut script);
            }
        }
    }
    if is_beyond_recognition(old, new, &script, prices) {
        return Vec::new();
    }
    balance(old, new, &mut script);
    keep_together(old, new, &mut script);
    script
}

/// Whether so little of both texts stays that they are better read one after the other.
fn is_beyond_recognition(old: &Words, new: &Words, script: &[Kept], prices: &Prices) -> bool {
    let weight = |words: &[Word]| words.iter().map(|w| u64::from(prices.word(w))).sum::<u64>();
    let kept: u64 = script.iter().map(|k| weight(&old.row[k.old..k.old + k.len])).sum();
    kept * RECOGNISED < weight(&old.row).min(weight(&new.row))
}

/// A part of both texts: all words from the first to the last of each pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Area {
    old: (usize, usize),
    new: (usize, usize),
}

#[derive(Debug, Clone, Copy)]
enum Window {
    /// Kept for good.
    Firm(Kept),
    /// To be searched.
    Open(Area),
}

/// Cuts both texts at the long kept rows.
fn windows(old: &Words, new: &Words, shortest: &[Kept]) -> Vec<Window> {
    let (old_len, new_len) = (old.row.len(), new.row.len());
    let mut windows = Vec::new();
    let mut from = (0, 0);
    for kept in shortest {
        let opens = kept.old == 0 && kept.new == 0;
        let closes = kept.old + kept.len == old_len && kept.new + kept.len == new_len;
        let firm = if opens || closes { SLIDE } else { FIRM };
        if kept.len <= firm {
            continue;
        }
        let (lead, trail) = (if opens { 0 } else { SLIDE }, if closes { 0 } else { SLIDE });
        let core = Kept { old: kept.old + lead, new: kept.new + lead, len: kept.len - lead - trail };
        windows.push(Window::Open(Area { old: (from.0, core.old), new: (from.1, core.new) }));
        windows.push(Window::Firm(core));
        from = (core.old + core.len, core.new + core.len);
    }
    windows.push(Window::Open(Area { old: (from.0, old_len), new: (from.1, new_len) }));
    windows
}

/// Appends the kept rows of one area. `shortest` are the rows of the shortest script in it.
fn search(old: &Words, new: &Words, area: Area, shortest: &[Kept], prices: &Prices, script: &mut Vec<Kept>) {
    let (rows, columns) = (area.old.1 - area.old.0, area.new.1 - area.new.0);
    if rows == 0 || columns == 0 {
        return;
    }
    if (rows + 1).saturating_mul(columns + 1) <= MOST_CELLS {
        for (i, j) in cheapest(&Side::old(old, area.old, prices), &Side::new(new, area.new, prices), prices) {
            push_kept(script, Kept { old: area.old.0 + i, new: area.new.0 + j, len: 1 });
        }
        return;
    }
    if let Some(at) = division(area, shortest) {
        let kept = shortest[at];
        let end = (kept.old + kept.len, kept.new + kept.len);
        search(old, new, Area { old: (area.old.0, kept.old), new: (area.new.0, kept.new) }, &shortest[..at], prices, script);
        push_kept(script, kept);
        search(old, new, Area { old: (end.0, area.old.1), new: (end.1, area.new.1) }, &shortest[at + 1..], prices, script);
    }
}

/// Where to divide an area: the longest row in its middle half, so that divisions go no deeper than a logarithm; else the row
/// nearest to the middle.
fn division(area: Area, shortest: &[Kept]) -> Option<usize> {
    let (from, to) = area.old;
    let quarter = (to - from) / 4;
    let first = shortest.partition_point(|k| k.old < from + quarter);
    let last = shortest.partition_point(|k| k.old < to - quarter);
    // The first of the longest: the choice must not hang on how an iterator breaks ties.
    let longest = (first..last).rev().max_by_key(|&k| shortest[k].len);
    longest.or(first.checked_sub(1)).or((last < shortest.len()).then_some(last))
}
