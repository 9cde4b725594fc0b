//! From two documents to links: which paragraph of the old text became which of the new.

mod alignment;

pub use alignment::{Alignment, Evidence, Link, Relation};

use crate::structure::Document;

/// What the caller knows better: nothing yet.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct AlignOptions {}

/// Aligns two documents. Cannot fail: a tie is refused, with a note.
pub fn align(old: &Document, new: &Document, _options: &AlignOptions) -> Alignment {
    let mut links = vec![];
    let mut used = vec![false; old.units.len()];
    for unit in &new.units {
        let twin = old.units.iter().find(|o| !used[o.index] && o.text == unit.text);
        let (old_side, relation, score, why) = match twin {
            Some(o) => {
                used[o.index] = true;
                (vec![o.index], Relation::Kept, Some(1000), vec![Evidence::Identical])
            }
            None => (vec![], Relation::Inserted, None, vec![]),
        };
        links.push(Link { relation, moved: false, renumbered: false, old: old_side, new: vec![unit.index], score, why });
    }
    for unit in old.units.iter().filter(|u| !used[u.index]) {
        links.push(Link {
            relation: Relation::Deleted,
            moved: false,
            renumbered: false,
            old: vec![unit.index],
            new: vec![],
            score: None,
            why: vec![],
        });
    }
    Alignment { links, notes: vec![] }
}
