//! One paragraph that became several, several that became one: found by what is left over.
//!
//! ```text
//! old OP12   Expresses concern at the use of the death penalty …, | and encourages Belarus to relaunch a national dialogue
//! new OP21   Expressing concern at the application of the death penalty …            tied to OP12: accounts for the first half
//! new OP40   Urges the authorities to relaunch a national dialogue …                 left over: like the rest of OP12
//! ```
//!
//! A unit that nobody tied is held against the rest of each tied unit: its terms less those that its partner accounts for. When it is
//! like that rest it is a piece, wherever it stands; a piece that stands apart must share more than chance would. Where it is almost
//! like it, edited as it is, a passage decides that it shares with that rest and with nothing else, for a piece that stands apart among as
//! many bits; beside another piece it is enough that nothing else is nearly as like it. The best piece of each paragraph is taken first,
//! then the rest is counted again. Where no piece was tied, `halves` begins. Cost: linear in the candidates of the units left over,
//! [`ROUNDS`] times at most.

use super::candidates::{ByUnit, Candidate, two_best};
use super::evidence::all_pairs;
use super::explanation::{Decision, Side};
use super::frame::{Class, Frame};
use super::halves::{Halves, RIVALRY, halves};
use super::matching::{Matching, Tie};
use super::passage::{elsewhere, passage};
use super::similarity::{WHOLE, above, remainder, share, shared, shared_words, similarity, similarity_of, words_shared};
use super::terms::{Bag, Terms};

/// How alike, above the background, a piece and the rest of its whole must be.
pub(super) const PIECE: i32 = 200;
/// Or how much of the piece, above the background, the rest must hold; it must then share twice what a piece that stands apart must.
pub(super) const HELD: i32 = 450;
/// How many times the bits that name one pair of all a piece must share to be judged by its own rivals.
const RIVAL_BITS: u64 = 3;
/// Those rivals are taken to be no further off than strangers are elsewhere, divided by this.
const RIVAL: i32 = 2;
/// How alike they must be for a passage to decide.
const ALMOST: i32 = 100;
/// How many times what it shares with any other a passage must weigh that decides.
const UNRIVALLED: u64 = 2;
/// How many times the bits that name one pair of all such a passage must weigh between recitals and provisions; elsewhere once.
pub(super) const ACROSS_BITS: u64 = 4;
/// In tenths of what it shares with any other: what the passage must weigh of a piece that stands apart.
const RIVALLED: u64 = 13;
/// How much of such a piece, above the background, the rest holds when as long a passage is enough.
const WELL_HELD: i32 = 350;
/// How much of a piece, in thousandths, the rest must hold when it stands beside another and nothing else is nearly as like it.
const BESIDE: i32 = 200;
/// How much of what a piece shares, in thousandths, must be words: a symbol with its date is no piece.
const SAID: i32 = 500;
/// So many shared words may only name something that two paragraphs speak of: "civil society". They make a piece where they are [`MUCH`] of it.
/// One word more or less changes no link of the labelled sets, nor does a fifth of [`MUCH`].
const FEW: usize = 2;
/// How much of a piece, in thousandths, must be shared where the words are few.
const MUCH: i32 = 400;
/// For standing next to another piece.
const NEAR: i32 = 60;
/// How much more between recitals and provisions, which say many things alike.
const ACROSS: i32 = 150;
/// How many times the bits that name one pair of all a piece must share that stands apart from the others.
const APART_BITS: u64 = 2;
/// Pieces of one paragraph, beside the first.
const ROUNDS: usize = 8;

/// Units that are one link.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Ascending.
    pub(super) old: Vec<usize>,
    /// Ascending.
    pub(super) new: Vec<usize>,
    /// The pair that was tied first.
    pub(super) seed: (usize, usize),
    /// What settled it.
    pub(super) by: Decision,
    /// How alike both sides are, taken together.
    pub(super) similarity: i32,
    /// How each unit beside the seed came in.
    pub(super) pieces: Vec<Piece>,
}

