//! The difference of a golden and what is made now, told by paragraph and word.
//!
//! ```text
//! par. 12 / OP12
//!   golden: … Urges [-fifteen-]{+twelve+} States Parties to …
//!   now:    … Urges [-fifteen-]{+thirteen+} States Parties to …
//! ```
//!
//! Paragraphs are paired by name and in order, words by the shortest script. Where no word that a person reads differs (markup, an
//! index, the end of a line) the first line that does is shown.

use std::collections::HashMap;
use std::fmt::Write;
use std::hash::Hash;

use super::make::Made;
use super::passage::{Passage, differing_parts, passages};
use super::plan::Format;
use crate::compare::{Kept, shortest_script};
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
    let kept = kept(old.iter().map(|p| p.name.as_str()), new.iter().map(|p| p.name.as_str()));
    let mut changes: Vec<(bool, Vec<String>)> = vec![];
    let is_around = |passage: &Passage| !made.names.is_named(&passage.name);
    for row in regions(&kept, old.len(), new.len()) {
        match row {
            Region::Kept(kept) => {
                let pairs = old[kept.old..kept.old + kept.len].iter().zip(&new[kept.new..]);
                let differ = pairs.filter(|(a, b)| a.text != b.text);
                changes.extend(differ.map(|(a, b)| (is_around(b), changed(a, b, made))));
            }
            Region::Changed { old: gone, new: come } => {
                let whole = |passage: &Passage, side: &str, what: &str| {
                    let words: Vec<&str> = passage.text.split(' ').collect();
                    let told =
                        vec![format!("{}: {what}", shown(passage, made)), format!("  {side} {}", cut(&words, Signs::AsTheyAre))];
                    (is_around(passage), told)
                };
                changes.extend(old[gone].iter().map(|p| whole(p, "golden:", "only in the golden")));
                changes.extend(new[come].iter().map(|p| whole(p, "now:   ", "only in what is made now")));
            }
        }
    }
    // What the paragraphs say comes before counts and lists of them.
    changes.sort_by_key(|(is_around, _)| *is_around);
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
fn changed(old: &Passage, new: &Passage, made: &Made) -> Vec<String> {
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

/// Kept rows of two lists, as the redline of a paragraph has them.
fn kept<T: Eq + Hash>(old: impl Iterator<Item = T>, new: impl Iterator<Item = T>) -> Vec<Kept> {
    let mut ids = HashMap::new();
    let mut number = |item: T| {
        let next = ids.len() as u32;
        *ids.entry(item).or_insert(next)
    };
    let (old, new): (Vec<u32>, Vec<u32>) = (old.map(&mut number).collect(), new.map(&mut number).collect());
    shortest_script(&old, &new, 0)
}

/// What is kept and what stands between.
enum Region {
    Kept(Kept),
    Changed { old: std::ops::Range<usize>, new: std::ops::Range<usize> },
}

fn regions(kept: &[Kept], old_len: usize, new_len: usize) -> Vec<Region> {
    let mut regions = vec![];
    let (mut old, mut new) = (0, 0);
    for &row in kept.iter().chain(&[Kept { old: old_len, new: new_len, len: 0 }]) {
        if row.old > old || row.new > new {
            regions.push(Region::Changed { old: old..row.old, new: new..row.new });
        }
        (old, new) = (row.old + row.len, row.new + row.len);
        if row.len > 0 {
            regions.push(Region::Kept(row));
        }
    }
    regions
}
