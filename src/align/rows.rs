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
            let name = unit.row.clone().or_else(|| unit.cell.as_ref().map(Cell::name))?;
            Some((at, fold(&name)))
        };
        units[side].iter().enumerate().filter_map(head).collect()
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
