//! What a translator has to do again when the text that was translated has changed.
//!
//! ```text
//! en 2030   en 2031                        fr 2030
//! PP2       PP2   not a word changed       PP2       keep
//! OP4       OP10  not a word changed       par. 4    keep, 4 becomes 10
//! OP1       OP2   9 → [12]; 2031 → 2032    par. 1    redo, 1 becomes 2
//! –         OP7                            –         new
//! OP3       –                              par. 3    drop
//! ```
//!
//! The redline of the text says what became of each of its paragraphs, and the pairing of the year before which paragraph of the translation
//! it was. Typography alone is no reason to translate again.

use rustc_hash::FxHashMap;
#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::changes::{is_changed, told};
use super::pairing::pairing;
use super::version::Version;
use crate::align::{AlignOptions, align};
use crate::compare::{Change, Edit, compare};
use crate::structure::{Document, Unit};

/// What becomes of a paragraph of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Redo {
    /// It stands as it is, but perhaps for its number.
    Keep,
    /// What it translates has changed.
    Redo,
    /// There is no translation yet.
    New,
    /// What it translated is gone.
    Drop,
}

impl Redo {
    /// All of them, in the order of summaries.
    pub const ALL: [Self; 4] = [Self::Keep, Self::Redo, Self::New, Self::Drop];
}

/// A paragraph of the text, and what becomes of its translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct RedoItem {
    /// What to do.
    pub what: Redo,
    /// The indices of its units in the text as it is now; none of what is gone.
    pub now: Vec<usize>,
    /// Those in the text as it was.
    pub before: Vec<usize>,
    /// Those in the translation of the text as it was; none of what is new.
    pub translation: Vec<usize>,
    /// The number of the translation and the number that it gets: "4", "10".
    pub renumber: Option<[String; 2]>,
    /// What changed, in few words: "four → five; 30 → 15".
    pub why: String,
    /// The redline of the text.
    #[serde(skip)]
    pub edits: Vec<Edit>,
}

/// What a translator has to do, in the order of the text; what is dropped at its place.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct RedoList {
    /// A paragraph each.
    pub items: Vec<RedoItem>,
}

/// What becomes of `translation`, which is that of `before`, now that the text is `now`.
pub fn redo(now: &Document, before: &Document, translation: &Document) -> RedoList {
    let [known, translated] = [Version::of(before), Version::of(translation)];
    let ties = pairing([&known, &translated], true);
    let partners: FxHashMap<usize, &[usize]> =
        ties.iter().flat_map(|tie| tie.units[0].iter().map(|&unit| (unit, tie.units[1].as_slice()))).collect();
    let of = |units: &[usize]| -> Vec<usize> {
        let mut own: Vec<usize> =
            units.iter().filter_map(|unit| partners.get(unit)).flat_map(|units| units.iter().copied()).collect();
        own.dedup();
        own
    };
    let changes = compare(before, now, align(before, now, &AlignOptions::default())).changes;
    let current = Version::of(now);
    let is_translated = |change: &&Change| {
        let link = &change.link;
        let holds =
            |version: &Version<'_>, units: &[usize]| units.iter().all(|unit| version.paragraphs.binary_search(unit).is_ok());
        holds(&current, &link.new) && holds(&known, &link.old)
    };
    let items = changes.iter().filter(is_translated).map(|change| {
        let link = &change.link;
        let translation_units = of(&link.old);
        let what = match (link.old.is_empty(), link.new.is_empty(), translation_units.is_empty()) {
            (_, true, _) => Redo::Drop,
            (true, ..) | (.., true) => Redo::New,
            _ if is_changed(change) || link.old.len() != link.new.len() => Redo::Redo,
            _ => Redo::Keep,
        };
        let numbers = || {
            let number = |unit: &Unit| unit.label.as_ref().and(unit.number.clone());
            let own = number(&translation.units[*translation_units.first()?])?;
            let new = number(&now.units[*link.new.first()?])?;
            (own != new).then_some([own, new])
        };
        RedoItem {
            what,
            now: link.new.clone(),
            before: link.old.clone(),
            renumber: numbers(),
            why: if what == Redo::Redo { told(&change.edits) } else { String::new() },
            edits: change.edits.clone(),
            translation: translation_units,
        }
    });
    // What was dropped and never translated is nobody's work.
    let items = items.filter(|item| item.what != Redo::Drop || !item.translation.is_empty()).collect();
    RedoList { items }
}
