//! The rows of figures that changed, and which of them are one.
//!
//! ```text
//! – → 16 h 30, 15 heures → –         15 heures → 16 h 30
//! 4 → 5, 5 September → 6 September   4 and 5 September → 5 and 6 September
//! – → 66/1, 66/1 → –                 nothing: it stands elsewhere in its paragraph
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::fact::{Fact, FactKind, Spoken};
use super::join::Stretch;
use super::stray::Stray;
use crate::language::{Language, ordinal_word};

/// A figure of one side.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) place: Range<usize>,
    pub(super) value: String,
    pub(super) kind: FactKind,
    /// The unit of time or measure ([`Fact::measure`]).
    pub(super) measure: Option<usize>,
    /// The fact itself, where it stands in another paragraph, from which its words moved; then `place` is of no use.
    pub(super) elsewhere: Option<Fact>,
}

impl Item {
    pub(super) fn fact(fact: &Fact, place: &Range<usize>, language: Language) -> Self {
        let measure = fact.measure(language);
        Self { place: place.clone(), value: fact.value.clone(), kind: fact.kind, measure, elsewhere: None }
    }

    pub(super) fn elsewhere(fact: &Fact, language: Language) -> Self {
        Self { elsewhere: Some(fact.clone()), ..Self::fact(fact, &(usize::MAX..usize::MAX), language) }
    }

    pub(super) fn spoken(spoken: &Spoken) -> Self {
        let value = spoken.value.clone();
        Self { place: spoken.place.clone(), value, kind: FactKind::Count, measure: None, elsewhere: None }
    }

    pub(super) fn stray(stray: Stray) -> Self {
        Self { place: stray.place, value: stray.text, kind: stray.kind, measure: None, elsewhere: None }
    }

    /// Whether `new` is another figure; that another word names what is counted is no change of the figure, but months are no weeks.
    pub(super) fn differs(&self, new: &Self) -> bool {
        let is_counted = |item: &Self| matches!(item.kind, FactKind::Count | FactKind::Ordinal);
        let number = |item: &Self| item.value.split(' ').next().map(str::to_owned);
        let is_same = is_counted(self) && self.kind == new.kind && self.measure == new.measure && number(self) == number(new);
        self.value != new.value && !is_same && !self.is_as_ordinal(new)
    }

    /// Whether both are one ordinal in words, of another gender: "une première étude", "un premier bilan".
    fn is_as_ordinal(&self, new: &Self) -> bool {
        let of = |item: &Self, language| {
            Some(item).filter(|i| i.kind == FactKind::Figure).and_then(|i| ordinal_word(&i.value, language))
        };
        let is_one = |language| of(self, language).zip(of(new, language)).is_some_and(|(old, new)| old.value() == new.value());
        Language::ALL.into_iter().any(is_one)
    }
}

/// A figure and what it became; one of the two is there.
pub(super) struct Row {
    pub(super) old: Option<Item>,
    pub(super) new: Option<Item>,
    /// Where it stands in the new text, or would.
    pub(super) at: usize,
}

/// `rows` with what came and what went alone in a short stretch as one, in order, where either is a figure that no reader knows: "15 heures" and
/// "16 h 30". A figure of which two parts changed, each in a stretch of its own, is one row.
pub(super) fn met(rows: Vec<Row>, stretches: &[Stretch]) -> Vec<Row> {
    /// In a longer one they need have nothing to do with each other.
    const SHORT: usize = 60;
    let mut met: Vec<Row> = vec![];
    let mut alone: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let span = |item: &Option<Item>| item.as_ref().map(|item| (item.place.start, item.place.end));
    let paired = |row: &&Row| row.old.is_some() && row.new.is_some();
    let mut told: [BTreeSet<(usize, usize)>; 2] = [BTreeSet::new(), BTreeSet::new()];
    for row in rows.iter().filter(paired) {
        told[0].extend(span(&row.old));
        told[1].extend(span(&row.new));
    }
    for row in rows {
        // Two parts of one figure may have changed, each in a stretch of its own; the figure is told once.
        let is_told = match (span(&row.old), span(&row.new)) {
            (Some(old), None) => !told[0].insert(old),
            (None, Some(new)) => !told[1].insert(new),
            (old, new) => met.last().is_some_and(|last: &Row| span(&last.old) == old && span(&last.new) == new),
        };
        if is_told {
            continue;
        }
        let stretch = match (&row.old, &row.new) {
            (Some(old), None) => stretches.partition_point(|stretch| stretch.old.end <= old.place.start),
            (None, Some(new)) => stretches.partition_point(|stretch| stretch.new.end <= new.place.start),
            _ => usize::MAX,
        };
        if stretches.get(stretch).is_some_and(|stretch| stretch.old.len().max(stretch.new.len()) <= SHORT) {
            alone.entry(stretch).or_default().push(met.len());
        }
        met.push(row);
    }
    let mut is_taken = vec![false; met.len()];
    for rows in alone.into_values() {
        let (mut gone, mut come): (Vec<usize>, Vec<usize>) = rows.into_iter().partition(|&at| met[at].old.is_some());
        let place = |item: &Option<Item>| item.as_ref().map(|item| item.place.start);
        gone.sort_by_key(|&at| place(&met[at].old));
        come.sort_by_key(|&at| place(&met[at].new));
        let is_figure = |item: &Option<Item>| item.as_ref().is_some_and(|item| item.kind == FactKind::Figure);
        let has_figure = |(&was, &is): (&usize, &usize)| is_figure(&met[was].old) || is_figure(&met[is].new);
        if gone.len() != come.len() || !gone.iter().zip(&come).all(has_figure) {
            continue;
        }
        for (was, is) in gone.into_iter().zip(come) {
            met[is].old = met[was].old.take();
            is_taken[was] = true;
        }
    }
    met.into_iter().zip(is_taken).filter(|(_, is_taken)| !is_taken).map(|(row, _)| row).collect()
}

