//! Footnote marks: raised figures that call a note of the text.
//!
//! ```text
//! adoptées par les États Parties en 2007⁴, rappelle …        ⁴ ICC-ASP/6/Rés.2, annexe II.        → mark 4 after "2007"
//! ```
//!
//! Where every note of a text is called by a raised figure, those figures are its marks and no other is; powers ("25 m²") never are.
//! Else they stay in the text, raised, for structure to judge with all other figures.

use super::super::{Block, Mark, Role};
use crate::text::{RaisedRun, raised_runs, superscript, takes_power};

/// Notes that stand together at the end of a text: each opens with a number that a raised figure before them calls.
pub(super) fn find_end_notes(blocks: &mut [Block]) {
    if blocks.iter().any(|block| block.role == Role::Note) {
        return;
    }
    let numbers: Vec<u32> = blocks.iter().flat_map(|block| called(&block.text)).collect();
    let number = |block: &Block| opening_number(&block.text).map(|(number, _)| number);
    let mut first = blocks.len();
    // Upwards from the last: each number is one less than the one below it, down to 1.
    while let Some(above) = first.checked_sub(1).and_then(|at| number(&blocks[at])) {
        let counts = blocks.get(first).and_then(number).is_none_or(|below| above + 1 == below);
        if !counts || !numbers.contains(&above) {
            break;
        }
        first -= 1;
    }
    if blocks.get(first).and_then(number) != Some(1) {
        return;
    }
    for block in &mut blocks[first..] {
        if let Some((number, length)) = opening_number(&block.text) {
            block.text = format!("{number} {}", block.text[length..].trim_start());
            block.role = Role::Note;
        }
    }
}

/// The number that a note opens with, raised or not, and its bytes.
fn opening_number(text: &str) -> Option<(u32, usize)> {
    let digits: String = text.chars().map_while(|c| superscript(c).or(Some(c).filter(char::is_ascii_digit))).collect();
    let length = text.chars().take(digits.len()).map(char::len_utf8).sum();
    let words = text[length..].starts_with(char::is_whitespace) && !text[length..].trim().is_empty();
    digits.parse().ok().filter(|_| words).map(|number| (number, length))
}

/// Takes the marks out of the texts of `blocks` when all notes that have numbers are called by raised figures; one may have an asterisk.
pub(super) fn set_marks(blocks: &mut [Block]) {
    let number = |block: &Block| block.text.split_whitespace().next().and_then(|number| number.parse().ok());
    let are_notes = |block: &&Block| block.role == Role::Note;
    let has_sign = |block: &&Block| block.text.starts_with(['*', '†', '‡']);
    let notes: Vec<Option<u32>> = blocks.iter().filter(are_notes).filter(|block| !has_sign(block)).map(number).collect();
    let numbers: Vec<u32> = blocks.iter().filter(|block| !are_notes(block)).flat_map(|block| called(&block.text)).collect();
    if notes.is_empty() || !notes.iter().all(|note| note.is_some_and(|note| numbers.contains(&note))) {
        return;
    }
    for block in blocks.iter_mut().filter(|block| block.role != Role::Note) {
        let (mut text, mut marks, mut from) = (String::new(), vec![], 0);
        let is_call = |run: &RaisedRun| run.iter().all(|(_, number)| notes.contains(&Some(*number)));
        for run in runs(&block.text).filter(is_call) {
            let (Some((first, _)), Some((last, _))) = (run.first(), run.last()) else { continue };
            text.push_str(&block.text[from..first.start]);
            text.truncate(text.trim_end().len());
            let at = text.chars().count();
            marks.extend(run.iter().map(|(_, number)| Mark { at, printed: number.to_string() }));
            let rest = &block.text[last.end..];
            // "coopération ¹ , soumis": the space set the mark apart.
            let apart = rest.len() - rest.trim_start_matches(' ').len();
            from = if rest[apart..].starts_with([',', '.', ')']) { last.end + apart } else { last.end };
        }
        text.push_str(&block.text[from..]);
        (block.text, block.marks) = (text, Some(marks));
    }
}

/// The runs of raised figures in `text` that may be marks: not the number that a note opens with.
fn runs(text: &str) -> impl Iterator<Item = RaisedRun> {
    let is_mark = |run: &RaisedRun| run.first().is_some_and(|(span, _)| span.start > 0 && !takes_power(&text[..span.start]));
    raised_runs(text).into_iter().filter(is_mark)
}

/// The numbers that figures of `text` may call: raised, or glued to a word, to what closes it, or to its stop.
pub(super) fn calls(text: &str) -> Vec<u32> {
    let is_set_so = |(at, digits): &(usize, &str)| {
        let (head, tail) = (&text[..*at], &text[at + digits.len()..]);
        let word = head.trim_end_matches([',', ';', '.', ')', '»', '”', '"', '’']);
        !tail.starts_with(char::is_alphanumeric) && word.ends_with(char::is_lowercase) && !takes_power(head)
    };
    let figures =
        text.match_indices(|c: char| c.is_ascii_digit()).filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_digit()));
    let figures = figures.map(|(at, _)| (at, &text[at..at + text[at..].bytes().take_while(u8::is_ascii_digit).count()]));
    called(text).chain(figures.filter(is_set_so).filter_map(|(_, digits)| digits.parse().ok())).collect()
}

/// The numbers that raised figures of `text` may call.
fn called(text: &str) -> impl Iterator<Item = u32> {
    runs(text).flatten().map(|(_, number)| number)
}
