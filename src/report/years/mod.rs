//! From a series to what is shown of it: the matrix of paragraphs and years, and a text with its years.
//!
//! ```text
//!               16  17  18  19  20
//! OP11          ·   ◐   −       ↺     Urges States Parties to …
//! OP12          ·   ·   ◐◇  ·   ·     Requests the Registrar …
//! ```
//!
//! As for a redline, renderers decide nothing: names, signs and words are all here.

mod between;
mod cell;
mod course;
mod dated;
mod life;
mod news;
mod page;
mod pairs;
mod picture;
mod stable;
mod story;

pub use cell::{Cell, Sign};
pub use course::Course;
pub use dated::{Age, Dated, DatedRun};
pub use life::{Life, Lost};
pub use news::{News, NewsItem};
pub use page::{FirstLine, SeriesPage, series_page};
pub use pairs::{Between, PairGroup};
pub use picture::{Band, BandKind, Bar, Picture, Spot};
pub use stable::Stability;
pub use story::{Chapter, Quiet};

use super::doubts;
use super::figures::CheckLine;
use super::left_out::left_out;
use super::phrases::{Phrases, counted, fill};
use crate::findings::SeriesFindings;
use crate::language::Language;
use crate::series::Series;
use crate::structure::Document;

/// A series with all that is shown of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SeriesReport {
    /// The language of the interface.
    pub language: Language,
    /// Its words.
    pub phrases: &'static Phrases,
    /// The title of the latest text that has one, else the latest label.
    pub title: String,
    /// What the texts are called, the earliest first.
    pub labels: Vec<String>,
    /// The years of their adoption where all are known and no two are the same; else the labels without what all begin with: "19" of
    /// "ASP/19".
    pub short_labels: Vec<String>,
    /// The life of every heading and paragraph.
    pub lives: Vec<Life>,
    /// The text whose words are dated.
    pub at: usize,
    /// Its paragraphs.
    pub dated: Vec<Dated>,
    /// The texts that its words stem from.
    pub ages: Vec<Age>,
    /// The figures of the latest text that were others before.
    pub courses: Vec<Course>,
    /// What to check in the latest text.
    pub checks: Vec<CheckLine>,
    /// Doubts, in words.
    pub notes: Vec<String>,
}

/// All that is shown of `series`, with the words of the text `at` dated; in the language of that text, if none is named.
pub fn series_report(series: &Series, found: &SeriesFindings, at: usize, language: Option<Language>) -> SeriesReport {
    let documents = &series.documents;
    let language = language.unwrap_or(documents[at].language);
    let phrases = Phrases::of(language);
    let labels: Vec<String> = documents.iter().map(|document| document.label.clone()).collect();
    let title = documents.iter().rev().find_map(|document| document.title.clone());
    let dated = dated::dated(series, at, &dated_labels(series), phrases);
    SeriesReport {
        language,
        phrases,
        title: title.unwrap_or_else(|| labels[labels.len() - 1].clone()),
        short_labels: years(documents).unwrap_or_else(|| short(&labels)),
        lives: life::lives(series, phrases),
        at,
        courses: course::courses(series, &found.counts, phrases),
        checks: course::checks(series, &found.findings, phrases),
        ages: dated::ages(&dated, at),
        dated,
        notes: notes(series, language, phrases),
        labels,
    }
}

/// The latest text of `series` with its years.
pub(super) fn dates(series: &Series, phrases: &'static Phrases) -> Vec<Dated> {
    dated::dated(series, series.documents.len() - 1, &dated_labels(series), phrases)
}

/// The years in which the texts were adopted; None where one is unknown, or two are the same.
fn years(documents: &[Document]) -> Option<Vec<String>> {
    let year = |document: &Document| document.year().map(str::to_owned);
    let years: Vec<String> = documents.iter().map(year).collect::<Option<_>>()?;
    years.windows(2).all(|pair| pair[0] < pair[1]).then_some(years)
}

/// What the texts are called where a year is meant: "2008 (63/111)".
fn dated_labels(series: &Series) -> Vec<String> {
    let labels = series.documents.iter().map(|document| document.label.clone());
    match years(&series.documents) {
        Some(years) => {
            labels.zip(years).map(|(label, year)| if label == year { label } else { format!("{year} ({label})") }).collect()
        }
        None => labels.collect(),
    }
}

/// What is doubtful about the series, and about each text and the next; of their order the series speaks itself.
fn notes(series: &Series, language: Language, phrases: &Phrases) -> Vec<String> {
    let neighbours = series.documents.windows(2).zip(&series.steps).flat_map(|(pair, step)| {
        let left_out = left_out(&pair[0], &pair[1], &step.links);
        let mut doubts = doubts::doubts(&pair[0], &pair[1], &left_out);
        doubts.retain(|doubt| doubt.code != "old-is-later");
        let names = fill(phrases.pair, &[&pair[0].label, &pair[1].label]);
        let differences = (!left_out.is_empty()).then(|| counted(phrases.tallies.left_out, left_out.len()));
        let said = doubts::warnings(&doubts, language).into_iter().chain(differences);
        said.map(move |doubt| fill(phrases.years.named, &[&names, &doubt]))
    });
    neighbours.chain(series.notes.iter().map(|note| doubts::message(note, phrases))).collect()
}

/// The labels without the words and signs that all begin with; a number is never cut.
fn short(labels: &[String]) -> Vec<String> {
    let Some(first) = labels.first() else { return vec![] };
    let is_common = |prefix: &str| labels.iter().all(|label| label.starts_with(prefix) && label.len() > prefix.len());
    let ends = first.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, c)| at + c.len_utf8());
    let common = ends.filter(|&end| is_common(&first[..end])).max().unwrap_or(0);
    labels.iter().map(|label| label[common..].to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn what_all_labels_begin_with_is_left_out() {
        let labels = |all: &[&str]| short(&all.iter().map(|&label| label.to_owned()).collect::<Vec<_>>());
        assert_eq!(labels(&["ASP/19", "ASP/20"]), ["19", "20"]);
        assert_eq!(labels(&["2019", "2020"]), ["2019", "2020"]);
        assert_eq!(labels(&["ASP/19", "Draft"]), ["ASP/19", "Draft"]);
    }
}
