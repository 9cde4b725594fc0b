//! What a block is: heading, recital, numbered paragraph, closing line.
//!
//! A resolution is front matter, an enacting formula, recitals, numbered paragraphs under headings, closing lines, annexes.
//! An act of law has no enacting formula: it is all numbered provisions under headings.

use crate::language::Lexicon;
use crate::read::Block;
use crate::text::label::{Label, Shape, article, article_of_heading, counted, label, roman_value};
use crate::text::{is_opening, is_stop, lower, opens_with_capital};

/// Where in the text a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    Front,
    Preamble,
    Body,
    Closing,
    Annex,
}

/// The two kinds of text that rature knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Resolution,
    Law,
}

/// How a heading is numbered; headings of one class stand on one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum HeadingClass {
    /// "PARTIE I", "Chapitre II"
    Division(String),
    /// "IV."
    Roman,
    /// "A."
    Capital,
    /// "1.", of a heading
    Number,
    /// "1.1", of a heading
    Levels(usize),
    Plain,
}

/// The label of a paragraph that opens a count of its own: "12.", "Article 5. –", in law also "25.1".
pub(super) fn paragraph_label<'a>(text: &'a str, style: Style, lexicon: &Lexicon) -> Option<Label<'a>> {
    // "Section 1. The dam shall be repaired."; "Section 1. Short title." is a heading.
    const FEW: usize = 4;
    let is_sentence = |section: &Label| {
        let words = section.rest.split_whitespace().count();
        (section.printed.ends_with('.') || section.printed.ends_with(':') && style == Style::Resolution)
            && words > FEW
            && section.rest.ends_with(['.', ';', ':', ','])
    };
    let section = || article(text, lexicon.sections_of_law).filter(is_sentence);
    if let Some(article) = lexicon.article(text).or_else(|| lexicon.rule(text)).or_else(section) {
        return Some(article);
    }
    let label = label(text)?;
    let is_day = |l: &Label| lexicon.months.contains(&&*lower(l.rest.split([' ', ',']).next().unwrap_or_default()));
    let bare = |l: &Label| style == Style::Law && opens_a_sentence(l.rest) && l.value().is_some_and(|v| v < 2_000) && !is_day(l);
    // "12 – Austria" is a line of a list.
    let is_dashed =
        !label.is_negotiated() && label.printed.ends_with(['-', '–', '—']) && !label.printed.contains(['.', 'º', 'ª']);
    match label.shape {
        Shape::Point if is_dashed && !lexicon.is_operative(label.rest) => None,
        Shape::Point => Some(label),
        Shape::Bare if bare(&label) => Some(label),
        _ => None,
    }
}

/// What the provision is called that `text` is the heading of: "Art4" of "Article 4 – Fees", "Rule 4" of "RULE 4".
pub(super) fn provision_of_heading(text: &str, lexicon: &Lexicon) -> Option<String> {
    let article = article_of_heading(text, lexicon.articles_of_law).map(|number| format!("Art{number}"));
    article.or_else(|| article_of_heading(text, lexicon.rules_of_law).map(|number| rule(text, &number)))
}

/// "Rule 4" of the rule that `text` opens.
pub(super) fn rule(text: &str, number: &str) -> String {
    let word = text.split([' ', '\u{a0}']).next().unwrap_or_default();
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{} {number}", letters.as_str().to_lowercase())
}

/// Whether a capital, or a sign that stands before one, comes first: "\"Ferry\" means".
pub(super) fn opens_a_sentence(words: &str) -> bool {
    words.starts_with(|c: char| is_opening(c) || matches!(c, '[' | '«' | '“' | '‘' | '"' | '\'' | '('))
}

/// The label that the source counts, where it is none that [`label`] reads: "1.1", "Article 5", "a."
pub(super) fn counted_label(block: &Block) -> Option<Label<'_>> {
    let own = label(&block.text).map_or(0, |own| own.printed.len());
    (block.counted > 0 && own != block.counted).then(|| counted(&block.text, block.counted))
}

/// The class of a heading whose number the source counts.
pub(super) fn class_of(label: &Label<'_>) -> HeadingClass {
    match label.shape {
        Shape::Point | Shape::Bare => HeadingClass::Number,
        Shape::Levels(levels) => HeadingClass::Levels(levels),
        Shape::Article => HeadingClass::Division(label.printed.split_whitespace().next().unwrap_or_default().to_lowercase()),
        Shape::Roman => HeadingClass::Roman,
        Shape::Capital if label.number == "I" => HeadingClass::Roman,
        Shape::Capital => HeadingClass::Capital,
        _ => HeadingClass::Plain,
    }
}

/// The label of a part of a paragraph: "(a)", "ii)", "1°", "–".
pub(super) fn part_label(text: &str) -> Option<Label<'_>> {
    label(text).filter(|l| !matches!(l.shape, Shape::Point | Shape::Bare))
}

/// The class and the label of a heading, if `text` can be one: short, no stop at its end, a capital first.
pub(super) fn heading<'a>(text: &'a str, lexicon: &Lexicon) -> Option<(HeadingClass, Option<&'a str>)> {
    const LONGEST: usize = 200;
    if text.chars().count() > LONGEST || text.starts_with(['|', '[']) {
        return None;
    }
    let mut words = text.split_whitespace();
    let first = words.next()?.trim_end_matches([':', '.']);
    let second = words.next().unwrap_or_default();
    let lower = first.to_lowercase();
    let counted = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        w.starts_with(|c: char| c.is_ascii_digit())
            || roman_value(w.trim_end_matches("er")).is_some()
            || w.chars().count() == 1
            || w == "premier"
    };
    if lexicon.divisions.contains(&lower.as_str()) && counted(second) {
        return Some((HeadingClass::Division(lower), None));
    }
    if text.ends_with(is_stop) && !text.ends_with("etc.") && second.is_empty() == text.contains(' ') {
        return None;
    }
    let enumerated = (!second.is_empty()).then(|| &text[..text.find(' ').unwrap_or(text.len())]);
    if roman_value(first).is_some()
        && first.chars().all(char::is_uppercase)
        && (enumerated.is_none() || first.len() > 1 || text.contains('.') || first == "I" || first == "V" || first == "X")
    {
        return Some((HeadingClass::Roman, enumerated));
    }
    if first.chars().count() == 1 && first.chars().all(char::is_uppercase) && text.chars().nth(1).is_none_or(|c| c == '.') {
        return Some((HeadingClass::Capital, enumerated));
    }
    let end = lexicon.untied(text).trim_end_matches(['»', '”', '"', ' ', '\u{a0}', '\u{202f}']);
    if end.ends_with(|c| is_stop(c) || c == '—') {
        return None;
    }
    let is_title = opens_with_capital(text) && !text.starts_with('(');
    is_title.then_some((HeadingClass::Plain, None))
}
