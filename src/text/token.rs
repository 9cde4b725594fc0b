//! The noun that cutting a text hands on: a word, a figure or a mark.

/// A piece of a text that changes whole or not at all. Tokens tile the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) struct Token<'a> {
    /// The characters, as they stand.
    pub text: &'a str,
    /// What a reader takes it for.
    pub kind: TokenKind,
}

/// What a reader takes a token for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum TokenKind {
    /// A run of white space.
    Space,
    /// A word, an elided article, a compound, an abbreviation.
    Word,
    /// A figure with all that belongs to it: "1 200 000", "12.5 %", "§ 3", "8e".
    Number,
    /// A date: "9 décembre 2021", "9 décembre", "December 2021".
    Date,
    /// A document symbol: "ICC-ASP/20/Res.2", "34/14", "S/RES/2728 (2024)".
    Symbol,
    /// Punctuation, a bracket, a quotation mark, a sign that stands alone.
    Mark,
}

pub(super) fn is_unit(text: &str) -> bool {
    matches!(text, "%" | "‰" | "％" | "٪") || is_currency(text)
}

pub(super) fn is_currency(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next_back().is_some_and(|c| matches!(c, '$' | '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}'))
        && text.len() <= 6
        && chars.all(|c| c.is_ascii_uppercase())
}
