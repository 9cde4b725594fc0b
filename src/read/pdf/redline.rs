//! A page that is a redline: words struck out and words marked as inserted, read as revisions.
//!
//! ```text
//! 1. Requests a report on 12̶15 requests       struck "12", underlined "15": two revisions
//!    accepted: on 15 requests                  rejected: on 12 requests
//! ```
//!
//! A line through the middle of letters, or a `StrikeOut` annotation, strikes them; a line under them marks them as inserted only in a
//! text that strikes others: Word and LibreOffice set both in the colour of their author, so where what is struck has a colour, what is
//! inserted has one too. Two lines under letters mark them in any text. A mark over a part of a piece divides it at its words. `O(pieces × log marks)` but for marks at one height.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::engine::{Drawn, Markup, Page, Piece, Place};
use super::view::float;
use crate::read::Revisions;
use crate::text::label::label;

/// Where, above the baseline and in parts of the size, a line strikes letters, and where it stands under them.
const THROUGH: (f32, f32) = (0.14, 0.6);
const UNDER: (f32, f32) = (-0.32, 0.06);
/// How far a mark may go beyond its letters, in parts of their size: a border goes further.
const BEYOND: f32 = 0.5;
/// How much of a word a mark covers.
const MOST_OF_IT: f32 = 0.6;
/// How much colour is none.
const GREY: f32 = 0.15;

/// What became of the revisions of a text.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Settled {
    /// Passages that are struck out.
    pub(super) struck: usize,
    /// Passages that are marked as inserted.
    pub(super) inserted: usize,
}

/// Finds what is struck out and inserted on `pages`, and sets apart what `revisions` leaves out.
pub(super) fn settle(pages: &mut [Page], revisions: Revisions) -> Settled {
    let mut any = false;
    for page in pages.iter_mut().filter(|page| !page.strokes.is_empty() || !page.markups.is_empty()) {
        mark(page);
        any |= page.pieces.iter().any(|piece| piece.drawn != Drawn::default());
    }
    if !any {
        return Settled::default();
    }
    let pieces = || pages.iter().flat_map(|page| &page.pieces).filter(|piece| is_worded(piece));
    let struck: Vec<&Piece> = pieces().filter(|piece| piece.drawn.struck).collect();
    let is_double = pieces().any(|piece| piece.drawn.lines_under > 1 && piece.text.contains(char::is_alphabetic));
    if struck.is_empty() && !is_double {
        return Settled::default();
    }
    let mut colors: Vec<[f32; 3]> = vec![];
    for color in struck.iter().filter_map(|piece| piece.color).filter(is_colored) {
        if colors.len() < 32 && !colors.contains(&color) {
            colors.push(color);
        }
    }
    let are_colored = !colors.is_empty();
    let has_struck = !struck.is_empty();
    let is_inserted = move |piece: &Piece| {
        let Drawn { struck, lines_under } = piece.drawn;
        let color = piece.color.filter(is_colored);
        let is_marked = lines_under > 0 && has_struck && (!are_colored || color.is_some());
        !struck && (lines_under > 1 || is_marked || color.is_some_and(|color| colors.contains(&color)))
    };
    let mut settled = Settled::default();
    for page in pages {
        let (mut was_struck, mut was_inserted) = (false, false);
        for piece in page.pieces.iter_mut().filter(|piece| is_worded(piece)) {
            let (struck, inserted) = (piece.drawn.struck, is_inserted(piece));
            settled.struck += usize::from(struck && !was_struck);
            settled.inserted += usize::from(inserted && !was_inserted);
            (was_struck, was_inserted) = (struck, inserted);
            let goes = match revisions {
                Revisions::Accept | Revisions::Keep => struck,
                Revisions::Reject => inserted,
            };
            if goes {
                piece.place = Place::Revised;
            }
        }
        drop_labels(&mut page.pieces);
    }
    settled
}

/// The number of a paragraph goes with the words behind it, which programs mark without it.
fn drop_labels(pieces: &mut [Piece]) {
    const LONGEST: usize = 6;
    let mut revised: Vec<i64> = pieces.iter().filter(|piece| piece.place == Place::Revised).map(level).collect();
    revised.dedup();
    revised.sort_unstable();
    let mut left: BTreeMap<i64, String> = BTreeMap::new();
    for piece in pieces.iter().filter(|piece| is_worded(piece) && revised.binary_search(&level(piece)).is_ok()) {
        let text = left.entry(level(piece)).or_default();
        if text.len() <= LONGEST {
            text.push_str(piece.text.trim());
        }
    }
    left.retain(|_, text| text.len() <= LONGEST && label(&format!("{text} X")).is_some());
    for piece in pieces.iter_mut().filter(|piece| is_worded(piece)) {
        if left.contains_key(&level(piece)) {
            piece.place = Place::Revised;
        }
    }
}

fn is_worded(piece: &Piece) -> bool {
    piece.place == Place::Text && !piece.text.trim().is_empty()
}

