//! Labels that only the rest of the text tells from figures and words.

use std::collections::BTreeSet;

use super::super::classify::{Style, Zone, opens_a_sentence, paragraph_label, part_label};
use super::super::document::{Kind, Unit};
use super::super::drafts::alternative;
use super::{Builder, Numbering};
use crate::language::Lexicon;
use crate::read::Block;
use crate::text::label::{Label, Shape, label, roman, roman_value, stopped_item};
use crate::text::{is_colon, is_full_stop, is_semicolon, opens_with_capital, unmarked};
use crate::work::step;

impl Builder {
    /// The label of the next unit, where its number lost its stop or the text writes none: "15".
    pub(super) fn stopless_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        let lost = self.stopless.binary_search(&self.units.len()).is_ok();
        let is_bare =
            || self.numbering.contains(&Numbering::Bare) && label(text).is_some_and(|label| is_bare(&label, self.lexicon));
        let in_annex = || {
            let counts = self.zone == Zone::Annex && self.numbering.contains(&Numbering::BareInAnnex);
            counts && label(text).is_some_and(|label| is_bare_provision(&label, self.number + 1))
        };
        label(text).filter(|_| lost || is_bare() || in_annex()).map(|label| Label { shape: Shape::Point, ..label })
    }

    /// "2.1" in a resolution that numbers so.
    pub(super) fn dotted_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        let is_dotted = |label: &Label| is_dotted(label) || self.goes_on_dotted(label);
        label(text).filter(|label| self.numbering.contains(&Numbering::Dotted) && is_dotted(label))
    }

    /// Whether "2.1.1 with care" is the first below "2.1", or the next behind "2.1.1", whatever its words open with.
    fn goes_on_dotted(&self, label: &Label) -> bool {
        let Some((stem, own)) = label.number.rsplit_once('.').filter(|_| label.shape == Shape::Bare) else { return false };
        if own.parse() == Ok(1_u32) && self.is_below_colon() {
            return true;
        }
        let Some(last) = self.labelled.and_then(|at| self.units[at].number.as_deref()) else { return false };
        let next = last.rsplit_once('.').filter(|(above, _)| *above == stem).and_then(|(_, last)| last.parse::<u32>().ok());
        own.parse() == Ok(1_u32) && last == stem && stem.contains('.') || next.is_some_and(|last| own.parse() == Ok(last + 1))
    }

    /// "Primero." or "II." before a verb, in a text that numbers so.
    pub(super) fn worded_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        worded(text, self.lexicon).filter(|_| self.numbering.contains(&Numbering::Worded))
    }

    /// The label of a part of a paragraph, as this text labels them.
    pub(super) fn item_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        let is_counted = |label: &Label| !label.printed.starts_with('.') || self.numbering.contains(&Numbering::PointedItems);
        part_label(text)
            .filter(is_counted)
            .or_else(|| stopped_item(text).filter(|_| self.numbering.contains(&Numbering::StoppedItems)))
    }

    /// The label of a recital: "A. whereas", "(1) Having regard to", "– vu".
    pub(super) fn labelled_recital<'a>(&mut self, text: &'a str) -> Option<Label<'a>> {
        if self.style != Style::Resolution || self.zone != Zone::Preamble {
            return None;
        }
        let letter = || {
            let (letter, rest) =
                text.split_once('.').filter(|(letter, rest)| letter.len() == 1 && rest.starts_with([' ', '\u{a0}']))?;
            let (number, printed, rest) = (letter.to_owned(), &text[..2], rest.trim_start());
            letter.starts_with(char::is_uppercase).then_some(Label { brackets: "", printed, number, shape: Shape::Capital, rest })
        };
        let label = part_label(text).or_else(letter)?;
        let mut words = label.rest.chars();
        let opening: String = words.next()?.to_uppercase().chain(words).collect();
        if !self.lexicon.is_recital(&opening) {
            return None;
        }
        let number = if label.shape == Shape::Dash { self.count("PP").to_string() } else { label.number.clone() };
        Some(Label { number, ..label })
    }

    /// "1/ Décide" or "2: Decides" in a text that numbers so.
    pub(super) fn signed_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        signed(text, self.lexicon).filter(|_| self.numbering.contains(&Numbering::Signed))
    }

    /// "1 to keep the lamp burning" below "resolves".
    pub(super) fn label_below_verb<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        let counts = |label: &Label| {
            label.shape == Shape::Bare && label.value().is_some_and(|value| value == 1 || value == self.number + 1)
        };
        self.below_verb.then(|| label(text))?.filter(counts).map(|label| Label { shape: Shape::Point, ..label })
    }

    /// "A. The lamp burns." or "A – The lamp burns.": an item behind a colon or the item before it, by its sentence; "A. Fees" is a heading.
    pub(super) fn sentence_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        const FEW: usize = 2;
        let (number, after) = text.split_at(text.find(|c: char| !c.is_ascii_uppercase())?);
        let after = after.strip_prefix('.').or_else(|| after.trim_start().strip_prefix(['–', '—', '-']))?;
        let rest = after.trim_start();
        let is_sentence =
            self.lexicon.untied(rest).ends_with(|c| is_full_stop(c) || is_semicolon(c)) && rest.split(' ').nth(FEW).is_some();
        if self.style != Style::Resolution || self.zone != Zone::Body || !is_sentence || rest.len() == after.len() {
            return None;
        }
        let letter = |number: &str| number.bytes().next().filter(|_| number.len() == 1);
        let last = |shape| self.parts.iter().rfind(|part| part.shape == shape).map(|part| part.number.as_str());
        let is_next_letter = last(Shape::Capital).and_then(letter).is_some_and(|last| letter(number) == Some(last + 1));
        let is_next_numeral = last(Shape::Roman).and_then(roman_value).is_some_and(|last| roman_value(number) == Some(last + 1));
        let shape = match number {
            _ if is_next_letter => Shape::Capital,
            _ if is_next_numeral => Shape::Roman,
            "A" if self.is_below_colon() => Shape::Capital,
            "I" if self.is_below_colon() => Shape::Roman,
            _ => return None,
        };
        Some(Label { brackets: "", printed: text[..text.len() - after.len()].trim_end(), number: number.to_owned(), shape, rest })
    }

    /// Whether the paragraph above, notes aside, ends in a colon.
    pub(super) fn is_below_colon(&self) -> bool {
        self.above().is_some_and(|unit| unmarked(&unit.text).trim_end().ends_with(is_colon) && unit.kind != Kind::Heading)
    }

    /// The last unit, notes aside.
    pub(super) fn above(&self) -> Option<&Unit> {
        self.units.iter().rfind(|unit| unit.kind != Kind::Note)
    }

    /// The label of an alternative in a draft: "Option 1:".
    pub(super) fn alternative<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        let is_draft = self.style == Style::Resolution && matches!(self.zone, Zone::Preamble | Zone::Body);
        alternative(text, self.lexicon).filter(|_| is_draft)
    }

    /// An item of a list within a paragraph: "1. Election of officers." behind a colon, and those after it. The paragraph after the list
    /// may have the number of its next item: there a verb tells.
    pub(super) fn listed<'a>(&mut self, text: &'a str) -> Option<Label<'a>> {
        let label = paragraph_label(text, self.style, self.lexicon).filter(|label| label.shape == Shape::Point)?;
        let value = label.value().filter(|_| label.number.bytes().all(|b| b.is_ascii_digit()))?;
        let opens = || value == 1 && self.number > 0 && self.paragraph.is_some() && self.is_below_colon();
        let follows = self.item.map_or_else(opens, |last| value == last + 1);
        self.item = (follows && !self.lexicon.is_operative(label.rest)).then_some(value);
        self.item.map(|_| Label { shape: Shape::Parenthesis, ..label })
    }
}

