//! Figures in words that are no number: "once", "a month", "quarterly", "a dozen", "to double".
//!
//! ```text
//! old   meets once a year for two weeks, reports quarterly, …
//! new   meets twice a year for a month, reports monthly, …
//! here  1 → 2                2 weeks → 1 month      3 months → 1 months
//! ```
//!
//! They are read where words changed, and are no facts: in most places "a month", "both" and "once" are no figures. Which words
//! say a number is in the language (`said`, `one`), and which of them do only where another figure stands against them (`loose`). `O(n)`.

use std::ops::Range;

use super::{Fact, FactKind};
use crate::language::{FactWords, Language, number_in_words};
use crate::text::{TokenKind, lower, tokens};

/// A figure in words that is no number.
#[derive(Debug, Clone)]
pub(in crate::findings) struct Spoken {
    /// Characters of its side.
    pub(in crate::findings) place: Range<usize>,
    /// In one spelling: "2", "1 month", "3 months".
    pub(in crate::findings) value: String,
    /// Whether it mostly is no figure by itself.
    pub(in crate::findings) is_loose: bool,
    /// What it says: "fortnight" is two weeks, fourteen days and fifteen.
    things: Vec<Thing>,
}

/// A number and what it counts.
#[derive(Debug, Clone)]
struct Thing {
    number: Option<String>,
    /// The unit of time or measure ([`Fact::measure`]).
    measure: Option<usize>,
    /// Nothing where the word names nothing: "twice", "a dozen".
    noun: String,
}

/// Units of time among those of all languages, and the times that something happens.
const TIME: Range<usize> = 0..7;
const TIMES: usize = 7;
/// "one day" is some day, "une seconde fois" a second time.
const SURE: [usize; 4] = [0, 1, 2, 4];

impl Thing {
    fn of(fact: &Fact, language: Language) -> Self {
        let number = fact.value.split(' ').next().map(str::to_owned);
        Self { number, measure: fact.measure(language), noun: fact.noun().unwrap_or_default().to_owned() }
    }

    /// Whether one may have taken the place of the other: both of time, of times or of one noun, in singular or plural.
    fn may_be(&self, other: &Self) -> bool {
        const STEM: usize = 4;
        let stem = |noun: &str| noun.chars().take(STEM).collect::<String>();
        match (self.measure, other.measure) {
            (Some(one), Some(another)) => one == another || TIME.contains(&one) && TIME.contains(&another),
            (None, None) => self.noun.is_empty() || other.noun.is_empty() || stem(&self.noun) == stem(&other.noun),
            (Some(TIMES), None) => other.noun.is_empty(),
            (None, Some(TIMES)) => self.noun.is_empty(),
            _ => false,
        }
    }

    /// Whether both say the same number, and not of two units: "two languages" and "both languages".
    fn is_as(&self, other: &Self) -> bool {
        let is_of_times = |thing: &Self| thing.measure == Some(TIMES) || thing.measure.is_none();
        self.number == other.number && (self.measure == other.measure || is_of_times(self) && is_of_times(other))
    }
}

impl Spoken {
    /// Whether `fact` may have taken its place, and says another number.
    pub(in crate::findings) fn against(&self, fact: &Fact, language: Language) -> Option<Against> {
        if fact.kind != FactKind::Count {
            return None;
        }
        against(&self.things, &[Thing::of(fact, language)])
    }

    /// The same of another of its kind.
    pub(in crate::findings) fn against_spoken(&self, other: &Self) -> Option<Against> {
        against(&self.things, &other.things)
    }
}

/// What a figure is to one that stands where it stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::findings) enum Against {
    Same,
    Other,
}

fn against(one: &[Thing], other: &[Thing]) -> Option<Against> {
    let may_be =
        || one.iter().flat_map(|one| other.iter().map(move |other| (one, other))).filter(|(one, other)| one.may_be(other));
    let is_same = may_be().any(|(one, other)| one.is_as(other));
    may_be().next().map(|_| if is_same { Against::Same } else { Against::Other })
}

/// Those of `text`, which begins at character `from` of its side, in places that are `wanted`, in order.
pub(in crate::findings) fn spoken(
    text: &str,
    from: usize,
    language: Language,
    wanted: impl Fn(&Range<usize>) -> bool,
) -> Vec<Spoken> {
    let known = &language.lexicon().facts;
    let mut at = from;
    let mut words: Vec<(Range<usize>, &str)> = vec![];
    for token in tokens(text) {
        let place = at..at + token.text.chars().count();
        at = place.end;
        if token.kind != TokenKind::Space {
            words.push((place, token.text));
        }
    }
    let said = |at: usize| {
        let (place, word) = &words[at];
        let next = words.get(at + 1);
        if !wanted(&(place.start..next.map_or(place.end, |(next, _)| next.end))) {
            return None;
        }
        let word = lower(word);
        by_itself(place, &word, known).or_else(|| {
            let (end, noun) = next?;
            one([(place, &word), (end, &lower(noun))], known, language)
        })
    };
    (0..words.len()).filter_map(said).collect()
}

/// "quarterly", "a dozen", "twice".
fn by_itself(place: &Range<usize>, word: &str, known: &FactWords) -> Option<Spoken> {
    let &(name, number, unit) = known.said_by(word).next()?;
    let measure = |unit: &str| Language::En.lexicon().facts.units.iter().position(|forms| !unit.is_empty() && forms[0] == unit);
    let thing = |&(_, number, unit): &(_, u32, &str)| Thing {
        number: Some(number.to_string()),
        measure: measure(unit),
        noun: String::new(),
    };
    let value = if unit.is_empty() { number.to_string() } else { format!("{number} {unit}") };
    let things = known.said_by(word).map(thing).collect();
    Some(Spoken { place: place.clone(), value, is_loose: known.loose.contains(&name), things })
}

/// "one year", "une semaine", "a month", "un poste", "every year".
fn one([(place, word), (end, noun)]: [(&Range<usize>, &str); 2], known: &FactWords, language: Language) -> Option<Spoken> {
    let is_article = known.one.contains(&word);
    // "une dizaine" is ten of something, "cada dos años" two years.
    let is_number = || known.said_by(noun).next().is_some() || number_in_words(noun, language).is_some();
    let is_noun = noun.chars().count() > 1 && noun.starts_with(char::is_alphabetic) && !is_number();
    if !is_noun || !is_article && number_in_words(word, language) != Some(1) {
        return None;
    }
    let measure = known.units.iter().position(|forms| forms.contains(&noun));
    let is_span = measure.is_some_and(|unit| SURE.contains(&unit));
    let thing = Thing { number: Some("1".to_owned()), measure, noun: noun.to_owned() };
    Some(Spoken {
        place: place.start..end.end,
        value: format!("1 {noun}"),
        is_loose: is_article || !is_span,
        things: vec![thing],
    })
}
