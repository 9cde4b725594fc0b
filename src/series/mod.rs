//! From redlines of neighbouring years to the life of each paragraph, and the year of each word.
//!
//! ```text
//! ASP/17        ASP/18        ASP/19        ASP/20
//! OP11 ──────── OP12 ──────── (dropped) ─── OP13        one lineage, reinstated in ASP/20
//! OP27 ──────── OP28 ──────── OP27 ──┬───── OP27        a split: the part with most of the words goes on,
//!                                    └───── OP28        the other begins here, "split" from the first
//! ```
//!
//! Neighbours are aligned and compared as two texts are (`years`). Each text is also aligned with the next but one (`checks`): what both
//! ways disagree about is said, and what only the longer way ties was absent for a year. What was absent longer is found among all
//! that was dropped before (`reinstated`). Then the links are followed forward, and the words with them (`provenance`):
//! docs/provenance.md says what counts as the same wording. Cost: linear in the number of texts.

mod checks;
mod lineages;
mod memory;
mod order;
mod origins;
mod pins;
mod place;
mod provenance;
mod reinstated;
mod step;
mod wording;
mod years;

pub use lineages::{Event, EventKind, Lineage};
pub use order::{Order, in_order};
pub use origins::Spell;
pub use pins::{SeriesOptions, SeriesPin, check_series_pins};
pub use place::Place;
pub use provenance::{Run, UnitProvenance};
pub use step::Step;
pub(crate) use years::{Settled, Years};

use crate::prepare::Corpus;
use crate::structure::{Document, Note};
use lineages::lineages;
use provenance::provenance;
use reinstated::reinstatements;

/// A resolution through the years. To be read: what is made of it later goes by the texts as they were when it was made.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Series {
    /// The texts, the earliest first.
    pub documents: Vec<Document>,
    /// The redline of each text and the next: one fewer than there are texts.
    pub steps: Vec<Step>,
    /// The life of every paragraph, in the order of the latest text, those that are gone after their last neighbour.
    pub lineages: Vec<Lineage>,
    /// For each text, the years of the words of each of its units.
    pub provenance: Vec<Vec<UnitProvenance>>,
    /// Doubts about the series.
    pub notes: Vec<Note>,
    /// The words of the texts.
    pub(crate) corpus: Corpus,
}

/// Follows every paragraph and every word through `documents`, the earliest first. Cannot fail: doubts are notes.
///
/// The result is the same whatever the number of threads.
pub fn series(documents: Vec<Document>, options: &SeriesOptions) -> Series {
    let mut years = Years::of(documents.iter().collect(), options);
    let settled = years.settled();
    let followed = years.followed(settled);
    Series { documents, ..followed }
}

impl Years<'_> {
    /// The series of these texts, but for the documents, which it is to own.
    pub(crate) fn followed(self, settled: Settled) -> Series {
        let Settled { steps, mut notes, far } = settled;
        let Self { documents, corpus, options, .. } = self;
        let returns = reinstatements(&documents, &steps, &far, options);
        let threads = lineages(&documents, &steps, &returns);
        notes.extend(pins::idle(&options.returns(&documents), &threads.of_unit, &documents));
        let provenance = provenance(&documents, &steps, &returns, &threads.of_unit);
        Series { documents: vec![], steps, lineages: threads.lineages, provenance, notes, corpus }
    }
}

/// The steps of a series alone: each text and the next, as [`series`] has them.
pub fn steps(documents: &[Document], options: &SeriesOptions) -> Vec<Step> {
    Years::of(documents.iter().collect(), options).settled().steps
}
