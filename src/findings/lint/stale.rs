//! Sessions, years, counts and symbols that should have rolled forward.
//!
//! Three witnesses are heard.
//!
//! *The session*: what was to come in the old text ("asks for a report at its twenty-first session", in the text of the twentieth) and is
//! not to come any more in the new one. Only a paragraph that asks or decides looks ahead, and only where it names no session that is
//! still to come: "building on the report submitted at its fifty-third session, to present it at its fifty-sixth".
//! *Siblings*: the old text counted the same things in several places; some of them changed, all alike, and this one did not. Lengths of
//! time are not counted.
//! *History*: a session or a year rolled forward with the session of the text in every step before, and in the last one it did not.
//! An ordinal of the past may stay for ever ("adopted at its eighteenth session"), and so may one of anything but sessions: a seminar can
//! be put off.

use std::collections::BTreeMap;

use crate::findings::fact::{Fact, FactKind, of_unit};
use crate::findings::finding::{Finding, Rule};
use crate::findings::history::History;
use crate::language::Language;
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
    let rolled = rolled(&tied, history.documents[new - 1].language.lexicon().facts.times);
    let mut looking_ahead = BTreeMap::new();
    let stayed = tied.iter().filter(|(_, before, after)| before.value == after.value);
    stayed
        .filter_map(|&(at, before, after)| {
            let left_behind = rolled.get(before.value.as_str()).copied().flatten().filter(|_| before.kind == FactKind::Count);
            left_behind
                .map(|rolled| {
                    let parts = vec![after.text.clone(), rolled.text.clone()];
                    Finding::of(new, after, Rule::LeftBehind, parts).suggesting(rolled.text.clone())
                })
                .or_else(|| {
                    let session = come(history, new, after, &mut looking_ahead)?;
                    Some(Finding::of(new, after, Rule::Come, vec![after.text.clone(), session.to_string()]))
                })
                .or_else(|| {
                    let values = stopped(history, new, at)?;
                    Some(Finding::of(new, after, Rule::Stopped, vec![after.text.clone(), values.join(" → ")]))
                })
        })
        .collect()
}

/// The session of the new text, where `fact` names one that was to come in the text before and is not any more; of each unit it is kept
/// whether it looks ahead.
fn come(history: &History<'_>, new: usize, fact: &Fact, looking_ahead: &mut BTreeMap<usize, bool>) -> Option<u64> {
    let (before, now) = (session(history, new - 1)?, session(history, new)?);
    let language = history.documents[new].language;
    let named = fact.number().filter(|_| is_session(fact, language))?;
    let looks_ahead = || {
        let here = of_unit(&history.facts[new], fact.unit);
        let asks = here.iter().any(|other| other.kind == FactKind::Verb && asks(&other.value, language));
        asks && here.iter().all(|other| !is_session(other, language) || other.number().is_some_and(|number| number <= now))
    };
    (before < named && named <= now && *looking_ahead.entry(fact.unit).or_insert_with(looks_ahead)).then_some(now)
}

/// Whether a verb asks for something or decides on it.
fn asks(verb: &str, language: Language) -> bool {
    verb.split(' ').any(|word| language.lexicon().verbs.asks.contains(&word))
}

fn is_session(fact: &Fact, language: Language) -> bool {
    fact.kind == FactKind::Ordinal && fact.noun() == Some(language.lexicon().facts.session)
}

/// For each value of the old text that was counted several times, what those that changed became, if they agree.
fn rolled<'a>(tied: &[(usize, &'a Fact, &'a Fact)], times: &[&str]) -> BTreeMap<&'a str, Option<&'a Fact>> {
    let mut rolled: BTreeMap<&str, Option<&Fact>> = BTreeMap::new();
    let is_counted = |fact: &Fact| fact.kind == FactKind::Count && fact.noun().is_some_and(|noun| !times.contains(&noun));
    for (_, old, new) in tied.iter().filter(|(_, old, _)| is_counted(old)) {
        if old.value != new.value && old.noun() == new.noun() {
            let known = rolled.entry(&old.value).or_insert(Some(new));
            *known = known.filter(|first| first.value == new.value);
        }
    }
    rolled
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
