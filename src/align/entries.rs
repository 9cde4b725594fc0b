//! An entry of a list that stands elsewhere in it: a State among States.
//!
//! ```text
//! old   Albania   Argentina   Belgium   Croatia   Denmark   Ecuador
//! new   Albania   Belgium   Croatia   Denmark   Argentina   Ecuador
//! ```
//!
//! One or two words say too little to tie two units that left each other's place. But where both stand among entries like them, are the
//! same to the letter, and occur once in either text, they are one entry that moved. `O(n)`.

use rustc_hash::FxHashMap;

use super::explanation::Decision;
use super::matching::{Decided, Tie};
use super::terms::Terms;
use crate::prepare::TextPair;
use crate::structure::Unit;
use crate::text::{is_stop, word_count};

/// More words are no entry.
const LONGEST: usize = 8;

/// The ties of entries that nothing else has.
pub(super) fn moved_entries(
    pair: TextPair<'_>,
    places: [&[usize]; 2],
    terms: &Terms,
    ties: &[Tie],
    decided: &Decided,
) -> Vec<Tie> {
    let documents = pair.documents();
    let listed = [0, 1].map(|side| places[side].iter().map(|&unit| &documents[side].units[unit]).collect::<Vec<_>>());
    let sides = listed.each_ref().map(Vec::as_slice);
    let [old, new] = sides.map(once);
    let mut is_taken = decided.closed(sides[0].len(), sides[1].len());
    for tie in ties {
        (is_taken[0][tie.old], is_taken[1][tie.new]) = (true, true);
    }
    let open = (0..sides[0].len()).filter(|&i| !is_taken[0][i] && is_entry(sides[0], i));
    open.filter_map(|i| {
        let text = sides[0][i].text.as_str();
        old.get(text).copied().flatten()?;
        let j = new.get(text).copied().flatten()?;
        (!is_taken[1][j] && is_entry(sides[1], j)).then(|| Tie::decided((i, j), terms, Decision::Remainder))
    })
    .collect()
}

/// Where each text stands; None where it stands twice.
fn once<'a>(side: &[&'a Unit]) -> FxHashMap<&'a str, Option<usize>> {
    let mut places = FxHashMap::default();
    for (at, unit) in side.iter().enumerate() {
        places.entry(unit.text.as_str()).and_modify(|place| *place = None).or_insert(Some(at));
    }
    places
}

/// Whether a unit stands among others that are as short, end as openly, and are of its kind under its headings.
fn is_entry(side: &[&Unit], at: usize) -> bool {
    let unit = side[at];
    let is_like = |other: usize| {
        side.get(other).is_some_and(|other| {
            let is_short = other.text.chars().any(char::is_alphabetic) && word_count(&other.text) <= LONGEST;
            let is_open = !other.text.ends_with(is_stop);
            is_short && is_open && (other.kind, &other.section) == (unit.kind, &unit.section)
        })
    };
    is_like(at) && at.checked_sub(1).is_some_and(is_like) && is_like(at + 1)
}
