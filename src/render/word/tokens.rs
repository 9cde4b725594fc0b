//! Where each thing that a unit says stands among the atoms of its paragraph.
//!
//! ```text
//! unit        label "12."   text "Urges States to"   mark 4 after "States"
//! atoms       1 2 . ⇥ U r g e s ␣ S t a t e s [ref] ␣ t o
//! here        label 0..3, after it 3..4, characters 4…, mark 15..16
//! ```
//!
//! The text of a unit is what its paragraph says, less its label and its marks, with runs of spaces as one. It is found from its end, so
//! that a label in front can be anything. A label without atoms is counted by Word itself.

use std::ops::Range;

use super::paragraph::{Paragraph, Span, Stuff};
use crate::structure::{Footnote, Kind, Unit};

/// A character that a paragraph says, and its atoms.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) character: char,
    pub(super) atoms: Range<usize>,
}

/// The places of a unit in its paragraph, in atoms.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// The label itself; empty when Word counts it or when there is none.
    pub(super) label: Range<usize>,
    /// What sets it apart from the text.
    pub(super) gap: Range<usize>,
    /// Each character of the text.
    pub(super) characters: Vec<Span>,
    /// Each mark: a reference, or characters.
    pub(super) marks: Vec<Range<usize>>,
}

/// All characters of `paragraph`.
pub(super) fn all_said(paragraph: &Paragraph) -> Vec<Said> {
    let of = |(at, atom): (usize, &super::paragraph::Atom)| {
        atom.what.character().map(|character| Said { character, atoms: at..at + 1 })
    };
    paragraph.atoms.iter().enumerate().filter_map(of).collect()
}

/// The places of `unit` in `paragraph`, which says `said`; None where that is not what the unit says.
pub(super) fn places(unit: &Unit, paragraph: &Paragraph, said: &[Said]) -> Option<Places> {
    let mut characters = vec![];
    let mut before = said.len();
    for character in unit.text.chars().rev() {
        before = said[..before].iter().rposition(|said| reads_as(said.character, character))?;
        characters.push(Span::from(said[before].atoms.clone()));
    }
    characters.reverse();
    let end = paragraph.atoms.len();
    let first = characters.first().map_or(end, |span| span.range().start);
    let (label, gap) = label(unit, &said[..before]).unwrap_or((first..first, first..first));
    let marks = marks(unit, paragraph, &characters)?;
    Some(Places { label, gap, characters, marks })
}

fn reads_as(said: char, character: char) -> bool {
    said == character || said.is_whitespace() && character.is_whitespace()
}

/// The label, in `said` before the text, and the gap after it.
fn label(unit: &Unit, said: &[Said]) -> Option<(Range<usize>, Range<usize>)> {
    let printed: Vec<char> = unit.label.as_deref().filter(|_| unit.kind != Kind::Note)?.chars().collect();
    let fits = |at: &usize| {
        let here = said.get(*at..at + printed.len());
        here.is_some_and(|here| here.iter().zip(&printed).all(|(said, &character)| reads_as(said.character, character)))
    };
    let start = (0..said.len()).find(fits)?;
    let end = start + printed.len();
    let label = said[start].atoms.start..said[end - 1].atoms.end;
    let gap = label.end..said.get(end..)?.last().map_or(label.end, |last| last.atoms.end);
    Some((label, gap))
}

/// The references in order; where they are fewer or more than the marks, what stands at the places of the marks.
fn marks(unit: &Unit, paragraph: &Paragraph, characters: &[Span]) -> Option<Vec<Range<usize>>> {
    let atoms = &paragraph.atoms;
    let references: Vec<usize> = (0..atoms.len()).filter(|&at| matches!(atoms[at].what, Stuff::Reference(_))).collect();
    if references.len() == unit.footnotes.len() {
        return Some(references.into_iter().map(|at| at..at + 1).collect());
    }
    let typed = |footnote: &Footnote| {
        let end = characters.get(footnote.at).map_or(atoms.len(), |after| after.range().start);
        let start = footnote.at.checked_sub(1).and_then(|before| characters.get(before)).map_or(0, |before| before.range().end);
        let mut between = (start..end).filter(|&at| !atoms[at].what.is_space());
        let first = between.next()?;
        Some(first..between.next_back().unwrap_or(first) + 1)
    };
    unit.footnotes.iter().map(typed).collect()
}
