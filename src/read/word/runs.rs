//! What is printed of a paragraph's runs: text, marks, the results of fields; not their codes, and nothing hidden.

use std::ops::Range;

use super::numbers::{NoteKind, NoteNumbers};
use super::package::{Run, TextElement};
use super::said::{Place, Said};
use super::styles::{Face, Styles};
use super::symbols::symbol;
use super::tidy::Reference;
use super::xml::{Element, any_name, attribute, child, content, elements, name, scalars};

/// The fields that are open: for each, whether its result has begun. They may span paragraphs.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<bool>,
    /// How many of them have no result yet.
    codes: usize,
    /// Every field of the part is closed.
    are_closed: bool,
}

impl Fields {
    /// The fields of the part `root`.
    pub(super) fn of(root: Element<'_>) -> Self {
        let count = |wanted: &str| {
            root.descendants().filter(|n| name(*n) == "fldChar" && attribute(*n, "fldCharType") == Some(wanted)).count()
        };
        Self { open: vec![], codes: 0, are_closed: count("begin") == count("end") }
    }

    /// Whether what comes now is printed: it is in no field's code.
    fn print(&self) -> bool {
        self.codes == 0
    }

    fn meet(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => {
                self.open.push(false);
                self.codes += 1;
            }
            Some("separate") => {
                if let Some(last) = self.open.last_mut() {
                    self.codes -= usize::from(!std::mem::replace(last, true));
                }
            }
            Some("end") => self.codes -= usize::from(self.open.pop() == Some(false)),
            _ => {}
        }
    }

    /// Ends a paragraph: where fields are broken, none may swallow the next one.
    fn end_paragraph(&mut self) {
        if !self.are_closed {
            self.open.clear();
            self.codes = 0;
        }
    }
}

/// What was taken from one paragraph.
#[derive(Default)]
pub(super) struct Taken<'a> {
    pub(super) runs: Vec<Run>,
    pub(super) said: Said,
    pub(super) references: Vec<Reference>,
    pub(super) hidden: String,
    /// The text boxes that are anchored in it.
    pub(super) boxes: Vec<Element<'a>>,
}

/// The taking of one paragraph.
pub(super) struct Taking<'a, 's> {
    pub(super) raw: &'s str,
    pub(super) styles: &'s Styles,
    pub(super) fields: &'s mut Fields,
    pub(super) notes: &'s mut NoteNumbers,
    /// How the paragraph's style shows characters.
    pub(super) face: Face,
    pub(super) taken: Taken<'a>,
}

