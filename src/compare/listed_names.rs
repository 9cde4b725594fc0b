//! The names in a list are kept or struck whole.
//!
//! ```text
//! old    Congo, Democratic Republic of the Congo, South Sudan and Sudan
//! new    Congo, Democratic People's Republic of Korea, Sudan and Togo
//! cheap  Congo, Democratic [ → People's] Republic of [the Congo → Korea], [South ]Sudan and [Sudan → Togo]
//! here   Congo, [Democratic Republic of the Congo, South Sudan and → Democratic People's Republic of Korea,] Sudan[ → and Togo]
//! ```
//!
//! Of three names or more between commas and "and", each with a capital on all words that carry meaning, one that the other list does not have
//! is another State or body: nothing keeps its words where a name that stays, or several that do not, share some of them. But for a name that
//! only grew, "Venezuela (Bolivarian Republic of)", or that shares most of its words with one that went. `O(n)`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::{Class, Word, Words, own_number};
use crate::text::TokenKind;

/// Fewer are no list.
const FEWEST: usize = 3;
/// More words are no name.
const LONGEST: usize = 12;
/// Words that more names hold say little of any.
const COMMON: usize = 16;
/// How many tenths of their words two spellings of one name share.
const MOST: usize = 7;

/// Gives the words of names that one list has and the other has not numbers that no other word has.
pub(super) fn tell_names<'w>(old: &mut Words<'w>, new: &mut Words<'w>) {
    let names = [names(old), names(new)];
    if names.iter().any(Vec::is_empty) {
        return;
    }
    let sides = [&*old, &*new];
    let ids: [Vec<Vec<u32>>; 2] = [0, 1]
        .map(|side| names[side].iter().map(|name| sides[side].row[name.clone()].iter().map(|word| word.id).collect()).collect());
    let known: [FxHashSet<&[u32]>; 2] = [0, 1].map(|side| ids[side].iter().map(Vec::as_slice).collect());
    let beside: [FxHashSet<u32>; 2] = [0, 1].map(|side| outside(sides[side], &names[side]));
    let alone: [Vec<usize>; 2] = [0, 1].map(|side| {
        let is_elsewhere = |name: &Vec<u32>| name.iter().all(|word| beside[1 - side].contains(word));
        let is_alone = |&at: &usize| !known[1 - side].contains(ids[side][at].as_slice()) && !is_elsewhere(&ids[side][at]);
        (0..ids[side].len()).filter(is_alone).collect()
    });
    let told = [0, 1].map(|side| names[side].iter().map(|name| Told::of(sides[side], name)).collect::<Vec<Told>>());
    let others = alike(&told, &alone);
    let rivals = [0, 1].map(|side| rivals(&told[1 - side], &alone[1 - side]));
    for (side, words) in [old, new].into_iter().enumerate() {
        let is_rivalled = |at: &usize| told[side][*at].ids().any(|word| rivals[side].contains(&word));
        for &at in alone[side].iter().filter(|at| !others[side].contains(at) && is_rivalled(at)) {
            for place in names[side][at].clone() {
                words.row[place].id = own_number(side, place);
            }
        }
    }
}

/// What a name says.
struct Told {
    /// The words that carry meaning, and whether a small word stands before each.
    words: Vec<(u32, bool)>,
}

impl Told {
    fn of(words: &Words<'_>, name: &Range<usize>) -> Self {
        let is_small = |at: usize| words.row[at].class == Class::Function;
        let telling = name.clone().filter(|at| !is_small(*at));
        Self { words: telling.map(|at| (words.row[at].id, at > name.start && is_small(at - 1))).collect() }
    }

