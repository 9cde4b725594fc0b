//! The words of a text and nothing else, one paragraph a line: for `git diff`, `grep` and whatever else compares lines.
//!
//! ```text
//! 12. Urges all States Parties to cooperate[^4];
//!
//! [^4]: ICC-ASP/20/16.
//! ```
//!
//! It depends on the words of the text alone: not on how its lines were broken, on its file, or on any option but those of reading. Labels
//! are as printed. Footnotes are marked as in Markdown, and stand where the text has them.

use std::fmt::Write;

use super::visible::visible;
use crate::structure::{Document, Kind, Unit};

/// The paragraphs of `document`, a blank line between them, with a final line feed.
pub fn document_text(document: &Document) -> String {
    let paragraphs: Vec<String> = document.units.iter().map(|unit| paragraph(document, unit)).collect();
    paragraphs.join("\n\n") + "\n"
}

fn paragraph(document: &Document, unit: &Unit) -> String {
    let mark = || document.units.iter().flat_map(|other| &other.footnotes).find(|mark| mark.note == Some(unit.index));
    let label = match unit.kind {
        Kind::Note => mark().map(|mark| format!("[^{}]:", mark.mark)).or_else(|| unit.label.clone()),
        _ => unit.label.clone(),
    };
    let mut words = String::new();
    let mut marks = unit.footnotes.iter().peekable();
    for (at, character) in unit.text.chars().enumerate() {
        while let Some(mark) = marks.next_if(|mark| mark.at <= at) {
            let _ = write!(words, "[^{}]", mark.mark);
        }
        words.push(character);
    }
    words.extend(marks.map(|mark| format!("[^{}]", mark.mark)));
    let said = [label, Some(words), unit.status.clone()];
    let said: Vec<String> = said.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    visible(&said.join(" ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::structure::Called;

    fn text(of: &str) -> String {
        document_text(&Options::default().read(of.as_bytes(), &Called { name: "text", stem: "text" }).unwrap())
    }

    #[test]
    fn a_paragraph_is_a_line_however_its_lines_were_broken() {
        let one = text(
            "The Assembly,\n\n1. Urges all States Parties to cooperate with the Court1;\n\n2. Requests a report.\n\n1 ICC-ASP/20/16.\n",
        );
        assert_eq!(
            one,
            "The Assembly,\n\n1. Urges all States Parties to cooperate with the Court[^1];\n\n2. Requests a report.\n\n[^1]: ICC-ASP/20/16.\n"
        );
        let broken = "The Assembly,\n\n1. Urges all States Parties\nto cooperate with the Court1;\n\n2. Requests a\nreport.\n\n1 ICC-ASP/20/16.\n";
        assert_eq!(text(broken), one);
    }
}
