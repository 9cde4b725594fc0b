//! The words of the page of `rature open`, on which texts are dropped and read.

use super::Plural;
use super::explaining::Coded;
use crate::language::Language;

/// What the page says.
#[derive(Debug)]
#[non_exhaustive]
pub struct Opening {
    /// Its heading.
    pub title: &'static str,
    /// What to do, in a sentence.
    pub lead: &'static str,
    /// In the place where files are dropped.
    pub drop: &'static str,
    /// Which kinds of files.
    pub kinds: &'static str,
    /// The button that asks for files.
    pub choose: &'static str,
    /// What opens the place for text that is pasted.
    pub paste: &'static str,
    /// The name of a text that is pasted.
    pub name: &'static str,
    /// Its words.
    pub words: &'static str,
    /// The button that takes it.
    pub add: &'static str,
    /// Heading of the list of texts.
    pub texts: &'static str,
    /// Heading of what can be made.
    pub what: &'static str,
    /// What can be made, with a sentence each: redline, table, series, compilation, concordance.
    pub makes: [[&'static str; 2]; 5],
    /// The button that makes it.
    pub show: &'static str,
    /// The button that leads from what was made to the texts.
    pub back: &'static str,
    /// The link that opens what was made in a tab of its own.
    pub tab: &'static str,
    /// The link that saves the page.
    pub save_page: &'static str,
    /// The button that makes and saves a Word file.
    pub save_word: &'static str,
    /// What becomes of the texts.
    pub safe: &'static str,
    /// Before the languages of the page.
    pub language: &'static str,
    /// Where scripts are off.
    pub no_script: &'static str,
    /// How many recitals a text has.
    pub recitals: Plural,
    /// How many operative paragraphs.
    pub operative: Plural,
    /// The names of the languages, in the order of `Language::ALL`.
    pub languages: [&'static str; Language::COUNT],
    /// Kinds of files, by code.
    pub(crate) files: Coded,
    /// What the script of the page says, by code.
    pub(crate) said: Coded,
    /// What is wrong with a text and what to do about it, by code.
    pub(crate) errors: Coded,
}
