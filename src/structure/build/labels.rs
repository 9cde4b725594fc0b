//! Labels that only the rest of the text tells from figures and words.

use super::super::classify::{Style, Zone, opens_a_sentence, paragraph_label};
use super::super::document::Kind;
use super::super::drafts::alternative;
use super::Builder;
use crate::language::{Language, Ordinal, ordinal_word};
use crate::read::Block;
use crate::text::label::{Label, Shape, label, roman_value};
use crate::text::{lower, opens_with_capital, unmarked};

impl Builder {
    /// The label of the next unit, where its number lost its stop: "15".
    pub(super) fn stopless_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        let lost = self.stopless.binary_search(&self.units.len()).is_ok();
        label(text).filter(|_| lost).map(|label| Label { shape: Shape::Point, ..label })
    }

    /// "2.1" in a resolution that numbers so.
    pub(super) fn dotted_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        label(text).filter(|label| self.numbers.dotted && is_dotted(label))
    }

    /// "Primero." or "II." before a verb, in a text that numbers so.
    pub(super) fn worded_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        worded(text, self.language).filter(|_| self.numbers.worded)
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
        let opens = || {
            if value != 1 || self.number == 0 || self.paragraph.is_none() {
                return false;
            }
            let above = self.units.iter().rfind(|unit| unit.kind != Kind::Note);
            above.is_some_and(|unit| unmarked(&unit.text).trim_end().ends_with(':') && unit.kind != Kind::Heading)
        };
        let follows = self.item.map_or_else(opens, |last| value == last + 1);
        self.item = (follows && !self.lexicon.is_operative(label.rest)).then_some(value);
        self.item.map(|_| Label { shape: Shape::Parenthesis, ..label })
    }
}

/// "2.1" before a sentence.
fn is_dotted(label: &Label) -> bool {
    label.shape == Shape::Bare && label.number.contains('.') && opens_a_sentence(label.rest)
}

/// A number in words before a sentence, "Primero.-", or in Roman figures before a verb that decides, "II.".
fn worded(text: &str, language: Language) -> Option<Label<'_>> {
    const LONGEST: usize = 24;
    let (word, after) = text.split_once(['.', ':']).filter(|(word, _)| word.len() <= LONGEST && opens_with_capital(word))?;
    let rest = after.trim_start_matches(['-', '–', '—', ' ', '\u{a0}']);
    let roman = || roman_value(word).filter(|_| language.lexicon().is_operative(rest) && rest.ends_with([';', '.', ',', ':']));
    let value = ordinal_word(&lower(word), language).map(Ordinal::value).or_else(roman)?;
    let printed = text[..text.len() - rest.len()].trim_end();
    (rest.len() < after.len() && opens_with_capital(rest)).then(|| Label {
        brackets: "",
        printed,
        number: value.to_string(),
        shape: Shape::Point,
        rest,
    })
}

/// Whether two paragraphs of a text are numbered "Primero." and "Segundo.", or alike.
pub(super) fn has_worded_numbers(blocks: &[Block], language: Language) -> bool {
    let values = blocks.iter().filter_map(|block| worded(&block.text, language)).filter_map(|label| label.value());
    let mut last = 0;
    values.into_iter().any(|value| {
        let follows = last > 0 && value == last + 1;
        last = value;
        follows
    })
}

/// Whether two paragraphs of a text are numbered "2.1" and "2.2", or alike.
pub(super) fn has_dotted_numbers(blocks: &[Block]) -> bool {
    let mut last: Option<(String, u32)> = None;
    blocks.iter().filter_map(|block| label(&block.text)).filter(is_dotted).any(|label| {
        let Some((stem, own)) = label.number.rsplit_once('.') else { return false };
        let own = own.parse().unwrap_or(0);
        let follows = last.as_ref().is_some_and(|(before, number)| before == stem && number + 1 == own);
        last = Some((stem.to_owned(), own));
        follows
    })
}
