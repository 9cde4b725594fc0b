//! From the scalars of a paragraph's runs to the text of its block, with the place of each.
//!
//! ```text
//! runs    "la coo\u{ad}pération " ¹ ", soumis  a\u{300} "
//! text    "la coopération, soumis à"     mark 1 at 14
//! ```
//!
//! As in plain text: soft hyphens and control characters go, letters and their accents are one scalar, white space is single, and
//! so is the space that set a mark apart.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::package::Place;
use crate::read::line::single_spaced;
use crate::read::{Mark, Repair, Why};

/// One scalar of a run.
#[derive(Debug, Clone)]
pub(super) struct Scalar {
    pub(super) c: char,
    pub(super) place: Place,
}

/// A mark between scalars.
#[derive(Debug)]
pub(super) struct Reference {
    /// How many scalars stand before it.
    pub(super) at: usize,
    pub(super) printed: String,
    pub(super) place: Place,
}

/// The text of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Tidied {
    pub(super) text: String,
    pub(super) places: Vec<Place>,
    pub(super) marks: Vec<Mark>,
    pub(super) mark_places: Vec<Place>,
    pub(super) repairs: Vec<Repair>,
}

/// The text that `scalars` with `references` between them make; `line` is the paragraph's, for repairs.
pub(super) fn tidy(scalars: Vec<Scalar>, references: Vec<Reference>, line: usize) -> Tidied {
    let mut done = Tidied::default();
    let apart: Vec<usize> = references.iter().filter_map(|reference| space_before(&scalars, reference.at)).collect();
    let mut kept: Vec<(usize, Scalar)> = scalars.into_iter().enumerate().collect();
    leave_out(&mut kept, line, &mut done.repairs);
    kept.retain(|(at, _)| !apart.contains(at));
    compose(&mut kept, line, &mut done.repairs);
    let mut sources = vec![];
    single_spaced(kept.iter().map(|(_, scalar)| scalar.c), |at, c| {
        done.text.push(c);
        done.places.push(kept[at].1.place.clone());
        sources.push((kept[at].0, c));
    });
    for Reference { at, printed, place } in references {
        let before = sources.partition_point(|(source, _)| *source < at);
        let is_apart = before.checked_sub(1).is_some_and(|last| sources[last].1.is_whitespace());
        done.marks.push(Mark { at: before - usize::from(is_apart), printed });
        done.mark_places.push(place);
    }
    done
}

/// The scalar of white space that sets the mark at `at` apart from a word, where a stop follows the mark.
fn space_before(scalars: &[Scalar], at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let stop = scalars.get(at).is_some_and(|next| matches!(next.c, ',' | '.' | ')'));
    (stop && scalars[before].c.is_whitespace()).then_some(before)
}

fn is_left_out(c: char) -> bool {
    c == '\u{ad}' || c == '\u{feff}' || c.is_control() && !c.is_whitespace()
}

/// Takes out what is not printed, and says in which words.
fn leave_out(scalars: &mut Vec<(usize, Scalar)>, line: usize, repairs: &mut Vec<Repair>) {
    if !scalars.iter().any(|(_, scalar)| is_left_out(scalar.c)) {
        return;
    }
    for word in scalars.split(|(_, scalar)| scalar.c.is_whitespace()) {
        let before: String = word.iter().map(|(_, scalar)| scalar.c).collect();
        if before.contains(is_left_out) {
            let why = if before.contains('\u{ad}') { Why::SoftHyphen } else { Why::ControlCharacter };
            repairs.push(Repair { line, after: before.replace(is_left_out, ""), before, why });
        }
    }
    scalars.retain(|(_, scalar)| !is_left_out(scalar.c));
}

/// Puts letters and their accents together (NFC); the composed letter stands where both stood.
fn compose(scalars: &mut Vec<(usize, Scalar)>, line: usize, repairs: &mut Vec<Repair>) {
    let before: String = scalars.iter().map(|(_, scalar)| scalar.c).collect();
    if unicode_normalization::is_nfc(&before) {
        return;
    }
    let mut composed: Vec<(usize, Scalar)> = Vec::with_capacity(scalars.len());
    let mut rest = &scalars[..];
    while let Some((at, first)) = rest.first() {
        let length = 1 + rest[1..].iter().take_while(|(_, scalar)| joins(scalar.c)).count();
        let (cluster, after) = rest.split_at(length);
        let last = &cluster[length - 1].1.place;
        let raw: Range<usize> =
            first.place.raw.start..if last.run == first.place.run { last.raw.end } else { first.place.raw.end };
        let place = Place { run: first.place.run, raw };
        for c in cluster.iter().map(|(_, scalar)| scalar.c).nfc() {
            composed.push((*at, Scalar { c, place: place.clone() }));
        }
        rest = after;
    }
    let after = composed.iter().map(|(_, scalar)| scalar.c).collect();
    repairs.push(Repair { line, before, after, why: Why::Composed });
    *scalars = composed;
}

/// Whether `c` may be composed with what stands before it: accents, and the later letters of a Hangul syllable.
fn joins(c: char) -> bool {
    canonical_combining_class(c) != 0 || ('\u{1160}'..='\u{11ff}').contains(&c)
}
