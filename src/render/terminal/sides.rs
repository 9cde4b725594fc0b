//! The redline in two columns, old and new, for terminals that are wide enough.
//!
//! ```text
//! OP12 (was OP11) · moved from OP9
//! Urges [-fifteen-] States Parties    │ Urges {+twelve+} States Parties
//! to cooperate;                       │ to cooperate;
//! ```
//!
//! Each column is wrapped alone; label and remarks stand above both.

use unicode_width::UnicodeWidthStr;

use super::Screen;
use super::lead::{heading_lead, lead, note_lead, printed, said};
use super::paint::{Run, Style, runs};
use super::wrap::wrap;
use crate::render::visible::visible;
use crate::report::{Entry, Ink, Piece, Report, Role, Stress};

/// What stands between the columns.
const RULE: &str = " │ ";

/// Which texts stand in which column.
pub(super) fn heads(report: &Report, screen: &mut Screen) {
    let head = |party: &crate::report::Party| vec![Run::new(Style::Strong, visible(party.short()))];
    screen.blank();
    columns(&head(&report.title.old), &head(&report.title.new), screen);
}

/// Writes `entry` in two columns.
pub(super) fn write_entry(entry: &Entry, screen: &mut Screen) {
    let mut above = match entry.role {
        Role::Heading(level) => vec![heading_lead(level)],
        _ => vec![],
    };
    above.extend(lead(entry));
    above.extend(said(entry));
    if !above.is_empty() {
        screen.paragraph(&[], &above, 0);
    }
    let [mut old, mut new] = both(&entry.pieces, screen);
    if !old.is_empty() {
        old.splice(0..0, printed(entry));
    }
    if !new.is_empty() {
        new.splice(0..0, printed(entry));
    }
    columns(&old, &new, screen);
    for note in &entry.notes {
        let sides = both(&note.pieces, screen).map(|side| if side.is_empty() { side } else { [note_lead(note), side].concat() });
        columns(&sides[0], &sides[1], screen);
    }
}

/// The pieces of the old text and those of the new one.
fn both(pieces: &[Piece], screen: &Screen) -> [Vec<Run>; 2] {
    let old: Vec<Piece> = pieces.iter().filter_map(old_piece).collect();
    let new: Vec<Piece> = pieces.iter().filter(|piece| is_new(piece)).cloned().collect();
    [old, new].map(|side| runs(&side, screen.options.colours))
}

fn old_piece(piece: &Piece) -> Option<Piece> {
    let mut piece = piece.clone();
    match &mut piece {
        Piece::Text { ink, .. } | Piece::Mark { ink, .. } => match ink {
            Ink::Inserted(_) => return None,
            // In a column of its own the old text is shown as it was.
            Ink::Deleted(Stress::Faint | Stress::Silent) => *ink = Ink::Plain,
            Ink::Plain | Ink::Deleted(_) => {}
        },
        Piece::Border => {}
    }
    Some(piece)
}

fn is_new(piece: &Piece) -> bool {
    match piece {
        Piece::Text { ink, .. } | Piece::Mark { ink, .. } => !matches!(ink, Ink::Deleted(_)),
        Piece::Border => false,
    }
}

fn columns(old: &[Run], new: &[Run], screen: &mut Screen) {
    let width = screen.options.width.saturating_sub(RULE.width()) / 2;
    let (old, new) = (wrap(old, width), wrap(new, width));
    let none = vec![];
    let lines: Vec<Vec<Run>> = (0..old.len().max(new.len()))
        .map(|at| {
            let mut line = old.get(at).unwrap_or(&none).clone();
            let used: usize = line.iter().map(|run| run.text.width()).sum();
            let rule = if new.get(at).is_some() { RULE } else { RULE.trim_end() };
            line.push(Run::new(Style::Quiet, " ".repeat(width.saturating_sub(used)) + rule));
            line.extend(new.get(at).cloned().unwrap_or_default());
            line
        })
        .collect();
    screen.lines(&lines, 0);
}
