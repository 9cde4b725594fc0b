//! The file that changes are tracked on: its parts, and the paragraph of each old unit.

use super::paragraph::Paragraph;
use super::tokens::Said;
use crate::read::Package;

/// A file of the package.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The old text as a Word file.
#[derive(Debug)]
pub(super) struct Base<'a> {
    pub(super) parts: Vec<Part>,
    /// The name of the part of the text.
    pub(super) document: String,
    /// For each old unit, the part of its paragraph and where that begins; None where it has none of its own.
    pub(super) spots: Vec<Option<Spot>>,
    /// The file as it was given; None when it was made for the purpose.
    pub(super) given: Option<&'a Package>,
}

/// Where a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// Index of the part.
    pub(super) part: usize,
    /// Its first byte.
    pub(super) start: usize,
}

impl<'a> Base<'a> {
    /// The file in `package`.
    pub(super) fn given(package: &'a Package) -> Self {
        let parts = package.parts.iter().map(|part| Part { name: part.name.clone(), bytes: part.bytes.clone() }).collect();
        let spot = |n: usize| package.paragraphs.get(n).map(|p| Spot { part: p.part, start: p.element.start });
        let spots = (0..package.paragraphs.len()).map(spot).collect();
        let document = package.parts.get(package.document).map(|part| part.name.clone()).unwrap_or_default();
        Self { parts, document, spots, given: Some(package) }
    }

    /// How many characters of old unit `unit` stand in the paragraph before.
    pub(super) fn initial(&self, unit: usize) -> usize {
        self.given.and_then(|package| package.paragraphs.get(unit)).map_or(0, |paragraph| paragraph.initial)
    }

    /// What the paragraph of old unit `unit` says, in atoms of `paragraph`, as the reader took it; None where it was not read.
    pub(super) fn said(&self, unit: usize, paragraph: &Paragraph) -> Option<Vec<Said>> {
        let read = self.given?.paragraphs.get(unit)?;
        // Atoms stand in the order of their bytes.
        let before = |byte: usize| paragraph.atoms.before(byte);
        let said = read.said.iter().filter_map(|(_, character, place)| {
            let atoms = before(place.raw.start)..before(place.raw.end);
            (!atoms.is_empty()).then_some(Said { character, atoms })
        });
        Some(said.collect())
    }
}
