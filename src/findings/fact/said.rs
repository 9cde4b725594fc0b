//! All numbers that a paragraph says, in whatever form, facts or not.
//!
//! ```text
//! Twice a year, level 4, at 3.30 p.m., a nine-month plan, post-2015      2 · 4 · 3 · 15 · 30 · 9 · 2015
//! ```
//!
//! Two languages say one thing in unlike ways: "twice a year", "deux fois par an"; "3 p.m.", "15 heures". Before a fact of one text is said
//! to have no counterpart in the other, its numbers are looked for among these. `O(n)`.

use super::row::{Row, Spelled};
use super::{number, ordinal};
use crate::language::{Date, number_in_words};
use crate::prepare::Text;
use crate::structure::Document;
use crate::text::TokenKind;
use crate::text::label::roman_value;

/// A number that a paragraph says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Saying {
    /// Characters of the paragraph before it.
    pub(crate) start: usize,
    /// Characters up to its end.
    pub(crate) end: usize,
    /// In figures: "12", "4.5".
    pub(crate) value: String,
    /// Whether it stands in figures, and not in words nor as a part of a date.
    pub(crate) is_figure: bool,
}

/// The numbers of each unit of `document`, by unit.
pub(crate) fn sayings((document, text): (&Document, &Text)) -> Vec<Vec<Saying>> {
    let spelled = Spelled::of(document, text);
    document.units.iter().map(|unit| in_row(&spelled.row(unit.index), &unit.text)).collect()
}

fn in_row(row: &Row<'_>, text: &str) -> Vec<Saying> {
    let mut found = vec![];
    let mut counted = (0, 0);
    for at in 0..row.words.len() {
        let values = values(row, at);
        if values.is_empty() {
            continue;
        }
        let start = row.word(at).start;
        counted = (start, counted.1 + text[counted.0..start].chars().count());
        let (start, end) = (counted.1, counted.1 + row.text(at).chars().count());
        let has_digits = || row.text(at).contains(|c: char| c.is_ascii_digit());
        let is_figure = row.word(at).kind != TokenKind::Date && has_digits();
        found.extend(values.into_iter().map(|value| Saying { start, end, value, is_figure }));
    }
    found
}

/// The numbers that word `at` says, or that the words from it on say.
fn values(row: &Row<'_>, at: usize) -> Vec<String> {
    let word = row.word(at);
    match word.kind {
        TokenKind::Number => in_figures(row, at),
        TokenKind::Date => {
            let date = Date::read(word.text).unwrap_or_default();
            let parts = [date.day.map(u16::from), date.year].into_iter().flatten();
            parts.map(|part| part.to_string()).collect()
        }
        TokenKind::Symbol => in_name(word.text),
        TokenKind::Word => {
            let in_words = || number::in_words(row, at).or_else(|| ordinal::in_words(row, at));
            let is_roman = word.text.len() > 1 && word.text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
            let roman = || roman_value(word.text).filter(|_| is_roman);
            // "nine-month", which "neuf mois" translates.
            let first = || number_in_words(row.lower(at).split_once('-')?.0, row.language);
            let by_itself: Vec<u32> = row.known.said_by(row.lower(at)).map(|&(_, many, _)| many).collect();
            let values = match in_words() {
                None if !by_itself.is_empty() => by_itself,
                said => said.or_else(roman).or_else(first).into_iter().collect(),
            };
            if values.is_empty() { in_name(word.text) } else { values.iter().map(ToString::to_string).collect() }
        }
        _ => vec![],
    }
}

/// "1 250 000", "10.30", "3 p.m.", which is 15 too; "1990s".
fn in_figures(row: &Row<'_>, at: usize) -> Vec<String> {
    const NOON: u32 = 12;
    let mut values = number::in_figures(row, at);
    let runs = runs(row.text(at));
    let is_afternoon = row.lower(at + 1).trim_start().starts_with('p') && row.is_in(at + 1, row.known.clock);
    values.extend(
        runs.first().and_then(|hours| hours.parse::<u32>().ok()).filter(|_| is_afternoon).map(|h| (h + NOON).to_string()),
    );
    if values.is_empty() || runs.len() > 1 {
        values.extend(runs);
    }
    values
}

/// The runs of digits in a name; of one that is called by its year, the year too: "COVID-19" is of 2019.
fn in_name(text: &str) -> Vec<String> {
    let mut values = runs(text);
    if let Some((name, year)) = text.rsplit_once('-')
        && name.len() > 3
        && name.bytes().all(|b| b.is_ascii_uppercase())
        && year.len() == 2
    {
        values.extend(values.last().map(|year| format!("20{year:0>2}")));
    }
    values
}

/// The runs of digits in a word: "2030" of "post-2030".
fn runs(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let plain = |run: &str| match run.trim_start_matches('0') {
        "" => "0".to_owned(),
        plain => plain.to_owned(),
    };
    runs.map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::document;
    use super::*;
    use crate::language::Language;

    fn said(text: &str, language: Language) -> Vec<String> {
        let document = document(text, language);
        let text = Text::of(&document);
        let all: Vec<Vec<Saying>> = sayings((&document, &text));
        all[0].iter().map(|saying| saying.value.clone()).collect()
    }

    #[test]
    fn numbers_are_found_in_whatever_form() {
        assert_eq!(said("Twice a year, at level 4 and in the first place", Language::En), ["2", "4", "1"]);
        assert_eq!(said("vingt-trois bateaux et 1 250 000 euros", Language::Fr), ["23", "1250000", "1", "250", "0"]);
        assert!(said("maladie (COVID-19)", Language::Fr).contains(&"2019".to_owned()));
        assert!(said("at 3 p.m.", Language::En).contains(&"15".to_owned()));
        assert_eq!(said("la docena y el siglo XIX", Language::Es), ["12", "100", "19"]);
    }
}
