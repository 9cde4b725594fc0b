//! A figure as a reader sees it, where only a part of it changed or was read.
//!
//! ```text
//! opens at 1[5→6]:[00→30] hours     15:00 hours → 16:30 hours
//! A/70/15 and Corr.[1→2]            Corr.1 → Corr.2
//! Add.[1 and 2→1–3]                 Add.1 and 2 → Add.1–3
//! Title [V→X]                       Title V → Title X
//! ```
//!
//! A time goes from its hour to its minutes, with the word for hours behind it; a bare number goes with the noun that it is a number of.

use std::ops::Range;

use crate::language::{Language, Lexicon};
use crate::text::lower;

/// The whole figure of `text` that the characters of `place` are part of.
pub(super) fn whole(text: &[char], place: Range<usize>, language: Language) -> Range<usize> {
    let lexicon = language.lexicon();
    let time = time(text, &place, lexicon);
    if time != place {
        return time;
    }
    match numbered(text, place.start, lexicon) {
        Some(start)
            if text[place.clone()].iter().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '-' | '–')) =>
        {
            start..place.end
        }
        _ => place,
    }
}

/// "15:00 hours", "16 h 30": the time that the one or two digits of `place` are the hour or the minutes of.
fn time(text: &[char], place: &Range<usize>, lexicon: &Lexicon) -> Range<usize> {
    /// "hours" among the units of all languages.
    const HOURS: usize = 4;
    let Range { mut start, mut end } = *place;
    let is_digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let is_space = |at: usize| text.get(at).is_some_and(|c| c.is_whitespace());
    let ties = |at: usize| text.get(at).is_some_and(|c| matches!(c, ':' | 'h'));
    // Two digits behind a sign, with or without spaces about it.
    let sign = end + usize::from(is_space(end));
    let minutes = sign + 1 + usize::from(is_space(sign + 1));
    if ties(sign) && is_digit(minutes) && is_digit(minutes + 1) && !is_digit(minutes + 2) && is_digit(end.wrapping_sub(1)) {
        end = minutes + 2;
    }
    let before = start.wrapping_sub(1 + usize::from(is_space(start.wrapping_sub(1))));
    let hour = before.wrapping_sub(1 + usize::from(is_space(before.wrapping_sub(1))));
    if ties(before) && is_digit(hour) && is_digit(start) && is_digit(start + 1) && !is_digit(start + 2) {
        start = if is_digit(hour.wrapping_sub(1)) { hour - 1 } else { hour };
    }
    let is_whole = text[place.clone()].contains(&':') && place.clone().all(|at| is_digit(at) || text[at] == ':');
    if (start..end) == *place && !is_whole || is_digit(start.wrapping_sub(1)) {
        return place.clone();
    }
    let behind: String = text[end..].iter().skip_while(|c| c.is_whitespace()).take_while(|c| c.is_alphabetic()).collect();
    let space = text[end..].iter().take_while(|c| c.is_whitespace()).count();
    let is_hours = lexicon.facts.units[HOURS].contains(&&*lower(&behind));
    start..if is_hours { end + space + behind.chars().count() } else { end }
}

/// Where the noun begins that numbers a figure at character `at`, with other numbers between: "Add." of "Add.1 and 2".
fn numbered(text: &[char], at: usize, lexicon: &Lexicon) -> Option<usize> {
    /// "Add.1, 2, 3 and 4": further back it is another list.
    const FAR: usize = 24;
    let is_list = |word: &str| lexicon.facts.and.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
    let from = at.saturating_sub(FAR);
    let mut end = at;
    while end > from {
        let is_tie = |c: &&char| c.is_whitespace() || matches!(c, ',' | '-' | '–');
        let ties = text[from..end].iter().rev().take_while(is_tie).count();
        let stop = usize::from(text[from..end - ties].last() == Some(&'.'));
        let letters = text[from..end - ties - stop].iter().rev().take_while(|c| c.is_alphanumeric()).count();
        let start = end - ties - stop - letters;
        let word = lower(&text[start..end - ties - stop].iter().collect::<String>()).into_owned();
        // "p. 5", not the grade "P-5".
        let is_noun = |noun: &str| noun.trim_end_matches('.') == word && (stop > 0) == noun.ends_with('.');
        let is_known = lexicon.numbered_nouns.iter().chain(lexicon.divisions).any(|noun| is_noun(&lower(noun)));
        if letters == 0 || start == from && from > 0 {
            return None;
        }
        if is_known && !lexicon.function_words.contains(&word) {
            return Some(start);
        }
        if stop > 0 || !is_list(&word) {
            return None;
        }
        end = start;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole of the figure in brackets.
    fn told(marked: &str, language: Language) -> String {
        let at = marked.chars().position(|c| c == '[').unwrap();
        let end = marked.chars().position(|c| c == ']').unwrap() - 1;
        let text: Vec<char> = marked.chars().filter(|c| !matches!(c, '[' | ']')).collect();
        text[whole(&text, at..end, language)].iter().collect()
    }

    #[test]
    fn a_time_is_one_figure() {
        for (marked, wanted) in [
            ("opens at [15]:00 hours on", "15:00 hours"),
            ("opens at 15:[00] hours on", "15:00 hours"),
            ("opens at [15:00] hours on", "15:00 hours"),
            ("opens at [04]:00.", "04:00"),
            ("opens at [15].", "15"),
            ("the ratio 1[15]:00", "15"),
        ] {
            assert_eq!(told(marked, Language::En), wanted, "{marked}");
        }
        assert_eq!(told("à [15] h 00 le 3 mai", Language::Fr), "15 h 00");
        assert_eq!(told("à 15 h [00] le 3 mai", Language::Fr), "15 h 00");
        assert_eq!(told("a las [15]:00 horas", Language::Es), "15:00 horas");
    }

    #[test]
    fn a_bare_number_goes_with_its_noun() {
        for (marked, wanted) in [
            ("and Corr.[1]", "Corr.1"),
            ("and Add.[1 and 2]", "1 and 2"),
            ("and Add.1 and [2]", "Add.1 and 2"),
            ("the third phase [2] of", "phase 2"),
            ("Title [V] of the Code", "Title V"),
            ("to pay [12] boats", "12"),
            ("the report. [3] boats", "3"),
            ("1 D-1, 1 P-5, [10] P-4", "10"),
        ] {
            assert_eq!(told(marked, Language::En), wanted, "{marked}");
        }
        assert_eq!(told("l'additif [1] au document", Language::Fr), "additif 1");
        assert_eq!(told("au [3] mai", Language::Fr), "3");
        assert_eq!(told("el título [V]", Language::Es), "título V");
    }
}
