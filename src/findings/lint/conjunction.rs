//! The "and" before the last part of a list.
//!
//! ```text
//! (a) To report;              (a) To report;
//! (b) To consult; and         (b) To consult;          the "and" went with the part that was last
//! (c) To pay.                 (c) To pay;
//!                             (d) To publish.
//! ```
//!
//! Texts differ in whether they write it, so only habit is asked about: a list whose "and" stands behind another part than the last but one, one
//! that had it in the text before, and one without it among several that have it. Only semicolons make a list. `O(n)`.

use std::collections::BTreeMap;

use crate::findings::finding::{Finding, Place, Rule};
use crate::findings::history::History;
use crate::language::Lexicon;
use crate::structure::{Document, Kind, Unit};

/// So many lists with "and" are a habit.
const HABIT: usize = 2;

/// Lists of text `new` without the word before their last part.
pub(super) fn conjunctions(history: &History<'_>, new: usize) -> Vec<Finding> {
    let document = history.documents[new];
    let lists = lists(document);
    let is_with = |parts: &&Vec<&Unit>| tied(parts, document.language.lexicon()).is_some_and(|at| at + 2 == parts.len());
    let with = lists.values().filter(is_with).count();
    let is_habit = with >= HABIT && with + 1 == lists.len();
    let was_with = |parent: usize| {
        let Some(before) = new.checked_sub(1) else { return false };
        let old = self::lists(history.documents[before]);
        let lexicon = history.documents[before].language.lexicon();
        let is_same = |&&was: &&usize| history.became(before, was).contains(&parent);
        old.keys().find(is_same).is_some_and(|was| tied(&old[was], lexicon).is_some_and(|at| at + 2 == old[was].len()))
    };
    let finding = |(&parent, parts): (&usize, &Vec<&Unit>)| {
        let lexicon = document.language.lexicon();
        let last_but_one = parts[parts.len() - 2];
        let is_wanted = match tied(parts, lexicon) {
            Some(at) => at + 2 != parts.len(),
            None => is_habit || was_with(parent),
        };
        let length = last_but_one.text.chars().count();
        let place = Place { document: new, unit: last_but_one.index, start: length, end: length };
        let and = lexicon.and.first().copied().unwrap_or_default();
        is_wanted.then(|| Finding::at(&place, Rule::ListAnd, and, vec![and.to_owned()]))
    };
    lists.iter().filter_map(finding).collect()
}

/// The parts of each paragraph that has three and more, each but the last with a semicolon.
fn lists(document: &Document) -> BTreeMap<usize, Vec<&Unit>> {
    const LIST: usize = 3;
    let mut lists: BTreeMap<usize, Vec<&Unit>> = BTreeMap::new();
    for unit in document.units.iter().filter(|unit| unit.kind == Kind::Subparagraph) {
        if let Some(parent) = unit.parent {
            lists.entry(parent).or_default().push(unit);
        }
    }
    let lexicon = document.language.lexicon();
    let is_part = |unit: &&Unit| bare(&unit.text, lexicon).0.ends_with(';');
    lists.retain(|_, parts| parts.len() >= LIST && parts[..parts.len() - 1].iter().all(is_part));
    lists
}

/// The last part that ends in "and" or "or", of those before the last.
fn tied(parts: &[&Unit], lexicon: &Lexicon) -> Option<usize> {
    parts[..parts.len() - 1].iter().rposition(|unit| bare(&unit.text, lexicon).1)
}

/// `text` without the conjunction at its end, and whether it has one.
fn bare<'t>(text: &'t str, lexicon: &Lexicon) -> (&'t str, bool) {
    let text = text.trim_end();
    let tie = lexicon.and.iter().find_map(|and| text.strip_suffix(and).filter(|rest| rest.ends_with([' ', ';'])));
    (tie.unwrap_or(text).trim_end(), tie.is_some())
}
