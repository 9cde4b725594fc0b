//! Text out of a PDF extractor: lines broken at the margin, perhaps with a blank line after each.
//!
//! ```text
//! 2. Exprime sa vive préoccupation au sujet des demandes de
//!
//! remise à la Cour qui concernent 12 personnes ;
//!
//! Coopération volontaire
//!
//! 3. Prend note …
//! ```
//!
//! A line opens a paragraph when it says so (a number that fits the count, a lettered part, the opening of a recital, a heading
//! with a label after it) and what stands before it can end. A line that stopped short of the margin although the next word
//! would have fitted was not broken: it ended.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::ends::ends_paragraph;
use super::evidence::{Found, cut_distribution, furniture, page_tops};
use super::foot::Part;
use super::furniture::{is_rule, is_running_symbol};
use super::hyphen::{Joiner, folded};
use super::layout::blanks_part;
use super::line::{Line, Opening};
use super::{Block, Repair, Why};
use crate::language::{Language, Lexicon};
use crate::text::label::{Label, Shape, label, roman_value};
use crate::text::{has_open_quotation, is_comma, is_end, is_wide, may_open, opens_with_capital, unmarked};

/// The paragraphs of wrapped `lines`.
pub(super) fn blocks(lines: &[Line], language: Language, repairs: &mut Vec<Repair>) -> Vec<Block> {
    let lexicon = language.lexicon();
    let lines = &*cut_distribution(lines);
    let kept = drop_furniture(lines, lexicon, repairs);
    let tops: Vec<bool> = kept.iter().map(|kept| kept.top).collect();
    let parts = super::foot::notes(&kept.iter().map(|kept| kept.line).collect::<Vec<_>>(), &tops, lexicon);
    let mut body: Vec<&Line> = vec![];
    for (kept, _) in kept.iter().zip(&parts).filter(|(_, part)| part.is_none()) {
        if kept.is_page_number {
            repairs.push(left_out(kept.line, Why::Furniture));
        } else {
            body.push(kept.line);
        }
    }
    let folded = folded(lines);
    let joiner = Joiner::new(lines, &folded, language);
    let mut blocks = assemble(&body, lexicon, &joiner, repairs);
    let mut notes: Vec<(u32, Block)> = vec![];
    for (Kept { line, .. }, part) in kept.iter().zip(&parts) {
        match part {
            Some(Part::Number(number) | Part::Opens(number)) => {
                notes.push((*number, Block::note(line.text.clone(), line.number)));
            }
            Some(part) => {
                let named = |(number, _): &&mut (u32, Block)| Part::Text(*number) == *part;
                let open = if *part == Part::GoesOn { notes.last_mut() } else { notes.iter_mut().rev().find(named) };
                joiner.append(&mut open.expect("a note goes on only after one that opens").1.text, line, repairs);
            }
            None => {}
        }
    }
    blocks.extend(notes.into_iter().map(|(_, block)| block));
    blocks.sort_by_key(|block| block.line);
    blocks
}

/// The paragraphs of `body`, lines that are neither furniture nor notes.
pub(super) fn assemble(body: &[&Line], lexicon: &'static Lexicon, joiner: &Joiner, repairs: &mut Vec<Repair>) -> Vec<Block> {
    let mut assembler = Assembler::new(body, lexicon, joiner);
    for index in 0..body.len() {
        assembler.take(index, repairs);
    }
    assembler.blocks
}

fn left_out(line: &Line, why: Why) -> Repair {
    Repair { line: line.number, before: line.text.clone(), after: String::new(), why }
}

/// A line that is neither a rule nor furniture; a page number may still be the number of a note.
struct Kept<'a> {
    line: &'a Line,
    /// It stands first on its page.
    top: bool,
    is_page_number: bool,
}

