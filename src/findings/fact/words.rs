//! The words that a fact can begin with.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{Language, first_parts, is_number_part, may_begin_number};

/// Whether `word`, in small letters, is one that a number or a citation begins with, by its first part: "soixante" of "soixante-six".
pub(super) fn begins(word: &str, language: Language) -> bool {
    type First = LazyLock<[FxHashSet<&'static str>; Language::COUNT]>;
    static FIRST: First = First::new(|| Language::ALL.map(first_words));
    // Few words have a hyphen; two of the three begin with 0xE2.
    let is_whole = !word.bytes().any(|byte| matches!(byte, b'-' | 0xE2));
    let first = if is_whole { word } else { word.split(['-', '\u{2010}', '\u{2011}']).next().unwrap_or(word) };
    let known = |word: &str| FIRST[language as usize].contains(word);
    // "وعشرين"
    let is_also = || language == Language::Ar && first.strip_prefix('و').is_some_and(known);
    known(first) || is_also() || is_glued(first, language) || word.starts_with('第')
}

fn first_words(language: Language) -> FxHashSet<&'static str> {
    let cited = language.lexicon().facts.cited.iter().flat_map(|&(one, others)| others.iter().copied().chain([one]));
    let facts = &language.lexicon().facts;
    let parts = facts.parts.iter().map(|&(name, _)| name).chain(facts.halves.iter().copied());
    first_parts(language)
        .chain(cited)
        .chain(parts)
        .chain(language.lexicon().months)
        .chain(language.lexicon().spelling.other_months.iter().map(|&(name, _)| name))
        .collect()
}

/// Whether `word` is a number that lost its hyphens: "soixantedouze".
fn is_glued(word: &str, language: Language) -> bool {
    const SHORTEST: usize = 7;
    word.len() >= SHORTEST && may_begin_number(word) && is_number_part(word, language)
}

/// Whether `text` has a fraction in one sign.
pub(super) fn has_sign(text: &str) -> bool {
    text.ends_with(|c| of_sign(c).is_some())
}

/// The parts that a sign says, and of how many.
pub(super) fn of_sign(sign: char) -> Option<(u32, u32)> {
    Some(match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}
