//! One of two Word files as a tree: paragraphs, tables with their rows and cells, text boxes, notes.
//!
//! ```text
//! <w:body> <w:p/> <w:sdt><w:p/></w:sdt> <w:tbl> <w:tr> <w:tc> <w:p/> … </w:body>
//! blocks   ¶0     ¶1                    table 0, row 0, cell 0: ¶2
//! ```
//!
//! Every paragraph is here, with and without text. Content controls and their like are passed through. Cost: `O(bytes)`.

use std::collections::HashMap;

use roxmltree::Node;

use super::super::atoms::Stuff;
use super::super::paragraph::{Paragraph, Piece};
use super::super::tokens::{Places, Said, places};
use super::super::xml::{Names, attribute, is};
use super::relations::Relations;
use crate::read::{Package, is_kept_as_gone};
use crate::structure::Document;

/// An element of a parsed part.
pub(super) type Element<'x> = Node<'x, 'x>;

/// A part that is read: the text, the footnotes, the endnotes.
pub(super) struct Sheet<'x> {
    /// Index of the part.
    pub(super) part: usize,
    pub(super) name: &'x str,
    pub(super) source: &'x str,
    pub(super) root: Element<'x>,
    pub(super) names: Names,
}

/// Something that stands in a column of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Block {
    /// Index of the paragraph.
    Paragraph(usize),
    /// Index of the table.
    Table(usize),
}

/// A paragraph.
pub(super) struct Para<'x> {
    /// Index of the sheet.
    pub(super) sheet: usize,
    pub(super) node: Element<'x>,
    pub(super) taken: Paragraph,
    /// The unit that it is, where it has text.
    pub(super) unit: Option<usize>,
    pub(super) places: Places,
    /// The text boxes that are anchored in it, each with its first byte.
    pub(super) boxes: Vec<(usize, Vec<Block>)>,
    /// The atoms that print what a field counts, in a header or footer.
    pub(super) counted: Vec<usize>,
    /// The atoms of its fields that do more than print.
    pub(super) acting: Vec<usize>,
    /// Whether it stands in the text itself, in no table, box or note.
    pub(super) is_in_body: bool,
    /// How many elements it stands in.
    pub(super) depth: usize,
    /// All that it says, with single spaces.
    pub(super) text: String,
}

/// A table.
pub(super) struct Table<'x> {
    pub(super) sheet: usize,
    pub(super) node: Element<'x>,
    pub(super) rows: Vec<Row<'x>>,
    pub(super) depth: usize,
}

/// A row of a table.
pub(super) struct Row<'x> {
    pub(super) node: Element<'x>,
    pub(super) cells: Vec<Cell<'x>>,
}

/// A cell of a row.
pub(super) struct Cell<'x> {
    pub(super) node: Element<'x>,
    pub(super) blocks: Vec<Block>,
}

/// Footnotes or endnotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Notes {
    Foot,
    End,
}

/// One of the two files.
pub(super) struct Side<'x> {
    pub(super) package: &'x Package,
    pub(super) document: &'x Document,
    pub(super) sheets: Vec<Sheet<'x>>,
    pub(super) paragraphs: Vec<Para<'x>>,
    pub(super) tables: Vec<Table<'x>>,
    pub(super) body: Vec<Block>,
    /// The blocks of each note, by its kind and id.
    pub(super) notes: HashMap<(Notes, &'x str), Vec<Block>>,
    /// The headers and footers, each called by its section and kind.
    pub(super) margins: Vec<(String, Vec<Block>)>,
    /// The part of the comments.
    pub(super) remarks: Option<Sheet<'x>>,
    /// The paragraph of each unit.
    pub(super) of_unit: Vec<Option<usize>>,
}

