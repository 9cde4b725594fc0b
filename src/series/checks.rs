//! Neighbours checked against the text before last: two ways from one year to another should lead to the same paragraph.
//!
//! ```text
//! A  OP5 ──── B  OP6 ──── C  OP6        the long way
//! A  OP5 ──────────────── C  OP9        the short way: said, with both
//! ```

use super::Step;
use crate::align::{Alignment, Relation};
use crate::structure::{Document, Note};

/// A note for each paragraph that leads elsewhere over the year between than without it.
pub(super) fn conflicts(documents: &[Document], steps: &[Step], far: &[Alignment]) -> Vec<Note> {
    let kept = |step: &Step| {
        let mut target = vec![None; documents[step.old].units.len()];
        let links = step.links.iter().filter(|change| change.link.relation == Relation::Kept);
        links.for_each(|change| target[change.link.old[0]] = Some(change.link.new[0]));
        target
    };
    let mut notes = vec![];
    for (at, alignment) in far.iter().enumerate() {
        let (first, second) = (kept(&steps[at]), kept(&steps[at + 1]));
        for link in alignment.links.iter().filter(|link| link.relation == Relation::Kept) {
            let Some(between) = first[link.old[0]] else { continue };
            let Some(over) = second[between].filter(|over| *over != link.new[0]) else { continue };
            let id = |document: usize, unit: usize| {
                let document = &documents[document];
                format!("{} {}", document.label, document.units[unit].id)
            };
            let names = [id(at, link.old[0]), id(at + 1, between), id(at + 2, over), id(at + 2, link.new[0])];
            let [from, between, over, direct] = &names;
            let message = format!("{from} leads to {over} over {between}, but reads more like {direct}: check which it became");
            notes.push(Note::new("two-ways", message).with([from, between, over, direct].map(String::as_str)));
        }
    }
    notes
}
