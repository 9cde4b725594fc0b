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
//! Words in common lie scattered among strangers and in a row in a paragraph that was edited, so the longest passage is asked too, and
//! what it weighs elsewhere, whoever has that. How many times words and passage outdo their rivals, multiplied, is how clear a pair is.
//! One that is clear by its passage needs fewer words; one that shares a longer passage elsewhere must be clearer by its words.
//!
//! One that is like no other unit, tied or not, as much as like this one, and opens like it, needs neither: it was brought up to date.
//!
//! And where labels have been sisters all along, what stands at the same label between the same neighbours was replaced in place.
//! Cost: linear in the candidates of the units left over.

use super::candidates::{ByUnit, Candidate, two_best};
use super::evidence::{Run, all_pairs};
use super::explanation::Decision;
use super::frame::Frame;
use super::matching::{BEYOND, MUCH, Matching, Tie};
use super::moves;
use super::passage::{elsewhere, passage};
use super::similarity::{remainder, share, shared};
use super::splits::ACROSS_BITS;
use super::terms::{Bag, Terms};

/// What the last pairs must at least be alike.
const ALIKE: i32 = 200;
/// Out of order, so much (3 of 4) of what speaks against moves on top: to have no rival has paid for the rest.
const MOVED: (i32, i32) = (3, 4);
/// How many times the most that any other single unit contests.
const FACTOR: i32 = 2;
/// How many times the bits that name one pair of all they must share.
const BITS: u64 = 5;
/// What words and opening must come to together in a pair of units that are like no others as much, tied or not.
const BY_OPENING: i32 = 650;
/// How clear such a pair must be, unless its words are [`MUCH`] alike.
const CLEAR_BY_WORDS: u64 = 2;
/// How clear another must be, with a passage worth the bits that name one pair of all.
const CLEAR: u64 = 3;
/// Labels are sisters when so many agree, in thousandths, of so many.
const SISTERS: i32 = 900;
const SISTERS_OF: u64 = 8;

/// The ties of units that none of those in `found` has.
pub(super) fn last_pairs(terms: &Terms, frame: &dyn Frame, found: &Matching, work: &mut u64) -> Vec<Tie> {
    let (old, new) = (terms.old.len(), terms.new.len());
    let (mut tied_old, mut tied_new) = (vec![false; old], vec![false; new]);
    for tie in &found.ties {
        (tied_old[tie.old], tied_new[tie.new]) = (true, true);
    }
    let single = |c: &Candidate| !tied_old[c.old] && !tied_new[c.new];
    let at: Vec<usize> = (0..found.candidates.len()).filter(|&k| single(&found.candidates[k])).collect();
    let open: Vec<Candidate> = at.iter().map(|&k| found.candidates[k]).collect();
    let values: Vec<i32> = open.iter().map(|c| c.similarity).collect();
    let (best_old, best_new) = (two_best(&open, &values, old, |c| c.old), two_best(&open, &values, new, |c| c.new));
    let rivals = Rivals { terms, frame, single: ByUnit::of(&open), all: ByUnit::of(&found.candidates) };
    let run = Run::through(moves::run(found.ties.iter().map(|t| (t.old, t.new))), old, new);
    let sisters = found.habits.labels >= SISTERS && found.habits.labelled >= SISTERS_OF;
    let mut last = Vec::new();
    for (&k, c) in at.iter().zip(&open) {
        if best_old[c.old][0] != c.similarity || best_new[c.new][0] != c.similarity || tied_old[c.old] || tied_new[c.new] {
            continue;
        }
        let in_order = run.room(c.old, c.new).is_some();
        let in_place = sisters && in_order && frame.labels_agree(c.old, c.new) == Some(true);
        let alike = ALIKE + if in_order { 0 } else { found.habits.against_moves() * MOVED.0 / MOVED.1 };
        let strong = c.similarity >= alike && terms.similarity_beyond_name(c.old, c.new) >= BEYOND;
        if in_place || strong && rivals.outdone_by(c, work) || rivals.opens_alike(c) {
            (tied_old[c.old], tied_new[c.new]) = (true, true);
            let by = if in_place { Decision::Label } else { Decision::Remainder };
            last.push(Tie::of(*c, found.totals[k], by));
        }
    }
    last
}

