//! Which paragraphs of two versions are each other's translation.
//!
//! ```text
//! en   1   2   3   4   5   6          gap      3 has no partner
//!      |   |     \ |   \ /            joined   4 of en is 3 and 4 of fr, or the other way about
//! fr   1   2   3+4     5 6            swapped  5 and 6 changed places
//! ```
//!
//! A monotone alignment by dynamic programming with steps one to one, one to two, two to one, gaps and swapped neighbours (Gale and Church
//! 1993; the bands are those of Ukkonen 1985). Afterwards paragraphs left alone that are alike elsewhere are tied as moved.
//! `O(n · band)` in paragraphs.

use super::likeness::{Bag, alike, bags, fits, longer, points};
use super::version::Version;
use crate::structure::Unit;

/// Units that are each other's translation, in order; one side is empty where there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tie {
    pub(super) units: [Vec<usize>; 2],
    /// Off the order of its neighbours.
    pub(super) moved: bool,
    /// How alike both sides are, in thousandths; 0 where one is empty.
    pub(super) likeness: i64,
}

impl Tie {
    pub(super) fn is_paired(&self) -> bool {
        self.units.iter().all(|units| !units.is_empty())
    }
}

/// A way to take the next paragraphs of both versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    Pair,
    Left,
    Right,
    TwoLeft,
    TwoRight,
    Swap,
}

impl Step {
    const ALL: [Self; 6] = [Self::Pair, Self::Left, Self::Right, Self::TwoLeft, Self::TwoRight, Self::Swap];

    /// How many paragraphs it takes of each version.
    fn takes(self) -> (usize, usize) {
        match self {
            Self::Start => (0, 0),
            Self::Pair => (1, 1),
            Self::Left => (1, 0),
            Self::Right => (0, 1),
            Self::TwoLeft => (2, 1),
            Self::TwoRight => (1, 2),
            Self::Swap => (2, 2),
        }
    }
}

struct Grid<'g> {
    versions: [&'g Version<'g>; 2],
    bags: [Vec<Bag>; 2],
    /// Two neighbours as one.
    doubles: [Vec<Bag>; 2],
    /// Paragraphs with their parts.
    wholes: [Vec<Bag>; 2],
    numbers: bool,
    /// How much longer the second version is, in thousandths.
    longer: usize,
}

impl<'g> Grid<'g> {
    fn of(versions: [&'g Version<'g>; 2], numbers: bool) -> Self {
        let bags = bags(versions);
        let doubles = bags.each_ref().map(|bags| bags.windows(2).map(Bag::joined).collect());
        let [one, other] = versions.map(|version| version.language().script());
        let longer = longer(&bags, one == other);
        let wholes = [0, 1].map(|side| wholes(versions[side], &bags[side]));
        Self { versions, bags, doubles, wholes, numbers, longer }
    }

    fn fits(&self, left: usize, right: usize) -> i64 {
        let units = [self.versions[0].paragraphs[left], self.versions[1].paragraphs[right]];
        fits(self.versions, units, self.numbers)
    }

    fn pair(&self, left: usize, right: usize) -> i64 {
        let place = |side: usize, at: usize| self.versions[side].paragraphs[at];
        let parts = |side: usize, at: usize| self.versions[side].children[place(side, at)];
        let depth = |side: usize, at: usize| self.versions[side].unit(place(side, at)).id.matches('(').count();
        // A list that one version writes out in its paragraph: its parts have no partners of their own.
        let (one, other, alone) = match (parts(0, left), parts(1, right)) {
            _ if depth(0, left) != depth(1, right) => (&self.bags[0][left], &self.bags[1][right], 0),
            (many @ 2.., 0) => (&self.wholes[0][left], &self.bags[1][right], many),
            (0, many @ 2..) => (&self.bags[0][left], &self.wholes[1][right], many),
            _ => (&self.bags[0][left], &self.bags[1][right], 0),
        };
        let plain = alike(&self.bags[0][left], &self.bags[1][right], self.longer);
        let points =
            if alone == 0 { plain } else { plain.max(alike(one, other, self.longer) - points::ALONE * i64::from(alone as u32)) };
        points + self.fits(left, right)
    }

