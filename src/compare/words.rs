//! The two texts of a link as rows of whole numbers.
//!
//! ```text
//! Prie les États  ; invite  →  Prie·les·États·;·invite  →  7 2 31 4 12, each with the space before it
//! ```
//!
//! White space is no word: it hangs on the word after it, so that a space in common never looks like common ground.
//! Equal numbers mean equal [comparison forms](super::key), not equal characters. Algorithms see the numbers only (as in imara-diff).

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::key::{key, prime};
use crate::language::{Language, is_number_word};
use crate::prepare::Wording;
use crate::text::{Token, TokenKind, listed, lower};

/// A word, figure or mark, with the white space before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) gap: &'a str,
    pub(super) text: &'a str,
    /// Where `text` begins, in bytes of the whole.
    pub(super) start: usize,
    pub(super) kind: TokenKind,
    /// Equal for words that are the same but for typography.
    pub(super) id: u32,
    pub(super) class: Class,
    /// A figure or symbol behind the word that each item of a list opens with.
    pub(super) is_item: bool,
    /// A stop, semicolon or comma at the end of a paragraph: there they are all the same.
    pub(super) is_final: bool,
}

impl Word<'_> {
    pub(super) fn is_figure(&self) -> bool {
        matches!(self.class, Class::Figure | Class::Item)
    }

    pub(super) fn is_mark(&self) -> bool {
        self.kind == TokenKind::Mark
    }
}

/// What a word counts for in a redline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Words that carry the meaning, symbols.
    Content,
    /// Figures and dates, and numbers in words.
    Figure,
    /// The figure or symbol that names an item of a list, and one in the other text.
    Item,
    /// The label of an item of a list inside the sentence: it counts, and says nothing.
    Label,
    /// The name of a month: content that rarely changes alone.
    Month,
    /// "the", "of", "l'".
    Function,
    /// Full stops and their like: ". ; : ! ?"
    Stop,
    /// A comma.
    Comma,
    /// An opening bracket or quotation mark.
    Opening,
    /// What closes a square bracket that both texts open in the same way.
    Bracket,
    /// Any other mark.
    Mark,
}

/// The words of one text; gaps and texts, joined and with `tail` after them, are the text.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) language: Language,
    pub(super) row: Vec<Word<'a>>,
    /// White space after the last word.
    pub(super) tail: &'a str,
}

impl<'a> Words<'a> {
    /// The gap before word `at`, or the tail at the end.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        self.row.get(at).map_or(self.tail, |w| w.gap)
    }

    /// The byte where word `at` begins, or the text ends.
    pub(super) fn start(&self, at: usize) -> usize {
        self.row.get(at).map_or_else(|| self.end(at) + self.tail.len(), |w| w.start)
    }

    /// The byte where the words before word `at` end.
    pub(super) fn end(&self, at: usize) -> usize {
        at.checked_sub(1).map_or(0, |last| self.row[last].start + self.row[last].text.len())
    }

    /// Whether word `at` begins a paragraph.
    pub(super) fn opens_paragraph(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains('\n')
    }

    pub(super) fn ids(&self) -> Vec<u32> {
        self.row.iter().map(|w| w.id).collect()
    }

    /// Whether word `at` begins a sentence.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        self.opens_paragraph(at)
            || (self.row[at - 1].class == Class::Stop
                && matches!(self.row[at - 1].text, "." | "!" | "?")
                && !self.gap(at).is_empty())
    }
}

/// Whether `text` is a figure that minutes or feet are counted with: of three digits at most.
fn is_measure(text: &str) -> bool {
    const LONGEST: usize = 3;
    text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the quotation mark `sign` closes what was opened among the last words of `row`: "“Agenda 21”".
fn is_quoted(row: &[Word], sign: &str) -> bool {
    const FAR: usize = 40;
    let mut near = row.iter().rev().take(FAR).map(|word| word.text);
    match sign {
        "”" | "’" => near.any(|word| matches!(word, "“" | "‘" | "„")),
        "'" | "\"" => near.filter(|word| *word == sign).count() % 2 == 1,
        _ => false,
    }
}

/// Numbers for words, shared by all the links of a comparison.
#[derive(Debug, Default)]
pub(super) struct Vocabulary<'a> {
    /// By the numbers of their spellings; number 0 is not known yet.
    known: Vec<(u32, Class)>,
    forms: FxHashMap<Cow<'a, str>, u32>,
    /// By number: the last row that was searched for it and had it.
    met: Vec<u32>,
    searches: u32,
}

impl<'a> Vocabulary<'a> {
    /// A vocabulary of so many spellings.
    pub(super) fn of(spellings: usize) -> Self {
        Self { known: vec![(0, Class::Mark); spellings], ..Self::default() }
    }

