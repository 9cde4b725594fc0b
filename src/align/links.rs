//! From groups to links: every unit of either side in exactly one, in the order of the new text, with what tied it.

use super::alignment::{Evidence, Link, Relation};
use super::departures::{key, places};
use super::evidence::{ROOM, Run};
use super::frame::plain_label;
use super::matching::Matching;
use super::moves;
use super::similarity::WHOLE;
use super::splits::Group;
use super::terms::Terms;
use crate::structure::{Document, Kind, Unit};

/// Similarity above which words are named among what tied a pair.
const WORDS: i32 = 250;

/// The units of one sort on both sides: for each place in the lists that were matched, the index of the unit.
pub(super) struct Sort<'a> {
    pub(super) documents: [&'a Document; 2],
    pub(super) units: [&'a [usize]; 2],
    pub(super) terms: &'a Terms,
    pub(super) found: &'a Matching,
}

impl Sort<'_> {
    fn unit(&self, side: usize, place: usize) -> &Unit {
        &self.documents[side].units[self.units[side][place]]
    }

    /// The links of the groups, in no order. `known` says what else tied a pair, by places.
    pub(super) fn links(&self, groups: &[Group], known: &dyn Fn(usize, usize) -> Vec<Evidence>) -> Vec<Link> {
        let moved = moves::moved(groups, self.terms, &|i, j| self.same_label(i, j));
        let seeds = moves::run(groups.iter().map(|group| group.seed));
        let run = Run::through(seeds, self.terms.old.len(), self.terms.new.len());
        let links = groups.iter().zip(moved).map(|(group, moved)| Link {
            relation: relation(group),
            moved,
            renumbered: relation(group) == Relation::Kept
                && is_renumbered(self.unit(0, group.seed.0), self.unit(1, group.seed.1)),
            old: group.old.iter().map(|&i| self.units[0][i]).collect(),
            new: group.new.iter().map(|&j| self.units[1][j]).collect(),
            score: u16::try_from(group.similarity).ok(),
            why: self.why(group, &run, known),
        });
        links.collect()
    }

    fn same_label(&self, old: usize, new: usize) -> bool {
        plain_label(self.unit(0, old)).is_some_and(|label| Some(label) == plain_label(self.unit(1, new)))
    }

    fn why(&self, group: &Group, run: &Run, known: &dyn Fn(usize, usize) -> Vec<Evidence>) -> Vec<Evidence> {
        let (old, new) = group.seed;
        let mut why = known(old, new);
        if self.terms.old[old].text == self.terms.new[new].text {
            why.push(Evidence::Identical);
        } else if group.similarity >= WORDS {
            why.push(Evidence::Words);
        }
        if self.same_label(old, new) {
            why.push(Evidence::Label);
        }
        let at = self.found.candidates.binary_search_by_key(&group.seed, |c| (c.old, c.new));
        if at.is_ok_and(|k| self.found.beside[k].iter().sum::<i32>() >= WHOLE) {
            why.push(Evidence::Neighbours);
        }
        if relation(group) != Relation::Kept {
            why.push(Evidence::Coverage);
        }
        if run.room(old, new).is_some_and(|room| room <= ROOM) {
            why.push(Evidence::Order);
        }
        if why.is_empty() {
            why.push(Evidence::Words);
        }
        why.sort_unstable();
        why.dedup();
        why
    }
}

/// Both labels are printed, and they differ by more than punctuation and case.
pub(super) fn is_renumbered(old: &Unit, new: &Unit) -> bool {
    let counted = [old, new].iter().any(|unit| unit.kind == Kind::Preambular);
    !counted && plain_label(old) != plain_label(new) || old.is_bracketed() != new.is_bracketed()
}

fn relation(group: &Group) -> Relation {
    match (group.old.len(), group.new.len()) {
        (1, 1) => Relation::Kept,
        (1, _) => Relation::Split,
        (_, 1) => Relation::Merged,
        _ => Relation::Recast,
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
