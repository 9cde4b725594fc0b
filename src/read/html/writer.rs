//! From the paragraphs of a page to blocks.

use std::collections::BTreeSet;

use super::paragraph::{MARK, Paragraph};
use crate::language::Language;
use crate::read::ends::ends_paragraph;
use crate::read::line::{cleaned, lines};
use crate::read::{Block, Cell, Layout, Mark, Repair, Role, Why, layout, plain};
use crate::text::label::{Shape, label};
use crate::text::{is_comma, is_symbol, lift, opens_with_capital};
use crate::work::step;

/// What a page's paragraphs are written to.
pub(super) struct Writer {
    language: Language,
    pub(super) blocks: Vec<Block>,
    pub(super) repairs: Vec<Repair>,
    /// What marks printed so far.
    called: BTreeSet<String>,
    /// The page tracks insertions or deletions.
    pub(super) revised: bool,
    /// What names the cell of a table that the next paragraph is.
    pub(super) cell: Option<Cell>,
}

impl Writer {
    pub(super) fn new(language: Language) -> Self {
        Self { language, blocks: vec![], repairs: vec![], called: BTreeSet::new(), revised: false, cell: None }
    }

    /// The quotation marks that browsers print around `q`.
    pub(super) fn quotes(&self) -> (&'static str, &'static str) {
        self.language.lexicon().spelling.quotes
    }

    /// The number of the next paragraph.
    fn next(&self) -> usize {
        self.blocks.len() + 1
    }

    /// Lists what is no part of the text.
    pub(super) fn left_out(&mut self, text: &str) {
        if !text.is_empty() {
            self.repairs.push(Repair { line: self.next(), before: text.to_owned(), after: String::new(), why: Why::Furniture });
        }
    }

    /// Writes lines that stand as a printed page has them: in `pre`, or each ended by a `br`.
    pub(super) fn lines(&mut self, paragraph: &Paragraph) {
        let before = self.blocks.len();
        let mut repairs = vec![];
        let blocks = plain::blocks(&paragraph.printed(), self.language, &mut repairs);
        let paragraph_of = |line: usize| before + blocks.partition_point(|block| block.line <= line).max(1);
        self.repairs.extend(repairs.into_iter().map(|repair| Repair { line: paragraph_of(repair.line), ..repair }));
        self.blocks.extend(blocks);
        self.blocks.iter_mut().enumerate().skip(before).for_each(|(at, block)| block.line = at + 1);
    }

