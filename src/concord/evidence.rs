//! Which side of a discordance is likelier wrong, from the texts themselves and from those of earlier years.
//!
//! ```text
//! en PP1   RIV/11/Res.6 of 9 December 2030        en 2030   adopted … on 9 December 2030
//! fr PP1   RIV/11/Res.6 du 19 décembre 2030       fr 2030   adoptée … le 9 décembre 2030      the French is likelier wrong
//! ```
//!
//! A date is asked of the symbol before it, a citation of the symbol behind it, a symbol of itself: how often have other places, and other
//! texts, the value of each side? A number is asked of other versions alone: what is true of one paragraph is not of another. A side without any witness is likelier wrong
//! where another has one.

use super::discordance::{Concordance, Discordance, DiscordanceRule as Rule, Evidence, Side};
use super::version::Version;
use crate::findings::{Fact, FactKind, Meaning};
use crate::language::Language;
use crate::structure::Document;

/// Gathers the evidence of every discordance of `versions`; `earlier` has the same versions of earlier years.
pub(super) fn weigh(concordance: &mut Concordance, versions: &[Version<'_>], earlier: &[Vec<Document>]) {
    let before: Vec<Version<'_>> = earlier.iter().flatten().map(Version::of).collect();
    for one in &mut concordance.discordances {
        one.evidence = evidence(one, versions, &before);
        one.likelier_wrong = likelier_wrong(one);
    }
}

fn evidence(one: &Discordance, versions: &[Version<'_>], before: &[Version<'_>]) -> Vec<Evidence> {
    let mut values: Vec<&str> = one.sides.iter().filter_map(|side| side.value.as_deref()).collect();
    values.sort_unstable();
    values.dedup();
    let is_asked = matches!(one.rule, Rule::Date | Rule::Symbol | Rule::Citation | Rule::Figure);
    if !is_asked || values.len() < 2 {
        return vec![];
    }
    let about = context(one, versions);
    let found = values.into_iter().map(|value| {
        let is_own = |version: usize, fact: &Fact| {
            let side = &one.sides[version];
            side.unit == Some(fact.unit) && side.start == fact.start
        };
        let here = versions
            .iter()
            .enumerate()
            .map(|(at, version)| witnesses(one.rule, version, value, about.as_deref(), |fact| is_own(at, fact)));
        let earlier = before.iter().map(|version| {
            witnesses(one.rule, version, value, about.as_deref(), |_| false)
                + adoptions(one.rule, version.document, value, about.as_deref())
        });
        let has_it = |(at, side): (usize, &Side)| (side.value.as_deref() == Some(value)).then_some(at);
        Evidence {
            value: value.to_owned(),
            here: here.sum(),
            earlier: earlier.sum(),
            versions: one.sides.iter().enumerate().filter_map(has_it).collect(),
        }
    });
    found.collect()
}

/// What the value of a side is said of: the symbol before a date, or behind a citation.
fn context(one: &Discordance, versions: &[Version<'_>]) -> Option<String> {
    one.sides.iter().zip(versions).find_map(|(side, version)| {
        let facts = version.facts(side.unit?);
        let at =
            facts.iter().position(|fact| fact.start == side.start && side.end > side.start && fact.kind != FactKind::Verb)?;
        about(one.rule, facts, at, version.language())
    })
}

fn about(rule: Rule, facts: &[Fact], at: usize, language: Language) -> Option<String> {
    let beside = match rule {
        Rule::Date => facts[..at].last(),
        Rule::Citation => facts[at + 1..].first(),
        _ => None,
    };
    beside.filter(|fact| fact.kind == FactKind::Symbol).and_then(|fact| Meaning::of(fact, language)).map(|meaning| meaning.value)
}

/// How many facts of `version` say `value` of the same.
fn witnesses(rule: Rule, version: &Version<'_>, value: &str, of: Option<&str>, is_own: impl Fn(&Fact) -> bool) -> usize {
    let kind = match rule {
        Rule::Date => FactKind::Date,
        Rule::Symbol => FactKind::Symbol,
        Rule::Citation => FactKind::Citation,
        _ => return 0,
    };
    if rule != Rule::Symbol && of.is_none() {
        return 0;
    }
    let facts = version.all_facts();
    let says = |at: usize| {
        let fact = &facts[at];
        let meaning = (fact.kind == kind && !is_own(fact)).then(|| Meaning::of(fact, version.language())).flatten();
        meaning.is_some_and(|meaning| meaning.written() == value && about(rule, facts, at, version.language()).as_deref() == of)
    };
    (0..facts.len()).filter(|&at| says(at)).count()
}

/// Whether an earlier text is the one that a date is said of, and was adopted on that day.
fn adoptions(rule: Rule, document: &Document, value: &str, of: Option<&str>) -> usize {
    let symbol = document.symbol.as_deref().map(crate::text::symbol_spelling);
    let date = document.adopted.as_ref().and_then(|adoption| adoption.date.as_deref());
    usize::from(rule == Rule::Date && symbol.is_some() && symbol.as_deref() == of && date == Some(value))
}

/// The version whose value has no witness, where another's has one: of three versions, the one against two.
fn likelier_wrong(one: &Discordance) -> Option<usize> {
    let points = |side: &Side| {
        let found = one.evidence.iter().find(|evidence| side.value.as_ref() == Some(&evidence.value))?;
        Some(found.here + found.earlier + found.versions.len() - 1)
    };
    let known: Vec<(usize, usize)> = one.sides.iter().enumerate().filter_map(|(at, side)| Some((at, points(side)?))).collect();
    let most = known.iter().map(|&(_, points)| points).max()?;
    let mut without = known.iter().filter(|&&(_, points)| 2 * points < most);
    let first = without.next()?;
    without.next().is_none().then_some(first.0)
}
