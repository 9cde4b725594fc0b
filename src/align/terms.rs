//! What a paragraph is about, as whole numbers: its words and pairs of words, the rare ones heavy.
//!
//! ```text
//! Decides to remain actively seized of the matter.
//!         ^^ remain ^^^^^^^^^^^^^^^ ^^ ^^^ matter     function words weigh next to nothing
//!                  seized                             in every text of the body: light
//! Welcomes the Nairobi Declaration
//!              ^^^^^^^ ^^^^^^^^^^^                    in two paragraphs of a hundred: heavy
//! ```
//!
//! A word weighs what it tells: the base-two logarithm of how few paragraphs of both texts hold it (inverse document frequency,
//! Sparck Jones 1972). Pairs of neighbouring words weigh the mean of their words and stand beside them, so that the same words in
//! another order count for less. Logarithms are taken in sixteenths of a bit from integers: the same on every machine. Endings are
//! cut (`Recalling`, `Recalls` and `Recalled` are one term), since a paragraph that leaves the preamble changes its verb's ending.
//! A figure also stands for any figure, a month for any month: "38th meeting, 26 September 2019" is like "35th meeting, 12 July 2021".
//!
//! Cost: linear in the words of both texts.

use rustc_hash::FxHashMap;

use super::opening::opening;
use crate::language::Language;
use crate::structure::Unit;
use crate::text::{fold, words};

/// Sixteenths of a bit: what a function word weighs, against some 80 for a word that stands once in each of two long texts.
const FUNCTION_WEIGHT: u32 = 4;
/// The least that any other word weighs, however common.
const CONTENT_WEIGHT: u32 = 8;
/// Letters of a word that count; the rest is taken for its ending (prefix stemming, `McNamee` and Mayfield 2004).
const STEM: usize = 6;

/// The reading of a bag that is no unit: one made of several, or what is left of one. It equals no other, not even itself.
pub(super) const COMPOSED: u32 = u32::MAX;

/// One unit as the alignment sees it.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    /// Every word in order, as stems.
    pub(super) words: Vec<u32>,
    /// The words that open it.
    pub(super) opening: Vec<u32>,
    /// Every pair of neighbouring words in order, as terms.
    pub(super) pairs: Vec<u32>,
    /// Terms (stems and pairs of stems) in ascending order, each with how often it stands.
    pub(super) terms: Vec<(u32, u32)>,
    /// The weights of all terms together.
    pub(super) weight: u64,
    /// The folded text: equal for units that read the same.
    pub(super) text: u32,
}

impl Bag {
    /// The terms of several bags in one. It reads like no unit.
    pub(super) fn together<'a>(bags: impl Iterator<Item = &'a Self>, weights: &[u32]) -> Self {
        let mut all: Vec<(u32, u32)> = bags.flat_map(|bag| bag.terms.iter().copied()).collect();
        all.sort_unstable();
        let terms: Vec<(u32, u32)> =
            all.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, same.iter().map(|t| t.1).sum())).collect();
        Self { weight: weigh(&terms, weights), terms, text: COMPOSED, ..Self::default() }
    }
}

fn weigh(terms: &[(u32, u32)], weights: &[u32]) -> u64 {
    terms.iter().map(|&(term, n)| u64::from(weights[term as usize]) * u64::from(n)).sum()
}

/// The bags of two documents, over one vocabulary.
#[derive(Debug, Default)]
pub(super) struct Terms {
    pub(super) old: Vec<Bag>,
    pub(super) new: Vec<Bag>,
    /// What each term weighs.
    pub(super) weights: Vec<u32>,
    /// How many units of both texts hold each term.
    pub(super) holders: Vec<u32>,
}

/// What a new unit says.
enum Reading {
    /// Word for word what this old one says, as most do.
    AsOld(usize),
    Folded(String),
}

#[derive(Default)]
struct Vocabulary<'a> {
    /// For each word as it stands, folded, the terms that it is: its stem, and what it stands for.
    words: [FxHashMap<&'a str, (u32, Option<u32>)>; Language::COUNT],
    stems: FxHashMap<&'a str, u32>,
    pairs: FxHashMap<(u32, u32), u32>,
    texts: FxHashMap<&'a str, u32>,
    /// For each term, its own parts: `(stem, stem)`.
    parts: Vec<(u32, u32)>,
    function: Vec<bool>,
}

