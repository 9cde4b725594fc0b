//! A second look at what is left over, by weights that were learned.
//!
//! ```text
//! old OP15   Welcomes what the Bureau decided in its resolution 2010/4, to call the group of pilots together …
//! new OP19   Welcomes the advice that the pilots gave when they met in Oslo in May 2012;
//! ```
//!
//! Everything that is plain has been tied. Of the rest the right partner nearly always ranks first; what is hard is to say whether it is one.
//! So [`features`] are read of every pair that has a free unit, and their weighted sum, in thousandths of the logarithm of the odds, decides:
//! two free units are tied from [`TIE`] on, and suggested from [`PERHAPS`] on. A unit whose partner is tied already would be a piece, which is
//! weighed by weights of its own, and only ever suggested: too few pieces are left to learn from. The weights stand in weights.txt as whole
//! numbers; [`training`] has what they were learned from, and makes the file.
//!
//! Only recitals and provisions of resolutions are looked at twice: in acts of law, and in schedules, strangers are as like each other as
//! paragraphs rewritten are here. Cost: linear in the candidates of the units left over.

mod features;
#[cfg(test)]
mod training;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::alignment::Perhaps;
use super::explanation::{Decision, Second, SecondClue, SecondScore, Side};
use super::frame::{Class, Frame};
use super::matching::{Matching, Tie};
use super::splits::Group;
use super::terms::Terms;
use features::{FEATURES, Row, Scene};

/// From so many points on two free units are tied: lower, in years that follow each other and in long texts, as many are wrong as right.
const TIE: i32 = 1400;
/// From so many points on two free units are suggested, and a piece.
const PERHAPS: [i32; 2] = [0, -1000];

/// The weights of two free units, and of a piece.
static WEIGHTS: LazyLock<[Weights; 2]> = LazyLock::new(|| Weights::read(include_str!("weights.txt")));

/// Thousandths of the logarithm of the odds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Weights {
    /// Whatever the pair.
    base: i32,
    /// For each thousand of a feature.
    of: [i32; FEATURES.len()],
}

impl Weights {
    /// Reads a line a feature: its name, its weight for free units, and for pieces.
    fn read(table: &str) -> [Self; 2] {
        let mut weights = [Self::default(); 2];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap_or_default();
            for (weights, word) in weights.iter_mut().zip(words) {
                let value = word.parse().unwrap_or_default();
                match FEATURES.iter().position(|feature| feature.0 == name) {
                    Some(at) => weights.of[at] = value,
                    None => weights.base = value,
                }
            }
        }
        weights
    }

    /// What each feature speaks for the pair, or with a minus against it.
    fn points(&self, features: &[i32; FEATURES.len()]) -> [i32; FEATURES.len()] {
        let mut points = [0; FEATURES.len()];
        for ((points, &weight), &feature) in points.iter_mut().zip(&self.of).zip(features) {
            *points = (i64::from(weight) * i64::from(feature) / 1000) as i32;
        }
        points
    }
}

/// A pair that was looked at a second time.
#[derive(Debug, Clone)]
pub(super) struct Looked {
    row: Row,
    points: i32,
    is_tied: bool,
}

impl Looked {
    fn by(row: Row, weights: &[Weights; 2]) -> Self {
        let weights = &weights[usize::from(row.group.is_some())];
        let points = weights.base + weights.points(&row.features).iter().sum::<i32>();
        Self { row, points, is_tied: false }
    }

    fn is_piece(&self) -> bool {
        self.row.group.is_some()
    }

    fn is_likely(&self) -> bool {
        is_likely(self.points, self.is_piece())
    }

    fn pair(&self) -> [usize; 2] {
        [self.row.pair.old, self.row.pair.new]
    }

    /// What was weighed, for people.
    fn told(&self) -> Second {
        let weights = &WEIGHTS[usize::from(self.row.group.is_some())];
        let mut clues: Vec<SecondScore> = vec![SecondScore { clue: SecondClue::Base, points: weights.base }];
        for (points, (_, clue)) in weights.points(&self.row.features).into_iter().zip(FEATURES) {
            match clues.iter_mut().find(|score| score.clue == clue) {
                Some(score) => score.points += points,
                None => clues.push(SecondScore { clue, points }),
            }
        }
        clues.retain(|score| score.points != 0);
        let [old, new] = self.pair();
        let enough = (!self.is_piece()).then_some(TIE);
        Second { old, new, clues, total: self.points, enough, taken: self.is_tied }
    }
}

