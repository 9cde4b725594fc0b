//! Running heads, page numbers and imprints of a PDF: the same line at the same place of the same edge, page after page.
//!
//! ```text
//! ICC-ASP/20/Res.2        3         page 3, the first line: the same as on page 5, and the figure counts the pages
//!
//! Article 11                        a heading, although the pages before begin with "Article 7" and "Article 9"
//! …
//! 20-FR-091221                      the last line of each page
//! ```
//!
//! Only lines at a page's edge are asked, from the edge inwards. A line of words goes when it stands there on three pages, or on every
//! page (left and right ones apart) of a short file, set apart from the text by more than the text's lines are from each other; no
//! figure in it may change but one that counts the pages. A page number counts the pages, a symbol is the text's own or comes back, a
//! code comes back or stands alone at the foot. What the file itself marks as no part of the text goes too. What stands once, over
//! the text of the first page, is its masthead and stays. Labels and headings always stay.

use std::collections::BTreeSet;

use super::super::Why;
use super::super::furniture::{Printed, Shape, is_imprint, is_rule, names_part, page_shapes};
use super::engine::Place;
use super::row::{Row, most_common_size};
use crate::language::Lexicon;
use crate::text::is_symbol;

/// How many lines from a page's head or foot its furniture stands.
const DEEP: usize = 4;
/// How far apart lines at the same place of two pages may be, in points.
const SAME_PLACE: f32 = 3.0;
/// How many pages before and after are compared. Heads differ between left and right pages, and on the first one.
const NEAR: usize = 4;

/// For each line of each page, from top to bottom, why it is left out.
pub(super) fn furniture(pages: &[Vec<Row>], lexicon: &Lexicon) -> Vec<Vec<Option<Why>>> {
    let usual = usual_gap(pages);
    let edges = pages.iter().zip(0..).map(|(rows, page)| edges(page, rows, usual, lexicon)).collect();
    let mut pages = Pages { rows: pages, lexicon, edges, small_heads: None };
    pages.small_heads = pages.small_heads();
    (0..pages.rows.len()).map(|page| pages.judge(page)).collect()
}

/// A line at an edge of its page.
struct Edge<'a> {
    row: &'a Row,
    at: usize,
    printed: Option<Printed<'a>>,
    /// As what it can come back: see [`page_shapes`].
    shapes: Vec<Shape<'a>>,
    /// It stands in the outermost block of lines, which a gap sets apart from the text.
    in_block: bool,
    /// The gap is one that no paragraphs have between them.
    is_far: bool,
}

/// The lines at the head of a page, from the top down, and those at its foot, from the bottom up.
fn edges<'a>(page: i64, rows: &'a [Row], usual: f32, lexicon: &Lexicon) -> [Vec<Edge<'a>>; 2] {
    let edge = |order: Vec<usize>| {
        const FAR: f32 = 2.5;
        let block = outer_block(&order.iter().map(|at| &rows[*at]).collect::<Vec<_>>(), usual);
        let beyond = order.get(block).zip(order.get(block.saturating_sub(1)));
        let is_far = beyond.is_none_or(|(text, last)| (rows[*text].y - rows[*last].y).abs() > FAR * usual);
        let lines = order.into_iter().take(DEEP).enumerate();
        lines
            .map(|(depth, at)| Edge {
                row: &rows[at],
                at,
                printed: Printed::read(&rows[at].text),
                shapes: page_shapes(&rows[at].text, page, lexicon),
                in_block: depth < block,
                is_far,
            })
            .collect()
    };
    [edge((0..rows.len()).collect()), edge((0..rows.len()).rev().collect())]
}

/// How many lines stand before the first gap that is clearly wider than those after it, or wider than those and than most gaps of the
/// file; 0 when there is none near the edge.
fn outer_block(rows: &[&Row], usual: f32) -> usize {
    const WIDER: f32 = 1.3;
    const CLEARLY: f32 = 1.5;
    const ASKED: usize = 3;
    let gaps: Vec<f32> = rows.windows(2).take(2 * DEEP).map(|pair| (pair[0].y - pair[1].y).abs()).collect();
    let is_wide = |k: &usize| {
        // Neither two parts of one line nor the empty part of a page.
        let of_lines = rows[*k].size / 2.0..4.0 * usual.max(rows[*k].size);
        let mut next: Vec<f32> = gaps[k + 1..].iter().copied().filter(|gap| of_lines.contains(gap)).take(ASKED).collect();
        next.sort_by(f32::total_cmp);
        let after = next.get(next.len() / 2).copied().unwrap_or(usual);
        gaps[*k] > CLEARLY * after || gaps[*k] > WIDER * after && gaps[*k] > CLEARLY * usual
    };
    match (0..gaps.len().min(DEEP)).find(is_wide) {
        Some(k) => k + 1,
        None if rows.len() <= DEEP => rows.len(),
        None => 0,
    }
}

