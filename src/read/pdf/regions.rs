//! The regions of a page, and the order in which they are read.
//!
//! ```text
//! Résolution sur la coopération                     1   a line over both columns
//! Rappelant les dis-   | mettre un terme à          2 | 3
//! positions du Statut  | l’impunité des
//! ──────────────────────────────────────────
//! Transfer of records  | Secretariat, with          4 | 5
//! to the central store | the host State
//! ──────────────────────────────────────────
//! Inventory            | Two archivists             6 | 7
//! ```
//!
//! A page is cut along its white [`streams`] from the top down, as by the XY-cut of Nagy and Seth (1984), but where prose stands on both
//! sides the upright cut comes first, however far apart the lines are; only cells of a table, told by rules or by rows that begin
//! together, are cut across before. The order of a table whose cells have one line each is that of its lines, so it is not cut.
//! `O(pieces × log pieces)` for each level of columns within columns, of which there are at most [`DEEPEST`], and [`MOST`] cuts.

use super::engine::{Piece, Stroke};
use super::row::{Baseline, Kind, lines};
use super::streams::{Part, Side, Sides, Stream, streams};

/// How deep columns may stand within columns.
const DEEPEST: usize = 4;
/// So many times a page is cut.
const MOST: usize = 64;
/// The fewest lines of a column; so many are enough whatever words they begin with.
const FEWEST: usize = 3;
const MANY: usize = 8;
/// The narrowest column of prose, in parts of its size of type.
const NARROWEST: f32 = 8.0;

/// Lines that are read one after the other.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) kind: Kind,
    pub(super) lines: Vec<Baseline>,
}

/// A page in regions, in reading order.
#[derive(Debug, Default)]
pub(super) struct Regions {
    pub(super) found: Vec<Region>,
    /// Text stands beside text, and it is not clear how they are read.
    pub(super) is_doubtful: bool,
    cuts: usize,
}

/// The regions of the lines of a page, which draws `rules`.
pub(super) fn regions(page: Vec<Baseline>, rules: &[Stroke]) -> Regions {
    let mut found = Regions::default();
    found.cut(page, rules, Kind::Whole, 0);
    found
}

impl Regions {
    fn cut(&mut self, page: Vec<Baseline>, rules: &[Stroke], kind: Kind, depth: usize) {
        if page.is_empty() {
            return;
        }
        let cut = if depth < DEEPEST && self.cuts < MOST { self.best_cut(&page, rules) } else { None };
        let Some(cut) = cut else {
            self.found.push(Region { kind, lines: page });
            return;
        };
        self.cuts += 1;
        let mut above = page;
        let mut band = above.split_off(cut.first);
        let below = band.split_off(cut.last + 1 - cut.first);
        self.cut(above, rules, kind, depth);
        match cut.into {
            Into::Columns(middle) => {
                for side in parted(band, &[middle]) {
                    self.cut(lines(side), rules, Kind::Column, depth + 1);
                }
            }
            Into::Cells { gutters, rows } => {
                let mut left = band;
                for end in rows.into_iter().rev().map(|start| left.split_off(start)).collect::<Vec<_>>().into_iter().rev() {
                    let cells = parted(end, &gutters).into_iter().map(lines).filter(|lines| !lines.is_empty());
                    self.found.extend(cells.map(|lines| Region { kind: Kind::Cell, lines }));
                }
            }
        }
        self.cut(below, rules, kind, depth);
    }

    /// Where the largest part of `page` that is not read line by line is cut.
    fn best_cut(&mut self, page: &[Baseline], rules: &[Stroke]) -> Option<Cut> {
        let streams = streams(page);
        let cuts = streams.iter().filter_map(|stream| {
            let band = Band::of(page, stream)?;
            let cells = cells_of(&band, page, &streams, rules);
            let is_prose = band.is_prose();
            self.is_doubtful |= cells.is_none() && !is_prose && band.is_doubtful();
            let into = cells.or(is_prose.then_some(Into::Columns(stream.middle())))?;
            Some(Cut { first: band.first, last: band.last, into })
        });
        cuts.max_by_key(|cut| cut.last - cut.first)
    }
}

/// How some lines of a page are cut.
struct Cut {
    first: usize,
    last: usize,
    into: Into,
}

enum Into {
    /// Left and right of a place.
    Columns(f32),
    /// Rows that begin at these lines of the band, and cells between these places.
    Cells { gutters: Vec<f32>, rows: Vec<usize> },
}

/// The pieces of `band` between the places of `gutters`.
fn parted(band: Vec<Baseline>, gutters: &[f32]) -> Vec<Vec<Piece>> {
    let mut parts = vec![vec![]; gutters.len() + 1];
    for piece in band.into_iter().flat_map(|line| line.pieces) {
        parts[gutters.partition_point(|gutter| *gutter <= piece.x)].push(piece);
    }
    parts
}