impl Group {
    /// A tie as a group of two.
    pub(super) fn of(tie: &Tie) -> Self {
        let (seed, by, similarity) = ((tie.old, tie.new), tie.by, tie.similarity);
        Self { old: vec![tie.old], new: vec![tie.new], seed, by, similarity, pieces: vec![] }
    }

    /// Takes in another unit of a side.
    pub(super) fn add(&mut self, side: Side, unit: usize, terms: &Terms) {
        let units = if side == Side::Old { &mut self.old } else { &mut self.new };
        units.push(unit);
        units.sort_unstable();
        self.weigh(terms);
    }

    /// Compares both sides as wholes.
    fn weigh(&mut self, terms: &Terms) {
        let side = |units: &[usize], bags: &[Bag]| Bag::together(units.iter().map(|&u| &bags[u]), &terms.weights);
        self.similarity = similarity(&side(&self.old, &terms.old), &side(&self.new, &terms.new), &terms.weights);
    }
}

/// A unit left over, and the group that it may be a piece of.
#[derive(Debug, Clone, Copy)]
struct Offer {
    /// Negated, so that the best offer sorts first.
    worse: i32,
    old: usize,
    new: usize,
    group: usize,
    piece: Piece,
}

/// What was measured of a unit as a piece of a paragraph that is tied to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) old: usize,
    pub(super) new: usize,
    /// How alike the piece is to what the other pieces left of the whole, above the background.
    pub(super) rest: i32,
    /// What it has for standing beside another piece.
    pub(super) beside: i32,
    /// How much more is asked of it, between recitals and provisions.
    pub(super) reach: i32,
    /// How much of it that rest holds, above the background, less what is asked more.
    pub(super) held: i32,
    /// The bits that piece and rest share, and how many a piece must share that stands apart, in sixteenths.
    pub(super) shared: [u64; 2],
    /// How alike it is to that rest as it stands, and the most that it is like any other unit.
    pub(super) alike: [i32; 2],
    /// What both halves of a whole come to as one pair, when neither alone was tied; else 0.
    pub(super) together: i32,
    /// The bits of the longest passage that piece and rest share, and the most that the piece shares so with any other unit, in sixteenths;
    /// 0 where none was asked for.
    pub(super) passage: [u64; 2],
    /// Whether that was enough.
    pub(super) taken: bool,
}

/// The ties as groups, with the pieces that were left over.
pub(super) fn gather(terms: &Terms, frame: &dyn Frame, found: &Matching, work: &mut u64) -> Vec<Group> {
    let mut groups: Vec<Group> = found.ties.iter().map(Group::of).collect();
    let (best, by_unit) = (best(found, terms), ByUnit::of(&found.candidates));
    let halves = halves(terms, frame, found, (&best, &by_unit), work);
    groups.extend(halves.iter().map(|halves| Group::of(&Tie::of(halves.better, halves.together, Decision::Coverage))));
    let mut of = Membership::of(&groups, terms);
    // After the first round only a paragraph that has found a piece can find another.
    let mut changed = vec![true; groups.len()];
    for _ in 0..ROUNDS {
        let scene = Scene {
            terms,
            frame,
            found,
            groups: &groups,
            halves: &halves,
            open: &changed,
            of: &of,
            best: &best,
            by_unit: &by_unit,
        };
        let mut offers: Vec<Offer> =
            found.candidates.iter().filter_map(|c| scene.offer(c, work)).filter(|o| o.piece.taken).collect();
        offers.sort_unstable_by_key(|o| (o.worse, o.old, o.new));
        changed = vec![false; groups.len()];
        for o in &offers {
            let (side_old, side_new) = (&mut of.old[o.old], &mut of.new[o.new]);
            if changed[o.group] || side_old.is_some() && side_new.is_some() {
                continue;
            }
            changed[o.group] = true;
            let units = if side_old.is_none() { &mut groups[o.group].old } else { &mut groups[o.group].new };
            units.push(if side_old.is_none() { o.old } else { o.new });
            units.sort_unstable();
            groups[o.group].pieces.push(o.piece);
            (*side_old, *side_new) = (Some(o.group), Some(o.group));
        }
        if !changed.contains(&true) {
            break;
        }
    }
    for group in groups.iter_mut().filter(|g| g.old.len() + g.new.len() > 2) {
        group.weigh(terms);
    }
    groups
}

