//! What a printer puts on a page beside the text, by its words: rules, page numbers, symbols, document codes, distribution data.
//!
//! Words alone do not make furniture: "241" can be a sum and "A/70/15" an entry of a list. Whether a line that looks so is
//! furniture is asked of its place: `evidence` in text, `pdf::furniture` in a PDF.

use std::borrow::Cow;

use crate::language::{Language, Lexicon, is_ordinal_ending};
use crate::text::label::{self, label};
use crate::text::{is_symbol, lower};

/// A line of underscores or dashes, escaped or not.
pub(super) fn is_rule(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '_' | '\\' | '-' | '–' | '—' | '―' | '*' | '=' | '‗' | '`') || c.is_whitespace())
        && text.chars().filter(|c| !c.is_whitespace()).count() >= 3
}

/// "Merci de recycler", with or without the sign, or the sign alone.
pub(super) fn is_imprint(text: &str, lexicon: &Lexicon) -> bool {
    let words = text.trim_matches([' ', '♲']);
    text.len() < 40 && (lexicon.imprint.contains(&&*words.to_lowercase()) || words.is_empty())
}

/// A line of nothing but a symbol, a document's code and a page number, or some of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Printed<'a> {
    /// "A/RES/69/157".
    pub(super) symbol: Option<&'a str>,
    /// "14-67605" of "14-67605 (F)" or "12-48671*"; "05567" has "GE." before it; "3-F-101219".
    pub(super) code: Option<&'a str>,
    /// Days stand behind the code, "(F) 120418 120418", or it is printed for a machine, "*1816895*".
    pub(super) is_dated: bool,
    /// "3", "Page 3", "- 3 -", and of how many: "3/17".
    pub(super) page: Option<(u32, Option<u32>)>,
    /// The page number has its word or its dashes.
    pub(super) is_worded: bool,
    /// It can be nothing but a page number: "Page 3 of 7", "3 | Page".
    pub(super) is_framed: bool,
}

impl<'a> Printed<'a> {
    /// What `text` is, if it is nothing else.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        const LONGEST: usize = 60;
        if text.len() > LONGEST {
            return None;
        }
        let mut printed = Self::default();
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            if printed.page.is_some_and(|(_, of)| of.is_none())
                && (word == "/" || printed.is_worded && is_any(word, |lexicon| lexicon.page_of == word))
            {
                printed.page = printed.page.zip(words.next().and_then(page_figure)).map(|((page, _), of)| (page, Some(of)));
                printed.page?;
            } else if !printed.take(word) {
                return None;
            }
        }
        let has_bar = text.contains('|');
        let is_framed = has_bar || printed.page.is_some_and(|(_, of)| of.is_some());
        printed.is_framed = printed.is_number() && printed.is_worded && is_framed;
        if has_bar && !printed.is_framed {
            return None;
        }
        let is_whole = printed.symbol.is_some() || printed.code.is_some() || printed.page.is_some() || printed.is_dated;
        is_whole.then_some(printed)
    }

    /// Whether `word` can be part of such a line, and is no second of its kind.
    fn take(&mut self, word: &'a str) -> bool {
        if matches!(word, "-" | "–" | "—") || is_page_word(word) {
            self.is_worded = true;
            return true;
        }
        if is_symbol(word) {
            return self.symbol.replace(word).is_none();
        }
        if let Some(code) = job_number(word) {
            return self.code.replace(code).is_none();
        }
        if let Some(page) = page_number(word) {
            return self.page.replace(page).is_none();
        }
        let is_barcode = word.len() > 4 && word.starts_with('*') && word.ends_with('*');
        let is_day = self.code.is_some() && word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
        self.is_dated |= is_barcode || is_day;
        let is_language = self.code.is_some() && word.starts_with('(') && word.ends_with(')') && word.chars().count() <= 4;
        is_barcode || is_day || is_language || matches!(word, "*" | "♲" | "|")
    }

    /// A page number and nothing else.
    pub(super) fn is_number(&self) -> bool {
        self.page.is_some() && self.symbol.is_none() && self.code.is_none()
    }
}

/// "Page", "p.".
fn is_page_word(word: &str) -> bool {
    let word = lower(word);
    is_any(&word, |lexicon| lexicon.page.contains(&&*word))
}

/// Whether this is so of `word` in any language: the program that set the pages may have another than the text.
fn is_any(word: &str, is_so: impl Fn(&Lexicon) -> bool) -> bool {
    Language::of_letters(word).iter().any(|language| is_so(language.lexicon()))
}

/// "3", "3/17".
fn page_number(word: &str) -> Option<(u32, Option<u32>)> {
    match word.split_once('/') {
        Some((page, of)) => {
            page_figure(page).zip(page_figure(of)).filter(|(page, of)| page <= of).map(|(page, of)| (page, Some(of)))
        }
        None => page_figure(word.trim_matches(['-', '–'])).map(|page| (page, None)),
    }
}

fn page_figure(word: &str) -> Option<u32> {
    let figure = (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    figure.then(|| word.parse().ok()).flatten()
}

/// Digits with a hyphen, and letters only as short parts: "14-67605", "GE.18-05567", "3-F-101219", without what is glued to them.
fn job_number(word: &str) -> Option<&str> {
    let word = word.trim_end_matches('*');
    let word = word.rsplit_once('(').filter(|(_, rest)| rest.ends_with(')') && rest.len() <= 3).map_or(word, |(code, _)| code);
    let word = word.strip_prefix("GE.").or_else(|| word.strip_prefix("V.")).unwrap_or(word);
    let parts: Vec<&str> = word.split('-').collect();
    let digits = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit());
    let is_code = match parts.as_slice() {
        [year, number] => year.len() == 2 && digits(year) && number.len() == 5 && digits(number),
        [page, language, date] => {
            let letters = (1..=2).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_uppercase());
            letters && digits(page) && page.len() <= 3 && digits(date) && date.len() == 6
        }
        _ => false,
    };
    is_code.then_some(word)
}

