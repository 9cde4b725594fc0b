//! The head of the page: which two texts, of which days.

use super::phrases::{Phrases, fill};
use crate::language::{Language, meeting_in_figures};
use crate::structure::{Adoption, Document};
use crate::text::capitalised;

/// What is compared with what.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TitleBlock {
    /// The title of the later text, else its symbol or label.
    pub title: String,
    /// Both texts in a few words: "ASP/19 → ASP/20".
    pub pair: String,
    /// The earlier text.
    pub old: Party,
    /// The later text.
    pub new: Party,
}

/// One of the two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Party {
    /// "Earlier text".
    pub role: &'static str,
    /// Short name.
    pub label: String,
    /// As printed.
    pub symbol: Option<String>,
    /// Its title, where it differs from the title of the page.
    pub title: Option<String>,
    /// "adopted 9 December 2021, 8th meeting".
    pub adopted: Option<String>,
    /// What it is written in.
    pub language: Language,
}

impl TitleBlock {
    pub(super) fn of(old: &Document, new: &Document, language: Language) -> Self {
        let words = &Phrases::of(language).page;
        let title = [&new.title, &old.title, &new.symbol].into_iter().flatten().next().unwrap_or(&new.label).clone();
        let (old, new) = (Party::of(old, words.old, &title, language), Party::of(new, words.new, &title, language));
        Self { pair: fill(Phrases::of(language).pair, &[old.short(), new.short()]), title, old, new }
    }
}

impl Party {
    /// The party that `document` is, on a page called `title` in `language`.
    pub(super) fn of(document: &Document, role: &'static str, title: &str, language: Language) -> Self {
        Self {
            role,
            label: document.label.clone(),
            symbol: document.symbol.clone(),
            title: document.title.clone().filter(|own| own != title),
            adopted: document.adopted.as_ref().and_then(|adoption| adopted(adoption, language)),
            language: document.language,
        }
    }

    /// The symbol, else the label.
    pub fn short(&self) -> &str {
        self.symbol.as_deref().unwrap_or(&self.label)
    }
}

pub(super) fn adopted(adoption: &Adoption, language: Language) -> Option<String> {
    let words = &Phrases::of(language).page;
    let date = adoption.date.as_deref().map(|date| fill(words.adopted, &[&day(date, language)]));
    let meeting = adoption.meeting.as_deref().map(|meeting| {
        let ordinal = meeting.parse().map_or_else(|_| meeting.to_owned(), |number| meeting_in_figures(number, language));
        fill(words.meeting, &[&ordinal])
    });
    let parts: Vec<String> = [date, meeting].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(Phrases::of(language).comma))
}

/// `2021-12-09` as a person writes it; a date that is no such date is shown as it stands.
fn day(date: &str, language: Language) -> String {
    let words = &Phrases::of(language).page;
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return date.to_owned() };
    let Some(month) = month.parse::<usize>().ok().and_then(|m| language.lexicon().months.get(m.checked_sub(1)?)) else {
        return date.to_owned();
    };
    let day = day.trim_start_matches('0');
    let day = if day == "1" { words.first } else { day };
    let has_capital = language.lexicon().spelling.has_capital_months;
    let month = if has_capital { capitalised(month) } else { (*month).to_owned() };
    words.day.replace("{y}", year).replace("{m}", &month).replace("{d}", day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_the_language_writes_it() {
        assert_eq!(day("2021-12-09", Language::En), "9 December 2021");
        assert_eq!(day("2021-12-01", Language::Fr), "1er décembre 2021");
        assert_eq!(day("2021-12-01", Language::Es), "1 de diciembre de 2021");
        assert_eq!(day("sometime", Language::En), "sometime");
        assert_eq!(day("2021-13-01", Language::En), "2021-13-01");
    }
}
