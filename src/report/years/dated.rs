//! A text with the year since which each phrase stands in it.

use crate::report::entries::{printed, role};
use crate::report::label::Name;
use crate::report::phrases::{Phrases, fill};
use crate::report::row::Role;
use crate::series::{Run, Series};
use crate::structure::{Kind, Unit};

/// One unit of the text, with its years.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Dated {
    /// What it is called; empty for headings and lines about the text.
    pub name: String,
    /// What it is.
    pub role: Role,
    /// The label as printed, where it has no name.
    pub printed: Option<String>,
    /// The id of its life, where it has one.
    pub life: Option<String>,
    /// The index of the text that most of its characters stem from.
    pub mostly: usize,
    /// They tile its text.
    pub runs: Vec<DatedRun>,
}

/// A phrase and its year.
#[derive(Debug, Clone)]
#[non_exhaustive]
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

/// How much of a text stems from one text.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Age {
    /// The index of the text.
    pub since: usize,
    /// How young, from 0 for the first text to 5 for the one that is dated.
    pub level: usize,
    /// How many of its characters do.
    pub characters: usize,
    /// "61 %", "< 1 %".
    pub share: String,
}

/// The strongest shade.
const YOUNGEST: usize = 5;

/// The texts that the words of `dated` stem from, the earliest first.
pub(super) fn ages(dated: &[Dated], at: usize) -> Vec<Age> {
    let mut lengths = vec![0; at + 1];
    for run in dated.iter().flat_map(|unit| &unit.runs) {
        lengths[run.since] += run.text.chars().count();
    }
    let whole: usize = lengths.iter().sum();
    let share = |length: usize| match (200 * length + whole).checked_div(2 * whole) {
        Some(0) | None => "<\u{a0}1\u{a0}%".to_owned(),
        Some(percent) => format!("{percent}\u{a0}%"),
    };
    let age = |(since, &characters): (usize, &usize)| {
        let (level, share) = (since * YOUNGEST / at.max(1), share(characters));
        Age { since, level, characters, share }
    };
    lengths.iter().enumerate().filter(|(_, length)| **length > 0).map(age).collect()
}

/// The units of the text `at`, footnotes left out.
pub(super) fn dated(series: &Series, at: usize, labels: &[String], phrases: &'static Phrases) -> Vec<Dated> {
    let units = series.documents[at].units.iter().zip(&series.provenance[at]);
    let shown = units.filter(|(unit, _)| unit.kind != Kind::Note);
    let life = |unit: usize| series.lineages.iter().find(|one| one.unit_in(at) == Some(unit)).map(|one| one.id.clone());
    shown
        .map(|(unit, years)| {
            let dated = of(unit, &years.runs, labels, phrases);
            let has_life = !matches!(unit.kind, Kind::Front | Kind::Enacting | Kind::Closing);
            Dated { role: role(unit, &series.documents[at].units), life: life(unit.index).filter(|_| has_life), ..dated }
        })
        .collect()
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
    let (role, printed) = (Role::Paragraph, printed(unit));
    Dated { name, role, printed, life: None, mostly, runs: legible(runs.collect()) }
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
    fill(words.again, &[&labels[run.since], &spells.join(phrases.comma)])
}
