//! Words whose letters are spaced: "D E C I S I O N   4".
//!
//! Single letters with one space between them, four or more, are a word; wider gaps part words. "a b c d" is a list.

use std::borrow::Cow;

use super::Lines;
use crate::read::{Repair, Why};

const FEWEST: usize = 4;

/// Closes up the letters of spaced words.
pub(super) fn close_up(lines: &mut Lines) {
    for (at, line) in lines.lines.iter_mut().enumerate() {
        if !may_be_spaced(line) {
            continue;
        }
        let parts: Vec<&str> = split_at_gaps(line);
        if !parts.iter().any(|part| closed(part, FEWEST).is_some()) {
            continue;
        }
        // Beside a word that is spaced, two letters are one too: "T H E   A C T   O F".
        let whole = |part: &&str| part.split(' ').all(|letter| letter.chars().count() == 1);
        let mut out = String::new();
        for part in &parts {
            let fewest = if whole(part) { 2 } else { FEWEST };
            match closed(part, fewest) {
                Some(after) => {
                    lines.repairs.push(Repair {
                        line: at + 1,
                        before: (*part).to_owned(),
                        after: after.clone(),
                        why: Why::LetterSpaced,
                    });
                    out.push_str(&after);
                }
                None => out.push_str(part),
            }
            out.push(' ');
        }
        let page = if line.contains('\u{c}') { "\u{c}" } else { "" };
        *line = Cow::Owned(format!("{page}{}", out.trim_end()));
    }
}

/// A look at the bytes: three letters in a row with a space around each.
fn may_be_spaced(line: &str) -> bool {
    line.as_bytes()
        .windows(6)
        .any(|w| w[1] == b' ' && w[3] == b' ' && w[5] == b' ' && w[0] != b' ' && w[2] != b' ' && w[4] != b' ')
        || line.split(' ').filter(|word| word.chars().count() == 1 && word.chars().all(char::is_alphabetic)).count() >= FEWEST
}

/// The parts of a line between two spaces or more.
fn split_at_gaps(line: &str) -> Vec<&str> {
    line.split("  ")
        .map(|part| part.trim_matches(|c: char| c == ' ' || c == '\u{c}' || c == '\t'))
        .filter(|part| !part.is_empty())
        .collect()
}

/// `part` with its runs of at least `fewest` single letters closed up; None where it has none.
fn closed(part: &str, fewest: usize) -> Option<String> {
    let words: Vec<&str> = part.split(' ').collect();
    // "de 2 h à 3 h" has no spaced word: figures are letters of one only where nothing else stands.
    let is_letter = |word: &&str| {
        word.chars().count() == 1 && word.chars().all(|c| c.is_alphabetic() || fewest < FEWEST && c.is_ascii_digit())
    };
    let (mut out, mut found, mut at) = (vec![], false, 0);
    while at < words.len() {
        let run = words[at..].iter().take_while(|word| is_letter(word)).count();
        if run >= fewest && !counts(&words[at..at + run]) {
            // A stop behind the last letter belongs to the word.
            let last = words.get(at + run).filter(|word| word.chars().count() == 2 && word.ends_with([',', '.', ':', ';']));
            out.push(words[at..at + run].concat() + last.copied().unwrap_or_default());
            found = true;
            at += run + usize::from(last.is_some());
        } else {
            let run = run.max(1);
            out.extend(words[at..at + run].iter().map(|word| (*word).to_owned()));
            at += run;
        }
    }
    found.then(|| out.join(" "))
}

/// Whether letters follow each other as in the alphabet, or hardly one is a letter: "a b c d", "1 2 3 4".
fn counts(letters: &[&str]) -> bool {
    let value = |letter: &str| letter.chars().next().map_or(0, |c| c.to_ascii_lowercase() as u32);
    let in_order = letters.windows(2).filter(|pair| value(pair[1]) == value(pair[0]) + 1).count();
    let named = letters.iter().filter(|letter| letter.chars().all(char::is_alphabetic)).count();
    in_order + 1 == letters.len() || named * 2 < letters.len() || letters.iter().all(|letter| letter == &letters[0])
}
