//! Watermarks: words across the page, or large ones behind its text.
//!
//! ```text
//!  15. The secretariat shall D R A F T in good order,     64 points over lines of 10: no line of the text
//! ```
//!
//! Words at an angle that is no quarter of a turn are told by [`engine`](super::engine). Upright ones are a watermark when their letters stand over
//! those of other lines, which no text does; and so are the same words, as large and at the same place, on the other pages.

use super::engine::{Page, Piece, Place};
use super::row::most_common_size;

/// How much larger than the text a watermark is.
const LARGER: f32 = 1.8;
/// Over so many other lines its letters stand; one is enough where it is pale.
const LINES: usize = 2;
const PALE: f32 = 0.5;

/// Sets watermarks apart as text that runs across the page.
pub(super) fn set_apart(pages: &mut [Page]) {
    let text = pages.iter().flat_map(|page| &page.pieces).filter(|piece| piece.place == Place::Text);
    let Some(body) = most_common_size(text.map(|piece| (piece.size, piece.text.trim().chars().count()))) else { return };
    let mut known: Vec<Piece> = vec![];
    for page in pages.iter() {
        let large = page.pieces.iter().filter(|piece| is_large(piece, body)).take(MOST);
        for piece in large.filter(|piece| is_over_lines(piece, &page.pieces, body)) {
            if !known.iter().any(|other| is_same(other, piece)) {
                known.push(piece.clone());
            }
        }
        if known.len() > MOST {
            return;
        }
    }
    for piece in pages.iter_mut().flat_map(|page| &mut page.pieces) {
        if is_large(piece, body) && known.iter().any(|other| is_same(other, piece)) {
            piece.place = Place::Turned;
        }
    }
}

/// A text has a few watermarks, and a page a few large words.
const MOST: usize = 64;

fn is_large(piece: &Piece, body: f32) -> bool {
    piece.place == Place::Text && piece.size > LARGER * body && !piece.text.trim().is_empty()
}

/// Whether baselines of smaller text, within the width of `piece`, go through its letters.
fn is_over_lines(piece: &Piece, pieces: &[Piece], body: f32) -> bool {
    /// A drop cap stands before its lines, not over them.
    const INSIDE: f32 = 0.1;
    /// The height of letters, in parts of the size.
    const HEIGHT: f32 = 0.65;
    let inside = INSIDE * body;
    let is_crossing = |other: &&Piece| {
        other.size * LARGER < piece.size
            && other.place == Place::Text
            && other.text.chars().any(char::is_alphanumeric)
            && other.x < piece.end - inside
            && other.end > piece.x + inside
            && other.y + 0.4 * other.size > piece.y
            && other.y < piece.y + HEIGHT * piece.size
    };
    let mut baselines: Vec<f32> = pieces.iter().filter(is_crossing).map(|other| other.y).collect();
    baselines.sort_by(f32::total_cmp);
    baselines.dedup_by(|a, b| (*a - *b).abs() < body / 2.0);
    let is_pale = piece.color.is_some_and(|color| color.into_iter().all(|part| part > PALE));
    baselines.len() >= if is_pale { 1 } else { LINES }
}

fn is_same(one: &Piece, other: &Piece) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < 3.0;
    one.text == other.text && near(one.size, other.size) && near(one.x, other.x) && near(one.y, other.y)
}
