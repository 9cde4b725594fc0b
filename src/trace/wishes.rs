//! What one text would change in a draft, change by change, brackets set aside.
//!
//! ```text
//! zero   Opens a credit line of 3 million for repairs
//! Doria  Asks the Bureau to study a credit line for repairs     “Opens” → “Asks the Bureau to study”; − “of 3 million”
//! ```
//!
//! Words are compared by the shortest script, as in an overlay. Two changes are one where nothing but a few words without a meaning of their own
//! stands between. A paragraph that keeps few of its words is still told by its words: what became of them is asked.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bare::Bare;
use super::walk::{Walk, Word};
use crate::compare::EditWeight;
use crate::overlay::{At, Change, Fate, What};
use crate::structure::Unit;

/// Two changes are joined over no more words than this.
const JOINED_OVER: usize = 2;

/// A change that a text makes in a draft.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// The text that makes it, and the draft that it makes it in.
    pub(super) text: usize,
    pub(super) on: usize,
    pub(super) what: What,
    pub(super) at: At,
    /// The unit of the draft; of a new paragraph, the one before it.
    pub(super) unit: Option<usize>,
    /// The unit of the text.
    pub(super) source: Option<usize>,
    /// The characters of the draft's unit that go.
    pub(super) gone: Vec<Range<usize>>,
    /// The characters of the text's unit that come.
    pub(super) come: Vec<Range<usize>>,
    /// Of a paragraph that became part of another: the longest part of that one. Of one that was split off: what it was part of.
    pub(super) with: Option<usize>,
}

impl Wish {
    /// The characters of the draft's unit from the first that goes to the last.
    pub(super) fn span(&self) -> Range<usize> {
        span(&self.gone)
    }

    /// The same of the text's unit.
    pub(super) fn source_span(&self) -> Range<usize> {
        span(&self.come)
    }

    /// The unit of the draft that it is about, if there is one.
    pub(super) fn own_unit(&self) -> Option<usize> {
        self.unit.filter(|_| self.at != At::After)
    }
}

fn all_of(unit: &Unit) -> Vec<Range<usize>> {
    let whole = 0..unit.text.chars().count();
    vec![whole]
}

fn span(ranges: &[Range<usize>]) -> Range<usize> {
    match ranges {
        [first, .., last] => first.start..last.end,
        [one] => one.clone(),
        [] => 0..0,
    }
}

/// Every change that the second text of `pair` makes in the first, from the top of that, none joined.
pub(super) fn changes(walk: &mut Walk<'_>, bare: &[Bare], pair: [usize; 2]) -> Vec<Wish> {
    let [on, text] = pair;
    let mut wishes = vec![];
    let drafted = walk.documents[on];
    let copy = walk.copy(pair);
    let mut pairs: Vec<(usize, usize)> = vec![];
    let moved = copy.fresh.iter().filter(|fresh| fresh.is_moved);
    let moved: BTreeMap<usize, (usize, Option<usize>)> =
        moved.filter_map(|fresh| Some((fresh.from?, (fresh.unit, fresh.after)))).collect();
    let whole = |what, unit: usize, source: Option<usize>| {
        let gone = all_of(&drafted.units[unit]);
        let come = source.map_or(vec![], |source| all_of(&walk.documents[text].units[source]));
        Wish { text, on, what, at: At::Paragraph, unit: Some(unit), source, gone, come, with: None }
    };
    for (unit, fate) in copy.fates.iter().enumerate() {
        let link = copy.alignment.links.iter().find(|link| link.old.contains(&unit) && !link.new.is_empty());
        match fate {
            Fate::Kept(_) => pairs.extend(copy.tied.iter().position(|tied| *tied == Some(unit)).map(|new| (unit, new))),
            Fate::Replaced(new) if link.is_some_and(|link| link.new.contains(new)) => pairs.push((unit, *new)),
            Fate::Replaced(new) => wishes.push(whole(What::Alt, unit, Some(*new))),
            Fate::Gone(_) if moved.contains_key(&unit) => {
                wishes.push(whole(What::Moved, unit, Some(moved[&unit].0)));
                pairs.push((unit, moved[&unit].0));
            }
            Fate::Gone(_) => {
                let with = link.and_then(|link| link.old.iter().copied().find(|old| *old != unit));
                wishes.push(Wish { with, ..whole(What::Delete, unit, None) });
            }
            Fate::Unknown => {}
        }
    }
    for fresh in copy.fresh.iter().filter(|fresh| !fresh.is_moved) {
        let come = all_of(&walk.documents[text].units[fresh.unit]);
        let source = Some(fresh.unit);
        let (unit, with) = (fresh.after, fresh.from);
        wishes.push(Wish { text, on, what: What::New, at: At::After, unit, source, gone: vec![], come, with });
    }
    for (unit, new) in pairs {
        words(walk, pair, [unit, new], &mut wishes);
        brackets(walk, bare, pair, [unit, new], &mut wishes);
    }
    wishes.retain(|wish| !(wish.gone.iter().chain(&wish.come).all(Range::is_empty)));
    wishes.sort_by_key(|wish| (wish.unit.map_or(0, |unit| unit + 1), wish.at == At::After, wish.span().start, wish.source));
    wishes
}

