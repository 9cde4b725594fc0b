//! What a paragraph has lost, so that a phrase that comes back is known again.
//!
//! ```text
//! lost in ASP/19   "15 personnes"  "and relevant organizations"  "urgently"
//! new in ASP/21    "15"                                 again: a figure is enough
//!                  "relevant organizations of the"      again: two words that matter; "of the" is new
//!                  "urgently"                           again: all that was lost is back
//!                  "organizations"                      new: one word of several, it may stand for anything
//! ```
//!
//! The longest row of words in common with what was lost, the latest loss first, is known again when it says enough; then the words
//! to the left and right of it are looked up in turn. `O(words × words lost)`.

use std::ops::Range;

use super::provenance::{OriginId, Origins};
use crate::language::{Language, Lexicon};
use crate::text::{TokenKind, fold, tokens};

/// What one lineage has lost, the earliest first.
#[derive(Debug, Default)]
pub(super) struct Memory {
    losses: Vec<Loss>,
}

#[derive(Debug)]
struct Loss {
    words: Vec<Word>,
    /// The last text that had it.
    until: usize,
}

#[derive(Debug)]
struct Word {
    folded: String,
    origin: OriginId,
}

/// Pairs of words looked at in one search, at most: a paragraph of 2,000 words against another.
const MOST: usize = 4_000_000;

/// A row of words of what came in, and where it stands in what was lost.
struct Found {
    new: Range<usize>,
    loss: usize,
    at: usize,
}

impl Memory {
    /// Remembers that `text`, of these origins, stood last in the text `until`.
    pub(super) fn lose(&mut self, text: &str, origins: &[OriginId], until: usize) {
        let mut at = 0;
        let mut words = vec![];
        for token in tokens(text) {
            if token.kind != TokenKind::Space {
                words.push(Word { folded: fold(token.text), origin: origins[at] });
            }
            at += token.text.chars().count();
        }
        if !words.is_empty() {
            self.losses.push(Loss { words, until });
        }
    }

    /// The origin of each character of `text`, which came in in the text `since`.
    pub(super) fn recall(&self, text: &str, language: Language, since: usize, origins: &mut Origins) -> Vec<OriginId> {
        let fresh = origins.fresh(since);
        let mut stamps = vec![fresh; text.chars().count()];
        if self.losses.iter().all(|loss| loss.until + 1 >= since) {
            return stamps;
        }
        let (mut words, mut places, mut at) = (vec![], vec![], 0);
        for token in tokens(text) {
            let end = at + token.text.chars().count();
            if token.kind != TokenKind::Space {
                words.push((fold(token.text), token.kind));
                places.push(at..end);
            }
            at = end;
        }
        let mut open = vec![0..words.len()];
        while let Some(range) = open.pop() {
            let Some(found) = self.longest(&words, range.clone(), since, language.lexicon()) else { continue };
            let loss = &self.losses[found.loss];
            for (k, word) in found.new.clone().enumerate() {
                let origin = origins.again(loss.words[found.at + k].origin, loss.until, since);
                // The space to the next word of the row is known again with it.
                let end = if word + 1 < found.new.end { places[word + 1].start } else { places[word].end };
                stamps[places[word].start..end].fill(origin);
            }
            open.push(range.start..found.new.start);
            open.push(found.new.end..range.end);
        }
        stamps
    }

    /// The longest row of the words in `range` that says something and was lost before the text `since`.
    fn longest(&self, words: &[(String, TokenKind)], range: Range<usize>, since: usize, lexicon: &Lexicon) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (loss, lost) in self.losses.iter().enumerate().rev().filter(|(_, lost)| lost.until + 1 < since) {
            if range.is_empty() || range.len() * lost.words.len() > MOST {
                continue;
            }
            // Lengths of the rows that end at the word before, by where they end in what was lost.
            let mut ends = vec![0; lost.words.len() + 1];
            for new in range.clone() {
                for at in (0..lost.words.len()).rev() {
                    ends[at + 1] = if words[new].0 == lost.words[at].folded { ends[at] + 1 } else { 0 };
                    let length = ends[at + 1];
                    let row = new + 1 - length..new + 1;
                    let is_whole = length == lost.words.len() && row == (0..words.len());
                    let is_longer = length > best.as_ref().map_or(0, |found| found.new.len());
                    if is_longer && says_enough(&words[row.clone()], is_whole, lexicon) {
                        best = Some(Found { new: row, loss, at: at + 1 - length });
                    }
                }
            }
        }
        best
    }
}

/// A figure, a date or a symbol says enough, and so do two words that matter; one does when it is all that was lost and all that came.
fn says_enough(row: &[(String, TokenKind)], is_whole: bool, lexicon: &Lexicon) -> bool {
    let matters = |(word, kind): &&(String, TokenKind)| {
        *kind == TokenKind::Word && word.chars().count() > 3 && !lexicon.function_words.contains(&word.as_str())
    };
    row.iter().any(|(_, kind)| matches!(kind, TokenKind::Number | TokenKind::Date | TokenKind::Symbol))
        || row.iter().filter(matters).count() >= if is_whole { 1 } else { 2 }
}
