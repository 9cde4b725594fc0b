//! Lists of earlier resolutions: one entry twice, one gone, or the text of the year before not added.
//!
//! ```text
//! ASP/20   Rappelant … ICC-ASP/16/Rés.2, ICC-ASP/17/Rés.2, ICC-ASP/18/Rés.3 et ICC-ASP/19/Rés.2
//! ASP/21   Rappelant … ICC-ASP/16/Rés.2, ICC-ASP/18/Rés.3 et ICC-ASP/19/Rés.2
//!                                       ↑ ICC-ASP/17/Rés.2 was here       ↑ ICC-ASP/20/Rés.2 is not added
//! ```
//!
//! A list that is cut short, that rolls (the oldest of a sort goes, a newer one comes), or where another resolution took the place, was
//! edited on purpose. An entry is missed where its neighbours are neighbours now and an older one of its sort stayed; where newer ones
//! stand in its place, only if they leave a gap in a row of sessions or it is a text that is given. The text before is expected where a
//! list in the text before named its own forerunner: the text before it, if that is given, else a row of three sessions up to it. Two
//! versions of one resolution, a draft and what was adopted, do not follow one another, and no text names itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{is_same_resolution, is_symbol_of};
use crate::findings::fact::{Fact, FactKind, of_unit};
use crate::findings::finding::{Finding, Rule};
use crate::findings::history::History;
use crate::structure::{Document, Kind};

/// Fewer symbols are no list.
const LIST: usize = 3;

/// What is wrong with the lists of text `new`.
pub(super) fn lists(history: &History<'_>, new: usize) -> Vec<Finding> {
    let mut findings = doubled(history, new);
    let Some(old) = new.checked_sub(1) else { return findings };
    let values = |is_wanted: fn(Kind) -> bool| symbols(history, new, is_wanted).map(|symbol| symbol.value.as_str()).collect();
    let [recited, named]: [BTreeSet<&str>; 2] = [values(is_recital), values(is_listing)];
    for link in &history.links[old] {
        let ([before], [after]) = (link.old.as_slice(), link.new.as_slice()) else { continue };
        let kinds = [(old, before), (new, after)].map(|(document, unit)| history.documents[document].units[*unit].kind);
        let is_recited = kinds.into_iter().all(is_recital);
        if !is_recited && !kinds.into_iter().all(is_provision) {
            continue;
        }
        let lists = Lists {
            old: symbols_of(&history.facts[old], *before).collect(),
            new: symbols_of(&history.facts[new], *after).collect(),
            // What a provision named may be recited now.
            named: if is_recited { &recited } else { &named },
        };
        findings.extend(lists.left_out(history, new));
        if is_recited {
            findings.extend(lists.not_added(history, new));
        }
    }
    findings
}

fn is_recital(kind: Kind) -> bool {
    kind == Kind::Preambular
}

fn is_provision(kind: Kind) -> bool {
    matches!(kind, Kind::Operative | Kind::Subparagraph)
}

/// Whether a unit of this kind can hold a list of resolutions.
fn is_listing(kind: Kind) -> bool {
    is_recital(kind) || is_provision(kind)
}

/// The symbols in the units of text `document` of a wanted kind.
fn symbols<'a>(history: &'a History<'_>, document: usize, is_wanted: fn(Kind) -> bool) -> impl Iterator<Item = &'a Fact> {
    let units = &history.documents[document].units;
    history.facts[document].iter().filter(move |fact| fact.kind == FactKind::Symbol && is_wanted(units[fact.unit].kind))
}

/// The symbols of one unit.
fn symbols_of(facts: &[Fact], unit: usize) -> impl Iterator<Item = &Fact> {
    of_unit(facts, unit).iter().filter(|fact| fact.kind == FactKind::Symbol)
}

/// A symbol that stands twice in one list: symbols with little more than their dates between them.
fn doubled(history: &History<'_>, new: usize) -> Vec<Finding> {
    /// ", and its resolution … of 22 December 2011".
    const APART: usize = 36;
    let symbols: Vec<&Fact> = symbols(history, new, is_listing).collect();
    let lists = symbols.chunk_by(|one, other| one.unit == other.unit && other.start < one.end + APART);
    let mut findings = vec![];
    for list in lists.filter(|list| list.len() >= LIST) {
        let mut seen = BTreeSet::new();
        for symbol in list {
            if !seen.insert(&symbol.value) {
                findings.push(Finding::of(new, symbol, Rule::Doubled, vec![symbol.text.clone()]));
            }
        }
    }
    findings
}

/// The symbols of one paragraph in both texts, in order.
struct Lists<'a> {
    old: Vec<&'a Fact>,
    new: Vec<&'a Fact>,
    /// All that the new text names where such an entry may have gone: a recital's in the recitals, a provision's anywhere.
    named: &'a BTreeSet<&'a str>,
}

