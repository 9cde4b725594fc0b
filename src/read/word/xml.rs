//! The XML of a part: parsed within limits, asked by local names, and decoded with the way back to its bytes.

use std::borrow::Cow;
use std::ops::Range;

use roxmltree::{Document, Node, ParsingOptions};

use super::package::Part;
use crate::files::counted_bytes;
use crate::read::Limits;
use crate::{Error, ErrorKind};

/// The namespace of text, as Word writes it and in the strict form of the standard.
const NAMESPACES: [&str; 2] =
    ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

/// An element of a parsed part.
pub(in crate::read) type Element<'a> = Node<'a, 'a>;

/// The file that is read: its name in messages, and how much of it may unfold.
#[derive(Clone, Copy)]
pub(in crate::read) struct Reading<'a> {
    pub(in crate::read) name: &'a str,
    pub(in crate::read) limits: &'a Limits,
    /// What to do about one that is damaged.
    pub(in crate::read) advice: &'static str,
}

impl Reading<'_> {
    pub(in crate::read) fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        Error::new(kind, self.name, message)
    }

    pub(super) fn too_large(&self, what: &str) -> Error {
        self.error(ErrorKind::TooLarge, format!("{what}: raise the limit if you trust the file"))
    }

    /// Refuses a file that holds so many bytes of text.
    pub(in crate::read) fn held(&self, bytes: u64) -> Result<(), Error> {
        if bytes > self.limits.text {
            let limit = counted_bytes(self.limits.text);
            return Err(self.too_large(&format!("holds more than {limit} of text (--max-text)")));
        }
        Ok(())
    }

    /// The XML of `text`, the part called `part`.
    pub(in crate::read) fn parse<'t>(&self, part: &str, text: &'t str) -> Result<Document<'t>, Error> {
        let nodes = u32::try_from(self.limits.objects).unwrap_or(u32::MAX);
        let options = ParsingOptions { allow_dtd: false, nodes_limit: nodes, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|error| match error {
            roxmltree::Error::NodesLimitReached => {
                self.too_large(&format!("its part {part} has more than {nodes} pieces (--max-objects)"))
            }
            error => self
                .error(ErrorKind::Unreadable, format!("its part {part} is not XML as it should be ({error}): {}", self.advice)),
        })?;
        let limit = self.limits.deepest();
        if deeper_than(limit, document.root()) {
            return Err(self.too_large(&format!("its part {part} nests more than {limit} elements (--max-depth)")));
        }
        Ok(document)
    }

    /// The part as UTF-8 without a byte order mark.
    pub(super) fn text<'p>(&self, part: &'p Part) -> Result<Cow<'p, str>, Error> {
        let wrong = || self.error(ErrorKind::Unreadable, format!("its part {} is not valid Unicode: {}", part.name, self.advice));
        match encoding_rs::Encoding::for_bom(&part.bytes) {
            Some((encoding, bom)) => {
                let (text, malformed) = encoding.decode_without_bom_handling(&part.bytes[bom..]);
                if malformed {
                    return Err(wrong());
                }
                Ok(if encoding == encoding_rs::UTF_8 { text } else { declared_utf8(&text).into() })
            }
            None => std::str::from_utf8(&part.bytes).map(Cow::Borrowed).map_err(|_| wrong()),
        }
    }
}

/// The same XML, declared as what it is now.
fn declared_utf8(text: &str) -> String {
    let end = text.find("?>").unwrap_or(0);
    text[..end].replace("UTF-16", "UTF-8").replace("utf-16", "UTF-8") + &text[end..]
}

fn deeper_than(limit: usize, root: Node<'_, '_>) -> bool {
    let (mut node, mut depth) = (root, 0);
    loop {
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            if depth > limit {
                return true;
            }
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return false };
            (node, depth) = (parent, depth - 1);
        }
        let Some(next) = node.next_sibling() else { return false };
        node = next;
    }
}

