//! How one file was read, for a terminal: what `rature doctor` shows.
//!
//! ```text
//! file       plain text
//! encoding   UTF-8: its bytes are valid as nothing else is
//! layout     wrapped: 41 of 230 lines stop inside a sentence, more than one in eight; 120 stand after a blank line
//! units      67
//!            40 × operative
//!            12 × preambular
//! left out   page 2, line 41: ICC-ASP/20/Res.2
//! next       rature read FILE --repairs lists what was mended
//! ```

use std::cmp::Reverse;

use super::outline::code;
use super::paint::Style;
use super::wrap::Run;
use super::{Screen, TerminalOptions};
use crate::language::Language;
use crate::read::Diagnosis;
use crate::render::visible::visible;
use crate::report::phrases::Phrases;
use crate::report::reason;
use crate::structure::{Document, Kind};

/// How `document` was read, what was doubtful, and what to do next; with a final line feed.
pub fn diagnosis_terminal(document: &Document, diagnosis: &Diagnosis, options: &TerminalOptions) -> String {
    let mut screen = Screen::new(options.clone());
    let mut say = |field: &'static str, value: &str| {
        screen.paragraph(&[Run::new(Style::Quiet, field)], &[Run::new(Style::Plain, visible(value))], 11);
    };
    say("file", diagnosis.format);
    if let Some((encoding, because)) = diagnosis.encoding {
        say("encoding", &format!("{encoding}: {because}"));
    }
    say("language", document.language.code());
    let because = diagnosis.layout.as_deref().map_or_else(String::new, |because| format!(": {because}"));
    say("layout", &format!("{}{because}", code(document.layout)));
    say("units", &document.units.len().to_string());
    for kind in counted(document.units.iter().map(|unit| code(unit.kind))) {
        say("", &kind);
    }
    let marks: usize = document.units.iter().map(|unit| unit.footnotes.len()).sum();
    say("marks", &format!("{marks} of footnotes"));
    let phrases = Phrases::of(Language::En);
    say("repairs", &document.repairs.len().to_string());
    for why in counted(document.repairs.iter().map(|repair| reason(repair.why, phrases))) {
        say("", &why);
    }
    let place = |line: usize| {
        let page = document.page_of(line).map_or_else(String::new, |page| format!("page {page}, "));
        format!("{page}line {line}: ")
    };
    for (at, repair) in document.repairs.iter().filter(|repair| repair.leaves_out()).enumerate() {
        say(if at == 0 { "left out" } else { "" }, &(place(repair.line) + repair.before.trim()));
    }
    for (at, beside) in document.beside.iter().enumerate() {
        let place = beside.line.map(place).unwrap_or_default();
        say(if at == 0 { "beside" } else { "" }, &format!("{place}{} “{}”", code(beside.kind), beside.text));
    }
    for note in &document.notes {
        say("doubt", &note.message);
    }
    for step in next_steps(document, diagnosis) {
        say("next", step);
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

/// What a person would do about what is doubtful, else with the text.
fn next_steps(document: &Document, diagnosis: &Diagnosis) -> Vec<&'static str> {
    let has_numbers = document.units.iter().any(|unit| unit.kind == Kind::Operative && unit.label.is_some());
    let is_miscounted =
        document.notes.iter().any(|note| matches!(note.code.as_str(), "numbering-gap" | "numbering-double" | "uncalled-note"));
    // Of other files it is not lines that make paragraphs, and --layout does nothing.
    let is_plain = diagnosis.layout.is_some();
    let steps = [
        (!has_numbers && !is_plain, "no numbered paragraph was found: look at rature read FILE"),
        (
            !has_numbers && is_plain,
            "no numbered paragraph was found: look at rature read FILE; where paragraphs run together or are cut, try --layout lines, \
             paragraphs or wrapped",
        ),
        (is_miscounted, "compare the numbers with the source: rature read FILE"),
        (!document.repairs.is_empty(), "rature read FILE --repairs lists what was mended"),
        (has_numbers && document.notes.is_empty(), "rature diff FILE OTHER shows what changed"),
    ];
    steps.into_iter().filter(|(holds, _)| *holds).map(|(_, step)| step).collect()
}
