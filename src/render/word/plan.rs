//! What becomes of each link, and where paragraphs come in.
//!
//! ```text
//! old   PP1  OP1  OP2  OP3            PP1   in place
//! new   PP1  OP1  OP3' OP2'  OP4      OP2   in place, edited
//!                                     OP3'  moved: from where it stood to behind OP2
//!                                     OP4   fresh, behind OP3
//! ```
//!
//! Old paragraphs never leave their place in the file, so that it stays what it was. What stands in place on both sides keeps the order of
//! both; everything else goes here and comes there. What comes stands behind the paragraph before it in the order of the redline,
//! deleted ones included, or before the next where that stands in fewer elements (not inside the table that ends above).

use std::collections::BTreeSet;

use super::notes::first_calls;
use super::walk::Opened;
use crate::align::Relation;
use crate::compare::Change;
use crate::report::Redline;

/// What becomes of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Treatment {
    /// Its changes stand inside its paragraphs.
    InPlace,
    /// Not a word changed, but the place.
    Moved,
    /// What there is of old goes, what there is of new comes.
    Rewritten,
}

/// What becomes of everything.
#[derive(Debug)]
pub(super) struct Plan {
    /// For each link.
    pub(super) treatments: Vec<Treatment>,
    /// Old footnotes: they stand and fall with their references.
    pub(super) old_notes: BTreeSet<usize>,
    pub(super) new_notes: BTreeSet<usize>,
}

/// Where a fresh paragraph stands: beside the paragraph of an old unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Before(usize),
    Behind(usize),
}

impl Plan {
    /// The plan for `redline`, on paragraphs of which `main` is the part of the text; `simple` links are rewritten.
    pub(super) fn of(redline: &Redline, opened: &[Option<Opened>], main: usize, simple: &BTreeSet<usize>) -> Self {
        let is_apart = |unit: &usize| opened[*unit].as_ref().is_none_or(|opened| opened.part != main);
        let old_notes: BTreeSet<usize> = first_calls(&redline.old).into_keys().filter(is_apart).collect();
        let new_notes: BTreeSet<usize> = first_calls(&redline.new).into_keys().collect();
        let mut plan = Self { treatments: vec![], old_notes, new_notes };
        let mut last = None;
        for (at, change) in redline.links.iter().enumerate() {
            let treatment = if simple.contains(&at) { Treatment::Rewritten } else { plan.treatment(change, opened, last) };
            if treatment == Treatment::InPlace && !plan.is_aside(change) {
                last = change.link.old.last().and_then(|&unit| position(opened, unit));
            }
            plan.treatments.push(treatment);
        }
        plan
    }

    /// Whether a link is of footnotes on both sides, or on the only one.
    pub(super) fn is_aside(&self, change: &Change) -> bool {
        let link = &change.link;
        link.old.iter().all(|unit| self.old_notes.contains(unit)) && link.new.iter().all(|unit| self.new_notes.contains(unit))
    }

    fn treatment(&self, change: &Change, opened: &[Option<Opened>], last: Option<(usize, usize)>) -> Treatment {
        let link = &change.link;
        let Some(&first_old) = link.old.first().filter(|_| !link.new.is_empty()) else { return Treatment::Rewritten };
        let is_mixed = link.old.iter().any(|unit| self.old_notes.contains(unit))
            || link.new.iter().any(|unit| self.new_notes.contains(unit));
        if !self.is_aside(change) && is_mixed || link.old.iter().any(|&unit| opened[unit].is_none()) {
            return Treatment::Rewritten;
        }
        if link.moved {
            let is_whole = link.relation == Relation::Kept && !change.edited && !change.footnotes_changed;
            return if is_whole { Treatment::Moved } else { Treatment::Rewritten };
        }
        let is_beside = |pair: &[usize]| {
            let beside = opened[pair[0]].as_ref().zip(opened[pair[1]].as_ref());
            beside.is_some_and(|(a, b)| a.part == b.part && a.next == Some(b.paragraph.range.start))
        };
        let is_one = |pair: &[usize]| {
            (pair[0] + 1..pair[1]).all(|between| self.new_notes.contains(&between) || link.new.contains(&between))
        };
        let follows = position(opened, first_old) > last || self.is_aside(change);
        let has_order = link.old.windows(2).all(is_beside) && link.new.windows(2).all(is_one);
        if follows && has_order { Treatment::InPlace } else { Treatment::Rewritten }
    }

