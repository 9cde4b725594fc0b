//! What any two paragraphs of these texts share by habit.
//!
//! ```text
//! "The General Assembly, Recalling its resolution …"           every preambular paragraph is a little like every other
//! "the Minister may, by order, …"                              every section of the act is half like every other
//! ```
//!
//! Most paragraphs have one partner at most, so the second best that a unit could have is a stranger. The middle one of all seconds
//! is the background of a pair of texts. A pair whose own rivals are further off than that is judged by its rivals (the ratio test
//! of Lowe 2004, as a difference). Cost: linear in the candidates.

use super::candidates::{Candidate, two_best};

/// The most that counts as background: in a schedule of near-twins the seconds are no strangers.
const MOST: i32 = 400;

/// The backgrounds of a pair of texts and of each candidate.
pub(super) struct Background {
    /// Of the texts.
    pub(super) texts: i32,
    /// Of each candidate, in their order.
    pub(super) pairs: Vec<i32>,
}

impl Background {
    pub(super) fn of(candidates: &[Candidate], old: usize, new: usize) -> Self {
        let plain: Vec<i32> = candidates.iter().map(|c| c.similarity).collect();
        let (best_old, best_new) = (two_best(candidates, &plain, old, |c| c.old), two_best(candidates, &plain, new, |c| c.new));
        let mut seconds: Vec<i32> = best_old.iter().chain(&best_new).map(|best| best[1]).collect();
        seconds.sort_unstable();
        let texts = seconds.get(seconds.len() / 2).map_or(0, |&middle| middle.min(MOST));
        let rival = |best: [i32; 2], own: i32| if best[0] == own { best[1] } else { best[0] };
        let pairs = candidates
            .iter()
            .map(|c| texts.min(rival(best_old[c.old], c.similarity).max(rival(best_new[c.new], c.similarity))))
            .collect();
        Self { texts, pairs }
    }
}
