//! One thing said in two ways: counted differently, a resolution of two dates, or a symbol in two spellings.
//!
//! ```text
//! OP4    … la suite donnée aux 66 recommandations …
//! OP31   … tenir compte des 65 recommandations …            one of them?
//! PP2    … sa résolution 67/78 du 11 décembre 2013 …        the text before says 2012
//! ```
//!
//! The date of a resolution is the same in every text that names it, so its own text and the text before are witnesses too.
//! A text counts many things by one noun ("7 contractors for …, 5 contractors for …"). Only where both counts stand behind a definite word, in different
//! paragraphs, are nearly the same, and nothing behind them says that they are others (`thing`), are they asked to be the same.

use std::collections::{BTreeMap, BTreeSet};

use super::is_symbol_of;
use super::thing::Thing;
use crate::findings::bytes::Bytes;
use crate::findings::fact::{Fact, FactKind};
use crate::findings::finding::{Finding, Rule};
use crate::findings::history::History;
use crate::language::FactWords;
use crate::structure::{Document, Kind};
use crate::work::step;

/// What is said in two ways in text `new`.
pub(super) fn twice(history: &History<'_>, new: usize) -> Vec<Finding> {
    let mut findings = counted_otherwise(history.documents[new], new, &history.facts[new]);
    findings.extend(dated_otherwise(history, new));
    findings.extend(spellings(new, &history.facts[new]));
    findings
}

/// Resolutions with another date than that of their own text, where it is given, or than this text or the one before gives them.
fn dated_otherwise(history: &History<'_>, new: usize) -> Vec<Finding> {
    let mut known: BTreeMap<&str, (&str, &str, usize)> = BTreeMap::new();
    // A text further back may be the one that is wrong.
    if let Some(old) = new.checked_sub(1) {
        let dates = dated(history.documents[old], &history.facts[old]);
        known.extend(dates.map(|(symbol, date)| (symbol.value.as_str(), (date.value.as_str(), date.text.as_str(), old))));
    }
    let own = |symbol: &Fact| {
        let at = history.documents[..new].iter().position(|document| is_symbol_of(document, symbol))?;
        let date = history.documents[at].adopted.as_ref()?.date.as_deref()?;
        Some((date, date, at))
    };
    let mut findings = vec![];
    for (symbol, date) in dated(history.documents[new], &history.facts[new]) {
        let here = (date.value.as_str(), date.text.as_str(), new);
        let (value, text, place) = own(symbol).unwrap_or_else(|| *known.entry(&symbol.value).or_insert(here));
        if value != date.value {
            let parts = [&symbol.text, &date.text, text, &history.documents[place].label].map(str::to_owned).to_vec();
            findings.push(Finding::of(new, date, Rule::DatedOtherwise, parts).suggesting(text.to_owned()));
        }
    }
    findings
}

/// The symbols of a text with the day that stands right behind them: "67/78 of 11 December 2012".
fn dated<'a>(document: &'a Document, facts: &'a [Fact]) -> impl Iterator<Item = (&'a Fact, &'a Fact)> {
    /// "2012-12-11".
    const DAY: usize = 10;
    let ties = document.language.lexicon().facts.dated;
    let mut bytes = Bytes::of(document);
    let mut between = move |symbol: &Fact, date: &Fact| -> String {
        let (_, behind) = bytes.around(symbol.unit, symbol.end);
        behind.chars().take(date.start - symbol.end).collect()
    };
    facts.windows(2).map(|pair| (&pair[0], &pair[1])).filter(move |(symbol, date)| {
        let is_pair = symbol.kind == FactKind::Symbol && date.kind == FactKind::Date && symbol.unit == date.unit;
        is_pair && date.value.len() == DAY && ties.contains(&between(symbol, date).trim_matches([' ', ',', '\u{a0}']))
    })
}

/// How earlier paragraphs count a noun.
#[derive(Default)]
struct Counted<'a> {
    numbers: BTreeSet<u64>,
    counts: Vec<Count<'a>>,
}

/// A number of things.
struct Count<'a> {
    number: u64,
    fact: &'a Fact,
    thing: Thing,
}

/// Counts that are nearly an earlier one of the same noun.
fn counted_otherwise(document: &Document, at: usize, facts: &[Fact]) -> Vec<Finding> {
    /// Below, two counts are as likely of two things.
    const FEWEST: u64 = 5;
    /// Nearly the same: the difference is at most the fifth part.
    const PART: u64 = 5;
    /// A noun that is counted in more ways is a column of a table.
    const MOST: usize = 1_000;
    /// So many counts of a noun are kept though their numbers are the same: of other things.
    const FEW: usize = 16;
    let known = &document.language.lexicon().facts;
    let is_text = |fact: &Fact| {
        matches!(document.units[fact.unit].kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph)
            && fact.noun().is_some()
            && fact.measure(document.language).is_none()
    };
    let mut earlier: BTreeMap<&str, Counted> = BTreeMap::new();
    let mut here: Vec<(&str, Count)> = vec![];
    let mut findings = vec![];
    let mut bytes = Bytes::of(document);
    for fact in facts.iter().filter(|fact| fact.kind == FactKind::Count && is_text(fact)) {
        let (Some(noun), Some(number)) = (fact.noun(), fact.number().filter(|number| *number >= FEWEST)) else { continue };
        if !is_definite(bytes.around(fact.unit, fact.start).0, known) {
            continue;
        }
        if here.last().is_some_and(|(_, last)| last.fact.unit != fact.unit) {
            for (noun, count) in here.drain(..) {
                let counted = earlier.entry(noun).or_default();
                if counted.counts.len() < MOST && (counted.numbers.insert(count.number) || counted.counts.len() < FEW) {
                    counted.counts.push(count);
                }
            }
        }
        let thing = Thing::behind(bytes.around(fact.unit, fact.end).1, document.language);
        let is_near = |other: &&Count| {
            let apart = other.number.abs_diff(number);
            apart > 0 && apart * PART <= number.max(other.number) && !thing.is_other(&other.thing)
        };
        let others = earlier.get(noun).map_or(&[][..], |counted| &counted.counts);
        step(1 + others.len());
        if let Some(Count { fact: other, .. }) = others.iter().find(is_near) {
            let parts = vec![fact.text.clone(), other.text.clone(), document.units[other.unit].id.clone()];
            findings.push(Finding::of(at, fact, Rule::CountedOtherwise, parts));
        }
        here.push((noun, Count { number, fact, thing }));
    }
    findings
}

/// Whether what begins behind `before` is spoken of as known: "the 66", "aux 66", "de las 66".
fn is_definite(before: &str, known: &FactWords) -> bool {
    before.split_whitespace().next_back().is_some_and(|word| known.definite.contains(&word.to_lowercase().as_str()))
}

/// Symbols that are spelt as an earlier one of the text is not: each spelling once.
fn spellings(at: usize, facts: &[Fact]) -> Vec<Finding> {
    let mut known: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut findings = vec![];
    for symbol in facts.iter().filter(|fact| fact.kind == FactKind::Symbol) {
        let spellings = known.entry(&symbol.value).or_default();
        if spellings.contains(&symbol.text.as_str()) {
            continue;
        }
        if let [first, ..] = spellings.as_slice() {
            findings.push(Finding::of(at, symbol, Rule::Spelling, vec![(*first).to_owned(), symbol.text.clone()]));
        }
        spellings.push(&symbol.text);
    }
    findings
}