/// "2.1" before a sentence.
fn is_dotted(label: &Label) -> bool {
    label.shape == Shape::Bare && label.number.contains('.') && opens_a_sentence(label.rest)
}

fn worded<'t>(text: &'t str, lexicon: &Lexicon) -> Option<Label<'t>> {
    lexicon.worded(text).filter(|_| opens_with_capital(text))
}

/// Whether two paragraphs of a text are numbered "Primero." and "Segundo.", or alike.
pub(super) fn has_worded_numbers(blocks: &[Block], lexicon: &Lexicon) -> bool {
    let values = blocks.iter().filter_map(|block| worded(&block.text, lexicon)).filter_map(|label| label.value());
    let mut last = 0;
    values.into_iter().any(|value| {
        let follows = last > 0 && value == last + 1;
        last = value;
        follows
    })
}

/// "2 INVITES", in a text that writes no stops behind its numbers.
fn is_bare(label: &Label, lexicon: &Lexicon) -> bool {
    label.shape == Shape::Bare && !label.number.contains('.') && lexicon.is_operative(label.rest)
}

/// Whether the paragraphs of a resolution are numbered "1", "2", and none "1."
pub(super) fn has_bare_numbers(blocks: &[Block], style: Style, lexicon: &Lexicon) -> bool {
    let labels = || blocks.iter().filter_map(|block| label(&block.text));
    let mut bare = labels().filter(|label| is_bare(label, lexicon)).filter_map(|label| label.value());
    style == Style::Resolution
        && bare.next() == Some(1)
        && bare.next() == Some(2)
        && labels().all(|label| label.shape != Shape::Point)
}

