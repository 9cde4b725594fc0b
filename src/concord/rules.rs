//! From paragraphs that are tied to where they disagree. One cause, one row: a paragraph that is missing takes its parts and the numbers
//! behind it along, and one that moved its parts.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::discordance::{Discordance, DiscordanceRule as Rule, Side};
use super::figures::{Difference, Item, differences};
use super::pairing::Tie;
use super::version::Version;
use super::{front, numbering};
use crate::findings::{FactKind, Strength, strength};
use crate::structure::{Kind, Unit};

/// Where two versions disagree, in the order of the ties; those of the front matter first.
pub(super) fn discordances(versions: [&Version<'_>; 2], ties: &[Tie], rules: &[Rule]) -> Vec<Discordance> {
    let mut found = front::discordances(versions);
    let renumbered: Vec<&Tie> = numbering::unlike(versions, ties);
    let known = Known::of_ties(versions, ties);
    let inlined = &known.inlined;
    let mut before: Option<&Tie> = None;
    for tie in ties {
        if !tie.is_paired() {
            // The rows of a table are one.
            let goes_on =
                before.is_some_and(|before| is_row(versions, before) && is_row(versions, tie) && is_of_one_side(before, tie));
            match found.last_mut().filter(|last| goes_on && last.rule == Rule::Missing) {
                Some(last) => last.sides.iter_mut().zip(&tie.units).for_each(|(side, units)| side.units.extend(units)),
                None => found.extend(missing(versions, tie, &known)),
            }
            before = Some(tie);
            continue;
        }
        before = None;
        if tie.units.iter().any(|units| units.len() > 1) && !inlined.contains(&tie.units[0][0]) {
            found.push(row(
                Rule::Joined,
                [0, 1].map(|side| Side::with_value(&tie.units[side], tie.units[side].len().to_string())),
            ));
        }
        if tie.moved
            && !versions[0].unit(tie.units[0][0]).parent.is_some_and(|parent| known.of(0, parent).is_some_and(|tie| tie.moved))
        {
            found.push(row(Rule::Moved, [0, 1].map(|side| Side::of(&tie.units[side]))));
        }
        if renumbered.iter().any(|other| std::ptr::eq(*other, tie)) {
            found.push(row(Rule::Number, [0, 1].map(|side| numbered(versions[side], &tie.units[side]))));
        }
        if inlined.contains(&tie.units[0][0]) {
            let children = |side: usize| versions[side].children[tie.units[side][0]].to_string();
            found.push(row(Rule::Children, [0, 1].map(|side| Side::with_value(&tie.units[side], children(side)))));
        }
        found.extend(bracket(versions, tie));
        // The parts of a list that is written out in one version stand in its paragraph.
        let units = [0, 1].map(|side| {
            if inlined.contains(&tie.units[0][0]) {
                with_parts(versions[side], &tie.units[side])
            } else {
                tie.units[side].clone()
            }
        });
        found.extend(differences(versions, units.each_ref().map(Vec::as_slice)).into_iter().map(|one| differing(tie, one)));
        found.extend(marks(versions, tie));
        found.extend(verbs(versions, tie));
    }
    found.retain(|one| rules.contains(&one.rule));
    found
}

/// The ties by the units that they hold, and which paragraphs have their parts written out.
struct Known<'t> {
    ties: [FxHashMap<usize, &'t Tie>; 2],
    inlined: BTreeSet<usize>,
}

impl<'t> Known<'t> {
    fn of_ties(versions: [&Version<'_>; 2], ties: &'t [Tie]) -> Self {
        let by_unit = |side: usize| ties.iter().flat_map(|tie| tie.units[side].iter().map(move |&unit| (unit, tie))).collect();
        Self { ties: [by_unit(0), by_unit(1)], inlined: with_parts_inlined(versions, ties) }
    }

    /// The tie of a unit of one side.
    fn of(&self, side: usize, unit: usize) -> Option<&'t Tie> {
        self.ties[side].get(&unit).copied()
    }
}

/// A paragraph without a number that is no recital: a row of a table, a line of a list.
fn is_row(versions: [&Version<'_>; 2], tie: &Tie) -> bool {
    let mut units = tie.units.iter().zip(versions).flat_map(|(units, version)| units.iter().map(|&unit| version.unit(unit)));
    units.all(|unit| unit.label.is_none() && unit.kind != Kind::Preambular)
}

fn is_of_one_side(one: &Tie, other: &Tie) -> bool {
    one.units[0].is_empty() == other.units[0].is_empty()
}

pub(super) fn row(rule: Rule, sides: [Side; 2]) -> Discordance {
    Discordance { rule, severity: rule.severity(), sides: sides.into(), likelier_wrong: None, evidence: vec![] }
}

/// A paragraph of one version only, unless it is a part of one that is told.
fn missing(versions: [&Version<'_>; 2], tie: &Tie, known: &Known<'_>) -> Option<Discordance> {
    let side = usize::from(tie.units[0].is_empty());
    let unit = versions[side].unit(tie.units[side][0]);
    let parent = unit.parent.and_then(|parent| known.of(side, parent));
    let inlined = &known.inlined;
    let is_told =
        parent.is_some_and(|parent| !parent.is_paired() || parent.units[0].first().is_some_and(|unit| inlined.contains(unit)));
    (!is_told).then(|| row(Rule::Missing, [0, 1].map(|side| Side::of(&tie.units[side]))))
}

/// Paragraphs of the first version that have parts in one version and none in the other.
fn with_parts_inlined(versions: [&Version<'_>; 2], ties: &[Tie]) -> BTreeSet<usize> {
    // How many parts without a partner stand under each paragraph of each version.
    let mut alone = versions.map(|version| vec![0; version.document.units.len()]);
    for tie in ties.iter().filter(|tie| !tie.is_paired()) {
        for (side, units) in tie.units.iter().enumerate() {
            for parent in units.iter().filter_map(|&unit| versions[side].unit(unit).parent) {
                alone[side][parent] += 1;
            }
        }
    }
    let is_inlined = |tie: &&Tie| {
        let ([left, ..], [right, ..]) = (tie.units[0].as_slice(), tie.units[1].as_slice()) else { return false };
        let children = [versions[0].children[*left], versions[1].children[*right]];
        let is_paragraph = versions[0].unit(*left).kind != Kind::Heading;
        // The first may be joined with its paragraph.
        let apart = alone[0][*left] + alone[1][*right] + tie.units[0].len().max(tie.units[1].len()) - 1;
        is_paragraph && matches!(children, [0, _] | [_, 0]) && children != [0, 0] && apart >= children[0].max(children[1])
    };
    ties.iter().filter(is_inlined).map(|tie| tie.units[0][0]).collect()
}

/// `units` with the parts that stand under them, which follow them.
fn with_parts(version: &Version<'_>, units: &[usize]) -> Vec<usize> {
    let mut all = units.to_vec();
    let after = units.last().map_or(0, |last| last + 1);
    let is_part = |unit: &&Unit| unit.kind == Kind::Subparagraph && unit.parent.is_some();
    for unit in version.document.units[after..].iter().take_while(is_part) {
        if unit.parent.is_some_and(|parent| all.contains(&parent)) {
            all.push(unit.index);
        }
    }
    all
}

fn numbered(version: &Version<'_>, units: &[usize]) -> Side {
    let label = version.unit(units[0]).label.clone().unwrap_or_default();
    Side { text: Some(label.clone()), ..Side::with_value(units, label) }
}

/// The words in square brackets of each side, where one has more of them.
fn bracket(versions: [&Version<'_>; 2], tie: &Tie) -> Option<Discordance> {
    let bracketed = [0, 1].map(|side| brackets(versions[side], &tie.units[side]));
    if bracketed[0].len() == bracketed[1].len() {
        return None;
    }
    let more = usize::from(bracketed[1].len() > bracketed[0].len());
    // The first that the other side has not, by its figures.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own: Vec<String> = bracketed[1 - more].iter().map(|one| digits(one.text.as_deref().unwrap_or_default())).collect();
    let alone = bracketed[more].iter().find(|one| !own.contains(&digits(one.text.as_deref().unwrap_or_default())));
    let alone = alone.or_else(|| bracketed[more].last())?.clone();
    let mut sides = [0, 1].map(|side| Side::of(&tie.units[side]));
    let inner = alone.text.as_deref().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let other = 1 - more;
    // The same figure without brackets.
    let plain = tie.units[other].iter().find_map(|&unit| {
        let saying = versions[other].said[unit].iter().find(|saying| !inner.is_empty() && saying.value == inner)?;
        Some(Side {
            unit: Some(unit),
            start: saying.start,
            end: saying.end,
            value: Some(inner.clone()),
            text: Some(inner.clone()),
            ..Side::of(&tie.units[other])
        })
    });
    sides[other] = plain.unwrap_or_else(|| Side::of(&tie.units[other]));
    sides[more] = Side { units: tie.units[more].clone(), ..alone };
    Some(row(Rule::Bracket, sides))
}

/// The words in square brackets of `units`, outermost brackets alone, and numbers of paragraphs in brackets.
fn brackets(version: &Version<'_>, units: &[usize]) -> Vec<Side> {
    let mut found = vec![];
    for &unit in units {
        let own = version.unit(unit);
        if own.is_bracketed() {
            let label = own.label.clone();
            found.push(Side { text: label.clone(), value: label, ..Side::of(&[unit]) });
        }
        let mut open: Vec<usize> = vec![];
        let characters: Vec<char> = own.text.chars().collect();
        // French sets brackets within parentheses, and about them: those set nothing off.
        let mut parentheses = 0_usize;
        for (at, &character) in characters.iter().enumerate() {
            match character {
                '(' => parentheses += 1,
                ')' => parentheses = parentheses.saturating_sub(1),
                '[' if parentheses == 0 || !open.is_empty() => open.push(at),
                ']' => {
                    if let (Some(start), true) = (open.pop(), open.is_empty())
                        && !characters[start..at].contains(&'(')
                    {
                        let text: String = characters[start..=at].iter().collect();
                        found.push(Side { start, end: at + 1, text: Some(text.clone()), value: Some(text), ..Side::of(&[unit]) });
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// The row of a difference between facts.
fn differing(tie: &Tie, difference: Difference) -> Discordance {
    let rule = match &difference {
        [Some(one), Some(_)] => match one.meaning.kind {
            FactKind::Date | FactKind::Period => Rule::Date,
            FactKind::Symbol => Rule::Symbol,
            FactKind::Citation => Rule::Citation,
            _ => Rule::Figure,
        },
        _ => Rule::OneSided,
    };
    let [left, right] = difference;
    row(rule, [side(&tie.units[0], left), side(&tie.units[1], right)])
}

fn side(units: &[usize], item: Option<Item>) -> Side {
    let Some(item) = item else { return Side::of(units) };
    let value = item.meaning.written();
    Side {
        units: units.to_vec(),
        unit: Some(item.unit),
        start: item.start,
        end: item.end,
        text: Some(item.text),
        value: Some(value),
    }
}

/// More footnote marks on one side.
fn marks(versions: [&Version<'_>; 2], tie: &Tie) -> Option<Discordance> {
    let count = |side: usize| tie.units[side].iter().map(|&unit| versions[side].unit(unit).footnotes.len()).sum::<usize>();
    let counts = [count(0), count(1)];
    (counts[0] != counts[1])
        .then(|| row(Rule::NoteMark, [0, 1].map(|side| Side::with_value(&tie.units[side], counts[side].to_string()))))
}

/// Operative verbs of unlike steps on one scale, or of two scales.
fn verbs(versions: [&Version<'_>; 2], tie: &Tie) -> Option<Discordance> {
    let verb = |side: usize| {
        let fact = versions[side].facts(tie.units[side][0]).iter().find(|fact| fact.kind == FactKind::Verb)?;
        Some((fact, strength(&fact.value, versions[side].language())?))
    };
    let verbs = [verb(0)?, verb(1)?];
    let step = |strength: Strength| (strength.scale, strength.step);
    if step(verbs[0].1) == step(verbs[1].1) {
        return None;
    }
    let side = |side: usize| {
        let (fact, strength) = verbs[side];
        let value = format!("{} {}", strength.scale.code(), strength.step);
        Side {
            units: tie.units[side].clone(),
            unit: Some(fact.unit),
            start: fact.start,
            end: fact.end,
            text: Some(fact.text.clone()),
            value: Some(value),
        }
    };
    Some(row(Rule::VerbStep, [side(0), side(1)]))
}
