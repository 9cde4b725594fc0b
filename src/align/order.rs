//! The heaviest run of pairs that keeps the order of both texts.
//!
//! ```text
//! old  OP1 OP2 OP3 OP4 OP5
//! new  OP1 OP4 OP2 OP3 OP5      kept in order: OP1 OP2 OP3 OP5; OP4 moved
//! ```
//!
//! Heaviest common subsequence over sparse pairs (Hunt and Szymanski 1977; Jacobson and Vo 1992), by prefix maxima in a Fenwick tree
//! (Fenwick 1994). Cost: `O(p log p)` for p pairs.

/// The chain of pairs (old, new, weight), strictly ascending on both sides, whose weights add up to the most. Weights are positive.
pub(crate) fn heaviest(mut pairs: Vec<(usize, usize, u64)>) -> Vec<(usize, usize)> {
    // Of pairs with one old unit the later new one comes first, so that no two of them can stand in one chain.
    pairs.sort_unstable_by_key(|&(i, j, _)| (i, usize::MAX - j));
    let width = pairs.iter().map(|p| p.1 + 1).max().unwrap_or(0);
    // Each node: the heaviest chain that ends in its range, and the pair it ends with.
    let mut tree: Vec<(u64, usize)> = vec![(0, usize::MAX); width + 1];
    let mut before = vec![usize::MAX; pairs.len()];
    let mut last = (0, usize::MAX);
    for (k, &(_, j, weight)) in pairs.iter().enumerate() {
        let mut best = (0, usize::MAX);
        let mut node = j;
        while node > 0 {
            if tree[node].0 > best.0 {
                best = tree[node];
            }
            node &= node - 1;
        }
        before[k] = best.1;
        let total = (best.0 + weight, k);
        if total.0 > last.0 {
            last = total;
        }
        let mut node = j + 1;
        while node <= width {
            if total.0 > tree[node].0 {
                tree[node] = total;
            }
            node += node & node.wrapping_neg();
        }
    }
    let mut chain = Vec::new();
    let mut at = last.1;
    while let Some(&(i, j, _)) = pairs.get(at) {
        chain.push((i, j));
        at = before[at];
    }
    chain.reverse();
    chain
}
