//! One walk through all the steps, with everything that was seen on the way.
//!
//! ```text
//! paragraphs   terms → matching → ties refused → pieces → links ─┐
//! footnotes    terms → matching, with the callers of the links → in turn → links → all links in the order of the new text
//! ```
//!
//! An alignment is the links of such a walk; an explanation reads from the same walk what decided one of them.

use super::alignment::{Alignment, Evidence, Link, Perhaps};
use super::candidates::Candidate;
use super::entries::moved_entries;
use super::explanation::Decision;
use super::footnotes::Callers;
use super::frame::{Frame, Paragraphs};
use super::links::{self, Sort};
use super::matching::{Decided, Matching, Tie, matching};
use super::options::AlignOptions;
use super::second::SecondLook;
use super::splits::{self, Group};
use super::terms::Terms;
use super::{headed, joined_lines, lines, pins, refigured, rows, singles, ties};
use crate::prepare::TextPair;
use crate::structure::{Kind, Note, Unit};

/// Two documents on their way to an alignment.
pub(super) struct Course<'c> {
    pair: TextPair<'c>,
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
    pub(super) second: SecondLook,
    pub(super) is_of_notes: bool,
}

impl<'c> Course<'c> {
    pub(super) fn of(pair: TextPair<'c>, options: &AlignOptions) -> Self {
        let mut work = 0;
        let paragraphs = Weighing::of_paragraphs(pair, options, &mut work);
        let mut links = paragraphs.links(pair);
        let notes = Weighing::of_notes(pair, options, &links, &mut work);
        links.extend(notes.iter().flat_map(|notes| notes.links(pair)));
        let mut links = links::complete(links, pair.documents());
        for sort in [Some(&paragraphs), notes.as_ref()].into_iter().flatten() {
            sort.say_who_is_nobodys(&mut links);
        }
        Self { pair, paragraphs, notes, links, work }
    }

    pub(super) fn alignment(self) -> Alignment {
        let notes = self.paragraphs.notes(self.pair);
        let perhaps = self.paragraphs.suggestions();
        Alignment { links: self.links, perhaps, notes, work: self.work }
    }
}

impl Weighing {
    fn of_paragraphs(pair: TextPair<'_>, options: &AlignOptions, work: &mut u64) -> Self {
        let mut first = Self::at_first_sight(pair, options, work);
        first.second = SecondLook::at(&first.terms, first.frame.as_ref(), (&mut first.found, &mut first.groups), work);
        first.found.ties.sort_unstable_by_key(|tie| tie.old);
        first
    }

    /// The paragraphs with all that is tied before a second look.
    pub(super) fn at_first_sight(pair: TextPair<'_>, options: &AlignOptions, work: &mut u64) -> Self {
        let units = [0, 1].map(|side| units(pair, side, |unit| unit.kind != Kind::Note));
        let sides = [units[0].as_slice(), &units[1]];
        let terms = Terms::of(pair, sides);
        let mut frame = Paragraphs::of(pair, sides);
        let mut decided = pins::decided(&options.pins, pair.documents(), sides);
        let closed = decided.closed(units[0].len(), units[1].len());
        decided.lines = lines::pairs(pair, sides, &frame);
        decided.lines.extend(rows::pairs(pair, sides));
        frame.cut_at_titles(&decided.lines);
        decided.lines.retain(|&(i, j)| !closed[0][i] && !closed[1][j]);
        let mut found = matched(&terms, &frame, &decided, work);
        let overlooked = refigured::overlooked(pair, sides, (&terms, &frame), (&decided, &found.ties));
        if !overlooked.is_empty() {
            decided.lines.extend(overlooked);
            found = matched(&terms, &frame, &decided, work);
        }
        let refused = ties::refuse(&terms, &frame, &mut found);
        let entries = moved_entries(pair, sides, &terms, &found.ties, &decided);
        found.ties.extend(entries);
        headed::follow(pair, sides, &terms, &decided, &mut found.ties);
        let mut groups = splits::gather(&terms, &frame, &found, work);
        joined_lines::join(pair, sides, (&terms, &frame), &decided, (&mut found, &mut groups));
        let second = SecondLook::default();
        Self { units, terms, frame: Box::new(frame), decided, found, refused, groups, second, is_of_notes: false }
    }

    /// The footnotes, given the links of the paragraphs that call them.
    fn of_notes(pair: TextPair<'_>, options: &AlignOptions, paragraphs: &[Link], work: &mut u64) -> Option<Self> {
        let units = [0, 1].map(|side| units(pair, side, |unit| unit.kind == Kind::Note));
        if units.iter().any(Vec::is_empty) {
            return None;
        }
        let sides = [units[0].as_slice(), &units[1]];
        let terms = Terms::of(pair, sides);
        let frame = Callers::of(pair.documents(), paragraphs, sides);
        let decided = pins::decided(&options.pins, pair.documents(), sides);
        let mut found = matched(&terms, &frame, &decided, work);
        let in_turn = frame.in_turn(&found.ties, &decided);
        found.ties.extend(in_turn.into_iter().map(|pair| Tie::decided(pair, &terms, Decision::Turn)));
        let groups = found.ties.iter().map(Group::of).collect();
        let (refused, second) = (vec![], SecondLook::default());
        Some(Self { units, terms, frame: Box::new(frame), decided, found, refused, groups, second, is_of_notes: true })
    }

    fn links(&self, pair: TextPair<'_>) -> Vec<Link> {
        let (terms, frame, found) = (&self.terms, self.frame.as_ref(), &self.found);
        Sort { pair, units: [&self.units[0], &self.units[1]], terms, frame, found }.links(&self.groups)
    }

    /// What might be one, by the indices of units.
    fn suggestions(&self) -> Vec<Perhaps> {
        let in_document = |pair: Perhaps| Perhaps { old: self.units[0][pair.old], new: self.units[1][pair.new], ..pair };
        self.second.suggestions().into_iter().map(in_document).collect()
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
    fn notes(&self, pair: TextPair<'_>) -> Vec<Note> {
        let id = |side: usize, place: usize| pair.unit(side, self.units[side][place]).id.as_str();
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

/// Everything that is tied one to one: by all evidence, by the last look, and by decisions that came before.
fn matched(terms: &Terms, frame: &dyn Frame, decided: &Decided, work: &mut u64) -> Matching {
    let mut found = matching(terms, frame, decided, work);
    let last = singles::last_pairs(terms, frame, &found, work);
    let pinned = decided.tied.iter().map(|&pair| Tie::decided(pair, terms, Decision::Pin));
    let formed = decided.lines.iter().map(|&pair| Tie::decided(pair, terms, Decision::Form));
    found.ties.extend(last.into_iter().chain(pinned).chain(formed));
    found.ties.sort_unstable_by_key(|tie| tie.old);
    found
}

/// The indices of the units of one side that `belong`, ascending.
fn units(pair: TextPair<'_>, side: usize, belong: impl Fn(&Unit) -> bool) -> Vec<usize> {
    pair.documents()[side].units.iter().filter(|unit| belong(unit)).map(|unit| unit.index).collect()
}
