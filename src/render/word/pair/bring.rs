//! Elements of the new file as they stand in the old one: its prefixes, its styles, its lists, its pictures.
//!
//! ```text
//! new   <w:rStyle w:val="Emphasis1"/>  <w:numId w:val="7"/>  <a:blip r:embed="rId9"/>
//! old   <w:rStyle w:val="Emphasis"/>   <w:numId w:val="3"/>  <a:blip r:embed="rIdRature4"/>   word/media/image4.png
//! ```
//!
//! A style is the same where its name is; what the old file does not have is added to it. Revisions and the
//! identities of paragraphs stay behind; comments and bookmarks come by themselves (`remarks`, `bookmarks`).

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::ops::Range;

use roxmltree::Node;

use super::super::base::Part;
use super::super::notes::NoteStyle;
use super::super::parts;
use super::super::xml::{Names, attribute, escaped, is, is_of_word};
use super::lists::Lists;
use super::relations::{self, Relations};
use super::safe;
use super::side::{Element, Notes, Sheet};
use super::styles::Styles;
use crate::read::Package;

/// Where brought elements will stand.
pub(super) struct Goal<'a> {
    /// The name of the part.
    pub(super) part: &'a str,
    pub(super) names: &'a Names,
    /// The root of the part, whose prefixes hold there.
    pub(super) root: Element<'a>,
    /// Whether comments that are anchored in what is brought come with it.
    pub(super) has_remarks: bool,
}

/// What was brought so far.
pub(super) struct Bringer<'x> {
    new: &'x Package,
    pub(super) styles: Styles<'x>,
    pub(super) lists: Lists<'x>,
    /// The relations of each part of the new file that something was brought from.
    relations: HashMap<String, Relations<'x>>,
    /// Relations to be added: for each part of the old file their XML.
    pub(super) related: BTreeMap<String, String>,
    ids: HashMap<(String, String, String), String>,
    /// Parts to be added, with the type of each where it must be said.
    pub(super) parts: Vec<Part>,
    types: Vec<(String, String)>,
    taken_names: Vec<String>,
    copied: HashMap<usize, String>,
    next: usize,
    /// The notes that come: their kind, the id they had and the id they get.
    pub(super) notes: Vec<(Notes, String, u32)>,
    pub(super) next_note: u32,
    pub(super) note_style: NoteStyle,
}

/// What is left behind with all that is in it.
const LEFT: [&str; 14] = [
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "permStart",
    "permEnd", "lastRenderedPageBreak", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "annotationRef",
];

impl<'x> Bringer<'x> {
    /// Nothing brought yet from `new` to `old`; ids of notes count from `next_note`.
    pub(super) fn new(old: &'x Package, new: &'x Package, next_note: u32) -> Self {
        Self {
            new,
            styles: Styles::of(old, new),
            lists: Lists::of(old, new),
            relations: HashMap::new(),
            related: BTreeMap::new(),
            ids: HashMap::new(),
            parts: vec![],
            types: vec![],
            taken_names: old.parts.iter().map(|part| part.name.to_ascii_lowercase()).collect(),
            copied: HashMap::new(),
            next: 0,
            notes: vec![],
            next_note,
            note_style: NoteStyle::default(),
        }
    }

    /// `node` of `sheet` as it will stand in `goal`; nothing where it is left behind.
    pub(super) fn element(&mut self, node: Element<'x>, sheet: &Sheet<'x>, goal: &Goal<'_>) -> String {
        let mut writer = Writer { bringer: self, sheet, goal, needed: BTreeMap::new(), xml: String::new() };
        writer.element(node);
        writer.done()
    }

    /// The start tag of `node`, and its end tag.
    pub(super) fn tags(&mut self, node: Element<'x>, sheet: &Sheet<'x>, goal: &Goal<'_>) -> [String; 2] {
        let mut writer = Writer { bringer: self, sheet, goal, needed: BTreeMap::new(), xml: String::new() };
        let name = writer.open(node);
        writer.xml.push('>');
        [writer.done(), format!("</{name}>")]
    }

    /// Whether `node` is a link that a person may follow, or a field that only prints.
    pub(super) fn is_link(&mut self, node: Element<'_>, sheet: &Sheet<'_>) -> bool {
        if is(node, "fldSimple") {
            return attribute(node, "instr").is_some_and(safe::is_field);
        }
        let id = node.attributes().find(|a| a.name() == "id" && is_of_relations(a.namespace()));
        let relations = self.relations(sheet.name);
        let is_safe = |id: &str| relations.by_id.get(id).is_some_and(|relation| safe::is_address(&relation.target));
        is(node, "hyperlink") && id.is_none_or(|id| is_safe(id.value()))
    }

