//! The verb that an operative paragraph decides with: its change is the political signal of a resolution.
//!
//! ```text
//! old   Urges the Bureau to report              Also requests the Court
//! new   Strongly encourages the Bureau …        Requests the Court
//! here  Urges → Strongly encourages             nothing: "also" counts paragraphs, and asks for nothing
//! ```
//!
//! The opening of a paragraph is its adverbs, a verb that the language's lexicon knows to be operative, and the adverbs behind it; verbs
//! that say little alone ("takes", "prend") bring one word more. Incomplete: a verb that the lexicon does not know is not seen, nor one
//! behind an opening participle ("Recognizing the need, urges").

use crate::language::Language;
use crate::text::fold;

/// One opening became another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VerbChange {
    /// "Invite instamment".
    pub(super) old: String,
    /// "Encourage".
    pub(super) new: String,
    /// Characters of the old text up to the end of its opening.
    pub(super) old_end: usize,
    /// The same of the new text.
    pub(super) new_end: usize,
}

/// Adverbs that number requests and do not colour them.
const NEUTRAL: &[&str] = &[
    "again", "also", "further", "furthermore", "likewise", "moreover", "également", "aussi", "encore", "egalement", "además",
    "asimismo", "igualmente", "nuevamente", "también",
];

/// The same, in two words.
const NEUTRAL_PAIRS: &[(&str, &str)] =
    &[("de", "nouveau"), ("à", "nouveau"), ("en", "outre"), ("par", "ailleurs"), ("de", "plus"), ("de", "nuevo")];

/// Verbs that need their noun to say anything.
const LIGHT: &[&str] = &[
    "takes", "pays", "draws", "expresses", "extends", "shares", "prend", "fait", "met", "rend", "exprime", "apporte", "lance",
    "toma", "hace", "pone", "expresa", "manifiesta",
];

/// The change of the verb from `old` to `new`; None when both open with the same, or one with none that is known.
pub(super) fn verb_change(old: &str, new: &str, languages: [Language; 2]) -> Option<VerbChange> {
    let (before, after) = (opening(old, languages[0])?, opening(new, languages[1])?);
    (before.sense != after.sense).then(|| VerbChange {
        old: before.shown.to_owned(),
        new: after.shown.to_owned(),
        old_end: before.shown.chars().count(),
        new_end: after.shown.chars().count(),
    })
}

struct Opening<'a> {
    /// As it stands.
    shown: &'a str,
    /// Folded, without what is neutral.
    sense: Vec<String>,
}

fn opening(text: &str, language: Language) -> Option<Opening<'_>> {
    let mut words = words(text).peekable();
    let mut sense = vec![];
    let mut end = 0;
    let mut has_verb = false;
    // One word may follow a light verb.
    let mut is_light = false;
    while let Some((word, to)) = words.next() {
        if let Some((_, to)) = words.next_if(|(next, _)| NEUTRAL_PAIRS.contains(&(&word, next))) {
            end = to;
            continue;
        }
        let is_neutral = NEUTRAL.contains(&word.as_str());
        let is_verb = !is_neutral && !is_adverb(&word, language) && language.lexicon().operative.contains(&word.as_str());
        let is_part = is_neutral || is_adverb(&word, language) || is_small(&word, has_verb, language);
        if !is_part && !is_light && (has_verb || !is_verb) {
            break;
        }
        is_light = !has_verb && is_verb && LIGHT.contains(&word.as_str());
        has_verb |= is_verb;
        if !is_neutral {
            sense.push(word);
        }
        end = to;
    }
    has_verb.then(|| Opening { shown: &text[..end], sense })
}

/// The first words, folded, each with where it ends; what is elided is a word of its own.
fn words(text: &str) -> impl Iterator<Item = (String, usize)> {
    const ENOUGH: usize = 8;
    let mut start = 0;
    // A sign other than a comma ends the opening.
    let is_sign = |c: char| !(c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '\'' | '’' | ','));
    let mut breaks = text.char_indices().filter(|(_, c)| !(c.is_alphabetic() || *c == '-'));
    let mut is_over = false;
    let word = move || {
        while !is_over {
            let (at, character) = breaks.next()?;
            is_over = is_sign(character);
            let after = at + character.len_utf8();
            let end = if matches!(character, '\'' | '’') { after } else { at };
            let word = text.get(start..end).filter(|_| at > start);
            start = after;
            if let Some(word) = word {
                return Some((fold(word), end));
            }
        }
        None
    };
    std::iter::from_fn(word).take(ENOUGH)
}

fn is_adverb(word: &str, language: Language) -> bool {
    let (ending, others): (&str, &[&str]) = match language {
        Language::En => ("ly", &[]),
        Language::Fr => ("ment", &["vivement"]),
        Language::Es => ("mente", &["encarecidamente"]),
    };
    word.len() > ending.len() + 2 && word.ends_with(ending) || others.contains(&word)
}

/// Reflexive pronouns before the verb, particles behind it.
fn is_small(word: &str, has_verb: bool, language: Language) -> bool {
    match language {
        Language::Fr => !has_verb && matches!(word, "se" | "s'" | "ne" | "n'"),
        Language::Es => !has_verb && word == "se",
        Language::En => has_verb && matches!(word, "upon" | "on"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(old: &str, new: &str, language: Language) -> Option<String> {
        verb_change(old, new, [language; 2]).map(|change| format!("{} → {}", change.old, change.new))
    }

    #[test]
    fn a_change_of_the_verb_or_of_its_force_is_told() {
        let cases = [
            (Language::En, "Urges States Parties to", "Invites all States to", "Urges → Invites"),
            (Language::En, "Strongly urges States", "Calls upon States", "Strongly urges → Calls upon"),
            (Language::En, "Takes note of the report", "Welcomes the report", "Takes note → Welcomes"),
            (Language::Fr, "Invite instamment les États", "Encourage les États", "Invite instamment → Encourage"),
            (Language::Fr, "Se félicite de", "Prend note de", "Se félicite → Prend note"),
            (Language::Es, "Insta a los Estados", "Invita a los Estados", "Insta → Invita"),
        ];
        for (language, old, new, wanted) in cases {
            assert_eq!(change(old, new, language).as_deref(), Some(wanted));
        }
    }

    #[test]
    fn an_adverb_that_only_numbers_requests_is_no_change_of_the_verb() {
        assert_eq!(change("Also requests the Court", "Requests the Court", Language::En), None);
        assert_eq!(change("Prie la Cour", "Prie de nouveau la Cour", Language::Fr), None);
        assert_eq!(change("Prie également la Cour", "Prie la Cour", Language::Fr), None);
        assert_eq!(change("The Court shall", "Requests the Court", Language::En), None);
    }
}
