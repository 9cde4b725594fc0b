//! The facts of two paragraphs that are each other's translation: which agree, which differ, which stand in one alone.
//!
//! ```text
//! en   RIV/9/Res.2   2028-11-21   RIV/11/Res.6   2030-12-09
//!           |            |             |             ≠         the dates that are left stand behind one symbol
//! fr   RIV/9/Res.2   2028-11-21   RIV/11/Res.6   2030-12-19
//! ```
//!
//! Facts that agree are tied in the order of the text. What is left over is looked for among all numbers that the other says outside its
//! tied facts ("twice a year", "deux fois par an"); what is said twice in one language need be said once in the other. Only then two that are left, of one sort
//! and in one place, differ; the others are named in one version only. `O(facts²)` a pair of paragraphs, which have few.

use std::collections::BTreeMap;

use super::version::Version;
use crate::findings::{FactKind, Meaning, Saying};

/// A fact of one side.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) meaning: Meaning,
    pub(super) unit: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: String,
}

/// What two paragraphs disagree about: the items of both sides, or of one.
pub(super) type Difference = [Option<Item>; 2];

/// What becomes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    /// It agrees with that item of the other side.
    Tied(usize),
    /// It repeats what agrees already: no difference alone, but it may stand in the place of another.
    Repeated,
    /// The other says it in another form.
    Said,
    /// It stands against an item of the other side, or is told.
    Told,
}

