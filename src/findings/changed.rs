//! Figures that changed between two texts, all of them.
//!
//! ```text
//! old   3 and 4 May 2018 … 7.5 … 12/40 of 9 May 2017 on the fund
//! new   7 May 2020 … 7.8 … 13/2 of 3 May 2018 on the Bureau, 13/44 of 8 June 2018 on the fund
//! here  3 and 4 May 2018 → 7 May 2020 · 7.5 → 7.8 · – → 13/2 · – → 3 May 2018 · 12/40 → 13/44 · …
//! ```
//!
//! A row is two facts that are joined (`join`) and differ, or one that came or went in changed words; what no reader knows (`stray`)
//! is a row too, told whole (`whole`). What came and what went alone in a short change are one row. So each word with a digit, each number word and each month of a substantive edit is in a row, but for:
//!
//! - paragraphs that only one text has, and the lines before and after the text, but for the numbers of votes: symbol, session and date
//!   of adoption change every year, and the page says them at its head;
//! - a figure that stands as much as before, in other words or elsewhere in its paragraph: "66" and "sixty-six";
//! - words that moved, with their figures as they were;
//! - the labels of a list inside a sentence: "(1) to sign, (2) to pay";
//! - figures in names ("COVID-19"), articles ("un", "one"), and ordinals up to three that are no fact and came or went alone ("in the first place").
//!
//! The verbs that paragraphs decide with are told apart (`verb`).

use std::ops::Range;

use super::fact::{Against, Fact, FactKind, Spoken, spoken};
use super::finding::{Figure, Finding, Place, Rule};
use super::history::History;
use super::join::{Stretch, stretches};
use super::row::{Item, Row, joined, merged, met};
use super::stray::{Stray, strays};
use super::verb::verb_of;
use super::whole::whole;
use crate::compare::{Change, EditWeight, Op};
use crate::language::Language;
use crate::structure::{Document, Kind};
use crate::text::{TokenKind, listed, tokens};
use crate::work::step;

/// What changed in text `new` of `history`, which is not the first, by the `changes` from the text before.
pub(super) fn changed(history: &History<'_>, new: usize, changes: &[Change]) -> Vec<Finding> {
    let documents = [history.documents[new - 1], history.documents[new]];
    let is_text = |unit: &usize| !matches!(documents[1].units[*unit].kind, Kind::Front | Kind::Enacting);
    let is_wanted =
        |change: &&Change| change.edited && !change.link.old.is_empty() && change.link.new.first().is_some_and(is_text);
    let partners = Partners::of(history, new);
    let mut findings: Vec<Finding> = changes.iter().filter_map(|change| verb_finding(documents, new, change)).collect();
    for change in changes.iter().filter(is_wanted) {
        let stretches = stretches(change);
        let sides = [(new - 1, Op::Delete), (new, Op::Insert)].map(|(at, op)| Side::of(history, at, change, op, &stretches));
        let is_told = |row: &&Row| !sides[1].is_closing() || row.is_vote(&sides);
        let rows = joined(rows(&sides, &stretches, change, &partners), |side, gap| sides[side].is_list(&gap));
        findings.extend(rows.iter().filter(is_told).map(|row| row.finding(&sides, new)));
    }
    findings.sort_by_key(|finding| (finding.unit, finding.start, finding.end));
    findings
}

/// Which fact of the text before became which, in both directions.
struct Partners<'a> {
    after: Vec<Option<usize>>,
    before: Vec<Option<usize>>,
    facts: [&'a [Fact]; 2],
}