    /// Where each new unit that does not stand in place comes in, in the order of the new text.
    pub(super) fn places(&self, redline: &Redline, opened: &[Option<Opened>]) -> Vec<(Place, usize, usize)> {
        let events = self.events(redline);
        let mut next = vec![None; events.len()];
        let mut stays = None;
        for (index, event) in events.iter().enumerate().rev() {
            next[index] = stays;
            if let Event::Stays(unit) = *event {
                stays = Some(unit);
            }
        }
        let first = (0..opened.len()).filter(|&unit| opened[unit].is_some()).min_by_key(|&unit| position(opened, unit));
        let mut places = vec![];
        let mut cursor: Option<usize> = None;
        let position = |unit: Option<usize>| position(opened, unit?);
        for (event, next) in events.into_iter().zip(next) {
            match event {
                Event::Stays(unit) => cursor = Some(unit),
                // What goes may stand beyond what comes next in the new text.
                Event::Goes(unit) => {
                    let at = position(Some(unit));
                    if at > position(cursor) && (next.is_none() || at < position(next)) {
                        cursor = Some(unit);
                    }
                }
                Event::Comes { link, new } => {
                    let place = between(cursor, next, opened).or(first.map(Place::Before));
                    places.extend(place.map(|place| (place, link, new)));
                }
            }
        }
        places
    }

    /// The paragraphs of the text in the order of the new one, with what goes at its place.
    fn events(&self, redline: &Redline) -> Vec<Event> {
        let mut keyed: Vec<((usize, usize), Event)> = vec![];
        let mut after = 0;
        for (index, change) in redline.links.iter().enumerate() {
            let link = &change.link;
            let old = link.old.iter().filter(|unit| !self.old_notes.contains(unit));
            let new = link.new.iter().filter(|unit| !self.new_notes.contains(unit));
            let key = link.new.first().map_or((after, 2), |&first| (first, 0));
            match self.treatments[index] {
                Treatment::InPlace => keyed.extend(old.map(|&unit| (key, Event::Stays(unit)))),
                Treatment::Moved => keyed.extend(new.map(|&new| ((new, 1), Event::Comes { link: index, new }))),
                Treatment::Rewritten => {
                    if !link.moved {
                        keyed.extend(old.map(|&unit| (key, Event::Goes(unit))));
                    }
                    keyed.extend(new.map(|&new| ((new, 1), Event::Comes { link: index, new })));
                }
            }
            after = link.new.first().copied().unwrap_or(after);
        }
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, event)| event).collect()
    }
}

#[derive(Debug, Clone, Copy)]
enum Event {
    /// The paragraph of an old unit, in place.
    Stays(usize),
    /// One that goes.
    Goes(usize),
    /// A new unit comes in.
    Comes { link: usize, new: usize },
}

fn position(opened: &[Option<Opened>], unit: usize) -> Option<(usize, usize)> {
    opened.get(unit)?.as_ref().map(|opened| (opened.part, opened.paragraph.range.start))
}

/// Behind `before`, or before `next` where that one stands in fewer elements.
fn between(before: Option<usize>, next: Option<usize>, opened: &[Option<Opened>]) -> Option<Place> {
    let depth = |unit: usize| opened[unit].as_ref().map_or(usize::MAX, |opened| opened.depth);
    match (before, next) {
        (Some(before), Some(next)) if depth(next) < depth(before) => Some(Place::Before(next)),
        (Some(before), _) => Some(Place::Behind(before)),
        (None, _) => None,
    }
}
