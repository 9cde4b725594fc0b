//! How two paragraphs open: what they do, and to what.
//!
//! ```text
//! old  Takes note with appreciation of the reports of the Independent Expert on minority issues | and their special focus on …
//! new  Takes note with appreciation of the report of the Special Rapporteur on minority issues  | , which addresses …
//!
//! old  Endorses the Stockholm Declaration, approved at the | third Global Ministerial Conference on Road Safety …
//! new  Welcomes the offer of the Kingdom of Morocco to host | the fourth Global Ministerial Conference on Road Safety …
//! ```
//!
//! A paragraph that is brought up to date keeps its verb and its object and changes what follows; two paragraphs on one matter share what
//! follows and open otherwise. So the first words are asked once more by themselves: weighted Dice over them, without their order. A paragraph
//! that is no longer than that has said all by its words.

use super::similarity::{WHOLE, share};
use super::terms::Terms;

/// How alike the openings of strangers are, about: many recall, welcome or request something of the same body.
const STRANGERS: i32 = 180;
/// What openings that are the same speak for, could strangers not be alike at all.
const POINTS: i32 = 200;

/// What the openings say for a pair, or with a minus against it.
pub(super) fn points(terms: &Terms, old: usize, new: usize) -> i32 {
    terms.opening_similarity(old, new).map_or(0, |alike| POINTS * (alike - STRANGERS) / WHOLE)
}

impl Terms {
    /// How alike old unit `i` and new unit `j` open; None when either is all opening.
    pub(super) fn opening_similarity(&self, i: usize, j: usize) -> Option<i32> {
        let (a, b) = (&self.old[i].opening, &self.new[j].opening);
        let weight = |word: &u32| u64::from(self.weights[*word as usize]);
        let both: u64 = a.iter().filter(|word| b.binary_search(word).is_ok()).map(weight).sum();
        let all: u64 = a.iter().chain(b).map(weight).sum();
        (!a.is_empty() && !b.is_empty()).then(|| share(2 * both, all))
    }
}

#[cfg(test)]
mod tests {
    use super::super::terms::{Bag, opening};
    use super::*;

    fn alike(old: &str, new: &str) -> Option<i32> {
        let bag = |letters: &str| Bag { opening: opening(&letters.bytes().map(u32::from).collect::<Vec<_>>()), ..Bag::default() };
        let terms = Terms { old: vec![bag(old)], new: vec![bag(new)], weights: vec![16; 128], ..Terms::default() };
        terms.opening_similarity(0, 0)
    }

    #[test]
    fn the_first_words_are_compared_whatever_their_order_and_what_follows() {
        assert_eq!(alike("abcdefghijklmn", "abcdefghijklmnopqrs"), Some(1000));
        assert_eq!(alike("abcdefghijklmn-xyz", "nmlkjihgfedcba-uvw"), Some(1000));
        assert_eq!(alike("abcdefghijklmn", "abcdefgABCDEFG"), Some(500));
        assert_eq!(alike("abcdefghijklmn", "opqrstuvwxyz0123"), Some(0));
    }

    #[test]
    fn a_paragraph_that_is_all_opening_has_said_all_by_its_words() {
        assert_eq!(alike("abcdefghijklm", "abcdefghijklmn"), None);
    }
}
