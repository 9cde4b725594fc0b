//! Where the changes are, from the first line of the page to the last, at one glance.
//!
//! ```text
//! rows     heading  fold  OP12 (changed, long)  OP13  OP14 (inserted)
//! strip    ─────────────█████████───────────────────────███
//! ```
//!
//! Places are thousandths of the text, by characters; a row counts a line beside its text.

use super::row::{Entry, Row, Standing};

/// One change on the strip.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tick {
    /// Where it leads.
    pub anchor: String,
    /// Where it begins, in thousandths of the whole.
    pub start: usize,
    /// How long it is, in thousandths; at least enough to be seen.
    pub length: usize,
    /// How the paragraph changed.
    pub standing: Standing,
}

const WHOLE: usize = 1000;

/// Characters that the margin around a row is worth.
const ROW: usize = 60;

/// The least that can be seen and hit, in thousandths.
const LEAST: usize = 5;

/// One tick for each changed paragraph.
pub(super) fn strip(rows: &[Row]) -> Vec<Tick> {
    let lengths: Vec<usize> = rows.iter().map(length).collect();
    let whole = lengths.iter().sum::<usize>().max(1);
    let mut ticks = vec![];
    let mut before = 0;
    for (row, length) in rows.iter().zip(lengths) {
        if let Row::Entry(entry) = row
            && entry.is_changed()
        {
            let start = (before * WHOLE / whole).min(WHOLE - LEAST);
            let length = (length * WHOLE / whole).max(LEAST).min(WHOLE - start);
            ticks.push(Tick { anchor: entry.anchor.clone(), start, length, standing: entry.standing });
        }
        before += length;
    }
    ticks
}

fn length(row: &Row) -> usize {
    let text = |entry: &Entry| {
        let pieces = entry.pieces.iter().chain(entry.notes.iter().flat_map(|note| &note.pieces));
        pieces.map(|piece| piece.text().chars().count()).sum::<usize>()
    };
    ROW + match row {
        Row::Entry(entry) => text(entry),
        Row::Departure(_) | Row::Fold(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::{Departure, Role};
    use super::*;

    #[test]
    fn a_tick_stands_where_its_paragraph_does() {
        let line =
            Row::Departure(Departure { anchor: String::new(), label: String::new(), text: String::new(), target: String::new() });
        let entry = Entry {
            anchor: "OP2".to_owned(),
            role: Role::Paragraph,
            label: String::new(),
            was: None,
            printed: None,
            standing: Standing::Edited,
            badges: vec![],
            pieces: vec![],
            notes: vec![],
            since: None,
        };
        let ticks = strip(&[line.clone(), Row::Entry(entry), line.clone(), line]);
        assert_eq!(ticks, [Tick { anchor: "OP2".to_owned(), start: 250, length: 250, standing: Standing::Edited }]);
    }
}
