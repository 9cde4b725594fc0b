//! How much of a text stands in square brackets: what is not agreed.
//!
//! ```text
//! 2. Requests a report every [two] year[s];      partly: 2 pairs
//! 3. [Opens a budget line of [3][5] million;]  wholly: 3 pairs
//! Option 1: …    [Placeholder: means]    ]       an option, a placeholder, a stray bracket
//! ```
//!
//! `pairs` says which bracket belongs to which. `O(n)`.

use std::ops::Range;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::pairs::{Brackets, is_bracketable};
use crate::structure::{Document, names_alternative};
use crate::text::{fold, word_count};

/// The brackets of one text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
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

/// The brackets of `document`: of its paragraphs, not of its front matter, headings and notes.
pub fn bracket_counts(document: &Document) -> BracketCounts {
    let brackets = Brackets::of(document);
    let placeholders = document.language.lexicon().placeholders;
    let mut counts = BracketCounts { pairs: brackets.pairs.len(), ..BracketCounts::default() };
    for unit in document.units.iter().filter(|unit| is_bracketable(unit)) {
        let text = unit.text.as_str();
        let here = || brackets.pairs.iter().filter(|pair| (pair.units[0]..=pair.units[1]).contains(&unit.index));
        let ranges: Vec<Range<usize>> = here().map(|pair| pair.range(document, unit.index)).collect();
        let words = word_count(text);
        let whole = here().any(|pair| pair.is_whole(document));
        counts.words += words;
        counts.bracketed += if whole { words } else { outermost(&ranges).map(|range| word_count(&text[range])).sum() };
        counts.paragraphs[if whole { 2 } else { usize::from(!ranges.is_empty()) }] += 1;
        counts.options += usize::from(unit.number.as_deref().is_some_and(names_alternative));
        let holds = |range: &&Range<usize>| {
            let inner = fold(text[(*range).clone()].trim());
            placeholders.iter().any(|word| inner.starts_with(word))
        };
        counts.placeholders += ranges.iter().filter(holds).count();
        if brackets.stray.iter().any(|(stray, _)| *stray == unit.index) {
            counts.stray.push(unit.id.clone());
        }
    }
    counts
}

/// Ranges that stand in no other; they are in the order in which they end.
fn outermost(ranges: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> {
    // Backwards, each stands before the last one that stood in no other, or in it.
    let mut limit = usize::MAX;
    let is_outer = move |range: &&Range<usize>| {
        let is_outer = range.end < limit;
        limit = if is_outer { range.start } else { limit };
        is_outer
    };
    ranges.iter().rev().filter(is_outer).cloned()
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
