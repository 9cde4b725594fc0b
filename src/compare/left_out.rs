//! What reading left out of the two texts, held against each other: whatever differs there, and is not explained, is shown.
//!
//! ```text
//! old                          new
//! ICC-ASP/19/Res.2 Page 2      ICC-ASP/20/Res.2 Page 2      explained: each names its own symbol
//! ICC-ASP/19/Res.2 Page 3      ICC-ASP/20/Res.2 Page 3      explained: the number rises with the pages
//! 241                          244                          shown: 241 → 244
//! mark 2 (note: see annex I)   mark 3 (note: see annex I)   explained: it only counts differently
//! mark 2 (no note printed)     mark 3                       shown: what was taken for a mark may be a figure
//! ```
//!
//! A figure that is taken for a footnote mark, or a line that is taken for a running head, is not compared as text. If that was wrong,
//! its change would go unseen: this list is the net below. Where the two plain texts do not differ in any word, nothing is explained:
//! they are not the same unless their page heads are.
//!
//! Mended hyphens, control characters, drawn-twice letters and the like are harmless and not compared: what was there besides
//! stands in the text. What only one kind of file can have (headers of Word, hidden parts of a web page) is compared between two
//! files of that kind. Cost: linear in what was left out, but for the shortest script between the two lists.

use std::collections::{BTreeMap, BTreeSet};

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::comparison::{Change, Weight};
use super::shortest::{Kept, shortest_script};
use crate::align::Relation;
use crate::read::{BesideKind, Layout, Why};
use crate::structure::{Document, Footnote, Kind};
use crate::text::lower;

/// A difference in what was left out of the two texts, or stands beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct LeftOut {
    /// What it was taken for.
    pub kind: LeftOutKind,
    /// In the old text; None where it has no counterpart there.
    pub old: Option<LeftOutPiece>,
    /// In the new text; None where it has no counterpart there.
    pub new: Option<LeftOutPiece>,
}

/// What was left out of one text, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct LeftOutPiece {
    /// As it stood there; of a picture, a description.
    pub text: String,
    /// The line of the source, from 1, or the paragraph of a Word file; None of what belongs to whole pages, and of marks.
    pub line: Option<usize>,
    /// The page, from 1, where the source says where its pages end.
    pub page: Option<usize>,
    /// Of a mark, the index of the unit that it was lifted out of; of a footnote, its own.
    pub unit: Option<usize>,
}

/// What something that was left out was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LeftOutKind {
    /// A running head, a page number, a document code, distribution data, the navigation of a web page.
    Furniture,
    /// A rule of underscores or dashes; told only where nothing else differs.
    Rule,
    /// Text that the source hides.
    Hidden,
    /// Text that runs across the page.
    Turned,
    /// The number of a footnote mark.
    Mark,
    /// The text of footnotes whose marks are in both texts.
    Note,
    /// The header of the pages of a Word file.
    Header,
    /// Their footer.
    Footer,
    /// A picture.
    Picture,
    /// How a formula is built.
    Formula,
    /// How the pages of a section are set.
    Section,
    /// Text of another file that Word puts in.
    Attached,
    /// The address of a link, where its words are in both texts.
    Link,
    /// How characters are pronounced.
    Ruby,
}

/// What differs in what was left out of `old` and `new`, whose words differ by `changes`: by kind, then in the order of the texts.
pub fn left_out(old: &Document, new: &Document, changes: &[Change]) -> Vec<LeftOut> {
    let pieces = [pieces(old), pieces(new)];
    let sides = [Heads::of(old, &pieces[0]), Heads::of(new, &pieces[1])];
    let linked = pieces.each_ref().map(|pieces| pieces.iter().filter_map(|piece| Some(linked(piece)?.to_owned())).collect());
    let has_same_words = has_same_words(changes);
    let is_plain = matches!(old.layout, Layout::Wrapped | Layout::Lines | Layout::Paragraphs | Layout::Blocks);
    // Two plain texts, read alike, in which not a word differs.
    let is_strict = is_plain && old.layout == new.layout && has_same_words;
    let comparing = Comparing { documents: [old, new], heads: sides, linked, has_same_words, is_strict };
    let mut found = vec![];
    for kind in pieces.iter().flatten().map(|piece| piece.kind).collect::<BTreeSet<_>>() {
        let lists = pieces.each_ref().map(|pieces| pieces.iter().filter(|piece| piece.kind == kind).collect::<Vec<_>>());
        // A text copied without its page heads says nothing of them, and no PDF has the hidden parts of a web page.
        if old.layout == new.layout || lists.iter().all(|list| !list.is_empty()) {
            comparing.differences(&lists, &mut found);
        }
    }
    found.extend(marks([old, new], changes));
    found
}

