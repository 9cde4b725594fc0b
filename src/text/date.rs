//! A date is read whole: what a reader takes for one day is one token.
//!
//! ```text
//! le 9 décembre 2021 → le·9 décembre 2021      of December 9, 2021 → of·December 9, 2021      9 de diciembre de 2021 → one token
//! ```
//!
//! A date changes in one piece even where its day alone differs, since a delegate checks a date against the calendar, not a day
//! against the old day. A day and month, or a month and year, are a date too. The months of all languages are known to each
//! text: quotations and names cross over.
//!
//! Incomplete: "the ninth day of December", "09.12.2021" (a figure anyway), and "6 au 11 décembre", which is a figure and a date.

use super::token::{Token, TokenKind};

/// How many of the last tokens of `cut` make one date with `token`, which stands after them, if any do.
pub(super) fn tokens_of_date(cut: &[Token], token: Token) -> Option<usize> {
    use TokenKind::{Date, Number, Space, Word};
    match (token.kind, cut) {
        (Word, [.., day, space]) if day.kind == Number => {
            (is_day(day.text) && is_month(token.text) && is_single(*space)).then_some(2)
        }
        (Word, [.., day, first, of, second]) if of.text == "de" && day.kind == Number => {
            (is_day(day.text) && is_month(token.text) && first.kind == Space && second.kind == Space).then_some(4)
        }
        (Number, [.., month, first, day, comma, second]) if comma.text == "," && day.kind == Number => {
            let is_date = is_month(month.text) && is_day(day.text) && is_year(token.text);
            (is_date && is_single(*first) && is_single(*second)).then_some(5)
        }
        (Number, [.., before, first, of, second]) if matches!(of.text, "de" | "del") => {
            let is_date = before.kind == Date || (before.kind == Word && is_month(before.text));
            (is_date && is_year(token.text) && first.kind == Space && second.kind == Space).then_some(4)
        }
        (Number, [.., before, space]) if matches!(before.kind, Date | Word) => {
            let is_date = before.kind == Date && !before.text.ends_with(|c: char| c.is_ascii_digit());
            ((is_date || is_month(before.text)) && is_year(token.text) && is_single(*space)).then_some(2)
        }
        _ => None,
    }
}

fn is_single(space: Token) -> bool {
    space.kind == TokenKind::Space && !space.text.contains('\n')
}

/// "9", "1er", "21st", "1º".
fn is_day(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_ending = matches!(&text[digits..], "" | "er" | "st" | "nd" | "rd" | "th" | "º" | "°");
    is_ending && digits <= 2 && text[..digits].parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|b| b.is_ascii_digit())
        && matches!(text.as_bytes(), [b'1', b'6'..=b'9', ..] | [b'2', b'0' | b'1', ..])
}

/// The English names need their capital: "may" is a verb.
#[rustfmt::skip]
fn is_month(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ];
    (3..=10).contains(&text.len()) && MONTHS.contains(&text)
}
