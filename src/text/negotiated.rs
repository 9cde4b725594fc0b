//! How people in the room number what they negotiate: OP for operative, PP for preambular paragraphs, "bis" and "alt" behind the number.
//!
//! ```text
//! OP1   PP1bis   OP 4 alt. 2   (OP3quat)   NEW PP2 ter   PO5 (Spanish)   PD5 (French)   Operative paragraph 4:   par. 2 bis
//! ```
//!
//! The letters are those of the working papers of the United Nations, whatever the language of the text.

/// Latin for the second, the third …, and what else stands behind the number of a paragraph put between others or beside one.
const SUFFIXES: [&str; 16] = [
    "bis", "ter", "quater", "quat", "quinquies", "quinquiès", "quin", "sexies", "septies", "octies", "nonies", "decies",
    "alternative", "alternatif", "alt", "new",
];

/// How many of them count: the others stand beside a paragraph.
const COUNTING: usize = 12;

/// Whether `word` puts what it numbers between two others: "ter" of "article 103 ter".
pub(crate) fn is_latin_count(word: &str) -> bool {
    SUFFIXES[..COUNTING].contains(&word)
}

/// What stands before the number.
const PARTIES: [&str; 5] = ["OP", "PP", "PO", "PD", "DP"];

/// The same written out. Those in small letters stand in sentences too: no stop follows their number.
const WRITTEN_OUT: [&str; 13] = [
    "Operative paragraph", "Operative para", "Preambular paragraph", "Preambular para", "Para", "para", "Par", "par", "Párr",
    "párr", "Alinéa", "alinéa", "al",
];

/// What may stand before that.
const NEW: [&str; 6] = ["NEW ", "New ", "NOUVEAU ", "Nouveau ", "NUEVO ", "Nuevo "];

/// Whether the bytes at the head of a text may be a label of negotiation.
pub(super) fn opens_negotiated(head: &[u8]) -> bool {
    matches!(head, [b'O' | b'P' | b'D', b'P' | b'O' | b'D', ..])
        || matches!(head, [b'N', b'E' | b'e' | b'O' | b'o' | b'U' | b'u', ..])
        || matches!(head, [b'O' | b'P' | b'p' | b'A' | b'a', ..])
            && WRITTEN_OUT.iter().any(|party| head.starts_with(party.as_bytes()))
}

/// What follows "OP" and the like at the head of `text`: its number.
pub(super) fn party<'a>(text: &'a str) -> Option<&'a str> {
    let text = NEW.iter().find_map(|new| text.strip_prefix(new)).unwrap_or(text);
    let number = |after: &'a str| {
        let bare = after.trim_start_matches(['.', ' ', '\u{a0}', '-']);
        (bare.starts_with(|c: char| c.is_ascii_digit()) && after.len() - bare.len() <= 2).then_some(bare)
    };
    if let Some(after) = PARTIES.iter().find_map(|party| text.strip_prefix(party)) {
        return number(after);
    }
    let bare = WRITTEN_OUT.iter().find_map(|party| number(text.strip_prefix(party)?))?;
    let stops = bare.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ',', ';', ')']);
    (!stops || text.starts_with(char::is_uppercase)).then_some(bare)
}

/// The number with the suffixes that `tail` opens with, and the rest: "4" and " alt. 2 Decides" are "4 alt 2" and " Decides".
pub(super) fn suffixed(mut number: String, mut tail: &str) -> (String, &str) {
    const MOST: usize = 3;
    for _ in 0..MOST {
        let Some((suffix, rest)) = suffix(tail) else { break };
        number = format!("{number} {suffix}");
        tail = rest;
        let digits = tail.strip_prefix(". ").unwrap_or(tail).trim_start_matches([' ', '\u{a0}', '.']);
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        // "alt 1", but not "bis 2019".
        if suffix.starts_with("alt") && (1..=2).contains(&end) {
            number = format!("{number} {}", &digits[..end]);
            tail = &digits[end..];
        }
    }
    (number, tail)
}

/// One suffix, perhaps in brackets, and what follows it.
fn suffix(tail: &str) -> Option<(&'static str, &str)> {
    let bare = tail.trim_start_matches([' ', '\u{a0}', '-']);
    let bare = tail.strip_prefix('.').map_or(bare, |after| after.trim_start_matches([' ', '\u{a0}']));
    let (inner, close) = match bare.strip_prefix('(') {
        Some(inner) => (inner, ')'),
        None => bare.strip_prefix('[').map_or((bare, ' '), |inner| (inner, ']')),
    };
    let found = SUFFIXES.iter().find_map(|suffix| {
        let head = inner.get(..suffix.len()).filter(|head| head.eq_ignore_ascii_case(suffix))?;
        let rest = &inner[head.len()..];
        // "OP1bisDecides" has lost its space; "3 alternate members", "2. TERMINATION" and "2. Ter Apel" have no label.
        let may_be_glued = head.bytes().all(|b| b.is_ascii_lowercase());
        let goes_on = rest.starts_with(|c: char| c.is_alphabetic() && !(may_be_glued && c.is_uppercase()));
        let is_name = tail.starts_with('.') && !may_be_glued && !rest.starts_with(['.', ':', ')', ']']);
        (!goes_on && !is_name).then_some((*suffix, rest))
    });
    let (suffix, rest) = found?;
    Some((suffix, if close == ' ' { rest } else { rest.strip_prefix(close)? }))
}
