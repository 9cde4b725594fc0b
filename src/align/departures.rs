//! Where the paragraphs that left their place, deleted or moved, stand among the links, which follow the new text.
//!
//! ```text
//! old   PP1  PP2 (became OP2)  PP3 (deleted)  OP1  OP2 (deleted)
//! new   PP1  OP1  OP2                                           PP1, PP3 deleted, OP1, OP2 deleted, OP2 (was PP2)
//! ```
//!
//! What left is shown after what stood before it: the nearest paragraph that was kept, one to one, and did not move. It must also still
//! be in the same part of the text, so that no operative paragraph is shown among recitals, and no recital after them. When there is
//! none, it opens its part. Cost: linear in the units.

use super::alignment::{Link, Relation};
use crate::structure::{Document, Kind, Unit};

/// The parts of a text, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Front,
    Preamble,
    Body,
    Closing,
    Note,
}

/// The part that each unit stands in; a heading stands in the part of what follows it.
fn parts(units: &[Unit]) -> Vec<Part> {
    let mut parts = vec![Part::Body; units.len()];
    let mut next = Part::Body;
    for (at, unit) in units.iter().enumerate().rev() {
        parts[at] = match unit.kind {
            Kind::Front => Part::Front,
            Kind::Enacting | Kind::Preambular => Part::Preamble,
            Kind::Closing => Part::Closing,
            Kind::Note => Part::Note,
            Kind::Heading if next == Part::Preamble => Part::Preamble,
            Kind::Operative | Kind::Subparagraph | Kind::Heading | Kind::Annex => Part::Body,
        };
        if parts[at] != Part::Note {
            next = parts[at];
        }
    }
    parts
}

/// For each old unit, the index of the link after which it stood; None when it stood first. `links` are all, in their order.
pub fn left_after<'a>(links: impl Iterator<Item = &'a Link> + Clone, old: &Document, new: &Document) -> Vec<Option<usize>> {
    let places = places(links.clone(), old, new);
    let keys: Vec<(usize, usize)> = links.map(|link| key(link, &places)).collect();
    (0..places.len()).map(|unit| keys.partition_point(|&key| key < (places[unit], unit + 1)).checked_sub(1)).collect()
}

/// What links are sorted by: the new unit they begin with; a deletion after the new unit that it follows, and before the first when it
/// follows none.
pub(super) fn key(link: &Link, places: &[usize]) -> (usize, usize) {
    match (link.new.first(), link.old.first()) {
        (Some(&new), _) => (new + 1, 0),
        (None, Some(&old)) => (places[old], old + 1),
        (None, None) => (0, 0),
    }
}

/// For each old unit, after how many new units it stood, if it left its place.
pub(super) fn places<'a>(links: impl Iterator<Item = &'a Link>, old: &Document, new: &Document) -> Vec<usize> {
    let (old_parts, new_parts) = (parts(&old.units), parts(&new.units));
    let mut kept = vec![None; old.units.len()];
    for link in links.filter(|link| link.relation == Relation::Kept && !link.moved) {
        kept[link.old[0]] = Some(link.new[0]);
    }
    let first = |part: Part| new_parts.iter().position(|&p| p >= part).unwrap_or(new_parts.len());
    let mut after = [Part::Front, Part::Preamble, Part::Body, Part::Closing, Part::Note].map(first);
    let mut places = Vec::with_capacity(kept.len());
    for (at, kept) in kept.into_iter().enumerate() {
        if let Some(j) = kept {
            let part = new_parts[j] as usize;
            after[part] = after[part].max(j + 1);
        }
        places.push(after[old_parts[at] as usize]);
    }
    places
}
