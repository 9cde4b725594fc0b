//! The figures of the draft that someone would change: "12 persons: 15 (EU), ten (Kenya)".

use std::collections::BTreeMap;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::compare::Change;
use crate::findings::{Rule, changed_facts, pair_facts};
use crate::structure::Document;

/// A figure of the draft, and what it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct ProposedFigure {
    /// Index of the unit of the draft.
    pub unit: usize,
    /// Unicode scalar values of the unit's text before it.
    pub start: usize,
    /// And up to its end.
    pub end: usize,
    /// As the draft prints it.
    pub text: String,
    /// What it would be.
    pub proposed: Vec<Proposed>,
}

/// What a figure would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Proposed {
    /// As the first proposal prints it, without what the draft says behind the figure too.
    pub text: String,
    /// Its value.
    pub value: String,
    /// Who wants it; empty where names are withheld.
    pub by: Vec<usize>,
    /// How many want it.
    pub count: usize,
}

/// The figures that change, in the order of the draft.
pub(super) fn figures(base: &Document, proposals: &[Document], links: &[Vec<Change>]) -> Vec<ProposedFigure> {
    let changed = |(proposal, links): (&Document, &Vec<Change>)| {
        let mut found = changed_facts(base, proposal, links, pair_facts(base, proposal));
        found.retain(|finding| finding.rule == Rule::Changed && finding.was.is_some());
        found
    };
    let found: Vec<_> = proposals.par_iter().zip(links).map(changed).collect();
    let mut figures: BTreeMap<(usize, usize, usize), ProposedFigure> = BTreeMap::new();
    for (by, findings) in found.into_iter().enumerate() {
        for finding in findings {
            let (Some(was), [old, new]) = (finding.was, finding.parts.as_slice()) else { continue };
            let figure = figures.entry((was.unit, was.start, was.end)).or_insert_with(|| ProposedFigure {
                unit: was.unit,
                start: was.start,
                end: was.end,
                text: old.clone(),
                proposed: vec![],
            });
            match figure.proposed.iter_mut().find(|proposed| proposed.value == finding.value) {
                Some(same) => {
                    same.by.push(by);
                    same.count += 1;
                }
                None => figure.proposed.push(Proposed {
                    text: without_common_end(new, old),
                    value: finding.value,
                    by: vec![by],
                    count: 1,
                }),
            }
        }
    }
    figures.into_values().collect()
}

/// "15" of "15 persons", beside "12 persons".
fn without_common_end(new: &str, old: &str) -> String {
    let words = |text: &str| text.split(' ').rev().map(str::to_owned).collect::<Vec<_>>();
    let (new_words, old_words) = (words(new), words(old));
    let common = new_words.iter().zip(&old_words).take_while(|(a, b)| a == b).count();
    let kept: Vec<&str> = new_words[common..].iter().rev().map(String::as_str).collect();
    if kept.is_empty() { new.to_owned() } else { kept.join(" ") }
}