/// Strays that are parts of one figure as one: of two the one that holds the other.
pub(super) fn merged(strays: Vec<Stray>) -> Vec<Stray> {
    let mut merged: Vec<Stray> = vec![];
    for stray in strays {
        let holds = |one: &Range<usize>, other: &Range<usize>| one.start <= other.start && other.end <= one.end;
        match merged.last_mut() {
            Some(last) if holds(&last.place, &stray.place) => {}
            Some(last) if holds(&stray.place, &last.place) => *last = stray,
            _ => merged.push(stray),
        }
    }
    merged
}

/// The rows in the order of the new text, days of one date together: "4 and 5 September". `is_list` says of a side, 0 or 1, whether what
/// stands at a place in it only ties the members of a list.
pub(super) fn joined(rows: Vec<Row>, is_list: impl Fn(usize, Range<usize>) -> bool) -> Vec<Row> {
    let mut rows = without_moved(rows);
    rows.sort_by_key(|row| (row.at, row.old.as_ref().map(|item| item.place.start)));
    let mut joined: Vec<Row> = vec![];
    for row in rows {
        match joined.last_mut().filter(|last| is_one_date(last, &row, &is_list)) {
            Some(last) => {
                last.old = both(last.old.take(), row.old);
                last.new = both(last.new.take(), row.new);
            }
            None => joined.push(row),
        }
    }
    joined
}

/// `rows` without what went from one place of the paragraph and came to another as it was.
fn without_moved(rows: Vec<Row>) -> Vec<Row> {
    let mut open: BTreeMap<(bool, String), Vec<usize>> = BTreeMap::new();
    let mut is_moved = vec![false; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let (is_old, item) = match (&row.old, &row.new) {
            (Some(item), None) => (true, item),
            (None, Some(item)) => (false, item),
            _ => continue,
        };
        match open.get_mut(&(!is_old, item.value.clone())).and_then(Vec::pop) {
            Some(before) => (is_moved[before], is_moved[at]) = (true, true),
            None => open.entry((is_old, item.value.clone())).or_default().push(at),
        }
    }
    rows.into_iter().zip(is_moved).filter(|(_, is_moved)| !is_moved).map(|(row, _)| row).collect()
}

/// Whether two rows are dates of one list or months of one period, as one side at least has it.
fn is_one_date(one: &Row, other: &Row, is_list: impl Fn(usize, Range<usize>) -> bool) -> bool {
    /// " and ", ", ", " et le ".
    const NEAR: usize = 7;
    let near = |side: usize, one: &Option<Item>, other: &Option<Item>| {
        let [one, other] = [one.as_ref()?, other.as_ref()?];
        let are_dates = one.kind == FactKind::Date && other.kind == FactKind::Date;
        let are_near = other.place.start.checked_sub(one.place.end).is_some_and(|gap| gap <= NEAR);
        // "March to September 2020"
        let is_month = !one.value.contains(|c: char| c.is_ascii_digit());
        Some(are_dates && are_near && (is_month || is_list(side, one.place.end..other.place.start)))
    };
    let sides = [near(0, &one.old, &other.old), near(1, &one.new, &other.new)];
    sides.contains(&Some(true)) && !sides.contains(&Some(false))
}

fn both(one: Option<Item>, other: Option<Item>) -> Option<Item> {
    match (one, other) {
        (Some(one), Some(other)) => {
            Some(Item { place: one.place.start..other.place.end, value: format!("{}, {}", one.value, other.value), ..one })
        }
        (one, other) => one.or(other),
    }
}