    fn ids(&self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator {
        self.words.iter().map(|(id, _)| *id)
    }

    /// Whether it is the other with more behind it, or before it and a small word: "Commission on Truth".
    fn is_more_of(&self, other: &Self) -> bool {
        let Some(more) = self.words.len().checked_sub(other.words.len()) else { return false };
        let is_tail = || self.words[more].1 && self.ids().skip(more).eq(other.ids());
        !other.words.is_empty() && (self.ids().take(other.words.len()).eq(other.ids()) || is_tail())
    }
}

/// The names of the lists of a text, without articles before them, in order.
fn names(words: &Words<'_>) -> Vec<Range<usize>> {
    let lexicon = words.language.lexicon();
    let (mut found, mut list): (Vec<Range<usize>>, Vec<Range<usize>>) = (vec![], vec![]);
    let mut start = 0;
    let ends = (0..words.row.len()).filter(|&at| lexicon.parts_items(words.row[at].text)).chain([words.row.len()]);
    for end in ends {
        // ", and"
        if start < end || list.is_empty() {
            // The verb that a paragraph opens with has a capital too.
            start += usize::from(start < end && words.opens_paragraph(start));
            let item = &words.row[start..end];
            let articles = item.iter().take_while(|word| word.class == Class::Function).count();
            let stop = item.iter().rev().take_while(|word| word.class == Class::Stop).count();
            let from = (start + articles).min(end);
            let name = from..(end - stop).max(from);
            if is_name(words, &name) {
                list.push(name);
            } else {
                // The sentence goes on behind the last name, or led to the first of another list.
                let part = |at: &usize| is_part(&words.row[*at]);
                let behind = name.start + name.clone().take_while(part).count();
                let from = name.end - name.clone().rev().take_while(part).count();
                list.extend(Some(trimmed(words, name.start..behind)).filter(|name| is_name(words, name)));
                take(&mut found, &mut list);
                list.extend(Some(trimmed(words, from..name.end)).filter(|name| is_name(words, name)));
            }
        }
        start = end + 1;
    }
    take(&mut found, &mut list);
    found
}

/// `name` without the small words about it.
fn trimmed(words: &Words<'_>, name: Range<usize>) -> Range<usize> {
    let is_small = |at: &usize| words.row[*at].class == Class::Function;
    let start = name.start + name.clone().take_while(is_small).count();
    let end = name.end - name.clone().rev().take_while(is_small).count();
    start.min(name.end)..end.max(start.min(name.end))
}

fn take(found: &mut Vec<Range<usize>>, list: &mut Vec<Range<usize>>) {
    if list.len() >= FEWEST {
        found.append(list);
    }
    list.clear();
}

/// Whether words are a name: a capital on each that carries meaning.
fn is_name(words: &Words<'_>, name: &Range<usize>) -> bool {
    if name.is_empty() || name.len() > LONGEST {
        return false;
    }
    let row = &words.row[name.clone()];
    row[0].text.starts_with(char::is_uppercase) && row.iter().all(is_part)
}

/// Whether a word can be part of a name.
fn is_part(word: &Word<'_>) -> bool {
    let is_capital = word.class == Class::Content && word.kind == TokenKind::Word && word.text.starts_with(char::is_uppercase);
    is_capital || word.class == Class::Function || matches!(word.text, "(" | ")" | "'" | "’")
}

/// The words of a text that stand in none of its names.
fn outside(words: &Words<'_>, names: &[Range<usize>]) -> FxHashSet<u32> {
    let mut names = names.iter().peekable();
    let mut ids = FxHashSet::default();
    for (at, word) in words.row.iter().enumerate() {
        while names.next_if(|name| name.end <= at).is_some() {}
        if names.peek().is_none_or(|name| at < name.start) {
            ids.insert(word.id);
        }
    }
    ids
}

/// The words of names that stand in both lists, and those that several names have which are `alone`.
fn rivals(told: &[Told], alone: &[usize]) -> FxHashSet<u32> {
    let (mut rivals, mut once) = (FxHashSet::default(), FxHashSet::default());
    for (at, name) in told.iter().enumerate() {
        let is_alone = alone.binary_search(&at).is_ok();
        for word in name.ids() {
            if !is_alone || !once.insert(word) {
                rivals.insert(word);
            }
        }
    }
    rivals
}

/// Those of the names that are `alone` which may be another spelling of one that is alone on the other side.
fn alike(told: &[Vec<Told>; 2], alone: &[Vec<usize>; 2]) -> [FxHashSet<usize>; 2] {
    let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for &at in &alone[1] {
        told[1][at].ids().collect::<BTreeSet<u32>>().into_iter().for_each(|word| holders.entry(word).or_default().push(at));
    }
    let mut found: [FxHashSet<usize>; 2] = Default::default();
    for &at in &alone[0] {
        let own = &told[0][at];
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in own.ids().collect::<BTreeSet<u32>>() {
            let near = holders.get(&word).filter(|holders| holders.len() <= COMMON);
            near.into_iter().flatten().for_each(|&other| *shared.entry(other).or_default() += 1);
        }
        for (other, common) in shared {
            let name = &told[1][other];
            let most = common * 20 >= MOST * (own.words.len() + name.words.len());
            if most || own.is_more_of(name) || name.is_more_of(own) {
                found[0].insert(at);
                found[1].insert(other);
            }
        }
    }
    found
}
