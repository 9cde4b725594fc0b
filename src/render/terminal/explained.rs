//! An explanation for a terminal: what `rature explain` shows.
//!
//! ```text
//! OP12 of ASP/20
//!     Urges States Parties to …
//! was OP11 of ASP/19
//!
//! OP11 of ASP/19 · tied
//!     Urges all States Parties to …
//!     +662  words that both hold …
//!      877  in all; it takes more than 260
//! ```

use unicode_width::UnicodeWidthStr;

use super::paint::{Run, Style};
use super::{Screen, TerminalOptions};
use crate::render::visible::visible;
use crate::report::{Account, Explained};

/// Columns before the text of a paragraph.
const INDENT: usize = 4;

/// The explanation, with a final line feed.
pub fn explanation_terminal(explained: &Explained, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    screen.say(Style::Strong, &explained.title);
    quote(&explained.opening, &mut screen);
    for sentence in &explained.outcome {
        screen.say(Style::Plain, sentence);
    }
    for account in &explained.accounts {
        screen.blank();
        write(account, &mut screen);
    }
    screen.text
}

fn quote(text: &str, screen: &mut Screen) {
    screen.paragraph(&[], &[Run::new(Style::Quiet, visible(text))], INDENT);
}

fn write(account: &Account, screen: &mut Screen) {
    let head =
        [Run::new(Style::Strong, visible(&account.name)), Run::new(Style::Plain, format!(" · {}", visible(&account.verdict)))];
    screen.paragraph(&[], &head, 0);
    quote(&account.opening, screen);
    if let Some(remark) = &account.remark {
        screen.paragraph(&[], &[Run::new(Style::Plain, visible(remark))], INDENT);
    }
    let widest = account.lines.iter().map(|line| line.points.width()).max().unwrap_or(0);
    for line in &account.lines {
        let lead = format!("{}{}", " ".repeat(INDENT + widest - line.points.width()), line.points);
        screen.paragraph(&[Run::new(Style::Strong, lead)], &[Run::new(Style::Plain, visible(&line.text))], INDENT + widest + 2);
    }
}
