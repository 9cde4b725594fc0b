//! A symbol and its date change together: they name one document.
//!
//! ```text
//! cheapest  resolution [73/4 → 74/5] of 6 December 2018
//! here      resolution [73/4 of 6 December 2018 → 74/5 of 6 December 2018]
//! ```
//!
//! Where a change ends with another symbol on either side and the kept words after it are a date tied to it ("of", "du", ", en date
//! du"), the date joins the change; so does a kept symbol before a date that changed. A figure takes "million" along in the same way.
//! A date, a figure with its unit and a symbol with its year are single words already (`text::token`). `O(changes)`.

use super::shortest::Kept;
use super::words::{Class, Word, Words};
use crate::text::{TokenKind, lower};

/// Most words that tie a date to its symbol: ", en date du" has four.
const TIE: usize = 4;

/// Shortens the kept rows that begin or end inside one reference. The rows stay in order; none is left empty.
pub(super) fn keep_together(old: &Words, new: &Words, script: &mut Vec<Kept>) {
    for k in 1..script.len() {
        let (before, after) = (script[k - 1], script[k]);
        let gone = &old.row[before.old + before.len..after.old];
        let come = &new.row[before.new + before.len..after.new];
        let ([.., last_gone], [.., last_come]) = (gone, come) else { continue };
        let both = |kind| last_gone.kind == kind && last_come.kind == kind;
        let row = &old.row[after.old..after.old + after.len];
        let taken = match () {
            () if both(TokenKind::Symbol) => tied(row.iter(), TokenKind::Date),
            () if both(TokenKind::Number) => usize::from(row.first().is_some_and(is_multiple)),
            () => 0,
        };
        script[k] = Kept { old: after.old + taken, new: after.new + taken, len: after.len - taken };
        if gone[0].kind == TokenKind::Date && come[0].kind == TokenKind::Date {
            let row = &old.row[before.old..before.old + before.len];
            script[k - 1].len -= tied(row.iter().rev(), TokenKind::Symbol);
        }
    }
    script.retain(|kept| kept.len > 0);
}

/// How many words there are up to one of `kind`, all before it small; 0 where there is none.
fn tied<'a>(words: impl Iterator<Item = &'a Word<'a>>, kind: TokenKind) -> usize {
    for (at, word) in words.take(TIE + 1).enumerate() {
        if word.kind == kind {
            return if at == 0 { 0 } else { at + 1 };
        }
        let ties = matches!(word.class, Class::Function) || matches!(word.text, "," | "dated" | "date" | "fecha");
        if !ties || is_connective(word) {
            return 0;
        }
    }
    0
}

/// "and" ties two references, not the parts of one.
fn is_connective(word: &Word) -> bool {
    matches!(word.text, "and" | "or" | "et" | "ou" | "y" | "o" | "e")
}

/// "million" and its like: a figure is not read without it.
fn is_multiple(word: &Word) -> bool {
    let word = lower(word.text);
    ["million", "billion", "trillion", "milliard", "millón", "millon", "thousand"]
        .iter()
        .any(|multiple| word.starts_with(multiple))
}
