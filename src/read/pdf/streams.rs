//! White streams: upright strips of a page that no line of a run crosses.
//!
//! ```text
//! Recalling the mandate   ░░   access remain without        from here
//! of the Working Group    ░░   an answer,
//! on Archives,            ░░     1. Welcomes the report     to here
//! The whole Assembly met in the old house.                  crosses it
//! ```
//!
//! After Pavlidis and Zhou, "Page segmentation and classification" (1992): the white of each line is intersected with that of the
//! lines above, and what becomes too narrow ends. Which streams part columns, notes or cells is for [`regions`](super::regions)
//! and [`margin`](super::margin) to say. `O(lines × streams)`, with at most [`MOST_OPEN`] streams open.

use super::engine::Piece;
use super::row::{Baseline, most_common_size};

/// So many streams are followed at once, so many gaps of a line are looked at, and so many streams are found: the longest and widest.
const MOST_OPEN: usize = 16;
const MOST_GAPS: usize = 16;
const MOST: usize = 64;
/// A page of more lines is no page that a person reads.
const MOST_LINES: usize = 600;
/// A gap narrower than this, in parts of the line's size, is one between words.
const NARROWEST: f32 = 0.6;
/// The fewest lines that a stream runs by.
const FEWEST: usize = 2;

/// A strip without ink from the line `first` to the line `last`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stream {
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Stream {
    pub(super) fn middle(&self) -> f32 {
        f32::midpoint(self.x, self.end)
    }

    /// How many lines it runs by.
    pub(super) fn lines(&self) -> usize {
        self.last + 1 - self.first
    }
}

/// The streams between the words of `lines`, which stand from top to bottom.
pub(super) fn streams(lines: &[Baseline]) -> Vec<Stream> {
    if lines.len() > MOST_LINES {
        return vec![];
    }
    let left = lines.iter().map(Baseline::x).fold(f32::INFINITY, f32::min);
    let right = lines.iter().map(Baseline::end).fold(f32::NEG_INFINITY, f32::max);
    let (mut open, mut found): (Vec<Stream>, Vec<Stream>) = (vec![], vec![]);
    for (at, line) in lines.iter().enumerate() {
        let least = NARROWEST * line.size;
        let white = white(line, left, right);
        let mut next: Vec<Stream> = vec![];
        let mut take = |stream: Stream| {
            let same = |other: &&mut Stream| (other.x - stream.x).abs() < 0.5 && (other.end - stream.end).abs() < 0.5;
            match next.iter_mut().find(same) {
                Some(other) => other.first = other.first.min(stream.first),
                None => next.push(stream),
            }
        };
        for stream in &open {
            let mut goes_on = false;
            for &(x, end) in &white {
                let (x, end) = (stream.x.max(x), stream.end.min(end));
                if end - x >= least {
                    goes_on = true;
                    take(Stream { x, end, first: stream.first, last: at });
                }
            }
            if !goes_on {
                found.push(*stream);
            }
        }
        for &(x, end) in &white {
            take(Stream { x, end, first: at, last: at });
        }
        for stream in &mut next {
            stream.last = at;
        }
        keep(&mut next, MOST_OPEN);
        open = next;
    }
    found.extend(open);
    found.retain(|stream| stream.lines() >= FEWEST && stream.x > left && stream.end < right);
    keep(&mut found, MOST);
    found
}

/// Keeps the `most` longest and widest of `streams`.
fn keep(streams: &mut Vec<Stream>, most: usize) {
    if streams.len() > most {
        streams.sort_by(|a, b| b.lines().cmp(&a.lines()).then((b.end - b.x).total_cmp(&(a.end - a.x))));
        streams.truncate(most);
    }
}

/// The white of a line between `left` and `right`, gaps between words aside.
fn white(line: &Baseline, left: f32, right: f32) -> Vec<(f32, f32)> {
    let (mut white, mut from) = (vec![], left);
    for (x, end) in stretches(line) {
        white.push((from, x));
        from = end;
    }
    white.push((from, right));
    white.retain(|(x, end)| end > x);
    if white.len() > MOST_GAPS {
        white.sort_by(|a, b| (b.1 - b.0).total_cmp(&(a.1 - a.0)));
        white.truncate(MOST_GAPS);
    }
    white
}

