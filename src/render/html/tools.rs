//! What can be done on the page: a bar of tools, the strip that shows where changes are, and the help.
//!
//! ```text
//! ‹ 3 of 23 ›   Show [All changes (23)]   [Side by side]   [Unfold]   [?]
//! ```
//!
//! The bar and the help stay hidden until the script of the page shows them. The strip is links and needs no script; it is not told to
//! screen readers, nor reached by the keyboard, since the list of changes is the same.

use super::markup::Markup;
use super::rows::{facet_letter, standing_name};
use crate::report::Report;

/// Buttons and filter, hidden until the script runs; nothing where nothing changed.
pub(super) fn bar(report: &Report, page: &mut Markup) {
    if report.filters.is_empty() {
        return;
    }
    let words = &report.phrases.tools;
    page.raw("<section class=\"tools\" hidden").attribute("aria-label", words.tools).attribute("data-place", words.place);
    page.attribute("data-copy", words.copy).attribute("data-copied", words.copied).attribute("data-failed", words.not_copied);
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
        page.raw("<button type=\"button\"")
            .attribute("data-do", action)
            .raw(" aria-pressed=\"false\">")
            .text(word)
            .raw("</button>\n");
    }
    sign("help", words.keys, "?", page);
    page.raw("</section>\n");
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
        (&["?"], words.help),
    ];
    for (keys, word) in keys {
        page.raw("<div><dt>");
        for key in keys {
            page.raw("<kbd>").raw(key).raw("</kbd> ");
        }
        page.raw("</dt><dd>").text(word).raw("</dd></div>\n");
    }
    page.raw("</dl>\n<p><label><input type=\"checkbox\" checked> ").text(words.use_keys);
    page.raw("</label></p>\n<button type=\"button\" data-do=\"close\">").text(words.close).raw("</button>\n</dialog>\n");
}
