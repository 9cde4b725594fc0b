//! A series as one page: the map of paragraphs and years, and what lies behind each of its signs.
//!
//! ```text
//! ┌ masthead   Series · title · the texts
//! ├ nav        to the parts of the page
//! ├ map        paragraphs down, texts across        │ the life of the paragraph that was chosen
//! ├ text       with the year of each wording
//! ├ compared   the first text and the last, or others
//! ├ picture    all of it in one drawing, and in words
//! ├ figures    what to check, and figures that changed
//! └ stability  sections, paragraphs, what is gone; notes
//! ```
//!
//! As the page of a redline it loads nothing and is read without script: lives are folded, and the first and the last text are
//! compared. The script adds the other pairs. A text that several views show is written once, with a number, and fetched from there.

mod ages;
mod around;
mod figures;
mod lives;
mod map;
mod pairs;
mod picture;

use super::markup::Markup;
use super::rows::Tongues;
use super::style::{string, style};
use super::{Head, head};
use crate::report::{SeriesPage, SeriesReport};
use pairs::Store;

/// What the page can do. It must hold neither `</script` nor `<!--`.
const SCRIPT: &str = include_str!("series.js");

/// How what the page of a redline has not looks.
const STYLE: &str = include_str!("series.css");

/// The page, with a final line feed.
pub fn series_html(series: &SeriesPage) -> String {
    let report = &series.report;
    let words = &report.phrases.years;
    let mut page = Markup::default();
    let title = report.phrases.said_of(words.series, &report.title);
    let style = style(&title, report.phrases) + STYLE + &years(report);
    head(&Head { language: report.language, title, style, script: SCRIPT }, &mut page);
    page.raw("<body>\n<a class=\"skip\" href=\"#map\">").text(report.phrases.page.skip).raw("</a>\n");
    around::masthead(series, &mut page);
    around::parts(series, &mut page);
    page.raw("<main id=\"main\">\n");
    let tongues = Tongues { old: series.language, new: series.language, words: &report.phrases.tools };
    let mut store = Store::of(tongues);
    page.raw("<div class=\"desk\">\n");
    map::map(series, &mut page);
    lives::lives(series, &mut store, &mut page);
    page.raw("</div>\n");
    ages::text(series, &mut page);
    pairs::section(series, &mut store, &mut page);
    picture::picture(series, &mut page);
    figures::figures(series, &mut page);
    around::stability(series, &mut page);
    page.raw("</main>\n");
    around::notes(series, &mut page);
    page.raw("<output class=\"since\" hidden></output>\n");
    pairs::others(series, &mut store, &mut page);
    page.script(SCRIPT).raw("</body>\n</html>\n");
    page.finish()
}

/// For each text that words stem from, how they look, and what stands behind them.
fn years(report: &SeriesReport) -> String {
    let rule = |age: &crate::report::Age| {
        let (since, level) = (age.since, age.level);
        let label = &report.short_labels[since];
        let [plain, again] = [string(label), string(&format!("↺{label}"))];
        format!(
            ".y{since}{{background:var(--age{level})}}.y{since}.k::after{{content:{plain}}}.y{since}.g::after{{content:{again}}}\n"
        )
    };
    report.ages.iter().map(rule).collect()
}
