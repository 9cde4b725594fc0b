//! One proposal against the draft alone: what becomes of each paragraph, and what comes between.
//!
//! ```text
//! draft      OP1  OP2  OP3       OP4
//! proposal   OP1  OP2'      OPx  OP4 OPy     OP2 kept, with changes; OPx an alternative to OP3; OPy new behind OP4
//! ```
//!
//! Never one proposal against another: each delegation wrote on the draft, and knows nothing of the others. The longest run of paragraphs
//! that keep their order stays in place; of what was split or merged, the longest piece. The rest goes and comes. A paragraph that goes
//! where one of its kind comes in, as many as go, is replaced: an alternative. So is one that keeps less than half of its words.

use std::collections::BTreeMap;

use crate::align::{AlignOptions, Alignment, Link, align_pair, heaviest};
use crate::compare::{Edit, EditWeight, Fewest, Op};
use crate::prepare::TextPair;
use crate::structure::{Document, Unit};

/// A proposal, paragraph by paragraph of the draft.
#[derive(Debug)]
pub(crate) struct Copy {
    pub(crate) alignment: Alignment,
    /// For each unit of the draft.
    pub(crate) fates: Vec<Fate>,
    /// What comes, in its order.
    pub(crate) fresh: Vec<Fresh>,
    /// For each of its units, the unit of the draft in whose place it stands.
    pub(crate) tied: Vec<Option<usize>>,
}

/// What becomes of a unit of the draft.
#[derive(Debug)]
pub(crate) enum Fate {
    /// It stays, with these changes.
    Kept(Vec<Change>),
    /// This unit of the proposal stands in its place.
    Replaced(usize),
    /// It goes; to this unit of the proposal, if any.
    Gone(Option<usize>),
    /// The proposal is part of a text, and says nothing of it.
    Unknown,
}

/// Words that give way to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// In scalar values of the unit.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
    pub(crate) weight: EditWeight,
}

/// A paragraph that comes.
#[derive(Debug)]
pub(crate) struct Fresh {
    /// The unit of the draft that it follows.
    pub(crate) after: Option<usize>,
    /// Its unit in the proposal.
    pub(crate) unit: usize,
    /// The unit of the draft that it comes from: moved, or split off.
    pub(crate) from: Option<usize>,
    pub(crate) is_moved: bool,
}

/// The second text of `pair` as a proposal on the first.
pub(crate) fn copy_of(pair: TextPair<'_>) -> Copy {
    let [base, proposal] = pair.documents();
    let alignment = align_pair(pair, &AlignOptions::default());
    let chain = chain([base, proposal], &alignment.links);
    let mut links: [Vec<Option<&Link>>; 2] = [vec![None; base.units.len()], vec![None; proposal.units.len()]];
    for link in &alignment.links {
        link.old.iter().for_each(|&unit| links[0][unit] = Some(link));
        link.new.iter().for_each(|&unit| links[1][unit] = Some(link));
    }
    let mut stay = [vec![None; base.units.len()], vec![None; proposal.units.len()]];
    for &(old, new) in &chain {
        (stay[0][old], stay[1][new]) = (Some(new), Some(old));
    }
    replaced([base, proposal], &links, &chain, &mut stay);
    let mut fewest = Fewest::of(pair);
    let chained: BTreeMap<usize, usize> = chain.iter().copied().collect();
    let fate = |old: usize| match (stay[0][old], chained.contains_key(&old)) {
        (Some(new), true) => kept(&mut fewest, [old, new]),
        (Some(new), false) => Fate::Replaced(new),
        // To the piece of it that is not the place of another paragraph.
        (None, _) => {
            let pieces = links[0][old].filter(|link| link.moved).map_or(&[][..], |link| &link.new);
            Fate::Gone(pieces.iter().copied().find(|&new| stay[1][new].is_none()))
        }
    };
    let fates = (0..base.units.len()).map(fate).collect();
    let mut after = None;
    let mut fresh = vec![];
    for unit in 0..proposal.units.len() {
        if let Some(old) = stay[1][unit] {
            after = Some(old);
            continue;
        }
        let link = links[1][unit].filter(|link| !link.old.is_empty());
        let is_moved = link.is_some_and(|link| link.old.iter().all(|&old| stay[0][old].is_none()));
        fresh.push(Fresh { after, unit, from: link.map(|link| link.old[0]), is_moved });
    }
    let [_, tied] = stay;
    Copy { alignment, fates, fresh, tied }
}

