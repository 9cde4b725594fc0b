//! Two texts or more side by side, the form in which many delegations negotiate.
//!
//! ```text
//! ASP/19                      ASP/20                      ASP/21                    Remarks
//! ───────────────── Arrests ─────────────────────────────────────────────────────
//! OP11 Urges [-fifteen-] …    OP12 Urges {+twelve+} …     OP12 Urges twelve …
//!                             {+OP13 Requests …+}         OP13 Requests …
//! ```
//!
//! A row is a chain of neighbouring alignments: what a paragraph was, and what it became. Chains stand in the order of the last text;
//! what is no more stands after what it followed. In each cell, words that the text before did not have came, words that the text after
//! does not have went. What was split or merged shares a row.

use super::entries::{printed, role};
use super::label::{Name, list, shown_label};
use super::phrases::{Phrases, fill};
use super::row::Role;
use super::title::Party;
use super::unknown::unknown_notes;
use crate::compare::{Change, Op};
use crate::language::Language;
use crate::series::Step;
use crate::structure::{Document, Kind, Unit};

/// A comparison of two texts or more, with all that is shown of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Table {
    /// The language of the interface.
    pub language: Language,
    /// Its words.
    pub phrases: &'static Phrases,
    /// The title of the last text, else its symbol or label.
    pub title: String,
    /// The texts, the earliest first.
    pub columns: Vec<Party>,
    /// From top to bottom.
    pub rows: Vec<TableRow>,
    /// How wide the first column is.
    pub lead: Lead,
}

/// How wide the first column is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lead {
    /// As the others.
    #[default]
    Equal,
    /// Twice as wide: the others hold pieces of its text.
    Wide,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableRow {
    /// A heading that is the same in all texts.
    Section(String),
    /// A cell for each text; empty where it has no such paragraph.
    Texts(Vec<Vec<TablePart>>),
}

/// A paragraph in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TablePart {
    /// What it is.
    pub role: Role,
    /// "OP12"; empty for what has no number.
    pub label: String,
    /// "moved from OP9".
    pub said: Option<String>,
    /// Its words.
    pub runs: Vec<TableRun>,
    /// The footnotes it calls: mark and words.
    pub notes: Vec<(String, Vec<TableRun>)>,
}

/// Words, or a footnote mark.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableRun {
    /// The characters.
    pub text: String,
    /// Where else they stand.
    pub fate: Fate,
    /// Words or a mark.
    pub set: Set,
}

/// Where else words of a cell stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fate {
    /// In the texts before and after, where there are any.
    #[default]
    Kept,
    /// Not in the text before.
    Came,
    /// Not in the text after.
    Went,
    /// In neither.
    CameAndWent,
}

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Set {
    /// On the line.
    Words,
    /// Raised: a footnote mark.
    Mark,
}

/// The table of `documents`, the earliest first, by the steps of their series.
pub fn table(documents: &[Document], steps: &[Step], language: Option<Language>) -> Table {
    let last = documents.last();
    let language = language.or(last.map(|document| document.language)).unwrap_or(Language::En);
    let phrases = Phrases::of(language);
    let title = last.map(|last| [&last.title, &last.symbol].into_iter().flatten().next().unwrap_or(&last.label).clone());
    let title = title.unwrap_or_default();
    let roles: &[&str] = if documents.len() == 2 { &[phrases.page.old, phrases.page.new] } else { &[] };
    let role = |at: usize| roles.get(at).copied().unwrap_or_default();
    let columns = documents.iter().enumerate().map(|(at, document)| Party::of(document, role(at), &title, language)).collect();
    let writer = Writer { documents, steps, fates: fates(documents, steps), phrases };
    let rows = chains(documents, steps).iter().filter_map(|chain| writer.row(chain)).collect();
    Table { language, phrases, title, columns, rows, lead: Lead::Equal }
}

/// The units of a row, by text.
type Chain = Vec<Vec<usize>>;