impl Terms {
    /// The bags of the units on both sides, in their order.
    pub(super) fn of(old: &[&Unit], new: &[&Unit], languages: [Language; 2]) -> Self {
        let letters: usize = old.iter().chain(new).map(|unit| unit.text.len()).sum();
        let places: FxHashMap<&str, usize> = old.iter().enumerate().map(|(i, unit)| (unit.text.as_str(), i)).collect();
        let reading = |unit: &&Unit| match places.get(unit.text.as_str()) {
            Some(&i) if languages[0] == languages[1] => Reading::AsOld(i),
            _ => Reading::Folded(fold(&unit.text)),
        };
        let old_texts: Vec<String> = old.iter().map(|unit| fold(&unit.text)).collect();
        let new_texts: Vec<Reading> = new.iter().map(reading).collect();
        let mut vocabulary = Vocabulary::default();
        // Of the two texts about every third pair of words is new, and a word has some six letters.
        vocabulary.pairs.reserve(letters / 18);
        vocabulary.parts.reserve(letters / 12);
        vocabulary.function.reserve(letters / 12);
        let mut old: Vec<Bag> = old_texts.iter().map(|text| vocabulary.bag(text, languages[0])).collect();
        let bag = |text| match text {
            &Reading::AsOld(i) => old[i].clone(),
            Reading::Folded(text) => vocabulary.bag(text, languages[1]),
        };
        let mut new: Vec<Bag> = new_texts.iter().map(bag).collect();
        let holders = vocabulary.holders(old.iter().chain(&new));
        let weights = vocabulary.weights(&holders, old.len() + new.len());
        for bag in old.iter_mut().chain(&mut new) {
            bag.weight = weigh(&bag.terms, &weights);
        }
        Self { old, new, weights, holders }
    }
}

impl<'a> Vocabulary<'a> {
    fn bag(&mut self, folded: &'a str, language: Language) -> Bag {
        let fresh = self.parts.len() as u32;
        let mut stems = Vec::with_capacity(folded.len() / 6);
        let mut classes = vec![];
        for word in words(folded, []) {
            let (stem, class) = self.word(word, language);
            stems.push(stem);
            classes.extend(class);
        }
        let pairs: Vec<u32> = stems.windows(2).map(|w| self.pair(w[0], w[1])).collect();
        // Terms that this unit brings are counted in their places; only those known before must be sorted.
        let mut known = Vec::with_capacity(2 * stems.len());
        let mut brought = vec![0_u32; self.parts.len() - fresh as usize];
        for &term in classes.iter().chain(&stems).chain(&pairs) {
            match term.checked_sub(fresh) {
                Some(at) => brought[at as usize] += 1,
                None => known.push(term),
            }
        }
        known.sort_unstable();
        let mut terms: Vec<(u32, u32)> = Vec::with_capacity(known.len() + brought.len());
        for term in known {
            match terms.last_mut() {
                Some((last, n)) if *last == term => *n += 1,
                _ => terms.push((term, 1)),
            }
        }
        terms.extend((fresh..).zip(brought));
        let next = self.texts.len() as u32;
        let opening = opening(&stems);
        Bag { words: stems, opening, pairs, terms, weight: 0, text: *self.texts.entry(folded).or_insert(next) }
    }

    /// The stem of a word, and the term that it stands for.
    fn word(&mut self, word: &'a str, language: Language) -> (u32, Option<u32>) {
        if let Some(&known) = self.words[language as usize].get(word) {
            return known;
        }
        let known = (self.stem(word, language), class(word, language).map(|class| self.stem(class, language)));
        self.words[language as usize].insert(word, known);
        known
    }

    fn stem(&mut self, word: &'a str, language: Language) -> u32 {
        let function = language.lexicon().function_words.contains(word);
        let end = match word.char_indices().nth(STEM) {
            // A number has no ending.
            Some((end, _)) if !word.contains(|c: char| c.is_ascii_digit()) => end,
            _ => word.len(),
        };
        if let Some(&term) = self.stems.get(&word[..end]) {
            return term;
        }
        let term = self.parts.len() as u32;
        self.parts.push((term, term));
        self.function.push(function);
        self.stems.insert(&word[..end], term);
        term
    }

    fn pair(&mut self, first: u32, second: u32) -> u32 {
        let next = self.parts.len() as u32;
        let term = *self.pairs.entry((first, second)).or_insert(next);
        if term == next {
            self.parts.push((first, second));
            self.function.push(false);
        }
        term
    }

    fn holders<'b>(&self, bags: impl Iterator<Item = &'b Bag>) -> Vec<u32> {
        let mut holders = vec![0; self.parts.len()];
        for bag in bags {
            for &(term, _) in &bag.terms {
                holders[term as usize] += 1;
            }
        }
        holders
    }

    fn weights(&self, holders: &[u32], units: usize) -> Vec<u32> {
        let word = |stem: u32| {
            if self.function[stem as usize] {
                return FUNCTION_WEIGHT;
            }
            let told = log2_sixteenths(units as u64 + 1) - log2_sixteenths(holders[stem as usize].into());
            CONTENT_WEIGHT.max(told.unsigned_abs())
        };
        self.parts.iter().map(|&(a, b)| u32::midpoint(word(a), word(b))).collect()
    }
}

/// What a word stands for when its own letters do not matter: a figure, a month.
fn class(word: &str, language: Language) -> Option<&'static str> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(if word.len() == 4 { "#year" } else { "#figure" });
    }
    language.lexicon().months.contains(&word).then_some("#month")
}

/// The base-two logarithm of `n` in sixteenths, read off between powers of two by a straight line; 0 for 0 and 1.
pub(super) fn log2_sixteenths(n: u64) -> i32 {
    let n = n.max(1);
    let whole = n.ilog2();
    // At most 63 · 16 + 15.
    i32::try_from(whole * 16).unwrap_or(i32::MAX) + (((n << 4) >> whole) & 15) as i32
}
