//! What a fact says, free of the language that says it.
//!
//! ```text
//! deux décennies · two decades · veinte años              count 20 of years
//! paragraphe 9 a) · paragraph 9 (a) · párrafo 9 a)        citation 9(a) of paragraph
//! troisième Commission · Third Committee                  ordinal 3 of committee
//! soixante-six recommandations · 66 recommendations       count 66
//! ```
//!
//! Numbers, dates, symbols and money have one value in all languages already; units and the nouns that texts are cited and sessions are
//! counted by have one name through `language`. What else is counted has no name that two languages share, and none is made up. `O(1)` a fact.

use super::{Fact, FactKind};
use crate::language::{FactWords, Language};
use crate::text::label::roman_value;

/// What a fact says in any language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Meaning {
    pub(crate) kind: FactKind,
    /// The number, date or symbol: "20", "9(a)", "2021-12-09".
    pub(crate) value: String,
    /// What it is a number of, in English, where languages share a name for it: "years", "session".
    pub(crate) of: Option<&'static str>,
}

impl Meaning {
    /// Of a fact in a text of this language; None of verbs, which are compared by their strength.
    pub(crate) fn of(fact: &Fact, language: Language) -> Option<Self> {
        let known = &language.lexicon().facts;
        let (value, of) = match fact.kind {
            FactKind::Verb => return None,
            FactKind::Count => counted(fact, known, language),
            FactKind::Ordinal => {
                let (number, noun) = fact.value.split_once(' ').unwrap_or((&fact.value, ""));
                (number.to_owned(), concept(noun, known))
            }
            FactKind::Citation => {
                let (noun, number) = fact.value.split_once(' ').unwrap_or(("", &fact.value));
                (in_figures(number), concept(noun, known))
            }
            _ => (fact.value.clone(), None),
        };
        Some(Self { kind: fact.kind, value, of })
    }

    /// In one spelling for all languages: "20 years", "paragraph 9(a)", "2030-12-09".
    pub(crate) fn written(&self) -> String {
        match self.of {
            Some(of) if self.kind == FactKind::Citation => format!("{of} {}", self.value),
            Some(of) => format!("{} {of}", self.value),
            None => self.value.clone(),
        }
    }

    /// Whether nothing that both say differs: one may name the part of a paragraph, or the year of a day, that the other leaves open.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        if self.kind != other.kind {
            return false;
        }
        if is_one_span(self, other) || is_one_span(other, self) {
            return true;
        }
        // "Meeting" and "session" translate each other now and then: the place says which.
        let has_one_head = self.kind == FactKind::Ordinal || self.of.zip(other.of).is_none_or(|(one, other)| one == other);
        let is_less_told = || match self.kind {
            FactKind::Citation => is_part(&self.value, &other.value),
            FactKind::Date | FactKind::Period => is_less_dated(&self.value, &other.value),
            // "69/274A" and "69/274 A".
            FactKind::Symbol => self.value.replace(' ', "") == other.value.replace(' ', ""),
            _ => false,
        };
        has_one_head && (self.value == other.value || is_less_told())
    }
}

/// Whether one is the other in longer units: "two weeks" and "quinze jours", "two years" and "24 months".
fn is_one_span(longer: &Meaning, shorter: &Meaning) -> bool {
    /// A unit, how many of the next it has, and how many more its speakers may count: eight days are a week, fifteen two.
    const UNITS: [(&str, &str, u32, u32); 2] = [("years", "months", 12, 0), ("weeks", "days", 7, 1)];
    let number = |meaning: &Meaning| meaning.value.parse::<u32>().ok();
    let (Some(many), Some(few)) = (number(shorter), number(longer)) else { return false };
    let is_one = |&(long, short, by, more): &(&str, &str, u32, u32)| {
        let is_of = longer.of == Some(long) && shorter.of == Some(short);
        is_of && few.checked_mul(by).is_some_and(|whole| (whole..=whole.saturating_add(more)).contains(&many))
    };
    longer.kind == FactKind::Count && UNITS.iter().any(is_one)
}