/// The piece that a unit in no group came nearest to being.
pub(super) fn nearest(
    terms: &Terms,
    frame: &dyn Frame,
    (found, groups): (&Matching, &[Group]),
    (side, unit): (Side, usize),
) -> Option<Piece> {
    let (of, best, by_unit) = (Membership::of(groups, terms), best(found, terms), ByUnit::of(&found.candidates));
    let open = vec![true; groups.len()];
    let scene = Scene { terms, frame, found, groups, halves: &[], open: &open, of: &of, best: &best, by_unit: &by_unit };
    let own = found.candidates.iter().filter(|c| [c.old, c.new][side as usize] == unit);
    own.filter_map(|c| scene.offer(c, &mut 0)).min_by_key(|o| (o.worse, o.old, o.new)).map(|offer| offer.piece)
}

/// Which group each unit is in.
pub(super) struct Membership {
    pub(super) old: Vec<Option<usize>>,
    pub(super) new: Vec<Option<usize>>,
}

impl Membership {
    pub(super) fn of(groups: &[Group], terms: &Terms) -> Self {
        let mut of = Self { old: vec![None; terms.old.len()], new: vec![None; terms.new.len()] };
        for (g, group) in groups.iter().enumerate() {
            group.old.iter().for_each(|&i| of.old[i] = Some(g));
            group.new.iter().for_each(|&j| of.new[j] = Some(g));
        }
        of
    }
}

/// All that an offer is read from in one round.
struct Scene<'a> {
    terms: &'a Terms,
    frame: &'a dyn Frame,
    found: &'a Matching,
    groups: &'a [Group],
    /// By their other halves.
    halves: &'a [Halves],
    /// Which groups are looked at.
    open: &'a [bool],
    of: &'a Membership,
    best: &'a [Vec<[i32; 2]>; 2],
    by_unit: &'a ByUnit<'a>,
}

/// The best that each unit could have on either side, and the next best.
fn best(found: &Matching, terms: &Terms) -> [Vec<[i32; 2]>; 2] {
    let alike: Vec<i32> = found.candidates.iter().map(|c| c.similarity).collect();
    let of = |units: usize, side: fn(&Candidate) -> usize| two_best(&found.candidates, &alike, units, side);
    [of(terms.old.len(), |c| c.old), of(terms.new.len(), |c| c.new)]
}

