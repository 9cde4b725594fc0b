//! The lines that stand where moved paragraphs stood.
//!
//! ```text
//! old   OP8   OP9  OP10 (a section "Arrests")   OP11
//! here  OP8   section “Arrests” (OP9–OP10) moved to OP34–OP35   OP11
//! ```
//!
//! Paragraphs that left together and arrived together share a line; parts that arrived apart are listed. It stands where they would if they had been deleted: see
//! [`left_after`].

use std::collections::BTreeMap;

use super::label::section;
use super::pair::Pair;
use super::phrases::{Phrases, fill};
use super::row::Departure;
use super::several::several;
use crate::align::left_after;
use crate::structure::{Kind, Unit};

/// Old units that left together, and the link they stood after; None for those that stood first.
pub(super) struct Run {
    after: Option<usize>,
    /// Never empty.
    pub(super) units: Vec<usize>,
}

/// Everything that moved, in the order of the old text.
pub(super) fn runs(pair: &Pair<'_>) -> Vec<Run> {
    let links = pair.redline.links.iter().map(|change| &change.link);
    let left = left_after(links, &pair.redline.old, &pair.redline.new);
    // What is shown under its paragraph has no place of its own.
    let after = |unit: usize| left[unit].and_then(|link| (0..=link).rev().find(|&link| !pair.called[link]));
    let mut runs: Vec<Run> = vec![];
    let mut is_open = false;
    for unit in &pair.redline.old.units {
        let Some(link) = pair.of_old[unit.index].filter(|&link| !pair.called[link]) else { continue };
        if !pair.change(link).link.moved {
            is_open = false;
            continue;
        }
        match runs.last_mut().filter(|run| is_open && travels_with(pair, run.units[run.units.len() - 1], unit.index)) {
            Some(run) => run.units.push(unit.index),
            None => runs.push(Run { after: after(unit.index), units: vec![unit.index] }),
        }
        is_open = true;
    }
    runs
}

/// The lines of `runs`, by the link they follow.
pub(super) fn departures(pair: &Pair<'_>, runs: &[Run]) -> BTreeMap<Option<usize>, Vec<Departure>> {
    let mut after: BTreeMap<Option<usize>, Vec<Departure>> = BTreeMap::new();
    for run in runs {
        after.entry(run.after).or_default().push(departure(pair, &run.units));
    }
    after
}

/// Whether old unit `unit` arrived right behind `before`; notes between them do not count.
fn travels_with(pair: &Pair<'_>, before: usize, unit: usize) -> bool {
    let arrived = |old: usize| pair.of_old[old].map(|link| &pair.change(link).link.new);
    match (arrived(before).and_then(|new| new.last()), arrived(unit).and_then(|new| new.first())) {
        (Some(&a), Some(&b)) => a < b && (a + 1..b).all(|between| pair.of_new[between].is_some_and(|link| pair.called[link])),
        _ => false,
    }
}

fn departure(pair: &Pair<'_>, run: &[usize]) -> Departure {
    let mut arrived: Vec<usize> =
        run.iter().filter_map(|&index| pair.of_old[index]).flat_map(|link| pair.change(link).link.new.clone()).collect();
    arrived.dedup();
    let (old, new) = (&pair.redline.old.units, &pair.redline.new.units);
    let [from, to] = [run_name(old, run, pair.phrases), run_name(new, &arrived, pair.phrases)];
    let words = &pair.phrases.badges;
    Departure {
        anchor: pair.anchors.left[run[0]].clone(),
        label: fill(words.former, &[&from]),
        text: if from == to { words.moved.to_owned() } else { fill(words.moved_to, &[&to]) },
        target: arrived.first().map(|&index| pair.anchors.new[index].clone()).unwrap_or_default(),
    }
}

/// "OP9–OP12" of units of the text `all`; with the heading when the run opens with one.
fn run_name(all: &[Unit], run: &[usize], phrases: &Phrases) -> String {
    let is_heading = |unit: &usize| matches!(all[*unit].kind, Kind::Heading | Kind::Annex);
    let paragraphs: Vec<usize> = run.iter().copied().filter(|unit| !is_heading(unit)).collect();
    let heading = run.first().filter(|unit| is_heading(unit)).map(|&unit| section(&all[unit], phrases));
    let numbers = Some(several(all, &paragraphs, phrases)).filter(|numbers| !numbers.is_empty());
    match (heading, numbers) {
        (Some(heading), Some(numbers)) => format!("{heading} ({numbers})"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => String::new(),
    }
}
