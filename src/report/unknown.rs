//! Footnotes that one text prints and the other does not: they are unknown there, and neither came nor went.
//!
//! ```text
//! old   … amended in 2007³ …    ³ Resolution 6, annex II.        prints its notes
//! new   … amended in 2007³ …                                     was copied without them
//! ```
//!
//! The link of such a note says that it is only in one text, as every link does that has one side. No count, no mark and no exit code
//! takes it for a change. It is known by either sign: the other text calls notes and prints none at all; or the mark that calls
//! the note stayed where it was.

use crate::align::Relation;
use crate::compare::Change;
use crate::structure::{Document, Kind, Unit};

/// For each of `changes`, whether it is of footnotes that the other text does not print.
pub(super) fn unknown_notes([old, new]: [&Document; 2], changes: &[Change]) -> Vec<bool> {
    let is_silent = is_silent([old, new]);
    let called = [called_notes(&old.units), called_notes(&new.units)];
    let kept = [kept_notes(&old.units, changes, |change| &change.link.old), kept_notes(&new.units, changes, |c| &c.link.new)];
    let is_unknown =
        |side: usize, units: &[usize]| units.iter().all(|&unit| called[side][unit] && (is_silent || kept[side][unit]));
    let of_change = |change: &Change| match change.link.relation {
        Relation::Deleted => is_unknown(0, &change.link.old),
        Relation::Inserted => is_unknown(1, &change.link.new),
        _ => false,
    };
    changes.iter().map(of_change).collect()
}

/// Whether one text has footnote marks and prints no footnote texts, while the other does. A text without marks has no footnotes, and
/// says so.
fn is_silent(documents: [&Document; 2]) -> bool {
    let prints_notes = |document: &Document| document.units.iter().any(|unit| unit.kind == Kind::Note);
    let has_marks = |document: &Document| document.units.iter().any(|unit| !unit.footnotes.is_empty());
    let [old, new] = documents;
    prints_notes(old) != prints_notes(new) && documents.into_iter().all(|document| prints_notes(document) || has_marks(document))
}

/// For each of `units`, whether it is a note that is called by a paragraph whose marks are in the other text too, and in the same places.
fn kept_notes(units: &[Unit], changes: &[Change], side: impl Fn(&Change) -> &Vec<usize>) -> Vec<bool> {
    let mut kept = vec![false; units.len()];
    let is_kept = |change: &&Change| !change.footnotes_changed && !change.link.old.is_empty() && !change.link.new.is_empty();
    for caller in changes.iter().filter(is_kept).flat_map(&side).map(|&unit| &units[unit]) {
        caller.footnotes.iter().filter_map(|footnote| footnote.note).for_each(|note| kept[note] = true);
    }
    kept
}

/// For each unit, whether it is a footnote's text that a paragraph calls.
pub(super) fn called_notes(units: &[Unit]) -> Vec<bool> {
    let mut called = vec![false; units.len()];
    for unit in units.iter().filter(|unit| unit.kind != Kind::Note) {
        for note in unit.footnotes.iter().filter_map(|footnote| footnote.note) {
            if units.get(note).is_some_and(|unit| unit.kind == Kind::Note) {
                called[note] = true;
            }
        }
    }
    called
}
