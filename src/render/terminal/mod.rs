//! The redline for a terminal: one entry a paragraph, wrapped to the width, changes by colour and line or by signs.
//!
//! ```text
//! Redline  ICC-ASP/19/Res.2 → ICC-ASP/20/Res.2
//!
//! ── II. Arrests
//!
//!         OP9–OP11 (were OP8–OP10): unchanged
//!
//! OP12 (was OP11) · moved from OP9
//!         Urges [-fifteen-]{+twelve+} States Parties to …
//!         ¹ See document ICC-ASP/20/8.
//!
//! 38 paragraphs unchanged, 1 reworded, 1 moved; 1 word inserted, 1 word deleted
//! ```
//!
//! Nothing of the input reaches the terminal but through [`visible`](super::visible).

mod compiled;
mod diagnosis;
mod digest;
mod entry;
mod explained;
mod facts;
mod known;
mod lead;
mod outline;
mod paint;
mod sheet;
mod sides;
mod theme;
mod wrap;
mod years;

pub use compiled::compilation_terminal;
pub use diagnosis::diagnosis_terminal;
pub use explained::explanation_terminal;
pub use facts::facts_terminal;
pub(crate) use known::is_own_text;
pub use outline::{document_outline, repairs_list};
pub use paint::Colours;
pub use sheet::{sheet_terminal, trace_terminal};
pub use theme::Theme;
pub use years::{Years, blame_terminal, series_terminal};

use std::fmt::Write;

use crate::render::visible::visible;
use crate::report::{Party, Report, Row, TallyOf};
use paint::Run;
use paint::Style;
use unicode_width::UnicodeWidthStr;
use wrap::wrap;

/// How a terminal shows text.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TerminalOptions {
    /// Columns.
    pub width: usize,
    /// Whether escapes may be written.
    pub colours: Colours,
    /// One text with its changes, or old and new side by side.
    pub columns: Columns,
    /// The address of the page that labels lead to, as OSC 8 links; no links when None.
    pub links: Option<String>,
}

/// How many texts stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Columns {
    /// One text, with its changes in place.
    One,
    /// Old and new.
    Two,
}

/// Eighty columns without escapes: what any file or pipe can take.
impl Default for TerminalOptions {
    fn default() -> Self {
        Self { width: 80, colours: Colours::None, columns: Columns::One, links: None }
    }
}

/// The redline, with a final line feed.
pub fn redline_terminal(report: &Report, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    head(report, &mut screen);
    if options.columns == Columns::Two {
        sides::heads(report, &mut screen);
    }
    screen.label_columns = label_columns(report, options.width);
    for row in &report.rows {
        screen.blank();
        entry::row(row, &mut screen);
    }
    tail(report, &mut screen);
    screen.text
}

/// What matters of the redline alone, with a final line feed.
pub fn digest_terminal(report: &Report, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    head(report, &mut screen);
    digest::write(report, &mut screen);
    screen.blank();
    screen.say(Style::Strong, &summary_line(report));
    screen.text
}

/// Lines as they are written.
struct Screen {
    options: TerminalOptions,
    /// Where the text of paragraphs begins.
    label_columns: usize,
    text: String,
}

