//! The last pairs: what is still single on both sides when all else is tied.
//!
//! ```text
//! old PP22   Recognizing also national and civil society actors active in mediation, and encouraging their contributions …
//! new PP13   Recognizing the important role that various national, local and civil society actors can play …
//! ```
//!
//! Rewritten and moved, they fall short on their own. But everything else has found its partner, and of all that is left they are each
//! other's best by far, with more in common than chance would give. Only words that both contest make a rival: two old paragraphs
//! that went into one new paragraph with different words are not each other's rivals.
//!
//! And where labels have been sisters all along, what stands at the same label between the same neighbours was replaced in place.
//! Cost: linear in the candidates of the units left over.

use super::candidates::{ByUnit, Candidate, two_best};
use super::evidence::{Frame, Run, all_pairs};
use super::explanation::Decision;
use super::matching::{BEYOND, Matching, Tie};
use super::moves;
use super::similarity::{remainder, share, shared};
use super::terms::{Bag, Terms};

/// What the last pairs must at least be alike.
const ALIKE: i32 = 200;
/// Out of order, so much (3 of 4) of what speaks against moves on top: to have no rival has paid for the rest.
const MOVED: (i32, i32) = (3, 4);
/// How much more (in tenths) than the most that any other single unit contests.
const FACTOR: i32 = 20;
/// How many times the bits that name one pair of all they must share.
const BITS: u64 = 5;
/// Labels are sisters when so many agree, in thousandths, of so many.
const SISTERS: i32 = 900;
const SISTERS_OF: u64 = 8;

/// The ties of units that none of `ties` has.
pub(super) fn last_pairs(terms: &Terms, frame: &dyn Frame, found: &Matching, ties: &[Tie]) -> Vec<Tie> {
    let (old, new) = (terms.old.len(), terms.new.len());
    let (mut tied_old, mut tied_new) = (vec![false; old], vec![false; new]);
    for tie in ties {
        (tied_old[tie.old], tied_new[tie.new]) = (true, true);
    }
    let single = |c: &Candidate| !tied_old[c.old] && !tied_new[c.new];
    let at: Vec<usize> = (0..found.candidates.len()).filter(|&k| single(&found.candidates[k])).collect();
    let open: Vec<Candidate> = at.iter().map(|&k| found.candidates[k]).collect();
    let values: Vec<i32> = open.iter().map(|c| c.similarity).collect();
    let (best_old, best_new) = (two_best(&open, &values, old, |c| c.old), two_best(&open, &values, new, |c| c.new));
    let by_unit = ByUnit::of(&open);
    let run = Run::through(moves::run(ties.iter().map(|t| (t.old, t.new))), old, new);
    let sisters = found.habits.labels >= SISTERS && found.habits.labelled >= SISTERS_OF;
    let bits = BITS * u64::from(all_pairs(terms).unsigned_abs());
    let mut last = Vec::new();
    for (&k, c) in at.iter().zip(&open) {
        if best_old[c.old][0] != c.similarity || best_new[c.new][0] != c.similarity || tied_old[c.old] || tied_new[c.new] {
            continue;
        }
        let in_order = run.room(c.old, c.new).is_some();
        let in_place = sisters && in_order && frame.labels_agree(c.old, c.new) == Some(true);
        let alike = ALIKE + if in_order { 0 } else { found.habits.against_moves() * MOVED.0 / MOVED.1 };
        let strong =
            c.similarity >= alike && terms.similarity_beyond_name(c.old, c.new) >= BEYOND && terms.shared(c.old, c.new) >= bits;
        if in_place || strong && c.similarity * 10 >= FACTOR * strongest_rival(c, &by_unit, terms) {
            (tied_old[c.old], tied_new[c.new]) = (true, true);
            let by = if in_place { Decision::Label } else { Decision::Remainder };
            last.push(Tie::of(*c, found.totals[k], by));
        }
    }
    last
}

/// The most that another candidate of either unit has of the words that make the two alike.
fn strongest_rival(c: &Candidate, open: &ByUnit, terms: &Terms) -> i32 {
    let (a, b) = (&terms.old[c.old], &terms.new[c.new]);
    let contested = |own: &Bag, rest: &Bag, other: &Bag| {
        let both = shared(own, other, &terms.weights) - shared(rest, other, &terms.weights);
        share(2 * both, own.weight + other.weight)
    };
    let rest_old = remainder(a, b, &terms.weights);
    let rest_new = remainder(b, a, &terms.weights);
    let for_old = open.of_old(c.old).filter(|other| other.new != c.new);
    let for_new = open.of_new(c.new).filter(|other| other.old != c.old);
    let of_old = for_old.map(|other| contested(a, &rest_old, &terms.new[other.new]));
    let of_new = for_new.map(|other| contested(b, &rest_new, &terms.old[other.old]));
    of_old.chain(of_new).max().unwrap_or(0)
}
