//! How operative paragraphs open in a language, and how strong their verbs are.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

/// What a verb does. Its strength is compared within one scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Scale {
    /// It asks somebody for something, or decides it: 1 to 4.
    Asks,
    /// It is neutral: 0, below approval and criticism alike.
    Notes,
    /// It says that something is good: 1 to 3.
    Approves,
    /// It says that something is bad: 1 to 3.
    Criticizes,
}

impl Scale {
    /// As it is written in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asks => "asks",
            Self::Notes => "notes",
            Self::Approves => "approves",
            Self::Criticizes => "criticizes",
        }
    }
}

/// The words with which paragraphs open, beside the operative verbs themselves. All folded.
pub(crate) struct VerbWords {
    /// Adverbs that number requests and do not colour them: "also".
    pub(crate) neutral: &'static [&'static str],
    /// The same of two words: "de nouveau".
    pub(crate) neutral_pairs: &'static [[&'static str; 2]],
    /// Verbs that say little without the words behind them: "takes".
    pub(crate) light: &'static [&'static str],
    /// What may stand between a light verb and its words, and says nothing: "its".
    pub(crate) determiners: &'static [&'static str],
    /// What ends the words of a light verb, beside the function words of the language: "concerning".
    pub(crate) ends: &'static [&'static str],
    /// What stands before the feeling with which something is noted.
    pub(crate) with: &'static str,
    /// The feelings: "takes note with appreciation".
    pub(crate) manners: &'static [&'static str],
    /// How adverbs end.
    pub(crate) adverb_ending: &'static str,
    /// Adverbs that the ending does not tell.
    pub(crate) adverbs: &'static [&'static str],
    /// Small words before the verb: reflexive pronouns, a negation.
    pub(crate) before: &'static [&'static str],
    /// Particles behind it: "calls upon".
    pub(crate) after: &'static [&'static str],
    /// The letters before a verb that agree with who decides: "ت" of "تقرر".
    pub(crate) persons: &'static [&'static str],
    /// What goes on before a verb in another form, and says nothing: "continues to".
    pub(crate) goes_on: &'static [&'static [&'static str]],
    /// How that form ends, and the verb of an opening: "er" and "e".
    pub(crate) forms: &'static [(&'static str, &'static str)],
    /// Verbs that say another again by its noun: "reiterates its call".
    pub(crate) again: &'static [&'static str],
    /// Those nouns, with their verbs.
    pub(crate) deeds: &'static [(&'static str, &'static str)],
    /// How strong verbs are. All words of an entry stand in the opening, each word by its beginning where it ends in `*`. The first
    /// that fits counts, so what is noted with a feeling is on the scale of the feeling.
    pub(crate) steps: &'static [(Scale, u8, &'static [&'static str])],
    /// Adverbs and adjectives that make a verb stronger.
    pub(crate) intensifiers: &'static [&'static str],
    /// Verbs that ask for something or decide on it and are on no step: they permit, agree or expect, or say what the body does itself,
    /// which is neither more nor less than what it asks of others.
    pub(crate) asks: &'static [&'static str],
}
