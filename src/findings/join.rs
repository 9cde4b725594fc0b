//! Which fact of the old text became which of the new.
//!
//! ```text
//! old    … que 13 personnes … et 66 recommandations …
//! edits  =       -13 +12 =         … -66 +soixante-six =
//! here   13 personnes → 12 personnes        66 recommandations → soixante-six recommandations
//! ```
//!
//! Facts are joined inside a link, by the words around them: what stands in kept words is where those words are now; what a change took
//! away became what the same change brought, if of one kind. So the right "12" meets the right "13", wherever the paragraph is now. Of words
//! that moved the facts are joined at the other end (`moved`).
//! What is left then meets what says the same elsewhere in the paragraph. Where a change holds several facts of one sort they are joined
//! by their value, else in order when there are as many on both sides, else by the words beside them, else not at all. Words of degree are no
//! such words: "more than 20 million" and "more than 2 million" may be strangers. Two dates need not
//! have anything to do with each other: they are joined where a word beside them is the same, where what stands before them is joined, or
//! where little else changed. So are facts of two kinds that can stand for one another, a day and a period.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fact::{Fact, FactKind};
use super::moved::moved_ties;
use crate::compare::{Change, EditWeight, Op};
use crate::language::Language;
use crate::structure::Document;
use crate::text::{TokenKind, lower, tokens, words};

/// So few other words in a change, and what it brought is what it took away.
const FEW: usize = 3;

/// The facts of one side of a link: indices into its document's facts, each with its place in the joined text.
struct Side<'a> {
    facts: &'a [Fact],
    places: Vec<(usize, Range<usize>)>,
    /// The place of the other side that it is tied to.
    partner: Vec<Option<usize>>,
    /// The joined text, where words changed.
    characters: Vec<char>,
    language: Language,
}

impl<'a> Side<'a> {
    /// How far before a fact "between" may stand: "entre los 60".
    const REACH: usize = 12;

    /// The facts of `units`; the words about them only where they are asked for.
    fn of(document: &Document, facts: &'a [Fact], units: &[usize], has_words: bool) -> Self {
        let mut places = vec![];
        let mut characters = vec![];
        let mut base = 0;
        for &unit in units {
            let first = facts.partition_point(|fact| fact.unit < unit);
            let own = facts[first..].iter().take_while(|fact| fact.unit == unit).enumerate();
            places.extend(own.map(|(at, fact)| (first + at, base + fact.start..base + fact.end)));
            base += document.units[unit].text.chars().count() + 1;
            if has_words {
                characters.extend(document.units[unit].text.chars().chain(['\n']));
            }
        }
        Self { facts, partner: vec![None; places.len()], places, characters, language: document.language }
    }

    /// The words of `range` outside its facts that carry meaning.
    fn other_words(&self, range: &Range<usize>) -> usize {
        let mut count = 0;
        let mut from = range.start;
        let first = self.places.partition_point(|(_, place)| place.end <= range.start);
        let within = self.places[first..].iter().map(|(_, place)| place).take_while(|place| place.start < range.end);
        for place in within.cloned().chain(std::iter::once(range.end..range.end)) {
            let gap: String = self.characters.get(from..place.start).unwrap_or_default().iter().collect();
            count += content_words(&gap, self.language).count();
            from = place.end.max(from);
        }
        count
    }

    /// The word that carries meaning next before fact `at`, or next behind it, in small letters; none where another fact stands nearer.
    fn neighbour(&self, at: usize, is_behind: bool) -> Option<String> {
        const REACH: usize = 40;
        let place = &self.places[at].1;
        let range = if is_behind {
            let end = self.places.get(at + 1).map_or(self.characters.len(), |(_, next)| next.start);
            place.end..end.min(place.end + REACH)
        } else {
            let start = at.checked_sub(1).map_or(0, |before| self.places[before].1.end);
            start.max(place.start.saturating_sub(REACH))..place.start
        };
        let gap: String = self.characters.get(range)?.iter().collect();
        let degrees = self.language.lexicon().facts.degrees;
        let mut words = content_words(&gap, self.language).filter(|word| !degrees.contains(&word.as_str()));
        if is_behind { words.next() } else { words.last() }
    }

