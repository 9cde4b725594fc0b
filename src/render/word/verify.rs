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

/// The links of `report` of which `bytes`, its Word file, does not say what it should; all of them where that cannot be told.
pub(super) fn faults(report: &Report, bytes: &[u8]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let all = || 0..report.redline.links.len();
    let sides = [(Revisions::Reject, &report.redline.old), (Revisions::Accept, &report.redline.new)];
    let has_earlier = report.redline.old.package.as_ref().is_some_and(|package| package.kept > 0);
    for (side, (revisions, wanted)) in sides.into_iter().enumerate() {
        // Rejecting all gives what was before the changes that the old file had.
        if has_earlier && revisions == Revisions::Reject {
            continue;
        }
        let mut options = ReadOptions::default();
        (options.revisions, options.language) = (revisions, Some(wanted.language));
        let read = match read(&wanted.label, bytes, &options) {
            Ok(source) => structure(source),
            // What is too much to be read is too much to be checked.
            Err(error) if error.kind() == ErrorKind::TooLarge => continue,
            Err(_) => {
                found.extend(all());
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
        let mut concerned = BTreeSet::new();
        let last = (theirs.len() - end).max(start + 1).min(theirs.len());
        for line in &theirs[start..last] {
            let has = |units: &[usize]| units.contains(&line.unit);
            let of = |change: &crate::compare::Change| has(if side == 0 { &change.link.old } else { &change.link.new });
            concerned.extend(report.redline.links.iter().position(of));
        }
        if concerned.is_empty() {
            concerned.extend(all());
        }
        found.extend(concerned);
    }
    found
}

/// What is compared of a unit.
struct Line {
    unit: usize,
    letters: String,
    /// The same behind those of its label.
    labelled: String,
    /// How many characters of marks may stand in it that are no figures.
    marks: usize,
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
        }
    };
    others.into_iter().chain(notes).map(line).filter(|line| !line.letters.is_empty()).collect()
}
