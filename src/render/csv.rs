//! Tables for spreadsheets: RFC 4180, in UTF-8.
//!
//! ```text
//! paragraph,opening,ASP/17,ASP/18,ASP/19
//! OP11,"Urges States Parties, in particular …",unchanged,reworded; moved,dropped
//! ```
//!
//! A spreadsheet takes a cell that begins with = + - or @ for a formula: such a cell gets an apostrophe before it, which spreadsheets
//! do not show.

use super::visible::visible;
use crate::report::{Role, SeriesReport};

/// The matrix of a series: a line a paragraph or heading, a column a text, in words; lines end in CRLF.
pub fn series_csv(report: &SeriesReport) -> String {
    let words = &report.phrases.years;
    let heads = [words.paragraph, words.opening].into_iter().chain(report.labels.iter().map(String::as_str));
    let mut csv = line(heads);
    for life in &report.lives {
        let name = if matches!(life.role, Role::Heading(_)) { words.section } else { &life.name };
        let meanings = life.cells.iter().map(|cell| {
            let said: Vec<&str> = cell.signs.iter().map(|sign| sign.said(report.phrases)).collect();
            said.join("; ")
        });
        let cells: Vec<String> = [name.to_owned(), life.opening.clone()].into_iter().chain(meanings).collect();
        csv.push_str(&line(cells.iter().map(String::as_str)));
    }
    csv
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(cell).collect::<Vec<_>>().join(",") + "\r\n"
}

/// `text` as a cell: no formula, nothing that cannot be seen, quoted where it must be.
pub(super) fn cell(text: &str) -> String {
    let shown = visible(text);
    let guard = if shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) { "'" } else { "" };
    let guarded = format!("{guard}{shown}");
    if guarded.contains([',', '"', ';', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_no_cell_ends_early() {
        let cases = [
            ("plain", "plain"),
            ("a, \"b\"", "\"a, \"\"b\"\"\""),
            ("=1+1", "'=1+1"),
            (" @SUM(A1)", "' @SUM(A1)"),
            ("-2", "'-2"),
            ("a\nb", "a b"),
            ("\t=1", "' =1"),
        ];
        for (text, wanted) in cases {
            assert_eq!(cell(text), wanted);
        }
    }
}
