//! What a citing paragraph shares with the paragraphs of the text that it cites.
//!
//! A word weighs as much as it is rare in the cited text, so that "States" counts for little and "moratorium" for much. The parts of a paragraph are
//! its own. `O(words of the cited text)` for each citation.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::Language;
use crate::structure::{Document, Kind};
use crate::text::fold;

/// How many words that carry meaning two paragraphs share.
pub(super) fn shared_words(one: &str, other: &str, language: Language) -> usize {
    words(one, language).intersection(&words(other, language)).count()
}

/// The likeness of `citing` to each operative paragraph of `document`, by its unit, and to all of them together.
pub(super) fn likeness(citing: &str, document: &Document) -> (BTreeMap<usize, usize>, usize) {
    /// A word in one paragraph alone is not worth more.
    const RAREST: usize = 16;
    let mut paragraphs: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for unit in &document.units {
        current = match unit.kind {
            Kind::Operative => Some(unit.index),
            Kind::Subparagraph => current,
            _ => None,
        };
        if let Some(at) = current {
            paragraphs.entry(at).or_default().extend(words(&unit.text, document.language));
        }
    }
    let citing = words(citing, document.language);
    let count = |word: &String| paragraphs.values().filter(|words| words.contains(word)).count();
    let weight = |many: usize| (paragraphs.len() / many).min(RAREST) - 1;
    let weights: BTreeMap<&String, usize> = citing
        .iter()
        .map(|word| (word, count(word)))
        .filter(|(_, many)| *many > 0)
        .map(|(word, many)| (word, weight(many)))
        .collect();
    let weigh =
        |words: &BTreeSet<String>| weights.iter().filter(|(word, _)| words.contains(**word)).map(|(_, weight)| weight).sum();
    (paragraphs.iter().map(|(at, words)| (*at, weigh(words))).collect(), weights.values().sum())
}

/// The words of `text` that carry meaning, each once, by their stem.
fn words(text: &str, language: Language) -> BTreeSet<String> {
    const SHORT: usize = 3;
    const STEM: usize = 7;
    let folded = fold(text);
    let is_content = |word: &&str| word.chars().count() > SHORT && !language.lexicon().function_words.contains(word);
    folded.split(|c: char| !c.is_alphabetic()).filter(is_content).map(|word| word.chars().take(STEM).collect()).collect()
}
