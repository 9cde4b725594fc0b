//! One walk through all the steps, with everything that was seen on the way.
//!
//! ```text
//! paragraphs   terms → matching → ties refused → pieces → links ─┐
//! footnotes    terms → matching, with the callers of the links → in turn → links → all links in the order of the new text
//! ```
//!
//! An alignment is the links of such a walk; an explanation reads from the same walk what decided one of them.

use super::AlignOptions;
use super::alignment::{Alignment, Evidence, Link};
use super::candidates::Candidate;
use super::entries::moved_entries;
use super::evidence::Frame;
use super::explanation::Decision;
use super::footnotes::Callers;
use super::frame::Papers;
use super::links::{self, Sort};
use super::matching::{Decided, Matching, Tie, matching};
use super::splits::{self, Group};
use super::terms::Terms;
use super::{lines, pins, ties};
use crate::structure::{Document, Kind, Note, Unit};

/// Two documents on their way to an alignment.
pub(super) struct Course<'a> {
    pub(super) documents: [&'a Document; 2],
    pub(super) paragraphs: Weighing,
    /// None when a text has no footnotes.
    pub(super) notes: Option<Weighing>,
    /// In the order of the new text.
    pub(super) links: Vec<Link>,
    work: u64,
}

/// The units of one sort, all but footnotes or the footnotes, with all that was weighed for them and what came of it.
pub(super) struct Weighing {
    /// Indices of units, old and new; everything below counts places in these lists.
    pub(super) units: [Vec<usize>; 2],
    pub(super) terms: Terms,
    pub(super) frame: Box<dyn Frame>,
    pub(super) decided: Decided,
    pub(super) found: Matching,
    /// Ties that were refused.
    pub(super) refused: Vec<Tie>,
    pub(super) groups: Vec<Group>,
    pub(super) is_of_notes: bool,
}

impl<'a> Course<'a> {
    pub(super) fn of(documents: [&'a Document; 2], options: &AlignOptions) -> Self {
        let mut work = 0;
        let paragraphs = Weighing::of_paragraphs(documents, options, &mut work);
        let mut links = paragraphs.links(documents);
        let notes = Weighing::of_notes(documents, options, &links, &mut work);
        links.extend(notes.iter().flat_map(|notes| notes.links(documents)));
        let mut links = links::complete(links, documents);
        for sort in [Some(&paragraphs), notes.as_ref()].into_iter().flatten() {
            sort.say_who_is_nobodys(&mut links);
        }
        Self { documents, paragraphs, notes, links, work }
    }

    pub(super) fn alignment(self) -> Alignment {
        let notes = self.paragraphs.notes(self.documents);
        Alignment { links: self.links, notes, work: self.work }
    }
}

impl Weighing {
    fn of_paragraphs(documents: [&Document; 2], options: &AlignOptions, work: &mut u64) -> Self {
        let languages = documents.map(|document| document.language);
        let units = documents.map(|document| units(document, |unit| unit.kind != Kind::Note));
        let sides = [pick(documents[0], &units[0]), pick(documents[1], &units[1])];
        let terms = Terms::of(&sides[0], &sides[1], languages);
        let frame = Papers::of(&sides[0], &sides[1]);
        let mut decided = pins::decided(&options.pins, documents, [&units[0], &units[1]]);
        let closed = decided.closed(sides[0].len(), sides[1].len());
        decided.lines = lines::pairs(&sides[0], &sides[1], languages);
        decided.lines.retain(|&(i, j)| !closed[0][i] && !closed[1][j]);
        let mut found = matching(&terms, &frame, &decided, work);
        let refused = ties::refuse(&terms, &frame, &mut found);
        let entries = moved_entries([&sides[0], &sides[1]], &terms, &found.ties, &decided);
        found.ties.extend(entries);
        let groups = splits::gather(&terms, &frame, &found, work);
        Self { units, terms, frame: Box::new(frame), decided, found, refused, groups, is_of_notes: false }
    }

    /// The footnotes, given the links of the paragraphs that call them.
    fn of_notes(documents: [&Document; 2], options: &AlignOptions, paragraphs: &[Link], work: &mut u64) -> Option<Self> {
        let units = documents.map(|document| units(document, |unit| unit.kind == Kind::Note));
        if units.iter().any(Vec::is_empty) {
            return None;
        }
        let sides = [pick(documents[0], &units[0]), pick(documents[1], &units[1])];
        let terms = Terms::of(&sides[0], &sides[1], documents.map(|document| document.language));
        let frame = Callers::of(documents, paragraphs, [&units[0], &units[1]]);
        let decided = pins::decided(&options.pins, documents, [&units[0], &units[1]]);
        let mut found = matching(&terms, &frame, &decided, work);
        let in_turn = frame.in_turn(&found.ties, &decided);
        found.ties.extend(in_turn.into_iter().map(|pair| Tie::decided(pair, &terms, Decision::Turn)));
        let groups = found.ties.iter().map(Group::of).collect();
        Some(Self { units, terms, frame: Box::new(frame), decided, found, refused: vec![], groups, is_of_notes: true })
    }

    fn links(&self, documents: [&Document; 2]) -> Vec<Link> {
        let (terms, frame, found) = (&self.terms, self.frame.as_ref(), &self.found);
        Sort { documents, units: [&self.units[0], &self.units[1]], terms, frame, found }.links(&self.groups)
    }

    /// A unit that a person left alone says so.
    fn say_who_is_nobodys(&self, links: &mut [Link]) {
        let old: Vec<usize> = self.decided.never_old.iter().map(|&i| self.units[0][i]).collect();
        let new: Vec<usize> = self.decided.never_new.iter().map(|&j| self.units[1][j]).collect();
        for link in links.iter_mut().filter(|_| !old.is_empty() || !new.is_empty()) {
            if link.old.iter().any(|i| old.contains(i)) || link.new.iter().any(|j| new.contains(j)) {
                link.why.push(Evidence::Pin);
            }
        }
    }

    /// A note for each tie that was refused, and for each that nearly was another.
    fn notes(&self, documents: [&Document; 2]) -> Vec<Note> {
        let id = |side: usize, place: usize| documents[side].units[self.units[side][place]].id.as_str();
        let refused = |tie: &Tie| {
            let (old, new) = (id(0, tie.old), id(1, tie.new));
            let message =
                format!("old {old} reads like new {new}, but so do others and nothing tells them apart; left unmatched");
            Note::new("tie", message).with([old, new])
        };
        let near = |(tie, other): &(Tie, Candidate)| {
            let (old, new) = (id(0, tie.old), id(1, tie.new));
            if other.old == tie.old {
                let twin = id(1, other.new);
                let message = format!("old {old} is tied to new {new}, but new {twin} is nearly as like it");
                return Note::new("near-twin-new", message).with([old, new, twin]);
            }
            let twin = id(0, other.old);
            let message = format!("new {new} is tied to old {old}, but old {twin} is nearly as like it");
            Note::new("near-twin-old", message).with([new, old, twin])
        };
        let sizes = [self.units[0].len(), self.units[1].len()];
        let nearly = ties::near(&self.found, &self.groups, sizes);
        self.refused.iter().map(refused).chain(nearly.iter().map(near)).collect()
    }
}

/// The indices of the units that `belong`, ascending.
fn units(document: &Document, belong: impl Fn(&Unit) -> bool) -> Vec<usize> {
    document.units.iter().filter(|unit| belong(unit)).map(|unit| unit.index).collect()
}

fn pick<'a>(document: &'a Document, units: &[usize]) -> Vec<&'a Unit> {
    units.iter().map(|&unit| &document.units[unit]).collect()
}