    /// Writes a paragraph, or several where its line breaks say so.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph, role: Role) {
        let printed = paragraph.printed();
        if paragraph.opens_with_figure
            && let Some((number, _)) = split_number(&printed)
            && self.called.contains(&number)
        {
            self.note(paragraph, Some(&number), false);
            return;
        }
        if is_wrapped(&printed) {
            self.lines(paragraph);
            return;
        }
        let mut marks = paragraph.marks.iter();
        let mut counted = paragraph.label.as_deref();
        for text in self.pieces(paragraph, role) {
            self.block(&text, &mut marks, counted.take(), role);
        }
    }

    /// The paragraphs between line breaks: two breaks make one, and so does a break after which another can begin.
    fn pieces(&self, paragraph: &Paragraph, role: Role) -> Vec<String> {
        let (mut pieces, mut fresh): (Vec<String>, bool) = (vec![], true);
        for line in paragraph.lines() {
            if line.trim().is_empty() {
                fresh = true;
                continue;
            }
            match pieces.last_mut() {
                Some(open) if !fresh && !self.opens(open.trim(), line.trim(), role) => {
                    open.push(' ');
                    open.push_str(line);
                }
                _ => pieces.push(line.to_owned()),
            }
            fresh = false;
        }
        pieces
    }

    /// Whether `line` opens a paragraph after a single break: the title after its symbol, "(a)" after a colon.
    fn opens(&self, open: &str, line: &str, role: Role) -> bool {
        const TITLE: usize = 100;
        const ENUMERATOR: usize = 6;
        if label(line).is_some_and(|label| label.shape != Shape::Bare) {
            return true;
        }
        // The paragraph so far may be long: only its beginning is counted.
        if !is_longer(open, ENUMERATOR) || !opens_with_capital(line) {
            return false;
        }
        let is_symbol = |text: &str| text.split_whitespace().any(is_symbol);
        let is_short = !is_longer(open, TITLE - 1) && !is_longer(line, TITLE - 1);
        ends_paragraph(open, self.language.lexicon())
            || is_short && (is_symbol(open) || is_symbol(line))
            || role != Role::Heading && (is_short || open.ends_with(is_comma))
    }

    fn block<'a>(&mut self, raw: &str, printed: &mut impl Iterator<Item = &'a String>, counted: Option<&str>, role: Role) {
        let text = self.cleaned(raw);
        let spans: Vec<_> = text.match_indices(MARK).map(|(at, _)| at..at + MARK.len_utf8()).collect();
        let figures: Vec<String> = printed.take(spans.len()).cloned().collect();
        let (mut text, places) = lift(&text, &spans, self.language.spaced_stops());
        self.called.extend(figures.iter().cloned());
        if text.is_empty() && figures.is_empty() {
            return;
        }
        if text.is_empty() {
            // A mark that stands alone is all there is of this paragraph.
            text = figures.join(" ");
            self.blocks.push(Block { role, cell: self.cell.take(), ..Block::new(text, self.next()) });
            return;
        }
        let label = counted.filter(|counted| counts(counted, &text));
        let head = label.map_or_else(String::new, |label| format!("{label} "));
        let shift = head.chars().count();
        let marks = figures.into_iter().zip(places).map(|(printed, at)| Mark { at: at + shift, printed }).collect();
        let counted = label.map_or(0, str::len);
        let (cell, marks) = (self.cell.take(), Some(marks));
        self.blocks.push(Block { role, counted, marks, cell, ..Block::new(head + &text, self.next()) });
    }

    /// Writes the text of a note, or goes on with it; whether there was any. In a list of notes each says its own number.
    pub(super) fn note(&mut self, paragraph: &Paragraph, number: Option<&str>, goes_on: bool) -> bool {
        let text = self.cleaned(&paragraph.printed());
        let own = split_number(&text);
        let said = own.as_ref().map(|(number, _)| number.clone()).filter(|number| self.called.contains(number));
        let listed = paragraph.label.as_deref().map(|label| label.trim_matches(['(', ')', '.']).to_owned());
        let Some(number) = number.map(str::to_owned).or(said).or(listed.filter(|number| self.called.contains(number))) else {
            match self.blocks.last_mut().filter(|block| goes_on && block.role == Role::Note) {
                Some(open) => open.text.extend([" ", &text]),
                None => self.left_out(&text),
            }
            return false;
        };
        let words = own.filter(|(own, _)| *own == number).map_or(text.as_str(), |(_, words)| words);
        if words.is_empty() {
            return false;
        }
        match self.blocks.last_mut().filter(|block| goes_on && block.text.split(' ').next() == Some(&number)) {
            Some(open) if open.role == Role::Note => open.text.extend([" ", words]),
            _ => self.blocks.push(Block::note(format!("{number} {words}"), self.next())),
        }
        true
    }

    /// One line, with what was taken out of it listed.
    fn cleaned(&mut self, raw: &str) -> String {
        let (line, listed) = (self.next(), self.repairs.len());
        let text = cleaned(raw, line, &mut self.repairs);
        for repair in &mut self.repairs[listed..] {
            repair.before.retain(|c| c != MARK);
            repair.after.retain(|c| c != MARK);
        }
        text.trim_end_matches('\u{ad}').to_owned()
    }

    /// The blocks and repairs. Where any mark was told apart, a figure elsewhere is none.
    pub(super) fn finish(mut self) -> (Vec<Block>, Vec<Repair>) {
        if self.called.is_empty() {
            self.blocks.iter_mut().for_each(|block| block.marks = None);
        }
        (self.blocks, self.repairs)
    }
}

/// Whether `text` has more characters than `most`; no more than that are looked at.
fn is_longer(text: &str, most: usize) -> bool {
    let looked = text.chars().take(most + 1).count();
    step(looked);
    looked > most
}

/// Whether the label that a list counts is printed before words that may have one typed: "1." not before "1. Prie".
fn counts(counted: &str, text: &str) -> bool {
    let shape = |text: &str| label(text).map(|label| label.shape).filter(|shape| *shape != Shape::Bare);
    let own = shape(text);
    own.is_none() || counted != "–" && own != shape(&format!("{counted} Xx"))
}

/// The number at the head of a note, and its words: "1 Text", "[1] Text", "1. Text", "^ Text".
fn split_number(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches(['↩', '↑', '^', '[', '(', ' ', '\u{a0}']);
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '*' | '†' | '‡')).unwrap_or(text.len());
    let rest = text[end..].trim_start_matches([']', ')', '.', ':', ' ', '\u{a0}', '↩', '↑']);
    (end > 0 && (rest.len() < text.len() - end || rest.is_empty())).then(|| (text[..end].to_owned(), rest))
}

/// Lines that a `br` broke at a margin, as old pages and extractors do.
fn is_wrapped(printed: &str) -> bool {
    const FEWEST: usize = 6;
    printed.lines().count() >= FEWEST && layout::measured(&lines(printed, &mut vec![])).layout() == Layout::Wrapped
}