/// Both sides while they are compared.
struct Sides<'s> {
    items: [Vec<Item>; 2],
    states: [Vec<State>; 2],
    /// The numbers of each side, with the unit of each.
    said: [Vec<(usize, &'s Saying)>; 2],
    /// Characters of each side.
    lengths: [usize; 2],
}

/// Where the facts of `units` differ.
pub(super) fn differences(versions: [&Version<'_>; 2], units: [&[usize]; 2]) -> Vec<Difference> {
    let items = [0, 1].map(|side| items(versions[side], units[side]));
    let said = [0, 1].map(|side| {
        let of = |&unit: &usize| versions[side].said[unit].iter().map(move |saying| (unit, saying));
        units[side].iter().flat_map(of).collect()
    });
    let states = items.each_ref().map(|items| vec![State::Open; items.len()]);
    let lengths = [0, 1].map(|side| units[side].iter().map(|&unit| versions[side].unit(unit).text.chars().count()).sum());
    let mut sides = Sides { items, states, said, lengths };
    sides.tie(|one, other| one == other);
    sides.tie(Meaning::agrees);
    sides.tie_ends_of_periods();
    sides.find_repeated();
    sides.find_said();
    let mut found = sides.differing();
    found.extend(sides.figures());
    found.extend(sides.one_sided());
    found
}

fn items(version: &Version<'_>, units: &[usize]) -> Vec<Item> {
    let facts = units.iter().flat_map(|&unit| version.facts(unit));
    let item = |fact: &crate::findings::Fact| {
        let meaning = Meaning::of(fact, version.language())?;
        Some(Item { meaning, unit: fact.unit, start: fact.start, end: fact.end, text: fact.text.clone() })
    };
    facts.filter_map(item).collect()
}

/// The sorts of facts that may stand against each other.
fn sort(kind: FactKind) -> u8 {
    match kind {
        FactKind::Date | FactKind::Period => 0,
        FactKind::Symbol => 1,
        FactKind::Citation => 2,
        FactKind::Ordinal => 3,
        FactKind::Percent => 4,
        FactKind::Money => 5,
        _ => 6,
    }
}

/// The runs of digits of a value: 2030, 12 and 9 of "2030-12-09".
fn runs(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(|run| match run.trim_start_matches('0') {
        "" => "0",
        run => run,
    })
}

impl<'s> Sides<'s> {
    fn open(&self, side: usize) -> Vec<usize> {
        (0..self.items[side].len()).filter(|&at| self.states[side][at] == State::Open).collect()
    }

    /// Ties what agrees by `agree`, in order.
    fn tie(&mut self, agree: impl Fn(&Meaning, &Meaning) -> bool) {
        for left in self.open(0) {
            let own = &self.items[0][left].meaning;
            let fits = |&right: &usize| self.states[1][right] == State::Open && agree(own, &self.items[1][right].meaning);
            if let Some(right) = (0..self.items[1].len()).find(fits) {
                self.states[0][left] = State::Tied(right);
                self.states[1][right] = State::Tied(left);
            }
        }
    }

    /// "2012-2013" and "in 2012 and 2013": a period agrees with its two ends.
    fn tie_ends_of_periods(&mut self) {
        for side in [0, 1] {
            for at in self.open(side) {
                let item = &self.items[side][at];
                let Some((from, to)) = item.meaning.value.split_once('/').filter(|_| item.meaning.kind == FactKind::Period)
                else {
                    continue;
                };
                let open = self.open(1 - side);
                let end = |end: &str| open.iter().copied().find(|&other| self.items[1 - side][other].meaning.value == end);
                if let (Some(from), Some(to)) = (end(from), end(to)) {
                    self.states[side][at] = State::Tied(from);
                    self.states[1 - side][from] = State::Tied(at);
                    self.states[1 - side][to] = State::Tied(at);
                }
            }
        }
    }

    /// What repeats an item that agrees, or a part of it: "2030" beside "9 December 2030".
    fn find_repeated(&mut self) {
        for side in [0, 1] {
            for at in self.open(side) {
                let own = &self.items[side][at].meaning;
                let of_one_sort = |meaning: &Meaning| sort(meaning.kind) == sort(own.kind);
                let is_part = |whole: &Meaning| {
                    own.kind == FactKind::Date
                        && of_one_sort(whole)
                        && whole.value.split(['-', '/']).any(|part| part == own.value)
                };
                let holds = |other: &Item| own.agrees(&other.meaning) || is_part(&other.meaning);
                let tied = |(at, item): (usize, &Item)| matches!(self.states[1 - side][at], State::Tied(_)) && holds(item);
                if self.items[1 - side].iter().enumerate().any(tied) {
                    self.states[side][at] = State::Repeated;
                }
            }
        }
    }

    /// What the other says in another form, outside the facts that agree and those that this may stand against.
    fn find_said(&mut self) {
        for side in [0, 1] {
            let mut of_sort: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
            for at in self.open(side) {
                let own = &self.items[side][at].meaning;
                let free = of_sort.entry(sort(own.kind)).or_insert_with(|| self.free(1 - side, sort(own.kind)));
                let mut parts = numbers(own).into_iter().peekable();
                if parts.peek().is_some() && parts.all(|part| free.iter().any(|said| is_number(said, &part))) {
                    self.states[side][at] = State::Said;
                }
            }
        }
    }

    /// What `side` says outside its facts that agree and those of this sort that are open.
    fn free(&self, side: usize, of: u8) -> Vec<&'s str> {
        let blocks = |(item, state): (&Item, &State)| {
            let is_blocked = match state {
                State::Tied(_) => true,
                State::Open => sort(item.meaning.kind) == of,
                _ => false,
            };
            is_blocked.then_some((item.unit, item.start..item.end))
        };
        let blocked: Vec<_> = self.items[side].iter().zip(&self.states[side]).filter_map(blocks).collect();
        let is_free = |unit: usize, saying: &Saying| {
            !blocked.iter().any(|(of, place)| *of == unit && place.start < saying.end && saying.start < place.end)
        };
        let free = self.said[side].iter().filter(|(unit, saying)| is_free(*unit, saying));
        free.map(|(_, saying)| saying.value.as_str()).collect()
    }

    /// Items left over on both sides that stand against each other, those with the most in common first.
    fn differing(&mut self) -> Vec<Difference> {
        /// So many more on one side are words that the other lost.
        const LOST: usize = 5;
        /// No two translations differ in more pairs.
        const MOST: usize = 10_000;
        let of = |side: usize| -> Vec<usize> {
            (0..self.items[side].len()).filter(|&at| matches!(self.states[side][at], State::Open | State::Repeated)).collect()
        };
        let (lefts, rights) = (of(0), of(1));
        if lefts.len().abs_diff(rights.len()) > LOST || lefts.len() * rights.len() > MOST {
            return vec![];
        }
        let mut pairs = vec![];
        for &left in &lefts {
            for &right in &rights {
                let is_real = [self.states[0][left], self.states[1][right]].contains(&State::Open);
                if let Some(points) = Some(()).filter(|()| is_real).and_then(|()| self.against(left, right)) {
                    pairs.push((-points, left, right));
                }
            }
        }
        pairs.sort_unstable();
        let mut found = vec![];
        for (_, left, right) in pairs {
            if self.states[0][left] == State::Told || self.states[1][right] == State::Told {
                continue;
            }
            self.states[0][left] = State::Told;
            self.states[1][right] = State::Told;
            found.push((left, right));
        }
        found.sort_unstable();
        // A resolution and its date are one thing.
        let follows = |found: &[(usize, usize)], (left, right): (usize, usize)| {
            let is_date = self.items[0][left].meaning.kind == FactKind::Date;
            is_date
                && found.iter().any(|&(one, other)| {
                    one + 1 == left && other + 1 == right && self.items[0][one].meaning.kind == FactKind::Symbol
                })
        };
        let own = found.iter().copied().filter(|&pair| !follows(&found, pair));
        own.map(|(left, right)| [Some(self.items[0][left].clone()), Some(self.items[1][right].clone())]).collect()
    }

    /// How much speaks for two items to stand against each other; None where nothing does.
    fn against(&self, left: usize, right: usize) -> Option<i64> {
        let (one, other) = (&self.items[0][left].meaning, &self.items[1][right].meaning);
        if sort(one.kind) != sort(other.kind) {
            return None;
        }
        let mut points = i64::from(one.kind == other.kind);
        points += match (one.of, other.of) {
            (Some(one), Some(other)) if one == other => 2,
            (None, None) => 0,
            (Some(_), Some(_)) if one.value == other.value => 2,
            _ => -1,
        };
        let tied = |left: Option<usize>, right: Option<usize>| match (left, right) {
            (Some(left), Some(right)) => {
                let state = |side: usize, at: usize| self.states[side].get(at).copied();
                match (state(0, left), state(1, right)) {
                    (Some(State::Tied(to)), _) if to == right => 3,
                    (None, None) => 1,
                    _ => 0,
                }
            }
            (None, None) => 1,
            _ => 0,
        };
        let around = tied(left.checked_sub(1), right.checked_sub(1)) + tied(Some(left + 1), Some(right + 1));
        let shared = runs(&one.value).filter(|run| runs(&other.value).any(|same| same == *run)).count();
        let is_only = |side: usize, meaning: &Meaning| {
            let rivals = self.items[side].iter().zip(&self.states[side]);
            rivals.filter(|(item, state)| **state == State::Open && sort(item.meaning.kind) == sort(meaning.kind)).count() <= 1
        };
        let is_alone = is_only(0, one) && is_only(1, other);
        let is_near = self.is_near(&self.items[0][left], &self.items[1][right]);
        let is_slip = is_slip(&one.value, &other.value);
        points += around + i64::from(shared as u32) + 2 * i64::from(is_alone) + i64::from(is_near) + i64::from(is_slip);
        (points >= 3).then_some(points)
    }

    /// Whether two items stand in about the same place of their paragraphs.
    fn is_near(&self, one: &Item, other: &Item) -> bool {
        const NEAR: usize = 10;
        let place = |side: usize, item: &Item| 100 * item.start / self.lengths[side].max(1);
        place(0, one).abs_diff(place(1, other)) <= NEAR
    }

    /// Figures that are no facts on either side, "level 4": those left over that stand in one place and have as many digits differ.
    fn figures(&self) -> Vec<Difference> {
        let free = |side: usize| -> Vec<(usize, &Saying)> {
            let is_known = |unit: usize, saying: &Saying| {
                self.items[side].iter().any(|item| item.unit == unit && item.start < saying.end && saying.start < item.end)
            };
            self.said[side].iter().copied().filter(|(unit, saying)| saying.is_figure && !is_known(*unit, saying)).collect()
        };
        let left_over = |side: usize| -> Vec<(usize, &Saying)> {
            let is_said = |saying: &Saying| self.said[1 - side].iter().any(|(_, other)| is_number(&other.value, &saying.value));
            free(side).into_iter().filter(|(_, saying)| !is_said(saying)).collect()
        };
        let item = |(unit, saying): (usize, &Saying)| Item {
            meaning: Meaning { kind: FactKind::Figure, value: saying.value.clone(), of: None },
            unit,
            start: saying.start,
            end: saying.end,
            text: saying.value.clone(),
        };
        let rights: Vec<Item> = left_over(1).into_iter().map(item).collect();
        let mut found: Vec<Difference> = vec![];
        for left in left_over(0).into_iter().map(item) {
            let fits = |right: &&Item| {
                let is_free = !found.iter().any(|[_, told]| told.as_ref().is_some_and(|told| told.start == right.start));
                let (own, others) = (left.meaning.value.as_str(), right.meaning.value.as_str());
                let is_misprint = own.len() > 1 && is_slip(own, others);
                is_free && own.len() == others.len() && (is_misprint || self.is_near(&left, right))
            };
            if let Some(right) = rights.iter().find(fits) {
                found.push([Some(left), Some(right.clone())]);
            }
        }
        found
    }

    /// What one side alone names: facts in a row are one difference, and so is one that is named again.
    fn one_sided(&self) -> Vec<Difference> {
        let mut found = vec![];
        for side in [0, 1] {
            let mut rows: Vec<(usize, Vec<Item>)> = vec![];
            for at in self.open(side) {
                let item = &self.items[side][at];
                let goes_on = rows.last().is_some_and(|(last, items)| last + 1 == at && items[0].unit == item.unit);
                let is_known = rows.iter().flat_map(|(_, items)| items).any(|known| known.meaning == item.meaning);
                match rows.last_mut().filter(|_| goes_on) {
                    Some((last, items)) => {
                        items.push(item.clone());
                        *last = at;
                    }
                    None if !is_known && is_telling(&item.meaning) => rows.push((at, vec![item.clone()])),
                    None => {}
                }
            }
            for (_, items) in rows {
                let mut difference = [None, None];
                difference[side] = Some(as_one(&items));
                found.push(difference);
            }
        }
        found
    }
}

/// Facts in a row as one: from the first to the last, named by the first and how many more there are.
fn as_one(items: &[Item]) -> Item {
    let mut one = items[0].clone();
    // A resolution and its date are one thing, named by the resolution.
    let is_dated = items.len() == 2 && one.meaning.kind == FactKind::Symbol && items[1].meaning.kind == FactKind::Date;
    one.end = items[items.len() - 1].end;
    if items.len() > 1 && !is_dated {
        one.meaning = Meaning { value: format!("{} + {}", one.meaning.value, items.len() - 1), ..one.meaning };
    }
    one
}

/// The numbers that must be said for a meaning to be said: all of a date but its month, which has a name.
fn numbers(meaning: &Meaning) -> Vec<String> {
    match meaning.kind {
        FactKind::Date | FactKind::Period => {
            let parts = meaning.value.split('/').flat_map(|date| {
                let mut parts = date.split('-').filter(|part| !part.is_empty());
                [parts.next(), parts.nth(1)]
            });
            parts.flatten().flat_map(runs).map(str::to_owned).collect()
        }
        FactKind::Symbol | FactKind::Citation => runs(&meaning.value).map(str::to_owned).collect(),
        _ => vec![meaning.value.split([' ', '%']).next().unwrap_or_default().to_owned()],
    }
}

/// Whether a number that is said is this one: the nineties are the years from 1990 on.
fn is_number(said: &str, number: &str) -> bool {
    let is_decade = |short: &str, long: &str| {
        long.len() == 4
            && short.len() == 2
            && short.ends_with('0')
            && (long.starts_with("19") || long.starts_with("20"))
            && long.ends_with(short)
    };
    said == number || is_decade(said, number) || is_decade(number, said)
}

/// Whether two values are as long and differ in one digit, as misprints do.
fn is_slip(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).filter(|(one, other)| one != other).count() == 1
}

/// Whether a fact that one version alone names is worth a word: small numbers without a unit are said in many ways.
fn is_telling(meaning: &Meaning) -> bool {
    const SMALL: u64 = 12;
    match meaning.kind {
        FactKind::Count | FactKind::Ordinal => {
            meaning.of.is_some_and(|_| meaning.kind == FactKind::Count)
                || meaning.value.parse::<u64>().is_ok_and(|number| number > SMALL)
        }
        _ => true,
    }
}
