//! Paragraphs cited by their number, checked against the text that they stand in.
//!
//! ```text
//! 2021   PP4  … en application du paragraphe 42 de la résolution ICC-ASP/19/Rés.2     OP42 of ASP/19 is OP44 of ASP/20
//! 2022   PP4  … en application du paragraphe 37 de la résolution ICC-ASP/20/Rés.2     so 44 is expected
//! ```
//!
//! Of a text that is given, the paragraph has to exist. Where the citation was there a year before, and cited the text before, the
//! alignment says what that paragraph is now. It is believed where that paragraph also
//! shares twice as many words with the citing one as the cited does, and the cited names no day that the citing one names. A citation without a text, "paragraphe 21 ci-dessus", is one of this text.

use std::collections::BTreeSet;

use crate::findings::fact::{Fact, FactKind};
use crate::findings::finding::{Finding, Rule};
use crate::findings::history::History;
use crate::language::Language;
use crate::structure::{Document, Kind};
use crate::text::{fold, symbol_spelling};

/// What is wrong with the citations of text `new`.
pub(super) fn citations(history: &History<'_>, new: usize) -> Vec<Finding> {
    (0..history.facts[new].len()).filter_map(|at| citation(history, new, at)).collect()
}

/// A paragraph, cited: its number and the text it stands in.
struct Cited {
    number: String,
    document: usize,
}

fn citation(history: &History<'_>, new: usize, at: usize) -> Option<Finding> {
    let fact = &history.facts[new][at];
    let cited = cited(history, new, at)?;
    let text = history.documents[cited.document];
    if cited.document != new && paragraph(text, &cited.number).is_none() {
        return has_numbers(text)
            .then(|| Finding::of(new, fact, Rule::NoSuchParagraph, vec![fact.text.clone(), text.label.clone()]));
    }
    // What the same words cited a year ago, and what has become of it.
    let old_at = history.before(new, at)?;
    let old = self::cited(history, new - 1, old_at)?;
    if cited.document.checked_sub(1) != Some(old.document) {
        return None;
    }
    let became = history.became(old.document, paragraph(history.documents[old.document], &old.number)?);
    let expected = text.units[*became.first()?].number.clone().filter(|_| text.units[became[0]].kind == Kind::Operative)?;
    let citing = history.documents[new].units[fact.unit].text.as_str();
    let is_likelier = |unit: usize| {
        let [here, there] = [unit, became[0]].map(|unit| shared_words(citing, &text.units[unit].text, text.language));
        there > 2 * here
    };
    let is_right = |unit: usize| {
        became.contains(&unit) || shares_a_day(history, [new, cited.document], [fact.unit, unit]) || !is_likelier(unit)
    };
    (!paragraph(text, &cited.number).is_some_and(is_right)).then(|| {
        let parts = vec![fact.text.clone(), expected.clone(), text.label.clone()];
        Finding::of(new, fact, Rule::OtherParagraph, parts).suggesting(fact.text.replace(&cited.number, &expected))
    })
}

/// Whether two paragraphs name the same day or period: what one asked for then, the other reports.
fn shares_a_day(history: &History<'_>, documents: [usize; 2], units: [usize; 2]) -> bool {
    let days = |side: usize| {
        let here = history.facts[documents[side]].iter().filter(move |fact| fact.unit == units[side]);
        here.filter(|fact| fact.kind == FactKind::Period || fact.kind == FactKind::Date && fact.value.len() == 10)
    };
    days(0).any(|day| days(1).any(|other| other.value == day.value))
}

/// How many words that carry meaning two paragraphs share.
fn shared_words(one: &str, other: &str, language: Language) -> usize {
    const SHORT: usize = 3;
    let words = |text: &str| -> BTreeSet<String> {
        let folded = fold(text);
        let is_content = |word: &&str| word.chars().count() > SHORT && !language.lexicon().function_words.contains(word);
        folded.split(|c: char| !c.is_alphanumeric()).filter(is_content).map(str::to_owned).collect()
    };
    words(one).intersection(&words(other)).count()
}

/// What citation `at` of text `document` cites, if it is a paragraph of a text that is given.
fn cited(history: &History<'_>, document: usize, at: usize) -> Option<Cited> {
    const NEAR: usize = 40;
    let facts = &history.facts[document];
    let fact = &facts[at];
    let (noun, number) = fact.value.split_once(' ').filter(|_| fact.kind == FactKind::Citation)?;
    if !matches!(noun, "paragraph" | "paragraphe" | "párrafo") || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let text = &history.documents[document].units[fact.unit].text;
    let behind: String = text.chars().skip(fact.end).take(NEAR).collect();
    let next =
        facts.get(at + 1).filter(|next| next.unit == fact.unit && next.kind == FactKind::Symbol && next.start <= fact.end + NEAR);
    let document = match next {
        Some(next) => history.documents.iter().position(|other| is_symbol_of(other, next))?,
        None if is_here(&behind) => document,
        None => return None,
    };
    Some(Cited { number: number.to_owned(), document })
}

/// Whether what follows a citation says that the text itself is meant: "above", "ci-dessus".
fn is_here(behind: &str) -> bool {
    let lower = behind.trim_start().to_lowercase();
    [
        "above",
        "below",
        "ci-dessus",
        "ci-dessous",
        "supra",
        "infra",
        "precedente",
        "del presente",
        "of the present resolution",
        "de la présente résolution",
    ]
    .iter()
    .any(|words| lower.starts_with(words))
}

fn is_symbol_of(document: &Document, symbol: &Fact) -> bool {
    let own = document.symbol.as_deref().map(symbol_spelling);
    let resolution = |own: &String| own.strip_prefix("A/RES/").is_some_and(|number| number == symbol.value);
    own.is_some_and(|own| own == symbol.value || resolution(&own))
}

/// The operative paragraph of the body with this number; None too where several have it.
fn paragraph(document: &Document, number: &str) -> Option<usize> {
    let is_it = |unit: &&crate::structure::Unit| unit.kind == Kind::Operative && unit.number.as_deref() == Some(number);
    document.units.iter().find(is_it).map(|unit| unit.index)
}

/// Whether the paragraphs of `document` were counted without a doubt.
fn has_numbers(document: &Document) -> bool {
    document.notes.iter().all(|note| !matches!(note.code.as_str(), "numbering-gap" | "numbering-double"))
}
