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

use super::ends::{ends_paragraph, is_note};
use super::evidence::{Found, cut_distribution, furniture};
use super::furniture::is_rule;
use super::hyphen::{Joiner, folded};
use super::line::Line;
use super::{Block, Repair, Role, Why};
use crate::language::{Language, Lexicon, is_ordinal_ending};
use crate::text::label::{Shape, is_article_number, label, stopped_item};
use crate::text::{has_space_between, is_comma, is_stop, raised_opening};

/// One paragraph a line.
pub(super) fn lines(lines: &[Line]) -> Vec<Block> {
    lines.iter().map(|line| Block::new(line.text.clone(), line.number)).collect()
}

/// Blocks set apart by blank lines, as they stand.
pub(super) fn literal(lines: &[Line]) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![];
    for line in lines {
        match blocks.last_mut() {
            Some(block) if !line.after_blank => {
                let space = if has_space_between(&block.text, &line.text) { " " } else { "" };
                block.text.extend([space, &line.text]);
            }
            _ => blocks.push(Block::new(line.text.clone(), line.number)),
        }
    }
    blocks
}

/// Blocks set apart by blank lines, with page furniture left out and what a page broke joined.
/// Nothing goes on over `rows`, the lines of rows of tables, in order, that were taken out before.
pub(super) fn mended(lines: &[Line], language: Language, rows: &[usize], repairs: &mut Vec<Repair>) -> Vec<Block> {
    let lexicon = language.lexicon();
    let lines = &*cut_distribution(lines);
    let found = furniture(lines, lexicon);
    let folded = folded(lines);
    let joiner = Joiner::new(lines, &folded, language);
    let enacting = lexicon.enacting_at(lines.iter().map(|line| line.text.as_str()));
    let stopless = lexicon.stopless(lines.iter().map(|line| line.text.as_str()));
    let resolution = enacting.is_some();
    let mut mender =
        Mender { lexicon, joiner, blocks: vec![], rows, resolution, page_break: false, foot: false, last_note: 0, counted: 0 };
    for (index, line) in lines.iter().enumerate() {
        if mender.resolution && line.after_blank && stopless.binary_search(&index).is_ok() {
            mender.open(line);
        } else if enacting.is_some_and(|at| index > at) {
            mender.take_in_body(line, &lines[index + 1..], found[index], repairs);
        } else if found[index] == Some(Found::Other) {
            mender.leave_out(line, Why::Furniture, repairs);
        } else {
            mender.take(line, false, repairs);
        }
    }
    mender.blocks
}

/// A note's number alone on its line.
#[derive(PartialEq)]
enum NoteNumber {
    WithText,
    /// Its text is lost.
    Alone,
}

/// How far a note's number may be from the one before it.
const NEXT_NOTES: u32 = 4;

struct Mender<'a> {
    lexicon: &'static Lexicon,
    joiner: Joiner<'a>,
    blocks: Vec<Block>,
    /// The lines of rows of tables.
    rows: &'a [usize],
    /// The text has an enacting formula.
    resolution: bool,
    /// Something that ends a page was met since the last paragraph.
    page_break: bool,
    /// The last block was a rule or a note: notes may follow.
    foot: bool,
    /// The number of the last note, 0 before the first.
    last_note: u32,
    /// The last number that an annex gave without a stop, 0 before the first.
    counted: usize,
}

