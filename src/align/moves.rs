//! What moved: the least that, taken away, leaves all else in order.
//!
//! ```text
//! old   OP21  OP22  OP23 … OP34
//! new   OP21  OP23 … OP34  OP22          OP22 moved; that OP23 to OP34 "moved up" is no news
//! ```
//!
//! The longest run of links that keeps the order of both texts is the spine, what is off it moved. Of two that changed places the one
//! with fewer words moved. A section that moved takes all its paragraphs off the spine, and its heading with them. A paragraph in
//! pieces stands where the piece stands that was tied first. Cost: `O(n log n)`.

use super::order;
use super::splits::Group;
use super::terms::Terms;

/// A link counts as much as no paragraph has words, so that words only break ties. One in pieces counts half.
const LINK: u64 = 1 << 32;

/// The longest run of pairs that keeps the order.
pub(super) fn run(pairs: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, usize)> {
    order::heaviest(pairs.map(|(i, j)| (i, j, 1)).collect())
}

/// Whether each group is off the spine.
pub(super) fn moved(groups: &[Group], terms: &Terms) -> Vec<bool> {
    let pairs = groups.iter().map(|group| {
        let (i, j) = group.seed;
        let words = terms.old[i].words.len().min(terms.new[j].words.len()) as u64;
        (i, j, words + if group.old.len() + group.new.len() == 2 { LINK } else { LINK / 2 })
    });
    let spine = order::heaviest(pairs.collect());
    groups.iter().map(|group| spine.binary_search(&group.seed).is_err()).collect()
}
