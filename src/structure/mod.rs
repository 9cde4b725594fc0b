//! From blocks to a document: what each paragraph is, its number, its section, its footnotes.

mod build;
mod classify;
mod document;
mod drafts;
mod front;
mod marks;
mod text;

pub use crate::read::Note;
pub use document::{Adoption, Document, Footnote, Kind, Unit};
pub(crate) use drafts::{names_alternative, says_agreed};
pub use text::{Called, document_of};

use crate::read::{Layout, Source};

/// The document in `source`. Cannot fail: what cannot be placed is kept where it stood, with a note.
pub fn structure(source: Source) -> Document {
    let literal = source.layout == Layout::Blocks;
    let build::Built { mut units, style, mut notes } = build::units(&source.blocks, source.language, literal);
    marks::take_over(&mut units, &source.blocks);
    if !literal && style == classify::Style::Resolution {
        marks::find_and_lift(&mut units, &source.blocks, source.language, &mut notes);
    }
    if units.iter().any(|unit| !unit.footnotes.is_empty()) || style == classify::Style::Resolution {
        marks::tie(&mut units, &source.blocks, &mut notes);
    }
    let front = front::front(&units, source.language);
    Document {
        label: front.short.unwrap_or_else(|| source.name.clone()),
        symbol: front.symbol,
        title: front.title,
        adopted: front.adopted,
        session: front.session,
        language: source.language,
        layout: source.layout,
        units,
        repairs: source.repairs,
        beside: source.beside,
        pages: source.pages,
        notes: source.notes.into_iter().chain(notes).collect(),
        package: source.package,
    }
}
