//! Several texts with the same number for the same spelling.

use std::borrow::Cow;
use std::sync::OnceLock;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::stems::{Stems, UnitStems};
use super::text::{Text, Wording};
use crate::language::Language;
use crate::structure::{Document, Unit};

/// The words of some documents. The documents themselves are named again wherever characters are asked for: always the same ones.
#[derive(Debug, Clone)]
pub(crate) struct Corpus {
    pub(crate) texts: Vec<Text>,
    /// For each text, the numbers of its own spellings. The same letters in two languages are two spellings.
    numbers: Vec<Vec<u32>>,
    /// All numbers are smaller.
    spellings: usize,
    stems: OnceLock<Stems>,
}

impl Corpus {
    pub(crate) fn of(documents: &[&Document]) -> Self {
        let texts: Vec<Text> = documents.par_iter().map(|document| Text::of(document)).collect();
        let mut known: [FxHashMap<&str, u32>; Language::COUNT] = Default::default();
        let mut count = 0;
        let mut numbers = Vec::with_capacity(texts.len());
        for (text, document) in texts.iter().zip(documents) {
            let known = &mut known[text.language as usize];
            let number = |spelling| {
                let next = count;
                let number = *known.entry(spelling).or_insert(next);
                count += u32::from(number == next);
                number
            };
            numbers.push(text.spellings(document).map(number).collect());
        }
        Self { texts, numbers, spellings: count as usize, stems: OnceLock::new() }
    }

    /// Two of the texts of all `documents`.
    pub(crate) fn pair<'c>(&'c self, documents: &'c [&'c Document], at: [usize; 2]) -> TextPair<'c> {
        TextPair { corpus: self, documents, at }
    }
}

/// Two of the texts: the earlier and the later.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextPair<'c> {
    corpus: &'c Corpus,
    documents: &'c [&'c Document],
    at: [usize; 2],
}

impl<'c> TextPair<'c> {
    pub(crate) fn documents(&self) -> [&'c Document; 2] {
        self.at.map(|at| self.documents[at])
    }

    pub(crate) fn unit(&self, side: usize, unit: usize) -> &'c Unit {
        &self.documents[self.at[side]].units[unit]
    }

    /// The numbers of spellings are smaller.
    pub(crate) fn spellings(&self) -> usize {
        self.corpus.spellings
    }

    fn all_stems(&self) -> &'c Stems {
        let Corpus { texts, numbers, spellings, stems } = self.corpus;
        stems.get_or_init(|| Stems::of(texts, self.documents, numbers, *spellings))
    }

    /// How many stems there are, and how many pairs of neighbouring stems.
    pub(crate) fn stem_counts(&self) -> [usize; 2] {
        let stems = self.all_stems();
        [stems.count, stems.pair_count]
    }

    pub(crate) fn stems(&self, side: usize, unit: usize) -> UnitStems<'c> {
        self.all_stems().unit(self.at[side], unit)
    }

    /// The number of a unit's printed label, without what may differ in print: "12." is "12", "(A)" is "a". None for preambular
    /// paragraphs, which have none.
    pub(crate) fn label(&self, side: usize, unit: usize) -> Option<u32> {
        self.all_stems().label(self.at[side], unit)
    }

    /// The number of the innermost heading above a unit.
    pub(crate) fn section(&self, side: usize, unit: usize) -> Option<u32> {
        self.all_stems().section(self.at[side], unit)
    }

    /// Whether both labels are printed and the same.
    pub(crate) fn same_label(&self, old: usize, new: usize) -> bool {
        self.label(0, old).is_some_and(|label| Some(label) == self.label(1, new))
    }

    /// Units of one side as one text, a unit a line.
    pub(crate) fn joined(&self, side: usize, units: &[usize]) -> Cow<'c, str> {
        let text = |unit: &usize| self.unit(side, *unit).text.as_str();
        match units {
            [one] => Cow::Borrowed(text(one)),
            _ => Cow::Owned(units.iter().map(text).collect::<Vec<_>>().join("\n")),
        }
    }

    /// The words of these units of one side, whose [joined](Self::joined) text is `joined`.
    pub(crate) fn wording<'w>(&self, side: usize, units: &[usize], joined: &'w str) -> Wording<'w>
    where
        'c: 'w,
    {
        let at = self.at[side];
        let text = &self.corpus.texts[at];
        let words = match units {
            [one] => Cow::Borrowed(text.words(*one)),
            _ => Cow::Owned(text.words_of(self.documents[at], units)),
        };
        Wording { language: text.language, text: joined, words, numbers: &self.corpus.numbers[at] }
    }
}
