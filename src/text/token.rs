//! A paragraph as the words, figures and marks that a reader sees as one.

use unicode_segmentation::UnicodeSegmentation;

/// A piece of a text that changes whole or not at all. Tokens tile the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token<'a> {
    /// The characters, as they stand.
    pub text: &'a str,
}

/// The tokens of `text`; their texts, joined, are `text`.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    text.split_word_bounds().map(|text| Token { text }).collect()
}
