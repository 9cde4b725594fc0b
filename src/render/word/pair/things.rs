//! What a thing that is no character is: a picture by its bytes, a formula by its letters and how it is built, a mark by its note.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use roxmltree::Node;
use rustc_hash::FxHasher;

use super::super::atoms::Stuff;
use super::super::xml::{attribute, is};
use super::relations::Relations;
use super::side::{Element, Notes, Para, Side};

/// The things of one file.
pub(super) struct Things {
    /// For each element that is one, by its sheet and first byte.
    known: HashMap<(usize, usize), String>,
    /// The address of each link, by the same.
    addresses: HashMap<(usize, usize), String>,
}

impl Things {
    /// The things in the paragraphs of `side`.
    pub(super) fn of_side(side: &Side<'_>) -> Self {
        let is_thing = |what: &Stuff| matches!(what, Stuff::Reference(_) | Stuff::Formula(_) | Stuff::Other(_));
        let mut known = HashMap::new();
        for para in &side.paragraphs {
            let things = para.taken.atoms.iter().filter(|atom| is_thing(&atom.what));
            known.extend(things.map(|atom| ((para.sheet, atom.start()), String::new())));
        }
        let mut addresses = HashMap::new();
        for (at, sheet) in side.sheets.iter().enumerate() {
            let relations = Relations::of(side.package, sheet.name);
            for node in sheet.root.descendants().filter(Node::is_element) {
                if let Some(thing) = known.get_mut(&(at, node.range().start)) {
                    *thing = named(node, side, &relations);
                }
                if let Some(address) = Some(node).filter(|node| is(*node, "hyperlink")).and_then(|node| relations.address(node)) {
                    addresses.insert((at, node.range().start), address);
                }
            }
        }
        Self { known, addresses }
    }

    /// The address of the link that begins at byte `start` of the part of `para`, if it has one that may be followed.
    pub(super) fn address(&self, para: &Para<'_>, start: usize) -> Option<&str> {
        self.addresses.get(&(para.sheet, start)).map(String::as_str)
    }

    /// What begins at byte `start` of the part of `para`.
    pub(super) fn of(&self, para: &Para<'_>, start: usize) -> String {
        self.known.get(&(para.sheet, start)).cloned().unwrap_or_default()
    }

    /// The reference of a note that begins there: a number for its kind, and the text of the note.
    pub(super) fn note(&self, para: &Para<'_>, start: usize) -> (u32, String) {
        let said = self.of(para, start);
        let (kind, text) = said.split_once(' ').unwrap_or_default();
        (kind.parse().unwrap_or_default(), text.to_owned())
    }
}

fn named(node: Element<'_>, side: &Side<'_>, relations: &Relations<'_>) -> String {
    let notes = [("footnoteReference", Notes::Foot), ("endnoteReference", Notes::End)];
    if let Some((_, kind)) = notes.iter().find(|(name, _)| is(node, name)) {
        let blocks = attribute(node, "id").and_then(|id| side.notes.get(&(*kind, id)));
        let custom = attribute(node, "customMarkFollows").unwrap_or_default();
        let kind = u32::from(*kind == Notes::End) + 2 * u32::from(!custom.is_empty());
        return format!("{kind} {}", blocks.map(|blocks| side.text(blocks)).unwrap_or_default());
    }
    let mut text = node.tag_name().name().to_owned();
    if matches!(text.as_str(), "drawing" | "pict" | "object" | "AlternateContent") {
        // A picture is what it shows, wherever it stands; a box is a box, whatever is in it.
        let mut shown: Vec<String> = vec![];
        pictures(node, relations, &mut shown);
        let mut boxes = vec![];
        super::side::boxes(node, &mut boxes);
        return format!("drawing {} {}", shown.join(" "), boxes.len());
    }
    build(node, &mut text);
    text
}

/// The parts that `node` shows, each by a digest.
fn pictures(node: Element<'_>, relations: &Relations<'_>, shown: &mut Vec<String>) {
    for child in node.children().filter(Node::is_element) {
        let name = child.tag_name().name();
        if is(child, "txbxContent") || name == "Fallback" {
            continue;
        }
        for attribute in child.attributes().filter(|a| a.namespace().is_some_and(|uri| uri.ends_with("/relationships"))) {
            let digest = relations.bytes(attribute.value()).map_or(0, |bytes| {
                let mut hasher = FxHasher::default();
                bytes.hash(&mut hasher);
                hasher.finish()
            });
            shown.push(format!("{name} {digest:x}"));
        }
        if name == "wsp" || name == "shape" {
            shown.push(name.to_owned());
        }
        pictures(child, relations, shown);
    }
}

/// Names and letters of what stands in `node`, without its looks.
fn build(node: Element<'_>, text: &mut String) {
    for child in node.children() {
        if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        } else if child.is_element() && !matches!(child.tag_name().name(), "rPr" | "ctrlPr" | "bookmarkStart" | "bookmarkEnd") {
            text.push('<');
            text.push_str(child.tag_name().name());
            child.attributes().filter(|a| !a.name().starts_with("rsid")).for_each(|a| {
                text.push(' ');
                text.push_str(a.value());
            });
            build(child, text);
            text.push('>');
        }
    }
}