/// "2 In rule 7, …", the second of a count without stops.
fn is_bare_provision(label: &Label, number: u32) -> bool {
    label.shape == Shape::Bare && label.value() == Some(number) && opens_a_sentence(label.rest)
}

/// Whether an annex counts its paragraphs "1", "2", with at most a title above them.
pub(super) fn has_bare_annex(blocks: &[Block], lexicon: &Lexicon) -> bool {
    const TITLES: usize = 3;
    let numbered = |block: &Block, number| {
        step(1);
        label(&block.text).is_some_and(|label| is_bare_provision(&label, number))
    };
    // Each annex up to the next.
    blocks.split(|block| lexicon.is_annex(&block.text)).skip(1).any(|below| {
        let first = below.iter().take(TITLES).position(|block| numbered(block, 1));
        first.is_some_and(|first| below[first + 1..].iter().any(|block| numbered(block, 2)))
    })
}

/// Whether a text labels items "a." and "b.", or "i." and "ii.", one after the other.
pub(super) fn has_stopped_items(blocks: &[Block]) -> bool {
    let mut opened = None;
    blocks.iter().filter_map(|block| stopped_item(&block.text)).any(|label| {
        let follows = matches!((opened, label.number.as_str()), (Some('a'), "b") | (Some('i'), "ii") | (Some('I'), "II"));
        opened = label.number.chars().next().filter(|_| matches!(label.number.as_str(), "a" | "i" | "I"));
        follows
    })
}

/// Whether a text labels items ".1" and ".2", one after the other: ".5 per cent" is a figure.
pub(super) fn has_pointed_items(blocks: &[Block]) -> bool {
    let pointed = |block: &&Block| block.text.starts_with('.');
    let mut numbers = blocks.iter().filter(pointed).filter_map(|block| label(&block.text)).map(|label| label.number);
    numbers.any(|number| number == "1") && numbers.any(|number| number == "2")
}

/// The letters with a stop that head blocks and neither follow another nor are followed: initials, "M." for Monsieur.
pub(super) fn initials(blocks: &[Block]) -> Vec<String> {
    let label = |block: &Block| {
        let letter = block.text.split(' ').next().filter(|first| first.len() == 2 && first.ends_with('.'))?.chars().next()?;
        letter.is_ascii_uppercase().then_some(letter)
    };
    let letters: BTreeSet<char> = blocks.iter().filter_map(label).collect();
    let is_headed = |numeral: u32| {
        let numeral = format!("{}.", roman(numeral).to_uppercase());
        blocks.iter().any(|block| block.text.starts_with(&numeral))
    };
    let is_counted = |letter: char| {
        let next_to = |step: i8| letters.contains(&char::from((letter as u8).wrapping_add_signed(step)));
        let numeral = roman_value(&letter.to_string());
        matches!(letter, 'A' | 'I') || next_to(-1) || numeral.is_some_and(|value| value > 1 && is_headed(value - 1))
    };
    letters.iter().filter(|letter| !is_counted(**letter)).map(|letter| format!("{letter}.")).collect()
}

/// "1/ Décide", "2: Decides": before a verb only, since notes and times are written so.
fn signed<'t>(text: &'t str, lexicon: &Lexicon) -> Option<Label<'t>> {
    const LONGEST: usize = 2;
    let (number, after) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let after = after.strip_prefix(['/', ':'])?;
    let rest = after.trim_start();
    let is_label = (1..=LONGEST).contains(&number.len()) && rest.len() < after.len() && lexicon.is_operative(rest);
    let printed = &text[..text.len() - after.len()];
    is_label.then(|| Label { brackets: "", printed, number: number.to_owned(), shape: Shape::Point, rest })
}

/// Whether a text numbers its first two paragraphs "1/" and "2/", or "1:" and "2:".
pub(super) fn has_signed_numbers(blocks: &[Block], lexicon: &Lexicon) -> bool {
    let mut values = blocks.iter().filter_map(|block| signed(&block.text, lexicon)).map(|label| label.value());
    values.next() == Some(Some(1)) && values.next() == Some(Some(2))
}

/// Whether two paragraphs of a text are numbered "2.1" and "2.2", or alike.
pub(super) fn has_dotted_numbers(blocks: &[Block]) -> bool {
    let mut last: Option<(String, u32)> = None;
    let is_counted = |label: &Label| label.shape == Shape::Bare && label.number.contains('.');
    blocks.iter().filter_map(|block| label(&block.text)).filter(is_counted).any(|label| {
        let Some((stem, own)) = label.number.rsplit_once('.') else { return false };
        let own = own.parse().unwrap_or(0);
        let follows = last.as_ref().is_some_and(|(before, number)| before == stem && number + 1 == own);
        last = Some((stem.to_owned(), own));
        follows
    })
}
