//! Parts that a base may not have yet, and what must name them.
//!
//! ```text
//! [Content_Types].xml             which kind of part it is
//! word/_rels/document.xml.rels    that the text has it
//! word/footnotes.xml              the part itself
//! ```

use super::base::{Base, Part};
use super::comments::Comments;
use super::tracker::Tracker;
use super::xml::Names;

pub(super) const CONTENT_TYPES: &str = "[Content_Types].xml";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATION: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
];
const NAMESPACE: [&str; 2] =
    ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

/// The name of the footnotes' part, there or not.
pub(super) fn notes_part(base: &Base<'_>) -> String {
    let given = base.given.and_then(|package| package.parts.get(package.footnotes?)).map(|part| part.name.clone());
    given.unwrap_or_else(|| beside(&base.document, "footnotes.xml"))
}

/// Adds footnotes, written with the part's own prefix, to the part called `name`.
pub(super) fn add_notes(parts: &mut Vec<Part>, name: String, texts: impl FnOnce(&Names) -> String) {
    let separator = |id: &str, kind: &str, tag: &str| {
        format!("<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>")
    };
    let first = separator("-1", "separator", "separator")
        + &separator("0", "continuationSeparator", "continuationSeparator");
    add(parts, &name, &Kind { root: "footnotes", first: &first }, texts);
}

/// Adds the remarks.
pub(super) fn add_comments(parts: &mut Vec<Part>, comments: &Comments, tracker: &Tracker) {
    let there = parts.iter().find(|part| part.name.ends_with("/comments.xml")).map(|part| part.name.clone());
    let document = parts.iter().find(|part| part.name.ends_with("document.xml")).map(|part| part.name.clone());
    let name = there.unwrap_or_else(|| beside(&document.unwrap_or_default(), "comments.xml"));
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
    let (head, tail) = source.split_at(source.rfind("</").unwrap_or(source.len()));
    part.bytes = format!("{head}{}{tail}", texts(&names)).into_bytes();
}

fn create(parts: &mut Vec<Part>, name: &str, kind: &Kind<'_>) {
    let is_strict = parts.iter().any(|part| part.name.ends_with("document.xml") && contains(&part.bytes, NAMESPACE[1]));
    let [namespace, relation] = [NAMESPACE, RELATION].map(|both| both[usize::from(is_strict)]);
    let Kind { root, first } = kind;
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let text = format!("{declaration}<w:{root} xmlns:w=\"{namespace}\">{first}</w:{root}>");
    parts.push(Part { name: name.to_owned(), bytes: text.into_bytes() });
    let typed = format!("<Override PartName=\"/{name}\" ContentType=\"{TYPE}{root}+xml\"/>");
    insert(parts, CONTENT_TYPES, &typed);
    let document = parts.iter().find(|part| part.name.ends_with("document.xml")).map(|part| part.name.clone()).unwrap_or_default();
    let relations = relations_of(&document);
    let file = name.rsplit('/').next().unwrap_or(name);
    let related = format!("<Relationship Id=\"rIdRature{root}\" Type=\"{relation}{root}\" Target=\"{file}\"/>");
    if !parts.iter().any(|part| part.name == relations) {
        let text = format!("{declaration}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>");
        parts.push(Part { name: relations.clone(), bytes: text.into_bytes() });
    }
    insert(parts, &relations, &related);
}

/// Puts `xml`, written without a prefix, at the end of the root of the part called `name`.
fn insert(parts: &mut [Part], name: &str, xml: &str) {
    let Some(part) = parts.iter_mut().find(|part| part.name == name) else { return };
    let source = String::from_utf8_lossy(&part.bytes).into_owned();
    let Some(end) = source.rfind("</") else {
        // A root without content: <Relationships xmlns="…"/>
        let Some(open) = source.rfind("/>") else { return };
        let root = source[..open].rfind('<').map(|at| source[at + 1..].split([' ', '/']).next().unwrap_or_default());
        let root = root.unwrap_or_default();
        part.bytes = format!("{}>{xml}</{root}>", &source[..open]).into_bytes();
        return;
    };
    // The elements of these two parts take the prefix of their root, where it has one.
    let root = source[end + 2..].split('>').next().unwrap_or_default();
    let prefix = root.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default();
    let xml = xml.replacen('<', &format!("<{prefix}"), 1);
    part.bytes = format!("{}{xml}{}", &source[..end], &source[end..]).into_bytes();
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// A part in the folder of another.
fn beside(part: &str, name: &str) -> String {
    part.rsplit_once('/').map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/{name}"))
}

/// The part that names what another part has.
fn relations_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}
