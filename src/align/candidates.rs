//! Which pairs are worth a look: those that share rare terms, and those that stand in the same place.
//!
//! ```text
//! new OP12  "Welcomes the Nairobi Declaration …"
//!            nairobi: old OP9        nairobi declaration: old OP9, OP31        welcome: 40 paragraphs, not asked
//! ```
//!
//! A list of holders is kept for each term of the old text, as in a search engine (an inverted index). Each new unit asks its rarest
//! terms first and stops after [`VISITS`] answers; the best [`KEPT`] by shared weight are compared in full. A paragraph all of whose
//! terms are common (a list item, "Repealed") is found by its place instead: see [`same_place`]. So the cost is linear in the units,
//! whatever they say. What is lost are pairs that share common words only and stand far apart, and those no weighing would tie.

use std::ops::Range;

use super::order;
use super::similarity::{share, similarity_of};
use super::terms::Terms;

/// Holders of a term that are asked for: a term in more units of one text says little.
const HOLDERS: usize = 48;
/// Answers that one unit hears before it stops asking.
const VISITS: usize = 768;
/// Pairs a unit that are compared in full.
const KEPT: usize = 16;
/// Similarity from which a pair is a candidate.
const FLOOR: i32 = 100;
/// Share of the shorter unit that the longer holds, from which a pair is a candidate too: a piece is little like its whole.
const PIECE: i32 = 400;

/// Two units that might be one, and how alike their words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) similarity: i32,
}

/// The candidates of two texts, in ascending order, each pair once. `work` grows by the terms compared.
pub(super) fn candidates(terms: &Terms, more: Vec<(usize, usize)>, work: &mut u64) -> Vec<Candidate> {
    let holders = Holders::of(terms);
    let mut shared = vec![0_u64; terms.old.len()];
    let mut pairs = more;
    pairs.reserve(terms.new.len() * KEPT);
    for j in 0..terms.new.len() {
        pairs.extend(holders.best(terms, j, &mut shared, work).into_iter().map(|i| (i, j)));
    }
    same_place(terms, &mut pairs);
    let mut pairs = in_turn(&pairs, terms.new.len(), |pair| pair.1);
    pairs = in_turn(&pairs, terms.old.len(), |pair| pair.0);
    pairs.dedup();
    let mut found = Vec::with_capacity(pairs.len());
    // The weight of each term and how often it stands in the old unit at hand: it is laid out once for all its pairs.
    let mut laid = vec![(0_u32, 0_u32); terms.weights.len()];
    for of_one in pairs.chunk_by(|a, b| a.0 == b.0) {
        let a = &terms.old[of_one[0].0];
        a.terms.iter().for_each(|&(term, n)| laid[term as usize] = (terms.weights[term as usize], n));
        for &(old, new) in of_one {
            let b = &terms.new[new];
            *work += (a.terms.len() + b.terms.len()) as u64;
            let shared = b.terms.iter().map(|&(term, n)| (laid[term as usize], n));
            let shared = shared.map(|((weight, held), n)| u64::from(weight * n.min(held))).sum();
            let similarity = similarity_of(a, b, shared);
            if similarity >= FLOOR || share(shared, a.weight.min(b.weight)) >= PIECE {
                found.push(Candidate { old, new, similarity });
            }
        }
        a.terms.iter().for_each(|&(term, _)| laid[term as usize] = (0, 0));
    }
    found
}

/// Which old units hold a term.
struct Holders {
    /// For each term, where its list starts in `units`; one more at the end.
    starts: Vec<u32>,
    units: Vec<u32>,
}

impl Holders {
    fn of(terms: &Terms) -> Self {
        let held = terms.old.iter().flat_map(|bag| bag.terms.iter().map(|&(term, _)| term as usize));
        let starts = starts(held, terms.weights.len());
        let mut next = starts.clone();
        let mut units = vec![0_u32; starts[starts.len() - 1] as usize];
        for (i, bag) in terms.old.iter().enumerate() {
            for &(term, _) in &bag.terms {
                units[next[term as usize] as usize] = i as u32;
                next[term as usize] += 1;
            }
        }
        Self { starts, units }
    }

    fn list(&self, term: u32) -> &[u32] {
        &self.units[self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize]
    }

    /// The old units that share the most weight of rare terms with new unit `j`. `shared` is all zero before and after.
    fn best(&self, terms: &Terms, j: usize, shared: &mut [u64], work: &mut u64) -> Vec<usize> {
        let asking = &terms.new[j].terms;
        let mut rare: Vec<(usize, u32)> = Vec::with_capacity(asking.len());
        let holders = asking.iter().map(|&(term, _)| (self.list(term).len(), term));
        rare.extend(holders.filter(|&(holders, _)| holders > 0 && holders <= HOLDERS));
        // Whoever hears all answers need not ask in turn.
        if rare.iter().map(|asked| asked.0).sum::<usize>() > VISITS {
            rare = in_turn(&rare, HOLDERS + 1, |asked| asked.0);
        }
        let (mut heard, mut visits) = (Vec::with_capacity(HOLDERS), 0);
        for (holders, term) in rare {
            visits += holders;
            if visits > VISITS {
                break;
            }
            for &i in self.list(term) {
                if shared[i as usize] == 0 {
                    heard.push(i as usize);
                }
                shared[i as usize] += u64::from(terms.weights[term as usize]);
            }
        }
        *work += visits as u64;
        // Of equals, those nearest to the same place in the text.
        let place = j * terms.old.len() / terms.new.len();
        if heard.len() > KEPT {
            heard.select_nth_unstable_by_key(KEPT, |&i| (u64::MAX - shared[i], i.abs_diff(place), i));
        }
        for &i in &heard {
            shared[i] = 0;
        }
        heard.truncate(KEPT);
        heard
    }
}