/// The English name of a noun that every language has.
fn concept(noun: &str, known: &FactWords) -> Option<&'static str> {
    known.concepts.iter().find(|(known, _)| *known == noun).map(|&(_, concept)| concept)
}

/// A count with its unit: "2 décennies" are 20 years.
fn counted(fact: &Fact, known: &FactWords, language: Language) -> (String, Option<&'static str>) {
    let number = fact.value.split(' ').next().unwrap_or_default();
    let by_itself = fact.noun().and_then(|noun| known.said_by(noun).find(|(_, _, unit)| !unit.is_empty()));
    if let Some((_, many, unit)) = by_itself
        && let Ok(number) = number.parse::<u64>()
    {
        return ((number * u64::from(*many)).to_string(), Some(unit));
    }
    let unit = fact.measure(language).map(|unit| Language::En.lexicon().facts.units[unit][0]);
    // "1 1/2" has two words and no noun.
    let value = if unit.is_none() && fact.noun().is_some_and(|noun| noun.contains('/')) { &fact.value } else { number };
    (value.to_owned(), unit)
}

/// A number of a part in Arabic figures: "12-14" of "XII-XIV".
fn in_figures(number: &str) -> String {
    let parts =
        number.split('-').map(|part| match roman_value(part).filter(|_| part.len() > 1 || matches!(part, "I" | "V" | "X")) {
            Some(value) => value.to_string(),
            None => part.to_owned(),
        });
    parts.collect::<Vec<_>>().join("-")
}

/// Whether one citation is of a part of what the other cites: "9(a)" and "9".
fn is_part(one: &str, other: &str) -> bool {
    let is_part = |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('('));
    is_part(one, other) || is_part(other, one)
}

/// Whether one date says less than the other and nothing else: "--12-21" or "2020-12" and "2020-12-21", in periods at both ends.
fn is_less_dated(one: &str, other: &str) -> bool {
    let has_no_year = |date: &str| date.split('/').all(|end| end.starts_with('-'));
    let is_yearless = |short: &str, long: &str| {
        let (short, long) = (short.split('/'), long.split('/'));
        short.clone().count() == long.clone().count()
            && short.zip(long).all(|(short, long)| long.ends_with(short.trim_start_matches('-')))
    };
    let is_beginning =
        |short: &str, long: &str| !long.contains('/') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'));
    let is_less = |short: &str, long: &str| has_no_year(short) && is_yearless(short, long) || is_beginning(short, long);
    is_less(one, other) || is_less(other, one)
}

#[cfg(test)]
mod tests {
    use super::super::facts;
    use super::super::row::tests::document;
    use super::*;

    fn meanings(text: &str, language: Language) -> Vec<(FactKind, String, Option<&'static str>)> {
        let facts = facts(&document(text, language));
        facts.iter().filter_map(|fact| Meaning::of(fact, language)).map(|one| (one.kind, one.value, one.of)).collect()
    }

    #[test]
    fn what_three_languages_say_is_one() {
        let cases = [
            [
                "Notes paragraph 9 (a) and annex II, the Third Committee, two decades, six weeks and 66 boats.",
                "Note le paragraphe 9 a) et l’annexe II, la Troisième Commission, vingt ans, 6 semaines et soixante-six bateaux.",
                "Observa el párrafo 9 a) y el anexo II, la Tercera Comisión, dos decenios, seis semanas y 66 barcos.",
            ],
            [
                "Recalls its twenty-third session, chapters XII to XIV, 4.5 per cent and 5 to 6 billion dollars.",
                "Rappelle sa vingt-troisième session, les chapitres XII à XIV, 4,5 % et 5 à 6 milliards de dollars.",
                "Recuerda su vigésimo tercer período de sesiones, los capítulos XII a XIV, el 4,5 % y de 5.000 a 6.000 millones de dólares.",
            ],
        ];
        for [en, fr, es] in cases {
            let english = meanings(en, Language::En);
            assert!(english.len() > 4, "{english:?}");
            assert_eq!(meanings(fr, Language::Fr), english);
            assert_eq!(meanings(es, Language::Es), english);
        }
    }

