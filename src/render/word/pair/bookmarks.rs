//! Bookmarks of paragraphs that come, so that the fields and links that come with them find what they name.
//!
//! A name is in a file once: what the old file has of that name stays where it is. A bookmark over several paragraphs stays behind.

use std::collections::{HashMap, HashSet};

use super::super::xml::{Names, attribute, is};
use super::column::Track;
use super::side::Side;

/// The names of the bookmarks of `side`.
pub(super) fn names(side: &Side<'_>) -> HashSet<String> {
    let nodes = side.sheets.iter().flat_map(|sheet| sheet.root.descendants()).filter(|node| is(*node, "bookmarkStart"));
    nodes.filter_map(|node| attribute(node, "name")).map(str::to_owned).collect()
}

impl Track<'_, '_> {
    /// The ends of the bookmarks that come with new paragraph `at`, by their first bytes.
    pub(super) fn bookmarks(&mut self, at: usize, names: &Names) -> HashMap<usize, String> {
        /// Where the writer last was, as Word notes it.
        const CURSOR: &str = "_GoBack";
        let known = self.known;
        let node = known.new.paragraphs[at].node;
        let mut ends = HashMap::new();
        for start in node.descendants().filter(|node| is(*node, "bookmarkStart")) {
            let (Some(id), Some(name)) = (attribute(start, "id"), attribute(start, "name")) else { continue };
            let end = node.descendants().find(|node| is(*node, "bookmarkEnd") && attribute(*node, "id") == Some(id));
            let Some(end) = end.filter(|_| name != CURSOR && self.marked.insert(name.to_owned())) else { continue };
            let own = names.attribute("id", &self.tracker.id().to_string());
            ends.insert(start.range().start, names.empty("bookmarkStart", &(own.clone() + &names.attribute("name", name))));
            ends.insert(end.range().start, names.empty("bookmarkEnd", &own));
        }
        ends
    }
}
