//! Two texts of a series, however far apart, tied by all the years between.
//!
//! ```text
//! ASP/17  OP5        OP6               ASP/17  OP5        OP6
//! ASP/18  OP6        OP7 ──┐
//! ASP/19  OP7        OP8   OP9         ASP/19  OP7        OP8 + OP9, split from OP6
//! ```
//!
//! Neighbours have the redline that the series has of them. For other pairs the lineages say what became what, so that no view can
//! disagree with the matrix: what forked or joined in between is one split or merge. Where several became several, each lineage is
//! a tie of its own.

use std::collections::BTreeMap;

use crate::align::{Link, aligned};
use crate::compare::{Change, CompareOptions, Edit, Op, Weight, compare_pair};
use crate::report::left_out::left_out;
use crate::report::summary::Summary;
use crate::report::{Digest, Redline};
use crate::series::{EventKind, Lineage, Series};
use crate::structure::Document;

/// The redline of the texts `old` and `new`, the earlier first.
pub(super) fn between(series: &Series, old: usize, new: usize) -> Redline {
    let documents = [&series.documents[old], &series.documents[new]];
    let links = match series.steps.get(old) {
        Some(step) if step.new == new => step.links.clone(),
        _ => tied(series, [old, new], ties(series, old, new), |_| true),
    };
    of_links(documents, links)
}

/// The redline of one paragraph alone, from the text `old` to the text `new`.
pub(super) fn one_between(series: &Series, lineage: &Lineage, old: usize, new: usize) -> Option<Redline> {
    let documents = [&series.documents[old], &series.documents[new]];
    let units = [lineage.unit_in(old)?, lineage.unit_in(new)?];
    let changes = tied(series, [old, new], vec![units.map(|unit| vec![unit])], |link| link.new == [units[1]]);
    Some(of_links(documents, changes))
}

/// The first text beside itself: every unit as it stands.
pub(super) fn alone(series: &Series) -> Redline {
    let document = &series.documents[0];
    let ties = document.units.iter().map(|unit| [vec![unit.index], vec![unit.index]]).collect();
    let equal = |text: &str| Edit { op: Op::Equal, text: text.to_owned(), weight: None };
    let documents: Vec<&Document> = series.documents.iter().collect();
    let changes = aligned(series.corpus.pair(&documents, [0, 0]), ties).links.into_iter().map(|link| {
        let edits = vec![equal(&document.units[link.new[0]].text)];
        Change { link, edited: false, footnotes_changed: false, weight: Weight::None, edits, passages: vec![] }
    });
    of_links([document, document], changes.collect())
}

/// What changed between two texts whose ties are known, in the links that are wanted.
fn tied(series: &Series, at: [usize; 2], ties: Vec<[Vec<usize>; 2]>, is_wanted: impl Fn(&Link) -> bool) -> Vec<Change> {
    let documents: Vec<&Document> = series.documents.iter().collect();
    let pair = series.corpus.pair(&documents, at);
    let mut alignment = aligned(pair, ties);
    alignment.links.retain(is_wanted);
    compare_pair(pair, alignment, CompareOptions::default()).changes
}

fn of_links([old, new]: [&Document; 2], links: Vec<Change>) -> Redline {
    let left_out = left_out(old, new, &links);
    let summary = Summary::of(old, new, &links, &left_out);
    Redline {
        old: old.clone(),
        new: new.clone(),
        links,
        perhaps: vec![],
        left_out,
        findings: vec![],
        digest: Digest::default(),
        summary,
        notes: vec![],
    }
}

/// What became what between two texts: units of both, by the lineages that forked or joined on the way.
fn ties(series: &Series, old: usize, new: usize) -> Vec<[Vec<usize>; 2]> {
    let group = groups(series, old, new);
    let mut found: BTreeMap<usize, Vec<&Lineage>> = BTreeMap::new();
    for (at, lineage) in series.lineages.iter().enumerate() {
        found.entry(group[at]).or_default().push(lineage);
    }
    let mut ties = vec![];
    for lineages in found.into_values() {
        let sides = [old, new].map(|text| {
            let mut units: Vec<usize> = lineages.iter().filter_map(|lineage| lineage.unit_in(text)).collect();
            units.sort_unstable();
            units
        });
        match [sides[0].len(), sides[1].len()] {
            [0, _] | [_, 0] => {}
            [1, _] | [_, 1] => ties.push(sides),
            _ => ties.extend(lineages.iter().filter_map(|one| Some([vec![one.unit_in(old)?], vec![one.unit_in(new)?]]))),
        }
    }
    ties
}

/// For each lineage, the first of those that it forked from or joined after the text `old`, up to the text `new`.
fn groups(series: &Series, old: usize, new: usize) -> Vec<usize> {
    let place: BTreeMap<&str, usize> = series.lineages.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
    let mut above: Vec<usize> = (0..series.lineages.len()).collect();
    let root = |above: &[usize], mut at: usize| {
        while above[at] != at {
            at = above[at];
        }
        at
    };
    for (at, lineage) in series.lineages.iter().enumerate() {
        let events = lineage.events.iter().filter(|event| event.document > old && event.document <= new);
        for event in events.filter(|event| matches!(event.kind, EventKind::Split | EventKind::Merged)) {
            for other in event.with.iter().filter_map(|id| place.get(id.as_str())) {
                let ends = [root(&above, at), root(&above, *other)];
                above[ends[0].max(ends[1])] = ends[0].min(ends[1]);
            }
        }
    }
    (0..above.len()).map(|at| root(&above, at)).collect()
}
