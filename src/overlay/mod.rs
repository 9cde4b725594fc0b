//! Many proposals on one draft: who wants what, where they agree, where they collide.
//!
//! ```text
//! draft   OP2 Appoints a panel of 12 keepers, which shall report;     OP3 Asks for the list;
//! EU                              15
//! Kenya                           ten keepers, balanced, which may
//! Japan                                                               (deleted)
//!
//! places  OP2.1 conflict  12: EU 15, Kenya ten      OP2.2 single  Kenya      OP3.1 single  Japan deletes
//! ```
//!
//! Each proposal is compared with the draft alone (`copy`), and its changes are laid over those of the others by the word (`words`,
//! `brackets`), by the paragraph (`paragraphs`) and by the gap between two (`gaps`), where new ones get their `names`.
//! What is promised, and tested on mangled texts: nobody's changes give the draft, one delegation's alone give its text, to the character;
//! the order of the proposals changes nothing but the order of names and of what stands equal; a proposal given twice is all agreement.
//! Cost: an alignment a proposal, in parallel; then `O(n log n)` in what changed.

mod bracketed;
mod brackets;
mod copy;
mod gaps;
mod names;
mod pairs;
mod paragraphs;
mod place;
mod taken;
mod words;

pub use bracketed::{BracketCounts, bracket_counts};
pub use place::{Alternative, At, Place, Stand, What};
pub use taken::taken;

pub(crate) use copy::{Change, Copy, Fate, Fresh, changes_of, copy_of};
pub(crate) use pairs::{Brackets, Pair};

use std::collections::BTreeSet;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use self::paragraphs::Given;
use self::words::Ground;
use crate::align::Alignment;
use crate::compare::EditWeight;
use crate::prepare::{Corpus, Text};
use crate::structure::{Document, Kind, Note, Unit};
use crate::text::TokenKind;

/// How proposals are laid over each other.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct OverlayOptions {
    /// Whether differences of mere typography are places too; by default they are left out.
    pub editorial: bool,
    /// The proposals, by index, that are part of a text: what they do not have is not deleted.
    pub excerpts: Vec<usize>,
    /// Whether those too are parts that lack [most of the draft](Coverage::is_partial).
    pub partial: bool,
}

/// The proposals on a draft, place by place.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Overlay {
    /// From the top of the draft to its end: the places of a paragraph, then what comes behind it.
    pub places: Vec<Place>,
    /// For each proposal, the draft tied to it.
    pub alignments: Vec<Alignment>,
    /// For each proposal, how much of the draft it has.
    pub coverage: Vec<Coverage>,
    /// The proposals that were taken as parts of the draft.
    pub excerpts: Vec<usize>,
    /// Doubts.
    pub notes: Vec<Note>,
}

/// How much of the draft a proposal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// Paragraphs of the draft: not its headings, front matter, notes.
    pub paragraphs: usize,
    /// Those that it deletes.
    pub missing: usize,
    /// Whether it has the first unit of the draft, or the last.
    pub has_an_end: bool,
}

impl Coverage {
    /// Whether it lacks so much that it may be an excerpt, or a copy of another draft: most paragraphs, or both ends.
    pub fn is_partial(self) -> bool {
        self.missing * 2 > self.paragraphs || self.missing > 0 && !self.has_an_end
    }
}

/// Lays `proposals` over `base`.
pub fn overlay(base: &Document, proposals: &[Document], options: &OverlayOptions) -> Overlay {
    let documents: Vec<&Document> = std::iter::once(base).chain(proposals).collect();
    let corpus = Corpus::of(&documents);
    let one = |at: usize| copy_of(corpus.pair(&documents, [0, at + 1]));
    let mut copies: Vec<Copy> = (0..proposals.len()).into_par_iter().map(one).collect();
    if !options.editorial {
        copies.iter_mut().for_each(without_editorial);
    }
    let covered = |copy: &Copy| {
        let is_paragraph = |unit: &&Unit| matches!(unit.kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph);
        let is_gone = |unit: &&Unit| matches!(copy.fates[unit.index], Fate::Gone(None));
        let paragraphs = || base.units.iter().filter(is_paragraph);
        let has = |fate: Option<&Fate>| !matches!(fate, Some(Fate::Gone(_) | Fate::Unknown));
        Coverage {
            paragraphs: paragraphs().count(),
            missing: paragraphs().filter(is_gone).count(),
            has_an_end: has(copy.fates.first()) || has(copy.fates.last()),
        }
    };
    let coverage: Vec<Coverage> = copies.iter().map(covered).collect();
    let is_excerpt = |at: &usize| options.excerpts.contains(at) || options.partial && coverage[*at].is_partial();
    let excerpts: Vec<usize> = (0..copies.len()).filter(is_excerpt).collect();
    for &at in &excerpts {
        copies[at].as_excerpt();
    }
    let laid = Laid { base, proposals: &documents[1..], copies: copies.iter().collect(), is_exact: options.editorial };
    let places = laid.places(&corpus.texts[0]);
    let alignments = copies.into_iter().map(|copy| copy.alignment).collect();
    Overlay { places, alignments, coverage, excerpts, notes: vec![] }
}

