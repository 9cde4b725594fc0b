//! How alike two paragraphs are, by the terms that both hold.
//!
//! ```text
//! old  Welcomes the report of the Court on its activities in 2020
//! new  Welcomes the report of the Court on its activities in 2021, and urges States to study it
//!      |------------ shared: 9 words, 8 pairs -------------|
//! ```
//!
//! Weighted Dice (Dice 1945) over words and pairs of words: twice what is shared by what both hold together, in thousandths.
//! Cost: linear in the terms of both.
//!
//! How much is much depends on the text. In an act of law any two paragraphs share a third of their words, in a resolution a tenth.
//! So scores are read against a background, see [`above`].

use super::terms::{Bag, COMPOSED, Terms};

/// What everything out of everything is: scores are thousandths.
pub(super) const WHOLE: i32 = 1000;

/// The weight of the terms that both bags hold.
pub(super) fn shared(a: &Bag, b: &Bag, weights: &[u32]) -> u64 {
    let (mut i, mut j, mut sum) = (0, 0, 0);
    while let (Some(&(x, m)), Some(&(y, n))) = (a.terms.get(i), b.terms.get(j)) {
        if x == y {
            sum += u64::from(weights[x as usize]) * u64::from(m.min(n));
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    sum
}

/// The weight of the terms that both bags hold and that are no figures.
pub(super) fn shared_words(a: &Bag, b: &Bag, terms: &Terms) -> u64 {
    let words = |bag: &Bag| Bag {
        terms: bag.terms.iter().copied().filter(|&(term, _)| !terms.is_figure[term as usize]).collect(),
        ..Bag::default()
    };
    shared(&words(a), &words(b), &terms.weights)
}

/// How many words that are no figures, each once, both bags hold.
pub(super) fn words_shared(a: &Bag, b: &Bag, terms: &Terms) -> usize {
    let held = |bag: &Bag, word: u32| bag.terms.binary_search_by_key(&word, |&(term, _)| term).is_ok();
    let mut words: Vec<u32> = b.words.clone();
    words.sort_unstable();
    words.dedup();
    words.iter().filter(|&&word| !terms.is_figure[word as usize] && terms.weights[word as usize] > 0 && held(a, word)).count()
}

/// How alike two bags are: 0 when they share nothing, 1000 when they read the same and only then.
pub(super) fn similarity(a: &Bag, b: &Bag, weights: &[u32]) -> i32 {
    similarity_of(a, b, shared(a, b, weights))
}

/// The same, of bags that are known to share the weight `shared`.
pub(super) fn similarity_of(a: &Bag, b: &Bag, shared: u64) -> i32 {
    if a.text == b.text && a.text != COMPOSED {
        return WHOLE;
    }
    share(2 * shared, a.weight + b.weight).min(WHOLE - 1)
}

/// `part` of `whole` in thousandths; nothing of nothing is nothing.
pub(super) fn share(part: u64, whole: u64) -> i32 {
    (part * 1000).checked_div(whole).map_or(0, |thousandths| thousandths as i32)
}

/// What is left of a bag when the terms that another holds are taken out. It reads like no unit.
pub(super) fn remainder(bag: &Bag, taken: &Bag, weights: &[u32]) -> Bag {
    let mut left = Bag { text: COMPOSED, terms: Vec::with_capacity(bag.terms.len()), ..Bag::default() };
    let mut j = 0;
    for &(term, n) in &bag.terms {
        while taken.terms.get(j).is_some_and(|t| t.0 < term) {
            j += 1;
        }
        let gone = taken.terms.get(j).filter(|t| t.0 == term).map_or(0, |t| t.1);
        if n > gone {
            left.terms.push((term, n - gone));
            left.weight += u64::from(n - gone) * u64::from(weights[term as usize]);
        }
    }
    left
}

/// A similarity as it stands above what any two paragraphs of these texts share: 0 at the background, 1000 stays 1000.
pub(super) fn above(similarity: i32, background: i32) -> i32 {
    (similarity - background) * WHOLE / (WHOLE - background)
}

impl Terms {
    /// How alike old unit `i` and new unit `j` are.
    pub(super) fn similarity(&self, i: usize, j: usize) -> i32 {
        similarity(&self.old[i], &self.new[j], &self.weights)
    }

    /// The weight that old unit `i` and new unit `j` share.
    pub(super) fn shared(&self, i: usize, j: usize) -> u64 {
        shared(&self.old[i], &self.new[j], &self.weights)
    }
}
