//! A document as what is free of its language: for each paragraph its facts, its numbers and the beginnings of its words.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::findings::{Fact, FactKind, Meaning, Saying, facts_of, sayings, strength};
use crate::language::Language;
use crate::prepare::Text;
use crate::structure::{Document, Kind, Unit};
use crate::text::{TokenKind, is_han};

/// One language version of a resolution.
pub(super) struct Version<'a> {
    pub(super) document: &'a Document,
    text: Text,
    facts: Vec<Fact>,
    /// The facts of each unit.
    of_unit: Vec<Range<usize>>,
    /// All numbers that each unit says.
    pub(super) said: Vec<Vec<Saying>>,
    /// The units that are paired, in order.
    pub(super) paragraphs: Vec<usize>,
    /// How many sub-paragraphs stand directly under each unit.
    pub(super) children: Vec<usize>,
}

/// What has no more letters is no paragraph to translate: the "IV" above a heading.
const LETTERS: usize = 4;

impl<'a> Version<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let text = Text::of(document);
        let facts = facts_of((document, &text));
        let said = sayings((document, &text));
        let mut of_unit = Vec::with_capacity(document.units.len());
        let mut from = 0;
        let mut children = vec![0; document.units.len()];
        for unit in &document.units {
            let to = from + facts[from..].iter().take_while(|fact| fact.unit == unit.index).count();
            of_unit.push(from..to);
            from = to;
            if let (Kind::Subparagraph, Some(parent)) = (unit.kind, unit.parent) {
                children[parent] += 1;
            }
        }
        let has_words =
            |unit: &&Unit| unit.text.contains(is_han) || unit.text.chars().filter(|c| c.is_alphabetic()).nth(LETTERS).is_some();
        let paired = document.units.iter().filter(|unit| is_paired(unit.kind)).filter(has_words);
        let paragraphs = paired.map(|unit| unit.index).collect();
        Self { document, text, facts, of_unit, said, paragraphs, children }
    }

    pub(super) fn unit(&self, unit: usize) -> &'a Unit {
        &self.document.units[unit]
    }

    pub(super) fn language(&self) -> Language {
        self.document.language
    }

    /// The facts of a unit, in order.
    pub(super) fn facts(&self, unit: usize) -> &[Fact] {
        &self.facts[self.of_unit[unit].clone()]
    }

    /// All facts.
    pub(super) fn all_facts(&self) -> &[Fact] {
        &self.facts
    }

    /// What a unit says that a translation says too, each as often as it does: what facts mean, numbers, the beginnings of words, and how
    /// strong its verb is.
    pub(super) fn signs(&self, unit: usize) -> FxHashMap<Sign, u32> {
        let mut signs = FxHashMap::default();
        let mut add = |sign: Sign| *signs.entry(sign).or_insert(0) += 1;
        for fact in self.facts(unit) {
            match Meaning::of(fact, self.language()) {
                Some(meaning) => add(Sign::Fact(meaning.kind, meaning.value)),
                None => {
                    if let Some(strength) = strength(&fact.value, self.language()) {
                        add(Sign::Verb(strength.scale.code(), strength.step));
                    }
                }
            }
        }
        for saying in &self.said[unit] {
            add(Sign::Number(saying.value.clone()));
        }
        let text = &self.unit(unit).text;
        for word in self.text.words(unit).iter().filter(|word| word.kind == TokenKind::Word) {
            if let Some(beginning) = beginning(&text[word.place()]) {
                add(Sign::Word(beginning));
            }
        }
        signs
    }
}

/// What two translations may share.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Sign {
    /// What a fact means.
    Fact(FactKind, String),
    /// A number in any form.
    Number(String),
    /// The beginning of a word: "resol" of "resolution", "résolution" and "resolución".
    Word(String),
    /// The scale and step of an operative verb.
    Verb(&'static str, u8),
}

/// The first five letters of a word that has as many, without accents and in small letters; of a name in capitals all of it.
fn beginning(word: &str) -> Option<String> {
    const LETTERS: usize = 5;
    // "l'Assemblée"
    let word = word.rsplit(['\'', '’']).next().unwrap_or(word);
    let plain: String = word.chars().flat_map(plain).take(LETTERS).collect();
    let is_name = plain.len() > 1 && word.chars().all(char::is_uppercase);
    (plain.len() == LETTERS || is_name).then_some(plain)
}

/// A letter without its accent, in small letters; a sign is nothing.
fn plain(letter: char) -> impl Iterator<Item = char> {
    use unicode_normalization::UnicodeNormalization;
    letter.to_lowercase().nfd().filter(|c| c.is_alphabetic())
}

/// What has a place of its own in a translation: not front matter, notes and what stands after the last paragraph.
fn is_paired(kind: Kind) -> bool {
    matches!(kind, Kind::Preambular | Kind::Heading | Kind::Operative | Kind::Subparagraph | Kind::Annex)
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn cognates_begin_alike_without_accents() {
        assert_eq!(beginning("Résolution"), beginning("resolution"));
        assert_eq!(beginning("l’Assemblée"), beginning("Assembly"));
        assert_eq!(beginning("coopération"), beginning("co-operation"));
        assert_eq!(beginning("ONU").as_deref(), Some("onu"));
        assert_eq!(beginning("les"), None);
    }
}
