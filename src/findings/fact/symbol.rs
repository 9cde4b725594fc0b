//! Document symbols: "ICC-ASP/20/Rés.2", "A/RES/79/186", "66/235 A", "2728 (2024)", "3201 (S-VI)".

use super::row::Row;
use super::{FactKind, Found};
use crate::language::{Date, year};
use crate::text::label::roman_value;
use crate::text::{TokenKind, symbol_spelling};

pub(super) fn read(row: &Row<'_>, at: usize) -> Option<Found> {
    let word = row.word(at);
    let found = |len, value| Some(Found::one(at, len, FactKind::Symbol, value));
    match word.kind {
        TokenKind::Symbol if is_document(word.text) && Date::in_figures(word.text).is_none() => {
            // "2020,76/219": a list that lost its space.
            let own =
                word.text.split_once(',').map_or(word.text, |(before, own)| if year(before).is_some() { own } else { word.text });
            let value = symbol_spelling(own);
            match row.text(at + 1) {
                letter if is_letter(letter) && is_numeric(&value) && !row.text(at + 2).starts_with(char::is_uppercase) => {
                    found(2, format!("{value} {letter}"))
                }
                _ => found(1, value),
            }
        }
        // "3201 (S-VI)", "217 A (III)": a resolution by its session in Roman figures.
        TokenKind::Number if word.text.bytes().all(|b| b.is_ascii_digit()) => {
            let letter = usize::from(is_letter(row.text(at + 1)));
            let [open, session, close] = [1, 2, 3].map(|ahead| row.text(at + letter + ahead));
            let is_session = roman_value(session.trim_start_matches("S-")).is_some_and(|_| is_upper(session));
            let part = if letter == 1 { format!(" {}", row.text(at + 1)) } else { String::new() };
            (open == "(" && close == ")" && is_session)
                .then(|| Found::one(at, 4 + letter, FactKind::Symbol, format!("{}{part} ({session})", word.text)))
        }
        // "WHA75.12", which falls apart at its stop.
        TokenKind::Word if row.text(at + 1) == "." && row.end(at) == row.word(at + 1).start => {
            let letters = word.text.bytes().take_while(u8::is_ascii_uppercase).count();
            let is_session =
                letters >= 2 && word.text.len() > letters && word.text[letters..].bytes().all(|b| b.is_ascii_digit());
            let number = row.word(at + 2);
            let is_number = number.start == row.end(at + 1) && number.text.bytes().all(|b| b.is_ascii_digit());
            if is_session && is_number && !number.text.is_empty() {
                found(3, format!("{}.{}", word.text, number.text))
            } else {
                None
            }
        }
        _ => None,
    }
}

/// Whether a symbol is one of a document, not of a disease or a vitamin: a slash or the year of a resolution.
fn is_document(text: &str) -> bool {
    text.contains(['/', '('])
}

fn is_numeric(symbol: &str) -> bool {
    symbol.bytes().all(|b| b.is_ascii_digit() || b == b'/')
}

fn is_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'Z'])
}

fn is_upper(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_uppercase() || b == b'-')
}
