//! Facts through the years, a row each.
//!
//! ```text
//!                                              ASP/17   ASP/18   ASP/19   ASP/20
//! personnes visées par un mandat d’arrêt           15       13       12       12     OP2 in each
//! ```
//!
//! A row is a fact that was joined (`join`) from neighbour to neighbour. Rows stand where the newest text has them; what is gone
//! stands behind them, the last to go first.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::bytes::Bytes;
use super::fact::{Fact, FactKind};
use super::history::History;
use crate::language::Lexicon;
use crate::text::lower;
use crate::work::step;

/// A table of facts: the contract `rature/counts/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Counts {
    /// The labels of the texts, the earliest first.
    pub documents: Vec<String>,
    /// The rows.
    pub rows: Vec<CountRow>,
}

/// One fact through the years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
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
        let mut bytes = Bytes::of(history.documents[at]);
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
            let around = bytes.around(fact.unit, fact.start);
            rows[row].what = what(around, fact, history.documents[at].language.lexicon());
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

/// The words that say what a fact is about, from those before it and from it on: behind a count, around anything else. They end with no
/// word that only ties others: "personnes visées par un mandat d'arrêt", not "… sont".
fn what((before, text): (&str, &str), fact: &Fact, lexicon: &Lexicon) -> String {
    const BEHIND: usize = 6;
    const BESIDE: usize = 4;
    // Spaces: the end of a clause is not looked for past them, which would be quadratic in a paragraph of thousands of figures.
    const FAR: usize = 32;
    let after = &text[fact.text.len()..];
    let after = &after[..after.match_indices(char::is_whitespace).nth(FAR).map_or(after.len(), |(at, _)| at)];
    step(after.len());
    let ahead = |most: usize| {
        let words: Vec<&str> = after[..first_end(after).unwrap_or(after.len())].split_whitespace().take(most).collect();
        let told = words.iter().rposition(|word| !lexicon.function_words.contains(&lower(word))).map_or(0, |last| last + 1);
        words[..told].join(" ")
    };
    match fact.kind {
        FactKind::Count if fact.noun().is_some() => {
            let noun = fact.printed_noun().or(fact.noun()).unwrap_or_default();
            format!("{noun} {}", ahead(BEHIND)).trim_end().to_owned()
        }
        FactKind::Verb => ahead(BEHIND),
        _ => {
            let before = &before[before.rmatch_indices(char::is_whitespace).nth(FAR).map_or(0, |(at, _)| at)..];
            step(before.len());
            let start = last_end(before).map_or(0, |at| at + 1);
            let mut behind: Vec<&str> = before[start..].split_whitespace().rev().take(BESIDE).collect();
            behind.reverse();
            format!("{} … {}", behind.join(" "), ahead(BESIDE)).trim().to_owned()
        }
    }
}

/// The signs that end a clause, where they do not stand inside a word, as in "Res.2".
const ENDS: [char; 6] = [',', ';', ':', '.', '(', ')'];

fn is_end(text: &str, at: usize) -> bool {
    text[at + 1..].chars().next().is_none_or(|next| !next.is_alphanumeric())
}

/// Where the first clause of `text` ends.
fn first_end(text: &str) -> Option<usize> {
    text.match_indices(ENDS).map(|(at, _)| at).find(|at| is_end(text, *at))
}

/// Where the last one before its end begins.
fn last_end(text: &str) -> Option<usize> {
    text.rmatch_indices(ENDS).map(|(at, _)| at).find(|at| is_end(text, *at))
}
