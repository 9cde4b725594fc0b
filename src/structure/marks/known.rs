//! What the rest of a text says of its figures.

use rustc_hash::FxHashSet;

use super::super::document::Unit;
use super::chain::Evidence;
use super::figure::{Figure, MOST, Proof};
use crate::text::words;

/// The figures of a text among its words.
pub(super) struct Known<'a> {
    units: &'a [Unit],
    figures: &'a [Figure],
    has_note: &'a [bool; MOST + 1],
    /// The words that figures are glued to and that stand without one too.
    plain: FxHashSet<&'a str>,
}

impl<'a> Known<'a> {
    /// `has_note` says of each number whether a note of it is printed.
    pub(super) fn new(units: &'a [Unit], figures: &'a [Figure], has_note: &'a [bool; MOST + 1]) -> Self {
        let glued = figures.iter().filter(|figure| matches!(figure.proof, Proof::Word | Proof::Code));
        let wanted: FxHashSet<&str> = glued.map(|figure| word_before(units, figure)).collect();
        let all = units.iter().filter(|_| !wanted.is_empty()).flat_map(|unit| words(&unit.text, []));
        // Most words are told apart by their lengths.
        let length = |word: &str| 1_u64 << word.len().min(63);
        let lengths = wanted.iter().fold(0, |lengths, word| lengths | length(word));
        let plain = all.filter(|word| lengths & length(word) != 0 && wanted.contains(word)).collect();
        Self { units, figures, has_note, plain }
    }
}

impl Evidence for Known<'_> {
    fn has_note(&self, at: usize) -> bool {
        self.has_note[self.figures[at].value]
    }

    fn has_plain_word(&self, at: usize) -> bool {
        self.plain.contains(word_before(self.units, &self.figures[at]))
    }

    fn is_listed_with(&self, at: usize, next: usize, words: usize) -> bool {
        let (one, other) = (&self.figures[at], &self.figures[next]);
        let texts = (self.units[one.unit].text.as_str(), self.units[other.unit].text.as_str());
        let between = match other.unit - one.unit {
            0 => [&texts.0[one.end.min(other.start)..other.start], ""],
            1 => [&texts.0[one.end..], &texts.1[..other.start]],
            _ => return false,
        };
        one.apart && other.apart && between.into_iter().map(|text| words_in(text, words + 1)).sum::<usize>() <= words
    }

    fn is_behind_same_word(&self, one: usize, other: usize) -> bool {
        let word = |at: usize| word_before(self.units, &self.figures[at]);
        !word(one).is_empty() && word(one) == word(other)
    }
}

/// Drops the figures that number things of one name one after the other: "bench 2, and bench 3", "Pier1, Pier2".
pub(super) fn drop_names(units: &[Unit], figures: &mut Vec<Figure>) {
    const FEW: usize = 3;
    let is_name = |pair: &[Figure]| {
        let (one, other) = (&pair[0], &pair[1]);
        let word = word_before(units, one);
        one.unit == other.unit
            && one.value != other.value
            && one.end <= other.start
            && word.contains(char::is_alphabetic)
            && word == word_before(units, other)
            && words_in(&units[one.unit].text[one.end..other.start], FEW + 1) <= FEW
            && [one, other].iter().all(|figure| figure.proof != Proof::None)
    };
    let names: Vec<bool> = figures.windows(2).map(is_name).collect();
    let is_part = |at: usize| names.get(at) == Some(&true) || at > 0 && names[at - 1];
    let mut at = 0..;
    figures.retain(|_| at.next().is_some_and(|at| !is_part(at)));
}

/// How many words `text` has, up to `most`.
fn words_in(text: &str, most: usize) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).take(most).count()
}

/// The word before a figure, as printed.
fn word_before<'a>(units: &'a [Unit], figure: &Figure) -> &'a str {
    let head = units[figure.unit].text[..figure.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}
