//! Parts that a base may not have yet, and what must name them.
//!
//! ```text
//! [Content_Types].xml             which kind of part it is
//! word/_rels/document.xml.rels    that the text has it
//! word/footnotes.xml              the part itself
//! ```

use std::collections::BTreeMap;
use std::ops::Range;

use super::base::{Base, Part};
use super::comments::Comments;
use super::shell::DECLARATION;
use super::splices::Splices;
use super::tracker::Tracker;
use super::xml::{Names, attribute, is};

pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATION: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
];
pub(super) const NAMESPACE: [&str; 2] =
    ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

/// The name of the footnotes' part, there or not.
pub(super) fn notes_part(base: &Base<'_>) -> String {
    let given = base.given.and_then(|package| package.parts.get(package.footnotes?)).map(|part| part.name.clone());
    given.unwrap_or_else(|| beside(&base.document, "footnotes.xml"))
}

/// What footnotes and endnotes are called in the XML.
pub(super) const FOOTNOTE: &str = "footnote";
pub(super) const ENDNOTE: &str = "endnote";

/// Adds notes of `kind`, written with the part's own prefix, to the part called `name`.
pub(super) fn add_notes(parts: &mut Vec<Part>, name: &str, kind: &str, texts: impl FnOnce(&Names) -> String) {
    let separator = |id: &str, of: &str, tag: &str| {
        format!("<w:{kind} w:type=\"{of}\" w:id=\"{id}\"><w:p><w:r><w:{tag}/></w:r></w:p></w:{kind}>")
    };
    let first = separator("-1", "separator", "separator") + &separator("0", "continuationSeparator", "continuationSeparator");
    add(parts, name, &Kind { root: &format!("{kind}s"), first: &first }, texts);
}

/// Numbers the notes of the part called `name`, and puts them in the order of their references, as Word does when it saves: LibreOffice
/// finds no others. Those that nothing calls stand first, as the rules above notes do.
pub(super) fn renumber_notes(parts: &mut [Part], name: &str, kind: &str) {
    let at = |wanted: &dyn Fn(&str) -> bool| parts.iter().position(|part| wanted(&part.name));
    let (Some(notes), Some(text)) = (at(&|part| part == name), at(&|part| part.ends_with("document.xml"))) else { return };
    let source = |at: usize| String::from_utf8_lossy(&parts[at].bytes).into_owned();
    let (notes_source, text_source) = (source(notes), source(text));
    let Some([notes_bytes, text_bytes]) = renumbered(&notes_source, &text_source, kind) else { return };
    parts[notes].bytes = notes_bytes.into_bytes();
    parts[text].bytes = text_bytes.into_bytes();
}

/// Notes and text with the notes numbered in the order of the text.
fn renumbered(notes: &str, text: &str, kind: &str) -> Option<[String; 2]> {
    let parsed = |source| {
        let options = roxmltree::ParsingOptions { nodes_limit: u32::MAX, ..Default::default() };
        roxmltree::Document::parse_with_options(source, options).ok()
    };
    let (xml, body) = (parsed(notes)?, parsed(text)?);
    let references: Vec<_> = body.descendants().filter(|node| is(*node, &format!("{kind}Reference"))).collect();
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    for id in references.iter().filter_map(|node| attribute(*node, "id")) {
        let next = order.len();
        order.entry(id).or_insert(next);
    }
    let mut elements: Vec<_> = xml.root_element().children().filter(roxmltree::Node::is_element).collect();
    let (start, end) = (elements.first()?.range().start, elements.last()?.range().end);
    let rank = |node: roxmltree::Node<'_, '_>| attribute(node, "id").and_then(|id| order.get(id)).copied();
    let uncalled =
        elements.iter().filter(|node| rank(**node).is_none()).filter_map(|node| attribute(*node, "id")?.parse::<i64>().ok());
    let first = uncalled.max().map_or(1, |highest| highest + 1).max(1);
    elements.sort_by_key(|node| rank(*node).map_or(0, |rank| rank + 1));
    let id_of = |rank: usize| (first + i64::try_from(rank).unwrap_or_default()).to_string();
    let mut sorted = notes[..start].to_owned();
    for node in elements {
        match rank(node) {
            Some(rank) => {
                let mut splices = Splices::default();
                splices.put(id_range(node)?, id_of(rank));
                sorted.push_str(&splices.applied(notes, node.range()));
            }
            None => sorted.push_str(&notes[node.range()]),
        }
    }
    sorted.push_str(&notes[end..]);
    let mut splices = Splices::default();
    for node in references {
        if let Some(rank) = rank(node) {
            splices.put(id_range(node)?, id_of(rank));
        }
    }
    Some([sorted, splices.applied(text, 0..text.len())])
}

/// The bytes of an element's id.
fn id_range(node: roxmltree::Node<'_, '_>) -> Option<Range<usize>> {
    let value = attribute(node, "id")?;
    node.attributes().find(|own| own.name() == "id" && own.value() == value).map(|own| own.range_value())
}

/// The name of the part of comments, there or not.
pub(super) fn comments_part(parts: &[Part]) -> String {
    let there = parts.iter().find(|part| part.name.ends_with("/comments.xml")).map(|part| part.name.clone());
    there.unwrap_or_else(|| beside(&document_part(parts), "comments.xml"))
}

/// The name of the part of the text.
fn document_part(parts: &[Part]) -> String {
    parts.iter().find(|part| part.name.ends_with("document.xml")).map(|part| part.name.clone()).unwrap_or_default()
}

