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

use std::collections::BTreeMap;
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

    /// Those not tied yet that touch `range`. Facts of a paragraph stand one behind the other.
    fn open(&self, range: &Range<usize>) -> Vec<usize> {
        let first = self.places.partition_point(|(_, place)| place.end <= range.start);
        let touching = (first..self.places.len()).take_while(|&at| self.places[at].1.start < range.end);
        touching.filter(|&at| !self.is_tied[at]).collect()
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
        for old in self.old.open(&stretch.old) {
            let place = self.old.places[old].1.clone();
            if place.start < stretch.old.start || place.end > stretch.old.end {
                continue;
            }
            let moved = |at: usize| at - stretch.old.start + stretch.new.start;
            let wanted = moved(place.start)..moved(place.end);
            let is_same = |&&new: &&usize| {
                self.new.places[new].1 == wanted && !self.new.is_tied[new] && self.new.fact(new).kind == self.old.fact(old).kind
            };
            if let Some(&new) = self.new.open(&wanted).iter().find(is_same) {
                self.tie(old, new);
            }
        }
    }

    /// Each of `old` with the first of `new` that says the same.
    fn alike(&mut self, old: &[usize], new: &[usize]) {
        let value = |fact: &Fact| (fact.kind, fact.value.clone());
        for (old, new) in self.groups(old, new, value).into_values() {
            old.into_iter().zip(new).for_each(|(before, after)| self.tie(before, after));
        }
    }

    /// Facts of one sort, one after the other, where there are as many on both sides.
    fn in_order(&mut self, old: &[usize], new: &[usize], is_wanted: impl Fn(&Fact) -> bool) {
        for (old, new) in self.groups(old, new, sort).into_values() {
            let is_wanted = old.first().is_some_and(|&at| is_wanted(self.old.fact(at)));
            if is_wanted && old.len() == new.len() {
                old.into_iter().zip(new).for_each(|(before, after)| self.tie(before, after));
            }
        }
    }

    /// Those not tied yet, of both sides, by what they share.
    fn groups(&self, old: &[usize], new: &[usize], key: impl Fn(&Fact) -> Key) -> BTreeMap<Key, (Vec<usize>, Vec<usize>)> {
        let mut groups: BTreeMap<Key, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for &at in old.iter().filter(|&&at| !self.old.is_tied[at]) {
            groups.entry(key(self.old.fact(at))).or_default().0.push(at);
        }
        for &at in new.iter().filter(|&&at| !self.new.is_tied[at]) {
            groups.entry(key(self.new.fact(at))).or_default().1.push(at);
        }
        groups
    }
}

/// What facts share: their kind, and a value or a sort.
type Key = (FactKind, String);

/// What facts must share to be joined though they differ: of counts and ordinals the stem of the noun, whatever its number or gender; of
/// dates, whether they are years or days; of citations what is cited.
fn sort(fact: &Fact) -> Key {
    const STEM: usize = 4;
    let sort = match fact.kind {
        FactKind::Count | FactKind::Ordinal => fact.noun().map(|noun| noun.chars().take(STEM).collect()),
        FactKind::Citation => fact.value.split(' ').next().map(str::to_owned),
        FactKind::Date | FactKind::Period => Some(fact.value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()),
        FactKind::Money | FactKind::Percent | FactKind::Symbol | FactKind::Verb => None,
    };
    (fact.kind, sort.unwrap_or_default())
}
