//! What a text says against itself: a symbol twice in a list, brackets left or left open, numbers missing, one symbol in two spellings.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::fact::{Fact, FactKind};
use crate::findings::finding::{Finding, Place, Rule};
use crate::language::Language;
use crate::structure::{Document, Kind, Unit};

/// What can be asked of `document` by itself; it is text `at` of the series.
pub(super) fn text(document: &Document, at: usize, facts: &[Fact]) -> Vec<Finding> {
    let mut findings = numbering(document, at);
    findings.extend(doubled(document, at, facts));
    findings.extend(spellings(at, facts));
    let is_text = |unit: &&Unit| matches!(unit.kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph);
    for unit in document.units.iter().filter(is_text) {
        findings.extend(bracketed(unit, at, document.language));
        findings.extend(unbalanced(unit, at));
    }
    findings
}

fn place(document: usize, unit: &Unit, start: usize, text: &str) -> Place {
    Place { document, unit: unit.index, start, end: start + text.chars().count() }
}

/// The doubts of the structure about the count of the paragraphs.
fn numbering(document: &Document, at: usize) -> Vec<Finding> {
    let gaps = document.notes.iter().filter(|note| matches!(note.code.as_str(), "numbering-gap" | "numbering-double"));
    gaps.filter_map(|note| {
        let number = note.parts.first()?.trim_end_matches('.');
        let unit = document.units.iter().rfind(|unit| unit.kind == Kind::Operative && unit.number.as_deref() == Some(number))?;
        let missing = note.parts.last()?.trim_end_matches('.').to_owned();
        Some(Finding::at(&place(at, unit, 0, ""), Rule::Numbering, &missing, vec![missing.clone()]))
    })
    .collect()
}

/// A symbol that stands twice in one list: symbols with little more than their dates between them.
fn doubled(document: &Document, at: usize, facts: &[Fact]) -> Vec<Finding> {
    /// Fewer are no list.
    const LIST: usize = 3;
    /// ", and its resolution … of 22 December 2011".
    const APART: usize = 36;
    let is_listed = |fact: &&Fact| fact.kind == FactKind::Symbol && document.units[fact.unit].kind == Kind::Preambular;
    let symbols: Vec<&Fact> = facts.iter().filter(is_listed).collect();
    let lists = symbols.chunk_by(|one, other| one.unit == other.unit && other.start < one.end + APART);
    let mut findings = vec![];
    for list in lists.filter(|list| list.len() >= LIST) {
        let mut seen = BTreeSet::new();
        for symbol in list {
            if !seen.insert(&symbol.value) {
                findings.push(Finding::of(at, symbol, Rule::Doubled, vec![symbol.text.clone()]));
            }
        }
    }
    findings
}

/// Symbols that are spelt as an earlier one of the text is not.
fn spellings(at: usize, facts: &[Fact]) -> Vec<Finding> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut findings = vec![];
    for symbol in facts.iter().filter(|fact| fact.kind == FactKind::Symbol) {
        let printed = *first.entry(&symbol.value).or_insert(&symbol.text);
        if printed != symbol.text {
            findings.push(Finding::of(at, symbol, Rule::Spelling, vec![printed.to_owned(), symbol.text.clone()]));
        }
    }
    findings
}

/// Words in square brackets, which mark what is not agreed yet; not an ellipsis, the other name of something, or how it was adopted.
fn bracketed(unit: &Unit, at: usize, language: Language) -> Option<Finding> {
    let open = unit.text.find('[')?;
    let rest = &unit.text[open..];
    let inside = &rest[..rest.find(']').map_or(rest.len(), |end| end + 1)];
    let words = inside.trim_matches(['[', ']']);
    let is_name = words.starts_with(char::is_uppercase) && !words.contains(' ');
    let is_remark = !words.contains(char::is_alphanumeric) || words == "sic" || language.lexicon().is_adoption(words);
    let start = unit.text[..open].chars().count();
    (!is_name && !is_remark)
        .then(|| Finding::at(&place(at, unit, start, inside), Rule::Bracketed, inside, vec![inside.to_owned()]))
}

/// A bracket or quotation mark that opens and does not close.
fn unbalanced(unit: &Unit, at: usize) -> Option<Finding> {
    let pairs = [('(', ')'), ('[', ']'), ('«', '»'), ('“', '”')];
    pairs.into_iter().filter(|&(open, _)| unit.text.contains(open)).find_map(|(open, close)| {
        let mut waiting = vec![];
        for (start, character) in unit.text.chars().enumerate() {
            if character == open {
                waiting.push(start);
            } else if character == close {
                // "a)" closes nothing: only what was opened can be left open.
                waiting.pop();
            }
        }
        let start = *waiting.first()?;
        let sign = open.to_string();
        Some(Finding::at(&place(at, unit, start, &sign), Rule::Unbalanced, &sign, vec![sign.clone()]))
    })
}
