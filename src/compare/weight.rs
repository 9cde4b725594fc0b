//! Whether a change of words is typography or substance.
//!
//! ```text
//! editorial     ' → ’     Rés. → Res.     66 → soixante-six     ; → . at the end     Urges → urges behind a new opening
//! substantive   [ ]       et/ou → et      a comma inside        12 → 13              Parties → parties     a zero-width space
//! ```
//!
//! Most typographic differences never come here: words are matched by their [comparison form](super::key). What comes here was
//! matched by nothing, and is editorial only when it can be shown to be. When in doubt it is substantive: a reader may pass over what
//! is marked lightly.

use std::ops::Range;

use super::comparison::EditWeight;
use super::words::{Word, Words};
use crate::language::{Language, number_in_words, ordinal_figure, ordinal_word};
use crate::text::TokenKind;

/// The weight of the change from some words of the old text to some of the new.
pub(super) fn weigh(old: &Words, from: Range<usize>, new: &Words, to: Range<usize>) -> EditWeight {
    let (before, after) = (&old.row[from], &new.row[to]);
    let is_editorial = is_final_mark(before, after)
        || is_same_number([old, new], [before, after])
        || (!before.is_empty() && is_same_but_for_gaps(before, after));
    if is_editorial { EditWeight::Editorial } else { EditWeight::Substantive }
}

/// A paragraph's final stop that came, went or was exchanged; where a paragraph was split or joined, one side's is inside.
fn is_final_mark(before: &[Word], after: &[Word]) -> bool {
    let is_mark = |words: &[Word]| matches!(words, [] | [Word { text: "." | ";" | ",", .. }]);
    is_mark(before) && is_mark(after) && before.iter().chain(after).any(|w| w.is_final)
}

/// "66" and "soixante-six"; "120" and "one hundred and twenty"; "28º" and "vigésimo octavo".
fn is_same_number(sides: [&Words; 2], [before, after]: [&[Word]; 2]) -> bool {
    match (before, after) {
        ([figure], words) if figure.kind == TokenKind::Number => says(sides[1], words, figure, sides[0].language),
        (words, [figure]) if figure.kind == TokenKind::Number => says(sides[0], words, figure, sides[1].language),
        _ => false,
    }
}

/// Whether some words say what a figure of the other text does.
fn says(side: &Words, words: &[Word], figure: &Word, figured: Language) -> bool {
    // The longest, "nine hundred and ninety-nine thousand …", has eight words; longer stretches are not worth reading.
    if !(1..=9).contains(&words.len()) || words.iter().any(|w| w.kind != TokenKind::Word) {
        return false;
    }
    let said = words.iter().flat_map(|w| [w.gap, w.text]).collect::<String>();
    let digits: String = figure.text.chars().filter(|c| !c.is_whitespace()).collect();
    match (digits.parse(), ordinal_figure(figure.text, figured)) {
        (Ok(value), _) => number_in_words(said.trim(), side.language) == Some(value),
        (_, Some(ordinal)) => ordinal_word(said.trim(), side.language) == Some(ordinal),
        _ => false,
    }
}

/// The same characters but for typography and for spaces beside marks; a space between two letters or figures parts two words.
fn is_same_but_for_gaps(before: &[Word], after: &[Word]) -> bool {
    // Most changes show at their first letter that they are one; only those that do not are spelt out.
    let first = |words: &[Word]| words.first().and_then(|w| w.text.bytes().next()).filter(u8::is_ascii_alphanumeric);
    let differs = matches!((first(before), first(after)), (Some(a), Some(b)) if a != b);
    !differs && form(before) == form(after)
}

fn form(words: &[Word]) -> String {
    let mut form = String::new();
    for word in words {
        let parts = word.text.starts_with(char::is_alphanumeric) && form.ends_with(char::is_alphanumeric);
        if parts && !word.gap.is_empty() {
            form.push(' ');
        }
        form.push_str(&super::key::plain(word.text));
    }
    form
}
