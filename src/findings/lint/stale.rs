//! Sessions, years, counts and symbols that should have rolled forward.
//!
//! Three witnesses are heard.
//!
//! *The session*: what was to come in the old text ("asks for a report at its twenty-first session", in the text of the twentieth) and is
//! not to come any more in the new one. Only what asks or decides looks ahead: a session behind such a verb, which opens the paragraph,
//! stands in it ("Takes note of the report and requests …"), or opens the paragraph whose part it is. Not where something was done: "building
//! on the report submitted at its fifty-third session". A resumed session may be that of the text itself.
//! *Siblings*: the old text named the same count or session in several places; some of them changed, all alike, and this one did not.
//! Lengths of time are not counted, and sessions have to be looked ahead to. What is counted has to be the same thing (`thing`), and not
//! what a year past had: "in 2019 the Court had 18 judges".
//! *History*: a session or a year rolled forward with the session of the text in every step before, and in the last one it did not.
//! An ordinal of the past may stay for ever ("adopted at its eighteenth session"), and so may one of anything but sessions: a seminar can
//! be put off.

use std::collections::BTreeMap;

use super::thing::Thing;

use crate::findings::bytes::Bytes;
use crate::findings::fact::{Fact, FactKind, of_unit};
use crate::findings::finding::{Finding, Rule};
use crate::findings::history::History;
use crate::findings::strength::strength;
use crate::findings::verb::opening;
use crate::language::{Language, Scale};
use crate::structure::Kind;

/// What stayed in text `new`, which is not the first, and should not have.
pub(super) fn stale(history: &History<'_>, new: usize) -> Vec<Finding> {
    let (old_facts, new_facts) = (&history.facts[new - 1], &history.facts[new]);
    // Annexes are lists and tables, where equal numbers mean nothing.
    let units = &history.documents[new].units;
    let body = units.iter().position(|unit| unit.kind == Kind::Annex).unwrap_or(units.len());
    let is_text = |fact: &Fact| fact.unit < body && !matches!(units[fact.unit].kind, Kind::Front | Kind::Closing | Kind::Note);
    let tied: Vec<(usize, &Fact, &Fact)> = history.ties[new - 1]
        .iter()
        .map(|&(old, new)| (new, &old_facts[old], &new_facts[new]))
        .filter(|tie| is_text(tie.2))
        .collect();
    let mut siblings = Siblings::of(&tied, history, new);
    let mut outlooks = Outlooks { history, text: new, known: BTreeMap::new(), bytes: Bytes::of(history.documents[new]) };
    let stayed = tied.iter().filter(|(_, before, after)| before.value == after.value);
    stayed
        .filter_map(|&(at, _, after)| {
            come(history, new, after, &mut outlooks)
                .map(|session| Finding::of(new, after, Rule::Come, vec![after.text.clone(), session.to_string()]))
                .or_else(|| {
                    let rolled = siblings.left(history, [new, at], &mut outlooks)?;
                    let parts = vec![after.text.clone(), rolled.text.clone()];
                    Some(Finding::of(new, after, Rule::LeftBehind, parts).suggesting(rolled.text.clone()))
                })
                .or_else(|| {
                    let values = stopped(history, new, at)?;
                    Some(Finding::of(new, after, Rule::Stopped, vec![after.text.clone(), values.join(" → ")]))
                })
        })
        .collect()
}

/// The session of the new text, where `fact` names one that was to come in the text before and is not any more.
fn come(history: &History<'_>, new: usize, fact: &Fact, outlooks: &mut Outlooks<'_>) -> Option<u64> {
    let (before, now) = (session(history, new - 1)?, session(history, new)?);
    let named = fact.number().filter(|_| is_session(fact, history.documents[new].language))?;
    (before < named && named <= now && outlooks.is_ahead(fact)).then_some(now)
}

/// Which paragraphs of a text look ahead, and from where on.
struct Outlooks<'a> {
    history: &'a History<'a>,
    text: usize,
    /// For each unit: characters up to its first verb that asks.
    known: BTreeMap<usize, Option<usize>>,
    bytes: Bytes<'a>,
}

