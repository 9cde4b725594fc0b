//! The lines of a page, from its pieces: what stands on one baseline, with the raised figures above it.
//!
//! ```text
//!         2                        y = 137.2, 5.8 points: raised, 3 points above the line below it
//! de Rome   adoptée par l’As-      y = 134.1, 10 points
//! ```
//!
//! Pieces whose baselines differ by less than a sixth of their size are one line. A smaller piece a little above a line, within its
//! ends or beside them, belongs to it. `O(n log n)` in the pieces of a page.

use std::collections::BTreeMap;

use super::engine::{Page, Piece, Place};
use super::glue::{Glued, Mended, glue};

/// How far apart, in parts of their size, the baselines of one line's pieces may be.
const SAME_BASELINE: f32 = 0.16;
/// A raised piece stands at most this far above its line, in parts of the line's size.
const HIGHEST_RISE: f32 = 0.65;
/// A lowered one at most this far below.
const DEEPEST: f32 = 0.3;
/// A piece raised or lowered is smaller than this part of the line's size.
const SMALL: f32 = 0.85;

/// What the region of a line is among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Lines over the whole width.
    Whole,
    /// A column of prose.
    Column,
    /// A cell of a table.
    Cell,
    /// A note in the margin.
    Beside,
}

/// One line of a page.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) page: usize,
    /// The column it stands in, counted through the document: rows of one column follow each other.
    pub(super) column: usize,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    /// The size of most of its characters.
    pub(super) size: f32,
    /// All its letters are bold.
    pub(super) bold: bool,
    pub(super) text: String,
    /// Where its first word ends.
    pub(super) first_end: f32,
    /// Where its text goes on after a label.
    pub(super) hang: Option<f32>,
    pub(super) mended: Vec<Mended>,
    pub(super) place: Place,
    /// What its region is.
    pub(super) kind: Kind,
}

/// The pieces of one baseline.
#[derive(Debug, Clone)]
pub(super) struct Baseline {
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) pieces: Vec<Piece>,
}

impl Baseline {
    pub(super) fn x(&self) -> f32 {
        self.inked().map(|piece| piece.x).fold(f32::INFINITY, f32::min)
    }

    pub(super) fn end(&self) -> f32 {
        self.inked().map(|piece| piece.end).fold(f32::NEG_INFINITY, f32::max)
    }

    /// Its pieces that are no white space.
    pub(super) fn inked(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| !piece.text.trim().is_empty())
    }

    fn is_blank(&self) -> bool {
        self.inked().next().is_none()
    }

    /// The line as text; `page` and `column` say where it stands.
    pub(super) fn row(&self, page: usize, column: usize) -> Row {
        let pieces: Vec<&Piece> = self.pieces.iter().collect();
        let Glued { text, x, end, first_end, hang, mended } = glue(&pieces, self.y, self.size);
        let lettered = || self.pieces.iter().filter(|piece| piece.text.contains(char::is_alphabetic));
        let bold = lettered().next().is_some() && lettered().all(|piece| piece.bold);
        let place = self.inked().map(|piece| piece.place).max_by_key(|place| *place == Place::Text).unwrap_or(Place::Text);
        Row { page, column, x, end, y: self.y, size: self.size, bold, text, first_end, hang, mended, place, kind: Kind::Whole }
    }
}

/// The baselines of a page, from top to bottom; each one's pieces from left to right. What is not read is given apart.
pub(super) fn baselines(page: Page) -> (Vec<Baseline>, Vec<Piece>) {
    let is_drawn = |piece: &Piece| piece.x.is_finite() && piece.y.is_finite() && piece.size > 0.0;
    let is_apart = |piece: &Piece| matches!(piece.place, Place::Turned | Place::Hidden | Place::Revised) || !is_drawn(piece);
    let (apart, pieces): (Vec<Piece>, Vec<Piece>) = page.pieces.into_iter().partition(is_apart);
    (lines(pieces), apart.into_iter().filter(|piece| !piece.text.trim().is_empty()).collect())
}

