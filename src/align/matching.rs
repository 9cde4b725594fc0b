//! One to one: each paragraph to at most one, decided for the whole document at once.
//!
//! ```text
//! candidates → totals → run in order → totals with place → who gets whom ─┐
//!                  ↑                                                      │
//!                  └──────────── habits of order and labels ←─────────────┘
//! ```
//!
//! A total is the similarity above the background with all evidence beside it. A pair that falls short of [`ENOUGH`] is never tied;
//! of the others those are taken that together have the most above it. Where they keep the order depends on what is tied, so it is
//! done [`ROUNDS`] times; a later round changes next to nothing.

use super::assignment::assign;
use super::background::Background;
use super::candidates::{Candidate, candidates};
use super::evidence::{Habits, Run, Scene, beside, sum, surroundings};
use super::explanation::{Clue, Decision, Score};
use super::frame::Frame;
use super::similarity::above;
use super::terms::Terms;

/// The total from which a pair may be tied.
pub(super) const ENOUGH: i32 = 260;
/// What words must say at least: only in its very place may a pair share a little less than strangers do, and it counts against it.
pub(super) const WORDS: i32 = -100;
/// How alike two paragraphs must be that do not stand in each other's place.
const ALIKE: i32 = 200;
/// How alike they must be beyond one name.
pub(super) const BEYOND: i32 = 150;
/// Pairs as alike as this have more in common than a name.
pub(super) const MUCH: i32 = 400;
/// Rounds of run and assignment.
const ROUNDS: usize = 3;

/// One unit tied to one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tie {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) similarity: i32,
    /// The similarity above the background with all evidence; for comparing ties of one document.
    pub(super) total: i32,
    /// What settled it.
    pub(super) by: Decision,
}

/// What was tied, and what was seen on the way.
pub(super) struct Matching {
    pub(super) ties: Vec<Tie>,
    pub(super) candidates: Vec<Candidate>,
    /// What speaks for each candidate, in their order.
    pub(super) totals: Vec<i32>,
    /// The similarities before and after each candidate.
    pub(super) beside: Vec<[i32; 2]>,
    pub(super) background: i32,
    /// What strangers share with either unit of each candidate.
    strangers: Vec<i32>,
    /// What order and labels were read from in the last round.
    run: Run,
    judged_by: Habits,
    /// What the last round says of them.
    pub(super) habits: Habits,
}

impl Matching {
    /// What the words of candidate `k` say.
    pub(super) fn words(&self, k: usize) -> i32 {
        worth(self.candidates[k].similarity, self.strangers[k])
    }

    /// Everything that counted for candidate `k` in the last round, singly.
    pub(super) fn clues(&self, k: usize, terms: &Terms, frame: &dyn Frame) -> Vec<Score> {
        let (c, beside) = (&self.candidates[k], self.beside[k]);
        let scene = Scene { terms, frame, run: &self.run, habits: &self.judged_by };
        let clues = [(Clue::Words, self.words(k))]
            .into_iter()
            .chain(surroundings(c, beside, terms, frame))
            .chain(scene.standing(c, beside));
        clues.filter(|clue| clue.1 != 0).map(|(clue, points)| Score { clue, points }).collect()
    }
}

/// What a similarity says above what strangers share; twice as much against a pair that shares less than they do.
pub(super) fn worth(similarity: i32, strangers: i32) -> i32 {
    let words = above(similarity, strangers);
    if words < 0 { 2 * words } else { words }
}

/// What is decided before any evidence is weighed.
#[derive(Debug, Default)]
pub(super) struct Decided {
    /// Pairs that a person tied.
    pub(super) tied: Vec<(usize, usize)>,
    /// Lines tied by their form.
    pub(super) lines: Vec<(usize, usize)>,
    pub(super) never_old: Vec<usize>,
    pub(super) never_new: Vec<usize>,
}

