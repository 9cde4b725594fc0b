//! What a space keeps apart though it is read as one.
//!
//! ```text
//! 1 200 000 → 1 200 000, not 1·200·000      12 % → 12 %      § 3      p. ex.      9 mai 2021      S/RES/2728 (2024)
//! ```
//!
//! Tokens are joined as they come, chunk by chunk: only the first token of a chunk can belong to what stands before the space. `O(n)`.

use super::date::{is_year, tokens_of_date};
use super::scripts::is_leftward;
use super::token::{Token, TokenKind, is_currency, is_unit};

/// Joins what a space keeps apart though it is read as one: "1 200 000", "12 %", "§ 3", "p. ex.", dates, "2728 (2024)".
///
/// `first` is the first token of the chunk, which begins at byte `start`; a join leaves the place of the space before it, so a third
/// group meets the two that are one already.
pub(super) fn join_over_space<'a>(text: &'a str, cut: &mut Vec<Token<'a>>, first: usize, start: usize) {
    let Some((&token, before)) = cut[..].get(first).map(|token| (token, &cut[..first])) else { return };
    // Most words only follow a word.
    if token.kind == TokenKind::Word
        && !matches!(before, [.., word, _] if matches!(word.kind, TokenKind::Number | TokenKind::Date) || matches!(word.text, "de" | "p." | "P."))
    {
        return;
    }
    let (back, ahead, kind) = if let Some(back) = tokens_of_date(before, token, &text[start + token.text.len()..]) {
        (back, 1, TokenKind::Date)
    } else if token.text == "(" && has_year_bracket(before, &cut[first..]) {
        (2, 3, TokenKind::Symbol)
    } else if let [.., word, space] = before
        && space.kind == TokenKind::Space
        && let Some(kind) = reads_on(*word, space.text, token, &text[start + token.text.len()..])
    {
        (2, 1, kind)
    } else {
        return;
    };
    let length = |tokens: &[Token]| tokens.iter().map(|t| t.text.len()).sum::<usize>();
    let (from, to) = (start - length(&before[first - back..]), start + length(&cut[first..first + ahead]));
    cut[first - back] = Token { text: &text[from..to], kind };
    cut.drain(first - back + 1..first + ahead);
}

/// Whether "(2024)" opens a chunk and stands behind the number of a resolution.
fn has_year_bracket(before: &[Token], chunk: &[Token]) -> bool {
    let is_number = |token: &Token| {
        token.kind == TokenKind::Symbol
            || (token.kind == TokenKind::Number && token.text.len() <= 4 && token.text.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!((before, chunk), ([.., number, space], [_, year, close, ..])
        if is_number(number) && is_single_blank(space.text) && is_year(year.text) && close.text == ")")
}

fn is_single_blank(space: &str) -> bool {
    matches!(space, " " | "\u{A0}" | "\u{202F}" | "\u{2009}")
}

/// The kind of `before` and `token` read as one, if they are.
fn reads_on(before: Token, space: &str, token: Token, after: &str) -> Option<TokenKind> {
    let whole = match (before.kind, token.kind) {
        (TokenKind::Number, TokenKind::Number) => {
            is_grouped(before.text) && is_group(token.text) || is_reversed(before.text, token.text, after)
        }
        (TokenKind::Number, TokenKind::Mark) => is_unit(token.text) && before.text.ends_with(|c: char| c.is_ascii_digit()),
        (TokenKind::Number, TokenKind::Word) => {
            is_currency_code(token.text) && !before.text.get(..3).is_some_and(is_currency_code)
        }
        (TokenKind::Mark | TokenKind::Word, TokenKind::Number) => opens_number(before.text),
        (TokenKind::Word, TokenKind::Word) => matches!((before.text, token.text), ("p." | "P.", "ex.")),
        _ => false,
    };
    let kind = if token.kind == TokenKind::Word && before.kind == TokenKind::Word { TokenKind::Word } else { TokenKind::Number };
    (whole && is_single_blank(space)).then_some(kind)
}

/// Whether a group of three digits may follow: one to three digits, or groups already, whatever sign stands before.
fn is_grouped(number: &str) -> bool {
    let digits = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut groups = digits.split(char::is_whitespace);
    let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_digit()));
    first && !digits.starts_with('0') && groups.all(|g| g.len() == 3)
}

/// Whether the groups of a number in Arabic go on, the last first: "700 787 8" before a word is 8,787,700.
fn is_reversed(number: &str, token: &str, after: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_whole = number.split([' ', '\u{a0}', '\u{202f}']).all(|group| group.len() == 3 && is_digits(group));
    is_whole && token.len() <= 3 && is_digits(token) && after.trim_start().starts_with(is_leftward)
}

/// Whether a figure is a further group of a number: three digits, and what may follow the last of them.
fn is_group(number: &str) -> bool {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &number[digits..];
    let rest = rest.strip_suffix(['万', '亿']).unwrap_or(rest);
    let decimals = rest.strip_prefix([',', '.']).map(|d| d.trim_start_matches(|c: char| c.is_ascii_digit()));
    digits == 3 && (rest.is_empty() || decimals.is_some_and(|after| after.is_empty() || is_unit(after)) || is_unit(rest))
}

/// The codes of ISO 4217 that budgets are written in, as they stand in `text`.
pub(crate) fn currency_code(text: &str) -> Option<&'static str> {
    const CODES: [&str; 39] = [
        "AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "CZK", "DKK", "DZD", "EGP", "ETB", "EUR", "GBP", "GHS", "INR",
        "JPY", "KES", "KRW", "MAD", "MXN", "NGN", "NOK", "NZD", "PEN", "PLN", "RUB", "SAR", "SDR", "SEK", "THB", "TND", "TRY",
        "UGX", "USD", "XAF", "XOF", "ZAR",
    ];
    CODES.into_iter().find(|code| *code == text)
}

fn is_currency_code(text: &str) -> bool {
    text.len() == 3 && currency_code(text).is_some()
}

/// Whether a mark or word is read as one with the figure after it.
fn opens_number(text: &str) -> bool {
    matches!(text, "§" | "§§" | "n°" | "N°" | "nº" | "Nº" | "№") || is_currency(text) || is_currency_code(text)
}
