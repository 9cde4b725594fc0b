//! What a text says twice in one breath, and what it says of itself.
//!
//! ```text
//! within thirty (31) days                    words and figure differ
//! on Monday, 9 December 2021                 a Thursday
//! 14–20 December … Adopted on 9 December     adopted outside its session
//! Recalling its resolution 70/12, in 70/12   cites itself
//! ```
//!
//! Words and figure are compared where the one stands in round brackets right behind the other. A day is counted in the Gregorian calendar
//! (Zeller's congruence, 1882). The session of a text is a period of days in its front matter, its adoption the day that its front or
//! its foot gives.

use super::is_symbol_of;
use crate::findings::bytes::Bytes;
use crate::findings::fact::{Fact, FactKind};
use crate::findings::finding::{Finding, Place, Rule};
use crate::findings::history::History;
use crate::language::{Language, is_number_part, number_in_words};
use crate::structure::{Document, Kind, Unit};

/// What does not agree in text `new`.
pub(super) fn agreement(history: &History<'_>, new: usize) -> Vec<Finding> {
    let (document, facts) = (history.documents[new], history.facts[new].as_slice());
    // An annex says by which resolution it is set up.
    let body = document.units.iter().position(|unit| unit.kind == Kind::Annex).unwrap_or(document.units.len());
    let is_text =
        |unit: usize| unit < body && matches!(document.units[unit].kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph);
    let mut bytes = Bytes::of(document);
    let mut findings: Vec<Finding> =
        document.units.iter().flat_map(|unit| words_and_figure(unit, new, document.language)).collect();
    for fact in facts {
        match fact.kind {
            FactKind::Date => findings.extend(weekday(fact, bytes.around(fact.unit, fact.start).0, new, document.language)),
            FactKind::Symbol if is_text(fact.unit) && is_symbol_of(document, fact) => {
                findings.push(Finding::of(new, fact, Rule::CitesItself, vec![fact.text.clone()]));
            }
            _ => {}
        }
    }
    findings.extend(outside_session(document, facts, new));
    findings
}

/// "thirty (31)": numbers in words with another figure in brackets behind them.
fn words_and_figure(unit: &Unit, at: usize, language: Language) -> Vec<Finding> {
    /// "nine hundred and ninety-nine thousand".
    const LONGEST: usize = 8;
    let finding = |(open, _): (usize, &str)| {
        let rest = &unit.text[open + 1..];
        let figure = &rest[..rest.find(')')?];
        let value: u32 = figure.trim().parse().ok().filter(|_| figure.len() < LONGEST)?;
        let before = unit.text[..open].trim_end();
        let words: Vec<&str> = before.rsplit(' ').take(LONGEST).collect();
        let is_part = |word: &&&str| is_number_part(&word.to_lowercase(), language);
        let count = words.iter().take_while(is_part).count();
        let number = |count: usize| {
            let said = words[..count].iter().rev().copied().collect::<Vec<_>>().join(" ");
            number_in_words(&said, language).map(|value| (value, said))
        };
        let (said_value, said) = (1..=count).rev().find_map(number)?;
        let start = unit.text[..before.len() - said.len()].chars().count();
        let place = Place::in_unit(at, unit.index, start, &unit.text[before.len() - said.len()..=open + 1 + figure.len()]);
        // "one (a)" is a label, and "two (2001)" a year.
        let differs = said_value != value && !(value > 1_000 && said_value < 100);
        let finding = Finding::at(&place, Rule::WordsAndFigure, &said, vec![said.clone(), figure.to_owned()]);
        differs.then(|| finding.suggesting(format!("{said} ({said_value})")))
    };
    unit.text.match_indices('(').filter_map(finding).collect()
}

/// The day of the week that stands before a date and is not its own.
fn weekday(date: &Fact, before: &str, at: usize, language: Language) -> Option<Finding> {
    let day = weekday_of(&date.value)?;
    let word = before.trim_end_matches([' ', ',', '\u{a0}']).rsplit(|c: char| !c.is_alphabetic()).next()?;
    let weekdays = language.lexicon().facts.weekdays;
    let named = weekdays.iter().position(|name| *name == word.to_lowercase())?;
    (named != day).then(|| {
        Finding::of(at, date, Rule::Weekday, vec![date.text.clone(), weekdays[day].to_owned(), word.to_owned()])
            .suggesting(weekdays[day].to_owned())
    })
}

/// The day of the week of "2021-12-09", from 0 on Monday.
fn weekday_of(date: &str) -> Option<usize> {
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<usize>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // January and February belong to the year before.
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    let saturday_first = day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400;
    Some((saturday_first + 5) % 7)
}

/// An adoption that is not among the days of the session that the front matter gives.
fn outside_session(document: &Document, facts: &[Fact], at: usize) -> Option<Finding> {
    /// "2021-12-06/2021-12-11".
    const DAYS: usize = 21;
    let adopted = document.adopted.as_ref()?.date.as_deref()?;
    let is_front = |fact: &&Fact| document.units[fact.unit].kind == Kind::Front;
    let mut periods = facts.iter().filter(is_front).filter(|fact| fact.kind == FactKind::Period && fact.value.len() == DAYS);
    let session = periods.next().filter(|_| periods.next().is_none())?;
    let (from, to) = session.value.split_once('/')?;
    let parts = vec![adopted.to_owned(), session.text.clone()];
    (!(from..=to).contains(&adopted)).then(|| Finding::of(at, session, Rule::OutsideSession, parts))
}

#[cfg(test)]
mod tests {
    use super::weekday_of;

    #[test]
    fn the_day_of_the_week_is_counted() {
        for (date, day) in [("2021-12-09", 3), ("2000-01-01", 5), ("2024-02-29", 3), ("1998-07-17", 4)] {
            assert_eq!(weekday_of(date), Some(day), "{date}");
        }
        assert_eq!(weekday_of("--12-09"), None);
    }
}
