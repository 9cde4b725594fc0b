//! The paragraphs of an OpenDocument text, in the order of reading.

use std::collections::{HashMap, HashSet};

use super::super::symbols::symbol;
use super::super::xml::{Element, any_name, elements};
use super::attribute;
use super::lists::{List, Lists};
use super::styles::Styles;
use crate::language::Language;
use crate::read::line::{cleaned, single_spaces};
use crate::read::{Block, Mark, Note, Repair, Revisions, Role, Why};
use crate::text::{lift, raised};

/// Stands for a footnote mark; no character of a text.
const MARK: char = '\u{fdd0}';

/// How many authors of changes are named.
const AUTHORS: usize = 20;

/// A paragraph as it is taken, marks in it as [`MARK`].
#[derive(Default)]
struct Taken {
    text: String,
    figures: Vec<String>,
    label: String,
    is_heading: bool,
    is_cell: bool,
    is_note: bool,
    line: usize,
}

/// What has been read so far.
pub(super) struct Story<'a> {
    styles: &'a Styles<'a>,
    how: Revisions,
    lists: Lists<'a>,
    /// The list that is open.
    list: Option<List<'a>>,
    /// The label that the next paragraph has.
    label: String,
    taken: Vec<Taken>,
    /// The paragraph that is open.
    open: Option<Taken>,
    /// Paragraphs met.
    line: usize,
    is_cell: bool,
    /// Notes that were called, by their marks.
    notes: Vec<(String, bool, Element<'a>)>,
    boxes: Vec<Element<'a>>,
    repairs: Vec<Repair>,
    pub(super) comments: Vec<Note>,
    /// Deletions by their ids, and the ids of insertions.
    deletions: HashMap<&'a str, Element<'a>>,
    insertions: HashSet<&'a str>,
    /// Rejected insertions that are open.
    leaving_out: usize,
    pub(super) changes: usize,
    pub(super) authors: Vec<String>,
    /// Bytes of text so far.
    pub(super) held: u64,
    most: u64,
}

impl<'a> Story<'a> {
    /// Nothing read yet.
    pub(super) fn new(styles: &'a Styles<'a>, how: Revisions, most: u64) -> Self {
        Self {
            styles,
            how,
            lists: Lists::default(),
            list: None,
            label: String::new(),
            taken: vec![],
            open: None,
            line: 0,
            is_cell: false,
            notes: vec![],
            boxes: vec![],
            repairs: vec![],
            comments: vec![],
            deletions: HashMap::new(),
            insertions: HashSet::new(),
            leaving_out: 0,
            changes: 0,
            authors: vec![],
            held: 0,
            most,
        }
    }

    /// Reads the text, then its footnotes and endnotes.
    pub(super) fn read(&mut self, body: Element<'a>) {
        self.blocks(body);
        self.end();
        let notes = std::mem::take(&mut self.notes);
        let (ends, feet): (Vec<_>, Vec<_>) = notes.into_iter().partition(|(_, is_end, _)| *is_end);
        for (label, _, note) in feet.into_iter().chain(ends) {
            let from = self.taken.len();
            self.blocks(note);
            self.end();
            self.taken[from..].iter_mut().for_each(|taken| taken.is_note = true);
            if let Some(first) = self.taken.get_mut(from) {
                first.label = label;
            }
        }
    }

    /// Reads the paragraphs in `node`.
    fn blocks(&mut self, node: Element<'a>) {
        for inner in elements(node) {
            if self.held > self.most {
                return;
            }
            match any_name(inner) {
                "p" | "h" => self.paragraph(inner),
                "list" => self.list(inner),
                "table-row" => self.row(inner),
                "tracked-changes" => self.tracked(inner),
                "table-of-content" => self.leave_out(inner, Why::Furniture),
                "change" | "change-start" | "change-end" => self.change(inner),
                "sequence-decls" | "variable-decls" | "user-field-decls" | "forms" | "note-citation" => {}
                "frame" | "g" | "custom-shape" => self.boxes.push(inner),
                _ => self.blocks(inner),
            }
            self.read_boxes();
        }
    }

    /// Text boxes stand after the paragraph that holds them.
    fn read_boxes(&mut self) {
        if self.open.is_some() {
            return;
        }
        for inner in std::mem::take(&mut self.boxes) {
            self.blocks(inner);
        }
    }

    fn list(&mut self, node: Element<'a>) {
        if let Some(mut list) = self.list.take() {
            let outer = list.deeper(node);
            self.list = Some(list);
            self.items(node);
            if let Some(list) = &mut self.list {
                list.higher(outer);
            }
        } else {
            self.list = Some(self.lists.open(node));
            self.items(node);
            if let Some(list) = self.list.take() {
                self.lists.close(&list);
            }
        }
    }

