//! What styles say of characters and lists.

use std::collections::HashMap;

use super::super::figures::Figures;
use super::super::symbols::bullet;
use super::super::xml::{Element, any_name, elements};
use super::attribute;
use crate::language::Language;

/// Levels of a list: the standard has ten.
pub(super) const LEVELS: usize = 10;
/// How many styles a style may be based on, one on the other.
const DEEPEST: usize = 50;

/// The styles of a file, by their names.
#[derive(Default)]
pub(super) struct Styles<'a> {
    faces: HashMap<&'a str, Style<'a>>,
    lists: HashMap<&'a str, Vec<Option<Level>>>,
    /// How headings are numbered.
    pub(super) outline: Vec<Option<Level>>,
}

#[derive(Default)]
struct Style<'a> {
    parent: Option<&'a str>,
    raised: Option<bool>,
    hidden: Option<bool>,
    font: Option<&'a str>,
}

/// How one level of a list counts.
#[derive(Debug, Clone)]
pub(super) struct Level {
    pub(super) start: u32,
    prefix: String,
    suffix: String,
    figures: Figures,
    /// How many levels the label shows.
    shown: usize,
    bullet: Option<char>,
}

impl<'a> Styles<'a> {
    /// The styles in `roots`; a later one wins.
    pub(super) fn of(roots: impl Iterator<Item = Element<'a>>) -> Self {
        let mut styles = Self::default();
        for node in roots.flat_map(|root| root.descendants()) {
            let named = attribute(node, "name");
            match (any_name(node), named) {
                ("style", Some(name)) => {
                    styles.faces.insert(name, Style::of(node));
                }
                ("list-style", Some(name)) => {
                    styles.lists.insert(name, levels(node));
                }
                ("outline-style", _) => styles.outline = levels(node),
                _ => {}
            }
        }
        styles
    }

    /// Whether the style called `name` raises its characters.
    pub(super) fn raises(&self, name: Option<&str>) -> bool {
        self.inherited(name, |style| style.raised)
    }

    /// Whether the style called `name` hides its characters.
    pub(super) fn hides(&self, name: Option<&str>) -> bool {
        self.inherited(name, |style| style.hidden)
    }

    /// The font that the style called `name` sets itself.
    pub(super) fn font(&self, name: Option<&str>) -> Option<&'a str> {
        self.faces.get(name?)?.font
    }

    fn inherited(&self, name: Option<&str>, of: fn(&Style<'a>) -> Option<bool>) -> bool {
        let mut next = name;
        for _ in 0..DEEPEST {
            let Some(style) = next.and_then(|name| self.faces.get(name)) else { return false };
            if let Some(said) = of(style) {
                return said;
            }
            next = style.parent;
        }
        false
    }

    /// How the level `level`, from 0, of the list style called `name` counts.
    pub(super) fn level(&self, name: Option<&str>, level: usize) -> Option<&Level> {
        self.lists.get(name?)?.get(level)?.as_ref()
    }
}

impl<'a> Style<'a> {
    fn of(node: Element<'a>) -> Self {
        let text = elements(node).find(|inner| any_name(*inner) == "text-properties");
        let said = |wanted: &str| text.and_then(|text| attribute(text, wanted));
        let raised = said("text-position").map(|position| {
            let first = position.split(' ').next().unwrap_or_default();
            first == "super" || first.trim_end_matches('%').parse::<f32>().is_ok_and(|height| height > 0.0)
        });
        let hidden = said("display").map(|display| display == "none");
        Self { parent: attribute(node, "parent-style-name"), raised, hidden, font: said("font-name") }
    }
}

fn levels(style: Element<'_>) -> Vec<Option<Level>> {
    let mut levels = vec![None; LEVELS];
    for node in elements(style) {
        let at = attribute(node, "level").and_then(|level| level.parse::<usize>().ok()).and_then(|level| level.checked_sub(1));
        if let Some(slot) = at.and_then(|at| levels.get_mut(at)) {
            *slot = Some(Level::of(node));
        }
    }
    levels
}

impl Level {
    fn of(node: Element<'_>) -> Self {
        let said = |wanted: &str| attribute(node, wanted);
        let number = |wanted: &str| said(wanted).and_then(|value| value.trim().parse::<u32>().ok());
        let font = elements(node).find(|inner| any_name(*inner) == "text-properties");
        let font = font.and_then(|text| attribute(text, "font-name").or_else(|| attribute(text, "font-family")));
        let is_bullet = any_name(node) == "list-level-style-bullet";
        Self {
            start: number("start-value").unwrap_or(1),
            prefix: said("num-prefix").unwrap_or_default().to_owned(),
            suffix: said("num-suffix").unwrap_or_default().to_owned(),
            figures: match said("num-format").unwrap_or_default() {
                "1" => Figures::Decimal,
                "01" => Figures::DecimalZero,
                "i" => Figures::LowerRoman,
                "I" => Figures::UpperRoman,
                "a" => Figures::LowerLetter,
                "A" => Figures::UpperLetter,
                _ => Figures::None,
            },
            shown: number("display-levels").map_or(1, |levels| (levels as usize).clamp(1, LEVELS)),
            bullet: is_bullet
                .then(|| said("bullet-char").and_then(|text| text.chars().next()).map_or('•', |c| bullet(c, font))),
        }
    }

    /// The label that the level `at` of `levels` prints for `counts`; empty where it shows none.
    pub(super) fn label<'l>(&self, at: usize, counts: &[u32], level: impl Fn(usize) -> Option<&'l Self>) -> String {
        if let Some(bullet) = self.bullet {
            return bullet.to_string();
        }
        let first = (at + 1).saturating_sub(self.shown);
        let shown = (first..=at).filter_map(|above| {
            let figures = if above == at { self.figures } else { level(above)?.figures };
            // OpenDocument has no ordinals.
            Some(figures.print(counts[above], Language::En)).filter(|number| !number.is_empty())
        });
        let number = shown.collect::<Vec<_>>().join(".");
        if self.figures == Figures::None {
            String::new()
        } else {
            format!("{}{number}{}", self.prefix, self.suffix).trim().to_owned()
        }
    }
}
