//! Numbers that count the lines in the margin, as bills have them.
//!
//! ```text
//! 4  (a) Every pilot shall carry a lamp on board when he           5      when he enters a port at night, and
//! 5  enters a port at night, and shall keep it lit.                       shall keep it lit.
//! ```
//!
//! Paragraphs are numbered so too. Lines are counted where seven in ten of them say the next number, and sentences run on from one
//! numbered line to the next; or where every fifth line says the next multiple of five.

use super::Lines;
use crate::read::Why;
use crate::text::label::{Shape, label};

/// A line that begins with a number.
struct Numbered {
    at: usize,
    number: u32,
    /// Bytes before the words.
    head: usize,
}

/// Takes the numbers of lines away.
pub(super) fn drop_line_numbers(lines: &mut Lines) {
    let worded = lines.worded();
    let numbered: Vec<Numbered> = worded.iter().filter_map(|&at| numbered(&lines.lines[at], at)).collect();
    let found = if counts_every_line(lines, &numbered, worded.len()) { numbered } else { every_fifth(numbered) };
    for line in found {
        lines.cut(line.at, line.head, Why::LineNumber);
    }
}

fn numbered(line: &str, at: usize) -> Option<Numbered> {
    let bare = line.trim_start();
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = bare[digits..].trim_start();
    let is_apart = rest.len() < bare.len() - digits || rest.is_empty();
    let number = bare[..digits].parse().ok().filter(|_| (1..=4).contains(&digits) && is_apart)?;
    Some(Numbered { at, number, head: line.len() - rest.len() })
}

fn counts_every_line(lines: &Lines, numbered: &[Numbered], worded: usize) -> bool {
    const FEWEST: usize = 4;
    const RUNS_ON: usize = 2;
    if numbered.len() < FEWEST || numbered.len() * 10 < worded * 7 {
        return false;
    }
    // A page begins anew.
    let next = |pair: &&[Numbered]| pair[1].number == pair[0].number + 1 || pair[1].number == 1;
    let in_order = numbered.windows(2).filter(next).count();
    let words = |line: &Numbered| &lines.lines[line.at][line.head..];
    let in_lower_case = numbered.iter().filter(|line| words(line).starts_with(char::is_lowercase)).count();
    let is_label = |text: &str| label(text).is_some_and(|label| label.shape != Shape::Bare);
    let runs_on = |pair: &&[Numbered]| {
        let (before, after) = (words(&pair[0]).trim_end(), words(&pair[1]));
        before.ends_with(|c: char| c.is_alphanumeric() || c == ',') && !after.is_empty() && !is_label(after)
    };
    let labelled = numbered.iter().filter(|line| label(words(line)).is_some_and(|label| label.shape == Shape::Point)).count();
    let broken = numbered.windows(2).filter(runs_on).count();
    in_order * 10 >= (numbered.len() - 1) * 9 && in_lower_case > 0 && broken + labelled >= RUNS_ON
}

/// The lines 5, 10, 15 …, where each is the fifth after the one before.
fn every_fifth(numbered: Vec<Numbered>) -> Vec<Numbered> {
    const FEWEST: usize = 3;
    const STEP: usize = 5;
    let fifths: Vec<Numbered> = numbered.into_iter().filter(|line| (line.number as usize).is_multiple_of(STEP)).collect();
    let follows = |pair: &[Numbered]| {
        let is_next = pair[1].number as usize == pair[0].number as usize + STEP && pair[1].at == pair[0].at + STEP;
        is_next || pair[1].number as usize == STEP
    };
    if fifths.len() >= FEWEST && fifths.windows(2).all(follows) { fifths } else { vec![] }
}
