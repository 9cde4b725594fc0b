//! What stands in the margin beside the text: the numbers of its lines, and notes.
//!
//! ```text
//!  5   the reports of the last three sessions,      │ Reports of        the note stands before the paragraph beside which
//!      Noting that twelve requests remain           │ earlier years.    it begins, as the heading that it is
//!      without an answer,                           │
//! ```
//!
//! Numbers of lines stand at one edge, outside all text, and rise by the same step from line to line or from every fifth to the next.
//! A note is narrow, outside the text, and smaller than it or of several lines of which the text beside has more; labels set out
//! ("12.", "(a)") are no notes.

use super::engine::Piece;
use super::row::{Baseline, lines};
use super::streams::{Part, Side, Sides, Stream, streams};

/// The numbers of its lines, which a page has in one of its margins, and the lines without them.
pub(super) fn without_numbers(page: Vec<Baseline>) -> (Vec<Baseline>, Vec<Piece>) {
    for is_left in [true, false] {
        if let Some(numbered) = Numbered::find(&page, is_left) {
            return numbered.parted(page);
        }
    }
    (page, vec![])
}

/// Lines that are counted in the margin.
struct Numbered {
    /// Each number stands on one side of this place, and no other text.
    border: f32,
    is_left: bool,
}

impl Numbered {
    fn find(page: &[Baseline], is_left: bool) -> Option<Self> {
        const FEWEST: usize = 2;
        const FIFTH: u32 = 5;
        let numbers: Vec<(usize, &Piece, u32)> =
            page.iter().enumerate().filter_map(|(at, line)| number(line, is_left).map(|(piece, n)| (at, piece, n))).collect();
        if numbers.len() < FEWEST {
            return None;
        }
        let outer = |piece: &Piece| if is_left { piece.end } else { -piece.x };
        let border = numbers.iter().map(|(_, piece, _)| outer(piece)).fold(f32::NEG_INFINITY, f32::max);
        let size = numbers[0].1.size;
        let is_outside = |piece: &Piece| outer(piece) <= border + 0.1 * size;
        // All else stands inside.
        let inner = |piece: &Piece| if is_left { piece.x } else { -piece.end };
        let text = |line: &Baseline| line.inked().find(|piece| !is_outside(piece)).cloned();
        if !page.iter().flat_map(Baseline::inked).filter(|piece| !is_outside(piece)).map(inner).all(|x| x > border + 0.4 * size) {
            return None;
        }
        let step = numbers[1].2.checked_sub(numbers[0].2).filter(|step| (1..=10).contains(step))?;
        let texts: Vec<Option<Piece>> = page.iter().map(text).collect();
        // Two numbers alone are those of every fifth line.
        let are_told = numbers.len() > FEWEST || step == FIFTH && numbers[0].2.is_multiple_of(FIFTH);
        let counts = |pair: &[(usize, &Piece, u32)]| {
            let between = texts[pair[0].0..pair[1].0].iter().flatten().count();
            pair[1].2 == pair[0].2 + step && between <= step as usize
        };
        let flows = |piece: &&Piece| piece.text.trim_start().starts_with(char::is_lowercase);
        let flowing = texts.iter().flatten().filter(flows).count();
        let rise = numbers.windows(2).filter(|pair| counts(pair)).count();
        let is_count = are_told && rise * 10 >= (numbers.len() - 1) * 9 && flowing * 5 >= texts.len();
        is_count.then_some(Self { border: border + 0.1 * size, is_left })
    }

    fn parted(&self, page: Vec<Baseline>) -> (Vec<Baseline>, Vec<Piece>) {
        let is_number = |piece: &Piece| if self.is_left { piece.end <= self.border } else { -piece.x <= self.border };
        let (numbers, text): (Vec<Piece>, Vec<Piece>) = page.into_iter().flat_map(|line| line.pieces).partition(is_number);
        (lines(text), numbers.into_iter().filter(|piece| !piece.text.trim().is_empty()).collect())
    }
}

/// The number that stands alone at one end of a line.
fn number(line: &Baseline, is_left: bool) -> Option<(&Piece, u32)> {
    let piece = if is_left { line.inked().next() } else { line.inked().last() }?;
    let text = piece.text.trim();
    let number = text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() < 5)?;
    Some((piece, number))
}

