//! Footnote marks: raised figures that call a note of the text.
//!
//! ```text
//! adoptées par les États Parties en 2007⁴, rappelle …        ⁴ ICC-ASP/6/Rés.2, annexe II.        → mark 4 after "2007"
//! ```
//!
//! Where every note of a text is called by a raised figure, those figures are its marks and no other is. Else they stay in the text,
//! raised, for structure to judge with all other figures.

use super::super::{Block, Mark, Role};
use crate::text::superscript;

/// Notes that stand together at the end of a text: each opens with a number that a raised figure before them calls.
pub(super) fn find_end_notes(blocks: &mut [Block]) {
    if blocks.iter().any(|block| block.role == Role::Note) {
        return;
    }
    let called: Vec<String> = blocks.iter().flat_map(|block| raised(&block.text)).map(|(.., number)| number).collect();
    let number = |block: &Block| opening_number(&block.text).map(|(number, _)| number);
    let mut first = blocks.len();
    // Upwards from the last: each number is one less than the one below it, down to 1.
    while let Some(above) = first.checked_sub(1).and_then(|at| number(&blocks[at])) {
        let counts = blocks.get(first).and_then(number).is_none_or(|below| above + 1 == below);
        if !counts || !called.contains(&above.to_string()) {
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

/// Takes the marks out of the texts of `blocks` when all notes are called by raised figures.
pub(super) fn set_marks(blocks: &mut [Block]) {
    let number = |block: &Block| block.text.split_whitespace().next().map(str::to_owned);
    let notes: Vec<String> = blocks.iter().filter(|block| block.role == Role::Note).filter_map(number).collect();
    let texts = || blocks.iter().filter(|block| block.role != Role::Note);
    let called: Vec<String> = texts().flat_map(|block| raised(&block.text)).map(|(_, _, number)| number).collect();
    if notes.is_empty() || !notes.iter().all(|note| called.contains(note)) {
        return;
    }
    for block in blocks.iter_mut().filter(|block| block.role != Role::Note) {
        let (mut text, mut marks, mut from) = (String::new(), vec![], 0);
        for (start, end, number) in raised(&block.text) {
            if notes.contains(&number) {
                text.push_str(&block.text[from..start]);
                text.truncate(text.trim_end().len());
                marks.push(Mark { at: text.chars().count(), printed: number });
                let rest = &block.text[end..];
                // "coopération ¹ , soumis": the space set the mark apart.
                let apart = rest.len() - rest.trim_start_matches(' ').len();
                from = if rest[apart..].starts_with([',', '.', ')']) { end + apart } else { end };
            }
        }
        text.push_str(&block.text[from..]);
        (block.text, block.marks) = (text, Some(marks));
    }
}

/// The runs of raised figures in `text`: bytes and number.
fn raised(text: &str) -> Vec<(usize, usize, String)> {
    let mut runs: Vec<(usize, usize, String)> = vec![];
    for (at, c) in text.char_indices() {
        let Some(digit) = superscript(c) else { continue };
        match runs.last_mut() {
            Some((_, end, number)) if *end == at => {
                *end += c.len_utf8();
                number.push(digit);
            }
            _ => runs.push((at, at + c.len_utf8(), digit.to_string())),
        }
    }
    runs
}
