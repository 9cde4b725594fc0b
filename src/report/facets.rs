//! What a reader may want to see alone: changes of substance, figures and dates, verbs, moves, insertions, deletions.

use super::phrases::{Phrases, fill};
use super::row::{BadgeKind, Entry, Piece, Row, Standing};

/// What a changed paragraph can be looked up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Facet {
    /// Words, figures, brackets or notes differ.
    Substantive,
    /// Words of a paragraph that both texts have differ.
    Reworded,
    /// A figure or a date differs.
    Figures,
    /// The operative verb differs.
    Verbs,
    /// Stands elsewhere.
    Moved,
    /// Only in the new text.
    Inserted,
    /// Only in the old text.
    Deleted,
}

/// One choice of what is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Filter {
    /// None for all.
    pub facet: Option<Facet>,
    /// "Counts and dates (7)".
    pub text: String,
}

const FACETS: [Facet; 7] =
    [Facet::Substantive, Facet::Reworded, Facet::Figures, Facet::Verbs, Facet::Moved, Facet::Inserted, Facet::Deleted];

impl Entry {
    /// What the paragraph can be looked up by; nothing when it did not change.
    pub fn facets(&self) -> Vec<Facet> {
        FACETS.into_iter().filter(|&facet| self.has(facet)).collect()
    }

    fn has(&self, facet: Facet) -> bool {
        let badge = |kind: BadgeKind| self.badges.iter().any(|badge| badge.kind == kind);
        match facet {
            Facet::Substantive => {
                let is_worded = |standing: Standing| standing >= Standing::Edited;
                is_worded(self.standing) || badge(BadgeKind::Footnotes) || self.notes.iter().any(|note| is_worded(note.standing))
            }
            Facet::Reworded => self.standing == Standing::Edited,
            Facet::Figures => {
                let pieces = self.pieces.iter().chain(self.notes.iter().flat_map(|note| &note.pieces));
                pieces.into_iter().any(|piece| matches!(piece, Piece::Text { signal, .. } if signal.is_figure))
            }
            Facet::Verbs => badge(BadgeKind::Verb),
            Facet::Moved => badge(BadgeKind::Moved) || badge(BadgeKind::Passage),
            Facet::Inserted => self.standing == Standing::Inserted,
            Facet::Deleted => self.standing == Standing::Deleted,
        }
    }
}

/// All, and each choice that would show anything; nothing where nothing changed.
pub(super) fn filters(rows: &[Row], phrases: &Phrases) -> Vec<Filter> {
    let changed: Vec<&Entry> = rows
        .iter()
        .filter_map(|row| if let Row::Entry(entry) = row { Some(entry) } else { None })
        .filter(|e| e.is_changed())
        .collect();
    if changed.is_empty() {
        return vec![];
    }
    let words = &phrases.tools;
    let all = Filter { facet: None, text: fill(words.all, &[&changed.len().to_string()]) };
    let others = FACETS.into_iter().filter_map(|facet| {
        let count = changed.iter().filter(|entry| entry.has(facet)).count();
        let template = match facet {
            Facet::Substantive => words.substantive,
            Facet::Reworded => words.reworded,
            Facet::Figures => words.figures,
            Facet::Verbs => words.verbs,
            Facet::Moved => words.moved,
            Facet::Inserted => words.inserted,
            Facet::Deleted => words.deleted,
        };
        (count > 0).then(|| Filter { facet: Some(facet), text: fill(template, &[&count.to_string()]) })
    });
    std::iter::once(all).chain(others).collect()
}
