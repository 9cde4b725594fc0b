//! The styles of the new file in terms of the old one: the same where their names are the same, else added.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::super::base::Part;
use super::super::parts;
use super::super::xml::{attribute, is, shown};
use super::bring::{elements, extensions, val};
use super::lists::Lists;
use super::relations::Relations;
use super::side::Element;
use crate::read::Package;

/// A style of the new file.
struct Style {
    range: Range<usize>,
    /// Its kind and its name, in lower case.
    name: (String, String),
    /// Bytes of its XML that are to be other ones.
    named: Vec<(Range<usize>, Named)>,
}

/// What stands in some bytes of a style.
#[derive(Debug, Clone, Copy)]
enum Named {
    Style,
    List,
    /// What the roots of the old file may not know.
    Extension,
}

/// The styles of both files.
pub(super) struct Styles<'x> {
    /// The part of the old file's styles.
    part: Option<&'x str>,
    /// For each kind and name, the old file's id.
    old: HashMap<(String, String), String>,
    old_ids: Vec<String>,
    source: &'x str,
    new: HashMap<String, Style>,
    known: HashMap<String, String>,
    /// What is added, in the order of asking.
    added: BTreeMap<usize, String>,
    /// For each style of a side, the list and level that it says, by the style's id, with what it is based on.
    lists: [HashMap<String, Said>; 2],
}

/// What a style says of lists.
#[derive(Default)]
struct Said {
    list: Option<String>,
    level: Option<String>,
    based_on: Option<String>,
}

/// The part of `package` that its text is related to as `kind`.
pub(super) fn related<'x>(package: &'x Package, kind: &str) -> Option<(&'x str, &'x str)> {
    let text = &package.parts[package.document].name;
    let relations = Relations::of(package, text);
    let mut found: Vec<usize> = relations
        .by_id
        .values()
        .filter(|relation| relation.kind.rsplit('/').next() == Some(kind))
        .filter_map(|relation| relation.part)
        .collect();
    found.sort_unstable();
    let part = &package.parts[*found.first()?];
    Some((part.name.as_str(), std::str::from_utf8(&part.bytes).ok()?))
}

fn name_of(node: Element<'_>) -> (String, String) {
    let kind = attribute(node, "type").unwrap_or("paragraph").to_owned();
    (kind, val(node, "name").unwrap_or_default().to_lowercase())
}

fn said(node: Element<'_>) -> Said {
    let list = node.descendants().find(|node| is(*node, "numPr"));
    let of = |name: &str| list.and_then(|list| val(list, name)).map(str::to_owned);
    Said { list: of("numId"), level: of("ilvl"), based_on: val(node, "basedOn").map(str::to_owned) }
}

impl<'x> Styles<'x> {
    /// Those of `old` and `new`.
    pub(super) fn of(old: &'x Package, new: &'x Package) -> Self {
        let mut styles = Self {
            part: None,
            old: HashMap::new(),
            old_ids: vec![],
            source: "",
            new: HashMap::new(),
            known: HashMap::new(),
            added: BTreeMap::new(),
            lists: [HashMap::new(), HashMap::new()],
        };
        if let Some((part, source)) = related(old, "styles")
            && let Ok(xml) = roxmltree::Document::parse(source)
        {
            styles.part = Some(part);
            for node in elements(xml.root_element()).filter(|node| is(*node, "style")) {
                let Some(id) = attribute(node, "styleId") else { continue };
                styles.old.entry(name_of(node)).or_insert_with(|| id.to_owned());
                styles.old_ids.push(id.to_owned());
                styles.lists[0].insert(id.to_owned(), said(node));
            }
        }
        if let Some((_, source)) = related(new, "styles")
            && let Ok(xml) = roxmltree::Document::parse(source)
        {
            styles.source = source;
            for node in elements(xml.root_element()).filter(|node| is(*node, "style")) {
                let Some(id) = attribute(node, "styleId") else { continue };
                styles.lists[1].insert(id.to_owned(), said(node));
                let is_name = |node: &Element<'_>| ["basedOn", "next", "link", "numId"].iter().any(|name| is(*node, name));
                let value = |node: Element<'_>| {
                    let value = node.attributes().find(|a| a.name() == "val")?;
                    Some((value.range_value(), if is(node, "numId") { Named::List } else { Named::Style }))
                };
                let mut foreign = vec![];
                extensions(node, &mut foreign);
                let mut named: Vec<_> = node.descendants().filter(is_name).filter_map(value).collect();
                named.extend(foreign.into_iter().map(|range| (range, Named::Extension)));
                named.sort_by_key(|(range, _)| range.start);
                styles.new.insert(id.to_owned(), Style { range: node.range(), name: name_of(node), named });
            }
        }
        styles
    }

    /// The id in the old file of the new file's style `id`.
    pub(super) fn id(&mut self, id: &str, lists: &mut Lists<'_>) -> String {
        if let Some(known) = self.known.get(id) {
            return known.clone();
        }
        let Some(style) = self.new.get(id) else { return id.to_owned() };
        if let Some(old) = self.old.get(&style.name) {
            self.known.insert(id.to_owned(), old.clone());
            return old.clone();
        }
        let mut own = id.to_owned();
        while self.old_ids.contains(&own) {
            own.push_str("-rature");
        }
        self.old_ids.push(own.clone());
        self.known.insert(id.to_owned(), own.clone());
        let Style { range, named, .. } = style;
        let (range, named) = (range.clone(), named.clone());
        let mut xml = String::new();
        let mut at = range.start;
        for (value, what) in named {
            xml.push_str(&self.source[at..value.start]);
            let said = self.source[value.clone()].to_owned();
            match what {
                Named::Style => xml.push_str(&self.id(&said, lists)),
                Named::List => xml.push_str(&lists.id(&said)),
                Named::Extension => {}
            }
            at = value.end;
        }
        xml.push_str(&self.source[at..range.end]);
        let xml = xml.replacen(&format!("styleId=\"{id}\""), &format!("styleId=\"{own}\""), 1);
        // A second default style would be one too many.
        let xml = ["w:default=\"1\"", "w:default=\"true\""].iter().fold(xml, |xml, said| xml.replacen(said, "", 1));
        self.added.insert(self.added.len(), xml);
        own
    }

    /// The list and level that style `id` of a side says: 0 old, 1 new.
    pub(super) fn list(&self, side: usize, id: Option<&str>) -> (Option<&str>, Option<&str>) {
        let (mut list, mut level, mut at) = (None, None, id);
        for _ in 0..32 {
            let Some(said) = at.and_then(|id| self.lists[side].get(id)) else { break };
            list = list.or(said.list.as_deref());
            level = level.or(said.level.as_deref());
            at = said.based_on.as_deref();
        }
        (list, level)
    }

    pub(super) fn finish(self, all: &mut [Part]) {
        let Some(part) = self.part.and_then(|name| all.iter_mut().find(|part| part.name == name)) else { return };
        if self.added.is_empty() {
            return;
        }
        let source = String::from_utf8_lossy(&part.bytes).into_owned();
        let xml: String = self.added.into_values().map(|xml| shown(&xml)).collect();
        part.bytes = parts::appended(&source, &xml).into_bytes();
    }
}
