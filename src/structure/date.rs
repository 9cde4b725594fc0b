//! Dates as adopted texts print them, in three languages.

use crate::language::Lexicon;

/// The first whole date in `text`, as `YYYY-MM-DD`: "9 décembre 2021", "1 er décembre 1950", "December 9, 2021", "9 de diciembre de 2021".
pub(super) fn first_date(text: &str, lexicon: &Lexicon) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !matches!(*w, "" | "de" | "del" | "er" | "st" | "nd" | "rd" | "th" | "of"))
        .collect();
    words.windows(3).find_map(|w| {
        let month = |word: &str| lexicon.months.iter().position(|m| *m == word).map(|at| at + 1);
        let (day, month) = match (month(w[1]), month(w[0])) {
            (Some(month), _) => (w[0], month),
            (None, Some(month)) => (w[1], month),
            _ => return None,
        };
        let digits: String = day.chars().take_while(char::is_ascii_digit).collect();
        let day = digits.parse::<u32>().ok().filter(|d| (1..=31).contains(d))?;
        let year = w[2].parse::<u32>().ok().filter(|y| (1800..2200).contains(y))?;
        Some(format!("{year:04}-{month:02}-{day:02}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn dates_are_read_in_three_languages() {
        let date = |language: Language, text| first_date(text, language.lexicon());
        assert_eq!(date(Language::Fr, "le 9 décembre 2021, par consensus").as_deref(), Some("2021-12-09"));
        assert_eq!(date(Language::Fr, "le 1er décembre 2022").as_deref(), Some("2022-12-01"));
        assert_eq!(date(Language::En, "on 21 December 2011").as_deref(), Some("2011-12-21"));
        assert_eq!(date(Language::Es, "el 9 de diciembre de 2021").as_deref(), Some("2021-12-09"));
        assert_eq!(date(Language::En, "38th plenary meeting"), None);
    }
}