fn is_colored(color: &[f32; 3]) -> bool {
    let most = color.iter().copied().fold(0.0, f32::max);
    most - color.iter().copied().fold(1.0, f32::min) > GREY
}

/// A mark on its page, and what it does.
#[derive(Clone, Copy)]
struct Line {
    x: f32,
    end: f32,
    y: f32,
}

/// Marks the pieces of a page, those that a mark reaches in part taken apart.
fn mark(page: &mut Page) {
    let mut lines: Vec<Line> = page.strokes.iter().map(|stroke| Line { x: stroke.x, end: stroke.end, y: stroke.y }).collect();
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let pieces = std::mem::take(&mut page.pieces);
    let ends = OnceCell::new();
    let mut marked = Vec::with_capacity(pieces.len());
    for piece in &pieces {
        let near = |(low, high): (f32, f32)| {
            let first = lines.partition_point(|line| line.y < piece.y + low * piece.size);
            let last = lines.partition_point(|line| line.y <= piece.y + high * piece.size);
            &lines[first..last.max(first)]
        };
        let has_marks = !page.markups.is_empty() || !near(THROUGH).is_empty() || !near(UNDER).is_empty();
        if !has_marks || !is_worded(piece) {
            marked.push(piece.clone());
            continue;
        }
        let (from, to) = ends.get_or_init(|| Ends::of(&pieces)).around(piece);
        let reach = BEYOND * piece.size;
        let band = |reached| near(reached).iter().filter(move |line| line.x > from - reach && line.end < to + reach);
        let noted = |wanted: Markup| page.markups.iter().filter(move |(kind, _)| *kind == wanted).map(|(_, place)| place);
        let is_level = |place: &&[f32; 4]| place[1] < piece.y + 0.4 * piece.size && place[3] > piece.y + 0.2 * piece.size;
        let spans = |wanted| noted(wanted).filter(is_level).map(|place| (place[0], place[2])).collect::<Vec<_>>();
        let mut through: Vec<(f32, f32)> = band(THROUGH).map(|line| (line.x, line.end)).collect();
        let under: Vec<(f32, f32)> = band(UNDER).map(|line| (line.x, line.end)).chain(spans(Markup::Underline)).collect();
        through.extend(spans(Markup::StrikeOut));
        marked.extend(divided(piece.clone(), &through, &under));
    }
    page.pieces = marked;
}

/// `piece` in parts, each of which is marked as a whole or not at all. Where its letters stand is known by their shares of its width
/// alone, so a word is marked when most of it is.
fn divided(piece: Piece, through: &[(f32, f32)], under: &[(f32, f32)]) -> Vec<Piece> {
    if through.is_empty() && under.is_empty() {
        return vec![piece];
    }
    let count = float(piece.text.chars().count().max(1));
    let share = |at: usize| piece.x + (piece.end - piece.x) * float(at) / count;
    let mut parts: Vec<Piece> = vec![];
    let mut at = 0;
    for word in piece.text.split_inclusive(char::is_whitespace) {
        let (x, inked) = (share(at), share(at + word.trim_end().chars().count().max(1)));
        at += word.chars().count();
        let covers = |span: &&(f32, f32)| span.1.min(inked) - span.0.max(x) > MOST_OF_IT * (inked - x);
        let over = |spans: &[(f32, f32)]| spans.iter().filter(covers).count();
        let drawn = Drawn { struck: over(through) > 0, lines_under: over(under) };
        match parts.last_mut() {
            Some(part) if part.drawn == drawn => {
                part.text.push_str(word);
                part.end = share(at);
            }
            _ => parts.push(Piece { text: word.to_owned(), x, end: share(at), drawn, ..piece.clone() }),
        }
    }
    parts
}

/// The ends of the stretches of text that stand at one height.
struct Ends {
    /// Heights in tenths of a point, and from where to where text stands there.
    stretches: Vec<(i64, f32, f32)>,
}

impl Ends {
    fn of(pieces: &[Piece]) -> Self {
        let mut all: Vec<(i64, f32, f32, f32)> = pieces
            .iter()
            .filter(|piece| !piece.text.trim().is_empty())
            .map(|piece| (level(piece), piece.x, piece.end, piece.size))
            .collect();
        all.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut stretches: Vec<(i64, f32, f32)> = vec![];
        for (y, x, end, size) in all {
            match stretches.last_mut() {
                Some(last) if last.0 == y && x - last.2 < size => last.2 = last.2.max(end),
                _ => stretches.push((y, x, end)),
            }
        }
        Self { stretches }
    }

    /// The ends of the stretch that `piece` stands in.
    fn around(&self, piece: &Piece) -> (f32, f32) {
        let at = self.stretches.partition_point(|(y, x, _)| (*y, *x) <= (level(piece), piece.x));
        at.checked_sub(1).map_or((piece.x, piece.end), |at| (self.stretches[at].1, self.stretches[at].2))
    }
}

fn level(piece: &Piece) -> i64 {
    (piece.y * 10.0).round() as i64
}