/// Adds what is known of the threads of comments, as elements that declare their prefix.
pub(super) fn add_threads(parts: &mut Vec<Part>, xml: &str) {
    let there = parts.iter().find(|part| part.name.ends_with("/commentsExtended.xml")).map(|part| part.name.clone());
    let name = there.unwrap_or_else(|| {
        let document = document_part(parts);
        let name = beside(&document, "commentsExtended.xml");
        let root = "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"></w15:commentsEx>";
        parts.push(Part { name: name.clone(), bytes: (DECLARATION.to_owned() + root).into_bytes() });
        insert(parts, CONTENT_TYPES, &format!("<Override PartName=\"/{name}\" ContentType=\"{TYPE}commentsExtended+xml\"/>"));
        let kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended";
        let related = format!("<Relationship Id=\"rIdRatureThreads\" Type=\"{kind}\" Target=\"commentsExtended.xml\"/>");
        relate(parts, &document, &related);
        name
    });
    let Some(part) = parts.iter_mut().find(|part| part.name == name) else { return };
    part.bytes = appended(&String::from_utf8_lossy(&part.bytes), xml).into_bytes();
}

/// Adds the remarks.
pub(super) fn add_comments(parts: &mut Vec<Part>, comments: &Comments, tracker: &Tracker) {
    let name = comments_part(parts);
    add(parts, &name, &Kind { root: "comments", first: "" }, |names| comments.xml(names, tracker));
}

/// A kind of part, called after its root; `first` stands in it from the beginning.
struct Kind<'a> {
    root: &'a str,
    first: &'a str,
}

/// Adds what `texts` writes to the part called `name`, which is made where there is none.
fn add(parts: &mut Vec<Part>, name: &str, kind: &Kind<'_>, texts: impl FnOnce(&Names) -> String) {
    if !parts.iter().any(|part| part.name == name) {
        create(parts, name, kind);
    }
    let Some(part) = parts.iter_mut().find(|part| part.name == name) else { return };
    let source = String::from_utf8_lossy(&part.bytes).into_owned();
    let names = roxmltree::Document::parse(&source).map(|xml| Names::of(xml.root_element())).unwrap_or_default();
    part.bytes = appended(&source, &texts(&names)).into_bytes();
}

fn create(parts: &mut Vec<Part>, name: &str, kind: &Kind<'_>) {
    let is_strict = parts.iter().any(|part| part.name.ends_with("document.xml") && contains(&part.bytes, NAMESPACE[1]));
    let [namespace, relation] = [NAMESPACE, RELATION].map(|both| both[usize::from(is_strict)]);
    let Kind { root, first } = kind;
    let text = format!("{DECLARATION}<w:{root} xmlns:w=\"{namespace}\">{first}</w:{root}>");
    parts.push(Part { name: name.to_owned(), bytes: text.into_bytes() });
    let typed = format!("<Override PartName=\"/{name}\" ContentType=\"{TYPE}{root}+xml\"/>");
    insert(parts, CONTENT_TYPES, &typed);
    let document = document_part(parts);
    let file = name.rsplit('/').next().unwrap_or(name);
    let related = format!("<Relationship Id=\"rIdRature{root}\" Type=\"{relation}{root}\" Target=\"{file}\"/>");
    relate(parts, &document, &related);
}

/// Adds relations to the part called `name`.
pub(super) fn relate(parts: &mut Vec<Part>, name: &str, related: &str) {
    let relations = relations_of(name);
    if !parts.iter().any(|part| part.name == relations) {
        let text = format!(
            "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
        );
        parts.push(Part { name: relations.clone(), bytes: text.into_bytes() });
    }
    insert(parts, &relations, related);
}

/// The name of the part of lists, made anew.
pub(super) fn numbering(parts: &mut Vec<Part>) -> String {
    let name = beside(&document_part(parts), "numbering.xml");
    if !parts.iter().any(|part| part.name == name) {
        create(parts, &name, &Kind { root: "numbering", first: "" });
    }
    name
}

/// Puts `xml`, written without a prefix, at the end of the root of the part called `name`.
pub(super) fn insert(parts: &mut [Part], name: &str, xml: &str) {
    let Some(part) = parts.iter_mut().find(|part| part.name == name) else { return };
    let source = String::from_utf8_lossy(&part.bytes).into_owned();
    // The elements of these two parts take the prefix of their root, where it has one.
    let prefix = root_name(&source).split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default();
    part.bytes = appended(&source, &xml.replace('<', &format!("<{prefix}"))).into_bytes();
}

/// `xml` at the end of the root of `source`, which may have no content: `<Relationships xmlns="…"/>`.
pub(super) fn appended(source: &str, xml: &str) -> String {
    let root = root_name(source);
    if let Some((before, after)) = source.rfind(&format!("</{root}")).map(|end| source.split_at(end)) {
        return format!("{before}{xml}{after}");
    }
    source.rfind("/>").map_or_else(|| source.to_owned(), |open| format!("{}>{xml}</{root}>", &source[..open]))
}

/// The qualified name of the root.
pub(super) fn root_name(source: &str) -> &str {
    let elements = source.match_indices('<').map(|(at, _)| &source[at + 1..]);
    let mut named = elements.filter(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    named.next().map_or("", |rest| rest.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default())
}

pub(super) fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// A part in the folder of another.
pub(super) fn beside(part: &str, name: &str) -> String {
    part.rsplit_once('/').map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/{name}"))
}

/// The part that names what another part has.
pub(super) fn relations_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}
