//! The redline as one page to open, print or send.
//!
//! ```text
//! ┌ masthead   Redline · title · earlier text, later text · warnings
//! ├ aside      summary, key, list of changes (beside the text where there is room)
//! ├ main       the rows: label in the margin, text, notes
//! └ footer     renumbered paragraphs, notes, repairs
//! ```
//!
//! One file, no script, nothing loaded. A strict content security policy stands in the file itself; the style is let in by its hash.
//! Changes are told by element (`ins`, `del`), by line, by colour, and by words that only screen readers say: never by colour alone.
//!
//! Incomplete: no script yet, so no keys from change to change, no filter and no side-by-side.

mod around;
mod markup;
mod rows;
mod style;

use crate::report::Report;
use markup::Markup;
use rows::Tongues;

/// The page, with a final line feed.
pub fn redline_html(report: &Report) -> String {
    let mut page = Markup::default();
    head(report, &mut page);
    page.raw("<body>\n<a class=\"skip\" href=\"#text\">").text(report.phrases.page.skip).raw("</a>\n");
    around::masthead(report, &mut page);
    page.raw("<div class=\"desk\">\n<aside class=\"contents\">\n");
    around::summary(report, &mut page);
    around::changes(report, &mut page);
    page.raw("</aside>\n<main id=\"text\" tabindex=\"-1\">\n<h2 class=\"aloud\">").text(report.phrases.page.text).raw("</h2>\n");
    let tongues = Tongues { old: report.title.old.language, new: report.title.new.language };
    for row in &report.rows {
        rows::row(row, tongues, &mut page);
    }
    page.raw("</main>\n</div>\n");
    around::tables(report, &mut page);
    page.raw("</body>\n</html>\n");
    page.finish()
}

fn head(report: &Report, page: &mut Markup) {
    let style = style::style(report);
    page.raw("<!DOCTYPE html>\n<html").attribute("lang", report.language.code()).raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\"").attribute("content", &style::policy(&style)).raw(">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    page.text(&format!("{}: {}", report.phrases.page.redline, report.title.pair)).raw("</title>\n");
    page.style(&style).raw("</head>\n");
}