/// Leaves out rules and furniture; the line after them stands first on its page.
fn drop_furniture<'a>(lines: &'a [Line], lexicon: &Lexicon, repairs: &mut Vec<Repair>) -> Vec<Kept<'a>> {
    let tops = page_tops(lines);
    let (mut kept, mut top) = (vec![], false);
    for (index, (line, found)) in lines.iter().zip(furniture(lines, lexicon)).enumerate() {
        top |= tops[index];
        if is_rule(&line.text) {
            repairs.push(left_out(line, Why::Rule));
        } else if found == Some(Found::Other) || found.is_some() && line.text.contains(|c: char| !c.is_ascii_digit()) {
            repairs.push(left_out(line, Why::Furniture));
            top = true;
        } else {
            kept.push(Kept { line, top: std::mem::take(&mut top), is_page_number: found.is_some() });
        }
    }
    kept
}

struct Assembler<'a> {
    lines: &'a [&'a Line],
    /// The label at the head of each.
    labels: Vec<Option<Label<'a>>>,
    lexicon: &'static Lexicon,
    joiner: &'a Joiner<'a>,
    blocks: Vec<Block>,
    /// Where the enacting formula stands.
    enacting: Option<usize>,
    /// The usual length of a full line.
    margin: usize,
    /// Blank lines stand between paragraphs only.
    blanks_tell: bool,
    /// For each number that can open a paragraph, the last line that begins with it.
    last_with: BTreeMap<u32, usize>,
    /// Lines that open a paragraph whose number lost its stop.
    stopless: Vec<usize>,
    /// The last number that opened a paragraph.
    number: u32,
    /// The last lettered part of the open paragraph.
    part: Option<(Shape, String)>,
    heading: bool,
    /// The open block stands after the last paragraph.
    closing: bool,
}

