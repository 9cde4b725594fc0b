//! The properties of a paragraph, with what tracked changes add to them in the order that the schema demands.
//!
//! ```text
//! <w:pPr>  <w:pStyle/> <w:numPr/> <w:ind/> …  <w:rPr> <w:ins/> <w:b/> </w:rPr>  <w:sectPr/>  <w:pPrChange/>  </w:pPr>
//!          own, in their order                 the mark comes first              at most one  what it was
//! ```

use roxmltree::Node;

use super::tracker::{Mark, Tracker};
use super::xml::{Names, is};

/// An element as it stands, with its local name.
pub(super) type Raw = (String, String);

/// `w:pPr` in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Properties {
    own: Vec<Raw>,
    /// What stands in its `w:rPr`: how the paragraph mark itself looks.
    of_mark: Vec<Raw>,
    section: Option<String>,
}

/// What stands before `w:numPr`.
const BEFORE_NUMBERING: [&str; 6] = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"];

impl Properties {
    /// Those of `paragraph`, a `w:p` of `source`.
    pub(super) fn of(source: &str, paragraph: Node<'_, '_>) -> Self {
        let mut properties = Self::default();
        let raw = |node: Node<'_, '_>| (node.tag_name().name().to_owned(), source[node.range()].to_owned());
        let node = paragraph.children().find(|child| is(*child, "pPr"));
        for child in node.into_iter().flat_map(|node| node.children()).filter(Node::is_element) {
            match child.tag_name().name() {
                "rPr" => {
                    let old = ["ins", "del", "moveFrom", "moveTo", "rPrChange"];
                    let kept = child.children().filter(|c| c.is_element() && !old.contains(&c.tag_name().name()));
                    properties.of_mark = kept.map(raw).collect();
                }
                "sectPr" => properties.section = Some(source[child.range()].to_owned()),
                "pPrChange" => {}
                _ => properties.own.push(raw(child)),
            }
        }
        properties
    }

    /// From the elements that stand in it, and those that stand in its `w:rPr`, each with its local name.
    pub(super) fn from_parts(own: Vec<Raw>, of_mark: Vec<Raw>) -> Self {
        Self { own, of_mark, section: None }
    }

    /// With the style called `id`.
    pub(super) fn styled(names: &Names, id: &str) -> Self {
        Self { own: vec![("pStyle".to_owned(), names.value("pStyle", id))], ..Self::default() }
    }

    /// For another paragraph that looks the same.
    pub(super) fn copied(&self) -> Self {
        Self { section: None, ..self.clone() }
    }

    /// For the end of a paragraph that ends what `other` ends.
    pub(super) fn with_section_of(self, other: &Self) -> Self {
        Self { section: other.section.clone(), ..self }
    }

    /// The same, but that Word does not count it.
    pub(super) fn uncounted(&self, names: &Names) -> Self {
        self.counted(names, "0", "0")
    }

    /// The same, but that it stands on `level` of list `number`.
    pub(super) fn counted(&self, names: &Names, number: &str, level: &str) -> Self {
        let mut own: Vec<Raw> = self.own.iter().filter(|(name, _)| name != "numPr").cloned().collect();
        let at = own.iter().position(|(name, _)| !BEFORE_NUMBERING.contains(&name.as_str())).unwrap_or(own.len());
        let list = names.value("ilvl", level) + &names.value("numId", number);
        own.insert(at, ("numPr".to_owned(), names.element("numPr", "", &list)));
        Self { own, ..self.clone() }
    }

    /// Whether a section ends with the paragraph, so that its mark must stay.
    pub(super) fn ends_section(&self) -> bool {
        self.section.is_some()
    }

    /// The element, with `mark` on the paragraph's end, and a record of what it `was`.
    pub(super) fn xml(&self, names: &Names, tracker: &mut Tracker, mark: Option<Mark>, was: Option<&Self>) -> String {
        let joined = |parts: &[Raw]| parts.iter().map(|(_, raw)| raw.as_str()).collect::<String>();
        let mark = mark.map(|mark| tracker.on_paragraph(names, mark)).unwrap_or_default();
        let of_mark = mark + &joined(&self.of_mark);
        let run = if of_mark.is_empty() { String::new() } else { names.element("rPr", "", &of_mark) };
        let was = was.map(|was| {
            let own = names.element("pPr", "", &joined(&was.own));
            names.element("pPrChange", &tracker.signed(names), &own)
        });
        let content = joined(&self.own) + &run + self.section.as_deref().unwrap_or_default() + &was.unwrap_or_default();
        if content.is_empty() { content } else { names.element("pPr", "", &content) }
    }
}