impl<'a> Partners<'a> {
    fn of(history: &'a History<'_>, new: usize) -> Self {
        let facts = [history.facts[new - 1].as_slice(), history.facts[new].as_slice()];
        let mut partners = Self { after: vec![None; facts[0].len()], before: vec![None; facts[1].len()], facts };
        for &(before, after) in &history.ties[new - 1] {
            (partners.after[before], partners.before[after]) = (Some(after), Some(before));
        }
        partners
    }
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
    /// Figures in words that are no number, outside its facts.
    spoken: Vec<Spoken>,
    /// Words that moved.
    moved: Vec<Range<usize>>,
    /// Where the labels of lists in its sentences begin: they count, and are no figures.
    labels: Vec<usize>,
    /// Where each unit begins, and which it is.
    bases: Vec<(usize, usize)>,
}

impl<'a> Side<'a> {
    /// The side that `op` takes words from or brings them to, which is text `at`.
    fn of(history: &'a History<'_>, at: usize, change: &Change, op: Op, stretches: &[Stretch]) -> Self {
        let side: fn(&Stretch) -> &Range<usize> = if op == Op::Delete { |stretch| &stretch.old } else { |stretch| &stretch.new };
        let has_changed = |place: &Range<usize>| touching(stretches, side, place).is_some();
        let (document, known) = (history.documents[at], &history.facts[at]);
        let units = if op == Op::Delete { &change.link.old } else { &change.link.new };
        let (mut facts, mut said, mut labels, mut bases, mut text) = (vec![], vec![], vec![], vec![], vec![]);
        for &unit in units {
            let base = text.len();
            let first = known.partition_point(|fact| fact.unit < unit);
            let own = known[first..].iter().take_while(|fact| fact.unit == unit).enumerate();
            let figures = own.filter(|(_, fact)| fact.kind != FactKind::Verb);
            let from = facts.len();
            facts.extend(figures.map(|(at, fact)| (first + at, fact, base + fact.start..base + fact.end)));
            said.extend(spoken_beside(&document.units[unit].text, base, &facts[from..], document.language, has_changed));
            bases.push((base, unit));
            labels.extend(labels_of(&document.units[unit].text).into_iter().map(|at| base + at));
            text.extend(document.units[unit].text.chars().chain(['\n']));
        }
        let moved = change.passages.iter().filter(|passage| passage.op == op);
        Self {
            document,
            text,
            facts,
            spoken: said,
            moved: moved.map(|passage| passage.start..passage.end).collect(),
            labels,
            bases,
        }
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

    /// Whether what stands at `place` only ties the members of a list: ", ", " et le ".
    fn is_list(&self, place: &Range<usize>) -> bool {
        let known = &self.document.language.lexicon().facts;
        let is_tie = |word: &str| word.is_empty() || known.and.contains(&word) || known.the.contains(&word);
        let piece = self.piece(place);
        !piece.contains(['[', ']', '(', ')']) && piece.split(|c: char| !c.is_alphabetic()).all(is_tie)
    }

    /// Whether it stands behind the text: the meeting, the day, the vote.
    fn is_closing(&self) -> bool {
        self.bases.iter().all(|&(_, unit)| self.document.units[unit].kind == Kind::Closing)
    }
}

fn rows(sides: &[Side<'_>; 2], stretches: &[Stretch], change: &Change, partners: &Partners<'_>) -> Vec<Row> {
    let [old, new] = sides;
    let mut rows = vec![];
    let mut is_partner = vec![false; new.facts.len()];
    for (index, fact, place) in &old.facts {
        let wanted = partners.after[*index];
        let after = wanted.and_then(|wanted| new.facts.binary_search_by_key(&wanted, |(index, ..)| *index).ok());
        let was = old.item(fact, place);
        let elsewhere = wanted.filter(|_| after.is_none()).map(|wanted| &partners.facts[1][wanted]);
        if elsewhere.is_some_and(|fact| was.differs(&Item::elsewhere(fact, new.document.language))) {
            // It is told where its words are now.
            continue;
        }
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
    for ((index, fact, place), _) in new.facts.iter().zip(is_partner).filter(|(_, is_partner)| !is_partner) {
        let item = new.item(fact, place);
        let was = partners.before[*index].map(|before| Item::elsewhere(&partners.facts[0][before], old.document.language));
        if let Some(was) = was.filter(|was| was.differs(&item)) {
            rows.push(Row { at: place.start, old: Some(was), new: Some(item) });
        } else if touching(stretches, |stretch| &stretch.new, place).is_some() && !new.has_moved(place) {
            rows.push(Row { at: place.start, old: None, new: Some(item) });
        }
    }
    let mut rows = with_spoken(rows, sides, stretches);
    let mut open = Open::of(&rows);
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
        let [mut gone, mut come] = [merged(gone), merged(come)];
        gone.retain(|stray| !open.joins_ordinal(&mut rows, 1, &stretch.new, stray, sides));
        come.retain(|stray| !open.joins_ordinal(&mut rows, 0, &stretch.old, stray, sides));
        rows.extend(stray_rows(gone, come, stretch));
    }
    met(rows, stretches)
}

/// `rows` with the figures in words of the changed words: each in one row with what came or went alone in its stretch and may stand
/// against it, which is no row at all where both say the same; else alone, where it is a figure by itself.
fn with_spoken(mut rows: Vec<Row>, sides: &[Side<'_>; 2], stretches: &[Stretch]) -> Vec<Row> {
    let mut open = Open::of(&rows);
    for stretch in stretches.iter().filter(|stretch| stretch.is_substantive) {
        let [mut gone, come] = [(0, &stretch.old), (1, &stretch.new)].map(|(side, place)| sides[side].spoken_in(place));
        if gone.is_empty() && come.is_empty() {
            continue;
        }
        gone.retain(|one| match open.taken(1, &stretch.new, |at| sides[1].against(one, &rows[at])) {
            Some((at, Against::Other)) => {
                rows[at].old = Some(Item::spoken(one));
                false
            }
            met => met.is_none(),
        });
        for one in come {
            if let Some((at, against)) = open.taken(0, &stretch.old, |at| sides[0].against(&one, &rows[at])) {
                if against == Against::Other {
                    (rows[at].at, rows[at].new) = (one.place.start, Some(Item::spoken(&one)));
                }
                continue;
            }
            let was = gone.iter().position(|was| was.against_spoken(&one).is_some()).map(|at| gone.remove(at));
            let is_same = was.as_ref().is_some_and(|was| was.against_spoken(&one) == Some(Against::Same));
            if !is_same && (was.is_some() || !one.is_loose) {
                let new = Some(Item::spoken(&one));
                rows.push(Row { at: one.place.start, old: was.as_ref().map(Item::spoken), new });
            }
        }
        let alone = gone.iter().filter(|one| !one.is_loose);
        rows.extend(alone.map(|one| Row { at: stretch.new.start, old: Some(Item::spoken(one)), new: None }));
    }
    open.without_same(rows)
}

/// The rows of facts that came or went alone, for figures in words to stand against.
struct Open {
    /// The place and the row of each that went and of each that came, in order.
    alone: [Vec<(Range<usize>, usize)>; 2],
    /// Whether a figure in words stands against a row, and whether it says the same.
    met: Vec<Option<Against>>,
}

impl Open {
    fn of(rows: &[Row]) -> Self {
        let mut alone = [vec![], vec![]];
        for (at, row) in rows.iter().enumerate() {
            match (&row.old, &row.new) {
                (Some(old), None) => alone[0].push((old.place.clone(), at)),
                (None, Some(new)) => alone[1].push((new.place.clone(), at)),
                _ => {}
            }
        }
        Self { alone, met: vec![None; rows.len()] }
    }

    /// Takes the first open row of a side in `stretch` that the figure in words is `against`.
    fn taken(
        &mut self,
        side: usize,
        stretch: &Range<usize>,
        against: impl Fn(usize) -> Option<Against>,
    ) -> Option<(usize, Against)> {
        let alone = &self.alone[side];
        let first = alone.partition_point(|(place, _)| place.end <= stretch.start);
        let near = alone[first..].iter().take_while(|(place, _)| place.start < stretch.end).inspect(|_| step(1));
        let found = near.filter(|(_, at)| self.met[*at].is_none()).find_map(|&(_, at)| Some((at, against(at)?)));
        if let Some((at, against)) = found {
            self.met[at] = Some(against);
        }
        found
    }

    /// Tells a small ordinal, which is no fact by itself, with the ordinal of `side` that came or went alone in its place, "third plan" and "fourth
    /// plan"; whether there is one.
    fn joins_ordinal(
        &mut self,
        rows: &mut [Row],
        side: usize,
        stretch: &Range<usize>,
        stray: &Stray,
        sides: &[Side<'_>; 2],
    ) -> bool {
        let is_small = stray.is_doubtful && stray.place.len() > 1;
        let fact = |row: &Row| if side == 0 { row.old.clone() } else { row.new.clone() };
        let noun = |place: Range<usize>| {
            sides[side].text[place].iter().skip_while(|c| !c.is_whitespace()).copied().collect::<Vec<char>>()
        };
        let is_of = |noun: &[char]| !noun.is_empty() && sides[1 - side].text[stray.place.end..].starts_with(noun);
        let is_fact = |at: usize| {
            let item = fact(&rows[at]).filter(|item| item.kind == FactKind::Ordinal)?;
            is_of(&noun(item.place)).then_some(Against::Other)
        };
        let Some((at, _)) = is_small.then(|| self.taken(side, stretch, is_fact)).flatten() else { return false };
        let noun = noun(fact(&rows[at]).map_or(0..0, |item| item.place));
        let mut stray = stray.clone();
        stray.text.extend(&noun);
        stray.place.end += noun.len();
        if side == 0 {
            (rows[at].at, rows[at].new) = (stray.place.start, Some(Item::stray(stray)));
        } else {
            rows[at].old = Some(Item::stray(stray));
        }
        true
    }

    /// `rows` without those that say the same in words.
    fn without_same(self, rows: Vec<Row>) -> Vec<Row> {
        let is_told = |at: usize| self.met.get(at).is_none_or(|met| *met != Some(Against::Same));
        rows.into_iter().enumerate().filter_map(|(at, row)| is_told(at).then_some(row)).collect()
    }
}

impl Side<'_> {
    /// Those of its figures in words that touch `place` and did not move.
    fn spoken_in(&self, place: &Range<usize>) -> Vec<Spoken> {
        let first = self.spoken.partition_point(|one| one.place.end <= place.start);
        let near = self.spoken[first..].iter().take_while(|one| one.place.start < place.end);
        near.filter(|one| !self.has_moved(&one.place)).cloned().collect()
    }

    /// What `one` of the other side is to the fact of this side that `row` is of.
    fn against(&self, one: &Spoken, row: &Row) -> Option<Against> {
        let place = &row.old.as_ref().or(row.new.as_ref())?.place;
        let first = self.facts.partition_point(|(.., known)| known.start < place.start);
        let mut same = self.facts[first..].iter().take_while(|(.., known)| known.start == place.start);
        let (_, fact, _) = same.find(|(.., known)| known == place)?;
        one.against(fact, self.document.language)
    }

    fn item(&self, fact: &Fact, place: &Range<usize>) -> Item {
        Item::fact(fact, place, self.document.language)
    }

    fn strays(&self, text: &str, from: usize) -> Vec<Stray> {
        let end = from + text.chars().count();
        let first = self.facts.partition_point(|(.., place)| place.end <= from);
        let known = self.facts[first..].iter().map(|(.., place)| place.clone()).take_while(|place| place.start < end);
        let found = strays(text, from, &known.collect::<Vec<_>>(), self.document.language);
        let is_news = |stray: &Stray| !self.has_moved(&stray.place) && !self.labels.contains(&stray.place.start);
        found.into_iter().filter(is_news).map(|stray| self.whole(stray)).collect()
    }

    fn whole(&self, mut stray: Stray) -> Stray {
        let place = whole(&self.text, stray.place.clone(), self.document.language);
        stray.is_doubtful &= place == stray.place;
        stray.text = self.piece(&place);
        stray.place = place;
        stray
    }
}

/// The figures in words of `text`, which begins at character `base` of its side, in places that are `wanted`, and that are no part of its
/// `facts`, nor figures that are told as such.
fn spoken_beside(
    text: &str,
    base: usize,
    facts: &[(usize, &Fact, Range<usize>)],
    language: Language,
    wanted: impl Fn(&Range<usize>) -> bool,
) -> Vec<Spoken> {
    let is_fact = |one: &Spoken| {
        let first = facts.partition_point(|(.., place)| place.end <= one.place.start);
        facts.get(first).is_some_and(|(.., place)| place.start < one.place.end)
    };
    spoken(text, base, language, wanted).into_iter().filter(|one| !is_fact(one)).collect()
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

/// Strays of one stretch: in order where there are as many on both sides, else each alone, but for the doubtful, which are told where
/// there are as many of them.
fn stray_rows(mut gone: Vec<Stray>, mut come: Vec<Stray>, stretch: &Stretch) -> Vec<Row> {
    if gone.len() != come.len() {
        let [old, new] =
            [&mut gone, &mut come].map(|strays| strays.extract_if(.., |stray| stray.is_doubtful).collect::<Vec<_>>());
        let mut rows = if old.len() == new.len() { stray_rows_of(old, new, stretch) } else { vec![] };
        rows.extend(stray_rows_of(gone, come, stretch));
        return rows;
    }
    stray_rows_of(gone, come, stretch)
}

fn stray_rows_of(gone: Vec<Stray>, come: Vec<Stray>, stretch: &Stretch) -> Vec<Row> {
    if gone.len() == come.len() {
        let pairs = gone.into_iter().zip(come).map(|(was, is)| (Item::stray(was), Item::stray(is)));
        let pairs = pairs.filter(|(was, is)| was.differs(is));
        return pairs.map(|(was, is)| Row { at: is.place.start, old: Some(was), new: Some(is) }).collect();
    }
    let gone = gone.into_iter().map(|was| Row { at: stretch.new.start, old: Some(Item::stray(was)), new: None });
    let come = come.into_iter().map(|is| Row { at: is.place.start, old: None, new: Some(Item::stray(is)) });
    gone.chain(come).collect()
}

impl Row {
    /// Whether it is a number of votes, in lines that count some.
    fn is_vote(&self, sides: &[Side<'_>; 2]) -> bool {
        let counts_votes = |side: &Side<'_>| {
            let measures = &side.document.language.lexicon().measures;
            side.facts
                .iter()
                .any(|(_, fact, _)| fact.kind == FactKind::Count && fact.noun().is_some_and(|noun| measures.contains(noun)))
        };
        let is_number = |item: &Item| matches!(item.kind, FactKind::Count | FactKind::Figure);
        sides.iter().any(counts_votes) && self.old.iter().chain(&self.new).all(is_number)
    }

    fn finding(&self, [old, new]: &[Side<'_>; 2], document: usize) -> Finding {
        let place = |item: &Item, side: &Side<'_>| {
            if let Some(fact) = &item.elsewhere {
                return (fact.unit, fact.start, fact.end);
            }
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
        let piece = |item: &Item, side: &Side<'_>| {
            item.elsewhere.as_ref().map_or_else(|| side.piece(&item.place), |fact| fact.text.clone())
        };
        let parts = [(&self.old, old), (&self.new, new)].into_iter().filter_map(|(item, side)| Some(piece(item.as_ref()?, side)));
        let value = here.map_or("", |item| &item.value);
        let finding = Finding::at(&Place { document, unit, start, end }, rule, value, parts.collect());
        Finding { kind: here.map(|item| item.kind), was, ..finding }
    }
}
