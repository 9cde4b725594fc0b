//! How much of a text stands in square brackets: what is not agreed.
//!
//! ```text
//! 2. Requests a report every [two] year[s];      partly: 2 pairs
//! 3. [Opens a budget line of [3][5] million;]  wholly: 3 pairs
//! Option 1: …    [Placeholder: means]    ]       an option, a placeholder, a stray bracket
//! ```
//!
//! Brackets are matched within a paragraph; one that opens a paragraph and one that closes a later one span all from the first to the last.
//! The rest are stray. So one lost sign spoils no more than its own paragraph. `O(n)`.

use crate::structure::{Document, Kind, Unit};
use crate::text::{fold, word_count};

/// The brackets of one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BracketCounts {
    /// Pairs.
    pub pairs: usize,
    /// Words of paragraphs.
    pub words: usize,
    /// Those in brackets.
    pub bracketed: usize,
    /// Paragraphs without brackets, with some, and in brackets as a whole.
    pub paragraphs: [usize; 3],
    /// Paragraphs labelled as alternatives: "Option 1:", "OP4 alt".
    pub options: usize,
    /// Brackets that hold the place of a text to come.
    pub placeholders: usize,
    /// The ids of paragraphs with brackets that have no other half.
    pub stray: Vec<String>,
}

/// What is found in one paragraph.
#[derive(Default)]
struct Found {
    /// Where each pair opens and closes, in bytes.
    pairs: Vec<(usize, usize)>,
    open: Vec<usize>,
    close: Vec<usize>,
}

/// The brackets of `document`: of its paragraphs, not of its front matter, headings and notes.
pub fn bracket_counts(document: &Document) -> BracketCounts {
    let is_paragraph = |unit: &&Unit| {
        matches!(unit.kind, Kind::Enacting | Kind::Preambular | Kind::Operative | Kind::Subparagraph) && !unit.text.is_empty()
    };
    let units: Vec<&Unit> = document.units.iter().filter(is_paragraph).collect();
    let found: Vec<Found> = units.iter().map(|unit| found(&unit.text)).collect();
    let mut is_spanned = vec![false; units.len()];
    let mut is_matched = vec![[false; 2]; units.len()];
    let mut counts = BracketCounts::default();
    let mut waiting: Vec<usize> = vec![];
    for (at, unit) in units.iter().enumerate() {
        if found[at].close.last().is_some_and(|&close| ends(&unit.text, close))
            && let Some(from) = waiting.pop()
        {
            counts.pairs += 1;
            is_spanned[from..=at].fill(true);
            is_matched[from][0] = true;
            is_matched[at][1] = true;
        }
        if found[at].open.first() == Some(&0) {
            waiting.push(at);
        }
    }
    let placeholders = document.language.lexicon().placeholders;
    for (at, unit) in units.iter().enumerate() {
        let Found { pairs, open, close } = &found[at];
        let text = unit.text.as_str();
        let words = word_count(text);
        let whole = is_spanned[at] || unit.is_bracketed() || pairs.iter().any(|&(from, to)| from == 0 && ends(text, to));
        counts.pairs += pairs.len() + usize::from(unit.is_bracketed());
        counts.words += words;
        counts.bracketed += if whole { words } else { outermost(pairs).map(|(from, to)| word_count(&text[from + 1..to])).sum() };
        counts.paragraphs[if whole { 2 } else { usize::from(!pairs.is_empty()) }] += 1;
        counts.options += usize::from(is_option(unit));
        let holds = |&(from, to): &(usize, usize)| {
            let inner = fold(text[from + 1..to].trim());
            placeholders.iter().any(|word| inner.starts_with(word))
        };
        counts.placeholders += pairs.iter().filter(|pair| holds(pair)).count();
        let lost = open.len() + close.len() - is_matched[at].iter().filter(|is_matched| **is_matched).count();
        if lost > 0 {
            counts.stray.push(unit.id.clone());
        }
    }
    counts
}

fn found(text: &str) -> Found {
    let mut found = Found::default();
    for (at, c) in text.char_indices() {
        match c {
            '[' => found.open.push(at),
            ']' => match found.open.pop() {
                Some(open) => found.pairs.push((open, at)),
                None => found.close.push(at),
            },
            _ => {}
        }
    }
    found
}

/// Whether nothing but signs stands behind `at`.
fn ends(text: &str, at: usize) -> bool {
    !text[at..].contains(char::is_alphanumeric)
}

/// Pairs that stand in no other; pairs are in the order in which they close.
fn outermost(pairs: &[(usize, usize)]) -> impl Iterator<Item = (usize, usize)> {
    // Backwards, each stands before the last one that stood in no other, or in it.
    let mut limit = usize::MAX;
    let is_outer = move |pair: &&(usize, usize)| {
        let is_outer = pair.1 < limit;
        limit = if is_outer { pair.0 } else { limit };
        is_outer
    };
    pairs.iter().rev().filter(is_outer).copied()
}

fn is_option(unit: &Unit) -> bool {
    let number = unit.number.as_deref().unwrap_or_default();
    number.split(' ').any(|word| matches!(word, "alt" | "option" | "alternative" | "variante" | "opción" | "opcion"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read};
    use crate::structure::structure;

    fn counts(text: &str) -> BracketCounts {
        bracket_counts(&structure(read("text", text.as_bytes(), &ReadOptions::default()).unwrap()))
    }

    #[test]
    fn pairs_words_and_paragraphs_are_counted() {
        let found = counts(
            "The Council,\n\n1. Urges States to pay every [two] year[s];\n\n2. [Decides to set up a fund of [3][5] million;]\n\n\
             3. Requests [Placeholder: who] to report;\n\n4. Decides to meet.\n",
        );
        assert_eq!((found.pairs, found.paragraphs, found.placeholders), (6, [2, 2, 1], 1));
        assert_eq!((found.bracketed, found.words), (14, 28), "two, s, ten of the second, Placeholder, who");
        assert!(found.stray.is_empty());
    }

    #[test]
    fn a_bracket_over_several_paragraphs_spans_them_and_a_lost_one_spoils_its_own_alone() {
        let spanning = counts("The Council,\n\n1. [Urges States to pay;\n\n2. Decides to meet;]\n\n3. Notes the list.\n");
        assert_eq!((spanning.pairs, spanning.paragraphs, spanning.stray.len()), (1, [2, 0, 2], 0));
        let lost = counts("The Council,\n\n1. Urges States [to pay;\n\n2. Decides to meet;\n\n3. Notes the list.\n");
        assert_eq!((lost.pairs, lost.paragraphs, lost.stray), (0, [4, 0, 0], vec!["OP1".to_owned()]));
    }
}
