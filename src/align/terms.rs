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
//! another order count for less. Logarithms are taken in sixteenths of a bit from integers: the same on every machine.
//! A figure also stands for any figure, a month for any month: "38th meeting, 26 September 2019" is like "35th meeting, 12 July 2021".
//!
//! Cost: linear in the words of both texts.

use rustc_hash::FxHashMap;

use crate::prepare::{Stem, TextPair, UnitStems};

/// Sixteenths of a bit: what a function word weighs, against some 80 for a word that stands once in each of two long texts.
const FUNCTION_WEIGHT: u32 = 4;
/// The least that any other word weighs, however common.
const CONTENT_WEIGHT: u32 = 8;
/// Words that open a paragraph: the verb with its adverbs, and what it is about.
const OPENING: usize = 14;

/// The reading of a bag that is no unit: one made of several, or what is left of one. It equals no other, not even itself.
pub(super) const COMPOSED: u32 = u32::MAX;

/// One unit as the alignment sees it.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    /// Every word in order, as stems.
    pub(super) words: Vec<u32>,
    /// The words that open it, each once, in ascending order; none of a paragraph that is all opening.
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
    /// Whether each term is a figure, a number in words or a month, or a pair with one: what dates and symbols are made of.
    pub(super) is_figure: Vec<bool>,
}

/// The terms of two texts, numbered in the order in which they are first met there: no number hangs on other texts.
struct Vocabulary {
    /// For each number of a stem in the corpus, and of a pair of stems, the term; [`NONE`] where it was not met yet.
    stems: Vec<u32>,
    pairs: Vec<u32>,
    texts: FxHashMap<u32, u32>,
    /// For each term, its own parts: `(stem, stem)`.
    parts: Vec<(u32, u32)>,
    function: Vec<bool>,
    figure: Vec<bool>,
}

const NONE: u32 = u32::MAX;

impl Terms {
    /// The bags of these units on both sides, in their order.
    pub(super) fn of(pair: TextPair<'_>, units: [&[usize]; 2]) -> Self {
        let mut vocabulary = Vocabulary::of(pair);
        let mut old: Vec<Bag> = units[0].iter().map(|&unit| vocabulary.bag(pair.stems(0, unit))).collect();
        // Most new paragraphs stand word for word in the old text.
        let [before, after] = pair.documents();
        let is_one_language = before.language == after.language;
        let of_old: FxHashMap<u32, usize> =
            units[0].iter().enumerate().filter(|_| is_one_language).map(|(i, &unit)| (pair.stems(0, unit).text, i)).collect();
        let bag = |&unit: &usize| {
            let stems = pair.stems(1, unit);
            of_old.get(&stems.text).map_or_else(|| vocabulary.bag(stems), |&i| old[i].clone())
        };
        let mut new: Vec<Bag> = units[1].iter().map(bag).collect();
        let holders = vocabulary.holders(old.iter().chain(&new));
        let weights = vocabulary.weights(&holders, old.len() + new.len());
        for bag in old.iter_mut().chain(&mut new) {
            bag.weight = weigh(&bag.terms, &weights);
        }
        Self { old, new, weights, holders, is_figure: vocabulary.figure }
    }
}

impl Vocabulary {
    fn of(pair: TextPair<'_>) -> Self {
        let [stems, pairs] = pair.stem_counts();
        let parts = Vec::with_capacity(stems + pairs);
        let [function, figure] = [(); 2].map(|()| Vec::with_capacity(stems + pairs));
        Self { stems: vec![NONE; stems], pairs: vec![NONE; pairs], texts: FxHashMap::default(), parts, function, figure }
    }

    fn bag(&mut self, of: UnitStems<'_>) -> Bag {
        let fresh = self.parts.len() as u32;
        let mut words = Vec::with_capacity(of.words.len());
        let mut classes = vec![];
        for Stem { number, kind, is_function, is_count } in of.words {
            let any = kind.stem();
            words.push(self.stem(*number, *is_function, *is_count || any.is_some()));
            classes.extend(any.map(|any| self.stem(any, false, true)));
        }
        let pairs: Vec<u32> =
            of.pairs.iter().zip(words.windows(2)).map(|(&pair, two)| self.pair(pair, (two[0], two[1]))).collect();
        // Terms that this unit brings are counted in their places; only those known before must be sorted.
        let mut known = Vec::with_capacity(2 * words.len());
        let mut brought = vec![0_u32; self.parts.len() - fresh as usize];
        for &term in classes.iter().chain(&words).chain(&pairs) {
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
        let text = *self.texts.entry(of.reading).or_insert(next);
        Bag { opening: opening(&words), words, pairs, terms, weight: 0, text }
    }

    fn stem(&mut self, number: u32, is_function: bool, is_figure: bool) -> u32 {
        let term = &mut self.stems[number as usize];
        if *term == NONE {
            *term = self.parts.len() as u32;
            self.parts.push((*term, *term));
            self.function.push(is_function);
            self.figure.push(is_figure);
        }
        *term
    }

    fn pair(&mut self, number: u32, parts: (u32, u32)) -> u32 {
        let term = &mut self.pairs[number as usize];
        if *term == NONE {
            *term = self.parts.len() as u32;
            self.parts.push(parts);
            self.function.push(false);
            let is_figure = self.figure[parts.0 as usize] || self.figure[parts.1 as usize];
            self.figure.push(is_figure);
        }
        *term
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

pub(super) fn opening(words: &[u32]) -> Vec<u32> {
    let mut opening = words.get(..OPENING).unwrap_or_default().to_vec();
    opening.sort_unstable();
    opening.dedup();
    opening
}

/// The base-two logarithm of `n` in sixteenths, read off between powers of two by a straight line; 0 for 0 and 1.
pub(super) fn log2_sixteenths(n: u64) -> i32 {
    let n = n.max(1);
    let whole = n.ilog2();
    // At most 63 · 16 + 15.
    i32::try_from(whole * 16).unwrap_or(i32::MAX) + (((n << 4) >> whole) & 15) as i32
}
