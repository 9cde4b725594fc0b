//! Two stretches of text that are no units of documents, as words.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::text::{Text, Word, Wording};
use crate::language::Language;

/// The words of two stretches, with the same number for the same spelling.
pub(crate) struct LoosePair<'a> {
    texts: [&'a str; 2],
    languages: [Language; 2],
    words: [Vec<Word>; 2],
    numbers: [Vec<u32>; 2],
    spellings: usize,
}

impl<'a> LoosePair<'a> {
    pub(crate) fn of(texts: [&'a str; 2], languages: [Language; 2]) -> Self {
        let cut = [0, 1].map(|side| Text::cut(std::iter::once(texts[side]), languages[side]));
        let mut known: FxHashMap<(&str, Language), u32> = FxHashMap::default();
        let numbers = [0, 1].map(|side| {
            let number = |(_, place): (usize, std::ops::Range<usize>)| {
                let next = known.len() as u32;
                *known.entry((&texts[side][place], languages[side])).or_insert(next)
            };
            cut[side].places().map(number).collect()
        });
        let words = cut.map(|text| text.words(0).to_vec());
        Self { texts, languages, words, numbers, spellings: known.len() }
    }

    /// The numbers of spellings are smaller.
    pub(crate) fn spellings(&self) -> usize {
        self.spellings
    }

    pub(crate) fn wording(&self, side: usize) -> Wording<'_> {
        let (language, text) = (self.languages[side], self.texts[side]);
        Wording { language, text, words: Cow::Borrowed(&self.words[side]), numbers: &self.numbers[side] }
    }
}