impl Outlooks<'_> {
    /// Whether `fact`, a session, is one that something is asked for, and not one where something was done.
    fn is_ahead(&mut self, fact: &Fact) -> bool {
        let asks = match self.known.get(&fact.unit) {
            Some(known) => *known,
            None => *self.known.entry(fact.unit).or_insert_with(|| outlook(self.history, self.text, fact.unit)),
        };
        asks.is_some_and(|asks| asks <= fact.start) && !self.is_resumed(fact) && !self.is_past(fact)
    }

    /// "adopted by the Committee at its fourth session", not "requests … to present at its fourth session" nor "to be held at".
    fn is_past(&mut self, fact: &Fact) -> bool {
        const NEAR: usize = 20;
        let language = self.history.documents[self.text].language;
        let known = &language.lexicon().facts;
        let before = self.bytes.around(fact.unit, fact.start).0;
        let words: Vec<String> = before.split_whitespace().rev().take(NEAR).map(str::to_lowercase).collect();
        let behind_verb = words.iter().take_while(|word| !asks(word.trim_matches([',', ';', ':']), language)).count();
        let is_done = |at: usize| {
            let is_to_be = words.get(at + 1).is_some_and(|word| known.to_be.contains(&word.as_str()));
            known.done.iter().any(|done| words[at].starts_with(done)) && !is_to_be
        };
        (0..behind_verb).any(is_done)
    }

    /// "at its resumed twentieth session", "à la reprise de sa vingtième session".
    fn is_resumed(&mut self, fact: &Fact) -> bool {
        const NEAR: usize = 4;
        let (before, from) = self.bytes.around(fact.unit, fact.start);
        let resumed = self.history.documents[self.text].language.lexicon().facts.resumed;
        let behind = from.get(fact.text.len()..).unwrap_or_default();
        let is_it = |word: &str| resumed.contains(&word.trim_matches([',', ';', '(', ')']).to_lowercase().as_str());
        let near = before.split_whitespace().rev().take(NEAR).chain(fact.text.split_whitespace());
        near.chain(behind.split_whitespace().take(NEAR)).any(is_it)
    }
}

/// Where unit `unit` begins to ask.
fn outlook(history: &History<'_>, text: usize, unit: usize) -> Option<usize> {
    let (document, facts) = (history.documents[text], &history.facts[text]);
    let language = document.language;
    let opens_so =
        |unit: usize| of_unit(facts, unit).iter().any(|fact| fact.kind == FactKind::Verb && asks(&fact.value, language));
    let above = std::iter::successors(Some(unit), |&at| document.units[at].parent.filter(|&parent| parent < at));
    let is_part = |unit: &usize| matches!(document.units[*unit].kind, Kind::Operative | Kind::Subparagraph);
    let mut paragraphs = above.take_while(is_part).peekable();
    let is_provision = paragraphs.peek().is_some();
    let from = if paragraphs.any(opens_so) { Some(0) } else { first_asking(&document.units[unit].text, language) };
    from.filter(|_| is_provision)
}

/// Characters of `text` up to the first verb that asks or decides.
fn first_asking(text: &str, language: Language) -> Option<usize> {
    let light = language.lexicon().verbs.light;
    let (mut start, mut byte) = (0, 0);
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let verb = word.trim_end_matches(|c: char| !c.is_alphabetic());
        // "et donne pour instruction au Greffe de …"
        let asks_light =
            || light.contains(&verb) && opening(&text[byte..], language).is_some_and(|verb| asks(&verb.value(), language));
        if word.starts_with(char::is_lowercase) && (asks(verb, language) || asks_light()) {
            return Some(start);
        }
        start += word.chars().count();
        byte += word.len();
    }
    None
}

/// Whether a verb asks for something or decides on it.
fn asks(verb: &str, language: Language) -> bool {
    let is = |word: &str, wanted: &str| wanted.strip_suffix('*').map_or(word == wanted, |beginning| word.starts_with(beginning));
    let listed = |asks: &&str| asks.split(' ').all(|wanted| verb.split(' ').any(|word| is(word, wanted)));
    language.lexicon().verbs.asks.iter().any(listed) || strength(verb, language).is_some_and(|it| it.scale == Scale::Asks)
}

fn is_session(fact: &Fact, language: Language) -> bool {
    fact.kind == FactKind::Ordinal && fact.noun() == Some(language.lexicon().facts.session)
}

/// The counts and sessions of the old text that changed, by their values there.
struct Siblings<'a> {
    changed: BTreeMap<&'a str, Vec<(&'a Fact, Thing)>>,
    bytes: Bytes<'a>,
}

impl<'a> Siblings<'a> {
    fn of(tied: &[(usize, &'a Fact, &'a Fact)], history: &History<'a>, new: usize) -> Self {
        /// What changes in more places is a table.
        const MOST: usize = 16;
        let language = history.documents[new - 1].language;
        let is_thing = |fact: &Fact| fact.kind == FactKind::Count && fact.noun().is_some() && fact.measure(language).is_none();
        let is_counted = |fact: &Fact| is_thing(fact) || is_session(fact, language);
        let mut siblings = Self { changed: BTreeMap::new(), bytes: Bytes::of(history.documents[new]) };
        for (_, old, new) in tied.iter().filter(|(_, old, new)| old.value != new.value && is_counted(old)) {
            let known = siblings.changed.entry(&old.value).or_default();
            if old.noun() == new.noun() && known.len() < MOST {
                known.push((new, Thing::behind(siblings.bytes.around(new.unit, new.end).1, language)));
            }
        }
        siblings
    }