impl<'a> Assembler<'a> {
    fn new(lines: &'a [&'a Line], lexicon: &'static Lexicon, joiner: &'a Joiner<'a>) -> Self {
        let mut widths: Vec<usize> = lines.iter().map(|line| line.width()).collect();
        widths.sort_unstable();
        let enacting = lexicon.enacting_at(lines.iter().map(|line| line.text.as_str()));
        let labels: Vec<_> = lines.iter().map(|line| label(&line.text)).collect();
        let number = |label: &Option<Label>| label.as_ref().and_then(|label| paragraph_number(label, enacting));
        Self {
            lines,
            lexicon,
            joiner,
            blocks: vec![],
            enacting,
            margin: widths.get(widths.len() * 95 / 100).copied().unwrap_or(0),
            blanks_tell: blanks_part(lines),
            last_with: labels.iter().enumerate().filter_map(|(at, label)| Some((number(label)?, at))).collect(),
            labels,
            stopless: lexicon.stopless(lines.iter().filter(|_| enacting.is_some()).map(|line| line.text.as_str())),
            number: 0,
            part: None,
            heading: false,
            closing: false,
        }
    }

    fn take(&mut self, index: usize, repairs: &mut Vec<Repair>) {
        let line = self.lines[index];
        if self.opens(index) {
            self.remember(line, index);
            self.blocks.push(Block::new(line.text.clone(), line.number));
        } else {
            let open = self.blocks.last_mut().expect("the first line opens a paragraph");
            self.joiner.append(&mut open.text, line, repairs);
        }
    }

    fn remember(&mut self, line: &Line, index: usize) {
        self.heading = false;
        self.closing = self.number > 0 && (self.closing || self.lexicon.is_closing(&line.text));
        match &self.labels[index] {
            Some(label) if self.number_fits(label) || self.is_stopless(index) => {
                self.number = label.value().unwrap_or(self.number);
                self.part = None;
            }
            Some(label) if label.shape != Shape::Bare => self.part = Some((label.shape, label.number.clone())),
            _ if lone_number(&line.text).is_some_and(|n| n == self.number + 1) => self.number += 1,
            // After the first number, "Further steps" is no recital.
            _ => self.heading = self.after_enacting(index) && (self.number > 0 || !self.lexicon.is_preambular(&line.text)),
        }
    }

    fn after_enacting(&self, index: usize) -> bool {
        self.enacting.is_none_or(|at| index > at)
    }

    fn opens(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return true };
        let (line, previous) = (self.lines[index], self.lines[before]);
        let open = &self.blocks.last().expect("the first line opens a paragraph").text;
        if self.enacting.is_some_and(|at| index == at || before == at) {
            return true;
        }
        match line.setting.map_or(Opening::Unknown, |setting| setting.opening) {
            Opening::Opens => return true,
            Opening::GoesOn => return false,
            Opening::Unknown => {}
        }
        let short = self.stopped_short(previous, line);
        // Nothing but the end of a paragraph, or of its chapeau, explains the room that is left or the blank line.
        let apart = short || self.blanks_tell && line.after_blank;
        let capital = opens_with_capital(&line.text) || self.lexicon.opens_small(&line.text);
        if !self.after_enacting(index) {
            let symbol = |line: &Line| is_running_symbol(&line.text);
            let title =
                line.text.split_once(' ').is_some_and(|(n, _)| n.contains('/') && n.starts_with(|c: char| c.is_ascii_digit()));
            let names_itself = title || line.text.starts_with('[') || self.lexicon.is_adoption(&line.text);
            return short
                || names_itself
                || previous.text.ends_with(']')
                || symbol(line)
                || symbol(previous)
                || line.after_blank && self.blanks_tell
                || previous.width() * 5 < self.margin * 4 && capital;
        }
        let ended = ends_paragraph(open, self.lexicon) || self.heading;
        if lone_number(&line.text).is_some_and(|n| n == self.number + 1) {
            return true;
        }
        if lone_number(&previous.text).is_some_and(|n| n == self.number) {
            return false;
        }
        let recital = self.number == 0 && unmarked(open).ends_with(is_comma);
        if (ended || recital) && self.is_stopless(index) {
            return true;
        }
        if let Some(label) = self.labels[index].as_ref().filter(|label| label.is_negotiated())
            && (may_open(label.rest) || label.rest.starts_with(['[', '(']))
            && !has_open_quotation(open)
        {
            return true;
        }
        if let Some(label) = &self.labels[index]
            && (self.number_fits(label) && (ended || recital || label.value() == Some(self.number + 1))
                || self.part_fits(label, ended || unmarked(open).ends_with(is_comma) || apart)
                    && (short || !has_open_quotation(open)))
        {
            return true;
        }
        let heads_part = self.lexicon.article(&line.text).is_some() || self.lexicon.is_part_number(&line.text) && capital;
        if heads_part && ended || self.opens_annex(index, ended) {
            return true;
        }
        let goes_on = !capital && line.text.starts_with(char::is_lowercase) && !open.ends_with(is_end)
            || line.text.bytes().all(|b| b.is_ascii_digit());
        if self.blanks_tell && line.after_blank && (ended || recital || short) && !goes_on {
            return true;
        }
        if self.number == 0 && (recital || ended) && capital && (self.lexicon.is_preambular(&line.text) || short) {
            return true;
        }
        (ended || recital) && capital && self.opens_heading(index) || (ended || self.closing) && self.opens_closing(index, short)
    }

    /// The previous line ended although the first word of this one would have fitted.
    fn stopped_short(&self, previous: &Line, line: &Line) -> bool {
        if let Some(setting) = line.setting {
            return setting.short;
        }
        let is_parted = line.text.starts_with(is_wide);
        let word = if is_parted { 1 } else { line.text.split(' ').next().unwrap_or_default().chars().count() };
        (previous.width() + 1 + word) * 100 < self.margin * 92
    }

    /// A number goes on with the count, jumps ahead a little, or starts it again.
    fn number_fits(&self, label: &Label) -> bool {
        paragraph_number(label, self.enacting).is_some_and(|value| value == 1 || self.next_numbers().contains(&value))
    }

    fn is_stopless(&self, index: usize) -> bool {
        self.stopless.binary_search(&index).is_ok()
    }

    fn next_numbers(&self) -> RangeInclusive<u32> {
        self.number..=self.number + 10
    }

    /// A lettered part begins a list or goes on with it.
    fn part_fits(&self, label: &Label, ended: bool) -> bool {
        match label.shape {
            Shape::Point | Shape::Bare | Shape::Article => false,
            Shape::Dash => ended,
            _ => {
                let first = matches!(label.number.as_str(), "a" | "A" | "i" | "1");
                let next = self.part.as_ref().is_some_and(|(shape, number)| follows(*shape, number, label));
                ended && (first || next || self.part.is_some())
            }
        }
    }

    /// A short line without a stop, or a few of them, with a label after them.
    fn opens_heading(&self, index: usize) -> bool {
        const LONGEST: usize = 5;
        for (line, label) in self.lines.iter().zip(&self.labels).skip(index).take(LONGEST) {
            if label.as_ref().is_some_and(|label| self.number_fits(label)) || self.lexicon.article(&line.text).is_some() {
                return !std::ptr::eq(*line, self.lines[index]);
            }
            if ends_paragraph(&line.text, self.lexicon) && !is_enumerator(&line.text) || unmarked(&line.text).ends_with(is_comma)
            {
                return false;
            }
        }
        false
    }

    fn opens_annex(&self, index: usize, ended: bool) -> bool {
        const LONGEST: usize = 40;
        let text = &self.lines[index].text;
        ended && text.len() <= LONGEST && opens_with_capital(text) && self.lexicon.is_annex(text)
    }

    /// The meeting, the date or the vote; after the last number also a line that a short one goes before.
    fn opens_closing(&self, index: usize, short: bool) -> bool {
        let stopped = self.blocks.last().is_some_and(|open| open.text.ends_with('.'));
        if (self.number > 0 || stopped) && self.lexicon.is_closing(&self.lines[index].text) {
            return true;
        }
        let is_later = |number: u32| self.last_with.get(&number).is_some_and(|&at| at >= index);
        let last = !is_later(1) && !self.next_numbers().any(is_later);
        self.number > 0 && last && (short || self.lines[index].text.starts_with('['))
    }
}

