//! Tables as text: for a terminal, as Markdown, as CSV.

use super::csv::{self, Bom};
use super::visible::visible;
use crate::report::{Sheet, SheetCell, TraceReport};

/// The table as Markdown, with a final line feed; what changed is bold.
pub fn sheet_markdown(table: &Sheet) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = format!("# {}\n\n", escaped(&table.title));
    if table.rows.is_empty() {
        return text + table.nothing + "\n";
    }
    text.push_str(&line(table.columns.iter().map(|column| escaped(column)).collect()));
    text.push_str(&line(table.columns.iter().map(|_| "---".to_owned()).collect()));
    let cell = |cell: &SheetCell| {
        let text = escaped(&cell.text);
        if cell.is_changed && !text.is_empty() { format!("**{text}**") } else { text }
    };
    for row in &table.rows {
        text.push_str(&line(row.iter().map(cell).collect()));
    }
    text
}

/// `text` with all that Markdown reads made plain.
fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in visible(text).chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&') {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

/// The table as CSV, a head and a line a row.
pub fn sheet_csv(table: &Sheet) -> String {
    let head = csv::row(table.columns.iter().map(String::as_str));
    let rows = table.rows.iter().map(|row| csv::row(row.iter().map(|cell| cell.text.as_str())));
    std::iter::once(head).chain(rows).collect()
}

/// The changes that are followed through the drafts, a head and a line a change.
pub fn trace_csv(report: &TraceReport, bom: Bom) -> String {
    let mark = if bom == Bom::With { "\u{feff}" } else { "" };
    mark.to_owned() + &sheet_csv(&report.lines)
}
