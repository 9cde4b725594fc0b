//! The lines of a text, with what their white space says.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Repair, Why};
use crate::text::is_composed;

/// One line that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the source, from 1.
    pub(super) number: usize,
    /// Its words, with single spaces between them; a single no-break or thin space stays what it is.
    pub(super) text: String,
    /// Columns of white space before it.
    pub(super) indent: usize,
    /// A form feed stands before it.
    pub(super) form_feed: bool,
    /// A blank line stands before it, or it is the first.
    pub(super) after_blank: bool,
    /// What its place on the page says, where places are known.
    pub(super) setting: Option<Setting>,
}

/// What the place of a line on its page says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting {
    pub(super) opening: Opening,
    /// The line above stopped although the first word of this one would have fitted.
    pub(super) short: bool,
}

/// Whether a line opens a paragraph, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Opens,
    GoesOn,
    /// Its words must tell.
    Unknown,
}

impl Line {
    /// Length in characters.
    pub(super) fn width(&self) -> usize {
        self.text.chars().count()
    }
}

/// The lines of `text`. Soft hyphens inside a line and control characters are taken out and listed.
pub(super) fn lines(text: &str, repairs: &mut Vec<Repair>) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    let (mut after_blank, mut form_feed) = (true, false);
    for (index, raw) in text.split('\n').enumerate() {
        form_feed |= raw.contains('\u{c}');
        if raw.chars().all(char::is_whitespace) {
            after_blank = true;
            continue;
        }
        let number = index + 1;
        let indent = raw.trim_start_matches('\u{c}').chars().take_while(|c| c.is_whitespace()).count();
        let text = cleaned(raw, number, repairs);
        if !text.is_empty() {
            lines.push(Line { number, text, indent, form_feed, after_blank, setting: None });
            (after_blank, form_feed) = (false, false);
        }
    }
    lines
}

/// `raw` as one line: without soft hyphens and control characters, which are listed, and with single spaces.
pub(super) fn cleaned(raw: &str, line: usize, repairs: &mut Vec<Repair>) -> String {
    let trimmed = raw.trim();
    if is_tidy(trimmed) { trimmed.to_owned() } else { single_spaces(&clean(trimmed, line, repairs)) }
}

/// Whether a trimmed line is clean by the look of its bytes, as most are: single spaces, Latin letters and quotes, no control characters.
fn is_tidy(line: &str) -> bool {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'!'..=b'~' => 1,
            b' ' if bytes.get(at + 1) != Some(&b' ') => 1,
            // U+00A1 to U+02FF but for the soft hyphen, U+2010 to U+2027.
            0xC2 if matches!(bytes.get(at + 1), Some(0xA1..=0xAC | 0xAE..)) => 2,
            0xC3..=0xCB => 2,
            0xE2 if matches!(bytes[at..], [_, 0x80, 0x90..=0xA7, ..]) => 3,
            _ => return false,
        }
    }
    true
}

fn clean(raw: &str, line: usize, repairs: &mut Vec<Repair>) -> String {
    let raw = &*composed(raw, line, repairs);
    if raw.chars().all(|c| !c.is_control() && c != '\u{ad}' || c == '\t') {
        return raw.to_owned();
    }
    // A soft hyphen at the end of a line is a broken word, for hyphenation to mend.
    let last = raw.len() - raw.chars().next_back().filter(|&c| c == '\u{ad}').map_or(0, char::len_utf8);
    let kept = |c: &char| !matches!(*c, '\u{ad}') && (!c.is_control() || c.is_whitespace());
    let mut clean: String = raw[..last].chars().filter(kept).collect();
    clean.push_str(&raw[last..]);
    for word in raw[..last].split_whitespace().filter(|w| !w.chars().all(|c| kept(&c))) {
        let why = if word.contains('\u{ad}') { Why::SoftHyphen } else { Why::ControlCharacter };
        repairs.push(Repair { line, before: word.to_owned(), after: word.chars().filter(kept).collect(), why });
    }
    clean
}

/// The line in Unicode's normal form C: a letter and its accent are one character, as in other texts.
fn composed<'a>(raw: &'a str, line: usize, repairs: &mut Vec<Repair>) -> Cow<'a, str> {
    if is_composed(raw) || is_nfc(raw) {
        return Cow::Borrowed(raw);
    }
    let after: String = raw.nfc().collect();
    repairs.push(Repair { line, before: raw.to_owned(), after: after.clone(), why: Why::Composed });
    Cow::Owned(after)
}

/// A run of white space becomes one space; a single no-break or thin space stays what it is.
pub(super) fn single_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    single_spaced(text.chars(), |_, c| out.push(c));
    out
}

/// The same for a stream of characters: `push` takes each that stays, with its place in the stream.
pub(super) fn single_spaced(text: impl Iterator<Item = char>, mut push: impl FnMut(usize, char)) {
    let mut run: Option<(usize, char)> = None;
    let mut is_begun = false;
    for (at, c) in text.enumerate() {
        if c.is_whitespace() {
            // The second of a run makes it a plain space.
            run = Some(run.map_or((at, c), |(first, _)| (first, ' ')));
            continue;
        }
        if let Some((first, space)) = run.take().filter(|_| is_begun) {
            push(first, if space == '\t' || space.is_control() { ' ' } else { space });
        }
        is_begun = true;
        push(at, c);
    }
}
