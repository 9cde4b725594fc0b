//! Several units in one name: a range where each follows the one before, a list where something else stands between.
//!
//! ```text
//! OP9 OP10 OP11 OP12     OP9–OP12
//! OP1 OP108 OP109        OP1, OP108 and OP109
//! OP1 OP4 OP5 OP6        OP1 and OP4–OP6
//! ```
//!
//! A range names all that stands in it, so one that is not whole would say of others what is not true of them. Headings and notes
//! have no number in the row and interrupt nothing.

use super::label::{Name, join, range};
use super::phrases::Phrases;
use crate::structure::{Kind, Unit};

/// In a list, fewer than these are named one by one.
const RANGE: usize = 3;

/// The name of the units `some` of the text `all`: ascending, by their indices.
pub(super) fn several(all: &[Unit], some: &[usize], phrases: &Phrases) -> String {
    let name = |&unit: &usize| Name::of(&all[unit], phrases);
    let runs: Vec<&[usize]> = some.chunk_by(|&before, &unit| follows(all, before, unit, |_| false)).collect();
    let parts = runs.iter().flat_map(|run| match run {
        [first, .., last] if runs.len() == 1 || run.len() >= RANGE => {
            vec![range([&name(first), &name(last)], run.len(), phrases)]
        }
        few => few.iter().map(|unit| name(unit).full()).collect(),
    });
    join(&parts.collect::<Vec<_>>(), phrases)
}

/// Whether nothing that counts stands between two units of `all` but what `is_of_them`.
pub(super) fn follows(all: &[Unit], before: usize, unit: usize, is_of_them: impl Fn(usize) -> bool) -> bool {
    let counts = |between: &usize| !matches!(all[*between].kind, Kind::Heading | Kind::Annex | Kind::Note);
    before < unit && (before + 1..unit).filter(counts).all(is_of_them)
}
