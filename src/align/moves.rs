//! What moved: the least that, taken away, leaves all else in order.
//!
//! ```text
//! old   OP21  OP22  OP23 … OP34
//! new   OP21  OP23 … OP34  OP22          OP22 moved; that OP23 to OP34 "moved up" is no news
//! ```
//!
//! The longest run of links that keeps the order of both texts is the spine, what is off it moved. Of two that changed places the one that kept its number stayed, else the one
//! with fewer words moved. A section that moved takes all its paragraphs off the spine, and its heading with them. A paragraph in
//! pieces stands where any of its pieces keeps the order. What left the preamble for the operative part, or the reverse, has moved, even
//! where the order is kept: it decides what it had only recalled. Cost: `O(n log n)`.

use super::frame::Frame;
use super::order;
use super::splits::Group;
use super::terms::Terms;

/// A link counts as much as no paragraph has words, so that words only break ties. One in pieces counts half.
const LINK: u64 = 1 << 44;
/// Of two that changed places, the one that kept its number did not move.
const LABEL: u64 = 1 << 20;

/// The longest run of pairs that keeps the order.
pub(super) fn run(pairs: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, usize)> {
    order::heaviest(pairs.map(|(i, j)| (i, j, 1)).collect())
}

/// Whether each group is off the spine; `same_label` says it of a pair.
pub(super) fn moved(
    groups: &[Group],
    (terms, frame): (&Terms, &dyn Frame),
    same_label: &dyn Fn(usize, usize) -> bool,
) -> Vec<bool> {
    let places = groups.iter().flat_map(|group| {
        let whole = group.old.len() + group.new.len() == 2;
        stands(group, frame).map(move |(i, j)| {
            let words = terms.old[i].words.len().min(terms.new[j].words.len()) as u64;
            let label = if same_label(i, j) { LABEL } else { 0 };
            (i, j, words.min(LABEL - 1) + label + if whole { LINK } else { LINK / 2 })
        })
    });
    let spine = order::heaviest(places.collect());
    groups.iter().map(|group| stands(group, frame).all(|place| spine.binary_search(&place).is_err())).collect()
}

/// The pairs by any of which a group keeps its place. No run can hold two of one group.
fn stands<'a>(group: &'a Group, frame: &'a dyn Frame) -> impl Iterator<Item = (usize, usize)> + 'a {
    let pairs = group.old.iter().flat_map(|&i| group.new.iter().map(move |&j| (i, j)));
    pairs.filter(|&(i, j)| !frame.class(0, i).is_across(frame.class(1, j)))
}
