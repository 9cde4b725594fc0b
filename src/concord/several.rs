//! More than two versions: each was compared with the first, and what has one cause becomes one row.
//!
//! ```text
//! en · fr   date  9 December · 19 décembre           en · es   nothing
//! here      date  9 December · 19 décembre · 9 de diciembre, which speaks for 9
//! ```

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
    for one in &mut discordances {
        complete(one, &rows);
    }
    let mut concordance = Concordance { rows, discordances, paired: paired.unwrap_or(100) };
    sorted(&mut concordance);
    concordance
}

/// Puts what disagrees in the order of the text.
pub(super) fn sorted(concordance: &mut Concordance) {
    let rows = &concordance.rows;
    concordance.discordances.sort_by_key(|one| place(one, rows));
}

/// Whether two rows say the same of the first version.
fn is_one_cause(one: &Discordance, other: &Discordance) -> bool {
    let (left, right) = (&one.sides[0], &other.sides[0]);
    one.rule == other.rule
        && !left.units.is_empty()
        && (&left.units, left.start, left.end, &left.value) == (&right.units, right.start, right.end, &right.value)
}

/// Gives the versions that a row says nothing of their paragraphs, and the value that they share with the first.
fn complete(one: &mut Discordance, rows: &[ConcordanceRow]) {
    let told: Vec<bool> = one.sides.iter().map(|side| !side.units.is_empty()).collect();
    let Some((version, first)) = one.sides.iter().enumerate().find_map(|(at, side)| Some((at, *side.units.first()?))) else {
        return;
    };
    let Some(row) = rows.iter().find(|row| row.units[version].contains(&first)) else { return };
    for (at, side) in one.sides.iter_mut().enumerate() {
        if !told[at] {
            *side = Side::of(&row.units[at]);
        }
    }
}

/// Where a row stands: by the first version, else by what is beside it.
fn place(one: &Discordance, rows: &[ConcordanceRow]) -> usize {
    let is_at = |row: &ConcordanceRow| {
        one.sides.iter().zip(&row.units).any(|(side, units)| side.units.first().is_some_and(|unit| units.contains(unit)))
    };
    rows.iter().position(is_at).map_or(0, |at| at + 1)
}

/// The paragraphs side by side: the ties of the first version with the second, and into them those with the others.
fn rows(versions: usize, compared: &[&[Tie]]) -> Vec<ConcordanceRow> {
    let mut rows: Vec<ConcordanceRow> = vec![];
    for (other, ties) in (1..).zip(compared) {
        let mut after = 0;
        for tie in *ties {
            let [left, right] = &tie.units;
            let known = left.first().and_then(|unit| rows.iter().position(|row| row.units[0].contains(unit)));
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
    let paired: usize =
        ties.iter().filter(|tie| tie.likeness >= points::EVIDENCE).map(|tie| tie.units[0].len() + tie.units[1].len()).sum();
    (100 * paired).checked_div(all).unwrap_or(0)
}
