//! Loud notes about the pair itself: the wrong order, two languages, one text twice.

use super::Redline;
use super::contents;
use super::label::Name;
use super::phrases::{Phrases, fill};
use crate::compare::LeftOut;
use crate::language::Language;
use crate::read::{LAYOUT_DOUBTFUL, Layout};
use crate::structure::{Document, Note};

/// What looks wrong about the pair, in English, as all notes are.
pub(super) fn doubts(old: &Document, new: &Document, left_out: &[LeftOut]) -> Vec<Note> {
    let checks = [
        ("old-is-later", is_later(old, new)),
        ("languages-differ", old.language != new.language),
        ("same-text", old.units == new.units && left_out.is_empty()),
    ];
    let notes = checks.into_iter().filter(|&(_, holds)| holds).map(|(code, _)| Note::new(code, said(code, Language::En)));
    notes.chain(layouts_differ(old, new)).collect()
}

/// Says that the lines of two plain texts were taken as of different layouts, and which to ask for: the one that is not doubtful.
fn layouts_differ(old: &Document, new: &Document) -> Option<Note> {
    let is_plain = |document: &Document| matches!(document.layout, Layout::Wrapped | Layout::Lines | Layout::Paragraphs);
    let is_sure = |document: &Document| document.notes.iter().all(|note| note.code != LAYOUT_DOUBTFUL);
    let better = if is_sure(new) || !is_sure(old) { new } else { old };
    let [old_layout, new_layout, better] = [old, new, better].map(|document| contents::coded(document.layout, &[]));
    (is_plain(old) && is_plain(new) && old.layout != new.layout).then(|| {
        let message = format!(
            "{} was read as {old_layout} and {} as {new_layout}: if paragraphs run together or are cut, try --layout {better}",
            old.label, new.label
        );
        Note::new("layouts-differ", message).with([&old.label, &old_layout, &new.label, &new_layout, &better])
    })
}

/// The notes that must not be overlooked, in the words of `phrases`.
pub(super) fn warnings(notes: &[Note], language: Language) -> Vec<String> {
    notes.iter().map(|note| said(&note.code, language)).filter(|words| !words.is_empty()).map(str::to_owned).collect()
}

/// Codes of the notes that say that a text was read doubtfully: its words themselves may be wrong.
const DOUBTFUL: [&str; 7] = [
    LAYOUT_DOUBTFUL, "language-unknown", "wrongly-decoded", "pdf-scanned-pages", "pdf-recognised", "pdf-unknown-characters",
    "pdf-damaged",
];

/// One line that says which of the two texts was read doubtfully, and why; None where neither was.
pub(super) fn doubtful(redline: &Redline, phrases: &Phrases) -> Option<String> {
    let said: Vec<String> =
        [&redline.old, &redline.new].into_iter().filter_map(|document| doubtful_reading(document, phrases)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// One line that says why `document` was read doubtfully; None where it was not.
pub(crate) fn doubtful_reading(document: &Document, phrases: &Phrases) -> Option<String> {
    let notes = document.notes.iter().filter(|note| DOUBTFUL.contains(&note.code.as_str()));
    let said: Vec<String> = notes.map(|note| message(note, phrases)).collect();
    (!said.is_empty()).then(|| phrases.said_of(&document.label, &within(&said.join(" "))))
}

/// Whether `note` is one of those.
pub(super) fn is_warning(note: &Note) -> bool {
    !said(&note.code, Language::En).is_empty()
}

/// What `note` says, in the words of `phrases` where they have it.
pub(crate) fn message(note: &Note, phrases: &Phrases) -> String {
    let Some(words) = remark(&note.code, phrases) else { return note.message.clone() };
    let gaps = words.matches("{}").count();
    // In a series, what is said of two texts names them first.
    if let [old, new, parts @ ..] = note.parts.as_slice()
        && parts.len() == gaps
    {
        let note = Note { parts: parts.to_vec(), ..note.clone() };
        let years = &phrases.years;
        return {
            let said = message(&note, phrases);
            let said = if words.starts_with('{') { said } else { within(&said) };
            fill(years.named, &[&fill(phrases.pair, &[old, new]), &said])
        };
    }
    if gaps != note.parts.len() {
        return note.message.clone();
    }
    // An id is said in the language of the interface; printed labels and names of texts stay as they are.
    let spoken = |part: &String| if is_id(part) { Name::of_id(part, phrases).full() } else { part.clone() };
    let parts: Vec<String> = note.parts.iter().map(spoken).collect();
    fill(words, &parts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A sentence behind a colon: its first word loses its capital.
fn within(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// "OP12", "A1.PP3"; not "A/RES/79/144".
fn is_id(part: &str) -> bool {
    let number = part.trim_start_matches(|c: char| c.is_ascii_uppercase());
    (1..=2).contains(&(part.len() - number.len())) && number.starts_with(|c: char| c.is_ascii_digit())
}

fn remark(code: &str, phrases: &Phrases) -> Option<&'static str> {
    phrases.remarks.iter().find(|(known, _)| *known == code).map(|&(_, words)| words)
}

fn said(code: &str, language: Language) -> &'static str {
    Phrases::of(language).doubts.iter().find(|(known, _)| *known == code).map_or("", |&(_, words)| words)
}

/// Whether `old` is later than `new`, by the days of adoption, else by the sessions; unknown is no doubt.
pub(crate) fn is_later(old: &Document, new: &Document) -> bool {
    let date = |document: &Document| document.adopted.as_ref().and_then(|adoption| adoption.date.clone());
    // `YYYY-MM-DD` sorts as it counts.
    if let (Some(old), Some(new)) = (date(old), date(new)) {
        return old > new;
    }
    let session = |document: &Document| document.session.as_ref().and_then(|session| session.parse::<u32>().ok());
    matches!((session(old), session(new)), (Some(old), Some(new)) if old > new)
}
