//! Break styled text into lines of so many columns.
//!
//! ```text
//! width 24   "Urges " plain, "twelve " inserted, "States Parties" plain
//! line 1     Urges twelve States
//! line 2     Parties
//! ```
//!
//! Lines break at spaces only, and never before a mark that stands alone (" ;"): a no-break or thin space stays inside its word. A word wider than the line is broken between graphemes.
//! Widths are columns (UAX #11, by unicode-width), so accents count nothing and ideographs two.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::paint::Run;

/// The lines of `runs`, none wider than `width` columns, which is at least one; no line begins or ends with a space.
pub(super) fn wrap(runs: &[Run], width: usize) -> Vec<Vec<Run>> {
    let mut wrapper = Wrapper { width: width.max(1), lines: vec![], line: vec![], used: 0, gap: vec![], word: vec![] };
    for run in runs {
        let mut rest = run.text.as_str();
        while !rest.is_empty() {
            let (word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
            let (gap, after) = after.split_at(after.len() - after.trim_start_matches(' ').len());
            if !word.is_empty() {
                wrapper.word.push(Piece { run, text: word });
            }
            if wrapper.holds(gap, after) {
                wrapper.word.push(Piece { run, text: gap });
            } else if !gap.is_empty() {
                wrapper.place_word();
                wrapper.gap.push(Piece { run, text: gap });
            }
            rest = after;
        }
    }
    wrapper.place_word();
    if !wrapper.line.is_empty() {
        wrapper.lines.push(wrapper.line);
    }
    wrapper.lines
}

/// Part of a run.
struct Piece<'a> {
    run: &'a Run,
    text: &'a str,
}

struct Wrapper<'a> {
    width: usize,
    lines: Vec<Vec<Run>>,
    line: Vec<Run>,
    /// Columns of `line`.
    used: usize,
    /// Spaces since the last word.
    gap: Vec<Piece<'a>>,
    word: Vec<Piece<'a>>,
}

impl Wrapper<'_> {
    /// Whether the open word holds a space and the mark behind it: a line does not begin with " ;".
    fn holds(&self, gap: &str, after: &str) -> bool {
        let is_mark =
            after.starts_with([';', ':', '!', '?', '»']) && after.split(' ').next().is_some_and(|mark| mark.chars().count() == 1);
        gap.len() == 1 && is_mark && !self.word.is_empty() && columns(&self.word) + 2 <= self.width
    }

    fn place_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let (word_width, gap_width) = (columns(&self.word), columns(&self.gap));
        if !self.line.is_empty() {
            if self.used + gap_width + word_width <= self.width {
                self.gap.iter().for_each(|piece| push(&mut self.line, piece));
                self.used += gap_width;
            } else {
                self.end_line();
            }
        }
        self.gap.clear();
        let mut word = std::mem::take(&mut self.word);
        if self.used + word_width <= self.width {
            for piece in &word {
                push(&mut self.line, piece);
            }
            self.used += word_width;
        } else {
            self.place_broken(&word);
        }
        word.clear();
        self.word = word;
    }

    /// A word that is wider than a line.
    fn place_broken(&mut self, word: &[Piece]) {
        for piece in word {
            for grapheme in piece.text.graphemes(true) {
                let columns = grapheme.width();
                if self.used + columns > self.width && self.used > 0 {
                    self.end_line();
                }
                push(&mut self.line, &Piece { run: piece.run, text: grapheme });
                self.used += columns;
            }
        }
    }

    fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
        self.used = 0;
    }
}

/// Adds a piece, which looks and leads as its run does.
fn push(line: &mut Vec<Run>, piece: &Piece) {
    let Piece { run, text } = piece;
    match line.last_mut() {
        Some(last) if last.style == run.style && last.link == run.link => last.text.push_str(text),
        // Not `..run.clone()`, which would copy a whole paragraph for each of its lines.
        _ => line.push(Run { style: run.style, text: (*text).to_owned(), link: run.link.clone() }),
    }
}

fn columns(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| piece.text.width()).sum()
}

#[cfg(test)]
mod tests {
    use super::super::paint::Style;
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<String> {
        let runs = [Run::new(Style::Plain, text)];
        wrap(&runs, width).into_iter().map(|line| line.into_iter().map(|run| run.text).collect()).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_drop_them() {
        assert_eq!(lines("Urges all States Parties", 11), ["Urges all", "States", "Parties"]);
        assert_eq!(lines("  a   b  ", 9), ["a   b"]);
    }

    #[test]
    fn a_no_break_space_keeps_its_word_together() {
        assert_eq!(lines("aa 12\u{a0}%", 6), ["aa", "12\u{a0}%"]);
    }

    #[test]
    fn a_mark_that_stands_alone_stays_with_its_word() {
        assert_eq!(lines("Prie la Cour ; et", 12), ["Prie la", "Cour ; et"]);
        assert_eq!(lines("aaaa ; b", 4), ["aaaa", "; b"]);
        let runs = [Run::new(Style::Plain, "aa bb"), Run::new(Style::Strong, " ;")];
        assert_eq!(wrap(&runs, 5).len(), 2);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_between_graphemes() {
        assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn wide_characters_count_two_columns() {
        assert_eq!(lines("联合国 大会", 6), ["联合国", "大会"]);
        assert_eq!(lines("联", 1), ["联"]);
    }

    #[test]
    fn a_word_of_two_styles_is_not_broken_where_the_style_changes() {
        let runs = [Run::new(Style::Plain, "aa bb"), Run::new(Style::Strong, "cc")];
        assert_eq!(
            wrap(&runs, 5),
            [vec![Run::new(Style::Plain, "aa")], vec![Run::new(Style::Plain, "bb"), Run::new(Style::Strong, "cc")]]
        );
    }
}
