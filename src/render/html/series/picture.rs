//! The drawing of the whole, and the same in words.

use crate::render::html::markup::Markup;
use crate::report::{Band, BandKind, SeriesPage};

pub(super) fn picture(series: &SeriesPage, page: &mut Markup) {
    let report = &series.report;
    let (words, picture) = (&report.phrases.years, &series.picture);
    page.raw("<section class=\"picture\" id=\"picture\" aria-labelledby=\"s-picture\"><h2 id=\"s-picture\">").text(words.picture);
    page.raw("</h2>\n<p class=\"hint\">")
        .text(words.picture_hint)
        .raw("</p>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
    page.attribute("aria-label", words.picture).raw(">\n<svg role=\"img\" aria-labelledby=\"p-title p-desc\"");
    page.attribute("viewBox", &format!("0 0 {} {}", picture.width, picture.height));
    page.attribute("width", &picture.width.to_string()).attribute("height", &picture.height.to_string());
    page.raw("><title id=\"p-title\">")
        .text(words.picture)
        .raw("</title><desc id=\"p-desc\">")
        .text(words.picture_hint)
        .raw("</desc>\n");
    for band in &picture.bands {
        self::band(band, page);
    }
    for bar in &picture.bars {
        page.raw(if bar.is_heading { "<rect class=\"bar head\"" } else { "<rect class=\"bar\"" });
        for (name, place) in [("x", bar.x), ("y", bar.y), ("width", picture.column), ("height", bar.height)] {
            page.attribute(name, &place.to_string());
        }
        page.raw("></rect>\n");
    }
    for (class, spots) in [("text", &picture.texts), ("side", &picture.sections)] {
        for spot in spots {
            page.raw("<text").attribute("class", class).attribute("x", &spot.x.to_string()).attribute("y", &spot.y.to_string());
            page.raw(">").text(&spot.text).raw("</text>\n");
        }
    }
    page.raw("</svg></div>\n");
    news(series, page);
    page.raw("</section>\n");
}

fn band(band: &Band, page: &mut Markup) {
    let ([x0, y0], [x1, y1], height) = (band.from, band.to, band.height);
    let middle = x0.midpoint(x1);
    let half = height / 2;
    let outline = match band.kind {
        BandKind::Came => format!("M{x1} {y1}v{height}L{x0} {}Z", y0 + half),
        BandKind::Left => format!("M{x0} {y0}v{height}L{x1} {}Z", y1 + half),
        BandKind::Away => format!("M{x0} {}C{middle} {} {middle} {} {x1} {}", y0 + half, y0 + half, y1 + half, y1 + half),
        _ => format!(
            "M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}v{height}C{middle} {} {middle} {} {x0} {}Z",
            y1 + height,
            y0 + height,
            y0 + height
        ),
    };
    let class = match band.kind {
        BandKind::Kept if band.is_edited => "band edited",
        BandKind::Kept => "band",
        BandKind::Moved => "band moved",
        BandKind::Split => "band split",
        BandKind::Merged => "band merged",
        BandKind::Came => "band came",
        BandKind::Left => "band left",
        BandKind::Away => "away",
    };
    page.raw("<path class=\"").raw(class).raw("\"").attribute("d", &outline).raw(">");
    if let Some(said) = &band.said {
        page.raw("<title>").text(said).raw("</title>");
    }
    page.raw("</path>\n");
    if band.is_edited {
        let (from, to) = (y0 + half, y1 + half);
        page.raw("<path class=\"seam\"").attribute("d", &format!("M{x0} {from}C{middle} {from} {middle} {to} {x1} {to}"));
        page.raw("></path>\n");
    }
}

fn news(series: &SeriesPage, page: &mut Markup) {
    let words = &series.report.phrases.years;
    page.raw("<h3 id=\"news\">").text(words.news).raw("</h3>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
    page.attribute("aria-label", words.news).raw("><table class=\"news\"><thead><tr>");
    for word in [words.text, words.change, words.paragraphs] {
        page.raw("<th scope=\"col\">").text(word).raw("</th>");
    }
    page.raw("</tr></thead>\n");
    for news in series.news.iter().filter(|news| !news.items.is_empty()) {
        page.raw("<tbody>");
        for (at, item) in news.items.iter().enumerate() {
            page.raw("<tr>");
            if at == 0 {
                page.raw("<th scope=\"rowgroup\"").attribute("rowspan", &news.items.len().to_string()).raw(">");
                page.text(&series.report.labels[news.document]).raw("</th>");
            }
            page.raw("<td class=\"sign\"><span aria-hidden=\"true\">").text(&item.sign.glyph().to_string()).raw("</span>\u{a0}");
            page.text(item.said).raw("</td><td>");
            for (index, (name, life)) in item.lives.iter().enumerate() {
                page.raw(if index > 0 { ", " } else { "" }).link(life, name);
            }
            page.raw("</td></tr>\n");
        }
        page.raw("</tbody>\n");
    }
    page.raw("</table></div>\n");
}
