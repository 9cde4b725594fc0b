//! What stands around a figure: the words that say that it is one of the sentence, and those that a mark may stand between.
//!
//! ```text
//! "or 1 billion people", "up to 3 ;", "room 4 ,", "1.5 degrees", "sections 2, 4 and 5"      figures of the sentence
//! "aspects 11 et", "des États 8 ;"                                                           perhaps marks
//! ```

use crate::language::{Lexicon, is_ordinal_ending};
use crate::text::{lower, takes_power};

/// A figure with the text on either side.
pub(super) struct Around<'a> {
    pub(super) text: &'a str,
    pub(super) head: &'a str,
    pub(super) tail: &'a str,
    /// The word before it, in lower case, without what opens a bracket or a quotation.
    pub(super) last: String,
    /// The same as printed.
    printed: &'a str,
    /// The word after it, up to an apostrophe.
    next: &'a str,
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> Around<'a> {
    /// The surroundings of the bytes from `start` to `end` of `text`.
    pub(super) fn new(text: &'a str, start: usize, end: usize, lexicon: &'a Lexicon) -> Self {
        let (head, tail) = (&text[..start], &text[end..]);
        let printed = head.trim_end().rsplit([' ', '\u{a0}', '\u{202f}', '\'', '’']).next().unwrap_or_default();
        let printed = printed.trim_start_matches(['(', '«', '“', '[', '"']);
        let next = tail.trim_start().split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’')).next().unwrap_or_default();
        Self { text, head, tail, last: lower(printed).into_owned(), printed, next, lexicon }
    }

    /// Whether the figures end here, and are no part of a word, a symbol or a decimal number.
    pub(super) fn ends(&self) -> bool {
        let mut after = self.tail.chars();
        let first = after.next();
        let decimal = matches!(first, Some('.' | ',' | ':')) && after.next().is_some_and(|c| c.is_ascii_digit());
        let joined =
            |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '%' | '°' | '\u{2011}' | '‰' | '€' | '$' | '£');
        !decimal && !first.is_some_and(joined)
    }

    /// Whether the figure stands at the place of a count or in a date: before "million", behind "or" or "under".
    pub(super) fn is_counted(&self) -> bool {
        let Lexicon { function_words, before_counts, .. } = self.lexicon;
        // The stop between a word and a figure glued to it is not part of the word.
        let last = self.last.trim_end_matches([',', ';']);
        self.measures_something()
            || function_words.contains(last) && !self.names_a_series()
            || before_counts.contains(last)
            || last.ends_with([
                '=', '<', '>', '≤', '≥', '±', '×', '~', '≈', '/', '-', '–', '(', '[', '§', '°', '$', '€', '£', '+', '#',
            ])
    }

    /// Whether a symbol ends in a letter before the figure: "la résolution 51/45 N 7 ,".
    fn names_a_series(&self) -> bool {
        let before = self.head.split_whitespace().rev().nth(1).unwrap_or_default();
        before.contains('/') && self.printed.len() == 1 && self.printed.starts_with(char::is_uppercase)
    }

    /// "million", "per cent", "years", "de mayo", "er": what follows makes the figure a quantity, a date or an ordinal.
    pub(super) fn measures_something(&self) -> bool {
        const PER_CENT: [&str; 5] = ["per cent", "pour cent", "pour mille", "por ciento", "por mil"];
        let Lexicon { measures, months, .. } = self.lexicon;
        let follows = self.tail.trim_start();
        let mut words = follows.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2).map(lower);
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let is_next = follows.starts_with(char::is_alphabetic);
        let dated = months.contains(&&*first) || first == "de" && months.contains(&&*second);
        follows.starts_with(['%', '‰', '°', '€', '$', '£', '×', '+', '='])
            || is_next && (dated || measures.contains(&first) || is_ordinal_ending(&first))
            || PER_CENT.iter().any(|per_cent| follows.starts_with(per_cent))
    }

    /// Whether the word before the figure takes a number behind it: "room 4", "Tables 2", "n° 5".
    pub(super) fn names_a_number(&self) -> bool {
        let known = |word: &str| self.lexicon.numbered_nouns.contains(&word);
        known(&self.last) || known(self.printed) || matches!(self.last.as_str(), "n°" | "nº" | "№" | "o" | "os")
    }

    /// A mark ends a phrase: nothing, white space or a stop follows.
    pub(super) fn closes(&self) -> bool {
        self.tail.chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ')'))
    }

    /// Whether the sentence ends or goes on with a stop or a small word.
    pub(super) fn goes_on(&self) -> bool {
        let next = self.next.trim_end_matches(',');
        self.next.is_empty()
            || self.next.starts_with([';', ':', '»', ',', '.', ')', '”'])
            || self.lexicon.function_words.contains(next)
            || self.lexicon.after_marks.contains(next)
    }

    /// Whether the next word looks like counted things: "3 countries".
    pub(super) fn has_plural_next(&self) -> bool {
        let next = self.next.trim_end_matches([',', '.', ';']);
        let known = self.goes_on() || self.lexicon.operative.contains(next);
        next.starts_with(char::is_lowercase) && next.ends_with(['s', 'x']) && !known
    }

    /// "in 2007", "May 2007".
    pub(super) fn names_a_date(&self) -> bool {
        self.lexicon.before_years.contains(&self.last.as_str()) || self.lexicon.months.contains(&self.last.as_str())
    }

    /// Whether a word of letters ends right before the figure: "Rome2", not "km2" or "le5".
    pub(super) fn is_behind_a_word(&self) -> bool {
        const SHORTEST: usize = 3;
        let word = self.word();
        let is_whole =
            !self.head[..self.head.len() - word.len()].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '@'));
        let is_plain = word.split(['-', '\u{2011}']).all(|part| part.chars().skip(1).all(char::is_lowercase));
        is_whole && is_plain && word.chars().count() >= SHORTEST && !takes_power(self.head)
    }

    /// The letters right before the figure, with the hyphens between them.
    fn word(&self) -> &'a str {
        self.head.rsplit(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '\u{2011}')).next().unwrap_or_default()
    }

    /// Whether a bracket or a quotation of some length closes before the figure: not "(a)2", "(12)3", "5’3" or the symbol "Rec(2010)5".
    pub(super) fn is_behind_a_close(&self) -> bool {
        let inside = self.head.trim_end_matches([')', '»', '”', '"', '’', ']', '.', ',', '\u{a0}', ' ']);
        let inner = inside.rsplit(['(', '[', '«', '“', '"']).next().unwrap_or_default();
        let letters = inner.chars().filter(|c| c.is_alphabetic()).count();
        let is_year = self.head.ends_with(')') && is_year(inner.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default());
        let is_measure = self.head.ends_with(['’', '"']) && !inside.ends_with(char::is_alphabetic);
        let is_symbol = is_year && inside[..inside.len() - inner.len()].trim_end_matches('(').ends_with(char::is_alphanumeric);
        is_year && !is_symbol || letters >= 3 && !is_measure
    }

    /// Whether a phrase stands before the stop that stands before the figure: "Development,2", "18/6;1", "COVID-19,3", not "a,2" or "4,7".
    pub(super) fn is_behind_a_phrase(&self) -> bool {
        let phrase = &self.head[..self.head.len() - 1];
        let word = phrase.rsplit(char::is_whitespace).next().unwrap_or_default();
        let figures = phrase.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let is_name = || {
            let name = word.strip_suffix(figures).and_then(|name| name.strip_suffix(['-', '\u{2011}']));
            name.is_some_and(|name| name.ends_with(char::is_alphabetic))
        };
        match phrase.chars().next_back() {
            Some(c) if c.is_ascii_digit() => is_year(figures) || word.contains('/') || is_name(),
            Some(c) if c.is_alphabetic() => word.chars().filter(|c| c.is_alphabetic()).count() >= 3,
            last => last.is_some_and(|c| matches!(c, ')' | '»' | '”' | '"' | '’' | ']')),
        }
    }

    /// Whether a sentence ends before the figure: "Development.2", not "art.2".
    pub(super) fn is_behind_a_sentence(&self) -> bool {
        let word = self.head[..self.head.len() - 1].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let last = lower(word);
        word.chars().count() > 4 && word.ends_with(char::is_lowercase) && !self.lexicon.numbered_nouns.contains(&&*last)
    }

    /// Whether a mark may stand in brackets here: behind a word or a stop, or at the end of a phrase; not "of [2] [3] years".
    pub(super) fn may_be_bracketed_mark(&self) -> bool {
        let glued = self.head.ends_with(|c: char| !c.is_whitespace() && !matches!(c, '[' | ']' | '(' | '-' | '–' | '/'));
        let follows = self.tail.trim_start();
        !follows.starts_with('[')
            && !self.head.trim_end().ends_with(']')
            && self.ends()
            && (glued || !self.is_counted() && self.goes_on())
    }

    /// Whether a phrase may end before a figure that is set apart: with a word, a year, a symbol or what closes one.
    pub(super) fn may_end_a_phrase(&self) -> bool {
        let head = self.head.trim_end();
        let letters = self.last.chars().filter(|c| c.is_alphabetic()).count();
        let closed = head.ends_with([')', '»', '”', '"', '’']);
        let worded = head.ends_with(char::is_alphabetic) && (letters > 1 || self.names_a_series());
        let figure = head.ends_with(|c: char| c.is_ascii_digit());
        closed || worded || figure
    }

    /// "aspects 11 et", "en 2015 8 ainsi": with space on both sides, behind a noun or a year.
    pub(super) fn stands_between_words(&self) -> bool {
        let is_noun = self.last.chars().count() > 2 && self.last.chars().all(char::is_alphabetic);
        let apart = self.head.ends_with(char::is_whitespace) && self.tail.starts_with(char::is_whitespace);
        apart && (is_noun || is_year(&self.last)) && self.goes_on()
    }

    /// Whether the figure is one of several: "sections 2, 4 and", "from 5 to 9", "0,15 to 0,20".
    pub(super) fn is_listed(&self) -> bool {
        const TIES: [&str; 12] = ["and", "et", "y", "e", "or", "ou", "o", "u", "to", "au", "à", "al"];
        let is_number = |word: &str| (1..4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        let mut before = self.head.trim_end().rsplit([' ', '\u{a0}']);
        let last = before.next().unwrap_or_default();
        let member = if TIES.contains(&last) { before.next() } else { last.strip_suffix(',') };
        let mut after = self.tail.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
        let next = after.next().unwrap_or_default();
        let is_followed = TIES.contains(&next) && after.next().is_some_and(is_number);
        member.is_some_and(is_number) || is_followed || self.tail.starts_with(", ") && is_number(next)
    }

    /// Whether hardly a word stands in the text: "Judges 1", a row of a table.
    pub(super) fn is_short(&self) -> bool {
        const FEW: usize = 5;
        self.text.split_whitespace().take(FEW).count() < FEW && !is_year(&self.last)
    }
}

/// Whether `word` is a year of our time: "1998", "2021".
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && begins_as_year(word)
}

pub(super) fn begins_as_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}
