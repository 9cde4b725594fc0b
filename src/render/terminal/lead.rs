//! What stands before and beside the text of an entry: its label, its number as printed, what is said of it.

use super::paint::{Run, Style};
use crate::render::visible::visible;
use crate::report::{Entry, NoteEntry, Role, beside};
use crate::text::raised;

/// The rule before a heading.
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

/// "⁴ (inserted) ".
pub(super) fn note_lead(note: &NoteEntry) -> Vec<Run> {
    let mut lead = vec![Run::new(Style::Quiet, format!("{} ", raised(&visible(&note.mark))))];
    if let Some(badge) = &note.badge {
        lead.push(Run::new(Style::Quiet, format!("({}) ", visible(&badge.text))));
    }
    lead
}
