//! One comparison form for spellings that mean the same to a reader.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::ascii::{self, PRINTED};
use super::scripts::alike;

/// `text` with case, typographic quotes, dashes, special spaces, invisible characters and what other scripts write in two ways made alike.
///
/// A match key only: never shown, never a text of its own.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else if is_composed(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        folded(text)
    } else {
        folded(&text.nfc().collect::<String>())
    }
}

/// `text` in small letters; most words are.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    if is_small(text.as_bytes()) || !text.contains(char::is_uppercase) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}

/// Whether a text holds no capital by the look of its bytes: ASCII, ß to ÿ, and the apostrophe of a typesetter.
fn is_small(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'A'..=b'Z' => return false,
            ..=0x7F => 1,
            0xC3 if matches!(bytes.get(at + 1), Some(0x9F..)) => 2,
            0xE2 if matches!(bytes[at..], [_, 0x80, 0x99, ..]) => 3,
            _ => return false,
        };
    }
    true
}

/// As `char::is_alphanumeric`, at once for the small letters of Latin-1.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    matches!(c, 'a'..='z' | 'à'..='ö') || c.is_alphanumeric()
}

/// Whether `text` holds only Latin letters below U+0300 and general punctuation, which are in normal form C; so are most texts.
pub(crate) fn is_composed(text: &str) -> bool {
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

/// How many bytes at the front are printed ASCII or the small letters of Latin-1, which folding leaves as they are but for capitals.
fn kept(bytes: &[u8]) -> usize {
    let mut at = ascii::run(bytes, PRINTED);
    while matches!(bytes[at..], [0xC3, 0x9F..=0xBF, ..]) {
        at += 2;
        at += ascii::run(&bytes[at..], PRINTED);
    }
    at
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // Most of a text stays as it is: it is taken in runs.
        let (run, after) = rest.split_at(kept(rest.as_bytes()));
        folded.push_str(run);
        let Some(c) = after.chars().next() else { break };
        rest = &after[c.len_utf8()..];
        match c {
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' => folded.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{00AB}' | '\u{00BB}' => folded.push('"'),
            '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}' => folded.push('-'),
            '\u{00AD}' | '\u{200B}' | '\u{FEFF}' => {}
            c if c.is_whitespace() => folded.push(' '),
            ..'\u{400}' => folded.extend(c.to_lowercase()),
            c => folded.extend(alike(c).into_iter().flat_map(char::to_lowercase)),
        }
    }
    folded.make_ascii_lowercase();
    folded
}