/// The lines that `pieces` make.
pub(super) fn lines(mut pieces: Vec<Piece>) -> Vec<Baseline> {
    raise_drop_caps(&mut pieces);
    pieces.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Baseline> = vec![];
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.y - piece.y <= SAME_BASELINE * line.size.max(piece.size) => {
                line.size = line.size.max(piece.size);
                line.pieces.push(piece);
            }
            _ => lines.push(Baseline { y: piece.y, size: piece.size, pieces: vec![piece] }),
        }
    }
    lines.iter_mut().for_each(settle);
    let mut lines = with_raised(lines);
    lines.retain(|line| !line.is_blank());
    for line in &mut lines {
        line.pieces.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

/// Puts a letter over several lines, which opens the first of them, on its line.
fn raise_drop_caps(pieces: &mut [Piece]) {
    const LARGER: f32 = 1.7;
    /// The height of capitals, in parts of the size.
    const HEIGHT: f32 = 0.7;
    const MOST: usize = 16;
    let Some(body) = most_common_size(pieces.iter().map(|piece| (piece.size, piece.text.trim().chars().count()))) else { return };
    let is_cap = |piece: &Piece| {
        let text = piece.text.trim();
        piece.size > LARGER * body && text.chars().count() == 1 && text.chars().all(char::is_uppercase)
    };
    let caps: Vec<usize> = (0..pieces.len()).filter(|at| is_cap(&pieces[*at])).take(MOST).collect();
    for at in caps {
        let cap = pieces[at].clone();
        let is_beside = |piece: &&Piece| {
            let top = cap.y + HEIGHT * (cap.size - piece.size);
            piece.size * LARGER < cap.size
                && (piece.y - top).abs() < 0.4 * piece.size
                && piece.y > cap.y + 0.5 * piece.size
                && (-0.3..1.0).contains(&((piece.x - cap.end) / piece.size))
                && piece.text.starts_with(char::is_alphabetic)
        };
        if let Some((x, y, size)) = pieces.iter().find(is_beside).map(|piece| (piece.x, piece.y, piece.size)) {
            pieces[at] = Piece { text: cap.text.trim().to_owned(), end: x, y, size, ..cap };
        }
    }
}

/// Sets a line's baseline and size to those of most of its characters.
fn settle(line: &mut Baseline) {
    let main = most_common_size(line.pieces.iter().map(|piece| (piece.size, piece.text.trim().chars().count())));
    if let Some(piece) = main.and_then(|size| line.pieces.iter().find(|piece| (piece.size - size).abs() < f32::EPSILON)) {
        (line.y, line.size) = (piece.y, piece.size);
    }
}

/// The size of type, to a tenth of a point, that most characters have; of each size, with so many characters, as it was met first.
pub(super) fn most_common_size(sizes: impl Iterator<Item = (f32, usize)>) -> Option<f32> {
    let mut weights: BTreeMap<i64, (usize, f32)> = BTreeMap::new();
    for (size, characters) in sizes {
        weights.entry((size * 10.0).round() as i64).or_insert((0, size)).0 += characters;
    }
    weights.into_iter().max_by_key(|&(tenths, (characters, _))| (characters, tenths)).map(|(_, (_, size))| size)
}

/// A line with its ends: they are asked for again and again, and a line may have many pieces.
struct Wide {
    line: Baseline,
    x: f32,
    end: f32,
}

impl Wide {
    fn of(line: Baseline) -> Self {
        Self { x: line.x(), end: line.end(), line }
    }

    /// Takes the pieces of `other` in.
    fn take(&mut self, other: Self) {
        self.line.pieces.extend(other.line.pieces);
        (self.x, self.end) = (self.x.min(other.x), self.end.max(other.end));
    }

    /// Whether this belongs to `line`: smaller, within or beside it, and no further from its baseline than `reach` of its size; a piece
    /// that touches the line's end may stand a line's height above it.
    fn is_beside(&self, other: &Self, reach: f32) -> bool {
        let (small, line) = (&self.line, &other.line);
        let from_end = (self.x - other.end) / line.size;
        let touches = small.y > line.y && (-0.2..0.3).contains(&from_end);
        let reach = if touches { 1.0 } else { reach };
        small.size < SMALL * line.size
            && (small.y - line.y).abs() < reach * line.size
            && self.x > other.x - 2.0 * line.size
            && self.end < other.end + 2.0 * line.size
    }
}

/// Takes lines of small pieces into the line that they are raised above, or lowered below. With two columns, a line of the other
/// one may stand between them.
fn with_raised(lines: Vec<Baseline>) -> Vec<Baseline> {
    const LOOK_BACK: usize = 3;
    let mut whole: Vec<Wide> = Vec::with_capacity(lines.len());
    for line in lines {
        let mut line = Wide::of(line);
        let mut at = whole.len().saturating_sub(LOOK_BACK);
        while at < whole.len() {
            if whole[at].is_beside(&line, HIGHEST_RISE) {
                line.take(whole.remove(at));
            } else {
                at += 1;
            }
        }
        let from = whole.len().saturating_sub(LOOK_BACK);
        match whole[from..].iter_mut().find(|above| line.is_beside(above, DEEPEST)) {
            Some(above) => above.take(line),
            None => whole.push(line),
        }
    }
    whole.into_iter().map(|wide| wide.line).collect()
}
