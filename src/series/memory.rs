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

use super::origins::{OriginId, Origins};
use super::wording::{Word, end_in_row, says_enough};
use crate::language::Lexicon;

/// What one lineage has lost, the earliest first.
#[derive(Debug, Default)]
pub(super) struct Memory {
    losses: Vec<Loss>,
}

#[derive(Debug)]
struct Loss {
    words: Vec<(String, OriginId)>,
    /// The last text that had it.
    until: usize,
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
    /// Remembers that `words`, in a stretch of these origins, stood last in the text `until`.
    pub(super) fn lose(&mut self, words: &[Word], origins: &[OriginId], until: usize) {
        if !words.is_empty() {
            let words = words.iter().map(|word| (word.folded.clone(), origins[word.place.start])).collect();
            self.losses.push(Loss { words, until });
        }
    }

    /// Stamps those of `words`, which came in in the text `since`, that had been lost before.
    pub(super) fn recall(&self, words: &[Word], since: usize, lexicon: &Lexicon, origins: &mut Origins, stamps: &mut [OriginId]) {
        let mut open: Vec<Range<usize>> = std::iter::once(0..words.len()).collect();
        while let Some(range) = open.pop() {
            let Some(found) = self.longest(words, range.clone(), since, lexicon) else { continue };
            let loss = &self.losses[found.loss];
            for (k, word) in found.new.clone().enumerate() {
                let origin = origins.again(loss.words[found.at + k].1, loss.until, since);
                stamps[words[word].place.start..end_in_row(words, word, found.new.end)].fill(origin);
            }
            open.push(range.start..found.new.start);
            open.push(found.new.end..range.end);
        }
    }

    /// The longest row of the words in `range` that says something and was lost before the text `since`.
    fn longest(&self, words: &[Word], range: Range<usize>, since: usize, lexicon: &Lexicon) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (loss, lost) in self.losses.iter().enumerate().rev().filter(|(_, lost)| lost.until + 1 < since) {
            if range.is_empty() || range.len() * lost.words.len() > MOST {
                continue;
            }
            // Lengths of the rows that end at the word before, by where they end in what was lost.
            let mut ends = vec![0; lost.words.len() + 1];
            for new in range.clone() {
                for at in (0..lost.words.len()).rev() {
                    ends[at + 1] = if words[new].folded == lost.words[at].0 { ends[at] + 1 } else { 0 };
                    let length = ends[at + 1];
                    let row = new + 1 - length..new + 1;
                    let is_whole = length == lost.words.len() && length == words.len();
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
