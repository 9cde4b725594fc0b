//! Which rows of a table are which.
//!
//! ```text
//! old   Judiciary 10 10   Registry 80 82                       Total 90 92
//! new   Judiciary 12 10   Registry 80 82   Prosecution 45 46   Total 135 138      a row is known by its name, and by its figures
//! ```
//!
//! Rows that say the same and are the only ones to do so come first, in order; between them the best pairs in order (Needleman and
//! Wunsch). A row that is like no other came in or went. Cost: the product of the rows between two that are the same, up to a limit, past
//! which rows are paired by their names alone.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::work::step;

/// At least so alike, of 100, are two rows that are one.
const ALIKE: u32 = 40;
/// So many pairs of rows are looked at between two that are the same.
const MOST: usize = 250_000;

/// The pairs of rows, in order. Only rows with as many cells can be one.
pub(super) fn pairs(old: &[Vec<String>], new: &[Vec<String>]) -> Vec<[usize; 2]> {
    let mut found = vec![];
    let mut from = [0, 0];
    for anchor in same(old, new).into_iter().map(Some).chain([None]) {
        let to = anchor.unwrap_or([old.len(), new.len()]);
        between(old, new, [from[0]..to[0], from[1]..to[1]], &mut found);
        found.extend(anchor);
        from = [to[0] + 1, to[1] + 1];
    }
    found
}

/// Rows that say the same and stand once on each side, as many as keep the order.
fn same(old: &[Vec<String>], new: &[Vec<String>]) -> Vec<[usize; 2]> {
    rising(&once(old, new, Some))
}

/// The pairs of rows for which `name` gives the same, and which are the only ones on either side to have it; by old row.
fn once<'a, K: Hash + Eq + 'a>(
    old: &'a [Vec<String>],
    new: &'a [Vec<String>],
    name: impl Fn(&'a Vec<String>) -> Option<K>,
) -> Vec<[usize; 2]> {
    let mut places: HashMap<K, [Vec<usize>; 2]> = HashMap::new();
    for (side, rows) in [old, new].into_iter().enumerate() {
        step(rows.len());
        for (at, row) in rows.iter().enumerate() {
            if let Some(name) = name(row) {
                places.entry(name).or_default()[side].push(at);
            }
        }
    }
    let pair = |row| match &places[&name(row)?] {
        [a, b] if a.len() == 1 && b.len() == 1 => Some([a[0], b[0]]),
        _ => None,
    };
    old.iter().filter_map(pair).collect()
}

/// The first cell of a row that says something, with its place, if it has letters.
fn key(row: &[String]) -> Option<(usize, &str)> {
    let key = row.iter().enumerate().find(|(_, cell)| !cell.is_empty());
    key.map(|(at, cell)| (at, cell.as_str())).filter(|(_, cell)| cell.chars().any(char::is_alphabetic))
}

/// As many of `pairs`, whose first numbers rise, as have rising second numbers.
pub(super) fn rising(pairs: &[[usize; 2]]) -> Vec<[usize; 2]> {
    // For each length the pair that ends the row with the lowest second number, and what stands before each pair.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (vec![], vec![None; pairs.len()]);
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end][1] < pair[1]);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut row: Vec<[usize; 2]> = std::iter::successors(ends.last().copied(), |&at| before[at]).map(|at| pairs[at]).collect();
    row.reverse();
    row
}

fn between(old: &[Vec<String>], new: &[Vec<String>], [o, n]: [Range<usize>; 2], found: &mut Vec<[usize; 2]>) {
    let (mut o, mut n) = (o, n);
    while !o.is_empty() && !n.is_empty() && old[o.start] == new[n.start] {
        found.push([o.start, n.start]);
        (o.start, n.start) = (o.start + 1, n.start + 1);
    }
    let mut tail = vec![];
    while !o.is_empty() && !n.is_empty() && old[o.end - 1] == new[n.end - 1] {
        (o.end, n.end) = (o.end - 1, n.end - 1);
        tail.push([o.end, n.end]);
    }
    if o.len() * n.len() <= MOST {
        found.extend(best(old, new, [o, n]));
    } else {
        let named = rising(&once(&old[o.clone()], &new[n.clone()], |row| key(row)));
        let fits = |pair: &[usize; 2]| old[pair[0]].len() == new[pair[1]].len();
        found.extend(named.into_iter().map(|[x, y]| [o.start + x, n.start + y]).filter(fits));
    }
    found.extend(tail.into_iter().rev());
}

