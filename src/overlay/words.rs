//! The changes of all proposals in one paragraph, laid over each other: which cannot be read apart.
//!
//! ```text
//! draft    a working group of 12 persons, which shall report
//! EU                          15                                 conflict: both replace "12"
//! Kenya                       ten                                single: Kenya alone, one phrase
//!                                      , balanced    may
//! ```
//!
//! Changes belong together that take away a common word, of which one comes in strictly inside what another takes away, or that only
//! insert, in one gap between two words. Touching borders do not tie: what is put behind a word that another replaces stands behind either.
//! For a reader, neighbours that the same delegations change in the same groups are joined over at most two words. `O(n log n)`.

use super::copy::Change;
use super::place::{Alternative, At, Place, Stand, Wanted, What};
use crate::compare::EditWeight;

/// No more words than this stand between two places that are joined.
const JOINED_OVER: usize = 2;

/// A paragraph of the draft, with its words.
pub(super) struct Ground<'a> {
    /// Its characters.
    pub(super) text: &'a [char],
    /// Where its words and signs stand, and whether each is a word.
    pub(super) words: Vec<(usize, usize, bool)>,
}

/// Changes that cannot be read apart.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) changes: Vec<Wanted>,
}

impl Ground<'_> {
    /// The gap between two words, counted, that holds the place `at`.
    fn gap(&self, at: usize) -> usize {
        self.words.partition_point(|&(_, end, _)| end <= at)
    }

    pub(super) fn between(&self, start: usize, end: usize) -> String {
        self.text[start..end].iter().collect()
    }

    /// How many words stand between two places.
    fn words_between(&self, start: usize, end: usize) -> usize {
        let first = self.words.partition_point(|&(from, ..)| from < start);
        self.words[first..].iter().take_while(|&&(_, to, _)| to <= end).filter(|(.., is_word)| *is_word).count()
    }

    /// What only inserts stands before the white space of its gap, where that is the same.
    fn settled(&self, change: &Change) -> Change {
        let mut change = change.clone();
        let gap = self.gap(change.start).checked_sub(1).map_or(0, |before| self.words[before].1);
        while change.start == change.end
            && change.start > gap
            && change.text.chars().next_back().is_some_and(|last| last == self.text[change.start - 1] && last.is_whitespace())
            && !change.text.starts_with(char::is_whitespace)
        {
            let last = change.text.pop().unwrap_or(' ');
            change.text.insert(0, last);
            (change.start, change.end) = (change.start - 1, change.end - 1);
        }
        change
    }

    /// The changes of each proposal, in groups, from left to right.
    pub(super) fn groups(&self, of: &[(usize, &[Change])]) -> Vec<Group> {
        let mut all: Vec<Wanted> = vec![];
        for (by, changes) in of {
            all.extend(changes.iter().map(|change| {
                let Change { start, end, text, weight } = self.settled(change);
                Wanted { start, end, text, weight, by: vec![*by] }
            }));
        }
        all.sort_by(|a, b| (a.start, a.end, &a.text, &a.by).cmp(&(b.start, b.end, &b.text, &b.by)));
        let mut groups: Vec<Group> = vec![];
        for wanted in all {
            let last = groups.last_mut().filter(|group| self.is_tied(group, &wanted));
            match last {
                Some(group) => {
                    group.end = group.end.max(wanted.end);
                    match group.changes.iter_mut().find(|other| other.is_same(&wanted)) {
                        Some(same) => same.by.extend(wanted.by),
                        None => group.changes.push(wanted),
                    }
                }
                None => groups.push(Group { start: wanted.start, end: wanted.end, changes: vec![wanted] }),
            }
        }
        groups
    }

    /// Whether a change that begins no earlier than those of `group` belongs to them.
    fn is_tied(&self, group: &Group, wanted: &Wanted) -> bool {
        let is_one_gap = |other: &Wanted| {
            other.start == other.end && wanted.start == wanted.end && self.gap(other.start) == self.gap(wanted.start)
        };
        let begins_inside = wanted.start < group.end && (wanted.end > wanted.start || wanted.start > group.start);
        begins_inside && group.end > group.start || group.changes.iter().any(is_one_gap)
    }

    /// The place of a group.
    pub(super) fn place(&self, unit: usize, group: Group) -> Place {
        let Group { start, end, changes } = group;
        let mut hands: Vec<usize> = changes.iter().flat_map(|change| change.by.iter().copied()).collect();
        hands.sort_unstable();
        hands.dedup();
        let mut alternatives: Vec<Alternative> = vec![];
        for by in hands {
            let text = self.applied(start..end, changes.iter().filter(|change| change.by.contains(&by)));
            match alternatives.iter_mut().find(|other| other.text.as_ref() == Some(&text)) {
                Some(same) => {
                    same.by.push(by);
                    same.count += 1;
                }
                None => alternatives.push(Alternative::new(what(start..end, &text), Some(text), vec![by])),
            }
        }
        Place {
            id: String::new(),
            unit: Some(unit),
            at: At::Words,
            start: Some(start),
            end: Some(end),
            stand: stand(&alternatives),
            weight: changes.iter().map(|change| change.weight).max().unwrap_or(EditWeight::Substantive),
            alternatives,
            changes,
        }
    }

    /// Some words with changes applied, which stand in order.
    fn applied<'w>(&self, range: std::ops::Range<usize>, changes: impl Iterator<Item = &'w Wanted>) -> String {
        let mut text = String::new();
        let mut at = range.start;
        for change in changes {
            text += &self.between(at, change.start);
            text += &change.text;
            at = change.end;
        }
        text + &self.between(at, range.end)
    }

    /// Places in order, with neighbours joined that a reader takes in at once; never over a sign of `brackets`, which would stand inside
    /// one place and could not be taken without it.
    pub(super) fn joined(&self, places: Vec<Place>, brackets: &[Place]) -> Vec<Place> {
        let mut signs: Vec<usize> = brackets.iter().flat_map(|place| [place.start, place.end]).flatten().collect();
        signs.sort_unstable();
        let is_parted = |last: &Place, next: &Place| {
            let first = signs.partition_point(|&sign| Some(sign) < last.end);
            signs.get(first).is_some_and(|&sign| Some(sign) <= next.start)
        };
        let mut joined: Vec<Place> = vec![];
        for place in places {
            match joined.last_mut().filter(|last| self.reads_on(last, &place) && !is_parted(last, &place)) {
                Some(last) => self.join(last, place),
                None => joined.push(place),
            }
        }
        joined
    }

    fn reads_on(&self, last: &Place, next: &Place) -> bool {
        let hands = |place: &Place| place.alternatives.iter().map(|alternative| alternative.by.clone()).collect::<Vec<_>>();
        let (Some(end), Some(start)) = (last.end, next.start) else { return false };
        let is_of_words = last.at == At::Words && next.at == At::Words && last.weight == next.weight;
        is_of_words
            && last.stand == next.stand
            && last.stand != Stand::SamePlace
            && hands(last) == hands(next)
            && self.words_between(end, start) <= JOINED_OVER
    }

    fn join(&self, last: &mut Place, next: Place) {
        let (start, from) = (last.start.unwrap_or_default(), last.end.unwrap_or_default());
        let (to, end) = (next.start.unwrap_or_default(), next.end.unwrap_or_default());
        for (alternative, more) in last.alternatives.iter_mut().zip(next.alternatives) {
            let text = alternative.text.take().unwrap_or_default() + &self.between(from, to) + &more.text.unwrap_or_default();
            alternative.what = what(start..end, &text);
            alternative.text = Some(text);
        }
        last.end = Some(end);
        last.changes.extend(next.changes);
    }
}

impl Wanted {
    fn is_same(&self, other: &Self) -> bool {
        (self.start, self.end, &self.text) == (other.start, other.end, &other.text)
    }
}

fn what(range: std::ops::Range<usize>, text: &str) -> What {
    match (range.is_empty(), text.is_empty()) {
        (true, _) => What::Insert,
        (false, true) => What::Delete,
        (false, false) => What::Replace,
    }
}

/// How the alternatives of some words relate.
fn stand(alternatives: &[Alternative]) -> Stand {
    match alternatives {
        [one] if one.by.len() == 1 => Stand::Single,
        [_] => Stand::Agreement,
        _ if alternatives.iter().all(|alternative| alternative.what == What::Insert) => Stand::SamePlace,
        _ => Stand::Conflict,
    }
}
