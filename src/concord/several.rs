//! More than two versions: each was compared with the first, and what has one cause becomes one row.
//!
//! ```text
//! en · fr   date  9 December · 19 décembre           en · es   nothing
//! here      date  9 December · 19 décembre · 9 de diciembre, which speaks for 9
//! ```

use rustc_hash::FxHashMap;

use super::discordance::{Concordance, ConcordanceRow, Discordance, Side};
use super::likeness::points;
use super::pairing::Tie;
use super::version::Version;

/// What was found between the first of `versions` and each other, as one.
pub(super) fn joined(versions: &[Version<'_>], compared: Vec<(Vec<Tie>, Vec<Discordance>)>) -> Concordance {
    let all: Vec<&[Tie]> = compared.iter().map(|(ties, _)| ties.as_slice()).collect();
    let rows = rows(versions.len(), &all);
    let paired = compared.iter().zip(&versions[1..]).map(|((ties, _), other)| share(ties, [&versions[0], other])).min();
    let mut discordances: Vec<Discordance> = vec![];
    for (other, (_, found)) in (1..).zip(compared) {
        for one in found {
            let own = one.sides[1].clone();
            let known = discordances.iter_mut().find(|known| is_one_cause(known, &one) && known.sides[other].unit.is_none());
            if let Some(known) = known {
                known.sides[other] = own;
            } else {
                let mut sides: Vec<Side> = vec![Side::default(); versions.len()];
                sides[0] = one.sides[0].clone();
                sides[other] = own;
                discordances.push(Discordance { sides, ..one });
            }
        }
    }
    let places = places(&rows);
    for one in &mut discordances {
        complete(one, &rows, &places);
    }
    let mut concordance = Concordance { rows, discordances, paired: paired.unwrap_or(100) };
    sorted(&mut concordance);
    concordance
}

/// Puts what disagrees in the order of the text.
pub(super) fn sorted(concordance: &mut Concordance) {
    let rows = &concordance.rows;
    let places = places(rows);
    concordance.discordances.sort_by_cached_key(|one| place(one, &places));
}

/// Whether two rows say the same of the first version.
fn is_one_cause(one: &Discordance, other: &Discordance) -> bool {
    let (left, right) = (&one.sides[0], &other.sides[0]);
    one.rule == other.rule
        && !left.units.is_empty()
        && (&left.units, left.start, left.end, &left.value) == (&right.units, right.start, right.end, &right.value)
}

/// The row of each unit of each version.
pub(super) type Places = FxHashMap<(usize, usize), usize>;

pub(super) fn places(rows: &[ConcordanceRow]) -> Places {
    let of_row = |(at, row): (usize, &ConcordanceRow)| {
        let units = row.units.iter().enumerate().flat_map(|(version, units)| units.iter().map(move |&unit| (version, unit)));
        units.map(|unit| (unit, at)).collect::<Vec<_>>()
    };
    rows.iter().enumerate().flat_map(of_row).collect()
}

/// Gives the versions that a row says nothing of their paragraphs.
fn complete(one: &mut Discordance, rows: &[ConcordanceRow], places: &Places) {
    let Some(row) = place(one, places).checked_sub(1).map(|at| &rows[at]) else { return };
    for (side, units) in one.sides.iter_mut().zip(&row.units) {
        if side.units.is_empty() {
            *side = Side::of(units);
        }
    }
}

/// Where a row stands, from 1, by the first version that has it; 0 is before all.
fn place(one: &Discordance, places: &Places) -> usize {
    let of_side = |(version, side): (usize, &Side)| places.get(&(version, *side.units.first()?)).map(|at| at + 1);
    one.sides.iter().enumerate().find_map(of_side).unwrap_or_default()
}

/// The paragraphs side by side: the ties of the first version with the second, and into them those with the others.
fn rows(versions: usize, compared: &[&[Tie]]) -> Vec<ConcordanceRow> {
    let mut rows: Vec<ConcordanceRow> = vec![];
    for (other, ties) in (1..).zip(compared) {
        let mut after = 0;
        for tie in *ties {
            let [left, right] = &tie.units;
            // Mostly the next one; the first of the others makes all rows.
            let from =
                |at: usize, unit: &usize| rows[at..].iter().position(|row| row.units[0].contains(unit)).map(|found| at + found);
            let known = left.first().filter(|_| other > 1).and_then(|unit| from(after, unit).or_else(|| from(0, unit)));
            if let Some(at) = known {
                rows[at].units[other].extend(right);
                rows[at].moved |= tie.moved;
                after = at + 1;
            } else {
                let mut units = vec![vec![]; versions];
                units[0].clone_from(left);
                units[other].clone_from(right);
                rows.insert(after, ConcordanceRow { units, moved: tie.moved });
                after += 1;
            }
        }
    }
    rows
}

/// Of a hundred paragraphs of both versions, how many have a partner that is like them at all.
fn share(ties: &[Tie], versions: [&Version<'_>; 2]) -> usize {
    let all: usize = versions.iter().map(|version| version.paragraphs.len()).sum();
    let [one, other] = versions;
    let is_like = |tie: &&Tie| tie.likeness >= points::EVIDENCE;
    let is_same_place = |tie: &&Tie| {
        let [left, right] = tie.units.each_ref().map(Vec::as_slice);
        matches!((left, right), ([left], [right]) if one.unit(*left).id == other.unit(*right).id)
    };
    let percent = |paired: usize| (100 * paired).checked_div(all).unwrap_or(0);
    let count = |tie: &Tie| tie.units[0].len() + tie.units[1].len();
    let like = percent(ties.iter().filter(is_like).map(count).sum());
    // Two scripts share no words: where figures and symbols tell of a third, paragraphs that are called alike are partners too.
    if like < points::THIRD || one.language().script() == other.language().script() {
        return like;
    }
    percent(ties.iter().filter(|tie| is_like(tie) || is_same_place(tie)).map(count).sum())
}
