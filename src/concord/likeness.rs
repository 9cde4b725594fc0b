//! How alike paragraphs of two languages are, from what both say.
//!
//! ```text
//! Welcomes the painting of 23 lamps along the north quay          fact 23 · number 23 · lamp  · quay …
//! Se félicite de la peinture de 23 lampes le long du quai …     fact 23 · number 23 · lampe · quai …
//! ```
//!
//! Signs that stand in both versions are counted; each weighs more the fewer paragraphs have it (as in Church and Gale, "Inverse document
//! frequency", 1995), and facts more than words. The likeness is twice the shared weight over the whole (Dice). Length is asked as in Gale
//! and Church, "A program for aligning sentences in bilingual corpora" (1993), in steps. All points are whole numbers. `O(signs)` a pair.

use rustc_hash::FxHashMap;

use super::version::{Sign, Version};
use crate::structure::{Kind, Unit};
use crate::text::label::roman_value;

/// Points of the alignment, chosen on half of 99 resolutions in two languages and held against the other half (docs/concord.md).
pub(super) mod points {
    /// A likeness of one is worth so much.
    pub(in crate::concord) const ALIKE: i64 = 3_000;
    /// One number in both versions, or two that differ.
    pub(in crate::concord) const SAME_NUMBER: i64 = 250;
    pub(in crate::concord) const OTHER_NUMBER: i64 = -100;
    /// As many sub-paragraphs, or not.
    pub(in crate::concord) const SAME_CHILDREN: i64 = 60;
    pub(in crate::concord) const OTHER_CHILDREN: i64 = -60;
    /// A paragraph without a partner.
    pub(in crate::concord) const ALONE: i64 = -150;
    /// Two paragraphs that are one in the other version, beside what they are alike.
    pub(in crate::concord) const JOINED: i64 = -330;
    /// The same of two that have numbers of their own.
    pub(in crate::concord) const JOINED_NUMBERS: i64 = -700;
    /// The same of a paragraph and its first part, which some printers set in one block.
    pub(in crate::concord) const JOINED_PART: i64 = -200;
    /// Two neighbours that changed places.
    pub(in crate::concord) const SWAPPED: i64 = -300;
    /// Two paragraphs elsewhere are one only from here on, in thousandths of likeness.
    pub(in crate::concord) const MOVED: i64 = 400;
    /// Paragraphs that are less alike, in thousandths, are no evidence that the texts are translations.
    pub(in crate::concord) const EVIDENCE: i64 = 150;
    /// Texts in two scripts are believed to be translations where so many of a hundred paragraphs share figures and symbols.
    pub(in crate::concord) const THIRD: usize = 33;
}

/// A paragraph as its signs: the number of each and its weight, ascending.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    signs: Vec<(u32, u32)>,
    weight: u32,
    characters: usize,
}

impl Bag {
    fn new(signs: Vec<(u32, u32)>, characters: usize) -> Self {
        let weight = signs.iter().map(|&(_, weight)| weight).sum();
        Self { signs, weight, characters }
    }

    /// Several paragraphs as one.
    pub(super) fn joined<'b>(bags: impl IntoIterator<Item = &'b Self>) -> Self {
        let (mut signs, mut characters) = (vec![], 0);
        for bag in bags {
            signs.extend(&bag.signs);
            characters += bag.characters;
        }
        signs.sort_unstable();
        signs.dedup_by(|(sign, weight), (known, sum)| {
            let is_same = sign == known;
            *sum += if is_same { *weight } else { 0 };
            is_same
        });
        Self::new(signs, characters)
    }

    /// Twice the shared weight over the whole, in thousandths.
    pub(super) fn likeness(&self, other: &Self) -> i64 {
        // A little of nothing is no evidence: a short paragraph must share more of itself.
        const LEAST: u32 = 12;
        let (mut at, mut shared) = (0, 0);
        for &(sign, weight) in &self.signs {
            while other.signs.get(at).is_some_and(|&(known, _)| known < sign) {
                at += 1;
            }
            if let Some(&(known, others)) = other.signs.get(at)
                && known == sign
            {
                shared += weight.min(others);
            }
        }
        i64::from(2_000 * shared / (self.weight + other.weight).max(LEAST))
    }

    /// What unlike lengths take away, where a language is `longer` than the other by so many thousandths.
    fn of_length(&self, other: &Self, longer: usize) -> i64 {
        const GRACE: usize = 25;
        let is_like = (700..=1_400).contains(&longer);
        // Where one script says in a third of the characters what the other says, a heading is short in both.
        let one = if is_like { (self.characters + GRACE) * longer / 1_000 } else { self.characters * longer / 1_000 + GRACE };
        let other = other.characters + GRACE;
        match 10 * one.max(other) / one.min(other).max(1) {
            ..13 => 0,
            13..15 => -50,
            15..18 => -120,
            18..25 => -250,
            25..40 => -500,
            _ => -900,
        }
    }
}

