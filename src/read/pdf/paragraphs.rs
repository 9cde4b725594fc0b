//! What the place of a line says of where paragraphs begin.
//!
//! ```text
//! │        Rappelant les dispositions du Statut de Rome, la Déclaration sur la│   set in: opens
//! │coopération (RC/Dec.2), approuvée par les États Parties à la Conférence de │   flush, after a full line: goes on
//! │révision,                                                                  │
//! │        Notant que …                                                       │   set in, after a line that stopped short: opens
//! │
//! │Exécution des mandats d’arrêt                                              │   space above it: opens
//! ```
//!
//! A line that says nothing for sure (the first of a page, a label on a flush line) is left to the words, as in a text without
//! places: see `wrapped`.

use std::collections::BTreeSet;

use super::super::ends::ends_paragraph;
use super::super::furniture::is_running_symbol;
use super::super::hyphen::is_broken;
use super::super::line::{Line, Opening, Setting};
use super::row::{Kind, Row};
use crate::language::Lexicon;
use crate::text::label::{Shape, label};
use crate::text::{is_comma, is_symbol, opens_with_capital};
use crate::work::step;

/// The edges of the column that a line stands in, and how far its lines are apart.
#[derive(Debug, Clone, Copy)]
struct Frame {
    left: f32,
    right: f32,
}

/// Sets in each of `lines` what its place says; `rows[n]` is where `lines[n]` stands.
pub(super) fn set_places(lines: &mut [Line], rows: &[&Row], lexicon: &Lexicon) {
    let frames = frames(rows);
    let usual = usual_distances(rows);
    for at in 1..lines.len() {
        let (above, row) = (rows[at - 1], rows[at]);
        let pair = Pair { above, row, frame: frames[at - 1], own: frames[at], usual: usual_for(&usual, row.size) };
        let (before, line) = lines.split_at_mut(at);
        let setting = Setting { opening: pair.opening(&before[at - 1], &line[0], lexicon), short: pair.stopped_short() };
        line[0].after_blank = pair.is_apart();
        line[0].setting = Some(setting);
    }
}

/// Two lines that are read one after the other.
struct Pair<'a> {
    above: &'a Row,
    row: &'a Row,
    frame: Frame,
    own: Frame,
    /// The usual distance between lines of this size.
    usual: f32,
}

impl Pair<'_> {
    fn follow(&self) -> bool {
        self.above.column == self.row.column && self.above.page == self.row.page
    }

    /// There is more space between the lines than between lines of one paragraph.
    fn is_apart(&self) -> bool {
        self.follow() && self.above.y - self.row.y > self.usual + 0.28 * self.row.size
    }

    /// The line above ended although the first word of this one would have fitted.
    fn stopped_short(&self) -> bool {
        let space = 0.3 * self.above.size;
        self.above.end + space + (self.row.first_end - self.row.x) < self.frame.right - 0.3 * self.above.size
    }

    fn is_centred(row: &Row, frame: Frame) -> bool {
        let (left, right) = (row.x - frame.left, frame.right - row.end);
        left > 2.0 * row.size && (left - right).abs() < 1.2 * row.size
    }

    fn is_set_alike(&self) -> bool {
        (self.above.size - self.row.size).abs() < 0.06 * self.row.size && self.above.bold == self.row.bold
    }

    fn opening(&self, above: &Line, line: &Line, lexicon: &Lexicon) -> Opening {
        let (text, size) = (line.text.as_str(), self.row.size);
        if self.row.kind == Kind::Cell && !self.follow() || self.above.kind == Kind::Cell && self.row.kind != Kind::Cell {
            return Opening::Opens;
        }
        let labelled = label(text).is_some_and(|label| label.shape != Shape::Bare);
        let ended = ends_paragraph(&above.text, lexicon);
        let goes_on_in_words = is_broken(&above.text) || !ended && !labelled && text.starts_with(char::is_lowercase);
        if goes_on_in_words && !(self.is_apart() && self.stopped_short()) {
            return Opening::GoesOn;
        }
        if self.is_apart() {
            return Opening::Opens;
        }
        if !self.follow() {
            return if self.is_set_alike() || labelled { Opening::Unknown } else { Opening::Opens };
        }
        if !labelled && ends_in_function_word(&above.text, lexicon) {
            return Opening::GoesOn;
        }
        if !self.is_set_alike() {
            return Opening::Opens;
        }
        // Lines of a title break where its sense does, far from the margin.
        if self.row.bold && (self.row.x - self.above.x).abs() < 0.3 * size {
            let after_symbol = above.text.rsplit(' ').next().is_some_and(is_symbol);
            let stands_alone = after_symbol || is_running_symbol(text) || lexicon.is_adoption(text);
            return if stands_alone { Opening::Unknown } else { Opening::GoesOn };
        }
        let short = self.stopped_short();
        let centred = Self::is_centred(self.above, self.frame) && Self::is_centred(self.row, self.own);
        if centred {
            return if self.is_set_alike() { Opening::GoesOn } else { Opening::Unknown };
        }
        let indent = self.row.x - self.above.x;
        let hangs = self.above.hang.is_some_and(|hang| (self.row.x - hang).abs() < 0.6 * size);
        let is_set_in = indent > 0.7 * size && !hangs;
        if is_set_in && (short || ended || self.above.text.ends_with(is_comma)) && (labelled || opens_with_capital(text)) {
            return Opening::Opens;
        }
        if !short && !labelled && !is_set_in && !ended {
            return Opening::GoesOn;
        }
        Opening::Unknown
    }
}

