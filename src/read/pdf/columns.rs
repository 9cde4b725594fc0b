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
//! `O(pieces × log width)`.

use std::ops::Range;

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
    let places: Vec<f32> =
        std::iter::successors(Some(from), |place| Some(place + 2.0)).take_while(|place| *place <= to).collect();
    let scored = scored(&parts, &places);
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

/// How many more lines stand on the emptier side of each place than cross it. Places rise: a line changes what it is to them at its ends.
fn scored(parts: &[Vec<(f32, f32)>], places: &[f32]) -> Vec<(usize, f32)> {
    let [mut over, mut before, mut after] = [(); 3].map(|()| vec![0_isize; places.len() + 1]);
    let add = |counts: &mut Vec<isize>, range: Range<usize>, by: isize| {
        if !range.is_empty() {
            counts[range.start] += by;
            counts[range.end] -= by;
        }
    };
    for line in parts.iter().filter(|line| !line.is_empty()) {
        // From here on something ends before the place; up to there something begins after it.
        let ended = line.iter().map(|&(_, end)| places.partition_point(|&place| place < end)).min().unwrap_or(0);
        let begins = line.iter().map(|&(x, _)| places.partition_point(|&place| place <= x)).max().unwrap_or(0);
        add(&mut before, ended..places.len(), 1);
        add(&mut after, 0..begins, 1);
        let mut crossed: Vec<Range<usize>> = line
            .iter()
            .map(|&(x, end)| {
                places.partition_point(|&place| x >= place + HALF)..places.partition_point(|&place| end > place - HALF)
            })
            .collect();
        crossed.sort_by_key(|range| range.start);
        let mut done = 0;
        for range in crossed {
            let own = range.start.max(done)..range.end.max(done);
            done = own.end;
            add(&mut before, own.start.max(ended)..own.end.max(ended), -1);
            add(&mut after, own.start.min(begins)..own.end.min(begins), -1);
            add(&mut over, own, 1);
        }
    }
    let (mut crossing, mut left, mut right) = (0, 0, 0);
    let counted = places.iter().enumerate().map(|(at, &place)| {
        (crossing, left, right) = (crossing + over[at], left + before[at], right + after[at]);
        (usize::try_from(left.min(right) - crossing).unwrap_or(0), place)
    });
    counted.collect()
}

/// Whether most of a column's lines fill it.
fn are_filled(mut widths: Vec<f32>, column: f32) -> bool {
    widths.sort_by(f32::total_cmp);
    widths.get(widths.len() / 2).is_some_and(|median| *median > FILLS * column)
}
