//! The styles of a Word file: what a paragraph or a run has from its style and from those that it is based on.

use std::collections::HashMap;

use super::xml::{Element, attribute, child, elements, name, number, switch, val};

/// How many styles one may be based on, one by one: Word stops at ten.
const DEEPEST: usize = 64;

/// The styles, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// What each has, itself or from those that it is based on.
    whole: HashMap<String, Whole>,
}

/// What a style has in all.
#[derive(Debug, Default, Clone)]
struct Whole {
    list: ListProperties,
    face: Face,
    is_heading: bool,
}

/// What one style says itself.
#[derive(Debug, Default)]
struct Style {
    /// Its name in lower case, the same in every language of Word: "heading 1".
    name: String,
    based_on: Option<String>,
    list: ListProperties,
    outline: Option<u8>,
    face: Face,
}

/// The list that a paragraph stands in, as far as one place says it.
#[derive(Debug, Default, Clone)]
pub(super) struct ListProperties {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

/// How characters are shown, as far as one place says it.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Face {
    pub(super) hidden: Option<bool>,
    pub(super) raised: Option<bool>,
}

impl Face {
    /// What `pr`, a `w:rPr`, says.
    pub(super) fn of(pr: Element<'_>) -> Self {
        Self { hidden: switch(pr, "vanish"), raised: val(pr, "vertAlign").map(|align| align == "superscript") }
    }

    /// This, and where it says nothing the `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self { hidden: self.hidden.or(other.hidden), raised: self.raised.or(other.raised) }
    }
}

impl ListProperties {
    /// What `pr`, a `w:pPr`, says.
    pub(super) fn of(pr: Element<'_>) -> Self {
        let Some(list) = child(pr, "numPr") else { return Self::default() };
        Self { list: val(list, "numId").map(str::to_owned), level: number(list, "ilvl") }
    }
}

impl Styles {
    /// The styles of `root`, a `w:styles`.
    pub(super) fn new(root: Element<'_>) -> Self {
        let mut found = Self::default();
        for node in elements(root).filter(|node| name(*node) == "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let is_default = matches!(attribute(node, "default"), Some("1" | "true" | "on"));
            if is_default && attribute(node, "type") == Some("paragraph") {
                found.default = Some(id.to_owned());
            }
            let mut style = Style {
                name: val(node, "name").unwrap_or(id).to_lowercase(),
                based_on: val(node, "basedOn").map(str::to_owned),
                ..Style::default()
            };
            if let Some(pr) = child(node, "pPr") {
                style.list = ListProperties::of(pr);
                style.outline = number(pr, "outlineLvl");
            }
            if let Some(pr) = child(node, "rPr") {
                style.face = Face::of(pr);
            }
            found.by_id.insert(id.to_owned(), style);
        }
        found.whole = found.by_id.keys().map(|id| (id.clone(), found.resolved(id))).collect();
        found
    }

    /// What the style called `id` has in all.
    fn resolved(&self, id: &str) -> Whole {
        let chain = || self.chain(Some(id)).map(|(_, style)| style);
        let list = chain().find_map(|style| style.list.list.clone());
        let named = |style: &Style| style.name.strip_prefix("heading ").is_some_and(|n| n.trim().parse::<u8>().is_ok());
        Whole {
            list: ListProperties { list, level: chain().find_map(|style| style.list.level) },
            face: chain().fold(Face::default(), |face, style| face.or(style.face)),
            is_heading: chain().any(named) || chain().find_map(|style| style.outline).is_some_and(is_above_text),
        }
    }

    fn whole(&self, id: Option<&str>) -> Option<&Whole> {
        self.whole.get(id?)
    }

    /// The id of the style that `pr` names under `kind` (`pStyle`, `rStyle`).
    pub(super) fn named<'a>(&'a self, pr: Option<Element<'a>>, kind: &str) -> Option<&'a str> {
        let named = pr.and_then(|pr| val(pr, kind));
        named.or(if kind == "pStyle" { self.default.as_deref() } else { None })
    }

    /// The style called `id` and those that it is based on, nearest first, as far as Word goes and further; a circle ends.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let next = |(_, style): &(&'a str, &'a Style)| {
            let id = style.based_on.as_deref()?;
            Some((id, self.by_id.get(id)?))
        };
        let first = id.and_then(|id| Some((id, self.by_id.get(id)?)));
        std::iter::successors(first, next).take(DEEPEST)
    }

    /// The list that the style called `id` puts its paragraphs in.
    pub(super) fn list(&self, id: Option<&str>) -> ListProperties {
        self.whole(id).map(|whole| whole.list.clone()).unwrap_or_default()
    }

    /// The style and those that it is based on: their ids, nearest first.
    pub(super) fn ids<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a str> {
        self.chain(id).map(|(id, _)| id)
    }

    /// How the style shows characters.
    pub(super) fn face(&self, id: Option<&str>) -> Face {
        self.whole(id).map(|whole| whole.face).unwrap_or_default()
    }

    /// Whether the style is one of headings: by its name, else by its level in the outline.
    pub(super) fn is_heading(&self, id: Option<&str>) -> bool {
        self.whole(id).is_some_and(|whole| whole.is_heading)
    }
}

/// Levels 0 to 8 are those of headings; 9 is the text.
pub(super) fn is_above_text(level: u8) -> bool {
    level < 9
}
