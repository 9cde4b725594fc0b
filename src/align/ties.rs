//! Ties in the other sense: who is who cannot be told, so nobody is.
//!
//! ```text
//! old   Art. 5 …   (repealed)   (repealed)   (repealed)   (repealed)   Art. 10 …
//! new   Art. 5 …   (repealed)   (repealed)   Art. 10 …
//! ```
//!
//! Of four paragraphs that read the same two are left. Which two went? Nothing in the texts says so, and a guess that looks like
//! knowledge is worse than none: they are refused, with a note. When most are on both sides, each gets the one in its turn; when labels
//! agree, they decide; and one that alone has its old neighbours keeps them. Cost: `O(n log n)`.

use super::candidates::Candidate;
use super::explanation::Decision;
use super::frame::Frame;
use super::matching::{Matching, Tie};
use super::moves;
use super::splits::Group;
use super::terms::Terms;

/// How much better (in totals) a pair must be than another with the same words.
const TELLING: i32 = 21;

/// Of twins in a row so many must be on both sides (2 of 3) for each to be taken in its turn.
const MOST: (usize, usize) = (2, 3);

/// How alike two paragraphs are, in thousandths, whose partner might be taken for another.
const TWIN: i32 = 600;

/// How much of the total of a pair that was tied another must have to be nearly as good: 9 of 10.
const NEARLY: (i32, i32) = (9, 10);

/// The units that read the same in one place: between the same pairs that read otherwise.
#[derive(Debug, Default)]
struct Twins {
    old: Vec<usize>,
    new: Vec<usize>,
}

/// Takes out the ties that are no better than another, and hands them back.
pub(super) fn refuse(terms: &Terms, frame: &dyn Frame, found: &mut Matching) -> Vec<Tie> {
    let (mut partner_old, mut partner_new) = (vec![None; terms.old.len()], vec![None; terms.new.len()]);
    for tie in &found.ties {
        (partner_old[tie.old], partner_new[tie.new]) = (Some(tie.new), Some(tie.old));
    }
    let mut doubtful = vec![false; terms.old.len()];
    for twins in places(terms, &found.ties) {
        let adjacent = |units: &[usize]| units.windows(2).any(|w| w[0] + 1 == w[1]);
        let (fewer, more) = (twins.old.len().min(twins.new.len()), twins.old.len().max(twins.new.len()));
        // A paragraph that stands twice now, one copy below the other, came once, whichever of them one calls new.
        let is_doubled = (fewer, more) == (1, 2);
        if fewer * MOST.1 < more * MOST.0 && !is_doubled && (adjacent(&twins.old) || adjacent(&twins.new)) {
            twins.old.iter().for_each(|&i| doubtful[i] = true);
        }
    }
    // Another that nobody has, with the same words, and as good.
    let total_of = |tie: &Tie| tie.total - TELLING;
    for (c, &total) in found.candidates.iter().zip(&found.totals) {
        let tie = match (partner_old[c.old], partner_new[c.new]) {
            (Some(j), None) if terms.new[j].text == terms.new[c.new].text && j.abs_diff(c.new) > 1 => c.old,
            (None, Some(i)) if terms.old[i].text == terms.old[c.old].text && i.abs_diff(c.old) > 1 => i,
            _ => continue,
        };
        let at = found.ties.binary_search_by_key(&tie, |t| t.old);
        doubtful[tie] |= at.is_ok_and(|t| total > total_of(&found.ties[t]));
    }
    // What a line is by its form, or a cell by its row and column, no twin puts in doubt.
    let refused = |tie: &Tie| {
        doubtful[tie.old]
            && tie.by != Decision::Form
            && terms.old[tie.old].text == terms.new[tie.new].text
            && frame.labels_agree(tie.old, tie.new) != Some(true)
    };
    let out = found.ties.iter().copied().filter(refused).collect();
    found.ties.retain(|tie| !refused(tie));
    out
}

/// The ties that were made though a unit that is left over was nearly as good, each with the pair that it was preferred to.
pub(super) fn near(found: &Matching, groups: &[Group], [old, new]: [usize; 2]) -> Vec<(Tie, Candidate)> {
    let (mut in_old, mut in_new) = (vec![false; old], vec![false; new]);
    for group in groups {
        group.old.iter().for_each(|&i| in_old[i] = true);
        group.new.iter().for_each(|&j| in_new[j] = true);
    }
    let mut by_new: Vec<&Tie> = found.ties.iter().collect();
    by_new.sort_unstable_by_key(|tie| tie.new);
    let mut near = Vec::new();
    for (c, &total) in found.candidates.iter().zip(&found.totals) {
        let tie = match (in_old[c.old], in_new[c.new]) {
            (true, false) => found.ties.binary_search_by_key(&c.old, |tie| tie.old).map(|at| &found.ties[at]),
            (false, true) => by_new.binary_search_by_key(&c.new, |tie| tie.new).map(|at| by_new[at]),
            _ => continue,
        };
        let close = |tie: &Tie| tie.by != Decision::Headed && c.similarity >= TWIN && total * NEARLY.1 >= tie.total * NEARLY.0;
        near.extend(tie.ok().filter(|tie| close(tie)).map(|tie| (*tie, *c)));
    }
    // Of several the best is enough.
    near.sort_by_key(|(tie, c)| (tie.old, -c.similarity, c.old, c.new));
    near.dedup_by_key(|(tie, _)| tie.old);
    near
}

/// All places where units that read the same stand on both sides, more than one on either.
fn places(terms: &Terms, ties: &[Tie]) -> Vec<Twins> {
    let run = moves::run(ties.iter().map(|tie| (tie.old, tie.new)));
    // For each pair of the run, where the pairs about it that all read as it does begin.
    let text = |pair: &(usize, usize)| (terms.old[pair.0].text, terms.new[pair.1].text);
    let mut begins: Vec<usize> = (0..run.len()).collect();
    for k in 1..run.len() {
        if text(&run[k]) == text(&run[k - 1]) {
            begins[k] = begins[k - 1];
        }
    }
    let mut units: Vec<(u32, usize, bool, usize)> = Vec::new();
    for (new, bags) in [(false, &terms.old), (true, &terms.new)] {
        for (unit, bag) in bags.iter().enumerate() {
            let passed = run.partition_point(|pair| if new { pair.1 < unit } else { pair.0 < unit });
            let twin = passed > 0 && text(&run[passed - 1]) == (bag.text, bag.text);
            units.push((bag.text, if twin { begins[passed - 1] } else { passed }, new, unit));
        }
    }
    units.sort_unstable();
    let mut found = Vec::new();
    for place in units.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|place| place.len() > 2) {
        let mut twins = Twins::default();
        for &(_, _, new, unit) in place {
            if new { twins.new.push(unit) } else { twins.old.push(unit) }
        }
        if !twins.old.is_empty() && !twins.new.is_empty() {
            found.push(twins);
        }
    }
    found
}
