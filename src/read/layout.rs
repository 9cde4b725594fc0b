//! Which layout a text has, from the lengths and ends of its lines.

use super::Layout;
use super::line::Line;
use crate::text::label::{Shape, label};
use crate::text::{has_space_between, is_caseless, is_comma, is_cyrillic};

/// Lines longer than this are no lines of a printed page.
pub(super) const WIDEST_PAGE: usize = 170;

/// One line in so many stops inside a sentence where lines are broken at the margin.
pub(super) const BROKEN_OF: usize = 8;

/// What decides the layout: counts of lines that are not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) lines: usize,
    /// Three quarters of the lines are not longer, in characters.
    pub(super) wide: usize,
    /// Stop inside a sentence.
    pub(super) broken: usize,
    /// Stand after a blank line; the first is not asked.
    pub(super) blank: usize,
}

/// The lengths and ends of `lines`.
pub(super) fn measured(lines: &[Line]) -> Measured {
    let mut widths: Vec<usize> = lines.iter().map(Line::width).collect();
    widths.sort_unstable();
    let wide = widths.get(widths.len() * 3 / 4).copied().unwrap_or(0);
    // Without case the next line does not say that it goes on: a title stops short of the margin too.
    let is_full = |line: &Line, next: &Line| !next.text.starts_with(is_caseless) || line.width() * 10 >= wide * 7;
    Measured {
        lines: lines.len(),
        wide,
        broken: lines.windows(2).filter(|pair| stops_inside(&pair[0], &pair[1]) && is_full(&pair[0], &pair[1])).count(),
        blank: lines.iter().skip(1).filter(|line| line.after_blank).count(),
    }
}

impl Measured {
    /// A text is wrapped when its long lines are about equally long and many of them stop inside a sentence;
    /// else its paragraphs are lines, set apart by blank lines or not.
    pub(super) fn layout(&self) -> Layout {
        if self.wide <= WIDEST_PAGE && self.broken * BROKEN_OF > self.lines {
            return Layout::Wrapped;
        }
        if self.blank * 2 > self.lines.saturating_sub(1) { Layout::Paragraphs } else { Layout::Lines }
    }

    /// Whether nearly as many lines stop inside a sentence as decide the layout, or only just as many: another version of the same text
    /// may then be taken otherwise. A short text says too little to doubt it.
    pub(super) fn is_doubtful(&self) -> bool {
        const SHORT: usize = 12;
        let weighed = self.broken * BROKEN_OF;
        self.lines >= SHORT && self.wide <= WIDEST_PAGE && weighed * 3 >= self.lines * 2 && weighed * 2 <= self.lines * 3
    }
}

/// The lines of a text whose paragraphs are lines, joined where a sentence of one was broken at the margin of a page all the same. Where
/// a line is longer than a page is wide, none was.
pub(super) fn rejoined(lines: &[Line]) -> Vec<Line> {
    let margin = lines.iter().map(Line::width).max().unwrap_or(0);
    let is_full = |line: &Line| margin <= WIDEST_PAGE && line.width() * 100 >= margin * 85;
    let is_broken = |line: &Line, next: &Line| {
        is_full(line) && line.text.ends_with(char::is_alphanumeric) && !next.after_blank && stops_inside(line, next)
    };
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut goes_on = false;
    for (at, line) in lines.iter().enumerate() {
        match joined.last_mut().filter(|_| goes_on) {
            Some(open) => {
                let space = if has_space_between(&open.text, &line.text) { " " } else { "" };
                open.text.extend([space, &line.text]);
            }
            None => joined.push(line.clone()),
        }
        goes_on = lines.get(at + 1).is_some_and(|next| is_broken(line, next));
    }
    joined
}

/// Whether blank lines stand between paragraphs alone: where an extractor puts one after each line, they stand inside sentences too.
pub(super) fn blanks_part(lines: &[&Line]) -> bool {
    // Of a page, blank is the room that is left over a line: also over a line with higher letters.
    if lines.iter().any(|line| line.setting.is_some()) {
        return lines.iter().filter(|line| line.after_blank).count() * 10 < lines.len() * 7;
    }
    let inside: Vec<bool> =
        lines.windows(2).filter(|pair| stops_inside(pair[0], pair[1])).map(|pair| pair[1].after_blank).collect();
    // A page's end breaks a sentence as well.
    inside.iter().filter(|after_blank| **after_blank).count() * 3 <= inside.len()
}

fn stops_inside(line: &Line, next: &Line) -> bool {
    let ends_open = line
        .text
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | '\u{2010}' | '\u{ad}' | '’' | '\''));
    // A recital goes before "1. Requests": that line opens a paragraph.
    let is_labelled = label(&next.text).is_some_and(|label| !matches!(label.shape, Shape::Bare | Shape::Dash));
    let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit() || !c.is_alphanumeric() || is_caseless(c);
    let goes_on = !is_labelled && next.text.starts_with(goes_on);
    // Recitals may begin in lower case, each set apart: "vu le traité,", "considérant ce qui suit,". In Cyrillic all of them do.
    let is_recital = line.text.ends_with(is_comma) && (next.after_blank || next.text.starts_with(is_cyrillic));
    ends_open && !is_recital && (goes_on || line.text.ends_with(['-', '\u{ad}'])) && line.width() >= 30
}
