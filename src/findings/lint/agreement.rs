//! What a text says twice in one breath, and what it says of itself.
//!
//! ```text
//! within thirty (31) days                    words and figure differ
//! on Monday, 9 December 2021                 a Thursday
//! by 31 June 2022                            there is no such day
//! 14–20 December … Adopted on 9 December     adopted outside its session
//! Recalling its resolution 70/12, in 70/12   cites itself
//! ```
//!
//! Words and figure are compared where the one stands in round brackets right behind the other, sums and shares too. A day is counted in the Gregorian calendar
//! (Zeller's congruence, 1882). Several days of the week belong to as many dates behind them, in their order: "on Monday and Tuesday,
//! 6 and 7 December 2021". The session of a text is a period of days in its front matter, its adoption the day that its front or
//! its foot gives.

use super::is_symbol_of;
use crate::findings::bytes::Bytes;
use crate::findings::fact::{Doubled, Fact, FactKind, doubled};
use crate::findings::finding::{Finding, Place, Rule};
use crate::findings::history::History;
use crate::language::Language;
use crate::structure::{Document, Kind};
use crate::text::capitalised;

/// What does not agree in text `new`.
pub(super) fn agreement(history: &History<'_>, new: usize) -> Vec<Finding> {
    let (document, facts) = (history.documents[new], history.facts[new].as_slice());
    // An annex says by which resolution it is set up.
    let body = document.units.iter().position(|unit| unit.kind == Kind::Annex).unwrap_or(document.units.len());
    let is_text =
        |unit: usize| unit < body && matches!(document.units[unit].kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph);
    let mut bytes = Bytes::of(document);
    let mut findings = words_and_figure(document, new);
    let is_own = |fact: &&Fact| fact.kind == FactKind::Symbol && is_text(fact.unit) && is_symbol_of(document, fact);
    let of_fact = |rule: Rule| move |fact: &Fact| Finding::of(new, fact, rule, vec![fact.text.clone()]);
    findings.extend(facts.iter().filter(is_own).map(of_fact(Rule::CitesItself)));
    findings.extend(facts.iter().filter(|fact| days(fact).any(|day| !is_day(day))).map(of_fact(Rule::NoSuchDay)));
    for dates in facts.chunk_by(is_one_list).filter(|dates| days(&dates[0]).next().is_some()) {
        findings.extend(weekdays(dates, bytes.around(dates[0].unit, dates[0].start).0, new, document.language));
    }
    findings.extend(outside_session(document, facts, new));
    findings
}

/// "thirty (31)": numbers in words with another figure in brackets behind them.
fn words_and_figure(document: &Document, at: usize) -> Vec<Finding> {
    let finding = |(unit, found): (usize, Doubled)| {
        let text = document.units[unit].text.as_str();
        let (said, figure) = (&text[found.place.start..found.between.start], &text[found.between.end..found.place.end]);
        let place = Place::in_unit(at, unit, text[..found.place.start].chars().count(), &text[found.place]);
        let finding = Finding::at(&place, Rule::WordsAndFigure, said, vec![said.to_owned(), figure.to_owned()]);
        finding.suggesting(format!("{said} ({})", found.value))
    };
    doubled(document).into_iter().map(finding).collect()
}

/// The days that a date or a period names whole: two of "2021-12-06/2021-12-11".
fn days(fact: &Fact) -> impl Iterator<Item = &str> {
    let is_time = matches!(fact.kind, FactKind::Date | FactKind::Period);
    let is_whole = |day: &str| day.len() == "2021-12-09".len() || day.starts_with("--");
    fact.value.split('/').filter(move |day| is_time && is_whole(day))
}

/// Whether one date stands right behind the other: "6 and 7 December", ", ", " et le ".
fn is_one_list(one: &Fact, other: &Fact) -> bool {
    const NEAR: usize = 7;
    let are_dates = one.kind == FactKind::Date && other.kind == FactKind::Date;
    are_dates && one.unit == other.unit && other.start <= one.end + NEAR
}

/// The days of the week before `dates` that are not those of the dates: one of the first, or as many as there are dates.
fn weekdays(dates: &[Fact], before: &str, at: usize, language: Language) -> Vec<Finding> {
    let lexicon = language.lexicon();
    let known = &lexicon.facts;
    let is_tie = |word: &str| [known.and, known.to, known.the].iter().any(|ties| ties.contains(&word));
    let words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut named: Vec<&str> = vec![];
    for word in words {
        let lower = word.to_lowercase();
        if known.weekdays.contains(&lower.as_str()) {
            named.push(word);
        } else if !is_tie(&lower) {
            break;
        }
    }
    named.reverse();
    let days: Vec<(&Fact, &str)> = dates.iter().flat_map(|date| days(date).map(move |day| (date, day))).collect();
    if named.len() != days.len() && named.len() != 1 {
        return vec![];
    }
    let finding = |(word, (date, day)): (&str, (&Fact, &str))| {
        let right = weekday_of(day).filter(|_| is_day(day)).map(|day| known.weekdays[day])?;
        let right = if lexicon.spelling.has_capital_months { capitalised(right) } else { right.to_owned() };
        (right.to_lowercase() != word.to_lowercase()).then(|| {
            Finding::of(at, date, Rule::Weekday, vec![date.text.clone(), right.clone(), word.to_owned()]).suggesting(right)
        })
    };
    named.into_iter().zip(days).filter_map(finding).collect()
}

/// Whether the calendar has "2021-12-09" or, of any year, "--12-09".
fn is_day(date: &str) -> bool {
    let (year, day) = date.split_at(date.len() - "-12-09".len());
    let mut parts = day[1..].split('-').filter_map(|part| part.parse::<u32>().ok());
    let (Some(month), Some(day)) = (parts.next(), parts.next()) else { return true };
    // Every fourth year, but of the hundreds only every fourth.
    let is_leap = year
        .parse::<u32>()
        .map_or(true, |year| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)));
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day <= last
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
    use super::*;

    #[test]
    fn the_day_of_the_week_is_counted() {
        for (date, day) in [("2021-12-09", 3), ("2000-01-01", 5), ("2024-02-29", 3), ("1998-07-17", 4)] {
            assert_eq!(weekday_of(date), Some(day), "{date}");
        }
        assert_eq!(weekday_of("--12-09"), None);
    }

    #[test]
    fn the_calendar_has_a_day_or_not() {
        for date in ["2021-06-30", "2024-02-29", "2000-02-29", "--02-29", "--12-31"] {
            assert!(is_day(date), "{date}");
        }
        for date in ["2021-06-31", "2023-02-29", "1900-02-29", "--02-30", "--09-31"] {
            assert!(!is_day(date), "{date}");
        }
    }
}
