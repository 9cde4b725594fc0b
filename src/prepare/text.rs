//! One document as words.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::language::Language;
use crate::structure::Document;
use crate::text::{TokenKind, tokens};

/// A token that is not white space, in one of the units of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// Bytes of the unit's text before it.
    pub(crate) start: u32,
    /// Bytes up to its end.
    pub(crate) end: u32,
    /// What a reader takes it for.
    pub(crate) kind: TokenKind,
    /// Its number among the spellings of this text, or of this pair of texts.
    pub(crate) spelling: u32,
}

impl Word {
    /// Where it stands in the unit's text.
    pub(crate) fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The units of one document, each as its words.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    pub(crate) language: Language,
    /// The texts of the units.
    pub(crate) units: Vec<&'a str>,
    /// The words of all units.
    words: Vec<Word>,
    /// Where those of each unit begin; one more at the end.
    starts: Vec<u32>,
    /// Each spelling once.
    pub(crate) spellings: Vec<&'a str>,
}

impl<'a> Text<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        Self::cut(document.units.iter().map(|unit| unit.text.as_str()), document.language)
    }

    /// These units of a text in this language.
    pub(crate) fn cut(units: impl Iterator<Item = &'a str>, language: Language) -> Self {
        let units: Vec<&str> = units.collect();
        let letters: usize = units.iter().map(|unit| unit.len()).sum();
        let (mut words, mut starts, mut spellings) = (Vec::with_capacity(letters / 5), vec![0], vec![]);
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        for unit in &units {
            let mut start = 0;
            for token in tokens(unit) {
                let end = start + token.text.len() as u32;
                if token.kind != TokenKind::Space {
                    let spelling = *numbers.entry(token.text).or_insert_with(|| {
                        spellings.push(token.text);
                        spellings.len() as u32 - 1
                    });
                    words.push(Word { start, end, kind: token.kind, spelling });
                }
                start = end;
            }
            starts.push(words.len() as u32);
        }
        Self { language, units, words, starts, spellings }
    }

    /// The words of unit `unit`.
    pub(crate) fn words(&self, unit: usize) -> &[Word] {
        &self.words[self.starts[unit] as usize..self.starts[unit + 1] as usize]
    }
}

/// Some units in a row, one a line, with their words.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) language: Language,
    pub(crate) text: &'a str,
    /// In bytes of `text`.
    pub(crate) words: Cow<'a, [Word]>,
    /// For each spelling of the words its number among those of both texts.
    pub(crate) numbers: &'a [u32],
}