/// The changes of words from one unit to another.
fn words(walk: &mut Walk<'_>, [on, text]: [usize; 2], [unit, new]: [usize; 2], wishes: &mut Vec<Wish>) {
    let mut shift = 0_isize;
    let ends = [(on, unit), (text, new)].map(|(text, unit)| walk.documents[text].units[unit].text.chars().count());
    // The stop that ends a paragraph goes with its place in the text.
    let is_stop = |words: &str| words.chars().all(|c| matches!(c, '.' | ';' | ','));
    let old: Vec<char> = walk.documents[on].units[unit].text.chars().collect();
    for change in walk.changes((on, unit), (text, new)) {
        let Change { start, end, text: words, weight } = change;
        let from = start.saturating_add_signed(shift);
        let length = words.chars().count();
        shift += length.cast_signed() - (end - start).cast_signed();
        let is_end = [end, from + length] == ends && is_stop(&words) && is_stop(&old[start..end].iter().collect::<String>());
        if weight == EditWeight::Editorial || is_end {
            continue;
        }
        let what = match (start == end, length) {
            (true, _) => What::Insert,
            (false, 0) => What::Delete,
            _ => What::Replace,
        };
        let [gone, come] = [start..end, from..from + length].map(|range| vec![range]);
        wishes.push(Wish { text, on, what, at: At::Words, unit: Some(unit), source: Some(new), gone, come, with: None });
    }
}

/// The brackets that one unit has and the other has not, about words that both have.
fn brackets(walk: &mut Walk<'_>, bare: &[Bare], pair: [usize; 2], units: [usize; 2], wishes: &mut Vec<Wish>) {
    let [from, to] = [0, 1].map(|side| (pair[side], units[side]));
    let inside = |side: usize| {
        let all = bare[pair[side]].brackets.iter().filter_map(move |bracket| match bracket.inside.as_slice() {
            [(unit, range)] if *unit == units[side] => Some(range.clone()),
            _ => None,
        });
        all.collect::<Vec<_>>()
    };
    let [mut lifted, mut set] = [inside(0), inside(1)];
    if lifted.is_empty() && set.is_empty() {
        return;
    }
    let kept = walk.kept(from, to);
    let [old, new] = [walk.words(from), walk.words(to)];
    let there = |range: &Range<usize>| -> Option<Vec<usize>> { held(&old, range).map(|word| kept[word.0]).collect() };
    lifted.retain(|range| {
        let Some(images) = there(range) else { return false };
        let same = set.iter().position(|other| held(&new, other).map(|word| word.0).eq(images.iter().copied()));
        same.map(|same| set.remove(same)).is_none()
    });
    let back: BTreeMap<usize, usize> = kept.iter().enumerate().filter_map(|(at, new)| Some(((*new)?, at))).collect();
    let span = |words: &[usize], of: &[Word]| {
        let end = |start: usize| of.iter().find(|word| word.0 == start).map_or(start, |word| word.1);
        words.first().zip(words.last()).map(|(&first, &last)| first..end(last))
    };
    let [(on, unit), (text, source)] = [from, to];
    let mut push = |what, gone, come| {
        let (unit, source) = (Some(unit), Some(source));
        wishes.push(Wish { text, on, what, at: At::Brackets, unit, source, gone: vec![gone], come: vec![come], with: None });
    };
    for range in lifted {
        if let Some(come) = there(&range).and_then(|images| span(&images, &new)) {
            push(What::Lift, range, come);
        }
    }
    for range in set {
        let words: Option<Vec<usize>> = held(&new, &range).map(|word| back.get(&word.0).copied()).collect();
        if let Some(gone) = words.and_then(|words| span(&words, &old)) {
            push(What::Set, gone, range);
        }
    }
}

/// The words and signs of which some character stands in `range`.
pub(super) fn held<'w>(words: &'w [Word], range: &'w Range<usize>) -> impl Iterator<Item = &'w Word> {
    words.iter().filter(|(start, end, _)| *start < range.end && *end > range.start)
}

/// The changes with those joined that a reader takes in at once.
pub(super) fn joined(walk: &Walk<'_>, wishes: Vec<Wish>) -> Vec<Wish> {
    let mut joined: Vec<Wish> = vec![];
    for wish in wishes {
        match joined.last_mut().filter(|last| reads_on(walk, last, &wish)) {
            Some(last) => {
                last.gone.extend(wish.gone);
                last.come.extend(wish.come);
                if last.what != wish.what {
                    last.what = What::Replace;
                }
            }
            None => joined.push(wish),
        }
    }
    joined
}

/// Whether nothing but a few words without a meaning of their own stands between two changes.
fn reads_on(walk: &Walk<'_>, last: &Wish, next: &Wish) -> bool {
    let Some(source) = next.source.filter(|_| last.at == At::Words && next.at == At::Words && last.unit == next.unit) else {
        return false;
    };
    let between = last.source_span().end..next.source_span().start;
    let words = walk.words((next.text, source));
    let between: Vec<&Word> = words.iter().filter(|word| word.0 >= between.start && word.1 <= between.end).collect();
    between.len() <= JOINED_OVER && between.iter().all(|word| word.2 && walk.is_light((next.text, source), word))
}
