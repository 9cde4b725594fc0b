//! What changed between two texts of a series, row by row.
//!
//! Which pairs: each text and the next, each text and the latest, and with them the first and the last. Other pairs are `rature diff`.
//! Rows are those of a redline of two texts, without places to lead to, since a page shows many pairs; unchanged paragraphs are a line.

use rayon::prelude::*;

use super::between::between;
use crate::report::contents::{Tally, tallies};
use crate::report::departures::runs;
use crate::report::editorial::Editorial;
use crate::report::entries::{Draft, entries};
use crate::report::fold::{Context, Item, fold};
use crate::report::items;
use crate::report::pair::Pair;
use crate::report::phrases::{Phrases, fill};
use crate::report::row::{BadgeKind, Entry, Piece, Row, Standing};
use crate::series::{EventKind, Lineage, Series};

/// Two texts and what changed between them.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Between {
    /// The index of the earlier text.
    pub old: usize,
    /// The index of the later text.
    pub new: usize,
    /// "ASP/19 → ASP/20".
    pub name: String,
    /// The counts that are not nought.
    pub tallies: Vec<Tally>,
    /// What changed.
    pub rows: Vec<Row>,
}

/// Pairs that are offered together.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PairGroup {
    /// "Each text and the next".
    pub name: &'static str,
    /// Never empty.
    pub pairs: Vec<Between>,
}

/// The drafts of one step of a series, for the lives of paragraphs.
pub(super) type Drafts = Vec<Draft>;

/// All pairs, the first and the last before all others; and the drafts of each step.
pub(super) fn pairs(series: &Series, phrases: &'static Phrases) -> (Vec<PairGroup>, Vec<Drafts>) {
    let last = series.documents.len() - 1;
    let neighbours = (0..last).map(|old| (old, old + 1));
    // The last two are neighbours already.
    let to_latest = (0..last.saturating_sub(1)).map(|old| (old, last));
    let all: Vec<(usize, usize)> = neighbours.chain(to_latest).collect();
    let made: Vec<(Between, Drafts)> = all.into_par_iter().map(|(old, new)| pair(series, old, new, phrases)).collect();
    let (mut pairs, mut drafts): (Vec<Between>, Vec<Drafts>) = made.into_iter().unzip();
    drafts.truncate(last);
    let mut latest = pairs.split_off(last);
    let whole = if latest.is_empty() { pairs.clone() } else { vec![latest.remove(0)] };
    let words = &phrases.years;
    let groups = [(words.whole, whole), (words.neighbours, pairs), (words.to_latest, latest)];
    let groups = groups.into_iter().filter(|(_, pairs)| !pairs.is_empty()).map(|(name, pairs)| PairGroup { name, pairs });
    (groups.collect(), drafts)
}

fn pair(series: &Series, old: usize, new: usize, phrases: &'static Phrases) -> (Between, Drafts) {
    let redline = between(series, old, new);
    let pair = Pair::of(&redline, phrases, Editorial::default());
    let mut items = items(&pair, &runs(&pair));
    for item in &mut items {
        if let Item::Draft(draft) = item {
            say_return(draft, series, (old, new), phrases);
        }
    }
    let drafts = if new == old + 1 { entries(&pair) } else { vec![] };
    let mut rows = fold(items, Context::Paragraphs(0), &pair);
    rows.iter_mut().for_each(unlink);
    let [was, is] = [old, new].map(|text| series.documents[text].label.as_str());
    let name = fill(phrases.pair, &[was, is]);
    (Between { old, new, name, tallies: tallies(&redline, phrases), rows }, drafts)
}

/// A paragraph that is back is not new: it says until when it stood before.
fn say_return(draft: &mut Draft, series: &Series, (old, new): (usize, usize), phrases: &'static Phrases) {
    let Some(unit) = draft.new.filter(|_| draft.entry.standing == Standing::Inserted) else { return };
    let is_it = |lineage: &&Lineage| lineage.unit_in(new) == Some(unit);
    let Some(lineage) = series.lineages.iter().find(is_it).filter(|lineage| lineage.unit_in(old).is_none()) else { return };
    let is_back =
        lineage.events.iter().any(|event| event.kind == EventKind::Reinstated && (old + 1..=new).contains(&event.document));
    let Some(before) = lineage.units.iter().rev().find(|place| place.document < old).filter(|_| is_back) else { return };
    let said = fill(phrases.years.back_after, &[&series.documents[before.document].label]);
    for badge in draft.entry.badges.iter_mut().filter(|badge| badge.kind == BadgeKind::Inserted) {
        badge.text.clone_from(&said);
    }
}

/// Takes away where a row is and where it leads.
fn unlink(row: &mut Row) {
    match row {
        Row::Entry(entry) => unlink_entry(entry),
        Row::Departure(departure) => {
            departure.anchor.clear();
            departure.target.clear();
        }
        Row::Fold(fold) => fold.entries.clear(),
    }
}

/// The same of an entry.
pub(super) fn unlink_entry(entry: &mut Entry) {
    entry.anchor.clear();
    entry.badges.iter_mut().for_each(|badge| badge.target = None);
    let pieces = entry.notes.iter_mut().flat_map(|note| {
        note.anchor.clear();
        note.pieces.iter_mut()
    });
    for piece in entry.pieces.iter_mut().chain(pieces) {
        if let Piece::Mark { target, .. } = piece {
            *target = None;
        }
    }
}
