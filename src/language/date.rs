//! Dates as texts print them, in all languages, whole or in part.
//!
//! ```text
//! le 9 décembre 2021 → 2021-12-09      March 2013 → 2013-03      30 April → --04-30      2022 → 2022
//! ```
//!
//! Written as ISO 8601 writes them; a date without its year as RFC 6350 does. The months of all languages are known to each text:
//! quotations and names cross over.

use std::fmt;

use super::{Language, Lexicon};
use crate::text::{digit, fold, han_value};

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Date {
    /// Four digits.
    pub(crate) year: Option<u16>,
    /// January is 1.
    pub(crate) month: Option<u8>,
    /// 1 to 31.
    pub(crate) day: Option<u8>,
}

impl Date {
    /// The date that `text` is: "9 décembre 2021", "December 9, 2021", "diciembre de 2021", "1er mars", "2021", "9".
    pub(crate) fn read(text: &str) -> Option<Self> {
        if let Some(date) = Self::in_chinese(text) {
            return Some(date);
        }
        let lower = fold(text);
        let words: Vec<&str> = date_words(&lower).collect();
        let months = |word: &str| Language::of_letters(word).iter().find_map(|language| month(word, language.lexicon()));
        Self::of(&words, months)
    }

    /// The date that `text` is in figures alone: "06.12.2021", "6/12/2021", "2021-12-06". The day stands before the month, as United
    /// Nations documents write it.
    pub(crate) fn in_figures(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
        let is_figures = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let [first, month, last] = parts.as_slice() else { return None };
        let is_alike = text.matches(['.', '/', '-']).collect::<Vec<_>>().windows(2).all(|pair| pair[0] == pair[1]);
        let (year, day) = year(first).map(|year| (year, last)).or_else(|| Some((year(last)?, first)))?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        let is_date = parts.iter().all(is_figures) && is_alike && (1..=12).contains(&month) && (1..=31).contains(&day);
        is_date.then_some(Self { year: Some(year), month: Some(month), day: Some(day) })
    }

    /// "2023年12月12日", "2023年", "一九八二年十二月", "12月12日".
    fn in_chinese(text: &str) -> Option<Self> {
        let mut date = Self::default();
        let mut rest = text;
        while let Some(end) = rest.find(['年', '月', '日']) {
            let (figures, sign) = (rest[..end].trim(), rest[end..].chars().next()?);
            let plain: String = figures.chars().map_while(digit).collect();
            let value: u32 = if plain.is_empty() { han_value(figures)? } else { plain.parse().ok()? };
            match sign {
                '年' => date.year = Some(year(&value.to_string())?),
                '月' => date.month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month)),
                _ => date.day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day)),
            }
            rest = &rest[end + sign.len_utf8()..];
        }
        (rest.is_empty() && date != Self::default()).then_some(date)
    }

    fn of(words: &[&str], month: impl Fn(&str) -> Option<u8>) -> Option<Self> {
        let mut date = Self::default();
        for word in words {
            let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
            if let Some(month) = month(word).filter(|_| date.month.is_none()) {
                date.month = Some(month);
            } else if let Some(year) = year(word).filter(|_| date.year.is_none()) {
                date.year = Some(year);
            } else {
                let is_day = matches!(&word[digits.len()..], "" | "er" | "st" | "nd" | "rd" | "th" | "º" | ".º");
                let day = digits.parse().ok().filter(|day| is_day && (1..=31).contains(day) && date.day.is_none())?;
                date.day = Some(day);
            }
        }
        (!words.is_empty()).then_some(date)
    }

    /// This date, with the month and year that it leaves to `other`: "6" before "11 décembre 2021".
    pub(crate) fn or(self, other: Self) -> Self {
        let month = self.month.or(if self.day.is_some() { other.month } else { None });
        Self { year: self.year.or(other.year), month, day: self.day }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// The year that `word` is: four digits that can be one.
pub(crate) fn year(word: &str) -> Option<u16> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (1800..2200).contains(year))
}

