//! The shortest script from the old words to the new: the one place that names the algorithm.
//!
//! Myers (1986), "An O(ND) difference algorithm and its variations", as `similar` 3.2 gives it. Its choice among equally short
//! scripts changed between minor versions, so the version is pinned in Cargo.toml. No deadline is set: it would depend on the clock.

use rustc_hash::FxHashSet;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words kept in a row: `len` of them, from `old` and from `new` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) len: usize,
}

/// The kept rows of a shortest script, in order; all between them changed. `O((n + m) d)` for `d` changed words.
///
/// Between the words that both ends share, rows no longer than `short` words are of no interest to the caller: where no other row can
/// be there and the search is small, none is looked for; that is so of nearly all paragraphs.
pub(crate) fn shortest_script(old: &[u32], new: &[u32], short: usize) -> Vec<Kept> {
    /// Words of both texts.
    const SMALL: usize = 400;
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_core, new_core) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut script = Vec::new();
    push_kept(&mut script, Kept { old: 0, new: 0, len: head });
    if old_core.len() + new_core.len() > SMALL || may_share_row(old_core, new_core, short + 1) {
        for op in capture_diff_slices(Algorithm::Myers, old_core, new_core) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                push_kept(&mut script, Kept { old: head + old_index, new: head + new_index, len });
            }
        }
    }
    push_kept(&mut script, Kept { old: old.len() - tail, new: new.len() - tail, len: tail });
    script
}

/// Whether both may hold a row of `length` words: it would hold whole one of the blocks, half as long, that `old` is cut into.
fn may_share_row(old: &[u32], new: &[u32], length: usize) -> bool {
    if old.len().min(new.len()) < length {
        return false;
    }
    let block = length.div_ceil(2);
    let blocks: FxHashSet<&[u32]> = old.chunks_exact(block).collect();
    new.windows(block).any(|window| blocks.contains(window))
}

/// Appends a row, or lengthens the last where nothing stands between.
pub(super) fn push_kept(script: &mut Vec<Kept>, kept: Kept) {
    if kept.len == 0 {
        return;
    }
    match script.last_mut() {
        Some(last) if last.old + last.len == kept.old && last.new + last.len == kept.new => last.len += kept.len,
        _ => script.push(kept),
    }
}
