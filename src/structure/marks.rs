//! Footnote marks: found as a rising count through the whole text, and lifted out of it.
//!
//! ```text
//! la coopération 1 , soumis … du Statut de Rome2 adoptée … coopération3, et … en 20074, rappelle les 66 recommandations
//!                ^ 1                           ^ 2                    ^ 3          ^ 4          (2007 and 66 are figures)
//! ```
//!
//! Any figure may be a mark; how it is set says how likely. Over all candidates, in order, one chain of marks is chosen by dynamic
//! programming: likely ones add to the sum, each number that the count skips takes from it, so that an unlikely candidate
//! ("20074") is taken only where the count needs it. A text of the footnote adds to its number. A mark may be used again.
//! `O(candidates × marks)`.

use super::document::{Footnote, Kind, Note, Unit};
use crate::language::{Language, Lexicon};

/// The highest number that is looked for.
const MOST: usize = 400;
/// What one number missing from the count costs; several cost no more than `LONGEST_GAP` of them.
const GAP: i32 = 4;
const LONGEST_GAP: i32 = 6;
/// What the text of a footnote adds to its number.
const NOTE_IS_THERE: i32 = 5;
/// A candidate that can be nothing else, whatever the count skips.
const CERTAIN: i32 = 30;
/// Candidates from here on may repeat a number that was used before.
const SURE: i32 = 8;

/// A figure that may be a mark.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    unit: usize,
    /// Bytes of the unit's text, brackets included.
    start: usize,
    end: usize,
    value: usize,
    likely: i32,
}

/// Takes the marks out of the units' texts into their footnotes, and ties them to the units that hold the notes.
pub(super) fn lift(units: &mut [Unit], language: Language, notes: &mut Vec<Note>) {
    let lexicon = language.lexicon();
    let mut has_note = [false; MOST + 1];
    for value in units.iter().filter(|u| u.kind == Kind::Note).filter_map(number_of) {
        has_note[value] = true;
    }
    let mut candidates = vec![];
    for unit in units.iter().filter(|unit| !matches!(unit.kind, Kind::Note | Kind::Closing | Kind::Front)) {
        find(unit, lexicon, &mut candidates);
    }
    for candidate in &mut candidates {
        candidate.likely += if has_note[candidate.value] { NOTE_IS_THERE } else { 0 };
    }
    let chosen = chain(&candidates);
    let marks: Vec<Candidate> = chosen.into_iter().map(|at| candidates[at]).collect();
    for of_unit in marks.chunk_by(|a, b| a.unit == b.unit) {
        take_out(&mut units[of_unit[0].unit], of_unit, language);
    }
    tie(units, notes);
}

fn number_of(note: &Unit) -> Option<usize> {
    note.number.as_ref().and_then(|n| n.parse().ok()).filter(|&n| n <= MOST)
}

/// Ties each mark to the nearest note of its number, and says which notes no mark calls.
fn tie(units: &mut [Unit], notes: &mut Vec<Note>) {
    let texts: Vec<(usize, String)> =
        units.iter().filter(|u| u.kind == Kind::Note).filter_map(|u| Some((u.index, u.number.clone()?))).collect();
    let mut called = vec![false; texts.len()];
    for unit in units.iter_mut() {
        let index = unit.index;
        for footnote in &mut unit.footnotes {
            let nearest = texts.iter().enumerate().filter(|(_, (_, number))| *number == footnote.mark);
            if let Some((at, (note, _))) = nearest.min_by_key(|(_, (note, _))| note.abs_diff(index)) {
                footnote.note = Some(*note);
                called[at] = true;
            }
        }
    }
    for ((index, number), _) in texts.iter().zip(&called).filter(|(_, called)| !**called) {
        let note = Note::new("uncalled-note", format!("no mark {number} was found for the footnote {}", units[*index].id));
        notes.push(note.with([number, &units[*index].id]));
    }
}