fn month(word: &str, lexicon: &Lexicon) -> Option<u8> {
    let other = || lexicon.spelling.other_months.iter().find(|(name, _)| *name == word).map(|&(_, month)| month);
    lexicon.months.iter().position(|month| *month == word).map(|at| at as u8 + 1).or_else(other)
}

/// The month, in full, that `word` cuts short in small letters, in any language: "dec", "sept", "juil".
pub(crate) fn abbreviated_month(word: &str) -> Option<&'static str> {
    const SHORTEST: usize = 3;
    if word.chars().count() < SHORTEST {
        return None;
    }
    let months = Language::of_letters(word).iter().flat_map(|language| language.lexicon().months.into_iter().enumerate());
    let mut cut = months.filter(|(_, month)| month.starts_with(word) && month.len() > word.len());
    let (number, month) = cut.next()?;
    // "jui" is June and July.
    cut.all(|(other, _)| other == number).then_some(month)
}

/// The words of a date in small letters, without those that only tie them.
fn date_words(lower: &str) -> impl Iterator<Item = &str> {
    let is_ending = |word: &str| matches!(word, "" | "er" | "st" | "nd" | "rd" | "th" | "º" | "o");
    let is_tie =
        |word: &str| Language::of_letters(word).iter().any(|language| language.lexicon().spelling.date_ties.contains(&word));
    lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(move |word| word.starts_with(|c: char| c.is_ascii_digit()) || !is_ending(word) && !is_tie(word))
}

/// The first whole date in `text`, as `YYYY-MM-DD`: "9 décembre 2021", "1 er décembre 1950", "December 9, 2021", "9 de diciembre de 2021".
pub(crate) fn first_date(text: &str, lexicon: &Lexicon) -> Option<String> {
    let lower = fold(text);
    let words: Vec<&str> = date_words(&lower).collect();
    let chinese = || (!lexicon.is_spaced()).then(|| chinese_date(text)).flatten();
    let whole = |words: &[&str]| year(words[2]).and_then(|_| Date::of(words, |word| month(word, lexicon)));
    words.windows(3).find_map(whole).or_else(chinese).map(|date| date.to_string())
}

/// The first whole date in a Chinese `text`.
fn chinese_date(text: &str) -> Option<Date> {
    let end = text.find('日')?;
    let start = text[..end].rfind(|c: char| digit(c).is_none() && !matches!(c, '年' | '月')).map_or(0, |at| at + 1);
    let start = (start..end).find(|&at| text.is_char_boundary(at))?;
    Date::in_chinese(&text[start..end + '日'.len_utf8()]).filter(|date| date.year.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_three_languages() {
        let date = |language: Language, text| first_date(text, language.lexicon());
        assert_eq!(date(Language::Fr, "le 9 décembre 2021, par consensus").as_deref(), Some("2021-12-09"));
        assert_eq!(date(Language::Fr, "le 1er décembre 2022").as_deref(), Some("2022-12-01"));
        assert_eq!(date(Language::En, "on 21 December 2011").as_deref(), Some("2011-12-21"));
        assert_eq!(date(Language::Es, "el 9 de diciembre de 2021").as_deref(), Some("2021-12-09"));
        assert_eq!(date(Language::En, "38th plenary meeting"), None);
    }

    #[test]
    fn a_date_in_part_says_which() {
        for (text, written) in
            [("March 2013", "2013-03"), ("30 avril", "--04-30"), ("2022", "2022"), ("1 er mayo de 2021", "2021-05-01")]
        {
            assert_eq!(Date::read(text).map(|date| date.to_string()).as_deref(), Some(written));
        }
        assert_eq!(Date::read("12 persons"), None);
        for text in ["06.12.2021", "6/12/2021", "2021-12-06"] {
            assert_eq!(Date::in_figures(text).map(|date| date.to_string()).as_deref(), Some("2021-12-06"), "{text}");
        }
        for text in ["6.12", "31/13/2021", "2021-22", "1.2.3"] {
            assert_eq!(Date::in_figures(text), None, "{text}");
        }
    }
}
