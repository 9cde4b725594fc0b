//! A compilation for a terminal: the summary, then every paragraph that someone touches.
//!
//! ```text
//! Conflicts    OP2  EU: “12” → “15”; Kenya: “12” → “ten”
//!
//! OP2          Appoints a panel of [-12-]{+15+} (EU) {+ten+} (Kenya) keepers
//! ```

use unicode_width::UnicodeWidthStr;

use super::paint::{Run, Style, marked};
use super::{Screen, TerminalOptions, listed};
use crate::render::visible::visible;
use crate::report::{Choice, CompilationReport, CompiledPiece, CompiledRow, Ink, Stress};

/// The compilation, with a final line feed.
pub fn compilation_terminal(report: &CompilationReport, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let words = report.phrases.compiling;
    screen.say(Style::Quiet, words.compilation);
    screen.say(Style::Strong, &report.title);
    screen.say(Style::Plain, &report.phrases.said_of(words.by, &report.hands));
    screen.blank();
    screen.say(Style::Plain, &report.counts);
    screen.say(Style::Strong, &report.digest);
    report.silent.iter().for_each(|line| screen.say(Style::Plain, line));
    for (head, lines) in &report.sections {
        let lines: Vec<(&str, String)> = lines.iter().map(|line| (line.name.as_str(), line.text.clone())).collect();
        listed(head, &lines, &mut screen);
    }
    table(report, &mut screen);
    for note in &report.compilation.notes {
        screen.say(Style::Plain, &note.message);
    }
    for row in report.rows.iter().filter(|row| row.is_touched()) {
        paragraph(report, row, &mut screen);
    }
    screen.text
}

/// Who touches what.
fn table(report: &CompilationReport, screen: &mut Screen) {
    if report.table.is_empty() {
        return;
    }
    let words = report.phrases.compiling;
    screen.blank();
    screen.say(Style::Strong, words.delegation);
    let widest = report.table.iter().map(|row| visible(&row.name).width()).max().unwrap_or_default();
    for row in &report.table {
        let cells = row.cells.iter().zip(words.columns).filter(|(cell, _)| !cell.is_empty()).map(|(cell, head)| {
            let names: Vec<&str> = cell.iter().map(|(_, name)| name.as_str()).collect();
            report.phrases.said_of(head, &names.join(report.phrases.comma))
        });
        let text = cells.collect::<Vec<_>>().join(report.phrases.semicolon);
        let text = if text.is_empty() { "–" } else { &text };
        screen.paragraph(&[Run::new(Style::Plain, visible(&row.name))], &[Run::new(Style::Plain, visible(text))], widest + 2);
    }
}

fn paragraph(report: &CompilationReport, row: &CompiledRow, screen: &mut Screen) {
    const LABEL: usize = 12;
    let mut said: Vec<Run> = vec![];
    let mut remark = |text: &str| said.push(Run::new(Style::Quiet, format!("{}  ", visible(text))));
    if let Some(coming) = &row.coming {
        remark(&report.names(&coming.by));
        coming.said.iter().for_each(|text| remark(text));
    }
    if let Some(whole) = &row.whole {
        whole.said.iter().for_each(|text| remark(text));
    }
    screen.blank();
    let lead = [Run::new(Style::Strong, visible(&row.name))];
    let mut runs: Vec<Run> = vec![];
    for piece in &row.pieces {
        match piece {
            CompiledPiece::Words(words) if row.coming.is_some() => runs.push(inked(words, Ink::Inserted(Stress::Full), screen)),
            CompiledPiece::Words(words) => runs.push(Run::new(Style::Plain, visible(words))),
            CompiledPiece::Mark(_) => {}
            CompiledPiece::Choice(choice) => ways(report, choice, &mut runs, screen),
        }
    }
    if said.is_empty() {
        return screen.paragraph(&lead, &runs, LABEL);
    }
    screen.paragraph(&lead, &said, LABEL);
    screen.paragraph(&[], &runs, LABEL);
}

/// The words of the draft at a place, and those of each who wants others.
fn ways(report: &CompilationReport, choice: &Choice, runs: &mut Vec<Run>, screen: &Screen) {
    if !choice.words.is_empty() {
        runs.push(inked(&choice.words, Ink::Deleted(Stress::Full), screen));
    }
    for way in &choice.ways {
        if !way.text.is_empty() {
            runs.push(inked(&way.text, Ink::Inserted(Stress::Full), screen));
        }
        runs.push(Run::new(Style::Quiet, format!(" ({}) ", visible(&report.names(&way.by)))));
    }
}

fn inked(text: &str, ink: Ink, screen: &Screen) -> Run {
    Run::new(Style::Ink(ink), marked(ink, &visible(text), screen.options.colours))
}
