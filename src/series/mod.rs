//! From redlines of neighbouring years to the life of each paragraph, and the year of each word.
//!
//! ```text
//! ASP/17        ASP/18        ASP/19        ASP/20
//! OP11 ──────── OP12 ──────── (dropped) ─── OP13        one lineage, reinstated in ASP/20
//! OP27 ──────── OP28 ──────── OP27 ──┬───── OP27        a split: the part with most of the words goes on,
//!                                    └───── OP28        the other begins here, "split" from the first
//! ```
//!
//! Neighbours are aligned and compared as two texts are. Each text is also aligned with the next but one (`checks`): what both
//! ways disagree about is said, and what only the longer way ties was absent for a year. What was absent longer is found among all
//! that was dropped before (`reinstated`). Then the links are followed forward, and the words with them (`provenance`):
//! docs/provenance.md says what counts as the same wording. Cost: linear in the number of texts.

mod checks;
mod lineages;
mod memory;
mod order;
mod pins;
mod provenance;
mod reinstated;
mod wording;

pub use lineages::{Event, EventKind, Lineage, Place};
pub use order::{Order, in_order};
pub use pins::{SeriesOptions, SeriesPin, check_series_pins};
pub use provenance::{Run, Spell, UnitProvenance};

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use crate::align::{AlignOptions, Alignment, align};
use crate::compare::{Change, Comparison, compare};
use crate::structure::{Document, Note};
use lineages::lineages;
use provenance::provenance;
use reinstated::reinstatements;

/// A resolution through the years.
#[derive(Debug, Clone)]
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
}

/// What changed from one text to the next.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Step {
    /// The index of the earlier text.
    pub old: usize,
    /// The index of the later text.
    pub new: usize,
    /// As in a redline of the two.
    pub links: Vec<Change>,
}

/// Follows every paragraph and every word through `documents`, the earliest first. Cannot fail: doubts are notes.
///
/// The result is the same whatever the number of threads.
pub fn series(documents: Vec<Document>, options: &SeriesOptions) -> Series {
    let far: Vec<Alignment> = pairs(&documents, 2).map(|[old, new]| align(old, new, &AlignOptions::default())).collect();
    let compared: Vec<Comparison> = pairs(&documents, 1)
        .enumerate()
        .map(|(at, [old, new])| compare(old, new, align(old, new, &options.of_step(at))))
        .collect();
    let mut notes = vec![];
    let mut steps = Vec::with_capacity(compared.len());
    for (old, comparison) in compared.into_iter().enumerate() {
        notes.extend(comparison.notes.into_iter().map(|note| between(note, &documents[old], &documents[old + 1])));
        steps.push(Step { old, new: old + 1, links: comparison.changes });
    }
    notes.extend(checks::settle(&documents, &mut steps, &far, options));
    let returns = reinstatements(&documents, &steps, &far, options);
    let threads = lineages(&documents, &steps, &returns);
    notes.extend(pins::idle(&options.returns(&documents), &threads.of_unit, &documents));
    let provenance = provenance(&documents, &steps, &returns, &threads.of_unit);
    Series { documents, steps, lineages: threads.lineages, provenance, notes }
}

/// Each text with the one `apart` places after it, in parallel.
fn pairs(documents: &[Document], apart: usize) -> impl IndexedParallelIterator<Item = [&Document; 2]> {
    (0..documents.len().saturating_sub(apart)).into_par_iter().map(move |at| [&documents[at], &documents[at + apart]])
}

/// The same note, with the pair that it is about: before all else in its parts.
fn between(note: Note, old: &Document, new: &Document) -> Note {
    let message = format!("{} to {}: {}", old.label, new.label, note.message);
    let parts = [&old.label, &new.label].into_iter().cloned().chain(note.parts).collect();
    Note { message, parts, ..note }
}
