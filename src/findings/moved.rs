//! Facts that went along with words that moved.
//!
//! ```text
//! old OP1   … a report on the 12 projects of the fund …
//! new OP2   … a report on the 13 projects of the fund …      "a report on the" and "projects of the fund" moved
//! here      12 projects → 13 projects
//! ```
//!
//! A passage is the same words at both ends. So a fact that stands in it, reaches into it or stands right beside it became the fact of its
//! kind at the same place of the other end, whatever it says there; and so did the next fact, where the words between are the same. `O(log n)`
//! a passage, and its facts.

use super::bytes::Bytes;
use super::fact::{Fact, FactKind};
use crate::compare::{Change, Op, Passage};
use crate::structure::Document;

/// White space and typography that the two ends of a passage may not share.
const SLACK: usize = 2;

/// Pairs of facts, as indices into the facts of the old document and of the new, that are in none of `ties`.
pub(super) fn moved_ties(
    documents: [&Document; 2],
    facts: [&[Fact]; 2],
    changes: &[Change],
    ties: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    let mut is_tied = facts.map(|facts| vec![false; facts.len()]);
    for &(old, new) in ties {
        (is_tied[0][old], is_tied[1][new]) = (true, true);
    }
    let mut found = vec![];
    let mut bytes = documents.map(Bytes::of);
    for (change, passage) in changes.iter().flat_map(|change| change.passages.iter().map(move |passage| (change, passage))) {
        let Some(ends) = Ends::of(documents[0], change, passage) else { continue };
        for before in ends.touched(facts[0], 0) {
            if is_tied[0][before] {
                continue;
            }
            let after = ends.touched(facts[1], 1).filter(|&at| !is_tied[1][at]);
            let near = after.filter_map(|at| Some((ends.apart(&facts[0][before], &facts[1][at])?, at))).min();
            let mut next = near.map(|(_, after)| [before, after]);
            while let Some([before, after]) = next {
                (is_tied[0][before], is_tied[1][after]) = (true, true);
                found.push((before, after));
                next = Some([before + 1, after + 1]).filter(|next| {
                    let is_open = (0..2).all(|side| is_tied[side].get(next[side]) == Some(&false));
                    is_open && goes_on(&mut bytes, [0, 1].map(|side| [&facts[side][next[side] - 1], &facts[side][next[side]]]))
                });
            }
        }
    }
    found
}

/// Whether the second of each two facts, one pair a side, stands behind the same words as the other second.
fn goes_on(bytes: &mut [Bytes<'_>; 2], [old, new]: [[&Fact; 2]; 2]) -> bool {
    /// " projects of the fund for the ".
    const NEAR: usize = 60;
    let is_near = |pair: [&Fact; 2]| pair[0].unit == pair[1].unit && pair[1].start <= pair[0].end + NEAR;
    let mut between = |side: usize, pair: [&Fact; 2]| -> String {
        let behind = bytes[side].around(pair[0].unit, pair[0].end).1;
        behind.chars().take(pair[1].start.saturating_sub(pair[0].end)).collect()
    };
    is_near(old) && is_near(new) && old[1].kind == new[1].kind && between(0, old) == between(1, new)
}

/// Where a passage left the old text and came to the new: unit and characters of its text before it.
struct Ends {
    units: [usize; 2],
    starts: [usize; 2],
    length: usize,
}

impl Ends {
    fn of(old: &Document, change: &Change, passage: &Passage) -> Option<Self> {
        let mut start = passage.start;
        for &unit in change.link.old.iter().filter(|_| passage.op == Op::Delete) {
            let length = old.units[unit].text.chars().count();
            if start <= length {
                let length = passage.end - passage.start;
                return Some(Self { units: [unit, passage.unit], starts: [start, passage.at], length });
            }
            start -= length + 1;
        }
        None
    }

    /// The facts of a side that stand in the passage or touch it, but for verbs.
    fn touched(&self, facts: &[Fact], side: usize) -> impl Iterator<Item = usize> {
        let (unit, start) = (self.units[side], self.starts[side]);
        let end = start + self.length + SLACK;
        let first = facts.partition_point(|fact| (fact.unit, fact.end + SLACK) < (unit, start));
        let touched = facts[first..].iter().take_while(move |fact| fact.unit == unit && fact.start <= end);
        touched.enumerate().filter(|(_, fact)| fact.kind != FactKind::Verb).map(move |(at, _)| first + at)
    }

    /// How far apart two facts of one kind stand, as measured from either end; None where they are no pair.
    fn apart(&self, old: &Fact, new: &Fact) -> Option<usize> {
        let is_inside = [(old, 0), (new, 1)].map(|(fact, side)| fact.start >= self.starts[side]);
        // What reaches in from before is measured by its end.
        let place = |fact: &Fact, side: usize| if is_inside[side] { fact.start } else { fact.end };
        let apart = (place(old, 0) + self.starts[1]).abs_diff(place(new, 1) + self.starts[0]);
        (old.kind == new.kind && is_inside[0] == is_inside[1] && apart <= SLACK).then_some(apart)
    }
}