impl<'x> Side<'x> {
    /// The tree of `document`, which came from `package`, whose parts with text are parsed as `parsed`: with their index, the text first.
    pub(super) fn of(
        document: &'x Document,
        package: &'x Package,
        parsed: &'x [(usize, &'x str, roxmltree::Document<'x>)],
    ) -> Self {
        let sheet = |(part, source, xml): &'x (usize, &'x str, roxmltree::Document<'x>)| Sheet {
            part: *part,
            name: &package.parts[*part].name,
            source,
            root: xml.root_element(),
            names: Names::of(xml.root_element()),
        };
        let remarks = super::remarks::part_of(package);
        let mut sheets: Vec<Sheet<'x>> = parsed.iter().map(sheet).collect();
        let remarks = sheets.iter().position(|sheet| Some(sheet.part) == remarks).map(|at| sheets.remove(at));
        let mut side = Self {
            package,
            document,
            sheets,
            paragraphs: vec![],
            tables: vec![],
            body: vec![],
            notes: HashMap::new(),
            margins: vec![],
            remarks,
            of_unit: vec![None; document.units.len()],
        };
        let units: HashMap<(usize, usize), usize> =
            package.paragraphs.iter().enumerate().map(|(unit, p)| ((p.part, p.element.start), unit)).collect();
        let mut body = vec![];
        for sheet in 0..side.sheets.len() {
            let (part, root) = (side.sheets[sheet].part, side.sheets[sheet].root);
            if part == package.document {
                let parent = root.children().find(|node| is(*node, "body")).unwrap_or(root);
                side.blocks(parent, sheet, &units, &mut body);
                continue;
            }
            let kind = if package.footnotes == Some(part) {
                Notes::Foot
            } else if package.endnotes == Some(part) {
                Notes::End
            } else {
                let mut blocks = vec![];
                side.blocks(root, sheet, &units, &mut blocks);
                let called = margins(package, body_of(parsed)).into_iter().filter(|(_, at)| *at == part);
                let called: Vec<_> = called.map(|(name, _)| (name, blocks.clone())).collect();
                side.margins.extend(called);
                continue;
            };
            for note in root.children().filter(Node::is_element) {
                let mut blocks = vec![];
                side.blocks(note, sheet, &units, &mut blocks);
                if let Some(id) = attribute(note, "id") {
                    side.notes.insert((kind, id), blocks);
                }
            }
        }
        for block in &body {
            if let Block::Paragraph(at) = *block {
                side.paragraphs[at].is_in_body = true;
            }
        }
        side.body = body;
        side
    }

    pub(super) fn sheet(&self, para: &Para<'_>) -> &Sheet<'x> {
        &self.sheets[para.sheet]
    }

    fn blocks(&mut self, parent: Element<'x>, sheet: usize, units: &HashMap<(usize, usize), usize>, found: &mut Vec<Block>) {
        for node in parent.children().filter(Node::is_element) {
            if is_kept_as_gone(node) {
                continue;
            }
            if is(node, "p") {
                let at = self.paragraph(node, sheet, units);
                found.push(Block::Paragraph(at));
            } else if is(node, "tbl") {
                let at = self.table(node, sheet, units);
                found.push(Block::Table(at));
            } else if is_passed_through(node) {
                self.blocks(node, sheet, units, found);
            }
        }
    }

    fn paragraph(&mut self, node: Element<'x>, sheet: usize, units: &HashMap<(usize, usize), usize>) -> usize {
        let Sheet { part, source, .. } = self.sheets[sheet];
        let taken = Paragraph::of(source, node);
        let unit = units.get(&(part, node.range().start)).copied().filter(|unit| *unit < self.document.units.len());
        let said = unit.map(|unit| said(self.package, unit, &taken)).unwrap_or_default();
        let initial = |unit: usize| self.package.paragraphs.get(unit).map_or(0, |paragraph| paragraph.initial);
        let places = unit.and_then(|unit| places(&self.document.units[unit], &taken, &said, initial(unit))).unwrap_or_default();
        let depth = node.ancestors().count();
        let text = squeezed(&taken, source);
        let is_margin =
            part != self.package.document && Some(part) != self.package.footnotes && Some(part) != self.package.endnotes;
        let counted = if is_margin { counted(&taken, &self.sheets[sheet]) } else { vec![] };
        let acting = super::safe::acting(&taken, source);
        let at = self.paragraphs.len();
        self.paragraphs.push(Para {
            sheet,
            node,
            taken,
            unit,
            places,
            boxes: vec![],
            counted,
            acting,
            is_in_body: false,
            depth,
            text,
        });
        if let Some(unit) = unit {
            self.of_unit[unit] = Some(at);
        }
        let mut contents = vec![];
        boxes(node, &mut contents);
        for content in contents {
            let mut blocks = vec![];
            self.blocks(content, sheet, units, &mut blocks);
            self.paragraphs[at].boxes.push((content.range().start, blocks));
        }
        at
    }

    fn table(&mut self, node: Element<'x>, sheet: usize, units: &HashMap<(usize, usize), usize>) -> usize {
        let mut found = vec![];
        parts(node, "tr", &mut found);
        let mut rows = Vec::with_capacity(found.len());
        for row in found {
            let mut cells = vec![];
            parts(row, "tc", &mut cells);
            let mut taken = Vec::with_capacity(cells.len());
            for cell in cells {
                let mut blocks = vec![];
                self.blocks(cell, sheet, units, &mut blocks);
                taken.push(Cell { node: cell, blocks });
            }
            rows.push(Row { node: row, cells: taken });
        }
        self.tables.push(Table { sheet, node, rows, depth: node.ancestors().count() });
        self.tables.len() - 1
    }

    /// The highest id in the file.
    pub(super) fn highest_id(&self) -> u32 {
        let roots = self.sheets.iter().chain(&self.remarks).map(|sheet| sheet.root);
        let ids = roots.flat_map(|root| root.descendants()).filter_map(|node| attribute(node, "id")?.parse::<u32>().ok());
        ids.max().unwrap_or_default().min(u32::MAX / 2)
    }

    /// All that stands in `blocks`, in a line.
    pub(super) fn text(&self, blocks: &[Block]) -> String {
        let mut text = String::new();
        self.say(blocks, &mut text);
        text
    }

    fn say(&self, blocks: &[Block], text: &mut String) {
        for block in blocks {
            match *block {
                Block::Paragraph(at) => {
                    let para = &self.paragraphs[at];
                    text.push_str(&para.text);
                    text.push(' ');
                    para.boxes.iter().for_each(|(_, inner)| self.say(inner, text));
                }
                Block::Table(at) => {
                    let cells = self.tables[at].rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.say(&cell.blocks, text));
                }
            }
        }
    }

    /// What each cell of a table says.
    pub(super) fn cells(&self, table: usize) -> Vec<Vec<String>> {
        let of = |row: &Row<'_>| row.cells.iter().map(|cell| self.text(&cell.blocks).trim().to_owned()).collect();
        self.tables[table].rows.iter().map(of).collect()
    }
}

