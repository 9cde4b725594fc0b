//! What the findings say to a person: the figures that changed, and what to check.
//!
//! ```text
//! Figures that changed     OP2    count    13 persons → 12 persons
//!                          Registry, 2021    79 → 85
//! To check                 OP28   “twenty-first session” stayed as it was, while others of the same became “twenty-second session”
//! ```

use super::label::Name;
use super::pair::Pair;
use super::phrases::{Phrases, fill};
use super::row::{Badge, BadgeKind};
use crate::findings::{Fact, FactKind, Finding, Rule, Scale, strength};
use crate::language::{Language, ordinal_in_words};
use crate::read::Cell;
use crate::structure::{Document, Unit};
use crate::text::capitalised;

/// A line of the table of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FigureLine {
    /// Where it leads.
    pub anchor: String,
    /// What the paragraph is called; a cell of a table by its row and column.
    pub label: String,
    /// What sort of fact it is, in words.
    pub kind: &'static str,
    /// As the old text prints it.
    pub old: String,
    /// As the new text prints it.
    pub new: String,
}

/// Something to check in the new text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckLine {
    /// Where it leads.
    pub anchor: String,
    /// What the paragraph is called.
    pub label: String,
    /// What is the matter, and what it could be instead.
    pub text: String,
}

/// The figures that changed, in the order of the new text.
pub(super) fn figures(pair: &Pair<'_>) -> Vec<FigureLine> {
    const NONE: &str = "–";
    let line = |finding: &Finding| {
        let (old, new) = match (finding.rule, finding.parts.as_slice()) {
            (Rule::Changed, [old, new]) => (old.as_str(), new.as_str()),
            (Rule::Added, [new]) => (NONE, new.as_str()),
            (Rule::Dropped, [old]) => (old.as_str(), NONE),
            _ => return None,
        };
        Some(FigureLine {
            anchor: pair.anchors.new[finding.unit].clone(),
            label: in_table(pair.new_unit(finding.unit))
                .unwrap_or_else(|| unit_name(&pair.redline.new, finding.unit, pair.phrases)),
            kind: finding.kind.map_or("", |kind| kind_name(kind, pair.phrases)),
            old: old.to_owned(),
            new: new.to_owned(),
        })
    };
    pair.redline.findings.iter().filter_map(line).collect()
}

/// What a row or a cell of a table is called in it: "Registry, 2021".
pub(super) fn in_table(unit: &Unit) -> Option<String> {
    let row = unit.row.as_ref().filter(|row| row.chars().any(char::is_alphabetic));
    unit.cell.as_ref().map(Cell::name).or_else(|| row.cloned())
}

/// What to check, in the order of the new text.
pub(super) fn checks(pair: &Pair<'_>) -> Vec<CheckLine> {
    let open = pair.redline.findings.iter().filter(|finding| !finding.rule.is_change());
    open.map(|finding| CheckLine {
        anchor: pair.anchors.new[finding.unit].clone(),
        label: unit_name(&pair.redline.new, finding.unit, pair.phrases),
        text: said(finding, pair.phrases),
    })
    .collect()
}

/// The flags of new unit `unit`.
pub(super) fn flags(pair: &Pair<'_>, unit: usize) -> Vec<Badge> {
    let here = pair.redline.findings.iter().filter(|finding| !finding.rule.is_change() && finding.unit == unit);
    let text = |finding| fill(pair.phrases.findings.flag, &[&message(finding, pair.phrases)]);
    here.map(|finding| Badge { kind: BadgeKind::Check, text: text(finding), target: None, pin: None }).collect()
}

/// What a paragraph is called; a heading or a line without a number by what it is.
pub fn unit_name(document: &Document, unit: usize, phrases: &Phrases) -> String {
    Name::of(&document.units[unit], phrases).full()
}

/// What a sort of facts is called.
pub fn kind_name(kind: FactKind, phrases: &Phrases) -> &'static str {
    let known = FactKind::ALL.iter().zip(phrases.findings.kinds).find(|(known, _)| **known == kind);
    known.map_or(kind.code(), |(_, name)| name)
}

/// How strong the verb of an operative paragraph in `language` is: "asks, 3 of 4".
pub fn strength_words(fact: &Fact, language: Language, phrases: &Phrases) -> Option<String> {
    let strength = strength(&fact.value, language).filter(|_| fact.kind == FactKind::Verb)?;
    let [asks, notes, approves, criticizes] = phrases.findings.strengths;
    let template = match strength.scale {
        Scale::Asks => asks,
        Scale::Notes => notes,
        Scale::Approves => approves,
        Scale::Criticizes => criticizes,
    };
    Some(fill(template, &[&strength.step.to_string()]))
}

/// What is the matter, in the language of the interface.
pub(super) fn message(finding: &Finding, phrases: &Phrases) -> String {
    let code = finding.rule.code();
    let template = phrases.findings.rules.iter().find(|(known, _)| *known == code).map(|&(_, words)| words);
    let mut parts = finding.parts.clone();
    if let (Rule::CountedOtherwise, Some(place)) = (finding.rule, parts.last_mut()) {
        *place = Name::of_id(place, phrases).full();
    }
    if let (Rule::Come, Some(session)) = (finding.rule, parts.last_mut())
        && let Ok(number) = session.parse()
    {
        *session = ordinal_in_words(number, phrases.language);
    }
    if finding.rule == Rule::Weekday {
        parts.iter_mut().skip(1).for_each(|day| *day = weekday(day, phrases.language).unwrap_or_else(|| day.clone()));
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    template.map_or_else(|| finding.message.clone(), |template| fill(template, &parts))
}

/// A day of the week that any language names, in `language`, as it is written there within a sentence.
fn weekday(name: &str, language: Language) -> Option<String> {
    let name = name.to_lowercase();
    let weekdays = |language: Language| language.lexicon().facts.weekdays;
    let day = Language::ALL.iter().find_map(|&known| weekdays(known).iter().position(|day| *day == name))?;
    let spoken = weekdays(language)[day];
    let has_capital = language.lexicon().spelling.has_capital_months;
    Some(if has_capital { capitalised(spoken) } else { spoken.to_owned() })
}

/// The same, with what it could be instead.
pub(super) fn said(finding: &Finding, phrases: &Phrases) -> String {
    let message = message(finding, phrases);
    match &finding.suggestion {
        Some(suggestion) => [&message, phrases.stop, &fill(phrases.findings.instead, &[suggestion])].concat(),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_week_is_said_in_the_language_of_the_interface() {
        assert_eq!(weekday("Lundi", Language::Es).as_deref(), Some("lunes"));
        assert_eq!(weekday("jeudi", Language::En).as_deref(), Some("Thursday"));
        assert_eq!(weekday("Sunday", Language::Fr).as_deref(), Some("dimanche"));
        assert_eq!(weekday("demain", Language::En), None);
    }
}
