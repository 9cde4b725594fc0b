//! Paragraphs and sections that came or went, each once: what stands under one that came is told by it.

use std::collections::BTreeMap;

use super::{Matter, Point, Redlined, weights};
use crate::report::pair::governing_headings;
use crate::structure::{Document, Kind};

/// A point for each paragraph or section that only one text has.
pub(super) fn points(redlined: Redlined<'_>) -> Vec<Point> {
    let [old, new] = redlined.documents;
    let (mut gone, mut come) = (vec![None; old.units.len()], vec![None; new.units.len()]);
    for (index, change) in redlined.links.iter().enumerate() {
        if change.link.new.is_empty() {
            change.link.old.iter().for_each(|&unit| gone[unit] = Some(index));
        } else if change.link.old.is_empty() {
            change.link.new.iter().for_each(|&unit| come[unit] = Some(index));
        }
    }
    [side(Matter::New, new, &come), side(Matter::Gone, old, &gone)].concat()
}

/// The points of one text, of whose units `links` has the link of those that the other does not have.
fn side(matter: Matter, document: &Document, links: &[Option<usize>]) -> Vec<Point> {
    let headings = governing_headings(document);
    let units = &document.units;
    let is_alone = |unit: usize| links[unit].is_some() && units[unit].kind.is_text();
    let parent = |unit: usize| units[unit].parent.filter(|&parent| is_alone(parent));
    let above = |unit: usize| parent(unit).or_else(|| headings[unit].filter(|&heading| is_alone(heading)));
    // By its head, what stands under it without being a part of a paragraph there.
    let mut runs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for unit in (0..units.len()).filter(|&unit| is_alone(unit)) {
        let head = std::iter::successors(Some(unit), |&unit| above(unit)).last().unwrap_or(unit);
        let run = runs.entry(head).or_default();
        if unit == head || parent(unit).is_none_or(|parent| matches!(units[parent].kind, Kind::Heading | Kind::Annex)) {
            run.push(unit);
        }
    }
    let point = |(head, run): (usize, Vec<usize>)| {
        let unit = &units[head];
        let weight = weights::paragraph(unit.kind, &unit.text, document.language, run.len() == 1);
        let end = unit.text.chars().count();
        links[head].map(|link| Point::of(matter, weight, link, run).at(0, end))
    };
    runs.into_iter().filter_map(point).collect()
}
