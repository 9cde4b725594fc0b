//! Figures that changed between two texts, all of them.
//!
//! ```text
//! old   3 and 4 May 2018 … 7.5 … 12/40 of 9 May 2017 on the fund
//! new   7 May 2020 … 7.8 … 13/2 of 3 May 2018 on the Bureau, 13/44 of 8 June 2018 on the fund
//! here  3 and 4 May 2018 → 7 May 2020 · 7.5 → 7.8 · – → 13/2 · – → 3 May 2018 · 12/40 → 13/44 · …
//! ```
//!
//! A row is two facts that are joined (`join`) and differ, or one that came or went in changed words; what no reader knows (`stray`)
//! is a row too. So each word with a digit, each number word and each month of a substantive edit is in a row, but for:
//!
//! - paragraphs that only one text has, and the lines before and after the text: symbol, session and date of adoption change every year,
//!   and the page says them at its head;
//! - a figure that stands as much as before, in other words or elsewhere in its paragraph: "66" and "sixty-six";
//! - words that moved, with their figures;
//! - the labels of a list inside a sentence: "(1) to sign, (2) to pay";
//! - figures in names ("COVID-19"), articles ("un", "one"), and ordinals up to three that are no fact and came or went alone ("in the first place").
//!
//! The verbs that paragraphs decide with are told apart (`verb`).

use std::collections::BTreeMap;
use std::ops::Range;

use super::fact::{Fact, FactKind};
use super::finding::{Figure, Finding, Place, Rule};
use super::history::History;
use super::join::{Stretch, stretches};
use super::stray::{Stray, strays};
use super::verb::verb_of;
use crate::compare::{Change, EditWeight, Op};
use crate::language::Language;
use crate::structure::{Document, Kind};
use crate::text::{TokenKind, listed, tokens};

/// What changed in text `new` of `history`, which is not the first, by the `changes` from the text before.
pub(super) fn changed(history: &History<'_>, new: usize, changes: &[Change]) -> Vec<Finding> {
    let documents = [history.documents[new - 1], history.documents[new]];
    let is_text = |unit: &usize| !matches!(documents[1].units[*unit].kind, Kind::Front | Kind::Enacting | Kind::Closing);
    let is_wanted =
        |change: &&Change| change.edited && !change.link.old.is_empty() && change.link.new.first().is_some_and(is_text);
    let mut partners = vec![None; history.facts[new - 1].len()];
    history.ties[new - 1].iter().for_each(|&(before, after)| partners[before] = Some(after));
    let mut findings: Vec<Finding> = changes.iter().filter_map(|change| verb_finding(documents, new, change)).collect();
    for change in changes.iter().filter(is_wanted) {
        let sides = [Side::of(history, new - 1, change, Op::Delete), Side::of(history, new, change, Op::Insert)];
        let rows = joined(rows(&sides, &stretches(change), change, &partners));
        findings.extend(rows.iter().map(|row| row.finding(&sides, new)));
    }
    findings.sort_by_key(|finding| (finding.unit, finding.start, finding.end));
    findings
}

/// The change of the verb that a paragraph decides with.
fn verb_finding(documents: [&Document; 2], new: usize, change: &Change) -> Option<Finding> {
    let verb = verb_of(documents, change)?;
    let (unit, old_unit) = (*change.link.new.first()?, *change.link.old.first()?);
    let was = Figure { unit: old_unit, start: 0, end: verb.old_end, value: verb.old.clone() };
    let place = Place { document: new, unit, start: 0, end: verb.new_end };
    let finding = Finding::at(&place, Rule::Verb, &verb.new, vec![verb.old, verb.new.clone()]);
    Some(Finding { kind: Some(FactKind::Verb), was: Some(was), force: verb.force.map(Into::into), ..finding })
}

