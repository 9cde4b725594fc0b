//! Writing XML that fits into the XML of another.
//!
//! ```text
//! base    <w:p xmlns:w="…/main">           <x:p xmlns:x="…/strict">
//! ours    <w:ins w:id="7" w:author="…">    <x:ins x:id="7" x:author="…">
//! ```

use roxmltree::Node;

use crate::render::visible::visible;

/// The namespaces of Word's elements: transitional, strict.
const WORD: [&str; 2] =
    ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

/// What stands before the names of Word's elements and attributes in one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    element: String,
    attribute: String,
}

impl Default for Names {
    fn default() -> Self {
        Self { element: "w:".to_owned(), attribute: "w:".to_owned() }
    }
}

impl Names {
    /// The prefixes that the part under `root` uses.
    pub(super) fn of(root: Node<'_, '_>) -> Self {
        let named = |uri: &str| {
            let prefixes: Vec<Option<&str>> =
                root.namespaces().filter(|n| n.uri() == uri).map(roxmltree::Namespace::name).collect();
            let prefix = prefixes.iter().flatten().next().map(|prefix| format!("{prefix}:"))?;
            let element = if prefixes.contains(&None) { String::new() } else { prefix.clone() };
            Some(Self { element, attribute: prefix })
        };
        WORD.iter().find_map(|uri| named(uri)).unwrap_or_default()
    }

    /// The qualified name of an element.
    pub(super) fn tag(&self, name: &str) -> String {
        format!("{}{name}", self.element)
    }

    /// An attribute with the space before it.
    pub(super) fn attribute(&self, name: &str, value: &str) -> String {
        format!(" {}{name}=\"{}\"", self.attribute, escaped(value))
    }

    /// An element without content.
    pub(super) fn empty(&self, name: &str, attributes: &str) -> String {
        format!("<{}{name}{attributes}/>", self.element)
    }

    /// An element with content.
    pub(super) fn element(&self, name: &str, attributes: &str, content: &str) -> String {
        format!("<{0}{name}{attributes}>{content}</{0}{name}>", self.element)
    }

    /// An element that has one value and no content: `<w:jc w:val="right"/>`.
    pub(super) fn value(&self, name: &str, value: &str) -> String {
        self.empty(name, &self.attribute("val", value))
    }
}

/// Whether `uri` is the namespace of Word's elements.
pub(super) fn is_of_word(uri: &str) -> bool {
    WORD.contains(&uri)
}

/// Whether `node` is Word's element `name`.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name && node.tag_name().namespace().is_some_and(is_of_word)
}

/// Whether `node` is a formula, or a paragraph of formulas.
pub(super) fn is_formula(node: Node<'_, '_>) -> bool {
    let is_of_formulas = node.tag_name().namespace().is_some_and(|namespace| namespace.ends_with("/math"));
    is_of_formulas && matches!(node.tag_name().name(), "oMath" | "oMathPara")
}

/// The value of Word's attribute `name`.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    WORD.iter().find_map(|uri| node.attribute((*uri, name)))
}

/// `text` for content and attributes, as a reader may see it: what deceives the eye or acts becomes visible.
pub(super) fn escaped(text: &str) -> String {
    as_it_is(&visible(text))
}

/// The bytes of a part in which `escaped` was not asked for text that was kept.
pub(super) fn made_visible(part: &[u8]) -> Vec<u8> {
    std::str::from_utf8(part).map_or_else(|_| part.to_vec(), |text| shown(text).into_bytes())
}

/// XML in which what deceives the eye is visible.
pub(super) fn shown(xml: &str) -> String {
    let shown = |c: char| if c > '~' { visible(c.encode_utf8(&mut [0; 4])).into_owned() } else { c.to_string() };
    xml.chars().map(shown).collect()
}

/// `text` of the old file for content, with all its characters but those that XML cannot hold: they become visible.
pub(super) fn as_it_is(text: &str) -> String {
    let is_refused = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}');
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' | '\t' | '\n' => escaped.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push(char::REPLACEMENT_CHARACTER),
            c if is_refused(c) => escaped.push_str(&visible(&c.to_string())),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_written_with_its_own_prefix() {
        let strict = format!("<x:p xmlns:x=\"{}\"/>", WORD[1]);
        let names = Names::of(roxmltree::Document::parse(&strict).expect("XML").root_element());
        assert_eq!(names.value("jc", "right"), "<x:jc x:val=\"right\"/>");
    }

    #[test]
    fn control_characters_do_not_reach_the_xml() {
        assert_eq!(escaped("a\u{1}<b\u{ffff}>\"&"), "a␁&lt;b\u{fffd}&gt;&quot;&amp;");
        assert_eq!(escaped("\u{202e}b\u{200b}"), "‹U+202E›b‹U+200B›");
        assert_eq!(as_it_is("a\u{1}\u{202e}"), "a␁\u{202e}");
        assert_eq!(made_visible("<t>é\u{202e}</t>\n".as_bytes()), "<t>é‹U+202E›</t>\n".as_bytes());
    }
}
