//! What a second look reads of a pair, as whole numbers.

use super::super::candidates::{ByUnit, Candidate};
use super::super::evidence::Run;
use super::super::explanation::SecondClue;
use super::super::frame::Frame;
use super::super::matching::Matching;
use super::super::moves;
use super::super::passage::passage;
use super::super::similarity::{WHOLE, remainder, share, shared, similarity_of};
use super::super::splits::{Group, Membership};
use super::super::terms::{Bag, Terms, log2_sixteenths};

/// Each feature with its name in the file of weights, and what an explanation counts it to.
///
/// Likenesses are thousandths, logarithms sixteenths of a bit; what is or is not so is [`WHOLE`] or 0. Those from `rest` on are of pieces.
pub(super) const FEATURES: [(&str, SecondClue); 16] = [
    ("alike", SecondClue::Words),
    ("shared-bits", SecondClue::Words),
    ("passage-bits", SecondClue::Passage),
    ("opening", SecondClue::Opening),
    ("rank-of-old", SecondClue::Rank),
    ("rank-of-new", SecondClue::Rank),
    ("above-free-rivals-of-old", SecondClue::Rivals),
    ("above-free-rivals-of-new", SecondClue::Rivals),
    ("neighbours-tied", SecondClue::Neighbours),
    ("distance", SecondClue::Place),
    ("depth", SecondClue::Place),
    ("same-kind", SecondClue::Kind),
    ("lengths", SecondClue::Lengths),
    ("rest", SecondClue::Rest),
    ("rest-bits", SecondClue::Rest),
    ("beside", SecondClue::Beside),
];

/// Words of the shortest unit that is looked at: headings and "Calls upon all States:" read alike everywhere.
const SHORTEST: usize = 8;

/// What openings of strangers are alike; for a pair of which one is all opening.
const NO_OPENING: i32 = 180;

/// A pair of which at least one unit is free, with what is read of it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) pair: Candidate,
    /// The group of the other unit, when one is tied: the free one would be a piece.
    pub(super) group: Option<usize>,
    pub(super) features: [i32; FEATURES.len()],
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

    /// The pair as a row; None when both units are tied, or when the one that is tied is one of several, and for what is no recital or
    /// provision, or too short. What reads the same and was not tied was refused: others read so too.
    pub(super) fn row(&self, c: &Candidate, work: &mut u64) -> Option<Row> {
        let (groups, terms) = (self.groups, self.terms);
        if c.similarity == WHOLE || !self.is_prose(0, c.old) || !self.is_prose(1, c.new) {
            return None;
        }
        let group = match (self.of.old[c.old], self.of.new[c.new]) {
            (None, None) => None,
            (Some(g), None) if groups[g].old.len() == 1 => Some(g),
            (None, Some(g)) if groups[g].new.len() == 1 => Some(g),
            _ => return None,
        };
        let (a, b) = (&terms.old[c.old], &terms.new[c.new]);
        *work += (a.words.len() + b.words.len()) as u64;
        let bits = |sixteenths: u64| log2_sixteenths(sixteenths / 16 + 1);
        let (old_rank, old_rival) = rivals(c, self.all.of_old(c.old), |other| self.of.new[other.new].is_none());
        let (new_rank, new_rival) = rivals(c, self.all.of_new(c.new), |other| self.of.old[other.old].is_none());
        let is_same = self.frame.class(0, c.old) == self.frame.class(1, c.new);
        let lengths = [a, b].map(|bag| log2_sixteenths(bag.words.len() as u64 + 1));
        let depth = |at: usize, of: usize| share(at as u64, of as u64);
        let [rest, rest_bits, beside] = group.map_or([0; 3], |g| self.of_piece(c, &groups[g], work));
        let features = [
            c.similarity,
            bits(shared(a, b, &terms.weights)),
            bits(passage(terms, &a.words, a, b)),
            terms.opening_similarity(c.old, c.new).unwrap_or(NO_OPENING),
            log2_sixteenths(1 + old_rank),
            log2_sixteenths(1 + new_rank),
            c.similarity - old_rival,
            c.similarity - new_rival,
            WHOLE * self.neighbours(c.old, c.new),
            log2_sixteenths(1 + self.run.distance(c.old, c.new) as u64),
            (depth(c.old, terms.old.len()) - depth(c.new, terms.new.len())).abs(),
            if is_same { WHOLE } else { 0 },
            (lengths[0] - lengths[1]).abs(),
            rest,
            bits(rest_bits.unsigned_abs().into()),
            beside,
        ];
        Some(Row { pair: *c, group, features })
    }

    fn is_prose(&self, side: usize, unit: usize) -> bool {
        let bag = [&self.terms.old, &self.terms.new][side];
        self.frame.is_prose(side, unit) && bag[unit].words.len() >= SHORTEST
    }

    /// How many of the pairs before and after are tied to each other.
    fn neighbours(&self, old: usize, new: usize) -> i32 {
        let tied = |i: Option<usize>, j: Option<usize>| {
            let group = |of: &[Option<usize>], at: Option<usize>| *of.get(at?)?;
            let [old, new] = [group(&self.of.old, i), group(&self.of.new, j)];
            i32::from(old.is_some() && old == new)
        };
        tied(old.checked_sub(1), new.checked_sub(1)) + tied(Some(old + 1), Some(new + 1))
    }

    /// How alike the free unit is to what the group leaves of the other, what both share in sixteenths of a bit, and whether it stands beside
    /// a piece of it.
    fn of_piece(&self, c: &Candidate, group: &Group, work: &mut u64) -> [i32; 3] {
        let terms = self.terms;
        let (whole, piece, pieces, bags, own) = if self.of.old[c.old].is_some() {
            (&terms.old[c.old], &terms.new[c.new], &group.new, &terms.new, c.new)
        } else {
            (&terms.new[c.new], &terms.old[c.old], &group.old, &terms.old, c.old)
        };
        *work += (whole.terms.len() * (1 + pieces.len())) as u64;
        let take = |rest: Bag, piece: &usize| remainder(&rest, &bags[*piece], &terms.weights);
        let rest = pieces.iter().fold(whole.clone(), take);
        let common = shared(&rest, piece, &terms.weights);
        let is_beside = pieces.iter().any(|&p| p.abs_diff(own) == 1);
        [similarity_of(&rest, piece, common), common as i32, if is_beside { WHOLE } else { 0 }]
    }
}

/// How many other pairs are more alike, and the most that one is whose other unit is free.
fn rivals<'a>(c: &Candidate, all: impl Iterator<Item = &'a Candidate>, is_free: impl Fn(&Candidate) -> bool) -> (u64, i32) {
    let (mut rank, mut most) = (0, 0);
    for other in all.filter(|other| *other != c) {
        rank += u64::from(other.similarity > c.similarity);
        if is_free(other) {
            most = most.max(other.similarity);
        }
    }
    (rank, most)
}
