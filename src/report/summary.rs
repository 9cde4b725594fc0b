//! The counts at the head of every redline.

use schemars::JsonSchema;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::align::Relation;
use crate::compare::{Change, Op, Weight};
use crate::structure::{Document, Kind};

/// How many paragraphs changed, and how. Footnote texts that a mark calls count with their paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Not a character differs.
    pub unchanged: usize,
    /// Typography only.
    pub editorial: usize,
    /// Words, figures or brackets differ.
    pub substantive: usize,
    /// Only in the new text.
    pub inserted: usize,
    /// Only in the old text.
    pub deleted: usize,
    /// Moved; a section that moved whole counts once.
    pub moved: usize,
    /// Labels that differ.
    pub renumbered: usize,
    /// One paragraph became several.
    pub split: usize,
    /// Several became one.
    pub merged: usize,
    /// Several became several, inseparably.
    pub recast: usize,
    /// Footnotes added, dropped, moved or reworded.
    pub footnotes_changed: usize,
    /// Words that came.
    pub words_inserted: usize,
    /// Words that went.
    pub words_deleted: usize,
}

impl Summary {
    pub(super) fn of(old: &Document, new: &Document, changes: &[Change]) -> Self {
        let mut summary = Self::default();
        for change in changes {
            for edit in &change.edits {
                let words = edit.text.unicode_words().count();
                match edit.op {
                    Op::Equal => {}
                    Op::Delete => summary.words_deleted += words,
                    Op::Insert => summary.words_inserted += words,
                }
            }
            let unit = change.link.new.first().map(|&i| &new.units[i]).or(change.link.old.first().map(|&i| &old.units[i]));
            if unit.is_some_and(|u| u.kind == Kind::Note && u.parent.is_some()) {
                continue;
            }
            match change.link.relation {
                Relation::Inserted => summary.inserted += 1,
                Relation::Deleted => summary.deleted += 1,
                _ => match change.weight {
                    Weight::None => summary.unchanged += 1,
                    Weight::Editorial => summary.editorial += 1,
                    Weight::Substantive => summary.substantive += 1,
                },
            }
            match change.link.relation {
                Relation::Split => summary.split += 1,
                Relation::Merged => summary.merged += 1,
                Relation::Recast => summary.recast += 1,
                _ => {}
            }
            summary.moved += usize::from(change.link.moved);
            summary.renumbered += usize::from(change.link.renumbered);
            summary.footnotes_changed += usize::from(change.footnotes_changed);
        }
        summary
    }
}
