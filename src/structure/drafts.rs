//! What a draft has beside its words: alternatives that are labelled as such, and what was said of a paragraph in the room.
//!
//! ```text
//! Option 1: Decides to remain seized;                 label "Option 1:"
//! OP3. Urges States to report; (agreed ad ref)        text "Urges States to report;"     status "(agreed ad ref)"
//! PP2. [Noting the report,] [EU+: delete brackets]    text "[Noting the report,]"        status "[EU+: delete brackets]"
//! OP4. [Decides to delete article 5]                  all of it is text
//! ```

use crate::language::{Language, Lexicon};
use crate::text::label::{Label, Shape};
use crate::text::{fold, opens_with_capital};

/// The label of an alternative: "Option 1:", "Alt. 2", "[Variante A]", before what can be a paragraph.
pub(super) fn alternative<'a>(text: &'a str, lexicon: &Lexicon) -> Option<Label<'a>> {
    let inner = text.trim_start_matches(['[', '(']);
    let end = inner.find(|c: char| !c.is_alphabetic())?;
    let word = fold(&inner[..end]);
    if !lexicon.alternatives.contains(&&*word) {
        return None;
    }
    let counted = inner[end..].trim_start_matches(['.', ' ', '\u{a0}']);
    let count = counted.find(|c: char| !c.is_alphanumeric()).unwrap_or(counted.len());
    let is_count = (1..=2).contains(&count) && counted.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    let (count, after) = if is_count { counted.split_at(count) } else { ("", &inner[end..]) };
    let rest = after.trim_start_matches([' ', '\u{a0}', '.', ':', ']', ')', '–', '—', '-']);
    let printed = &text[..text.len() - rest.len()];
    let is_set_apart = printed.trim_end().ends_with([':', ']', ')', '–', '—', '-']);
    let opens = rest.starts_with(['[', '(', '"', '“', '«'])
        || is_set_apart && opens_with_capital(rest)
        || lexicon.is_operative(rest)
        || lexicon.is_preambular(rest);
    let opened = text.len() - inner.len();
    let is_closed = text[opened..text.len() - rest.len()].contains([']', ')']);
    let brackets = if is_closed { "" } else { &text[..opened] };
    let printed = printed[brackets.len()..].trim_end();
    let number = if count.is_empty() { word } else { format!("{word} {count}") };
    (opens && !rest.is_empty()).then_some(Label { brackets, printed, number, shape: Shape::Point, rest })
}

/// Whether a number is that of an alternative: "4 alt", "option 1", "4 variante 2".
pub(crate) fn names_alternative(number: &str) -> bool {
    let is_alternative = |word: &str| Language::ALL.iter().any(|language| language.lexicon().alternatives.contains(&word));
    number.split(' ').any(|word| is_alternative(word.trim_end_matches('.')))
}

/// The words of a paragraph, and what was said of it before or behind them; None where nothing was.
pub(super) fn without_status(text: &str, lexicon: &Lexicon) -> Option<(String, String)> {
    let mut statuses = vec![];
    let mut words = text;
    if let Some((inner, rest)) = first_bracket(words)
        && is_agreed(inner)
        && !rest.trim().is_empty()
    {
        statuses.push(&words[..words.len() - rest.len()]);
        words = rest.trim_start_matches([' ', '\u{a0}', ':']);
    }
    let mut end = words.len();
    while let Some((before, inner)) = last_bracket(&words[..end]) {
        let is_status = is_agreed(inner) || is_remark(before, inner, lexicon);
        if before.is_empty() || !is_status {
            break;
        }
        end = before.len();
    }
    let behind = words[end..].trim();
    statuses.extend((!behind.is_empty()).then_some(behind));
    // Said before and behind, it is said once.
    let bare = |status: &&str| fold(status.trim_matches(|c: char| !c.is_alphanumeric()));
    statuses.dedup_by_key(|status| bare(status));
    (!statuses.is_empty()).then(|| (words[..end].to_owned(), statuses.join(" ")))
}

/// The bracket that `text` opens with, and what follows it.
fn first_bracket(text: &str) -> Option<(&str, &str)> {
    let close = if text.starts_with('(') { ')' } else { text.starts_with('[').then_some(']')? };
    let (inner, rest) = text[1..].split_once(close)?;
    Some((inner, rest))
}

