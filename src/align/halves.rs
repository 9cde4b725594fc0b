//! A paragraph that became two, neither of which is enough like it to be its partner.
//!
//! ```text
//! old OP12(b)   To help meet the obligations that arise from treaties;    alike by 440, in another place: not tied
//! old OP12(c)   To advise civil society;                                  alike by 360: not tied
//! new OP13      Reiterates the need for help in meeting the obligations that arise from treaties, and for advice to civil society;
//!               alike by 660 to both together
//! ```
//!
//! When all that is alike one to one is tied, two units left over that stand beside each other are held together against one left over
//! on the other side. They are weighed as one unit in the place of the better half, and must be more alike than either half alone, and
//! than any of the three is like any other unit: each of these times [`RIVALRY`]. Cost: linear in the candidates.

use super::candidates::{ByUnit, Candidate};
use super::explanation::{Clue, Side};
use super::frame::Frame;
use super::matching::{ENOUGH, Matching, worth};
use super::similarity::{remainder, share, shared};
use super::terms::Terms;

/// How much more alike (in tenths) than any rival what stands together must be.
pub(super) const RIVALRY: i32 = 12;

/// The better half of a whole, and the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Halves {
    pub(super) better: Candidate,
    pub(super) other: Candidate,
    /// What both come to as one pair.
    pub(super) together: i32,
}

/// All that halves are read from.
struct Scene<'a> {
    terms: &'a Terms,
    frame: &'a dyn Frame,
    found: &'a Matching,
    /// The two best likenesses of each unit on either side.
    best: &'a [Vec<[i32; 2]>; 2],
}

/// The halves of units that no tie has, each unit once, by their other halves.
pub(super) fn halves(
    terms: &Terms,
    frame: &dyn Frame,
    found: &Matching,
    (best, by_unit): (&[Vec<[i32; 2]>; 2], &ByUnit),
    work: &mut u64,
) -> Vec<Halves> {
    let mut taken = [vec![false; terms.old.len()], vec![false; terms.new.len()]];
    for tie in &found.ties {
        (taken[0][tie.old], taken[1][tie.new]) = (true, true);
    }
    let scene = Scene { terms, frame, found, best };
    let mut all = Vec::new();
    for i in (0..terms.old.len()).filter(|&i| !taken[0][i]) {
        let own: Vec<&Candidate> = by_unit.of_old(i).collect();
        scene.of_whole(&own, Side::Old, &taken[1], &mut all, work);
    }
    for j in (0..terms.new.len()).filter(|&j| !taken[1][j]) {
        let own: Vec<&Candidate> = by_unit.of_new(j).collect();
        scene.of_whole(&own, Side::New, &taken[0], &mut all, work);
    }
    all.sort_unstable_by_key(|h| (-h.together, h.better, h.other));
    all.retain(|h| {
        let units = [(0, h.better.old), (0, h.other.old), (1, h.better.new), (1, h.other.new)];
        let open = units.iter().all(|&(side, unit)| !taken[side][unit]);
        units.iter().filter(|_| open).for_each(|&(side, unit)| taken[side][unit] = true);
        open
    });
    all.sort_unstable_by_key(|h| h.other);
    all
}

impl Scene<'_> {
    /// The halves of one whole, of the side given, whose candidates are `own`.
    fn of_whole(&self, own: &[&Candidate], side: Side, taken: &[bool], all: &mut Vec<Halves>, work: &mut u64) {
        let half = |c: &Candidate| if side == Side::Old { c.new } else { c.old };
        let mut likest = own.to_vec();
        likest.sort_unstable_by_key(|c| (-c.similarity, **c));
        likest.truncate(3);
        for two in own.windows(2) {
            let &[a, b] = two else { continue };
            if half(b) == half(a) + 1 && !taken[half(a)] && !taken[half(b)] {
                let third = likest.iter().find(|c| **c != a && **c != b).map_or(0, |c| c.similarity);
                let rival = third.max(self.rival(a, half(a), side)).max(self.rival(b, half(b), side));
                all.extend(self.weigh(if b.similarity > a.similarity { [b, a] } else { [a, b] }, side, rival, work));
            }
        }
    }

    /// The most that the half of a candidate is like any other whole.
    fn rival(&self, c: &Candidate, half: usize, side: Side) -> i32 {
        let [first, second] = self.best[1 - side as usize][half];
        if first == c.similarity { second } else { first }
    }

    /// The better half and the other, when they are enough together.
    fn weigh(&self, [better, other]: [&Candidate; 2], side: Side, rival: i32, work: &mut u64) -> Option<Halves> {
        let Self { terms, frame, found, .. } = self;
        let (whole, first, second) = match side {
            Side::Old => (&terms.old[better.old], &terms.new[better.new], &terms.new[other.new]),
            Side::New => (&terms.new[better.new], &terms.old[better.old], &terms.old[other.old]),
        };
        let class = frame.class(0, better.old);
        if [frame.class(0, other.old), frame.class(1, better.new), frame.class(1, other.new)].iter().any(|&other| other != class)
        {
            return None;
        }
        *work += (2 * whole.terms.len() + first.terms.len() + second.terms.len()) as u64;
        let rest = remainder(whole, first, &terms.weights);
        let common = shared(whole, first, &terms.weights) + shared(&rest, second, &terms.weights);
        let alike = share(2 * common, whole.weight + first.weight + second.weight);
        if alike * 10 < RIVALRY * rival.max(better.similarity) {
            return None;
        }
        let k = found.candidates.binary_search(better).ok()?;
        // The other half opens as it likes.
        let clues = found.clues(k, terms, *frame).into_iter().filter(|clue| clue.clue != Clue::Opening);
        let clues: i32 = clues.map(|clue| clue.points).sum();
        let together = clues - found.words(k) + worth(alike, found.background);
        (together > ENOUGH).then_some(Halves { better: *better, other: *other, together })
    }
}
