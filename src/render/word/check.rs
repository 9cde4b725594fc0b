//! A redline checks itself: what its changes accepted and rejected say is held against the two texts.
//!
//! ```text
//! written file ─ reject → ¶ ¶ [cell|cell] ¶ note 1     held against the old file
//!              └ accept → ¶ ¶ [cell|cell] ¶ note 1     held against the new one
//! ```
//!
//! Tracked changes are settled as the reader of Word files settles them (ECMA-376 part 1, 17.13.5), which shares nothing with the writer.
//! What is compared is what each paragraph says, with formulas and the places of marks; what each note says that is called; and what each
//! cell of each row says. Empty paragraphs do not count, nor does how much white space there is. Cost: each part is parsed three times and
//! copied twice.

use super::xml::{attribute, is};
use crate::read::{Revisions, settled_part};
use crate::render::visible::visible;

type Element<'x> = roxmltree::Node<'x, 'x>;

/// What a file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// Paragraphs with text, in order, each with its number among all paragraphs.
    pub(super) paragraphs: Vec<(usize, String)>,
    /// The notes that are called, in the order of their marks.
    pub(super) notes: Vec<String>,
    /// The cells of each row.
    pub(super) rows: Vec<Vec<String>>,
}

/// The names of the parts that are read.
pub(super) struct Places<'a> {
    pub(super) text: &'a str,
    pub(super) feet: &'a str,
    pub(super) ends: &'a str,
}

/// What the parts, whose bytes `part` gives by their names, say with their changes settled; None where one cannot be read.
pub(super) fn content<'p>(part: impl Fn(&str) -> Option<&'p [u8]>, places: &Places<'_>, how: Revisions) -> Option<Content> {
    let part = |name: &str| settled_part(std::str::from_utf8(part(name)?).ok()?, how);
    let mut content = Content::default();
    let mut calls = vec![];
    let text = part(places.text)?;
    let xml = tree(&text)?;
    let mut reader = Reader { content: &mut content, calls: &mut calls, next: 0, open: vec![] };
    reader.walk(xml.root_element());
    for (kind, name) in [("footnote", places.feet), ("endnote", places.ends)] {
        let called: Vec<String> = calls.iter().filter(|(of, _)| *of == kind).map(|(_, id)| id.clone()).collect();
        if called.is_empty() {
            continue;
        }
        let source = part(name);
        let xml = source.as_deref().and_then(tree);
        let found: std::collections::HashMap<&str, Element<'_>> = xml
            .iter()
            .flat_map(|xml| xml.root_element().children())
            .filter_map(|note| Some((attribute(note, "id")?, note)))
            .collect();
        for id in called {
            let mut said = Content::default();
            if let Some(note) = found.get(id.as_str()) {
                Reader { content: &mut said, calls: &mut vec![], next: 0, open: vec![] }.walk(*note);
            }
            let said: Vec<String> = said.paragraphs.into_iter().map(|(_, text)| text).collect();
            content.notes.push(format!("{kind} {}", said.join(" ")));
        }
    }
    Some(content)
}

fn tree(source: &str) -> Option<roxmltree::Document<'_>> {
    let options = roxmltree::ParsingOptions { nodes_limit: u32::MAX, ..Default::default() };
    roxmltree::Document::parse_with_options(source, options).ok()
}

struct Reader<'a> {
    content: &'a mut Content,
    calls: &'a mut Vec<(&'static str, String)>,
    next: usize,
    /// The paragraphs that are open: the number of each, where its text is put, and what it says so far.
    open: Vec<(usize, usize, String)>,
}