/// Whether not a word differs.
fn has_same_words(changes: &[Change]) -> bool {
    let is_same =
        |change: &Change| change.link.relation == Relation::Kept && change.weight == Weight::None && !change.footnotes_changed;
    changes.iter().all(is_same)
}

/// One thing that was left out.
#[derive(Debug)]
struct Piece {
    kind: LeftOutKind,
    /// With single spaces.
    text: String,
    line: Option<usize>,
    head: Head,
}

/// What was left out of `document` with its words, in order, and what it has beside its text.
fn pieces(document: &Document) -> Vec<Piece> {
    let piece = |kind, text: &str, line| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Piece { kind, head: Head::of(&text, document), text, line }
    };
    let repairs = document.repairs.iter().filter(|repair| repair.after.is_empty()).filter_map(|repair| {
        let kind = match repair.why {
            Why::Furniture => LeftOutKind::Furniture,
            Why::Rule => LeftOutKind::Rule,
            Why::Hidden => LeftOutKind::Hidden,
            Why::Turned => LeftOutKind::Turned,
            _ => return None,
        };
        Some(piece(kind, &repair.before, Some(repair.line)))
    });
    let beside = document.beside.iter().map(|beside| {
        let kind = match beside.kind {
            BesideKind::Header => LeftOutKind::Header,
            BesideKind::Footer => LeftOutKind::Footer,
            BesideKind::Picture => LeftOutKind::Picture,
            BesideKind::Formula => LeftOutKind::Formula,
            BesideKind::Section => LeftOutKind::Section,
            BesideKind::Attached => LeftOutKind::Attached,
            BesideKind::Link => LeftOutKind::Link,
            BesideKind::Ruby => LeftOutKind::Ruby,
        };
        piece(kind, &beside.text, beside.line)
    });
    repairs.chain(beside).collect()
}

/// A line of a page's edge, taken apart: "ICC-ASP/20/Res.2 Page 3", "3/17 19-09556".
#[derive(Debug, PartialEq, Eq)]
struct Head {
    /// All but the number and the word for a page.
    stem: String,
    /// The number of the page.
    number: Option<u32>,
}

impl Head {
    fn of(text: &str, document: &Document) -> Self {
        let page = document.language.lexicon().page;
        let is_dash = |word: &&str| word.chars().all(|c| matches!(c, '-' | '–' | '—'));
        let mut words: Vec<&str> = text.split(' ').filter(|word| !is_dash(word) && !page.contains(&&*lower(word))).collect();
        let last = words.len().saturating_sub(1);
        let place = [last, 0].into_iter().find(|&at| words.get(at).is_some_and(|word| page_number(word).is_some()));
        let number = place.and_then(|at| page_number(words.remove(at)));
        Self { stem: words.join(" "), number }
    }
}

/// 3 of "3" and of "3/17".
fn page_number(word: &str) -> Option<u32> {
    let (number, of) = word.split_once('/').unwrap_or((word, "0"));
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (is_number(number) && is_number(of)).then(|| number.parse().ok()).flatten()
}

/// The page heads of one text, and what they may name.
struct Heads {
    rows: BTreeMap<String, Row>,
    /// The words of the front matter.
    front: BTreeSet<String>,
}

/// The numbers that stand with one stem.
#[derive(Default)]
struct Row {
    all: BTreeSet<u32>,
    /// Those that rise with the pages: by one, or by two where every other page has another head.
    rising: BTreeSet<u32>,
}

impl Row {
    fn of(numbers: &[u32]) -> Self {
        let by_one = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1);
        let by_two = numbers.windows(3).filter(|three| three[1] == three[0] + 2 && three[2] == three[1] + 2);
        Self { all: numbers.iter().copied().collect(), rising: by_one.chain(by_two).flatten().copied().collect() }
    }

    /// Whether the number is missing between those that are there.
    fn skips(&self, number: u32) -> bool {
        let ends = self.all.first().zip(self.all.last());
        ends.is_some_and(|(&first, &last)| first < number && number < last) && !self.all.contains(&number)
    }
}

impl Heads {
    fn of(document: &Document, pieces: &[Piece]) -> Self {
        let mut numbers: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for Head { stem, number } in pieces.iter().map(|piece| &piece.head) {
            numbers.entry(stem).or_default().extend(*number);
        }
        let rows = numbers.into_iter().map(|(stem, numbers)| (stem.to_owned(), Row::of(&numbers))).collect();
        let front = document.units.iter().filter(|unit| matches!(unit.kind, Kind::Front | Kind::Enacting));
        let front = front.flat_map(|unit| unit.label.iter().chain([&unit.text])).flat_map(|text| text.split_whitespace());
        Self { rows, front: front.map(bare).collect() }
    }

