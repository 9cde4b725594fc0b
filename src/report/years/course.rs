//! The figures of the latest text through the years, and what to check in it.
//!
//! ```text
//! OP2    persons subject to a warrant    15 (ASP/17) → 13 (ASP/18) → 12 (ASP/19)
//! ```
//!
//! Only what changed, and a step for each value: how long it stayed is in the years between.

use crate::findings::{CountRow, Counts, Fact, FactKind, Finding};
use crate::report::figures::{CheckLine, kind_name, said, unit_name};
use crate::report::phrases::Phrases;
use crate::report::sheet::{is_of_one_noun, short};
use crate::series::Series;
use crate::structure::{Document, Kind};

/// A figure that changed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Course {
    /// The id of the life that it is part of; empty where the matrix has none.
    pub life: String,
    /// What the paragraph is called.
    pub name: String,
    /// What sort of figure it is.
    pub kind: FactKind,
    /// The same in words.
    pub kind_name: &'static str,
    /// What is counted, dated or cited.
    pub what: String,
    /// Index of a text and what it says, where that is another than before.
    pub steps: Vec<(usize, String)>,
}

/// The figures of the latest text of `series` that were others before, in its order.
pub(super) fn courses(series: &Series, counts: &Counts, phrases: &'static Phrases) -> Vec<Course> {
    let latest = series.documents.len() - 1;
    let lives = lives(series);
    let course = |row: &CountRow| {
        let unit = row.cells[latest].first()?.unit;
        let steps = steps(row, &series.documents);
        let kind = series.documents[latest].units[unit].kind;
        let is_text = kind.is_text() || kind == Kind::Note;
        (steps.len() > 1 && is_text && row.kind != FactKind::Verb).then(|| Course {
            life: lives[unit].to_owned(),
            name: unit_name(&series.documents[latest], unit, phrases),
            kind: row.kind,
            kind_name: kind_name(row.kind, phrases),
            what: row.what.clone(),
            steps,
        })
    };
    counts.rows.iter().filter_map(course).collect()
}

/// Each text in which the value is another than before, and what it is there, as printed.
fn steps(row: &CountRow, documents: &[Document]) -> Vec<(usize, String)> {
    let is_one = is_of_one_noun(row, documents);
    let mut steps = vec![];
    let mut before: Option<&Fact> = None;
    for (text, fact) in row.cells.iter().enumerate().filter_map(|(text, cell)| Some((text, cell.first()?))) {
        if before.is_none_or(|before| before.value != fact.value) {
            steps.push((text, short(fact, is_one).to_owned()));
        }
        before = Some(fact);
    }
    steps
}

/// What to check in the latest text of `series`, in its order.
pub(super) fn checks(series: &Series, findings: &[Finding], phrases: &Phrases) -> Vec<CheckLine> {
    let latest = series.documents.len() - 1;
    let lives = lives(series);
    let open = findings.iter().filter(|finding| finding.document == latest && !finding.rule.is_change());
    open.map(|finding| CheckLine {
        anchor: lives[finding.unit].to_owned(),
        label: unit_name(&series.documents[latest], finding.unit, phrases),
        text: said(finding, phrases),
    })
    .collect()
}

/// For each unit of the latest text the id of its life; empty for lines and notes, which have no row in the matrix.
fn lives(series: &Series) -> Vec<&str> {
    let latest = series.documents.len() - 1;
    let units = &series.documents[latest].units;
    let mut lives = vec![""; units.len()];
    for lineage in &series.lineages {
        if let Some(unit) = lineage.unit_in(latest).filter(|&unit| units[unit].kind.is_text()) {
            lives[unit] = &lineage.id;
        }
    }
    lives
}
