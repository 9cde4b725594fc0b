//! A series for a terminal: paragraphs down, years across; and a text with its years.
//!
//! ```text
//!            17  18  19  20
//! OP11       ●   ◐   −   ↺   Urges States Parties to …
//! OP12       ●   ◐◇  ●   ●   Requests the Registrar …
//!
//! OP12  ASP/17  Requests the Registrar to
//!       ASP/19  report annually
//!       ASP/17  on the matter;
//! ```

use unicode_width::UnicodeWidthStr;

use super::paint::Style;
use super::wrap::Run;
use super::{Screen, TerminalOptions};
use crate::render::visible::visible;
use crate::report::phrases::{counted, fill};
use crate::report::{Cell, Dated, Life, Role, SeriesReport, Sign};

/// Columns left for the opening words of a paragraph, at least.
const OPENING: usize = 16;

/// The matrix, what is gone, what is stable; with a final line feed.
pub fn series_terminal(report: &SeriesReport, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let words = &report.phrases.years;
    let count = report.labels.len();
    let ends = fill(words.from_to, &[&report.labels[0], &report.labels[count - 1]]);
    let head = format!("  {} · {ends} · {}", report.title, counted(words.texts, count));
    screen.paragraph(&[], &[Run::new(Style::Strong, words.series), Run::new(Style::Plain, visible(&head))], 0);
    let named = report.lives.iter().filter(|life| !matches!(life.role, Role::Heading(_)));
    let name = named.map(|life| life.name.width()).max().unwrap_or(0) + 2;
    let column = report.short_labels.iter().map(|label| label.width()).max().unwrap_or(0).max(3) + 1;
    let fits = options.width.saturating_sub(name + OPENING) / column;
    for texts in (0..count).collect::<Vec<_>>().chunks(fits.max(1)) {
        screen.blank();
        let heads = texts.iter().map(|&text| padded(&report.short_labels[text], column)).collect::<String>();
        screen.lines(&[vec![Run::new(Style::Quiet, visible((" ".repeat(name) + &heads).trim_end()))]], 0);
        report.lives.iter().for_each(|life| row(life, texts, [name, column], &mut screen));
    }
    screen.blank();
    let legend = Sign::ALL
        .iter()
        .zip(words.signs)
        .map(|(sign, meaning)| format!("{}\u{a0}{}", sign.glyph(), meaning.replace(' ', "\u{a0}")));
    screen.say(Style::Quiet, &legend.collect::<Vec<_>>().join("   "));
    gone(report, &mut screen);
    stability(report, &mut screen);
    for note in &report.notes {
        screen.say(Style::Quiet, &visible(note));
    }
    screen.text
}

fn row(life: &Life, texts: &[usize], [name, column]: [usize; 2], screen: &mut Screen) {
    // What is not there in any of these years is not worth a line.
    if texts.iter().all(|&text| life.cells[text].signs.is_empty()) {
        return;
    }
    let is_heading = matches!(life.role, Role::Heading(_));
    let glyphs = |cell: &Cell| cell.signs.iter().map(|sign| sign.glyph()).collect::<String>();
    let cells: String = texts.iter().map(|&text| padded(&glyphs(&life.cells[text]), column)).collect();
    let label = if is_heading { String::new() } else { visible(&life.name).into_owned() };
    let room = screen.options.width.saturating_sub(name + texts.len() * column);
    let opening = shortened(&visible(&life.text), room);
    let style = if is_heading { Style::Strong } else { Style::Quiet };
    let lead = padded(&label, name) + &cells;
    screen.lines(&[vec![Run::new(Style::Plain, lead), Run::new(style, opening)]], 0);
}

/// `text` with blanks up to `columns`, one at least.
fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width()).max(1)))
}

/// The opening of `text`, whole words and an ellipsis, in `columns`.
fn shortened(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split(' ') {
        if short.width() + word.width() + 2 > columns {
            break;
        }
        short.push_str(word);
        short.push(' ');
    }
    short.trim_end().to_owned() + "…"
}