/// One side of a change. Places are characters of its joined text.
struct Side<'a> {
    document: &'a Document,
    text: Vec<char>,
    /// The index of each fact in its text, and its place; no verbs.
    facts: Vec<(usize, &'a Fact, Range<usize>)>,
    /// Words that moved.
    moved: Vec<Range<usize>>,
    /// Where the labels of lists in its sentences begin: they count, and are no figures.
    labels: Vec<usize>,
    /// Where each unit begins, and which it is.
    bases: Vec<(usize, usize)>,
}

impl<'a> Side<'a> {
    /// The side that `op` takes words from or brings them to, which is text `at`.
    fn of(history: &'a History<'_>, at: usize, change: &Change, op: Op) -> Self {
        let (document, known) = (history.documents[at], &history.facts[at]);
        let units = if op == Op::Delete { &change.link.old } else { &change.link.new };
        let (mut facts, mut labels, mut bases, mut text) = (vec![], vec![], vec![], vec![]);
        for &unit in units {
            let base = text.len();
            let first = known.partition_point(|fact| fact.unit < unit);
            let own = known[first..].iter().take_while(|fact| fact.unit == unit).enumerate();
            let figures = own.filter(|(_, fact)| fact.kind != FactKind::Verb);
            facts.extend(figures.map(|(at, fact)| (first + at, fact, base + fact.start..base + fact.end)));
            bases.push((base, unit));
            labels.extend(labels_of(&document.units[unit].text).into_iter().map(|at| base + at));
            text.extend(document.units[unit].text.chars().chain(['\n']));
        }
        let moved = change.passages.iter().filter(|passage| passage.op == op);
        Self { document, text, facts, moved: moved.map(|passage| passage.start..passage.end).collect(), labels, bases }
    }

    /// The unit that holds place `at`, and the characters of its text before it.
    fn unit(&self, at: usize) -> (usize, usize) {
        let index = self.bases.partition_point(|&(base, _)| base <= at).saturating_sub(1);
        let (base, unit) = self.bases[index];
        (unit, at - base)
    }

    fn has_moved(&self, place: &Range<usize>) -> bool {
        self.moved.iter().any(|moved| moved.start <= place.start && place.end <= moved.end)
    }

    fn piece(&self, place: &Range<usize>) -> String {
        self.text[place.clone()].iter().collect()
    }
}

/// A figure of one side.
#[derive(Debug, Clone)]
struct Item {
    place: Range<usize>,
    value: String,
    kind: FactKind,
    /// The unit of time or measure ([`Fact::measure`]).
    measure: Option<usize>,
}

impl Item {
    fn fact(fact: &Fact, place: &Range<usize>, language: Language) -> Self {
        Self { place: place.clone(), value: fact.value.clone(), kind: fact.kind, measure: fact.measure(language) }
    }

    fn stray(stray: Stray) -> Self {
        Self { place: stray.place, value: stray.text, kind: stray.kind, measure: None }
    }

    /// Whether `new` is another figure; that another word names what is counted is no change of the figure, but months are no weeks.
    fn differs(&self, new: &Self) -> bool {
        let is_counted = |item: &Self| matches!(item.kind, FactKind::Count | FactKind::Ordinal);
        let number = |item: &Self| item.value.split(' ').next().map(str::to_owned);
        let is_same = is_counted(self) && self.kind == new.kind && self.measure == new.measure && number(self) == number(new);
        self.value != new.value && !is_same
    }
}

/// A figure and what it became; one of the two is there.
struct Row {
    old: Option<Item>,
    new: Option<Item>,
    /// Where it stands in the new text, or would.
    at: usize,
}