impl Lists<'_> {
    /// Entries that are gone, each alone between what stayed.
    fn left_out(&self, history: &History<'_>, new: usize) -> Vec<Finding> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, symbol) in self.new.iter().enumerate() {
            first.entry(&symbol.value).or_insert(at);
        }
        let places: Vec<Option<usize>> = self.old.iter().map(|symbol| first.get(symbol.value.as_str()).copied()).collect();
        let kept = self.kept_before(&places);
        let is_named = |value: &str| self.named.iter().any(|symbol| symbol.ends_with(value));
        let sessions = self.new.iter().filter_map(|symbol| Some((sort(symbol), session(&symbol.value)?))).collect();
        let is_gone = |at: &usize| places[*at].is_none();
        let finding = |at: usize| {
            let gone = self.old[at];
            let here = places[at.checked_sub(1)?]?;
            let after = places.get(at + 1).copied();
            // The next entry has to have stayed; the last entry has none.
            let there = after.map_or(Some(self.new.len()), |place| place)?;
            let came = self.new.get(here + 1..there)?;
            let is_missed = if came.is_empty() {
                after.is_some() && kept[at] > 0
            } else {
                let is_given = history.documents[..new].iter().any(|document| is_symbol_of(document, gone));
                let is_row = came.iter().all(|symbol| sort(symbol) == sort(gone));
                is_row && (is_gap(gone, &sessions) || is_given && came.len() > 1 && kept[at] > 1)
            };
            let next = *self.new.get(here + 1).filter(|_| is_missed && !is_named(&gone.value))?;
            let parts = [gone, self.old[at - 1], next].map(|symbol| symbol.text.clone()).to_vec();
            let finding = Finding::of(new, next, Rule::LeftOut, parts).suggesting(gone.text.clone());
            Some(Finding { value: gone.value.clone(), ..finding })
        };
        (0..self.old.len()).filter(is_gone).filter_map(finding).collect()
    }

    /// For each entry, how many older ones of its sort stayed: where none did, the list rolls.
    fn kept_before(&self, places: &[Option<usize>]) -> Vec<usize> {
        let mut kept: BTreeMap<String, usize> = BTreeMap::new();
        let before = self.old.iter().zip(places).map(|(symbol, place)| {
            let of_sort = kept.entry(sort(symbol)).or_default();
            let before = *of_sort;
            *of_sort += usize::from(place.is_some());
            before
        });
        before.collect()
    }

    /// The text before, where the list of that text named its own and this one is as it was.
    fn not_added(&self, history: &History<'_>, new: usize) -> Option<Finding> {
        if self.old.len() < LIST {
            return None;
        }
        let before = history.documents[new - 1];
        if is_same_resolution(before, history.documents[new]) {
            return None;
        }
        let precedes = precedes(&self.old, history, new - 1);
        let last = *self.old.iter().rfind(|symbol| precedes(symbol))?;
        let stayed = *self.new.iter().find(|symbol| symbol.value == last.value)?;
        let is_known = |symbol: &&Fact| self.old.iter().any(|old| old.value == symbol.value);
        let is_named = symbols(history, new, is_recital).any(|symbol| is_symbol_of(before, symbol));
        let expected = before.symbol.clone().filter(|_| !is_named && self.new.iter().all(is_known))?;
        let finding = Finding::of(new, stayed, Rule::NotAdded, vec![stayed.text.clone(), expected.clone()]);
        Some(finding.suggesting(expected))
    }
}

/// Whether a new list names, among `sessions` with their sorts, those on both sides of that of `gone`, and not that one.
fn is_gap(gone: &Fact, sessions: &BTreeSet<(String, u64)>) -> bool {
    let sort = sort(gone);
    let names = |wanted: u64| sessions.contains(&(sort.clone(), wanted));
    session(&gone.value).is_some_and(|session| session > 0 && names(session - 1) && !names(session) && names(session + 1))
}

/// Whether a symbol of `list`, in a recital of text `document`, is that of the text before it.
fn precedes<'a>(list: &[&Fact], history: &'a History<'_>, document: usize) -> impl Fn(&Fact) -> bool + 'a {
    /// A row of so many sessions up to that of the text is a list of its forerunners.
    const ROW: u64 = 3;
    let named: BTreeSet<u64> = list.iter().filter_map(|symbol| session(&symbol.value)).collect();
    let own = own_session(history.documents[document]);
    let back = move |sessions: u64| own.and_then(|own| own.checked_sub(sessions));
    let is_row = (1..=ROW).all(|sessions| back(sessions).is_some_and(|it| named.contains(&it)));
    move |symbol| match document.checked_sub(1) {
        Some(before) => is_symbol_of(history.documents[before], symbol),
        None => is_row && session(&symbol.value) == back(1),
    }
}

/// What the symbols of one body and kind share: their shape.
fn sort(symbol: &Fact) -> String {
    symbol.value.split(|c: char| c.is_ascii_digit()).filter(|part| !part.is_empty()).collect()
}

fn own_session(document: &Document) -> Option<u64> {
    document.symbol.as_deref().and_then(session)
}

/// The session that a symbol names: 19 of "ICC-ASP/19/Res.2", 78 of "78/187".
fn session(symbol: &str) -> Option<u64> {
    symbol.split('/').find_map(|part| part.parse().ok())
}