/// The stretches of a line that hold text: wider gaps than those between words part them.
fn stretches(line: &Baseline) -> Vec<(f32, f32)> {
    let mut stretches: Vec<(f32, f32)> = vec![];
    for piece in line.pieces.iter().filter(|piece| !piece.text.trim().is_empty()) {
        match stretches.last_mut() {
            Some((_, end)) if piece.x - *end < NARROWEST * line.size => *end = end.max(piece.end),
            _ => stretches.push((piece.x, piece.end)),
        }
    }
    stretches
}

/// What a line has on one side of a stream.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    /// The size of its longest piece.
    pub(super) size: f32,
    /// Bytes of text.
    pub(super) length: usize,
    letters: usize,
    first: char,
}

impl Part {
    fn of<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Option<Self> {
        let mut part: Option<Self> = None;
        let mut longest = 0;
        for piece in pieces {
            let text = piece.text.trim();
            let Some(first) = text.chars().next() else { continue };
            let (x, end, y, size) = (piece.x, piece.end, piece.y, piece.size);
            let part = part.get_or_insert(Self { x, end, y, size, length: 0, letters: 0, first });
            (part.x, part.end) = (part.x.min(x), part.end.max(end));
            part.length += text.len();
            part.letters += text.chars().filter(|c| c.is_alphabetic()).count();
            if text.len() > longest {
                (longest, part.size, part.y) = (text.len(), size, y);
            }
        }
        part
    }
}

/// The two sides of a stream: for each line beside it, what stands there.
pub(super) struct Sides {
    pub(super) left: Vec<Option<Part>>,
    pub(super) right: Vec<Option<Part>>,
}

impl Sides {
    pub(super) fn of(lines: &[Baseline], middle: f32) -> Self {
        let side = |is_left: bool| {
            let part = |line: &Baseline| Part::of(line.pieces.iter().filter(|piece| (piece.x < middle) == is_left));
            lines.iter().map(part).collect()
        };
        Self { left: side(true), right: side(false) }
    }
}

/// What the lines of one side of a stream look like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    pub(super) lines: usize,
    pub(super) x: f32,
    pub(super) end: f32,
    /// The leftmost place where a third of its lines begin, and more than one; else where the first does.
    pub(super) edge: f32,
    /// There is such a place.
    pub(super) is_aligned: bool,
    /// The size of most of its characters.
    pub(super) size: f32,
    /// Half of its lines are wider.
    pub(super) median: f32,
    /// Lines that begin inside a sentence.
    pub(super) flowing: usize,
    /// Lines of words, not of figures.
    pub(super) worded: usize,
}

impl Side {
    pub(super) fn of(parts: &[Option<Part>]) -> Option<Self> {
        let parts: Vec<&Part> = parts.iter().flatten().collect();
        let mut widths: Vec<f32> = parts.iter().map(|part| part.end - part.x).collect();
        let mut starts: Vec<f32> = parts.iter().map(|part| part.x).collect();
        widths.sort_by(f32::total_cmp);
        starts.sort_by(f32::total_cmp);
        let size = most_common_size(parts.iter().map(|part| (part.size, part.length)))?;
        let near = 0.2 * size;
        let shared =
            |x: f32| starts.partition_point(|other| *other < x + near) - starts.partition_point(|other| *other <= x - near);
        let is_shared = |x: &&f32| shared(**x) * 3 >= starts.len() && (shared(**x) > 1 || starts.len() == 1);
        let shared_start = starts.iter().find(is_shared);
        Some(Self {
            lines: parts.len(),
            x: *starts.first()?,
            end: parts.iter().map(|part| part.end).fold(f32::NEG_INFINITY, f32::max),
            edge: *shared_start.or(starts.first())?,
            is_aligned: shared_start.is_some(),
            size,
            median: widths[widths.len() / 2],
            flowing: parts.iter().filter(|part| part.first.is_lowercase()).count(),
            worded: parts.iter().filter(|part| part.letters > 2).count(),
        })
    }

    pub(super) fn width(&self) -> f32 {
        self.end - self.x
    }
}