/// Who else could have the units of a pair.
struct Rivals<'a> {
    terms: &'a Terms,
    frame: &'a dyn Frame,
    /// The pairs of units that are both single.
    single: ByUnit<'a>,
    all: ByUnit<'a>,
}

impl Rivals<'_> {
    /// Whether the pair is clear enough, by its words or by its passage.
    fn outdone_by(&self, c: &Candidate, work: &mut u64) -> bool {
        let terms = self.terms;
        let (a, b) = (&terms.old[c.old], &terms.new[c.new]);
        let one_pair = u64::from(all_pairs(terms).unsigned_abs());
        let rival = self.strongest(c);
        let by_words = c.similarity >= FACTOR * rival && self.is_said(c);
        if by_words && c.similarity >= MUCH {
            return true;
        }
        let (times, pairs) = if by_words { (CLEAR_BY_WORDS, 0) } else { (CLEAR, self.pairs_to_name(c)) };
        *work += (a.words.len() + b.words.len()) as u64;
        let passage = passage(terms, &a.words, a, b);
        let weighed = |similarity: i32, passage: u64| u64::from(similarity.unsigned_abs()) * passage;
        passage >= pairs * one_pair && weighed(c.similarity, passage) >= times * weighed(rival, self.longest(c, work))
    }

    /// Whether the pair opens alike, and each is most like the other of all units, tied or not.
    fn opens_alike(&self, c: &Candidate) -> bool {
        let opening = self.terms.opening_similarity(c.old, c.new).unwrap_or(0);
        let (mut for_old, mut for_new) = others(&self.all, c);
        let is_less = |other: &Candidate| other.similarity <= c.similarity;
        c.similarity >= ALIKE
            && c.similarity + opening >= BY_OPENING
            && self.is_said(c)
            && for_old.all(is_less)
            && for_new.all(is_less)
    }

    /// Whether the words in common are more than chance would give.
    fn is_said(&self, c: &Candidate) -> bool {
        self.terms.shared(c.old, c.new) >= BITS * u64::from(all_pairs(self.terms).unsigned_abs())
    }

    /// How many times the bits that name one pair of all a passage must weigh.
    fn pairs_to_name(&self, c: &Candidate) -> u64 {
        let across = self.frame.class(0, c.old) != self.frame.class(1, c.new);
        if across && c.similarity < MUCH { ACROSS_BITS } else { 1 }
    }

    /// The most that another single has of the words that make the two alike.
    fn strongest(&self, c: &Candidate) -> i32 {
        let weights = &self.terms.weights;
        let (a, b) = (&self.terms.old[c.old], &self.terms.new[c.new]);
        let contested = |own: &Bag, rest: &Bag, other: &Bag| {
            let both = shared(own, other, weights) - shared(rest, other, weights);
            share(2 * both, own.weight + other.weight)
        };
        let (rest_old, rest_new) = (remainder(a, b, weights), remainder(b, a, weights));
        let (for_old, for_new) = others(&self.single, c);
        let of_old = for_old.map(|other| contested(a, &rest_old, &self.terms.new[other.new]));
        let of_new = for_new.map(|other| contested(b, &rest_new, &self.terms.old[other.old]));
        of_old.chain(of_new).max().unwrap_or(0)
    }

    /// The most that a passage weighs that either unit shares with any other, tied or not.
    fn longest(&self, c: &Candidate, work: &mut u64) -> u64 {
        let terms = self.terms;
        let (for_old, for_new) = others(&self.all, c);
        let of_old = elsewhere(terms, &terms.old[c.old], for_old.map(|other| (other, &terms.new[other.new])), work);
        of_old.max(elsewhere(terms, &terms.new[c.new], for_new.map(|other| (other, &terms.old[other.old])), work))
    }
}

/// The other pairs of the old unit, and those of the new one.
fn others<'a>(pairs: &'a ByUnit, c: &'a Candidate) -> (impl Iterator<Item = &'a Candidate>, impl Iterator<Item = &'a Candidate>) {
    let for_old = pairs.of_old(c.old).filter(|other| other.new != c.new);
    (for_old, pairs.of_new(c.new).filter(|other| other.old != c.old))
}