    #[test]
    fn what_other_scripts_say_is_the_same() {
        let sorted = |text: &str, language| {
            let mut meanings = meanings(text, language);
            meanings.sort();
            meanings
        };
        let english = sorted(
            "Decides to train, by 30 June 2025, 1,350 pilots in 14 ports, at 2.5 million dollars and 35 per cent, at its seventy-ninth \
             session, by paragraph 6 of resolution 76/848.",
            Language::En,
        );
        assert_eq!(english.len(), 8, "{english:?}");
        for (language, text) in [
            (
                Language::Ru,
                "постановляет к 30 июня 2025 года обучить 1350 лоцманов в 14 портах за 2,5 млн долл. США и 35 процентов на своей \
                 семьдесят девятой сессии согласно пункту 6 резолюции 76/848;",
            ),
            (
                Language::Ar,
                "تقرر بحلول 30 حزيران/يونيه 2025 تدريب 350 1 مرشدا في ١٤ ميناء بمبلغ 2.5 مليون دولار و 35 في المائة في دورتها \
                 التاسعة والسبعين عملا بالفقرة السابقة وفق الفقرة 6 من القرار 76/848؛",
            ),
            (
                Language::Zh,
                "决定至迟于2025年6月30日在14个港口培训1 350名引航员，用250万美元和35%，在第七十九届会议上，按照第76/848号决议第6段；",
            ),
        ] {
            assert_eq!(sorted(text, language), english, "{text}");
        }
    }

    #[test]
    fn numbers_in_words_of_arabic_and_shares_in_words_of_chinese_are_those_in_figures() {
        let values = |text: &str, language| {
            let facts = facts(&document(text, language));
            facts.into_iter().filter(|fact| fact.kind != FactKind::Verb).map(|fact| fact.value).collect::<Vec<_>>()
        };
        for (language, words, figures) in [
            (Language::Zh, "注意到百分之三十五的港口没有报告；", "注意到35%的港口没有报告；"),
            (Language::Zh, "注意到百分之12的港口没有报告；", "注意到12%的港口没有报告；"),
            (Language::Ar, "تلاحظ خمسة وعشرين ميناء؛", "تلاحظ 25 ميناء؛"),
            (Language::Ar, "تلاحظ السفن وأربع عشرة محطة؛", "تلاحظ السفن و 14 محطة؛"),
            (Language::Ar, "تلاحظ مائة وسبعة وأربعين ميناء؛", "تلاحظ 147 ميناء؛"),
        ] {
            let said = values(words, language);
            assert_eq!((said.len(), &said), (1, &values(figures, language)), "{words}");
        }
    }

    #[test]
    fn a_unit_and_the_head_of_a_citation_must_agree_and_other_nouns_need_not() {
        let one = |text: &str, language| {
            let facts = facts(&document(text, language));
            Meaning::of(facts.last().unwrap(), language).unwrap()
        };
        let agree = |en: &str, fr: &str| one(en, Language::En).agrees(&one(fr, Language::Fr));
        assert!(agree("Notes six weeks.", "Note six semaines."));
        assert!(!agree("Notes six weeks.", "Note six mois."));
        assert!(agree("Notes two weeks.", "Note quinze jours."));
        assert!(agree("Notes 24 months.", "Note deux ans."));
        assert!(!agree("Notes two weeks.", "Note douze jours."));
        assert!(agree("Notes 6 gauges.", "Note 6 échelles."));
        assert!(agree("Notes paragraph 9 (a).", "Note le paragraphe 9."));
        assert!(!agree("Notes paragraph 9 (a).", "Note le paragraphe 9 b)."));
        assert!(!agree("Notes article 9.", "Note le paragraphe 9."));
        assert!(agree("Notes 21 December 2020.", "Note le 21 décembre."));
        assert!(!agree("Notes 21 December 2020.", "Note le 22 décembre."));
    }
}