    fn items(&mut self, list: Element<'a>) {
        for item in elements(list) {
            let is_item = any_name(item) == "list-item";
            let first = elements(item).find(|one| matches!(any_name(*one), "p" | "h"));
            if self.held > self.most {
                return;
            }
            for inner in elements(item).filter(|_| is_item || any_name(item) == "list-header") {
                let is_first = first == Some(inner);
                // What continues a rejected insertion is no item of its own.
                let goes_on = self.leaving_out > 0 && self.open.is_some();
                if is_item && is_first && !goes_on {
                    self.label = self.list.as_mut().map(|list| list.label(item, self.styles)).unwrap_or_default();
                }
                match any_name(inner) {
                    "list" => self.list(inner),
                    "p" | "h" => self.paragraph(inner),
                    _ => self.blocks(inner),
                }
                self.read_boxes();
            }
        }
    }

    /// A row is of cells when two have words and none two paragraphs.
    fn row(&mut self, row: Element<'a>) {
        let words = |node: &Element<'_>| {
            node.descendants().any(|text| text.is_text() && text.text().is_some_and(|t| !t.trim().is_empty()))
        };
        let worded =
            |cell: Element<'a>| elements(cell).filter(|inner| matches!(any_name(*inner), "p" | "h")).filter(words).count();
        let counts: Vec<usize> = elements(row).filter(|cell| any_name(*cell) == "table-cell").map(worded).collect();
        let is_row = counts.iter().all(|count| *count < 2) && counts.iter().sum::<usize>() > 1;
        let outer = self.is_cell;
        self.is_cell |= is_row;
        self.blocks(row);
        self.is_cell = outer;
    }

    fn paragraph(&mut self, node: Element<'a>) {
        self.line += 1;
        let label = std::mem::take(&mut self.label);
        let is_heading = any_name(node) == "h";
        let label = if is_heading && self.list.is_none() { self.lists.heading(node, self.styles) } else { label };
        if self.open.is_none() {
            self.open = Some(Taken { label, is_heading, is_cell: self.is_cell, line: self.line, ..Taken::default() });
        }
        self.inline(node, self.styles.hides(attribute(node, "style-name")));
        // A rejected insertion that is still open holds the end of this paragraph.
        if self.leaving_out == 0 {
            self.end();
        }
    }

    /// Ends the paragraph that is open.
    fn end(&mut self) {
        let Some(taken) = self.open.take() else { return };
        self.held += (taken.text.len() + taken.label.len()) as u64;
        if !taken.text.trim().is_empty() {
            self.taken.push(taken);
        }
    }

    /// Takes what stands in `node`, a paragraph or something in it.
    fn inline(&mut self, node: Element<'a>, hidden: bool) {
        for inner in node.children() {
            if inner.is_text() {
                self.text(inner.text().unwrap_or_default(), hidden);
                continue;
            }
            match any_name(inner) {
                "s" | "tab" | "line-break" => self.text(" ", false),
                "span" => self.span(inner, hidden),
                "note" => self.note(inner),
                "annotation" => self.comment(inner),
                "change" | "change-start" | "change-end" => self.change(inner),
                "frame" | "g" | "custom-shape" | "text-box" => self.boxes.push(inner),
                "ruby-text" | "tracked-changes" | "soft-page-break" => {}
                "" if !inner.is_element() => {}
                _ => self.inline(inner, hidden),
            }
        }
    }

    fn text(&mut self, text: &str, hidden: bool) {
        if self.leaving_out > 0 {
            return;
        }
        if hidden {
            let before = single_spaces(text);
            if !before.is_empty() {
                self.repairs.push(Repair { line: self.line, before, after: String::new(), why: Why::Hidden });
            }
        } else if let Some(open) = &mut self.open {
            open.text.extend(text.chars().filter(|c| *c != MARK).map(|c| if c == '\n' { ' ' } else { c }));
        }
    }

    /// Figures that a person raised are raised in the text too.
    fn span(&mut self, node: Element<'a>, hidden: bool) {
        const LONGEST: usize = 3;
        let style = attribute(node, "style-name");
        let before = self.open.as_ref().map_or(0, |open| open.text.len());
        self.inline(node, hidden || self.styles.hides(style));
        if let Some((font, open)) = self.styles.font(style).zip(self.open.as_mut()) {
            let said = open.text.split_off(before);
            open.text.extend(said.chars().map(|c| if c == MARK { c } else { symbol(c, Some(font)) }));
        }
        if let Some(open) = self.open.as_mut().filter(|open| self.styles.raises(style) && open.text.len() > before) {
            let said = open.text.split_off(before);
            let is_figure = (1..=LONGEST).contains(&said.trim().len()) && said.trim().bytes().all(|b| b.is_ascii_digit());
            open.text.push_str(&if is_figure { raised(&said) } else { said });
        }
    }

    fn note(&mut self, node: Element<'a>) {
        if self.leaving_out > 0 {
            return;
        }
        let named = |wanted: &str| elements(node).find(|inner| any_name(*inner) == wanted);
        let (Some(citation), Some(body), Some(open)) = (named("note-citation"), named("note-body"), &mut self.open) else {
            return;
        };
        let said = attribute(citation, "label").or_else(|| citation.text()).unwrap_or_default().trim().to_owned();
        open.text.push(MARK);
        open.figures.push(said.clone());
        self.notes.push((said, attribute(node, "note-class") == Some("endnote"), body));
    }

    fn comment(&mut self, node: Element<'_>) {
        let part = |wanted: &str| elements(node).find(|inner| any_name(*inner) == wanted).and_then(|inner| inner.text());
        let author = part("creator").unwrap_or_default();
        let paragraphs = elements(node).filter(|inner| matches!(any_name(*inner), "p" | "list"));
        let texts = paragraphs.flat_map(|p| p.descendants()).filter(Element::is_text).filter_map(|inner| inner.text());
        let text = single_spaces(&texts.collect::<Vec<_>>().join(" "));
        self.comments.push(Note::new("comment", format!("comment by {author}: {text}")).with([author, &text]));
    }

    fn leave_out(&mut self, node: Element<'_>, why: Why) {
        let texts = node.descendants().filter(Element::is_text).filter_map(|inner| inner.text());
        let before = single_spaces(&texts.collect::<Vec<_>>().join(" "));
        self.held += before.len() as u64;
        if !before.is_empty() {
            self.repairs.push(Repair { line: self.line + 1, before, after: String::new(), why });
        }
    }

    /// The changes that the file tracks, each with an id that marks in the text name.
    fn tracked(&mut self, node: Element<'a>) {
        for region in elements(node) {
            let Some(id) = attribute(region, "id") else { continue };
            self.changes += 1;
            for change in elements(region) {
                match any_name(change) {
                    "deletion" => _ = self.deletions.insert(id, change),
                    "insertion" => _ = self.insertions.insert(id),
                    _ => {}
                }
                let author = change.descendants().find(|inner| any_name(*inner) == "creator").and_then(|inner| inner.text());
                let author = author.unwrap_or_default().to_owned();
                if !author.is_empty() && self.authors.len() < AUTHORS && !self.authors.contains(&author) {
                    self.authors.push(author);
                }
            }
        }
    }

    /// A place where a tracked change stands. Accepted changes are the text as the file has it.
    fn change(&mut self, mark: Element<'a>) {
        if self.how != Revisions::Reject {
            return;
        }
        let Some(id) = attribute(mark, "change-id") else { return };
        match any_name(mark) {
            "change-start" if self.insertions.contains(id) => self.leaving_out += 1,
            "change-end" if self.insertions.contains(id) => self.leaving_out = self.leaving_out.saturating_sub(1),
            // Each deletion is put back once, wherever it is named again.
            "change" => {
                if let Some(deletion) = self.deletions.remove(id) {
                    self.put_back(deletion);
                }
            }
            _ => {}
        }
    }

    /// Puts the paragraphs of a deletion back: the first goes on with what is open, the text behind the last goes on with that.
    fn put_back(&mut self, deletion: Element<'a>) {
        let paragraphs = deletion.descendants().filter(|node| matches!(any_name(*node), "p" | "h"));
        for (nth, paragraph) in paragraphs.enumerate() {
            if nth > 0 || self.open.is_none() {
                let (is_cell, line) = (self.is_cell, self.line);
                self.end();
                let label = self.next_label(paragraph);
                self.open = Some(Taken { label, is_heading: any_name(paragraph) == "h", is_cell, line, ..Taken::default() });
            }
            self.inline(paragraph, false);
        }
    }

    /// The label of a paragraph that was deleted with the item that it was.
    fn next_label(&mut self, paragraph: Element<'a>) -> String {
        let item = paragraph.parent().filter(|parent| any_name(*parent) == "list-item");
        item.and_then(|item| self.list.as_mut().map(|list| list.label(item, self.styles))).unwrap_or_default()
    }

    /// The blocks and repairs, in the language that their words are in.
    pub(super) fn finish(self, language: impl Fn(&[Block]) -> Language) -> (Vec<Block>, Vec<Repair>, Language) {
        let Self { taken, mut repairs, .. } = self;
        let are_called = taken.iter().any(|taken| !taken.figures.is_empty());
        let plain = |taken: &Taken| Block::new(taken.text.clone(), taken.line);
        let language = language(&taken.iter().map(plain).collect::<Vec<_>>());
        let mut blocks = vec![];
        for taken in taken {
            let text = cleaned(&taken.text, taken.line, &mut repairs);
            let spans: Vec<_> = text.match_indices(MARK).map(|(at, _)| at..at + MARK.len_utf8()).collect();
            let (text, places) = lift(&text, &spans, language.spaced_stops());
            let head = if taken.label.is_empty() { String::new() } else { format!("{} ", taken.label) };
            if text.is_empty() {
                continue;
            }
            let shift = head.chars().count();
            let marks = places.into_iter().zip(taken.figures).map(|(at, printed)| Mark { at: at + shift, printed }).collect();
            let role = match () {
                () if taken.is_note => Role::Note,
                () if taken.is_cell => Role::Cell,
                () if taken.is_heading => Role::Heading,
                () => Role::Unknown,
            };
            let marks = are_called.then_some(marks);
            blocks.push(Block { role, counted: taken.label.len(), marks, ..Block::new(head + &text, taken.line) });
        }
        for repair in &mut repairs {
            repair.before.retain(|c| c != MARK);
            repair.after.retain(|c| c != MARK);
        }
        (blocks, repairs, language)
    }
}
