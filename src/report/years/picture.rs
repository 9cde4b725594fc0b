//! The whole at one glance: paragraphs as bands from year to year.
//!
//! ```text
//! ASP/17      ASP/18      ASP/19
//! █████████████████████████████     what stands unchanged side by side is one band
//! █████████╲ ╱█████████████████     a move crosses
//! █████████╱ ╲█████████████████
//! ██████>                           dropped: a band that ends in a point
//! █████████████████╱███████████     a split forks, a merge joins
//! ```
//!
//! Places are whole pixels. Paragraphs are as high as there is room: a picture of 400 rows is about as high as one of 100.

use std::collections::BTreeMap;

use super::cell::Sign;
use super::life::Life;
use crate::report::phrases::{Phrases, fill};
use crate::report::row::Role;
use crate::series::{EventKind, Series};

/// The drawing, with nothing left to place.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// How wide a column is.
    pub column: usize,
    /// Where each text stands, with what it is called.
    pub texts: Vec<Spot>,
    /// What stands in each text; x, y and height.
    pub bars: Vec<Bar>,
    /// What became what.
    pub bands: Vec<Band>,
    /// Sections, beside the latest text.
    pub sections: Vec<Spot>,
}

/// Words at a place.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Spot {
    /// From the left.
    pub x: usize,
    /// From the top.
    pub y: usize,
    /// What stands there.
    pub text: String,
}

/// Paragraphs of a text, or one heading.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Bar {
    /// From the left.
    pub x: usize,
    /// From the top.
    pub y: usize,
    /// How high.
    pub height: usize,
    /// Whether it is a heading.
    pub is_heading: bool,
}

/// One paragraph between two texts, or several that went on side by side.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Band {
    /// What happened.
    pub kind: BandKind,
    /// Whether words changed.
    pub is_edited: bool,
    /// Where it begins: from the left, from the top. The point of what came.
    pub from: [usize; 2],
    /// Where it ends. The point of what went.
    pub to: [usize; 2],
    /// How high.
    pub height: usize,
    /// In words; none of what only goes on.
    pub said: Option<String>,
}

/// What happened to a paragraph between two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BandKind {
    /// It went on at its place.
    Kept,
    /// It went elsewhere.
    Moved,
    /// A part of it became a paragraph.
    Split,
    /// It went into another.
    Merged,
    /// It is new.
    Came,
    /// It is gone.
    Left,
    /// It was away in between.
    Away,
}

/// Above the first row, for what the texts are called.
const HEAD: usize = 26;

/// Beside the last column, for the names of sections.
const SIDE: usize = 240;

/// How wide a column is.
const COLUMN: usize = 12;

/// The least height of a line of words.
const LINE: usize = 13;

/// The drawing of `lives`.
pub(super) fn picture(series: &Series, lives: &[Life], labels: &[String], phrases: &'static Phrases) -> Picture {
    let count = labels.len();
    let columns: Vec<BTreeMap<usize, usize>> = (0..count).map(|text| rows(lives, text)).collect();
    let most = columns.iter().map(BTreeMap::len).max().unwrap_or(0);
    let pitch = (1100 / most.max(1)).clamp(3, 9);
    let apart = (1000 / count.saturating_sub(1).max(1)).clamp(44, 170);
    let draft = Draft { lives, columns, pitch, apart, labels, phrases };
    let mut bands: Vec<Band> = (1..count).flat_map(|text| draft.step(series, text)).collect();
    // What goes on lies under what does not.
    bands.sort_by_key(|band| band.kind != BandKind::Kept || band.is_edited);
    Picture {
        width: draft.left(count - 1) + COLUMN + SIDE,
        height: HEAD + most * pitch + LINE,
        column: COLUMN,
        texts: (0..count).map(|text| Spot { x: draft.left(text), y: HEAD / 2, text: labels[text].clone() }).collect(),
        bars: (0..count).flat_map(|text| draft.bars(text)).collect(),
        bands,
        sections: draft.sections(),
    }
}

/// For each life that stands in the text, by index, its row.
fn rows(lives: &[Life], text: usize) -> BTreeMap<usize, usize> {
    let mut units: Vec<(usize, usize)> =
        lives.iter().enumerate().filter_map(|(at, life)| Some((life.cells[text].unit?, at))).collect();
    units.sort_unstable();
    units.into_iter().enumerate().map(|(row, (_, life))| (life, row)).collect()
}

struct Draft<'a> {
    lives: &'a [Life],
    columns: Vec<BTreeMap<usize, usize>>,
    pitch: usize,
    apart: usize,
    labels: &'a [String],
    phrases: &'static Phrases,
}

