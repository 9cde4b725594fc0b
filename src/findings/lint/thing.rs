//! What a count counts, by the words behind its noun.
//!
//! ```text
//! the 12 members of the Board             Board
//! the 14 members of the Committee         Committee: others
//! 25 States have ratified the Convention  Convention
//! the 66 recommendations, which …         nothing is said: they may be any
//! ```
//!
//! What a noun belongs to stands behind a preposition or an article, with at most two words of its own before it: "judges elected in 2020".
//! It ends with the clause. Two things are others where their belongings differ at any step ("of the Board of Auditors", "of the Board of
//! Trustees"), or no figure of the one clause stands in the other.

use std::collections::BTreeSet;

use crate::language::{FactWords, Language};
use crate::text::lower;

/// What is said behind a noun.
pub(super) struct Thing {
    /// What it belongs to, and what that belongs to.
    belongings: Vec<String>,
    figures: BTreeSet<String>,
}

impl Thing {
    /// What is said `behind` a count and its noun.
    pub(super) fn behind(behind: &str, language: Language) -> Self {
        /// "have duly ratified the": words before the first belonging.
        const APART: usize = 2;
        /// So many steps are enough: "of the Board of Auditors of the Court".
        const STEPS: usize = 3;
        let known = &language.lexicon().facts;
        let words = clause(behind, known);
        let is_tie = |word: &String| known.belongings.contains(&word.as_str());
        let is_content = |word: &&String| !language.lexicon().function_words.contains(word.as_str());
        let figures = words.iter().filter(|word| word.contains(|c: char| c.is_ascii_digit())).cloned().collect();
        let first = words.iter().position(is_tie).filter(|&tie| words[..tie].iter().filter(is_content).count() <= APART);
        let mut belongings = vec![];
        let mut rest = first.map_or(&[][..], |tie| &words[tie..]);
        while belongings.len() < STEPS && rest.first().is_some_and(is_tie) {
            let ties = rest.iter().take_while(|word| is_tie(word)).count();
            let Some(word) = rest.get(ties) else { break };
            belongings.push(word.clone());
            rest = &rest[ties + 1..];
        }
        Self { belongings, figures }
    }

    /// Whether both are said to be different things.
    pub(super) fn is_other(&self, other: &Self) -> bool {
        let have_figures = !self.figures.is_empty() && !other.figures.is_empty();
        let belong_elsewhere = self.belongings.iter().zip(&other.belongings).any(|(one, other)| one != other);
        belong_elsewhere || have_figures && self.figures.is_disjoint(&other.figures)
    }
}

/// The first words of `text` in small letters, up to the end of the clause; what is elided is a word of its own.
fn clause(text: &str, known: &FactWords) -> Vec<String> {
    /// Further on a sentence says other things.
    const NEAR: usize = 12;
    let is_sign =
        |c: char| c.is_ascii_punctuation() && !matches!(c, '-' | '\'') || matches!(c, '«' | '»' | '“' | '”' | '–' | '—');
    let end = text.find(is_sign).unwrap_or(text.len());
    let words = text[..end].split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’')).filter(|word| !word.is_empty());
    let words = words.map(|word| lower(word).into_owned()).take(NEAR);
    words.take_while(|word| !known.and.contains(&word.as_str()) && !known.clauses.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_others(language: Language, one: &str, other: &str) -> bool {
        Thing::behind(one, language).is_other(&Thing::behind(other, language))
    }

    #[test]
    fn what_belongs_to_others_is_another_thing() {
        for (language, one, other) in [
            (Language::En, " of the Board", " of the Committee"),
            (Language::En, " parties to the Statute;", " parties to the Agreement"),
            (Language::En, " elected in 2020", " elected in 2021"),
            (Language::En, " have ratified the Convention", " have ratified the Protocol"),
            (Language::En, " of the Board of Auditors", " of the Board of Trustees"),
            (Language::En, " at headquarters and", " in the field"),
            (Language::Fr, " de l’Accord", " du Statut"),
            (Language::Fr, " élus en mai 2020", " élus en mai 2021"),
            (Language::Es, " de la Junta", " del Comité"),
            (Language::Es, " han ratificado la Convención", " han ratificado el Protocolo"),
        ] {
            assert!(are_others(language, one, other), "{one} | {other}");
        }
    }

    #[test]
    fn where_nothing_tells_them_apart_they_may_be_one_thing() {
        for (language, one, other) in [
            (Language::En, " of the experts", " of the experts, and"),
            (Language::En, ", which remain open", " of the experts"),
            (Language::En, " that were made", " in the report"),
            (Language::Fr, " des experts", " qui demeurent"),
            (Language::Es, " aprobadas en 2007", " que considere"),
        ] {
            assert!(!are_others(language, one, other), "{one} | {other}");
        }
    }
}