fn body_of<'x>(parsed: &'x [(usize, &'x str, roxmltree::Document<'x>)]) -> Element<'x> {
    parsed[0].2.root_element()
}

/// The headers and footers that the sections under `root` name: what each is called, and its part.
pub(super) fn margins(package: &Package, root: Element<'_>) -> Vec<(String, usize)> {
    let relations = Relations::of(package, &package.parts[package.document].name);
    let mut found = vec![];
    for (section, node) in root.descendants().filter(|node| is(*node, "sectPr")).enumerate() {
        for name in ["headerReference", "footerReference"] {
            for reference in node.children().filter(|child| is(*child, name)) {
                let id = reference.attributes().find(|a| a.name() == "id").map(|a| a.value());
                let part = id.and_then(|id| relations.by_id.get(id)?.part);
                let kind = attribute(reference, "type").unwrap_or("default");
                found.extend(part.map(|part| (format!("{section} {name} {kind}"), part)));
            }
        }
    }
    found
}

/// The atoms of a paragraph that print what a field counts: the number of a page.
fn counted(paragraph: &Paragraph, sheet: &Sheet<'_>) -> Vec<usize> {
    let mut found = vec![];
    // For each open field, whether its result has begun; a simple field is all result.
    let mut open: Vec<bool> = vec![];
    for piece in &paragraph.pieces {
        match piece {
            Piece::Open(id, _) => {
                open.push(sheet.root.document().get_node(*id).is_some_and(|node| is(node, "fldSimple")));
            }
            Piece::Close(_) => {
                open.pop();
            }
            Piece::Raw(_) => {}
            Piece::Run(run) => {
                for at in run.atoms.clone() {
                    let Some(atom) = paragraph.atoms.get(at) else { continue };
                    if matches!(atom.what, Stuff::Field(_)) {
                        let raw = atom.raw(sheet.source);
                        if raw.contains("\"begin\"") {
                            open.push(false);
                        } else if raw.contains("\"end\"") {
                            open.pop();
                        } else if raw.contains("\"separate\"") {
                            open.last_mut().into_iter().for_each(|last| *last = true);
                        }
                    } else if open.contains(&true) {
                        found.push(at);
                    }
                }
            }
        }
    }
    found
}

/// Whether what stands in `node` stands where `node` does.
fn is_passed_through(node: Element<'_>) -> bool {
    const WRAPPERS: [&str; 4] = ["sdt", "sdtContent", "customXml", "smartTag"];
    WRAPPERS.iter().any(|name| is(node, name))
        || node.tag_name().name() == "AlternateContent"
        || node.tag_name().name() == "Choice"
}

/// The elements of `node` called `name`, through content controls and their like.
fn parts<'x>(node: Element<'x>, name: &str, found: &mut Vec<Element<'x>>) {
    for child in node.children().filter(|child| child.is_element() && !is_kept_as_gone(*child)) {
        if is(child, name) {
            found.push(child);
        } else if is_passed_through(child) {
            parts(child, name, found);
        }
    }
}

/// The contents of the text boxes in `node`, each once.
pub(super) fn boxes<'x>(node: Element<'x>, found: &mut Vec<Element<'x>>) {
    for child in node.children().filter(Node::is_element) {
        if is(child, "txbxContent") {
            found.push(child);
        } else if child.tag_name().name() != "Fallback" {
            boxes(child, found);
        }
    }
}

/// What the reader took of the paragraph of `unit`, in atoms.
fn said(package: &Package, unit: usize, paragraph: &Paragraph) -> Vec<Said> {
    let Some(read) = package.paragraphs.get(unit) else { return vec![] };
    // Atoms stand in the order of their bytes.
    let before = |byte: usize| paragraph.atoms.before(byte);
    let of = |(_, character, place): (usize, char, crate::read::WordPlace)| {
        let atoms = before(place.raw.start)..before(place.raw.end);
        (!atoms.is_empty()).then_some(Said { character, atoms })
    };
    read.said.iter().filter_map(of).collect()
}

fn squeezed(paragraph: &Paragraph, source: &str) -> String {
    let mut text = String::new();
    for atom in paragraph.atoms.iter() {
        match atom.what.character() {
            Some(c) if c.is_whitespace() => {
                if !text.is_empty() && !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            Some(c) => text.push(c),
            None => {
                if matches!(atom.what, Stuff::Formula(_)) {
                    text.push_str(&letters(atom.raw(source)));
                }
            }
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// What stands between the tags of some XML.
pub(super) fn letters(raw: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in raw.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    text
}
