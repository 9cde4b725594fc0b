//! The texts of footnotes at the foot of wrapped pages.
//!
//! ```text
//! … adoptées par les États Parties en 20074, rappelle le dépliant
//! ______________
//! 4 ICC-ASP/6/Rés.2, annexe II.
//!  produit par la Cour …            (the next page)
//! ```
//!
//! A page's last lines are notes when they open with the next numbers of the count, one after the other, and the page above
//! calls the first of them.

use super::line::Line;
use crate::language::Lexicon;

/// What a line of a page's foot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It opens a note.
    Opens,
    /// It goes on with the note above.
    GoesOn,
}

/// For each line, whether it is part of a footnote's text. `tops` marks the lines that stand first on a page.
pub(super) fn notes(lines: &[&Line], tops: &[bool], lexicon: &Lexicon) -> Vec<Option<Part>> {
    let mut parts = vec![None; lines.len()];
    let mut next = 1;
    let mut start = 0;
    let borders = tops.iter().enumerate().skip(1).filter(|(_, top)| **top).map(|(at, _)| at);
    for end in borders.chain([lines.len()]) {
        if let Some(first) = (start + 1..end).find(|&at| opens(lines[at], next, lexicon) && calls(&lines[start..at], next)) {
            for at in first..end {
                let part = if opens(lines[at], next, lexicon) { Part::Opens } else { Part::GoesOn };
                next += u32::from(part == Part::Opens);
                parts[at] = Some(part);
            }
        }
        start = end;
    }
    parts
}

/// "4 ICC-ASP/6/Rés.2": the number, then a capital, a quote or a figure that is no unit of measure.
fn opens(line: &Line, number: u32, lexicon: &Lexicon) -> bool {
    let digits = number.to_string();
    let Some(rest) = line.text.strip_prefix(&digits) else { return false };
    let text = rest.trim_start();
    let month = text.split_whitespace().next().is_some_and(|w| lexicon.months.contains(&w.to_lowercase().as_str()));
    rest.len() > text.len() && !month && text.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '“' | '"'))
}

/// Whether `lines` hold the number as a mark: glued to a word or a year, or set apart.
fn calls(lines: &[&Line], number: u32) -> bool {
    let digits = number.to_string();
    lines.iter().any(|line| {
        line.text.match_indices(&digits).any(|(at, _)| {
            let before = line.text[..at].chars().next_back();
            let after = line.text[at + digits.len()..].chars().next();
            let ends = after.is_none_or(|c| !c.is_alphanumeric());
            ends && before
                .is_some_and(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | ';' | ')' | '»' | '”' | '"' | '’' | '['))
        })
    })
}
