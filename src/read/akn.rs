//! Akoma Ntoso: the XML for legal documents of the United Nations (OASIS LegalDocML 1.0; AKN4UN).
//!
//! ```text
//! <preamble><formula><p>The General Assembly,</p></formula> …      paragraphs
//! <article><num>Article 4</num><heading>Fees</heading> …           a heading "Article 4 – Fees"
//! <paragraph><num>1.</num><content><p>Decides …</p> …              "1. Decides …", with its label told apart
//! … the Court<authorialNote marker="3"><p>See …</p></authorialNote>   a mark and the note that it calls
//! ```
//!
//! What is a paragraph is what its element says; whether it is a recital or decides something, its words say as in any text. Not read:
//! what the document says about itself (`meta`), tables of contents, pictures.

use std::collections::HashMap;

use super::line::cleaned;
use super::stack::deep;
use super::word::unpack::checked;
use super::word::xml::{Element, Reading, any_name, elements};
use super::{Block, Layout, Mark, Note, ReadOptions, Repair, Revisions, Role, Source, Why, encoding};
use crate::language::Language;
use crate::text::{lift, raised};
use crate::{Error, ErrorKind};

/// Stands for a footnote mark; no character of a text.
const MARK: char = '\u{fdd0}';

/// What to do about a file that is no XML.
const ADVICE: &str = "export it again from the program that it came from";

/// Reads the Akoma Ntoso document in `bytes`.
///
/// # Errors
/// `Empty` when there is no text in it; `Unreadable` when it is no XML; `TooLarge` beyond a limit.
pub(super) fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    deep(name, || whole(name, bytes, options))
}

fn whole(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let reading = Reading { name, limits: &options.limits, advice: ADVICE };
    let text = encoding::decode(name, bytes)?;
    checked("akomaNtoso", text.as_bytes(), 0, &reading)?;
    let xml = reading.parse("akomaNtoso", &text)?;
    let root = xml.root_element();
    let mut walk = Walk { how: options.revisions, most: options.limits.text, kept: kept_notes(root), ..Walk::default() };
    walk.children(root);
    walk.end();
    walk.notes();
    reading.held(walk.held)?;
    let declared = root.descendants().find(|node| any_name(*node) == "FRBRlanguage").and_then(|node| node.attribute("language"));
    let declared = declared.and_then(|code| Language::ALL.into_iter().find(|language| code.starts_with(language.code())));
    let language = options.language.or(declared).unwrap_or_else(|| Language::detect(&walk.sample()));
    let revised = walk.revised;
    let (blocks, repairs) = walk.finish(language);
    if blocks.is_empty() {
        return Err(reading.error(ErrorKind::Empty, "there is no text in it: check that it is the right file"));
    }
    let notes = if revised { vec![revised_note(options.revisions)] } else { vec![] };
    let name = name.to_owned();
    Ok(Source { name, language, layout: Layout::Akn, blocks, repairs, beside: vec![], pages: vec![], notes, package: None })
}

fn revised_note(how: Revisions) -> Note {
    let (code, done) = match how {
        Revisions::Accept | Revisions::Keep => ("xml-revisions-accepted", "accepted"),
        Revisions::Reject => ("xml-revisions-rejected", "rejected"),
    };
    Note::new(code, format!("the document marks insertions and deletions: it is read as if they were {done}"))
}

