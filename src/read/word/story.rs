//! The paragraphs of a part, in the order of reading: text, tables cell by cell, boxes after the paragraph that holds them.

use std::collections::{HashMap, HashSet};

use super::numbering::{Counted, Counter, Lists, Suffix};
use super::numbers::{Called, NoteKind, NoteNumbers};
use super::package::{LabelSource, Paragraph};
use super::runs::{Fields, Taken, Taking, branch};
use super::settle::is_kept_as_gone;
use super::styles::{Face, ListProperties, Styles, is_above_text};
use super::tidy::{Tidied, tidy};
use super::xml::{Element, any_name, attribute, child, content, elements, name, number, switch};
use crate::read::cells::Names;
use crate::read::line::single_spaces;
use crate::read::{Block, Cell, Repair, Role, Why};

/// What has been read so far, of all parts.
pub(super) struct Story<'a> {
    pub(super) styles: &'a Styles,
    pub(super) counter: Counter<'a>,
    pub(super) notes: NoteNumbers,
    pub(super) blocks: Vec<Block>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) repairs: Vec<Repair>,
    /// Paragraphs met, with and without text.
    pub(super) line: usize,
    /// The large first letter of the next paragraph, which stands in one of its own.
    initial: Option<String>,
    /// Bytes of text so far, with the labels that are counted; a note that is called again counts with all its XML.
    pub(super) held: u64,
    /// When it holds more, it reads no further.
    most: u64,
}

/// The part that is read.
pub(super) struct Part<'s> {
    index: usize,
    raw: &'s str,
    fields: Fields,
    /// What its paragraphs are.
    role: Role,
    /// The note that the next paragraph opens.
    note: Option<Called>,
    /// The table that is read, and what names the next cell of it that has words.
    table: Names,
    cell: Option<Cell>,
}

impl<'s> Part<'s> {
    /// The part of that index, not read yet.
    pub(super) fn new(index: usize, raw: &'s str, fields: Fields, role: Role) -> Self {
        Self { index, raw, fields, role, note: None, table: Names::default(), cell: None }
    }

    /// Takes what heads the columns or the row from the row `node`.
    #[inline(never)]
    fn begin_row(&mut self, node: Element<'_>) {
        let cells = elements(node).filter(|node| name(*node) == "tc");
        let is_head = child(node, "trPr").and_then(|pr| switch(pr, "tblHeader")) == Some(true);
        self.table.row(cells.map(|cell| (columns(cell), words(cell))), is_head);
    }
}

/// What stands before the words of a paragraph.
struct Head {
    /// As in the block's text, with the space after it.
    printed: String,
    /// Bytes of the label in it.
    counted: usize,
    source: LabelSource,
}

impl Head {
    fn of_list(counted: Option<Counted>) -> Self {
        let Some(Counted { label, suffix }) = counted else {
            return Self { printed: String::new(), counted: 0, source: LabelSource::Typed };
        };
        let space = if suffix == Suffix::Nothing { "" } else { " " };
        Self { printed: format!("{label}{space}"), counted: label.len(), source: LabelSource::Automatic(label) }
    }

    /// A mark that was typed stands before the note's text too, if it is to be seen there.
    fn of_note(note: Called, text: &str) -> Self {
        let label = note.printed;
        if note.is_counted {
            return Self { printed: format!("{label} "), counted: label.len(), source: LabelSource::Automatic(label) };
        }
        let counted = if text.starts_with(&label) { label.len() } else { 0 };
        Self { printed: String::new(), counted, source: LabelSource::Typed }
    }
}

impl<'a> Story<'a> {
    /// Nothing read yet.
    pub(super) fn new(styles: &'a Styles, lists: &'a Lists, notes: NoteNumbers, most: u64) -> Self {
        let counter = Counter::new(lists, styles, notes.language());
        Self {
            styles,
            counter,
            notes,
            blocks: vec![],
            paragraphs: vec![],
            repairs: vec![],
            line: 0,
            initial: None,
            held: 0,
            most,
        }
    }

    /// Reads the notes of `kind` that were called, in the order of their marks, from `root`, the notes' part.
    pub(super) fn read_notes(&mut self, kind: NoteKind, root: Element<'_>, mut part: Part<'_>) {
        let by_id: HashMap<&str, Element<'_>> = elements(root).filter_map(|node| Some((attribute(node, "id")?, node))).collect();
        let mut seen = HashSet::new();
        for called in self.notes.called(kind) {
            let note = by_id.get(called.id.as_str()).copied();
            let is_again = !seen.insert(called.id.clone());
            part.note = Some(called);
            if let Some(note) = note {
                self.held += if is_again { note.range().len() as u64 } else { 0 };
                self.read(note, &mut part);
            }
        }
    }

    /// Reads the paragraphs in `node`, something of `part`.
    pub(super) fn read(&mut self, node: Element<'_>, part: &mut Part<'_>) {
        for inner in elements(node) {
            if self.held > self.most {
                return;
            }
            match name(inner) {
                "p" | "tr" | "tbl" if is_kept_as_gone(inner) => {}
                "p" => self.paragraph(inner, part),
                "tc" => {
                    part.cell = if part.role == Role::Cell { part.table.cell(columns(inner)) } else { None };
                    self.read(inner, part);
                }
                "tbl" => self.table(inner, part),
                "body" | "tr" | "sdt" | "sdtContent" | "customXml" | "smartTag" => {
                    let is_row = name(inner) == "tr" && part.role == Role::Unknown && is_row_of_cells(inner);
                    if is_row {
                        part.begin_row(inner);
                    }
                    part.role = if is_row { Role::Cell } else { part.role };
                    self.read(inner, part);
                    part.role = if is_row { Role::Unknown } else { part.role };
                }
                "" if any_name(inner) == "AlternateContent" => {
                    if let Some(branch) = branch(inner) {
                        self.read(branch, part);
                    }
                }
                _ => {}
            }
        }
    }