/// How much longer the second version is than the first, in thousandths: French is longer than English.
pub(super) fn longer(bags: &[Vec<Bag>; 2], is_one_script: bool) -> usize {
    // A Chinese text has a third of the characters of an English one.
    let (least, most) = if is_one_script { (700, 1_400) } else { (200, 5_000) };
    let [one, other] = bags.each_ref().map(|bags| bags.iter().map(|bag| bag.characters).sum::<usize>());
    (1_000 * other).checked_div(one).unwrap_or(1_000).clamp(least, most)
}

/// The paragraphs of both versions as bags.
pub(super) fn bags(versions: [&Version<'_>; 2]) -> [Vec<Bag>; 2] {
    let signs = versions.map(|version| version.paragraphs.iter().map(|&unit| version.signs(unit)).collect::<Vec<_>>());
    // In how many paragraphs of each version a sign stands.
    let mut known: FxHashMap<&Sign, [u32; 2]> = FxHashMap::default();
    for (side, paragraphs) in signs.iter().enumerate() {
        for sign in paragraphs.iter().flat_map(FxHashMap::keys) {
            known.entry(sign).or_default()[side] += 1;
        }
    }
    let mut shared: Vec<(&Sign, [u32; 2])> =
        known.into_iter().filter(|(_, counts)| counts.iter().all(|&count| count > 0)).collect();
    shared.sort_unstable();
    let many = signs.iter().map(|paragraphs| paragraphs.len() as u32).max().unwrap_or_default();
    let weights: FxHashMap<&Sign, (u32, u32)> = (0..)
        .zip(shared)
        .map(|(number, (sign, counts))| (sign, (number, weight(sign, many, counts[0].max(counts[1])))))
        .collect();
    let bag = |side: usize, paragraph: usize| {
        let version = versions[side];
        let mut own: Vec<(u32, u32)> = signs[side][paragraph]
            .iter()
            .filter_map(|(sign, count)| weights.get(sign).map(|&(number, weight)| (number, weight * count)))
            .collect();
        own.sort_unstable();
        Bag::new(own, version.unit(version.paragraphs[paragraph]).text.chars().count())
    };
    [0, 1].map(|side| (0..versions[side].paragraphs.len()).map(|paragraph| bag(side, paragraph)).collect())
}

/// Rare signs weigh more: one that stands in every paragraph 1, one of a single paragraph of a hundred 7.
fn weight(sign: &Sign, many: u32, count: u32) -> u32 {
    let rarity = (2 * many / count.max(1)).max(1).ilog2().max(1);
    match sign {
        Sign::Fact(..) => 2 * rarity,
        _ => rarity,
    }
}

/// How well two paragraphs fit beside their words: kind, number, sub-paragraphs.
pub(super) fn fits([one, other]: [&Version<'_>; 2], units: [usize; 2], numbers: bool) -> i64 {
    let (left, right) = (one.unit(units[0]), other.unit(units[1]));
    let number = match (numbers, number(left), number(right)) {
        (true, Some(one), Some(other)) if one == other => points::SAME_NUMBER,
        (true, Some(_), Some(_)) => points::OTHER_NUMBER,
        _ => 0,
    };
    let children = match (one.children[units[0]], other.children[units[1]]) {
        (0, 0) => 0,
        (one, other) if one == other => points::SAME_CHILDREN,
        _ => points::OTHER_CHILDREN,
    };
    of_kinds(left.kind, right.kind) + number + children
}

fn of_kinds(one: Kind, other: Kind) -> i64 {
    use Kind::{Annex, Heading, Operative, Preambular};
    match (one, other) {
        _ if one == other => 0,
        (Operative, Preambular) | (Preambular, Operative) => -300,
        (Heading, Annex) | (Annex, Heading) => -100,
        _ => -400,
    }
}

/// How well the words and lengths of two paragraphs fit.
pub(super) fn alike(one: &Bag, other: &Bag, longer: usize) -> i64 {
    one.likeness(other) * points::ALIKE / 1_000 + one.of_length(other, longer)
}

/// The number of a numbered or lettered paragraph: 12 of "12.", 2 of "(b)" and of "ii)". None of "12 bis" and of recitals.
pub(super) fn number(unit: &Unit) -> Option<u32> {
    let number = unit.number.as_deref().filter(|_| unit.label.is_some() && unit.kind != Kind::Preambular)?;
    match number.as_bytes() {
        [letter @ b'a'..=b'z'] if unit.kind == Kind::Subparagraph && !is_roman(unit) => Some(u32::from(letter - b'a' + 1)),
        _ => number.parse().ok().or_else(|| roman_value(number)),
    }
}

/// "i" under a lettered part is one, not the ninth letter.
fn is_roman(unit: &Unit) -> bool {
    unit.id.matches('(').count() > 1
}
