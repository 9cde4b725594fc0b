//! A paragraph as the words, figures and marks that facts are read from.
//!
//! The tokens without white space, each with its place; what is looked for beyond the end is an empty word.

use std::borrow::Cow;

use crate::language::{FactWords, Language, may_be_ordinal};
use crate::prepare::{self, Text};
use crate::structure::Document;
use crate::text::{TokenKind, alike, lower};

use super::words::{begins, has_sign};

/// A token that is not white space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) kind: TokenKind,
    /// Where it begins, in bytes of the paragraph.
    pub(super) start: usize,
}

/// What is asked of the spellings of a text, each once.
pub(super) struct Spelled<'a> {
    document: &'a Document,
    text: &'a Text,
    /// As figures and marks of ASCII and letters without optional marks; None where they are that.
    plain: Vec<Option<String>>,
    /// In small letters, a typographic apostrophe as a plain one.
    lower: Vec<Cow<'a, str>>,
    /// Whether a word that is spelt so may begin a fact.
    begins: Vec<bool>,
}

impl<'a> Spelled<'a> {
    pub(super) fn of(document: &'a Document, text: &'a Text) -> Self {
        let plain = |word: &'a str| match lower(word) {
            // Its first byte, which few other characters of a word share.
            text if text.as_bytes().contains(&0xE2) => Cow::Owned(text.replace('’', "'")),
            text => text,
        };
        let alike: Vec<Option<String>> = text.spellings(document).map(alike_form).collect();
        let lower_of = |(word, alike): (&'a str, &Option<String>)| match alike {
            Some(form) => Cow::Owned(form.to_lowercase()),
            None => plain(word),
        };
        let lower: Vec<Cow<str>> = text.spellings(document).zip(&alike).map(lower_of).collect();
        let language = document.language;
        let may_begin = |(word, lower): (&str, &Cow<str>)| {
            // "XXIe", "WHA75.12"
            let is_upper = matches!(word.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z', ..]);
            is_upper || has_sign(word) || may_be_ordinal(word, language) || begins(lower, language)
        };
        let begins = text.spellings(document).zip(&lower).map(may_begin).collect();
        Self { document, text, plain: alike, lower, begins }
    }

    /// The words of a unit.
    pub(super) fn row(&self, unit: usize) -> Row<'_> {
        let (language, text) = (self.document.language, self.document.units[unit].text.as_str());
        Row { language, known: &language.lexicon().facts, text, words: self.text.words(unit), spelled: self }
    }
}

/// `word` with what other scripts write otherwise made plain, if it has something of that.
fn alike_form(word: &str) -> Option<String> {
    // Latin letters and their marks begin below, Russian ё among Cyrillic.
    if word.is_ascii() || !word.bytes().any(|byte| byte >= 0xD0) {
        return None;
    }
    let form: String = word.chars().filter_map(alike).collect();
    (form != word).then_some(form)
}

/// The words of one paragraph.
pub(super) struct Row<'a> {
    pub(super) language: Language,
    pub(super) known: &'static FactWords,
    text: &'a str,
    pub(super) words: &'a [prepare::Word],
    spelled: &'a Spelled<'a>,
}

impl<'a> Row<'a> {
    /// Word `at`, or an empty mark beyond the end.
    pub(super) fn word(&self, at: usize) -> Word<'a> {
        self.words.get(at).map_or(Word { text: "", kind: TokenKind::Mark, start: 0 }, |word| {
            let place = word.place();
            let text = self.spelled.plain[word.spelling as usize].as_deref().unwrap_or(&self.text[place.clone()]);
            Word { text, kind: word.kind, start: place.start }
        })
    }

    /// Whether a fact may begin at word `at`: of most words no reader need be asked.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let word = self.words[at];
        match word.kind {
            TokenKind::Number | TokenKind::Date | TokenKind::Symbol => true,
            TokenKind::Mark | TokenKind::Space => false,
            TokenKind::Word => self.spelled.begins[word.spelling as usize],
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

    /// Whether word `at` can be part of a number in words: a word, or a hyphen that a broken line left behind, "vingt- troisième".
    pub(super) fn is_said(&self, at: usize) -> bool {
        let is_hyphen = || at > 0 && self.text(at) == "-" && self.end(at - 1) == self.word(at).start;
        self.word(at).kind == TokenKind::Word || is_hyphen()
    }

    /// Word `at` in small letters, a typographic apostrophe as a plain one.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| self.spelled.lower[word.spelling as usize].as_ref())
    }

    /// How many words from `at` on are `name`, which may run over words where there are no spaces.
    pub(super) fn spells(&self, at: usize, name: &str) -> Option<usize> {
        let mut rest = name;
        for len in 0.. {
            if rest.is_empty() {
                return Some(len);
            }
            rest = rest.strip_prefix(self.words.get(at + len).map(|_| self.lower(at + len))?)?;
        }
        None
    }

    /// Whether word `at` is a form of the noun `one`.
    pub(super) fn is_form(&self, at: usize, one: &str) -> bool {
        let lexicon = self.language.lexicon();
        !lexicon.spelling.noun_endings.is_empty() && at < self.words.len() && lexicon.noun(self.lower(at)) == lexicon.noun(one)
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
        // "Notes six weeks of work" opens with a verb.
        let is_verb = || at == 1 && self.language.lexicon().operative.contains(self.lower(0));
        at > 0 && self.is_in(at - 1, self.known.shelved) && !is_verb()
    }

    /// Where word `at` ends, in bytes.
    pub(super) fn end(&self, at: usize) -> usize {
        self.words.get(at).map_or(0, |word| word.place().end)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::language::Language;
    use crate::read::{ReadOptions, read};
    use crate::structure::{Document, structure};

    /// A document whose one paragraph is `text` as it stands.
    pub(in crate::findings::fact) fn document(text: &str, language: Language) -> Document {
        let mut document = structure(read("text", b"1. Urges.", &ReadOptions::default()).unwrap());
        document.language = language;
        text.clone_into(&mut document.units[0].text);
        document
    }
}
