//! From links to redlines: which words of each paragraph changed.
//!
//! ```text
//! text → words (numbers) → shortest script → readable script → edits → weights
//! ```
//!
//! To compute and to make readable are two steps: `shortest` finds what can be kept, `readable` decides what a reader is shown as
//! kept, and neither can lose a character, since `edit` cuts both texts wherever their decision says.
//! docs/readability.md has the figures.

#[cfg(test)]
mod ablation;
mod borders;
mod brackets;
mod comparison;
mod deceptive;
mod edit;
mod ends;
mod entries;
mod fewest;
mod footnotes;
mod grid;
mod items;
mod key;
mod left_out;
mod listed_names;
mod passages;
mod prices;
mod rarity;
mod readable;
mod referents;
mod roles;
mod shortest;
#[cfg(test)]
mod tests;
mod weight;
mod words;

pub use comparison::{Change, Comparison, Edit, EditWeight, Op, Passage, Suggestion, Weight};
pub(crate) use entries::list_heading;
pub(crate) use fewest::{Fewest, without_typography};
pub use left_out::{LeftOut, LeftOutKind, LeftOutPiece, left_out};

use std::borrow::Cow;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use self::words::{Vocabulary, Words};
use crate::align::{Alignment, Link, Perhaps, Relation};
use crate::language::Language;
use crate::prepare::{Corpus, LoosePair, TextPair, Wording};
use crate::structure::Document;
use brackets::{tell_crossed, tell_pairs};
use deceptive::deceptive_characters;
use edit::edits;
use footnotes::{Mark, footnotes_changed, prints_notes, unknown_notes};
use items::tell_items;
use listed_names::tell_names;
use passages::mark_passages;
pub use prices::Detail;
use prices::Prices;
use rarity::Rarity;
use readable::{FIRM, readable_script};
use roles::tell_apart;
pub(crate) use shortest::{Kept, shortest_script};

/// Fewer links than this are not worth a thread and a vocabulary of their own.
const AT_ONCE: usize = 16;

/// What can be asked of a comparison.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct CompareOptions {
    /// How finely changes are told apart; as a drafter marks, unless asked otherwise.
    pub detail: Detail,
}

/// Compares the words of every link, as a drafter marks. The order and number of the changes are those of the links.
pub fn compare(old: &Document, new: &Document, alignment: Alignment) -> Comparison {
    compare_with(old, new, alignment, CompareOptions::default())
}

/// Compares the words of every link.
pub fn compare_with(old: &Document, new: &Document, alignment: Alignment, options: CompareOptions) -> Comparison {
    compare_pair(Corpus::of(&[old, new]).pair(&[old, new], [0, 1]), alignment, options)
}

/// The same, of texts whose words are known.
pub(crate) fn compare_pair(pair: TextPair<'_>, alignment: Alignment, options: CompareOptions) -> Comparison {
    let [old, new] = pair.documents();
    let texts: Vec<[Cow<str>; 2]> = alignment.links.iter().map(|l| [pair.joined(0, &l.old), pair.joined(1, &l.new)]).collect();
    let compares_notes = prints_notes([old, new]);
    let links: Vec<(Link, &[Cow<str>; 2])> = alignment.links.into_iter().zip(&texts).collect();
    let redliner = || Redliner { vocabulary: Vocabulary::of(pair.spellings()), prices: Prices::of(options.detail) };
    // What a link's redline is does not hang on the links before it.
    let mut changes: Vec<Change> = links
        .into_par_iter()
        .with_min_len(AT_ONCE)
        .map_init(redliner, |redliner, (link, [before, after])| {
            let (edits, footnotes_changed) = match link.relation {
                // A paragraph that came or went says so itself; its marks came or went with it.
                Relation::Inserted => (vec![whole(Op::Insert, after)], false),
                Relation::Deleted => (vec![whole(Op::Delete, before)], false),
                _ => {
                    let edits = redliner.redline([&pair.wording(0, &link.old, before), &pair.wording(1, &link.new, after)]);
                    let marks = [marks(old, &link.old), marks(new, &link.new)];
                    let is_reworded = |notes| compares_notes && redliner.is_reworded(pair, notes);
                    let is_changed = footnotes_changed(&edits, &marks, is_reworded);
                    (edits, is_changed)
                }
            };
            let weight = heaviest(&edits);
            let edited = weight != Weight::None;
            let weight = if brackets_changed([old, new], &link) { Weight::Substantive } else { weight };
            Change { link, edited, footnotes_changed, weight, edits, passages: vec![] }
        })
        .collect();
    mark_passages([old, new], &mut changes);
    let mut one_by_one = redliner();
    let texts = [old, new].into_iter().flat_map(|document| &document.units).map(|unit| unit.text.as_str());
    let rarity = Rarity::of(texts.filter(|_| !alignment.perhaps.is_empty()), new.language);
    let mut why = |maybe| one_by_one.in_common(pair, maybe, &rarity);
    let perhaps = alignment.perhaps.into_iter().map(|maybe| Suggestion { pair: maybe, why: why(maybe) }).collect();
    let mut notes = alignment.notes;
    notes.extend(unknown_notes([old, new]));
    notes.extend(deceptive_characters([old, new]));
    Comparison { changes, perhaps, notes }
}

