//! The texts of footnotes at the foot of wrapped pages.
//!
//! ```text
//! … adoptées par les États Parties en 20074, rappelle le dépliant
//! ______________
//! 4 ICC-ASP/6/Rés.2, annexe II.             or "4." or "4" on a line of its own, or all the numbers and then all the texts
//!  produit par la Cour …                    (the next page)
//! ```
//!
//! A page's last lines are notes when they open with the next numbers of the count, one after the other, and the page above
//! calls the first of them. Notes at the end of the whole text are found the same way.

use super::line::Line;
use crate::language::Lexicon;
use crate::text::label::{Shape, label};
use crate::text::{raised, raised_opening};

/// What a line of a page's foot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The number of a note, alone on its line.
    Number(u32),
    /// A note with its number.
    Opens(u32),
    /// The text of the note whose number stood alone.
    Text(u32),
    /// It goes on with the note above.
    GoesOn,
}

/// A foot longer than this is no foot.
const MOST_LINES: usize = 40;

/// For each line, whether it is part of a footnote's text. `tops` marks the lines that stand first on a page.
pub(super) fn notes(lines: &[&Line], tops: &[bool], lexicon: &Lexicon) -> Vec<Option<Part>> {
    let mut parts = vec![None; lines.len()];
    let (mut next, mut start) = (1, 0);
    let borders = tops.iter().enumerate().skip(1).filter(|(_, top)| **top).map(|(at, _)| at);
    for end in borders.chain([lines.len()]) {
        let above = if end == lines.len() { 0 } else { start };
        let opens_foot = |at: &usize| {
            let number = opens(lines[*at], next, lexicon) || is_lone(lines[*at], next) && at + 1 < end;
            number && calls(&lines[above..*at], next, lexicon) && !holds_paragraphs(&lines[*at..end], next)
        };
        // Only the last page may hold nothing but notes.
        let earliest = if end == lines.len() { start.max(1) } else { start + 1 };
        if let Some(first) = (earliest.max(end.saturating_sub(MOST_LINES))..end).find(opens_foot) {
            let end = first + ends_at(&lines[first..end], lexicon);
            next = divide(&lines[first..end], next, lexicon, &mut parts[first..end]);
        }
        start = end;
    }
    parts
}

/// Where a foot ends: with its page, or, where a page that no form feed begins goes on below it with a numbered paragraph, behind its last
/// note that a blank line follows.
fn ends_at(lines: &[&Line], lexicon: &Lexicon) -> usize {
    let acts = |line: &&Line| label(&line.text).is_some_and(|l| l.shape == Shape::Point && lexicon.is_operative(l.rest));
    let Some(paragraph) = lines.iter().skip(1).position(acts).map(|at| at + 1) else { return lines.len() };
    let is_end = |at: &usize| lines[*at].after_blank && lines[*at - 1].text.ends_with('.');
    (1..=paragraph).find(is_end).unwrap_or(paragraph)
}

/// Tells the notes of one foot apart; gives the number that comes after them.
fn divide(lines: &[&Line], mut next: u32, lexicon: &Lexicon, parts: &mut [Option<Part>]) -> u32 {
    // Numbers that stood alone and have no text yet, and whether the text before can end.
    let (mut waiting, mut ended) = (std::collections::VecDeque::new(), true);
    for (line, part) in lines.iter().zip(parts) {
        *part = Some(if is_lone(line, next) {
            waiting.push_back(next);
            next += 1;
            Part::Number(next - 1)
        } else if opens(line, next, lexicon) {
            next += 1;
            Part::Opens(next - 1)
        } else if let Some(number) = if ended { waiting.pop_front() } else { None } {
            Part::Text(number)
        } else {
            Part::GoesOn
        });
        ended = matches!(part, Some(Part::Number(_))) || line.text.trim_end_matches([' ', '↩']).ends_with('.');
    }
    next
}

fn is_lone(line: &Line, number: u32) -> bool {
    after(&line.text, number).is_some_and(|rest| rest.bytes().all(|b| b == b'.'))
}

/// What follows the number that `text` begins with, if it is this one.
fn after(text: &str, number: u32) -> Option<&str> {
    if let Some((raised, rest)) = raised_opening(text) {
        return (raised == number).then_some(rest);
    }
    let (digits, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    (!digits.starts_with('0') && digits.parse() == Ok(number)).then_some(rest)
}

/// "4 ICC-ASP/6/Rés.2", "4. Voir …": the number, then a capital or a quote, and no paragraph of the resolution.
fn opens(line: &Line, number: u32, lexicon: &Lexicon) -> bool {
    let Some(rest) = after(&line.text, number) else { return false };
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let text = rest.trim_start();
    let month = text.split_whitespace().next().is_some_and(|w| lexicon.months.contains(&w.to_lowercase().as_str()));
    let quoted_or_capital = text.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '“' | '"'));
    (rest.len() > text.len() || raised_opening(&line.text).is_some())
        && !month
        && quoted_or_capital
        && !lexicon.is_operative(text)
}

/// Whether numbered paragraphs stand among `lines`: then they are no foot.
fn holds_paragraphs(lines: &[&Line], next: u32) -> bool {
    lines
        .iter()
        .filter_map(|line| label(&line.text))
        .any(|l| l.value().is_some_and(|v| v > next + 20) || l.printed.starts_with('('))
}

/// Whether `lines` hold the number as a mark: glued to a word or a year, or set apart. The number of "Annex 1" calls nothing.
fn calls(lines: &[&Line], number: u32, lexicon: &Lexicon) -> bool {
    let digits = number.to_string();
    let set_high = raised(&digits);
    lines.iter().filter(|line| !lexicon.is_part_number(&line.text)).any(|line| {
        line.text.contains(&set_high)
            || line.text.match_indices(&digits).any(|(at, _)| {
                let before = line.text[..at].chars().next_back();
                let after = line.text[at + digits.len()..].chars().next();
                let ends = after.is_none_or(|c| !c.is_alphanumeric());
                ends && before.is_some_and(|c| {
                    c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | ';' | ')' | '»' | '”' | '"' | '’' | '[')
                })
            })
    })
}
