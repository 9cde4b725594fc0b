//! A text with the year of each wording: darker where it is younger, and with the year behind it where it is not that of most of its
//! paragraph.

use crate::render::html::markup::Markup;
use crate::render::html::rows::{role_class, text_element};
use crate::report::phrases::fill;
use crate::report::{Dated, SeriesPage};

pub(super) fn text(series: &SeriesPage, page: &mut Markup) {
    let report = &series.report;
    let words = &report.phrases.years;
    page.raw("<section class=\"ages\" id=\"text\" aria-labelledby=\"s-text\"><h2 id=\"s-text\">");
    page.text(&fill(words.dated, &[&report.labels[report.at]])).raw("</h2>\n<p class=\"hint\">").text(words.ages_hint);
    page.raw("</p>\n<ul class=\"key-ages\">");
    for age in &report.ages {
        page.raw("<li><span").attribute("class", &format!("y{}", age.since)).raw(">").text(&report.labels[age.since]);
        page.raw("</span> ").text(&age.share).raw("</li>");
    }
    page.raw("</ul>\n");
    for unit in &report.dated {
        self::unit(unit, series, page);
    }
    page.raw("</section>\n");
}

fn unit(unit: &Dated, series: &SeriesPage, page: &mut Markup) {
    let report = &series.report;
    page.raw("<div class=\"par ").raw(role_class(unit.role)).raw("\"><p class=\"tag\">");
    page.link(unit.life.as_deref().filter(|_| !unit.name.is_empty()).unwrap_or_default(), &unit.name)
        .raw(" <span class=\"was\">");
    page.text(&report.labels[unit.mostly]).raw("</span></p><div class=\"body\">");
    let (open, close) = text_element(unit.role);
    page.raw(open).tongue(series.texts[report.at].language).raw(">");
    if let Some(printed) = &unit.printed {
        page.raw("<span class=\"printed\">").text(printed).raw("</span> ");
    }
    for run in &unit.runs {
        let marked = match (run.since == unit.mostly, run.is_again) {
            (_, true) => " g",
            (false, false) => " k",
            (true, false) => "",
        };
        page.raw("<span").attribute("class", &format!("y{}{marked}", run.since)).attribute("title", &run.said).raw(">");
        // A space between two years belongs to neither.
        page.text(run.text.trim_end()).raw("</span>").text(&run.text[run.text.trim_end().len()..]);
    }
    page.raw(close).raw("</div></div>\n");
}