fn rows(sides: &[Side<'_>; 2], stretches: &[Stretch], change: &Change, partners: &[Option<usize>]) -> Vec<Row> {
    let [old, new] = sides;
    let mut rows = vec![];
    let mut is_partner = vec![false; new.facts.len()];
    for (index, fact, place) in &old.facts {
        let after = partners[*index].and_then(|wanted| new.facts.binary_search_by_key(&wanted, |(index, ..)| *index).ok());
        let was = old.item(fact, place);
        if let Some(after) = after {
            is_partner[after] = true;
            let (_, fact, place) = &new.facts[after];
            let item = new.item(fact, place);
            if was.differs(&item) {
                rows.push(Row { at: place.start, old: Some(was), new: Some(item) });
            }
        } else if let Some(stretch) = touching(stretches, |stretch| &stretch.old, place).filter(|_| !old.has_moved(place)) {
            rows.push(Row { at: stretch.new.start, old: Some(was), new: None });
        }
    }
    for ((_, fact, place), _) in new.facts.iter().zip(is_partner).filter(|(_, is_partner)| !is_partner) {
        if touching(stretches, |stretch| &stretch.new, place).is_some() && !new.has_moved(place) {
            rows.push(Row { at: place.start, old: None, new: Some(new.item(fact, place)) });
        }
    }
    let mut at = [0, 0];
    let mut edits = change.edits.as_slice();
    for stretch in stretches {
        let [mut gone, mut come] = [vec![], vec![]];
        while let [edit, rest @ ..] = edits
            && (at[0] < stretch.old.end || at[1] < stretch.new.end)
        {
            let length = edit.text.chars().count();
            let is_wanted = edit.weight == Some(EditWeight::Substantive);
            for (side, op, found) in [(0, Op::Delete, &mut gone), (1, Op::Insert, &mut come)] {
                if edit.op == op && is_wanted {
                    found.extend(sides[side].strays(&edit.text, at[side]));
                }
                at[side] += if edit.op == Op::Equal || edit.op == op { length } else { 0 };
            }
            edits = rest;
        }
        rows.extend(stray_rows(gone, come, stretch));
    }
    rows
}

impl Side<'_> {
    fn item(&self, fact: &Fact, place: &Range<usize>) -> Item {
        Item::fact(fact, place, self.document.language)
    }

    fn strays(&self, text: &str, from: usize) -> Vec<Stray> {
        let end = from + text.chars().count();
        let first = self.facts.partition_point(|(.., place)| place.end <= from);
        let known = self.facts[first..].iter().map(|(.., place)| place.clone()).take_while(|place| place.start < end);
        let found = strays(text, from, &known.collect::<Vec<_>>(), self.document.language);
        let is_news = |stray: &Stray| !self.has_moved(&stray.place) && !self.labels.contains(&stray.place.start);
        found.into_iter().filter(is_news).collect()
    }
}

/// Where the labels of a list inside `text` begin, in characters.
fn labels_of(text: &str) -> Vec<usize> {
    if !text.contains(')') {
        return vec![];
    }
    let tokens = tokens(text);
    let starts = tokens.iter().scan(0, |at, token| Some(std::mem::replace(at, *at + token.text.chars().count())));
    let row = starts.zip(&tokens).filter(|(_, token)| token.kind != TokenKind::Space);
    let (starts, words): (Vec<usize>, Vec<&str>) = row.map(|(start, token)| (start, token.text)).unzip();
    listed(&words).into_iter().map(|label| starts[label]).collect()
}

/// The stretch of substance that `place`, of one side, touches.
fn touching<'s>(stretches: &'s [Stretch], side: fn(&Stretch) -> &Range<usize>, place: &Range<usize>) -> Option<&'s Stretch> {
    let first = stretches.partition_point(|stretch| side(stretch).end <= place.start);
    let near = stretches[first..].iter().take_while(|stretch| side(stretch).start < place.end);
    near.into_iter().find(|stretch| stretch.is_substantive)
}

/// Strays of one stretch: in order where there are as many on both sides, else each alone.
fn stray_rows(gone: Vec<Stray>, come: Vec<Stray>, stretch: &Stretch) -> Vec<Row> {
    if gone.len() == come.len() {
        let pairs = gone.into_iter().zip(come).map(|(was, is)| (Item::stray(was), Item::stray(is)));
        let pairs = pairs.filter(|(was, is)| was.differs(is));
        return pairs.map(|(was, is)| Row { at: is.place.start, old: Some(was), new: Some(is) }).collect();
    }
    let is_figure = |stray: &Stray| !stray.is_speech;
    let gone =
        gone.into_iter().filter(is_figure).map(|was| Row { at: stretch.new.start, old: Some(Item::stray(was)), new: None });
    let come = come.into_iter().filter(is_figure).map(|is| Row { at: is.place.start, old: None, new: Some(Item::stray(is)) });
    gone.chain(come).collect()
}

