//! Automatic numbers, counted as Word counts them.
//!
//! ```text
//! level 0   "%1."       1.  2.                3.
//! level 1   "(%2)"              (a)  (b)           (a)     a higher level was counted: begins again
//! level 2   "%1.%2"                  2.2
//! ```
//!
//! A paragraph names a list (`w:num`) and a level. Lists that share one abstract list go on with each other's count; a
//! `startOverride` begins again where its list is used for the first time. A level begins again after a higher one, unless
//! `lvlRestart` says after which, or never. (ECMA-376 part 1, 17.9.)

use std::collections::{HashMap, HashSet};

use super::figures::Figures;
use super::styles::{ListProperties, Styles};
use super::symbols::{bullet, symbol};
use super::xml::{Element, attribute, child, elements, name, number, switch, val};
use crate::language::Language;

/// Word lets a label be no longer.
const LONGEST: usize = 255;
/// Word's lists have nine levels.
const LEVELS: usize = 9;

/// The lists of a file.
#[derive(Debug, Default)]
pub(super) struct Lists {
    abstracts: HashMap<String, Abstract>,
    lists: HashMap<String, List>,
}

#[derive(Debug, Default)]
struct Abstract {
    levels: [Option<Level>; LEVELS],
    /// The style whose list is meant instead.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    of: String,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    figures: Figures,
    /// "%1.%2"
    text: String,
    /// After which level (from 1) it begins again; 0 never; None after any above.
    restart: Option<usize>,
    is_legal: bool,
    suffix: Suffix,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
}

/// What stands between a number and its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suffix {
    /// A tab or a space.
    Space,
    Nothing,
}

/// A label that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) label: String,
    pub(super) suffix: Suffix,
}

impl Lists {
    /// The lists of `root`, a `w:numbering`.
    pub(super) fn new(root: Element<'_>) -> Self {
        let mut found = Self::default();
        for node in elements(root) {
            match name(node) {
                "abstractNum" => {
                    let Some(id) = attribute(node, "abstractNumId") else { continue };
                    let mut levels = <[Option<Level>; LEVELS]>::default();
                    for level in elements(node).filter(|n| name(*n) == "lvl") {
                        put(&mut levels, level_of(level), Level::new(level));
                    }
                    let link = val(node, "numStyleLink").map(str::to_owned);
                    found.abstracts.insert(id.to_owned(), Abstract { levels, link });
                }
                "num" => {
                    let (Some(id), Some(of)) = (attribute(node, "numId"), val(node, "abstractNumId")) else { continue };
                    let mut list = List { of: of.to_owned(), ..List::default() };
                    for over in elements(node).filter(|n| name(*n) == "lvlOverride") {
                        if let Some(level) = child(over, "lvl") {
                            put(&mut list.levels, level_of(over), Level::new(level));
                        }
                        if let Some(start) = number(over, "startOverride") {
                            put(&mut list.starts, level_of(over), start);
                        }
                    }
                    found.lists.insert(id.to_owned(), list);
                }
                _ => {}
            }
        }
        found
    }

    /// The list called `id`, and the abstract list that it counts in, with its id: where that names a style, the one of the
    /// style's list.
    fn find(&self, id: &str, styles: &Styles) -> Option<(&List, &str, &Abstract)> {
        let list = self.lists.get(id)?;
        let (own_id, own) = self.abstracts.get_key_value(&list.of)?;
        let linked = || {
            let id = styles.list(Some(own.link.as_deref()?)).list?;
            self.abstracts.get_key_value(&self.lists.get(&id)?.of)
        };
        let (id, found) = linked().unwrap_or((own_id, own));
        Some((list, id, found))
    }
}

fn level_of(node: Element<'_>) -> usize {
    attribute(node, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0)
}

fn put<T>(levels: &mut [Option<T>; LEVELS], at: usize, value: T) {
    if let Some(level) = levels.get_mut(at) {
        *level = Some(value);
    }
}

