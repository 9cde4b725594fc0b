//! What rature knows of each language, as data: a file a language.

use schemars::JsonSchema;
use serde::Serialize;

mod en;
mod es;
mod fr;

/// A language that rature reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

impl Language {
    /// The code of the language: "en", "fr", "es".
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
        }
    }

    /// What is known of it.
    pub fn lexicon(self) -> &'static Lexicon {
        match self {
            Self::En => &en::LEXICON,
            Self::Fr => &fr::LEXICON,
            Self::Es => &es::LEXICON,
        }
    }

    /// The language whose function words are most frequent in `text`; English when none is.
    pub fn detect(text: &str) -> Self {
        let mut counts = [(Self::En, 0_usize), (Self::Fr, 0), (Self::Es, 0)];
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(5_000) {
            let word = word.to_lowercase();
            for (language, count) in &mut counts {
                *count += usize::from(language.lexicon().function_words.contains(&word.as_str()));
            }
        }
        // The first of equals wins: English.
        counts.into_iter().rev().max_by_key(|&(_, n)| n).map_or(Self::En, |(l, _)| l)
    }
}

/// The words of one language that say what a line is. All in lower case, typographic apostrophes folded to `'`.
pub struct Lexicon {
    /// Words that carry no meaning of their own, in lower case, for detection and weighting.
    pub function_words: &'static [&'static str],
    /// Openings of preambular paragraphs: "recalling", "se félicitant".
    pub preambular: &'static [&'static str],
    /// Openings of operative paragraphs: "urges", "prie".
    pub operative: &'static [&'static str],
    /// Openings of enacting formulas, without the final comma: "the general assembly".
    pub enacting: &'static [&'static str],
    /// Months, January first.
    pub months: [&'static str; 12],
    /// Words that open an annex.
    pub annex: &'static [&'static str],
    /// Words that say a text was adopted: "adopted at".
    pub adopted: &'static [&'static str],
}