    /// The points of `step`, which takes paragraphs from `left` and `right` on.
    fn points(&self, step: Step, left: usize, right: usize) -> i64 {
        match step {
            Step::Start => 0,
            Step::Pair => self.pair(left, right),
            Step::Left | Step::Right => points::ALONE,
            Step::TwoLeft => self.joined(0, left, right),
            Step::TwoRight => self.joined(1, right, left),
            Step::Swap => points::SWAPPED + self.pair(left, right + 1) + self.pair(left + 1, right),
        }
    }

    /// Two neighbours of version `side` as one of the other: the second must tell more than the first alone.
    fn joined(&self, side: usize, two: usize, one: usize) -> i64 {
        let (left, right) = if side == 0 { (two, one) } else { (one, two) };
        let version = self.versions[side];
        let [first, second] = [two, two + 1].map(|at| version.unit(version.paragraphs[at]));
        let price = match () {
            () if second.parent == Some(first.index) => points::JOINED_PART,
            () if first.label.is_some() && second.label.is_some() => points::JOINED_NUMBERS,
            () => points::JOINED,
        };
        let [one, other] =
            if side == 0 { [&self.doubles[0][two], &self.bags[1][one]] } else { [&self.bags[0][one], &self.doubles[1][two]] };
        price + alike(one, other, self.longer) + self.fits(left, right)
    }

    /// Paragraphs that are each other's, by their places.
    fn tie(&self, left: &[usize], right: &[usize], moved: bool) -> Tie {
        let whole = |side: usize, places: &[usize]| match places {
            [first, _] => Some(&self.doubles[side][*first]),
            [one] => Some(&self.bags[side][*one]),
            _ => None,
        };
        let likeness = whole(0, left).zip(whole(1, right)).map_or(0, |(one, other)| one.likeness(other));
        Tie { units: [left.to_vec(), right.to_vec()], moved, likeness }
    }

    fn len(&self, side: usize) -> usize {
        self.bags[side].len()
    }
}

/// Each paragraph as one with the parts directly under it.
fn wholes(version: &Version<'_>, bags: &[Bag]) -> Vec<Bag> {
    let mut parts: Vec<Vec<usize>> = vec![vec![]; bags.len()];
    for (at, &unit) in version.paragraphs.iter().enumerate() {
        let parent = version.unit(unit).parent.and_then(|parent| version.paragraphs.binary_search(&parent).ok());
        if let Some(parent) = parent {
            parts[parent].push(at);
        }
    }
    let whole = |(bag, parts): (&Bag, &Vec<usize>)| Bag::joined([bag].into_iter().chain(parts.iter().map(|&part| &bags[part])));
    bags.iter().zip(&parts).map(whole).collect()
}