impl Mender<'_> {
    /// Takes a line after the enacting formula, where a page's foot may stand.
    fn take_in_body(&mut self, line: &Line, rest: &[Line], found: Option<Found>, repairs: &mut Vec<Repair>) {
        let text = &line.text;
        let next = rest.first();
        let lexicon = self.lexicon;
        let next_is_note = next.is_some_and(|next| next.after_blank && is_note(&next.text, lexicon));
        // Under a rule, and below a note, no blank line is needed.
        let fresh = line.after_blank || self.foot && self.page_break;
        let at_foot = fresh && (self.foot || next_is_note) && !self.awaits_note();
        let nameless_note = at_foot && (text.starts_with("Ibid") || is_source(text, lexicon));
        let number = self.note_number(text, rest);
        let is_note = fresh && is_note(text, lexicon) && !self.counts_on(text);
        if found == Some(Found::Other) {
            self.leave_out(line, Why::Furniture, repairs);
        } else if number == Some(NoteNumber::WithText) || nameless_note || is_note {
            self.open_note(line);
        } else if self.foot && self.continues_note(text) {
            let waiting = self.blocks.iter().rev().take_while(|block| block.role == Role::Note && is_number(&block.text)).count();
            let at = self.blocks.len() - waiting.max(1);
            self.joiner.append(&mut self.blocks[at].text, line, repairs);
        } else if found.is_some() || number.is_some() || is_lost_ending(text, next, lexicon) {
            self.leave_out(line, Why::Furniture, repairs);
        } else {
            self.take(line, true, repairs);
        }
    }

    /// Takes a line that opens a paragraph whatever stands before it.
    fn open(&mut self, line: &Line) {
        self.blocks.push(Block::new(line.text.clone(), line.number));
        (self.page_break, self.foot) = (false, false);
    }

    fn leave_out(&mut self, line: &Line, why: Why, repairs: &mut Vec<Repair>) {
        repairs.push(Repair { line: line.number, before: line.text.clone(), after: String::new(), why });
        (self.page_break, self.foot) = (true, self.foot || why == Why::Rule);
    }

    fn take(&mut self, line: &Line, body: bool, repairs: &mut Vec<Repair>) {
        let text = &line.text;
        if is_rule(text) {
            self.leave_out(line, Why::Rule, repairs);
            return;
        }
        let page_break = std::mem::take(&mut self.page_break);
        self.foot = false;
        let open = self.blocks.iter().rposition(|block| block.role != Role::Note);
        match open {
            Some(open)
                if !line.after_blank
                    && !self.stands_above(&self.blocks[open].text, text)
                    && !self.lists(&self.blocks[open].text, text) =>
            {
                self.joiner.append(&mut self.blocks[open].text, line, repairs);
            }
            Some(open)
                if body
                    && !self.has_row_between(self.blocks[open].line, line.number)
                    && self.goes_on(&self.blocks[open].text, text, page_break) =>
            {
                let before = format!("{}\n{}", tail(&self.blocks[open].text), head(text));
                self.joiner.append(&mut self.blocks[open].text, line, repairs);
                repairs.push(Repair { line: line.number, after: before.replace('\n', " "), before, why: Why::PageBreak });
            }
            _ => self.blocks.push(Block::new(text.clone(), line.number)),
        }
    }

    /// Whether `next` is an item below its chapeau or below another item, or a recital below another, on lines that no blank line parts.
    fn lists(&self, open: &str, next: &str) -> bool {
        let labelled = |text| label(text).or_else(|| stopped_item(text)).is_some_and(|label| label.shape != Shape::Bare);
        let is_ended = open.ends_with([':', ';', ',', '.']) || ends_paragraph(open, self.lexicon);
        let is_item = is_ended && (open.ends_with(':') || labelled(open)) && labelled(next);
        is_item || self.lexicon.is_recital(open) && self.lexicon.is_preambular(next)
    }

    /// Whether `open` is the number of an article or the letter of a section, alone on its line, and `next` a sentence below it.
    fn stands_above(&self, open: &str, next: &str) -> bool {
        const TITLE: usize = 60;
        const NUMBER: usize = 24;
        let words = [self.lexicon.articles_of_law, self.lexicon.rules_of_law];
        let is_article = open.len() <= NUMBER && words.iter().any(|words| is_article_number(open, words));
        let is_letter = open.len() == 1 && open.starts_with(char::is_uppercase);
        is_letter || is_article && (next.len() > TITLE || next.ends_with(is_stop))
    }

    /// What the number `text`, alone on its line, is to the notes: where the text of a note follows, perhaps after the next numbers, it
    /// is that note's, at a page's foot or when a paragraph above calls it; where texts are too few, or none follows, what is left of one.
    fn note_number(&self, text: &str, rest: &[Line]) -> Option<NoteNumber> {
        let number: u32 = text.parse().ok().filter(|_| is_number(text))?;
        let below = rest.iter().zip(number + 1..).take_while(|(line, next)| line.text.parse() == Ok(*next)).count();
        let texts = rest[below..].iter().take(below + 1).take_while(|line| self.opens_note(&line.text)).count();
        let is_next = (1..=NEXT_NOTES).contains(&number.saturating_sub(self.last_note)) && self.last_note > 0;
        if texts > below && (self.foot || below == 0 && is_next && self.calls(text)) {
            Some(NoteNumber::WithText)
        } else {
            let is_lost = texts > 0 || is_next && self.calls(text);
            (self.foot && is_lost).then_some(NoteNumber::Alone)
        }
    }

    /// Whether `text` has the next number of what an annex counts without stops: below its title, "1 In rule 3, …".
    fn counts_on(&mut self, text: &str) -> bool {
        const TITLES: usize = 3;
        let number: usize = text.split([' ', '\u{a0}']).next().and_then(|number| number.parse().ok()).unwrap_or_default();
        let begins = || self.blocks.iter().rev().take(TITLES).any(|block| self.lexicon.is_annex(&block.text));
        let is_next = if number == 1 { begins() } else { self.counted > 0 && number == self.counted + 1 };
        if is_next {
            self.counted = number;
        }
        is_next
    }

    /// Adds the note that `line` opens.
    fn open_note(&mut self, line: &Line) {
        let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
        let number = raised_opening(&line.text).map(|(number, _)| number).or_else(|| line.text[..digits].parse().ok());
        self.last_note = number.unwrap_or(self.last_note);
        self.blocks.push(Block::note(line.text.clone(), line.number));
        (self.page_break, self.foot) = (true, true);
    }

    /// Whether one of the last paragraphs holds `number` as a word.
    fn calls(&self, number: &str) -> bool {
        const LAST: usize = 30;
        let paragraphs = self.blocks.iter().rev().filter(|block| block.role != Role::Note).take(LAST);
        paragraphs.flat_map(|block| block.text.split([' ', ',', ';'])).any(|word| word == number)
    }

    /// The text of a note whose number stands alone before it.
    fn opens_note(&self, text: &str) -> bool {
        const LONGEST: usize = 400;
        text.len() < LONGEST
            && text.starts_with(char::is_uppercase)
            && label(text).is_none()
            && !self.lexicon.is_preambular(text)
            && !self.lexicon.is_operative(text)
    }

    /// A piece of a note that was broken at a raised letter ("n" / "o" / "27531."), or its text after its number.
    fn continues_note(&self, text: &str) -> bool {
        const LONGEST: usize = 60;
        self.blocks.last().is_some_and(|block| {
            let broken = !block.text.ends_with(['.', ';', ',', ')']) && text.len() < LONGEST && label(text).is_none();
            block.role == Role::Note && (self.awaits_note() && self.opens_note(text) || broken)
        })
    }

    /// The last block is the number of a note whose text follows.
    fn awaits_note(&self) -> bool {
        self.blocks.last().is_some_and(|block| block.role == Role::Note && is_number(&block.text))
    }

    /// Whether a row of a table stood between two lines.
    fn has_row_between(&self, above: usize, below: usize) -> bool {
        self.rows.get(self.rows.partition_point(|row| *row < above)).is_some_and(|row| *row < below)
    }

    fn goes_on(&self, open: &str, next: &str, page_break: bool) -> bool {
        const HEADING: usize = 60;
        if label(next).is_some_and(|l| l.shape != Shape::Bare)
            || self.lexicon.is_enacting(open)
            || [open, next].iter().any(|text| self.lexicon.is_verb_alone(text))
            || open.starts_with('|')
            || next.starts_with('|')
        {
            return false;
        }
        // A recital ends in a comma, a numbered paragraph does not.
        let numbered = label(open).is_some_and(|l| !matches!(l.shape, Shape::Bare | Shape::Dash));
        let ended = ends_paragraph(open, self.lexicon) || open.ends_with(is_comma) && !(numbered && self.resolution);
        let recital = !numbered && self.resolution && self.lexicon.is_preambular(open);
        let first = next.chars().find(|c| c.is_alphanumeric());
        let in_lower_case = first.is_some_and(char::is_lowercase) && !self.lexicon.opens_small(next);
        let long = open.chars().count() > HEADING;
        let last = open.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let in_figures = first.is_some_and(|c| c.is_ascii_digit())
            && !is_number(next)
            && (page_break || self.lexicon.months.contains(&last.as_str()));
        // "A" alone is the letter of a section.
        let stops_short = open.len() > 1 && self.lexicon.function_words.contains(&last) || open.ends_with('-');
        // No recital begins in lower case, whatever the one before it ends in.
        in_lower_case && (page_break && long || !ended || recital && open.ends_with(is_comma))
            || !ended && (stops_short || in_figures)
            || page_break
                && !ended
                && long
                && (recital || label(open).is_some())
                && !self.lexicon.is_preambular(next)
                && !self.lexicon.is_operative(next)
    }
}

