//! Headings that are a number and nothing else: each goes with what it heads.
//!
//! ```text
//! old   Article 2                       Article 3
//!       Fund                            Staff
//! new   Article 2      Article 3        Article 4
//!       Seat           Fund             Staff          "Article 2" is inserted, 2 became 3, 3 became 4
//! ```
//!
//! By its words "Article 2" is "Article 2", whatever was put in before it. So where what follows such headings directly is tied, they are
//! too; where what one heads has another heading now, or is gone, it has none. What a person or the form decided stands. `O(n)`.

use super::explanation::Decision;
use super::matching::{Decided, Tie};
use super::terms::Terms;
use crate::prepare::TextPair;
use crate::structure::Kind;

/// Ties the numbers among `units` anew by the ties of what they head.
pub(super) fn follow(pair: TextPair<'_>, units: [&[usize]; 2], terms: &Terms, decided: &Decided, ties: &mut Vec<Tie>) {
    let [old, new] = [0, 1].map(|side| headed(pair, side, units[side]));
    let closed = decided.closed(units[0].len(), units[1].len());
    let mut partners = [vec![None; units[0].len()], vec![None; units[1].len()]];
    for tie in ties.iter() {
        (partners[0][tie.old], partners[1][tie.new]) = (Some(tie.new), Some(tie.old));
    }
    // The number over the partner of what a number heads.
    let over = |at: usize, side: usize, other: &[bool]| {
        let below = partners[side].get(at + 1).copied().flatten()?;
        below.checked_sub(1).filter(|&above| other[above])
    };
    let is_open = |i: usize, j: usize| !closed[0][i] && !closed[1][j];
    let followed: Vec<(usize, usize)> = (0..old.len())
        .filter(|&i| old[i])
        .filter_map(|i| Some((i, over(i, 0, &new)?)))
        .filter(|&(i, j)| is_open(i, j) && partners[0][i] != Some(j))
        .collect();
    ties.retain(|tie| {
        let (i, j) = (tie.old, tie.new);
        let stays = |is_number: bool, over: Option<usize>, own: usize| !is_number || over.is_none_or(|over| over == own);
        !is_open(i, j) || stays(old[i], over(i, 0, &new), j) && stays(new[j], over(j, 1, &old), i)
    });
    ties.extend(followed.into_iter().map(|pair| Tie::decided(pair, terms, Decision::Headed)));
    ties.sort_unstable_by_key(|tie| tie.old);
}

/// Which units are a number that heads what follows it.
fn headed(pair: TextPair<'_>, side: usize, units: &[usize]) -> Vec<bool> {
    let lexicon = pair.documents()[side].language.lexicon();
    let is_number = |&unit: &usize| {
        let unit = pair.unit(side, unit);
        matches!(unit.kind, Kind::Heading | Kind::Annex) && lexicon.is_part_number(&unit.text)
    };
    let numbers: Vec<bool> = units.iter().map(is_number).collect();
    (0..numbers.len()).map(|at| numbers[at] && numbers.get(at + 1) == Some(&false)).collect()
}
