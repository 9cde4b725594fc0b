//! The columns of a page, and the order in which its lines are read.
//!
//! ```text
//! Résolution sur la coopération                     1   a line over both columns
//! Rappelant les dis-   | mettre un terme à          2 | 4
//! positions du Statut  | l’impunité des             3 | 5
//! ```
//!
//! A gutter is a place near the middle that few lines cross and that has lines of text on both sides, filling them: a table's narrow
//! or half-empty cells do not. Lines that cross it divide the page into bands; in each, the left column is read before the right one.
//! `O(lines × width)`.

use super::engine::Piece;
use super::row::{Baseline, lines};

/// The fewest lines on each side of a gutter.
const FEWEST: usize = 8;
/// How much of its column a line of text fills, as lines go.
const FILLS: f32 = 0.6;
/// Half the width of a gutter, in points.
const HALF: f32 = 3.0;

/// The lines of a page in reading order, each with the number of its column, counted from `first`.
pub(super) fn in_order(page: Vec<Baseline>, first: usize) -> Vec<(usize, Baseline)> {
    let Some(gutter) = gutter(&page) else { return page.into_iter().map(|line| (first, line)).collect() };
    let (mut ordered, mut column) = (vec![], first);
    let mut band = [vec![], vec![]];
    for line in page {
        if !crosses(&line, gutter) {
            let (left, right): (Vec<Piece>, Vec<Piece>) = line.pieces.into_iter().partition(|piece| piece.x < gutter);
            band[0].extend(left);
            band[1].extend(right);
            continue;
        }
        column += close(&mut band, column, &mut ordered);
        ordered.push((column, line));
    }
    close(&mut band, column, &mut ordered);
    ordered
}

/// Puts the two columns of a band after the lines above them, and gives how many columns they are. Raised figures are told from
/// lines only now: beside them a line of the other column may stand.
fn close(band: &mut [Vec<Piece>; 2], above: usize, ordered: &mut Vec<(usize, Baseline)>) -> usize {
    if band.iter().all(Vec::is_empty) {
        return 0;
    }
    for (side, pieces) in band.iter_mut().enumerate() {
        ordered.extend(lines(std::mem::take(pieces)).into_iter().map(|line| (above + 1 + side, line)));
    }
    3
}

/// The cells of a line of the masthead ("Security Council      Distr.: General"), if a wide gap parts it; none when it is whole.
pub(super) fn cells(line: &Baseline) -> Vec<Baseline> {
    const APART: f32 = 3.0;
    let mut cells: Vec<Vec<Piece>> = vec![];
    let mut end = f32::INFINITY;
    for piece in line.pieces.iter().filter(|piece| !piece.text.trim().is_empty()) {
        let label = cells.last().is_some_and(|cell| is_label(cell));
        match cells.last_mut() {
            Some(cell) if label || piece.x - end < APART * line.size => cell.push(piece.clone()),
            _ => cells.push(vec![piece.clone()]),
        }
        end = piece.end;
    }
    if cells.len() < 2 {
        return vec![];
    }
    cells.into_iter().map(|pieces| Baseline { y: line.y, size: line.size, pieces }).collect()
}

/// "73/6.", "12.": the number of what follows.
fn is_label(cell: &[Piece]) -> bool {
    const LONGEST: usize = 8;
    let text: String = cell.iter().map(|piece| piece.text.trim()).collect();
    text.ends_with('.') && text.len() <= LONGEST
}

/// The stretches of a line that hold text: gaps wider than a wide space part them.
fn stretches(line: &Baseline) -> Vec<(f32, f32)> {
    let mut stretches: Vec<(f32, f32)> = vec![];
    for piece in line.pieces.iter().filter(|piece| !piece.text.trim().is_empty()) {
        match stretches.last_mut() {
            Some((_, end)) if piece.x - *end < 0.9 * line.size => *end = end.max(piece.end),
            _ => stretches.push((piece.x, piece.end)),
        }
    }
    stretches
}

fn crosses(line: &Baseline, gutter: f32) -> bool {
    stretches(line).iter().any(|&(x, end)| x < gutter - HALF && end > gutter + HALF)
}

/// Where the middle of the gutter is, if the page has two columns.
fn gutter(page: &[Baseline]) -> Option<f32> {
    let parts: Vec<Vec<(f32, f32)>> = page.iter().map(stretches).collect();
    let left = page.iter().map(Baseline::x).fold(f32::INFINITY, f32::min);
    let right = page.iter().map(Baseline::end).fold(f32::NEG_INFINITY, f32::max);
    let (from, to) = (left + 0.3 * (right - left), left + 0.7 * (right - left));
    if parts.len() < FEWEST || !(from.is_finite() && to.is_finite() && to - from < 10_000.0) {
        return None;
    }
    let places = std::iter::successors(Some(from), |place| Some(place + 2.0)).take_while(|place| *place <= to);
    // How many more lines stand on the emptier side than cross the place.
    let scored = places.map(|place| {
        let (mut before, mut after, mut over) = (0_usize, 0_usize, 0_usize);
        for line in &parts {
            let crosses = line.iter().any(|&(x, end)| x < place + HALF && end > place - HALF);
            over += usize::from(crosses);
            before += usize::from(!crosses && line.iter().any(|&(_, end)| end <= place));
            after += usize::from(!crosses && line.iter().any(|&(x, _)| x >= place));
        }
        (before.min(after).saturating_sub(over), place)
    });
    let scored: Vec<(usize, f32)> = scored.collect();
    let best = scored.iter().map(|&(score, _)| score).max().filter(|&score| score >= FEWEST)?;
    let middle: Vec<f32> = scored.iter().filter(|&&(score, _)| score == best).map(|&(_, place)| place).collect();
    let gutter = middle[middle.len() / 2];
    // From the first to the last word of each line on one side.
    let widths = |is_of_side: &dyn Fn(&(f32, f32)) -> bool| -> Vec<f32> {
        let of_side = parts.iter().map(|line| line.iter().copied().filter(is_of_side).collect::<Vec<_>>());
        of_side.filter_map(|line| Some(line.last()?.1 - line.first()?.0)).collect()
    };
    let (before, after) = (widths(&|(_, end)| *end <= gutter), widths(&|(x, _)| *x >= gutter));
    (are_filled(before, gutter - left) && are_filled(after, right - gutter)).then_some(gutter)
}

/// Whether most of a column's lines fill it.
fn are_filled(mut widths: Vec<f32>, column: f32) -> bool {
    widths.sort_by(f32::total_cmp);
    widths.get(widths.len() / 2).is_some_and(|median| *median > FILLS * column)
}