/// The number of a label that can open a paragraph: "9. Urges", "9. (a) To keep", and, in a text without an enacting formula, "9 Urges".
fn paragraph_number(label: &Label, enacting: Option<usize>) -> Option<u32> {
    let is_set_so = label.shape == Shape::Point || label.shape == Shape::Bare && enacting.is_none();
    let opens_part = || label.shape == Shape::Point && label_of_part(label.rest);
    label.value().filter(|_| is_set_so && (may_open(label.rest) || opens_part()))
}

/// Whether `text` opens with the first part of a list: "(a) to keep", "(i) to keep".
fn label_of_part(text: &str) -> bool {
    let part = label(text.trim_start());
    part.is_some_and(|part| matches!(part.shape, Shape::Letter | Shape::Roman) && matches!(part.number.as_str(), "a" | "i"))
}

/// A paragraph's number, alone on its line: "9."
fn lone_number(text: &str) -> Option<u32> {
    text.strip_suffix('.').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit())).and_then(|digits| digits.parse().ok())
}

/// "II.", "A.": a heading's number, which ends in a point.
fn is_enumerator(text: &str) -> bool {
    let bare = text.trim_end_matches('.');
    roman_value(bare).is_some() || bare.chars().count() == 1
}

/// Whether `label` is the next of its list after `number`.
fn follows(shape: Shape, number: &str, label: &Label) -> bool {
    let letter = |text: &str| text.chars().next().filter(|_| text.chars().count() == 1).map(u32::from);
    match shape {
        Shape::Letter | Shape::Capital => {
            letter(number).zip(letter(&label.number)).is_some_and(|(a, b)| b == a + 1)
                || roman_value(&label.number) == roman_value(number).map(|v| v + 1)
        }
        Shape::Roman => roman_value(&label.number).zip(roman_value(number)).is_some_and(|(b, a)| b == a + 1),
        _ => label.value().zip(number.parse::<u32>().ok()).is_some_and(|(b, a)| b == a + 1),
    }
}
