//! Facts that changed between two texts.
//!
//! Only those of paragraphs that both texts have, and not of the lines before and after the text: symbol, session and date of adoption
//! change every year, and the page says them at its head.

use super::fact::FactKind;
use super::finding::{Finding, Rule};
use super::history::History;
use crate::structure::Kind;

/// What changed in text `new` of `history`, which is not the first.
pub(super) fn changed(history: &History<'_>, new: usize) -> Vec<Finding> {
    let is_text = |unit: usize| !matches!(history.documents[new].units[unit].kind, Kind::Front | Kind::Enacting | Kind::Closing);
    let mut findings: Vec<Finding> = history.ties[new - 1]
        .iter()
        .map(|&(before, after)| (&history.facts[new - 1][before], &history.facts[new][after]))
        // A change of the verb is told with its paragraph.
        .filter(|(before, after)| before.value != after.value && after.kind != FactKind::Verb && is_text(after.unit))
        .map(|(before, after)| Finding::of(new, after, Rule::Changed, vec![before.text.clone(), after.text.clone()]))
        .collect();
    findings.sort_by_key(|finding| (finding.unit, finding.start));
    findings
}
