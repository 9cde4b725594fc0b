//! The difference of a golden and what is made now, told by paragraph and word.
//!
//! ```text
//! par. 12 / OP12
//!   golden: … Urges [-fifteen-]{+twelve+} States Parties to …
//!   now:    … Urges [-fifteen-]{+thirteen+} States Parties to …
//! ```
//!
//! Paragraphs are paired as `pairing` says, words by the shortest script. Where no word that a person reads differs (markup, an
//! index, the end of a line) the first line that does is shown.

use std::fmt::Write;

use super::make::Made;
use super::pairing::{Pair, Region, differing, kept, regions};
use super::passage::{Passage, differing_parts, passages};
use super::plan::Format;
use crate::render::visible;

/// Paragraphs told in full; the others are counted.
const TOLD: usize = 8;

/// Words shown on either side of a change.
const AROUND: usize = 5;

/// Words shown of one side of a change.
const LONGEST: usize = 60;

/// What differs, a line each, and the first line of the golden that does.
pub(super) fn difference(golden: &[u8], made: &Made) -> (usize, Vec<String>) {
    if made.format == Format::Docx {
        return (1, of_word(golden, made));
    }
    let sides = [golden, &made.bytes].map(|bytes| passages(bytes, made.format, &made.names));
    let (golden, text) = (String::from_utf8_lossy(golden), String::from_utf8_lossy(&made.bytes));
    let line = golden.lines().zip(text.lines()).take_while(|(a, b)| a == b).count() + 1;
    if golden.replace("\r\n", "\n") == text {
        let advice =
            "only the ends of lines differ, CRLF in the golden: `golden/** -text` in .gitattributes keeps git from changing them";
        return (line, vec![advice.to_owned()]);
    }
    let mut told = by_passage(&sides, made);
    if told.is_empty() {
        told = by_line(line, &golden, &text);
    }
    (line, told)
}

/// A Word document has no lines: what its two texts say, else which of its parts are others.
fn of_word(golden: &[u8], made: &Made) -> Vec<String> {
    let told = by_passage(&[golden, &made.bytes].map(|bytes| passages(bytes, made.format, &made.names)), made);
    if !told.is_empty() {
        return told;
    }
    let parts = differing_parts(golden, &made.bytes).join(", ");
    let message = if parts.is_empty() {
        "no part of the Word document differs, but how they are packed".to_owned()
    } else {
        format!("no word differs, but how the changes are marked in {parts}")
    };
    vec![message]
}

fn by_passage([old, new]: &[Vec<Passage>; 2], made: &Made) -> Vec<String> {
    let whole = |passage: &Passage, side: &str, what: &str| {
        let words: Vec<&str> = passage.text.split(' ').collect();
        vec![format!("{}: {what}", shown(passage, made)), format!("  {side} {}", cut(&words, Signs::AsTheyAre))]
    };
    let told = |pair| match pair {
        Pair::Both(old, new) => (new, changed(old, new, made)),
        Pair::Gone(old) => (old, whole(old, "golden:", "only in the golden")),
        Pair::Come(new) => (new, whole(new, "now:   ", "only in what is made now")),
    };
    let mut changes: Vec<(&Passage, Vec<String>)> = differing(old, new).into_iter().map(told).collect();
    // What the paragraphs say comes before rows about them, and those before counts and lists of them.
    changes.sort_by_key(|(passage, _)| (!made.names.is_named(&passage.name), passage.is_row()));
    let more = changes.len().saturating_sub(TOLD);
    let mut told: Vec<String> = changes.into_iter().take(TOLD).flat_map(|(_, told)| told).collect();
    if more > 0 {
        told.push(format!("and {more} more {}", if more == 1 { "place" } else { "places" }));
    }
    told
}

fn shown(passage: &Passage, made: &Made) -> String {
    visible(&made.names.both(&passage.name)).into_owned()
}

/// A paragraph that both have: each change with the words around it.
pub(super) fn changed(old: &Passage, new: &Passage, made: &Made) -> Vec<String> {
    let mut told = vec![shown(new, made)];
    let words = [&old.text, &new.text].map(|text| text.split(' ').collect::<Vec<&str>>());
    let kept = kept(words[0].iter().copied(), words[1].iter().copied());
    let mut hunks: Vec<[std::ops::Range<usize>; 2]> = vec![];
    for region in regions(&kept, words[0].len(), words[1].len()) {
        if let Region::Changed { old, new } = region {
            match hunks.last_mut() {
                Some(last) if old.start - last[0].end <= 2 * AROUND => {
                    last[0].end = old.end;
                    last[1].end = new.end;
                }
                _ => hunks.push([old, new]),
            }
        }
    }
    for [old, new] in hunks {
        let sides = [(&words[0], old), (&words[1], new)].map(|(words, range)| around(words, range));
        let is_hidden = spaces_plain(&sides[0].join(" ")) == spaces_plain(&sides[1].join(" "));
        let signs = if is_hidden { Signs::Named } else { Signs::AsTheyAre };
        told.push(format!("  golden: {}", cut(&sides[0], signs)));
        told.push(format!("  now:    {}", cut(&sides[1], signs)));
    }
    told
}

fn around<'a>(words: &[&'a str], range: std::ops::Range<usize>) -> Vec<&'a str> {
    let (start, end) = (range.start.saturating_sub(AROUND), (range.end + AROUND).min(words.len()));
    let mut around = vec![];
    around.extend((start > 0).then_some("…"));
    around.extend(&words[start..end]);
    around.extend((end < words.len()).then_some("…"));
    around
}

/// Whether spaces that look like others are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signs {
    AsTheyAre,
    Named,
}

fn cut(words: &[&str], signs: Signs) -> String {
    let mut text = visible(&words[..words.len().min(LONGEST)].join(" ")).into_owned();
    if words.len() > LONGEST {
        let _ = write!(text, " … ({} more words)", words.len() - LONGEST);
    }
    if signs == Signs::AsTheyAre {
        return text;
    }
    let named = |c: char| if is_special_space(c) { format!("‹U+{:04X}›", u32::from(c)) } else { c.to_string() };
    text.chars().map(named).collect()
}

fn is_special_space(character: char) -> bool {
    character.is_whitespace() && character != ' '
}

fn spaces_plain(text: &str) -> String {
    text.chars().map(|c| if is_special_space(c) { ' ' } else { c }).collect()
}

fn by_line(line: usize, golden: &str, made: &str) -> Vec<String> {
    let of = |text: &str| text.lines().nth(line - 1).map_or_else(|| "(no such line)".to_owned(), str::to_owned);
    let (old, new) = (of(golden), of(made));
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| visible(&text.chars().skip(same.saturating_sub(30)).take(90).collect::<String>()).into_owned();
    if golden.trim_end() == made.trim_end() {
        return vec!["only the end of the file differs: a line feed too many or too few".to_owned()];
    }
    vec![
        "no word differs, but what stands around them (markup, style, numbering) does".to_owned(),
        format!("line {line}, column {}", same + 1),
        format!("  golden: {}", part(&old)),
        format!("  now:    {}", part(&new)),
    ]
}
