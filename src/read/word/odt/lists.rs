//! The numbers of lists and headings, as LibreOffice counts them.
//!
//! ```text
//! <text:list style-name="L1">                           1.  2.
//! <text:list style-name="L1" continue-numbering>        3.  4.
//! <text:list continue-list="the id of another">         on from that one
//! ```

use std::collections::HashMap;

use super::super::xml::Element;
use super::attribute;
use super::styles::{LEVELS, Level, Styles};

type Counts = [u32; LEVELS];

/// A list that is open, and those within it.
pub(super) struct List<'a> {
    style: Option<&'a str>,
    id: Option<&'a str>,
    counts: Counts,
    /// How deep the list at hand is, from 0.
    depth: usize,
}

/// All lists so far.
#[derive(Default)]
pub(super) struct Lists<'a> {
    by_style: HashMap<&'a str, Counts>,
    by_id: HashMap<&'a str, Counts>,
    outline: Counts,
}

impl<'a> Lists<'a> {
    /// Opens the list `node` that stands in no other.
    pub(super) fn open(&self, node: Element<'a>) -> List<'a> {
        let (style, id) = (attribute(node, "style-name"), attribute(node, "id"));
        let continued = attribute(node, "continue-list").and_then(|list| self.by_id.get(list));
        let goes_on = attribute(node, "continue-numbering") == Some("true");
        let counts = continued.or_else(|| style.filter(|_| goes_on).and_then(|style| self.by_style.get(style)));
        List { style, id, counts: counts.copied().unwrap_or_default(), depth: 0 }
    }

    /// Closes it.
    pub(super) fn close(&mut self, list: &List<'a>) {
        if let Some(style) = list.style {
            self.by_style.insert(style, list.counts);
        }
        if let Some(id) = list.id {
            self.by_id.insert(id, list.counts);
        }
    }

    /// The label of the heading `node`, which stands in no list.
    pub(super) fn heading(&mut self, node: Element<'_>, styles: &Styles<'_>) -> String {
        let level = attribute(node, "outline-level").and_then(|level| level.parse::<usize>().ok()).unwrap_or(1);
        let at = level.clamp(1, LEVELS) - 1;
        let Some(format) = styles.outline.get(at).and_then(Option::as_ref) else { return String::new() };
        if attribute(node, "is-list-header") == Some("true") {
            return String::new();
        }
        count(&mut self.outline, at, format, attribute(node, "start-value"));
        format.label(at, &self.outline, |above| styles.outline.get(above).and_then(Option::as_ref))
    }
}

impl<'a> List<'a> {
    /// What opens within it: a list one level deeper, of a style of its own or of the same.
    pub(super) fn deeper(&mut self, node: Element<'a>) -> Option<&'a str> {
        self.depth = (self.depth + 1).min(LEVELS - 1);
        let outer = self.style;
        self.style = attribute(node, "style-name").or(outer);
        outer
    }

    /// The list one level up, of the style `outer`.
    pub(super) fn higher(&mut self, outer: Option<&'a str>) {
        self.depth = self.depth.saturating_sub(1);
        self.style = outer;
    }

    /// The label of `item`, which counts on.
    pub(super) fn label(&mut self, item: Element<'a>, styles: &Styles<'a>) -> String {
        let style = attribute(item, "style-override").or(self.style);
        let Some(format) = styles.level(style, self.depth) else { return String::new() };
        count(&mut self.counts, self.depth, format, attribute(item, "start-value"));
        format.label(self.depth, &self.counts, |above| styles.level(style, above))
    }
}

/// Counts the level `at` on, and those below it anew.
fn count(counts: &mut Counts, at: usize, format: &Level, start: Option<&str>) {
    let first = if counts[at] == 0 { format.start } else { counts[at].saturating_add(1) };
    counts[at] = start.and_then(|start| start.trim().parse().ok()).unwrap_or(first);
    counts[at + 1..].fill(0);
    // A level above that was never counted shows its first number.
    counts[..at].iter_mut().filter(|above| **above == 0).for_each(|above| *above = 1);
}
