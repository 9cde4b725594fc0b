//! Paragraphs that were absent for a year or more and came back.
//!
//! Two ways lead to them. The text before last is aligned with the latest as any two are: what it ties, and the year between had
//! not, was away for one year. And all that was dropped in earlier years is aligned with what is new, by the words alone: a number
//! or a place says nothing after years.

use super::pins::SeriesOptions;
use super::place::Place;
use super::step::Step;
use crate::align::{AlignOptions, Alignment, Evidence, Link, Pin, Relation, align_pair};
use crate::compare::{Change, CompareOptions, compare_pair};
use crate::prepare::Corpus;
use crate::structure::{Document, Kind, Unit};

/// A paragraph that came back, with what changed while it was away.
#[derive(Debug)]
pub(super) struct Return {
    /// Where it stood last.
    pub(super) old: Place,
    /// Where it is back.
    pub(super) new: Place,
    pub(super) change: Change,
}

/// How alike a paragraph must be to one that was dropped, of 1000, to be the same again: more than half of the words that matter.
const SAME_AGAIN: u16 = 550;

/// The same of headings, which have few words, many of them in common with others.
const SAME_SHORT: u16 = 900;

/// All returns, in the order of the texts.
pub(super) fn reinstatements(documents: &[&Document], steps: &[Step], far: &[Alignment], options: &SeriesOptions) -> Vec<Return> {
    let tied = options.returns(documents);
    let allows = |place: &Place| tied.iter().flatten().any(|tied| tied == place) || !options.is_alone(*place, documents);
    let mut dropped: Vec<Place> = vec![];
    let mut returns = vec![];
    for (at, step) in steps.iter().enumerate() {
        let mut fresh: Vec<Place> = places(step, Relation::Inserted, documents);
        fresh.retain(allows);
        let found = match at.checked_sub(1) {
            Some(before) if !fresh.is_empty() && !dropped.is_empty() => back(documents, [&dropped, &fresh], &far[before], &tied),
            _ => vec![],
        };
        dropped.retain(|place| !found.iter().any(|back: &Return| back.old == *place));
        dropped.extend(places(step, Relation::Deleted, documents).into_iter().filter(allows));
        returns.extend(found);
    }
    returns
}

/// The units of a step's links of one relation.
fn places(step: &Step, relation: Relation, documents: &[&Document]) -> Vec<Place> {
    let links = step.links.iter().filter(|change| change.link.relation == relation);
    let place = |change: &Change| match relation {
        Relation::Inserted => Place { document: step.new, unit: change.link.new[0] },
        _ => Place { document: step.old, unit: change.link.old[0] },
    };
    links.map(place).filter(|place| can_return(&documents[place.document].units[place.unit])).collect()
}

/// Lines about the text, notes and rows of tables are too much alike for a return to mean anything.
pub(super) fn can_return(unit: &Unit) -> bool {
    !matches!(unit.kind, Kind::Front | Kind::Enacting | Kind::Closing | Kind::Note) && !unit.text.starts_with('|')
}

fn back(documents: &[&Document], [dropped, fresh]: [&[Place]; 2], far: &Alignment, by_hand: &[[Place; 2]]) -> Vec<Return> {
    let [pool, latest] = [dropped, fresh].map(|places| collected(documents, places));
    let decided = |tie: &[Place; 2]| {
        Some([dropped.iter().position(|place| *place == tie[0])?, fresh.iter().position(|place| *place == tie[1])?])
    };
    let tied = |link: &Link| {
        let old = dropped.iter().position(|p| p.document + 2 == fresh[0].document && link.old == [p.unit])?;
        let new = fresh.iter().position(|p| link.new == [p.unit])?;
        is_same(link, [&pool.units[old], &latest.units[new]]).then_some([old, new])
    };
    // Of two pins about one unit the first holds.
    let pairs = by_hand.iter().filter_map(decided).chain(far.links.iter().filter_map(tied));
    let pin = |[old, new]: [usize; 2]| Pin::Tie { old: pool.units[old].id.clone(), new: latest.units[new].id.clone() };
    let pins: Vec<Pin> = pairs.map(pin).collect();
    let sides = [&pool, &latest];
    let corpus = Corpus::of(&sides);
    let pair = corpus.pair(&sides, [0, 1]);
    let mut alignment = align_pair(pair, &AlignOptions { pins });
    alignment.links.retain(|link| match (link.old.as_slice(), link.new.as_slice()) {
        (&[old], &[new]) => link.why.contains(&Evidence::Pin) || is_same(link, [&pool.units[old], &latest.units[new]]),
        _ => false,
    });
    let changes = compare_pair(pair, alignment, CompareOptions::default()).changes;
    changes
        .into_iter()
        .map(|change| Return { old: dropped[change.link.old[0]], new: fresh[change.link.new[0]], change })
        .collect()
}

/// Whether the words tie the two, and enough of them: of what is short, nearly all.
pub(super) fn is_same(link: &Link, units: [&Unit; 2]) -> bool {
    let is_short = |unit: &Unit| matches!(unit.kind, Kind::Heading | Kind::Annex);
    let is_like = is_short(units[0]) == is_short(units[1]);
    let enough = if is_short(units[1]) { SAME_SHORT } else { SAME_AGAIN };
    let is_by_words = link.why.iter().any(|why| matches!(why, Evidence::Identical | Evidence::Words));
    is_like && is_by_words && link.score.is_some_and(|score| score >= enough)
}

/// A document of these units alone: without numbers, places and footnotes, which say nothing after years.
fn collected(documents: &[&Document], places: &[Place]) -> Document {
    let unit = |(index, place): (usize, &Place)| {
        let unit = &documents[place.document].units[place.unit];
        Unit {
            index,
            id: format!("Q{index}"),
            parent: None,
            label: None,
            number: None,
            section: vec![],
            status: None,
            row: None,
            cell: None,
            footnotes: vec![],
            ..unit.clone()
        }
    };
    let units = places.iter().enumerate().map(unit).collect();
    let first = documents[places[0].document];
    Document { units, repairs: vec![], beside: vec![], pages: vec![], notes: vec![], package: None, ..first.clone() }
}
