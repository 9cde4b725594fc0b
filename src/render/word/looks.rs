//! How what comes in looks: like its own kind nearest by.
//!
//! ```text
//! old   11. Urges … (list, counted)   12. Requests … (list, counted)
//! new   12 bis. Invites …             no count gives "12 bis": typed, in a paragraph that is not counted
//! ```

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::atoms::Stuff;
use super::base::Base;
use super::clean;
use super::fresh::Look;
use super::hand::Gap;
use super::notes::NoteStyle;
use super::properties::Properties;
use super::sheet::Sheet;
use super::walk::Opened;
use super::xml::Names;
use crate::read::{LabelSource, Package};
use crate::structure::{Document, Kind, Unit};
use crate::text::label::roman_value;
use crate::work::step;

/// The looks of the base.
pub(super) struct Looks<'a> {
    old: &'a Document,
    opened: &'a [Option<Opened>],
    sheets: &'a BTreeMap<usize, Sheet>,
    /// The file as it was given.
    given: Option<&'a Package>,
    /// Old units that can be a model, by what they are.
    models: FxHashMap<Sort, Vec<usize>>,
    pub(super) notes: NoteStyle,
    /// What stands behind typed labels.
    pub(super) gap: Gap,
}

impl<'a> Looks<'a> {
    /// The looks of `base`, which is `old`.
    pub(super) fn of(
        base: &Base<'a>,
        old: &'a Document,
        opened: &'a [Option<Opened>],
        sheets: &'a BTreeMap<usize, Sheet>,
    ) -> Self {
        let is_clean = base.given.is_none();
        let notes = if is_clean { clean::note_style() } else { note_style(old, opened, sheets) };
        let is_tab = |opened: &Opened| {
            let gap = opened.places.gap.clone();
            (!gap.is_empty()).then(|| opened.paragraph.atoms.range(gap).any(|atom| matches!(atom.what, Stuff::Space(_))))
        };
        let gap = opened.iter().flatten().find_map(is_tab).map_or(is_clean, |is_tab| is_tab);
        let mut models: FxHashMap<Sort, Vec<usize>> = FxHashMap::default();
        let fits = |unit: &&Unit| opened[unit.index].as_ref().is_some_and(|opened| opened.depth < 64);
        for unit in old.units.iter().filter(fits) {
            for sort in Sort::all(unit.kind, depth(old, unit)).into_iter().filter(|sort| sort.is_of(unit.kind)) {
                models.entry(sort).or_default().push(unit.index);
            }
        }
        Self { old, opened, sheets, given: base.given, models, notes, gap: if gap { Gap::Tab } else { Gap::Space } }
    }

    /// The look of new unit `index`, near old unit `near`.
    pub(super) fn look(&self, new: &Document, index: usize, near: usize) -> Look {
        let unit = &new.units[index];
        if self.given.is_none() {
            return clean::look(new, unit);
        }
        let Some((model, opened)) = self.model(new, unit, near) else {
            return Look { properties: Properties::default(), words: String::new(), label: String::new(), gap: Some(self.gap) };
        };
        let source = self.sheets.get(&opened.part).map_or("", |sheet| sheet.source.as_str());
        let names = self.sheets.get(&opened.part).map(|sheet| sheet.names.clone()).unwrap_or_default();
        let is_counted = is_counted(model, opened) || self.is_automatic(model.index);
        let counts = is_counted && Self::counts_on(model, new, index);
        let properties = opened.properties.copied();
        let properties = if is_counted && !counts { properties.uncounted(&names) } else { properties };
        let words = opened.style_at(source, opened.paragraph.atoms.len()).to_owned();
        let label = opened.places.label.clone();
        let label = if label.is_empty() { words.clone() } else { opened.style_of(source, label.start).to_owned() };
        Look { properties, words, label, gap: (!counts).then_some(self.gap) }
    }

    /// Whether Word counts the paragraph of an old unit, be its number taken for a label or not.
    fn is_automatic(&self, unit: usize) -> bool {
        let paragraph = self.given.and_then(|package| package.paragraphs.get(unit));
        paragraph.is_some_and(|paragraph| matches!(paragraph.label, LabelSource::Automatic(_)))
    }

    /// The old unit of the same kind and depth nearest to `near`, else that of the same kind, else any of the text.
    fn model(&self, new: &Document, unit: &Unit, near: usize) -> Option<(&'a Unit, &'a Opened)> {
        let sorts = if unit.kind == Kind::Note { 1 } else { 4 };
        let units = Sort::all(unit.kind, depth(new, unit)).iter().take(sorts).find_map(|sort| self.models.get(sort))?;
        let after = units.partition_point(|&unit| unit < near);
        let beside = after.checked_sub(1).and_then(|before| units.get(before)).into_iter().chain(units.get(after));
        let model = &self.old.units[*beside.inspect(|_| step(1)).min_by_key(|unit| unit.abs_diff(near))?];
        self.opened[model.index].as_ref().map(|opened| (model, opened))
    }

