//! Footnotes that come in: their references, and their texts.
//!
//! ```text
//! word/document.xml    Urges States<w:ins><w:r><w:footnoteReference w:id="9"/></w:r></w:ins>
//! word/footnotes.xml   <w:footnote w:id="9"><w:p>…<w:ins><w:r><w:footnoteRef/></w:r><w:r><w:t> See …
//! ```
//!
//! A note that several marks call has one reference, at the first of them; the others are typed figures, and so is a mark whose note is
//! not printed.

use std::collections::BTreeMap;

use super::hand::Hand;
use super::tracker::{Mark, Tracker};
use super::xml::{Names, escaped};
use crate::structure::{Document, Kind};
use crate::work::step;

/// How notes look in the base.
#[derive(Debug, Clone, Default)]
pub(super) struct NoteStyle {
    /// `w:rPr` of a reference in the text.
    pub(super) reference: String,
    /// `w:pPr` of a note.
    pub(super) paragraph: String,
    /// `w:rPr` of the number before a note.
    pub(super) number: String,
}

/// The calls of new notes, as they are written.
pub(super) struct Calls<'a> {
    new: &'a Document,
    style: NoteStyle,
    /// For each new note, the mark that is its reference: unit and mark.
    first: BTreeMap<usize, (usize, usize)>,
    next_id: u32,
    /// The notes that came in: id and new unit.
    pub(super) added: Vec<(u32, usize)>,
}

impl<'a> Calls<'a> {
    /// Ids count from `next_id`.
    pub(super) fn new(new: &'a Document, style: NoteStyle, next_id: u32) -> Self {
        Self { new, style, first: first_calls(new), next_id, added: vec![] }
    }

    /// The run of mark `nth` of new unit `unit`, in text that looks like `style`.
    pub(super) fn call(&mut self, hand: Hand<'_>, unit: usize, nth: usize, style: &str) -> String {
        let footnote = &self.new.units[unit].footnotes[nth];
        let note = footnote.note.filter(|note| self.first.get(note) == Some(&(unit, nth)));
        let Some(note) = note else { return typed(hand.names, &footnote.mark, style) };
        let id = self.next_id;
        self.next_id += 1;
        self.added.push((id, note));
        let reference = hand.names.empty("footnoteReference", &hand.names.attribute("id", &id.to_string()));
        hand.names.element("r", "", &(self.style.reference.clone() + &reference))
    }

    /// The texts of the notes that came in, for the footnotes part.
    pub(super) fn texts(&self, names: &Names, tracker: &mut Tracker) -> String {
        let hand = Hand { source: "", names };
        let of = |&(id, note): &(u32, usize)| {
            let number = names.element("r", "", &(self.style.number.clone() + &names.empty("footnoteRef", "")));
            let text = hand.run("", &format!(" {}", self.new.units[note].text));
            let runs = tracker.wrap(names, Mark::Inserted, &(number + &text));
            let paragraph = names.element("p", "", &(self.style.paragraph.clone() + &runs));
            names.element("footnote", &names.attribute("id", &id.to_string()), &paragraph)
        };
        self.added.iter().map(of).collect()
    }
}

/// A mark as a raised figure.
pub(super) fn typed(names: &Names, mark: &str, style: &str) -> String {
    let raised = names.value("vertAlign", "superscript");
    // Where the text has properties of its own, those go first and this one to its place near the end.
    let properties = match style.strip_suffix(&format!("</{}>", names.tag("rPr"))) {
        Some(open) if !style.contains(&names.tag("vertAlign")) && !has_later(open, names) => {
            format!("{open}{raised}</{}>", names.tag("rPr"))
        }
        _ => names.element("rPr", "", &raised),
    };
    let text = names.element("t", " xml:space=\"preserve\"", &escaped(mark));
    names.element("r", "", &(properties + &text))
}

/// Whether `w:rPr` has elements that the schema wants behind `w:vertAlign`.
fn has_later(properties: &str, names: &Names) -> bool {
    const LATER: [&str; 8] = ["rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"];
    LATER.iter().any(|name| properties.contains(&format!("<{}", names.tag(name))))
}

/// For each note that is called, the first mark that calls it: unit and mark.
pub(super) fn first_calls(document: &Document) -> BTreeMap<usize, (usize, usize)> {
    let mut first = BTreeMap::new();
    step(document.units.len());
    for unit in document.units.iter().filter(|unit| unit.kind != Kind::Note) {
        for (nth, footnote) in unit.footnotes.iter().enumerate() {
            let note = footnote.note.filter(|&note| document.units.get(note).is_some_and(|unit| unit.kind == Kind::Note));
            if let Some(note) = note {
                first.entry(note).or_insert((unit.index, nth));
            }
        }
    }
    first
}
