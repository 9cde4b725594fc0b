//! Cells of CSV (RFC 4180) that a spreadsheet shows and never runs.
//!
//! ```text
//! 12, 13        "12, 13"
//! =SUM(A1)      '=SUM(A1)
//! ```
//!
//! A spreadsheet takes a cell that begins with one of `= + - @`, a tab or a line end for a formula; an apostrophe before it makes it
//! text again (OWASP, *CSV Injection*). What cannot be seen is shown.

use super::visible::visible;

/// `text` as one cell.
pub(super) fn cell(text: &str) -> String {
    let shown = visible(text);
    let is_formula = shown.trim_start().starts_with(['=', '+', '-', '@', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}']);
    let safe = if is_formula { format!("'{shown}") } else { shown.into_owned() };
    if safe.contains([',', '"', '\n', '\r', ';']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

/// A row of cells, with its line end.
pub(super) fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_never_a_formula() {
        assert_eq!(
            row(["12", "a, b", "say \"no\"", "=1+1", " @x", "-3", "\ta"]),
            "12,\"a, b\",\"say \"\"no\"\"\",'=1+1,' @x,'-3, a\r\n"
        );
    }
}
