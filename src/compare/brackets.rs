//! A change that opens a bracket also closes it.
//!
//! ```text
//! shortest  referred to in [subsection 21(3 → paragraph 22(4])
//! here      referred to in [subsection 21(3) → paragraph 22(4)]
//! ```
//!
//! Where both sides of a change leave one bracket open and the kept row after it begins with a closing one, that one joins the
//! change; the same before a change that closes a bracket too many. `O(n)` in changed words.

use super::shortest::Kept;
use super::words::{Word, Words};

/// Shortens the kept rows that end or begin inside a bracket. The rows stay in order; none is left empty.
pub(super) fn balance(old: &Words, new: &Words, script: &mut Vec<Kept>) {
    for k in 1..script.len() {
        let (before, after) = (script[k - 1], script[k]);
        let gone = depth(&old.row[before.old + before.len..after.old]);
        let come = depth(&new.row[before.new + before.len..after.new]);
        if gone != come {
            continue;
        }
        if gone == 1 && step(&old.row[after.old]) == -1 {
            script[k] = Kept { old: after.old + 1, new: after.new + 1, len: after.len - 1 };
        } else if gone == -1 && before.len > 0 && step(&old.row[before.old + before.len - 1]) == 1 {
            script[k - 1].len -= 1;
        }
    }
    script.retain(|kept| kept.len > 0);
}

/// How many brackets some words leave open; negative where they close more than they open.
fn depth(words: &[Word]) -> i32 {
    words.iter().map(step).sum()
}

fn step(word: &Word) -> i32 {
    match word.text {
        "(" | "[" | "«" | "“" => 1,
        ")" | "]" | "»" | "”" => -1,
        _ => 0,
    }
}
