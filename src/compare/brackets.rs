//! A change that opens a bracket also closes it.
//!
//! ```text
//! shortest  referred to in [subsection 21(3 → paragraph 22(4])
//! here      referred to in [subsection 21(3) → paragraph 22(4)]
//! ```
//!
//! Where both sides of a change leave one bracket open and the kept row after it begins with a closing one, that one joins the
//! change; the same before a change that closes a bracket too many. And what closes a square bracket is common ground only with what closes
//! one that opens in the same way: of "[a committee [standing]] [to defer]" the first closes "[standing [and open-ended]]", not the last.
//! `O(n)`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::shortest::Kept;
use super::words::{Class, Word, Words, own_number};

/// Numbers of words are below it.
const CLOSING: u32 = 1 << 31;

/// Gives each closing square bracket the number of the word behind its opening one, where both texts have a bracket that opens so.
pub(super) fn tell_pairs<'w>(old: &mut Words<'w>, new: &mut Words<'w>) {
    let pairs = [pairs(old), pairs(new)];
    if pairs.iter().any(Vec::is_empty) {
        return;
    }
    let behind = |words: &Words, pairs: &[(usize, usize)]| pairs.iter().map(|&(opening, _)| words.row[opening + 1].id).collect();
    let numbers: [Vec<u32>; 2] = [behind(old, &pairs[0]), behind(new, &pairs[1])];
    let known = [0, 1].map(|side| numbers[side].iter().copied().collect::<FxHashSet<u32>>());
    for (side, words) in [old, new].into_iter().enumerate() {
        let both = pairs[side].iter().zip(&numbers[side]).filter(|(_, number)| known[1 - side].contains(number));
        for (&(_, closing), number) in both {
            (words.row[closing].id, words.row[closing].class) = (CLOSING | number, Class::Bracket);
        }
    }
}

/// Gives each closing square bracket that `script` keeps, though not the one that it closes, a number of its own, and each opening one that is
/// kept for another: "the [first] report" and "the [initial] first report"; whether there were any.
pub(super) fn tell_crossed<'w>(old: &mut Words<'w>, new: &mut Words<'w>, script: &[Kept]) -> bool {
    let pairs = [pairs(old), pairs(new)];
    if pairs.iter().any(Vec::is_empty) {
        return false;
    }
    let kept: FxHashMap<usize, usize> =
        script.iter().flat_map(|kept| (0..kept.len).map(|at| (kept.old + at, kept.new + at))).collect();
    let opened: FxHashMap<usize, usize> = pairs[1].iter().map(|&(opening, closing)| (closing, opening)).collect();
    let closed: FxHashMap<usize, usize> = pairs[1].iter().copied().collect();
    let is_kept: FxHashSet<usize> = kept.values().copied().collect();
    let mut is_crossed = false;
    for &(opening, closing) in &pairs[0] {
        if let Some((&other, &partner)) = kept.get(&opening).and_then(|other| Some((other, closed.get(other)?)))
            && kept.get(&closing) != Some(&partner)
            && old.row[opening + 1].id != new.row[other + 1].id
        {
            (old.row[opening].id, new.row[other].id) = (own_number(0, opening), own_number(1, other));
            is_crossed = true;
        }
        let Some((&other, Some(&partner))) = kept.get(&closing).map(|other| (other, opened.get(other))) else { continue };
        if !kept.contains_key(&opening) {
            old.row[closing].id = own_number(0, closing);
            is_crossed = true;
        }
        if !is_kept.contains(&partner) {
            new.row[other].id = own_number(1, other);
            is_crossed = true;
        }
    }
    is_crossed
}

/// Where each square bracket opens and closes, if words stand between.
fn pairs(words: &Words) -> Vec<(usize, usize)> {
    let (mut open, mut pairs) = (vec![], vec![]);
    for (at, word) in words.row.iter().enumerate() {
        match word.text {
            "[" => open.push(at),
            "]" => pairs.extend(open.pop().map(|opening| (opening, at))),
            _ => {}
        }
    }
    pairs
}

/// Shortens the kept rows that end or begin inside a bracket. The rows stay in order; none is left empty.
pub(super) fn balance(old: &Words, new: &Words, script: &mut Vec<Kept>) {
    for k in 1..script.len() {
        let (before, after) = (script[k - 1], script[k]);
        let gone = depth(&old.row[before.old + before.len..after.old]);
        let come = depth(&new.row[before.new + before.len..after.new]);
        if gone != come {
            continue;
        }
        if gone == 1 && step(old.row[after.old].text) == -1 {
            script[k] = Kept { old: after.old + 1, new: after.new + 1, len: after.len - 1 };
        } else if gone == -1 && before.len > 0 && step(old.row[before.old + before.len - 1].text) == 1 {
            script[k - 1].len -= 1;
        }
    }
    script.retain(|kept| kept.len > 0);
}

/// How many brackets some words leave open; negative where they close more than they open.
fn depth(words: &[Word]) -> i32 {
    words.iter().map(|word| step(word.text)).sum()
}

/// How much deeper a sign leads: 1 where it opens, -1 where it closes.
pub(super) fn step(sign: &str) -> i32 {
    match sign {
        "(" | "[" | "«" | "“" => 1,
        ")" | "]" | "»" | "”" => -1,
        _ => 0,
    }
}
