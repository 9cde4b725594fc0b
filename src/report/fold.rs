//! Folds the paragraphs that did not change, but for a few beside each change.
//!
//! ```text
//! context 1   OP2 (unchanged)   OP3–OP9: unchanged   OP10 (unchanged)   OP11 (changed)
//! ```
//!
//! A paragraph that only has another number counts as unchanged; the line of its fold says the old numbers. The headings above what is
//! shown are shown. A run of headings alone is not folded: there is nothing to name it by.

use super::editorial::touches;
use super::entries::Draft;
use super::label::{Name, beside, range};
use super::pair::Pair;
use super::phrases::{Phrases, counted, fill};
use super::row::{Departure, Fold, Role, Row};
use super::several::follows;
use crate::structure::Kind;

/// How many unchanged paragraphs are shown beside each change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Context {
    /// All of them: nothing is folded.
    All,
    /// This many on either side.
    Paragraphs(usize),
}

/// One: enough to see where a change stands.
impl Default for Context {
    fn default() -> Self {
        Self::Paragraphs(1)
    }
}

/// What stands on the page before anything is folded.
pub(super) enum Item {
    Draft(Box<Draft>),
    Departure(Departure),
}

impl Item {
    fn is_changed(&self) -> bool {
        match self {
            Self::Draft(draft) => draft.entry.is_changed(),
            Self::Departure(_) => true,
        }
    }

    fn is_paragraph(&self) -> bool {
        !matches!(self, Self::Draft(draft) if matches!(draft.entry.role, Role::Heading(_)))
    }
}

/// The rows of the page.
pub(super) fn fold(items: Vec<Item>, context: Context, pair: &Pair<'_>) -> Vec<Row> {
    let shown = shown(&items, context);
    let mut rows = vec![];
    let mut hidden: Vec<Draft> = vec![];
    for (item, shown) in items.into_iter().zip(shown) {
        match item {
            Item::Draft(draft) if !shown => hidden.push(*draft),
            item => {
                close(&mut hidden, pair, &mut rows);
                rows.push(match item {
                    Item::Draft(draft) => Row::Entry(draft.entry),
                    Item::Departure(departure) => Row::Departure(departure),
                });
            }
        }
    }
    close(&mut hidden, pair, &mut rows);
    rows
}

fn shown(items: &[Item], context: Context) -> Vec<bool> {
    let Context::Paragraphs(reach) = context else { return vec![true; items.len()] };
    let mut shown: Vec<bool> = items.iter().map(Item::is_changed).collect();
    let changed = shown.clone();
    let mut near = |order: &mut dyn Iterator<Item = usize>| {
        let mut left = 0;
        for index in order {
            if changed[index] {
                left = reach;
            } else if items[index].is_paragraph() && left > 0 {
                shown[index] = true;
                left -= 1;
            }
        }
    };
    near(&mut (0..items.len()));
    near(&mut (0..items.len()).rev());
    show_headings(items, &mut shown);
    shown
}

/// Shows every heading above something that is shown.
fn show_headings(items: &[Item], shown: &mut [bool]) {
    // The level of the innermost heading still looked for; everything outside it is looked for too.
    let mut wanted = 0;
    for index in (0..items.len()).rev() {
        let level = match &items[index] {
            Item::Draft(draft) => match draft.entry.role {
                Role::Heading(level) => Some(level),
                _ => None,
            },
            Item::Departure(_) => None,
        };
        match level {
            Some(level) if level <= wanted || shown[index] => {
                shown[index] = true;
                wanted = level - 1;
            }
            None if shown[index] => wanted = usize::MAX,
            _ => {}
        }
    }
}

fn close(hidden: &mut Vec<Draft>, pair: &Pair<'_>, rows: &mut Vec<Row>) {
    let drafts = std::mem::take(hidden);
    let line = line(&drafts, pair);
    let entries = drafts.into_iter().map(|draft| draft.entry);
    match line {
        Some(line) => rows.push(Row::Fold(Fold { line, entries: entries.collect() })),
        None => rows.extend(entries.map(Row::Entry)),
    }
}

/// What a paragraph is called, what it was called when it was renumbered, and the old unit that it was.
#[derive(Clone, PartialEq)]
struct Named {
    name: Name,
    was: Option<Name>,
    old: Option<usize>,
}

/// Names that stand in one range.
struct Run {
    first: Named,
    last: Named,
    /// How many they are.
    count: usize,
}

/// "PP1–PP3, OP1–OP4 (were OP2–OP5): unchanged"; None when there is nothing to name.
fn line(drafts: &[Draft], pair: &Pair<'_>) -> Option<String> {
    let mut runs: Vec<Run> = vec![];
    for draft in drafts.iter().filter(|draft| is_named(draft, drafts, pair)) {
        let old = pair.change(draft.link).link.old.first().copied();
        let named = Named { name: draft.name.clone(), was: draft.was.clone(), old };
        match runs.last_mut() {
            Some(run) if run.last.name.is_like(&named.name) && was_next(&run.last, &named, drafts, pair) => {
                run.last = named;
                run.count += 1;
            }
            _ => runs.push(Run { first: named.clone(), last: named, count: 1 }),
        }
    }
    if runs.is_empty() {
        return None;
    }
    let names = runs.iter().map(|run| run_name(run, pair.phrases)).collect::<Vec<_>>().join(pair.phrases.comma);
    let touched = touched(drafts, pair);
    let but = if touched > 0 { counted(pair.phrases.badges.but, touched) } else { String::new() };
    Some(fill(pair.phrases.badges.unchanged, &[&names]) + &but)
}

/// Whether the old names can stand in one range too: no paragraph stood between that is not folded here.
fn was_next(before: &Named, named: &Named, drafts: &[Draft], pair: &Pair<'_>) -> bool {
    if before.was.is_none() && named.was.is_none() {
        return true;
    }
    let is_folded = |old: usize| pair.of_old[old].is_some_and(|link| drafts.iter().any(|draft| draft.link == link));
    let stood = before.old.zip(named.old).is_some_and(|(before, old)| follows(&pair.redline.old.units, before, old, is_folded));
    before.was.is_some() == named.was.is_some() && stood
}

/// How many editorial changes the folded paragraphs hold: they are folded when they are not shown, and are said all the same.
fn touched(drafts: &[Draft], pair: &Pair<'_>) -> usize {
    let mut links: Vec<usize> = drafts.iter().map(|draft| draft.link).collect();
    // The parts of a split share a link.
    links.sort_unstable();
    links.dedup();
    links.into_iter().map(|link| touches(pair.change(link))).sum()
}

/// A part is named only when its paragraph is not there to stand for it, a heading never.
fn is_named(draft: &Draft, drafts: &[Draft], pair: &Pair<'_>) -> bool {
    let Some(unit) = draft.new.map(|index| pair.new_unit(index)) else { return false };
    match unit.kind {
        Kind::Heading | Kind::Annex => false,
        Kind::Subparagraph => {
            let first = drafts.first().and_then(|first| first.new);
            first.is_none_or(|first| unit.parent.is_none_or(|parent| parent < first))
        }
        _ => true,
    }
}

fn run_name(run: &Run, phrases: &Phrases) -> String {
    let name = range([&run.first.name, &run.last.name], run.count, phrases);
    match (&run.first.was, &run.last.was) {
        (Some(was), Some(_)) if run.first == run.last => name + &beside(&run.first.name.was(was, phrases)),
        (Some(first), Some(last)) => name + &fill(phrases.badges.were, &[&range([first, last], run.count, phrases)]),
        _ => name,
    }
}
