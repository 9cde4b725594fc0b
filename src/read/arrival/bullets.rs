//! Letters that the bullets of a word processor became when their font was lost.
//!
//! ```text
//! o⇥in writing;      §⇥by letter;      Ø   by telephone;       →     •⇥in writing;
//! ```
//!
//! Courier's "o" and the signs of Wingdings stand before a tab or several spaces; the Spanish "o" never does. `O(n)`.

use super::Lines;
use crate::read::{Repair, Why};

/// Reads such letters at the beginning of a line as bullets.
pub(super) fn restore(lines: &mut Lines) {
    for at in 0..lines.lines.len() {
        let line = lines.lines[at].as_ref();
        let bare = line.trim_start();
        let Some(letter) = bare.chars().next().filter(|c| matches!(c, 'o' | '§' | 'Ø' | 'ü')) else {
            continue;
        };
        let rest = &bare[letter.len_utf8()..];
        let is_apart = rest.starts_with('\t') || rest.starts_with("   ");
        if is_apart && rest.trim_start().starts_with(char::is_alphabetic) {
            let indent = &line[..line.len() - bare.len()];
            let restored = format!("{indent}•{rest}");
            lines.repairs.push(Repair { line: at + 1, before: letter.to_string(), after: "•".to_owned(), why: Why::Bullet });
            lines.lines[at] = restored.into();
        }
    }
}
