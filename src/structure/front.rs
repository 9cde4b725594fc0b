//! What the lines before the enacting formula say: symbol, title, session, adoption.

use super::document::{Adoption, Kind, Unit};
use crate::language::{Language, Lexicon, first_date, ordinal_word, year};
use crate::text::{digit, fold, is_symbol, lower};

/// What the front matter says; None where it says nothing.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) symbol: Option<String>,
    pub(super) title: Option<String>,
    pub(super) adopted: Option<Adoption>,
    pub(super) session: Option<String>,
    /// "ASP/20" of "ICC-ASP/20/Res.2".
    pub(super) short: Option<String>,
}

/// Reads the front units, and the meeting from the closing ones.
pub(super) fn front(units: &[Unit], language: Language) -> Front {
    let lexicon = language.lexicon();
    let lines = || units.iter().filter(|unit| unit.kind == Kind::Front);
    let numbered_title = lines().find_map(|unit| symbol_before_title(&unit.text, lexicon));
    let symbol = lines().find_map(|unit| symbol_in(&unit.text)).or_else(|| numbered_title.map(|(symbol, _)| symbol.to_owned()));
    let is_adoption = |text: &str| adoption_word(text, lexicon);
    let title = numbered_title.map(|(_, title)| title.to_owned()).filter(|title| !title.is_empty()).or_else(|| {
        let named = |unit: &&Unit| !is_adoption(&unit.text) && symbol_in(&unit.text).is_none() && !unit.text.starts_with('[');
        lines().rfind(named).map(|unit| unit.text.clone())
    });
    let session = symbol.as_deref().and_then(session_of);
    let short = symbol.as_deref().map(short_symbol);
    Front { adopted: adoption(units, language), symbol, title, session, short }
}

fn adoption(units: &[Unit], language: Language) -> Option<Adoption> {
    let lexicon = language.lexicon();
    let front = units.iter().filter(|u| u.kind == Kind::Front).find(|unit| adoption_word(&unit.text, lexicon))?;
    let meeting = meeting_in(&front.text, language)
        .or_else(|| units.iter().filter(|unit| unit.kind == Kind::Closing).find_map(|unit| meeting_in(&unit.text, language)));
    let closing = || units.iter().filter(|unit| unit.kind == Kind::Closing).find_map(|unit| first_date(&unit.text, lexicon));
    Some(Adoption { date: first_date(&front.text, lexicon).or_else(closing), meeting })
}

fn adoption_word(text: &str, lexicon: &Lexicon) -> bool {
    if !lexicon.is_spaced() {
        return lexicon.adopted.iter().any(|adopted| text.contains(adopted));
    }
    fold(text).split(|c: char| !c.is_alphabetic()).any(|word| lexicon.adopted.contains(&word))
}

/// The number before the word for a meeting: "8" of "à la 8e séance plénière" and of "at the eighth plenary meeting".
fn meeting_in(text: &str, language: Language) -> Option<String> {
    const REACH: usize = 3;
    if !language.lexicon().is_spaced() {
        return numbered_meeting(text, language.lexicon());
    }
    let lower = fold(text);
    let words: Vec<&str> = lower.split_whitespace().collect();
    let at = words.iter().position(|word| language.lexicon().meeting.iter().any(|m| word.starts_with(m)))?;
    let before = &words[at.saturating_sub(REACH)..at];
    // "الجلسة العامة 50"
    let behind = words[at + 1..].iter().take(if language.is_leftward() { REACH } else { 0 });
    let in_figures = before.iter().rev().chain(behind).find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let in_words = || (0..before.len()).find_map(|from| ordinal_word(&before[from..].join(" "), language));
    in_figures
        .map(|ordinal| ordinal.chars().take_while(char::is_ascii_digit).collect())
        .or_else(|| in_words().map(|ordinal| ordinal.value().to_string()))
}

/// "50" of "第50次全体会议".
fn numbered_meeting(text: &str, lexicon: &Lexicon) -> Option<String> {
    let end = lexicon.meeting.iter().find_map(|meeting| text.find(meeting))?;
    let start = text[..end].rfind('第')? + '第'.len_utf8();
    let figures: String = text[start..end].chars().map_while(digit).collect();
    (!figures.is_empty()).then_some(figures)
}

/// A document symbol outside parentheses: at least two slashes, a capital first and a figure last.
fn symbol_in(text: &str) -> Option<String> {
    if text.starts_with('[') {
        return None;
    }
    let outside = text.split('(').next().unwrap_or_default();
    let mut words = outside.split_whitespace().map(|word| word.trim_end_matches([',', '.', ';', ':']));
    words.find(|word| is_symbol(word)).map(str::to_owned)
}

/// "69/157" and the title of "69/157. Droits de l'enfant", also where the point is missing or a dash; and of "Resolution 69/157".
fn symbol_before_title<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(&'t str, &'t str)> {
    let (first, rest) = text.split_once([' ', '\u{a0}'])?;
    // "Resolution 12/2023" is numbered within its year.
    let is_numbered =
        lexicon.numbered_nouns.contains(&&*lower(first)) && !rest.split(['/', ' ', '.']).any(|part| year(part).is_some());
    let text = if is_numbered { rest } else { text };
    let (symbol, title) = text.split_once(' ').or(is_numbered.then_some((text, "")))?;
    let symbol = symbol.trim_end_matches('.');
    let title = title.trim_start_matches(['-', '–', '—', ' ']);
    let (session, number) = symbol.split_once('/')?;
    let session_fits = !session.is_empty() && session.trim_start_matches("S-").bytes().all(|b| b.is_ascii_digit());
    (session_fits && number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 6 && (is_numbered || !title.is_empty()))
        .then_some((symbol, title.trim()))
}

fn session_of(symbol: &str) -> Option<String> {
    symbol.split('/').find(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned)
}

/// Body and session of an Assembly of States Parties ("ASP/20"), session and number of the United Nations ("79/144").
fn short_symbol(symbol: &str) -> String {
    let parts: Vec<&str> = symbol.split('/').collect();
    match parts.as_slice() {
        [body, session, _] if body.contains('-') => format!("{}/{session}", body.rsplit('-').next().unwrap_or(body)),
        [.., "RES", session, number] => format!("{session}/{number}"),
        _ => symbol.to_owned(),
    }
}
