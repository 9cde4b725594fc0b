//! Footnote marks: raised figures that call a note of the text.
//!
//! ```text
//! adoptées par les États Parties en 2007⁴, rappelle …        ⁴ ICC-ASP/6/Rés.2, annexe II.        → mark 4 after "2007"
//! ```
//!
//! Where every note of a text is called by a raised figure, those figures are its marks and no other is. Else they stay in the text,
//! raised, for structure to judge with all other figures.

use super::super::{Block, Mark, Role};

/// The figure that a raised character stands for.
pub(super) fn figure(c: char) -> Option<char> {
    match c {
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '\u{2074}'..='\u{2079}' => char::from_digit(u32::from(c) - 0x2070, 10),
        _ => None,
    }
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
        let Some(digit) = figure(c) else { continue };
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
