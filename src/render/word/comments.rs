//! Remarks in the margin.
//!
//! ```text
//! word/document.xml   <w:commentRangeStart w:id="8"/> … <w:commentRangeEnd w:id="8"/><w:r><w:commentReference w:id="8"/></w:r>
//! word/comments.xml   <w:comment w:id="8" …> moved from OP12, edited
//! ```

use super::hand::Hand;
use super::tracker::Tracker;
use super::xml::Names;

/// The remarks made so far, by id, and those that the new file brings.
#[derive(Debug, Default)]
pub(super) struct Comments {
    made: Vec<(u32, String)>,
    /// Those of the new file, as they stand in the part.
    pub(super) brought: Vec<String>,
}

impl Comments {
    pub(super) fn is_empty(&self) -> bool {
        self.made.is_empty() && self.brought.is_empty()
    }

    /// `content` of a paragraph with a remark about it, a paragraph for each of its lines.
    pub(super) fn around(&mut self, content: &str, remark: &str, names: &Names, tracker: &mut Tracker) -> String {
        let [start, end] = self.ends(remark, names, tracker);
        format!("{start}{content}{end}")
    }

    /// What stands before and behind something with a remark about it.
    pub(super) fn ends(&mut self, remark: &str, names: &Names, tracker: &mut Tracker) -> [String; 2] {
        let id = tracker.id();
        self.made.push((id, remark.to_owned()));
        let id = names.attribute("id", &id.to_string());
        let reference = names.element("r", "", &names.empty("commentReference", &id));
        let [start, end] = ["commentRangeStart", "commentRangeEnd"].map(|name| names.empty(name, &id));
        [start, end + &reference]
    }

    /// The remarks themselves.
    pub(super) fn xml(&self, names: &Names, tracker: &Tracker) -> String {
        let of = |(id, text): &(u32, String)| {
            let attributes = names.attribute("id", &id.to_string())
                + &tracker.signature(names)
                + &names.attribute("initials", &tracker.initials());
            let paragraphs = text.lines().map(|line| names.element("p", "", &Hand { source: "", names }.run("", line)));
            names.element("comment", &attributes, &paragraphs.collect::<String>())
        };
        self.brought.iter().cloned().chain(self.made.iter().map(of)).collect()
    }
}
