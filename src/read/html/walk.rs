//! From the nodes of the text to paragraphs.
//!
//! ```text
//! <ol start=29><li>Se félicite des 66 recommandations adoptées en 2007<sup>4</sup><br>et rappelle …
//! block   29. Se félicite des 66 recommandations adoptées en 2007 et rappelle …     counted "29.", a mark 4 after "2007"
//! ```
//!
//! Blocks begin and end where elements do that stand on lines of their own. Within a paragraph, marks and line breaks are kept as
//! characters that no text has, until it is closed: so white space is dealt with in one place.

use super::lists::List;
use super::main_text::Fate;
use super::notes::{Notes, figures};
use super::paragraph::Paragraph;
use super::tree::{ROOT, Tree, What, is_block};
use super::writer::Writer;
use crate::read::cells::Names;
use crate::read::line::single_spaces;
use crate::read::{Cell, Role};
use crate::text::label::label;
use crate::text::raised;
use crate::work::step;

enum Step {
    Enter(usize),
    Leave(usize),
}

/// Walks the page and hands its paragraphs to `writer`.
pub(super) fn walk(tree: &Tree, fates: &[Fate], notes: &Notes, writer: Writer) -> Writer {
    let mut walk = Walk {
        tree,
        fates,
        notes,
        writer,
        open: Paragraph::default(),
        held: Paragraph::default(),
        lists: vec![],
        headings: 0,
        pre: None,
        note: None,
        label: None,
        labelling: None,
        row: None,
        tables: vec![],
        cell: None,
        struck: 0,
    };
    let mut steps = vec![Step::Enter(ROOT)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => {
                if walk.enter(node) {
                    steps.push(Step::Leave(node));
                    steps.extend(tree.nodes[node].children.iter().rev().map(|child| Step::Enter(*child)));
                }
            }
            Step::Leave(node) => walk.leave(node),
        }
    }
    walk.flush();
    walk.writer
}

struct Walk<'a> {
    tree: &'a Tree,
    fates: &'a [Fate],
    notes: &'a Notes,
    writer: Writer,
    open: Paragraph,
    lists: Vec<List>,
    /// Headings that are open.
    headings: usize,
    /// The element whose lines stand as they are written.
    pre: Option<usize>,
    /// The note, or the list of notes, that is open.
    note: Option<OpenNote>,
    /// The label of the list item that has no words yet.
    label: Option<String>,
    /// The open cell, if it is the label of its row.
    labelling: Option<usize>,
    /// A label in a cell of its own, which belongs to the next one.
    held: Paragraph,
    /// The row of cells that is open.
    row: Option<usize>,
    /// What names the cells of the tables that are open, and the cell.
    tables: Vec<Names>,
    cell: Option<Cell>,
    /// Deletions that are open.
    struck: usize,
}

struct OpenNote {
    /// None in a list of notes that no link leads to: each says its own.
    number: Option<String>,
    /// The element that ends it.
    until: usize,
    /// Its first paragraph is written.
    begun: bool,
}

