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
    /// Tracked changes that the file had already, and keeps.
    earlier: Earlier,
}

/// Tracked changes of a paragraph's end and looks, as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Earlier {
    /// That its end came or went.
    marks: Vec<Raw>,
    /// What its mark looked like.
    of_mark: String,
    /// What it looked like.
    own: String,
}

/// The marks on a paragraph's end, in their order.
const MARKS: [&str; 4] = ["ins", "del", "moveFrom", "moveTo"];

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
                    for inner in child.children().filter(Node::is_element) {
                        match inner.tag_name().name() {
                            "ins" | "del" | "moveFrom" | "moveTo" => properties.earlier.marks.push(raw(inner)),
                            "rPrChange" => source[inner.range()].clone_into(&mut properties.earlier.of_mark),
                            _ => properties.of_mark.push(raw(inner)),
                        }
                    }
                }
                "sectPr" => properties.section = Some(source[child.range()].to_owned()),
                "pPrChange" => source[child.range()].clone_into(&mut properties.earlier.own),
                _ => properties.own.push(raw(child)),
            }
        }
        properties
    }

    /// From the elements that stand in it, and those that stand in its `w:rPr`, each with its local name.
    pub(super) fn from_parts(own: Vec<Raw>, of_mark: Vec<Raw>) -> Self {
        Self { own, of_mark, ..Self::default() }
    }

    /// With the style called `id`.
    pub(super) fn styled(names: &Names, id: &str) -> Self {
        Self { own: vec![("pStyle".to_owned(), names.value("pStyle", id))], ..Self::default() }
    }

    /// For another paragraph that looks the same.
    pub(super) fn copied(&self) -> Self {
        Self { section: None, earlier: Earlier::default(), ..self.clone() }
    }

    /// For the end of a paragraph that ends what `other` ends.
    pub(super) fn with_section_of(self, other: &Self) -> Self {
        Self { section: other.section.clone(), earlier: other.earlier.clone(), ..self }
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

    /// The same end of a paragraph that looks as `other`, in its list only where `is_counted_so`.
    pub(super) fn looking_as(&self, other: &Self, is_counted_so: bool) -> Self {
        let list = |from: &Self| from.own.iter().find(|(name, _)| name == "numPr").cloned();
        let mut own: Vec<Raw> = other.own.iter().filter(|(name, _)| name != "numPr").cloned().collect();
        let at = own.iter().position(|(name, _)| !BEFORE_NUMBERING.contains(&name.as_str())).unwrap_or(own.len());
        own.splice(at..at, list(if is_counted_so { other } else { self }));
        Self { own, ..self.clone() }
    }

    /// Whether a section ends with the paragraph, so that its mark must stay.
    pub(super) fn ends_section(&self) -> bool {
        self.section.is_some()
    }

    /// The element, with `mark` on the paragraph's end, and a record of what it `was`. An earlier record stays instead, since rejecting all
    /// gives what was before it.
    pub(super) fn xml(&self, names: &Names, tracker: &mut Tracker, mark: Option<Mark>, was: Option<&Self>) -> String {
        let joined = |parts: &[Raw]| parts.iter().map(|(_, raw)| raw.as_str()).collect::<String>();
        let Earlier { marks, of_mark: mark_was, own: own_was } = &self.earlier;
        let mark = mark.filter(|mark| marks.iter().all(|(name, _)| name != mark.tag()));
        let mark = mark.map(|mark| (mark.tag().to_owned(), tracker.on_paragraph(names, mark)));
        let mut marks: Vec<&Raw> = marks.iter().chain(&mark).collect();
        marks.sort_by_key(|(name, _)| MARKS.iter().position(|mark| mark == name));
        let marks: String = marks.into_iter().map(|(_, raw)| raw.as_str()).collect();
        let of_mark = marks + &joined(&self.of_mark) + mark_was;
        let run = if of_mark.is_empty() { String::new() } else { names.element("rPr", "", &of_mark) };
        let was = was.filter(|_| own_was.is_empty()).map(|was| {
            let own = names.element("pPr", "", &joined(&was.own));
            names.element("pPrChange", &tracker.signed(names), &own)
        });
        let was = was.as_deref().unwrap_or(own_was);
        let content = joined(&self.own) + &run + self.section.as_deref().unwrap_or_default() + was;
        if content.is_empty() { content } else { names.element("pPr", "", &content) }
    }
}
