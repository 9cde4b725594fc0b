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
//! 0. `lines`, `rows`: what stands before and after the text, by its form; the rows of tables, by what heads them.
//! 1. `terms`: paragraphs become weighted words, rare ones heavy.
//! 2. `candidates`: pairs that share rare words or stand in the same place; never all against all.
//! 3. `background`, `evidence`, `names`: what a score means in these texts, what place, neighbours and labels add, what a name does not.
//! 4. `matching`, `assignment`, `refigured`: the pairs that together gain the most, against the `order` that they keep; `singles`,
//!    `entries`: the last; `headed`: numbers of articles go with what they head.
//! 5. `ties`: what cannot be told apart is refused, with a note.
//! 6. `splits`, `halves`, `passage`: what is left over is put to the paragraph it came from or went to.
//! 7. `moves`, `links`, `departures`: the least that moved; every unit in one link; where the deleted stood.
//!
//! `weighing` walks these steps; `explain` reads out of them what decided a paragraph.
//!
//! Scores are whole numbers, so the same texts give the same links on every machine. Cost: linear in the words of both texts, and
//! `O(n log n)` in the paragraphs, whatever they say. docs/alignment.md has the figures, docs/log/alignment.md what was tried.

mod alignment;
mod assignment;
mod background;
mod candidates;
mod departures;
mod entries;
mod evidence;
mod explain;
mod explanation;
mod footnotes;
mod frame;
mod halves;
mod headed;
mod joined_lines;
mod known;
mod lines;
mod links;
mod matching;
mod moves;
mod names;
mod opening;
mod options;
mod order;
mod passage;
mod pins;
mod refigured;
mod rows;
mod second;
mod similarity;
mod singles;
mod splits;
mod terms;
mod ties;
mod weighing;

pub use alignment::{Alignment, Evidence, Link, Perhaps, Relation};
pub use departures::left_after;
pub use explanation::{
    Clue, Coverage, CoverageClue, CoverageScore, Decision, Explanation, Rival, Score, Second, SecondClue, SecondScore, Side,
    Verdict, Weighed,
};
pub(crate) use known::aligned;
pub use options::AlignOptions;
pub(crate) use order::heaviest;
pub use pins::{Pin, check_pins};

use crate::prepare::{Corpus, TextPair};
use crate::structure::Document;
use weighing::Course;

/// Aligns two documents. Cannot fail: a tie is refused, with a note.
pub fn align(old: &Document, new: &Document, options: &AlignOptions) -> Alignment {
    align_pair(Corpus::of(&[old, new]).pair(&[old, new], [0, 1]), options)
}

/// The same, of texts whose words are known.
pub(crate) fn align_pair(pair: TextPair<'_>, options: &AlignOptions) -> Alignment {
    Course::of(pair, options).alignment()
}

/// Aligns two documents and says of one unit, by its index on its side, why it is what the alignment says.
///
/// # Panics
/// When that side has no such unit.
pub fn explain(old: &Document, new: &Document, options: &AlignOptions, (side, unit): (Side, usize)) -> Explanation {
    explain_pair(Corpus::of(&[old, new]).pair(&[old, new], [0, 1]), options, (side, unit))
}

/// The same, of texts whose words are known.
pub(crate) fn explain_pair(pair: TextPair<'_>, options: &AlignOptions, (side, unit): (Side, usize)) -> Explanation {
    Course::of(pair, options).explanation(side, unit)
}
