//! A text with the year since which each phrase stands in it.

use crate::report::label::Name;
use crate::report::phrases::{Phrases, fill};
use crate::series::{Run, Series};
use crate::structure::{Kind, Unit};

/// One unit of the text, with its years.
#[derive(Debug, Clone)]
pub struct Dated {
    /// What it is called; empty for headings and lines about the text.
    pub name: String,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// The index of the text that most of its characters stem from.
    pub mostly: usize,
    /// They tile its text.
    pub runs: Vec<DatedRun>,
}

/// A phrase and its year.
#[derive(Debug, Clone)]
pub struct DatedRun {
    /// The characters.
    pub text: String,
    /// The index of the text in which they entered.
    pub since: usize,
    /// "since ASP/18", "again since ASP/20 (before: ASP/16 to ASP/18)".
    pub said: String,
    /// Whether they had stood there before.
    pub is_again: bool,
}

/// The units of the text `at`, footnotes left out.
pub(super) fn dated(series: &Series, at: usize, labels: &[String], phrases: &'static Phrases) -> Vec<Dated> {
    let units = series.documents[at].units.iter().zip(&series.provenance[at]);
    let shown = units.filter(|(unit, _)| unit.kind != Kind::Note);
    shown.map(|(unit, years)| of(unit, &years.runs, labels, phrases)).collect()
}

fn of(unit: &Unit, runs: &[Run], labels: &[String], phrases: &'static Phrases) -> Dated {
    let is_heading = matches!(unit.kind, Kind::Heading | Kind::Annex);
    let is_named = !is_heading && !matches!(unit.kind, Kind::Front | Kind::Enacting | Kind::Closing);
    let mut lengths = vec![0; labels.len()];
    for run in runs {
        lengths[run.since] += run.end - run.start;
    }
    // The earliest of those that most stems from.
    let mostly = (0..labels.len()).rev().max_by_key(|&text| lengths[text]).unwrap_or(0);
    let mut characters = unit.text.chars();
    let runs = runs.iter().map(|run| DatedRun {
        text: characters.by_ref().take(run.end - run.start).collect(),
        since: run.since,
        said: said(run, labels, phrases),
        is_again: !run.earlier.is_empty(),
    });
    let name = if is_named { Name::of(unit, phrases).full() } else { String::new() };
    Dated { name, is_heading, mostly, runs: legible(runs.collect()) }
}

/// The runs without confetti: a space takes the year of what it follows, and a word or two that say nothing by themselves take that of
/// the younger phrase on both sides of them.
fn legible(runs: Vec<DatedRun>) -> Vec<DatedRun> {
    let mut legible: Vec<DatedRun> = vec![];
    let mut runs = runs.into_iter().peekable();
    while let Some(run) = runs.next() {
        let next = runs.peek().map(|next| &next.said);
        match legible.last_mut() {
            Some(before) if run.text.trim().is_empty() || run.said == before.said => before.text.push_str(&run.text),
            Some(before) if next == Some(&before.said) && before.since > run.since && says_little(&run.text) => {
                before.text.push_str(&run.text);
            }
            _ => legible.push(run),
        }
    }
    legible
}

/// At most two short words, no figure and no capital.
fn says_little(text: &str) -> bool {
    const SHORT: usize = 4;
    text.split_whitespace().count() <= 2
        && text
            .split_whitespace()
            .all(|word| word.chars().count() <= SHORT && word.chars().all(|c| !c.is_numeric() && !c.is_uppercase()))
}

fn said(run: &Run, labels: &[String], phrases: &'static Phrases) -> String {
    let words = &phrases.years;
    if run.earlier.is_empty() {
        return fill(words.since, &[&labels[run.since]]);
    }
    let spell = |spell: &crate::series::Spell| match (&labels[spell.from], &labels[spell.until]) {
        (from, until) if from == until => from.clone(),
        (from, until) => fill(words.spell, &[from, until]),
    };
    let spells: Vec<String> = run.earlier.iter().map(spell).collect();
    fill(words.again, &[&labels[run.since], &spells.join(", ")])
}
