//! Figures that no reader of facts knows: "113.3", "10.30 a.m.", "12° 30′", a month alone.
//!
//! ```text
//! old   … for the period is 113.0;        … opens at 10 h 30
//! new   … for the period is 113.3;        … opens at 9 h
//! here  113.0 → 113.3                     10 h 30 → 9 h
//! ```
//!
//! They are looked for in changed words alone: in kept ones a footnote mark that was not lifted looks the same. So whatever
//! changed and has a digit, a number word, a Roman number or a month is a fact or is found here; a half is a fact or the half of a year.
//! `O(changed words)`.

use std::ops::Range;

use super::fact::FactKind;
use crate::language::{Language, is_number_word, ordinal_word};
use crate::text::label::roman_value;
use crate::text::{fold, lower, tokens};
use crate::work::step;

/// A figure that is no fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stray {
    /// Its place: characters of the joined text of its side.
    pub(super) place: Range<usize>,
    pub(super) text: String,
    pub(super) kind: FactKind,
    /// An ordinal up to three, which mostly is a figure of speech: "in the first place"; one letter, which may be no Roman number.
    pub(super) is_doubtful: bool,
}

/// The figures of `text`, which begins at character `from` of its side, outside `known` places, which are in order.
pub(super) fn strays(text: &str, from: usize, known: &[Range<usize>], language: Language) -> Vec<Stray> {
    let mut found: Vec<Stray> = vec![];
    // The bytes of the last one.
    let mut last_bytes = 0..0;
    let mut known = known;
    let (mut at, mut byte) = (from, 0);
    for token in tokens(text) {
        let (place, bytes) = (at..at + token.text.chars().count(), byte..byte + token.text.len());
        (at, byte) = (place.end, bytes.end);
        // What belongs to a figure before it: "10 h 30", "12° 30′ N".
        let goes_on = found.last().is_some_and(|last| {
            let has_sign = last.text.ends_with(['°', '′']);
            goes_on(&text[last_bytes.end..bytes.start], language) || has_sign && place.start == last.place.end + 1
        });
        let is_unit = token.text.chars().all(|c| matches!(c, '°' | '′' | '″' | '%' | '‰'));
        if let Some(last) = found.last_mut().filter(|last| is_unit && last.place.end == place.start) {
            last.place.end = place.end;
            last_bytes.end = bytes.end;
            last.text.push_str(token.text);
            continue;
        }
        while known.first().is_some_and(|first| first.end <= place.start) {
            known = &known[1..];
        }
        let is_known =
            || known.iter().take_while(|known| known.start < place.end).inspect(|_| step(1)).any(|known| place.start < known.end);
        let is_letter = matches!(token.text, "I" | "V" | "X");
        let kind = figure(token.text, language).or(is_letter.then_some(FactKind::Figure));
        let Some(kind) = kind.filter(|_| !is_known()) else { continue };
        if let Some(last) = found.last_mut().filter(|_| goes_on) {
            last_bytes.end = bytes.end;
            text[last_bytes.clone()].clone_into(&mut last.text);
            (last.place.end, last.is_doubtful) = (place.end, false);
        } else {
            let is_doubtful = is_letter || is_speech(token.text, language);
            last_bytes = bytes;
            found.push(Stray { text: token.text.to_owned(), place, kind, is_doubtful });
        }
    }
    found
}

/// Whether what stands between two parts of one figure only ties them.
fn goes_on(between: &str, language: Language) -> bool {
    const LONGEST: usize = 4;
    // No character has more bytes.
    const WIDEST: usize = 4;
    step(between.len());
    if between.len() > LONGEST * WIDEST || between.chars().count() > LONGEST {
        return false;
    }
    let tie = between.trim();
    between.is_empty() || matches!(tie, "°" | "′" | ":" | "." | "-" | "–" | "/") || language.lexicon().facts.clock.contains(&tie)
}

/// Whether `text` holds a figure, a number word, a month or a half.
pub(crate) fn has_figure(text: &str, language: Language) -> bool {
    let halves = language.lexicon().facts.halves;
    figure(text, language).is_some() || text.split(|c: char| !c.is_alphabetic()).any(|word| halves.contains(&fold(word).as_str()))
}

/// What a text with a figure holds: a month is a date, all else a figure.
fn figure(text: &str, language: Language) -> Option<FactKind> {
    if text.contains(char::is_numeric) && !is_name(text) {
        return Some(FactKind::Figure);
    }
    let lexicon = language.lexicon();
    let of_word = |word: &str| {
        let folded = fold(word);
        // "may" is a month with a capital only.
        let has_case = !lexicon.spelling.has_capital_months || word.starts_with(char::is_uppercase);
        if has_case && lexicon.months.contains(&folded.as_str()) {
            return Some(FactKind::Date);
        }
        let is_article = folded == "one" || lexicon.function_words.contains(&folded);
        let is_number = lexicon.number_words.contains(&folded.as_str());
        let is_said = || is_number_word(&folded, language).is_some() || ordinal_word(&folded, language).is_some();
        (is_number && !is_article || is_roman(word) || is_said()).then_some(FactKind::Figure)
    };
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).find_map(of_word)
}

/// "COVID-19": a figure that is part of a name, whatever stands before it.
fn is_name(text: &str) -> bool {
    const LETTERS: usize = 4;
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit()).strip_suffix(['-', '\u{2010}', '\u{2011}']);
    let capitals = name.map_or(0, |name| name.chars().rev().take_while(|c| c.is_uppercase()).count());
    capitals >= LETTERS
}

/// "XIV", not "I" or "D".
fn is_roman(text: &str) -> bool {
    text.len() > 1 && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L')) && roman_value(text).is_some()
}

fn is_speech(word: &str, language: Language) -> bool {
    const SMALL: u32 = 3;
    // "second-hand"
    let head = lower(word.split('-').next().unwrap_or(word)).into_owned();
    match ordinal_word(&head, language) {
        Some(ordinal) => ordinal.value() <= SMALL,
        // "second" of French, which is no number to the words of a text.
        None => language.lexicon().number_words.contains(&&*head) && is_number_word(&head, language).is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_number_words_and_months_are_figures() {
        for (text, language) in [
            ("12 persons", Language::En),
            ("ICC-ASP/20/Res.2", Language::En),
            ("twelve", Language::En),
            ("in May", Language::En),
            ("Part XIV", Language::En),
            ("dix-huitième", Language::Fr),
            ("le mois de décembre", Language::Fr),
            ("veintidós", Language::Es),
            ("diciembre", Language::Es),
        ] {
            assert!(text.split(' ').any(|word| has_figure(word, language)), "{text}");
        }
        for (text, language) in [("may wish", Language::En), ("one of them", Language::En), ("une session", Language::Fr)] {
            assert!(!has_figure(text, language), "{text}");
        }
    }

    #[test]
    fn a_figure_in_several_words_is_one() {
        let found = |text: &str, language| strays(text, 0, &[], language).into_iter().map(|stray| stray.text).collect::<Vec<_>>();
        assert_eq!(found("is 113.3 at 10:30", Language::En), ["113.3", "10:30"]);
        assert_eq!(found("à 10 h 30 par 12° 30′ N", Language::Fr), ["10 h 30", "12° 30′"]);
        assert_eq!(found("12 or 13", Language::En), ["12", "13"]);
        assert_eq!(found("2 1 3", Language::En), ["2", "1", "3"]);
        assert_eq!(found("the post-COVID-19 era", Language::En), [""; 0]);
    }
}
