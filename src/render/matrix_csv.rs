//! The matrix of a series for spreadsheets.
//!
//! ```text
//! Paragraph,Opening words,ASP/17,ASP/18,ASP/19
//! OP11,"Urges States Parties, in particular …",unchanged,reworded; moved,dropped
//! ```

use super::csv::row;
use crate::report::{Role, SeriesReport};

/// The matrix of a series: a line a paragraph or heading, a column a text, in words; lines end in CRLF.
pub fn series_csv(report: &SeriesReport) -> String {
    let words = &report.phrases.years;
    let heads = [words.paragraph, words.opening].into_iter().chain(report.labels.iter().map(String::as_str));
    let mut csv = row(heads);
    for life in &report.lives {
        let name = if matches!(life.role, Role::Heading(_)) { words.section } else { &life.name };
        let meanings = life.cells.iter().map(|cell| {
            let said: Vec<&str> = cell.signs.iter().map(|sign| sign.said(report.phrases)).collect();
            said.join("; ")
        });
        let cells: Vec<String> = [name.to_owned(), life.opening.clone()].into_iter().chain(meanings).collect();
        csv.push_str(&row(cells.iter().map(String::as_str)));
    }
    csv
}
