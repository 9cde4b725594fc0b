//! The life of each paragraph: which unit it is in each text, and what happened to it.
//!
//! Links are followed forward. A split forks a lineage and a merge joins two: the side with most of the words in common goes on, the
//! other begins or ends there, with the lineage that it came from or went into. `O(units)`.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::place::Place;
use super::reinstated::Return;
use super::step::Step;
use crate::align::Relation;
use crate::compare::{Change, Op, Weight};
use crate::structure::Document;

/// One paragraph's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Lineage {
    /// "L1", "L2", …, in the order of [`super::Series::lineages`].
    pub id: String,
    /// What it was, the earliest first; at most one unit a text.
    pub units: Vec<Place>,
    /// What happened to it, the earliest first.
    pub events: Vec<Event>,
}

impl Lineage {
    /// The unit that the paragraph is in the text `document`.
    pub fn unit_in(&self, document: usize) -> Option<usize> {
        self.units.iter().find(|place| place.document == document).map(|place| place.unit)
    }
}

/// Something that happened to a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Event {
    /// The index of the text in which it is first seen.
    pub document: usize,
    /// What happened.
    pub kind: EventKind,
    /// The ids of the other lineages that it happened with: split from, split into, merged with.
    pub with: Vec<String>,
}

/// What can happen to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EventKind {
    /// First seen; in the first text of a series, older than it.
    Born,
    /// Back after a year or more.
    Reinstated,
    /// Part of it became a paragraph of its own, or it is that part.
    Split,
    /// It took in another, or was taken in.
    Merged,
    /// Stands elsewhere than before.
    Moved,
    /// Printed under another number.
    Renumbered,
    /// Words changed, in more than typography.
    Edited,
    /// Gone.
    Dropped,
}

/// Lineages, and which of them each unit belongs to.
pub(super) struct Threads {
    pub(super) lineages: Vec<Lineage>,
    /// For each text and unit, the index of its lineage in `lineages`.
    pub(super) of_unit: Vec<Vec<usize>>,
}

/// A lineage while it is followed; others are named by their index.
#[derive(Default)]
struct Thread {
    units: Vec<Place>,
    events: Vec<(usize, EventKind, Vec<usize>)>,
}

/// The lineages of `documents`.
pub(super) fn lineages(documents: &[&Document], steps: &[Step], returns: &[Return]) -> Threads {
    let mut loom = Loom { threads: vec![], of_unit: documents.iter().map(|d| vec![usize::MAX; d.units.len()]).collect() };
    if let Some(first) = documents.first() {
        (0..first.units.len()).for_each(|unit| loom.begin(Place { document: 0, unit }, EventKind::Born, vec![]));
    }
    for step in steps {
        for change in &step.links {
            loom.follow(step, change, returns);
        }
    }
    loom.in_order(documents)
}

struct Loom {
    threads: Vec<Thread>,
    of_unit: Vec<Vec<usize>>,
}

impl Loom {
    fn begin(&mut self, place: Place, kind: EventKind, with: Vec<usize>) {
        self.of_unit[place.document][place.unit] = self.threads.len();
        self.threads.push(Thread { units: vec![place], events: vec![(place.document, kind, with)] });
    }

    fn go_on(&mut self, thread: usize, place: Place) {
        self.of_unit[place.document][place.unit] = thread;
        self.threads[thread].units.push(place);
    }

    fn mark(&mut self, thread: usize, document: usize, kind: EventKind, with: Vec<usize>) {
        self.threads[thread].events.push((document, kind, with));
    }

    fn follow(&mut self, step: &Step, change: &Change, returns: &[Return]) {
        let link = &change.link;
        let document = step.new;
        let place = |unit: usize| Place { document, unit };
        let before: Vec<usize> = link.old.iter().map(|&unit| self.of_unit[step.old][unit]).collect();
        match link.relation {
            Relation::Deleted => self.mark(before[0], document, EventKind::Dropped, vec![]),
            Relation::Inserted => {
                let unit = link.new[0];
                match returns.iter().find(|back| back.new == place(unit)) {
                    Some(back) => {
                        let thread = self.of_unit[back.old.document][back.old.unit];
                        self.go_on(thread, place(unit));
                        self.mark(thread, document, EventKind::Reinstated, vec![]);
                    }
                    None => self.begin(place(unit), EventKind::Born, vec![]),
                }
            }
            Relation::Kept => {
                self.go_on(before[0], place(link.new[0]));
                self.flags(before[0], document, change);
            }
            Relation::Split | Relation::Merged => self.fork_and_join(&before, document, change),
        }
    }

    fn flags(&mut self, thread: usize, document: usize, change: &Change) {
        let flags = [
            (change.link.moved, EventKind::Moved),
            (change.link.renumbered, EventKind::Renumbered),
            (change.weight == Weight::Substantive || change.footnotes_changed, EventKind::Edited),
        ];
        flags.into_iter().filter(|(is_so, _)| *is_so).for_each(|(_, kind)| self.mark(thread, document, kind, vec![]));
    }

