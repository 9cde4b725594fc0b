//! A series for a terminal: paragraphs down, years across; and a text with its years.
//!
//! ```text
//!            17  18  19  20
//! OP11       ·   ◐   −   ↺   Urges States Parties to …
//! OP12       ·   ◐◇  ·   ·   Requests the Registrar …
//!
//! OP12  ASP/17  Requests the Registrar to
//!       ASP/19  report annually
//!       ASP/17  on the matter;
//! ```

use unicode_width::UnicodeWidthStr;

use super::paint::{Run, Style};
use super::{Screen, TerminalOptions, listed};
use crate::findings::FactKind;
use crate::render::visible::visible;
use crate::report::phrases::{counted, fill};
use crate::report::{Cell, Course, Dated, Life, Role, SeriesReport, Sign};

/// Columns left for the opening words of a paragraph, at least.
const OPENING: usize = 14;

/// Columns of a paragraph's name, at most: a longer one has a line of its own.
const NAME: usize = 16;

/// The matrix, what is gone, what is stable; with a final line feed.
pub fn series_terminal(report: &SeriesReport, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let words = &report.phrases.years;
    let count = report.labels.len();
    let ends = fill(words.from_to, &[&report.labels[0], &report.labels[count - 1]]);
    let head = format!("  {} · {ends} · {}", report.title, counted(words.texts, count));
    screen.paragraph(&[], &[Run::new(Style::Strong, words.series), Run::new(Style::Plain, visible(&head))], 0);
    matrix(report, &mut screen);
    screen.blank();
    let legend = Sign::ALL
        .iter()
        .zip(words.signs)
        .map(|(sign, meaning)| format!("{}\u{a0}{}", sign.key(), meaning.replace(' ', "\u{a0}")));
    screen.say(Style::Quiet, &legend.collect::<Vec<_>>().join("   "));
    gone(report, &mut screen);
    stability(report, &mut screen);
    figures(report, &mut screen);
    if !report.notes.is_empty() {
        screen.blank();
        screen.say(Style::Strong, report.phrases.page.notes);
    }
    for note in &report.notes {
        screen.paragraph(&[Run::new(Style::Plain, "-")], &[Run::new(Style::Plain, visible(note))], 2);
    }
    screen.text
}

fn matrix(report: &SeriesReport, screen: &mut Screen) {
    let count = report.labels.len();
    let named = report.lives.iter().filter(|life| !matches!(life.role, Role::Heading(_)));
    let name = named.map(|life| life.name.width()).max().unwrap_or(0).min(NAME) + 2;
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0) + 1;
    let signs = widest(&mut report.lives.iter().flat_map(|life| &life.cells).map(|cell| cell.signs.len()));
    let labels = widest(&mut report.short_labels.iter().map(|label| label.width())).max(signs).max(4);
    let fits = |column: usize| (screen.options.width.saturating_sub(name + OPENING) / column).max(1);
    // Labels that leave no room for all texts side by side are said once, and stand as numbers above their columns.
    let is_numbered = fits(labels) < count;
    let column = if is_numbered { signs.max(3) } else { labels };
    let heads: Vec<String> =
        if is_numbered { (1..=count).map(|text| text.to_string()).collect() } else { report.short_labels.clone() };
    let fits = fits(column);
    for texts in (0..count).collect::<Vec<_>>().chunks(fits) {
        screen.blank();
        if is_numbered {
            let said =
                texts.iter().map(|&text| format!("{}\u{a0}=\u{a0}{}", heads[text], report.labels[text].replace(' ', "\u{a0}")));
            screen.say(Style::Quiet, &visible(&said.collect::<Vec<_>>().join("  ")));
            screen.blank();
        }
        let heads = texts.iter().map(|&text| padded(&heads[text], column)).collect::<String>();
        screen.lines(&[vec![Run::new(Style::Quiet, visible((" ".repeat(name) + &heads).trim_end()))]], 0);
        report.lives.iter().for_each(|life| row(life, texts, [name, column], screen));
    }
}

fn row(life: &Life, texts: &[usize], [name, column]: [usize; 2], screen: &mut Screen) {
    // What is not there in any of these years is not worth a line.
    if texts.iter().all(|&text| life.cells[text].signs.is_empty()) {
        return;
    }
    let is_heading = matches!(life.role, Role::Heading(_));
    let glyphs = Cell::glyphs;
    let cells: String = texts.iter().map(|&text| padded(&glyphs(&life.cells[text]), column)).collect();
    let mut label = if is_heading { String::new() } else { visible(&life.name).into_owned() };
    if label.width() + 2 > name {
        screen.lines(&[vec![Run::new(Style::Plain, std::mem::take(&mut label))]], 0);
    }
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
        let line = fill(words.often, &[&life.name, &life.changes.to_string(), &life.chances().to_string()]);
        screen.say(Style::Plain, &visible(&line));
    }
}

/// What to check in the latest text, and its counts that were others before: the page and `rature counts` have the rest.
fn figures(report: &SeriesReport, screen: &mut Screen) {
    const MOST: usize = 8;
    let words = &report.phrases.findings;
    let checks = report.checks.iter().map(|line| (line.label.as_str(), line.text.clone())).collect::<Vec<_>>();
    listed(&said(words.check, checks.len(), MOST), &checks[..checks.len().min(MOST)], screen);
    let is_amount = |course: &&Course| matches!(course.kind, FactKind::Count | FactKind::Money | FactKind::Percent);
    let amounts = || report.courses.iter().filter(is_amount);
    let mut lines = vec![];
    for course in amounts().take(MOST) {
        let steps = course.steps.iter().map(|(text, value)| format!("{value} ({})", report.labels[*text]));
        let steps = steps.collect::<Vec<_>>().join(report.phrases.arrow);
        lines.push((course.name.as_str(), fill(report.phrases.years.named, &[&course.what, &steps])));
    }
    listed(&said(words.changed, amounts().count(), MOST), &lines, screen);
}

/// A head, with how many of its lines are shown where not all are.
fn said(head: &str, count: usize, most: usize) -> String {
    if count > most { format!("{head} ({most}/{count})") } else { head.to_owned() }
}

/// Where the years of a text stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
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
        let style = style_of(unit, run.since);
        if run.since == unit.mostly {
            runs.push(Run::new(style, visible(&run.text)));
            continue;
        }
        // Where the phrase begins must be seen without colours too.
        let (words, rest) = run.text.split_at(run.text.trim_end().len());
        let (gap, words) = words.split_at(words.len() - words.trim_start().len());
        let again = if run.is_again { "↺" } else { "" };
        let year = visible(&report.short_labels[run.since]);
        runs.push(Run::new(Style::Quiet, format!("{}‹", visible(gap))));
        runs.push(Run::new(style, visible(words)));
        runs.push(Run::new(Style::Quiet, format!("›[{again}{year}]{}", visible(rest))));
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
