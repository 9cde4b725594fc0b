//! How strong the verb of a paragraph is, on a coarse scale.
//!
//! ```text
//! asks        1 invites, encourages   2 requests, calls upon, recommends   3 urges            4 demands, directs
//! approves    0 notes, takes note     1 acknowledges, takes note with interest   2 … with appreciation, welcomes   3 endorses, approves
//! criticizes  0 notes, takes note     1 expresses concern, regrets         2 deplores         3 condemns
//! ```
//!
//! The United Nations has no official scale, which the first of these sources says outright; the steps are where the sources agree, and verbs on
//! which they differ share a step:
//!
//! - Legal Response International, *Legal interpretation of verbs* (28 November 2010), *Definitions of verbs used in COP decisions* (4
//!   December 2010): "decides" and "agrees" are the strongest, "urges" and "requests" leave discretion, "urges" is stronger than "recommends".
//! - J. S. Gruenberg, *An Analysis of United Nations Security Council Resolutions*, 41 Case W. Res. J. Int'l L. 513 (2009): from weak to
//!   strong, calls upon, recommends, requests, urges, warns, demands; concerned, deplored, condemned. It puts "decides" first, since it
//!   asks how harsh a verb is to whom it names. Here it is on no scale: it says what the body does itself, the others what it asks.
//! - General Assembly decision 55/488, annex: "takes note of" and "notes" are neutral terms, neither approval nor disapproval.
//! - French: which verb stands for which English one, counted over 14 resolutions adopted in both ("exhorte", "invite instamment" and "prie
//!   instamment" for "urges", "prie" for "requests", "demande" for "calls upon"). Spanish follows the same meanings, and was not counted.
//!
//! An adverb makes the same verb stronger and never changes its step. Verbs of two scales are not compared, nor those that are on none
//! ("recalls", "reaffirms").

use std::cmp::Ordering;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::finding::Force;
use crate::language::{Language, Scale};

/// How strong a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Strength {
    /// What it is compared within.
    pub scale: Scale,
    /// The step on that scale.
    pub step: u8,
    /// Whether an adverb makes it stronger: "strongly urges".
    pub intensified: bool,
}

/// Adverbs that change nothing of a verb's strength are no part of `verb`, which is what [`FactKind::Verb`](super::FactKind::Verb) has as
/// its value: "strongly urges", "takes note with appreciation".
pub fn strength(verb: &str, language: Language) -> Option<Strength> {
    let known = &language.lexicon().verbs;
    let words: Vec<&str> = verb.split(' ').map(|word| word.rsplit('\'').next().unwrap_or(word)).collect();
    let has = |wanted: &str| match wanted.strip_suffix('*') {
        Some(beginning) => words.iter().any(|word| word.starts_with(beginning)),
        None => words.contains(&wanted),
    };
    let fits = |entry: &&str| entry.split(' ').all(&has);
    let (scale, step, entry) =
        known.steps.iter().find_map(|(scale, step, entries)| Some((scale, step, entries.iter().find(|entry| fits(entry))?)))?;
    // What makes the step does not make it stronger too: "prie instamment" is "urges", as "exhorte" is.
    let is_more = |word: &&str| known.intensifiers.contains(word) && !entry.split(' ').any(|of_step| of_step == *word);
    Some(Strength { scale: *scale, step: *step, intensified: words.iter().any(is_more) })
}

impl From<Ordering> for Force {
    /// Of the new verb beside the old one; equal ones are not compared.
    fn from(order: Ordering) -> Self {
        if order == Ordering::Less { Self::Weaker } else { Self::Stronger }
    }
}

/// How `new` compares with `old`, where both are on one scale.
pub(super) fn compare(old: Strength, new: Strength) -> Option<Ordering> {
    let is_comparable = old.scale == new.scale
        || old.scale == Scale::Notes && new.scale != Scale::Asks
        || new.scale == Scale::Notes && old.scale != Scale::Asks;
    let order = (new.step, new.intensified).cmp(&(old.step, old.intensified));
    Some(order).filter(|order| is_comparable && order.is_ne())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_that_the_sources_rank_are_ranked_so() {
        use Language::{En, Es, Fr};
        let rising = [
            (En, ["encourages", "requests", "urges", "demands"].as_slice()),
            (Fr, &["invite", "prie", "exhorte", "exige"]),
            (Es, &["invita", "pide", "insta", "exige"]),
            (En, &["encourages", "strongly encourages", "calls upon"]),
            (Fr, &["prie", "prie instamment"]),
            (En, &["takes note", "takes note with appreciation", "endorses"]),
            (
                Fr,
                &[
                    "prend note",
                    "se déclare préoccupée",
                    "se déclare profondément préoccupée",
                    "déplore",
                    "condamne",
                    "condamne fermement",
                ],
            ),
            (Es, &["toma nota", "acoge beneplácito", "hace suyo"]),
        ];
        for (language, verbs) in rising {
            for pair in verbs.windows(2) {
                let [old, new] = [pair[0], pair[1]].map(|verb| strength(verb, language).unwrap_or_else(|| panic!("{verb}")));
                assert_eq!(compare(old, new), Some(Ordering::Greater), "{pair:?}");
                assert_eq!(compare(new, old), Some(Ordering::Less), "{pair:?}");
            }
        }
    }

    #[test]
    fn verbs_of_two_scales_and_of_one_step_are_not_compared() {
        use Language::{En, Es, Fr};
        let pairs = [
            (En, "takes note", "requests"),
            (En, "welcomes", "condemns"),
            (En, "calls upon", "requests"),
            (Fr, "demande", "prie"),
            (Fr, "demande instamment", "exhorte"),
            (Fr, "prie instamment", "presse"),
            (Es, "pide encarecidamente", "insta"),
        ];
        for (language, old, new) in pairs {
            let [before, after] = [old, new].map(|verb| strength(verb, language).expect("a verb of the table"));
            assert_eq!(compare(before, after), None, "{old} → {new}");
        }
        assert_eq!(strength("recalls", En), None);
        // "Engage" stands for "urges" and for "encourages".
        assert_eq!(strength("engage", Fr), None);
    }
}
