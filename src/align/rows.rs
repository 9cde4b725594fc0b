//! The rows and cells of tables: tied by what heads them, whatever their figures say.
//!
//! ```text
//! old   Rent 11 12    Travel 5 5                     Lamps 40 42
//! new   Rent 11 14    Travel 5 5    Buoys 1 1      Lamps 40 40
//! ```
//!
//! Where both texts have as many rows of one head, or cells of one row and column, the first is tied to the first, and so on. What heads no row of the other text is left
//! to its words. `O(n)`.

use rustc_hash::FxHashMap;

use crate::prepare::TextPair;
use crate::read::Cell;
use crate::text::fold;

/// The rows that are tied by their heads, in places of the lists `units`.
pub(super) fn pairs(pair: TextPair<'_>, units: [&[usize]; 2]) -> Vec<(usize, usize)> {
    let heads = |side: usize| -> Vec<(usize, String)> {
        let head = |(at, &unit): (usize, &usize)| {
            let unit = pair.unit(side, unit);
            let next = units[side].get(at + 1).and_then(|&next| pair.unit(side, next).cell.as_ref());
            let of_next = || next.filter(|cell| cell.row == unit.text).map(|cell| cell.row.clone());
            let name = unit.row.clone().or_else(|| unit.cell.as_ref().map(Cell::name)).or_else(of_next)?;
            Some((at, fold(&name)))
        };
        unnumbered(units[side].iter().enumerate().filter_map(head).collect())
    };
    let [old, new] = [0, 1].map(heads);
    let mut by_head: FxHashMap<&str, [Vec<usize>; 2]> = FxHashMap::default();
    for (side, rows) in [&old, &new].into_iter().enumerate() {
        for (at, head) in rows {
            by_head.entry(head).or_default()[side].push(*at);
        }
    }
    let tied = |(at, head): &(usize, String)| {
        let [of_old, of_new] = &by_head[head.as_str()];
        let nth = of_old.binary_search(at).ok().filter(|_| of_old.len() == of_new.len())?;
        Some((*at, of_new[nth]))
    };
    old.iter().filter_map(tied).collect()
}

/// The heads without the numbers that count the rows of a table: "2 Sudia" is called Sudia.
fn unnumbered(mut heads: Vec<(usize, String)>) -> Vec<(usize, String)> {
    let number = |(at, head): &(usize, String)| {
        let (number, _) = head.split_once([' ', '.'])?;
        Some((*at, number.parse::<u32>().ok()?))
    };
    let numbers: Vec<Option<(usize, u32)>> = heads.iter().map(number).collect();
    let is_next = |one: usize, other: usize| {
        let next = |(at, number): (usize, u32)| (at + 1, number + 1);
        numbers.get(one).copied().flatten().map(next).is_some_and(|next| numbers.get(other).copied().flatten() == Some(next))
    };
    for (at, (_, head)) in heads.iter_mut().enumerate() {
        if is_next(at, at + 1) || at > 0 && is_next(at - 1, at) {
            *head = head.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ')).to_owned();
        }
    }
    heads
}
