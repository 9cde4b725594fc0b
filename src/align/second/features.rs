//! What a second look reads of a pair, as whole numbers.

use super::super::candidates::{ByUnit, Candidate};
use super::super::evidence::Run;
use super::super::frame::{Class, Frame};
use super::super::matching::Matching;
use super::super::moves;
use super::super::passage::passage;
use super::super::similarity::{WHOLE, remainder, share, shared, similarity_of};
use super::super::splits::{Group, Membership};
use super::super::terms::{Bag, Terms, log2_sixteenths};

/// How many features there are.
pub(in super::super) const FEATURES: usize = 24;

/// A pair of which at least one unit is free, with what is read of it.
#[derive(Debug, Clone)]
pub(in super::super) struct Row {
    pub(in super::super) pair: Candidate,
    /// The group of the other unit, when one is tied.
    pub(in super::super) group: Option<usize>,
    pub(in super::super) features: [i32; FEATURES],
}

/// All that features are read from.
pub(super) struct Scene<'a> {
    terms: &'a Terms,
    frame: &'a dyn Frame,
    groups: &'a [Group],
    of: Membership,
    run: Run,
    all: ByUnit<'a>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(terms: &'a Terms, frame: &'a dyn Frame, found: &'a Matching, groups: &'a [Group]) -> Self {
        let of = Membership::of(groups, terms);
        let run = moves::run(groups.iter().map(|group| group.seed));
        let run = Run::through(run, terms.old.len(), terms.new.len());
        Self { terms, frame, groups, of, run, all: ByUnit::of(&found.candidates) }
    }

    /// The pair as a row; None when both units are tied, or when the other is one of several.
    pub(super) fn row(&self, c: &Candidate, work: &mut u64) -> Option<Row> {
        let (groups, terms) = (self.groups, self.terms);
        let group = match (self.of.old[c.old], self.of.new[c.new]) {
            (None, None) => None,
            (Some(g), None) if groups[g].old.len() == 1 => Some(g),
            (None, Some(g)) if groups[g].new.len() == 1 => Some(g),
            _ => return None,
        };
        let (a, b) = (&terms.old[c.old], &terms.new[c.new]);
        *work += (a.words.len() + b.words.len()) as u64;
        let common = shared(a, b, &terms.weights);
        let (old_rival, old_rank, old_free) = rivals(c, self.all.of_old(c.old), |other| self.of.new[other.new].is_none());
        let (new_rival, new_rank, new_free) = rivals(c, self.all.of_new(c.new), |other| self.of.old[other.old].is_none());
        let [class_old, class_new] = [self.frame.class(0, c.old), self.frame.class(1, c.new)];
        let crosses = matches!((class_old, class_new), (Class::Recital, Class::Provision) | (Class::Provision, Class::Recital));
        let lengths = [a, b].map(|bag| log2_sixteenths(bag.words.len() as u64 + 1));
        let pairs = pairs_alike(a, b, terms);
        let beside = |i: usize, j: usize| self.of.old.get(i).is_some_and(|g| g.is_some() && *g == self.of.new.get(j).copied().flatten());
        let before = c.old > 0 && c.new > 0 && beside(c.old - 1, c.new - 1);
        let place = |at: usize, of: usize| (at * 1000 / of.max(1)) as i32;
        let mut features = [0; FEATURES];
        let whole = [
            c.similarity,
            log2_sixteenths(common / 16 + 1),
            log2_sixteenths(passage(terms, &a.words, a, b) / 16 + 1),
            pairs,
            terms.opening_similarity(c.old, c.new).unwrap_or(180),
            log2_sixteenths(1 + old_rank),
            log2_sixteenths(1 + new_rank),
            c.similarity - old_rival,
            c.similarity - new_rival,
            c.similarity - old_free,
            c.similarity - new_free,
            log2_sixteenths(1 + self.run.distance(c.old, c.new) as u64),
            log2_sixteenths(self.run.room(c.old, c.new).unwrap_or(terms.old.len() * terms.new.len()) as u64),
            WHOLE * (i32::from(before) + i32::from(beside(c.old + 1, c.new + 1))),
            if class_old == class_new { WHOLE } else { 0 },
            if crosses { WHOLE } else { 0 },
            (lengths[0] - lengths[1]).abs(),
            lengths[0].min(lengths[1]),
            self.frame.around(terms, c.old, c.new),
            (place(c.old, terms.old.len()) - place(c.new, terms.new.len())).abs(),
        ];
        features[..whole.len()].copy_from_slice(&whole);
        if let Some(g) = group {
            features[whole.len()..].copy_from_slice(&self.of_piece(c, &groups[g], work));
        }
        Some(Row { pair: *c, group, features })
    }

    /// What the group leaves of the unit that is tied, and how much of it the free unit has.
    fn of_piece(&self, c: &Candidate, group: &Group, work: &mut u64) -> [i32; 4] {
        let terms = self.terms;
        let (whole, piece, pieces, bags, own) = if self.of.old[c.old].is_some() {
            (&terms.old[c.old], &terms.new[c.new], &group.new, &terms.new, c.new)
        } else {
            (&terms.new[c.new], &terms.old[c.old], &group.old, &terms.old, c.old)
        };
        let rest = pieces.iter().fold(remainder(whole, &Bag::default(), &terms.weights), |rest, &p| remainder(&rest, &bags[p], &terms.weights));
        *work += (whole.terms.len() * (1 + pieces.len())) as u64;
        let common = shared(&rest, piece, &terms.weights);
        let near = pieces.iter().any(|&p| p.abs_diff(own) == 1);
        [similarity_of(&rest, piece, common), log2_sixteenths(common / 16 + 1), group.similarity, if near { WHOLE } else { 0 }]
    }
}

/// The most that another pair is alike, how many are more alike, and the most of those whose other unit is free.
fn rivals<'a>(c: &Candidate, all: impl Iterator<Item = &'a Candidate>, free: impl Fn(&Candidate) -> bool) -> (i32, u64, i32) {
    let (mut most, mut rank, mut of_free) = (0, 0, 0);
    for other in all.filter(|other| *other != c) {
        most = most.max(other.similarity);
        rank += u64::from(other.similarity > c.similarity);
        if free(other) {
            of_free = of_free.max(other.similarity);
        }
    }
    (most, rank, of_free)
}

/// How alike two units are by their pairs of neighbouring words alone.
fn pairs_alike(a: &Bag, b: &Bag, terms: &Terms) -> i32 {
    let weight = |pairs: &[u32]| pairs.iter().map(|&pair| u64::from(terms.weights[pair as usize])).sum::<u64>();
    let (mut x, mut y) = (a.pairs.clone(), b.pairs.clone());
    x.sort_unstable();
    y.sort_unstable();
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
        if p == q {
            both += u64::from(terms.weights[*p as usize]);
        }
        (i, j) = (i + usize::from(p <= q), j + usize::from(q <= p));
    }
    share(2 * both, weight(&x) + weight(&y))
}