impl<'a> Taking<'a, '_> {
    /// Takes the paragraph `node`.
    pub(super) fn paragraph(mut self, node: Element<'a>) -> Taken<'a> {
        self.children(node);
        self.fields.end_paragraph();
        self.taken
    }

    /// Takes what stands in `node`, a paragraph or something in it.
    fn children(&mut self, node: Element<'a>) {
        for inner in elements(node) {
            match name(inner) {
                "r" => self.run(inner),
                // What is kept of tracked changes reads as if accepted.
                "hyperlink" | "smartTag" | "customXml" | "sdt" | "sdtContent" | "fldSimple" | "dir" | "bdo" | "ins"
                | "moveTo" => {
                    self.children(inner);
                }
                "" if any_name(inner) == "AlternateContent" => {
                    if let Some(branch) = branch(inner) {
                        self.children(branch);
                    }
                }
                "" if matches!(any_name(inner), "oMath" | "oMathPara") => self.formula(inner),
                _ => {}
            }
        }
    }

    /// A formula is printed in a row, and not to be cut.
    fn formula(&mut self, node: Element<'a>) {
        let run = self.taken.runs.len();
        let range = node.range();
        self.taken.runs.push(Run { element: range.clone(), properties: range.start..range.start, texts: vec![] });
        if self.fields.print() {
            self.whole(node, &Place { run, raw: range });
        }
    }

    /// The letters in `node`, which are cut together, at `place`.
    fn whole(&mut self, node: Element<'a>, place: &Place) {
        for text in node.descendants().filter(|n| any_name(*n) == "t") {
            scalars(self.raw, content(self.raw, text), |c, _| self.taken.said.push(c, place));
        }
    }

    fn run(&mut self, node: Element<'a>) {
        let properties = child(node, "rPr");
        let own = properties.map(Face::of).unwrap_or_default();
        let face = own.or(self.styles.face(self.styles.named(properties, "rStyle"))).or(self.face);
        let start = content(self.raw, node).start;
        let properties = properties.map_or(start..start, |pr| pr.range());
        let (run, first, first_mark) = (self.taken.runs.len(), self.taken.said.text().len(), self.taken.references.len());
        self.taken.runs.push(Run { element: node.range(), properties, texts: vec![] });
        self.run_children(node, run);
        if face.hidden == Some(true) {
            self.taken.hidden.push_str(&self.taken.said.split_off(first));
            self.taken.references.truncate(first_mark);
        } else if face.raised == Some(true) {
            self.raise(first);
        }
    }

    fn run_children(&mut self, node: Element<'a>, run: usize) {
        for inner in elements(node) {
            let called = name(inner);
            if called == "fldChar" {
                self.fields.meet(attribute(inner, "fldCharType"));
            } else if matches!(called, "drawing" | "pict" | "object") {
                boxes(inner, &mut self.taken.boxes);
            } else if called.is_empty() && any_name(inner) == "AlternateContent" {
                if let Some(branch) = branch(inner) {
                    self.run_children(branch, run);
                }
            } else if called == "t" {
                self.text(inner, run);
            } else if self.fields.print() {
                self.element(inner, run);
                if has_custom_mark(inner) {
                    // The mark that was typed is the rest of the run.
                    break;
                }
            }
        }
    }

    fn text(&mut self, node: Element<'a>, run: usize) {
        let inner = content(self.raw, node);
        self.taken.runs[run].texts.push(TextElement { element: node.range(), content: inner.clone() });
        if !self.fields.print() {
            return;
        }
        let inner = if is_preserved(node) { inner } else { trimmed(self.raw, inner) };
        let said = &mut self.taken.said;
        scalars(self.raw, inner, |c, raw| said.push(c, &Place { run, raw }));
    }

    /// An element of a run that prints something other than plain text.
    fn element(&mut self, node: Element<'a>, run: usize) {
        let place = Place { run, raw: node.range() };
        let shown = match name(node) {
            "tab" | "ptab" => Some('\t'),
            "lastRenderedPageBreak" => {
                self.notes.end_page();
                None
            }
            "br" if attribute(node, "type") == Some("page") => {
                self.notes.end_page();
                Some('\n')
            }
            "br" | "cr" => Some('\n'),
            "noBreakHyphen" => Some('\u{2011}'),
            "softHyphen" => Some('\u{ad}'),
            "sym" => coded(node).map(|c| symbol(c, attribute(node, "font"))),
            "footnoteReference" => return self.reference(node, place, NoteKind::Foot),
            "endnoteReference" => return self.reference(node, place, NoteKind::End),
            "ruby" => {
                if let Some(base) = child(node, "rubyBase") {
                    self.whole(base, &place);
                }
                None
            }
            "" if any_name(node) == "symEx" => coded(node),
            _ => None,
        };
        if let Some(c) = shown {
            self.taken.said.push(c, &place);
        }
    }

    fn reference(&mut self, node: Element<'a>, mut place: Place, kind: NoteKind) {
        let Some(id) = attribute(node, "id") else { return };
        let custom = has_custom_mark(node).then(|| {
            let follows = node.next_siblings().skip(1).filter(|n| name(*n) == "t");
            follows.fold(String::new(), |mut printed, text| {
                scalars(self.raw, content(self.raw, text), |c, _| printed.push(c));
                place.raw.end = text.range().end;
                printed
            })
        });
        let printed = self.notes.refer(kind, id, custom.as_deref().map(str::trim));
        self.taken.references.push(Reference { at: self.taken.said.text().len(), printed, place });
    }

    /// Figures that a run raises are raised in the text too, as marks that were typed.
    fn raise(&mut self, first: usize) {
        const LONGEST: usize = 3;
        let said = &mut self.taken.said;
        let figures = said.text()[first..].bytes().filter(u8::is_ascii_digit).count();
        let is_mark = |c: char| c.is_ascii_digit() || c.is_whitespace();
        if (1..=LONGEST).contains(&figures) && said.text()[first..].chars().all(is_mark) {
            let raised: Vec<(usize, char, Place)> = said.from(first).collect();
            said.split_off(first);
            for (_, c, place) in raised {
                said.push(c.to_digit(10).map_or(c, |digit| RAISED[digit as usize]), &place);
            }
        }
    }
}

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

fn has_custom_mark(node: Element<'_>) -> bool {
    matches!(attribute(node, "customMarkFollows"), Some("1" | "true" | "on"))
}

/// The character that `node` gives by its code.
fn coded(node: Element<'_>) -> Option<char> {
    let code = node.attributes().find(|a| a.name() == "char")?.value();
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

/// Of alternatives, the first that prints something, else the last.
pub(super) fn branch<'a>(node: Element<'a>) -> Option<Element<'a>> {
    let prints = |branch: &Element<'a>| {
        branch.descendants().any(|n| matches!(name(n), "p" | "t" | "r" | "txbxContent") || any_name(n) == "symEx")
    };
    elements(node).find(prints).or_else(|| elements(node).last())
}

/// The contents of the text boxes in `node`, each once.
fn boxes<'a>(node: Element<'a>, found: &mut Vec<Element<'a>>) {
    for inner in elements(node) {
        if name(inner) == "txbxContent" {
            found.push(inner);
        } else if any_name(inner) == "AlternateContent" {
            if let Some(branch) = branch(inner) {
                boxes(branch, found);
            }
        } else {
            boxes(inner, found);
        }
    }
}

/// Whether white space at the ends of a text counts.
fn is_preserved(node: Element<'_>) -> bool {
    let space = |n: Element<'_>| n.attribute(("http://www.w3.org/XML/1998/namespace", "space")).map(|value| value == "preserve");
    node.ancestors().find_map(space).unwrap_or(false)
}

fn trimmed(raw: &str, range: Range<usize>) -> Range<usize> {
    let is_space = |c: char| c.is_ascii_whitespace();
    let text = &raw[range.clone()];
    let start = range.start + text.len() - text.trim_start_matches(is_space).len();
    start..start.max(range.start + text.trim_end_matches(is_space).len())
}
