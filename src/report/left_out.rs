//! What was left out of the texts and differs, for people.
//!
//! ```text
//! Left out of the texts, and different
//! page 3, line 41   page number or running head   241 → 244
//! OP12              footnote mark                 2 → 3
//! ```

use super::Pair;
use super::contents::{coded, cut};
use super::figures::unit_name;
use super::label::range;
use super::phrases::{Phrases, fill};
use super::unknown::unknown_notes;
use crate::align::Side;
use crate::compare::{self, Change, LeftOut, LeftOutKind, LeftOutPiece};
use crate::structure::Document;

/// What was left out of the texts and differs, and the footnotes that only one of them prints: nobody knows whether they are the same.
pub(super) fn left_out(old: &Document, new: &Document, changes: &[Change]) -> Vec<LeftOut> {
    let mut found = compare::left_out(old, new, changes);
    let unknown = unknown_notes([old, new], changes);
    let of_side = |document: &Document, units: fn(&Change) -> &Vec<usize>| {
        let unknown = changes.iter().zip(&unknown).filter(|(_, is_unknown)| **is_unknown).flat_map(|(change, _)| units(change));
        let units: Vec<usize> = unknown.copied().collect();
        let (first, last) = (*units.first()?, *units.last()?);
        // A text that prints none at all is one difference.
        let ids = [first, last].map(|unit| document.units[unit].id.as_str());
        let text = if units.len() == 1 { document.units[first].text.clone() } else { format!("{} … {}", ids[0], ids[1]) };
        Some(LeftOutPiece { text, line: None, page: None, unit: Some(first) })
    };
    let sides = [of_side(old, |change| &change.link.old), of_side(new, |change| &change.link.new)];
    if let [Some(_), _] | [_, Some(_)] = &sides {
        let [old, new] = sides;
        found.push(LeftOut { kind: LeftOutKind::Note, old, new });
    }
    found
}

/// A difference in what was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOutLine {
    /// Where it stands, in the new text if it does there: "page 3, line 41", "OP12"; empty when it belongs to whole pages.
    pub place: String,
    /// What it was taken for.
    pub kind: String,
    /// In the old text; a dash where it is not there.
    pub old: String,
    /// In the new text; a dash where it is not there.
    pub new: String,
}

impl LeftOutLine {
    /// What it was taken for, and both sides: "page number: 241 → 244".
    pub fn said(&self, phrases: &Phrases) -> String {
        phrases.said_of(&self.kind, &phrases.from_to(&self.old, &self.new))
    }
}

/// All differences in one remark; None where there are none.
pub(super) fn remark(lines: &[LeftOutLine], phrases: &Phrases) -> Option<String> {
    let said: Vec<String> = lines.iter().map(|line| format!("{} {}", line.place, line.said(phrases)).trim().to_owned()).collect();
    (!said.is_empty()).then(|| phrases.said_of(phrases.page.left_out, &said.join(phrases.semicolon)))
}

/// The differences, in the order of the redline.
pub(super) fn lines(pair: &Pair<'_>) -> Vec<LeftOutLine> {
    let redline = pair.redline;
    let text = |one: &LeftOut, side: Side| {
        let piece = if side == Side::Old { &one.old } else { &one.new };
        let notes = || (one.kind == LeftOutKind::Note).then(|| several_notes(pair, side)).flatten();
        piece.as_ref().map_or_else(|| "–".to_owned(), |piece| notes().unwrap_or_else(|| cut(&piece.text)))
    };
    let line = |one: &LeftOut| {
        let new = one.new.as_ref().map(|piece| place(piece, &redline.new, pair.phrases));
        let old = || one.old.as_ref().map(|piece| place(piece, &redline.old, pair.phrases));
        LeftOutLine {
            place: new.or_else(old).unwrap_or_default(),
            kind: coded(one.kind, pair.phrases.left_out),
            old: text(one, Side::Old),
            new: text(one, Side::New),
        }
    };
    redline.left_out.iter().map(line).collect()
}

/// "notes 2 à 6": the footnotes that only one side prints; None where they are not several.
fn several_notes(pair: &Pair<'_>, side: Side) -> Option<String> {
    let unknown = pair.redline.links.iter().zip(&pair.unknown).filter(|(_, is_unknown)| **is_unknown);
    let units = unknown.flat_map(|(change, _)| if side == Side::Old { &change.link.old } else { &change.link.new });
    let units: Vec<usize> = units.copied().collect();
    let [first, .., last] = units.as_slice() else { return None };
    let name = |&unit: &usize| pair.name(if side == Side::Old { pair.old_unit(unit) } else { pair.new_unit(unit) });
    Some(range([&name(first), &name(last)], units.len(), pair.phrases))
}

fn place(piece: &LeftOutPiece, document: &Document, phrases: &Phrases) -> String {
    if let Some(unit) = piece.unit {
        return unit_name(document, unit, phrases);
    }
    let page = piece.page.map(|page| fill(phrases.page.on_page, &[&page.to_string()]));
    let line = piece.line.map(|line| format!("{} {line}", phrases.page.line.to_lowercase()));
    page.into_iter().chain(line).collect::<Vec<_>>().join(phrases.comma)
}
