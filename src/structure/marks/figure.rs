//! The figures of a text that may be footnote marks, and how likely each is by what stands around it.

use super::super::document::{Kind, Unit};
use crate::language::{Lexicon, is_ordinal_ending};
use crate::text::superscript;

/// The highest number that is looked for.
pub(super) const MOST: usize = 400;
/// A figure that can be nothing else, whatever the count skips.
pub(super) const CERTAIN: i32 = 30;
/// A figure that is set as marks are.
const SURE: i32 = 8;

/// A figure that may be a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    /// Index of its unit.
    pub(super) unit: usize,
    /// Bytes of the unit's text, brackets included.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: usize,
    /// What taking it adds to the chain; negative: only where the count needs it.
    pub(super) likely: i32,
    /// It may call a note that was called before.
    pub(super) again: bool,
}

/// The figures of `unit` that may be marks, in order.
pub(super) fn find(unit: &Unit, lexicon: &Lexicon, figures: &mut Vec<Figure>) {
    let text = unit.text.as_str();
    let mut at = 0;
    while let Some(start) = next_figure(text, at) {
        let end = start + text[start..].find(|c| !is_figure(c)).unwrap_or(text.len() - start);
        at = end;
        let run = Run { text, start, end };
        if let Some((start, end, value, likely)) = run.judge(unit.kind, lexicon)
            && (1..=MOST).contains(&value)
        {
            let again = likely >= SURE || run.stands_as_a_mark(lexicon);
            figures.push(Figure { unit: unit.index, start, end, value, likely, again });
        }
    }
}

