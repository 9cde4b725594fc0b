//! The life of each paragraph, folded until it is chosen.

use super::pairs::Store;
use crate::render::html::markup::Markup;
use crate::report::{Chapter, Life, Quiet, Role, SeriesPage};

pub(super) fn lives(series: &SeriesPage, store: &mut Store, page: &mut Markup) {
    let words = &series.report.phrases.years;
    page.raw("<section class=\"lives\" id=\"lives\" aria-labelledby=\"s-lives\"><h2 id=\"s-lives\">").text(words.lives);
    page.raw("</h2>\n<p class=\"hint\">").text(words.lives_hint);
    page.raw(" <button type=\"button\" data-do=\"all\" aria-pressed=\"false\" hidden>")
        .text(words.all_lives)
        .raw("</button></p>\n");
    for (life, chapters) in series.report.lives.iter().zip(&series.chapters) {
        self::life(life, chapters, (series, store), page);
    }
    page.raw("</section>\n");
}

fn life(life: &Life, chapters: &[Chapter], (series, store): (&SeriesPage, &mut Store), page: &mut Markup) {
    page.raw("<details class=\"life\"><summary><h3>");
    if !matches!(life.role, Role::Heading(_)) {
        page.text(&life.name).raw(" ");
    }
    page.raw("<span class=\"opening\"").tongue(series.language).raw(">").text(&life.opening);
    page.raw("</span></h3></summary>\n<div class=\"years\" tabindex=\"-1\"").attribute("id", &life.id).raw(">\n");
    for chapter in chapters {
        match chapter {
            Chapter::Read(entry) => store.here(entry, page),
            Chapter::Quiet(quiet) => self::quiet(quiet, page),
        }
    }
    page.raw("<p class=\"back\">").link(&format!("m-{}", life.id), series.report.phrases.years.to_map);
    page.raw("</p>\n</div></details>\n");
}

fn quiet(quiet: &Quiet, page: &mut Markup) {
    page.raw("<div class=\"par quiet\"").id(&quiet.anchor).raw("><p class=\"tag\">").text(&quiet.label);
    if let Some(name) = &quiet.name {
        page.raw(" <span class=\"was\">").text(name).raw("</span>");
    }
    page.raw("</p><div class=\"body\"><p class=\"said\">").text(quiet.said).raw("</p></div></div>\n");
}
