//! The two texts and their links, with the questions that several parts of a report ask of them.

use super::Redline;
use super::editorial::Editorial;
use super::label::{Anchors, Name, list};
use super::phrases::{Phrases, fill};
use super::unknown::{called_notes, unknown_notes};
use crate::compare::Change;
use crate::structure::{Document, Kind, Unit};

/// A redline with its indices turned round: from units to links.
pub(super) struct Pair<'a> {
    /// What is shown.
    pub(super) redline: &'a Redline,
    /// In which words.
    pub(super) phrases: &'static Phrases,
    /// Where links lead.
    pub(super) anchors: Anchors,
    /// The link of each old unit.
    pub(super) of_old: Vec<Option<usize>>,
    /// The link of each new unit.
    pub(super) of_new: Vec<Option<usize>>,
    /// For each link, whether it is of footnote texts that a paragraph calls and is shown under it.
    pub(super) called: Vec<bool>,
    /// The new note that an old note became.
    pub(super) notes: Vec<Option<usize>>,
    /// How typography is shown.
    pub(super) editorial: Editorial,
    /// For each link, whether it is of footnotes that the other text does not print.
    pub(super) unknown: Vec<bool>,
}

impl<'a> Pair<'a> {
    pub(super) fn of(redline: &'a Redline, phrases: &'static Phrases, editorial: Editorial) -> Self {
        let (old, new) = (&redline.old.units, &redline.new.units);
        let mut of_old = vec![None; old.len()];
        let mut of_new = vec![None; new.len()];
        let mut notes = vec![None; old.len()];
        for (index, change) in redline.links.iter().enumerate() {
            change.link.old.iter().for_each(|&unit| of_old[unit] = Some(index));
            change.link.new.iter().for_each(|&unit| of_new[unit] = Some(index));
            for &unit in change.link.old.iter().filter(|&&unit| old[unit].kind == Kind::Note) {
                notes[unit] = change.link.new.first().copied();
            }
        }
        let (by_old, by_new) = (called_notes(old), called_notes(new));
        let called: Vec<bool> = redline
            .links
            .iter()
            .map(|change| {
                let link = &change.link;
                let is_whole = link.old.iter().all(|&u| by_old[u]) || link.new.iter().any(|&u| by_new[u]);
                is_whole && link.new.iter().all(|&u| by_new[u])
            })
            .collect();
        let mut anchors = Anchors::of(old, new);
        for (change, _) in redline.links.iter().zip(&called).filter(|&(_, &is_called)| is_called) {
            share_anchor(change, &mut anchors);
        }
        let unknown = unknown_notes([&redline.old, &redline.new], &redline.links);
        Self { redline, phrases, anchors, of_old, of_new, called, notes, editorial, unknown }
    }

    pub(super) fn change(&self, link: usize) -> &'a Change {
        &self.redline.links[link]
    }

    pub(super) fn old_unit(&self, index: usize) -> &'a Unit {
        &self.redline.old.units[index]
    }

    pub(super) fn new_unit(&self, index: usize) -> &'a Unit {
        &self.redline.new.units[index]
    }

    /// The names of old units.
    pub(super) fn old_names(&self, units: &[usize]) -> Vec<Name> {
        units.iter().map(|&index| Name::of(self.old_unit(index), self.phrases)).collect()
    }

    /// Where a link moved from, in the words of `template`; that it kept its number, if it has one, where its old name is its new one.
    pub(super) fn moved_from(&self, change: &Change, template: &str) -> String {
        let names = |units: &[usize], all: &[Unit]| {
            list(&units.iter().map(|&unit| Name::of(&all[unit], self.phrases)).collect::<Vec<_>>(), self.phrases)
        };
        let old = names(&change.link.old, &self.redline.old.units);
        let is_same = old == names(&change.link.new, &self.redline.new.units);
        if !is_same {
            return fill(template, &[&old]);
        }
        let is_numbered =
            |unit: &usize| matches!(self.new_unit(*unit).kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph);
        let badges = &self.phrases.badges;
        if change.link.new.iter().all(is_numbered) { badges.moved_in_place } else { badges.moved }.to_owned()
    }

    pub(super) fn name(&self, unit: &Unit) -> Name {
        Name::of(unit, self.phrases)
    }
}

/// The notes of one link are shown in one place: every mark that calls one of them leads there.
fn share_anchor(change: &Change, anchors: &mut Anchors) {
    let Some(shown) = change.link.new.first().map(|&new| anchors.new[new].clone()) else { return };
    change.link.new.iter().for_each(|&new| anchors.new[new].clone_from(&shown));
    change.link.old.iter().for_each(|&old| anchors.old[old].clone_from(&shown));
}

/// For each unit, the heading that governs it: the last one before it that is one step above.
pub(super) fn governing_headings(document: &Document) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = vec![];
    document
        .units
        .iter()
        .map(|unit| {
            let depth = unit.section.len();
            let is_heading = matches!(unit.kind, Kind::Heading | Kind::Annex);
            if is_heading {
                open.truncate(depth);
            }
            let governor = depth.checked_sub(1).and_then(|above| open.get(above)).copied();
            if is_heading {
                // A heading that skips a step stands at every depth that it skipped.
                open.resize(depth + 1, unit.index);
                open[depth] = unit.index;
            }
            governor
        })
        .collect()
}
