//! The longest passage that two paragraphs share, with what was changed inside it.
//!
//! ```text
//! old OP2    Urges States to ratify the agreement on water, and | to publish the audit of the detention unit in six languages;
//! new OP9    Also asks the Registrar                            | to print the yearly audit of the detention unit;
//! ```
//!
//! Strangers that speak of one matter have words in common here and there; a piece has them in a row, since a drafter cuts and then
//! edits. So words are aligned locally (Smith and Waterman 1981): each word in common counts what it weighs, each word between them
//! on either side costs [`GAP`], and the best stretch counts. Only words that both hold are laid out, so the cost is the product of those,
//! [`CELLS`] at most.

use super::candidates::Candidate;
use super::terms::{Bag, Terms};

/// What a word costs that stands on one side only, inside the passage: one bit, in sixteenths.
const GAP: i64 = 16;
/// Pairs of words that are looked at; of a longer paragraph only the beginning.
const CELLS: usize = 1 << 16;

/// What the longest passage weighs that the words `of_whole`, as far as `held` has them, share with `piece`, in sixteenths of a bit.
pub(super) fn passage(terms: &Terms, of_whole: &[u32], held: &Bag, piece: &Bag) -> u64 {
    let columns = common(&piece.words, held);
    let mut rows = common(of_whole, piece);
    rows.retain(|&(_, word)| holds(held, word));
    rows.truncate(CELLS / columns.len().max(1));
    let mut best = 0;
    let mut ending = vec![0_i64; columns.len() + 1];
    for (row, &(at, word)) in rows.iter().enumerate() {
        let passed = if row == 0 { 0 } else { GAP * (at - rows[row - 1].0) };
        let (mut before, mut last) = (0, 0);
        for (column, &(place, other)) in columns.iter().enumerate() {
            let step = if column == 0 { 0 } else { GAP * (place - columns[column - 1].0) };
            let above = ending[column + 1];
            let mut value = (above - passed).max(last - step).max(0);
            if word == other {
                // Both words are in the passage: the step over them is no gap.
                let gaps = (passed + step - 2 * GAP).max(0);
                value = value.max((before - gaps).max(0) + i64::from(terms.weights[word as usize]));
            }
            before = above;
            (ending[column + 1], last) = (value, value);
            best = best.max(value);
        }
    }
    best.unsigned_abs()
}

/// The most that a passage weighs that `piece` shares with any of the others. `work` grows by the words looked at.
pub(super) fn elsewhere<'a>(
    terms: &Terms,
    piece: &Bag,
    others: impl Iterator<Item = (&'a Candidate, &'a Bag)>,
    work: &mut u64,
) -> u64 {
    let mut best = 0;
    for (other, bag) in others {
        // No passage weighs more than all that both share.
        let most = (bag.weight + piece.weight) * u64::from(other.similarity.unsigned_abs() + 1) / 2000;
        if most > best {
            *work += (bag.words.len() + piece.words.len()) as u64;
            best = best.max(passage(terms, &bag.words, bag, piece));
        }
    }
    best
}

fn holds(bag: &Bag, word: u32) -> bool {
    bag.terms.binary_search_by_key(&word, |term| term.0).is_ok()
}

/// The words that `bag` holds too, each with its place.
fn common(words: &[u32], bag: &Bag) -> Vec<(i64, u32)> {
    (0..).zip(words.iter().copied()).filter(|&(_, word)| holds(bag, word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words by their letters, of which each weighs three bits.
    fn bag(words: &str) -> Bag {
        let words: Vec<u32> = words.bytes().filter(|b| *b != b' ').map(|b| u32::from(b - b'a')).collect();
        let mut terms: Vec<(u32, u32)> = words.iter().map(|&word| (word, 1)).collect();
        terms.sort_unstable();
        terms.dedup();
        Bag { words, terms, ..Bag::default() }
    }

    fn bits(whole: &str, rest: &str, piece: &str) -> u64 {
        let terms = Terms { weights: vec![48; 26], ..Terms::default() };
        passage(&terms, &bag(whole).words, &bag(rest), &bag(piece)) / 16
    }

    #[test]
    fn words_in_a_row_count_and_words_between_them_cost() {
        assert_eq!(bits("abcdef", "abcdef", "bcd"), 9);
        // Two words replaced by one: three stand between.
        assert_eq!(bits("abxycd", "abxycd", "abzcd"), 12 - 3);
        // Too far apart to be one passage.
        assert_eq!(bits("abxyzwvutsrqpcd", "abxyzwvutsrqpcd", "abcd"), 6);
        assert_eq!(bits("abcd", "abcd", "dcba"), 3);
    }

    #[test]
    fn words_that_are_accounted_for_are_no_passage() {
        assert_eq!(bits("abcdef", "def", "abcdef"), 9);
        assert_eq!(bits("abcdef", "", "abcdef"), 0);
        assert_eq!(bits("", "", ""), 0);
    }
}