    /// The words of a text.
    pub(super) fn words(&mut self, of: &Wording<'a>) -> Words<'a> {
        let mut words: Vec<Word<'a>> = Vec::with_capacity(of.words.len());
        let mut before = 0;
        for word in of.words.iter() {
            let place = word.place();
            let (gap, text, start) = (&of.text[before..place.start], &of.text[place.clone()], place.start);
            before = place.end;
            if gap.contains('\n') {
                end_paragraph(&mut words);
            }
            let spelling = of.numbers[word.spelling as usize] as usize;
            let (id, class) = self.look_up(spelling, Token { text, kind: word.kind }, of.language);
            let is_measured =
                gap.is_empty() && words.last().is_some_and(|before| is_measure(before.text)) && !is_quoted(&words, text);
            let id = if is_measured { prime(text).map_or(id, |form| self.number(Cow::Borrowed(form))) } else { id };
            words.push(Word { gap, text, start, kind: word.kind, id, class, is_item: false, is_final: false });
        }
        end_paragraph(&mut words);
        if of.text.contains(')') {
            let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
            for label in listed(&texts) {
                words[label].class = Class::Label;
            }
        }
        Words { language: of.language, row: words, tail: &of.text[before..] }
    }

    #[inline]
    fn look_up(&mut self, spelling: usize, token: Token<'a>, language: Language) -> (u32, Class) {
        if self.known[spelling].0 == 0 {
            self.known[spelling] = (self.number(key(token, language)), class(token, language));
        }
        self.known[spelling]
    }

    fn number(&mut self, form: Cow<'a, str>) -> u32 {
        let next = self.forms.len() as u32 + 1;
        *self.forms.entry(form).or_insert(next)
    }

    /// Gives words that open a sentence with a capital the number of their small twin, where the other text has that one only.
    ///
    /// "Urges States" and "Also urges States" then share "urges"; "Parties may" and "All Parties may" share "Parties".
    pub(super) fn lower_openings(&mut self, old: &mut Words<'a>, new: &mut Words<'a>) {
        let (small_old, small_new) = (self.small_openings(old, new), self.small_openings(new, old));
        for (at, id) in small_old {
            old.row[at].id = id;
        }
        for (at, id) in small_new {
            new.row[at].id = id;
        }
    }

    /// The openings of `here` that stand in `there` in small letters only, with the numbers of those.
    fn small_openings(&mut self, here: &Words<'a>, there: &Words<'a>) -> Vec<(usize, u32)> {
        let mut small = Vec::new();
        self.searches += 1;
        self.met.resize(self.forms.len() + 1, 0);
        for word in &there.row {
            self.met[word.id as usize] = self.searches;
        }
        let is_met = |id: u32| self.met[id as usize] == self.searches;
        for (at, word) in here.row.iter().enumerate() {
            let is_capital = word.text.starts_with(char::is_uppercase);
            if !is_capital || is_met(word.id) || !here.opens_sentence(at) {
                continue;
            }
            let mut chars = word.text.chars();
            let lower: String = chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect();
            let form = key(Token { text: &lower, kind: TokenKind::Word }, here.language);
            small.extend(self.forms.get(form.as_ref()).filter(|id| is_met(**id)).map(|id| (at, *id)));
        }
        small
    }
}

/// A number that no other word has: that of word `at` of a side.
pub(super) fn own_number(side: usize, at: usize) -> u32 {
    u32::MAX - 1 - (2 * at + side) as u32
}

fn end_paragraph(words: &mut [Word]) {
    if let Some(last) = words.last_mut()
        && matches!(last.text, "." | ";" | ",")
    {
        last.is_final = true;
    }
}

fn class(token: Token, language: Language) -> Class {
    let lexicon = language.lexicon();
    match token.kind {
        TokenKind::Number | TokenKind::Date => Class::Figure,
        TokenKind::Symbol => Class::Content,
        TokenKind::Mark | TokenKind::Space => match token.text {
            "." | ";" | ":" | "!" | "?" => Class::Stop,
            "," => Class::Comma,
            "(" | "[" | "«" | "“" | "‘" | "„" => Class::Opening,
            _ => Class::Mark,
        },
        TokenKind::Word => {
            let lower = lower(token.text);
            let bare = lower.trim_end_matches(['\'', '’', 'ʼ']);
            if bare.len() < lower.len() || lexicon.function_words.contains(bare) {
                Class::Function
            } else if lexicon.months.contains(&bare) {
                Class::Month
            } else if is_number_word(token.text, language).is_some() {
                Class::Figure
            } else {
                Class::Content
            }
        }
    }
}
