//! Texts of successive years with their facts, tied from neighbour to neighbour.

use super::fact::{Fact, facts_beside, facts_of};
use super::join::ties;
use crate::align::Link;
use crate::compare::Change;
use crate::prepare::Text;
use crate::series::{Series, SeriesOptions, Years};
use crate::structure::Document;

/// Facts through the years. Everything is by the index of a text, the earliest first.
pub struct History<'a> {
    pub(super) documents: Vec<&'a Document>,
    /// The facts of each text.
    pub(super) facts: Vec<Vec<Fact>>,
    /// For each step from a text to the next, pairs of facts.
    pub(super) ties: Vec<Vec<(usize, usize)>>,
    /// For each text but the first, by fact: what it was in the text before.
    origins: Vec<Vec<Option<usize>>>,
    /// For each step, its links.
    pub(super) links: Vec<Vec<Link>>,
}

impl<'a> History<'a> {
    /// The texts of `documents`, with neighbours tied as in their series.
    pub fn of(documents: &'a [Document]) -> Self {
        Self::with(documents, &SeriesOptions::default())
    }

    /// The same, with what is decided about them.
    pub fn with(documents: &'a [Document], options: &SeriesOptions) -> Self {
        let mut years = Years::of(documents.iter().collect(), options);
        let steps = years.settled().steps;
        let mut history = Self::start((0..documents.len()).map(|at| (&documents[at], years.text(at).1)));
        for step in &steps {
            history.step(&step.links);
        }
        history
    }

    /// The texts of a series, as it compared them.
    pub(super) fn of_series(series: &'a Series) -> Self {
        let mut history = Self::start(series.documents.iter().zip(&series.corpus.texts));
        for step in &series.steps {
            history.step(&step.links);
        }
        history
    }

    /// Two texts that are compared already.
    pub(super) fn pair(documents: [&'a Document; 2], facts: Vec<Vec<Fact>>, changes: &[Change]) -> Self {
        let mut history = Self { documents: documents.into(), facts, ties: vec![], origins: vec![], links: vec![] };
        history.step(changes);
        history
    }

    fn start<'t>(texts: impl Iterator<Item = (&'a Document, &'t Text)>) -> Self {
        let (mut documents, mut facts): (Vec<&Document>, Vec<Vec<Fact>>) = (vec![], vec![]);
        for text in texts {
            let read = match documents.last().zip(facts.last()) {
                Some((before, known)) => facts_beside(text, (before, known)),
                None => facts_of(text),
            };
            facts.push(read);
            documents.push(text.0);
        }
        Self { documents, facts, ties: vec![], origins: vec![], links: vec![] }
    }

    fn step(&mut self, changes: &[Change]) {
        let at = self.ties.len();
        let documents = [self.documents[at], self.documents[at + 1]];
        let ties = ties(documents, [&self.facts[at], &self.facts[at + 1]], changes);
        let mut origins = vec![None; self.facts[at + 1].len()];
        for &(old, new) in &ties {
            origins[new] = Some(old);
        }
        self.ties.push(ties);
        self.origins.push(origins);
        self.links.push(changes.iter().map(|change| change.link.clone()).collect());
    }

    /// What fact `fact` of text `document` was in the text before.
    pub(super) fn before(&self, document: usize, fact: usize) -> Option<usize> {
        self.origins[document.checked_sub(1)?][fact]
    }

    /// What unit `unit` of text `document` became in the next: several where it was split.
    pub(super) fn became(&self, document: usize, unit: usize) -> &[usize] {
        let link = self.links.get(document).and_then(|links| links.iter().find(|link| link.old.contains(&unit)));
        link.map_or(&[], |link| &link.new)
    }
}