/// "Resolution adopted by the General Assembly on": nothing can end there.
fn ends_in_function_word(text: &str, lexicon: &Lexicon) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    last.starts_with(char::is_lowercase) && lexicon.function_words.contains(last)
}

/// The edges of each row's column. A column with few lines takes the width of the others.
fn frames(rows: &[&Row]) -> Vec<Frame> {
    const FEW: usize = 5;
    /// So many columns that differ are looked at, from the last on.
    const MOST: usize = 1_000;
    let flows = rows.chunk_by(|a, b| a.column == b.column).map(|flow| {
        let left = flow.iter().map(|row| row.x).fold(f32::INFINITY, f32::min);
        let right = flow.iter().map(|row| row.end).fold(f32::NEG_INFINITY, f32::max);
        (Frame { left, right }, flow.len(), flow[0].kind)
    });
    let flows: Vec<(Frame, usize, Kind)> = flows.collect();
    // Most columns of a text have the same edges.
    let mut known: Vec<Frame> = vec![];
    let mut seen = BTreeSet::new();
    for (frame, ..) in flows.iter().rev().filter(|(_, lines, _)| *lines >= FEW) {
        if known.len() < MOST && seen.insert([frame.left, frame.right].map(f32::to_bits)) {
            known.push(*frame);
        }
    }
    let widened = |frame: &Frame| {
        step(known.len());
        let near = |other: &&Frame| (other.left - frame.left).abs() < 80.0 && other.right > frame.right;
        let like = known.iter().filter(near).min_by(|a, b| (a.left - frame.left).abs().total_cmp(&(b.left - frame.left).abs()));
        let Some(like) = like else { return *frame };
        let narrow = frame.right - frame.left < 0.9 * (like.right - like.left);
        if narrow { Frame { left: frame.left.min(like.left), right: like.right } } else { *frame }
    };
    let own = |frame: &Frame, kind: Kind| if kind == Kind::Whole { widened(frame) } else { *frame };
    flows.iter().flat_map(|(frame, lines, kind)| std::iter::repeat_n(own(frame, *kind), *lines)).collect()
}

/// For each size of type, how far apart its lines usually are.
fn usual_distances(rows: &[&Row]) -> Vec<(f32, f32)> {
    const FEW: usize = 8;
    const SINGLE_SPACED: f32 = 1.25;
    /// A text has some ten sizes of type.
    const MOST: usize = 100;
    let mut found: Vec<(f32, Vec<f32>)> = vec![];
    for pair in rows.windows(2) {
        let (above, row) = (pair[0], pair[1]);
        let distance = above.y - row.y;
        if above.column != row.column || distance <= 0.5 * row.size || distance > 2.2 * row.size {
            continue;
        }
        match found.iter().position(|(size, _)| (size - row.size).abs() < 0.25) {
            Some(at) => found[at].1.push(distance),
            None if found.len() < MOST => found.push((row.size, vec![distance])),
            None => {}
        }
    }
    // Lines of one paragraph are the most frequent and the closest: the lower third of all distances. A few titles say little.
    let usual = |size: f32, distances: &mut Vec<f32>| {
        distances.sort_by(f32::total_cmp);
        let usual = distances[distances.len() / 3];
        if distances.len() < FEW { usual.min(SINGLE_SPACED * size) } else { usual }
    };
    found.into_iter().map(|(size, mut distances)| (size, usual(size, &mut distances))).collect()
}

fn usual_for(usual: &[(f32, f32)], size: f32) -> f32 {
    let near = usual.iter().min_by(|a, b| (a.0 - size).abs().total_cmp(&(b.0 - size).abs()));
    near.filter(|(other, _)| (other - size).abs() < 0.3 * size).map_or(1.2 * size, |(_, distance)| *distance)
}
