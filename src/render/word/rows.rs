//! Rows of tables that go whole.
//!
//! ```text
//! <w:tr><w:trPr><w:cantSplit/></w:trPr>…all its paragraphs deleted…   →   <w:trPr><w:cantSplit/><w:del …/></w:trPr>
//! ```
//!
//! The last paragraph of a cell cannot go by itself: without the mark on the row, *accept all* would leave a row of empty cells.

use std::ops::Range;

use roxmltree::Node;

use super::tracker::{Mark, Tracker};
use super::xml::{Names, is};

/// A row, with no table in it.
#[derive(Debug)]
pub(super) struct Row {
    /// Where its properties stand, or would.
    properties: Range<usize>,
    /// What stands in them.
    own: String,
    /// Where each of its paragraphs with text begins.
    pub(super) paragraphs: Vec<usize>,
}

impl Row {
    /// The rows under `root`, of `source`, that hold nothing but text.
    pub(super) fn all(source: &str, root: Node<'_, '_>) -> Vec<Self> {
        root.descendants().filter(|node| is(*node, "tr")).filter_map(|row| Self::of(source, row)).collect()
    }

    fn of(source: &str, row: Node<'_, '_>) -> Option<Self> {
        const KEPT: [&str; 5] = ["tbl", "drawing", "pict", "object", "sectPr"];
        if row.descendants().any(|node| KEPT.iter().any(|name| is(node, name))) {
            return None;
        }
        let children = || row.children().filter(Node::is_element);
        let (properties, own) = if let Some(node) = children().find(|child| is(*child, "trPr")) {
            (node.range(), node.children().map(|child| &source[child.range()]).collect())
        } else {
            let first = children().find(|child| !is(*child, "tblPrEx"))?.range().start;
            (first..first, String::new())
        };
        let says = |node: Node<'_, '_>| is(node, "t") && node.text().is_some_and(|text| !text.trim().is_empty());
        let has_text = |node: &Node<'_, '_>| node.descendants().any(says);
        let paragraphs = row.descendants().filter(|node| is(*node, "p") && has_text(node)).map(|node| node.range().start);
        Some(Self { properties, own, paragraphs: paragraphs.collect() })
    }

    /// Its properties with the mark that it goes, and the bytes that they take the place of.
    pub(super) fn gone(&self, names: &Names, tracker: &mut Tracker) -> (Range<usize>, String) {
        let mark = tracker.on_paragraph(names, Mark::Deleted);
        (self.properties.clone(), names.element("trPr", "", &(self.own.clone() + &mark)))
    }
}