/// The lines beside a stream between the first and the last that stand on both of its sides.
struct Band {
    first: usize,
    last: usize,
    sides: Sides,
    left: Side,
    right: Side,
    /// Where the columns begin that the stream parts.
    stream: Stream,
}

impl Band {
    fn of(page: &[Baseline], stream: &Stream) -> Option<Self> {
        let mut sides = Sides::of(&page[stream.first..=stream.last], stream.middle());
        let right = Side::of(&sides.right)?;
        // A line over both columns may have a gap between words just there.
        let is_whole = |at: usize| {
            let words = sides.left[at].as_ref().zip(sides.right[at].as_ref());
            words.is_some_and(|(left, row)| row.x < right.edge - 0.3 * right.size && row.x - left.end < 1.2 * right.size)
        };
        let mut from = (0..sides.right.len()).find(|at| !is_whole(*at))?;
        let mut to = (0..sides.right.len()).rfind(|at| !is_whole(*at))?;
        let of = |side: &[Option<Part>]| {
            Some((side[from..=to].iter().position(Option::is_some)?, side[from..=to].iter().rposition(Option::is_some)?))
        };
        let ((left_from, left_to), (right_from, right_to)) = (of(&sides.left)?, of(&sides.right)?);
        let y = |at: usize| page[stream.first + at].y;
        let (begin, last_left, last_right) = (from + left_from.max(right_from), from + left_to, from + right_to);
        let mut start = begin;
        while start > from && y(start - 1) - y(begin) < 0.8 * right.size {
            start -= 1;
        }
        let mut end = last_right;
        while end < last_left && y(end) - y(end + 1) < 1.8 * right.size {
            end += 1;
        }
        (from, to) = (start, end);
        if from > to {
            return None;
        }
        sides.left = sides.left.drain(from..=to).collect();
        sides.right = sides.right.drain(from..=to).collect();
        let (left, right) = (Side::of(&sides.left)?, Side::of(&sides.right)?);
        Some(Self { first: stream.first + from, last: stream.first + to, sides, left, right, stream: *stream })
    }

    /// How many lines the side with fewer has.
    fn lines(&self) -> usize {
        self.left.lines.min(self.right.lines)
    }

    /// Both sides are columns of prose.
    fn is_prose(&self) -> bool {
        let both = [&self.left, &self.right];
        let are_wide = both.iter().all(|side| side.width() > NARROWEST * side.size);
        let are_filled = both.iter().all(|side| side.median > 0.6 * side.width());
        let flow = |of: usize| both.iter().all(|side| side.flowing * of >= side.lines);
        let parted = (self.right.edge - self.left.end) / self.left.size;
        let are_told = if self.lines() < MANY { flow(4) && parted > 1.0 } else { flow(10) && parted > 0.6 };
        self.lines() >= FEWEST && self.right.is_aligned && are_wide && are_filled && are_told
    }

    /// Sentences may go on on either side.
    fn is_doubtful(&self) -> bool {
        const MANY: usize = 5;
        let both =
            self.sides.left.iter().zip(&self.sides.right).filter(|(left, right)| left.is_some() && right.is_some()).count();
        let flows = |side: &Side| side.flowing * 4 >= side.lines && side.worded * 5 >= side.lines * 4;
        both >= MANY && flows(&self.left) && flows(&self.right) && self.right.edge - self.left.end > 0.6 * self.left.size
    }
}

/// The cells of the table that `band` is, if it is one whose cells have several lines.
fn cells_of(band: &Band, page: &[Baseline], streams: &[Stream], rules: &[Stroke]) -> Option<Into> {
    let own = &page[band.first..=band.last];
    let gutters = gutters(band, streams, own.len());
    let table = Table { own, grid: own.iter().map(|line| cells_in(line, &gutters)).collect(), gutters: &gutters };
    let is_ruled = |at: usize| {
        let (above, below) = (own[at - 1].y, own[at].y + 0.3 * own[at].size);
        let width = band.right.end - band.left.x;
        let over = |rule: &Stroke| rule.end.min(band.right.end) - rule.x.max(band.left.x);
        rules.iter().any(|rule| (below..above).contains(&rule.y) && over(rule) > 0.5 * width)
    };
    let under_rules: Vec<usize> = (1..own.len()).filter(|&at| is_ruled(at)).collect();
    let are_columns = band.is_prose() && gutters.len() == 1;
    let starts = match under_rules.len() {
        0 if !band.right.is_aligned => return None,
        0 => table.rows_apart(band, are_columns)?,
        1 if are_columns => return None,
        _ => under_rules,
    };
    let starts = [0].into_iter().chain(starts);
    let mut rows: Vec<usize> = vec![];
    let mut has_mixed = false;
    let ends: Vec<usize> = starts.clone().skip(1).chain([own.len()]).collect();
    for (start, end) in starts.zip(ends) {
        has_mixed |= table.is_mixed(start, end);
        if table.is_full(start, end) {
            rows.extend(start..end);
        } else {
            rows.push(start);
        }
    }
    has_mixed.then_some(Into::Cells { gutters, rows })
}

