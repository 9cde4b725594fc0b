//! Numbers that a text counts by itself: those of its paragraphs and of its footnotes.
//!
//! ```text
//! 12. …  14. …                     13 is missing
//! … Rome2 … coopération4 …         the mark 3 is missing, if no figure 3 stands between them
//! … Rome2 … Bureau4 … Greffe3      the mark 3 or 4 is out of order
//! ```
//!
//! Paragraphs are asked about in the count of the body alone: annexes and sections that begin again at one also number their headings.
//! A gap of several numbers is another count, not a slip. Of marks that are counted from a text without tags only what cannot be the
//! reader's doubt is asked: few are missing, and the figure itself does not stand where the mark should. Out of order are only marks that are printed as marks.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::findings::finding::{Finding, Place, Rule};
use crate::structure::{Document, Kind, Unit};

/// What the numbers of `document` give to ask; it is text `at` of the series.
pub(super) fn numbers(document: &Document, at: usize) -> Vec<Finding> {
    let mut findings = paragraphs(document, at);
    findings.extend(marks(document, at));
    findings
}

fn numbered(at: usize, unit: &Unit, rule: Rule, number: &str) -> Finding {
    Finding::at(&Place::in_unit(at, unit.index, 0, ""), rule, number, vec![number.to_owned()])
}

/// Numbers that are missing or stand twice among the paragraphs of the body.
fn paragraphs(document: &Document, at: usize) -> Vec<Finding> {
    let counted = |unit: &&Unit| unit.kind == Kind::Operative && (unit.id.starts_with("OP") || unit.id.starts_with("Art"));
    let mut findings = vec![];
    let mut before: Option<(usize, &Unit)> = None;
    for unit in document.units.iter().filter(counted) {
        // "12 bis" and what has no number count nothing.
        let Some(here) = number(unit) else { continue };
        if let Some((last, old)) = before {
            // What was read as something else is there.
            let is_read = |missing: usize| document.units[old.index..unit.index].iter().any(|unit| number(unit) == Some(missing));
            // A count that begins again is another count.
            if here == last && here > 1 {
                findings.push(numbered(at, unit, Rule::Numbering, &here.to_string()));
            } else if here == last + 2 && !is_read(last + 1) {
                findings.push(numbered(at, unit, Rule::Numbering, &(last + 1).to_string()));
            }
        }
        before = Some((here, unit));
    }
    findings
}

/// Footnotes without a mark, marks without a footnote, and marks out of order.
fn marks(document: &Document, at: usize) -> Vec<Finding> {
    let notes: BTreeMap<usize, &Unit> =
        document.units.iter().filter(|unit| is_note(unit)).filter_map(|unit| Some((number(unit)?, unit))).collect();
    // The first mark of each note; and the notes in the order of those marks.
    let (mut called, mut calls): (BTreeMap<usize, &Unit>, Vec<usize>) = (BTreeMap::new(), vec![]);
    // A figure behind a word, "Rome2", was taken for a mark by its place in the count.
    let mut are_marked = true;
    for unit in document.units.iter().filter(|unit| !is_note(unit)) {
        for (number, printed) in unit.footnotes.iter().filter_map(|mark| Some((mark.mark.parse().ok()?, &mark.printed))) {
            are_marked &= !printed.bytes().all(|b| b.is_ascii_digit());
            if let Entry::Vacant(first) = called.entry(number) {
                first.insert(unit);
                calls.push(number);
            }
        }
    }
    let Some((&most, last)) = called.last_key_value() else { return vec![] };
    // The last mark of all leaves no gap, only its note.
    let most = if notes.contains_key(&(most + 1)) { most + 1 } else { most };
    let is_missing = |number: &usize| {
        let before = called.range(..number).next_back().map_or(0, |(_, unit)| unit.index);
        let after = called.range(number..).next().map_or(document.units.len() - 1, |(_, unit)| unit.index);
        let mut between = document.units.iter().skip(before).take_while(|unit| unit.index <= after);
        !between.any(|unit| !is_note(unit) && has_figure(&unit.text, *number))
    };
    let place =
        |number: usize| called.range(number..).next().map(|(_, unit)| *unit).or(notes.get(&number).copied()).unwrap_or(last);
    let uncalled: Vec<usize> = (1..=most).filter(|number| !called.contains_key(number)).collect();
    let unwritten: Vec<usize> = called.keys().copied().filter(|number| !notes.contains_key(number)).collect();
    let fallen = out_of_order(&calls);
    let mut findings = vec![];
    if !fallen.is_empty() {
        let is_slip = are_marked && is_slip(fallen.len(), calls.len());
        findings.extend(fallen.into_iter().filter(|_| is_slip).map(|number| (Rule::FootnoteMark, number)));
    } else if uncalled.len() * OFTEN <= most
        || is_slip(uncalled.len(), calls.len()) && uncalled.iter().all(|number| notes.contains_key(number))
    {
        findings.extend(uncalled.into_iter().filter(is_missing).map(|number| (Rule::FootnoteMark, number)));
    }
    if is_slip(unwritten.len(), notes.len()) {
        findings.extend(unwritten.into_iter().map(|number| (Rule::FootnoteText, number)));
    }
    findings.into_iter().map(|(rule, number)| numbered(at, place(number), rule, &number.to_string())).collect()
}

/// Of so many numbers one may be wrong; where more are, it is the reading that is in doubt.
const OFTEN: usize = 5;

/// Whether `wrong` numbers among `all` can be a slip: few, or one where some are right.
fn is_slip(wrong: usize, all: usize) -> bool {
    /// Two that are right may be right by chance.
    const SOME: usize = 3;
    wrong * OFTEN <= all || wrong == 1 && all >= SOME
}

/// Those of `numbers` that are not on their longest rising run, by patience sorting: `O(n log n)`.
fn out_of_order(numbers: &[usize]) -> Vec<usize> {
    // For each length of a run the place where the lowest such run ends; and for each place the one before it on its run.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (vec![], vec![]);
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let run: BTreeSet<usize> = std::iter::successors(ends.last().copied(), |&at| before[at]).collect();
    (0..numbers.len()).filter(|at| !run.contains(at)).map(|at| numbers[at]).collect()
}

fn is_note(unit: &Unit) -> bool {
    unit.kind == Kind::Note
}

fn number(unit: &Unit) -> Option<usize> {
    unit.number.as_deref().and_then(|number| number.parse().ok())
}

/// Whether `number` stands in `text` as a figure of its own.
fn has_figure(text: &str, number: usize) -> bool {
    let wanted = number.to_string();
    text.split(|c: char| !c.is_ascii_digit()).any(|figure| figure == wanted)
}
