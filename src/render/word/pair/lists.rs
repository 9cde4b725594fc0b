//! The lists of the new file in terms of the old one: the same where they count alike, else added.
//!
//! ```text
//! new   numId 7 → abstract 3: "%1." decimal, "(%2)" lowerLetter        old   numId 2 → abstract 0: the same levels        7 is 2
//! ```
//!
//! A list of the same number is looked at first, since one file was most often made from the other.

use std::collections::HashMap;

use super::super::base::Part;
use super::super::parts;
use super::super::xml::{attribute, is, shown};
use super::bring::{elements, extensions, val};
use super::side::Element;
use super::styles::related;
use crate::read::Package;

/// A list: what it says, to be compared, and where it stands.
struct List {
    of: String,
    says: String,
    /// The texts and figures of its levels.
    levels: Vec<String>,
    xml: String,
}

/// The lists of one file.
#[derive(Default)]
struct File<'x> {
    part: Option<&'x str>,
    lists: HashMap<String, List>,
    /// The XML of each abstract list.
    abstracts: HashMap<String, String>,
    /// In the order of the file.
    order: Vec<String>,
}

impl<'x> File<'x> {
    fn of(package: &'x Package) -> Self {
        let Some((part, source)) = related(package, "numbering") else { return Self::default() };
        let Ok(xml) = roxmltree::Document::parse(source) else { return Self::default() };
        let mut file = Self { part: Some(part), ..Self::default() };
        let mut says: HashMap<String, (String, Vec<String>)> = HashMap::new();
        for node in elements(xml.root_element()) {
            if is(node, "abstractNum") {
                let id = attribute(node, "abstractNumId").unwrap_or_default().to_owned();
                let mut text = String::new();
                elements(node).filter(|child| !is(*child, "nsid") && !is(*child, "tmpl")).for_each(|child| say(child, &mut text));
                let shown = |level: Element<'_>| format!("{:?} {:?}", val(level, "numFmt"), val(level, "lvlText"));
                let levels = elements(node).filter(|child| is(*child, "lvl")).map(shown).collect();
                says.insert(id.clone(), (text, levels));
                file.abstracts.insert(id, plain(node, source));
            } else if is(node, "num") {
                let id = attribute(node, "numId").unwrap_or_default().to_owned();
                let of = val(node, "abstractNumId").unwrap_or_default().to_owned();
                let (mut text, levels) = says.get(&of).cloned().unwrap_or_default();
                elements(node).filter(|child| is(*child, "lvlOverride")).for_each(|child| say(child, &mut text));
                file.order.push(id.clone());
                file.lists.insert(id, List { of, says: text, levels, xml: plain(node, source) });
            }
        }
        file
    }
}

/// The XML of `node`, without what the roots of another file may not know.
fn plain(node: Element<'_>, source: &str) -> String {
    let mut cuts = vec![];
    extensions(node, &mut cuts);
    cuts.sort_by_key(|cut| cut.start);
    let (mut xml, mut at) = (String::new(), node.range().start);
    for cut in cuts {
        xml.push_str(&source[at..cut.start]);
        at = cut.end;
    }
    xml + &source[at..node.range().end]
}

/// What counts of a list's level: how it counts, not how it looks.
fn say(node: Element<'_>, text: &mut String) {
    if is(node, "pPr") || is(node, "rPr") || is(node, "lvlPicBulletId") || is(node, "lvlJc") {
        return;
    }
    text.push('<');
    text.push_str(node.tag_name().name());
    for attribute in node.attributes().filter(|a| !matches!(a.name(), "tplc" | "tentative")) {
        text.push(' ');
        text.push_str(attribute.value());
    }
    elements(node).for_each(|child| say(child, text));
    text.push('>');
}

/// The lists of both files.
pub(super) struct Lists<'x> {
    old: File<'x>,
    new: File<'x>,
    known: HashMap<String, String>,
    /// The abstract lists that were added, by their ids in the new file.
    abstracts: HashMap<String, String>,
    added: [String; 2],
    next: [u64; 2],
}

