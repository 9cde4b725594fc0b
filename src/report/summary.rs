//! The counts at the head of every redline.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::carried::{Carried, carried};
use super::pair::governing_headings;
use super::unknown::called_notes;
use super::unknown::unknown_notes;
use crate::align::Relation;
use crate::compare::{Change, EditWeight, LeftOut, Op, Weight};
use crate::structure::Document;
use crate::text::word_count;

/// How many paragraphs changed, and how. Footnote texts that a mark calls count with their paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
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
    /// Footnotes added, dropped, moved or reworded.
    pub footnotes_changed: usize,
    /// A draft says something else of them beside their words.
    pub status_changed: usize,
    /// Differences in what reading left out of the texts.
    pub left_out: usize,
    /// Words that came, but for those that moved; editorial changes have none.
    pub words_inserted: usize,
    /// Words that went, but for those that moved; editorial changes have none.
    pub words_deleted: usize,
    /// Words that left one place in a paragraph and came to another, there or elsewhere.
    pub words_moved: usize,
    /// How much of the new text stood in the old one.
    pub carried: Carried,
}

impl Summary {
    /// The counts of `changes`. Footnotes that one text does not print are not counted.
    pub(super) fn of(old: &Document, new: &Document, changes: &[Change], left_out: &[LeftOut]) -> Self {
        let mut summary = Self { left_out: left_out.len(), carried: carried(new, changes), ..Self::default() };
        let called = (called_notes(&old.units), called_notes(&new.units));
        let moves = Moves::of(old, new, changes);
        let unknown = unknown_notes([old, new], changes);
        for (change, _) in changes.iter().zip(unknown).filter(|(_, is_unknown)| !is_unknown) {
            let away = [Op::Delete, Op::Insert].map(|op| words_moved(change, op));
            let in_substance =
                |op: Op| change.edits.iter().filter(move |e| e.op == op && e.weight == Some(EditWeight::Substantive));
            let counts = [Op::Delete, Op::Insert].map(|op| in_substance(op).map(|edit| word_count(&edit.text)).sum::<usize>());
            summary.words_deleted += counts[0].saturating_sub(away[0]);
            summary.words_inserted += counts[1].saturating_sub(away[1]);
            summary.words_moved += away[1];
            let is_called = match change.link.new.first() {
                Some(&new) => called.1[new],
                None => change.link.old.first().is_some_and(|&old| called.0[old]),
            };
            if is_called {
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
                _ => {}
            }
            summary.moved += usize::from(change.link.moved && !moves.is_carried(change));
            summary.renumbered += usize::from(change.link.renumbered);
            summary.footnotes_changed += usize::from(change.footnotes_changed);
            let [before, now] = statuses([old, new], change);
            let is_pair = !change.link.old.is_empty() && !change.link.new.is_empty();
            summary.status_changed += usize::from(is_pair && before != now);
        }
        summary
    }
}

/// What a draft says of the paragraphs of a link beside their words, in the old text and in the new one.
pub(super) fn statuses<'a>([old, new]: [&'a Document; 2], change: &Change) -> [Option<&'a str>; 2] {
    [(old, &change.link.old), (new, &change.link.new)]
        .map(|(document, units)| units.iter().find_map(|&unit| document.units[unit].status.as_deref()))
}

/// The words of the passages at one end.
pub(super) fn words_moved(change: &Change, op: Op) -> usize {
    if change.passages.is_empty() {
        return 0;
    }
    let text: Vec<char> =
        change.edits.iter().filter(|edit| edit.op == Op::Equal || edit.op == op).flat_map(|edit| edit.text.chars()).collect();
    let passages = change.passages.iter().filter(|passage| passage.op == op);
    passages.filter_map(|p| text.get(p.start..p.end)).map(|words| word_count(&words.iter().collect::<String>())).sum()
}

/// What moved only because something above it did.
pub(super) struct Moves {
    /// For each unit, what stands above it: its paragraph, else its heading.
    old_above: Vec<Option<usize>>,
    new_above: Vec<Option<usize>>,
    /// For each new unit that moved, the old units it was.
    moved: Vec<Vec<usize>>,
}

impl Moves {
    pub(super) fn of(old: &Document, new: &Document, changes: &[Change]) -> Self {
        let mut moved = vec![vec![]; new.units.len()];
        for change in changes.iter().filter(|change| change.link.moved) {
            change.link.new.iter().for_each(|&unit| moved[unit].clone_from(&change.link.old));
        }
        Self { old_above: above(old), new_above: above(new), moved }
    }

    /// Whether what stands above the paragraph moved with it.
    pub(super) fn is_carried(&self, change: &Change) -> bool {
        let above = |units: &[usize], above: &[Option<usize>]| units.first().and_then(|&unit| above[unit]);
        match (above(&change.link.old, &self.old_above), above(&change.link.new, &self.new_above)) {
            (Some(old), Some(new)) => self.moved[new].contains(&old),
            _ => false,
        }
    }
}

fn above(document: &Document) -> Vec<Option<usize>> {
    let headings = governing_headings(document);
    document.units.iter().map(|unit| unit.parent.filter(|&p| p < document.units.len()).or(headings[unit.index])).collect()
}
