//! The typed facts of one text for a terminal: what `rature facts` shows.
//!
//! ```text
//! par. 28
//!     verbe   prie              Prie · demande, 2 sur 4
//!     renvoi  paragraphe 27     paragraphe 27
//!     cote    ICC-ASP/19/Res.2  ICC-ASP/19/Rés.2
//!     rang    21 session        vingt-et-unième session
//! ```

use unicode_width::UnicodeWidthStr;

use super::paint::{Run, Style};
use super::{Screen, TerminalOptions};
use crate::findings::{Fact, FactKind};
use crate::render::visible::visible;
use crate::report::phrases::Phrases;
use crate::report::{kind_name, strength_words, unit_name};
use crate::structure::Document;

/// The facts under the paragraphs that hold them: kind, value, and the words as printed; with a final line feed.
pub fn facts_terminal(document: &Document, facts: &[Fact], phrases: &Phrases, options: &TerminalOptions) -> String {
    /// What is printed stands right behind a value wider than this.
    const WIDEST: usize = 24;
    let mut screen = Screen::new(options.clone());
    let kinds = FactKind::ALL.map(|kind| kind_name(kind, phrases).width()).into_iter().max().unwrap_or(0) + 6;
    let values = facts.iter().map(|fact| visible(&fact.value).width()).filter(|&width| width <= WIDEST).max().unwrap_or(0) + 2;
    for paragraph in facts.chunk_by(|one, other| one.unit == other.unit) {
        if !screen.text.is_empty() {
            screen.blank();
        }
        screen.say(Style::Strong, &unit_name(document, paragraph[0].unit, phrases));
        for fact in paragraph {
            let value = visible(&fact.value);
            let kind = kind_name(fact.kind, phrases);
            let strength = strength_words(fact, document.language, phrases).map_or(String::new(), |words| format!(" · {words}"));
            let text = Run::new(Style::Quiet, format!("{}{strength}", visible(&fact.text)));
            if value.width() <= WIDEST {
                let (after, behind) = (" ".repeat(kinds - 4 - kind.width()), " ".repeat(values - 1 - value.width()));
                let lead =
                    [Run::new(Style::Quiet, format!("    {kind}{after}")), Run::new(Style::Plain, format!("{value}{behind}"))];
                screen.paragraph(&lead, &[text], kinds + values);
            } else {
                let value = Run::new(Style::Plain, format!("{value}  "));
                screen.paragraph(&[Run::new(Style::Quiet, format!("    {kind}"))], &[value, text], kinds);
            }
        }
    }
    screen.text
}
