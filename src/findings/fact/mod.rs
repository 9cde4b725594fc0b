//! The typed facts of a text, each with its place.
//!
//! ```text
//! OP2   Prend note que 12 personnes …, à sa vingt-et-unième session, en application du paragraphe 37 de la résolution ICC-ASP/19/Rés.2
//!       verb prend note · count 12 personnes · ordinal 21 session · citation paragraphe 37 · symbol ICC-ASP/19/Res.2
//! ```
//!
//! Every paragraph is read once, from left to right: at each word the readers are asked in turn (fraction, symbol, citation, period, date, ordinal,
//! number), and the first that knows what begins there says how far it goes. What one has read is not read again, so "paragraphe 37" is
//! no count and "9 décembre 2021" no year. Labels and footnote marks are no part of a paragraph's text, and never facts. `O(n)`.
//!
//! The `value` is one spelling for all that mean the same: "soixante-six recommandations" and "66 recommandations".
//! Incomplete: figures inside compounds ("ten-year plan", "post-2015"), estimates ("une soixantaine", "millions of people"), months
//! without day or year, and "one", which mostly is an article.

mod citation;
mod figure;
mod fraction;
mod meaning;
mod number;
mod ordinal;
mod period;
mod row;
mod said;
mod spoken;
mod symbol;
mod words;

use std::ops::Range;

use rustc_hash::FxHashMap;
#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::verb::opening;
use crate::language::{Language, NounPlace, is_number_part};
use crate::prepare::Text;
use crate::structure::{Document, Kind, Unit};
use crate::text::lower;
pub(crate) use meaning::Meaning;
pub(super) use number::Doubled;
use row::{Row, Spelled};
pub(crate) use said::{Saying, sayings};
pub(super) use spoken::{Against, Spoken, spoken};

/// A typed piece of a paragraph: a count, a date, a session, a symbol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Fact {
    /// Index of the unit.
    pub unit: usize,
    /// Characters of the unit's text before it.
    pub start: usize,
    /// Characters up to its end.
    pub end: usize,
    /// What it is.
    pub kind: FactKind,
    /// As printed.
    pub text: String,
    /// In one spelling: "12 personnes", "2021-12-09", "21 session".
    pub value: String,
}

impl Fact {
    /// What is counted or ordered: "personnes" of "12 personnes".
    pub fn noun(&self) -> Option<&str> {
        let has_noun = matches!(self.kind, FactKind::Count | FactKind::Ordinal | FactKind::Money);
        self.value.split_once(' ').map(|(_, noun)| noun).filter(|_| has_noun)
    }

    /// What is counted, as printed: "Parties" of "123 Parties"; None where other words stand behind the number.
    pub(crate) fn printed_noun(&self) -> Option<&str> {
        let noun = self.noun()?;
        let printed = self.text.get(self.text.len().checked_sub(noun.len())?..)?;
        (lower(printed) == noun).then_some(printed)
    }

    /// The unit of time or measure that it is a number of, by its place in the lexicon, which all languages share: months of "2 mois".
    pub(crate) fn measure(&self, language: Language) -> Option<usize> {
        let head = lower(self.head(language)?);
        language.lexicon().facts.units.iter().position(|forms| forms.contains(&&*head))
    }

    /// Whether both are numbers of one thing, singular or plural, or at least nothing says of another.
    pub(crate) fn has_noun_of(&self, language: Language, other: &Self, others: Language) -> bool {
        const STEM: usize = 4;
        let (Some(one), Some(another)) = (self.head(language), other.head(others)) else { return true };
        let stem = |noun: &str| noun.chars().take(STEM).collect::<String>();
        match (self.measure(language), other.measure(others)) {
            (None, None) => stem(one).starts_with(&stem(another)) || stem(another).starts_with(&stem(one)),
            (one, other) => one == other,
        }
    }

    /// The word of the noun that the others tell more of: "States" of "small island States".
    fn head(&self, language: Language) -> Option<&str> {
        let noun = self.noun()?;
        match language.lexicon().facts.noun {
            NounPlace::First => noun.split(' ').next(),
            NounPlace::Last => noun.split(' ').next_back(),
        }
    }

    /// The whole number that its value begins with: 12 of "12 personnes", 2022 of "2022".
    pub fn number(&self) -> Option<u64> {
        let head = self.value.split(' ').next()?;
        head.trim_end_matches('%').parse().ok()
    }
}

/// What a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FactKind {
    /// A number of things: "12 personnes"; the number alone where nothing is named.
    Count,
    /// An amount of money: "9700000 USD".
    Money,
    /// A share: "0.7%".
    Percent,
    /// A day, a month of a year or a year, as ISO 8601 writes them: "2021-12-09", "--04-30".
    Date,
    /// From one date to another: "2022/2025".
    Period,
    /// A place in a row: "21 session".
    Ordinal,
    /// A document symbol: "ICC-ASP/20/Res.2".
    Symbol,
    /// A part of a text, by its number: "article 93".
    Citation,
    /// What an operative paragraph decides with: "prie", "takes note".
    Verb,
    /// A figure that is none of these, found only where it changed: "113.3", "10.30 a.m.", "12° 30′".
    Figure,
}

impl FactKind {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 10] = [
        Self::Count,
        Self::Money,
        Self::Percent,
        Self::Date,
        Self::Period,
        Self::Ordinal,
        Self::Symbol,
        Self::Citation,
        Self::Verb,
        Self::Figure,
    ];

    /// As it is written in JSON: "count".
    pub fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Date => "date",
            Self::Period => "period",
            Self::Ordinal => "ordinal",
            Self::Symbol => "symbol",
            Self::Citation => "citation",
            Self::Verb => "verb",
            Self::Figure => "figure",
        }
    }
}

