//! Where a phrase begins, and what a word counts for: the taste of a reader, as whole numbers.
//!
//! ```text
//! Prie | les États, | dans le cadre | de la Cour ; | invite
//! ```
//!
//! A change that starts and ends at a bar reads as one decision; one that starts between "la" and "Cour" does not. The preference
//! for borders after punctuation is that of Fraser's "semantic score" and of git's indent heuristic, carried over to words.

use super::words::{Class, Words};

/// How ill a change begins or ends before word `at`: 0 at a paragraph's or sentence's border, 120 inside a phrase.
pub(super) fn border(words: &Words, at: usize) -> u32 {
    if at == words.row.len() || words.opens_paragraph(at) {
        return 0;
    }
    let (before, after) = (&words.row[at - 1], &words.row[at]);
    match (before.class, after.class) {
        (Class::Stop, _) => 0,
        (Class::Comma, _) => 15,
        // Before the mark that ends the paragraph is as good as after it: it is not retyped with the last words.
        (_, Class::Stop | Class::Comma) if at + 1 == words.row.len() => 0,
        _ if after.gap.is_empty() && before.class == Class::Function => 120,
        (Class::Opening, _) => 90,
        (_, Class::Stop | Class::Comma) => 40,
        (Class::Function, _) => 105,
        (_, Class::Function | Class::Opening) => 45,
        _ => 75,
    }
}