/// A note without its number that names a source, or the end of a treaty's number: "A/68/257.", "Voir A/HRC/49/29.", "Résolution 55/2.",
/// "24841."
fn is_source(text: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 120;
    let Some(source) = text.strip_suffix('.').filter(|source| source.len() <= LONGEST) else { return false };
    let (first, rest) = source.split_once(' ').unwrap_or((source, ""));
    let second = rest.split(' ').next().unwrap_or_default();
    let opens = first.to_lowercase();
    first.matches('/').count() >= 2
        || second.contains('/') && (lexicon.see.contains(&opens.as_str()) || lexicon.numbered_nouns.contains(&opens.as_str()))
        || source.len() >= 4 && source.bytes().all(|b| b.is_ascii_digit())
}

/// The ending of an ordinal that an extractor set above its line: "e" before "57 séance plénière".
fn is_lost_ending(text: &str, next: Option<&Line>, lexicon: &Lexicon) -> bool {
    is_ordinal_ending(text) && next.is_some_and(|next| lexicon.is_closing(&next.text))
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn tail(text: &str) -> &str {
    text.rmatch_indices(' ').nth(2).map_or(text, |(at, _)| &text[at + 1..])
}

fn head(text: &str) -> &str {
    text.match_indices(' ').nth(2).map_or(text, |(at, _)| &text[..at])
}
