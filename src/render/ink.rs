//! The pieces of a paragraph as runs of one ink, for formats that are text.

use crate::render::visible::visible;
use crate::report::{Ink, Piece, Stress};
use crate::text::raised;

/// The runs of `pieces`, visible, with raised footnote marks. What is not shown is left out; what is shown as kept is plain.
pub(super) fn inked(pieces: &[Piece]) -> Vec<(Ink, String)> {
    let mut inked: Vec<(Ink, String)> = vec![];
    for piece in pieces {
        let (ink, text) = match piece {
            Piece::Text { ink, text, .. } => (*ink, visible(text).into_owned()),
            Piece::Mark { ink, mark, .. } => (*ink, raised(&visible(mark))),
            Piece::Border => (Ink::Deleted(Stress::Full), " ¶ ".to_owned()),
        };
        let ink = match ink {
            Ink::Deleted(stress) if !stress.is_shown() => continue,
            Ink::Inserted(stress) if !stress.is_shown() => Ink::Plain,
            ink => ink,
        };
        match inked.last_mut() {
            Some((last, so_far)) if *last == ink => so_far.push_str(&text),
            _ => inked.push((ink, text)),
        }
    }
    inked
}
