//! Dates, and periods from one date to another.
//!
//! ```text
//! from 10 to 21 October 2011        2011-10-10/2011-10-21
//! 2012–2013, de 2012 à 2013         2012/2013
//! les 3 et 4 mai 2010               2010-05-03 and 2010-05-04
//! ```

use super::row::Row;
use super::{FactKind, Found};
use crate::language::{Date, abbreviated_month, year};
use crate::text::TokenKind;

pub(super) fn read(row: &Row<'_>, at: usize) -> Option<Found> {
    range(row, at).or_else(|| days(row, at)).or_else(|| {
        let (date, len) = date(row, at)?;
        let is_day_alone = date.month.is_none() && date.year.is_none();
        let is_number = date.month.is_none() && row.is_shelved(at);
        (!is_day_alone && !is_number).then(|| Found::one(at, len, FactKind::Date, date.to_string()))
    })
}

/// The date, year or day of a month at word `at`, and its words.
fn date(row: &Row<'_>, at: usize) -> Option<(Date, usize)> {
    let word = row.word(at);
    // "November 2004,7", "9 mai 2004,7": the mark of a footnote is no part of the year.
    let before_year = || {
        let len = if matches!(row.text(at + 1), "de" | "del") { 2 } else { 1 };
        let year = marked_year(row.text(at + len))?;
        let date = Date::read(&format!("{} {year}", word.text)).filter(|date| date.month.is_some())?;
        Some((date, len + 1))
    };
    match word.kind {
        TokenKind::Date => before_year().or_else(|| Date::read(word.text).map(|date| (date, 1))),
        TokenKind::Word => before_year(),
        TokenKind::Symbol => Date::in_figures(word.text).map(|date| (date, 1)),
        TokenKind::Number => {
            if let Some(date) = Date::in_figures(word.text).map(|date| (date, 1)).or_else(|| abbreviated(row, at)) {
                return Some(date);
            }
            let day =
                Date::read(marked_year(word.text).unwrap_or(word.text)).filter(|day| day.year.is_none() || day.day.is_none())?;
            if word.text != "1" || row.text(at + 1) != "er" {
                return Some((day, 1));
            }
            // "1 er mai 2013", "1 er janvier", as some sources print them.
            let joined = Date::read(&format!("1er {}", row.text(at + 2))).filter(|date| date.month.is_some());
            Some(joined.map_or((day, 2), |date| (date, 3)))
        }
        _ => None,
    }
}

/// "31 Dec. 2021", "30 sept. 2022", with or without the stop; the year may be missing where there is one.
fn abbreviated(row: &Row<'_>, at: usize) -> Option<(Date, usize)> {
    let word = row.text(at + 1);
    let name = word.trim_end_matches('.');
    let month = abbreviated_month(&name.to_lowercase())?;
    let apart = usize::from(row.text(at + 2) == "." && row.end(at + 1) == row.word(at + 2).start);
    let has_year = year(row.text(at + 2 + apart)).is_some();
    let year = if has_year { row.text(at + 2 + apart) } else { "" };
    let date = Date::read(&format!("{} {month} {year}", row.text(at))).filter(|date| date.day.is_some());
    let is_cut = apart > 0 || name.len() < word.len();
    Some((date.filter(|_| has_year || is_cut)?, 2 + apart + usize::from(has_year)))
}

/// The year of "2004,7".
fn marked_year(text: &str) -> Option<&str> {
    let (first, mark) = text.split_once(',')?;
    let is_mark = (1..=2).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit());
    (is_mark && year(first).is_some()).then_some(first)
}

/// "2008–2018", "5-7 mai 2010", "from 10 to 21 October 2011", "entre le 1er juillet 2020 et le 30 juin 2021".
fn range(row: &Row<'_>, at: usize) -> Option<Found> {
    if row.is_shelved(at) {
        return None;
    }
    if let Some((left, right)) = row.text(at).split_once(['-', '–']).filter(|_| row.word(at).kind == TokenKind::Number) {
        if let Some((from, to)) = years(left, right) {
            return Some(Found::one(at, 1, FactKind::Period, format!("{from}/{to}")));
        }
        let (month, len) = date(row, at + 1).filter(|(date, _)| date.month.is_some() && date.day.is_none())?;
        let to = Date::read(right)?.or(month);
        let from = Date::read(left)?.or(to);
        return Some(Found::one(at, 1 + len, FactKind::Period, format!("{from}/{to}")));
    }
    if let Some((month, last)) = row.text(at + 1).split_once(['-', '–']).filter(|_| row.word(at + 1).kind == TokenKind::Word) {
        // "18 juin-6 juillet 2018", whose middle is one word.
        let from = Date::read(&format!("{} {month}", row.text(at)))?;
        let to = Date::read(&format!("{last} {}", row.text(at + 2)))?;
        let is_whole = from.month.is_some() && to.month.is_some() && to.day.is_some();
        return is_whole.then(|| Found::one(at, 3, FactKind::Period, format!("{}/{to}", from.or(to))));
    }
    let (from, len) = date(row, at)?;
    let tie = at + len;
    let is_between = row.is_in(tie, row.known.and) && (is_between(row, at) || is_between(row, at.saturating_sub(1)));
    if !is_between && !row.is_in(tie, row.known.to) {
        return None;
    }
    let article = usize::from(row.is_in(tie + 1, row.known.the));
    let (to, to_len) = date(row, tie + 1 + article)?;
    // "2023年9月4日至8日"
    let to = if row.language.lexicon().is_spaced() || to.month.is_some() { to } else { to.or(from) };
    let is_alike = match (from.month, from.day) {
        (None, None) => to.month.is_none() && to.day.is_none() && from.year < to.year,
        (_, day) => to.month.is_some() && day.is_some() == to.day.is_some(),
    };
    let end = tie + 1 + article + to_len;
    is_alike.then(|| Found::one(at, end - at, FactKind::Period, format!("{}/{to}", from.or(to))))
}