    /// Whether all words of `stem` stand in the front matter: the head names the text's own symbol, title or date. "A/RES/69/157" is
    /// there as "69/157" too.
    fn names_itself(&self, stem: &str) -> bool {
        let is_own = |word: &str| {
            let word = bare(word);
            let ends = word.match_indices('/').map(|(at, _)| &word[at + 1..]).filter(|end| end.contains('/'));
            self.front.contains(&word) || ends.into_iter().any(|end| self.front.contains(end))
        };
        stem.split(' ').all(is_own)
    }
}

/// A word as it is compared: in lower case, without the stops around it.
fn bare(word: &str) -> String {
    lower(word.trim_matches(|c: char| !c.is_alphanumeric())).into_owned()
}

struct Comparing<'a> {
    documents: [&'a Document; 2],
    heads: [Heads; 2],
    /// The words of the links of each text.
    linked: [BTreeSet<String>; 2],
    /// No word of the texts differs.
    has_same_words: bool,
    /// Nothing may be explained.
    is_strict: bool,
}

/// The words that a link stands on.
fn linked(piece: &Piece) -> Option<&str> {
    let (words, _) = piece.text.rsplit_once(" (").filter(|_| piece.kind == LeftOutKind::Link)?;
    Some(words)
}

impl Comparing<'_> {
    /// Adds what differs between the two lists of one kind and is not explained. What differs the same way on page after page is
    /// one difference.
    fn differences(&self, lists: &[Vec<&Piece>; 2], found: &mut Vec<LeftOut>) {
        let mut known: BTreeMap<&str, u32> = BTreeMap::new();
        let ids = lists.each_ref().map(|list| {
            let texts = list.iter().map(|piece| piece.text.as_str());
            texts
                .map(|text| {
                    let next = known.len() as u32;
                    *known.entry(text).or_insert(next)
                })
                .collect::<Vec<u32>>()
        });
        let mut told = BTreeSet::new();
        let mut from = [0, 0];
        let end = Kept { old: lists[0].len(), new: lists[1].len(), len: 0 };
        for kept in shortest_script(&ids[0], &ids[1], 0).into_iter().chain([end]) {
            let gap = [&lists[0][from[0]..kept.old], &lists[1][from[1]..kept.new]];
            from = [kept.old + kept.len, kept.new + kept.len];
            let [old, new] = [0, 1]
                .map(|side| gap[side].iter().filter(|piece| !self.is_explained(side, piece)).copied().collect::<Vec<&Piece>>());
            for pair in paired(&old, &new) {
                let is_new = told.insert([0, 1].map(|side| pair[side].map(|piece| self.said(side, piece))));
                if is_new || self.is_strict {
                    found.extend(self.difference(pair));
                }
            }
        }
    }

    /// What is the same of a piece from page to page.
    fn said<'p>(&self, side: usize, piece: &'p Piece) -> &'p str {
        if self.counts(side, piece) { &piece.head.stem } else { &piece.text }
    }

    /// Whether the number in the piece, if there is one, is that of its page.
    fn counts(&self, side: usize, piece: &Piece) -> bool {
        let page = piece.line.and_then(|line| self.documents[side].page_of(line));
        let rises = |number: u32| self.heads[side].rows.get(&piece.head.stem).is_some_and(|row| row.rising.contains(&number));
        piece.head.number.is_none_or(|number| rises(number) || page == usize::try_from(number).ok())
    }

    /// Whether it is no news that the piece stands in this text and not in the other.
    fn is_explained(&self, side: usize, piece: &Piece) -> bool {
        if self.is_strict || piece.kind == LeftOutKind::Rule {
            return !self.is_strict;
        }
        if let Some(words) = linked(piece) {
            // The link came or went with its words.
            return !self.has_same_words && !self.linked[1 - side].contains(words);
        }
        let is_of_pages =
            matches!(piece.kind, LeftOutKind::Furniture | LeftOutKind::Turned | LeftOutKind::Header | LeftOutKind::Footer);
        let Head { stem, number } = &piece.head;
        let there = self.heads[1 - side].rows.get(stem);
        let is_missed = there.zip(*number).is_some_and(|(row, number)| row.skips(number));
        let is_known = stem.is_empty() || there.is_some() || self.heads[side].names_itself(stem);
        is_of_pages && self.counts(side, piece) && !is_missed && is_known
    }

    fn difference(&self, pair: [Option<&Piece>; 2]) -> Option<LeftOut> {
        let kind = pair.iter().flatten().next()?.kind;
        let [old, new] = [0, 1].map(|side| {
            pair[side].map(|piece| LeftOutPiece {
                text: piece.text.clone(),
                line: piece.line,
                page: piece.line.and_then(|line| self.documents[side].page_of(line)),
                unit: None,
            })
        });
        Some(LeftOut { kind, old, new })
    }
}