    #[inline(never)] // As those of a row, its names are no part of the stack for every element.
    fn table(&mut self, node: Element<'_>, part: &mut Part<'_>) {
        let outer = std::mem::take(&mut part.table);
        self.read(node, part);
        part.table = outer;
    }

    fn paragraph(&mut self, node: Element<'_>, part: &mut Part<'_>) {
        self.line += 1;
        let properties = child(node, "pPr");
        let style = self.styles.named(properties, "pStyle");
        let face = self.styles.face(style);
        if properties.and_then(|pr| switch(pr, "pageBreakBefore")) == Some(true) {
            self.notes.end_page();
        }
        let (fields, notes) = (&mut part.fields, &mut self.notes);
        let taking = Taking { raw: part.raw, styles: self.styles, fields, notes, face, taken: Taken::default() };
        let Taken { runs, said, references, hidden, boxes } = taking.paragraph(node);
        if !hidden.trim().is_empty() {
            self.repairs.push(Repair { line: self.line, before: hidden, after: String::new(), why: Why::Hidden });
        }
        let mark = properties.and_then(|pr| child(pr, "rPr")).map(Face::of).unwrap_or_default().or(face);
        let is_counted = mark.hidden != Some(true) || !said.text().is_empty();
        let list = properties.map(ListProperties::of).unwrap_or_default();
        let counted = if is_counted { self.counter.count(&list, style) } else { None };
        let tidied = tidy(said, references, self.line);
        if is_initial(node, properties) && tidied.marks.is_empty() {
            tidied.said.text().clone_into(self.initial.get_or_insert_default());
            return;
        }
        if !tidied.said.text().is_empty() {
            let head = match part.note.take() {
                Some(called) => Head::of_note(called, tidied.said.text()),
                None => Head::of_list(counted),
            };
            let initial = self.initial.take().unwrap_or_default();
            let head = Head { printed: head.printed + &initial, ..head };
            let initial = initial.chars().count();
            let cell = if part.role == Role::Cell { part.cell.take() } else { None };
            let role = if part.role != Role::Note && self.is_heading(properties, style) { Role::Heading } else { part.role };
            let start = content(part.raw, node).start;
            self.push(head, (role, cell), tidied, |tidied, label| Paragraph {
                initial,
                part: part.index,
                element: node.range(),
                properties: properties.map_or(start..start, |pr| pr.range()),
                runs,
                said: tidied.said,
                marks: tidied.mark_places,
                label,
            });
        }
        for inner in boxes {
            self.read(inner, part);
        }
        if properties.is_some_and(|pr| child(pr, "sectPr").is_some()) {
            self.notes.end_section();
        }
    }

    fn push(
        &mut self,
        head: Head,
        (role, cell): (Role, Option<Cell>),
        mut tidied: Tidied,
        paragraph: impl FnOnce(Tidied, LabelSource) -> Paragraph,
    ) {
        let Head { printed, counted, source } = head;
        let shift = printed.chars().count();
        let mut marks = std::mem::take(&mut tidied.marks);
        for mark in &mut marks {
            mark.at += shift;
        }
        self.repairs.append(&mut tidied.repairs);
        self.held += (printed.len() + tidied.said.text().len()) as u64;
        let (text, marks) = (printed + tidied.said.text(), Some(marks));
        self.blocks.push(Block { text, line: self.line, role, counted, marks, cell });
        self.paragraphs.push(paragraph(tidied, source));
    }

    fn is_heading(&self, properties: Option<Element<'_>>, style: Option<&str>) -> bool {
        let own = properties.and_then(|pr| number(pr, "outlineLvl"));
        own.map_or_else(|| self.styles.is_heading(style), is_above_text)
    }
}

/// Whether `node` holds the large first letter of the paragraph behind it.
fn is_initial(node: Element<'_>, properties: Option<Element<'_>>) -> bool {
    let frame = properties.and_then(|pr| child(pr, "framePr"));
    let is_dropped = frame.and_then(|frame| attribute(frame, "dropCap")).is_some_and(|kind| kind != "none");
    let has_words =
        |next: Element<'_>| next.descendants().any(|t| name(t) == "t" && t.text().is_some_and(|t| !t.trim().is_empty()));
    is_dropped && node.next_sibling_element().is_some_and(|next| name(next) == "p" && has_words(next))
}

/// How many columns a cell reaches over.
fn columns(cell: Element<'_>) -> usize {
    child(cell, "tcPr").and_then(|pr| number(pr, "gridSpan")).unwrap_or(1)
}

/// What a cell says.
fn words(cell: Element<'_>) -> String {
    let mut text = String::new();
    for node in cell.descendants() {
        match name(node) {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "p" | "tab" | "br" => text.push(' '),
            _ => {}
        }
    }
    single_spaces(&text)
}

/// Whether the row holds figures and names rather than the text itself: two cells or more with words, none with two paragraphs.
#[inline(never)] // Its caller calls itself for every element: its part of the stack stays small.
fn is_row_of_cells(row: Element<'_>) -> bool {
    let has_words =
        |node: &Element<'_>| node.descendants().any(|t| name(t) == "t" && t.text().is_some_and(|t| !t.trim().is_empty()));
    let mut worded = 0;
    for cell in elements(row).filter(|node| name(*node) == "tc") {
        let paragraphs = elements(cell).filter(|node| name(*node) == "p").filter(has_words).count();
        if paragraphs > 1 || child(cell, "tbl").is_some() {
            return false;
        }
        worded += paragraphs;
    }
    worded > 1
}
