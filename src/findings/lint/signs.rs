//! Brackets: square ones that were left, and signs without their other half.

use std::collections::BTreeSet;

use crate::findings::finding::{Finding, Place, Rule};
use crate::language::Language;
use crate::structure::{Document, Kind, Unit};
use crate::text::has_open_quotation;
use crate::text::label::roman_value;

/// What the signs of `document` give to ask; it is text `at` of the series.
pub(super) fn signs(document: &Document, at: usize) -> Vec<Finding> {
    // A sign that opens in one row of a table may close in the next.
    let is_text =
        |unit: &&Unit| matches!(unit.kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph) && unit.row.is_none();
    let units: Vec<&Unit> = document.units.iter().filter(is_text).collect();
    let mut findings: Vec<Finding> = units.iter().filter_map(|unit| bracketed(unit, at, document.language)).collect();
    // A quotation or an aside may go on through the parts of a paragraph.
    let paragraphs = units.chunk_by(|_, next| next.kind == Kind::Subparagraph);
    let lone: Vec<Lone> = paragraphs.flat_map(|units| unbalanced(units, document.language)).collect();
    // A quotation of many paragraphs opens in one and closes in another.
    let quotes: BTreeSet<char> = lone.iter().map(|other| other.sign).filter(|sign| is_quote(*sign)).collect();
    let opens = if quotes.is_empty() { None } else { first_open(document) };
    let goes_on = |sign: &Lone| {
        let opens_before = sign.is_close && opens.is_some_and(|unit| unit < sign.unit);
        is_quote(sign.sign) && (quotes.len() > 1 || opens_before)
    };
    let finding = |lone: &Lone| {
        let sign = lone.sign.to_string();
        Finding::at(&Place::in_unit(at, lone.unit, lone.start, &sign), Rule::Unbalanced, &sign, vec![sign.clone()])
    };
    findings.extend(lone.iter().filter(|sign| !goes_on(sign)).map(finding));
    findings
}

/// A sign without its other half, at character `start` of unit `unit`.
struct Lone {
    unit: usize,
    start: usize,
    sign: char,
    is_close: bool,
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '«' | '»' | '“' | '”' | '《' | '》')
}

/// The first unit, of whatever kind, with more opening than closing quotation marks.
fn first_open(document: &Document) -> Option<usize> {
    let excess = |unit: &Unit| unit.text.matches(['«', '“']).count() > unit.text.matches(['»', '”']).count();
    document.units.iter().position(excess)
}

/// The first words in square brackets that were left, or the paragraph's number in them.
fn bracketed(unit: &Unit, at: usize, language: Language) -> Option<Finding> {
    let label = unit.label.as_deref().filter(|_| unit.is_bracketed());
    if let Some(label) = label {
        return Some(Finding::at(&Place::in_unit(at, unit.index, 0, ""), Rule::Bracketed, label, vec![label.to_owned()]));
    }
    let brackets = unit.text.match_indices('[').map(|(open, _)| Bracket::of(&unit.text, open));
    let left = brackets.into_iter().find(|bracket| bracket.is_left(language))?;
    let place = Place::in_unit(at, unit.index, left.before.chars().count(), left.whole);
    Some(Finding::at(&place, Rule::Bracketed, left.whole, vec![left.whole.to_owned()]))
}

/// Words in square brackets, which mark what is not agreed yet, and what stands about them.
struct Bracket<'a> {
    before: &'a str,
    /// With its brackets.
    whole: &'a str,
    behind: &'a str,
}

impl<'a> Bracket<'a> {
    /// The bracket that opens at byte `open`, up to the one that closes it.
    fn of(text: &'a str, open: usize) -> Self {
        let mut depth = 0_usize;
        let closes = |&(_, sign): &(usize, char)| {
            match sign {
                '[' => depth += 1,
                ']' => depth -= 1,
                _ => {}
            }
            depth == 0
        };
        let end = text[open..].char_indices().find(closes).map_or(text.len(), |(at, _)| open + at + 1);
        Self { before: &text[..open], whole: &text[open..end], behind: &text[end..] }
    }

