//! Rows and cells for spreadsheets, as RFC 4180 has them.
//!
//! A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, or their wide forms) has an apostrophe before it,
//! which spreadsheets read as "this is text"; control characters are shown, not written.

use crate::render::visible::visible;

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
