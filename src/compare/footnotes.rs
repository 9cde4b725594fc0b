//! Whether the footnotes of a paragraph changed: a mark is part of what was agreed.
//!
//! ```text
//! as amended in 2007³, recalls  →  as amended in 2007⁴, recalls          no change: it only counts differently
//! as amended in 2007³, recalls  →  as amended in 2007, recalls³          changed: placed elsewhere
//! ```
//!
//! A mark hangs on the last letter or figure before it, so that "coopération,⁵" and "coopération⁵," are one place. That letter is
//! followed through the edits: the same kept letter, or the same change, is the same place. `O(n + marks)`.
//!
//! A document that prints no notes at all has marks without texts: what they call is unknown, not reworded, and only the places are
//! compared. [`unknown_notes`] says so.

use super::comparison::{Edit, Op};
use crate::structure::{Document, Kind, Note};

/// A mark's place in the joined text of its side, and the unit of the note it calls.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Unicode scalar values before it.
    pub(super) at: usize,
    pub(super) note: Option<usize>,
}

/// Whether a mark came, went or stands elsewhere, or two that stand in one place call notes that `is_reworded` tells apart.
///
/// `marks` are those of the old and of the new text, in order.
pub(super) fn footnotes_changed(
    edits: &[Edit],
    [old, new]: &[Vec<Mark>; 2],
    mut is_reworded: impl FnMut([Option<usize>; 2]) -> bool,
) -> bool {
    if old.is_empty() && new.is_empty() {
        return false;
    }
    places(edits, old, Op::Delete) != places(edits, new, Op::Insert)
        || old.iter().zip(new).any(|(old, new)| is_reworded([old.note, new.note]))
}

/// Whether the texts of notes can be compared: both documents print some.
pub(super) fn prints_notes([old, new]: [&Document; 2]) -> bool {
    let prints = |document: &Document| document.units.iter().any(|unit| unit.kind == Kind::Note);
    prints(old) && prints(new)
}

/// Says that the notes were compared by place only, where one of two documents with marks prints no notes.
pub(super) fn unknown_notes(documents: [&Document; 2]) -> Option<Note> {
    let marks = |document: &Document| document.units.iter().map(|unit| unit.footnotes.len()).sum::<usize>();
    let silent = |document: &&Document| document.units.iter().all(|unit| unit.kind != Kind::Note);
    let mut without = documents.into_iter().filter(silent);
    let (Some(one), None) = (without.next(), without.next()) else { return None };
    (documents.into_iter().all(|d| marks(d) > 0)).then(|| {
        let label = &one.label;
        Note::new(
            "footnotes-unknown",
            format!("{label} has footnote marks but not their texts: only the places of marks were compared"),
        )
        .with([label])
    })
}

/// Where a mark stands, in terms that both texts share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    /// After this many kept characters.
    Kept(usize),
    /// In the change after this many kept characters.
    Changed(usize),
}

/// The places of marks on one side: the edits that are equal or of kind `own` make up its text.
fn places(edits: &[Edit], marks: &[Mark], own: Op) -> Vec<Place> {
    let mut places = Vec::with_capacity(marks.len());
    let (mut at, mut kept, mut place) = (0, 0, Place::Start);
    let mut marks = marks.iter().peekable();
    for edit in edits.iter().filter(|e| e.op == Op::Equal || e.op == own) {
        for c in edit.text.chars() {
            while marks.next_if(|m| m.at <= at).is_some() {
                places.push(place);
            }
            at += 1;
            kept += usize::from(edit.op == Op::Equal);
            if c.is_alphanumeric() {
                place = if edit.op == Op::Equal { Place::Kept(kept) } else { Place::Changed(kept) };
            }
        }
    }
    places.extend(marks.map(|_| place));
    places
}