    fn fact(&self, at: usize) -> &Fact {
        &self.facts[self.places[at].0]
    }

    /// What stands between two facts that follow one another, unless it parts the items of a list.
    fn tie(&self, facts: &[usize]) -> Option<String> {
        let &[first, second] = facts else { return None };
        let (before, after) = (&self.places[first].1, &self.places[second].1);
        let gap: String = self.characters.get(before.end..after.start).filter(|_| second == first + 1)?.iter().collect();
        let lexicon = self.language.lexicon();
        let last = tokens(&gap).into_iter().rfind(|token| token.kind != TokenKind::Space)?.text;
        let opening: String = self.characters[before.start.saturating_sub(Self::REACH)..before.start].iter().collect();
        let is_between = || words(&lower(&opening), []).any(|word| lexicon.facts.between.contains(&word));
        (!lexicon.parts_items(last) || is_between()).then_some(gap)
    }

    /// How many characters stand between fact `at` and the one before it.
    fn gap(&self, at: usize) -> Option<usize> {
        self.places.get(at)?.1.start.checked_sub(self.places.get(at.checked_sub(1)?)?.1.end)
    }

    /// Those not tied yet that touch `range`. Facts of a paragraph stand one behind the other.
    fn open(&self, range: &Range<usize>) -> Vec<usize> {
        let first = self.places.partition_point(|(_, place)| place.end <= range.start);
        let touching = (first..self.places.len()).take_while(|&at| self.places[at].1.start < range.end);
        touching.filter(|&at| self.partner[at].is_none()).collect()
    }
}

/// A change of some words, as places in both joined texts; kept words where both are as long and `is_kept`.
pub(super) struct Stretch {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
    pub(super) is_kept: bool,
    /// Whether words or figures differ, and not typography alone.
    pub(super) is_substantive: bool,
}

/// The words of `text` that carry meaning, in small letters.
fn content_words(text: &str, language: Language) -> impl Iterator<Item = String> {
    let words =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).map(|word| lower(word).into_owned());
    words.filter(move |word| !language.lexicon().function_words.contains(word))
}

/// Pairs of facts, as indices into the facts of the old document and of the new, for every link.
pub(super) fn ties(documents: [&Document; 2], facts: [&[Fact]; 2], changes: &[Change]) -> Vec<(usize, usize)> {
    let mut ties: Vec<(usize, usize)> = changes
        .iter()
        .filter(|change| !change.link.old.is_empty() && !change.link.new.is_empty())
        .flat_map(|change| {
            let old = Side::of(documents[0], facts[0], &change.link.old, change.edited);
            let new = Side::of(documents[1], facts[1], &change.link.new, change.edited);
            Join { old, new, ties: vec![] }.joined(&stretches(change))
        })
        .collect();
    ties.extend(moved_ties(documents, facts, changes, &ties));
    ties.sort_unstable();
    ties
}

pub(super) fn stretches(change: &Change) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = vec![];
    let (mut old, mut new) = (0, 0);
    for edit in &change.edits {
        let length = edit.text.chars().count();
        let is_kept = edit.op == Op::Equal;
        let is_substantive = edit.weight == Some(EditWeight::Substantive);
        let (before, after) = (old, new);
        old += if edit.op == Op::Insert { 0 } else { length };
        new += if edit.op == Op::Delete { 0 } else { length };
        match stretches.last_mut().filter(|last| !last.is_kept && !is_kept) {
            Some(last) => {
                (last.old.end, last.new.end) = (old, new);
                last.is_substantive |= is_substantive;
            }
            None => stretches.push(Stretch { old: before..old, new: after..new, is_kept, is_substantive }),
        }
    }
    stretches
}

struct Join<'a> {
    old: Side<'a>,
    new: Side<'a>,
    ties: Vec<(usize, usize)>,
}

