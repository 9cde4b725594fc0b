//! The redline as one page to open, print or send.
//!
//! ```text
//! ┌ masthead   Redline · title · earlier text, later text · warnings
//! ├ digest     what matters, a line a point
//! ├ aside      summary, key, list of changes (beside the text where there is room)
//! ├ tools      from change to change, filter, side by side, unfold, help: shown by the script
//! ├ strip      where the changes are
//! ├ main       the rows: label in the margin, text, notes
//! └ footer     renumbered paragraphs, notes, repairs
//! ```
//!
//! One file, nothing loaded. A strict content security policy stands in the file itself; the style and the script are let in by their
//! hash. The script adds what a reader can do, and nothing that is read.
//! Changes are told by element (`ins`, `del`), by line, by colour, and by words that only screen readers say: never by colour alone.

mod around;
mod compilation;
mod concord;
mod markup;
#[cfg(feature = "open")]
mod opening;
mod rows;
mod series;
mod sheet;
mod since;
mod style;
mod table;
mod tools;

pub use compilation::compilation_html;
pub use concord::concord_html;
#[cfg(feature = "open")]
pub(crate) use opening::{OpenLimits, Served, message_page, open_page};
pub use series::series_html;
pub use sheet::{sheet_html, trace_html};
pub use style::on_letter_paper;
pub use table::{table_html, tables_html};

use crate::language::Language;
use crate::report::Report;
use markup::Markup;
use rows::Tongues;

/// What the page can do. It must hold neither `</script` nor `<!--`.
const SCRIPT: &str = concat!(include_str!("copying.js"), include_str!("noting.js"), include_str!("page.js"));

/// The page, with a final line feed.
pub fn redline_html(report: &Report) -> String {
    let mut page = Markup::default();
    let title = report.phrases.said_of(report.phrases.page.redline, &report.title.pair);
    let style = style::style(&title, report.phrases);
    head(&Head { language: report.language, title, style, script: SCRIPT }, &mut page);
    page.raw("<body>\n<a class=\"skip\" href=\"#text\">").text(report.phrases.page.skip).raw("</a>\n");
    let tongues = Tongues { old: report.title.old.language, new: report.title.new.language, words: &report.phrases.tools };
    around::masthead(report, &mut page);
    around::digest(report, tongues, &mut page);
    tools::bar(report, &mut page);
    tools::strip(report, &mut page);
    page.raw("<div class=\"desk\">\n<aside class=\"contents\">\n");
    around::summary(report, &mut page);
    around::changes(report, tongues, &mut page);
    page.raw("</aside>\n<main id=\"text\" tabindex=\"-1\">\n<h2 class=\"aloud\">").text(report.phrases.page.text).raw("</h2>\n");
    columns(report, &mut page);
    for row in &report.rows {
        rows::row(row, tongues, &mut page);
    }
    page.raw("</main>\n</div>\n");
    around::tables(report, &mut page);
    tools::help(report, &mut page);
    page.script(SCRIPT);
    page.raw("</body>\n</html>\n");
    page.finish()
}

/// What stands above the two columns, when there are two.
fn columns(report: &Report, page: &mut Markup) {
    page.raw("<div class=\"columns\">");
    for party in [&report.title.old, &report.title.new] {
        page.raw("<p><span class=\"said\">").text(party.role).raw("</span> ").text(party.short()).raw("</p>");
    }
    page.raw("</div>\n");
}

/// What a page is, before its first word.
struct Head {
    language: Language,
    title: String,
    style: String,
    script: &'static str,
}

fn head(head: &Head, page: &mut Markup) {
    page.head(head.language, &style::policy(&head.style, head.script));
    page.text(&head.title).raw("</title>\n").style(&head.style).raw("</head>\n");
}
