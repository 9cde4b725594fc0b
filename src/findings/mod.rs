//! What the figures of texts say: counts, dates, sessions, symbols, citations, and the verbs that paragraphs decide with.
//!
//! ```text
//! Document → facts         12 personnes · 2021-12-09 · 21 session          (fact/)
//! Comparison → findings    12 personnes, was 13; a session left behind     (changed, lint/)
//! years → counts           15 | 13 | 12 | 12                               (counts)
//! Series → both, through all years
//! ```
//!
//! Facts are read from one text at a time, then joined (`join`) through links and edits: a figure is followed by where it stands, not by
//! what it looks like.

mod bytes;
mod changed;
mod counts;
mod fact;
mod finding;
mod history;
mod join;
mod lint;
mod moved;
mod row;
mod stray;
mod strength;
mod verb;
mod whole;

pub use counts::{CountRow, Counts, counts};
use fact::facts_beside;
pub use fact::{Fact, FactKind, facts};
pub(crate) use fact::{Meaning, Saying, facts_of, sayings};
pub use finding::{Figure, Finding, Force, Rule, Severity};
pub use history::History;
pub use lint::{LintOptions, lint};
pub(crate) use stray::has_figure;
pub use strength::{Strength, strength};
pub(crate) use verb::{VerbChange, verb_of};

use crate::compare::Change;
pub use crate::language::Scale;
use crate::prepare::Text;
use crate::series::{Series, Years};
use crate::structure::Document;

/// The facts of two texts, the earlier first: what [`findings`] asks for, and what can be read while the two are compared.
pub fn pair_facts(old: &Document, new: &Document) -> [Vec<Fact>; 2] {
    facts_of_two([(old, &Text::of(old)), (new, &Text::of(new))])
}

/// The same of two texts whose words are known.
pub(crate) fn facts_between(years: &Years<'_>, texts: [usize; 2]) -> [Vec<Fact>; 2] {
    facts_of_two(texts.map(|at| years.text(at)))
}

fn facts_of_two([old, new]: [(&Document, &Text); 2]) -> [Vec<Fact>; 2] {
    let before = facts_of(old);
    let after = facts_beside(new, (old.0, &before));
    [before, after]
}

/// What can be found between two texts of these `facts`: those that changed, then what can be asked about the new text.
pub fn findings(old: &Document, new: &Document, changes: &[Change], facts: [Vec<Fact>; 2]) -> Vec<Finding> {
    let history = History::pair([old, new], facts.into(), changes);
    found(&history, 1, changes)
}

/// Of those, what changed: figures and verbs.
pub(crate) fn changed_facts(old: &Document, new: &Document, changes: &[Change], facts: [Vec<Fact>; 2]) -> Vec<Finding> {
    changed::changed(&History::pair([old, new], facts.into(), changes), 1, changes)
}

/// What the figures of a series say.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SeriesFindings {
    /// For each text but the first what changed from the text before, then what can be asked about it.
    pub findings: Vec<Finding>,
    /// Every figure through the years.
    pub counts: Counts,
}

/// What can be found in all texts of `series`, the earliest first.
pub fn series_findings(series: &Series) -> SeriesFindings {
    let history = History::of_series(series);
    let findings = (1..series.documents.len()).flat_map(|at| found(&history, at, &series.steps[at - 1].links)).collect();
    SeriesFindings { findings, counts: counts(&history) }
}

/// Text `at` of `history` beside those before it, with the changes from the last of them.
fn found(history: &History<'_>, at: usize, changes: &[Change]) -> Vec<Finding> {
    let mut findings = changed::changed(history, at, changes);
    findings.extend(lint::lint_of(history, at, &LintOptions::default()));
    findings
}