    /// Pairs the units of both sides by the words they share, most first; those left over begin or end here. What forks or joins
    /// goes on in the first of its parts where the redline keeps none of its words.
    fn fork_and_join(&mut self, before: &[usize], document: usize, change: &Change) {
        let link = &change.link;
        let mut shared = shared(change);
        if shared.is_empty() {
            shared.push(([0, 0], 0));
        }
        shared.sort_by_key(|&([old, new], length)| (std::cmp::Reverse(length), old, new));
        let (mut heir, mut origin) = (vec![None; before.len()], vec![None; link.new.len()]);
        for &([old, new], _) in &shared {
            if heir[old].is_none() && origin[new].is_none() {
                (heir[old], origin[new]) = (Some(new), Some(old));
                self.go_on(before[old], Place { document, unit: link.new[new] });
            }
        }
        let most =
            |side: usize, at: usize| shared.iter().find(|(ends, _)| ends[side] == at).map_or(0, |(ends, _)| ends[1 - side]);
        for new in (0..link.new.len()).filter(|&new| origin[new].is_none()) {
            let (place, from) = (Place { document, unit: link.new[new] }, before[most(1, new)]);
            let thread = self.threads.len();
            self.begin(place, EventKind::Split, vec![from]);
            self.mark(from, document, EventKind::Split, vec![thread]);
        }
        for old in (0..before.len()).filter(|&old| heir[old].is_none()) {
            let into = self.of_unit[document][link.new[most(0, old)]];
            self.mark(before[old], document, EventKind::Merged, vec![into]);
            self.mark(into, document, EventKind::Merged, vec![before[old]]);
        }
        for old in (0..before.len()).filter(|&old| heir[old].is_some()) {
            self.flags(before[old], document, change);
        }
    }

    /// The lineages in the order of the latest text; those that are gone after the one that they last stood after.
    fn in_order(self, documents: &[&Document]) -> Threads {
        let mut order: Vec<usize> = vec![];
        let mut is_placed = vec![false; self.threads.len()];
        for document in (0..documents.len()).rev() {
            let mut after = None;
            let mut inserts: Vec<(Option<usize>, usize)> = vec![];
            for &thread in &self.of_unit[document] {
                if is_placed[thread] {
                    after = Some(thread);
                } else {
                    is_placed[thread] = true;
                    inserts.push((after, thread));
                }
            }
            order = woven(&order, &inserts);
        }
        let mut rank = vec![0; self.threads.len()];
        order.iter().enumerate().for_each(|(at, &thread)| rank[thread] = at);
        let id = |thread: usize| format!("L{}", rank[thread] + 1);
        let lineage = |&thread: &usize| {
            let Thread { units, events } = &self.threads[thread];
            let mut events: Vec<Event> = events
                .iter()
                .map(|(document, kind, with)| Event {
                    document: *document,
                    kind: *kind,
                    with: with.iter().map(|&thread| id(thread)).collect(),
                })
                .collect();
            events.sort_by_key(|event| (event.document, event.kind));
            events.dedup_by(|a, b| {
                let is_twin = (a.document, a.kind) == (b.document, b.kind);
                if is_twin {
                    b.with.append(&mut a.with);
                }
                is_twin
            });
            Lineage { id: id(thread), units: units.clone(), events }
        };
        let lineages = order.iter().map(lineage).collect();
        let of_unit = self.of_unit.iter().map(|units| units.iter().map(|&thread| rank[thread]).collect()).collect();
        Threads { lineages, of_unit }
    }
}

/// `order` with each insert after the place that it names, at the front when it names none; inserts at one place keep their order.
fn woven(order: &[usize], inserts: &[(Option<usize>, usize)]) -> Vec<usize> {
    let mut after: Vec<Vec<usize>> = vec![vec![]; order.iter().chain(inserts.iter().map(|(_, t)| t)).max().map_or(0, |m| m + 1)];
    let mut woven: Vec<usize> = vec![];
    for &(place, thread) in inserts {
        match place {
            Some(place) => after[place].push(thread),
            None => woven.push(thread),
        }
    }
    for &thread in order {
        woven.push(thread);
        woven.append(&mut after[thread]);
    }
    woven
}

/// How many characters each old unit has in common with each new one, as the redline of the link keeps them.
fn shared(change: &Change) -> Vec<([usize; 2], usize)> {
    let mut lengths = vec![0; change.link.old.len() * change.link.new.len()];
    let mut at = [0, 0];
    for edit in &change.edits {
        for c in edit.text.chars() {
            let sides: [bool; 2] = [edit.op != Op::Insert, edit.op != Op::Delete];
            if c == '\n' {
                (0..2).filter(|&side| sides[side]).for_each(|side| at[side] += 1);
            } else if sides == [true, true] {
                lengths[at[0] * change.link.new.len() + at[1]] += 1;
            }
        }
    }
    let ends = |place: usize| [place / change.link.new.len(), place % change.link.new.len()];
    lengths.iter().enumerate().filter(|(_, length)| **length > 0).map(|(place, &length)| (ends(place), length)).collect()
}
