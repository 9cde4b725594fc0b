//! A table for a terminal: the first two cells, and under them the others.
//!
//! ```text
//! count  personnes visées par un mandat d’arrêt
//!     15 (OP2) → 13 (OP2) → 12 (OP2) | 12 (OP2) | █▃▁▁
//! ```

use super::paint::{Run, Style};
use super::{Screen, TerminalOptions};
use crate::render::visible::visible;
use crate::report::{Sheet, SheetCell, TraceReport};

/// The table, with a final line feed. An arrow stands before a cell that is another than the one before it.
pub fn sheet_terminal(table: &Sheet, options: &TerminalOptions) -> String {
    const HEAD: usize = 2;
    let mut screen = Screen::new(options.clone());
    screen.say(Style::Strong, &table.title);
    if table.rows.is_empty() {
        screen.say(Style::Plain, table.nothing);
        return screen.text;
    }
    screen.say(Style::Quiet, &table.columns.join(" | "));
    for row in &table.rows {
        let (head, rest) = row.split_at(HEAD.min(row.len()));
        screen.blank();
        let lead: Vec<&str> = head.iter().map(|cell| cell.text.as_str()).collect();
        screen.say(Style::Strong, &lead.join("  "));
        screen.paragraph(&[], &cells(rest), 4);
    }
    screen.text
}

/// What became of the proposals on a draft, table by table, with a final line feed.
pub fn trace_terminal(report: &TraceReport, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    screen.say(Style::Strong, &report.title);
    screen.say(Style::Quiet, report.legend);
    for sheet in &report.sheets {
        screen.text.push('\n');
        screen.text.push_str(&sheet_terminal(sheet, options));
    }
    screen.text
}

fn cells(cells: &[SheetCell]) -> Vec<Run> {
    let mut runs = vec![];
    for (index, cell) in cells.iter().enumerate().filter(|(index, cell)| *index == 0 || cell.is_changed || !cell.text.is_empty())
    {
        if index > 0 {
            runs.push(Run::new(Style::Quiet, if cell.is_changed { " → " } else { " | " }));
        }
        let text = if cell.text.is_empty() { "–" } else { &cell.text };
        runs.push(Run::new(if cell.is_changed { Style::Strong } else { Style::Plain }, visible(text)));
    }
    runs
}
