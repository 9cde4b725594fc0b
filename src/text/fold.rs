//! One comparison form for spellings that mean the same to a reader.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` with case, typographic quotes, dashes, special spaces and invisible characters made alike.
///
/// A match key only: never shown, never a text of its own.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else if is_composed(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        folded(text)
    } else {
        folded(&text.nfc().collect::<String>())
    }
}

/// `text` in small letters; most words are.
pub fn lower(text: &str) -> Cow<'_, str> {
    let has_capital =
        if text.is_ascii() { text.bytes().any(|b| b.is_ascii_uppercase()) } else { text.contains(char::is_uppercase) };
    if has_capital { Cow::Owned(text.to_lowercase()) } else { Cow::Borrowed(text) }
}

/// As `char::is_alphanumeric`, at once for the small letters of Latin-1.
pub fn is_alphanumeric(c: char) -> bool {
    matches!(c, 'a'..='z' | 'à'..='ö') || c.is_alphanumeric()
}

/// Whether `text` holds only Latin letters below U+0300 and general punctuation, which are in normal form C; so are most texts.
pub fn is_composed(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|&b| b >= 0xCC) {
        rest = match &rest[at..] {
            // U+2002 to U+206F, and the euro sign.
            [0xE2, 0x80, 0x82..=0xBF, after @ ..] | [0xE2, 0x81, 0x80..=0xAF, after @ ..] | [0xE2, 0x82, 0xAC, after @ ..] => {
                after
            }
            _ => return false,
        };
    }
    true
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // Most of a text is ASCII: it is taken in runs.
        let (run, after) = rest.split_at(rest.bytes().take_while(|b| matches!(b, b' '..=b'~')).count());
        folded.push_str(run);
        if !run.is_empty() {
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '\u{DF}'..='\u{FF}' => folded.push(c),
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' => folded.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{00AB}' | '\u{00BB}' => folded.push('"'),
            '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}' => folded.push('-'),
            '\u{00AD}' | '\u{200B}' | '\u{FEFF}' => {}
            c if c.is_whitespace() => folded.push(' '),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded.make_ascii_lowercase();
    folded
}