impl Screen {
    fn new(options: TerminalOptions) -> Self {
        Self { options, label_columns: 0, text: String::new() }
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Writes `runs`, the first line after `lead` (which may be wider than the indent: then the text begins on the next line), the others
    /// indented by `indent` columns.
    fn paragraph(&mut self, lead: &[Run], runs: &[Run], indent: usize) {
        let lead_columns: usize = lead.iter().map(|run| run.text.width()).sum();
        let is_beside = lead_columns < indent || lead.is_empty();
        if !is_beside {
            self.lines(&wrap(lead, self.options.width), 0);
            self.lines(&wrap(runs, self.room(indent)), indent);
            return;
        }
        let lines = wrap(runs, self.room(indent));
        let Some((first, others)) = lines.split_first() else { return self.lines(&[lead.to_vec()], 0) };
        let mut opening = lead.to_vec();
        opening.push(Run::new(Style::Plain, " ".repeat(indent - lead_columns)));
        opening.extend_from_slice(first);
        self.lines(&[opening], 0);
        self.lines(others, indent);
    }

    fn lines(&mut self, lines: &[Vec<Run>], indent: usize) {
        for line in lines {
            self.text.push_str(&" ".repeat(indent));
            for run in line {
                let painted = run.style.paint(&run.text, self.options.colours);
                self.text.push_str(&match (&self.options.links, &run.link) {
                    (Some(page), Some(anchor)) => linked(page, anchor, &painted),
                    _ => painted,
                });
            }
            self.text.push('\n');
        }
    }

    /// Columns beside an indent; never so few that a word a line is left.
    fn room(&self, indent: usize) -> usize {
        self.options.width.saturating_sub(indent).max(16)
    }

    /// A line of what is said about the text, wrapped.
    fn say(&mut self, style: Style, text: &str) {
        self.paragraph(&[], &[Run::new(style, visible(text))], 0);
    }
}

/// `text` as a link of the terminal (OSC 8). An address holds what needs no escaping alone, so that it cannot end the link.
fn linked(page: &str, anchor: &str, text: &str) -> String {
    let mut address = String::new();
    for byte in page.bytes().chain(*b"#").chain(anchor.bytes()) {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'Z' | b'_' | b'a'..=b'z' | b'~' => address.push(char::from(byte)),
            _ => {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}

/// Room for the widest label that stands beside its text, within reason.
fn label_columns(report: &Report, width: usize) -> usize {
    if width < 48 {
        return 4;
    }
    let labels = report.rows.iter().filter_map(|row| match row {
        // Others have their label on a line of its own.
        Row::Entry(entry) if entry.badges.is_empty() && entry.was.is_none() => Some(&entry.label),
        _ => None,
    });
    (labels.map(|label| label.width()).max().unwrap_or(0) + 2).clamp(6, 14)
}

fn head(report: &Report, screen: &mut Screen) {
    let (title, words) = (&report.title, &report.phrases.page);
    screen.say(Style::Quiet, words.redline);
    screen.say(Style::Strong, &title.title);
    let roles = title.old.role.width().max(title.new.role.width());
    for (sign, party) in [("-", &title.old), ("+", &title.new)] {
        let lead = format!("{sign} {}", party.role);
        screen.paragraph(&[Run::new(Style::Quiet, lead)], &[Run::new(Style::Plain, visible(&described(party)))], roles + 4);
    }
    for warning in &report.warnings {
        screen.blank();
        let text = report.phrases.said_of(words.warning, warning);
        screen.paragraph(&[Run::new(Style::Loud, "!")], &[Run::new(Style::Loud, text)], 2);
    }
}

/// "ASP/20: ICC-ASP/20/Res.2, adopted 9 December 2021".
fn described(party: &Party) -> String {
    let mut said = vec![party.label.clone()];
    said.extend(party.symbol.clone().filter(|symbol| *symbol != party.label));
    said.extend(party.title.clone());
    said.extend(party.adopted.clone());
    said.join(", ")
}

fn tail(report: &Report, screen: &mut Screen) {
    findings(report, screen);
    let left_out = report.left_out.iter().map(|line| (line.place.as_str(), line.said(report.phrases)));
    listed(report.phrases.page.left_out, &left_out.collect::<Vec<_>>(), screen);
    if !report.notes.is_empty() {
        screen.blank();
        screen.say(Style::Strong, report.phrases.page.notes);
        for note in &report.notes {
            screen.paragraph(&[Run::new(Style::Plain, "-")], &[Run::new(Style::Plain, visible(note))], 2);
        }
    }
    screen.blank();
    screen.say(Style::Strong, &summary_line(report));
}

/// What to check, and the figures that changed, a line each.
fn findings(report: &Report, screen: &mut Screen) {
    let checks = report.checks.iter().map(|line| (line.label.as_str(), line.text.clone()));
    let figures = report.figures.iter().map(|line| (line.label.as_str(), report.phrases.from_to(&line.old, &line.new)));
    let words = &report.phrases.findings;
    for (head, lines) in [(words.check, checks.collect::<Vec<_>>()), (words.changed, figures.collect())] {
        listed(head, &lines, screen);
    }
}

/// Lines under a head, each after what it is about; nothing without lines.
fn listed(head: &str, lines: &[(&str, String)], screen: &mut Screen) {
    let Some(widest) = lines.iter().map(|(label, _)| visible(label).width()).max() else { return };
    screen.blank();
    screen.say(Style::Strong, head);
    for (label, text) in lines {
        let (lead, text) = (Run::new(Style::Plain, visible(label)), Run::new(Style::Plain, visible(text)));
        screen.paragraph(&[lead], &[text], widest + 2);
    }
}

/// "38 paragraphs unchanged, 1 reworded; 1 word inserted; 3 editorial changes".
fn summary_line(report: &Report) -> String {
    let of = |is_of: fn(TallyOf) -> bool| {
        let tallies = report.tallies.iter().filter(move |tally| is_of(tally.of));
        tallies.map(|tally| tally.text.as_str()).collect::<Vec<_>>().join(report.phrases.comma)
    };
    let parts = [
        of(|what| what == TallyOf::Paragraphs),
        of(|what| matches!(what, TallyOf::WordsInserted | TallyOf::WordsDeleted | TallyOf::WordsMoved)),
        of(|what| what == TallyOf::Touches),
        of(|what| what == TallyOf::LeftOut),
        of(|what| what == TallyOf::Carried),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { report.phrases.tallies.nothing.to_owned() } else { parts.join(report.phrases.semicolon) }
}
