//! A compilation of proposals as one page.
//!
//! ```text
//! ┌ masthead   Compilation of proposals on · draft · names
//! ├ tools      from place to place, agreements or conflicts alone, a box for each delegation: shown by the script
//! ├ aside      counts, agreements, conflicts, brackets, figures
//! ├ main       the draft with its places inline, what comes at its place, each delegation's text of a paragraph folded under it
//! └ footer     who touches what
//! ```
//!
//! As the page of a redline it loads nothing and is read without script: it is then the full compilation. A place is told by element
//! (`ins`, `del`), by the names behind each alternative, and a conflict by a sign and a word: never by colour alone.

mod rows;

use super::markup::Markup;
use super::style::style;
use super::{Head, head};
use crate::report::{CompilationReport, CompiledLine};

/// What the page can do. It must hold neither `</script` nor `<!--`.
const SCRIPT: &str = include_str!("compilation.js");

/// How what the page of a redline has not looks.
const STYLE: &str = include_str!("compilation.css");

/// The page, with a final line feed.
pub fn compilation_html(report: &CompilationReport) -> String {
    let words = report.phrases.compiling;
    let mut page = Markup::default();
    let title = report.phrases.said_of(words.compilation, &report.title);
    let style = style(&title, report.phrases) + STYLE;
    head(&Head { language: report.language, title, style, script: SCRIPT }, &mut page);
    page.raw("<body>\n<a class=\"skip\" href=\"#text\">").text(report.phrases.page.skip).raw("</a>\n");
    page.raw("<header class=\"masthead\"><p class=\"kind\">").text(words.compilation).raw("</p>\n<h1>").text(&report.title);
    if let Some(title) = &report.compilation.base.title {
        page.raw(" · ").text(title);
    }
    page.raw("</h1>\n<p>").text(&report.phrases.said_of(words.by, &report.hands)).raw("</p></header>\n");
    tools(report, &mut page);
    page.raw("<div class=\"desk\">\n<aside class=\"contents\">\n");
    summary(report, &mut page);
    page.raw("</aside>\n<main id=\"text\" tabindex=\"-1\">\n<h2 class=\"aloud\">").text(report.phrases.page.text).raw("</h2>\n");
    for row in &report.rows {
        rows::row(report, row, &mut page);
    }
    page.raw("</main>\n</div>\n");
    table(report, &mut page);
    page.script(SCRIPT).raw("</body>\n</html>\n");
    page.finish()
}

/// Buttons and boxes, hidden until the script runs.
fn tools(report: &CompilationReport, page: &mut Markup) {
    let (words, of_pages) = (report.phrases.compiling, &report.phrases.tools);
    page.raw("<section class=\"tools\" hidden").attribute("aria-label", of_pages.tools);
    page.attribute("data-place", of_pages.place).raw(">\n<span class=\"steps\">");
    for (action, name, sign) in [("previous", words.previous, "‹"), ("next", words.next, "›")] {
        page.raw("<button type=\"button\" class=\"sign\"").attribute("data-do", action).attribute("aria-label", name);
        page.attribute("title", name).raw(">").raw(sign).raw("</button>");
        if action == "previous" {
            page.raw("<output></output>");
        }
    }
    page.raw("</span>\n<label><span>").text(of_pages.show).raw("</span> <select>");
    for (value, name) in ["", "agreement", "conflict"].into_iter().zip(words.choices) {
        page.raw("<option").attribute("value", value).raw(">").text(name).raw("</option>");
    }
    page.raw("</select></label>\n");
    if report.is_named() {
        page.raw("<fieldset class=\"hands\"><legend>").text(words.shown).raw("</legend>");
        for (at, proposal) in report.compilation.proposals.iter().enumerate() {
            page.raw("<label><input type=\"checkbox\" checked").attribute("value", &at.to_string()).raw("> ");
            page.text(&proposal.label).raw("</label> ");
        }
        page.raw("</fieldset>\n");
    }
    page.raw("</section>\n");
}

fn summary(report: &CompilationReport, page: &mut Markup) {
    page.raw("<section class=\"summary\"><h2>").text(report.phrases.page.summary).raw("</h2>\n<p>").text(&report.counts);
    page.raw("</p>\n<p><strong>").text(&report.digest).raw("</strong></p>\n");
    for line in &report.silent {
        page.raw("<p>").text(line).raw("</p>\n");
    }
    for note in &report.compilation.notes {
        page.raw("<p>").text(&note.message).raw("</p>\n");
    }
    page.raw("</section>\n");
    for (heading, lines) in &report.sections {
        page.raw("<section class=\"changes\"><h2>").text(heading).raw("</h2>\n<ol>\n");
        for line in lines {
            item(line, page);
        }
        page.raw("</ol></section>\n");
    }
}

fn item(line: &CompiledLine, page: &mut Markup) {
    page.raw("<li><a").attribute("href", &format!("#{}", line.place.map_or_else(|| rows::anchor(&line.id), rows::place_anchor)));
    page.raw(">").text(&line.name).raw("</a> ").text(&line.text).raw("</li>\n");
}

/// Who touches what.
fn table(report: &CompilationReport, page: &mut Markup) {
    if report.table.is_empty() {
        return;
    }
    let words = report.phrases.compiling;
    page.raw("<footer class=\"tables\"><section class=\"who\"><table><thead><tr><th scope=\"col\">")
        .text(words.delegation)
        .raw("</th>");
    for column in words.columns {
        page.raw("<th scope=\"col\">").text(column).raw("</th>");
    }
    page.raw("</tr></thead>\n<tbody>\n");
    for row in &report.table {
        page.raw("<tr><th scope=\"row\">").text(&row.name).raw("</th>");
        for cell in &row.cells {
            page.raw("<td>");
            if cell.is_empty() {
                page.raw("–");
            }
            for (at, (id, name)) in cell.iter().enumerate() {
                page.raw(if at > 0 { ", " } else { "" }).link(&rows::anchor(id), name);
            }
            page.raw("</td>");
        }
        page.raw("</tr>\n");
    }
    page.raw("</tbody></table></section></footer>\n");
}
