//! Language versions as one page: two or three columns, a row for paragraphs that are each other's translation, what disagrees above it.
//!
//! The filter is of style alone: a page without a script can be sent and kept. It shows all, only what disagrees, or one rule.

use std::fmt::Write;

use super::markup::Markup;
use super::style;
use crate::concord::DiscordanceRule;
use crate::report::{ConcordParagraph, ConcordPart, ConcordReport};

/// The page, with a final line feed.
pub fn concord_html(report: &ConcordReport) -> String {
    let mut page = Markup::default();
    let style = style::concord_style(&report.title, report.language) + &filters(report);
    page.head(report.language, &style::policy(&style, "")).text(&report.title).raw("</title>\n").style(&style);
    page.raw("</head>\n<body>\n<header><h1>").text(&report.title).raw("</h1>\n");
    for warning in &report.warnings {
        page.raw("<p class=\"warning\">").text(warning).raw("</p>\n");
    }
    page.raw("<p>").text(&report.summary).raw("</p>\n");
    if report.rules.is_empty() {
        page.raw("<p>").text(report.words.nothing).raw("</p>\n");
    } else {
        choices(report, &mut page);
    }
    page.raw("</header>\n<main class=\"scroll\"><table>\n<thead><tr>");
    for (label, language) in &report.heads {
        page.raw("<th scope=\"col\"").attribute("lang", language.code()).raw(">").text(label).raw("</th>");
    }
    page.raw("</tr></thead>\n<tbody>\n");
    for row in &report.rows {
        part(row, report, &mut page);
    }
    page.raw("</tbody>\n</table></main>\n</body>\n</html>\n");
    page.finish()
}

/// The rules of style that hide what was not chosen.
fn filters(report: &ConcordReport) -> String {
    let mut style = String::from("body:has(#only:checked) tr.row:not(.found){display:none}\n");
    for (rule, _) in &report.rules {
        let code = rule.code();
        let _ = writeln!(style, "body:has(#r-{code}:checked) tbody tr:not(.r-{code}){{display:none}}");
    }
    style
}

fn choices(report: &ConcordReport, page: &mut Markup) {
    page.raw("<fieldset><legend>").text(report.words.show).raw("</legend>\n");
    let fixed = [("all", report.words.all), ("only", report.words.disagreeing)].map(|(id, name)| (id.to_owned(), name));
    let rules = report.rules.iter().map(|(rule, name)| (format!("r-{}", rule.code()), *name));
    for (at, (id, name)) in fixed.into_iter().chain(rules).enumerate() {
        page.raw("<label><input type=\"radio\" name=\"show\"").attribute("id", &id);
        page.raw(if at == 0 { " checked> " } else { "> " }).text(name).raw("</label>\n");
    }
    page.raw("</fieldset>\n");
}

fn part(row: &ConcordPart, report: &ConcordReport, page: &mut Markup) {
    if row.cells.iter().all(Vec::is_empty) {
        return;
    }
    let classes: String = row.said.iter().fold(String::new(), |classes, (rule, _)| format!("{classes} r-{}", rule.code()));
    if !row.said.is_empty() {
        page.raw("<tr").attribute("class", &format!("said{classes}")).raw("><td");
        page.attribute("colspan", &row.cells.len().to_string()).raw(">");
        for (_, said) in &row.said {
            page.raw("<p dir=\"auto\">").text(said).raw("</p>");
        }
        page.raw("</td></tr>\n");
    }
    let found = if row.said.is_empty() { "row" } else { "row found" };
    page.raw("<tr").attribute("class", &format!("{found}{classes}")).raw(">");
    for (cell, (_, language)) in row.cells.iter().zip(&report.heads) {
        page.raw("<td").attribute("lang", language.code()).raw(">");
        if cell.is_empty() {
            page.raw("<p class=\"missing\"")
                .attribute("lang", report.language.code())
                .raw(">")
                .text(report.words.none)
                .raw("</p>");
        }
        for one in cell {
            paragraph(one, report, page);
        }
        page.raw("</td>");
    }
    page.raw("</tr>\n");
}

fn paragraph(one: &ConcordParagraph, report: &ConcordReport, page: &mut Markup) {
    page.raw("<p class=\"tag\"").attribute("lang", report.language.code()).raw(">").text(&one.name).raw("</p>");
    page.raw(if one.is_heading { "<p class=\"heading\" dir=\"auto\">" } else { "<p dir=\"auto\">" });
    for (text, rule) in &one.pieces {
        match rule.map(DiscordanceRule::code) {
            Some(code) => page.raw("<mark").attribute("class", code).raw(">").text(text).raw("</mark>"),
            None => page.text(text),
        };
    }
    page.raw("</p>");
}
