//! A figure as a reader sees it, where only a part of it changed or was read.
//!
//! ```text
//! opens at 1[5→6]:[00→30] hours     15:00 hours → 16:30 hours
//! A/70/15 and Corr.[1→2]            Corr.1 → Corr.2
//! Add.[1 and 2→1–3]                 Add.1 and 2 → Add.1–3
//! Title [V→X]                       Title V → Title X
//! 12° [30→45]′ N                    12° 30′ N → 12° 45′ N
//! a ratio of 1:[3→2]                1:3 → 1:2
//! at [10 a→3 p].m.; [44→45] P-5     10 a.m. → 3 p.m.; 44 P-5 → 45 P-5
//! ```
//!
//! A time goes from its hour to its minutes, with the word for hours behind it; a bare number goes with the noun that it is a number of, or
//! with the grade behind it.

use std::ops::Range;

use crate::language::{Language, Lexicon};
use crate::text::lower;

/// The whole figure of `text` that the characters of `place` are part of.
pub(super) fn whole(text: &[char], place: Range<usize>, language: Language) -> Range<usize> {
    let lexicon = language.lexicon();
    let wider = [degrees(text, &place), time(text, &place, lexicon), ratio(text, &place), tail(text, &place, lexicon)];
    if let Some(wider) = wider.into_iter().find(|wider| *wider != place) {
        return wider;
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

/// "12° 30′ N": the degrees that `place` is a part of.
fn degrees(text: &[char], place: &Range<usize>) -> Range<usize> {
    let is_part =
        |c: &&char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '°' | '′' | '″' | '\'' | '’' | '"' | '.' | ',');
    let start = place.start - text[..place.start].iter().rev().take_while(is_part).count();
    let end = place.end + text[place.end..].iter().take_while(is_part).count();
    // What stands before the figures, or behind their last sign, is no part of them.
    let is_digit = |at: &usize| text[*at].is_ascii_digit();
    let sign = (place.start..end).rev().find(|&at| matches!(text[at], '°' | '′' | '″'));
    let (Some(first), Some(sign)) = ((start..place.end).find(is_digit), sign) else { return place.clone() };
    // "12°, 30 boats", "′ 16"
    if sign < first || !text[first..sign].contains(&'°') || text[first..sign].contains(&',') {
        return place.clone();
    }
    let spaces = text[sign + 1..].iter().take_while(|c| c.is_whitespace()).count();
    let is_pole = text.get(sign + 1 + spaces).is_some_and(|c| matches!(c, 'N' | 'S' | 'E' | 'W' | 'O'))
        && text.get(sign + 2 + spaces).is_none_or(|c| !c.is_alphanumeric());
    first..(sign + 1 + if is_pole { spaces + 1 } else { 0 }).max(place.end)
}

/// "1:3": the ratio that the digits of `place` are a part of.
fn ratio(text: &[char], place: &Range<usize>) -> Range<usize> {
    let is_part = |c: &&char| c.is_ascii_digit() || **c == ':';
    let start = place.start - text[..place.start].iter().rev().take_while(is_part).count();
    let end = place.end + text[place.end..].iter().take_while(is_part).count();
    let sides: Vec<&[char]> = text[start..end].split(|c| *c == ':').collect();
    if sides.len() == 2 && sides.iter().all(|side| !side.is_empty()) { start..end } else { place.clone() }
}

/// "10 a.m.", "44 P-5": a bare number and what makes it a time or says of which grade its posts are.
fn tail(text: &[char], place: &Range<usize>, lexicon: &Lexicon) -> Range<usize> {
    /// "o'clock" has seven letters, "ASG-12" six.
    const LONGEST: usize = 8;
    let spaces = text[place.end..].iter().take_while(|c| c.is_whitespace()).count();
    if !text[place.clone()].iter().all(|c| c.is_ascii_digit() || matches!(c, '.' | ':')) || spaces > 1 {
        return place.clone();
    }
    let from = place.end + spaces;
    let word: String = text[from..].iter().take(LONGEST).take_while(|c| !c.is_whitespace() && **c != ',' && **c != ';').collect();
    let clocks = lexicon.facts.clock.iter().filter(|clock| lower(&word).trim_end_matches('.') == clock.trim_end_matches('.'));
    if let Some(clock) = clocks.max_by_key(|clock| clock.len()) {
        let length = clock.chars().count().min(word.chars().count());
        return place.start..from + length;
    }
    let is_grade = |(letters, step): (&str, &str)| {
        let steps = step.bytes().take_while(u8::is_ascii_digit).count();
        let is_grade = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase()) && steps > 0;
        is_grade.then_some(letters.len() + 1 + steps)
    };
    match word.split_once('-').and_then(is_grade).filter(|_| spaces == 1) {
        Some(length) => place.start..from + length,
        None => place.clone(),
    }
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
    fn a_figure_of_several_parts_is_told_whole() {
        for (marked, wanted) in [
            ("opens at [15]:00 hours on", "15:00 hours"),
            ("opens at 15:[00] hours on", "15:00 hours"),
            ("opens at [15:00] hours on", "15:00 hours"),
            ("opens at [04]:00.", "04:00"),
            ("opens at [15].", "15"),
            ("opens at [10] a.m. on", "10 a.m."),
            ("opens at [3] p.m.", "3 p.m."),
            ("a ratio of 1:[3];", "1:3"),
            ("at 12° [30]′ N, 43° 15′ E", "12° 30′ N"),
            ("at [12]° 30′ and", "12° 30′"),
            ("at [12]°, 30 boats", "12"),
            ("and [44] P-5 posts", "44 P-5"),
            ("and [44] ports", "44"),
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
            ("1 D-1, 1 P-5, [10] P-4", "10 P-4"),
        ] {
            assert_eq!(told(marked, Language::En), wanted, "{marked}");
        }
        assert_eq!(told("l'additif [1] au document", Language::Fr), "additif 1");
        assert_eq!(told("au [3] mai", Language::Fr), "3");
        assert_eq!(told("el título [V]", Language::Es), "título V");
    }
}
