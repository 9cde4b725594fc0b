//! A paragraph as the words, figures and marks that facts are read from.
//!
//! The [tokens](crate::text::tokens) without white space, each with its place; what is looked for beyond the end is an empty word.

use std::borrow::Cow;

use crate::language::{FactWords, Language, may_be_ordinal};
use crate::text::lower;
use crate::text::{TokenKind, tokens};

use super::words::begins;

/// A token that is not white space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) kind: TokenKind,
    /// Where it begins, in bytes of the paragraph.
    pub(super) start: usize,
}

/// The words of one paragraph.
pub(super) struct Row<'a> {
    pub(super) language: Language,
    pub(super) known: &'static FactWords,
    pub(super) words: Vec<Word<'a>>,
    /// The words in small letters, a typographic apostrophe as a plain one.
    lower: Vec<Cow<'a, str>>,
}

impl<'a> Row<'a> {
    pub(super) fn of(text: &'a str, language: Language) -> Self {
        let mut start = 0;
        let mut words = Vec::with_capacity(text.len() / 5);
        for token in tokens(text) {
            if token.kind != TokenKind::Space {
                words.push(Word { text: token.text, kind: token.kind, start });
            }
            start += token.text.len();
        }
        let plain = |word: &Word<'a>| match lower(word.text) {
            // Its first byte, which few other characters of a word share.
            text if text.as_bytes().contains(&0xE2) => Cow::Owned(text.replace('’', "'")),
            text => text,
        };
        let lower = words.iter().map(plain).collect();
        Self { language, known: &language.lexicon().facts, words, lower }
    }

    /// Word `at`, or an empty mark beyond the end.
    pub(super) fn word(&self, at: usize) -> Word<'a> {
        self.words.get(at).copied().unwrap_or(Word { text: "", kind: TokenKind::Mark, start: 0 })
    }

    /// Whether a fact may begin at word `at`: of most words no reader need be asked.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let word = self.words[at];
        match word.kind {
            TokenKind::Number | TokenKind::Date | TokenKind::Symbol => true,
            TokenKind::Mark | TokenKind::Space => false,
            TokenKind::Word => {
                // "XXIe", "WHA75.12"
                let is_upper = matches!(word.text.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z', ..]);
                is_upper || may_be_ordinal(word.text, self.language) || begins(self.lower(at), self.language)
            }
        }
    }

    pub(super) fn text(&self, at: usize) -> &'a str {
        self.word(at).text
    }

    /// The words from `at` on, `len` of them, with single spaces.
    pub(super) fn said(&self, at: usize, len: usize) -> Cow<'a, str> {
        match len {
            1 => Cow::Borrowed(self.text(at)),
            _ => Cow::Owned((at..at + len).map(|at| self.text(at)).collect::<Vec<_>>().join(" ")),
        }
    }

    /// Word `at` in small letters, a typographic apostrophe as a plain one.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", AsRef::as_ref)
    }

    /// Whether word `at` stands in `list`, in small letters.
    pub(super) fn is_in(&self, at: usize, list: &[&str]) -> bool {
        at < self.words.len() && list.contains(&self.lower(at))
    }

    /// Whether word `at` is one that only ties others: "de", "of", "que".
    pub(super) fn is_function(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let bare = lower.trim_end_matches('\'');
        bare.len() < lower.len() || self.language.lexicon().function_words.contains(bare) || self.known.ties.contains(&bare)
    }

    /// Whether word `at` ties the words of a name: "Economic and Social Council".
    pub(super) fn is_in_name(&self, at: usize) -> bool {
        let is_capital = |at: usize| self.text(at).starts_with(char::is_uppercase);
        at > 0 && self.is_in(at, &["and", "et", "y"]) && is_capital(at - 1) && is_capital(at + 1)
    }

    /// Whether word `at` multiplies the figure before it: "millions".
    pub(super) fn is_scale(&self, at: usize) -> bool {
        let lower = self.lower(at);
        self.known.scales.iter().any(|(name, _)| *name == lower)
    }

    /// Whether the number at word `at` names a volume, a page, a supplement.
    pub(super) fn is_shelved(&self, at: usize) -> bool {
        at > 0 && self.is_in(at - 1, self.known.shelved)
    }

    /// Where word `at` ends, in bytes.
    pub(super) fn end(&self, at: usize) -> usize {
        let word = self.word(at);
        word.start + word.text.len()
    }
}
