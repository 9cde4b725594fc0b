//! Several paragraphs that became several, inseparably: their phrases were recombined.
//!
//! ```text
//! old OP7   Urges States to ratify the Statute;      Welcomes the accession of Kiribati;
//! old OP8   Invites States to contribute to the Fund; Commends the Registry for its outreach
//! new OP7   Urges States to ratify the Statute;      Commends the Registry for its outreach
//! new OP8   Invites States to contribute to the Fund; Welcomes the accession of Kiribati
//! ```
//!
//! Tied one to one, each half of the text would be shown as deleted here and inserted there. So two ties are joined when what each old
//! unit lost is what the other new unit gained, both ways, and it is a good part of either. One clause that went from one paragraph to
//! another is no recast: it is a change of two paragraphs. Cost: linear in the candidates.

use rustc_hash::FxHashMap;

use super::evidence::all_pairs;
use super::matching::Matching;
use super::similarity::{remainder, share, shared};
use super::splits::Group;
use super::terms::{Bag, Terms};

/// Ties alike from here on have lost too little to be recast.
const WHOLE_ENOUGH: i32 = 850;
/// The share of what the one lost and of what the other gained that must be the same, in thousandths.
const SAME: i32 = 600;
/// The share of a unit that must have gone over, in thousandths.
const PART: i32 = 200;
/// How many times the bits that name one pair of all must have gone over.
const BITS: u64 = 2;

/// Joins the one-to-one groups whose phrases were exchanged.
pub(super) fn join(terms: &Terms, found: &Matching, mut groups: Vec<Group>, work: &mut u64) -> Vec<Group> {
    let single = |group: &Group| group.old.len() == 1 && group.new.len() == 1 && group.similarity < WHOLE_ENOUGH;
    let of_old: FxHashMap<usize, usize> =
        (0..groups.len()).filter(|&g| single(&groups[g])).map(|g| (groups[g].old[0], g)).collect();
    let of_new: FxHashMap<usize, usize> =
        (0..groups.len()).filter(|&g| single(&groups[g])).map(|g| (groups[g].new[0], g)).collect();
    let mut over: Vec<(usize, usize)> = Vec::new();
    for c in &found.candidates {
        if let (Some(&from), Some(&to)) = (of_old.get(&c.old), of_new.get(&c.new))
            && from != to
            && went_over(terms, &groups[from], &groups[to], work)
        {
            over.push((from, to));
        }
    }
    over.sort_unstable();
    let mut gone = vec![false; groups.len()];
    for &(a, b) in over.iter().filter(|&&(a, b)| a < b) {
        if over.binary_search(&(b, a)).is_ok() && !gone[a] && !gone[b] {
            gone[b] = true;
            let other = groups[b].clone();
            groups[a].old.extend(other.old);
            groups[a].new.extend(other.new);
            groups[a].old.sort_unstable();
            groups[a].new.sort_unstable();
            groups[a].weigh(terms);
        }
    }
    let mut at = 0..;
    groups.retain(|_| !at.next().is_some_and(|g: usize| gone[g]));
    groups
}

/// Whether what the old unit of one group lost is what the new unit of the other gained.
fn went_over(terms: &Terms, from: &Group, to: &Group, work: &mut u64) -> bool {
    let lost = remainder(&terms.old[from.old[0]], &terms.new[from.new[0]], &terms.weights);
    let gained = remainder(&terms.new[to.new[0]], &terms.old[to.old[0]], &terms.weights);
    *work += (terms.old[from.old[0]].terms.len() + terms.new[to.new[0]].terms.len()) as u64;
    let same = shared(&lost, &gained, &terms.weights);
    let part = |bag: &Bag| share(same, bag.weight) >= PART;
    share(same, lost.weight) >= SAME
        && share(same, gained.weight) >= SAME
        && part(&terms.old[from.old[0]])
        && part(&terms.new[to.new[0]])
        && same >= BITS * u64::from(all_pairs(terms).unsigned_abs())
}
