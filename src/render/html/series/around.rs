//! What stands around the map: the texts, the parts of the page, what stands firm, what is gone.

use crate::render::html::markup::Markup;
use crate::report::phrases::{counted, fill};
use crate::report::{SeriesPage, Stability};

pub(super) fn masthead(series: &SeriesPage, page: &mut Markup) {
    let report = &series.report;
    let words = &report.phrases.years;
    let (first, last) = (&report.labels[0], &report.labels[report.labels.len() - 1]);
    let ends = fill(words.from_to, &[first, last]);
    page.raw("<header class=\"masthead\">\n<p class=\"kind\">").text(words.series).raw("</p>\n<h1");
    page.tongue(series.language).raw(">").text(&report.title).raw("</h1>\n<p class=\"ends\">");
    page.text(&ends).raw("</p>\n<ul class=\"first\">");
    for line in &series.first {
        page.raw("<li>").link(line.part, &line.text).raw("</li>");
    }
    page.raw("</ul>\n<details class=\"sources\"><summary>").text(&counted(words.texts, report.labels.len()));
    page.raw("</summary>\n<ol class=\"texts\">\n");
    for text in &series.texts {
        page.raw("<li><b>").apart(&text.label, series.report.language).raw("</b>");
        if let Some(symbol) = text.symbol.as_ref().filter(|symbol| **symbol != text.label) {
            page.raw(" <span>").apart(symbol, series.report.language).raw("</span>");
        }
        for more in text.title.iter().chain(&text.adopted) {
            page.raw(" <span>").text(more).raw("</span>");
        }
        page.raw("</li>\n");
    }
    page.raw("</ol></details>\n</header>\n");
}

/// Links to the parts of the page.
pub(super) fn parts(series: &SeriesPage, page: &mut Markup) {
    let report = &series.report;
    let words = &report.phrases.years;
    page.raw("<nav class=\"tools\"").attribute("aria-label", report.phrases.tools.tools).raw("><ul>");
    let text = fill(words.dated, &[&report.labels[report.at]]);
    let parts = [
        ("map", words.map),
        ("text", text.as_str()),
        ("compare", words.compare),
        ("picture", words.picture),
        ("figures", report.phrases.findings.counts),
        ("stability", words.stability),
    ];
    for (anchor, word) in parts {
        page.raw("<li>").link(anchor, word).raw("</li>");
    }
    page.raw("</ul></nav>\n");
}

/// Sections, paragraphs, what is gone.
pub(super) fn stability(series: &SeriesPage, page: &mut Markup) {
    let words = &series.report.phrases.years;
    page.raw("<section class=\"tables\" id=\"stability\" aria-labelledby=\"s-stability\"><h2 id=\"s-stability\">");
    page.text(words.stability).raw("</h2>\n");
    let heads = [words.paragraphs, words.never_changed, words.unchanged_since, words.changes, words.rate, words.oldest];
    let [of_sections, of_paragraphs] = [&heads[..], &heads[2..]];
    table(&series.sections, words.section, of_sections, page);
    page.raw("<details><summary>").text(words.paragraphs).raw("</summary>\n");
    table(&series.paragraphs, words.paragraph, of_paragraphs, page);
    page.raw("</details>\n");
    gone(series, page);
    page.raw("</section>\n");
}

/// A table of `lines`; sections have two columns more than paragraphs, which their heads say.
fn table(lines: &[Stability], first: &str, heads: &[&str], page: &mut Markup) {
    page.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\"").attribute("aria-label", first).raw("><table><thead><tr>");
    for head in std::iter::once(&first).chain(heads) {
        page.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for line in lines {
        page.raw("<tr><th scope=\"row\">").link(line.life.as_deref().unwrap_or_default(), &line.name).raw("</th>");
        let [paragraphs, never] = line.paragraphs.map(|count| count.to_string());
        let changes = line.changes.to_string();
        let cells = [&paragraphs, &never, &line.unchanged_since, &changes, &line.rate, &line.oldest];
        for cell in &cells[cells.len() - heads.len()..] {
            page.raw("<td>").text(cell).raw("</td>");
        }
        page.raw("</tr>\n");
    }
    page.raw("</tbody></table></div>\n");
}

fn gone(series: &SeriesPage, page: &mut Markup) {
    let words = &series.report.phrases.years;
    let mut lost: Vec<_> = series.report.lives.iter().filter_map(|life| Some((life.lost.as_ref()?, life))).collect();
    lost.sort_by_key(|(lost, _)| lost.document);
    if lost.is_empty() {
        return;
    }
    page.raw("<h2 id=\"gone\">").text(words.gone).raw("</h2>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
    page.attribute("aria-label", words.gone).raw("><table><thead><tr>");
    for head in [words.paragraph, words.fate, words.opening] {
        page.raw("<th scope=\"col\">").text(head).raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for (lost, life) in lost {
        page.raw("<tr><th scope=\"row\">").link(&life.id, &life.name).raw("</th><td>").text(&lost.how).raw("</td><td");
        page.tongue(series.language).raw(">").text(&life.opening).raw("</td></tr>\n");
    }
    page.raw("</tbody></table></div>\n");
}

/// Doubts, after all else.
pub(super) fn notes(series: &SeriesPage, page: &mut Markup) {
    if series.report.notes.is_empty() {
        return;
    }
    page.raw("<footer class=\"tables\"><section><h2>").text(series.report.phrases.page.notes).raw("</h2>\n<ul>\n");
    for note in &series.report.notes {
        page.raw("<li>").text(note).raw("</li>\n");
    }
    page.raw("</ul></section></footer>\n");
}
