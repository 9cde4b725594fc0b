//! Places that are whole paragraphs: those that go, are replaced, or come.
//!
//! ```text
//! Japan deletes OP3, Brazil adds words to it      OP3.1  conflict  delete (Japan), reword (Brazil)
//! Japan has another PP2                           PP2.1  single    PP2 alt (Japan)
//! Kenya and Brazil add one behind OP3             OP3 bis  agreement
//! ```

use std::collections::BTreeMap;

use super::Laid;
use super::copy::{Copy, Fate, Fresh};
use super::gaps::{Newcomer, merged};
use super::names::{Coming, Names};
use super::place::{Alternative, At, Place, Stand, What};
use crate::compare::{EditWeight, without_typography};
use crate::structure::Unit;

/// What is given as a name to each unit that comes, by its proposal and its index there.
pub(crate) type Given = BTreeMap<(usize, usize), String>;

impl Laid<'_> {
    fn form(&self, text: &str) -> String {
        if self.is_exact { text.to_owned() } else { without_typography(text) }
    }

    /// The places of paragraphs that go or are replaced, into `places`; those of new ones are handed back, in order, with all names.
    pub(super) fn newcomers(&self, places: &mut Vec<Place>) -> (Vec<Place>, Given) {
        let gaps = self.gaps();
        let mut names = Names::of(self.base);
        let mut given: Given = BTreeMap::new();
        let own = self.own_names(&gaps, &mut names);
        let mut behind = vec![];
        for after in std::iter::once(None).chain((0..self.base.units.len()).map(Some)) {
            if let Some(unit) = after {
                places.extend(self.whole(unit, &mut names, &mut given));
                names.pass(self.base, unit);
            }
            let mut ids: Vec<String> = vec![];
            for (nth, newcomer) in gaps.get(&after).into_iter().flatten().enumerate() {
                let parent = self.parent(newcomer, &given);
                let coming = self.coming(newcomer.by[0], after, parent.as_deref());
                let id = names.next(coming, own.get(&(after, nth)).cloned());
                newcomer.by.iter().for_each(|source| drop(given.insert(*source, id.clone())));
                ids.push(id);
                behind.push(self.after(after, newcomer, &ids));
            }
        }
        // Where what moved away has gone.
        for alternative in places.iter_mut().flat_map(|place| &mut place.alternatives).filter(|a| a.what == What::Moved) {
            alternative.other = alternative.source.and_then(|source| given.get(&source).cloned());
        }
        (behind, given)
    }

    /// What comes behind each unit, or before all.
    fn gaps(&self) -> BTreeMap<Option<usize>, Vec<Newcomer>> {
        let mut sequences: BTreeMap<Option<usize>, Vec<(usize, Vec<&Fresh>)>> = BTreeMap::new();
        for (by, Copy { fresh, .. }) in self.copies.iter().enumerate() {
            for fresh in fresh {
                let here = sequences.entry(fresh.after).or_default();
                match here.last_mut().filter(|(last, _)| *last == by) {
                    Some((_, sequence)) => sequence.push(fresh),
                    None => here.push((by, vec![fresh])),
                }
            }
        }
        let merged = |sequences: Vec<_>| merged(&sequences, self.proposals, |text| self.form(text));
        sequences.into_iter().map(|(after, sequences)| (after, merged(sequences))).collect()
    }

    /// The labels that delegations printed and that are free, before any other is given.
    fn own_names(
        &self,
        gaps: &BTreeMap<Option<usize>, Vec<Newcomer>>,
        names: &mut Names,
    ) -> BTreeMap<(Option<usize>, usize), String> {
        let mut own = BTreeMap::new();
        for (after, newcomers) in gaps {
            for (nth, newcomer) in newcomers.iter().enumerate() {
                let parent = self.parent(newcomer, &BTreeMap::new());
                let name = newcomer.by.iter().find_map(|source| names.own(self.coming(*source, *after, parent.as_deref())));
                own.extend(name.map(|name| ((*after, nth), name)));
            }
        }
        own
    }

    fn coming<'a>(&'a self, (by, unit): (usize, usize), after: Option<usize>, parent: Option<&'a str>) -> Coming<'a> {
        let proposal = self.proposals[by];
        let unit = &proposal.units[unit];
        let above = |other: &Unit| other.parent.map(|parent| self.base.units[parent].id.as_str());
        let (before, behind) = self.base.units.split_at(after.map_or(0, |after| after + 1));
        let is_like = |other: &&Unit| other.kind == unit.kind && above(other) == parent;
        let beside =
            [before.iter().rev().find(is_like), behind.iter().find(is_like)].map(|unit| unit.map(|unit| unit.id.as_str()));
        Coming { proposal, unit, parent, beside }
    }

    /// What the unit above a new paragraph is called here, as far as it has a name.
    fn parent(&self, newcomer: &Newcomer, given: &Given) -> Option<String> {
        let (by, unit) = newcomer.by[0];
        let parent = self.proposals[by].units[unit].parent?;
        let kept = self.copies[by].tied[parent].map(|old| self.base.units[old].id.clone());
        kept.or_else(|| given.get(&(by, parent)).cloned())
    }

    fn after(&self, unit: Option<usize>, newcomer: &Newcomer, ids: &[String]) -> Place {
        // Of texts that differ in typography one is shown, whoever comes first.
        let texts = newcomer.by.iter().map(|source| (self.text(*source), *source));
        let (text, source) = texts.min().unwrap_or(("", newcomer.by[0]));
        let text = text.to_owned();
        let what = if newcomer.is_moved { What::Moved } else { What::New };
        let id = ids.last().cloned().unwrap_or_default();
        let alternative = Alternative {
            id: Some(id.clone()),
            other: newcomer.from.map(|from| self.base.units[from].id.clone()),
            near: newcomer.near.map(|near| ids[near].clone()),
            source: Some(source),
            ..Alternative::new(what, Some(text), newcomer.by.iter().map(|(by, _)| *by).collect())
        };
        let (at, weight) = (At::After, EditWeight::Substantive);
        let stand = stand(std::slice::from_ref(&alternative));
        Place { id, unit, at, start: None, end: None, stand, weight, alternatives: vec![alternative], changes: vec![] }
    }

    fn text(&self, (by, unit): (usize, usize)) -> &str {
        &self.proposals[by].units[unit].text
    }

    /// The place that is all of a unit, where someone deletes, moves or replaces it.
    fn whole(&self, unit: usize, names: &mut Names, given: &mut Given) -> Option<Place> {
        let mut alternatives: Vec<Alternative> = vec![];
        for (by, copy) in self.copies.iter().enumerate() {
            let (what, source) = match &copy.fates[unit] {
                Fate::Unknown => continue,
                Fate::Kept(changes) if changes.is_empty() => continue,
                Fate::Kept(_) => (What::Reword, None),
                Fate::Replaced(new) => (What::Alt, Some((by, *new))),
                Fate::Gone(None) => (What::Delete, None),
                Fate::Gone(Some(new)) => (What::Moved, Some((by, *new))),
            };
            let text = match (what, source) {
                (What::Reword, _) => None,
                (What::Alt, Some(source)) => Some(self.text(source).to_owned()),
                _ => Some(String::new()),
            };
            let form = |text: &Option<String>| text.as_deref().map(|text| self.form(text));
            let is_same = |other: &&mut Alternative| other.what == what && form(&other.text) == form(&text);
            match alternatives.iter_mut().find(is_same) {
                Some(same) => {
                    same.by.push(by);
                    same.count += 1;
                    if text < same.text {
                        (same.text, same.source) = (text, source);
                    }
                }
                None => alternatives.push(Alternative { source, ..Alternative::new(what, text, vec![by]) }),
            }
        }
        if alternatives.iter().all(|alternative| alternative.what == What::Reword) {
            return None;
        }
        let base = &self.base.units[unit];
        let alts = || alternatives.iter().filter(|alternative| alternative.what == What::Alt).count();
        let mut ids = names.alternatives(base, alts()).into_iter();
        for alternative in alternatives.iter_mut().filter(|alternative| alternative.what == What::Alt) {
            alternative.id = ids.next();
            given.extend(alternative.source.zip(alternative.id.clone()));
        }
        let (start, end) = (Some(0), Some(base.text.chars().count()));
        let (at, weight, stand) = (At::Paragraph, EditWeight::Substantive, stand(&alternatives));
        Some(Place { id: String::new(), unit: Some(unit), at, start, end, stand, weight, alternatives, changes: vec![] })
    }
}

/// How the alternatives of a paragraph relate.
fn stand(alternatives: &[Alternative]) -> Stand {
    match alternatives {
        [one] if one.by.len() == 1 => Stand::Single,
        [_] => Stand::Agreement,
        _ => Stand::Conflict,
    }
}
