//! Footnotes become footnotes: first by the paragraph that calls them, then by their words.
//!
//! ```text
//! old OP3  … the Rome Statute² …      ² United Nations, Treaty Series, vol. 2187, No. 38544.
//! new OP4  … the Rome Statute³ …      ³ Ibid., vol. 2187.                                      one note: OP3 became OP4
//! ```
//!
//! The notes of both texts are matched like paragraphs, with their callers for a frame. What is still single then, and called by two
//! paragraphs that are tied, is paired in its turn when both call as many, and the same words stand before both marks: where a list of
//! references lost one and won another, they are strangers. Cost: linear in the notes and their candidates.

use rustc_hash::FxHashSet;

use super::alignment::{Evidence, Link};
use super::frame::{Class, Frame};
use super::matching::{Decided, Tie};
use super::similarity::WHOLE;
use super::terms::Terms;
use crate::structure::Document;
use crate::text::lower;

/// Pairs of notes, in places of the lists of notes, that paragraphs which are tied call.
#[derive(Debug, Default)]
pub(super) struct Callers {
    pairs: Vec<(usize, usize)>,
    /// For each link of paragraphs, the notes that its old side calls and those that its new side calls.
    called: Vec<[Vec<Called>; 2]>,
}

/// A note, and the last words before the mark that calls it.
#[derive(Debug)]
struct Called {
    note: usize,
    before: [String; ANCHOR],
}

/// Words before a mark that tell what it is the note of, the nearest first. Figures change with the year.
const ANCHOR: usize = 3;

/// Notes of one paragraph that are paired with all of the other: a list of references may have many.
const MARKS: usize = 32;

impl Callers {
    /// The notes that linked paragraphs call. `notes` are indices of units, ascending.
    pub(super) fn of(documents: [&Document; 2], links: &[Link], notes: [&[usize]; 2]) -> Self {
        let mut callers = Self::default();
        for link in links {
            let old = called(documents[0], &link.old, notes[0]);
            let new = called(documents[1], &link.new, notes[1]);
            callers.pairs.extend(old.iter().take(MARKS).flat_map(|i| new.iter().take(MARKS).map(|j| (i.note, j.note))));
            callers.called.push([old, new]);
        }
        callers.pairs.sort_unstable();
        callers.pairs.dedup();
        callers
    }

    /// Whether paragraphs that are tied call both notes.
    fn tied(&self, old: usize, new: usize) -> bool {
        self.pairs.binary_search(&(old, new)).is_ok()
    }

    /// The notes that nobody has, paired in their turn where paragraphs that are tied call as many of them.
    pub(super) fn in_turn(&self, ties: &[Tie], decided: &Decided) -> Vec<(usize, usize)> {
        let mut old_has: FxHashSet<usize> = ties.iter().map(|tie| tie.old).chain(decided.never_old.iter().copied()).collect();
        let mut new_has: FxHashSet<usize> = ties.iter().map(|tie| tie.new).chain(decided.never_new.iter().copied()).collect();
        let mut found = Vec::new();
        for [old, new] in &self.called {
            let left_old: Vec<&Called> = old.iter().filter(|i| !old_has.contains(&i.note)).collect();
            let left_new: Vec<&Called> = new.iter().filter(|j| !new_has.contains(&j.note)).collect();
            if left_old.len() == left_new.len() {
                let pairs = left_old.into_iter().zip(left_new).filter(|(i, j)| i.is_like(j)).map(|(i, j)| (i.note, j.note));
                for (i, j) in pairs {
                    old_has.insert(i);
                    new_has.insert(j);
                    found.push((i, j));
                }
            }
        }
        found
    }
}

impl Called {
    /// Whether the mark stands behind the same word, or behind two of the same words.
    fn is_like(&self, other: &Self) -> bool {
        let shared = self.before.iter().filter(|word| !word.is_empty() && other.before.contains(word)).count();
        self.before[0] == other.before[0] || shared > 1
    }
}

/// The notes that `units` call, each once, by its first mark.
fn called(document: &Document, units: &[usize], notes: &[usize]) -> Vec<Called> {
    let mut seen = FxHashSet::default();
    let mut found = vec![];
    for unit in units.iter().map(|&unit| &document.units[unit]).filter(|unit| !unit.footnotes.is_empty()) {
        let text: Vec<char> = unit.text.chars().collect();
        for mark in &unit.footnotes {
            let note = mark.note.and_then(|note| notes.binary_search(&note).ok());
            if let Some(note) = note.filter(|note| seen.insert(*note)) {
                found.push(Called { note, before: words_before(&text[..mark.at.min(text.len())]) });
            }
        }
    }
    found
}

/// The last words of letters, lowered, the nearest first; empty where there are fewer.
fn words_before(text: &[char]) -> [String; ANCHOR] {
    // Far enough for as many long words.
    const REACH: usize = 80;
    let near: String = text[text.len().saturating_sub(REACH)..].iter().collect();
    let mut words = near.rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    std::array::from_fn(|_| words.next().map(lower).unwrap_or_default().into_owned())
}

impl Frame for Callers {
    fn labels_agree(&self, _: usize, _: usize) -> Option<bool> {
        // Marks count anew in every text.
        None
    }

    fn around(&self, _: &Terms, old: usize, new: usize) -> i32 {
        if self.tied(old, new) { WHOLE } else { 0 }
    }

    fn kinds_differ(&self, _: usize, _: usize) -> bool {
        false
    }

    fn may_be_one(&self, _: &Terms, _: usize, _: usize) -> bool {
        true
    }

    fn class(&self, _: usize, _: usize) -> Class {
        Class::Provision
    }

    fn is_prose(&self, _: usize, _: usize) -> bool {
        false
    }

    fn surrounding(&self) -> Evidence {
        Evidence::Caller
    }

    fn suggested(&self) -> Vec<(usize, usize)> {
        self.pairs.clone()
    }
}
