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
///
/// `after` is what stands behind it: in "by March 15 members had paid" there is no date.
pub(super) fn tokens_of_date(cut: &[Token], token: Token, after: &str) -> Option<usize> {
    use TokenKind::{Date, Number, Space, Word};
    match (token.kind, cut) {
        // "12 декабря 2023 года"
        (Word, [.., date, space]) if date.kind == Date => (matches!(token.text, "года" | "г." | "год" | "году")
            && is_single(*space)
            && date.text.ends_with(|c: char| c.is_ascii_digit()))
        .then_some(2),
        (Word, [.., day, space]) if day.kind == Number => {
            (is_day(day.text) && is_month(token.text) && is_single(*space)).then_some(2)
        }
        (Word, [.., day, first, of, second]) if of.text == "de" && day.kind == Number => {
            (is_day(day.text) && is_month(token.text) && first.kind == Space && second.kind == Space).then_some(4)
        }
        // "December 9", and the year behind it
        (Number, [.., month, space]) if is_english_month(month.text) && is_day(token.text) && is_single(*space) => {
            (!opens_with_plural(after)).then_some(2)
        }
        (Number, [.., day, comma, space]) if comma.text == "," && day.kind == Date => {
            let is_day = day.text.split(' ').next().is_some_and(is_english_month) && !day.text.contains(',');
            (is_day && is_year(token.text) && is_single(*space)).then_some(3)
        }
        (Number, [.., before, first, of, second]) if matches!(of.text, "de" | "del") => {
            let is_date = before.kind == Date || (before.kind == Word && is_month(before.text));
            (is_date && is_year(token.text) && first.kind == Space && second.kind == Space).then_some(4)
        }
        (Number, [.., month, space]) if is_year(token.text) && is_single(*space) && is_arabic_month(month.text) => {
            Some(tokens_of_two_names(cut))
        }
        (Number, [.., before, space]) if matches!(before.kind, Date | Word) => {
            let is_date = before.kind == Date && !before.text.ends_with(|c: char| c.is_ascii_digit());
            ((is_date || is_month(before.text)) && is_year(token.text) && is_single(*space)).then_some(2)
        }
        _ => None,
    }
}

/// How many tokens before a year are "12 كانون الأول/ديسمبر ": the month has two names, with a slash between, and the day before them.
fn tokens_of_two_names(cut: &[Token]) -> usize {
    /// Day, two words of the other name with a slash behind them, the month, and spaces.
    const MOST: usize = 9;
    let before: Vec<&Token> = cut.iter().rev().take(MOST).collect();
    let is_day = |at: usize| before.get(at).is_some_and(|token| token.kind == TokenKind::Number && is_day(token.text));
    let is_slash = before.get(2).is_some_and(|token| token.text == "/");
    let names = if is_slash { [5, 7] } else { [3, 3] };
    // The year, the space and the month; then the day, or the first of the names.
    let with_day = names.into_iter().find(|&at| is_day(at) && before[1..at].iter().all(|token| token.kind != TokenKind::Number));
    with_day.map_or(2, |day| day + 1)
}

/// Whether `after` opens with a word that can be counted: "members", "people".
fn opens_with_plural(after: &str) -> bool {
    const SHORTEST: usize = 4;
    let word = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.len() >= SHORTEST && (word.ends_with('s') || matches!(word, "people" | "women" | "children"))
}

fn is_single(space: Token) -> bool {
    space.kind == TokenKind::Space && !space.text.contains('\n')
}

/// "9", "1er", "21st", "1º".
fn is_day(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_ending = matches!(&text[digits..], "" | "er" | "st" | "nd" | "rd" | "th" | "º" | "°" | ".º");
    is_ending && digits <= 2 && text[..digits].parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|b| b.is_ascii_digit())
        && matches!(text.as_bytes(), [b'1', b'6'..=b'9', ..] | [b'2', b'0' | b'1', ..])
}

/// The second names of months in Arabic texts, with and without hamza.
fn is_arabic_month(text: &str) -> bool {
    const ARABIC: &[&str] = &[
        "يناير", "فبراير", "مارس", "أبريل", "ابريل", "مايو", "يونيه", "يونيو", "يوليه", "يوليو", "أغسطس", "اغسطس", "سبتمبر",
        "أكتوبر", "اكتوبر", "نوفمبر", "ديسمبر",
    ];
    ARABIC.contains(&text)
}

/// They need their capital: "may" is a verb.
#[rustfmt::skip]
fn is_english_month(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];
    (3..=10).contains(&text.len()) && MONTHS.contains(&text)
}

#[rustfmt::skip]
fn is_month(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ];
    const RUSSIAN: &[&str] = &[
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
        "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре",
    ];
    match text.as_bytes() {
        [0xD0 | 0xD1, ..] => RUSSIAN.contains(&text),
        [0xD8 | 0xD9, ..] => is_arabic_month(text),
        _ => (3..=10).contains(&text.len()) && (is_english_month(text) || MONTHS.contains(&text)),
    }
}
