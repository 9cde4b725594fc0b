//! Since when kept words stand, where that is known: the name of the text behind each phrase that is not as old as most of its paragraph.
//!
//! ```html
//! Urges <ins>all</ins> States to pay <span data-since="ASP/18" title="since ASP/18">on time</span>
//! ```

use super::markup::Markup;
use crate::report::Since;

/// Writes `text`, which begins at character `start` of its paragraph's later text.
pub(super) fn text(text: &str, start: usize, since: Option<&Since>, page: &mut Markup) {
    let mut at = start;
    let mut rest = text;
    for phrase in since.map_or(&[][..], |since| &since.phrases) {
        if phrase.end <= at {
            continue;
        }
        let before = split(rest, phrase.start.saturating_sub(at));
        let within = split(before.1, phrase.end - at.max(phrase.start));
        at += before.0.chars().count() + within.0.chars().count();
        page.text(before.0);
        // White space between two years belongs to neither.
        let words = within.0.trim();
        let lead = within.0.find(words).unwrap_or(0);
        page.text(&within.0[..lead]);
        if !words.is_empty() {
            page.raw("<span")
                .attribute("data-since", &phrase.label)
                .attribute("title", &phrase.said)
                .raw(">")
                .text(words)
                .raw("</span>");
        }
        page.text(&within.0[lead + words.len()..]);
        rest = within.1;
        if rest.is_empty() {
            return;
        }
    }
    page.text(rest);
}

/// The first `count` characters, and the others.
fn split(text: &str, count: usize) -> (&str, &str) {
    text.split_at(text.char_indices().nth(count).map_or(text.len(), |(at, _)| at))
}