    /// The relations of a part of the new file.
    fn relations(&mut self, name: &str) -> &Relations<'x> {
        let new = self.new;
        self.relations.entry(name.to_owned()).or_insert_with(|| Relations::of(new, name))
    }

    /// The id of the relation that takes the place of relation `id` of `sheet`.
    fn relation(&mut self, id: &str, sheet: &Sheet<'_>, goal: &Goal<'_>) -> Option<String> {
        let key = (sheet.name.to_owned(), id.to_owned(), goal.part.to_owned());
        if let Some(known) = self.ids.get(&key) {
            return Some(known.clone());
        }
        let relation = self.relations(sheet.name).by_id.get(id)?;
        let (kind, target, part) = (relation.kind.clone(), relation.target.clone(), relation.part);
        let target = match part {
            Some(part) => format!("/{}", self.part(part)),
            // Nothing is fetched from elsewhere.
            None if relation.is_external && kind.ends_with("/hyperlink") && safe::is_address(&target) => target,
            None => return None,
        };
        self.next += 1;
        let own = format!("rIdRature{}", self.next);
        let mode = if part.is_none() { " TargetMode=\"External\"" } else { "" };
        let [kind, target] = [kind, target].map(|text| escaped(&text));
        let xml = format!("<Relationship Id=\"{own}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>");
        self.related.entry(goal.part.to_owned()).or_default().push_str(&xml);
        self.ids.insert(key, own.clone());
        Some(own)
    }

    /// The name that part `at` of the new file has in the old one, with all that it is related to.
    fn part(&mut self, at: usize) -> String {
        if let Some(known) = self.copied.get(&at) {
            return known.clone();
        }
        let new = self.new;
        let part = &new.parts[at];
        let own = part.name.trim_start_matches('/');
        let (folder, file) = own.rsplit_once('/').unwrap_or(("", own));
        let mut name = own.to_owned();
        let mut nth = 0;
        while self.taken_names.contains(&name.to_ascii_lowercase()) {
            nth += 1;
            name = format!("{folder}/rature{nth}-{file}");
        }
        self.taken_names.push(name.to_ascii_lowercase());
        self.copied.insert(at, name.clone());
        self.parts.push(Part { name: name.clone(), bytes: part.bytes.clone() });
        if let Some(kind) = content_type(new, own) {
            self.types.push((name.clone(), kind));
        }
        let mut related = String::new();
        let relations = Relations::of(new, own);
        let mut ids: Vec<&String> = relations.by_id.keys().collect();
        ids.sort();
        for id in ids {
            let relation = &relations.by_id[id];
            let target = relation.part.map_or_else(|| relation.target.clone(), |part| format!("/{}", self.part(part)));
            let mode = if relation.is_external { " TargetMode=\"External\"" } else { "" };
            let [id, kind, target] = [id, &relation.kind, &target].map(|text| escaped(text));
            let _ = write!(related, "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>");
        }
        if !related.is_empty() {
            self.related.entry(name.clone()).or_default().push_str(&related);
        }
        name
    }

    /// Adds to the parts of the old file what was brought beside the text.
    pub(super) fn finish(self, all: &mut Vec<Part>) {
        let Self { styles, lists, related, parts, types, .. } = self;
        for (name, kind) in types {
            let name = escaped(&format!("/{name}"));
            let typed = format!("<Override PartName=\"{name}\" ContentType=\"{}\"/>", escaped(&kind));
            parts::insert(all, parts::CONTENT_TYPES, &typed);
        }
        all.extend(parts);
        for (part, xml) in related {
            parts::relate(all, &part, &xml);
        }
        lists.finish(all);
        styles.finish(all);
    }
}

/// The type of the part called `name`, as its file says.
fn content_type(package: &Package, name: &str) -> Option<String> {
    let types = &package.parts[relations::part(package, parts::CONTENT_TYPES)?];
    let source = std::str::from_utf8(&types.bytes).ok()?;
    let xml = roxmltree::Document::parse(source.trim_start_matches('\u{feff}')).ok()?;
    let extension = name.rsplit('.').next().unwrap_or_default();
    let of = |element: &str, attribute: &str, wanted: &str| {
        let mut named = xml.root_element().children().filter(|node| node.tag_name().name() == element);
        let found = named
            .find(|node| node.attribute(attribute).is_some_and(|said| said.trim_start_matches('/').eq_ignore_ascii_case(wanted)));
        found.and_then(|node| node.attribute("ContentType")).map(str::to_owned)
    };
    of("Override", "PartName", name).or_else(|| of("Default", "Extension", extension))
}

