//! Which numbers alone on their lines count the pages.
//!
//! ```text
//! … des activités de formation et de
//! 2                                     page 2: the sentence is broken, and so it is at 3, which comes next
//! partage des savoirs …
//! Greffe
//! 241                                   a sum: no page ends here, and nothing counts 240 or 242
//! ```
//!
//! Numbers at pages' edges are page numbers when two of them are as far apart as their pages are. Those without an edge of their own
//! are believed halfway between two of these, and where all numbers alone on their lines rise by one, a page's length apart.

use std::collections::{BTreeMap, BTreeSet};

/// A number that could be a page's.
pub(super) struct Number {
    /// Its line.
    pub(super) at: usize,
    pub(super) value: u32,
    pub(super) of: Option<u32>,
    /// How many pages go before.
    pub(super) page: i64,
    /// A page ends beside it.
    pub(super) at_edge: bool,
}

/// The lines of those of `numbers` that count the pages; `sure` are known.
pub(super) fn rising(numbers: &[Number], sure: BTreeSet<usize>) -> BTreeSet<usize> {
    let mut by_count: BTreeMap<(i64, Option<u32>), Vec<&Number>> = BTreeMap::new();
    for number in numbers.iter().filter(|number| number.at_edge) {
        by_count.entry((i64::from(number.value) - number.page, number.of)).or_default().push(number);
    }
    let rising = by_count.values().filter(|same| same.iter().any(|number| number.page != same[0].page));
    let mut found = sure;
    found.extend(rising.flatten().map(|number| number.at));
    found.extend(between(numbers, &found));
    found.extend(evenly_spaced(numbers));
    found.extend(counted_to(numbers));
    found
}

/// "1/3", "2/3", "3/3": the numbers of all pages, perhaps but the first, one after the other and not on lines that touch.
fn counted_to(numbers: &[Number]) -> Vec<usize> {
    const APART: usize = 2;
    let mut by_total: BTreeMap<u32, Vec<&Number>> = BTreeMap::new();
    for number in numbers {
        by_total.entry(number.of.unwrap_or(0)).or_default().push(number);
    }
    let rises = |pair: &[&Number]| pair[1].value == pair[0].value + 1 && pair[1].at - pair[0].at >= APART;
    let is_whole = |total: u32, same: &[&Number]| same[0].value <= 2 && same[same.len() - 1].value == total && same.len() > 1;
    let pages = by_total.iter().filter(|(total, same)| is_whole(**total, same) && same.windows(2).all(rises));
    pages.flat_map(|(_, same)| same.iter().map(|number| number.at)).collect()
}

/// A number at an edge is on the next page when the one before it is one less; else far away.
pub(super) fn count_pages(numbers: &mut [Number]) {
    const FAR: i64 = 1_000;
    let mut page = 0;
    let mut last: Option<(usize, u32)> = None;
    for number in numbers.iter_mut().filter(|number| number.at_edge) {
        page += if last.is_some_and(|(at, value)| number.value == value + 1 && number.at > at + 1) { 1 } else { FAR };
        number.page = page;
        last = Some((number.at, number.value));
    }
}

/// Numbers without an edge of their own about halfway between the page numbers before and after them.
fn between(numbers: &[Number], taken: &BTreeSet<usize>) -> Vec<usize> {
    let mut found = vec![];
    let sure: Vec<usize> = (0..numbers.len()).filter(|k| taken.contains(&numbers[*k].at)).collect();
    for pair in sure.windows(2) {
        let (before, after) = (&numbers[pair[0]], &numbers[pair[1]]);
        let is_halfway = |number: &&Number| {
            let (above, below) = (number.at - before.at, after.at - number.at);
            number.value == before.value + 1 && after.value == number.value + 1 && above <= below * 3 && below <= above * 3
        };
        found.extend(numbers[pair[0] + 1..pair[1]].iter().filter(is_halfway).map(|number| number.at));
    }
    found
}

/// All numbers alone on their lines, where they are three at least, each one more than the one before and a page away from it.
fn evenly_spaced(numbers: &[Number]) -> Vec<usize> {
    const PAGE: usize = 12;
    let rises = |pair: &[Number]| pair[1].value == pair[0].value + 1 && pair[1].at - pair[0].at >= PAGE;
    let all = numbers.len() > 2 && numbers.windows(2).all(rises);
    numbers.iter().filter(|_| all).map(|number| number.at).collect()
}