/// All that was looked at a second time, the best first.
#[derive(Debug, Default)]
pub(super) struct SecondLook(Vec<Looked>);

impl SecondLook {
    /// Ties what is clear now: adds ties to `found`, groups and pieces to `groups`.
    pub(super) fn at(
        terms: &Terms,
        frame: &dyn Frame,
        (found, groups): (&mut Matching, &mut Vec<Group>),
        work: &mut u64,
    ) -> Self {
        let sizes = [terms.old.len(), terms.new.len()];
        let is_resolution = |side: usize| (0..sizes[side]).any(|unit| frame.class(side, unit) == Class::Enacting);
        if !is_resolution(0) || !is_resolution(1) {
            return Self::default();
        }
        let scene = Scene::of(terms, frame, found, groups);
        let rows = found.candidates.iter().filter_map(|c| scene.row(c, work));
        let mut looked: Vec<Looked> = rows.map(|row| Looked::by(row, &WEIGHTS)).collect();
        looked.sort_by_key(|looked| (-looked.points, looked.pair()));
        let mut tied = [vec![false; sizes[0]], vec![false; sizes[1]]];
        for looked in looked.iter_mut().filter(|looked| !looked.is_piece() && looked.points >= TIE) {
            let [old, new] = looked.pair();
            looked.is_tied = !tied[0][old] && !tied[1][new];
            if looked.is_tied {
                (tied[0][old], tied[1][new]) = (true, true);
                let tie = Tie::of(looked.row.pair, looked.points, Decision::SecondLook);
                groups.push(Group::of(&tie));
                found.ties.push(tie);
            }
        }
        Self(looked)
    }

    /// What was seen of a unit: how it was tied, else the best that it came near to.
    pub(super) fn of_unit(&self, side: Side, unit: usize) -> Option<Second> {
        let own = || self.0.iter().filter(|looked| looked.pair()[side as usize] == unit);
        own().find(|looked| looked.is_tied).or_else(|| own().next()).map(Looked::told)
    }

    /// What falls short of a tie but not by much, the likeliest first, at most one a unit.
    pub(super) fn suggestions(&self) -> Vec<Perhaps> {
        let mut told = [FxHashSet::default(), FxHashSet::default()];
        let mut tell = |[old, new]: [usize; 2]| told[0].insert(old) & told[1].insert(new);
        self.0.iter().filter(|looked| looked.is_tied).for_each(|looked| _ = tell(looked.pair()));
        let is_likely = |looked: &&Looked| !looked.is_tied && looked.is_likely();
        // Of three that are alike the two that are not the best say nothing.
        let best = self.0.iter().filter(is_likely).filter(|looked| tell(looked.pair()));
        best.map(|looked| Perhaps { old: looked.row.pair.old, new: looked.row.pair.new, score: chance(looked.points) }).collect()
    }
}

fn is_likely(points: i32, is_piece: bool) -> bool {
    points >= PERHAPS[usize::from(is_piece)]
}

impl Second {
    /// Whether its points are enough to be suggested.
    pub(crate) fn is_likely(&self) -> bool {
        is_likely(self.total, self.enough.is_none())
    }
}

/// How many of a thousand pairs with so many points are one: the logistic function at whole logarithms of the odds, and straight lines
/// between them.
fn chance(points: i32) -> u16 {
    const AT: [usize; 13] = [2, 7, 18, 47, 119, 269, 500, 731, 881, 953, 982, 993, 998];
    let points = (points + 6000).clamp(0, 11_999).unsigned_abs() as usize;
    let (at, part) = (points / 1000, points % 1000);
    u16::try_from(AT[at] + (AT[at + 1] - AT[at]) * part / 1000).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_every_feature_once() {
        let table = include_str!("weights.txt").lines().filter(|line| !line.starts_with('#'));
        let mut names: Vec<&str> = table.filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(names.remove(0), "base");
        assert_eq!(names, FEATURES.map(|feature| feature.0));
    }

    #[test]
    fn chances_grow_with_the_points() {
        assert_eq!([-9000, -1000, 0, 500, 1000, 9000].map(chance), [2, 269, 500, 615, 731, 997]);
    }
}
