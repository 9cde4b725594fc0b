//! What a line says of the paragraph that it may end, or of the note that it may open.

use crate::language::Lexicon;
use crate::text::{ending, is_end, raised_opening};

/// Whether a paragraph can end with `text`: a stop, perhaps with a footnote mark, a quote or "et" after it.
pub(super) fn ends_paragraph(text: &str, lexicon: &Lexicon) -> bool {
    let trimmed = ending(text).trim_end_matches(|c: char| {
        c.is_numeric() || c.is_whitespace() || matches!(c, '»' | '”' | '"' | ')' | ']' | '’' | '》' | '）')
    });
    if trimmed.ends_with(|c| is_end(c) || matches!(c, '!' | '?')) {
        return true;
    }
    lexicon.untied(text).len() < text.len()
}

/// The text of a footnote at the foot of a page: "¹ Rapport", "18 Rapport de la Conférence …", "2 A/71/676."
pub(super) fn is_note(text: &str, lexicon: &Lexicon) -> bool {
    if raised_opening(text).is_some_and(|(_, rest)| rest.trim_start().starts_with(char::is_alphanumeric)) {
        return true;
    }
    let Some((number, rest)) = text.split_once([' ', '\u{a0}']) else { return false };
    let number_fits = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
    if !number_fits || !rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“' | '"')) {
        return false;
    }
    let first = rest.split([' ', '-', '–']).next().unwrap_or_default().to_lowercase();
    let date = lexicon.months.contains(&first.as_str());
    let meeting = rest.split_whitespace().take(3).any(|w| lexicon.meeting.contains(&w.to_lowercase().as_str()));
    !date && !meeting && !lexicon.is_operative(rest)
}
