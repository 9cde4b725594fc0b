//! Facts through the years, a row each.
//!
//! ```text
//!                                              ASP/17   ASP/18   ASP/19   ASP/20
//! personnes visées par un mandat d’arrêt           15       13       12       12     OP2 in each
//! ```
//!
//! A row is a fact that was joined (`join`) from neighbour to neighbour. Rows stand where the newest text has them; what is gone
//! stands behind them, the last to go first.

use schemars::JsonSchema;
use serde::Serialize;

use super::fact::{Fact, FactKind};
use super::history::History;
use crate::language::Lexicon;
use crate::text::lower;

/// A table of facts: the contract `rature/counts/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// The labels of the texts, the earliest first.
    pub documents: Vec<String>,
    /// The rows.
    pub rows: Vec<CountRow>,
}

/// One fact through the years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountRow {
    /// What it is.
    pub kind: FactKind,
    /// What is counted, dated or cited: the words around it in the newest text that has it.
    pub what: String,
    /// Whether its value changed, or it came or went.
    pub changed: bool,
    /// For each text, the facts; none where it has none.
    pub cells: Vec<Vec<Fact>>,
}

/// The rows of `history`.
pub fn counts(history: &History<'_>) -> Counts {
    let mut rows: Vec<CountRow> = vec![];
    // The row of each fact of the text at hand.
    let mut row_of: Vec<usize> = vec![];
    for (at, facts) in history.facts.iter().enumerate() {
        let mut here = Vec::with_capacity(facts.len());
        // A unit, characters of its text, and as many bytes.
        let mut place = (0, 0, 0);
        for (index, fact) in facts.iter().enumerate() {
            let row = history.before(at, index).map_or_else(
                || {
                    rows.push(CountRow {
                        kind: fact.kind,
                        what: String::new(),
                        changed: false,
                        cells: vec![vec![]; history.documents.len()],
                    });
                    rows.len() - 1
                },
                |old| row_of[old],
            );
            rows[row].cells[at].push(fact.clone());
            let text = history.documents[at].units[fact.unit].text.as_str();
            // Facts come in the order of the text: characters are counted once.
            let (unit, characters, bytes) = if place.0 == fact.unit { place } else { (fact.unit, 0, 0) };
            let ahead: usize = text[bytes..].chars().take(fact.start - characters).map(char::len_utf8).sum();
            place = (unit, fact.start, bytes + ahead);
            rows[row].what = what(text, place.2, fact, history.documents[at].language.lexicon());
            here.push(row);
        }
        row_of = here;
    }
    for row in &mut rows {
        let mut values = row.cells.iter().map(|cell| cell.first().map(|fact| &fact.value));
        let first = values.next().flatten();
        row.changed = first.is_none() || values.any(|value| value != first);
    }
    // By the newest text that has the row, its place there, and the row's age.
    rows.sort_by_key(|row| {
        let newest = row.cells.iter().rposition(|cell| !cell.is_empty());
        let place = newest.and_then(|at| row.cells[at].first()).map(|fact| (fact.unit, fact.start));
        (std::cmp::Reverse(newest), place)
    });
    Counts { documents: history.documents.iter().map(|document| document.label.clone()).collect(), rows }
}

/// The words that say what a fact at byte `start` is about: behind a count, around anything else. They end with no word that only ties
/// others: "personnes visées par un mandat d'arrêt", not "… sont".
fn what(text: &str, start: usize, fact: &Fact, lexicon: &Lexicon) -> String {
    const BEHIND: usize = 6;
    const BESIDE: usize = 4;
    let (before, after) = (&text[..start], &text[start + fact.text.len()..]);
    let clause = |text: &str| ends(text).next().unwrap_or(text.len());
    let ahead = |most: usize| {
        let words: Vec<&str> = after[..clause(after)].split_whitespace().take(most).collect();
        let told = words.iter().rposition(|word| !lexicon.function_words.contains(&lower(word))).map_or(0, |last| last + 1);
        words[..told].join(" ")
    };
    match fact.kind {
        FactKind::Count if fact.noun().is_some() => {
            format!("{} {}", fact.noun().unwrap_or_default(), ahead(BEHIND)).trim_end().to_owned()
        }
        FactKind::Verb => ahead(BEHIND),
        _ => {
            let start = ends(before).last().map_or(0, |at| at + 1);
            let mut behind: Vec<&str> = before[start..].split_whitespace().rev().take(BESIDE).collect();
            behind.reverse();
            format!("{} … {}", behind.join(" "), ahead(BESIDE)).trim().to_owned()
        }
    }
}

/// Where the clauses of `text` end: at signs that do not stand inside a word, as in "Res.2".
fn ends(text: &str) -> impl Iterator<Item = usize> {
    let is_end = |at: &usize| text[at + 1..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    text.match_indices([',', ';', ':', '.', '(', ')']).map(|(at, _)| at).filter(is_end)
}
