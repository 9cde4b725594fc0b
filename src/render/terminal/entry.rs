//! One row of the page on the terminal.

use super::lead::{heading_lead, lead, note_lead, printed, said};
use super::paint::{Run, Style, runs};
use super::{Columns, Screen, sides};
use crate::render::visible::visible;
use crate::report::{Departure, Entry, NoteEntry, Role, Row};

/// Writes `row`.
pub(super) fn row(row: &Row, screen: &mut Screen) {
    match row {
        Row::Entry(entry) if screen.options.columns == Columns::Two => sides::write_entry(entry, screen),
        Row::Entry(entry) => write_entry(entry, screen),
        Row::Departure(departure) => write_departure(departure, screen),
        Row::Fold(fold) => {
            let indent = screen.label_columns;
            screen.paragraph(&[Run::new(Style::Quiet, " ·")], &[Run::new(Style::Quiet, visible(&fold.line))], indent);
        }
    }
}

fn write_entry(entry: &Entry, screen: &mut Screen) {
    let text = text(entry, screen);
    match entry.role {
        Role::Heading(level) => {
            let mut heading = vec![heading_lead(level)];
            heading.extend(text);
            heading.extend(said(entry));
            screen.paragraph(&[], &heading, 0);
        }
        Role::Front | Role::Enacting | Role::Closing | Role::Paragraph | Role::Part(_) | Role::Note => {
            let mut lead = lead(entry);
            let said = said(entry);
            let indent = screen.label_columns;
            if said.is_empty() {
                screen.paragraph(&lead, &text, indent);
            } else {
                lead.extend(said);
                screen.paragraph(&[], &lead, 0);
                screen.paragraph(&[], &text, indent);
            }
        }
    }
    for note in &entry.notes {
        write_note(note, screen);
    }
}

/// The text with its printed label; a heading that did not change stands out.
fn text(entry: &Entry, screen: &Screen) -> Vec<Run> {
    let mut text: Vec<Run> = printed(entry).into_iter().collect();
    text.extend(runs(&entry.pieces, screen.options.colours));
    if matches!(entry.role, Role::Heading(_)) && !entry.is_changed() {
        for run in &mut text {
            run.style = Style::Strong;
        }
    }
    text
}

fn write_note(note: &NoteEntry, screen: &mut Screen) {
    let mut text = note_lead(note);
    text.extend(runs(&note.pieces, screen.options.colours));
    let indent = screen.label_columns + 2;
    screen.paragraph(&[], &text, indent);
}

fn write_departure(departure: &Departure, screen: &mut Screen) {
    let label = Run::new(Style::Strong, visible(&departure.label));
    let text = Run::linked(Style::Quiet, format!(" → {}", visible(&departure.text)), &departure.target);
    screen.paragraph(&[], &[label, text], 0);
}
