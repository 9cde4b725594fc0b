//! Running heads, page numbers and imprints: found by their place at the head and foot of several pages.
//!
//! ```text
//! ICC-ASP/20/Res.2        3         page 3, the first line: the same as on page 5 but for its figures
//! …
//! 20-FR-091221                      the last line of each page
//! ```
//!
//! A line at a page's edge goes when another page has the same one at the same edge (figures aside), when it is a page number, a
//! symbol or a document's code, or when the file itself marks it as no part of the text. What stands once, over the text of the
//! first page, is its masthead and stays.

use super::super::Why;
use super::super::furniture::{is_code, is_imprint, is_page_number, is_rule, is_running_symbol};
use super::engine::Place;
use super::row::Row;
use crate::language::Lexicon;

/// How many lines from a page's head or foot its furniture stands.
const DEEP: usize = 4;

/// For each line of each page, from top to bottom, why it is left out.
pub(super) fn furniture(pages: &[Vec<Row>], lexicon: &Lexicon) -> Vec<Vec<Option<Why>>> {
    let shapes: Vec<Vec<(String, f32)>> =
        pages.iter().map(|rows| rows.iter().map(|row| (shape(&row.text), row.y)).collect()).collect();
    let mut found = vec![];
    for (page, rows) in pages.iter().enumerate() {
        let first_of_text = rows.iter().position(|row| row.place != Place::Artifact).unwrap_or(rows.len());
        let judge = |at: usize| {
            let row = &rows[at];
            if is_rule(&row.text) {
                return Some(Why::Rule);
            }
            let edge = at < DEEP || at + DEEP >= rows.len();
            let named = edge && (is_named(&row.text, page, lexicon) || has_twin(&shapes, page, at));
            let masthead = page == 0 && at < first_of_text;
            (named || row.place == Place::Artifact && !masthead).then_some(Why::Furniture)
        };
        found.push((0..rows.len()).map(judge).collect());
    }
    found
}

/// A line with its figures blotted out.
fn shape(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// What is furniture by its own words. The symbol that stands alone on the first page is the text's own.
fn is_named(text: &str, page: usize, lexicon: &Lexicon) -> bool {
    is_page_number(text, lexicon)
        || is_code(text)
        || is_imprint(text, lexicon)
        || is_running_symbol(text, lexicon) && (page > 0 || text.contains(' '))
}

/// Whether another page has the same line at the same place of the same edge.
fn has_twin(shapes: &[Vec<(String, f32)>], page: usize, at: usize) -> bool {
    const SHORTEST: usize = 3;
    const SAME_PLACE: f32 = 3.0;
    // Heads differ between left and right pages, and on the first one.
    const NEAR: usize = 3;
    let (own, y) = &shapes[page][at];
    let is_alike = |(other, place): &(String, f32)| other == own && (place - y).abs() < SAME_PLACE;
    let near = page.saturating_sub(NEAR)..(page + NEAR + 1).min(shapes.len());
    own.len() >= SHORTEST
        && near.filter(|&other| other != page).any(|other| {
            let lines = &shapes[other];
            at < DEEP && lines.iter().take(DEEP).any(is_alike)
                || at + DEEP >= shapes[page].len() && lines.iter().rev().take(DEEP).any(is_alike)
        })
}
