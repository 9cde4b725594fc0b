//! A paragraph of a Word file taken apart: what stands around the runs, the runs, and what is in them.
//!
//! ```text
//! <w:p>  <w:pPr>…</w:pPr>  <w:r><w:rPr/><w:t>Urges </w:t></w:r>  <w:hyperlink> <w:r>…</w:r> </w:hyperlink>  </w:p>
//! open   properties        run: U r g e s ␣                      raw           run          raw
//! ```
//!
//! An atom is the smallest thing that can be kept or deleted: a character, or an element of a run. Everything is a range of the part's own
//! bytes, so that what is not touched is copied as it stands.

use std::ops::Range;

use roxmltree::{Node, NodeId};

use super::atoms::{Atoms, End, Stuff, small};
use super::xml::{is, is_formula};

/// A paragraph in pieces.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) range: Range<usize>,
    /// The start tag, without its closing bracket.
    pub(super) open: Range<usize>,
    /// `w:pPr`.
    pub(super) properties: Option<Range<usize>>,
    pub(super) pieces: Vec<Piece>,
    /// All atoms of all runs, in order.
    pub(super) atoms: Atoms,
    /// The first atom of each run that has some, and its index among the pieces.
    runs: Vec<[u32; 2]>,
}

/// What stands in a paragraph.
#[derive(Debug)]
pub(super) enum Piece {
    /// Bookmarks and their like: kept as they stand.
    Raw(Range<usize>),
    /// The start tag of what holds runs: a hyperlink, a simple field.
    Open(NodeId, Range<usize>),
    /// Its end tag.
    Close(Range<usize>),
    Run(Run),
}

/// A run; or a formula, which is one atom.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) node: NodeId,
    pub(super) is_formula: bool,
    pub(super) range: Range<usize>,
    /// The start tag.
    pub(super) open: Range<usize>,
    /// `w:rPr`.
    pub(super) properties: Option<Range<usize>>,
    /// Its atoms.
    pub(super) atoms: Range<usize>,
    /// How many elements it stands in within the paragraph.
    pub(super) depth: usize,
}

impl Paragraph {
    /// Takes `node`, a `w:p` of `source`, apart.
    pub(super) fn of(source: &str, node: Node<'_, '_>) -> Self {
        let mut taker = Taker { source, pieces: vec![], atoms: Atoms::default(), runs: vec![], depth: 0 };
        let properties = node.children().find(|child| is(*child, "pPr")).map(|child| child.range());
        taker.children(node);
        let open = taker.open(node);
        let Taker { pieces, mut atoms, runs, .. } = taker;
        atoms.shrink();
        Self { range: node.range(), open, properties, pieces, atoms, runs }
    }

    /// The index among the pieces of the run that atom `at` is in.
    pub(super) fn piece_of(&self, at: usize) -> usize {
        let next = self.runs.partition_point(|[first, _]| *first as usize <= at);
        next.checked_sub(1).map_or(0, |run| self.runs[run][1] as usize)
    }

    /// The run that atom `at` is in.
    pub(super) fn run_of(&self, at: usize) -> Option<&Run> {
        self.atoms.get(at)?;
        match self.pieces.get(self.piece_of(at))? {
            Piece::Run(run) => Some(run),
            _ => None,
        }
    }
}

struct Taker<'a> {
    source: &'a str,
    pieces: Vec<Piece>,
    atoms: Atoms,
    runs: Vec<[u32; 2]>,
    depth: usize,
}