/// What a reader found at a word.
struct Found {
    /// How many words were read.
    len: usize,
    /// The words of each fact, its kind and its value.
    facts: Vec<(Range<usize>, FactKind, String)>,
}

impl Found {
    /// One fact of `len` words from `at` on.
    fn one(at: usize, len: usize, kind: FactKind, value: String) -> Self {
        Self { len, facts: vec![(at..at + len, kind, value)] }
    }
}

/// Reads what begins at a word.
type Reader = fn(&Row<'_>, usize) -> Option<Found>;

const READERS: [Reader; 6] = [fraction::read, symbol::read, citation::read, period::read, ordinal::read, number::read];

/// The numbers in words of `document` with another figure in brackets behind them, each with its unit.
pub(super) fn doubled(document: &Document) -> Vec<(usize, Doubled)> {
    let language = document.language;
    let percent = language.lexicon().facts.percent;
    // Few texts have one: the words of the others are not cut again.
    let is_number = |word: &str| is_number_part(word, language) || percent.iter().any(|said| said.last() == Some(&word));
    let is_money = |word: &str| language.lexicon().facts.money.iter().any(|(name, _)| name.rsplit(' ').next() == Some(word));
    let is_near = |(open, _): (usize, &str), text: &str| {
        let word = lower(text[..open].trim_end().rsplit(' ').next().unwrap_or_default()).into_owned();
        let figures =
            text[open + 1..].trim_start_matches(|c: char| matches!(c, '$' | '€' | '£' | '¥' | ' ') || c.is_ascii_uppercase());
        figures.starts_with(|c: char| c.is_ascii_digit())
            && (is_number(&word) || is_money(&word) || language.lexicon().facts.scales.iter().any(|(scale, _)| *scale == word))
    };
    let has_some = |unit: &&Unit| unit.text.match_indices('(').any(|open| is_near(open, &unit.text));
    if !document.units.iter().any(|unit| has_some(&unit)) {
        return vec![];
    }
    let text = Text::of(document);
    let spelled = Spelled::of(document, &text);
    let units = document.units.iter().filter(has_some);
    units.flat_map(|unit| number::doubled(&spelled.row(unit.index)).into_iter().map(|found| (unit.index, found))).collect()
}

/// Those of `facts` that stand in unit `unit`.
pub(super) fn of_unit(facts: &[Fact], unit: usize) -> &[Fact] {
    let first = facts.partition_point(|fact| fact.unit < unit);
    &facts[first..facts.partition_point(|fact| fact.unit <= unit)]
}

/// The facts of `document`, in the order of the text.
pub fn facts(document: &Document) -> Vec<Fact> {
    facts_of((document, &Text::of(document)))
}

/// The same, of a text whose words are known.
pub(crate) fn facts_of((document, text): (&Document, &Text)) -> Vec<Fact> {
    let spelled = Spelled::of(document, text);
    document.units.iter().flat_map(|unit| unit_facts(unit, &spelled.row(unit.index))).collect()
}

/// The same, where those of another text are `known`: what stands in both word for word is read once.
pub(super) fn facts_beside((document, text): (&Document, &Text), known: (&Document, &[Fact])) -> Vec<Fact> {
    let (other, facts) = known;
    if other.language != document.language {
        return facts_of((document, text));
    }
    let mut read: FxHashMap<(&str, Kind), &[Fact]> = FxHashMap::default();
    let mut rest = facts;
    for unit in &other.units {
        let (own, after) = rest.split_at(rest.iter().take_while(|fact| fact.unit == unit.index).count());
        read.insert((&unit.text, unit.kind), own);
        rest = after;
    }
    let spelled = Spelled::of(document, text);
    let of = |unit: &Unit| match read.get(&(unit.text.as_str(), unit.kind)) {
        Some(known) => known.iter().map(|fact| Fact { unit: unit.index, ..fact.clone() }).collect(),
        None => unit_facts(unit, &spelled.row(unit.index)),
    };
    document.units.iter().flat_map(of).collect()
}

fn unit_facts(unit: &Unit, row: &Row<'_>) -> Vec<Fact> {
    let mut facts = vec![];
    let mut counted = (0, 0);
    let mut push = |bytes: Range<usize>, kind, value| {
        // Facts come in the order of the text: characters are counted once.
        let characters = |from: usize, to: usize| unit.text[from..to].chars().count();
        counted = (bytes.start, counted.1 + characters(counted.0, bytes.start));
        facts.push(Fact {
            unit: unit.index,
            start: counted.1,
            end: counted.1 + characters(bytes.start, bytes.end),
            kind,
            text: unit.text[bytes].to_owned(),
            value,
        });
    };
    if matches!(unit.kind, Kind::Operative | Kind::Subparagraph)
        && let Some(opening) = opening(&unit.text, row.language)
    {
        push(0..opening.shown.len(), FactKind::Verb, opening.value());
    }
    let mut at = 0;
    while at < row.words.len() {
        let Some(found) = Some(at).filter(|&at| row.may_begin(at)).and_then(|at| READERS.iter().find_map(|read| read(row, at)))
        else {
            at += 1;
            continue;
        };
        for (words, kind, value) in found.facts {
            push(row.word(words.start).start..row.end(words.end - 1), kind, value);
        }
        at += found.len;
    }
    facts
}
