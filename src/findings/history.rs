//! Texts of successive years with their facts, tied from neighbour to neighbour.

use super::fact::{self, Fact, facts_beside};
use super::join::ties;
use crate::align::{AlignOptions, Link, align};
use crate::compare::{Change, compare};
use crate::series::Series;
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
    /// Aligns and compares neighbours.
    pub fn of(documents: &'a [Document]) -> Self {
        let mut history = Self::start(documents.iter().collect());
        for pair in documents.windows(2) {
            let alignment = align(&pair[0], &pair[1], &AlignOptions::default());
            history.step(&compare(&pair[0], &pair[1], alignment).changes);
        }
        history
    }

    /// The texts of a series, as it compared them.
    pub(super) fn of_series(series: &'a Series) -> Self {
        let mut history = Self::start(series.documents.iter().collect());
        series.steps.iter().for_each(|step| history.step(&step.links));
        history
    }

    /// Two texts that are compared already.
    pub(super) fn pair(documents: [&'a Document; 2], facts: Vec<Vec<Fact>>, changes: &[Change]) -> Self {
        let mut history = Self { documents: documents.into(), facts, ties: vec![], origins: vec![], links: vec![] };
        history.step(changes);
        history
    }

    fn start(documents: Vec<&'a Document>) -> Self {
        let mut facts: Vec<Vec<Fact>> = vec![];
        for (at, document) in documents.iter().enumerate() {
            facts.push(match at.checked_sub(1) {
                Some(before) => facts_beside(document, (documents[before], &facts[before])),
                None => fact::facts(document),
            });
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