impl Taker<'_> {
    /// The start tag of `node` without its closing bracket.
    fn open(&self, node: Node<'_, '_>) -> Range<usize> {
        let range = node.range();
        let mut quote = None;
        for (at, byte) in self.source.as_bytes()[range.clone()].iter().enumerate() {
            match (quote, byte) {
                (None, b'"' | b'\'') => quote = Some(*byte),
                (Some(open), byte) if open == *byte => quote = None,
                (None, b'>') => {
                    let is_empty = self.source.as_bytes()[range.start + at - 1] == b'/';
                    return range.start..range.start + at - usize::from(is_empty);
                }
                _ => {}
            }
        }
        range
    }

    fn children(&mut self, parent: Node<'_, '_>) {
        // A deep file is cut off where no reader would look.
        const DEEPEST: usize = 64;
        for child in parent.children().filter(|child| !is(*child, "pPr")) {
            if is(child, "r") {
                self.run(child);
            } else if self.depth < DEEPEST && child.has_children() && holds_runs(child) {
                let whole = child.range();
                let inside = child.first_child().map_or(whole.end, |first| first.range().start);
                let behind = child.last_child().map_or(whole.end, |last| last.range().end);
                self.pieces.push(Piece::Open(child.id(), whole.start..inside));
                self.depth += 1;
                self.children(child);
                self.depth -= 1;
                self.pieces.push(Piece::Close(behind..whole.end));
            } else if is_formula(child) {
                self.formula(child);
            } else {
                self.pieces.push(Piece::Raw(child.range()));
            }
        }
    }

    fn formula(&mut self, node: Node<'_, '_>) {
        let (range, first) = (node.range(), self.atoms.len());
        let what = Stuff::Formula(End::at(range.end));
        self.runs.push([small(first), small(self.pieces.len())]);
        self.atoms.push(range.start, what);
        let (open, atoms) = (range.start..range.start, first..first + 1);
        let run = Run { node: node.id(), is_formula: true, range, open, properties: None, atoms, depth: self.depth };
        self.pieces.push(Piece::Run(run));
    }

    fn run(&mut self, run: Node<'_, '_>) {
        let first = self.atoms.len();
        let properties = run.children().find(|child| is(*child, "rPr")).map(|child| child.range());
        for child in run.children().filter(|child| child.is_element() && !is(*child, "rPr")) {
            let start = child.range().start;
            let mut push = |what| self.atoms.push(start, what);
            let range = End::at(child.range().end);
            match child.tag_name().name() {
                "t" => characters(self.source, child).for_each(|(start, c)| self.atoms.push(start, Stuff::Char(c))),
                "tab" | "ptab" | "br" | "cr" => push(Stuff::Space(range)),
                "noBreakHyphen" | "sym" => push(Stuff::Sign(range)),
                "footnoteReference" | "endnoteReference" => push(Stuff::Reference(range)),
                "fldChar" | "instrText" => push(Stuff::Field(range)),
                _ => push(Stuff::Other(range)),
            }
        }
        if self.atoms.len() > first {
            self.runs.push([small(first), small(self.pieces.len())]);
        }
        let open = self.open(run);
        let atoms = first..self.atoms.len();
        let range = run.range();
        let run = Run { node: run.id(), is_formula: false, range, open, properties, atoms, depth: self.depth };
        self.pieces.push(Piece::Run(run));
    }
}

/// Hyperlinks, simple fields, content controls and their like; not what has paragraphs of its own.
fn holds_runs(node: Node<'_, '_>) -> bool {
    const HOLDERS: [&str; 10] =
        ["hyperlink", "fldSimple", "sdt", "sdtContent", "smartTag", "customXml", "bdo", "dir", "ins", "moveTo"];
    HOLDERS.iter().any(|name| is(node, name))
}

/// The characters of a text element, each with its first byte.
fn characters<'a>(source: &'a str, text: Node<'_, '_>) -> impl Iterator<Item = (usize, char)> + use<'a> {
    let inside = text.first_child().map_or(0, |first| first.range().start)..text.last_child().map_or(0, |last| last.range().end);
    let mut at = inside.start;
    std::iter::from_fn(move || {
        let rest = source.get(at..inside.end).filter(|rest| !rest.is_empty())?;
        let start = at;
        let (character, length) = match rest.strip_prefix('&').and_then(|entity| entity.split_once(';')) {
            Some((entity, _)) => (named(entity)?, entity.len() + 2),
            None => rest.chars().next().map(|character| (character, character.len_utf8()))?,
        };
        at += length;
        Some((start, character))
    })
}

/// The character that an entity stands for.
fn named(entity: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match entity.strip_prefix("#x") {
            Some(hexadecimal) => number(hexadecimal, 16),
            None => entity.strip_prefix('#').and_then(|decimal| number(decimal, 10)),
        },
    }
}
