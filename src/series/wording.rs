//! The words of a stretch of text, as history knows them: folded, with their place.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::language::Lexicon;
use crate::text::{TokenKind, fold, tokens};

/// A word, a figure or a mark.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) kind: TokenKind,
    /// Unicode scalar values of the stretch before it, and up to its end.
    pub(super) place: Range<usize>,
}

/// The words of `text`, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut at = 0;
    let mut words = vec![];
    for token in tokens(text) {
        let place = at..at + token.text.chars().count();
        at = place.end;
        if token.kind != TokenKind::Space {
            words.push(Word { folded: fold(token.text), kind: token.kind, place });
        }
    }
    words
}

/// The same number for the same word, on both sides.
pub(super) fn numbered(sides: [&[Word]; 2]) -> [Vec<u32>; 2] {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    sides.map(|words| {
        let number = |word| {
            let next = numbers.len() as u32;
            *numbers.entry(word).or_insert(next)
        };
        words.iter().map(|word| word.folded.as_str()).map(number).collect()
    })
}

/// Where the `at`-th of a row of words ends: the space to the next word of the row belongs to it.
pub(super) fn end_in_row(words: &[Word], at: usize, row_end: usize) -> usize {
    if at + 1 < row_end { words[at + 1].place.start } else { words[at].place.end }
}

/// A figure, a date or a symbol says enough to be known again, and so do two words that matter; one does when it `is_whole`: all that
/// was lost and all that came.
pub(super) fn says_enough(row: &[Word], is_whole: bool, lexicon: &Lexicon) -> bool {
    let matters = |word: &&Word| {
        let is_common = lexicon.function_words.contains(&word.folded.as_str());
        word.kind == TokenKind::Word && word.folded.chars().count() > 3 && !is_common
    };
    row.iter().any(|word| matches!(word.kind, TokenKind::Number | TokenKind::Date | TokenKind::Symbol))
        || row.iter().filter(matters).count() >= if is_whole { 1 } else { 2 }
}
