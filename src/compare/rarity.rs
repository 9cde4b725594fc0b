//! How rare the words of two texts are: what two paragraphs share tells something only where others do not share it.
//!
//! ```text
//! 80 units   "requests" in 40 of them   1      "trafficking" in 2   25
//! ```

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::language::{Language, Lexicon};
use crate::text::words;

/// In how many units of both texts each word stands.
#[derive(Debug)]
pub(super) struct Rarity {
    units: u32,
    standing: FxHashMap<String, u32>,
    language: Language,
}

impl Rarity {
    /// Of the texts of all units, in `language`, whose opening verbs and function words weigh nothing.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>, language: Language) -> Self {
        let (mut units, mut standing) = (0, FxHashMap::default());
        for text in texts {
            units += 1;
            for word in each(text) {
                *standing.entry(word).or_default() += 1;
            }
        }
        Self { units, standing, language }
    }

    /// The squares of the inverse document frequencies of the words of `passage`, in whole logarithms of two, added up: some rare words
    /// weigh more than many common ones.
    pub(super) fn weight(&self, passage: &str) -> u32 {
        let Lexicon { function_words, operative, preambular, .. } = self.language.lexicon();
        let is_telling = |word: &&String| ![function_words, operative, preambular].iter().any(|list| list.contains(word));
        let standing = |word: &String| self.standing.get(word).copied().unwrap_or(1);
        each(passage)
            .iter()
            .filter(is_telling)
            .map(|word| (self.units / standing(word)).checked_ilog2().unwrap_or(0).pow(2))
            .sum()
    }
}

/// The words of `text`, each once.
fn each(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    words(&lower, []).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_rare_words_weigh_more_than_many_common_ones() {
        let common = std::iter::repeat_n("Requests the Bureau to report to the Assembly on", 16);
        let rarity = Rarity::of(common.chain(["Requests the Bureau to report to the Assembly on stolen anchors"]), Language::En);
        assert!(rarity.weight("stolen anchors") > rarity.weight("Requests the Bureau to report to the Assembly on"));
        assert_eq!(rarity.weight("Encourages"), 0);
    }
}