fn is_between(row: &Row<'_>, at: usize) -> bool {
    at > 0 && row.is_in(at - 1, row.known.between)
}

/// The years of "2014-2018", "2014-18".
fn years(left: &str, right: &str) -> Option<(u16, u16)> {
    let from = year(left)?;
    let to = match right.len() {
        2 => from / 100 * 100 + right.parse::<u16>().ok()?,
        _ => year(right)?,
    };
    (from < to).then_some((from, to))
}

/// "3 et 4 mai 2010", "27, 28 and 29 June": as many dates.
fn days(row: &Row<'_>, at: usize) -> Option<Found> {
    let mut places = vec![];
    let mut next = at;
    let last = loop {
        let (day, len) = date(row, next)?;
        let is_last = day.month.is_some();
        places.push((next..next + len, day));
        next += len;
        if is_last {
            break day;
        }
        let comma = usize::from(row.text(next) == ",");
        let and = usize::from(row.is_in(next + comma, row.known.and));
        let article = usize::from(row.is_in(next + comma + and, row.known.the));
        if day.day.is_none() || comma + and == 0 {
            return None;
        }
        next += comma + and + article;
    };
    if places.len() < 2 || last.day.is_none() {
        return None;
    }
    let facts = places.into_iter().map(|(place, day)| (place, FactKind::Date, day.or(last).to_string()));
    Some(Found { len: next - at, facts: facts.collect() })
}

#[cfg(test)]
mod tests {
    use super::super::row::Spelled;
    use super::super::row::tests::document;
    use super::*;
    use crate::language::Language;
    use crate::prepare::Text;

    #[test]
    fn the_first_of_a_month_is_a_day_however_it_is_printed() {
        let values = |text: &str| {
            let document = document(text, Language::Fr);
            let text = Text::of(&document);
            let spelled = Spelled::of(&document, &text);
            let row = spelled.row(0);
            let facts = read(&row, 0).map(|found| found.facts).unwrap_or_default();
            facts.into_iter().map(|(_, _, value)| value).collect::<Vec<_>>()
        };
        assert_eq!(values("1er janvier au 31 décembre 2013"), ["2013-01-01/2013-12-31"]);
        assert_eq!(values("1 er janvier au 31 décembre 2013"), ["2013-01-01/2013-12-31"]);
        assert_eq!(values("1 er janvier"), ["--01-01"]);
        assert_eq!(values("1 er et 2 mai 2010"), ["2010-05-01", "2010-05-02"]);
        assert_eq!(values("31 déc. 2021"), ["2021-12-31"]);
        assert_eq!(values("30 et 31 oct. 2021"), ["2021-10-30", "2021-10-31"]);
        assert_eq!(values("31 mar 2021"), ["2021-03-31"]);
        for text in ["12 dec", "12 jui. 2021", "12 m. 2021", "12 avec 2021"] {
            assert_eq!(values(text), [""; 0], "{text}");
        }
        assert_eq!(values("1 er rapport"), [""; 0]);
    }

    #[test]
    fn the_mark_of_a_footnote_is_no_part_of_a_year() {
        let values = |text: &str, language| {
            let facts = super::super::facts(&document(text, language));
            facts.into_iter().map(|fact| fact.value).collect::<Vec<_>>()
        };
        assert_eq!(values("Guidelines of November 2004,7 which stand", Language::En), ["2004-11"]);
        assert_eq!(values("le texte du 9 mai 2004,7 qui demeure", Language::Fr), ["2004-05-09"]);
        assert_eq!(values("el texto de 9 de noviembre de 2004,12 que rige", Language::Es), ["2004-11-09"]);
        assert_eq!(values("the years 2003,4 and 2005", Language::En), ["2003", "2005"]);
    }
}
