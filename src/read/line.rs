//! The lines of a text, with what their white space says.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Repair, Why};

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
        let text = single_spaces(&clean(raw, number, repairs));
        if !text.is_empty() {
            lines.push(Line { number, text, indent, form_feed, after_blank });
            (after_blank, form_feed) = (false, false);
        }
    }
    lines
}

fn clean(raw: &str, line: usize, repairs: &mut Vec<Repair>) -> String {
    let raw = &*composed(raw.trim(), line, repairs);
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
    if raw.is_ascii() || is_nfc(raw) {
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
