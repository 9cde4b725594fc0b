//! Figures that look like marks and were left in the text, said once.

use super::super::document::Unit;
use super::figure::{Figure, Proof};
use crate::read::Note;

/// The note that says which figures look like marks but have too little that speaks for them; none when there are none.
///
/// `taken` are the indices of those that were lifted.
pub(super) fn doubt(units: &[Unit], figures: &[Figure], taken: &[usize]) -> Option<Note> {
    let is_left = |at: &usize| taken.binary_search(at).is_err() && looks_like_a_mark(&figures[*at]);
    let left: Vec<usize> = (0..figures.len()).filter(is_left).collect();
    let first = &figures[*left.first()?];
    let unit = &units[first.unit];
    let (count, quoted) = (left.len().to_string(), quoted(&unit.text, first));
    let message =
        format!("figures that may be footnote marks were left in the text: {count}; the first is “{quoted}” in {}", unit.id);
    Some(Note::new("doubtful-mark", message).with([&count, &quoted, &unit.id]))
}

/// Whether a reader would take the figure for a mark: raised, glued to a word, or set apart before a stop.
fn looks_like_a_mark(figure: &Figure) -> bool {
    figure.likely > 2 && !matches!(figure.proof, Proof::Note | Proof::Code)
}

/// The figure with the word before it and what follows it.
fn quoted(text: &str, figure: &Figure) -> String {
    let head = text[..figure.start].trim_end();
    let start = head.len() - head.rsplit(char::is_whitespace).next().unwrap_or_default().len();
    let tail = &text[figure.end..];
    let end = tail.char_indices().take_while(|(_, c)| !c.is_alphanumeric()).last().map_or(0, |(at, c)| at + c.len_utf8());
    text[start..figure.end + end].trim_end().to_owned()
}