/// The name of a `WordprocessingML` element; empty for all else.
pub(super) fn name(node: Element<'_>) -> &str {
    let tag = node.tag_name();
    if tag.namespace().is_some_and(|n| NAMESPACES.contains(&n)) { tag.name() } else { "" }
}

/// The name of an element of any namespace.
pub(in crate::read) fn any_name(node: Element<'_>) -> &str {
    node.tag_name().name()
}

/// The first child called `wanted`.
pub(super) fn child<'a>(node: Element<'a>, wanted: &str) -> Option<Element<'a>> {
    node.children().find(|child| name(*child) == wanted)
}

/// The children that are elements.
pub(in crate::read) fn elements(node: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    node.children().filter(Node::is_element)
}

/// The attribute called `wanted`, of the same namespace or none.
pub(super) fn attribute<'a>(node: Element<'a>, wanted: &str) -> Option<&'a str> {
    let own = |namespace: Option<&str>| namespace.is_none_or(|n| NAMESPACES.contains(&n));
    node.attributes().find(|a| a.name() == wanted && own(a.namespace())).map(|a| a.value())
}

/// The `val` of the child called `wanted`.
pub(super) fn val<'a>(node: Element<'a>, wanted: &str) -> Option<&'a str> {
    attribute(child(node, wanted)?, "val")
}

/// The `val` of the child called `wanted`, as a number.
pub(super) fn number<T: std::str::FromStr>(node: Element<'_>, wanted: &str) -> Option<T> {
    val(node, wanted)?.trim().parse().ok()
}

/// Whether the child called `wanted` switches something on or off; None when there is no such child.
pub(super) fn switch(node: Element<'_>, wanted: &str) -> Option<bool> {
    let found = child(node, wanted)?;
    Some(!matches!(attribute(found, "val"), Some("0" | "false" | "off")))
}

/// Where the start tag of `node` ends, and whether the element ends with it.
pub(super) fn start_tag(raw: &str, node: Element<'_>) -> (usize, bool) {
    let range = node.range();
    let mut quote = None;
    for (offset, &byte) in raw.as_bytes()[range.clone()].iter().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => {
                let end = range.start + offset + 1;
                return (end, end == range.end && raw[..end].ends_with("/>"));
            }
            _ => {}
        }
    }
    (range.end, true)
}

/// What stands between the tags of `node`; empty after a tag that closes itself.
pub(super) fn content(raw: &str, node: Element<'_>) -> Range<usize> {
    let (start, closed) = start_tag(raw, node);
    let end = node.range().end;
    if closed { end..end } else { start..raw[..end].rfind("</").unwrap_or(end) }
}

/// The characters of the text in `range` of `raw`, each with its bytes; comments and elements in it are passed over.
pub(super) fn scalars(raw: &str, range: Range<usize>, mut push: impl FnMut(char, Range<usize>)) {
    const CDATA: &str = "<![CDATA[";
    let mut at = range.start;
    while at < range.end {
        let rest = &raw[at..range.end];
        let end_of = |mark: &str| rest.find(mark).map_or(range.end, |found| at + found + mark.len());
        if rest.starts_with(CDATA) {
            let end = end_of("]]>");
            let inner = raw[at + CDATA.len()..end].trim_end_matches("]]>");
            inner.char_indices().for_each(|(offset, c)| {
                let start = at + CDATA.len() + offset;
                push(c, start..start + c.len_utf8());
            });
            at = end;
        } else if rest.starts_with('<') {
            at = end_of(if rest.starts_with("<!--") { "-->" } else { ">" });
        } else if rest.starts_with('&') {
            let end = end_of(";");
            if let Some(c) = entity(&raw[at + 1..end - 1]) {
                push(c, at..end);
            }
            at = end;
        } else if let Some(c) = rest.chars().next() {
            push(c, at..at + c.len_utf8());
            at += c.len_utf8();
        }
    }
}

fn entity(named: &str) -> Option<char> {
    match named {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let code = named.strip_prefix('#')?;
            let value = code.strip_prefix('x').map_or_else(|| code.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(value)
        }
    }
}
