//! The structure of one text for a terminal: what `rature read` shows.
//!
//! ```text
//! symbol    ICC-ASP/20/Res.2
//! adopted   2021-12-09, meeting 8
//!
//! operative    OP12   12.   Arrests
//!     Urges States Parties¹ to …
//! ```

use unicode_width::UnicodeWidthStr;

use super::paint::{Run, Style};
use super::{Screen, TerminalOptions};
use crate::render::visible::visible;
use crate::report::phrases::Phrases;
use crate::report::{coded, message, reason};
use crate::structure::{Document, Kind, Unit};
use crate::text::raised;

/// Symbol, title, adoption, language and layout, then each unit with its kind, id, label, section and text; with a final line feed.
pub fn document_outline(document: &Document, phrases: &Phrases, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let words = &phrases.reading;
    let column = column(&words.fields);
    for (field, value) in words.fields.into_iter().zip(values(document)) {
        let value = value.unwrap_or_else(|| "–".to_owned());
        screen.paragraph(&[Run::new(Style::Quiet, field)], &[Run::new(Style::Plain, visible(&value))], column);
    }
    let mut section: &[String] = &[];
    let mut under_heading = false;
    for unit in &document.units {
        // A heading says its section itself.
        if unit.section != section && !under_heading && !unit.section.is_empty() {
            screen.blank();
            screen.say(Style::Quiet, &format!("── {}", unit.section.join(" › ")));
        }
        section = &unit.section;
        under_heading = matches!(unit.kind, Kind::Heading | Kind::Annex);
        write_unit(unit, phrases, &mut screen);
    }
    if !document.notes.is_empty() {
        screen.blank();
    }
    for note in &document.notes {
        let said = message(note, phrases);
        screen.paragraph(&[Run::new(Style::Quiet, words.note)], &[Run::new(Style::Plain, visible(&said))], column);
    }
    screen.text
}

/// Where values begin behind the names of `fields`.
pub(super) fn column(fields: &[&str]) -> usize {
    fields.iter().map(|field| field.width()).max().unwrap_or(0) + 3
}

/// What stands behind each field of a text, in the order of the phrases.
fn values(document: &Document) -> [Option<String>; 9] {
    let adopted = document.adopted.as_ref();
    [
        Some(document.label.clone()),
        document.symbol.clone(),
        document.title.clone(),
        adopted.and_then(|a| a.date.clone()),
        adopted.and_then(|a| a.meeting.clone()),
        document.session.clone(),
        Some(document.language.code().to_owned()),
        Some(code(document.layout)),
        Some(document.units.len().to_string()),
    ]
}

/// An enum as it is written in JSON.
pub(super) fn code(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn write_unit(unit: &Unit, phrases: &Phrases, screen: &mut Screen) {
    let label = unit.label.as_deref().unwrap_or_default();
    let head = [
        Run::new(Style::Strong, visible(&unit.id)),
        Run::new(Style::Quiet, format!("  {}", coded(unit.kind, phrases.reading.kinds))),
        Run::new(Style::Plain, if label.is_empty() { String::new() } else { format!("  {}", visible(label)) }),
    ];
    screen.blank();
    screen.lines(&[head.to_vec()], 0);
    let text = vec![Run::new(Style::Plain, visible(&with_marks(unit)))];
    screen.paragraph(&[], &text, 4);
    if let Some(status) = &unit.status {
        screen.paragraph(&[], &[Run::new(Style::Quiet, visible(status))], 4);
    }
}

/// The text with its footnote marks raised, at their places; several at one place with commas between.
fn with_marks(unit: &Unit) -> String {
    let mut text = String::with_capacity(unit.text.len() + 8);
    let mut marks = unit.footnotes.iter().peekable();
    let mut put = |at: usize, text: &mut String| {
        let mut tie = "";
        while let Some(footnote) = marks.next_if(|footnote| footnote.at <= at) {
            text.push_str(tie);
            text.push_str(&raised(&footnote.mark));
            tie = ",";
        }
    };
    for (at, character) in unit.text.chars().enumerate() {
        put(at, &mut text);
        text.push(character);
    }
    put(usize::MAX, &mut text);
    text
}

/// Every repair made on the way from the source to the units: line, before, after, why; with a final line feed.
pub fn repairs_list(document: &Document, phrases: &Phrases, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let words = &phrases.page;
    let columns = words.before.width().max(words.after.width()) + 4;
    for repair in &document.repairs {
        let why = phrases.said_of(&format!("{} {}", words.line, repair.line), &reason(repair.why, phrases));
        screen.say(Style::Strong, &why);
        for (name, text) in [(words.before, &repair.before), (words.after, &repair.after)] {
            let shown = if text.is_empty() { "–" } else { text };
            screen.paragraph(&[Run::new(Style::Quiet, format!("  {name}"))], &[Run::new(Style::Plain, visible(shown))], columns);
        }
    }
    screen.say(Style::Strong, &crate::report::phrases::counted(words.repaired, document.repairs.len()));
    screen.text
}