    /// What fact `at` of text `new`, which stayed, would be now: what those of the same thing became, if they agree.
    fn left(&mut self, history: &History<'a>, [new, at]: [usize; 2], outlooks: &mut Outlooks<'_>) -> Option<&'a Fact> {
        let fact = &history.facts[new][at];
        let changed = self.changed.get(fact.value.as_str())?;
        if fact.kind != FactKind::Count {
            let first = changed.first().filter(|_| outlooks.is_ahead(fact))?.0;
            return changed.iter().all(|(other, _)| other.value == first.value).then_some(first);
        }
        let document = history.documents[new];
        let own = Thing::behind(self.bytes.around(fact.unit, fact.end).1, document.language);
        let mut same = changed.iter().filter(|(_, thing)| !own.is_other(thing)).map(|(other, _)| *other);
        let first = same.next()?;
        let there = of_unit(&history.facts[new], first.unit);
        let is_past = |year: &str| !there.iter().any(|fact| fact.value.starts_with(year));
        let is_one = same.all(|other| other.value == first.value);
        (is_one && !past_years(history, [new, at], &mut self.bytes).into_iter().any(is_past)).then_some(first)
    }
}

/// The years before that of text `new` that the clause about fact `at` names; not those that resolutions are of.
fn past_years<'h>(history: &'h History<'_>, [new, at]: [usize; 2], bytes: &mut Bytes<'_>) -> Vec<&'h str> {
    /// So far a clause is looked at on both sides.
    const FAR: usize = 200;
    /// ", of ", " en date du ".
    const NEAR: usize = 12;
    let facts = &history.facts[new];
    let fact = &facts[at];
    let (before, behind) = bytes.around(fact.unit, fact.start);
    let is_end = |sign: &char| matches!(sign, ';' | ':');
    let from = fact.start - before.chars().rev().take(FAR).take_while(|sign| !is_end(sign)).count();
    let to = fact.start + behind.chars().take(FAR).take_while(|sign| !is_end(sign)).count();
    let is_within = |other: &&Fact| other.unit == fact.unit && (from..to).contains(&other.start);
    let around = facts[..at].iter().rev().take_while(is_within).count();
    let around = at - around..at + facts[at..].iter().take_while(is_within).count();
    let adopted = history.documents[new].year();
    let year = |at: usize| {
        let time = &facts[at];
        let is_of_symbol = at > 0 && facts[at - 1].kind == FactKind::Symbol && time.start <= facts[at - 1].end + NEAR;
        let year = time.value.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
        let is_time = matches!(time.kind, FactKind::Date | FactKind::Period) && !is_of_symbol;
        (is_time && adopted.is_none_or(|adopted| year < adopted)).then_some(year)
    };
    around.filter_map(year).collect()
}

/// The values that fact `at` of text `new` had, if it rolled forward with the session of the text in every step but the last, and in two
/// at least. What keeps another pace, a meeting of other years, says nothing about this one.
fn stopped(history: &History<'_>, new: usize, at: usize) -> Option<Vec<String>> {
    const STEPS: usize = 2;
    let language = history.documents[new].language;
    let can_roll = |fact: &Fact| is_session(fact, language) || fact.kind == FactKind::Date && fact.value.len() == 4;
    let mut values = vec![];
    let mut place = Some((new, at));
    while let Some((document, fact)) = place {
        let fact_there = Some(&history.facts[document][fact]).filter(|fact| can_roll(fact))?;
        values.push((session(history, document)?, fact_there.number()?, fact_there));
        place = history.before(document, fact).map(|before| (document - 1, before));
    }
    values.reverse();
    let [rolled @ .., last] = values.as_slice() else { return None };
    let keeps_pace =
        |pair: &[(u64, u64, &Fact)]| pair[1].0 > pair[0].0 && pair[1].0 - pair[0].0 == pair[1].1.wrapping_sub(pair[0].1);
    let has_rolled =
        rolled.len() > STEPS && rolled.windows(2).all(keeps_pace) && rolled.last().is_some_and(|before| before.0 < last.0);
    has_rolled.then(|| rolled.iter().map(|(.., fact)| fact.value.clone()).collect())
}

/// The session of text `document`.
fn session(history: &History<'_>, document: usize) -> Option<u64> {
    history.documents[document].session.as_deref().and_then(|session| session.parse().ok())
}
