//! What speaks for a pair beside its words: where it stands, what stands beside it, its label, the section around it.
//!
//! ```text
//! old   OP11 OP12 OP13            OP12 and OP12 stand between the same neighbours: one old unit, one new, nothing else they could
//! new   OP11 OP12 OP13            be. Few words need to agree. Far from its old neighbours a paragraph must show more.
//! ```
//!
//! Everything is in thousandths, added to the similarity above the background. Place counts by what it rules out: in a gap of a × b
//! units a pair is one of a·b, elsewhere one of all, and the logarithm of the one against the other is how much is known. In the same
//! coin, a pair that left the order must share more bits than it takes to name it among all pairs. And a text that keeps its order
//! elsewhere is believed to keep it here: each doubling of the pairs in order per pair that moved makes a move dearer.

use super::candidates::{Candidate, two_best};
use super::explanation::Clue;
use super::frame::Frame;
use super::opening;
use super::order;
use super::similarity::{WHOLE, share};
use super::terms::{Terms, log2_sixteenths};

/// For each neighbour, before and after, that is alike (as far as it is).
const NEIGHBOUR: i32 = 60;
/// For standing between the partners of the units before and after.
const ORDER: i32 = 60;
/// On top, when nothing else stands there; in proportion to what the place rules out.
const PLACE: i32 = 120;
/// On top, for a pair on the run itself: of near-twins, each gets the one in its turn.
const RUN: i32 = 20;
/// Against leaving the order, a bit: each doubling of the pairs in order per pair out of it.
const MOVE: i32 = 30;
/// For the same label, where all labels agree; in proportion to how many do. Twice that for paragraphs that read the same.
const LABEL: i32 = 80;
/// For a frame that agrees wholly: the section, the paragraph above.
const FRAME: i32 = 60;
/// Against a heading that became a paragraph, or the reverse.
const KIND: i32 = 150;

/// A pair stands in its place when it is one of no more than this many that could stand there.
const ROOM: usize = 4;

/// How alike the neighbours together must be that vouch for a place.
const BESIDE: i32 = 400;

/// Pieces of evidence, singly, in thousandths.
pub(super) type Clues<const N: usize> = [(Clue, i32); N];

/// What the pieces say together.
pub(super) fn sum(clues: &[(Clue, i32)]) -> i32 {
    clues.iter().map(|clue| clue.1).sum()
}

/// The evidence that does not depend on what else is tied: openings, neighbours, frame and kind, for a candidate whose neighbours are as alike
/// as `beside` says.
pub(super) fn surroundings(c: &Candidate, beside: [i32; 2], terms: &Terms, frame: &dyn Frame) -> Clues<5> {
    let kind = if frame.kinds_differ(c.old, c.new) { -KIND } else { 0 };
    [
        (Clue::Opening, opening::points(terms, c.old, c.new)),
        (Clue::Before, NEIGHBOUR * beside[0] / WHOLE),
        (Clue::After, NEIGHBOUR * beside[1] / WHOLE),
        (Clue::Section, FRAME * frame.around(terms, c.old, c.new) / WHOLE),
        (Clue::Kind, kind),
    ]
}

/// The similarity of the pairs before and after each candidate.
pub(super) fn beside(candidates: &[Candidate]) -> Vec<[i32; 2]> {
    let find = |old: usize, new: usize| {
        let at = candidates.binary_search_by_key(&(old, new), |c| (c.old, c.new));
        at.map_or(0, |k| candidates[k].similarity)
    };
    candidates
        .iter()
        .map(|c| [if c.old > 0 && c.new > 0 { find(c.old - 1, c.new - 1) } else { 0 }, find(c.old + 1, c.new + 1)])
        .collect()
}

/// What the pairs that were tied before, if any, say of order and labels: round by round it sharpens.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Habits {
    /// Sixteenths of a bit: how much rarer moved pairs are than those in order.
    pub(super) order: i32,
    /// The share of labelled pairs whose labels agree, in thousandths.
    pub(super) labels: i32,
    /// How many labelled pairs there were.
    pub(super) labelled: u64,
}

impl Habits {
    /// Before anything is tied: four in five are taken to keep the order, and one label in two.
    pub(super) fn unknown() -> Self {
        Self { order: 32, labels: WHOLE / 2, labelled: 0 }
    }

    /// Of the pairs that are tied, counting those alike by half and more.
    pub(super) fn of(tied: impl Iterator<Item = Candidate>, run: &[(usize, usize)], frame: &dyn Frame) -> Self {
        let (mut moved, mut kept, mut agree, mut labelled) = (0, 0, 0, 0);
        for c in tied.filter(|c| c.similarity >= WHOLE / 2) {
            let on_run = run.binary_search(&(c.old, c.new)).is_ok();
            (kept, moved) = (kept + u64::from(on_run), moved + u64::from(!on_run));
            if let Some(same) = frame.labels_agree(c.old, c.new) {
                (labelled, agree) = (labelled + 1, agree + u64::from(same));
            }
        }
        let order = (log2_sixteenths(1 + kept) - log2_sixteenths(1 + moved)).max(0);
        Self { order, labels: share(agree, labelled), labelled }
    }
}

