//! The forms of a rolling text, in the words of one language, and the two kinds of bracket that they stand in.

use crate::report::phrases::Phrases;

/// The signs about a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) open: char,
    pub(super) close: char,
}

pub(super) const SQUARE: Signs = Signs { open: '[', close: ']' };
pub(super) const WHITE: Signs = Signs { open: '⟦', close: '⟧' };

/// Between alternatives, before the name of who wants the next.
pub(super) const OR: &str = " / ";

/// The words of the forms.
pub(super) struct Forms {
    pub(super) colon: String,
    pub(super) add: &'static str,
    pub(super) del: &'static str,
    pub(super) delete: &'static str,
}

impl Forms {
    pub(super) fn of(phrases: &Phrases) -> Self {
        let words = phrases.compiling;
        // A space that does not break is for print; here every space is plain.
        Self { colon: phrases.colon.replace('\u{a0}', " "), add: words.add, del: words.del, delete: words.delete }
    }
}

/// Whether square brackets pair in `text`.
pub(super) fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    text.chars().all(|c| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        depth >= 0
    }) && depth == 0
}

/// What one space less leaves where a bracket of a text went: of two one stays, and none before a sign that closes or at an end.
pub(super) fn close_up(before: &mut String, after: &str) -> usize {
    let next = after.chars().next();
    let is_open = before.is_empty() || before.ends_with(char::is_whitespace);
    match next {
        Some(next) if next.is_whitespace() && is_open => return next.len_utf8(),
        Some(',' | ';' | '.' | ':' | ')' | '?' | '!') | None if before.ends_with(' ') => drop(before.pop()),
        _ => {}
    }
    0
}
