//! The list of changes: each changed paragraph by its section, with the words that changed most in it.
//!
//! ```text
//! I. Arrests
//!   OP12 (was OP11)  +1 −1   … cooperate with [-fifteen-]{+twelve+} States
//!   OP13             +9      Requests the Registrar to …
//! ```

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::contents::{cut, cut_to};
use super::digest::{inked, last_words, plain};
use super::label::beside;
use super::phrases::Phrases;
use super::row::{Entry, Ink, Piece, Role, Row, Standing, Stress};
use crate::text::word_count;

/// A line of the list of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeItem {
    /// Where it leads.
    pub anchor: String,
    /// "OP12 (was OP11)", or what else the entry is called.
    pub label: String,
    /// The outermost heading above it, and where that stands; None before the first.
    pub section: Option<Section>,
    /// How the paragraph as a whole changed.
    pub standing: Standing,
    /// What happened to it: "moved from OP9".
    pub what: Vec<String>,
    /// Words that came, with those of its notes; editorial changes have none, nor have words that moved.
    pub words_inserted: usize,
    /// Words that went, with those of its notes; editorial changes have none, nor have words that moved.
    pub words_deleted: usize,
    /// The words that changed most, with some before them; how a paragraph begins that came, went, or only moved.
    pub preview: Vec<Piece>,
    /// Its place among the points of the digest; None where it has none.
    pub rank: Option<usize>,
}

/// A section of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Where it leads.
    pub anchor: String,
}

/// Characters of what went, and of what came, in a preview.
const SHOWN: usize = 40;

/// Words before them.
const BEFORE: usize = 3;

/// The list of changes, in the order of the page; the lines of the front matter are one change. `ranked` has the anchors of the points of the
/// digest, in their order.
pub(super) fn changes(rows: &[Row], ranked: &[&str], phrases: &Phrases) -> Vec<ChangeItem> {
    let mut changes: Vec<ChangeItem> = vec![];
    // Of several points of one paragraph the first ranks it.
    let ranks: FxHashMap<&str, usize> = ranked.iter().enumerate().rev().map(|(rank, anchor)| (*anchor, rank)).collect();
    let mut is_front = false;
    let mut section = None;
    for row in rows {
        let entries = match row {
            Row::Entry(entry) => std::slice::from_ref(entry),
            Row::Fold(fold) => &fold.entries,
            Row::Departure(_) => continue,
        };
        for entry in entries {
            if entry.role == Role::Heading(1) && entry.standing != Standing::Deleted {
                section = Some(Section { heading: heading(entry), anchor: entry.anchor.clone() });
            }
            if matches!(row, Row::Fold(_)) || !entry.is_changed() {
                continue;
            }
            let rank = ranks.get(entry.anchor.as_str()).copied();
            let item = ChangeItem { section: section.clone(), rank, ..change(entry, phrases) };
            match changes.last_mut().filter(|_| is_front && entry.role == Role::Front) {
                // Symbol, session and agenda item change every year: one line of the list is enough.
                Some(front) => {
                    front.standing = Standing::Edited;
                    front.what.clear();
                    front.words_inserted += item.words_inserted;
                    front.words_deleted += item.words_deleted;
                }
                None => changes.push(item),
            }
            is_front = entry.role == Role::Front;
        }
    }
    changes
}

fn change(entry: &Entry, phrases: &Phrases) -> ChangeItem {
    let (mut words_inserted, mut words_deleted) = (0, 0);
    for piece in entry.pieces.iter().chain(entry.notes.iter().flat_map(|note| &note.pieces)) {
        match piece {
            Piece::Text { ink: Ink::Inserted(Stress::Full), text, .. } => words_inserted += word_count(text),
            Piece::Text { ink: Ink::Deleted(Stress::Full), text, .. } => words_deleted += word_count(text),
            _ => {}
        }
    }
    ChangeItem {
        anchor: entry.anchor.clone(),
        label: full_label(entry, phrases),
        section: None,
        standing: entry.standing,
        what: entry.badges.iter().map(|badge| badge.text.clone()).collect(),
        words_inserted,
        words_deleted,
        preview: preview(entry),
        rank: None,
    }
}

/// "OP12 (was OP11)"; for what has no number, what it is.
fn full_label(entry: &Entry, phrases: &Phrases) -> String {
    let names = &phrases.names;
    let label = match entry.role {
        _ if !entry.label.is_empty() => entry.label.as_str(),
        Role::Front => names.front,
        Role::Enacting => names.enacting,
        Role::Closing => names.closing,
        Role::Heading(_) | Role::Paragraph | Role::Part(_) | Role::Note => names.heading.trim_end(),
    };
    match &entry.was {
        Some(was) => label.to_owned() + &beside(was),
        None => label.to_owned(),
    }
}

/// A heading as it reads now, with its number.
fn heading(entry: &Entry) -> String {
    let printed = entry.printed.as_ref().map(|printed| format!("{printed} ")).unwrap_or_default();
    printed + &now(&entry.pieces)
}

/// The text as it reads now.
fn now(pieces: &[Piece]) -> String {
    let stays = pieces.iter().filter(|piece| matches!(piece, Piece::Text { ink: Ink::Plain | Ink::Inserted(_), .. }));
    stays.map(Piece::text).collect()
}

/// What a line of the list shows of a paragraph.
fn preview(entry: &Entry) -> Vec<Piece> {
    let whole = |ink: Ink| {
        let text: String = entry.pieces.iter().filter(|piece| matches!(piece, Piece::Text { .. })).map(Piece::text).collect();
        vec![inked(ink, &cut(&text))]
    };
    match entry.standing {
        Standing::Inserted => whole(Ink::Inserted(Stress::Full)),
        Standing::Deleted => whole(Ink::Deleted(Stress::Full)),
        Standing::Same | Standing::Editorial | Standing::Edited => {
            heaviest(&entry.pieces).unwrap_or_else(|| vec![plain(cut(&now(&entry.pieces)))])
        }
    }
}

/// The deletion and the insertion behind it that have the most words, the first of several, with some words before them.
fn heaviest(pieces: &[Piece]) -> Option<Vec<Piece>> {
    let is_full =
        |piece: &Piece| matches!(piece, Piece::Text { ink: Ink::Inserted(Stress::Full) | Ink::Deleted(Stress::Full), .. });
    let mut at = 0;
    let changes = pieces.chunk_by(|before, piece| is_full(before) == is_full(piece)).filter_map(|run| {
        let start = at;
        at += run.len();
        is_full(&run[0]).then_some((start, run))
    });
    let words = |run: &[Piece]| run.iter().map(|piece| word_count(piece.text())).sum::<usize>();
    let (start, run) = changes.min_by_key(|(_, run)| Reverse(words(run)))?;
    let shown = run.iter().filter_map(|piece| match piece {
        Piece::Text { ink, text, .. } => Some(inked(*ink, &cut_to(text, SHOWN))),
        _ => None,
    });
    let before = plain(last_words(&now(&pieces[..start]), BEFORE));
    Some(std::iter::once(before).filter(|before| !before.text().is_empty()).chain(shown).collect())
}