    fn words(&self) -> &'a str {
        self.whole.strip_suffix(']').unwrap_or(self.whole).trim_start_matches('[')
    }

    /// Not what a quotation leaves out, the other name of something, a letter changed in a quotation, or how a text was adopted.
    fn is_left(&self, language: Language) -> bool {
        let words = self.words();
        let is_pause =
            matches!(&*words.replace([' ', '\u{a0}'], ""), "..." | "…") && has_open_quotation(self.near()) || words == "sic";
        !is_pause && !self.is_name(language) && !self.is_in_quoted_word() && !language.lexicon().is_adoption(words)
    }

    /// "[Myanmar]": one word with a capital that the beginning of a paragraph does not ask for, no verb and no alternative.
    fn is_name(&self, language: Language) -> bool {
        let words = self.words();
        let is_word = words.starts_with(char::is_uppercase)
            && words.contains(char::is_lowercase)
            && words.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
        let is_first = self.before.trim_matches(['«', '“', '"', ' ', '\u{a0}']).is_empty();
        let is_tie = |c: char| c.is_whitespace() || c == '/';
        let has_alternative =
            self.before.trim_end_matches(is_tie).ends_with(']') || self.behind.trim_start_matches(is_tie).starts_with('[');
        let opens = language.lexicon().is_operative(words) || language.lexicon().is_preambular(words);
        is_word && !is_first && !has_alternative && !opens
    }

    /// "“[t]he parties”", "“stat[ing]”"; not "State[s]" of a draft.
    fn is_in_quoted_word(&self) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
        let [goes_on, goes_before] = [is_letter(self.behind.chars().next()), is_letter(self.before.chars().next_back())];
        let is_initial = goes_on && self.words().chars().count() == 1;
        is_initial || (goes_on || goes_before) && has_open_quotation(self.near())
    }

    /// What stands before it, as far back as a quotation may have opened.
    fn near(&self) -> &'a str {
        const FAR: usize = 500;
        self.before.char_indices().rev().take(FAR).last().map_or("", |(at, _)| &self.before[at..])
    }
}

/// The first bracket or quotation mark of each sort without its other half in a paragraph and its parts.
fn unbalanced(units: &[&Unit], language: Language) -> Vec<Lone> {
    // Arabic opens with the quotation mark that others close with.
    let quotes = if language.lexicon().spelling.quotes.0 == "”" { ('”', '“') } else { ('“', '”') };
    let pairs = [('(', ')'), ('[', ']'), ('«', '»'), ('《', '》'), quotes];
    let is_sign = |c: char| pairs.iter().any(|&(open, close)| c == open || c == close);
    let signs: Vec<(&Unit, usize, char)> = units
        .iter()
        .flat_map(|unit| unit.text.char_indices().filter(|&(_, c)| is_sign(c)).map(|(at, sign)| (*unit, at, sign)))
        .collect();
    let lone = |(open, close): (char, char)| {
        let lone = |unit: &Unit, at: usize, sign: char| Lone {
            unit: unit.index,
            start: unit.text[..at].chars().count(),
            sign,
            is_close: sign == close,
        };
        let mut waiting = vec![];
        for &(unit, at, sign) in &signs {
            // A long quotation opens again at each of its paragraphs.
            let goes_on = at == 0 && is_quote(open) && !waiting.is_empty();
            if sign == open && !goes_on {
                waiting.push((unit, at));
            } else if sign == close && waiting.pop().is_none() && !ends_label(&unit.text[..at]) {
                return Some(lone(unit, at, close));
            }
        }
        waiting.first().map(|&(unit, at)| lone(unit, at, open))
    };
    pairs.into_iter().filter_map(lone).collect()
}

/// Whether a bracket behind `before` closes a label that none opened: "52 d)", "iv )".
fn ends_label(before: &str) -> bool {
    let label = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_number = label.bytes().all(|b| b.is_ascii_digit());
    !label.is_empty() && (label.chars().count() == 1 || is_number || roman_value(&label.to_uppercase()).is_some())
}
