//! A series as a page shows it: beside the matrix, the life of each paragraph, pairs of texts, the picture, what stands firm.

use super::news::{News, news};
use super::pairs::{PairGroup, pairs};
use super::picture::{Picture, picture};
use super::stable::{Stability, stability};
use super::story::{Chapter, Teller};
use super::{SeriesReport, series_report};
use crate::findings::SeriesFindings;
use crate::language::Language;
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