/// The notes that stand apart from the text, by their ids.
fn kept_notes(root: Element<'_>) -> HashMap<&str, Element<'_>> {
    let notes = root.descendants().filter(|node| any_name(*node) == "note");
    notes.filter_map(|node| Some((id(node)?, node))).collect()
}

fn id(node: Element<'_>) -> Option<&str> {
    node.attributes().find(|attribute| matches!(attribute.name(), "eId" | "id")).map(|attribute| attribute.value())
}

/// A paragraph as it is taken.
#[derive(Debug, Default)]
struct Taken {
    label: String,
    text: String,
    figures: Vec<String>,
    role: Option<Role>,
}

#[derive(Default)]
struct Walk<'a> {
    how: Revisions,
    most: u64,
    held: u64,
    taken: Vec<Taken>,
    /// The label of the next paragraph.
    label: String,
    open: Option<Taken>,
    is_cell: bool,
    called: Vec<(String, Element<'a>)>,
    kept: HashMap<&'a str, Element<'a>>,
    left_out: Vec<String>,
    revised: bool,
}

impl<'a> Walk<'a> {
    /// Reads the elements in `node`.
    fn children(&mut self, node: Element<'a>) {
        for inner in elements(node) {
            if self.held > self.most {
                return;
            }
            match any_name(inner) {
                "meta" => {}
                "toc" => self.left_out.push(words(inner)),
                "num" => self.label = words(inner),
                "heading" | "subheading" | "crossHeading" => self.heading(inner),
                "tr" => self.row(inner),
                "del" if self.how != Revisions::Reject => self.revised = true,
                "ins" if self.how == Revisions::Reject => self.revised = true,
                "p" | "block" | "listIntroduction" | "listWrapUp" | "docTitle" | "docNumber" | "longTitle" => {
                    self.paragraph(inner);
                }
                _ => self.children(inner),
            }
        }
        self.lone_label(node);
    }

    /// A label without words is a heading of its own: "A".
    fn lone_label(&mut self, node: Element<'a>) {
        let is_own = elements(node).any(|inner| any_name(inner) == "num");
        if is_own && !self.label.is_empty() {
            let text = std::mem::take(&mut self.label);
            self.taken.push(Taken { text, role: Some(Role::Heading), ..Taken::default() });
        }
    }

    fn heading(&mut self, node: Element<'a>) {
        let label = std::mem::take(&mut self.label);
        self.open = Some(Taken { role: Some(Role::Heading), ..Taken::default() });
        // "Article 4" and "Fees" are two, "1." and "Fees" are one.
        let is_named = label.starts_with(char::is_alphabetic) && label.ends_with(char::is_alphanumeric);
        match &mut self.open {
            Some(open) if is_named => open.text = format!("{label} – "),
            Some(open) => open.label = label,
            None => {}
        }
        self.inline(node);
        self.end();
    }

    fn paragraph(&mut self, node: Element<'a>) {
        // In a block other blocks may stand.
        if elements(node).any(|inner| matches!(any_name(inner), "p" | "blockList" | "table")) {
            self.children(node);
            return;
        }
        let role = self.is_cell.then_some(Role::Cell);
        self.open = Some(Taken { label: std::mem::take(&mut self.label), role, ..Taken::default() });
        self.inline(node);
        self.end();
    }

    /// A row is of cells when two have words and none two paragraphs.
    fn row(&mut self, row: Element<'a>) {
        let paragraphs = |cell: Element<'a>| {
            let worded = elements(cell).filter(|inner| any_name(*inner) == "p" && !words(*inner).is_empty()).count();
            worded.max(usize::from(!words(cell).is_empty()))
        };
        let counts: Vec<usize> = elements(row).map(paragraphs).collect();
        let outer = self.is_cell;
        self.is_cell |= counts.iter().all(|count| *count < 2) && counts.iter().sum::<usize>() > 1;
        for cell in elements(row) {
            // A cell may hold words without a paragraph.
            if elements(cell).any(|inner| any_name(inner) == "p") { self.children(cell) } else { self.paragraph(cell) }
        }
        self.is_cell = outer;
    }

    fn inline(&mut self, node: Element<'a>) {
        for inner in node.children() {
            if inner.is_text() {
                let text = inner.text().unwrap_or_default();
                if let Some(open) = &mut self.open {
                    open.text.extend(text.chars().filter(|c| *c != MARK).map(|c| if c == '\n' { ' ' } else { c }));
                }
                continue;
            }
            if !inner.is_element() {
                continue;
            }
            match any_name(inner) {
                "del" | "ins" => {
                    self.revised = true;
                    if (any_name(inner) == "del") == (self.how == Revisions::Reject) {
                        self.inline(inner);
                    }
                }
                "authorialNote" => self.call(inner.attribute("marker"), inner),
                "noteRef" => {
                    let target = inner.attribute("href").and_then(|href| self.kept.get(href.trim_start_matches('#')).copied());
                    if let Some(note) = target {
                        self.call(inner.attribute("marker"), note);
                    }
                }
                "br" | "eol" | "eop" => self.push(" "),
                "sup" => {
                    let before = self.open.as_ref().map_or(0, |open| open.text.len());
                    self.inline(inner);
                    self.raise(before);
                }
                _ => self.inline(inner),
            }
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(open) = &mut self.open {
            open.text.push_str(text);
        }
    }

    /// Figures that are raised are raised in the text too: "m²".
    fn raise(&mut self, before: usize) {
        const LONGEST: usize = 3;
        let Some(open) = &mut self.open else { return };
        let said = open.text.split_off(before);
        let is_figure = (1..=LONGEST).contains(&said.len()) && said.bytes().all(|b| b.is_ascii_digit());
        open.text.push_str(&if is_figure { raised(&said) } else { said });
    }

    fn call(&mut self, marker: Option<&str>, note: Element<'a>) {
        let printed = marker.map_or_else(|| (self.called.len() + 1).to_string(), |marker| marker.trim().to_owned());
        let Some(open) = &mut self.open else { return };
        open.text.push(MARK);
        open.figures.push(printed.clone());
        self.called.push((printed, note));
    }

    /// Ends the paragraph that is open.
    fn end(&mut self) {
        let Some(taken) = self.open.take() else { return };
        self.held += (taken.text.len() + taken.label.len()) as u64;
        if !taken.text.trim().is_empty() {
            self.taken.push(taken);
        }
    }

    /// Reads the texts of the notes that were called.
    fn notes(&mut self) {
        for (label, note) in std::mem::take(&mut self.called) {
            let from = self.taken.len();
            self.label = label;
            self.children(note);
            self.label.clear();
            self.taken[from..].iter_mut().for_each(|taken| taken.role = Some(Role::Note));
        }
    }

    /// The first paragraphs, for their language.
    fn sample(&self) -> String {
        const ENOUGH: usize = 200;
        self.taken.iter().take(ENOUGH).map(|taken| taken.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    fn finish(self, language: Language) -> (Vec<Block>, Vec<Repair>) {
        let are_called = self.taken.iter().any(|taken| !taken.figures.is_empty());
        let left_out = |before: String| Repair { line: 1, before, after: String::new(), why: Why::Furniture };
        let mut repairs: Vec<Repair> = self.left_out.into_iter().filter(|text| !text.is_empty()).map(left_out).collect();
        let mut blocks = vec![];
        for (at, taken) in self.taken.into_iter().enumerate() {
            let text = cleaned(&taken.text, at + 1, &mut repairs);
            let spans: Vec<_> = text.match_indices(MARK).map(|(at, _)| at..at + MARK.len_utf8()).collect();
            let (text, places) = lift(&text, &spans, language.spaced_stops());
            let head = if taken.label.is_empty() { String::new() } else { format!("{} ", taken.label) };
            let shift = head.chars().count();
            let marks = places.into_iter().zip(taken.figures).map(|(at, printed)| Mark { at: at + shift, printed }).collect();
            let (role, marks) = (taken.role.unwrap_or(Role::Unknown), are_called.then_some(marks));
            blocks.push(Block { role, counted: taken.label.len(), marks, ..Block::new(head + &text, at + 1) });
        }
        for repair in &mut repairs {
            repair.before.retain(|c| c != MARK);
            repair.after.retain(|c| c != MARK);
        }
        (blocks, repairs)
    }
}

/// The words in `node`, with single spaces.
fn words(node: Element<'_>) -> String {
    let texts = node.descendants().filter(Element::is_text).filter_map(|inner| inner.text());
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