/// Units tied by any link, in the order of the last text; what it does not have stands after what it followed.
fn chains(documents: &[Document], steps: &[Step]) -> Vec<Chain> {
    let mut chain_of: Vec<Vec<Option<usize>>> = documents.iter().map(|document| vec![None; document.units.len()]).collect();
    let mut chains: Vec<Chain> = vec![];
    let mut order: Vec<usize> = vec![];
    for (at, document) in documents.iter().enumerate().rev() {
        let mut before: Option<usize> = None;
        for unit in 0..document.units.len() {
            if chain_of[at][unit].is_none() {
                let chain = chain(documents.len(), steps, (at, unit));
                for (text, units) in chain.iter().enumerate() {
                    for &unit in units {
                        chain_of[text][unit] = Some(chains.len());
                    }
                }
                let place =
                    before.and_then(|before| order.iter().position(|other| *other == before)).map_or(0, |place| place + 1);
                order.insert(place, chains.len());
                chains.push(chain);
            }
            before = chain_of[at][unit];
        }
    }
    order.into_iter().map(|index| chains[index].clone()).collect()
}

/// Everything that links lead to from one unit.
fn chain(texts: usize, steps: &[Step], start: (usize, usize)) -> Chain {
    let mut chain: Chain = vec![vec![]; texts];
    let mut waiting = vec![start];
    while let Some((text, unit)) = waiting.pop() {
        if chain[text].contains(&unit) {
            continue;
        }
        chain[text].push(unit);
        let after = steps.get(text).and_then(|step| step.links.iter().find(|change| change.link.old.contains(&unit)));
        let before = text.checked_sub(1).and_then(|at| steps[at].links.iter().find(|change| change.link.new.contains(&unit)));
        waiting.extend(after.iter().flat_map(|change| change.link.new.iter().map(|&unit| (text + 1, unit))));
        waiting.extend(after.iter().flat_map(|change| change.link.old.iter().map(|&unit| (text, unit))));
        waiting.extend(before.iter().flat_map(|change| change.link.old.iter().map(|&unit| (text - 1, unit))));
        waiting.extend(before.iter().flat_map(|change| change.link.new.iter().map(|&unit| (text, unit))));
    }
    for units in &mut chain {
        units.sort_unstable();
    }
    chain
}

/// The fate of each character of each unit of each text.
fn fates(documents: &[Document], steps: &[Step]) -> Vec<Vec<Vec<Fate>>> {
    let plain = |unit: &Unit| vec![Fate::Kept; unit.text.chars().count()];
    let mut fates: Vec<Vec<Vec<Fate>>> = documents.iter().map(|document| document.units.iter().map(plain).collect()).collect();
    for (at, step) in steps.iter().enumerate() {
        let unknown = unknown_notes([&documents[at], &documents[at + 1]], &step.links);
        for (change, _) in step.links.iter().zip(unknown).filter(|(_, is_unknown)| !is_unknown) {
            mark(change, Op::Delete, &mut fates[at]);
            mark(change, Op::Insert, &mut fates[at + 1]);
        }
    }
    fates
}

/// Marks what `op` did to the units of its side. White space alone is not worth a mark.
fn mark(change: &Change, op: Op, fates: &mut [Vec<Fate>]) {
    let mut units = if op == Op::Delete { change.link.old.iter() } else { change.link.new.iter() };
    let (mut unit, mut place) = (units.next(), 0);
    for edit in change.edits.iter().filter(|edit| edit.op == Op::Equal || edit.op == op) {
        let is_marked = edit.op == op && !edit.text.chars().all(char::is_whitespace);
        for character in edit.text.chars() {
            if character == '\n' {
                (unit, place) = (units.next(), 0);
                continue;
            }
            if let Some(fate) = unit.and_then(|&unit| fates.get_mut(unit)?.get_mut(place)).filter(|_| is_marked) {
                *fate = match (*fate, op) {
                    (Fate::Kept, Op::Insert) => Fate::Came,
                    (Fate::Kept, _) => Fate::Went,
                    _ => Fate::CameAndWent,
                };
            }
            place += 1;
        }
    }
}

