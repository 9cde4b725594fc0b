//! Parts of a whole: "2/3", "¼", "two-thirds", "a third of", "half".
//!
//! The value is the fraction in lowest figures as it is said: `2/3`, `1/2`, `1 1/2`. Numbers before a part in a word of its own ("two
//! thirds") are read by [`number`](super::number). "3/4" is a fraction only below one, with at most ten parts, or a hundred of "1/12 of the
//! salary", and where no noun before it takes a number: "resolution 2/3" is a symbol. The half of a year is no figure: "in the second
//! half of 2021".

use super::row::Row;
use super::words::of_sign;
use super::{FactKind, Found};
use crate::language::{number_in_words, ordinal_word, year};
use crate::text::TokenKind;

pub(super) fn read(row: &Row<'_>, at: usize) -> Option<Found> {
    let value = match row.word(at).kind {
        TokenKind::Symbol => slash(row, at),
        TokenKind::Number => sign(row.text(at)),
        TokenKind::Word => sign(row.text(at)).or_else(|| compound(row, at)).or_else(|| alone(row, at)),
        _ => None,
    }?;
    Some(Found::one(at, 1, FactKind::Count, value))
}

/// "½", "1½".
fn sign(text: &str) -> Option<String> {
    let last = text.chars().next_back()?;
    let (above, below) = of_sign(last)?;
    let whole = &text[..text.len() - last.len_utf8()];
    match whole {
        "" => Some(format!("{above}/{below}")),
        _ => whole.bytes().all(|b| b.is_ascii_digit()).then(|| format!("{whole} {above}/{below}")),
    }
}

/// "2/3", not "resolution 2/3".
fn slash(row: &Row<'_>, at: usize) -> Option<String> {
    const MOST: u32 = 10;
    const MOST_OF_SOMETHING: u32 = 100;
    let (above, below) = row.text(at).split_once('/')?;
    let (above, below): (u32, u32) = (above.parse().ok()?, below.parse().ok()?);
    let is_share = || above == 1 && row.is_in(at + 1, row.known.shares.after) && row.word(at + 2).kind == TokenKind::Word;
    let is_part = (1..below).contains(&above) && (below <= MOST || below <= MOST_OF_SOMETHING && is_share());
    let is_numbered = at > 0 && row.language.lexicon().numbered_nouns.contains(&row.lower(at - 1));
    (is_part && !is_numbered).then(|| format!("{above}/{below}"))
}

/// "two-thirds" and "one-half", not "seventy-third".
fn compound(row: &Row<'_>, at: usize) -> Option<String> {
    let (number, part) = row.lower(at).rsplit_once(['-', '\u{2010}', '\u{2011}'])?;
    let half = || row.known.halves.contains(&part).then_some(2);
    let (above, below) = (number_in_words(number, row.language)?, below(row, part).or_else(half)?);
    (above < below).then(|| format!("{above}/{below}"))
}

/// "half of", "a third of".
fn alone(row: &Row<'_>, at: usize) -> Option<String> {
    let known = row.known;
    if row.is_in(at, known.halves) {
        let is_of_year = row.is_in(at + 1, known.shares.after) && year(row.text(at + 2)).is_some();
        let is_ordinal = at > 0 && ordinal_word(row.text(at - 1), row.language).is_some();
        return (!is_of_year && !is_ordinal).then(|| "1/2".to_owned());
    }
    // "la tercera parte de los Estados", not "la sexta parte de la resolución".
    let of_several = || row.is_in(at - 1, known.the) && row.is_in(at + 2, known.of) && row.is_in(at + 3, known.definite);
    let is_share = at > 0 && row.is_in(at + 1, known.shares.after) && (row.is_in(at - 1, known.shares.before) || of_several());
    below(row, row.lower(at)).filter(|_| is_share).map(|below| format!("1/{below}"))
}

/// What a part of this name divides by.
pub(super) fn below(row: &Row<'_>, name: &str) -> Option<u32> {
    row.known.parts.iter().find(|(known, _)| *known == name).map(|&(_, below)| below)
}
