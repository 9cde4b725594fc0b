//! Word files (.docx): text, automatic numbers, notes, with tracked changes settled first.
//!
//! ```text
//! unpack → parts → settle → story: paragraph by paragraph    runs → tidy      text, with the way back
//!                                                             numbering        "12."
//!                                                             styles           heading or not
//!                                                             numbers          marks and the notes that they call
//! ```
//!
//! Incomplete: notes that begin anew on each page are counted through where the file does not say where its pages ended; numbers in words
//! other than ordinals are figures; embedded documents, text of other files that Word puts in (`altChunk`, which is named), and fields that
//! print without a result, are not read.

mod beside;
mod figures;
mod numbering;
mod numbers;
pub(super) mod odt;
mod package;
mod parts;
mod runs;
mod said;
mod settle;
mod story;
mod styles;
mod symbols;
mod tally;
#[cfg(test)]
mod tests;
mod tidy;
pub(super) mod unpack;
mod written_by;
pub(super) mod xml;

use std::sync::Arc;

use roxmltree::Document;

use self::numbering::Lists;
use self::numbers::{NoteKind, NoteNumbers};
pub(crate) use self::package::LabelSource;
pub use self::package::Package;
use self::package::Paragraph;
use self::parts::Parts;
pub(crate) use self::parts::resolved;
use self::runs::Fields;
pub(crate) use self::said::Place;
pub(crate) use self::settle::{is_kept_as_gone, settled};
use self::story::{Part, Story};
use self::styles::Styles;
use self::unpack::SAVE_AGAIN;
pub(crate) use self::written_by::{OURS, about_part, application, is_own_file};
use self::xml::{Element, Reading, attribute, child, elements, name as element_name, switch};
use super::line::single_spaces;
use super::stack::deep;
use super::{Beside, BesideKind, Block, Layout, Note, ReadOptions, Repair, Role, Source};
use crate::Error;
use crate::language::Language;

/// Reads the Word file in `bytes`.
pub(super) fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    deep(name, || whole(name, bytes, options))
}

fn whole(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let mut parts = Parts::new(bytes, Reading { name, limits: &options.limits, advice: SAVE_AGAIN })?;
    let mut notes = parts.settle(options.revisions, &options.authors)?;
    let Read { blocks, paragraphs, repairs, beside } = text(&parts, options.language, &mut notes)?;
    if blocks.is_empty() {
        // An empty document is an empty document; one of pictures may be a text that was scanned.
        let has_pictures = beside.iter().any(|one| one.kind == BesideKind::Picture);
        let what = if has_pictures {
            "there is no text in it, only pictures: a picture of a text must be read by a text recogniser first"
        } else {
            "there is no text in it"
        };
        notes.push(Note::new("no-text", what));
    }
    let language = options.language.unwrap_or_else(|| language(&blocks));
    let Parts { all, document, footnotes, endnotes, kept, authors, nested, .. } = parts;
    let package = Some(Arc::new(Package { parts: all, document, footnotes, endnotes, kept, authors, nested, paragraphs }));
    let (name, layout) = (name.to_owned(), Layout::Word);
    Ok(Source { name, language, layout, blocks, repairs, beside, pages: vec![], notes, package })
}

/// The language of the first paragraphs.
fn language(blocks: &[Block]) -> Language {
    const ENOUGH: usize = 200;
    let texts: Vec<&str> = blocks.iter().take(ENOUGH).map(|block| block.text.as_str()).collect();
    Language::detect(&texts.join("\n"))
}

/// The same, before paragraphs are read: the language of ordinals.
fn language_of(body: Element<'_>) -> Language {
    const ENOUGH: usize = 2_000;
    let texts = body.descendants().filter(|node| element_name(*node) == "t").filter_map(|node| node.text());
    Language::detect(&texts.take(ENOUGH).collect::<Vec<_>>().join(" "))
}

/// What was read of all parts.
struct Read {
    blocks: Vec<Block>,
    paragraphs: Vec<Paragraph>,
    repairs: Vec<Repair>,
    beside: Vec<Beside>,
}