/// The pairs in order that are most alike together.
fn best(old: &[Vec<String>], new: &[Vec<String>], [o, n]: [Range<usize>; 2]) -> Vec<[usize; 2]> {
    let width = n.len() + 1;
    let mut sums = vec![0u32; (o.len() + 1) * width];
    let mut alikes = vec![0u32; o.len() * n.len()];
    for x in (0..o.len()).rev() {
        for y in (0..n.len()).rev() {
            step(1);
            let alike = alike(&old[o.start + x], &new[n.start + y]);
            alikes[x * n.len() + y] = alike;
            let paired = if alike < ALIKE { 0 } else { sums[(x + 1) * width + y + 1] + alike };
            sums[x * width + y] = paired.max(sums[(x + 1) * width + y]).max(sums[x * width + y + 1]);
        }
    }
    let (mut x, mut y, mut found) = (0, 0, vec![]);
    while x < o.len() && y < n.len() {
        let alike = alikes[x * n.len() + y];
        if alike >= ALIKE && sums[x * width + y] == sums[(x + 1) * width + y + 1] + alike {
            found.push([o.start + x, n.start + y]);
            (x, y) = (x + 1, y + 1);
        } else if sums[x * width + y] == sums[(x + 1) * width + y] {
            x += 1;
        } else {
            y += 1;
        }
    }
    found
}

/// How alike two rows are, of 100: the first cell that says something counts three times.
fn alike(old: &[String], new: &[String]) -> u32 {
    if old.len() != new.len() {
        return 0;
    }
    let key = (0..old.len()).find(|&at| !old[at].is_empty() || !new[at].is_empty());
    let Some(key) = key else { return 100 };
    if old[key] == new[key] && old[key].chars().any(char::is_alphabetic) {
        return 100;
    }
    let (mut sum, mut whole) = (0, 0);
    for (at, (a, b)) in old.iter().zip(new).enumerate().filter(|(_, (a, b))| !a.is_empty() || !b.is_empty()) {
        let weight = if at == key { 3 } else { 1 };
        whole += weight;
        sum += weight * words_alike(a, b);
    }
    sum / whole.max(1)
}

/// How many words two texts share, of 100.
pub(super) fn words_alike(old: &str, new: &str) -> u32 {
    if old == new {
        return 100;
    }
    let mut counts: FxHashMap<&str, [u32; 2]> = FxHashMap::default();
    step(old.len() + new.len());
    for (side, text) in [old, new].into_iter().enumerate() {
        text.split_whitespace().for_each(|word| counts.entry(word).or_default()[side] += 1);
    }
    let [mut shared, mut all] = [0, 0];
    #[allow(clippy::iter_over_hash_type, reason = "sums do not hang on the order")]
    for [a, b] in counts.values() {
        shared += 2 * a.min(b);
        all += a + b;
    }
    100 * shared / all.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows apart by "/", cells by "|".
    fn table(text: &str) -> Vec<Vec<String>> {
        text.split('/').map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
    }

    fn paired(old: &str, new: &str) -> Vec<[usize; 2]> {
        pairs(&table(old), &table(new))
    }

    #[test]
    fn a_row_is_known_by_its_name_when_all_its_figures_change() {
        assert_eq!(paired("Rent|10|11/Staff|20|21/Total|30|32", "Rent|15|16/Staff|22|23/Total|37|39"), [[0, 0], [1, 1], [2, 2]]);
    }

    #[test]
    fn a_row_that_came_in_leaves_its_neighbours_what_they_were() {
        assert_eq!(paired("Rent|10/Staff|20", "Rent|10/Travel|10/Staff|20"), [[0, 0], [1, 2]]);
        assert_eq!(paired("1|2/3|4/5|6", "1|2/5|6"), [[0, 0], [2, 1]]);
    }

    #[test]
    fn figures_that_repeat_are_paired_in_their_places() {
        assert_eq!(paired("10|10|10/10|10|10/10|10|10", "10|10|10/10|12|10/10|10|10"), [[0, 0], [1, 1], [2, 2]]);
    }

    #[test]
    fn rows_of_a_long_table_are_known_by_their_names() {
        let table =
            |figure: usize| (0..600).map(|row| vec![format!("Region {row}"), format!("{}", row * figure)]).collect::<Vec<_>>();
        assert_eq!(pairs(&table(2), &table(3)), (0..600).map(|row| [row, row]).collect::<Vec<_>>());
    }

    #[test]
    fn rows_with_another_number_of_cells_are_never_one() {
        assert_eq!(paired("Rent|10", "Rent|10|11"), Vec::<[usize; 2]>::new());
    }
}
