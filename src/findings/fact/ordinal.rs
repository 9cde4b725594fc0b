//! Places in a row: "vingt-et-unième session", "8th seminar", "43 e séance", "soixante-huitième et soixante-neuvième sessions".
//!
//! Up to three an ordinal is mostly a figure of speech ("in the first place", "third parties"), and is a fact only before a noun that
//! is counted through the years; from four on it always is one. The noun of a list stands behind its last member.

use super::row::Row;
use super::{FactKind, Found};
use crate::language::{Language, NounPlace, is_number_part, may_begin_number, ordinal_figure, ordinal_word};
use crate::text::TokenKind;
use crate::text::label::roman_value;

/// From here on an ordinal is a fact whatever it stands before.
const ALWAYS: u32 = 4;

pub(super) fn read(row: &Row<'_>, at: usize) -> Option<Found> {
    let (first, len) = ordinal(row, at).or_else(|| bare(row, at))?;
    let mut places = vec![(at..at + len, first)];
    let mut end = at + len;
    loop {
        let tie = usize::from(row.text(end) == ",");
        let tie = tie + usize::from(row.is_in(end + tie, row.known.and) || row.is_in(end + tie, row.known.to));
        let article = usize::from(row.is_in(end + tie, row.known.the));
        let Some((other, len)) = ordinal(row, end + tie + article).filter(|_| tie > 0) else { break };
        let from = end + tie + article;
        end = from + len;
        places.push((from..end, other));
    }
    if let Some(noun) = noun_before(row, at) {
        let facts = places.into_iter().map(|(place, value)| (place, FactKind::Ordinal, format!("{value} {noun}")));
        return Some(Found { len: end - at, facts: facts.collect() });
    }
    let Some((noun, noun_end)) = noun(row, end, places.iter().any(|&(_, value)| value < ALWAYS)) else {
        // "soixante et onzième" is not sixty of anything.
        return (len > 1 && row.word(at).kind == TokenKind::Word).then(|| Found { len: end - at, facts: vec![] });
    };
    if let Some(last) = places.last_mut() {
        last.0.end = noun_end;
    }
    let facts = places.into_iter().map(|(place, value)| (place, FactKind::Ordinal, format!("{value} {noun}")));
    Some(Found { len: noun_end - at, facts: facts.collect() })
}

/// The place that words from `at` on say.
pub(super) fn in_words(row: &Row<'_>, at: usize) -> Option<u32> {
    ordinal(row, at).map(|(value, _)| value)
}

/// The ordinal at word `at`, and its words.
fn ordinal(row: &Row<'_>, at: usize) -> Option<(u32, usize)> {
    // "soixante et onzième", "one hundred and twentieth".
    const LONGEST: usize = 5;
    let word = row.word(at);
    match word.kind {
        TokenKind::Number => {
            // Raised endings come apart: "43 e séance".
            let apart = row.word(at + 1);
            let is_apart = apart.text.len() <= 4 && apart.kind == TokenKind::Word;
            let joined = || is_apart.then(|| format!("{}{}", word.text, apart.text));
            let figure = |text: &str| ordinal_figure(text, row.language).map(crate::language::Ordinal::value);
            figure(word.text).map(|value| (value, 1)).or_else(|| Some((figure(&joined()?)?, 2)))
        }
        TokenKind::Word => {
            let words = (0..LONGEST).take_while(|&ahead| row.is_said(at + ahead)).count();
            let read = |len: usize| ordinal_word(&row.said(at, len), row.language).map(|ordinal| (ordinal.value(), len));
            let alone = read(1);
            // What stands before the last word of an ordinal is a number or, in Spanish, an ordinal too.
            let longest = if alone.is_some() || may_begin_number(word.text) && is_number_part(row.lower(at), row.language) {
                words
            } else {
                1
            };
            (2..=longest).rev().find_map(read).or(alone).or_else(|| Some((century(word.text, row.language)?, 1)))
        }
        _ => None,
    }
}

/// "`XXIe`", "`XXIst`".
fn century(text: &str, language: Language) -> Option<u32> {
    let endings: &[&str] = if language == Language::En { &["st", "nd", "rd", "th"] } else { &["e", "ème"] };
    let roman = endings.iter().find_map(|ending| text.strip_suffix(ending))?;
    roman_value(roman).filter(|_| roman.len() > 1 && roman.bytes().all(|b| b.is_ascii_uppercase()))
}

/// "36 séance", where the raised ending was lost: the figure of several before a noun for one.
fn bare(row: &Row<'_>, at: usize) -> Option<(u32, usize)> {
    let value = row.text(at).parse().ok().filter(|value| *value > 1)?;
    let next = row.lower(at + 1);
    let is_one = row.known.rolled.iter().any(|(one, several)| *one == next && one != several);
    (is_one && row.word(at).kind == TokenKind::Number).then_some((value, 1))
}

/// The noun that rolls before an ordinal, where the language has it there: "الدورة" of "الدورة العادية الثالثة".
fn noun_before(row: &Row<'_>, at: usize) -> Option<&'static str> {
    const REACH: usize = 3;
    if row.language.lexicon().spelling.noun_beginnings.is_empty() {
        return None;
    }
    let before = (at.saturating_sub(REACH)..at).rev();
    before.flat_map(|at| row.known.rolled.iter().filter(move |(one, _)| row.is_form(at, one))).map(|(one, _)| *one).next()
}

/// The noun behind an ordinal, in the singular where it is one that rolls, and where it ends.
fn noun(row: &Row<'_>, from: usize, must_roll: bool) -> Option<(String, usize)> {
    const REACH: usize = 5;
    /// "International Coral Reef Initiative General Meeting".
    const LONGEST_NAME: usize = 8;
    // "the first four reports" are four reports.
    if must_roll && is_number_part(row.lower(from), row.language) {
        return None;
    }
    let is_word = |at: usize| row.is_in_name(at) || row.word(at).kind == TokenKind::Word && !row.is_function(at);
    if !row.language.lexicon().is_spaced() {
        let rolled = row.known.rolled.iter().find_map(|(one, _)| Some(((*one).to_owned(), from + row.spells(from, one)?)));
        return rolled;
    }
    let mut group = (from..from + REACH).take_while(|&at| is_word(at));
    let rolled = group.clone().find_map(|at| {
        let lower = row.lower(at);
        let known = row.known.rolled.iter().find(|(one, several)| lower == *one || lower == *several || row.is_form(at, one));
        // "período de sesiones"
        let tail = row.known.of_sessions;
        let goes_on = tail.iter().enumerate().all(|(ahead, word)| row.lower(at + 1 + ahead) == *word);
        known.map(|(one, _)| ((*one).to_owned(), at + 1 + if goes_on { tail.len() } else { 0 }))
    });
    let mut named = || {
        let at = group.find(|&at| !row.is_in(at, row.known.adjectives))?;
        // "World Water Week"
        let is_name = |at: &usize| row.text(*at).starts_with(char::is_uppercase) && row.word(*at).kind == TokenKind::Word;
        let words =
            if row.known.noun == NounPlace::Last { (at..at + LONGEST_NAME).take_while(is_name).count().max(1) } else { 1 };
        Some(((at..at + words).map(|at| row.lower(at)).collect::<Vec<_>>().join(" "), at + words))
    };
    rolled.or_else(|| if must_roll { None } else { named() })
}
