//! New paragraphs behind one paragraph of the draft: equal ones of several delegations are one.
//!
//! ```text
//! Kenya    p            p (Kenya, Brazil)
//! Brazil   p  q    →    q (Brazil)
//! ```
//!
//! The k-th paragraph with some words is one with every other k-th. The order respects that of every delegation; between such orders the
//! delegations named first come first. Where two orders contradict each other (one has p q, the other q p), the paragraphs of that circle
//! are shown apart. Circles are the strongly connected components of "stands before" (Kosaraju, after Sharir 1981). `O(n log n)`; those
//! nearly the same are found pair by pair within a gap.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use rustc_hash::FxHashMap;

use super::copy::Fresh;
use crate::structure::{Document, Kind};
use crate::text::{TokenKind, fold, tokens};

/// A paragraph that comes, and who wants it.
#[derive(Debug)]
pub(super) struct Newcomer {
    /// The delegations, each with its unit.
    pub(super) by: Vec<(usize, usize)>,
    /// The unit of the draft that it comes from.
    pub(super) from: Option<usize>,
    pub(super) is_moved: bool,
    /// One of those before it that is nearly the same.
    pub(super) near: Option<usize>,
}

/// The paragraphs of one gap, of each proposal in its order; `form` is what makes two texts the same.
pub(super) fn merged(
    sequences: &[(usize, Vec<&Fresh>)],
    proposals: &[&Document],
    form: impl Fn(&str) -> String,
) -> Vec<Newcomer> {
    // What moved here is one with what moved here from the same place.
    let mut found: FxHashMap<(Kind, String, Option<usize>, usize), usize> = FxHashMap::default();
    let mut nodes: Vec<Newcomer> = vec![];
    let mut ways: Vec<Vec<usize>> = vec![];
    for (proposal, sequence) in sequences {
        let mut met: FxHashMap<(Kind, String, Option<usize>), usize> = FxHashMap::default();
        let mut way = vec![];
        for fresh in sequence {
            let unit = &proposals[*proposal].units[fresh.unit];
            let text = form(&unit.text);
            let moved = fresh.from.filter(|_| fresh.is_moved);
            let times = met.entry((unit.kind, text.clone(), moved)).or_default();
            let node = *found.entry((unit.kind, text, moved, *times)).or_insert(nodes.len());
            *times += 1;
            if node == nodes.len() {
                nodes.push(Newcomer { by: vec![], from: fresh.from, is_moved: fresh.is_moved, near: None });
            }
            nodes[node].from = nodes[node].from.into_iter().chain(fresh.from).min();
            nodes[node].by.push((*proposal, fresh.unit));
            way.push(node);
        }
        ways.push(way);
    }
    apart(&mut nodes, &mut ways);
    let order = order(&nodes, &ways);
    let mut nodes: Vec<Option<Newcomer>> = nodes.into_iter().map(Some).collect();
    let mut ordered: Vec<Newcomer> = order.into_iter().filter_map(|node| nodes[node].take()).collect();
    find_near(&mut ordered, proposals);
    ordered
}

/// Gives each delegation its own of the paragraphs that stand in a circle.
fn apart(nodes: &mut Vec<Newcomer>, ways: &mut [Vec<usize>]) {
    let circle = circles(nodes.len(), ways);
    let mut size = vec![0; nodes.len()];
    for &circle in &circle {
        size[circle] += 1;
    }
    for way in ways {
        for node in way.iter_mut().filter(|node| size[circle[**node]] > 1) {
            if nodes[*node].by.len() == 1 {
                continue;
            }
            // The ways stand in the order of the delegations, so the first of a node is that of this way.
            let Newcomer { from, is_moved, .. } = nodes[*node];
            let by = vec![nodes[*node].by.remove(0)];
            nodes.push(Newcomer { by, from, is_moved, near: None });
            *node = nodes.len() - 1;
        }
    }
}