struct Writer<'a, 'x> {
    bringer: &'a mut Bringer<'x>,
    sheet: &'a Sheet<'x>,
    goal: &'a Goal<'a>,
    /// The prefixes that must be declared, with what they stand for.
    needed: BTreeMap<String, String>,
    xml: String,
}

impl<'x> Writer<'_, 'x> {
    /// The XML, with the prefixes that it needs.
    fn done(self) -> String {
        if self.needed.is_empty() {
            return self.xml;
        }
        let end = self.xml.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(self.xml.len());
        let mut declared = String::new();
        for (prefix, uri) in &self.needed {
            let _ = write!(declared, " xmlns:{prefix}=\"{}\"", escaped(uri));
        }
        format!("{}{declared}{}", &self.xml[..end], &self.xml[end..])
    }

    /// The prefix for `uri`, with its colon, as in `node`.
    fn prefix(&mut self, node: Element<'_>, uri: &str) -> String {
        if uri == "http://www.w3.org/XML/1998/namespace" {
            return "xml:".to_owned();
        }
        let declared = |prefix: &str| self.goal.root.lookup_namespace_uri(Some(prefix));
        let own = node.lookup_prefix(uri).filter(|prefix| !prefix.is_empty());
        if let Some(own) = own
            && declared(own) == Some(uri)
        {
            return format!("{own}:");
        }
        if let Some(known) = self.goal.root.namespaces().find(|n| n.uri() == uri).and_then(roxmltree::Namespace::name) {
            return format!("{known}:");
        }
        if let Some((known, _)) = self.needed.iter().find(|(_, known)| *known == uri) {
            return format!("{known}:");
        }
        let is_free = |prefix: &str, needed: &BTreeMap<String, String>| {
            self.goal.root.lookup_namespace_uri(Some(prefix)).is_none() && !needed.contains_key(prefix)
        };
        let own = own.filter(|own| is_free(own, &self.needed)).map(str::to_owned);
        let prefix = own.unwrap_or_else(|| format!("ra{}", self.needed.len()));
        self.needed.insert(prefix.clone(), uri.to_owned());
        format!("{prefix}:")
    }

    /// Whether a program that does not know `uri` may do without it, and the old file does not say so.
    fn is_unknown_extension(&self, uri: &str) -> bool {
        uri.contains("/office/word/20") && !self.goal.root.namespaces().any(|n| n.uri() == uri)
    }

    /// Writes the start tag of `node` without its closing bracket; its name.
    fn open(&mut self, node: Element<'x>) -> String {
        let uri = node.tag_name().namespace().unwrap_or_default().to_owned();
        let local = node.tag_name().name();
        let name = if is_words(node) {
            self.goal.names.tag(local)
        } else if uri.is_empty() {
            local.to_owned()
        } else {
            self.prefix(node, &uri) + local
        };
        self.xml.push('<');
        self.xml.push_str(&name);
        for attribute in node.attributes() {
            self.attribute(node, attribute);
        }
        name
    }

    fn attribute(&mut self, node: Element<'x>, attribute: roxmltree::Attribute<'_, '_>) {
        let (local, value) = (attribute.name(), attribute.value());
        let Some(uri) = attribute.namespace() else {
            if local == "Requires" {
                for prefix in value.split_whitespace() {
                    let uri = node.lookup_namespace_uri(Some(prefix)).unwrap_or_default();
                    if self.goal.root.lookup_namespace_uri(Some(prefix)) != Some(uri) {
                        self.needed.insert(prefix.to_owned(), uri.to_owned());
                    }
                }
            }
            let value = if local == "id" && node.tag_name().name() == "docPr" { self.fresh_id() } else { value.to_owned() };
            let _ = write!(self.xml, " {local}=\"{}\"", escaped(&value));
            return;
        };
        if local.starts_with("rsid") || matches!(local, "paraId" | "textId") || self.is_unknown_extension(uri) {
            return;
        }
        if is_of_relations(Some(uri)) {
            let id = self.bringer.relation(value, self.sheet, self.goal);
            let prefix = self.prefix(node, uri);
            // An empty one is none.
            let _ = write!(self.xml, " {prefix}{local}=\"{}\"", id.unwrap_or_default());
            return;
        }
        if is_of_word(uri) {
            let value = self.value(node, local, value);
            self.xml.push_str(&self.goal.names.attribute(local, &value));
            return;
        }
        let prefix = self.prefix(node, uri);
        let _ = write!(self.xml, " {prefix}{local}=\"{}\"", escaped(value));
    }

    fn fresh_id(&mut self) -> String {
        self.bringer.next += 1;
        (1_000_000 + self.bringer.next).to_string()
    }

    /// The value of one of Word's attributes, in the terms of the old file.
    fn value(&mut self, node: Element<'x>, local: &str, value: &str) -> String {
        let Bringer { styles, lists, .. } = &mut *self.bringer;
        match (node.tag_name().name(), local) {
            ("pStyle" | "rStyle" | "tblStyle", "val") => styles.id(value, lists),
            ("numId", "val") => lists.id(value),
            ("footnoteReference" | "endnoteReference", "id") => {
                let kind = if is(node, "footnoteReference") { Notes::Foot } else { Notes::End };
                self.bringer.note(kind, value).to_string()
            }
            _ => value.to_owned(),
        }
    }

    fn element(&mut self, node: Element<'x>) {
        let local = node.tag_name().name();
        let uri = node.tag_name().namespace().unwrap_or_default();
        let is_old = local.len() > 6 && local.ends_with("Change");
        if is_words(node) && (LEFT.contains(&local) || is_old) || self.is_unknown_extension(uri) && is_in_properties(node) {
            return;
        }
        // Of an embedded document its picture comes.
        if matches!(local, "OLEObject" | "control" | "altChunk" | "subDoc") {
            return;
        }
        if is(node, "object") {
            let name = self.goal.names.tag("pict");
            let _ = write!(self.xml, "<{name}>");
            elements(node).for_each(|child| self.element(child));
            let _ = write!(self.xml, "</{name}>");
            return;
        }
        let name = self.open(node);
        if !node.has_children() {
            self.xml.push_str("/>");
            return;
        }
        self.xml.push('>');
        for child in node.children() {
            if child.is_element() {
                self.element(child);
            } else if child.is_text() {
                let text = child.text().unwrap_or_default();
                self.xml.push_str(&if local == "t" { printed(text) } else { escaped(text) });
            }
        }
        let _ = write!(self.xml, "</{name}>");
    }
}