/// The places of the streams that run by most of a band of `count` lines.
fn gutters(band: &Band, streams: &[Stream], count: usize) -> Vec<f32> {
    let mut gutters = vec![band.stream];
    let covers = |stream: &&Stream| {
        let shared = (stream.last.min(band.last) + 1).saturating_sub(stream.first.max(band.first));
        shared * 10 >= count * 7
    };
    for stream in streams.iter().filter(covers) {
        if gutters.iter().all(|other| stream.end <= other.x || stream.x >= other.end) {
            gutters.push(*stream);
        }
    }
    let mut gutters: Vec<f32> = gutters.iter().map(Stream::middle).collect();
    gutters.sort_by(f32::total_cmp);
    gutters
}

/// The first letters that a line has in each cell, if any.
fn cells_in(line: &Baseline, gutters: &[f32]) -> Vec<Option<char>> {
    let mut cells = vec![None; gutters.len() + 1];
    for piece in line.pieces.iter().filter(|piece| !piece.text.trim().is_empty()) {
        let cell = &mut cells[gutters.partition_point(|gutter| *gutter <= piece.x)];
        *cell = cell.or_else(|| piece.text.trim_start().chars().next());
    }
    cells
}

/// The lines of a band, and what they have in each cell.
struct Table<'a> {
    own: &'a [Baseline],
    grid: Vec<Vec<Option<char>>>,
    gutters: &'a [f32],
}

impl Table<'_> {
    /// Where rows begin that are told by more space above than between the lines of a cell, if all begin together and many have
    /// cells of different heights.
    fn rows_apart(&self, band: &Band, are_columns: bool) -> Option<Vec<usize>> {
        const WIDER: f32 = 1.25;
        let sides = [&band.sides.left, &band.sides.right].map(|side| {
            let rows = side.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?.y)));
            rows.collect::<Vec<_>>()
        });
        let gaps: Vec<(usize, f32)> =
            sides.iter().flat_map(|side| side.windows(2)).map(|pair| (pair[1].0, pair[0].1 - pair[1].1)).collect();
        let mut distances: Vec<f32> = gaps.iter().map(|(_, distance)| *distance).collect();
        distances.sort_by(f32::total_cmp);
        let wide = WIDER * *distances.get(distances.len() / 3)?;
        let apart = |at: &usize| self.own[at - 1].y - self.own[*at].y > wide;
        let starts: Vec<usize> = (1..self.own.len()).filter(apart).collect();
        // Where paragraphs of one side begin beside lines of the other, the sides are columns.
        let wide = gaps.iter().filter(|(_, distance)| *distance > wide);
        let all = wide.clone().count();
        let alone = wide.filter(|(at, _)| !starts.contains(at)).count();
        let begin_together = starts.iter().all(|&at| self.grid[at].iter().flatten().count() > 1);
        let bounds: Vec<usize> = [0].into_iter().chain(starts.iter().copied()).chain([self.own.len()]).collect();
        let is_uneven = |row: &&[usize]| self.counts(row[0], row[1]).windows(2).any(|pair| pair[0] != pair[1]);
        let uneven = bounds.windows(2).filter(is_uneven).count();
        let is_table =
            !starts.is_empty() && begin_together && alone * 11 <= all && (!are_columns || uneven * 2 > starts.len() + 1);
        is_table.then_some(starts)
    }

    /// How many lines each cell of a row has.
    fn counts(&self, start: usize, end: usize) -> Vec<usize> {
        let count = |cell: usize| self.grid[start..end].iter().filter(|line| line[cell].is_some()).count();
        (0..=self.gutters.len()).map(count).collect()
    }

    /// Whether so many lines have something in every cell that each is a row.
    fn is_full(&self, start: usize, end: usize) -> bool {
        const MANY: usize = 4;
        end - start >= MANY && !self.is_mixed(start, end) && self.counts(start, end).iter().all(|count| *count == end - start)
    }

    /// Whether the lines of a row, one after the other, would mix its cells: one of several lines, which go on inside a sentence, has
    /// another after it.
    fn is_mixed(&self, start: usize, end: usize) -> bool {
        let counts = self.counts(start, end);
        let Some(first) = counts.iter().position(|count| *count > 1) else { return false };
        let further = self.grid[start..end].iter().enumerate().flat_map(|(at, line)| {
            let is_later =
                move |(cell, _): &(usize, &Option<char>)| self.grid[start..start + at].iter().any(|above| above[*cell].is_some());
            line.iter().enumerate().filter(is_later).filter_map(|(_, first)| *first)
        });
        let further: Vec<char> = further.collect();
        let flowing = further.iter().filter(|first| first.is_lowercase()).count();
        let is_even = counts.iter().filter(|count| **count > 0).all(|count| *count == counts[first]);
        let least = if is_even { 2 } else { 4 };
        counts[first + 1..].iter().any(|count| *count > 0) && flowing * least >= further.len()
    }
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