/// For each node, the circle that it is in: alone in it, where it is in none.
fn circles(count: usize, ways: &[Vec<usize>]) -> Vec<usize> {
    let mut next: [Vec<Vec<usize>>; 2] = [vec![vec![]; count], vec![vec![]; count]];
    for pair in ways.iter().flat_map(|way| way.windows(2)) {
        next[0][pair[0]].push(pair[1]);
        next[1][pair[1]].push(pair[0]);
    }
    let mut done = vec![false; count];
    let mut finished = vec![];
    for start in 0..count {
        let mut waiting = vec![(start, false)];
        while let Some((node, is_left)) = waiting.pop() {
            if is_left {
                finished.push(node);
            } else if !std::mem::replace(&mut done[node], true) {
                waiting.push((node, true));
                waiting.extend(next[0][node].iter().map(|&next| (next, false)));
            }
        }
    }
    let mut circle = vec![usize::MAX; count];
    for &start in finished.iter().rev() {
        let mut waiting = vec![start];
        while let Some(node) = waiting.pop() {
            if circle[node] == usize::MAX {
                circle[node] = start;
                waiting.extend(&next[1][node]);
            }
        }
    }
    circle
}

/// The order that respects every way, the delegations named first before others.
fn order(nodes: &[Newcomer], ways: &[Vec<usize>]) -> Vec<usize> {
    let mut next: Vec<Vec<usize>> = vec![vec![]; nodes.len()];
    let mut before = vec![0_usize; nodes.len()];
    for pair in ways.iter().flat_map(|way| way.windows(2)) {
        next[pair[0]].push(pair[1]);
        before[pair[1]] += 1;
    }
    let rank = |node: usize| Reverse((nodes[node].by.first().copied(), node));
    let mut free: BinaryHeap<_> = (0..nodes.len()).filter(|&node| before[node] == 0).map(rank).collect();
    let mut order = vec![];
    while let Some(Reverse((_, node))) = free.pop() {
        order.push(node);
        for &after in &next[node] {
            before[after] -= 1;
            if before[after] == 0 {
                free.push(rank(after));
            }
        }
    }
    order
}

/// Ties each paragraph to the one before it, of others, that shares most of its words: half of the longer one at least.
fn find_near(nodes: &mut [Newcomer], proposals: &[&Document]) {
    let unit = |node: &Newcomer| node.by.first().map(|&(proposal, unit)| &proposals[proposal].units[unit]);
    let bags: Vec<(Option<Kind>, BTreeMap<String, usize>, usize)> = nodes
        .iter()
        .map(|node| {
            let mut bag = BTreeMap::new();
            let text = unit(node).map_or("", |unit| unit.text.as_str());
            let words = tokens(text).into_iter().filter(|token| !matches!(token.kind, TokenKind::Space | TokenKind::Mark));
            let mut count = 0;
            words.for_each(|token| {
                *bag.entry(fold(token.text)).or_default() += 1;
                count += 1;
            });
            (unit(node).map(|unit| unit.kind), bag, count)
        })
        .collect();
    for at in 1..nodes.len() {
        let (kind, bag, count) = &bags[at];
        let common = |other: &BTreeMap<String, usize>| -> usize {
            bag.iter().map(|(word, times)| other.get(word).map_or(0, |others| *others.min(times))).sum()
        };
        let others = (0..at).filter(|&other| {
            let is_apart = nodes[other].by.iter().all(|(one, _)| nodes[at].by.iter().all(|(by, _)| by != one));
            is_apart && bags[other].0 == *kind && nodes[other].near.is_none()
        });
        let shared = others.map(|other| (common(&bags[other].1), Reverse(other)));
        let best = shared.max().filter(|(shared, Reverse(other))| *shared > 0 && shared * 2 >= (*count).max(bags[*other].2));
        nodes[at].near = best.map(|(_, Reverse(other))| other);
    }
}
