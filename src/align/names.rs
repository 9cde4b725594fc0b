//! A name that two paragraphs share says little of the paragraphs.
//!
//! ```text
//! old  Noting the scientific findings of the third Scientific Conference of the | United Nations Convention to Combat Desertification
//! new  Reiterating its appreciation to India for hosting the Conference of the  | in Those Countries Experiencing Serious Drought …
//! ```
//!
//! Fifteen words in a row agree, and they are one thing said once: the name of the convention. So the longest unbroken run that both
//! hold counts like its heaviest word, unless it opens both, or closes both where they open with the same words, or is most of either
//! paragraph, or is longer than a name and stands in these two alone: then it is what the paragraph says. Pairs that stand in each other's place, or have much in common, need no such test. Cost:
//! `O(n log n)` in the words of both.

use super::similarity::{share, similarity_of};
use super::terms::{Bag, Terms};

/// Words of the shortest run that may be a name.
const SHORTEST: usize = 4;
/// A run that begins among so many first words is no name: it says what the paragraph does.
const OPENING: usize = 4;
/// Pairs of words that open both paragraphs when what closes both is no name: the middle was reworded.
const FRAMING: usize = 2;
/// Words of the longest name.
const LONGEST: usize = 24;
/// The most of the lighter paragraph that a name may be, in thousandths.
const MOST: i32 = 500;

impl Terms {
    /// How alike old unit `i` and new unit `j` are, less a name that both hold.
    pub(super) fn similarity_beyond_name(&self, i: usize, j: usize) -> i32 {
        let shared = self.shared(i, j);
        similarity_of(&self.old[i], &self.new[j], shared - name(self, i, j).min(shared))
    }
}

/// The weight, of what both units share, that is one name and counts no more than once.
fn name(terms: &Terms, old: usize, new: usize) -> u64 {
    let (a, b) = (&terms.old[old], &terms.new[new]);
    let holds = |pair: u32| b.terms.binary_search_by_key(&pair, |term| term.0).is_ok();
    let opens = |pair: u32| [a, b].iter().all(|bag| bag.pairs.iter().take(OPENING).any(|&first| first == pair));
    let is_framed = a.pairs.len() > FRAMING && b.pairs.len() > FRAMING && a.pairs[..FRAMING] == b.pairs[..FRAMING];
    let closes = |end: usize| is_framed && end == a.pairs.len() && a.pairs.last() == b.pairs.last();
    // Nobody else holds its rarest pair of words.
    let is_theirs = |run: &[u32]| run.len() >= LONGEST && run.iter().any(|&pair| terms.holders[pair as usize] <= 2);
    let (mut longest, mut begin) = (0, 0);
    for end in 0..=a.pairs.len() {
        if end == a.pairs.len() || !holds(a.pairs[end]) {
            if begin >= end || !opens(a.pairs[begin]) && !closes(end) && !is_theirs(&a.pairs[begin..end]) {
                longest = longest.max(run(a, begin, end, &terms.weights));
            }
            begin = end + 1;
        }
    }
    if share(longest, a.weight.min(b.weight)) <= MOST { longest } else { 0 }
}

/// What the words from `begin` to `end` weigh with their pairs, less the heaviest of them.
fn run(bag: &Bag, begin: usize, end: usize, weights: &[u32]) -> u64 {
    if end < begin + SHORTEST - 1 {
        return 0;
    }
    let words = bag.words[begin..=end].iter().map(|&word| weights[word as usize]);
    let pairs: u64 = bag.pairs[begin..end].iter().map(|&pair| u64::from(weights[pair as usize])).sum();
    let heaviest = words.clone().max().unwrap_or(0);
    words.map(u64::from).sum::<u64>() + pairs - u64::from(heaviest)
}
