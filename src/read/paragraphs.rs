//! Texts whose paragraphs stand apart already: one a line, or set apart by blank lines.
//!
//! ```text
//! 22. Invite les États à envisager de prendre des mesures visant au plein emploi et
//!
//! \_\_\_\_\_\_\_
//!
//! 3 Résolution 217 A (III).
//!
//! au travail décent pour tous ;
//! ```
//!
//! A paragraph broken by a page goes on after what stands at the page's foot. Its continuation begins in lower case, or its
//! first part stops where no paragraph can.

use super::furniture::{is_code, is_distribution, is_page_number, is_rule, is_running_symbol};
use super::hyphen::Joiner;
use super::line::Line;
use super::wrapped::ends_paragraph;
use super::{Block, Repair, Why};
use crate::language::{Language, Lexicon};
use crate::text::label::{Shape, label};

/// One paragraph a line.
pub(super) fn lines(lines: &[Line]) -> Vec<Block> {
    lines.iter().map(|line| Block { text: line.text.clone(), line: line.number, note: false }).collect()
}

/// Blocks set apart by blank lines, as they stand.
pub(super) fn literal(lines: &[Line]) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![];
    for line in lines {
        match blocks.last_mut() {
            Some(block) if !line.after_blank => {
                block.text.push(' ');
                block.text.push_str(&line.text);
            }
            _ => blocks.push(Block { text: line.text.clone(), line: line.number, note: false }),
        }
    }
    blocks
}

/// Blocks set apart by blank lines, with page furniture left out and what a page broke joined.
pub(super) fn mended(lines: &[Line], language: Language, repairs: &mut Vec<Repair>) -> Vec<Block> {
    let lexicon = language.lexicon();
    let joiner = Joiner::new(lines, language);
    let enacting = lines.iter().position(|line| lexicon.is_enacting(&line.text));
    let mut mender = Mender { lexicon, joiner, blocks: vec![], page_break: false };
    for (index, line) in lines.iter().enumerate() {
        let body = enacting.is_some_and(|at| index > at);
        mender.take(line, body, repairs);
    }
    mender.blocks
}

struct Mender {
    lexicon: &'static Lexicon,
    joiner: Joiner,
    blocks: Vec<Block>,
    /// Something that ends a page was met since the last paragraph.
    page_break: bool,
}

impl Mender {
    fn take(&mut self, line: &Line, body: bool, repairs: &mut Vec<Repair>) {
        let text = &line.text;
        let why = if is_rule(text) {
            Some(Why::Rule)
        } else if body
            && (is_code(text)
                || is_distribution(text, self.lexicon)
                || is_page_number(text, self.lexicon)
                || is_running_symbol(text, self.lexicon))
        {
            Some(Why::Furniture)
        } else {
            None
        };
        if let Some(why) = why {
            repairs.push(Repair { line: line.number, before: text.clone(), after: String::new(), why });
            self.page_break = true;
            return;
        }
        let note = body && line.after_blank && is_note(text, self.lexicon);
        if note {
            self.blocks.push(Block { text: text.clone(), line: line.number, note: true });
            self.page_break = true;
            return;
        }
        let page_break = std::mem::take(&mut self.page_break);
        let open = self.blocks.iter().rposition(|block| !block.note);
        match open {
            Some(open) if !line.after_blank => self.joiner.append(&mut self.blocks[open].text, line, repairs),
            Some(open) if body && self.goes_on(&self.blocks[open].text, text, page_break) => {
                let before = format!("{}\n{}", tail(&self.blocks[open].text), head(text));
                self.joiner.append(&mut self.blocks[open].text, line, repairs);
                repairs.push(Repair { line: line.number, after: before.replace('\n', " "), before, why: Why::PageBreak });
            }
            _ => self.blocks.push(Block { text: text.clone(), line: line.number, note: false }),
        }
    }

    fn goes_on(&self, open: &str, next: &str, page_break: bool) -> bool {
        const HEADING: usize = 60;
        if label(next).is_some_and(|l| l.shape != Shape::Bare)
            || self.lexicon.is_enacting(open)
            || open.starts_with('|')
            || next.starts_with('|')
        {
            return false;
        }
        let ended = ends_paragraph(open, self.lexicon) || open.ends_with(',');
        let in_lower_case = next.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
        let long = open.chars().count() > HEADING;
        let last = open.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let stops_short = self.lexicon.function_words.contains(&last.as_str()) || open.ends_with('-');
        in_lower_case && (page_break && long || !ended)
            || !ended && stops_short
            || page_break
                && !ended
                && long
                && label(open).is_some()
                && !self.lexicon.is_preambular(next)
                && !self.lexicon.is_operative(next)
    }
}

/// The text of a footnote at the foot of a page: "18 Rapport de la Conférence …", "2 A/71/676."
fn is_note(text: &str, lexicon: &Lexicon) -> bool {
    let Some((number, rest)) = text.split_once([' ', '\u{a0}']) else { return false };
    let number_fits = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
    let first = rest.split([' ', '-', '–']).next().unwrap_or_default().to_lowercase();
    let date = lexicon.months.contains(&first.as_str());
    let meeting = rest.split_whitespace().take(3).any(|w| lexicon.meeting.contains(&w.to_lowercase().as_str()));
    number_fits && !date && !meeting && rest.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '“' | '"'))
}

fn tail(text: &str) -> &str {
    text.rmatch_indices(' ').nth(2).map_or(text, |(at, _)| &text[at + 1..])
}

fn head(text: &str) -> &str {
    text.match_indices(' ').nth(2).map_or(text, |(at, _)| &text[..at])
}
