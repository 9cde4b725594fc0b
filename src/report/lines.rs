//! The changes one by one, for spreadsheets: where, what it was called, in which section, what happened, before, after, weight.
//!
//! ```text
//! OP12 | OP11 | Arrests | reworded | Urges fifteen States | Urges twelve States | substantive
//! ```
//!
//! A paragraph that only has another number is a line too, and so is a footnote that changed: nothing is hidden.

use super::left_out::LeftOutLine;
use super::phrases::{Phrases, TableWords};
use super::row::{BadgeKind, Entry, Ink, NoteEntry, Piece, Role, Row, Standing};
use crate::text::raised;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeLine {
    /// "OP12"; "former OP11" when it is no more; what else it is when it has no number.
    pub place: String,
    /// What it was called, when that was something else: "OP11".
    pub was: String,
    /// The headings above, outermost first.
    pub section: String,
    /// What happened: "reworded · moved from OP9".
    pub kind: String,
    /// The old text; empty when there was none.
    pub before: String,
    /// The new text; empty when there is none.
    pub after: String,
    /// "substantive", "editorial", or nothing when no word differs.
    pub weight: &'static str,
}

/// The changes of `rows`, in their order, folded ones too; then what was left out of the texts.
pub(super) fn lines(rows: &[Row], left_out: &[LeftOutLine], phrases: &Phrases) -> Vec<ChangeLine> {
    let mut lines = vec![];
    let mut headings: Vec<String> = vec![];
    for row in rows {
        let entries = match row {
            Row::Entry(entry) => std::slice::from_ref(entry),
            Row::Fold(fold) => &fold.entries,
            Row::Departure(_) => &[],
        };
        for entry in entries {
            if let Role::Heading(depth) = entry.role
                && entry.standing != Standing::Deleted
            {
                headings.truncate(depth.saturating_sub(1));
                headings.push(text(entry, Side::New));
            }
            let above = if matches!(entry.role, Role::Heading(_)) { headings.len().saturating_sub(1) } else { headings.len() };
            let section = headings[..above].join(" / ");
            let notes = entry.notes.iter().filter(|note| note.standing != Standing::Same);
            let notes: Vec<ChangeLine> = notes.map(|one| note(one, entry, &section, phrases)).collect();
            if entry.is_changed() || entry.was.is_some() {
                lines.push(line(entry, section, phrases));
            }
            lines.extend(notes);
        }
    }
    lines.extend(left_out.iter().map(|line| ChangeLine {
        place: line.place.clone(),
        was: String::new(),
        section: phrases.page.left_out.to_owned(),
        kind: line.kind.clone(),
        before: line.old.clone(),
        after: line.new.clone(),
        weight: "",
    }));
    lines
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Old,
    New,
}

fn line(entry: &Entry, section: String, phrases: &Phrases) -> ChangeLine {
    let words = &phrases.table;
    let mut kind: Vec<&str> = entry.badges.iter().map(|badge| badge.text.as_str()).collect();
    let says_so = entry.badges.iter().any(|b| matches!(b.kind, BadgeKind::Inserted | BadgeKind::Deleted | BadgeKind::Replaced));
    if entry.standing == Standing::Edited && !says_so {
        kind.insert(0, words.reworded);
    }
    if entry.was.is_some() {
        kind.push(words.renumbered);
    }
    let is_gone = entry.standing == Standing::Deleted;
    let was = match &entry.was {
        Some(was) => bare(was, phrases.badges.was),
        None if is_gone => bare(&entry.label, phrases.badges.former),
        None => "",
    };
    ChangeLine {
        place: place(entry, phrases),
        was: was.to_owned(),
        section,
        kind: kind.join(" · "),
        before: if entry.standing == Standing::Inserted { String::new() } else { text(entry, Side::Old) },
        after: if is_gone { String::new() } else { text(entry, Side::New) },
        weight: weight(entry.standing, words),
    }
}

fn note(note: &NoteEntry, entry: &Entry, section: &str, phrases: &Phrases) -> ChangeLine {
    let words = &phrases.table;
    ChangeLine {
        place: format!("{}, {}{}", place(entry, phrases), phrases.names.note, note.mark),
        was: String::new(),
        section: section.to_owned(),
        kind: note.badge.as_ref().map_or(words.reworded, |badge| badge.text.as_str()).to_owned(),
        before: if note.standing == Standing::Inserted { String::new() } else { side(&note.pieces, Side::Old) },
        after: if note.standing == Standing::Deleted { String::new() } else { side(&note.pieces, Side::New) },
        weight: weight(note.standing, words),
    }
}

fn weight(standing: Standing, words: &TableWords) -> &'static str {
    match standing {
        Standing::Same => "",
        Standing::Editorial => words.editorial,
        Standing::Edited | Standing::Inserted | Standing::Deleted => words.substantive,
    }
}

fn place(entry: &Entry, phrases: &Phrases) -> String {
    let names = &phrases.names;
    let name = match entry.role {
        Role::Front => names.front,
        Role::Enacting => names.enacting,
        Role::Closing => names.closing,
        Role::Heading(_) => names.heading.trim_end(),
        Role::Paragraph | Role::Part(_) | Role::Note => return entry.label.clone(),
    };
    name.to_owned()
}

/// What was filled into the hole of `template`.
fn bare<'a>(filled: &'a str, template: &str) -> &'a str {
    let (before, after) = (template.find('{').unwrap_or(0), template.rfind('}').map_or(template.len(), |at| at + 1));
    let start = filled.strip_prefix(&template[..before]).unwrap_or(filled);
    start.strip_suffix(&template[after..]).unwrap_or(start)
}

fn text(entry: &Entry, of: Side) -> String {
    let printed = entry.printed.as_ref().map(|printed| format!("{printed} ")).unwrap_or_default();
    printed + &side(&entry.pieces, of)
}

/// One side of the pieces, with its footnote marks raised.
fn side(pieces: &[Piece], of: Side) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text { ink, text: run, .. } if is_on(*ink, of) => text.push_str(run),
            Piece::Mark { ink, mark, .. } if is_on(*ink, of) => text.push_str(&raised(mark)),
            Piece::Border if of == Side::Old => text.push(' '),
            _ => {}
        }
    }
    text
}

fn is_on(ink: Ink, side: Side) -> bool {
    match ink {
        Ink::Plain => true,
        Ink::Inserted(_) => side == Side::New,
        Ink::Deleted(_) => side == Side::Old,
    }
}
