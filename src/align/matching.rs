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
use super::evidence::{Frame, Habits, Run, Scene, beside, surroundings};
use super::similarity::above;
use super::singles;
use super::terms::Terms;

/// The total from which a pair may be tied.
const ENOUGH: i32 = 260;
/// The similarity above the background over which words must be: no place makes one paragraph of two strangers.
const WORDS: i32 = 0;
/// How alike two paragraphs must be that do not stand in each other's place.
const ALIKE: i32 = 200;
/// How alike they must be beyond one name.
pub(super) const BEYOND: i32 = 150;
/// Pairs as alike as this have more in common than a name.
const MUCH: i32 = 400;
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
    pub(super) habits: Habits,
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
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.tied.iter().chain(&self.lines).copied()
    }

    /// Which units, old and new, are no longer for the evidence to decide.
    pub(super) fn closed(&self, old: usize, new: usize) -> [Vec<bool>; 2] {
        let mut closed = [vec![false; old], vec![false; new]];
        self.never_old.iter().for_each(|&i| closed[0][i] = true);
        self.never_new.iter().for_each(|&j| closed[1][j] = true);
        for (i, j) in self.pairs() {
            (closed[0][i], closed[1][j]) = (true, true);
        }
        closed
    }
}

/// Ties the units of two texts. `work` grows by the pairs looked at.
pub(super) fn matching(terms: &Terms, frame: &dyn Frame, decided: &Decided, work: &mut u64) -> Matching {
    let (old, new) = (terms.old.len(), terms.new.len());
    let mut candidates = candidates(terms, frame.suggested(), work);
    // What is decided already, or cannot be, says what strangers share as well as any.
    let mut background = Background::of(&candidates, old, new);
    let closed = decided.closed(old, new);
    let open = |c: &Candidate| !closed[0][c.old] && !closed[1][c.new] && frame.may_be_one(c.old, c.new);
    let mut at = 0..;
    background.pairs.retain(|_| at.next().is_some_and(|k: usize| open(&candidates[k])));
    candidates.retain(open);
    let (beside, surroundings) = (beside(&candidates), surroundings(&candidates, frame));
    let words: Vec<i32> =
        candidates.iter().zip(&background.pairs).map(|(c, &strangers)| above(c.similarity, strangers)).collect();
    let bare: Vec<i32> = words.iter().zip(&surroundings).map(|(words, around)| words + around).collect();
    let mut totals = bare.clone();
    let mut beyond = vec![None; candidates.len()];
    let mut habits = Habits::unknown();
    let mut taken = Vec::new();
    for _ in 0..ROUNDS {
        let run = Run::of(&candidates, &totals, old, new);
        let scene = Scene { terms, frame, run: &run, habits: &habits };
        for (k, c) in candidates.iter().enumerate() {
            totals[k] = bare[k] + scene.standing(c, beside[k]);
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
        habits = Habits::of(taken.iter().map(|&k| candidates[k]), &run.pairs, frame);
    }
    let mut ties: Vec<Tie> = taken.iter().map(|&k| Tie::of(candidates[k], totals[k])).collect();
    let mut found = Matching { ties: vec![], candidates, totals, beside, background: background.texts, habits };
    ties.extend(singles::last_pairs(terms, frame, &found, &ties));
    ties.extend(decided.pairs().map(|(old, new)| {
        let similarity = terms.similarity(old, new);
        Tie { old, new, similarity, total: similarity }
    }));
    ties.sort_unstable_by_key(|tie| tie.old);
    found.ties = ties;
    found
}

impl Tie {
    pub(super) fn of(c: Candidate, total: i32) -> Self {
        Self { old: c.old, new: c.new, similarity: c.similarity, total }
    }
}
