//! Who gets whom: the pairs, one a unit, whose gains add up to the most over the whole document.
//!
//! ```text
//!              new OP3   new OP4
//! old OP3        700       650       best first gives 700 + 0;
//! old OP4        680         –       together 650 + 680 is more
//! ```
//!
//! Candidates fall apart into components that share no unit. A pair that gains at least as much as the best other pairs of both its
//! units together is in a best assignment (exchange them: nothing is lost) and is taken at once, which leaves few and small
//! components. Those are solved exactly by the Hungarian method (Kuhn 1955, with Jonker and Volgenant's shortest augmenting paths,
//! 1987). A component over [`EXACT`] cells is solved best first: only texts whose paragraphs are nearly all alike have any.
//! Cost: `O(c log c)` for c candidates, and at most `√EXACT · EXACT` a component.

use rustc_hash::FxHashSet;

use super::candidates::{Candidate, two_best};

/// Rounds of taking what is safe: a chain of pairs that wait for each other would take as many as it is long.
const ROUNDS: usize = 16;
/// Cells of the largest cost matrix that is solved exactly.
const EXACT: usize = 10_000;

/// The candidates (as ascending indices) that gain the most together; a gain of 0 or less is never taken.
pub(super) fn assign(candidates: &[Candidate], gains: &[i32], old: usize, new: usize, work: &mut u64) -> Vec<usize> {
    let mut taken = Vec::new();
    let (mut used_old, mut used_new) = (vec![false; old], vec![false; new]);
    let mut open: Vec<usize> = (0..candidates.len()).filter(|&k| gains[k] > 0).collect();
    for _ in 0..ROUNDS {
        let left: Vec<Candidate> = open.iter().map(|&k| candidates[k]).collect();
        let values: Vec<i32> = open.iter().map(|&k| gains[k]).collect();
        *work += open.len() as u64;
        let (best_old, best_new) = (two_best(&left, &values, old, |c| c.old), two_best(&left, &values, new, |c| c.new));
        let other = |best: [i32; 2], value: i32| if best[0] == value { best[1] } else { best[0] };
        let before = taken.len();
        for &k in &open {
            let c = &candidates[k];
            let safe = gains[k] >= other(best_old[c.old], gains[k]) + other(best_new[c.new], gains[k]);
            if safe && !used_old[c.old] && !used_new[c.new] {
                (used_old[c.old], used_new[c.new]) = (true, true);
                taken.push(k);
            }
        }
        if taken.len() == before {
            break;
        }
        open.retain(|&k| !used_old[candidates[k].old] && !used_new[candidates[k].new]);
    }
    for component in components(candidates, &open, old) {
        taken.extend(solve(candidates, gains, &component, work));
    }
    taken.sort_unstable();
    taken
}

/// The open candidates, grouped so that no two groups share a unit.
fn components(candidates: &[Candidate], open: &[usize], old: usize) -> Vec<Vec<usize>> {
    let width = open.iter().map(|&k| candidates[k].new + 1).max().unwrap_or(0);
    let mut parent: Vec<usize> = (0..old + width).collect();
    for &k in open {
        let (a, b) = (root(&mut parent, candidates[k].old), root(&mut parent, old + candidates[k].new));
        parent[a.max(b)] = a.min(b);
    }
    let mut grouped: Vec<(usize, usize)> = open.iter().map(|&k| (root(&mut parent, candidates[k].old), k)).collect();
    grouped.sort_unstable();
    grouped.chunk_by(|a, b| a.0 == b.0).map(|group| group.iter().map(|&(_, k)| k).collect()).collect()
}

fn root(parent: &mut [usize], mut node: usize) -> usize {
    while parent[node] != node {
        parent[node] = parent[parent[node]];
        node = parent[node];
    }
    node
}

fn solve(candidates: &[Candidate], gains: &[i32], component: &[usize], work: &mut u64) -> Vec<usize> {
    let distinct = |side: fn(&Candidate) -> usize| {
        let mut units: Vec<usize> = component.iter().map(|&k| side(&candidates[k])).collect();
        units.sort_unstable();
        units.dedup();
        units
    };
    let (old, new) = (distinct(|c| c.old), distinct(|c| c.new));
    if old.len() * new.len() > EXACT {
        return best_first(candidates, gains, component, work);
    }
    let flip = old.len() > new.len();
    let (rows, columns) = if flip { (&new, &old) } else { (&old, &new) };
    let mut cell = vec![None; rows.len() * columns.len()];
    for &k in component {
        let (row, column) = if flip { (candidates[k].new, candidates[k].old) } else { (candidates[k].old, candidates[k].new) };
        let place = |units: &[usize], unit| units.binary_search(&unit).unwrap_or_default();
        cell[place(rows, row) * columns.len() + place(columns, column)] = Some(k);
    }
    let cost: Vec<i64> = cell.iter().map(|k| k.map_or(0, |k| -i64::from(gains[k]))).collect();
    *work += (rows.len() * cost.len()) as u64;
    hungarian(&cost, rows.len(), columns.len()).into_iter().enumerate().filter_map(|(r, c)| cell[r * columns.len() + c]).collect()
}

fn best_first(candidates: &[Candidate], gains: &[i32], component: &[usize], work: &mut u64) -> Vec<usize> {
    let mut order = component.to_vec();
    order.sort_unstable_by_key(|&k| (-gains[k], k));
    *work += order.len() as u64;
    let (mut old, mut new) = (FxHashSet::default(), FxHashSet::default());
    order.retain(|&k| {
        let free = !old.contains(&candidates[k].old) && !new.contains(&candidates[k].new);
        free && old.insert(candidates[k].old) && new.insert(candidates[k].new)
    });
    order
}

/// For each row the column that makes the whole cost least; rows ≤ columns, `cost` row by row.
fn hungarian(cost: &[i64], rows: usize, columns: usize) -> Vec<usize> {
    // Row and column 0 are the source of every augmenting path.
    let (mut u, mut v) = (vec![0_i64; rows + 1], vec![0_i64; columns + 1]);
    let mut row_of = vec![0_usize; columns + 1];
    let mut way = vec![0_usize; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut at = 0;
        let mut least = vec![i64::MAX; columns + 1];
        let mut seen = vec![false; columns + 1];
        while row_of[at] != 0 {
            seen[at] = true;
            let (r, mut delta, mut next) = (row_of[at], i64::MAX, 0);
            for c in (1..=columns).filter(|&c| !seen[c]) {
                let reduced = cost[(r - 1) * columns + c - 1] - u[r] - v[c];
                if reduced < least[c] {
                    (least[c], way[c]) = (reduced, at);
                }
                if least[c] < delta {
                    (delta, next) = (least[c], c);
                }
            }
            for c in 0..=columns {
                if seen[c] {
                    u[row_of[c]] += delta;
                    v[c] -= delta;
                } else if least[c] != i64::MAX {
                    least[c] -= delta;
                }
            }
            at = next;
        }
        while at != 0 {
            row_of[at] = row_of[way[at]];
            at = way[at];
        }
    }
    let mut column_of = vec![0; rows];
    for c in 1..=columns {
        if row_of[c] != 0 {
            column_of[row_of[c] - 1] = c - 1;
        }
    }
    column_of
}
