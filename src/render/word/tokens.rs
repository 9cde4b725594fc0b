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

use super::atoms::{Atom, Span, Stuff, small};
use super::paragraph::Paragraph;
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
    pub(super) characters: Spans,
    /// Each mark: a reference, or characters.
    pub(super) marks: Vec<Range<usize>>,
}

/// The atoms of each of some characters. Most characters are an atom each, in order, so that a stretch of them takes the room of one.
#[derive(Debug, Clone, Default)]
pub(super) struct Spans {
    stretches: Vec<Stretch>,
    len: usize,
}

#[derive(Debug, Clone)]
struct Stretch {
    /// Its first character.
    at: u32,
    /// The atoms of that.
    first: Span,
    /// All its characters have these atoms; else each has the atom behind that of the one before.
    is_shared: bool,
}

impl Stretch {
    /// The atoms of the character `nth` of the stretch.
    fn get(&self, nth: usize) -> Range<usize> {
        let first = self.first.range();
        if self.is_shared { first } else { first.start + nth..first.start + nth + 1 }
    }
}

impl Spans {
    fn of(all: &[Span]) -> Self {
        let mut stretches: Vec<Stretch> = vec![];
        for (at, span) in all.iter().enumerate() {
            let goes_on = stretches.last().is_some_and(|last| last.get(at - last.at as usize) == span.range());
            if !goes_on {
                stretches.push(Stretch { at: small(at), first: *span, is_shared: span.range().len() != 1 });
            }
        }
        stretches.shrink_to_fit();
        Self { stretches, len: all.len() }
    }

    /// The atoms of character `at`.
    pub(super) fn get(&self, at: usize) -> Option<Range<usize>> {
        let next = self.stretches.partition_point(|stretch| stretch.at as usize <= at);
        let stretch = self.stretches[..next].last().filter(|_| at < self.len)?;
        Some(stretch.get(at - stretch.at as usize))
    }

    /// The atoms of each character.
    pub(super) fn iter(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let ends = self.stretches.iter().skip(1).map(|next| next.at as usize).chain([self.len]);
        self.stretches.iter().zip(ends).flat_map(|(stretch, end)| (0..end - stretch.at as usize).map(|nth| stretch.get(nth)))
    }
}

/// All characters of `paragraph`.
pub(super) fn all_said(paragraph: &Paragraph) -> Vec<Said> {
    let of = |(at, atom): (usize, Atom)| atom.what.character().map(|character| Said { character, atoms: at..at + 1 });
    paragraph.atoms.iter().enumerate().filter_map(of).collect()
}

/// The places of `unit` in `paragraph`, which says `said`, but for its first characters, of which `elsewhere` stand in another; None where
/// that is not what the unit says.
pub(super) fn places(unit: &Unit, paragraph: &Paragraph, said: &[Said], elsewhere: usize) -> Option<Places> {
    let mut characters: Vec<Span> = vec![];
    let mut before = said.len();
    let nowhere = |_| Span::from(0..0);
    for character in unit.text.chars().skip(elsewhere).collect::<Vec<_>>().into_iter().rev() {
        before = said[..before].iter().rposition(|said| reads_as(said.character, character))?;
        characters.push(Span::from(said[before].atoms.clone()));
    }
    characters.extend(unit.text.chars().take(elsewhere).map(nowhere));
    characters.reverse();
    let characters = Spans::of(&characters);
    let end = paragraph.atoms.len();
    let first = characters.get(elsewhere).map_or(end, |atoms| atoms.start);
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
fn marks(unit: &Unit, paragraph: &Paragraph, characters: &Spans) -> Option<Vec<Range<usize>>> {
    let atoms = &paragraph.atoms;
    let references: Vec<usize> = (0..atoms.len()).filter(|&at| matches!(atoms.what(at), Some(Stuff::Reference(_)))).collect();
    if references.len() == unit.footnotes.len() {
        return Some(references.into_iter().map(|at| at..at + 1).collect());
    }
    let typed = |footnote: &Footnote| {
        let end = characters.get(footnote.at).map_or(atoms.len(), |after| after.start);
        let start = footnote.at.checked_sub(1).and_then(|before| characters.get(before)).map_or(0, |before| before.end);
        let mut between = (start..end).filter(|&at| !atoms.what(at).is_some_and(Stuff::is_space));
        let first = between.next()?;
        Some(first..between.next_back().unwrap_or(first) + 1)
    };
    unit.footnotes.iter().map(typed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_has_the_atoms_that_it_was_given() {
        let given = [0..1, 1..2, 2..3, 5..6, 6..9, 6..9, 9..10, 9..10, 10..11, 0..0];
        let spans = Spans::of(&given.clone().map(Span::from));
        assert_eq!(spans.iter().collect::<Vec<_>>(), given);
        assert_eq!((0..given.len()).filter_map(|at| spans.get(at)).collect::<Vec<_>>(), given);
        assert!(spans.get(given.len()).is_none() && spans.stretches.len() == 6);
    }
}