/// Reads the text and its notes; headers and footers only where there is no other text.
fn text(parts: &Parts<'_>, language: Option<Language>, notes: &mut Vec<Note>) -> Result<Read, Error> {
    let styles = parts.parse(parts.styles)?;
    let styles = styles.as_ref().map(|xml| Styles::new(xml.root_element())).unwrap_or_default();
    let lists = parts.parse(parts.numbering)?;
    let lists = lists.as_ref().map(|xml| Lists::new(xml.root_element())).unwrap_or_default();
    let settings = parts.parse(parts.settings)?;
    let body = parts.xml(parts.document)?;
    let language = language.unwrap_or_else(|| language_of(body.root_element()));
    let numbers = NoteNumbers::new(body.root_element(), settings.as_ref().map(Document::root_element), language);
    let mut story = Story::new(&styles, &lists, numbers, parts.reading.limits.text);
    let open = |at: usize, xml: &Document<'_>, role| Part::new(at, parts.raw(at), Fields::of(xml.root_element()), role);
    story.read(body.root_element(), &mut open(parts.document, &body, Role::Unknown));
    for (kind, at) in [(NoteKind::Foot, parts.footnotes), (NoteKind::End, parts.endnotes)] {
        if let Some(at) = at {
            let xml = parts.xml(at)?;
            story.read_notes(kind, xml.root_element(), open(at, &xml, Role::Note));
        }
    }
    let mut beside = beside::beside(parts, body.root_element())?;
    if story.blocks.is_empty() {
        // Headers and footers are the text.
        beside.retain(|one| !matches!(one.kind, BesideKind::Header | BesideKind::Footer));
        for &at in &parts.margins {
            let xml = parts.xml(at)?;
            story.read(xml.root_element(), &mut open(at, &xml, Role::Unknown));
        }
    }
    notes.extend(beside::attached_notes(&beside));
    notes.extend(struck(body.root_element()));
    if let Some(xml) = parts.parse(parts.comments)? {
        notes.extend(comments(xml.root_element()));
    }
    if story.notes.restart_on_unknown_pages() {
        let message = "the notes of this file are numbered anew on each page: here they are counted through the whole text";
        notes.push(Note::new("notes-by-page", message));
    }
    parts.reading.held(story.held)?;
    let Story { mut blocks, paragraphs, repairs, notes: numbers, .. } = story;
    if !numbers.are_called() {
        // Marks may have been typed.
        for block in &mut blocks {
            block.marks = None;
        }
    }
    Ok(Read { blocks, paragraphs, repairs, beside })
}

/// Says how many passages of `body` a person struck out, which only looks like a change.
fn struck(body: Element<'_>) -> Option<Note> {
    let (mut count, mut was_struck) = (0, false);
    for node in body.descendants() {
        match element_name(node) {
            "p" => was_struck = false,
            "r" if node.descendants().any(|inner| element_name(inner) == "t") => {
                let on = |pr, name| switch(pr, name).unwrap_or(false);
                let is_struck = child(node, "rPr").is_some_and(|pr| on(pr, "strike") || on(pr, "dstrike"));
                count += usize::from(is_struck && !was_struck);
                was_struck = is_struck;
            }
            _ => {}
        }
    }
    let count = (count > 0).then(|| count.to_string())?;
    let message = format!("words are struck out by hand, not as a tracked change, and are read as text; passages: {count}");
    Some(Note::new("struck-by-hand", message).with([&count]))
}

/// The comments of `root`, a `w:comments`: beside the text, not in it.
fn comments(root: Element<'_>) -> impl Iterator<Item = Note> {
    elements(root).filter(|node| element_name(*node) == "comment").map(|node| {
        let author = attribute(node, "author").unwrap_or_default();
        let texts = node.descendants().filter(|n| element_name(*n) == "t").filter_map(|n| n.text());
        let text = single_spaces(&texts.collect::<String>());
        Note::new("comment", format!("comment by {author}: {text}")).with([author, &text])
    })
}