impl Reader<'_> {
    fn walk(&mut self, node: Element<'_>) {
        for child in node.children().filter(roxmltree::Node::is_element) {
            let name = child.tag_name().name();
            match name {
                "Fallback" | "pPr" | "rPr" | "instrText" | "delText" | "delInstrText" | "sectPr" => {}
                "p" if is(child, "p") => self.paragraph(child),
                "tr" if is(child, "tr") => self.row(child),
                "t" => self.say(child.text().unwrap_or_default()),
                "tab" | "ptab" | "br" | "cr" if is(child, name) => self.say(" "),
                "noBreakHyphen" => self.say("\u{2011}"),
                "sym" => self.say("\u{25a1}"),
                "footnoteReference" => self.call("footnote", child),
                "endnoteReference" => self.call("endnote", child),
                _ => self.walk(child),
            }
        }
    }

    fn say(&mut self, text: &str) {
        if let Some((_, _, said)) = self.open.last_mut() {
            said.push_str(text);
        }
    }

    fn call(&mut self, kind: &'static str, node: Element<'_>) {
        self.say("\u{2020}");
        self.calls.push((kind, attribute(node, "id").unwrap_or_default().to_owned()));
    }

    fn paragraph(&mut self, node: Element<'_>) {
        let place = self.content.paragraphs.len();
        self.open.push((self.next, place, String::new()));
        self.next += 1;
        self.walk(node);
        if let Some((number, place, said)) = self.open.pop() {
            let said = squeezed(&said);
            if !said.is_empty() {
                // Boxes in it stand behind it.
                self.content.paragraphs.insert(place, (number, said));
            }
        }
    }

    fn row(&mut self, node: Element<'_>) {
        let place = self.content.rows.len();
        self.content.rows.push(vec![]);
        self.cells(node, place);
    }

    fn cells(&mut self, node: Element<'_>, row: usize) {
        for child in node.children().filter(roxmltree::Node::is_element) {
            if is(child, "tc") {
                let first = self.content.paragraphs.len();
                self.walk(child);
                let said: Vec<&str> = self.content.paragraphs[first..].iter().map(|(_, text)| text.as_str()).collect();
                let said = said.join(" ");
                self.content.rows[row].push(said);
            } else {
                self.cells(child, row);
            }
        }
    }
}

fn squeezed(text: &str) -> String {
    let text = text.replace(['\r', '\n', '\t', '\u{85}', '\u{2028}', '\u{2029}'], " ");
    let shown = visible(&text);
    let words: Vec<&str> = shown.split_whitespace().collect();
    words.join(" ")
}

impl Content {
    /// The first thing that `wanted` says otherwise.
    pub(super) fn differs_from(&self, wanted: &Self) -> Option<String> {
        let shown = |text: Option<&str>| text.map_or_else(|| "nothing".to_owned(), |text| format!("\"{}\"", opening(text)));
        let texts = |content: &Self| content.paragraphs.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>();
        let (ours, theirs) = (texts(self), texts(wanted));
        let both = [(&ours, &theirs, "paragraph"), (&self.notes, &wanted.notes, "note")];
        for (ours, theirs, what) in both {
            let differs = |at: &usize| ours.get(*at) != theirs.get(*at);
            if let Some(at) = (0..ours.len().max(theirs.len())).find(differs) {
                let [ours, theirs] = apart([ours, theirs].map(|texts| texts.get(at).map(String::as_str)));
                let [ours, theirs] = [shown(ours.as_deref()), shown(theirs.as_deref())];
                return Some(format!("{what} {} says {ours}, not {theirs}", at + 1));
            }
        }
        let differs = |at: &usize| self.rows.get(*at) != wanted.rows.get(*at);
        let row = (0..self.rows.len().max(wanted.rows.len())).find(differs)?;
        let cells = |content: &Self| content.rows.get(row).map(|cells| cells.join(" | "));
        Some(format!("row {} says {}, not {}", row + 1, shown(cells(self).as_deref()), shown(cells(wanted).as_deref())))
    }

    /// The numbers of the paragraphs of `wanted` that this says otherwise; of paragraphs too many or too few, those about the first.
    pub(super) fn different_paragraphs(&self, wanted: &Self) -> Vec<usize> {
        let (ours, theirs) = (&self.paragraphs, &wanted.paragraphs);
        let start = ours.iter().zip(theirs).take_while(|(a, b)| a.1 == b.1).count();
        let most = ours.len().min(theirs.len()) - start;
        let end = ours.iter().rev().zip(theirs.iter().rev()).take(most).take_while(|(a, b)| a.1 == b.1).count();
        let is_place_for_place = ours.len() == theirs.len();
        let differs = |at: &usize| !is_place_for_place || ours[*at].1 != theirs[*at].1;
        let last = (theirs.len() - end).max(start + 1).min(theirs.len());
        (start..last).filter(differs).map(|at| theirs[at].0).collect()
    }
}

/// Two texts from shortly before the place where they differ.
fn apart(texts: [Option<&str>; 2]) -> [Option<String>; 2] {
    const BEFORE: usize = 20;
    let [a, b] = texts.map(Option::unwrap_or_default);
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    texts.map(|text| text.map(|text| text.chars().skip(same.saturating_sub(BEFORE)).collect()))
}

/// The first words of a text.
fn opening(text: &str) -> String {
    const MOST: usize = 60;
    let short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() { short + "…" } else { short }
}
