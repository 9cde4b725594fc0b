//! A series as a page shows it: beside the matrix, the life of each paragraph, pairs of texts, the picture, what stands firm.

use super::news::{News, news};
use super::pairs::{PairGroup, pairs};
use super::picture::{Picture, picture};
use super::stable::{Stability, stability};
use super::story::{Chapter, Teller};
use super::{SeriesReport, dated_labels, series_report};
use crate::findings::SeriesFindings;
use crate::language::Language;
use crate::report::phrases::fill;
use crate::report::title::{Party, adopted};
use crate::series::Series;

/// All that the page of a series shows.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SeriesPage {
    /// The matrix, and the text with its years.
    pub report: SeriesReport,
    /// The language of the texts: that of the latest.
    pub language: Language,
    /// What matters first, each with the part of the page that has more of it.
    pub first: Vec<FirstLine>,
    /// The texts, the earliest first.
    pub texts: Vec<Party>,
    /// For each life of the report, its chapters.
    pub chapters: Vec<Vec<Chapter>>,
    /// Which texts can be compared; the first and the last first.
    pub pairs: Vec<PairGroup>,
    /// All of it in one drawing.
    pub picture: Picture,
    /// The same in words.
    pub news: Vec<News>,
    /// How stable each section is.
    pub sections: Vec<Stability>,
    /// How stable each paragraph is.
    pub paragraphs: Vec<Stability>,
}

/// A line at the head of the page of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FirstLine {
    /// "64 % of the words of 79/144 are from 2015 (70/235)".
    pub text: String,
    /// The part of the page that it leads to.
    pub part: &'static str,
}

/// Sections that are named as those that changed most.
const DISPUTED: usize = 3;

/// What matters first: where most words come from, which sections changed most, what is to be checked.
fn first(report: &SeriesReport, sections: &[Stability], dated: &[String]) -> Vec<FirstLine> {
    let words = &report.phrases.years;
    let oldest = report.ages.iter().rev().max_by_key(|age| age.characters);
    let mostly = oldest.map(|age| fill(words.mostly, &[&age.share, &report.labels[report.at], &dated[age.since]]));
    let mut disputed: Vec<&Stability> = sections.iter().filter(|section| section.changes > 0).collect();
    disputed.sort_by_key(|section| std::cmp::Reverse(section.changes));
    let named: Vec<String> =
        disputed.iter().take(DISPUTED).map(|section| format!("{} ({})", section.name, section.changes)).collect();
    let disputed = (sections.len() > 1 && !named.is_empty()).then(|| fill(words.disputed, &[&named.join(report.phrases.comma)]));
    let check = &report.phrases.findings.check;
    let checks = (!report.checks.is_empty()).then(|| report.phrases.said_of(check, &report.checks.len().to_string()));
    let lines = [(mostly, "text"), (disputed, "stability"), (checks, "figures")];
    lines.into_iter().filter_map(|(text, part)| Some(FirstLine { text: text?, part })).collect()
}

/// All that the page of `series` shows, with the words of the text `at` dated; in the language of that text, if none is named.
pub fn series_page(series: &Series, found: &SeriesFindings, at: usize, language: Option<Language>) -> SeriesPage {
    let report = series_report(series, found, at, language);
    let phrases = report.phrases;
    let (pairs, drafts) = pairs(series, phrases);
    let teller = Teller::of(series, &drafts, phrases);
    let chapters = report.lives.iter().map(|life| teller.chapters(life)).collect();
    let [sections, paragraphs] = stability(&report.lives, &report.labels, (report.language, phrases));
    let texts = series.documents.iter().map(|document| Party {
        role: "",
        label: document.label.clone(),
        symbol: document.symbol.clone(),
        title: document.title.clone().filter(|own| *own != report.title),
        adopted: document.adopted.as_ref().and_then(|adoption| adopted(adoption, report.language)),
        language: document.language,
    });
    SeriesPage {
        language: series.documents[series.documents.len() - 1].language,
        first: first(&report, &sections, &dated_labels(series)),
        texts: texts.collect(),
        chapters,
        pairs,
        picture: picture(series, &report.lives, &report.labels, phrases),
        news: news(&report.lives, report.labels.len(), phrases),
        sections,
        paragraphs,
        report,
    }
}
