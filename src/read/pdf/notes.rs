//! The texts of footnotes: at the foot of a column, smaller than the text, under a short rule.
//!
//! ```text
//! … dans le cadre de ses groupes de travail et facilita-
//! ────────────
//! ¹ ICC-ASP/20/25.
//! ² ICC-ASP/18/Res.7, annexe I, par. 18.
//! ```
//!
//! The foot begins under the rule, else at the first line from which all are smaller than the text. It is a foot only when one of
//! its lines opens with a raised number or one that a mark of the text calls, or when a note of the page before goes on in it: the rows
//! of a schedule in small type ("1. Propane 6.15") are text.

use super::engine::Stroke;
use super::row::Row;
use crate::language::Lexicon;
use crate::text::superscript;

/// What a line is, if it is part of a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It opens the text of a note; its number takes so many bytes.
    Opens(usize),
    /// It goes on with the note above, or with the last one of the page before.
    GoesOn,
}

/// Text smaller than this part of the body's size is small.
const SMALL: f32 = 0.94;
/// The shortest and the longest rule over notes, in points and in parts of its column.
const SHORTEST_RULE: f32 = 25.0;
const LONGEST_RULE: f32 = 0.75;

/// Where notes are looked for.
pub(super) struct Column<'a> {
    pub(super) rows: &'a [Row],
    /// The horizontal lines of its page.
    pub(super) rules: &'a [Stroke],
    /// The size of the text's characters.
    pub(super) body: f32,
    pub(super) lexicon: &'a Lexicon,
    /// The numbers that marks of the text may call.
    pub(super) called: &'a [u32],
}

/// For each of a column's lines, whether it is part of a note. `open` says that a note stands before, which may go on here.
pub(super) fn notes(column: &Column, open: bool) -> Vec<Option<Part>> {
    let rows = column.rows;
    let mut parts = vec![None; rows.len()];
    let Some((start, is_ruled)) = foot(column) else { return parts };
    let mut opened = open && is_ruled;
    let mut last = 0;
    for (row, part) in rows[start..].iter().zip(&mut parts[start..]) {
        *part = match opens(&row.text, last, column.lexicon) {
            Some((number, length)) => {
                (last, opened) = (number, true);
                Some(Part::Opens(length))
            }
            None => opened.then_some(Part::GoesOn),
        };
    }
    parts
}

/// Where the foot begins, and whether a rule stands over it.
fn foot(column: &Column) -> Option<(usize, bool)> {
    let Column { rows, rules, body, lexicon, called } = *column;
    let is_called = |from: usize| {
        rows[from..].iter().any(|row| {
            let number = opens(&row.text, 0, lexicon).map(|(number, _)| number);
            number.is_some_and(|number| !row.text.starts_with(|c: char| c.is_ascii_digit()) || called.contains(&number))
        })
    };
    let left = rows.iter().map(|row| row.x).fold(f32::INFINITY, f32::min);
    let right = rows.iter().map(|row| row.end).fold(f32::NEG_INFINITY, f32::max);
    let small_from = rows.iter().rposition(|row| row.size > SMALL * body).map_or(0, |last| last + 1);
    let is_over_notes = |rule: &&Stroke| {
        let length = rule.end - rule.x;
        (SHORTEST_RULE..LONGEST_RULE * (right - left).max(150.0)).contains(&length)
            && rule.x < left + 40.0
            && rule.x > left - 40.0
    };
    // The lowest line so far: the first line under a rule is where that is under it.
    let lowest: Vec<f32> = rows
        .iter()
        .scan(f32::INFINITY, |lowest, row| {
            *lowest = lowest.min(row.y);
            Some(*lowest)
        })
        .collect();
    let ruled = rules.iter().filter(is_over_notes).filter_map(|rule| {
        let start = Some(lowest.partition_point(|lowest| *lowest >= rule.y)).filter(|start| *start < rows.len())?;
        // Nothing of the body's size stands under it, or what does is a note by its number.
        let fits = start >= small_from || opens(&rows[start].text, 0, lexicon).is_some() && rows.len() - start < 30;
        fits.then_some(start)
    });
    if let Some(start) = ruled.min() {
        return Some((start, true))
            .filter(|_| is_called(start) || !rows[start..].iter().any(|row| opens(&row.text, 0, lexicon).is_some()));
    }
    let first = rows[small_from..].iter().position(|row| opens(&row.text, 0, lexicon).is_some())?;
    (small_from > 0 && is_called(small_from)).then_some((small_from + first, false))
}

/// The number that a line opens with, and its length: raised, or before a space; `last` is that of the note above.
fn opens(text: &str, last: u32, lexicon: &Lexicon) -> Option<(u32, usize)> {
    let raised: String = text.chars().map_while(superscript).collect();
    if !raised.is_empty() {
        let length = text.chars().take(raised.len()).map(char::len_utf8).sum();
        return Some((raised.parse().ok()?, length));
    }
    if text.starts_with(['*', '†', '‡']) {
        return Some((last, text.chars().take_while(|c| matches!(c, '*' | '†' | '‡')).map(char::len_utf8).sum()));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = text[..digits].parse().ok().filter(|number| *number < 1_000)?;
    let rest = text[digits..].strip_prefix('.').unwrap_or(&text[digits..]);
    let follows = last == 0 || number == 1 || (last..=last + 3).contains(&number);
    let words = rest.trim_start();
    // "1ICC-ASP/20/25.": some writers set no space after a number that is not raised.
    let is_apart = words.len() < rest.len() || rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“' | '"'));
    let is_paragraph = words.starts_with(char::is_lowercase) || lexicon.is_operative(words);
    (follows && is_apart && !is_paragraph).then_some((number, digits))
}
