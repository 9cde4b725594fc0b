//! A paragraph of a page while it is open.

use crate::text::takes_power;

/// Stands for a footnote mark; no character of a text.
pub(super) const MARK: char = '\u{fdd0}';
/// Stands for a line break; no character of a text.
pub(super) const BREAK: char = '\u{fdd1}';

/// What was taken of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    raw: String,
    /// What each [`MARK`] prints.
    pub(super) marks: Vec<String>,
    /// The label that its list counts for it.
    pub(super) label: Option<String>,
    /// It begins with a raised figure, as notes do.
    pub(super) opens_with_figure: bool,
}

impl Paragraph {
    /// Adds words; `literal` keeps their line ends.
    pub(super) fn push(&mut self, text: &str, literal: bool) {
        let is_text = |c: &char| !matches!(*c, MARK | BREAK);
        if literal {
            self.raw.extend(text.chars().filter(is_text));
        } else {
            self.raw.extend(text.chars().filter(is_text).map(|c| if c == '\n' { ' ' } else { c }));
        }
    }

    /// Goes on with another paragraph.
    pub(super) fn go_on(&mut self, next: Self) {
        if self.is_empty() {
            *self = next;
            return;
        }
        self.raw.push(' ');
        self.raw.push_str(&next.raw);
        self.marks.extend(next.marks);
    }

    /// Adds the break of a line.
    pub(super) fn end_line(&mut self) {
        self.raw.push(BREAK);
    }

    /// Adds a footnote mark for each of `figures`.
    pub(super) fn mark(&mut self, figures: &[String]) {
        self.raw.extend(figures.iter().map(|_| MARK));
        self.marks.extend_from_slice(figures);
    }

    /// Whether nothing is printed yet.
    pub(super) fn is_empty(&self) -> bool {
        self.raw.chars().all(|c| c.is_whitespace() || c == BREAK)
    }

    /// The words and [`MARK`]s, line by line.
    pub(super) fn lines(&self) -> impl Iterator<Item = &str> {
        self.raw.split([BREAK, '\n'])
    }

    /// The words, with the marks as they are printed, and `\n` between lines.
    pub(super) fn printed(&self) -> String {
        let mut marks = self.marks.iter();
        let mut out = String::with_capacity(self.raw.len());
        for c in self.raw.chars() {
            match c {
                MARK => out.push_str(marks.next().map_or("", String::as_str)),
                BREAK => out.push('\n'),
                c => out.push(c),
            }
        }
        out
    }

    /// Whether the words so far end in what a raised figure makes a power of.
    pub(super) fn ends_in_unit(&self) -> bool {
        const FAR_ENOUGH: usize = 24;
        let start = self.raw.char_indices().rev().nth(FAR_ENOUGH).map_or(0, |(at, _)| at);
        takes_power(&self.raw[start..])
    }
}
