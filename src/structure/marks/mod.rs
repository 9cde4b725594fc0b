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
//! Cost: `O(figures × marks)`.

use std::collections::{BTreeMap, BTreeSet};

use self::chain::chain;
use self::doubt::doubt;
use self::figure::{Figure, MOST, find};
use self::known::{Known, drop_names};
use super::document::{Footnote, Kind, Unit};
use crate::language::Language;
use crate::read::{Block, Mark, Note};
use crate::text::{lift, superscript};
use crate::work::step;

mod around;
mod chain;
mod doubt;
mod figure;
mod known;

/// What the text of a footnote adds to its number.
const NOTE_IS_THERE: i32 = 5;

/// Takes over the marks that the source itself keeps apart from the words; `units[n]` is `blocks[n]`.
pub(super) fn take_over(units: &mut [Unit], blocks: &[Block]) {
    for (unit, block) in units.iter_mut().zip(blocks) {
        let Some(marks) = &block.marks else { continue };
        let length = unit.text.chars().count();
        let before = unit.status.as_ref().and_then(|_| block.text.find(&unit.text)).map(|at| block.text[..at].chars().count());
        let label = before.unwrap_or_else(|| block.text.chars().count() - length);
        let footnote = |mark: &Mark| Footnote {
            mark: mark_of(&mark.printed),
            printed: mark.printed.clone(),
            at: mark.at.saturating_sub(label).min(length),
            note: None,
        };
        unit.footnotes = marks.iter().map(footnote).collect();
    }
}

/// Takes the marks out of the units' texts into their footnotes, where the source does not keep them apart.
pub(super) fn find_and_lift(units: &mut [Unit], blocks: &[Block], language: Language, notes: &mut Vec<Note>) {
    let lexicon = language.lexicon();
    let mut has_note = [false; MOST + 1];
    for value in units.iter().filter(|u| u.kind == Kind::Note).filter_map(number_of) {
        has_note[value] = true;
    }
    let mut figures = vec![];
    let unknown = units.iter().filter(|unit| blocks[unit.index].marks.is_none());
    for unit in unknown.filter(|unit| !matches!(unit.kind, Kind::Note | Kind::Closing | Kind::Front)) {
        find(unit, lexicon, &mut figures);
    }
    drop_names(units, &mut figures);
    for figure in &mut figures {
        figure.likely += if has_note[figure.value] { NOTE_IS_THERE } else { 0 };
    }
    let known = Known::new(units, &figures, &has_note);
    let taken = chain(&figures, &known);
    notes.extend(doubt(units, &figures, &taken));
    let marks: Vec<Figure> = taken.into_iter().map(|at| figures[at]).collect();
    for of_unit in marks.chunk_by(|a, b| a.unit == b.unit) {
        take_out(&mut units[of_unit[0].unit], of_unit, language);
    }
    lift_signs(units, blocks, language);
}

/// Takes out the asterisks and daggers that call a note which is printed behind the same sign.
fn lift_signs(units: &mut [Unit], blocks: &[Block], language: Language) {
    let is_sign = |mark: &str| mark.starts_with(['*', '†', '‡']);
    let notes = units.iter().filter(|unit| unit.kind == Kind::Note);
    let signs: BTreeSet<String> = notes.filter_map(|unit| unit.number.clone()).filter(|mark| is_sign(mark)).collect();
    for unit in units.iter_mut().filter(|unit| unit.kind != Kind::Note && blocks[unit.index].marks.is_none()) {
        for sign in &signs {
            let is_call = |at: usize| {
                let (head, tail) = (&unit.text[..at], &unit.text[at + sign.len()..]);
                let is_alone = !is_sign(tail) && !head.ends_with(['*', '†', '‡']);
                is_alone && head.ends_with(|c: char| !c.is_whitespace()) && !tail.starts_with(char::is_alphanumeric)
            };
            let spans: Vec<_> = unit.text.match_indices(sign.as_str()).map(|(at, _)| at..at + sign.len()).collect();
            let spans: Vec<_> = spans.into_iter().filter(|span| is_call(span.start)).collect();
            if spans.is_empty() {
                continue;
            }
            let before: Vec<usize> = spans.iter().map(|span| unit.text[..span.start].chars().count()).collect();
            let (text, places) = lift(&unit.text, &spans, language.spaced_stops());
            for footnote in &mut unit.footnotes {
                footnote.at -= before.iter().filter(|at| **at < footnote.at).count() * sign.chars().count();
            }
            let called = places.into_iter().map(|at| Footnote { mark: sign.clone(), printed: sign.clone(), at, note: None });
            unit.footnotes.extend(called);
            unit.footnotes.sort_by_key(|footnote| footnote.at);
            unit.text = text;
        }
    }
}

/// What a mark is known by: its figures, else all of it: "4" of `[^4]`, "iii", "*".
pub(super) fn mark_of(printed: &str) -> String {
    Some(number(printed)).filter(|number| !number.is_empty()).unwrap_or_else(|| printed.to_owned())
}

fn number_of(note: &Unit) -> Option<usize> {
    note.number.as_ref().and_then(|n| n.parse().ok()).filter(|&n| n <= MOST)
}

/// Ties each mark to the nearest note of its number, and says which notes no mark calls.
///
/// Where the source knows its marks, each has a note of its own, in the same order.
pub(super) fn tie(units: &mut [Unit], blocks: &[Block], notes: &mut Vec<Note>) {
    let texts: Vec<(usize, String)> =
        units.iter().filter(|u| u.kind == Kind::Note).filter_map(|u| Some((u.index, u.number.clone()?))).collect();
    let mut called = vec![false; texts.len()];
    // The notes of each number, in their order, and the first that may not be called yet.
    let mut same: BTreeMap<&str, (Vec<usize>, usize)> = BTreeMap::new();
    for (at, (_, number)) in texts.iter().enumerate() {
        same.entry(number).or_default().0.push(at);
    }
    for unit in units.iter_mut() {
        let index = unit.index;
        for footnote in &mut unit.footnotes {
            let Some((same, first)) = same.get_mut(footnote.mark.as_str()) else { continue };
            let gone = same[*first..].iter().take_while(|at| called[**at]).count();
            *first += gone;
            step(1 + gone);
            let own = same.get(*first).filter(|_| blocks[index].marks.is_some());
            let after = same.partition_point(|at| texts[*at].0 < index);
            let beside = || same[after.saturating_sub(1)..].iter().take(2).min_by_key(|at| texts[**at].0.abs_diff(index));
            if let Some(&at) = own.or_else(beside) {
                footnote.note = Some(texts[at].0);
                called[at] = true;
            }
        }
    }
    for ((index, number), _) in texts.iter().zip(&called).filter(|(_, called)| !**called) {
        let note = Note::new("uncalled-note", format!("no mark {number} was found for the footnote {}", units[*index].id));
        notes.push(note.with([number, &units[*index].id]));
    }
}

/// Cuts `marks` out of the unit's text, with the space that set each apart.
fn take_out(unit: &mut Unit, marks: &[Figure], language: Language) {
    let spans: Vec<_> = marks.iter().map(|mark| mark.start..mark.end).collect();
    let (text, places) = lift(&unit.text, &spans, language.spaced_stops());
    for ((span, at), mark) in spans.into_iter().zip(places).zip(marks) {
        let printed = unit.text[span].to_owned();
        unit.footnotes.push(Footnote { mark: mark.value.to_string(), printed, at, note: None });
    }
    unit.text = text;
}

fn number(mark: &str) -> String {
    mark.chars().filter_map(|c| superscript(c).or(Some(c).filter(char::is_ascii_digit))).collect()
}
