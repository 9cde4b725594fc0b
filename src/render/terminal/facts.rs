//! The typed facts of one text for a terminal: what `rature facts` shows.
//!
//! ```text
//! OP28
//!     citation  paragraphe 27     paragraphe 27
//!     symbol    ICC-ASP/19/Res.2  ICC-ASP/19/Rés.2
//!     ordinal   21 session        vingt-et-unième session
//! ```

use unicode_width::UnicodeWidthStr;

use super::paint::Style;
use super::wrap::Run;
use super::{Screen, TerminalOptions};
use crate::findings::{Fact, FactKind};
use crate::render::visible::visible;
use crate::structure::Document;

/// The facts under the paragraphs that hold them: kind, value, and the words as printed; with a final line feed.
pub fn facts_terminal(document: &Document, facts: &[Fact], options: &TerminalOptions) -> String {
    /// A value wider than this takes a line of its own.
    const WIDEST: usize = 24;
    let mut screen = Screen::new(options.clone());
    let kinds = FactKind::ALL.map(|kind| kind.code().width()).into_iter().max().unwrap_or(0) + 6;
    let values = facts.iter().map(|fact| visible(&fact.value).width()).filter(|&width| width <= WIDEST).max().unwrap_or(0) + 2;
    for paragraph in facts.chunk_by(|one, other| one.unit == other.unit) {
        if !screen.text.is_empty() {
            screen.blank();
        }
        screen.say(Style::Strong, &document.units[paragraph[0].unit].id);
        for fact in paragraph {
            let value = visible(&fact.value);
            let lead = [
                Run::new(Style::Quiet, format!("    {:<width$}", fact.kind.code(), width = kinds - 4)),
                Run::new(Style::Plain, format!("{value}{}", " ".repeat((values - 1).saturating_sub(value.width())))),
            ];
            screen.paragraph(&lead, &[Run::new(Style::Quiet, visible(&fact.text))], kinds + values);
        }
    }
    screen.text
}
