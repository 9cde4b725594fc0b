//! From groups to links: every unit of either side in exactly one, in the order of the new text, with what tied it.

use super::alignment::{Evidence, Link, Relation};
use super::departures::{key, places};
use super::explanation::{Clue, Decision};
use super::frame::Frame;
use super::matching::Matching;
use super::moves;
use super::splits::Group;
use super::terms::Terms;
use crate::prepare::TextPair;
use crate::structure::{Document, Kind};

/// The units of one sort on both sides: for each place in the lists that were matched, the index of the unit.
pub(super) struct Sort<'a> {
    pub(super) pair: TextPair<'a>,
    pub(super) units: [&'a [usize]; 2],
    pub(super) terms: &'a Terms,
    pub(super) frame: &'a dyn Frame,
    pub(super) found: &'a Matching,
}

impl Sort<'_> {
    /// The links of the groups, in no order.
    pub(super) fn links(&self, groups: &[Group]) -> Vec<Link> {
        let moved = moves::moved(groups, (self.terms, self.frame), &|i, j| self.same_label(i, j));
        let links = groups.iter().zip(moved).map(|(group, moved)| Link {
            relation: relation(&group.old, &group.new),
            moved,
            renumbered: relation(&group.old, &group.new) == Relation::Kept
                && is_renumbered(self.pair, self.units[0][group.seed.0], self.units[1][group.seed.1]),
            old: group.old.iter().map(|&i| self.units[0][i]).collect(),
            new: group.new.iter().map(|&j| self.units[1][j]).collect(),
            score: u16::try_from(group.similarity).ok(),
            why: self.why(group),
        });
        links.collect()
    }

    fn same_label(&self, old: usize, new: usize) -> bool {
        self.pair.same_label(self.units[0][old], self.units[1][new])
    }

    /// What decided, as the explanation of the paragraph has it.
    fn why(&self, group: &Group) -> Vec<Evidence> {
        let mut why = match group.by {
            Decision::Pin => vec![Evidence::Pin],
            Decision::Form => vec![Evidence::Form],
            Decision::Headed => vec![Evidence::Neighbours, Evidence::Form],
            Decision::Turn => vec![Evidence::Caller],
            Decision::Label => vec![Evidence::Label, Evidence::Order],
            Decision::Remainder | Decision::SecondLook => vec![self.words(group)],
            Decision::Evidence | Decision::Coverage | Decision::Refused | Decision::Nothing => self.counted(group),
        };
        if relation(&group.old, &group.new) != Relation::Kept {
            why.push(Evidence::Coverage);
        }
        why.sort_unstable();
        why.dedup();
        why
    }

    /// What spoke for the pair that was tied first.
    fn counted(&self, group: &Group) -> Vec<Evidence> {
        let at = self.found.candidates.binary_search_by_key(&group.seed, |c| (c.old, c.new));
        let clues = at.map_or_else(|_| vec![], |k| self.found.clues(k, self.terms, self.frame));
        let named = |clue: Clue| match clue {
            Clue::Words | Clue::Opening | Clue::Kind => self.words(group),
            Clue::Before | Clue::After => Evidence::Neighbours,
            Clue::Section => self.frame.surrounding(),
            Clue::Label => Evidence::Label,
            Clue::Order | Clue::Place | Clue::Turn | Clue::Naming | Clue::Habit => Evidence::Order,
        };
        clues.iter().filter(|clue| clue.points > 0).map(|clue| named(clue.clue)).collect()
    }

    fn words(&self, group: &Group) -> Evidence {
        let (old, new) = group.seed;
        if self.terms.old[old].text == self.terms.new[new].text { Evidence::Identical } else { Evidence::Words }
    }
}

/// Both labels are printed, and they differ by more than punctuation and case.
pub(super) fn is_renumbered(pair: TextPair<'_>, old: usize, new: usize) -> bool {
    let (before, after) = (pair.unit(0, old), pair.unit(1, new));
    let counted = [before, after].iter().any(|unit| unit.kind == Kind::Preambular);
    !counted && pair.label(0, old) != pair.label(1, new) || before.is_bracketed() != after.is_bracketed()
}

/// How many became how many, of sides that are not empty; one of them is a single unit.
pub(super) fn relation(old: &[usize], new: &[usize]) -> Relation {
    match (old.len(), new.len()) {
        (1, 1) => Relation::Kept,
        (1, _) => Relation::Split,
        _ => Relation::Merged,
    }
}

/// Puts the links in the order of the new text, with a link for each unit that has none: what was inserted where it stands, what was
/// deleted where [`places`] says.
pub(super) fn complete(mut links: Vec<Link>, documents: [&Document; 2]) -> Vec<Link> {
    let alone = |relation, old, new| Link { relation, moved: false, renumbered: false, old, new, score: None, why: vec![] };
    let (mut in_old, mut in_new) = (vec![false; documents[0].units.len()], vec![false; documents[1].units.len()]);
    for link in &links {
        link.old.iter().for_each(|&i| in_old[i] = true);
        link.new.iter().for_each(|&j| in_new[j] = true);
    }
    let inserted = (0..in_new.len()).filter(|&j| !in_new[j]);
    let deleted = (0..in_old.len()).filter(|&i| !in_old[i]);
    let places = places(links.iter(), documents[0], documents[1]);
    links.extend(inserted.map(|j| alone(Relation::Inserted, vec![], vec![j])));
    links.extend(deleted.map(|i| alone(Relation::Deleted, vec![i], vec![])));
    links.sort_by_key(|link| key(link, &places));
    links
}