/// A symbol, alone or with a page number: "ICC-ASP/20/Res.2", "A/RES/69/157 Page 3", "ICC-ASP/20/Res.2 3".
pub(super) fn is_running_symbol(text: &str) -> bool {
    Printed::read(text).is_some_and(|printed| printed.symbol.is_some() && printed.code.is_none())
}

/// Whether `text` is the label or the heading of a part: "Article 11", "ANNEX II", "Chapter 3. Scope", "(a) …". No running head is one.
pub(super) fn names_part(text: &str, lexicon: &Lexicon) -> bool {
    let first = text.split([' ', '\u{a0}']).next().unwrap_or_default();
    label(text).is_some_and(|label| label.shape != label::Shape::Bare)
        || lexicon.article(text).is_some()
        || lexicon.is_annex(text)
        || lexicon.divisions.contains(&&*lower(first.trim_end_matches(['.', ':'])))
}

/// As what a line can come back on other pages: the words before and after a number that counts the pages, and the page on which it
/// would be 0; or the whole line, "" and `i64::MAX`.
pub(super) type Shape<'a> = (&'a str, &'a str, i64);

/// The shapes of a line on `page`. Labels and headings have none; a few words with a number, which may be a heading, only the whole.
pub(super) fn page_shapes<'a>(text: &'a str, page: i64, lexicon: &Lexicon) -> Vec<Shape<'a>> {
    const FEW: usize = 3;
    if names_part(text, lexicon) {
        return vec![];
    }
    let words = text.split(' ').filter(|word| word.contains(char::is_alphabetic)).count();
    let (mut shapes, mut at, mut before) = (vec![], 0, "");
    for word in text.split(' ') {
        if let Some((number, of)) = word.parse().ok().map(|number| (number, None)).or_else(|| page_number(word)) {
            let rest = &text[at + word.len()..];
            let is_of = of.is_some() || rest.starts_with(" / ");
            let is_named = !is_page_word(before) && lexicon.numbered_nouns.contains(&before);
            if is_of || !is_named && (words >= FEW || words == 0) {
                shapes.push((&text[..at], rest, page - i64::from(number)));
            }
        }
        at += word.len() + 1;
        before = word;
    }
    if words > 0 && label(text).is_none() {
        shapes.push((text, "", i64::MAX));
    }
    shapes
}

/// What distribution data says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Datum {
    /// "Distr."
    Opening,
    /// "Original : anglais".
    Original,
    /// "Français".
    Language,
    /// "9 avril 2018".
    Day,
}

/// The distribution data at the head of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Distribution {
    pub(super) says: Vec<Datum>,
    /// How many bytes of the line it takes.
    pub(super) len: usize,
}

impl Distribution {
    /// The distribution data that `text` opens with: "Distr. générale 9 avril 2018 Français Original : anglais", "7 mai 2024". A day
    /// or the name of a language is distribution data only beside more of it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (mut found, mut before) = (Self::default(), Cow::Borrowed(""));
        let (mut is_date, mut asks, mut words, mut len) = (false, false, false, 0);
        for word in text.split_inclusive([' ', '\u{a0}', '/']) {
            let bare = lower(word.trim().trim_end_matches([':', '.', ',', '/']));
            let is_language = is_any(&bare, |lexicon| lexicon.languages.contains(&&*bare));
            let is_figure = matches!(bare.len(), 1 | 2 | 4) && bare.bytes().all(|b| b.is_ascii_digit()) || bare == "1er";
            let is_circulation = is_any(&bare, |lexicon| lexicon.circulation.contains(&&*bare));
            if bare == "distr" || is_circulation && before == "distribution" {
                found.says.push(Datum::Opening);
            }
            if bare == "original" {
                asks = true;
            } else if is_language && asks {
                found.says.push(Datum::Original);
            } else if is_language {
                found.says.push(Datum::Language);
            } else if is_figure || is_any(&bare, |lexicon| lexicon.months.contains(&&*bare)) {
                is_date = true;
                if !is_figure {
                    found.says.push(Datum::Day);
                }
            } else if !(is_circulation
                || bare == "distr"
                || bare == "distribution"
                || bare.is_empty() && asks
                || found.says.contains(&Datum::Original) && is_any(&bare, |lexicon| lexicon.and.contains(&&*bare))
                || is_date && (bare == "de" || is_ordinal_ending(&bare)))
            {
                break;
            }
            words |= !is_figure;
            len += word.len();
            before = bare;
            // "Original" asks for a language: without one the data ends before it.
            if !asks || found.says.contains(&Datum::Original) {
                found.len = len;
            }
        }
        (found.len > 0 && words).then_some(found)
    }

    /// Whether a printer wrote it and no author: two data beside each other. "Distribution limitée des rapports" opens a sentence.
    pub(super) fn is_printed(&self) -> bool {
        self.says.contains(&Datum::Original) || self.says.contains(&Datum::Opening) && self.says.len() > 1
    }

    /// Whether the data fills `text`.
    pub(super) fn is_all_of(&self, text: &str) -> bool {
        self.len == text.len()
    }
}
