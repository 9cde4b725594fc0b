//! Both ends of what moved: each says where the other is.

use super::comparison::{Change, Op, Passage};
use crate::structure::Document;

/// The passage at either end, each with its change, from where its words stand: the change, and characters of its side.
pub(super) fn both_ends(
    documents: [&Document; 2],
    changes: &[Change],
    places: [(usize, usize, usize); 2],
) -> [(usize, Passage); 2] {
    [0, 1].map(|side| {
        let ((change, start, end), (there, other, _)) = (places[side], places[1 - side]);
        let link = &changes[there].link;
        let units = if side == 0 { &link.new } else { &link.old };
        let (unit, at) = unit_at(documents[1 - side], units, other);
        (change, Passage { op: [Op::Delete, Op::Insert][side], start, end, unit, at })
    })
}

/// The unit that holds character `at` of the joined text, and where in it.
fn unit_at(document: &Document, units: &[usize], mut at: usize) -> (usize, usize) {
    for &unit in units {
        let length = document.units[unit].text.chars().count();
        if at <= length {
            return (unit, at);
        }
        at -= length + 1;
    }
    (units.last().copied().unwrap_or_default(), 0)
}
