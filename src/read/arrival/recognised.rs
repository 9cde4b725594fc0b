//! What text recognisers print for hyphens and raised letters, and ordinals that lost their hyphens.
//!
//! ```text
//! "coopéra¬" / "tion"     "coopéra›" / "tion"       a soft hyphen, for hyphenation to mend
//! "41 e séance"   "le 1 er mai"   "n o 5"           "41e séance"   "le 1er mai"   "no 5"
//! "soixantedouzième"                                 "soixante-douzième"
//! ```
//!
//! The last two are French. Letters read for figures ("l5") are left alone: nobody could tell them apart for sure.

use std::borrow::Cow;

use super::Lines;
use crate::language::{Language, Lexicon};
use crate::read::{Repair, Why};

/// Endings of French ordinals in figures, as they are set apart from them.
const ENDINGS: [&str; 6] = ["e", "er", "re", "ère", "ème", "nd"];

/// Mends what a recogniser broke.
pub(super) fn mend(lines: &mut Lines, language: Language) {
    hyphens(lines);
    if language == Language::Fr {
        ordinals(lines, language.lexicon());
    }
}

/// Puts a soft hyphen for the sign at the end of a line that a word goes on behind.
fn hyphens(lines: &mut Lines) {
    let is_quoted = lines.lines.iter().any(|line| line.contains('‹'));
    let worded = lines.worded();
    for pair in worded.windows(2) {
        let line = lines.lines[pair[0]].trim_end();
        let Some(word) = line.strip_suffix(['¬', '›']).filter(|_| !is_quoted || line.ends_with('¬')) else { continue };
        let next = lines.lines[pair[1]].trim_start();
        if word.ends_with(char::is_alphabetic) && next.starts_with(char::is_lowercase) {
            let after = format!("{word}\u{ad}");
            let last = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_owned();
            lines.repairs.push(Repair { line: pair[0] + 1, before: last(line), after: last(&after), why: Why::HyphenJoined });
            lines.lines[pair[0]] = Cow::Owned(after);
        }
    }
}

fn ordinals(lines: &mut Lines, lexicon: &Lexicon) {
    for (at, line) in lines.lines.iter_mut().enumerate() {
        if let Some(after) = raised_apart(line) {
            *line = Cow::Owned(after);
        }
        let parted = |word: &str| number_words(word, lexicon).map(|after| (word.to_owned(), after));
        let glued: Vec<(String, String)> = line.split(|c: char| !c.is_alphabetic()).filter_map(parted).collect();
        for (before, after) in glued {
            *line = Cow::Owned(line.replacen(&before, &after, 1));
            lines.repairs.push(Repair { line: at + 1, before, after, why: Why::HyphenKept });
        }
    }
}

/// The line with its raised letters behind their figures: "41 e séance" as "41e séance", "n o 5" as "no 5".
fn raised_apart(line: &str) -> Option<String> {
    if !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = line.split(' ').collect();
    let is_number = |word: &str| {
        let digits = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let joins = |at: usize| {
        let is_ending = is_number(words[at - 1]) && {
            let bare = words[at].trim_end_matches([',', ';', '.', ')', '»']);
            let is_last = at + 1 == words.len();
            let goes_on = words.get(at + 1).is_none_or(|next| next.starts_with(char::is_alphabetic));
            ENDINGS.contains(&bare) && (bare.len() == words[at].len() || is_last) && goes_on
        };
        let is_sign = matches!(words[at], "o" | "os")
            && matches!(words[at - 1].trim_start_matches('('), "n" | "N")
            && words.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        is_ending || is_sign
    };
    let joined: Vec<usize> = (1..words.len()).filter(|&at| joins(at)).collect();
    if joined.is_empty() {
        return None;
    }
    let mut out = words[0].to_owned();
    for (at, word) in words.iter().enumerate().skip(1) {
        if joined.binary_search(&at).is_err() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Some(out)
}

/// "soixante-douzième" of "soixantedouzième": a word that is nothing but number words, two or more.
fn number_words(word: &str, lexicon: &Lexicon) -> Option<String> {
    const SHORTEST: usize = 7;
    const LONGEST: usize = 60;
    const PART: usize = 3;
    if !(SHORTEST..=LONGEST).contains(&word.len()) {
        return None;
    }
    let lower = word.to_lowercase();
    if lower.len() != word.len() || !begins_number(&lower, lexicon) || lexicon.number_words.contains(&&*lower) {
        return None;
    }
    let is_part = |part: &str| part.len() >= PART && lexicon.number_words.contains(&part);
    let mut cuts = vec![];
    let mut from = 0;
    while from < lower.len() {
        // The longest that leaves nothing or a number word behind it: "six", not "sixi".
        let end = (from + PART..=lower.len()).rev().find(|&end| {
            lower.is_char_boundary(end)
                && is_part(&lower[from..end])
                && (end == lower.len() || begins_number(&lower[end..], lexicon))
        })?;
        cuts.push(&word[from..end]);
        from = end;
    }
    (cuts.len() > 1).then(|| cuts.join("-"))
}

fn begins_number(rest: &str, lexicon: &Lexicon) -> bool {
    // Nearly all words differ from nearly all others in their first two letters.
    let Some(head) = rest.as_bytes().first_chunk::<2>() else { return false };
    let begins = |word: &&str| word.len() >= 3 && word.as_bytes().first_chunk() == Some(head) && rest.starts_with(word);
    lexicon.number_words.iter().any(begins)
}