impl Level {
    fn new(node: Element<'_>) -> Self {
        let figures = Figures::named(format_of(node).unwrap_or("decimal"));
        let text = val(node, "lvlText").unwrap_or_default();
        let font = child(node, "rPr").and_then(|pr| child(pr, "rFonts")).and_then(|fonts| attribute(fonts, "ascii"));
        let shown = |c| if figures == Figures::Bullet { bullet(c, font) } else { symbol(c, font) };
        Self {
            start: number(node, "start").unwrap_or(0),
            figures,
            text: text.chars().take(LONGEST).map(shown).collect(),
            restart: number(node, "lvlRestart"),
            is_legal: switch(node, "isLgl").unwrap_or(false),
            suffix: if val(node, "suff") == Some("nothing") { Suffix::Nothing } else { Suffix::Space },
            style: val(node, "pStyle").map(str::to_owned),
        }
    }

    /// Whether counting level `above` makes this one, level `own`, begin again; from 0.
    fn begins_again_after(&self, above: usize, own: usize) -> bool {
        above < self.restart.unwrap_or(own).min(own)
    }
}

/// The format of numbers; a newer one may stand in an alternative that older programs do not know.
fn format_of(level: Element<'_>) -> Option<&str> {
    val(level, "numFmt").or_else(|| {
        let choices = elements(level).filter(|n| n.tag_name().name() == "AlternateContent").flat_map(|n| elements(n));
        choices.filter_map(|choice| val(choice, "numFmt")).find(|format| *format != "custom")
    })
}

/// Where the count stands.
#[derive(Debug)]
pub(super) struct Counter<'a> {
    lists: &'a Lists,
    styles: &'a Styles,
    /// Of ordinals.
    language: Language,
    counts: HashMap<&'a str, [Option<u32>; LEVELS]>,
    /// The overrides of starts that have been used.
    started: HashSet<(String, usize)>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(lists: &'a Lists, styles: &'a Styles, language: Language) -> Self {
        Self { lists, styles, language, counts: HashMap::new(), started: HashSet::new() }
    }

    /// Counts a paragraph of the style called `style` that says `own` of its list; its label, if it has one.
    pub(super) fn count(&mut self, own: &ListProperties, style: Option<&str>) -> Option<Counted> {
        let of_style = self.styles.list(style);
        let id = own.list.clone().or(of_style.list)?;
        let (list, key, found) = self.lists.find(&id, self.styles)?;
        let levels = |at: usize| list.levels[at].as_ref().or(found.levels[at].as_ref());
        let by_style = || {
            let of = |id: &str| (0..LEVELS).find(|at| levels(*at).is_some_and(|level| level.style.as_deref() == Some(id)));
            self.styles.ids(style).find_map(of)
        };
        let at = own.level.or_else(by_style).or(of_style.level).unwrap_or(0).min(LEVELS - 1);
        let level = levels(at)?;
        let counts = self.counts.entry(key).or_default();
        let overridden = list.starts[at].filter(|_| self.started.insert((id.clone(), at)));
        counts[at] = Some(match (overridden, counts[at]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => list.starts[at].unwrap_or(level.start),
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            if levels(deeper).is_none_or(|level| level.begins_again_after(at, deeper)) {
                *count = None;
            }
        }
        let value = |at: usize| counts[at].or_else(|| list.starts[at].or(levels(at).map(|level| level.start)));
        let figures = |at: usize| match levels(at).map_or(Figures::Decimal, |level| level.figures) {
            figures if !level.is_legal || matches!(figures, Figures::None | Figures::Bullet) => figures,
            _ => Figures::Decimal,
        };
        let label = filled(&level.text, |at| value(at).map(|value| figures(at).print(value, self.language)).unwrap_or_default());
        let label = label.trim().to_owned();
        (!label.is_empty() && level.figures != Figures::None || has_words(&label))
            .then_some(Counted { label, suffix: level.suffix })
    }
}

/// A level that counts nothing may still print what is written: "Article".
fn has_words(label: &str) -> bool {
    label.chars().any(char::is_alphanumeric)
}

/// `text` with each "%3" replaced by the number of that level.
fn filled(text: &str, number: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest.bytes().next() {
            Some(digit @ b'1'..=b'9') => {
                out.push_str(&number(usize::from(digit - b'1')));
                rest = &rest[1..];
            }
            _ => out.push('%'),
        }
    }
    out + rest
}
