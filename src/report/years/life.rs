//! The row of one paragraph: its name, its opening words, a cell a year.

use super::cell::{Cell, signs};
use crate::compare::{Op, Weight};
use crate::report::contents::cut;
use crate::report::label::Name;
use crate::report::phrases::{Phrases, fill};
use crate::report::row::Role;
use crate::series::{EventKind, Lineage, Series};
use crate::structure::{Kind, Unit};
use crate::text::word_count;

/// One heading's or paragraph's life.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Life {
    /// The id of its lineage.
    pub id: String,
    /// What it is.
    pub role: Role,
    /// What it is called in its last text: "OP12", "former OP11".
    pub name: String,
    /// Its text there.
    pub text: String,
    /// How that begins.
    pub opening: String,
    /// The outermost heading that it stood under there, or that it is; none in the preamble.
    pub section: Option<String>,
    /// One for each text.
    pub cells: Vec<Cell>,
    /// Where it went, when it is gone.
    pub lost: Option<Lost>,
    /// In how many texts it changed, being there before.
    pub changes: usize,
    /// How many texts it has stood without a change, up to its last one, that one included.
    pub steady: usize,
    /// The index of the text whose wording is the oldest that still stands in it.
    pub oldest: usize,
}

/// The end of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lost {
    /// The index of the first text without it.
    pub document: usize,
    /// "dropped", or what took it in: "merged into OP7".
    pub how: String,
}

/// The lives of all headings and paragraphs.
impl Life {
    /// In how many texts a change could be seen: those after the first that had it.
    pub fn chances(&self) -> usize {
        let first = self.cells.iter().position(|cell| cell.unit.is_some()).unwrap_or_default();
        self.cells.len().saturating_sub(first + 1)
    }
}

pub(super) fn lives(series: &Series, phrases: &'static Phrases) -> Vec<Life> {
    let is_typography = typography(series);
    let counts = |lineage: &&Lineage| last(series, lineage).kind.is_text();
    let changed = changed(series);
    let known = Known { series, is_typography, changed };
    series.lineages.iter().filter(counts).map(|lineage| life(&known, lineage, phrases)).collect()
}

/// For each text and unit, whether only typography differs from the text before.
fn typography(series: &Series) -> Vec<Vec<bool>> {
    let mut is_typography: Vec<Vec<bool>> = series.documents.iter().map(|document| vec![false; document.units.len()]).collect();
    for step in &series.steps {
        for change in step.links.iter().filter(|change| change.weight == Weight::Editorial) {
            change.link.new.iter().for_each(|&unit| is_typography[step.new][unit] = true);
        }
    }
    is_typography
}

/// For each text and unit, how many of a hundred words changed from the text before.
fn changed(series: &Series) -> Vec<Vec<usize>> {
    let mut changed: Vec<Vec<usize>> = series.documents.iter().map(|document| vec![0; document.units.len()]).collect();
    for step in &series.steps {
        for change in step.links.iter().filter(|change| change.weight == Weight::Substantive && !change.link.old.is_empty()) {
            let (mut words, mut gone, mut come) = (0, 0, 0);
            for edit in &change.edits {
                let count = word_count(&edit.text);
                match edit.op {
                    Op::Equal => words += count,
                    Op::Delete => gone += count,
                    Op::Insert => come += count,
                }
            }
            let most = gone.max(come);
            let share = (100 * most).checked_div(words + most).unwrap_or(0);
            change.link.new.iter().for_each(|&unit| changed[step.new][unit] = share);
        }
    }
    changed
}

/// A series, and for each text and unit what is asked of it again and again.
struct Known<'a> {
    series: &'a Series,
    is_typography: Vec<Vec<bool>>,
    changed: Vec<Vec<usize>>,
}

fn last<'a>(series: &'a Series, lineage: &Lineage) -> &'a Unit {
    let place = lineage.units[lineage.units.len() - 1];
    &series.documents[place.document].units[place.unit]
}

fn lost(series: &Series, lineage: &Lineage, document: usize, phrases: &'static Phrases) -> Lost {
    let label = &series.documents[document].label;
    let merged = lineage.events.iter().find(|event| event.document == document && event.kind == EventKind::Merged);
    let taker = merged.and_then(|event| series.lineages.iter().find(|other| event.with.contains(&other.id)));
    let how = match taker.and_then(|taker| taker.unit_in(document)) {
        Some(unit) => {
            let name = Name::of(&series.documents[document].units[unit], phrases).full();
            fill(phrases.years.merged_into, &[&name, label])
        }
        None => fill(phrases.years.dropped, &[label]),
    };
    Lost { document, how }
}

fn life(known: &Known<'_>, lineage: &Lineage, phrases: &'static Phrases) -> Life {
    let series = known.series;
    let count = series.documents.len();
    let end = lineage.units[lineage.units.len() - 1];
    let unit = last(series, lineage);
    let cells: Vec<Cell> = (0..count)
        .map(|document| {
            let unit = lineage.unit_in(document);
            let is_editorial = unit.is_some_and(|unit| known.is_typography[document][unit]);
            let name = unit.map(|unit| Name::of(&series.documents[document].units[unit], phrases).full());
            let signs = signs(lineage, document, is_editorial);
            let meanings = signs.iter().map(|sign| sign.said(phrases)).collect::<Vec<_>>().join(phrases.comma);
            let said = name.as_ref().map_or_else(|| meanings.clone(), |name| fill(phrases.years.named, &[name, &meanings]));
            let changed = unit.map_or(0, |unit| known.changed[document][unit]);
            Cell { signs, name, unit, said, changed }
        })
        .collect();
    let lost = (end.document + 1 < count).then(|| lost(series, lineage, end.document + 1, phrases));
    let own = Name::of(unit, phrases).full();
    let name = if lost.is_some() { fill(phrases.badges.former, &[&own]) } else { own };
    let differs = |document: usize| cells[document].signs.iter().any(|sign| sign.is_change());
    let is_there = |document: &usize| cells[*document].unit.is_some();
    let first = lineage.units[0].document;
    let changes = (first + 1..count).filter(is_there).filter(|&document| differs(document)).count();
    let steady = 1 + (first + 1..=end.document).rev().take_while(|&document| is_there(&document) && !differs(document)).count();
    let runs = &series.provenance[end.document][end.unit].runs;
    let oldest = runs.iter().map(|run| run.since).min().unwrap_or(end.document);
    let role = match unit.kind {
        Kind::Heading | Kind::Annex => Role::Heading(unit.section.len() + 1),
        Kind::Subparagraph => Role::Part(1),
        _ => Role::Paragraph,
    };
    let is_heading = matches!(role, Role::Heading(_));
    let section = unit.section.first().cloned().or_else(|| is_heading.then(|| unit.text.clone()));
    let (id, text, opening) = (lineage.id.clone(), unit.text.clone(), cut(&unit.text));
    Life { id, role, name, text, opening, section, cells, lost, changes, steady, oldest }
}