/// What stands in one place of both lists, taken for two versions of one thing where the first words look alike: "14-67605", "15-17034".
fn paired<'p>(old: &[&'p Piece], new: &[&'p Piece]) -> Vec<[Option<&'p Piece>; 2]> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, piece) in new.iter().enumerate() {
        places.entry(shape(&piece.text)).or_default().push(at);
    }
    let mut pairs = vec![];
    let mut from = 0;
    for &piece in old {
        let like = places.get(&shape(&piece.text)).and_then(|places| places.get(places.partition_point(|&at| at < from)));
        if let Some(&at) = like {
            pairs.extend(new[from..at].iter().map(|&other| [None, Some(other)]));
            from = at + 1;
        }
        pairs.push([Some(piece), like.map(|&at| new[at])]);
    }
    pairs.extend(new[from..].iter().map(|&other| [None, Some(other)]));
    pairs
}

/// The first word, each of its numbers as one figure.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.split(' ').next().unwrap_or_default().chars() {
        match c {
            '0'..='9' if shape.ends_with('0') => {}
            '0'..='9' => shape.push('0'),
            c => shape.push(c),
        }
    }
    shape
}

/// The marks that stand in the same places and have other numbers, where neither their notes nor the count explains it.
fn marks(documents: [&Document; 2], changes: &[Change]) -> Vec<LeftOut> {
    let counted = documents.map(counted_marks);
    let of = |side: usize, units: &[usize]| -> Vec<Called> {
        let marks = units
            .iter()
            .flat_map(|&unit| documents[side].units[unit].footnotes.iter().enumerate().map(move |(at, mark)| (unit, at, mark)));
        marks.map(|(unit, at, mark)| Called { unit, mark, counts: counted[side].contains(&(unit, at)) }).collect()
    };
    // Where the footnotes did not change, there are as many and in the same places.
    let links = changes.iter().filter(|change| !change.footnotes_changed).map(|change| &change.link);
    let pairs: Vec<[Called; 2]> =
        links.flat_map(|link| of(0, &link.old).into_iter().zip(of(1, &link.new)).map(|(old, new)| [old, new])).collect();
    // What became of each number where it was counted first: a mark that calls again goes the same way.
    let counted_on = pairs.iter().filter(|[old, new]| old.counts && new.counts);
    let became: BTreeMap<&str, &str> = counted_on.map(|[old, new]| (old.mark.mark.as_str(), new.mark.mark.as_str())).collect();
    let is_explained = |[old, new]: &&[Called; 2]| {
        let have_notes = old.mark.note.is_some() && new.mark.note.is_some();
        let (before, after) = (old.mark.mark.as_str(), new.mark.mark.as_str());
        before == after || have_notes || old.counts && new.counts || became.get(before) == Some(&after)
    };
    let piece = |called: &Called| {
        Some(LeftOutPiece { text: called.mark.printed.clone(), line: None, page: None, unit: Some(called.unit) })
    };
    let unexplained = pairs.iter().filter(|pair| !is_explained(pair));
    unexplained.map(|[old, new]| LeftOut { kind: LeftOutKind::Mark, old: piece(old), new: piece(new) }).collect()
}

/// A mark, and whether its number is the next of a count that can be believed.
struct Called<'a> {
    unit: usize,
    mark: &'a Footnote,
    counts: bool,
}

/// The marks of `document`, by unit and place among its marks, that are the next of a count which begins with one, or which rises by one
/// three times and more.
fn counted_marks(document: &Document) -> BTreeSet<(usize, usize)> {
    let marks = document.units.iter().flat_map(|unit| unit.footnotes.iter().enumerate().map(|(at, mark)| (unit.index, at, mark)));
    let mut row: Vec<(u32, (usize, usize))> = vec![];
    for (unit, at, mark) in marks {
        if let Ok(number) = mark.mark.parse()
            && row.last().is_none_or(|&(most, _)| number > most)
        {
            row.push((number, (unit, at)));
        }
    }
    let rows = row.chunk_by(|a, b| a.0 + 1 == b.0);
    rows.filter(|row| row[0].0 == 1 || row.len() >= 3).flatten().map(|&(_, place)| place).collect()
}