impl Copy {
    /// The same of a part of a text: what it does not have is not deleted.
    pub(super) fn as_excerpt(&mut self) {
        self.fates.iter_mut().filter(|fate| matches!(fate, Fate::Gone(_))).for_each(|fate| *fate = Fate::Unknown);
    }
}

/// The pairs of units that stay in place.
fn chain([base, proposal]: [&Document; 2], links: &[Link]) -> Vec<(usize, usize)> {
    let longest = |document: &Document, units: &[usize]| {
        let length = |unit: usize| document.units[unit].text.len();
        units.iter().copied().max_by_key(|&unit| (length(unit), std::cmp::Reverse(unit)))
    };
    let pair = |link: &Link| Some((longest(base, &link.old)?, longest(proposal, &link.new)?, 1));
    heaviest(links.iter().filter(|link| !link.moved).filter_map(pair).collect())
}

/// Ties what goes between two paragraphs that stay to what comes there, where they are as many and of the same kinds.
fn replaced(
    [base, proposal]: [&Document; 2],
    links: &[Vec<Option<&Link>>; 2],
    chain: &[(usize, usize)],
    stay: &mut [Vec<Option<usize>>; 2],
) {
    let mut from = (0, 0);
    for &(old, new) in chain.iter().chain([&(base.units.len(), proposal.units.len())]) {
        let is_lost = |side: usize, unit: usize| links[side][unit].is_none_or(|link| link.old.is_empty() || link.new.is_empty());
        let gone: Vec<usize> = (from.0..old).filter(|&unit| is_lost(0, unit)).collect();
        let come: Vec<usize> = (from.1..new).filter(|&unit| is_lost(1, unit)).collect();
        let kind = |unit: &Unit| (unit.kind, unit.text.is_empty());
        let is_like = |(old, new): (&usize, &usize)| kind(&base.units[*old]) == kind(&proposal.units[*new]);
        // What moved here or was split off stands between, and would change its place.
        let is_alone = come.len() == new - from.1;
        if gone.len() == come.len() && is_alone && gone.iter().zip(&come).all(is_like) {
            for (&old, &new) in gone.iter().zip(&come) {
                (stay[0][old], stay[1][new]) = (Some(new), Some(old));
            }
        }
        from = (old + 1, new + 1);
    }
}

fn kept(fewest: &mut Fewest<'_>, units: [usize; 2]) -> Fate {
    let few = fewest.changes(units);
    let [words, kept] = few.words;
    if kept * 2 < words { Fate::Replaced(units[1]) } else { Fate::Kept(changes_of(&few.edits)) }
}

/// The edits as changes of the old text.
pub(crate) fn changes_of(edits: &[Edit]) -> Vec<Change> {
    let mut changes: Vec<Change> = vec![];
    let (mut at, mut is_open) = (0, false);
    for edit in edits {
        let length = edit.text.chars().count();
        let weight = edit.weight.unwrap_or(EditWeight::Editorial);
        match edit.op {
            Op::Equal => (at, is_open) = (at + length, false),
            Op::Delete => {
                changes.push(Change { start: at, end: at + length, text: String::new(), weight });
                (at, is_open) = (at + length, true);
            }
            Op::Insert => match changes.last_mut().filter(|_| is_open) {
                Some(change) => change.text.clone_from(&edit.text),
                None => changes.push(Change { start: at, end: at, text: edit.text.clone(), weight }),
            },
        }
    }
    changes
}
