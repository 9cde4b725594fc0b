//! From one text to another: which unit became which, and which of its characters stand there still.
//!
//! ```text
//! zero  ── rev1 ── rev2 ── adopted      step by step, since a paragraph that was written anew in two steps is not known at a glance
//!   └─ EU ──┘        │        │         and straight from each proposal: its new paragraphs are in no draft before
//!       └────────────┴────────┘
//! ```
//!
//! Of what was split or merged, the longest piece is the paragraph. An alignment a pair of texts, in parallel; then the script of each pair of
//! paragraphs that is asked for.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::align::Alignment;
use crate::compare::{Edit, EditWeight, Fewest, Op};
use crate::overlay::{Change, Copy, changes_of, copy_of, word_places};
use crate::prepare::Corpus;
use crate::structure::Document;
use crate::text::fold;

/// Texts, and the ways between them.
pub(super) struct Walk<'a> {
    pub(super) documents: &'a [&'a Document],
    corpus: &'a Corpus,
    /// How many of the texts are drafts: the first.
    pub(super) drafts: usize,
    /// For each text, the draft that it is or was written on.
    pub(super) on: Vec<usize>,
    /// By the two texts.
    copies: BTreeMap<[usize; 2], Copy>,
    fewest: BTreeMap<[usize; 2], Fewest<'a>>,
}

/// A unit of a text.
pub(super) type At = (usize, usize);

/// Where a word stands in its unit, in scalar values, and whether it is one rather than a sign.
pub(super) type Word = (usize, usize, bool);

impl<'a> Walk<'a> {
    /// Of `documents`, whose words are `corpus`: first so many drafts, then proposals, each `on` a draft; `also` are more pairs to compare.
    pub(super) fn of(
        documents: &'a [&'a Document],
        corpus: &'a Corpus,
        drafts: usize,
        on: Vec<usize>,
        also: impl IntoIterator<Item = [usize; 2]>,
    ) -> Self {
        let later = |text: usize| on[text] + 1..drafts;
        let mut pairs: Vec<[usize; 2]> = (0..on.len()).flat_map(|text| later(text).map(move |draft| [text, draft])).collect();
        pairs.extend((drafts..on.len()).map(|proposal| [on[proposal], proposal]));
        pairs.extend(also);
        let copies = pairs.into_par_iter().map(|pair| (pair, copy_of(corpus.pair(documents, pair))));
        Self { documents, corpus, drafts, copies: copies.collect(), on, fewest: BTreeMap::new() }
    }

    /// The second text as a copy of the first.
    pub(super) fn copy(&self, pair: [usize; 2]) -> &Copy {
        &self.copies[&pair]
    }

    fn alignment(&self, pair: [usize; 2]) -> &Alignment {
        &self.copies[&pair].alignment
    }

    /// The unit of another text that a unit is there, by the alignment of the two alone.
    pub(super) fn straight(&self, (text, unit): At, other: usize) -> Option<usize> {
        if text == other {
            return Some(unit);
        }
        let link = self.alignment([text, other]).links.iter().find(|link| link.old.contains(&unit))?;
        let length = |unit: usize| self.documents[other].units[unit].text.len();
        link.new.iter().copied().max_by_key(|&unit| (length(unit), std::cmp::Reverse(unit)))
    }

    /// The unit of a later draft that a unit of a draft became, step by step, else at a glance; of a text that is no draft, at a glance.
    pub(super) fn later(&self, (text, unit): At, draft: usize) -> Option<usize> {
        let mut at = Some(unit).filter(|_| draft < self.drafts);
        for step in text..draft.min(self.drafts) {
            at = at.and_then(|unit| self.straight((step, unit), step + 1));
        }
        at.or_else(|| self.straight((text, unit), draft))
    }

    /// The unit of a draft where a unit of a proposal would stand: by the paragraph that it is a copy of, else by its own words.
    pub(super) fn found(&self, (text, unit): At, draft: usize) -> Option<usize> {
        if text < self.drafts {
            return self.later((text, unit), draft);
        }
        let on = self.on[text];
        let own = self.copy([on, text]).tied[unit];
        let by_copy = own.and_then(|own| self.later((on, own), draft));
        by_copy.or_else(|| self.straight((text, unit), draft)).or_else(|| {
            // New in an earlier draft, it may have gone on from there.
            let mut earlier = (on + 1..draft).rev();
            earlier.find_map(|step| self.later((step, self.straight((text, unit), step)?), draft))
        })
    }

    /// The units of a text that a unit of a later one was made of.
    pub(super) fn made_of(&self, text: usize, (later, unit): At) -> Vec<usize> {
        let links = &self.alignment([text, later]).links;
        let mut made = links.iter().find(|link| link.new.contains(&unit)).map(|link| link.old.clone()).unwrap_or_default();
        if text < self.drafts {
            made.extend((0..self.documents[text].units.len()).filter(|&old| self.later((text, old), later) == Some(unit)));
        }
        made.sort_unstable();
        made.dedup();
        made
    }

    /// Whether a text was there before a draft: an earlier draft, or a proposal on one.
    pub(super) fn is_before(&self, text: usize, draft: usize) -> bool {
        if text < self.drafts { text < draft } else { self.on[text] < draft }
    }

    /// The words and signs of a unit.
    pub(super) fn words(&self, (text, unit): At) -> Vec<Word> {
        word_places(&self.documents[text].units[unit].text, &self.corpus.texts[text], unit)
    }

    /// Whether a word of a unit has no meaning of its own: "the", "of".
    pub(super) fn is_light(&self, (text, unit): At, word: &Word) -> bool {
        let document = self.documents[text];
        let word: String = document.units[unit].text.chars().skip(word.0).take(word.1 - word.0).collect();
        document.language.lexicon().function_words.contains(fold(&word).as_str())
    }

    /// For each character of a unit, where it stands in another text's unit, if it does; typography apart.
    pub(super) fn kept(&mut self, (text, unit): At, (other, of): At) -> Vec<Option<usize>> {
        if (text, unit) == (other, of) {
            return (0..self.documents[text].units[unit].text.chars().count()).map(Some).collect();
        }
        let edits = self.edits((text, unit), (other, of));
        let mut kept = vec![];
        let mut at = 0;
        for (index, edit) in edits.iter().enumerate() {
            let length = edit.text.chars().count();
            match edit.op {
                Op::Equal => kept.extend((at..at + length).map(Some)),
                Op::Insert => {}
                Op::Delete => {
                    let next =
                        edits.get(index + 1).filter(|next| next.op == Op::Insert).map_or(0, |next| next.text.chars().count());
                    let is_typography = edit.weight == Some(EditWeight::Editorial) && next > 0;
                    kept.extend((0..length).map(|nth| is_typography.then(|| at + nth.min(next - 1))));
                    continue;
                }
            }
            at += length;
        }
        kept
    }

    /// The fewest changes from a unit to another text's.
    pub(super) fn changes(&mut self, from: At, to: At) -> Vec<Change> {
        changes_of(&self.edits(from, to))
    }

    fn edits(&mut self, (text, unit): At, (other, of): At) -> Vec<Edit> {
        let (corpus, documents, pair) = (self.corpus, self.documents, [text, other]);
        let fewest = self.fewest.entry(pair).or_insert_with(|| Fewest::of(corpus.pair(documents, pair)));
        fewest.changes([unit, of]).edits
    }
}