impl Draft<'_> {
    fn left(&self, text: usize) -> usize {
        COLUMN + text * self.apart
    }

    fn top(&self, row: usize) -> usize {
        HEAD + row * self.pitch
    }

    fn height(&self, rows: usize) -> usize {
        rows * self.pitch - 1
    }

    fn bars(&self, text: usize) -> Vec<Bar> {
        let x = self.left(text);
        let whole = Bar { x, y: self.top(0), height: self.height(self.columns[text].len().max(1)), is_heading: false };
        let headings = self.columns[text].iter().filter(|(life, _)| matches!(self.lives[**life].role, Role::Heading(_)));
        let bar = |(_, &row): (&usize, &usize)| Bar { x, y: self.top(row), height: self.height(1), is_heading: true };
        std::iter::once(whole).chain(headings.map(bar)).collect()
    }

    /// All bands from the text before `text` to it.
    fn step(&self, series: &Series, text: usize) -> Vec<Band> {
        let mut bands: Vec<Band> = vec![];
        let mut kept: Vec<[usize; 2]> = vec![];
        for (at, life) in self.lives.iter().enumerate() {
            let rows = [text - 1, text].map(|text| self.columns[text].get(&at).copied());
            let has = |sign: Sign| life.cells[text].signs.contains(&sign);
            let is_edited = has(Sign::Edited);
            match rows {
                [Some(from), Some(to)] if !is_edited && !has(Sign::Moved) => kept.push([from, to]),
                [Some(from), Some(to)] => {
                    let kind = if has(Sign::Moved) { BandKind::Moved } else { BandKind::Kept };
                    bands.push(self.band(kind, (text - 1, from), (text, to), life, is_edited));
                }
                [None, Some(to)] => bands.push(self.beginning(series, life, (text, to))),
                [Some(from), None] => bands.push(self.end(series, life, (text, from))),
                [None, None] => {}
            }
        }
        kept.sort_unstable();
        let side_by_side = kept.chunk_by(|a, b| a[0] + 1 == b[0] && a[1] + 1 == b[1]);
        bands.extend(side_by_side.map(|run| Band {
            kind: BandKind::Kept,
            is_edited: false,
            from: [self.left(text - 1) + COLUMN, self.top(run[0][0])],
            to: [self.left(text), self.top(run[0][1])],
            height: self.height(run.len()),
            said: None,
        }));
        bands
    }

    fn band(&self, kind: BandKind, from: (usize, usize), to: (usize, usize), life: &Life, is_edited: bool) -> Band {
        let gone = (to.0 > 0).then(|| life.cells[to.0 - 1].name.as_deref()).flatten();
        let cell = &life.cells[to.0];
        let said = if cell.name.is_some() {
            cell.said.clone()
        } else {
            fill(self.phrases.years.named, &[gone.unwrap_or_default(), &cell.said])
        };
        Band {
            kind,
            is_edited,
            from: [self.left(from.0) + COLUMN, self.top(from.1)],
            to: [self.left(to.0), self.top(to.1)],
            height: self.height(1),
            said: Some(format!("{} · {said}", self.labels[to.0])),
        }
    }

    /// The life that `life` was split from or merged into in the text `text`, if it stands in the text `there`.
    fn other(&self, series: &Series, life: &Life, text: usize, there: usize) -> Option<usize> {
        let lineage = series.lineages.iter().find(|lineage| lineage.id == life.id)?;
        let is_it = |kind: EventKind| matches!(kind, EventKind::Split | EventKind::Merged);
        let mut events = lineage.events.iter().filter(|event| event.document == text && is_it(event.kind));
        let id = events.find_map(|event| event.with.first())?;
        let other = self.lives.iter().position(|life| life.id == *id)?;
        self.columns[there].get(&other).copied()
    }

    fn beginning(&self, series: &Series, life: &Life, (text, row): (usize, usize)) -> Band {
        if let Some(from) = self.other(series, life, text, text - 1) {
            return self.band(BandKind::Split, (text - 1, from), (text, row), life, false);
        }
        let at = self.lives.iter().position(|other| other.id == life.id).unwrap_or_default();
        let last = (0..text).rev().find_map(|before| Some((before, *self.columns[before].get(&at)?)));
        if let Some(last) = last {
            return self.band(BandKind::Away, last, (text, row), life, false);
        }
        let mut band = self.band(BandKind::Came, (text - 1, row), (text, row), life, false);
        band.from[0] = band.to[0] - self.apart / 4;
        band
    }

    fn end(&self, series: &Series, life: &Life, (text, row): (usize, usize)) -> Band {
        if let Some(into) = self.other(series, life, text, text) {
            return self.band(BandKind::Merged, (text - 1, row), (text, into), life, false);
        }
        let mut band = self.band(BandKind::Left, (text - 1, row), (text, row), life, false);
        band.to[0] = band.from[0] + self.apart / 4;
        band
    }

    /// The headings of the latest text, those left out that there is no line for.
    fn sections(&self) -> Vec<Spot> {
        let last = self.labels.len() - 1;
        let mut rows: Vec<(usize, &Life)> = self.columns[last].iter().map(|(&life, &row)| (row, &self.lives[life])).collect();
        rows.sort_unstable_by_key(|(row, _)| *row);
        let mut spots: Vec<Spot> = vec![];
        for (row, life) in rows {
            let text = match life.role {
                Role::Heading(_) => shortened(&life.text),
                _ if row == 0 && life.section.is_none() => self.phrases.years.preamble.to_owned(),
                _ => continue,
            };
            let y = self.top(row) + self.pitch;
            if spots.last().is_none_or(|spot| spot.y + LINE <= y) {
                spots.push(Spot { x: self.left(last) + COLUMN + COLUMN / 2, y, text });
            }
        }
        spots
    }
}

/// What there is room for beside the last column.
fn shortened(text: &str) -> String {
    const MOST: usize = 36;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).collect::<String>().trim_end().to_owned() + "…"
}