impl Decided {
    /// Which units, old and new, are no longer for the evidence to decide.
    pub(super) fn closed(&self, old: usize, new: usize) -> [Vec<bool>; 2] {
        let mut closed = self.closed_by_hand(old, new);
        for &(i, j) in &self.lines {
            (closed[0][i], closed[1][j]) = (true, true);
        }
        closed
    }

    /// Which units, old and new, a person decided.
    pub(super) fn closed_by_hand(&self, old: usize, new: usize) -> [Vec<bool>; 2] {
        let mut closed = [vec![false; old], vec![false; new]];
        self.never_old.iter().for_each(|&i| closed[0][i] = true);
        self.never_new.iter().for_each(|&j| closed[1][j] = true);
        for &(i, j) in &self.tied {
            (closed[0][i], closed[1][j]) = (true, true);
        }
        closed
    }
}

/// Ties the units of two texts by all evidence together. `work` grows by the pairs looked at.
pub(super) fn matching(terms: &Terms, frame: &dyn Frame, decided: &Decided, work: &mut u64) -> Matching {
    let (old, new) = (terms.old.len(), terms.new.len());
    let mut candidates = candidates(terms, frame.suggested(), work);
    // What is decided already, or cannot be, says what strangers share as well as any.
    let mut background = Background::of(&candidates, old, new);
    let closed = decided.closed(old, new);
    let open = |c: &Candidate| !closed[0][c.old] && !closed[1][c.new] && frame.may_be_one(terms, c.old, c.new);
    let mut at = 0..;
    background.pairs.retain(|_| at.next().is_some_and(|k: usize| open(&candidates[k])));
    candidates.retain(open);
    let beside = beside(&candidates);
    let words: Vec<i32> =
        candidates.iter().zip(&background.pairs).map(|(c, &strangers)| worth(c.similarity, strangers)).collect();
    let around = candidates.iter().zip(&beside).map(|(c, &beside)| sum(&surroundings(c, beside, terms, frame)));
    let bare: Vec<i32> = words.iter().zip(around).map(|(words, around)| words + around).collect();
    let mut totals = bare.clone();
    let mut beyond = vec![None; candidates.len()];
    let mut habits = [Habits::unknown(); 2];
    let mut taken = Vec::new();
    let mut run = Run::default();
    for _ in 0..ROUNDS {
        run = Run::of(&candidates, &totals, old, new);
        let scene = Scene { terms, frame, run: &run, habits: &habits[1] };
        for (k, c) in candidates.iter().enumerate() {
            totals[k] = bare[k] + sum(&scene.standing(c, beside[k]));
        }
        for (k, c) in candidates.iter().enumerate() {
            if totals[k] > ENOUGH && c.similarity < MUCH && !scene.in_place(c, beside[k]) {
                *work += terms.old[c.old].words.len() as u64;
                let own = *beyond[k].get_or_insert_with(|| terms.similarity_beyond_name(c.old, c.new));
                if own < BEYOND || c.similarity < ALIKE {
                    totals[k] = 0;
                }
            }
        }
        let gains: Vec<i32> =
            totals.iter().zip(&words).map(|(total, &words)| if words > WORDS { total - ENOUGH } else { 0 }).collect();
        taken = assign(&candidates, &gains, old, new, work);
        habits = [habits[1], Habits::of(taken.iter().map(|&k| candidates[k]), &run.pairs, frame)];
    }
    let ties = taken.iter().map(|&k| Tie::of(candidates[k], totals[k], Decision::Evidence)).collect();
    let (strangers, [judged_by, habits]) = (background.pairs, habits);
    let background = background.texts;
    Matching { ties, candidates, totals, beside, background, strangers, run, judged_by, habits }
}

impl Tie {
    pub(super) fn of(c: Candidate, total: i32, by: Decision) -> Self {
        Self { old: c.old, new: c.new, similarity: c.similarity, total, by }
    }

    /// A pair that was tied without being weighed.
    pub(super) fn decided((old, new): (usize, usize), terms: &Terms, by: Decision) -> Self {
        let similarity = terms.similarity(old, new);
        Self { old, new, similarity, total: similarity, by }
    }
}