/// The ties of two versions, in the order of the first, what only the second has after what stands before it.
pub(super) fn pairing(versions: [&Version<'_>; 2], numbers: bool) -> Vec<Tie> {
    let grid = Grid::of(versions, numbers);
    let mut ties = vec![];
    for (step, left, right) in walk(&grid) {
        if step == Step::Swap {
            ties.push(grid.tie(&[left], &[right + 1], false));
            ties.push(grid.tie(&[left + 1], &[right], true));
        } else {
            let (lefts, rights) = step.takes();
            let range = |from: usize, len: usize| (from..from + len).collect::<Vec<_>>();
            ties.push(grid.tie(&range(left, lefts), &range(right, rights), false));
        }
    }
    tie_moved(&grid, &mut ties);
    for tie in &mut ties {
        for (side, units) in tie.units.iter_mut().enumerate() {
            for at in units.iter_mut() {
                *at = versions[side].paragraphs[*at];
            }
        }
    }
    ties
}

/// The best steps from the first paragraphs to the last, each with where it begins.
fn walk(grid: &Grid<'_>) -> Vec<(Step, usize, usize)> {
    /// Paragraphs to each side of the diagonal that a pair may stand.
    const BAND: usize = 60;
    const NONE: i64 = i64::MIN / 2;
    let (lefts, rights) = (grid.len(0), grid.len(1));
    let band = BAND + lefts.abs_diff(rights);
    // Row by row, from the cell of the diagonal less the band.
    let first = |left: usize| (left * rights / lefts.max(1)).saturating_sub(band);
    let last = |left: usize| (left * rights / lefts.max(1) + band).min(rights);
    let mut rows: Vec<Vec<(i64, Step)>> = Vec::with_capacity(lefts + 1);
    for left in 0..=lefts {
        let mut row = vec![(NONE, Step::Start); last(left) + 1 - first(left)];
        for right in first(left)..=last(left) {
            let mut best = (if left + right == 0 { 0 } else { NONE }, Step::Start);
            for step in Step::ALL {
                let (takes_left, takes_right) = step.takes();
                let (Some(from), Some(to)) = (left.checked_sub(takes_left), right.checked_sub(takes_right)) else { continue };
                let before = if from == left { Some(&row) } else { rows.get(from) };
                let known = before.and_then(|row| row.get(to.checked_sub(first(from))?)).map_or(NONE, |cell| cell.0);
                if known == NONE {
                    continue;
                }
                let points = known + grid.points(step, from, to);
                if points > best.0 {
                    best = (points, step);
                }
            }
            row[right - first(left)] = best;
        }
        rows.push(row);
    }
    let (mut left, mut right) = (lefts, rights);
    let mut steps = vec![];
    while left + right > 0 {
        let step = rows[left][right - first(left)].1;
        let (takes_left, takes_right) = step.takes();
        (left, right) = (left - takes_left, right - takes_right);
        steps.push((step, left, right));
    }
    steps.reverse();
    steps
}

/// Ties paragraphs left alone to what is alike elsewhere, the most alike first.
fn tie_moved(grid: &Grid<'_>, ties: &mut Vec<Tie>) {
    /// More pairs than this are looked at in no texts that are translations of each other.
    const MOST: usize = 40_000;
    let alone = |ties: &[Tie], side: usize| -> Vec<usize> {
        ties.iter().filter(|tie| tie.units[1 - side].is_empty()).flat_map(|tie| tie.units[side].clone()).collect()
    };
    let (lefts, rights) = (alone(ties, 0), alone(ties, 1));
    if lefts.len() * rights.len() > MOST {
        return;
    }
    let mut found: Vec<(i64, usize, usize)> = vec![];
    for &left in &lefts {
        for &right in &rights {
            let likeness = grid.bags[0][left].likeness(&grid.bags[1][right]);
            let units = [
                grid.versions[0].unit(grid.versions[0].paragraphs[left]),
                grid.versions[1].unit(grid.versions[1].paragraphs[right]),
            ];
            // The body and the annexes do not trade paragraphs.
            let part = |unit: &Unit| unit.id.split_once('.').map(|(part, _)| part.to_owned());
            let is_alike = units[0].kind == units[1].kind && part(units[0]) == part(units[1]);
            if is_alike && likeness >= points::MOVED {
                found.push((-likeness, left, right));
            }
        }
    }
    found.sort_unstable();
    for (_, left, right) in found {
        let place = |ties: &[Tie], side: usize, at: usize| {
            ties.iter().position(|tie| tie.units[1 - side].is_empty() && tie.units[side] == [at])
        };
        let (Some(one), Some(other)) = (place(ties, 0, left), place(ties, 1, right)) else { continue };
        ties[one] = grid.tie(&[left], &[right], true);
        ties.remove(other);
    }
}