impl<'x> Lists<'x> {
    /// Those of `old` and `new`.
    pub(super) fn of(old: &'x Package, new: &'x Package) -> Self {
        let (old, new) = (File::of(old), File::of(new));
        let above = |ids: &mut dyn Iterator<Item = &String>| ids.filter_map(|id| id.parse::<u64>().ok()).max().unwrap_or(0) + 1;
        let next = [above(&mut old.abstracts.keys()), above(&mut old.lists.keys())];
        Self { old, new, known: HashMap::new(), abstracts: HashMap::new(), added: Default::default(), next }
    }

    /// The new file's list is the old file's, unless either is known to be another.
    pub(super) fn same(&mut self, new: &str, old: &str) {
        let counts_alike = |new: &List, old: &List| new.says == old.says || new.levels == old.levels;
        let fits = self.new.lists.get(new).zip(self.old.lists.get(old)).is_some_and(|(new, old)| counts_alike(new, old));
        if fits && !self.known.contains_key(new) && !self.known.values().any(|known| known == old) {
            self.known.insert(new.to_owned(), old.to_owned());
        }
    }

    /// The number in the old file of the new file's list `id`.
    pub(super) fn id(&mut self, id: &str) -> String {
        if let Some(known) = self.known.get(id) {
            return known.clone();
        }
        let Some(list) = self.new.lists.get(id) else { return id.to_owned() };
        let is_same = |other: &&String| self.old.lists.get(*other).is_some_and(|old| old.says == list.says);
        let own = id.to_owned();
        let found = [&own].into_iter().find(is_same).or_else(|| self.old.order.iter().find(is_same)).cloned();
        let found = found.unwrap_or_else(|| self.add(id));
        self.known.insert(id.to_owned(), found.clone());
        found
    }

    fn add(&mut self, id: &str) -> String {
        let list = &self.new.lists[id];
        let (of, xml) = (list.of.clone(), list.xml.clone());
        let above = if let Some(known) = self.abstracts.get(&of) {
            known.clone()
        } else {
            let own = self.next[0].to_string();
            self.next[0] += 1;
            if let Some(xml) = self.new.abstracts.get(&of) {
                self.added[0].push_str(&with_id(xml, "abstractNumId=\"", &own));
            }
            self.abstracts.insert(of, own.clone());
            own
        };
        let own = self.next[1].to_string();
        self.next[1] += 1;
        let xml = with_id(&xml, "numId=\"", &own);
        let at = xml.find("abstractNumId").unwrap_or(xml.len());
        let xml = xml[..at].to_owned() + &with_id(&xml[at..], "val=\"", &above);
        self.added[1].push_str(&xml);
        own
    }

    pub(super) fn finish(self, all: &mut Vec<Part>) {
        let [abstracts, lists] = self.added.map(|xml| shown(&xml));
        if lists.is_empty() {
            return;
        }
        let name = self.old.part.map_or_else(|| parts::numbering(all), str::to_owned);
        let Some(part) = all.iter_mut().find(|part| part.name == name) else { return };
        let source = String::from_utf8_lossy(&part.bytes).into_owned();
        // Abstract lists stand before lists.
        let at = roxmltree::Document::parse(&source).ok().and_then(|xml| {
            let first = elements(xml.root_element()).find(|node| is(*node, "num") || is(*node, "numIdMacAtCleanup"));
            first.map(|node| node.range().start)
        });
        let after = roxmltree::Document::parse(&source)
            .ok()
            .and_then(|xml| elements(xml.root_element()).filter(|node| is(*node, "num")).last().map(|node| node.range().end));
        part.bytes = match (at, after) {
            (Some(at), Some(after)) => {
                format!("{}{abstracts}{}{lists}{}", &source[..at], &source[at..after], &source[after..]).into_bytes()
            }
            _ => parts::appended(&source, &(abstracts + &lists)).into_bytes(),
        };
    }
}

/// `xml` with what stands behind the first `name` replaced by `id`.
fn with_id(xml: &str, name: &str, id: &str) -> String {
    let Some(start) = xml.find(name).map(|at| at + name.len()) else { return xml.to_owned() };
    let end = xml[start..].find('"').map_or(xml.len(), |length| start + length);
    format!("{}{id}{}", &xml[..start], &xml[end..])
}