/// Adds the pairs that stand in the same place: of units that read the same, the k-th with those about the k-th; and the units of a
/// gap between two paragraphs that read the same on both sides and stand once.
fn same_place(terms: &Terms, pairs: &mut Vec<(usize, usize)>) {
    let texts = terms.old.iter().chain(&terms.new).map(|bag| bag.text as usize + 1).max().unwrap_or(0);
    let mut readings: Vec<[Vec<usize>; 2]> = vec![[vec![], vec![]]; texts];
    for (side, bags) in [&terms.old, &terms.new].into_iter().enumerate() {
        for (unit, bag) in bags.iter().enumerate() {
            readings[bag.text as usize][side].push(unit);
        }
    }
    let mut unique = Vec::new();
    for [old, new] in &readings {
        if let ([i], [j]) = (old.as_slice(), new.as_slice()) {
            unique.push((*i, *j, 1));
        }
        for (k, &j) in new.iter().enumerate().filter(|_| !old.is_empty()) {
            let place = k * old.len() / new.len();
            pairs.extend(band(place, 0..old.len()).map(|k| (old[k], j)));
        }
    }
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in order::heaviest(unique).into_iter().chain([(terms.old.len(), terms.new.len())]) {
        let (old, new) = (i..next_i, j..next_j);
        for j in new.clone() {
            let place = old.start + (j - new.start) * old.len() / new.len();
            pairs.extend(band(place, old.clone()).map(|i| (i, j)));
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
}

/// The [`KEPT`] places about `place` in a range, or all of them when there are no more.
fn band(place: usize, range: Range<usize>) -> Range<usize> {
    let latest = range.end.saturating_sub(KEPT).max(range.start);
    let start = place.saturating_sub(KEPT / 2).clamp(range.start, latest);
    start..range.end.min(start + KEPT)
}

/// `items` in the order of their keys, which are less than `keys`; those of one key stay in theirs. Linear, by counting.
fn in_turn<T: Copy>(items: &[T], keys: usize, key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut next = starts(items.iter().map(&key), keys);
    let mut turned = items.to_vec();
    for item in items {
        let place = &mut next[key(item)];
        turned[*place as usize] = *item;
        *place += 1;
    }
    turned
}

/// Where the items of each key begin when all stand in the order of their keys, which are less than `keys`; one more at the end.
fn starts(of: impl Iterator<Item = usize>, keys: usize) -> Vec<u32> {
    let mut starts = vec![0; keys + 1];
    for key in of {
        starts[key + 1] += 1;
    }
    for k in 1..starts.len() {
        starts[k] += starts[k - 1];
    }
    starts
}

/// The candidates of each unit, on either side.
pub(super) struct ByUnit<'a> {
    candidates: &'a [Candidate],
    /// In the order of their new units.
    by_new: Vec<u32>,
}

impl<'a> ByUnit<'a> {
    /// `candidates` are in ascending order.
    pub(super) fn of(candidates: &'a [Candidate]) -> Self {
        let all: Vec<u32> = (0..candidates.len() as u32).collect();
        let units = candidates.iter().map(|c| c.new + 1).max().unwrap_or(0);
        Self { candidates, by_new: in_turn(&all, units, |&k| candidates[k as usize].new) }
    }

    pub(super) fn of_old(&self, old: usize) -> impl Iterator<Item = &'a Candidate> + use<'a> {
        let start = self.candidates.partition_point(|other| other.old < old);
        self.candidates[start..].iter().take_while(move |other| other.old == old)
    }

    pub(super) fn of_new(&self, new: usize) -> impl Iterator<Item = &'a Candidate> + use<'a, '_> {
        let start = self.by_new.partition_point(|&k| self.candidates[k as usize].new < new);
        self.by_new[start..].iter().map(|&k| &self.candidates[k as usize]).take_while(move |other| other.new == new)
    }
}

/// The best that each unit on one side could have, and the next best, of what `values` say of the candidates; 0 for none.
pub(super) fn two_best(candidates: &[Candidate], values: &[i32], units: usize, side: fn(&Candidate) -> usize) -> Vec<[i32; 2]> {
    let mut best = vec![[0; 2]; units];
    for (candidate, &value) in candidates.iter().zip(values) {
        let [first, second] = &mut best[side(candidate)];
        if value > *first {
            *second = std::mem::replace(first, value);
        } else {
            *second = (*second).max(value);
        }
    }
    best
}