fn without_editorial(copy: &mut Copy) {
    for fate in &mut copy.fates {
        if let Fate::Kept(changes) = fate {
            changes.retain(|change| change.weight == EditWeight::Substantive);
        }
    }
}

/// What the paragraphs are called that come: of each proposal, each new unit.
pub(crate) fn new_names(base: &Document, proposals: &[&Document], copies: Vec<&Copy>) -> Given {
    Laid { base, proposals, copies, is_exact: false }.newcomers(&mut vec![]).1
}

/// All that was found of each proposal.
struct Laid<'a> {
    base: &'a Document,
    proposals: &'a [&'a Document],
    copies: Vec<&'a Copy>,
    /// Whether texts that differ in typography only are two.
    is_exact: bool,
}

impl Laid<'_> {
    fn places(&self, text: &Text) -> Vec<Place> {
        let mut places = vec![];
        let (behind, _) = self.newcomers(&mut places);
        places.extend(behind);
        for unit in 0..self.base.units.len() {
            self.of_words(text, unit, &mut places);
        }
        let order = |place: &Place| {
            let inside = if place.at == At::After { 2 } else { usize::from(place.at != At::Paragraph) };
            // What comes in stands before what begins there, and brackets before what is in them.
            let wide = if place.start == place.end { 0 } else { 1 + usize::from(place.at != At::Brackets) };
            (place.unit.map_or(0, |unit| unit + 1), inside, place.start, wide)
        };
        places.sort_by_key(order);
        self.number(&mut places);
        places
    }

    /// Counts the places of each paragraph. "OP3.2" may also be a paragraph, the second of OP3, which keeps the name.
    fn number(&self, places: &mut [Place]) {
        let of_units = self.base.units.iter().map(|unit| unit.id.clone());
        let used: BTreeSet<String> = of_units.chain(places.iter().map(|place| place.id.clone())).collect();
        let mut last = (None, 0);
        for place in places.iter_mut().filter(|place| place.at != At::After) {
            let mut nth = if last.0 == place.unit { last.1 } else { 0 };
            let unit = place.unit.map_or("", |unit| &self.base.units[unit].id);
            loop {
                nth += 1;
                place.id = format!("{unit}.{nth}");
                if !used.contains(&place.id) {
                    break;
                }
            }
            last = (place.unit, nth);
        }
    }

    /// The places within one paragraph.
    fn of_words(&self, text: &Text, unit: usize, places: &mut Vec<Place>) {
        let of: Vec<(usize, &[Change])> = self
            .copies
            .iter()
            .enumerate()
            .filter_map(|(by, copy)| match &copy.fates[unit] {
                Fate::Kept(changes) if !changes.is_empty() => Some((by, changes.as_slice())),
                _ => None,
            })
            .collect();
        if of.is_empty() {
            return;
        }
        let whole = &self.base.units[unit].text;
        let characters: Vec<char> = whole.chars().collect();
        let ground = Ground { text: &characters, words: word_places(whole, text, unit) };
        let (brackets, rest) = brackets::pairs(&ground, unit, ground.groups(&of));
        let worded = rest.into_iter().map(|group| ground.place(unit, group)).collect();
        places.extend(ground.joined(worded, &brackets));
        places.extend(brackets);
    }
}

/// Where the words and signs of a unit stand, in scalar values, and whether each is a word.
pub(crate) fn word_places(whole: &str, text: &Text, unit: usize) -> Vec<(usize, usize, bool)> {
    let (mut byte, mut at) = (0, 0);
    let mut count = |to: usize| {
        at += whole[byte..to].chars().count();
        byte = to;
        at
    };
    let word = |word: &crate::prepare::Word| (count(word.place().start), count(word.place().end), word.kind != TokenKind::Mark);
    text.words(unit).iter().map(word).collect()
}
