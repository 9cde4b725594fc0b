//! From the characters of a text to its bytes, without counting from the front each time.
//!
//! ```text
//! OP4   … 12 personnes … 66 recommandations …
//!         ^ 41 characters  ^ 88: from there it is 47 more
//! ```
//!
//! Facts come in the order of the text. Asked for in that order, each text is walked through once.

use crate::structure::Document;
use crate::work::step;

/// Where the characters of one document's units begin, in bytes.
pub(super) struct Bytes<'a> {
    document: &'a Document,
    unit: usize,
    characters: usize,
    byte: usize,
}

impl<'a> Bytes<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        Self { document, unit: 0, characters: 0, byte: 0 }
    }

    /// The text of unit `unit` before its character `at` and from there on.
    pub(super) fn around(&mut self, unit: usize, at: usize) -> (&'a str, &'a str) {
        if unit != self.unit || at < self.characters {
            (self.unit, self.characters, self.byte) = (unit, 0, 0);
        }
        let text = self.document.units[unit].text.as_str();
        let ahead = text[self.byte..].char_indices().nth(at - self.characters).map_or(text.len() - self.byte, |(byte, _)| byte);
        step(at - self.characters);
        (self.characters, self.byte) = (at, self.byte + ahead);
        text.split_at(self.byte)
    }
}