impl Habits {
    /// What speaks against a pair out of order.
    pub(super) fn against_moves(&self) -> i32 {
        MOVE * self.order / 16
    }
}

/// The run of pairs that keeps the order, and who stands where on it.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Old and new units, ascending on both sides.
    pub(super) pairs: Vec<(usize, usize)>,
    /// For each old unit, how many pairs of the run stand before it.
    before: Vec<usize>,
    units: (usize, usize),
}

impl Run {
    /// The heaviest run of candidates in order, each weighed by how much better it is than what its units could have elsewhere.
    pub(super) fn of(candidates: &[Candidate], totals: &[i32], old: usize, new: usize) -> Self {
        let (best_old, best_new) = (two_best(candidates, totals, old, |c| c.old), two_best(candidates, totals, new, |c| c.new));
        let loyal = candidates.iter().zip(totals).filter_map(|(c, &total)| {
            let weight = 3 * total - best_old[c.old][0] - best_new[c.new][0];
            (weight > 0).then_some((c.old, c.new, u64::from(weight.unsigned_abs())))
        });
        Self::through(order::heaviest(loyal.collect()), old, new)
    }

    /// The run of the given pairs, ascending on both sides.
    pub(super) fn through(pairs: Vec<(usize, usize)>, old: usize, new: usize) -> Self {
        let mut before = vec![0; old];
        let mut passed = 0;
        for (i, count) in before.iter_mut().enumerate() {
            *count = passed;
            passed += usize::from(pairs.get(passed).is_some_and(|pair| pair.0 == i));
        }
        Self { pairs, before, units: (old, new) }
    }

    /// How many pairs could stand where this one does: between the partners of the units before and after it. None when it does not
    /// keep the order. The pairs of the two units themselves do not count.
    pub(super) fn room(&self, old: usize, new: usize) -> Option<usize> {
        let [(i, j), (next_i, next_j)] = self.around(old, new);
        (j <= new && new < next_j).then(|| (next_i - i) * (next_j - j))
    }

    /// How many new units lie between this one and the place that its old unit has among the pairs of the run; 0 in its place.
    pub(super) fn distance(&self, old: usize, new: usize) -> usize {
        let [(_, j), (_, next_j)] = self.around(old, new);
        j.saturating_sub(new) + (new + 1).saturating_sub(next_j)
    }

    /// Where the units begin and end that stand between the partners of those before and after old unit `old`: the pairs of the two units
    /// themselves do not count.
    fn around(&self, old: usize, new: usize) -> [(usize, usize); 2] {
        let own = |pair: &&(usize, usize)| pair.0 == old || pair.1 == new;
        let (earlier, later) = self.pairs.split_at(self.before[old]);
        let before = earlier.iter().rev().find(|pair| !own(pair));
        let after = later.iter().find(|pair| !own(pair));
        [before.map_or((0, 0), |pair| (pair.0 + 1, pair.1 + 1)), after.copied().unwrap_or(self.units)]
    }
}

/// All that place and label are read from in one round.
pub(super) struct Scene<'a> {
    pub(super) terms: &'a Terms,
    pub(super) frame: &'a dyn Frame,
    pub(super) run: &'a Run,
    pub(super) habits: &'a Habits,
}

impl Scene<'_> {
    /// Whether a candidate stands in its place: next to nothing else could, and its neighbours or its label say so too.
    pub(super) fn in_place(&self, c: &Candidate, beside: [i32; 2]) -> bool {
        self.run.room(c.old, c.new).is_some_and(|room| room <= ROOM)
            && (beside[0] + beside[1] >= BESIDE || self.frame.labels_agree(c.old, c.new) == Some(true))
    }

    /// What place and label say of a candidate whose neighbours are as alike as `beside` says.
    pub(super) fn standing(&self, c: &Candidate, beside: [i32; 2]) -> Clues<4> {
        let all = all_pairs(self.terms);
        let agree = self.frame.labels_agree(c.old, c.new) == Some(true);
        // Of paragraphs that read the same the label is the name.
        let label = if c.similarity == WHOLE { 2 * LABEL } else { LABEL };
        let label = (Clue::Label, if agree { label * self.habits.labels / WHOLE } else { 0 });
        let Some(room) = self.run.room(c.old, c.new) else {
            // Neighbours that moved along vouch for the place.
            let bits = all * (WHOLE - beside[0].max(beside[1])) / WHOLE;
            let both = self.terms.old[c.old].weight + self.terms.new[c.new].weight;
            let loss = share(2 * u64::from(bits.unsigned_abs()), both).min(WHOLE);
            return [label, (Clue::Naming, -loss), (Clue::Habit, -self.habits.against_moves()), (Clue::Turn, 0)];
        };
        let ruled_out = PLACE * (all - log2_sixteenths(room as u64)) / all.max(1);
        let turn = if self.run.pairs.binary_search(&(c.old, c.new)).is_ok() { RUN } else { 0 };
        [label, (Clue::Order, ORDER), (Clue::Place, ruled_out), (Clue::Turn, turn)]
    }
}

/// The logarithm of the number of pairs that two texts could make, in sixteenths of a bit.
pub(super) fn all_pairs(terms: &Terms) -> i32 {
    log2_sixteenths((terms.old.len() * terms.new.len()) as u64)
}
