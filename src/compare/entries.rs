//! Entries of a list that stand under another heading now: a State that voted otherwise.
//!
//! ```text
//! Abstaining:  Chad, Cuba, [-Libya, -]Peru                     Libya went to "Against"
//! Against:     China, Eritrea{+, Libya+} and Sudan             Libya came from "Abstaining"
//! ```
//!
//! A list is a paragraph that is nothing but names (each with a capital) between commas, under a heading that ends with a colon, in the
//! paragraph before or at its own beginning. "and" parts the last two only: elsewhere it is part of a name ("Bosnia and Herzegovina,
//! Brazil"). An entry that one list lost and another one gained, and that stands once on either side, has moved. `O(n)`.

use std::collections::BTreeMap;

use super::comparison::{Change, Edit, Op, Passage};
use super::ends::both_ends;
use crate::language::Language;
use crate::structure::{Document, Unit};

/// More words are no name.
const LONGEST: usize = 10;

/// Both ends of each entry that moved, with their changes.
pub(super) fn moved_entries(documents: [&Document; 2], changes: &[Change]) -> Vec<(usize, Passage)> {
    /// By name: the change, and where in its side; None where it stands twice.
    type Places = BTreeMap<String, Option<(usize, usize, usize)>>;
    let mut sides: [Places; 2] = Default::default();
    for (index, change) in changes.iter().enumerate() {
        let ([old], [new]) = (change.link.old.as_slice(), change.link.new.as_slice()) else { continue };
        if !change.edited {
            continue;
        }
        let units = [&documents[0].units, &documents[1].units];
        for (side, unit) in [*old, *new].into_iter().enumerate() {
            let edited = changed(&change.edits, [Op::Delete, Op::Insert][side]);
            for (start, end) in entries(units[side], unit, documents[side].language) {
                let is_changed = edited.iter().any(|&(from, to)| from <= start && end <= to);
                if is_changed {
                    let name = units[side][unit].text.chars().skip(start).take(end - start).collect();
                    sides[side].entry(name).and_modify(|place| *place = None).or_insert(Some((index, start, end)));
                }
            }
        }
    }
    let [struck, written] = &sides;
    let both = struck.iter().filter_map(|(name, old)| Some([(*old)?, (*written.get(name)?)?]));
    both.filter(|[old, new]| old.0 != new.0).flat_map(|places| both_ends(documents, changes, places)).collect()
}

/// The stretches that were struck, or written, in characters of their side.
fn changed(edits: &[Edit], op: Op) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut changed = vec![];
    for edit in edits.iter().filter(|edit| edit.op == Op::Equal || edit.op == op) {
        let length = edit.text.chars().count();
        if edit.op == op {
            changed.push((at, at + length));
        }
        at += length;
    }
    changed
}

/// The heading of a list: what ends with a colon at the beginning of the unit, or is the unit before.
pub(crate) fn list_heading(units: &[Unit], unit: usize) -> Option<&str> {
    if let Some((heading, _)) = units[unit].text.split_once(':') {
        return Some(heading.trim());
    }
    let before = unit.checked_sub(1).map(|before| units[before].text.trim_end())?;
    before.strip_suffix(':').map(str::trim)
}

/// Where the entries of a list stand in their unit, in characters; none where the unit is no list.
fn entries(units: &[Unit], unit: usize, language: Language) -> Vec<(usize, usize)> {
    if list_heading(units, unit).is_none() {
        return vec![];
    }
    let text = &units[unit].text;
    let from = text.find(':').map_or(0, |colon| colon + 1);
    let mut found: Vec<(usize, usize)> = vec![];
    let mut start = from;
    for (comma, _) in text[from..].match_indices(',').map(|(at, comma)| (from + at, comma)).chain([(text.len(), "")]) {
        let is_last = comma == text.len();
        let item = &text[start..comma];
        let conjunction = language.lexicon().and.iter().find_map(|and| {
            let and = format!(" {and} ");
            item.find(&and).map(|at| (at, and.len()))
        });
        match conjunction.filter(|_| is_last) {
            Some((at, length)) => found.extend([(start, start + at), (start + at + length, comma)]),
            None => found.push((start, comma)),
        }
        start = comma + 1;
    }
    let trimmed = found.into_iter().filter_map(|(start, end)| {
        let item = &text[start..end];
        let kept = item.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';' | ']'));
        let at = start + item.find(kept)?;
        (!kept.is_empty()).then_some((at, at + kept.len()))
    });
    let trimmed: Vec<(usize, usize)> = trimmed.collect();
    let is_name = |&(start, end): &(usize, usize)| {
        let name = &text[start..end];
        name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= LONGEST
    };
    if !trimmed.iter().all(is_name) {
        return vec![];
    }
    trimmed.into_iter().map(|(start, end)| (text[..start].chars().count(), text[..end].chars().count())).collect()
}
