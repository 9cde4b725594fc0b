//! From the scalars of a paragraph's runs to the text of its block, with the place of each.
//!
//! ```text
//! runs    "la coo\u{ad}pération " ¹ ", soumis  a\u{300} "
//! text    "la coopération, soumis à"     mark 1 at 14
//! ```
//!
//! As in plain text: soft hyphens and control characters go, letters and their accents are one scalar, white space is single, and
//! so is the space that set a mark apart.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::said::{Place, Said};
use crate::read::line::single_spaced;
use crate::read::{Mark, Repair, Why};

/// A mark between scalars.
#[derive(Debug)]
pub(super) struct Reference {
    /// How many bytes of text stand before it.
    pub(super) at: usize,
    pub(super) printed: String,
    pub(super) place: Place,
}

/// The text of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Tidied {
    pub(super) said: Said,
    pub(super) marks: Vec<Mark>,
    pub(super) mark_places: Vec<Place>,
    pub(super) repairs: Vec<Repair>,
}

/// The text that `said` with `references` between its characters makes; `line` is the paragraph's, for repairs.
pub(super) fn tidy(said: Said, mut references: Vec<Reference>, line: usize) -> Tidied {
    let mut done = Tidied::default();
    leave_out(said.text(), line, &mut done.repairs);
    let apart: Vec<usize> = references.iter().filter_map(|reference| space_before(said.text(), reference.at)).collect();
    let is_kept = |at: usize, c: char| !is_left_out(c) && apart.binary_search(&at).is_err();
    let said = composed(said, &mut references, is_kept, line, &mut done.repairs);
    let mut references = references.into_iter().peekable();
    let mut places = said.iter().enumerate();
    let (mut count, mut last) = (0, ' ');
    let Tidied { said: out, marks, mark_places, .. } = &mut done;
    let mut mark = |Reference { printed, place, .. }, count: usize, last: char| {
        marks.push(Mark { at: count - usize::from(count > 0 && last.is_whitespace()), printed });
        mark_places.push(place);
    };
    single_spaced(said.text().chars(), |at, c| {
        let Some((_, (byte, _, place))) = places.find(|(index, _)| *index == at) else { return };
        while let Some(reference) = references.next_if(|reference| reference.at <= byte) {
            mark(reference, count, last);
        }
        out.push(c, &place);
        (count, last) = (count + 1, c);
    });
    references.for_each(|reference| mark(reference, count, last));
    done
}

/// The byte of the white space that sets the mark at `at` apart from a word, where a stop follows the mark.
fn space_before(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].chars().next_back()?;
    (text[at..].starts_with([',', '.', ')']) && before.is_whitespace()).then(|| at - before.len_utf8())
}

fn is_left_out(c: char) -> bool {
    c == '\u{ad}' || c == '\u{feff}' || c.is_control() && !c.is_whitespace()
}

/// Says in which words of `text` something is not printed.
fn leave_out(text: &str, line: usize, repairs: &mut Vec<Repair>) {
    for before in text.split(char::is_whitespace).filter(|word| word.contains(is_left_out)) {
        let why = if before.contains('\u{ad}') { Why::SoftHyphen } else { Why::ControlCharacter };
        repairs.push(Repair { line, before: before.to_owned(), after: before.replace(is_left_out, ""), why });
    }
}

/// What is kept of `said`, with letters and their accents put together (NFC); a composed letter stands where both stood. Moves
/// `references` with it.
fn composed(
    said: Said,
    references: &mut [Reference],
    is_kept: impl Fn(usize, char) -> bool,
    line: usize,
    repairs: &mut Vec<Repair>,
) -> Said {
    let mut kept = said.iter().filter(|(at, c, _)| is_kept(*at, *c)).peekable();
    let is_whole = said.text().char_indices().all(|(at, c)| is_kept(at, c));
    let before = if is_whole {
        Cow::Borrowed(said.text())
    } else {
        said.text().char_indices().filter(|(at, c)| is_kept(*at, *c)).map(|(_, c)| c).collect()
    };
    let is_composed = unicode_normalization::is_nfc(&before);
    if is_whole && is_composed {
        drop((kept, before));
        return said;
    }
    let mut done = Said::default();
    let mut references = references.iter_mut().peekable();
    while let Some((at, first, Place { run, raw })) = kept.next() {
        while let Some(reference) = references.next_if(|reference| reference.at <= at) {
            reference.at = done.text().len();
        }
        let mut cluster = String::from(first);
        let mut end = raw.end;
        while let Some((_, c, last)) = kept.next_if(|(_, c, _)| !is_composed && joins(*c)) {
            cluster.push(c);
            end = if last.run == run { last.raw.end } else { raw.end };
        }
        let place = Place { run, raw: raw.start..end };
        cluster.nfc().for_each(|c| done.push(c, &place));
    }
    references.for_each(|reference| reference.at = done.text().len());
    if !is_composed {
        repairs.push(Repair { line, before: before.into_owned(), after: done.text().to_owned(), why: Why::Composed });
    }
    done
}

/// Whether `c` may be composed with what stands before it: accents, and the later letters of a Hangul syllable.
fn joins(c: char) -> bool {
    canonical_combining_class(c) != 0 || ('\u{1160}'..='\u{11ff}').contains(&c)
}
