//! The check of a redline of which one text did not come as a Word file: it is read again, accepted and rejected, as any Word file is.
//!
//! ```text
//! written file ─ reject → units    each says the letters and figures of the old text's
//!              └ accept → units    and of the new text's
//! ```
//!
//! Labels may be text and text a label: a base may count what a text has typed, and a line may be read otherwise. Nor are signs and marks, which a text file may write
//! otherwise than Word. Cost: the file is read twice.

use std::collections::BTreeSet;

use super::notes::first_calls;
use crate::ErrorKind;
use crate::read::{ReadOptions, Revisions, read};
use crate::render::visible::visible;
use crate::report::Report;
use crate::structure::{Document, Unit, structure};

/// Where a file does not say what it should.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// The links whose units are concerned.
    pub(super) links: BTreeSet<usize>,
    /// The first difference.
    pub(super) first: Option<String>,
}

/// What is wrong with `bytes`, the Word file of `report`.
pub(super) fn faults(report: &Report, bytes: &[u8]) -> Faults {
    let mut faults = Faults::default();
    let sides = [(Revisions::Reject, &report.redline.old, "rejecting"), (Revisions::Accept, &report.redline.new, "accepting")];
    for (side, (revisions, wanted, how)) in sides.into_iter().enumerate() {
        let mut options = ReadOptions::default();
        (options.revisions, options.language) = (revisions, Some(wanted.language));
        let read = match read(&wanted.label, bytes, &options) {
            Ok(source) => structure(source),
            // What is too much to be read is too much to be checked.
            Err(error) if error.kind() == ErrorKind::TooLarge => continue,
            Err(error) => {
                faults.first.get_or_insert(format!("{how} it, {error}"));
                continue;
            }
        };
        let (ours, theirs) = (lines(&read), lines(wanted));
        let is_same = |(a, b): (&Line, &Line)| a.says(b);
        let start = ours.iter().zip(&theirs).take_while(|(a, b)| is_same((a, b))).count();
        let most = ours.len().min(theirs.len()) - start;
        let end = ours.iter().rev().zip(theirs.iter().rev()).take(most).take_while(|(a, b)| is_same((a, b))).count();
        if start == theirs.len() && ours.len() == theirs.len() {
            continue;
        }
        let [said, meant] = [&ours, &theirs].map(|lines| lines.get(start).map_or("nothing", |line| line.shown.as_str()));
        faults.first.get_or_insert_with(|| format!("{how} it, paragraph {} says \"{said}\", not \"{meant}\"", start + 1));
        let last = (theirs.len() - end).max(start + 1).min(theirs.len());
        for line in &theirs[start..last] {
            let has = |units: &[usize]| units.contains(&line.unit);
            let of = |change: &crate::compare::Change| has(if side == 0 { &change.link.old } else { &change.link.new });
            faults.links.extend(report.redline.links.iter().position(of));
        }
    }
    faults
}

/// What is compared of a unit.
struct Line {
    unit: usize,
    letters: String,
    /// The same behind those of its label.
    labelled: String,
    /// How many characters of marks may stand in it that are no figures.
    marks: usize,
    shown: String,
}

impl Line {
    /// Whether this, as read, says what `wanted` does.
    fn says(&self, wanted: &Self) -> bool {
        let more = self.letters.chars().count().saturating_sub(wanted.letters.chars().count());
        // A label may have been read as text on either side.
        let theirs = [&wanted.letters, &wanted.labelled];
        theirs.contains(&&self.letters) || theirs.contains(&&self.labelled) || wanted.marks > 0 && more <= wanted.marks
    }
}

/// Every unit that says something, the notes that are called behind all others.
fn lines(document: &Document) -> Vec<Line> {
    let called = first_calls(document);
    let (mut notes, others): (Vec<&Unit>, Vec<&Unit>) = document.units.iter().partition(|unit| called.contains_key(&unit.index));
    notes.sort_by_key(|unit| called.get(&unit.index));
    let line = |unit: &Unit| {
        let kept = |c: &char| c.is_alphanumeric() && !"⁰¹²³⁴⁵⁶⁷⁸⁹".contains(*c);
        let odd = unit.footnotes.iter().filter(|footnote| !footnote.mark.bytes().all(|b| b.is_ascii_digit()));
        let letters: String = visible(&unit.text).chars().filter(kept).collect();
        let label: String = unit.label.iter().flat_map(|label| label.chars()).filter(kept).collect();
        Line {
            unit: unit.index,
            labelled: label + &letters,
            letters,
            marks: odd.map(|footnote| footnote.mark.chars().count()).sum(),
            shown: unit.text.chars().take(60).collect(),
        }
    };
    others.into_iter().chain(notes).map(line).filter(|line| !line.letters.is_empty()).collect()
}
