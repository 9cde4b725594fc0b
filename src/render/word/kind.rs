//! A redline is a Word document, whatever its base was: a file with macros, a template.
//!
//! ```text
//! old.docm   application/vnd.ms-word.document.macroEnabled.main+xml, word/vbaProject.bin
//! here       application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml
//! ```
//!
//! Word opens no .docx that says it has macros or is a template. The macros are left out with what belongs to them.

use std::path::Path;

use super::base::Part;
use super::parts::CONTENT_TYPES;

const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const OTHERS: [&str; 3] = [
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
];

/// `parts` as those of a document without macros.
pub(super) fn document(mut parts: Vec<Part>) -> Vec<Part> {
    let is_of_macros = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or(name).to_ascii_lowercase();
        ["vbaproject.bin", "vbaproject.bin.rels", "vbadata.xml", "vbaprojectsignature.bin"].contains(&file.as_str())
    };
    let has_macros = parts.iter().any(|part| is_of_macros(&part.name));
    parts.retain(|part| !is_of_macros(&part.name));
    for part in &mut parts {
        let is_types = part.name == CONTENT_TYPES;
        let is_relations = Path::new(&part.name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("rels"));
        if !(is_types || has_macros && is_relations) {
            continue;
        }
        let Ok(source) = std::str::from_utf8(&part.bytes) else { continue };
        let mut text = if has_macros { without(source, is_of_macros) } else { source.to_owned() };
        for other in OTHERS.iter().filter(|_| is_types) {
            text = text.replace(other, DOCUMENT);
        }
        if text != source {
            part.bytes = text.into_bytes();
        }
    }
    parts
}

/// `source` without the types and relations of parts that `goes`.
fn without(source: &str, goes: impl Fn(&str) -> bool) -> String {
    let Ok(xml) = roxmltree::Document::parse(source) else { return source.to_owned() };
    let mut text = source.to_owned();
    let named = |node: &roxmltree::Node<'_, '_>| {
        let name = node.attribute("PartName").or_else(|| node.attribute("Target"));
        node.is_element() && name.is_some_and(&goes)
    };
    let ranges: Vec<_> = xml.root_element().children().filter(named).map(|node| node.range()).collect();
    for range in ranges.into_iter().rev() {
        text.replace_range(range, "");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_macros_becomes_a_document_without() {
        let part = |name: &str, text: String| Part { name: name.to_owned(), bytes: text.into_bytes() };
        let types = format!(
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"{}\"/>\
             <Override PartName=\"/word/vbaProject.bin\" ContentType=\"x\"/></Types>",
            OTHERS[0]
        );
        let related = "<Relationships><Relationship Id=\"a\" Target=\"vbaProject.bin\"/><Relationship Id=\"b\" \
                       Target=\"styles.xml\"/></Relationships>";
        let done = document(vec![
            part(CONTENT_TYPES, types),
            part("word/_rels/document.xml.rels", related.to_owned()),
            part("word/vbaProject.bin", String::new()),
        ]);
        let texts: Vec<&str> = done.iter().map(|part| std::str::from_utf8(&part.bytes).unwrap()).collect();
        assert_eq!(
            texts,
            [
                format!("<Types><Override PartName=\"/word/document.xml\" ContentType=\"{DOCUMENT}\"/></Types>").as_str(),
                "<Relationships><Relationship Id=\"b\" Target=\"styles.xml\"/></Relationships>"
            ]
        );
    }
}
