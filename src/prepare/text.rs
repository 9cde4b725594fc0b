//! One document as words.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::language::Language;
use crate::structure::Document;
use crate::text::{TokenKind, tokens_into};

/// A token that is not white space.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    start: u32,
    end: u32,
    /// What a reader takes it for.
    pub(crate) kind: TokenKind,
    /// Its number among the spellings of its text.
    pub(crate) spelling: u32,
}

impl Word {
    /// Where it stands, in bytes of its unit or wording.
    pub(crate) fn place(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The units of one document, each as its words. It knows places, not characters: those are asked of the document itself.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) language: Language,
    /// The words of all units.
    words: Vec<Word>,
    /// Where those of each unit begin; one more at the end.
    starts: Vec<u32>,
    /// Where each spelling stands first: its unit, and bytes there.
    spellings: Vec<(u32, u32, u32)>,
}

impl Text {
    pub(crate) fn of(document: &Document) -> Self {
        Self::cut(document.units.iter().map(|unit| unit.text.as_str()), document.language)
    }

    /// The same of any texts in a row.
    pub(super) fn cut<'t>(texts: impl Iterator<Item = &'t str> + Clone, language: Language) -> Self {
        let letters: usize = texts.clone().map(str::len).sum();
        let (mut words, mut starts, mut spellings) = (Vec::with_capacity(letters / 5), vec![0], vec![]);
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut tokens = vec![];
        for (unit, text) in (0..).zip(texts) {
            let mut start = 0;
            tokens_into(text, &mut tokens);
            for token in &tokens {
                let end = start + token.text.len() as u32;
                if token.kind != TokenKind::Space {
                    let spelling = *numbers.entry(token.text).or_insert_with(|| {
                        spellings.push((unit, start, end));
                        spellings.len() as u32 - 1
                    });
                    words.push(Word { start, end, kind: token.kind, spelling });
                }
                start = end;
            }
            starts.push(words.len() as u32);
        }
        Self { language, words, starts, spellings }
    }

    /// The words of a unit.
    pub(crate) fn words(&self, unit: usize) -> &[Word] {
        &self.words[self.starts[unit] as usize..self.starts[unit + 1] as usize]
    }

    /// Each spelling once, by its number. `document` is what this is the text of.
    pub(crate) fn spellings<'d>(&self, document: &'d Document) -> impl ExactSizeIterator<Item = &'d str> {
        self.places().map(|(unit, place)| &document.units[unit].text[place])
    }

    /// Where each spelling stands first: its unit, and bytes there.
    pub(super) fn places(&self) -> impl ExactSizeIterator<Item = (usize, Range<usize>)> {
        self.spellings.iter().map(|&(unit, start, end)| (unit as usize, start as usize..end as usize))
    }

    /// The words of several units of `document`, one a line.
    pub(super) fn words_of(&self, document: &Document, units: &[usize]) -> Vec<Word> {
        let mut words = vec![];
        let mut before = 0;
        for &unit in units {
            let moved = |word: &Word| Word { start: before + word.start, end: before + word.end, ..*word };
            words.extend(self.words(unit).iter().map(moved));
            before += document.units[unit].text.len() as u32 + 1;
        }
        words
    }
}

/// A unit, or several one a line, with its words.
#[derive(Debug, Clone)]
pub(crate) struct Wording<'w> {
    pub(crate) language: Language,
    pub(crate) text: &'w str,
    pub(crate) words: Cow<'w, [Word]>,
    /// For each spelling of the text that the words are of, its number in the corpus.
    pub(crate) numbers: &'w [u32],
}
