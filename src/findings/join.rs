//! Which fact of the old text became which of the new.
//!
//! ```text
//! old    … que 13 personnes … et 66 recommandations …
//! edits  =       -13 +12 =         … -66 +soixante-six =
//! here   13 personnes → 12 personnes        66 recommandations → soixante-six recommandations
//! ```
//!
//! Facts are joined inside a link, by the words around them: what stands in kept words is where those words are now; what a change took
//! away became what the same change brought, if of one kind. So the right "12" meets the right "13", wherever the paragraph is now.
//! What is left then meets what says the same elsewhere in the paragraph. Where a change holds several facts of one sort they are joined
//! in order when there are as many on both sides, else by their value, else not at all.

use std::ops::Range;

use super::fact::{Fact, FactKind};
use crate::compare::{Change, Op};
use crate::structure::Document;

/// The facts of one side of a link: indices into its document's facts, each with its place in the joined text.
struct Side<'a> {
    facts: &'a [Fact],
    places: Vec<(usize, Range<usize>)>,
    is_tied: Vec<bool>,
}

impl<'a> Side<'a> {
    fn of(document: &Document, facts: &'a [Fact], units: &[usize]) -> Self {
        let mut places = vec![];
        let mut base = 0;
        for &unit in units {
            let first = facts.partition_point(|fact| fact.unit < unit);
            let own = facts[first..].iter().take_while(|fact| fact.unit == unit).enumerate();
            places.extend(own.map(|(at, fact)| (first + at, base + fact.start..base + fact.end)));
            base += document.units[unit].text.chars().count() + 1;
        }
        Self { facts, is_tied: vec![false; places.len()], places }
    }

    fn fact(&self, at: usize) -> &Fact {
        &self.facts[self.places[at].0]
    }

    /// Those not tied yet that touch `range`.
    fn open(&self, range: &Range<usize>) -> Vec<usize> {
        let touches = |at: &usize| {
            let place = &self.places[*at].1;
            !self.is_tied[*at] && place.start < range.end && range.start < place.end
        };
        (0..self.places.len()).filter(touches).collect()
    }
}

/// A change of some words, as places in both joined texts; kept words where both are as long and `is_kept`.
struct Stretch {
    old: Range<usize>,
    new: Range<usize>,
    is_kept: bool,
}

/// Pairs of facts, as indices into the facts of the old document and of the new, for every link.
pub(super) fn ties(documents: [&Document; 2], facts: [&[Fact]; 2], changes: &[Change]) -> Vec<(usize, usize)> {
    let mut ties: Vec<(usize, usize)> = changes
        .iter()
        .filter(|change| !change.link.old.is_empty() && !change.link.new.is_empty())
        .flat_map(|change| {
            let old = Side::of(documents[0], facts[0], &change.link.old);
            let new = Side::of(documents[1], facts[1], &change.link.new);
            Join { old, new, ties: vec![] }.joined(&stretches(change))
        })
        .collect();
    ties.sort_unstable();
    ties
}

fn stretches(change: &Change) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = vec![];
    let (mut old, mut new) = (0, 0);
    for edit in &change.edits {
        let length = edit.text.chars().count();
        let is_kept = edit.op == Op::Equal;
        let (before, after) = (old, new);
        old += if edit.op == Op::Insert { 0 } else { length };
        new += if edit.op == Op::Delete { 0 } else { length };
        match stretches.last_mut().filter(|last| !last.is_kept && !is_kept) {
            Some(last) => (last.old.end, last.new.end) = (old, new),
            None => stretches.push(Stretch { old: before..old, new: after..new, is_kept }),
        }
    }
    stretches
}

struct Join<'a> {
    old: Side<'a>,
    new: Side<'a>,
    ties: Vec<(usize, usize)>,
}

impl Join<'_> {
    fn joined(mut self, stretches: &[Stretch]) -> Vec<(usize, usize)> {
        for stretch in stretches.iter().filter(|stretch| stretch.is_kept) {
            self.kept(stretch);
        }
        for stretch in stretches.iter().filter(|stretch| !stretch.is_kept) {
            let (old, new) = (self.old.open(&stretch.old), self.new.open(&stretch.new));
            // Places in a row come in turn: of "the nineteenth … the twentieth session" the second is not what stayed.
            self.in_order(&old, &new, |fact| fact.kind == FactKind::Ordinal);
            self.alike(&old, &new);
            self.in_order(&old, &new, |_| true);
        }
        let all = |side: &Side<'_>| side.open(&(0..usize::MAX));
        let (old, new) = (all(&self.old), all(&self.new));
        self.alike(&old, &new);
        self.ties
    }

    fn tie(&mut self, old: usize, new: usize) {
        self.old.is_tied[old] = true;
        self.new.is_tied[new] = true;
        self.ties.push((self.old.places[old].0, self.new.places[new].0));
    }

    /// What stands wholly in kept words.
    fn kept(&mut self, stretch: &Stretch) {
        for old in 0..self.old.places.len() {
            let place = self.old.places[old].1.clone();
            if place.start < stretch.old.start || place.end > stretch.old.end {
                continue;
            }
            let moved = |at: usize| at - stretch.old.start + stretch.new.start;
            let wanted = moved(place.start)..moved(place.end);
            let new = (0..self.new.places.len()).find(|&new| self.new.places[new].1 == wanted && !self.new.is_tied[new]);
            if let Some(new) = new.filter(|&new| self.new.fact(new).kind == self.old.fact(old).kind) {
                self.tie(old, new);
            }
        }
    }

    /// The first of `new` that says the same as each of `old`.
    fn alike(&mut self, old: &[usize], new: &[usize]) {
        for &before in old {
            let is_same = |after: &&usize| {
                let (old, new) = (self.old.fact(before), self.new.fact(**after));
                !self.new.is_tied[**after] && old.kind == new.kind && old.value == new.value
            };
            if let Some(&after) = new.iter().find(is_same).filter(|_| !self.old.is_tied[before]) {
                self.tie(before, after);
            }
        }
    }

    /// Facts of one sort, one after the other, where there are as many on both sides.
    fn in_order(&mut self, old: &[usize], new: &[usize], is_wanted: impl Fn(&Fact) -> bool) {
        for &before in old {
            let sort = sort(self.old.fact(before));
            if self.old.is_tied[before] || !is_wanted(self.old.fact(before)) {
                continue;
            }
            let rest = |side: &Side<'_>, of: &[usize]| {
                of.iter().copied().filter(|&at| !side.is_tied[at] && self::sort(side.fact(at)) == sort).collect::<Vec<_>>()
            };
            let (old, new) = (rest(&self.old, old), rest(&self.new, new));
            if old.len() == new.len() {
                old.into_iter().zip(new).for_each(|(before, after)| self.tie(before, after));
            }
        }
    }
}

/// What facts must share to be joined though they differ: of counts and ordinals the stem of the noun, whatever its number or gender; of
/// dates, whether they are years or days; of citations what is cited.
fn sort(fact: &Fact) -> (FactKind, String) {
    const STEM: usize = 4;
    let sort = match fact.kind {
        FactKind::Count | FactKind::Ordinal => fact.noun().map(|noun| noun.chars().take(STEM).collect()),
        FactKind::Citation => fact.value.split(' ').next().map(str::to_owned),
        FactKind::Date | FactKind::Period => Some(fact.value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()),
        FactKind::Money | FactKind::Percent | FactKind::Symbol | FactKind::Verb => None,
    };
    (fact.kind, sort.unwrap_or_default())
}
