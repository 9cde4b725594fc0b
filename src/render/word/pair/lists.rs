//! The lists of the new file in terms of the old one: the same where they count alike, else added.
//!
//! ```text
//! new   numId 7 → abstract 3: "%1." decimal, "(%2)" lowerLetter        old   numId 2 → abstract 0: the same levels        7 is 2
//! ```
//!
//! Lists that share an abstract list go on with each other's count, and a start of its own begins again. So that accepting all counts
//! as the new file does, what is told apart there stays apart: no two lists with starts of their own become one, nor do two abstract lists,
//! and an abstract list does not become two. (ECMA-376 part 1, 17.9.)
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

/// A list: the abstract list that it counts in, and what it says otherwise.
struct List {
    of: String,
    overrides: String,
    xml: String,
}

/// An abstract list: how it counts, to be compared.
#[derive(Default)]
struct Abstract {
    counts: String,
    xml: String,
}

/// The lists of one file.
#[derive(Default)]
struct File<'x> {
    part: Option<&'x str>,
    lists: HashMap<String, List>,
    abstracts: HashMap<String, Abstract>,
    /// Lists that are told apart, in the order of the file.
    order: Vec<String>,
    /// Lists that count as an earlier one does: none of both has a start of its own.
    twins: HashMap<String, String>,
}

impl<'x> File<'x> {
    fn of(package: &'x Package) -> Self {
        let Some((part, source)) = related(package, "numbering") else { return Self::default() };
        let Ok(xml) = roxmltree::Document::parse(source) else { return Self::default() };
        let mut file = Self { part: Some(part), ..Self::default() };
        let mut firsts: HashMap<(String, String), String> = HashMap::new();
        for node in elements(xml.root_element()) {
            if is(node, "abstractNum") {
                let id = attribute(node, "abstractNumId").unwrap_or_default().to_owned();
                file.abstracts.insert(id, Abstract { counts: counts(node), xml: plain(node, source) });
            } else if is(node, "num") {
                let id = attribute(node, "numId").unwrap_or_default().to_owned();
                let of = val(node, "abstractNumId").unwrap_or_default().to_owned();
                let overrides = counts(node);
                let begins = node.descendants().any(|inner| is(inner, "startOverride"));
                let first =
                    if begins { &id } else { firsts.entry((of.clone(), overrides.clone())).or_insert_with(|| id.clone()) };
                if *first == id {
                    file.order.push(id.clone());
                } else {
                    file.twins.insert(id.clone(), first.clone());
                }
                file.lists.insert(id, List { of, overrides, xml: plain(node, source) });
            }
        }
        file
    }

    /// The first list that counts as `id` does.
    fn first<'s>(&'s self, id: &'s str) -> &'s str {
        self.twins.get(id).map_or(id, String::as_str)
    }
}

/// The XML of `node`, without what the roots of another file may not know, and without the name by which Word would take a list for
/// one that it has.
fn plain(node: Element<'_>, source: &str) -> String {
    let mut cuts = vec![];
    extensions(node, &mut cuts);
    cuts.extend(elements(node).filter(|child| is(*child, "nsid")).map(|child| child.range()));
    cuts.sort_by_key(|cut| cut.start);
    let (mut xml, mut at) = (String::new(), node.range().start);
    for cut in cuts {
        xml.push_str(&source[at..cut.start]);
        at = cut.end;
    }
    xml + &source[at..node.range().end]
}

/// How `node`, a list or an abstract one, counts; not how it looks.
fn counts(node: Element<'_>) -> String {
    const COUNTING: [&str; 9] =
        ["lvl", "lvlOverride", "start", "startOverride", "numFmt", "lvlText", "lvlRestart", "isLgl", "numStyleLink"];
    fn say(node: Element<'_>, text: &mut String) {
        for child in elements(node).filter(|child| !is(*child, "pPr") && !is(*child, "rPr")) {
            let counts = COUNTING.iter().any(|name| is(child, name));
            if counts {
                text.push('<');
                text.push_str(child.tag_name().name());
                for said in child.attributes().filter(|a| !matches!(a.name(), "tplc" | "tentative")) {
                    text.push(' ');
                    text.push_str(said.value());
                }
            }
            say(child, text);
            text.push_str(if counts { ">" } else { "" });
        }
    }
    let mut text = String::new();
    say(node, &mut text);
    text
}

/// The lists of both files.
pub(super) struct Lists<'x> {
    old: File<'x>,
    new: File<'x>,
    known: HashMap<String, String>,
    /// The abstract list of the old file that is each of the new one's.
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

    /// The first list of a side that counts as `id` does: 0 old, 1 new.
    pub(super) fn first<'s>(&'s self, side: usize, id: &'s str) -> &'s str {
        [&self.old, &self.new][side].first(id)
    }

    /// The new file's list is the old file's, unless either is known to be another.
    pub(super) fn same(&mut self, new: &str, old: &str) {
        let (new, old) = (self.new.first(new).to_owned(), self.old.first(old).to_owned());
        if !self.known.contains_key(&new) && self.can_be(&new, &old) {
            self.is(new, old);
        }
    }

    /// Whether the new file's list may be the old file's, which no other is.
    fn can_be(&self, new: &str, old: &str) -> bool {
        let Some((new, list)) = self.new.lists.get(new).zip(self.old.lists.get(old)) else { return false };
        let [ours, theirs] = [(&self.new, new), (&self.old, list)].map(|(file, list)| file.abstracts.get(&list.of));
        let counts = |of: Option<&Abstract>| of.map(|of| of.counts.clone());
        let is_free = match self.abstracts.get(&new.of) {
            Some(known) => *known == list.of,
            None => !self.abstracts.values().any(|known| *known == list.of),
        };
        is_free
            && new.overrides == list.overrides
            && counts(ours) == counts(theirs)
            && !self.known.values().any(|known| known == old)
    }

    fn is(&mut self, new: String, old: String) {
        self.abstracts.insert(self.new.lists[&new].of.clone(), self.old.lists[&old].of.clone());
        self.known.insert(new, old);
    }

    /// The number in the old file of the new file's list `id`.
    pub(super) fn id(&mut self, id: &str) -> String {
        let id = self.new.first(id).to_owned();
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        if !self.new.lists.contains_key(&id) {
            return id;
        }
        let own = [self.old.first(&id).to_owned()];
        let found = own.iter().chain(&self.old.order).find(|old| self.can_be(&id, old)).cloned();
        if let Some(found) = found {
            self.is(id, found.clone());
            return found;
        }
        let added = self.add(&id);
        self.known.insert(id, added.clone());
        added
    }

    fn add(&mut self, id: &str) -> String {
        let list = &self.new.lists[id];
        let (of, xml) = (list.of.clone(), list.xml.clone());
        let above = if let Some(known) = self.abstracts.get(&of) {
            known.clone()
        } else {
            let own = self.next[0].to_string();
            self.next[0] += 1;
            if let Some(found) = self.new.abstracts.get(&of) {
                self.added[0].push_str(&with_id(&found.xml, "abstractNumId=\"", &own));
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