/// The edits from one text to another that no link ties.
pub(crate) fn words(texts: [&str; 2], languages: [Language; 2]) -> Vec<Edit> {
    redlined(texts, languages, Prices::DRAFTER)
}

fn redlined(texts: [&str; 2], languages: [Language; 2], prices: Prices) -> Vec<Edit> {
    let pair = LoosePair::of(texts, languages);
    let mut redliner = Redliner { vocabulary: Vocabulary::of(pair.spellings()), prices };
    redliner.redline([&pair.wording(0), &pair.wording(1)])
}

/// A passage without the space and the stops around it.
fn trimmed(passage: &str) -> &str {
    passage.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.'))
}

/// Whether square brackets came or went about the number of a paragraph: what is bracketed is not agreed.
fn brackets_changed([old, new]: [&Document; 2], link: &Link) -> bool {
    let bracketed = |document: &Document, units: &[usize]| units.iter().any(|&unit| document.units[unit].is_bracketed());
    !link.old.is_empty() && !link.new.is_empty() && bracketed(old, &link.old) != bracketed(new, &link.new)
}

fn whole(op: Op, text: &str) -> Edit {
    Edit { op, text: text.to_owned(), weight: Some(EditWeight::Substantive) }
}

/// The marks of a side, placed in its joined text.
fn marks(document: &Document, side: &[usize]) -> Vec<Mark> {
    let mut marks = Vec::new();
    if side.iter().all(|&i| document.units[i].footnotes.is_empty()) {
        return marks;
    }
    let mut start = 0;
    for unit in side.iter().map(|&i| &document.units[i]) {
        marks.extend(unit.footnotes.iter().map(|footnote| Mark { at: start + footnote.at, note: footnote.note }));
        start += unit.text.chars().count() + 1;
    }
    marks
}

fn heaviest(edits: &[Edit]) -> Weight {
    match edits.iter().filter_map(|e| e.weight).max() {
        None => Weight::None,
        Some(EditWeight::Editorial) => Weight::Editorial,
        Some(EditWeight::Substantive) => Weight::Substantive,
    }
}

/// The kept rows of the redline. Among equally good scripts the choice hangs on which text comes first, so the two are always given
/// in one order: the redline from new to old is the mirror of that from old to new.
fn script<'w>(first: &mut Words<'w>, second: &mut Words<'w>, prices: &Prices) -> Vec<Kept> {
    tell_pairs(first, second);
    tell_items(first, second);
    tell_names(first, second);
    tell_apart(first, second);
    let search = |first: &Words, second: &Words| {
        readable_script(first, second, &shortest_script(&first.ids(), &second.ids(), FIRM), prices)
    };
    let script = search(first, second);
    if tell_crossed(first, second, &script) { search(first, second) } else { script }
}

/// Compares texts, one pair after the other, with one vocabulary for all.
struct Redliner<'a> {
    vocabulary: Vocabulary<'a>,
    prices: Prices,
}

impl<'a> Redliner<'a> {
    /// The edits from one text to the other.
    fn redline(&mut self, sides: [&Wording<'a>; 2]) -> Vec<Edit> {
        let texts = sides.map(|side| side.text);
        if texts[0] == texts[1] {
            let kept = Edit { op: Op::Equal, text: texts[0].to_owned(), weight: None };
            return if texts[0].is_empty() { vec![] } else { vec![kept] };
        }
        let [mut old, mut new] = sides.map(|side| self.vocabulary.words(side));
        self.vocabulary.lower_openings(&mut old, &mut new);
        if texts[0] <= texts[1] {
            let script = script(&mut old, &mut new, &self.prices);
            return edits(texts, &old, &new, &script);
        }
        let mut script = script(&mut new, &mut old, &self.prices);
        for kept in &mut script {
            (kept.old, kept.new) = (kept.new, kept.old);
        }
        edits(texts, &old, &new, &script)
    }

    /// Of the words in a row that both units hold, those whose rare words weigh most; empty where they hold no word.
    fn in_common(&mut self, pair: TextPair<'a>, maybe: Perhaps, rarity: &Rarity) -> String {
        let wording = |side: usize, unit: usize| pair.wording(side, &[unit], &pair.unit(side, unit).text);
        let edits = self.redline([&wording(0, maybe.old), &wording(1, maybe.new)]);
        let kept = edits.iter().filter(|edit| edit.op == Op::Equal).map(|edit| trimmed(&edit.text));
        let worded = kept.filter(|text| text.contains(char::is_alphanumeric));
        let best = worded.max_by_key(|text| (rarity.weight(text), text.len(), std::cmp::Reverse(*text)));
        best.unwrap_or_default().to_owned()
    }

    /// Whether two notes differ in more than typography. A note that one source does not print is unknown, not reworded.
    fn is_reworded(&mut self, pair: TextPair<'a>, notes: [Option<usize>; 2]) -> bool {
        let [Some(old), Some(new)] = notes else { return false };
        let wording = |side: usize, note: usize| pair.wording(side, &[note], &pair.unit(side, note).text);
        heaviest(&self.redline([&wording(0, old), &wording(1, new)])) == Weight::Substantive
    }
}
