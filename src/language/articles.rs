//! Numbers in words before a sentence, alone or behind the word for an article: "Primero.-", "ARTÍCULO SEGUNDO."

use super::{Lexicon, Ordinal, ordinal_word};
use crate::text::label::{self, Label, Shape, roman_value};
use crate::text::{lower, opens_with_capital};

impl Lexicon {
    /// The label of an article: "Article 4.", "Art. L. 123-4. –", "ARTÍCULO SEGUNDO.-".
    pub(crate) fn article<'t>(&self, text: &'t str) -> Option<Label<'t>> {
        label::article(text, self.articles_of_law).or_else(|| self.in_words(text, self.articles_of_law))
    }

    /// The label of a rule or a clause: "Rule 4.", "§ 3", "Cláusula primera."
    pub(crate) fn rule<'t>(&self, text: &'t str) -> Option<Label<'t>> {
        label::article(text, self.rules_of_law).or_else(|| self.in_words(text, self.rules_of_law))
    }

    /// "ARTÍCULO SEGUNDO." where `words` holds "artículo".
    fn in_words<'t>(&self, text: &'t str, words: &[&str]) -> Option<Label<'t>> {
        let (_, after) = text.split_once([' ', '\u{a0}']).filter(|(word, _)| words.contains(&&*lower(word)))?;
        let number = before_sentence(after, |ordinal, _| ordinal_word(&lower(ordinal), self.language).map(Ordinal::value))?;
        let printed = &text[..text.len() - after.len() + number.printed.len()];
        Some(Label { printed, shape: Shape::Article, ..number })
    }

    /// A number in words before a sentence, "Primero.-", or in Roman figures before a verb that decides, "II.".
    pub(crate) fn worded<'t>(&self, text: &'t str) -> Option<Label<'t>> {
        before_sentence(text, |word, rest| {
            let roman = || roman_value(word).filter(|_| self.is_operative(rest) && rest.ends_with([';', '.', ',', ':']));
            ordinal_word(&lower(word), self.language).map(Ordinal::value).or_else(roman)
        })
    }
}

/// The number at the head of `text`, with its stop and dash before a capital; `value` is given the number and the sentence.
fn before_sentence(text: &str, value: impl Fn(&str, &str) -> Option<u32>) -> Option<Label<'_>> {
    const LONGEST: usize = 24;
    let (word, after) = text.split_once(['.', ':']).filter(|(word, _)| word.len() <= LONGEST)?;
    let rest = after.trim_start_matches(['-', '–', '—', ' ', '\u{a0}']);
    let value = (rest.len() < after.len() && opens_with_capital(rest)).then(|| value(word, rest))??;
    let printed = text[..text.len() - rest.len()].trim_end();
    Some(Label { brackets: "", printed, number: value.to_string(), shape: Shape::Point, rest })
}
