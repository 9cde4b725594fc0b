//! From two documents to links: which paragraph of the old text became which of the new.
//!
//! ```text
//! old   OP11   OP12        OP13   OP14   OP15          OP16
//! new   OP11   OP12 OP13       OP14      OP16 (moved)         OP15 (inserted)
//!       kept   split           merged    kept          deleted
//! ```
//!
//! One decision over the whole document, in steps that each look at all of it:
//!
//! 0. `lines`: what stands before and after the text, by its form.
//! 1. `terms`: paragraphs become weighted words, rare ones heavy.
//! 2. `candidates`: pairs that share rare words or stand in the same place; never all against all.
//! 3. `background`, `evidence`, `names`: what a score means in these texts, what place, neighbours and labels add, what a name does not.
//! 4. `matching`, `assignment`: the pairs that together gain the most, against the `order` that they keep; `singles`: the last.
//! 5. `ties`: what cannot be told apart is refused, with a note.
//! 6. `splits`, `recast`: what is left over is put to the paragraph it came from or went to.
//! 7. `moves`, `links`, `departures`: the least that moved; every unit in one link; where the deleted stood.
//!
//! Scores are whole numbers, so the same texts give the same links on every machine. Cost: linear in the words of both texts, and
//! `O(n log n)` in the paragraphs, whatever they say. docs/alignment.md has the figures and the roads not taken.

mod alignment;
mod assignment;
mod background;
mod candidates;
mod departures;
mod evidence;
mod footnotes;
mod frame;
mod known;
mod lines;
mod links;
mod matching;
mod moves;
mod names;
mod order;
mod pins;
mod recast;
mod similarity;
mod singles;
mod splits;
mod terms;
mod ties;

pub use alignment::{Alignment, Evidence, Link, Relation};
pub use known::aligned;
pub use pins::{Pin, check_pins};

use crate::structure::{Document, Kind, Note, Unit};
use footnotes::Callers;
use frame::Papers;
use links::Sort;
use matching::{Tie, matching};
use splits::Group;
use terms::Terms;

/// What the caller knows better than the texts say.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct AlignOptions {
    /// Decisions that overrule all evidence, none by default. Those that name nothing are passed over: see [`check_pins`].
    pub pins: Vec<Pin>,
}

/// Aligns two documents. Cannot fail: a tie is refused, with a note.
pub fn align(old: &Document, new: &Document, options: &AlignOptions) -> Alignment {
    let documents = [old, new];
    let mut work = 0;
    let mut notes = Vec::new();

    let paragraphs = documents.map(|document| units(document, |unit| unit.kind != Kind::Note));
    let paragraphs = [paragraphs[0].as_slice(), paragraphs[1].as_slice()];
    let sides = [pick(old, paragraphs[0]), pick(new, paragraphs[1])];
    let terms = Terms::of(&sides[0], &sides[1], [old.language, new.language]);
    let papers = Papers::of(&terms, &sides[0], &sides[1]);
    let mut decided = pins::decided(&options.pins, documents, paragraphs);
    let closed = decided.closed(sides[0].len(), sides[1].len());
    decided.lines = lines::pairs(&sides[0], &sides[1], [old.language, new.language]);
    decided.lines.retain(|&(i, j)| !closed[0][i] && !closed[1][j]);
    let mut found = matching(&terms, &papers, &decided, &mut work);
    let pinned = |i, j| decided.tied.contains(&(i, j));
    notes.extend(refused(documents, paragraphs, &ties::refuse(&terms, &papers, &mut found)));
    let groups = splits::gather(&terms, &papers, &found, &mut work);
    let groups = recast::join(&terms, &found, groups, &mut work);
    let sort = Sort { documents, units: paragraphs, terms: &terms, found: &found };
    let mut links = sort.links(&groups, &|i, j| {
        let pin = pinned(i, j).then_some(Evidence::Pin);
        let form = decided.lines.binary_search(&(i, j)).is_ok().then_some(Evidence::Form);
        pin.into_iter().chain(form).chain(papers.same_section(i, j).then_some(Evidence::Section)).collect()
    });

    links.extend(footnote_links(documents, options, &links, &mut work));
    Alignment { links: links::complete(links, documents), notes, work }
}

/// The links of the footnotes, given those of the paragraphs that call them.
fn footnote_links(documents: [&Document; 2], options: &AlignOptions, paragraphs: &[Link], work: &mut u64) -> Vec<Link> {
    let notes = documents.map(|document| units(document, |unit| unit.kind == Kind::Note));
    let notes = [notes[0].as_slice(), notes[1].as_slice()];
    if notes.iter().any(|side| side.is_empty()) {
        return vec![];
    }
    let sides = [pick(documents[0], notes[0]), pick(documents[1], notes[1])];
    let terms = Terms::of(&sides[0], &sides[1], documents.map(|document| document.language));
    let callers = Callers::of(documents, paragraphs, notes);
    let decided = pins::decided(&options.pins, documents, notes);
    let mut found = matching(&terms, &callers, &decided, work);
    let in_turn = callers.in_turn(&found.ties, &decided);
    found.ties.extend(in_turn.iter().map(|&(old, new)| {
        let similarity = terms.similarity(old, new);
        Tie { old, new, similarity, total: similarity }
    }));
    let groups: Vec<Group> = found.ties.iter().map(Group::of).collect();
    let sort = Sort { documents, units: notes, terms: &terms, found: &found };
    sort.links(&groups, &|i, j| {
        let pin = decided.tied.contains(&(i, j)).then_some(Evidence::Pin);
        pin.into_iter().chain(callers.tied(i, j).then_some(Evidence::Caller)).collect()
    })
}

/// The indices of the units that `belong`, ascending.
fn units(document: &Document, belong: impl Fn(&Unit) -> bool) -> Vec<usize> {
    document.units.iter().filter(|unit| belong(unit)).map(|unit| unit.index).collect()
}

fn pick<'a>(document: &'a Document, units: &[usize]) -> Vec<&'a Unit> {
    units.iter().map(|&unit| &document.units[unit]).collect()
}

/// A note for each tie that was refused.
fn refused(documents: [&Document; 2], units: [&[usize]; 2], ties: &[Tie]) -> Vec<Note> {
    let id = |side: usize, place: usize| &documents[side].units[units[side][place]].id;
    let note = |tie: &Tie| {
        let (old, new) = (id(0, tie.old), id(1, tie.new));
        let message = format!("old {old} reads like new {new}, but so do others and nothing tells them apart; left unmatched");
        Note::new("tie", message).with([old, new])
    };
    ties.iter().map(note).collect()
}
