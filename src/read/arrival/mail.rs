//! A text quoted in a mail: most lines begin with ">" or "|".
//!
//! ```text
//! On Tuesday, J. Doe wrote:
//! > The General Assembly,
//! >
//! > 1. Requests the Secretary-General to report;
//! ```
//!
//! The quoted lines are the text. What the mail says around them is left out and listed, and a note says so.

use std::collections::BTreeSet;

use super::Lines;
use crate::language::Lexicon;
use crate::read::{Note, Why};

/// Fewer quoted lines say too little.
const FEWEST: usize = 3;

/// Takes the marks of quotation away, and the words of the mail.
pub(super) fn unquote(lines: &mut Lines, lexicon: &Lexicon) -> Option<Note> {
    heads(lines, lexicon);
    let worded = lines.worded();
    let mark = ['>', '|'].into_iter().find(|&mark| is_quoted_by(lines, &worded, mark))?;
    let mut around = 0;
    for at in worded {
        if !lines.lines[at].trim_start().starts_with(mark) {
            lines.leave_out(at, Why::Furniture);
            around += 1;
            continue;
        }
        let line = &lines.lines[at];
        let rest = line.trim_start_matches(|c: char| c == mark || c.is_whitespace());
        // One space belongs to the mark, what is left of it sets the line in.
        let last = line[..line.len() - rest.len()].rfind(mark).map_or(0, |last| last + 1);
        let marks = last + usize::from(line[last..].starts_with(' '));
        lines.cut(at, marks, Why::Quotation);
    }
    let around = around.to_string();
    let message = format!("the text is quoted in a mail: {around} lines that are not quoted were left out");
    (around != "0").then(|| Note::new("mail-quoted", message).with([&around]))
}

/// Whether six lines in ten begin with `mark`. A table has more of "|" in a line.
fn is_quoted_by(lines: &Lines, worded: &[usize], mark: char) -> bool {
    let is_quoted = |at: &&usize| {
        let line = lines.lines[**at].trim();
        line.starts_with(mark) && (mark == '>' || line.matches(mark).count() == 1)
    };
    let quoted = worded.iter().filter(is_quoted).count();
    quoted >= FEWEST && quoted * 10 >= worded.len() * 6
}

/// Leaves out the head of a mail, three lines or more that name a sender, a day, a subject, and the signature below "--"
/// (RFC 3676, section 4.3).
fn heads(lines: &mut Lines, lexicon: &Lexicon) {
    const WITHIN: usize = 12;
    const TOGETHER: usize = 3;
    const LONGEST_SIGNATURE: usize = 12;
    let key = |line: &str| {
        let key = line.trim().trim_start_matches(['>', '*', ' ']).split_once(':')?.0;
        let key = key.trim_end().trim_end_matches('*').to_lowercase();
        lexicon.mail.contains(&key.as_str()).then_some(key)
    };
    let keyed = lines.worded().into_iter().take(WITHIN).filter_map(|at| Some((key(&lines.lines[at])?, at)));
    let (keys, first): (BTreeSet<String>, Vec<usize>) = keyed.unzip();
    // A form asks for the date more than once.
    if first.len() >= TOGETHER && keys.len() == first.len() {
        let worded = lines.worded();
        let signs = |at: &&usize| matches!(lines.lines[**at].trim(), "--" | "—");
        let signed = worded.iter().rev().take(LONGEST_SIGNATURE).find(signs).copied();
        let signature = signed.map_or(0..0, |from| from..lines.lines.len());
        for at in first.into_iter().chain(signature) {
            lines.leave_out(at, Why::Furniture);
        }
    }
}
