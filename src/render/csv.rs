//! The changes for spreadsheets: one row a change, as RFC 4180 has it.
//!
//! ```text
//! Paragraph,Formerly,Section,Change,Before,After,Weight
//! OP12,OP11,Arrests,reworded · renumbered,"Urges fifteen States, …","Urges twelve States, …",substantive
//! ```
//!
//! A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, or their wide forms) has an apostrophe before it,
//! which spreadsheets read as "this is text"; control characters are shown, not written.

use crate::render::visible::visible;
use crate::report::Report;

/// Whether a byte order mark stands first, by which Excel knows UTF-8.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Bom {
    /// None, as RFC 4180 has it.
    #[default]
    Without,
    /// One.
    With,
}

/// The changes of `report`, with a row of headings.
pub fn redline_csv(report: &Report, bom: Bom) -> String {
    let (words, page) = (&report.phrases.table, &report.phrases.page);
    let mut csv = String::from(if bom == Bom::With { "\u{feff}" } else { "" });
    csv.push_str(&row([words.place, words.was, words.section, words.kind, page.before, page.after, words.weight]));
    for line in &report.lines {
        csv.push_str(&row([&*line.place, &line.was, &line.section, &line.kind, &line.before, &line.after, line.weight]));
    }
    csv
}

/// A row of cells, with its line end.
pub(super) fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

/// `text` as one cell.
pub(super) fn cell(text: &str) -> String {
    let shown = visible(text);
    let is_formula =
        text.starts_with(['\t', '\r', '\n']) || shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let safe = if is_formula { format!("'{shown}") } else { shown.into_owned() };
    if safe.contains([',', '"', '\r', '\n']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        assert_eq!([cell("a"), cell("a, b"), cell("a \"b\"")], ["a", "\"a, b\"", "\"a \"\"b\"\"\""]);
    }

    #[test]
    fn no_cell_is_a_formula() {
        let cells = ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"].map(cell);
        assert!(cells.iter().all(|cell| cell.starts_with('\'')), "{cells:?}");
        assert_eq!(cell("– one"), "– one");
    }
}
