//! The matrix: paragraphs down, texts across.

use crate::render::html::markup::Markup;
use crate::report::{Cell, Life, Role, SeriesPage, Sign};

/// Characters of all column heads together beyond which the matrix scrolls by itself, its heads set upright.
const WIDE: usize = 32;

/// Characters that a column is as wide as, at least.
const COLUMN: usize = 4;

pub(super) fn map(series: &SeriesPage, page: &mut Markup) {
    let report = &series.report;
    let words = &report.phrases.years;
    page.raw("<section class=\"map\" id=\"map\" aria-labelledby=\"s-map\"><h2 id=\"s-map\">").text(words.map).raw("</h2>\n");
    page.raw("<p class=\"hint\">").text(words.map_hint).raw("</p>\n");
    legend(series, page);
    gone(series, page);
    let width: usize = report.short_labels.iter().map(|label| label.chars().count().max(COLUMN)).sum();
    page.raw("<div class=\"").raw(if width > WIDE { "scroll many" } else { "scroll" });
    page.raw("\" role=\"group\" tabindex=\"0\"").attribute("aria-label", words.map);
    page.raw(">\n<table class=\"matrix\"><thead><tr><th scope=\"col\">").text(words.paragraph).raw("</th>");
    for (label, short) in report.labels.iter().zip(&report.short_labels) {
        page.raw("<th scope=\"col\"").attribute("title", label).raw(">").text(short).raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for life in &report.lives {
        row(life, series, page);
    }
    page.raw("</tbody></table>\n</div>\n</section>\n");
}

fn row(life: &Life, series: &SeriesPage, page: &mut Markup) {
    let is_heading = matches!(life.role, Role::Heading(_));
    page.raw("<tr").attribute("id", &format!("m-{}", life.id));
    page.raw(match (is_heading, life.lost.is_some()) {
        (true, false) => " class=\"sec\"",
        (true, true) => " class=\"sec lost\"",
        (false, true) => " class=\"lost\"",
        (false, false) => "",
    });
    page.raw("><th scope=\"row\"><a").attribute("href", &format!("#{}", life.id)).raw(">");
    if !is_heading {
        page.raw("<b>").text(&life.name).raw("</b> ");
    }
    page.raw("<span class=\"opening\"").tongue(series.language).raw(">").text(&life.opening);
    page.raw("</span></a></th>");
    for (cell, label) in life.cells.iter().zip(&series.report.labels) {
        self::cell(cell, label, page);
    }
    page.raw("</tr>\n");
}

fn cell(cell: &Cell, label: &str, page: &mut Markup) {
    if cell.signs.is_empty() {
        page.raw("<td></td>");
        return;
    }
    let is_change = cell.signs.iter().any(|sign| sign.is_change());
    let is_same = cell.signs == [Sign::Unchanged];
    page.raw(match (is_change, is_same) {
        (true, _) => "<td class=\"on\">",
        // A thin line through the years, which the style draws.
        (false, true) => "<td class=\"same\">",
        (false, false) => "<td>",
    })
    .raw("<span role=\"img\"")
    .attribute("aria-label", &cell.said);
    if is_change {
        page.attribute("title", &format!("{label} · {}", cell.said));
    }
    page.raw(">").text(&cell.glyphs()).raw("</span></td>");
}

/// What is gone can be left out of the map.
fn gone(series: &SeriesPage, page: &mut Markup) {
    let count = series.report.lives.iter().filter(|life| life.lost.is_some()).count();
    if count > 0 {
        page.raw("<p class=\"gone-too\"><label><input type=\"checkbox\" checked autocomplete=\"off\"> ");
        page.text(series.report.phrases.years.gone).text(&format!(" ({count})")).raw("</label></p>\n");
    }
}

fn legend(series: &SeriesPage, page: &mut Markup) {
    page.raw("<ul class=\"signs\">");
    for sign in Sign::ALL {
        page.raw("<li><span aria-hidden=\"true\">").text(&sign.key()).raw("</span> ");
        page.text(sign.said(series.report.phrases)).raw("</li>");
    }
    page.raw("</ul>\n");
}