/// The rows in the order of the new text, days of one date together: "4 and 5 September".
fn joined(rows: Vec<Row>) -> Vec<Row> {
    let mut rows = without_moved(rows);
    rows.sort_by_key(|row| (row.at, row.old.as_ref().map(|item| item.place.start)));
    let mut joined: Vec<Row> = vec![];
    for row in rows {
        match joined.last_mut().filter(|last| is_one_date(last, &row)) {
            Some(last) => {
                last.old = both(last.old.take(), row.old);
                last.new = both(last.new.take(), row.new);
            }
            None => joined.push(row),
        }
    }
    joined
}

/// `rows` without what went from one place of the paragraph and came to another as it was.
fn without_moved(rows: Vec<Row>) -> Vec<Row> {
    let mut open: BTreeMap<(bool, String), Vec<usize>> = BTreeMap::new();
    let mut is_moved = vec![false; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let (is_old, item) = match (&row.old, &row.new) {
            (Some(item), None) => (true, item),
            (None, Some(item)) => (false, item),
            _ => continue,
        };
        match open.get_mut(&(!is_old, item.value.clone())).and_then(Vec::pop) {
            Some(before) => (is_moved[before], is_moved[at]) = (true, true),
            None => open.entry((is_old, item.value.clone())).or_default().push(at),
        }
    }
    rows.into_iter().zip(is_moved).filter(|(_, is_moved)| !is_moved).map(|(row, _)| row).collect()
}

/// Whether two rows are days of one date, as one side at least has it.
fn is_one_date(one: &Row, other: &Row) -> bool {
    /// " and ", ", ", " et le ".
    const NEAR: usize = 7;
    let near = |one: &Option<Item>, other: &Option<Item>| {
        let [one, other] = [one.as_ref()?, other.as_ref()?];
        let is_date = one.kind == FactKind::Date && other.kind == FactKind::Date;
        Some(is_date && other.place.start.checked_sub(one.place.end).is_some_and(|gap| gap <= NEAR))
    };
    let sides = [near(&one.old, &other.old), near(&one.new, &other.new)];
    sides.contains(&Some(true)) && !sides.contains(&Some(false))
}

fn both(one: Option<Item>, other: Option<Item>) -> Option<Item> {
    match (one, other) {
        (Some(one), Some(other)) => {
            Some(Item { place: one.place.start..other.place.end, value: format!("{}, {}", one.value, other.value), ..one })
        }
        (one, other) => one.or(other),
    }
}

impl Row {
    fn finding(&self, [old, new]: &[Side<'_>; 2], document: usize) -> Finding {
        let place = |item: &Item, side: &Side<'_>| {
            let (unit, start) = side.unit(item.place.start);
            (unit, start, start + item.place.len())
        };
        let was = self.old.as_ref().map(|item| {
            let (unit, start, end) = place(item, old);
            Figure { unit, start, end, value: item.value.clone() }
        });
        let (unit, start, end) = self.new.as_ref().map_or_else(
            || {
                let (unit, start) = new.unit(self.at);
                (unit, start, start)
            },
            |item| place(item, new),
        );
        let here = self.new.as_ref().or(self.old.as_ref());
        let rule = match (&self.old, &self.new) {
            (Some(_), Some(_)) => Rule::Changed,
            (None, _) => Rule::Added,
            _ => Rule::Dropped,
        };
        let parts =
            [(&self.old, old), (&self.new, new)].into_iter().filter_map(|(item, side)| Some(side.piece(&item.as_ref()?.place)));
        let value = here.map_or("", |item| &item.value);
        let finding = Finding::at(&Place { document, unit, start, end }, rule, value, parts.collect());
        Finding { kind: here.map(|item| item.kind), was, ..finding }
    }
}
