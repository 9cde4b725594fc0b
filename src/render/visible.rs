//! Make what cannot be seen visible, so that no text can act on the reader's terminal or deceive the reader's eye.
//!
//! ```text
//! source  adopted ESC]8;;http://… BEL here        a right-to-left override before "txt.exe"
//! shown   adopted ␛]8;;http://…␇ here             ‹U+202E›txt.exe
//! ```
//!
//! Control characters are shown as their pictures (Unicode block *Control Pictures*), those that have none, and characters that change the
//! direction of what follows or that have no width at all, by their number. Joiners stay: Persian, Indic scripts and emoji need them.
//! The source keeps every character; only what is shown changes.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` with every deceptive or commanding character replaced by a visible sign.
pub fn visible(text: &str) -> Cow<'_, str> {
    // Most characters are letters of ASCII.
    if !text.chars().any(|c| !matches!(c, ' '..='~') && is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '\t' | '\n' => shown.push(' '),
            '\0'..='\u{1F}' => shown.push(picture(character)),
            '\u{7F}' => shown.push('␡'),
            c if is_hidden(c) => {
                let _ = write!(shown, "‹U+{:04X}›", u32::from(c));
            }
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Whether `character` would not be seen as what it is.
pub(crate) fn is_hidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        // Marks, embeddings, overrides and isolates of direction.
        | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
        // No width, or a line break that is none of ours.
        | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' | '\u{00AD}' | '\u{180E}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}')
}

/// The picture of a control character below the space.
fn picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_to_a_terminal_become_pictures() {
        assert_eq!(visible("a\u{1b}[31mb\u{7}\r"), "a␛[31mb␇␍");
        assert_eq!(visible("\u{9b}2J\u{7f}"), "‹U+009B›2J␡");
    }

    #[test]
    fn characters_that_turn_the_text_round_are_named() {
        assert_eq!(visible("\u{202e}txt.exe\u{200b}"), "‹U+202E›txt.exe‹U+200B›");
    }

    #[test]
    fn ordinary_text_is_not_touched() {
        let text = "« Rés. 2 » — 1\u{202f}200 États, l\u{2019}Assemblée\u{a0}; العربية";
        assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
    }
}
