//! Since when each word stands: carried from text to text along the redlines.
//!
//! ```text
//! ASP/18  Prie instamment les États          18 18 18 18
//! ASP/19  Prie les États                     18    18 18      "instamment" left
//! ASP/20  Prie instamment tous les États     18 20 20 18 18   "instamment" again since ASP/20, before until ASP/18
//! ```
//!
//! What a redline keeps keeps its year, wherever its paragraph moved and however it was split or merged. What it shows as typography
//! keeps the year of what it stands for. What came in is of its own year; if it had stood in the same paragraph before
//! (`memory`), or the paragraph itself was away, it says since when again, and from when until when before.
//! `O(characters)`, and the search for what came back.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::memory::Memory;
use super::origins::{Origin, OriginId, Origins, Spell};
use super::place::Place;
use super::reinstated::Return;
use super::step::Step;
use super::wording::{end_in_row, numbered, words};
use crate::align::Relation;
use crate::compare::{Edit, EditWeight, Kept, Op, shortest_script};
use crate::structure::Document;

/// The years of one unit's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct UnitProvenance {
    /// The index of the text.
    pub document: usize,
    /// The index of the unit.
    pub unit: usize,
    /// They tile the unit's text.
    pub runs: Vec<Run>,
}

/// A stretch of text that has stood since one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Run {
    /// Unicode scalar values of the unit's text before it.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The index of the text in which it entered, to stay.
    pub since: usize,
    /// When it had stood there before, the earliest first.
    pub earlier: Vec<Spell>,
}

/// The years of every word: for each text, of each of its units. `of_unit` names the lineage of each.
pub(super) fn provenance(
    documents: &[&Document],
    steps: &[Step],
    returns: &[Return],
    of_unit: &[Vec<usize>],
) -> Vec<Vec<UnitProvenance>> {
    let count = of_unit.iter().flatten().max().map_or(0, |last| last + 1);
    let mut carrier = Carrier {
        documents,
        of_unit,
        origins: Origins::default(),
        stamps: documents.iter().map(|document| vec![vec![]; document.units.len()]).collect(),
        memories: (0..count).map(|_| Memory::default()).collect(),
    };
    if let Some(first) = documents.first() {
        let origin = carrier.origins.fresh(0);
        for unit in &first.units {
            carrier.stamps[0][unit.index] = vec![origin; unit.text.chars().count()];
        }
    }
    for step in steps {
        for change in &step.links {
            let places =
                |document: usize, units: &[usize]| units.iter().map(|&unit| Place { document, unit }).collect::<Vec<_>>();
            let new = places(step.new, &change.link.new);
            let back = returns.iter().find(|back| change.link.relation == Relation::Inserted && back.new == new[0]);
            match back {
                Some(back) => carrier.carry(&[back.old], &new, &back.change.edits),
                None => carrier.carry(&places(step.old, &change.link.old), &new, &change.edits),
            }
        }
    }
    let unit_runs = |(document, units): (usize, &Vec<Vec<OriginId>>)| {
        let runs = |stamps: &[OriginId]| runs(stamps, &carrier.origins);
        units.iter().enumerate().map(|(unit, stamps)| UnitProvenance { document, unit, runs: runs(stamps) }).collect()
    };
    carrier.stamps.iter().enumerate().map(unit_runs).collect()
}

/// Characters of one origin in a row as one run.
fn runs(stamps: &[OriginId], origins: &Origins) -> Vec<Run> {
    let mut start = 0;
    stamps
        .chunk_by(|a, b| a == b)
        .map(|same| {
            let Origin { since, earlier } = origins.of(same[0]).clone();
            let run = Run { start, end: start + same.len(), since, earlier };
            start = run.end;
            run
        })
        .collect()
}

struct Carrier<'a> {
    documents: &'a [&'a Document],
    of_unit: &'a [Vec<usize>],
    origins: Origins,
    /// For each text and unit, the origin of each character.
    stamps: Vec<Vec<Vec<OriginId>>>,
    /// For each lineage, what it has lost.
    memories: Vec<Memory>,
}