    /// Whether the count of `old` gives the label of new unit `index`: written alike, the next after its last sibling's, or the first.
    pub(super) fn counts_on(old: &Unit, new: &Document, index: usize) -> bool {
        let unit = &new.units[index];
        if old.label.as_deref().map(signs) != unit.label.as_deref().map(signs) {
            return false;
        }
        let Some(number) = unit.number.as_deref() else { return false };
        let depth = depth(new, unit);
        let before = new.units[..index].iter().rev();
        let mut above = before.take_while(|other| other.kind != Kind::Operative || unit.kind == Kind::Operative);
        let sibling = above.find(|other| other.kind == unit.kind && self::depth(new, other) == depth && other.number.is_some());
        match sibling.and_then(|sibling| sibling.number.as_deref()) {
            None => ["1", "a", "A", "i", "I"].contains(&number),
            Some(last) => follows(last, number),
        }
    }
}

/// What an old unit is, as a model for a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    /// Of this kind, this deep.
    Depth(Kind, usize),
    Kind(Kind),
    Body,
    Text,
}

impl Sort {
    /// From the closest to what is looked for to any.
    fn all(kind: Kind, depth: usize) -> [Self; 4] {
        [Self::Depth(kind, depth), Self::Kind(kind), Self::Body, Self::Text]
    }

    /// Whether a unit of `kind` is of this sort. Notes are models for notes alone.
    fn is_of(self, kind: Kind) -> bool {
        match self {
            Self::Depth(..) | Self::Kind(_) => true,
            Self::Body => matches!(kind, Kind::Operative | Kind::Preambular | Kind::Subparagraph),
            Self::Text => kind != Kind::Note,
        }
    }
}

/// Whether Word counts the label of an old unit.
fn is_counted(unit: &Unit, opened: &Opened) -> bool {
    unit.label.is_some() && opened.places.label.is_empty()
}

/// A label without its letters and figures.
fn signs(label: &str) -> String {
    label.chars().filter(|c| !c.is_alphanumeric()).collect()
}

/// Whether `number` is the next in a count after `last`, which may have been typed between: "13" after "12 bis".
fn follows(last: &str, number: &str) -> bool {
    let figure = |text: &str| text.split(' ').next().and_then(|first| first.parse::<u32>().ok());
    if let (Some(last), Ok(number)) = (figure(last), number.parse::<u32>()) {
        return number == last + 1;
    }
    let letter = |text: &str| Some(text.chars().next()?).filter(|_| text.chars().count() == 1).map(u32::from);
    let is_next = |value: &dyn Fn(&str) -> Option<u32>| value(last).zip(value(number)).is_some_and(|(a, b)| b == a + 1);
    is_next(&letter) || is_next(&roman_value)
}

/// How many paragraphs a part stands under.
pub(super) fn depth(document: &Document, unit: &Unit) -> usize {
    if unit.kind != Kind::Subparagraph {
        return 0;
    }
    let above = std::iter::successors(unit.parent, |&parent| document.units.get(parent).and_then(|u| u.parent));
    above.take(9).take_while(|&p| document.units.get(p).is_some_and(|u| u.kind == Kind::Subparagraph)).count() + 1
}

/// How notes look in a given base: as the first that is there.
fn note_style(old: &Document, opened: &[Option<Opened>], sheets: &BTreeMap<usize, Sheet>) -> NoteStyle {
    let mut style = NoteStyle::default();
    let default = Names::default();
    style.reference = default.element("rPr", "", &default.value("vertAlign", "superscript"));
    style.number.clone_from(&style.reference);
    for (opened, unit) in opened.iter().zip(&old.units).filter_map(|(opened, unit)| Some((opened.as_ref()?, unit))) {
        let Some(sheet) = sheets.get(&opened.part) else { continue };
        let atoms = &opened.paragraph.atoms;
        if let Some(at) = atoms.iter().position(|atom| matches!(atom.what, Stuff::Reference(_))) {
            opened.style_of(&sheet.source, at).clone_into(&mut style.reference);
        }
        if unit.kind == Kind::Note && unit.label.is_some() && style.paragraph.is_empty() {
            style.paragraph = opened.paragraph.properties.clone().map(|range| sheet.source[range].to_owned()).unwrap_or_default();
            let number = atoms
                .iter()
                .position(|atom| matches!(atom.what, Stuff::Other(_)) && atom.raw(&sheet.source).contains("footnoteRef"));
            if let Some(at) = number {
                opened.style_of(&sheet.source, at).clone_into(&mut style.number);
            }
        }
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_goes_on_past_what_is_typed_between() {
        assert!(follows("12", "13") && follows("12 bis", "13") && follows("h", "i") && follows("iii", "iv"));
        assert!(!follows("12", "12 bis") && !follows("12", "14") && !follows("a", "c"));
    }
}