impl Join<'_> {
    fn joined(mut self, stretches: &[Stretch]) -> Vec<(usize, usize)> {
        let kept = || stretches.iter().filter(|stretch| stretch.is_kept);
        kept().for_each(|stretch| self.kept(stretch, |place, stretch| place.start >= stretch.start && place.end <= stretch.end));
        // The number stayed, and words came before what it counts: "the first [and the second] meeting".
        kept().for_each(|stretch| self.kept(stretch, |place, stretch| stretch.contains(&place.start)));
        for stretch in stretches.iter().filter(|stretch| !stretch.is_kept) {
            let (old, new) = (self.old.open(&stretch.old), self.new.open(&stretch.new));
            // Places in a row come in turn: of "the nineteenth … the twentieth session" the second is not what stayed.
            self.in_order(&old, &new, sort, |join, old, _| join.old.fact(old).kind == FactKind::Ordinal);
            self.in_parts(&old, &new);
            self.alike(&old, &new);
            let is_short = self.old.other_words(&stretch.old).min(self.new.other_words(&stretch.new)) <= FEW;
            let is_pair =
                |join: &Self, old: usize, new: usize| !is_time(join.old.fact(old)) || is_short || join.is_related(old, new);
            self.in_order(&old, &new, sort, is_pair);
            self.beside(&old, &new);
            self.in_order(&old, &new, class, |join, old, new| is_short || join.is_related(old, new));
        }
        let all = |side: &Side<'_>| side.open(&(0..usize::MAX));
        let (old, new) = (all(&self.old), all(&self.new));
        self.alike(&old, &new);
        self.ties
    }

    fn tie(&mut self, old: usize, new: usize) {
        self.old.partner[old] = Some(new);
        self.new.partner[new] = Some(old);
        self.ties.push((self.old.places[old].0, self.new.places[new].0));
    }

    /// What stands in kept words, wholly or by where it begins: then only what says the same.
    fn kept(&mut self, stretch: &Stretch, stands: fn(&Range<usize>, &Range<usize>) -> bool) {
        for old in self.old.open(&stretch.old) {
            let place = self.old.places[old].1.clone();
            if !stands(&place, &stretch.old) {
                continue;
            }
            let moved = |at: usize| at - stretch.old.start + stretch.new.start;
            let wanted = moved(place.start)..moved(place.end);
            let is_same = |&&new: &&usize| {
                let (before, after) = (self.old.fact(old), self.new.fact(new));
                let is_here = self.new.places[new].1.start == wanted.start && before.kind == after.kind;
                is_here && (self.new.places[new].1 == wanted || before.value == after.value)
            };
            if let Some(&new) = self.new.open(&wanted).iter().find(is_same) {
                self.tie(old, new);
            }
        }
    }

    /// Each of `old` with the first of `new` that says the same.
    fn alike(&mut self, old: &[usize], new: &[usize]) {
        let value = |fact: &Fact| (fact.kind, fact.value.clone());
        for (old, new) in self.groups(old, new, value).into_values() {
            old.into_iter().zip(new).for_each(|(before, after)| self.tie(before, after));
        }
    }

    /// Facts that share a `key`, one after the other, where there are as many on both sides and the two are a pair.
    fn in_order(
        &mut self,
        old: &[usize],
        new: &[usize],
        key: impl Fn(&Fact) -> Key,
        is_pair: impl Fn(&Self, usize, usize) -> bool,
    ) {
        for (old, new) in self.groups(old, new, key).into_values().filter(|(old, new)| old.len() == new.len()) {
            for (before, after) in old.into_iter().zip(new) {
                if is_pair(self, before, after) {
                    self.tie(before, after);
                }
            }
        }
    }

    /// Facts with the same words between them, each with the one in its part: of "from 12 to 15 → from 15 to 19" the lower end is 15 now.
    /// The items of a list have no parts.
    fn in_parts(&mut self, old: &[usize], new: &[usize]) {
        let is_same = |(&before, &after): (&usize, &usize)| class(self.old.fact(before)) == class(self.new.fact(after));
        let is_frame = |(before, after): (&[usize], &[usize])| {
            let tie = self.old.tie(before);
            tie.is_some() && tie == self.new.tie(after)
        };
        let is_framed = old.len() > 1 && old.len() == new.len() && old.windows(2).zip(new.windows(2)).all(is_frame);
        if is_framed && old.iter().zip(new).all(is_same) {
            old.iter().zip(new).for_each(|(&before, &after)| self.tie(before, after));
        }
    }

    /// Facts of one sort beside the same words, in the order of the text; then what stands right before two that are joined.
    fn beside(&mut self, old: &[usize], new: &[usize]) {
        /// More are a table, where words do not tell.
        const MOST: usize = 200;
        if old.len().max(new.len()) > MOST {
            return;
        }
        for (old, new) in self.groups(old, new, sort).into_values() {
            let mut rest = new.as_slice();
            for before in old {
                if let Some(at) = rest.iter().position(|&after| self.is_beside(before, after)) {
                    self.tie(before, rest[at]);
                    rest = &rest[at + 1..];
                }
            }
        }
        for &before in old.iter().rev() {
            let Some(after) = self.old.partner.get(before + 1).copied().flatten().and_then(|next| next.checked_sub(1)) else {
                continue;
            };
            let is_open = self.old.partner[before].is_none() && self.new.partner[after].is_none();
            if is_open && sort(self.old.fact(before)) == sort(self.new.fact(after)) && self.are_near(before + 1, after + 1) {
                self.tie(before, after);
            }
        }
    }

    /// Whether a word beside both facts is the same.
    fn is_beside(&self, old: usize, new: usize) -> bool {
        [false, true].into_iter().any(|is_behind| {
            let word = self.old.neighbour(old, is_behind);
            word.is_some() && word == self.new.neighbour(new, is_behind)
        })
    }

    /// The same, or what stands right before them is joined.
    fn is_related(&self, old: usize, new: usize) -> bool {
        let is_behind = || old > 0 && new > 0 && self.old.partner[old - 1] == Some(new - 1) && self.are_near(old, new);
        self.is_beside(old, new) || is_behind()
    }

    /// Whether both stand right behind another fact.
    fn are_near(&self, old: usize, new: usize) -> bool {
        /// " du ", " of ", ", en date du ".
        const NEAR: usize = 14;
        let is_near = |gap: Option<usize>| gap.is_some_and(|gap| gap <= NEAR);
        is_near(self.old.gap(old)) && is_near(self.new.gap(new))
    }

    /// Those not tied yet, of both sides, by what they share.
    fn groups(&self, old: &[usize], new: &[usize], key: impl Fn(&Fact) -> Key) -> BTreeMap<Key, (Vec<usize>, Vec<usize>)> {
        let mut groups: BTreeMap<Key, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for &at in old.iter().filter(|&&at| self.old.partner[at].is_none()) {
            groups.entry(key(self.old.fact(at))).or_default().0.push(at);
        }
        for &at in new.iter().filter(|&&at| self.new.partner[at].is_none()) {
            groups.entry(key(self.new.fact(at))).or_default().1.push(at);
        }
        groups
    }
}

/// What facts share: their kind, and a value or a sort.
type Key = (FactKind, String);

/// What facts must share to be joined though they differ: of counts and ordinals the stem of the noun, whatever its number or gender; of
/// dates, whether they are years or days; of citations what is cited.
fn sort(fact: &Fact) -> Key {
    const STEM: usize = 4;
    let sort = match fact.kind {
        FactKind::Count | FactKind::Ordinal => fact.noun().map(|noun| noun.chars().take(STEM).collect()),
        FactKind::Citation => fact.value.split(' ').next().map(str::to_owned),
        FactKind::Date | FactKind::Period => Some(fact.value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()),
        FactKind::Money | FactKind::Percent | FactKind::Symbol | FactKind::Verb | FactKind::Figure => None,
    };
    (fact.kind, sort.unwrap_or_default())
}

/// What facts of two kinds must share to be joined: a day and a period are times, a count and a share are amounts.
fn class(fact: &Fact) -> Key {
    let kind = match fact.kind {
        FactKind::Period => FactKind::Date,
        FactKind::Money | FactKind::Percent => FactKind::Count,
        kind => kind,
    };
    (kind, String::new())
}

fn is_time(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Date | FactKind::Period)
}
