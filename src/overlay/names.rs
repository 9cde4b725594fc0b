//! What paragraphs are called that come: bis, ter, alt.
//!
//! ```text
//! behind OP3, printed "3 bis."        OP3 bis
//! behind OP3, printed "4." of a copy that was renumbered     OP3 bis, or OP3 ter where that is taken
//! behind the last, OP7, printed "8."  OP8
//! in place of PP2                     PP2 alt; of several PP2 alt 1, PP2 alt 2
//! before PP1                          PP0
//! ```
//!
//! The label that a delegation prints wins where it is free and no "alt", which here means in place of another. What the draft uses is never
//! given again.

use std::collections::{BTreeMap, BTreeSet};

use crate::structure::{Document, Kind, Unit, names_alternative};

/// Latin for the second, the third and so on, put between others.
const TIMES: [&str; 14] = [
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies", "undecies", "duodecies", "terdecies",
    "quaterdecies", "quindecies",
];

/// Shorter spellings of those.
const SHORT: [(&str, &str); 2] = [("quater", "quat"), ("quinquies", "quin")];

/// The ids that are given.
pub(super) struct Names {
    used: BTreeSet<String>,
    /// By kind and parent: the id given last from the top on.
    last: BTreeMap<(u8, String), String>,
}

/// A paragraph that comes, to be named.
#[derive(Clone, Copy)]
pub(super) struct Coming<'a> {
    pub(super) proposal: &'a Document,
    pub(super) unit: &'a Unit,
    /// What the unit above it is called here.
    pub(super) parent: Option<&'a str>,
    /// The paragraphs of the draft before and behind it, of its kind and under that unit.
    pub(super) beside: [Option<&'a str>; 2],
}

impl Names {
    pub(super) fn of(base: &Document) -> Self {
        Self { used: base.units.iter().map(|unit| unit.id.clone()).collect(), last: BTreeMap::new() }
    }

    /// Goes on from the top behind a paragraph of the draft.
    pub(super) fn pass(&mut self, base: &Document, unit: usize) {
        let unit = &base.units[unit];
        let parent = unit.parent.map(|parent| base.units[parent].id.clone()).unwrap_or_default();
        self.last.insert((unit.kind as u8, parent), unit.id.clone());
    }

    /// The label that the delegation printed, if it is free.
    pub(super) fn own(&mut self, coming: Coming<'_>) -> Option<String> {
        let own = coming.own()?;
        let is_alternative = names_alternative(&own);
        // A plain number goes on with the count; "3 bis" stands beside OP3: a copy that was renumbered may print either elsewhere.
        let [before, behind] = coming.beside;
        let is_counted_on = if root(&own) == own {
            behind.is_none()
        } else {
            [before, behind].into_iter().flatten().any(|beside| root(beside) == root(&own))
        };
        let is_fit = coming.unit.label.is_some() && is_counted_on && !is_alternative && !own.contains('~');
        (is_fit && self.used.insert(own.clone())).then_some(own)
    }

    /// The next free name behind what has come from the top so far.
    pub(super) fn next(&mut self, coming: Coming<'_>, own: Option<String>) -> String {
        let key = (coming.unit.kind as u8, coming.parent.unwrap_or_default().to_owned());
        let last = self.last.get(&key).map(|last| root(last).to_owned());
        let id = own.unwrap_or_else(|| match last {
            Some(root) => self.free(&root),
            None => self.first(coming),
        });
        self.last.insert(key, id.clone());
        id
    }

    /// What stands before the first of its kind: "PP0".
    fn first(&mut self, coming: Coming<'_>) -> String {
        let own = coming.own().unwrap_or_else(|| coming.unit.id.clone());
        let is_counted = coming.unit.kind != Kind::Subparagraph;
        let head = own.trim_end_matches(|c: char| c.is_ascii_digit());
        let first = if is_counted && head.len() < own.len() { format!("{head}0") } else { root(&own).to_owned() };
        if self.used.insert(first.clone()) { first } else { self.free(&first) }
    }

    fn free(&mut self, root: &str) -> String {
        let later = (TIMES.len() + 2..).map(|times| format!("{root} {times}"));
        let is_free = |id: &String| {
            let short = SHORT.iter().find_map(|(long, short)| Some(format!("{}{short}", id.strip_suffix(long)?)));
            !self.used.contains(id) && short.is_none_or(|short| !self.used.contains(&short))
        };
        let mut names = TIMES.iter().map(|times| format!("{root} {times}")).chain(later);
        let id = names.find(is_free).unwrap_or_default();
        self.used.insert(id.clone());
        id
    }

    /// The names of so many alternatives to `unit`.
    pub(super) fn alternatives(&mut self, unit: &Unit, count: usize) -> Vec<String> {
        let plain = format!("{} alt", unit.id);
        if count == 1 && self.used.insert(plain.clone()) {
            return vec![plain];
        }
        let mut names = (1..).map(|nth| format!("{plain} {nth}"));
        (0..count).filter_map(|_| names.by_ref().find(|name| self.used.insert(name.clone()))).collect()
    }
}

impl Coming<'_> {
    /// What the delegation calls it, under what its parent is called here.
    fn own(self) -> Option<String> {
        match self.unit.parent.map(|parent| &self.proposal.units[parent].id) {
            None => Some(self.unit.id.clone()),
            Some(above) => Some(format!("{}{}", self.parent?, self.unit.id.strip_prefix(above.as_str())?)),
        }
    }
}

/// "OP3" of "OP3 bis".
fn root(id: &str) -> &str {
    let is_suffix = |word: &str| {
        TIMES.contains(&word) || SHORT.iter().any(|(_, short)| *short == word) || word.bytes().all(|b| b.is_ascii_digit())
    };
    match id.rsplit_once(' ') {
        Some((head, last)) if is_suffix(last) => root(head),
        _ => id,
    }
}
