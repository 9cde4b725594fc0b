//! What can be done on the page: a bar of tools, the strip that shows where changes are, and the help.
//!
//! ```text
//! ‹ 3 of 23 ›   Show [All changes (23)]   [Side by side]   [Unfold]   [Copy all]   Arrests · OP12   Figures (4)   [?]
//! ```
//!
//! The bar and the help stay hidden until the script of the page shows them. The strip is links and needs no script; it is not told to
//! screen readers, nor reached by the keyboard, since the list of changes is the same.

use super::markup::Markup;
use super::rows::{facet_letter, standing_name};
use crate::report::{Matter, Report};

/// Buttons and filter, hidden until the script runs; nothing where nothing changed.
pub(super) fn bar(report: &Report, page: &mut Markup) {
    if report.filters.is_empty() {
        return;
    }
    let words = &report.phrases.tools;
    page.raw("<section class=\"tools\" hidden").attribute("aria-label", words.tools).attribute("data-place", words.place);
    page.attribute("data-copy", words.copy).attribute("data-copied", words.copied).attribute("data-failed", words.not_copied);
    page.attribute("data-only", words.only).attribute("data-note", words.note).attribute("data-seen", words.seen);
    page.attribute("data-old", report.title.old.role).attribute("data-new", report.title.new.role);
    page.raw(">\n<span class=\"steps\">");
    sign("previous", words.previous, "‹", page);
    page.raw("<output></output>");
    sign("next", words.next, "›", page);
    page.raw("</span>\n<label><span>").text(words.show).raw("</span> <select>");
    for filter in &report.filters {
        page.raw("<option")
            .attribute("value", filter.facet.map_or("", facet_letter))
            .raw(">")
            .text(&filter.text)
            .raw("</option>");
    }
    page.raw("</select></label>\n");
    for (action, word) in [("sides", words.sides), ("unfold", words.unfold)] {
        button(action, word, " aria-pressed=\"false\"", page);
    }
    button("all", words.copy_all, "", page);
    page.raw("<span class=\"where\"></span>\n<span class=\"ways\">");
    let digest = &report.phrases.digest;
    page.raw("<a class=\"list\" href=\"#s-changes\">").text(report.phrases.page.changes).raw("</a> ");
    let counts = [
        ("s-figures", digest.heads[Matter::Figure as usize], report.figures.len()),
        ("s-checks", digest.heads[Matter::Check as usize], report.checks.len()),
    ];
    for (place, name, count) in counts.into_iter().filter(|&(.., count)| count > 0) {
        page.link(place, &format!("{name} ({count})")).raw(" ");
    }
    page.raw("</span>\n");
    sign("help", words.keys, "?", page);
    page.raw("</section>\n");
}

fn button(action: &str, word: &str, state: &'static str, page: &mut Markup) {
    page.raw("<button type=\"button\"").attribute("data-do", action).raw(state).raw(">").text(word).raw("</button>\n");
}

fn sign(action: &str, name: &str, sign: &'static str, page: &mut Markup) {
    page.raw("<button type=\"button\" class=\"sign\"").attribute("data-do", action).attribute("aria-label", name);
    page.attribute("title", name).raw(">").raw(sign).raw("</button>");
}

/// Where the changes are, from top to bottom.
pub(super) fn strip(report: &Report, page: &mut Markup) {
    if report.strip.is_empty() {
        return;
    }
    page.raw("<svg class=\"strip\" viewBox=\"0 0 10 1000\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\n");
    for tick in &report.strip {
        page.raw("<a tabindex=\"-1\"").attribute("href", &format!("#{}", tick.anchor)).raw("><rect");
        page.attribute("class", standing_name(tick.standing)).attribute("y", &tick.start.to_string());
        page.raw(" width=\"10\"").attribute("height", &tick.length.to_string()).raw("></rect></a>\n");
    }
    page.raw("</svg>\n");
}

/// What the keys do.
pub(super) fn help(report: &Report, page: &mut Markup) {
    if report.filters.is_empty() {
        return;
    }
    let words = &report.phrases.tools;
    page.raw("<dialog class=\"keys\" aria-labelledby=\"t-keys\">\n<h2 id=\"t-keys\">").text(words.keys).raw("</h2>\n<dl>\n");
    let keys = [
        (["n", "j"].as_slice(), words.next),
        (&["p", "k"], words.previous),
        (&["s"], words.sides),
        (&["f"], words.unfold),
        (&["m"], words.other_end),
        (&["c"], words.copy),
        (&["a"], words.copy_all),
        (&["w"], words.note),
        (&["o"], words.by_weight),
        (&["?"], words.help),
    ];
    for (keys, word) in keys {
        page.raw("<div><dt>");
        for key in keys {
            page.raw("<kbd>").raw(key).raw("</kbd> ");
        }
        page.raw("</dt><dd>").text(word).raw("</dd></div>\n");
    }
    page.raw("</dl>\n");
    for (what, word) in [("keys", words.use_keys), ("spaces", words.spaces)] {
        page.raw("<p><label><input type=\"checkbox\"").attribute("data-set", what).raw("> ").text(word).raw("</label></p>\n");
    }
    // A phone has no room for these in the bar.
    page.raw("<p class=\"deeds\">");
    button("unfold", words.unfold, "", page);
    button("all", words.copy_all, "", page);
    page.raw("</p>\n");
    button("close", words.close, "", page);
    page.raw("</dialog>\n");
}
