//! What changed since the year before in one version and not in the other.
//!
//! ```text
//! en   PP6   not a word changed           fr   PP6   Sachant combien … → Convaincue de …     retranslated
//! en   OP5   four → five; 30 → 15         fr   OP5   not a word changed                      not-followed
//! ```

use rustc_hash::FxHashMap;

use super::changes::{is_changed, told};
use super::discordance::{Concordance, Discordance, DiscordanceRule as Rule, Side};
use crate::align::{AlignOptions, Relation, align};
use crate::compare::{Change, compare};
use crate::structure::Document;

/// Adds to `concordance` of `versions` what changed in one of them alone since `earlier`, of those `rules` that are asked.
pub(super) fn compared(concordance: &mut Concordance, versions: &[Document], earlier: &[Document], rules: &[Rule]) {
    if !rules.iter().any(|rule| matches!(rule, Rule::NotFollowed | Rule::Retranslated)) {
        return;
    }
    let changes: Vec<Vec<Change>> = earlier
        .iter()
        .zip(versions)
        .map(|(old, new)| compare(old, new, align(old, new, &AlignOptions::default())).changes)
        .collect();
    let kept: Vec<FxHashMap<usize, &Change>> = changes.iter().map(|changes| kept(changes)).collect();
    let of = |version: usize, units: &[usize]| kept.get(version)?.get(units.first()?).copied();
    let mut found = vec![];
    for row in &concordance.rows {
        let Some(first) = of(0, &row.units[0]) else { continue };
        for other in 1..versions.len() {
            let Some(change) = of(other, &row.units[other]) else { continue };
            let rule = match (is_changed(first), is_changed(change)) {
                (true, false) => Rule::NotFollowed,
                (false, true) => Rule::Retranslated,
                _ => continue,
            };
            if rules.contains(&rule) {
                let mut sides: Vec<Side> = row.units.iter().map(|units| Side::of(units)).collect();
                let (own, words) = if rule == Rule::NotFollowed { (0, first) } else { (other, change) };
                sides[own].text = Some(told(&words.edits));
                found.push(Discordance { rule, severity: rule.severity(), sides, likelier_wrong: None, evidence: vec![] });
            }
        }
    }
    concordance.discordances.extend(found);
}

/// What became of each paragraph that was one before and is one now, by its unit now.
fn kept(changes: &[Change]) -> FxHashMap<usize, &Change> {
    let one = changes.iter().filter(|change| change.link.relation == Relation::Kept);
    one.flat_map(|change| change.link.new.iter().map(move |&unit| (unit, change))).collect()
}