/// The gap between most lines that follow each other.
fn usual_gap(pages: &[Vec<Row>]) -> f32 {
    let pairs = pages.iter().flat_map(|rows| rows.windows(2));
    let gaps = pairs.map(|pair| ((pair[0].y - pair[1].y).abs(), pair[0].size / 2.0)).filter(|(gap, least)| gap > least);
    most_common_size(gaps.map(|(gap, _)| (gap, 1))).unwrap_or(0.0)
}

struct Pages<'a> {
    rows: &'a [Vec<Row>],
    lexicon: &'a Lexicon,
    edges: Vec<[Vec<Edge<'a>>; 2]>,
    small_heads: Option<f32>,
}

impl Pages<'_> {
    fn judge(&self, page: usize) -> Vec<Option<Why>> {
        let rows = &self.rows[page];
        let first_of_text = rows.iter().position(|row| row.place != Place::Artifact).unwrap_or(rows.len());
        let marked = |(at, row): (usize, &Row)| {
            let masthead = page == 0 && at < first_of_text;
            let artifact = row.place == Place::Artifact && !masthead;
            if is_rule(&row.text) { Some(Why::Rule) } else { artifact.then_some(Why::Furniture) }
        };
        let mut why: Vec<Option<Why>> = rows.iter().enumerate().map(marked).collect();
        for (side, lines) in self.edges[page].iter().enumerate() {
            let may_go = |line: &Edge| why[line.at].is_some() || self.may_be_furniture(page, side, line);
            let apart = lines.iter().filter(|line| line.in_block).all(may_go);
            let mut outermost = true;
            for (depth, line) in lines.iter().enumerate() {
                let next = lines.get(depth + 1).and_then(|next| next.printed);
                let before_number = next.is_some_and(|next| next.is_number());
                let stands = Stands { page, side, outermost, apart: apart && line.in_block, before_number };
                let found = why[line.at].is_some() || self.is_furniture(line, &stands);
                if found {
                    why[line.at].get_or_insert(Why::Furniture);
                }
                outermost &= found;
            }
        }
        why
    }

    /// Whether a line is of a kind that can be furniture: another page has it, or it says what it is.
    fn may_be_furniture(&self, page: usize, side: usize, line: &Edge) -> bool {
        line.printed.is_some()
            || is_imprint(&line.row.text, self.lexicon)
            || is_rule(&line.row.text)
            || self.others(page, side).any(|(_, other)| line.shapes.iter().any(|shape| is_same(line, other, shape)))
    }

    fn is_furniture(&self, line: &Edge, stands: &Stands) -> bool {
        let Stands { page, side, .. } = *stands;
        if is_imprint(&line.row.text, self.lexicon) {
            return true;
        }
        let Some(printed) = &line.printed else { return self.comes_back(line, stands) };
        let elsewhere =
            |same: &dyn Fn(&Printed) -> bool| self.others(page, side).any(|(_, other)| other.printed.as_ref().is_some_and(same));
        if printed.code.is_some() {
            let is_at_foot = side == 1 && stands.outermost && stands.apart && line.is_far;
            return printed.is_dated || elsewhere(&|other| other.code == printed.code) || is_at_foot;
        }
        // The symbol that stands alone on the first page is the text's own.
        let is_head =
            |symbol: &str| page > 0 && (elsewhere(&|other| other.symbol == Some(symbol)) || stands.apart && self.is_own(symbol));
        printed.is_dated || stands.outermost && printed.symbol.is_some_and(is_head) || self.counts_pages(line, stands)
    }

    /// The lines at the same edge of the pages around.
    fn others(&self, page: usize, side: usize) -> impl Iterator<Item = (usize, &Edge<'_>)> {
        let near = page.saturating_sub(NEAR)..(page + NEAR + 1).min(self.edges.len());
        near.filter(move |&other| other != page)
            .flat_map(move |other| self.edges[other][side].iter().map(move |line| (other, line)))
    }

    /// Whether the first page names `symbol`.
    fn is_own(&self, symbol: &str) -> bool {
        self.rows[0].iter().any(|row| row.text.split_whitespace().any(|word| word == symbol))
    }

    /// A number that is the outermost line but for furniture: it rises with the pages, or says the page's place in the file.
    fn counts_pages(&self, line: &Edge, stands: &Stands) -> bool {
        let Some((own, of)) = line.printed.and_then(|printed| printed.page) else { return false };
        let rises = |(page, other): (usize, &Edge)| {
            let number = other.printed.and_then(|printed| printed.page);
            let same = |(number, all): (u32, _)| all == of && number as usize + stands.page == own as usize + page;
            number.is_some_and(same) && is_at_same_place(line, other)
        };
        let says_so = own as usize == stands.page + 1;
        let is_cell = !stands.apart && stands.before_number;
        stands.outermost && !is_cell && (self.others(stands.page, stands.side).any(rises) || stands.apart && says_so)
    }

    /// A line of words that stands at the same place page after page.
    fn comes_back(&self, line: &Edge, stands: &Stands) -> bool {
        const ENOUGH: usize = 3;
        let text = &line.row.text;
        let pages = |same: &dyn Fn(&Edge) -> bool| {
            let others = self.others(stands.page, stands.side).filter(|(_, other)| same(other)).map(|(page, _)| page);
            others.chain([stands.page]).collect::<BTreeSet<usize>>()
        };
        let is_small_head = self.small_heads.is_some_and(|y| (y - line.row.y).abs() < SAME_PLACE);
        let is_over_text = stands.side == 0 && stands.page > 0 && stands.outermost;
        is_over_text && is_small_head
            || line.shapes.iter().any(|shape| {
                let on = pages(&|other| is_same(line, other, shape));
                let counts = shape.2 != i64::MAX;
                let counted = |other: &Edge| is_at_same_place(line, other) && other.shapes.iter().any(|other| other.2 == shape.2);
                let says_so = counts || text.split_whitespace().any(is_symbol);
                on.len() >= ENOUGH && (counts || stands.apart)
                    || on.len() > 1 && stands.apart && (says_so || self.is_every_page(&on))
                    || on.len() > 1 && counts && stands.outermost && pages(&counted).len() >= ENOUGH
            })
    }

    /// Where a single line in small type stands over the text of every page but perhaps the first: heads that differ between left and
    /// right pages, or from chapter to chapter. That of the first page may be its masthead.
    fn small_heads(&self) -> Option<f32> {
        const SMALL: f32 = 0.95;
        let sizes = self.rows.iter().flatten().map(|row| (row.size, row.text.len()));
        let body = most_common_size(sizes)?;
        let head = |edges: &[Vec<Edge>; 2]| {
            let single = edges[0].first().filter(|line| line.in_block && !edges[0].get(1).is_some_and(|next| next.in_block))?;
            let is_head = single.row.size < SMALL * body && !names_part(&single.row.text, self.lexicon);
            is_head.then_some(single.row.y)
        };
        let place = self.edges.get(1).and_then(head)?;
        let is_there = |edges: &[Vec<Edge>; 2]| head(edges).is_some_and(|y| (y - place).abs() < SAME_PLACE);
        let on = self.edges.iter().filter(|edges| is_there(edges)).count();
        (on > 1 && (on == self.edges.len() || on + 1 == self.edges.len() && !is_there(&self.edges[0]))).then_some(place)
    }

    /// Whether `on` are all pages, all left or all right ones; the first may be missing.
    fn is_every_page(&self, on: &BTreeSet<usize>) -> bool {
        let first = on.first().copied().unwrap_or(0);
        [1, 2].into_iter().any(|step| {
            let all: BTreeSet<usize> = (first % step..self.rows.len()).step_by(step).collect();
            *on == all || all.difference(on).eq([&0])
        })
    }
}

/// Where a line stands.
struct Stands {
    page: usize,
    /// Head or foot.
    side: usize,
    /// Nothing but furniture is between it and the edge.
    outermost: bool,
    /// It is in a block of lines that could all be furniture, set apart from the text.
    apart: bool,
    /// The next line inwards is a number too, as in a column of a table.
    before_number: bool,
}

fn is_same(line: &Edge, other: &Edge, shape: &Shape) -> bool {
    other.shapes.contains(shape) && is_at_same_place(line, other)
}

fn is_at_same_place(line: &Edge, other: &Edge) -> bool {
    (line.row.y - other.row.y).abs() < SAME_PLACE
}
