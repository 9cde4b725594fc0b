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
    runs.iter().for_each(|run| lengths[run.since] += run.end - run.start);
    // The earliest of those that most stems from.
    let mostly = (0..labels.len()).rev().max_by_key(|&text| lengths[text]).unwrap_or(0);
    let mut characters = unit.text.chars();
    let mut dated: Vec<DatedRun> = vec![];
    for run in runs {
        let text: String = characters.by_ref().take(run.end - run.start).collect();
        let is_again = !run.earlier.is_empty();
        match dated.last_mut() {
            // A space has no year that anyone asks for.
            Some(before) if text.trim().is_empty() => before.text.push_str(&text),
            _ => dated.push(DatedRun { text, since: run.since, said: said(run, labels, phrases), is_again }),
        }
    }
    Dated { name: if is_named { Name::of(unit, phrases).full() } else { String::new() }, is_heading, mostly, runs: dated }
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
