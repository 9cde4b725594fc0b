//! What the figures say: what to check in the latest text, and what its figures were before.

use crate::render::html::markup::Markup;
use crate::report::{Course, SeriesPage};

/// More rows than these are folded away.
const SHORT: usize = 25;

pub(super) fn figures(series: &SeriesPage, page: &mut Markup) {
    let words = &series.report.phrases.findings;
    page.raw("<section class=\"tables\" id=\"figures\" aria-labelledby=\"s-figures\"><h2 id=\"s-figures\">");
    page.text(words.counts).raw("</h2>\n");
    checks(series, page);
    let courses = &series.report.courses;
    if courses.is_empty() {
        page.raw("<p class=\"hint\">").text(words.nothing).raw("</p>\n");
    } else {
        let is_open = if courses.len() > SHORT { "" } else { " open" };
        page.raw("<details").raw(is_open).raw("><summary>").text(words.changed);
        page.text(&format!(" ({})", courses.len())).raw("</summary>\n");
        table(series, page);
        page.raw("</details>\n");
    }
    page.raw("</section>\n");
}

fn checks(series: &SeriesPage, page: &mut Markup) {
    let report = &series.report;
    if report.checks.is_empty() {
        return;
    }
    page.raw("<h3>")
        .text(report.phrases.findings.check)
        .raw(" · ")
        .text(&report.labels[report.labels.len() - 1])
        .raw("</h3>\n<ul>\n");
    for line in &report.checks {
        page.raw("<li>").link(&line.anchor, &line.label).raw(" ").text(&line.text).raw("</li>\n");
    }
    page.raw("</ul>\n");
}

fn table(series: &SeriesPage, page: &mut Markup) {
    let words = &series.report.phrases.findings;
    page.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\"").attribute("aria-label", words.changed);
    page.raw("><table class=\"courses\"><thead><tr>");
    for head in [words.paragraph, words.kind, words.what, words.course] {
        page.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for course in &series.report.courses {
        row(course, series, page);
    }
    page.raw("</tbody></table></div>\n");
}

fn row(course: &Course, series: &SeriesPage, page: &mut Markup) {
    let texts = series.language.code();
    page.raw("<tr><th scope=\"row\">").link(&course.life, &course.name).raw("</th><td>").text(course.kind_name).raw("</td><td");
    page.attribute("lang", texts).raw(" dir=\"auto\">").text(&course.what).raw("</td><td");
    page.attribute("lang", texts).raw(">");
    for (at, (text, value)) in course.steps.iter().enumerate() {
        page.text(if at > 0 { series.report.phrases.arrow } else { "" }).apart(value, series.report.language);
        page.raw("&nbsp;<small>").apart(&series.report.labels[*text], series.report.language).raw("</small>");
    }
    page.raw("</td></tr>\n");
}