impl Scene<'_> {
    /// What the candidate is worth as a piece of a group: one of its units in a group that has no pieces on that side, the other in
    /// none.
    fn offer(&self, c: &Candidate, work: &mut u64) -> Option<Offer> {
        let (terms, groups) = (self.terms, self.groups);
        let (whole, piece, group) = match (self.of.old[c.old], self.of.new[c.new]) {
            (Some(g), None) if groups[g].old.len() == 1 => (&terms.old[c.old], &terms.new[c.new], g),
            (None, Some(g)) if groups[g].new.len() == 1 => (&terms.new[c.new], &terms.old[c.old], g),
            _ => return None,
        };
        if !self.open[group] {
            return None;
        }
        let (side, pieces, bags, own) = match self.of.new[c.new] {
            None => (1, &groups[group].new, &terms.new, c.new),
            Some(_) => (0, &groups[group].old, &terms.old, c.old),
        };
        let reach = self.reach(&groups[group], self.frame.class(side, own))?;
        let (&seed, others) = pieces.split_first()?;
        let rest = remainder(whole, &bags[seed], &terms.weights);
        let rest = others.iter().fold(rest, |rest, &p| remainder(&rest, &bags[p], &terms.weights));
        *work += (whole.terms.len() * (1 + pieces.len())) as u64;
        let common = shared(&rest, piece, &terms.weights);
        let one_pair = u64::from(all_pairs(terms).unsigned_abs());
        // A piece whose other likenesses are further off than strangers are here is judged by those.
        let [first, second] = self.best[side][own];
        let rival = if first == c.similarity { second } else { first };
        let texts = self.found.background;
        let background = if common >= RIVAL_BITS * one_pair { texts.min(rival.max(texts / RIVAL)) } else { texts };
        let plain = similarity_of(&rest, piece, common);
        let alike = above(plain, background);
        let part = share(common, piece.weight);
        let held = above(part, background) - reach;
        let near = pieces.iter().any(|&p| p.abs_diff(own) == 1);
        let beside = if near { NEAR } else { 0 };
        let bits = APART_BITS * one_pair;
        let by_words = alike - reach + beside >= PIECE && (near || common >= bits) || held >= HELD && common >= 2 * bits;
        let unrivalled = near && part - reach >= BESIDE && common >= bits && plain * 10 >= RIVALRY * rival;
        let together = self.halves.binary_search_by_key(c, |halves| halves.other).map_or(0, |at| self.halves[at].together);
        // What stands apart must have its passage from its whole; what is almost a piece has more to show.
        let enough = if by_words { 0 } else { one_pair * if reach == 0 { 1 } else { ACROSS_BITS } };
        let least = if near { enough } else { enough.max(bits) };
        let asked = if by_words { !near } else { !unrivalled && alike + beside >= ALMOST && common >= least };
        let passage = if asked { passage(terms, &whole.words, &rest, piece) } else { 0 };
        let elsewhere = if asked && passage >= enough { self.elsewhere(c, (side, own), work) } else { 0 };
        let by_passage = if by_words {
            !asked || 10 * passage >= if held >= WELL_HELD { 10 } else { RIVALLED } * elsewhere
        } else {
            asked && passage >= enough.max(UNRIVALLED * elsewhere)
        };
        let (old, new) = (c.old, c.new);
        // A symbol with its date is no piece; what shares enough without its figures is.
        let is_said = || {
            let words = shared_words(&rest, piece, terms);
            share(words, common) >= SAID || words >= bits
        };
        let is_several = || {
            let words = words_shared(&rest, piece, terms);
            words >= FEW && (words > FEW || part >= MUCH)
        };
        let taken = together > 0 || (unrivalled || by_passage) && is_said() && is_several();
        let (shared, passage) = ([common, bits], [passage, elsewhere]);
        let piece = Piece { old, new, rest: alike, beside, reach, held, shared, alike: [plain, rival], together, passage, taken };
        // Halves hold each other.
        let alike = if together > 0 { WHOLE + alike } else { alike };
        Some(Offer { worse: reach - alike, old, new, group, piece })
    }

    /// The most that a passage weighs that the unit shares with any other than the candidate's.
    fn elsewhere(&self, c: &Candidate, (side, own): (usize, usize), work: &mut u64) -> u64 {
        let terms = self.terms;
        if side == 1 {
            let others = self.by_unit.of_new(own).filter(|other| *other != c);
            elsewhere(terms, &terms.new[own], others.map(|other| (other, &terms.old[other.old])), work)
        } else {
            let others = self.by_unit.of_old(own).filter(|other| *other != c);
            elsewhere(terms, &terms.old[own], others.map(|other| (other, &terms.new[other.new])), work)
        }
    }

    /// How much more a unit of this class must show to be a piece of the group; None when it cannot be one.
    fn reach(&self, group: &Group, class: Class) -> Option<i32> {
        let members = group.old.iter().map(|&i| self.frame.class(0, i)).chain(group.new.iter().map(|&j| self.frame.class(1, j)));
        // A row is no piece of another.
        if class == Class::Row {
            return None;
        }
        let mut reach = 0;
        for member in members.filter(|&member| member != class) {
            if !member.is_across(class) {
                return None;
            }
            reach = ACROSS;
        }
        Some(reach)
    }
}