/// What stands before the bracket that `text` ends in, and what is in it.
fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let close = text.chars().next_back().filter(|c| matches!(c, ')' | ']'))?;
    let open = if close == ')' { '(' } else { '[' };
    let mut depth = 0;
    let start = text.char_indices().rev().find_map(|(at, c)| {
        depth += i32::from(c == close) - i32::from(c == open);
        (depth == 0).then_some(at)
    })?;
    Some((text[..start].trim_end(), &text[start + 1..text.len() - 1]))
}

/// Whether a status says that the paragraph is agreed.
pub(crate) fn says_agreed(status: &str) -> bool {
    status.split(['(', ')', '[', ']']).any(is_agreed)
}

/// "agreed ad ref", "convenu", "agreed 3 June".
fn is_agreed(inner: &str) -> bool {
    const LONGEST: usize = 60;
    if inner.len() > LONGEST {
        return false;
    }
    let said = fold(inner.trim());
    // Facilitators write it in English in every language, and delegations each in its own.
    Language::ALL.iter().flat_map(|language| language.lexicon().agreed).any(|phrase| {
        said.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric()))
    })
}

/// "EU+: delete brackets", and behind a stop "Chad reserves its position".
fn is_remark(before: &str, inner: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 200;
    const NAMES: usize = 80;
    if inner.len() > LONGEST || !inner.starts_with(char::is_uppercase) {
        return false;
    }
    let folded = fold(inner);
    let says = |text: &str| text.split(|c: char| !c.is_alphabetic()).any(|word| lexicon.positions.contains(&word));
    if let Some((names, said)) = folded.split_once(':') {
        return names.len() <= NAMES && !names.contains(';') && says(said);
    }
    let ends = |text: &str| text.ends_with(['.', ';', ',', ']', ')']);
    ends(before) && !ends(inner) && says(&folded) && !lexicon.is_operative(inner) && !lexicon.is_preambular(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alternative_is_a_label() {
        let read = |text| {
            let label = alternative(text, Language::En.lexicon())?;
            Some((label.brackets, label.printed, label.number, label.rest))
        };
        assert_eq!(read("Option 1: Decides to meet"), Some(("", "Option 1:", "option 1".into(), "Decides to meet")));
        assert_eq!(read("Alt 2 Decides to meet"), Some(("", "Alt 2", "alt 2".into(), "Decides to meet")));
        assert_eq!(read("[Alt. 2:] Decides to meet"), Some(("", "[Alt. 2:]", "alt 2".into(), "Decides to meet")));
        assert_eq!(read("[Alternative B: Decides]"), Some(("[", "Alternative B:", "alternative B".into(), "Decides]")));
        assert_eq!(read("Option 2: [no text]"), Some(("", "Option 2:", "option 2".into(), "[no text]")));
        assert_eq!(read("Alt: Decides"), Some(("", "Alt:", "alt".into(), "Decides")));
        for text in ["Option 1 was dropped", "Options: two", "Alternatives are sought", "Option"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_said_of_a_paragraph_is_kept_apart() {
        let status = |text| without_status(text, Language::En.lexicon());
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(status("Urges States to report; [agreed ad ref]"), pair("Urges States to report;", "[agreed ad ref]"));
        assert_eq!(status("(agreed) Urges States;"), pair("Urges States;", "(agreed)"));
        assert_eq!(status("[Noting it,] (EU+: delete brackets)"), pair("[Noting it,]", "(EU+: delete brackets)"));
        assert_eq!(
            status("Notes; [Peru: add \"and\"] [Norway and Chad: delete]"),
            pair("Notes;", "[Peru: add \"and\"] [Norway and Chad: delete]")
        );
        assert_eq!(status("Decides; [Chad reserves its position]"), pair("Decides;", "[Chad reserves its position]"));
        for text in
            ["[Decides to delete article 5]", "Notes the lists (Annex: part II)", "Notes (agreement 5)", "Notes [30] [50]"]
        {
            assert_eq!(status(text), None, "{text}");
        }
    }
}
