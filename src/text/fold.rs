//! One comparison form for spellings that mean the same to a reader.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` with case, typographic quotes, dashes, special spaces and invisible characters made alike.
///
/// A match key only: never shown, never a text of its own.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else if text.chars().all(is_composed) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        folded(text.chars())
    } else {
        folded(text.nfc())
    }
}

/// Latin letters and general punctuation: always in normal form C.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..'\u{300}' | '\u{2010}'..='\u{206F}' | '\u{20AC}')
}

fn folded(chars: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(chars.size_hint().1.unwrap_or(0));
    for c in chars {
        match c {
            c if c.is_ascii() => folded.push(if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() }),
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' => folded.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{00AB}' | '\u{00BB}' => folded.push('"'),
            '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}' => folded.push('-'),
            '\u{00AD}' | '\u{200B}' | '\u{FEFF}' => {}
            c if c.is_whitespace() => folded.push(' '),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}
