//! One row of the page on the terminal.

use super::paint::{Style, runs};
use super::wrap::Run;
use super::{Columns, Screen, sides};
use crate::render::visible::visible;
use crate::report::{Departure, Entry, NoteEntry, Role, Row, beside};
use crate::text::raised;

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

pub(super) fn heading_lead(level: usize) -> Run {
    Run::new(Style::Quiet, format!("{} ", "──".repeat(level.min(4))))
}

/// What the paragraph is called; nothing where it has no name.
pub(super) fn lead(entry: &Entry) -> Vec<Run> {
    if entry.label.is_empty() { vec![] } else { vec![Run::linked(Style::Strong, visible(&entry.label), &entry.anchor)] }
}

/// Its label as printed, before the text.
pub(super) fn printed(entry: &Entry) -> Option<Run> {
    entry.printed.as_ref().map(|label| Run::new(Style::Plain, format!("{} ", visible(label))))
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

/// " (was OP11) · moved from OP9".
pub(super) fn said(entry: &Entry) -> Vec<Run> {
    let mut said = String::new();
    if let Some(was) = &entry.was {
        said = visible(&beside(was)).into_owned();
    }
    for badge in &entry.badges {
        said.push_str(" · ");
        said.push_str(&visible(&badge.text));
        if let Some(pin) = &badge.pin {
            // One word, which no line breaks: it is copied from there.
            said.extend([" (", &visible(pin), ")"]);
        }
    }
    if said.is_empty() {
        return vec![];
    }
    let is_after = !entry.label.is_empty() || matches!(entry.role, Role::Heading(_));
    vec![Run::new(Style::Quiet, if is_after { said } else { said.trim_start_matches([' ', '·']).to_owned() })]
}

fn write_note(note: &NoteEntry, screen: &mut Screen) {
    let mut text = note_lead(note);
    text.extend(runs(&note.pieces, screen.options.colours));
    let indent = screen.label_columns + 2;
    screen.paragraph(&[], &text, indent);
}

/// "⁴ (inserted) ".
pub(super) fn note_lead(note: &NoteEntry) -> Vec<Run> {
    let mut lead = vec![Run::new(Style::Quiet, format!("{} ", raised(&visible(&note.mark))))];
    if let Some(badge) = &note.badge {
        lead.push(Run::new(Style::Quiet, format!("({}) ", visible(&badge.text))));
    }
    lead
}

fn write_departure(departure: &Departure, screen: &mut Screen) {
    let label = Run::new(Style::Strong, visible(&departure.label));
    let text = Run::linked(Style::Quiet, format!(" → {}", visible(&departure.text)), &departure.target);
    screen.paragraph(&[], &[label, text], 0);
}
