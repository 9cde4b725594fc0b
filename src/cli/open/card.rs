//! How a text was read, on a card of the page: what `rature doctor` says, for those who only want to know whether it is right.

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::language::Language;
use crate::read::{ReadOptions, diagnose};
use crate::report::phrases::{Phrases, counted};
use crate::report::{coded, message, numbering};
use crate::structure::{Document, Kind};

/// How many doubts are said; whoever needs all asks `rature doctor`.
const DOUBTS: usize = 6;

/// What the page says of a text.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Card {
    /// Its title, else its symbol.
    title: Option<String>,
    /// Its language.
    language: Language,
    /// The day on which it was adopted, `YYYY-MM-DD`.
    when: Option<String>,
    /// Its language, what kind of file it is, its paragraphs, their numbers.
    facts: Vec<String>,
    /// What is doubtful about it.
    doubts: Vec<String>,
}

impl Card {
    /// Of `document`, which was read from `bytes`, in the language of the page.
    ///
    /// # Errors
    /// As [`diagnose`].
    pub(super) fn of(document: &Document, bytes: &[u8], ui: Language) -> Result<Self, Error> {
        let (phrases, words) = (Phrases::of(ui), Phrases::of(ui).opening);
        let file = diagnose(&document.label, bytes, &ReadOptions::default())?.format;
        let count = |kind: Kind| document.units.iter().filter(|unit| unit.kind == kind).count();
        let language = Language::ALL.iter().zip(words.languages).find(|(known, _)| **known == document.language);
        let facts = [
            language.map_or("", |(_, name)| name).to_owned(),
            coded(&file.code, words.files),
            counted(words.recitals, count(Kind::Preambular)),
            counted(words.operative, count(Kind::Operative)),
        ];
        Ok(Self {
            title: document.title.clone().or_else(|| document.symbol.clone()),
            language: document.language,
            when: document.adopted.as_ref().and_then(|adopted| adopted.date.clone()),
            facts: facts.into_iter().chain(numbering(document, phrases)).collect(),
            doubts: document.notes.iter().take(DOUBTS).map(|note| message(note, phrases)).collect(),
        })
    }
}
