//! How one file was read, for a terminal: what `rature doctor` shows.
//!
//! ```text
//! file       plain text
//! encoding   UTF-8: its bytes are valid as nothing else is
//! layout     wrapped: 41 of 230 lines stop inside a sentence, more than one in eight; 120 stand after a blank line
//! units      67
//!            40 × operative
//!            12 × preambular
//! numbers    OP 1 to 40, no gap
//! left out   page 2, line 41: ICC-ASP/20/Res.2
//! next       rature read FILE --repairs lists what was mended
//! ```

use std::cmp::Reverse;

use super::outline::{code, column};
use super::paint::{Run, Style};
use super::{Screen, TerminalOptions};
use crate::read::Diagnosis;
use crate::render::visible::visible;
use crate::report::phrases::{Phrases, fill};
use crate::report::{coded, message, numbering, reason};
use crate::structure::{Document, Kind};

/// How `document` was read, what was doubtful, and what to do next; with a final line feed.
pub fn diagnosis_terminal(document: &Document, diagnosis: &Diagnosis, phrases: &Phrases, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let words = &phrases.reading;
    let [.., language, layout, units] = words.fields;
    let [file, encoding, marks, repairs, left_out, beside, doubt, next] = words.diagnosis;
    let column = column(&[&words.diagnosis[..], &[language, layout, units, words.numbers]].concat());
    let mut say = |field: &'static str, value: &str| {
        screen.paragraph(&[Run::new(Style::Quiet, field)], &[Run::new(Style::Plain, visible(value))], column);
    };
    say(file, &message(&diagnosis.format, phrases));
    if let Some((name, because)) = &diagnosis.encoding {
        say(encoding, &phrases.said_of(name, &message(because, phrases)));
    }
    say(language, document.language.code());
    let layout_is = code(document.layout);
    say(layout, &diagnosis.layout.as_ref().map_or(layout_is.clone(), |why| phrases.said_of(&layout_is, &message(why, phrases))));
    say(units, &document.units.len().to_string());
    for kind in counted(document.units.iter().map(|unit| coded(unit.kind, words.kinds))) {
        say("", &kind);
    }
    if let Some(numbers) = numbering(document, phrases) {
        say(words.numbers, &numbers);
    }
    let of_notes: usize = document.units.iter().map(|unit| unit.footnotes.len()).sum();
    say(marks, &fill(words.marks, &[&of_notes.to_string()]));
    say(repairs, &document.repairs.len().to_string());
    for why in counted(document.repairs.iter().map(|repair| reason(repair.why, phrases))) {
        say("", &why);
    }
    let place = |line: usize| match document.page_of(line) {
        Some(page) => fill(words.places[0], &[&page.to_string(), &line.to_string()]),
        None => fill(words.places[1], &[&line.to_string()]),
    };
    for (at, repair) in document.repairs.iter().filter(|repair| repair.leaves_out()).enumerate() {
        say(if at == 0 { left_out } else { "" }, &(place(repair.line) + repair.before.trim()));
    }
    for (at, thing) in document.beside.iter().enumerate() {
        let place = thing.line.map(place).unwrap_or_default();
        say(if at == 0 { beside } else { "" }, &format!("{place}{} “{}”", coded(thing.kind, phrases.left_out), thing.text));
    }
    for note in &document.notes {
        say(doubt, &message(note, phrases));
    }
    for step in next_steps(document, diagnosis) {
        say(next, &coded(step, words.steps));
    }
    screen.text
}

/// "40 operative", "10 heading": the most frequent first, then by name.
fn counted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    let mut counts: Vec<(usize, &str)> = names.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0].as_str())).collect();
    counts.sort_by_key(|&(count, _)| Reverse(count));
    counts.into_iter().map(|(count, name)| format!("{count} × {name}")).collect()
}

/// What a person would do about what is doubtful, else with the text: codes of the phrases.
fn next_steps(document: &Document, diagnosis: &Diagnosis) -> Vec<&'static str> {
    let has_numbers = document.units.iter().any(|unit| unit.kind == Kind::Operative && unit.label.is_some());
    let is_miscounted =
        document.notes.iter().any(|note| matches!(note.code.as_str(), "numbering-gap" | "numbering-double" | "uncalled-note"));
    // Of other files it is not lines that make paragraphs, and --layout does nothing.
    let is_plain = diagnosis.layout.is_some();
    let steps = [
        (!has_numbers && !is_plain, "no-number"),
        (!has_numbers && is_plain, "no-number-in-lines"),
        (is_miscounted, "compare-numbers"),
        (!document.repairs.is_empty(), "see-repairs"),
        (has_numbers && document.notes.is_empty(), "diff"),
    ];
    steps.into_iter().filter(|(holds, _)| *holds).map(|(_, step)| step).collect()
}
