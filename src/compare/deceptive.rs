//! Characters that make a text other than it looks, named one by one.
//!
//! ```text
//! Pa·rties     a zero-width space (U+200B) stands in it       Рarties     its first letter is Cyrillic (U+0420)
//! ```
//!
//! Such a character never counts as typography, so a change of it is marked; but a mark on a word that looks the same on both sides
//! explains nothing, and one that stood in both years makes no mark at all. Hence a note for each unit and character. A letter of
//! another script is deceptive only in a word that also has Latin letters (the "mixed script" of Unicode TS #39), and a Latin one in a word
//! that is mostly Cyrillic; a joiner or
//! direction mark only where no letter of the text needs it. `O(n)`; next to nothing for texts of Latin letters and quotes.
//!
//! Incomplete: a whole word in another script that looks like a Latin one ("СО").

use crate::structure::{Document, Note, Unit};
use crate::text::is_cyrillic;

/// A note for each deceptive character of each unit of both documents.
pub(super) fn deceptive_characters(documents: [&Document; 2]) -> Vec<Note> {
    documents.into_iter().flat_map(|document| document.units.iter().flat_map(move |unit| notes(document, unit))).collect()
}

fn notes(document: &Document, unit: &Unit) -> Vec<Note> {
    let mut found = found(&unit.text);
    found.sort_unstable();
    found.dedup();
    let say = |(c, why): (char, Why)| {
        let (label, id, code) = (&document.label, &unit.id, u32::from(c));
        let what = match why {
            Why::Invisible => "an invisible character".to_owned(),
            Why::Direction => "a character that turns the direction of the text".to_owned(),
            Why::LookAlike => format!("“{c}”, a letter of another script inside a Latin word"),
            Why::Latin => format!("“{c}”, a Latin letter inside a Cyrillic word"),
        };
        let note = Note::new("deceptive-character", format!("{label} {id}: U+{code:04X}, {what}"));
        note.with([label, id, &format!("{code:04X}")])
    };
    found.into_iter().map(say).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Invisible,
    Direction,
    LookAlike,
    Latin,
}

fn found(text: &str) -> Vec<(char, Why)> {
    let mut found = Vec::new();
    if text.is_ascii() || is_plain(text.as_bytes()) {
        return found;
    }
    let has_joined_script = text.chars().any(|c| matches!(c, '\u{590}'..='\u{109F}' | '\u{1780}'..='\u{18AF}'));
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_mark(c)) {
        let is_latin = |c: char| c.is_alphabetic() && matches!(c, 'A'..='ɏ' | 'Ḁ'..='ỿ');
        let latin = word.chars().filter(|&c| is_latin(c)).count();
        // The fewer letters are the intruders.
        if latin > 0 && word.chars().filter(|&c| is_cyrillic(c)).count() > latin {
            found.extend(word.chars().filter(|&c| is_latin(c)).map(|c| (c, Why::Latin)));
        } else {
            found.extend(word.chars().filter(|&c| latin > 0 && is_look_alike(c)).map(|c| (c, Why::LookAlike)));
        }
    }
    found.extend(text.chars().filter_map(|c| match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some((c, Why::Direction)),
        '\u{200E}' | '\u{200F}' | '\u{61C}' if !has_joined_script => Some((c, Why::Direction)),
        '\u{200C}' | '\u{200D}' if !has_joined_script => Some((c, Why::Invisible)),
        c if is_invisible(c) => Some((c, Why::Invisible)),
        _ => None,
    }));
    found
}

/// Whether all is what it looks like: below U+0300 and from U+2010 to U+2027, where quotes and dashes stand.
fn is_plain(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|&b| b >= 0xCC) {
        match &rest[at..] {
            [0xE2, 0x80, 0x90..=0xA7 | 0xAF, after @ ..] => rest = after,
            _ => return false,
        }
    }
    true
}

/// Combining marks and invisible characters part no word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200C}' | '\u{200D}') || is_invisible(c)
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}'
    )
}

/// Letters of scripts that have look-alikes of Latin ones; the Greek mu and omega are signs of measure too.
fn is_look_alike(c: char) -> bool {
    c.is_alphabetic()
        && matches!(
            c,
            '\u{370}'..='\u{3BB}' | '\u{3BD}'..='\u{3FF}' | '\u{400}'..='\u{52F}' | '\u{531}'..='\u{58F}' | '\u{13A0}'..='\u{13FF}'
                | '\u{FF21}'..='\u{FF5A}' | '\u{1D400}'..='\u{1D7FF}'
        )
        && c != 'Ω'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_deceives_is_found() {
        assert_eq!(found("the Pa\u{200B}rties"), [('\u{200B}', Why::Invisible)]);
        assert_eq!(found("the \u{420}arties"), [('\u{420}', Why::LookAlike)]);
        assert_eq!(found("the \u{202E}Parties"), [('\u{202E}', Why::Direction)]);
        assert_eq!(found("les \u{39F}rganes"), [('\u{39F}', Why::LookAlike)]);
        assert_eq!(found("рaботу"), [('a', Why::Latin)]);
    }

    #[test]
    fn what_only_looks_foreign_is_not() {
        for text in [
            "l’œuvre « à l’État » – 12\u{202F}% …",
            "Организация Объединённых Наций (ООН), the UN",
            "5 μg, 3 kΩ, α-amylase",
            "cafe\u{301} co\u{AD}operation",
            "می\u{200C}خواهم \u{200F}12",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
