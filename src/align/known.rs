//! An alignment of two texts whose ties are known already, as those of years far apart are when every year between was followed.
//!
//! ```text
//! known   OP5 ─ OP7   OP6 ─ OP8, OP9            said by all the years between
//! here    kept        split         and all else of either text inserted or deleted, at its place
//! ```
//!
//! What moved is found as in any alignment: what is off the longest run that keeps the order. `O(n log n)`.

use super::alignment::{Alignment, Link, Relation};
use super::links::{complete, is_renumbered, relation};
use super::order::heaviest;
use crate::prepare::TextPair;
use crate::structure::{Document, Kind};

/// A tie of one to one counts as much as no number of characters does.
const TIE: u64 = 1 << 44;

/// Of two that changed places, the one that kept its number did not move.
const LABEL: u64 = 1 << 24;

/// The alignment that says of each of `ties`, the indices of old units and of new ones, that they are one; neither side of a tie is
/// empty, one of them is a single unit, and no unit is in two.
pub(crate) fn aligned(pair: TextPair<'_>, ties: Vec<[Vec<usize>; 2]>) -> Alignment {
    let [old, new] = pair.documents();
    let is_paragraph = |unit: usize| !matches!(new.units[unit].kind, Kind::Note | Kind::Front | Kind::Enacting | Kind::Closing);
    let places = ties.iter().filter(|[_, after]| is_paragraph(after[0])).flat_map(|[before, after]| {
        let share = if before.len() + after.len() == 2 { TIE } else { TIE / 2 };
        before.iter().flat_map(move |&i| after.iter().map(move |&j| (i, j, share)))
    });
    // What left the preamble, or came into it, has moved.
    let is_recital = |document: &Document, unit: usize| document.units[unit].kind == Kind::Preambular;
    let places = places.filter(|&(i, j, _)| is_recital(old, i) == is_recital(new, j));
    let weighed = places.map(|(i, j, share)| {
        let (before, after) = (&old.units[i], &new.units[j]);
        let has_label = pair.same_label(i, j);
        let length = (before.text.len().min(after.text.len()) as u64).min(LABEL - 1);
        (i, j, share + length + if has_label { LABEL } else { 0 })
    });
    let spine = heaviest(weighed.collect());
    let stands =
        |before: &[usize], after: &[usize]| before.iter().any(|&i| after.iter().any(|&j| spine.binary_search(&(i, j)).is_ok()));
    let links = ties.into_iter().map(|[before, after]| {
        let relation = relation(&before, &after);
        Link {
            relation,
            moved: is_paragraph(after[0]) && !stands(&before, &after),
            renumbered: relation == Relation::Kept && is_renumbered(pair, before[0], after[0]),
            old: before,
            new: after,
            score: None,
            why: vec![],
        }
    });
    let links = complete(links.collect(), [old, new]);
    Alignment { links, perhaps: vec![], notes: vec![], work: 0 }
}
