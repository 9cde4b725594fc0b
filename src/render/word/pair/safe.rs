//! What of the new file may act in the old one: links that a person follows, and fields that count or repeat what is in the file.
//!
//! ```text
//! HYPERLINK "https://…"   REF _Ref1   PAGE        come along
//! DDEAUTO …   INCLUDETEXT …   javascript:…        only what they print
//! ```
//!
//! A redline goes from hand to hand: nothing in it runs, or fetches anything, that the old file did not.

use super::super::atoms::Stuff;
use super::super::paragraph::Paragraph;
use super::side::letters;

/// Fields that print what is in the file. Those that print the day or who wrote the file would print something else in the old file, and a
/// redline says what the new text says.
const FIELDS: [&str; 24] = [
    "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIBLIOGRAPHY", "CITATION", "EQ", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT",
    "LISTNUM", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "QUOTE", "REF", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SYMBOL",
    "TC", "TOC", "XE",
];

/// Whether an address is one of a page or of a person.
pub(super) fn is_address(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
}

/// Whether a field of that code only prints.
pub(super) fn is_field(code: &str) -> bool {
    let mut words = code.split_whitespace();
    let name = words.next().unwrap_or_default().to_ascii_uppercase();
    let first = words.next().unwrap_or_default().trim_matches(['"', '\u{201c}', '\u{201d}']);
    FIELDS.contains(&name.as_str()) || name == "HYPERLINK" && (is_address(first) || first == "\\l")
}

/// The atoms of the fields of a paragraph that do more than print.
pub(super) fn acting(paragraph: &Paragraph, source: &str) -> Vec<usize> {
    // For each open field its atoms, its code, and whether that has ended.
    let mut open: Vec<(Vec<usize>, String, bool)> = vec![];
    let mut found = vec![];
    for (at, atom) in paragraph.atoms.iter().enumerate() {
        if !matches!(atom.what, Stuff::Field(_)) {
            continue;
        }
        let raw = atom.raw(source);
        let is = |kind: &str| raw.contains(&format!("\"{kind}\"")) && raw.contains("fldChar");
        if is("begin") {
            open.push((vec![], String::new(), false));
        }
        let Some((atoms, code, has_ended)) = open.last_mut() else { continue };
        atoms.push(at);
        if is("separate") {
            *has_ended = true;
        } else if is("end") {
            let (atoms, code, _) = open.pop().unwrap_or_default();
            if !is_field(&code) {
                found.extend(atoms);
            }
        } else if !*has_ended {
            code.push_str(&letters(raw));
        }
    }
    found.extend(open.into_iter().flat_map(|(atoms, ..)| atoms));
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_fetches_or_runs_does_not_come_along() {
        for code in [" REF _Ref12 \\h ", "PAGE", "HYPERLINK \"https://www.example.org/a\"", " hyperlink \\l \"here\""] {
            assert!(is_field(code), "{code}");
        }
        for code in [
            "DDEAUTO c:\\\\run",
            "INCLUDETEXT \"http://a/b\"",
            "HYPERLINK \"javascript:alert(1)\"",
            "MACROBUTTON run",
            "DATE",
            "",
        ] {
            assert!(!is_field(code), "{code}");
        }
    }
}