fn gone(report: &SeriesReport, screen: &mut Screen) {
    let mut lost: Vec<&Life> = report.lives.iter().filter(|life| life.lost.is_some()).collect();
    if lost.is_empty() {
        return;
    }
    lost.sort_by_key(|life| life.lost.as_ref().map(|lost| lost.document));
    screen.blank();
    screen.say(Style::Strong, report.phrases.years.gone);
    for life in lost {
        let how = life.lost.as_ref().map_or("", |lost| &lost.how);
        let room = screen.options.width.saturating_sub(life.name.width() + how.width() + 6);
        let line = format!("{} · {how} · {}", life.name, shortened(&life.text, room.max(OPENING)));
        screen.say(Style::Plain, &visible(&line));
    }
}

fn stability(report: &SeriesReport, screen: &mut Screen) {
    const MOST: usize = 5;
    let words = &report.phrases.years;
    let count = report.labels.len();
    let alive = || report.lives.iter().filter(|life| life.lost.is_none() && !matches!(life.role, Role::Heading(_)));
    screen.blank();
    screen.say(Style::Strong, words.stability);
    screen.say(Style::Plain, &counted(words.never, alive().filter(|life| life.steady == count).count()));
    let mut often: Vec<&Life> = alive().filter(|life| life.changes > 1).collect();
    often.sort_by_key(|life| std::cmp::Reverse(life.changes));
    for life in often.into_iter().take(MOST) {
        let line = fill(words.often, &[&life.name, &life.changes.to_string(), &count.to_string()]);
        screen.say(Style::Plain, &visible(&line));
    }
}

/// Where the years of a text stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    /// In a column, a phrase a line.
    Margin,
    /// After each phrase that is not of the year of most of its paragraph.
    Inline,
}

/// The text that is dated, with the year in which each phrase entered; with a final line feed.
pub fn blame_terminal(report: &SeriesReport, years: Years, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let words = &report.phrases.years;
    screen.say(Style::Strong, &visible(&fill(words.dated, &[&report.labels[report.at]])));
    let name = report.dated.iter().map(|unit| unit.name.width()).max().unwrap_or(0) + 2;
    let margin = name + report.labels.iter().map(|label| label.width()).max().unwrap_or(0) + 3;
    if years == Years::Inline {
        screen.say(Style::Quiet, words.rest);
    }
    for unit in &report.dated {
        screen.blank();
        if years == Years::Inline {
            inline(unit, report, [name, margin], &mut screen);
            continue;
        }
        for (at, run) in unit.runs.iter().enumerate() {
            let label = if at == 0 { visible(&unit.name) } else { "".into() };
            let again = if run.is_again { '↺' } else { ' ' };
            let year = format!("{}{again}", visible(&report.labels[run.since]));
            let lead = [Run::new(Style::Strong, padded(&label, name)), Run::new(Style::Quiet, padded(&year, margin - name))];
            let style = style_of(unit, run.since);
            screen.paragraph(&lead, &[Run::new(style, visible(run.text.trim()))], margin + 1);
        }
    }
    screen.text
}

fn inline(unit: &Dated, report: &SeriesReport, [name, margin]: [usize; 2], screen: &mut Screen) {
    let mostly = padded(&visible(&report.labels[unit.mostly]), margin - name);
    let lead = [Run::new(Style::Strong, padded(&visible(&unit.name), name)), Run::new(Style::Quiet, mostly)];
    let mut runs = vec![];
    for run in &unit.runs {
        runs.push(Run::new(style_of(unit, run.since), visible(&run.text)));
        if run.since != unit.mostly {
            let again = if run.is_again { "↺" } else { "" };
            let space = if run.text.ends_with(char::is_whitespace) { " " } else { "" };
            runs.push(Run::new(Style::Quiet, format!("[{again}{}]{space}", visible(&report.short_labels[run.since]))));
        }
    }
    screen.paragraph(&lead, &runs, margin + 1);
}

/// What is younger than most of its paragraph stands out.
fn style_of(unit: &Dated, since: usize) -> Style {
    match (matches!(unit.role, Role::Heading(_)), since == unit.mostly) {
        (true, _) => Style::Strong,
        (false, true) => Style::Plain,
        (false, false) => Style::Loud,
    }
}
