//! Some texts with all that is worked out about them, each thing once, whoever asks.
//!
//! ```text
//! texts   ASP/17      ASP/18      ASP/19      ASP/20
//! words     ·           ·           ·           ·          cut once, with one number for each spelling
//! pairs          ·           ·           ·                 aligned and compared once, with the pins of the pair
//!                      ·           ·                       the next but one, aligned once
//! ```
//!
//! A redline, a table, the counts, the questions of lint and the lives of paragraphs all come from here, so that no two of them can
//! disagree about a pair. Two texts are a series of two: nothing is far apart, and nothing to settle.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::checks;
use super::pins::SeriesOptions;
use super::step::Step;
use crate::align::{AlignOptions, Alignment, Explanation, Side, align_pair, explain_pair};
use crate::compare::{CompareOptions, Comparison, Detail, compare_pair};
use crate::prepare::{Corpus, Text, TextPair};
use crate::structure::{Document, Note};

/// Texts, the earliest first, and what is known of each pair.
pub(crate) struct Years<'a> {
    pub(super) documents: Vec<&'a Document>,
    pub(super) corpus: Corpus,
    pub(super) options: &'a SeriesOptions,
    comparing: CompareOptions,
    /// Of each text and the next, as far as somebody asked.
    neighbours: Vec<OnceLock<Comparison>>,
}

/// The steps from text to text, with what texts further off show to be wrong undone.
pub(crate) struct Settled {
    pub(crate) steps: Vec<Step>,
    /// Doubts about the steps.
    pub(super) notes: Vec<Note>,
    /// Of each text and the next but one.
    pub(super) far: Vec<Alignment>,
}

impl<'a> Years<'a> {
    pub(crate) fn of(documents: Vec<&'a Document>, options: &'a SeriesOptions) -> Self {
        let corpus = Corpus::of(&documents);
        let neighbours = (1..documents.len()).map(|_| OnceLock::new()).collect();
        Self { documents, corpus, options, comparing: CompareOptions::default(), neighbours }
    }

    /// The same, with changes told apart as finely as asked.
    pub(crate) fn compared_with(self, detail: Detail) -> Self {
        Self { comparing: CompareOptions { detail }, ..self }
    }

    /// The words of text `at`, and its document.
    pub(crate) fn text(&self, at: usize) -> (&'a Document, &Text) {
        (self.documents[at], &self.corpus.texts[at])
    }

    /// Two of the texts, the earlier first.
    fn pair(&self, at: [usize; 2]) -> TextPair<'_> {
        self.corpus.pair(&self.documents, at)
    }

    fn pins(&self, [old, new]: [usize; 2]) -> AlignOptions {
        AlignOptions { pins: self.options.between(old, new) }
    }

    /// The words of two texts, as their own redline has them.
    pub(crate) fn compared(&self, [old, new]: [usize; 2]) -> Comparison {
        if new == old + 1 { self.step(old).clone() } else { self.compare([old, new]) }
    }

    fn compare(&self, at: [usize; 2]) -> Comparison {
        compare_pair(self.pair(at), align_pair(self.pair(at), &self.pins(at)), self.comparing)
    }

    /// Those of text `old` and the next, worked out once.
    pub(crate) fn step(&self, old: usize) -> &Comparison {
        self.neighbours[old].get_or_init(|| self.compare([old, old + 1]))
    }

    /// The same, for whoever is the last to ask.
    pub(crate) fn take_step(&mut self, old: usize) -> Comparison {
        self.step(old);
        self.neighbours[old].take().expect("it is worked out")
    }

    /// Why a unit of two neighbours is what their redline says.
    pub(crate) fn explained(&self, old: usize, of: (Side, usize)) -> Explanation {
        explain_pair(self.pair([old, old + 1]), &self.pins([old, old + 1]), of)
    }

    /// All steps, settled. Nobody asks for one of them afterwards.
    pub(crate) fn settled(&mut self) -> Settled {
        let far = |this: &Self| -> Vec<Alignment> {
            let all = (2..this.documents.len()).into_par_iter();
            all.map(|new| align_pair(this.pair([new - 2, new]), &AlignOptions::default())).collect()
        };
        let near = |this: &Self| (0..this.neighbours.len()).into_par_iter().for_each(|old| _ = this.step(old));
        let (far, ()) = rayon::join(|| far(self), || near(self));
        let mut notes = vec![];
        let mut steps = Vec::with_capacity(self.neighbours.len());
        for old in 0..self.neighbours.len() {
            let comparison = self.take_step(old);
            let labels = [&self.documents[old].label, &self.documents[old + 1].label];
            notes.extend(comparison.notes.into_iter().map(|note| between(note, labels)));
            steps.push(Step { old, new: old + 1, links: comparison.changes });
        }
        notes.extend(checks::settle(&self.documents, &mut steps, &far, self.options));
        Settled { steps, notes, far }
    }
}

/// The same note, with the pair that it is about: before all else in its parts.
fn between(note: Note, [old, new]: [&String; 2]) -> Note {
    let message = format!("{old} to {new}: {}", note.message);
    let parts = [old, new].into_iter().cloned().chain(note.parts).collect();
    Note { message, parts, ..note }
}