impl Carrier<'_> {
    /// Carries the origins of `old` over `edits` to `new`; both sides are joined as in a redline, one unit a line.
    fn carry(&mut self, old: &[Place], new: &[Place], edits: &[Edit]) {
        let Some(since) = new.first().map(|place| place.document) else { return };
        let last = old.first().map_or(since, |place| place.document);
        let fresh = self.origins.fresh(since);
        let before = self.joined(old);
        let owners = |places: &[Place]| places.iter().map(|place| self.of_unit[place.document][place.unit]).collect::<Vec<_>>();
        let (givers, takers) = (owners(old), owners(new));
        let (mut at, mut line, mut after) = (0, [0, 0], vec![]);
        // What went just before, and its origins.
        let mut gone: (&str, &[OriginId]) = ("", &[]);
        for (index, edit) in edits.iter().enumerate() {
            let length = edit.text.chars().count();
            let owner = |side: usize, owners: &[usize]| owners.get(line[side]).copied().unwrap_or_default();
            let is_editorial = edit.weight == Some(EditWeight::Editorial);
            match edit.op {
                Op::Equal => after.extend(before[at..at + length].iter().map(|&origin| self.kept(origin, last, since))),
                Op::Delete => {
                    gone = (&edit.text, &before[at..at + length]);
                    let is_replaced = edits.get(index + 1).is_some_and(|next| next.op == Op::Insert);
                    if !is_editorial && !is_replaced {
                        self.memories[owner(0, &givers)].lose(&words(gone.0), gone.1, last);
                    }
                }
                Op::Insert if is_editorial => {
                    let near = gone.1.first().or(after.last()).or(before.get(at)).copied().unwrap_or(fresh);
                    let is_twin = gone.1.len() == length;
                    after.extend((0..length).map(|k| if is_twin { gone.1[k] } else { near }));
                }
                Op::Insert => {
                    let owners = [owner(0, &givers), owner(1, &takers)];
                    after.extend(self.replaced(gone, &edit.text, [last, since], owners));
                }
            }
            let lines = edit.text.matches('\n').count();
            if edit.op != Op::Insert {
                (at, line[0]) = (at + length, line[0] + lines);
            }
            if edit.op != Op::Delete {
                gone = ("", &[]);
                line[1] += lines;
            }
        }
        let mut from = 0;
        for place in new {
            let length = self.documents[place.document].units[place.unit].text.chars().count();
            self.stamps[place.document][place.unit] = after[from..from + length].to_vec();
            from += length + 1;
        }
    }

    /// The origin, in the text `since`, of what was kept from the text `last`.
    fn kept(&mut self, origin: OriginId, last: usize, since: usize) -> OriginId {
        if last + 1 == since { origin } else { self.origins.again(origin, last, since) }
    }

    /// The origins of what came in where `gone` stood. A redline shows a rewriting whole, as a reader takes it in; a word that stands
    /// on both sides of it keeps its year all the same.
    fn replaced(
        &mut self,
        gone: (&str, &[OriginId]),
        text: &str,
        [last, since]: [usize; 2],
        [loser, taker]: [usize; 2],
    ) -> Vec<OriginId> {
        let lexicon = self.documents[since].language.lexicon();
        let mut stamps = vec![self.origins.fresh(since); text.chars().count()];
        let (old, new) = (words(gone.0), words(text));
        let [old_numbers, new_numbers] = numbered([&old, &new]);
        let mut kept = shortest_script(&old_numbers, &new_numbers, 0);
        kept.push(Kept { old: old.len(), new: new.len(), len: 0 });
        let mut from = [0, 0];
        for row in kept {
            self.memories[loser].lose(&old[from[0]..row.old], gone.1, last);
            self.memories[taker].recall(&new[from[1]..row.new], since, lexicon, &mut self.origins, &mut stamps);
            for k in 0..row.len {
                let origin = self.kept(gone.1[old[row.old + k].place.start], last, since);
                stamps[new[row.new + k].place.start..end_in_row(&new, row.new + k, row.new + row.len)].fill(origin);
            }
            from = [row.old + row.len, row.new + row.len];
        }
        stamps
    }

    fn joined(&mut self, places: &[Place]) -> Vec<OriginId> {
        let mut joined = vec![];
        for (at, place) in places.iter().enumerate() {
            if at > 0 {
                joined.push(self.origins.fresh(place.document));
            }
            joined.extend(&self.stamps[place.document][place.unit]);
        }
        joined
    }
}