/// A run of figures in a text.
struct Run<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Run<'_> {
    /// Bytes, number and likelihood of the mark that the run may be or end in. Negative: only where the count needs it.
    fn judge(&self, kind: Kind, lexicon: &Lexicon) -> Option<(usize, usize, usize, i32)> {
        let (text, start, end) = (self.text, self.start, self.end);
        let run = &text[start..end];
        let raised = run.chars().all(|c| superscript(c).is_some());
        let digits: String = run.chars().map(|c| superscript(c).unwrap_or(c)).collect();
        let (head, tail) = (&text[..start], &text[end..]);
        if (head.ends_with("[^") || head.ends_with('[')) && tail.starts_with(']') {
            let likely = if head.ends_with("[^") { 14 } else { SURE };
            let open = if head.ends_with("[^") { 2 } else { 1 };
            return Some((start - open, end + 1, digits.parse().ok()?, likely));
        }
        let ends =
            tail.chars().next().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '/' | '-' | '–' | '%' | '°' | '\u{2011}'));
        if raised || !ends {
            return raised.then(|| Some((start, end, digits.parse().ok()?, 12)))?;
        }
        if digits.len() > 4 || digits.len() == 4 && !kind_of_year(&digits) {
            let is_year = digits.len() <= 7 && kind_of_year(&digits[..4]);
            let last = head.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
            let dated = lexicon.before_years.contains(&last.as_str()) || lexicon.months.contains(&last.as_str());
            return is_year.then(|| Some((start + 4, end, digits[4..].parse().ok()?, if dated { 4 } else { -2 })))?;
        }
        if digits.starts_with('0') || digits.len() > 3 {
            return None;
        }
        let value: usize = digits.parse().ok()?;
        let likely = self.likely(kind, value, lexicon)?;
        Some((start, end, value, likely))
    }

    /// How likely a plain figure is a mark, by what stands on either side.
    fn likely(&self, kind: Kind, value: usize, lexicon: &Lexicon) -> Option<i32> {
        let (head, tail) = (&self.text[..self.start], &self.text[self.end..]);
        let before = head.chars().next_back()?;
        let two_before = head[..head.len() - before.len_utf8()].chars().next_back();
        let short = self.end - self.start <= 2;
        match before {
            c if c.is_lowercase() => two_before.is_some_and(char::is_alphabetic).then_some(10),
            c if c.is_alphabetic() => (two_before.is_some_and(char::is_uppercase) && short).then_some(2),
            ')' | '»' | '”' | '"' | '’' | ']' => Some(SURE),
            ',' if two_before.is_some_and(|c| c.is_ascii_digit()) => {
                let number = head[..head.len() - 1].rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
                (short && closes(tail) && is_year(number)).then_some(5)
            }
            ',' | ';' => Some(if closes(tail) { CERTAIN } else { SURE }),
            '.' if two_before.is_some_and(char::is_lowercase) && closes(tail) => {
                let word = head[..head.len() - 1].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                (word.chars().count() > 4).then_some(4)
            }
            c if c.is_whitespace() => self.set_apart(kind, value, lexicon),
            _ => None,
        }
    }

    /// "aspects 11 et", "des États 8 ;": set apart after a noun or a year, with a stop or a small word after it.
    fn stands_as_a_mark(&self, lexicon: &Lexicon) -> bool {
        let (head, tail) = (&self.text[..self.start], &self.text[self.end..]);
        let apart = head.ends_with(char::is_whitespace) && tail.starts_with(char::is_whitespace);
        let last = head.trim_end().rsplit([' ', '\u{a0}', '\'', '’']).next().unwrap_or_default().to_lowercase();
        let noun = last.chars().count() > 2 && last.chars().all(char::is_alphabetic) && !lexicon.function_words.contains(&last);
        let next = tail.trim_start().split(|c: char| c.is_whitespace() || c == '\'').next().unwrap_or_default();
        let goes_on = next.starts_with([';', ':', '»', ',', '.']) || lexicon.function_words.contains(next);
        apart && (noun || is_year(&last)) && goes_on
    }

    /// A figure with white space before it: "coopération 1 , soumis", "l'enfant 1 et".
    fn set_apart(&self, kind: Kind, value: usize, lexicon: &Lexicon) -> Option<i32> {
        let (head, tail) = (self.text[..self.start].trim_end(), &self.text[self.end..]);
        let printed = head.rsplit([' ', '\u{a0}', '\'', '’']).next().unwrap_or_default().trim_start_matches(['(', '«', '“', '[']);
        let last = printed.to_lowercase();
        // A symbol says its own number: "résolution 64/200 8 ;".
        let after_figure = last.ends_with(|c: char| c.is_ascii_digit()) && !last.contains('/');
        let names_a_number = [last.as_str(), printed].iter().any(|word| lexicon.numbered_nouns.contains(word)) || last == "n°";
        if names_a_number
            || is_listed(head, tail) && !is_year(&last)
            || head.is_empty()
            || head.ends_with(['/', '-', '–', '(', '§', '°', '$', '€', '+'])
        {
            return None;
        }
        let apart = tail.starts_with(char::is_whitespace);
        let follows = tail.trim_start();
        let quoted = head.ends_with(['»', '”', '"', ')']);
        match follows.chars().next() {
            None => Some(if kind == Kind::Heading { 2 } else { -1 }),
            Some(',' | '.') if apart => Some(9),
            Some(',' | '.' | ')') if value < 100 && (!after_figure || is_year(&last)) => Some(-3),
            _ if after_figure && !is_year(&last) => None,
            Some(')') if apart => Some(6),
            Some(';' | ':' | '»') if apart => Some(if value < 100 { 3 } else { -2 }),
            Some(c) if apart && quoted && c.is_lowercase() => Some(4),
            Some(c) if apart && c.is_lowercase() => {
                let word = follows.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                (!is_ordinal_ending(word) && !lexicon.months.contains(&word)).then_some(-3)
            }
            _ => None,
        }
    }
}

/// Whether a figure between `head` and `tail` is one of several: "sections 2, 4 and", "from 5 to 9".
fn is_listed(head: &str, tail: &str) -> bool {
    const TIES: [&str; 12] = ["and", "et", "y", "e", "or", "ou", "o", "u", "to", "au", "à", "al"];
    let is_number = |word: &str| (1..4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let mut before = head.rsplit([' ', '\u{a0}']);
    let last = before.next().unwrap_or_default();
    let member = if TIES.contains(&last) { before.next() } else { last.strip_suffix(',') };
    let mut after = tail.split_whitespace();
    member.is_some_and(is_number) || after.next().is_some_and(|word| TIES.contains(&word)) && after.next().is_some_and(is_number)
}

/// A mark ends a phrase: nothing, white space or a stop follows.
fn closes(tail: &str) -> bool {
    tail.chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ')'))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && kind_of_year(word)
}

fn kind_of_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

/// Where the first figure of `text` stands from byte `from` on, by a look at each byte.
fn next_figure(text: &str, from: usize) -> Option<usize> {
    // ¹ to ³ begin with 0xC2, the other raised figures with 0xE2.
    let may_begin = |byte: &u8| byte.is_ascii_digit() || matches!(byte, 0xC2 | 0xE2);
    let mut at = from;
    loop {
        at += text.as_bytes()[at..].iter().position(may_begin)?;
        if text[at..].starts_with(is_figure) {
            return Some(at);
        }
        at += 1;
    }
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && superscript(c).is_some()
}