impl Bringer<'_> {
    /// The id that the note of the new file called `id` gets.
    fn note(&mut self, kind: Notes, id: &str) -> u32 {
        let own = self.next_note;
        self.next_note += 1;
        self.notes.push((kind, id.to_owned(), own));
        own
    }
}

/// `text` for content: with spaces for characters that end a line, which print nothing in Word, and with its soft hyphens.
pub(super) fn printed(text: &str) -> String {
    let line = |text: &str| -> String {
        text.chars().map(|c| if matches!(c, '\r' | '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
    };
    let parts: Vec<String> = text.split('\u{ad}').map(|part| escaped(&line(part))).collect();
    parts.join("\u{ad}")
}

fn is_of_relations(uri: Option<&str>) -> bool {
    uri.is_some_and(|uri| uri.ends_with("/relationships"))
}

fn is_words(node: Element<'_>) -> bool {
    node.tag_name().namespace().is_some_and(is_of_word)
}

fn is_in_properties(node: Element<'_>) -> bool {
    node.parent().is_some_and(|parent| parent.is_element() && parent.tag_name().name().ends_with("Pr"))
}

/// What of `node` other programs may have added, which the roots of the old file may not know: bytes, none within another.
pub(super) fn extensions(node: Element<'_>, found: &mut Vec<Range<usize>>) {
    for attribute in node.attributes().filter(|a| a.namespace().is_some_and(|uri| !is_of_word(uri))) {
        found.push(attribute.range());
    }
    for child in elements(node) {
        if is_words(child) {
            extensions(child, found);
        } else {
            found.push(child.range());
        }
    }
}

/// The value of the attribute `val` of the child of `node` called `name`.
pub(super) fn val<'x>(node: Element<'x>, name: &str) -> Option<&'x str> {
    attribute(node.children().find(|child| is(*child, name))?, "val")
}

/// The children of `node` that are elements.
pub(super) fn elements(node: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    node.children().filter(Node::is_element)
}