struct Writer<'a> {
    documents: &'a [Document],
    steps: &'a [Step],
    fates: Vec<Vec<Vec<Fate>>>,
    phrases: &'static Phrases,
}

impl Writer<'_> {
    /// The row of `chain`; None of footnotes, which stand under the paragraphs that call them.
    fn row(&self, chain: &Chain) -> Option<TableRow> {
        let cells: Vec<Vec<TablePart>> = chain
            .iter()
            .enumerate()
            .map(|(text, units)| {
                units.iter().filter(|unit| !self.is_called(text, **unit)).map(|unit| self.part(text, *unit)).collect()
            })
            .collect();
        let words = |part: &TablePart| part.runs.iter().map(|run| run.text.as_str()).collect::<String>();
        let headings: Vec<String> = cells
            .iter()
            .filter_map(|cell| match cell.as_slice() {
                [part] if matches!(part.role, Role::Heading(_)) && part.said.is_none() => Some(words(part)),
                _ => None,
            })
            .collect();
        if headings.len() == self.documents.len() && headings.windows(2).all(|pair| pair[0] == pair[1]) {
            return headings.into_iter().next().map(TableRow::Section);
        }
        cells.iter().any(|cell| !cell.is_empty()).then_some(TableRow::Texts(cells))
    }

    fn is_called(&self, text: usize, unit: usize) -> bool {
        let units = &self.documents[text].units;
        let calls = |caller: &Unit| caller.footnotes.iter().any(|footnote| footnote.note == Some(unit));
        units[unit].kind == Kind::Note && units.iter().any(calls)
    }

    fn part(&self, text: usize, index: usize) -> TablePart {
        let units = &self.documents[text].units;
        let unit = &units[index];
        let mut runs = self.runs(text, index);
        if let Some(printed) = printed(unit) {
            runs.insert(0, TableRun { text: format!("{printed} "), fate: Fate::Kept, set: Set::Words });
        }
        let note = |mark: &str, note: usize| (mark.to_owned(), self.runs(text, note));
        TablePart {
            role: role(unit, units),
            label: shown_label(unit, &Name::of(unit, self.phrases)),
            said: self.moved(text, index),
            runs,
            notes: unit.footnotes.iter().filter_map(|footnote| Some(note(&footnote.mark, footnote.note?))).collect(),
        }
    }

    /// "moved from OP9"
    fn moved(&self, text: usize, unit: usize) -> Option<String> {
        let changes = &self.steps.get(text.checked_sub(1)?)?.links;
        let change = changes.iter().find(|change| change.link.moved && change.link.new.contains(&unit))?;
        let old = &self.documents[text - 1].units;
        let names: Vec<Name> = change.link.old.iter().map(|&unit| Name::of(&old[unit], self.phrases)).collect();
        Some(fill(self.phrases.badges.moved_from, &[&list(&names, self.phrases)]))
    }

    fn runs(&self, text: usize, index: usize) -> Vec<TableRun> {
        let unit = &self.documents[text].units[index];
        let mut marks = unit.footnotes.iter().peekable();
        let mut runs: Vec<TableRun> = vec![];
        let places = unit.text.chars().zip(&self.fates[text][index]).enumerate();
        let mut mark_until = |place: usize, runs: &mut Vec<TableRun>| {
            while let Some(mark) = marks.next_if(|mark| mark.at <= place) {
                runs.push(TableRun { text: mark.mark.clone(), fate: Fate::Kept, set: Set::Mark });
            }
        };
        for (place, (character, fate)) in places {
            mark_until(place, &mut runs);
            match runs.last_mut().filter(|run| run.fate == *fate && run.set == Set::Words) {
                Some(run) => run.text.push(character),
                None => runs.push(TableRun { text: character.to_string(), fate: *fate, set: Set::Words }),
            }
        }
        mark_until(usize::MAX, &mut runs);
        runs
    }
}