/// A note in the margin, from top to bottom.
pub(super) type MarginNote = Vec<Baseline>;

/// The notes in the margins of a page, and the lines without them.
pub(super) fn without_notes(mut page: Vec<Baseline>) -> (Vec<Baseline>, Vec<MarginNote>) {
    const SIDES: usize = 2;
    const NEAR: usize = 2;
    let mut notes = vec![];
    for _ in 0..SIDES {
        let found = streams(&page).into_iter().filter_map(|stream| NotesAt::find(&page, stream)).max_by_key(|found| found.lines);
        let Some(NotesAt { stream, is_left, border, .. }) = found else { break };
        let (mut own, mut text) = (vec![], vec![]);
        for (at, line) in page.into_iter().enumerate() {
            // A full line of the text comes close to the first or last line of a note.
            let is_beside = (stream.first.saturating_sub(NEAR)..=stream.last + NEAR).contains(&at);
            for piece in line.pieces {
                let is_outside = if is_left { piece.end < border } else { piece.x > border };
                (if is_beside && is_outside { &mut own } else { &mut text }).push(piece);
            }
        }
        page = lines(text);
        notes.extend(apart(lines(own)));
    }
    (page, notes)
}

/// Parts lines where they are further from each other than those of one note.
fn apart(lines: Vec<Baseline>) -> Vec<MarginNote> {
    const WIDER: f32 = 1.3;
    let distances = lines.windows(2).map(|pair| pair[0].y - pair[1].y).filter(|distance| *distance > 0.0);
    let least = distances.fold(f32::INFINITY, f32::min).max(1.05 * lines.first().map_or(0.0, |line| line.size));
    let mut notes: Vec<MarginNote> = vec![];
    for line in lines {
        match notes.last_mut() {
            Some(note) if note.last().is_some_and(|above| above.y - line.y < WIDER * least) => note.push(line),
            _ => notes.push(vec![line]),
        }
    }
    notes
}

/// Notes on one side of a stream.
struct NotesAt {
    stream: Stream,
    is_left: bool,
    lines: usize,
    /// The edge of the notes towards the text.
    border: f32,
}

impl NotesAt {
    fn find(page: &[Baseline], stream: Stream) -> Option<Self> {
        /// How wide notes are, and how large, of the text beside.
        const WIDEST: f32 = 0.4;
        const SMALLER: f32 = 0.93;
        /// How much of its width the text fills.
        const FILLED: f32 = 0.6;
        const FEWEST: usize = 3;
        let beside = &page[stream.first..=stream.last];
        let sides = Sides::of(beside, stream.middle());
        let (left, right) = (Side::of(&sides.left)?, Side::of(&sides.right)?);
        let is_left = left.width() < right.width();
        let (note, text) = if is_left { (left, right) } else { (right, left) };
        let rows = if is_left { &sides.left } else { &sides.right };
        let is_small = note.size < SMALLER * text.size;
        let are_lines = |pair: &[Option<Part>]| pair.iter().all(|row| row.as_ref().is_some_and(|row| row.length > 3));
        let has_lines = note.lines * 10 < text.lines * 7 && rows.windows(2).any(are_lines);
        let is_aligned = {
            let near = |x: f32, all: &dyn Fn(&Part) -> f32| {
                rows.iter().flatten().filter(|row| (all(row) - x).abs() < 0.3 * note.size).count() * 10 >= note.lines * 8
            };
            near(note.x, &|row| row.x) || near(note.end, &|row| row.end)
        };
        let is_outside = || {
            let middle = stream.middle();
            let stays_out = page.iter().filter(|line| if is_left { line.x() > middle } else { line.end() < middle }).count();
            let beyond = stays_out.saturating_sub(beside.len() - note.lines);
            beyond * 10 >= (page.len() - beside.len()) * 6
        };
        let is_note = note.width() < WIDEST * text.width()
            && text.lines >= FEWEST
            && text.flowing * 4 >= text.lines
            && note.worded * 2 >= note.lines
            && (is_small || has_lines && text.median > FILLED * text.width())
            && is_aligned
            && is_outside();
        let border = if is_left { note.end + 0.1 * note.size } else { note.x - 0.1 * note.size };
        is_note.then_some(Self { stream, is_left, lines: note.lines, border })
    }
}
