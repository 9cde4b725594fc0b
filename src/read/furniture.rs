//! What a printer puts on a page beside the text: rules, running heads, page numbers, document codes.

use crate::language::Lexicon;
use crate::text::{is_symbol, lower};

/// A line of underscores or dashes, escaped or not.
pub(super) fn is_rule(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '_' | '\\' | '-' | '–' | '—' | '―' | '*' | '=' | '‗' | '`') || c.is_whitespace())
        && text.chars().filter(|c| !c.is_whitespace()).count() >= 3
}

/// A page number ("3", "Page 3", "- 3 -", "3/17"), alone on its line.
pub(super) fn is_page_number(text: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 24;
    if text.len() > LONGEST {
        return false;
    }
    let folded = text.to_lowercase();
    let bare = folded.trim_matches(|c: char| c == '-' || c == '–' || c.is_whitespace());
    let bare = bare.strip_prefix(lexicon.page).map_or(bare, str::trim_start);
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    bare.split(['/', ' ']).filter(|part| !part.is_empty()).count() <= 2
        && bare.split(['/', ' ']).all(|part| part.is_empty() || number(part))
        && !bare.is_empty()
}

/// "Merci de recycler", with or without the sign.
pub(super) fn is_imprint(text: &str, lexicon: &Lexicon) -> bool {
    text.len() < 40 && lexicon.imprint.contains(&text.to_lowercase().trim_matches([' ', '♲']))
}

/// A document's production code: "14-67605 (F)", "GE.18-05567 (F) 120418 120418", "3-F-101219", "♲"; a page number may
/// stand before it.
pub(super) fn is_code(text: &str) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'G' | '*' | '♲')) {
        return false;
    }
    let mut words = text.split_whitespace().peekable();
    let Some(mut first) = words.next() else { return false };
    if let Some(code) = words.next_if(|_| first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit())) {
        first = code;
    }
    let rest_is_code = words.all(|w| {
        w.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '*' | '♲'))
            || w.starts_with('(') && w.ends_with(')') && w.chars().count() <= 4
    });
    rest_is_code && (is_job_number(first) || first == "♲" || first.len() > 4 && first.starts_with('*') && first.ends_with('*'))
}

/// Digits with a hyphen, and letters only as short parts: "14-67605", "GE.18-05567", "3-F-101219", "16-E".
fn is_job_number(word: &str) -> bool {
    let word = word.strip_prefix("GE.").unwrap_or(word);
    let parts: Vec<&str> = word.split('-').collect();
    let digits = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [year, number] => year.len() == 2 && digits(year) && number.len() == 5 && digits(number),
        [page, language, date] => {
            let letters = (1..=2).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_uppercase());
            letters && digits(page) && page.len() <= 3 && digits(date) && date.len() == 6
        }
        _ => false,
    }
}

/// A symbol, alone or with a page number: "ICC-ASP/20/Res.2", "A/RES/69/157 Page 3", "ICC-ASP/20/Res.2 3".
pub(super) fn is_running_symbol(text: &str, lexicon: &Lexicon) -> bool {
    let mut words = text.split_whitespace();
    let is_number = |w: &str| w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit());
    let mut found = false;
    let plain = words.all(|w| {
        let symbol = is_symbol(w);
        let once = !(found && symbol);
        found |= symbol;
        once && (symbol || is_number(w) || lower(w) == lexicon.page)
    });
    plain && found
}

/// A block of distribution data: "Distr. générale 9 avril 2018 Français Original : anglais".
pub(super) fn is_distribution(text: &str, lexicon: &Lexicon) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    lexicon.distribution.contains(&first.as_str()) && text.len() < 120
}