impl Walk<'_> {
    /// Takes what `node` is; whether its children follow.
    fn enter(&mut self, node: usize) -> bool {
        match self.fates[node] {
            Fate::Read => {}
            Fate::Silent => return false,
            Fate::LeftOut => {
                self.writer.left_out(&self.tree.text(node));
                return false;
            }
        }
        if let What::Text(text) = &self.tree.nodes[node].what {
            if self.struck == 0 {
                self.open.push(text, self.pre.is_some());
            }
            return false;
        }
        let tag = self.tree.tag(node);
        if is_block(tag) {
            self.flush();
        }
        self.open_note(node);
        if let Some(printed) = self.notes.marks.get(&node).filter(|_| self.struck == 0) {
            self.open.mark(printed);
            return false;
        }
        if self.notes.back.contains(&node) && self.note.is_some() {
            return false;
        }
        match tag {
            "br" => self.open.end_line(),
            "sup" | "sub" => return self.raised(node, tag),
            "q" => self.open.push(self.writer.quotes().0, false),
            "pre" | "listing" | "xmp" if self.pre.is_none() => self.pre = Some(node),
            "ol" | "ul" | "menu" | "dir" => self.lists.push(List::open(self.tree, node, &self.lists)),
            "li" => self.label = self.lists.last_mut().and_then(|list| list.label(self.tree, node)),
            "table" => self.tables.push(Names::default()),
            "tr" if self.is_row_of_cells(node) => {
                self.row = Some(node);
                let cells = self.cells(node).map(|cell| (self.columns(cell), single_spaces(&self.tree.text(cell))));
                let cells: Vec<(usize, String)> = cells.collect();
                let is_head = self.cells(node).all(|cell| self.tree.tag(cell) == "th");
                self.tables.last_mut().into_iter().for_each(|table| table.row(cells.iter().cloned(), is_head));
            }
            "td" | "th" => {
                self.labelling = self.labels_row(node).then_some(node);
                let columns = self.columns(node);
                self.cell = self.tables.last_mut().filter(|_| self.row.is_some()).and_then(|table| table.cell(columns));
            }
            "ins" => self.writer.revised = true,
            "del" | "s" | "strike" => {
                self.writer.revised = true;
                self.struck += 1;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.headings += 1,
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: usize) {
        let tag = self.tree.tag(node);
        if self.pre == Some(node) {
            self.writer.lines(&std::mem::take(&mut self.open));
            self.pre = None;
        } else if is_block(tag) {
            let labels = match tag {
                "td" | "th" => self.labelling == Some(node),
                "p" | "div" => self.labelling.is_some() && self.labelling == self.tree.nodes[node].parent,
                _ => tag == "dt" && is_label(&self.open.printed()),
            };
            if labels {
                self.held.go_on(std::mem::take(&mut self.open));
            } else {
                self.flush();
            }
        }
        match tag {
            // No cell came that has words.
            "tr" | "dl" if !self.held.is_empty() => {
                self.open = std::mem::take(&mut self.held);
                self.flush();
            }
            "table" => drop(self.tables.pop()),
            "q" => self.open.push(self.writer.quotes().1, false),
            "ol" | "ul" | "menu" | "dir" => drop(self.lists.pop()),
            "li" => self.label = None,
            "del" | "s" | "strike" => self.struck -= 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.headings -= 1,
            _ => {}
        }
        if self.row == Some(node) {
            self.row = None;
        }
        if self.note.as_ref().is_some_and(|note| note.until == node) {
            self.note = None;
        }
    }

    /// A note begins where a mark leads to; it lasts as long as that element, or the paragraph around it.
    fn open_note(&mut self, node: usize) {
        let number = self.notes.texts.get(&node).cloned();
        if number.is_none() && !(self.note.is_none() && self.notes.holders.contains(&node)) {
            return;
        }
        self.flush();
        let is_line = |at: &usize| is_block(self.tree.tag(*at));
        let until = if is_line(&node) { node } else { self.tree.above(node).find(is_line).unwrap_or(node) };
        self.note = Some(OpenNote { number, until, begun: false });
    }

    /// A figure set high or low: a mark, the number of a note, an exponent. Other letters are read as they are.
    fn raised(&mut self, node: usize, tag: &str) -> bool {
        let text = self.tree.text(node);
        let Some(printed) = figures(&text).filter(|_| self.struck == 0) else { return true };
        if tag == "sub" || self.open.ends_in_unit() {
            let set = if tag == "sub" { text.chars().map(lowered).collect() } else { raised(text.trim()) };
            self.open.push(&set, false);
        } else if self.open.is_empty() {
            self.open.opens_with_figure = true;
            self.open.push(&format!("{text} "), false);
        } else if self.note.is_some() {
            return true;
        } else {
            self.open.mark(&printed);
        }
        false
    }

    /// Whether the row holds figures and names rather than the text itself: two cells or more with words, none with several paragraphs in it.
    fn is_row_of_cells(&self, row: usize) -> bool {
        let cells = || self.cells(row);
        let has_words = |at: &usize| !self.tree.text(*at).trim().is_empty() && !self.labels_row(*at);
        cells().all(|cell| self.is_plain(cell)) && cells().filter(has_words).count() > 1
    }

    /// Whether a cell holds words, or one paragraph.
    fn is_plain(&self, cell: usize) -> bool {
        let mut blocks =
            self.tree.under(cell).inspect(|_| step(1)).filter(|&inner| inner != cell && is_block(self.tree.tag(inner)));
        let first = blocks.next();
        first.is_none_or(|inner| matches!(self.tree.tag(inner), "p" | "div")) && blocks.next().is_none()
    }

    /// Whether a cell is the label of its row: only labels stand before it, and behind a figure that may be a decimal stand words.
    fn labels_row(&self, cell: usize) -> bool {
        /// A label stands among so many cells.
        const FIRST: usize = 8;
        if !self.is_plain(cell) {
            return false;
        }
        let text = self.tree.text(cell);
        step(text.len());
        if !is_label(&text) {
            return false;
        }
        let Some(row) = self.tree.nodes[cell].parent else { return true };
        let worded = self.cells(row).take(FIRST).map(|at| (at, self.tree.text(at))).filter(|(_, text)| !text.trim().is_empty());
        let worded: Vec<(usize, String)> = worded.collect();
        let Some(own) = worded.iter().position(|(at, _)| *at == cell) else { return false };
        let may_be_decimal = text.trim().ends_with(|c: char| c.is_ascii_digit());
        // Behind another cell a dash says that a cell is empty.
        let is_empty = |text: &str| !text.contains(char::is_alphanumeric);
        let is_labelled = |text: &str| {
            if may_be_decimal { text.trim_start().starts_with(char::is_alphabetic) } else { !is_empty(text) }
        };
        let labels = worded[..own].iter().all(|(_, text)| is_label(text)) && (own == 0 || !is_empty(&text));
        labels && worded.get(own + 1).is_none_or(|(_, next)| is_labelled(next))
    }

    /// The cells of a row.
    fn cells(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        self.tree.nodes[row].children.iter().copied().filter(|at| self.is_cell(*at))
    }

    fn is_cell(&self, node: usize) -> bool {
        matches!(self.tree.tag(node), "td" | "th")
    }

    /// How many columns a cell reaches over.
    fn columns(&self, cell: usize) -> usize {
        self.tree.attribute(cell, "colspan").and_then(|columns| columns.trim().parse().ok()).unwrap_or(1)
    }

    /// What the page says that the open paragraph is.
    fn role(&self) -> Role {
        match self.row {
            _ if self.headings > 0 => Role::Heading,
            Some(_) => Role::Cell,
            None => Role::Unknown,
        }
    }

    /// Closes the open paragraph.
    fn flush(&mut self) {
        if self.open.is_empty() {
            self.open = Paragraph::default();
            return;
        }
        let mut paragraph = std::mem::take(&mut self.held);
        paragraph.go_on(std::mem::take(&mut self.open));
        if self.pre.is_some() {
            self.writer.lines(&paragraph);
            return;
        }
        paragraph.label = self.label.take();
        if let Some(note) = &mut self.note {
            note.begun |= self.writer.note(&paragraph, note.number.as_deref(), note.begun);
        } else {
            self.writer.cell = self.cell.take();
            self.writer.paragraph(&paragraph, self.role());
        }
    }
}

/// Whether the text is nothing but a label: "12.", "(a)".
fn is_label(text: &str) -> bool {
    let probe = format!("{} Xx", text.trim());
    label(&probe).is_some_and(|label| label.rest == "Xx" && !label.printed.bytes().all(|b| b.is_ascii_digit()))
}

fn lowered(c: char) -> char {
    if c.is_ascii_digit() { char::from_u32(0x2080 + u32::from(c) - u32::from('0')).unwrap_or(c) } else { c }
}
