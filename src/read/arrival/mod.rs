//! What the way that a text came by put around and between its words, undone before its lines are read.
//!
//! ```text
//! "JVBERi0xLjcKJeLjz9MK…"     a mail carries a file              encoded
//! "> 1. Requests"             a mail quotes the text             mail
//! " 4  1. Requests"           the margin counts the lines        margin
//! "D E C I S I O N   4"       a typewriter spaced the letters    spaced
//! "coopéra¬", "41 e séance"   a text recogniser read it          recognised
//! "o⇥in writing;"              a word processor set bullets       bullets
//! "Fees ........ 12"          a table of contents                contents
//! "Travel     11     12"      a table                            rows
//! "[1] A/62/10."              notes, typed at the end            notes
//! ```
//!
//! Each step asks for evidence from the whole text and changes nothing without it. Lines keep their numbers. `O(n)`.

mod bullets;
mod contents;
mod encoded;
mod mail;
mod margin;
mod notes;
mod recognised;
mod rows;
mod spaced;

use std::borrow::Cow;

use super::{Block, Note, Repair, Why};
use crate::language::Language;

/// A text without what its way put around it, and what was taken out of its lines as blocks of their own: rows and notes.
pub(super) struct Arrived {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
}

/// The lines of a text, which lose or change what is undone.
struct Lines<'a> {
    lines: Vec<Cow<'a, str>>,
    repairs: &'a mut Vec<Repair>,
}

/// Undoes what the way of `text` did to it.
pub(super) fn undone(text: &str, language: Language, repairs: &mut Vec<Repair>, doubts: &mut Vec<Note>) -> Arrived {
    let lexicon = language.lexicon();
    let mut lines = Lines { lines: text.split('\n').map(Cow::Borrowed).collect(), repairs };
    doubts.extend(encoded::leave_out(&mut lines));
    doubts.extend(mail::unquote(&mut lines, lexicon));
    margin::drop_line_numbers(&mut lines);
    spaced::close_up(&mut lines);
    recognised::mend(&mut lines, language);
    bullets::restore(&mut lines);
    contents::leave_out(&mut lines, lexicon);
    let mut blocks = rows::take(&mut lines, lexicon);
    blocks.extend(notes::take(&mut lines, lexicon));
    Arrived { text: lines.lines.join("\n"), blocks }
}

impl Lines<'_> {
    /// The places of the lines that are not blank.
    fn worded(&self) -> Vec<usize> {
        (0..self.lines.len()).filter(|&at| !self.lines[at].trim().is_empty()).collect()
    }

    /// Makes the line `at` blank and lists what stood there.
    fn leave_out(&mut self, at: usize, why: Why) {
        let before = self.lines[at].trim().to_owned();
        if !before.is_empty() {
            self.repairs.push(Repair { line: at + 1, before, after: String::new(), why });
        }
        self.blank(at);
    }

    /// Makes the line `at` blank; a page that begins with it still does.
    fn blank(&mut self, at: usize) {
        let page = if self.lines[at].contains('\u{c}') { "\u{c}" } else { "" };
        self.lines[at] = Cow::Borrowed(page);
    }

    /// Cuts the first `bytes` of the line `at`, and lists what of it is no white space.
    fn cut(&mut self, at: usize, bytes: usize, why: Why) {
        let (head, rest) = self.lines[at].split_at(bytes);
        let (before, page) = (head.trim().to_owned(), if head.contains('\u{c}') { "\u{c}" } else { "" });
        self.lines[at] = Cow::Owned(format!("{page}{rest}"));
        self.repairs.push(Repair { line: at + 1, before, after: String::new(), why });
    }
}
