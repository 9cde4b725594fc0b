//! Which layout a text has, from the lengths and ends of its lines.

use super::Layout;
use super::line::Line;

/// Lines longer than this are no lines of a printed page.
const WIDEST_PAGE: usize = 170;

/// A text is wrapped when its long lines are about equally long and many of them stop inside a sentence;
/// else its paragraphs are lines, set apart by blank lines or not.
pub(super) fn detect(lines: &[Line]) -> Layout {
    let mut widths: Vec<usize> = lines.iter().map(Line::width).collect();
    widths.sort_unstable();
    let wide = widths.get(widths.len() * 3 / 4).copied().unwrap_or(0);
    let broken = lines.windows(2).filter(|pair| stops_inside(&pair[0], &pair[1])).count();
    if wide <= WIDEST_PAGE && broken * 8 > lines.len() {
        return Layout::Wrapped;
    }
    let blank = lines.iter().skip(1).filter(|line| line.after_blank).count();
    if blank * 2 > lines.len().saturating_sub(1) { Layout::Paragraphs } else { Layout::Lines }
}

fn stops_inside(line: &Line, next: &Line) -> bool {
    let ends_open = line
        .text
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | '\u{2010}' | '\u{ad}' | '’' | '\''));
    let goes_on = next.text.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || !c.is_alphanumeric());
    ends_open && (goes_on || line.text.ends_with(['-', '\u{ad}'])) && line.width() >= 30
}
