//! Notes typed at the end of a text, each behind the mark that calls it.
//!
//! ```text
//! 1. Welcomes what the pilots said in 2007[1] about the lamps.*
//!
//! [1] Papers of the Bureau, vol. II.
//! * Adopted without a vote.
//! ```
//!
//! Raised figures, figures before a slash and asterisks are typed so too. They are notes where the text above calls half of them.

use rustc_hash::FxHashSet;

use super::Lines;
use crate::read::{Block, Repair, Why};
use crate::text::superscript;

/// A line that opens a note: bytes of its mark, and the mark.
struct Opening {
    at: usize,
    start: usize,
    end: usize,
}

/// Takes the notes at the end out of the lines.
pub(super) fn take(lines: &mut Lines) -> Vec<Block> {
    let worded = lines.worded();
    let openings = openings(lines, &worded);
    let Some(first) = openings.first().map(|opening| opening.at) else { return vec![] };
    let calls: FxHashSet<&str> = lines.lines[..first].iter().flat_map(|line| calls(line)).collect();
    let called = openings.iter().filter(|note| calls.contains(&lines.lines[note.at][note.start..note.end])).count();
    if called * 2 < openings.len() || called == 0 {
        return vec![];
    }
    let slashed = openings.iter().any(|opening| lines.lines[opening.at][..opening.end].ends_with('/'));
    let mut blocks: Vec<Block> = vec![];
    let mut next = openings.iter().peekable();
    for &at in worded.iter().filter(|&&at| at >= first) {
        if let Some(&Opening { start, end, .. }) = next.next_if(|opening| opening.at == at) {
            let line = &lines.lines[at];
            let text = format!("{} {}", &line[start..end], words(&line[end..]));
            blocks.push(Block { counted: end - start, ..Block::note(text, at + 1) });
        } else if let Some(open) = blocks.last_mut() {
            open.text.push(' ');
            open.text.push_str(&words(&lines.lines[at]));
        }
        lines.blank(at);
    }
    if slashed {
        call_in_brackets(lines, first);
    }
    blocks
}

/// The lines at the end that open notes, and those that go on with them, from the first note on.
fn openings(lines: &Lines, worded: &[usize]) -> Vec<Opening> {
    let mut found: Vec<Opening> = vec![];
    let mut going_on = 0;
    for &at in worded.iter().rev() {
        if let Some((start, end)) = mark(&lines.lines[at]) {
            // What stands between two notes, and behind the last, is wrapped at the margin: no blank line.
            found.push(Opening { at, start, end });
            going_on = 0;
        } else if going_on < 3 && at > 0 && !lines.lines[at - 1].trim().is_empty() {
            going_on += 1;
        } else {
            break;
        }
    }
    found.reverse();
    found
}

/// The bytes of the mark that `line` opens with, before words: "[1]", "¹", "1/", "*", "[^1]:".
fn mark(line: &str) -> Option<(usize, usize)> {
    let bare = line.trim_start();
    let start = line.len() - bare.len();
    let end = mark_length(bare);
    // "1/2" is a fraction.
    if end == 0 || bare[..end].ends_with('/') && !bare[end..].starts_with(' ') {
        return None;
    }
    let rest = bare[end..].trim_start_matches([' ', '\u{a0}', '\t', ':']);
    let is_apart = rest.len() < bare.len() - end || bare[end..].starts_with(char::is_uppercase);
    let opens = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '«' | '“' | '"' | '('));
    (is_apart && opens).then_some((start, start + end))
}

/// The marks in `line` that stand behind a word or a stop.
fn calls(line: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(at) = line[from..].find(|c: char| opens_mark(c)).map(|at| from + at) {
            let length = mark_length(&line[at..]);
            let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
            from = at + length.max(digits).max(line[at..].chars().next().map_or(1, char::len_utf8));
            let behind = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ';' | ':' | ')' | ']' | '”' | '"' | '»');
            if length > 0 && line[..at].trim_end().ends_with(behind) {
                return Some(&line[at..at + length]);
            }
        }
        None
    })
}

fn opens_mark(c: char) -> bool {
    matches!(c, '[' | '*' | '†' | '‡') || c.is_ascii_digit() || superscript(c).is_some()
}

/// Bytes of the mark at the head of `text`; 0 where there is none: "[1]", "¹", "1/", "*".
fn mark_length(text: &str) -> usize {
    const LONGEST: usize = 3;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let raised = text.find(|c| superscript(c).is_none()).unwrap_or(text.len());
    let signs = text.find(|c| !matches!(c, '*' | '†' | '‡')).unwrap_or(text.len());
    if raised > 0 {
        return raised;
    }
    if signs > 0 {
        return if text[..signs].chars().count() <= LONGEST { signs } else { 0 };
    }
    let inner = text.strip_prefix('[').unwrap_or(text);
    let opened = text.len() - inner.len();
    let figures = digits(inner);
    let closes = inner[figures..].starts_with(if opened > 0 { ']' } else { '/' });
    if (1..=LONGEST).contains(&figures) && closes { opened + figures + 1 } else { 0 }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches(": ").to_owned()
}

/// Writes "1/" behind a word as `[^1]`, a mark that nothing else is written like.
fn call_in_brackets(lines: &mut Lines, end: usize) {
    for at in 0..end {
        let line = lines.lines[at].clone();
        let mut out = String::new();
        let mut from = 0;
        for (slash, _) in line.match_indices('/') {
            let digits = line[from..slash].bytes().rev().take_while(u8::is_ascii_digit).count();
            let head = &line[from..slash - digits];
            let tail = &line[slash + 1..];
            let ends = tail.is_empty() || tail.starts_with([' ', ',', ';', '.', ':', ')']);
            let behind =
                head.trim_end().ends_with(|c: char| c.is_alphabetic() || matches!(c, ',' | ';' | '.' | ':' | ')' | '"' | '”'));
            if (1..=3).contains(&digits) && ends && behind {
                let number = &line[slash - digits..slash];
                let after = format!("[^{number}]");
                lines.repairs.push(Repair {
                    line: at + 1,
                    before: format!("{number}/"),
                    after: after.clone(),
                    why: Why::NoteSign,
                });
                out.push_str(head.trim_end());
                out.push_str(&after);
                from = slash + 1;
            }
        }
        if from > 0 {
            out.push_str(&line[from..]);
            lines.lines[at] = out.into();
        }
    }
}