/// The figures of `unit` that may be marks, in order.
fn find(unit: &Unit, lexicon: &Lexicon, candidates: &mut Vec<Candidate>) {
    let text = unit.text.as_str();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit() || superscript(c).is_some()) {
        let start = at + offset;
        let end =
            start + text[start..].find(|c: char| !c.is_ascii_digit() && superscript(c).is_none()).unwrap_or(text.len() - start);
        at = end;
        let run = Run { text, start, end };
        if let Some((start, end, value, likely)) = run.judge(unit.kind, lexicon)
            && (1..=MOST).contains(&value)
        {
            candidates.push(Candidate { unit: unit.index, start, end, value, likely });
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

    /// A figure with white space before it: "coopération 1 , soumis", "l'enfant 1 et".
    fn set_apart(&self, kind: Kind, value: usize, lexicon: &Lexicon) -> Option<i32> {
        let (head, tail) = (self.text[..self.start].trim_end(), &self.text[self.end..]);
        let last =
            head.rsplit([' ', '\u{a0}']).next().unwrap_or_default().trim_start_matches(['(', '«', '“', '[']).to_lowercase();
        let after_figure = last.ends_with(|c: char| c.is_ascii_digit());
        let names_a_number = lexicon.numbered_nouns.contains(&last.as_str()) || last == "n°";
        if names_a_number || head.is_empty() || head.ends_with(['/', '-', '–', '(', '§', '°', '$', '€', '+']) {
            return None;
        }
        let apart = tail.starts_with(char::is_whitespace);
        let follows = tail.trim_start();
        let quoted = head.ends_with(['»', '”', '"', ')']);
        match follows.chars().next() {
            None => Some(if kind == Kind::Heading { 2 } else { -1 }),
            Some(',' | '.') if apart => Some(9),
            Some(',' | '.' | ')') if value < 100 && (!after_figure || is_year(&last)) => Some(-3),
            _ if after_figure => None,
            Some(')') if apart => Some(6),
            Some(';' | ':' | '»') if apart => Some(if value < 100 { 3 } else { -2 }),
            Some(c) if apart && quoted && c.is_lowercase() => Some(4),
            Some(c) if apart && c.is_lowercase() => {
                let word = follows.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                let ordinal = matches!(word, "e" | "er" | "ère" | "o" | "th" | "st" | "nd" | "rd" | "ª" | "º");
                (!ordinal && !lexicon.months.contains(&word)).then_some(-3)
            }
            _ => None,
        }
    }
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

/// The figure that a raised character stands for.
fn superscript(c: char) -> Option<char> {
    match c {
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '\u{2074}'..='\u{2079}' => char::from_digit(u32::from(c) - 0x2070, 10),
        _ => None,
    }
}

/// The chain of candidates with the highest sum: indices, ascending.
fn chain(candidates: &[Candidate]) -> Vec<usize> {
    struct Step {
        candidate: usize,
        before: Option<usize>,
    }
    // For the highest number so far: the best sum, and the step that reached it.
    let mut best: Vec<Option<(i32, Option<usize>)>> = vec![None; MOST + 1];
    best[0] = Some((0, None));
    let mut steps: Vec<Step> = vec![];
    for (at, candidate) in candidates.iter().enumerate() {
        let fresh = (0..candidate.value)
            .filter_map(|highest| {
                let (sum, step) = best[highest]?;
                let missing = i32::try_from(candidate.value - highest - 1).unwrap_or(LONGEST_GAP).min(LONGEST_GAP);
                Some((sum + candidate.likely - GAP * missing, step))
            })
            .max_by_key(|&(sum, _)| sum);
        if candidate.likely >= SURE {
            for entry in best.iter_mut().skip(candidate.value).flatten() {
                steps.push(Step { candidate: at, before: entry.1 });
                *entry = (entry.0 + candidate.likely - SURE + 1, Some(steps.len() - 1));
            }
        }
        if let Some((sum, before)) = fresh
            && best[candidate.value].is_none_or(|(other, _)| sum > other)
        {
            steps.push(Step { candidate: at, before });
            best[candidate.value] = Some((sum, Some(steps.len() - 1)));
        }
    }
    let mut chosen = vec![];
    let mut step = best.iter().flatten().rev().max_by_key(|(sum, _)| *sum).and_then(|&(_, step)| step);
    while let Some(at) = step {
        chosen.push(steps[at].candidate);
        step = steps[at].before;
    }
    chosen.reverse();
    chosen
}

/// Cuts `marks` out of the unit's text, with the space that set each apart.
fn take_out(unit: &mut Unit, marks: &[Candidate], language: Language) {
    let mut text = String::with_capacity(unit.text.len());
    let mut from = 0;
    for mark in marks {
        text.push_str(&unit.text[from..mark.start]);
        let tail = &unit.text[mark.end..];
        let follows = tail.trim_start();
        let spaced_stop = language == Language::Fr && follows.starts_with([';', ':', '»', '!', '?']);
        let space_follows = follows.len() < tail.len();
        if text.ends_with(char::is_whitespace) {
            text.truncate(text.trim_end().len());
        }
        let printed = unit.text[mark.start..mark.end].to_owned();
        unit.footnotes.push(Footnote { mark: number(&printed), printed, at: text.chars().count(), note: None });
        let touching = follows.is_empty() || !spaced_stop && follows.starts_with([',', '.', ')', ';', ':', '!', '?', '”']);
        from = if space_follows && touching { unit.text.len() - follows.len() } else { mark.end };
    }
    text.push_str(&unit.text[from..]);
    unit.text = text;
}

fn number(mark: &str) -> String {
    mark.chars().filter_map(|c| superscript(c).or(Some(c).filter(char::is_ascii_digit))).collect()
}
