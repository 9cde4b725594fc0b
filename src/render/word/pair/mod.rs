//! The redline of two Word files: changes are tracked on the old one, and what comes in comes from the new one.
//!
//! ```text
//! old file ─┐ side                                     diff: atoms of each couple
//!           ├─→ couples: ¶ with ¶, row with row ─────→ column → edits, fresh paragraphs, rows → assemble → check
//! new file ─┘ side      (links of the report)          bring: elements of the new file in terms of the old one
//! ```
//!
//! Both files are taken as they are: every paragraph, with and without text, every cell, note and box. The report says which paragraphs
//! are one and what is kept of their words; what it does not speak of (labels that are typed, marks, pictures, formulas, fields) is paired
//! here. Numbers that Word counts are in no text, so none is ever typed: a paragraph that comes in brings its place in its list.
//!
//! A row that has another number of cells than any goes, and the new one comes: Word tracks no columns.
//!
//! What was written is checked. Where accepting or rejecting it does not give a paragraph, that paragraph is written anew, the simple way:
//! all of the old one goes and all of the new one comes. If that fails too, nothing is written.

mod bookmarks;
mod bring;
mod column;
mod couples;
mod diff;
mod fields;
mod fresh;
mod inside;
mod links;
mod lists;
mod looks;
mod relations;
mod remarks;
mod rows;
mod safe;
mod side;
mod styles;
mod table;
mod things;

use std::collections::BTreeSet;

use self::column::Track;
use self::couples::Known;
use self::side::Side;
use self::things::Things;
use super::WordOptions;
use super::base::Part;
use super::check::{Content, Places, content};
use crate::read::{Package, Revisions, deep};
use crate::report::Report;
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// The parts of the file of `old` with the changes of `report`, whose new text is in the file of `new`.
pub(super) fn tracked(report: &Report, old: &Package, new: &Package, options: &WordOptions) -> Result<Vec<Part>, Error> {
    deep(&report.redline.new.label, || whole(report, old, new, options))
}

fn whole(report: &Report, old: &Package, new: &Package, options: &WordOptions) -> Result<Vec<Part>, Error> {
    let redline = &report.redline;
    let parsed = [parsed(old)?, parsed(new)?];
    let sides = [Side::of(&redline.old, old, &parsed[0]), Side::of(&redline.new, new, &parsed[1])];
    let things = [Things::of_side(&sides[0]), Things::of_side(&sides[1])];
    let links = [of_units(&redline.old, report, 0), of_units(&redline.new, report, 1)];
    let mut known = Known { old: &sides[0], new: &sides[1], redline, links, apart: Apart::None };
    // Rejecting all takes back what the old file had inserted too.
    let wanted = [said(old, Revisions::Reject)?, said(new, Revisions::Accept)?];
    let mut apart = BTreeSet::new();
    for round in 0..3 {
        let track = Track::of(report, &known, &things, options);
        let (parts, partners) = track.done();
        let faults = Faults::of(&parts, old, &wanted);
        match faults {
            None => return Ok(parts),
            Some(faults) if round < 2 => {
                apart.extend(faults.paragraphs(&wanted, &partners));
                known.apart = if round == 0 && !apart.is_empty() { Apart::These(apart.clone()) } else { Apart::All };
            }
            Some(faults) => return Err(faults.error(&redline.new.label)),
        }
    }
    Err(Error::new(ErrorKind::Unwritable, &redline.new.label, "cannot be written as tracked changes"))
}

/// Which paragraphs of the new file are written the simple way.
enum Apart {
    None,
    These(BTreeSet<usize>),
    All,
}

/// The parts with text, the text first: index, source and tree.
fn parsed(package: &Package) -> Result<Vec<(usize, &str, roxmltree::Document<'_>)>, Error> {
    let text = parsed_part(package, package.document)?;
    let margins = side::margins(package, text.2.root_element()).into_iter().map(|(_, part)| part);
    let notes = [package.footnotes, package.endnotes].into_iter().flatten();
    let mut parts: Vec<usize> = notes.collect();
    for part in margins {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.extend(remarks::part_of(package));
    std::iter::once(Ok(text)).chain(parts.into_iter().map(|at| parsed_part(package, at))).collect()
}

fn parsed_part(package: &Package, at: usize) -> Result<(usize, &str, roxmltree::Document<'_>), Error> {
    let part = &package.parts[at];
    let unfit = |what: String| {
        let message = format!("cannot be written on ({what}): open the file in Word or LibreOffice, save it anew, and give that");
        Error::new(ErrorKind::NotText, &part.name, message)
    };
    let source = std::str::from_utf8(&part.bytes).map_err(|error| unfit(error.to_string()))?;
    let options = roxmltree::ParsingOptions { nodes_limit: u32::MAX, ..Default::default() };
    let xml = roxmltree::Document::parse_with_options(source, options).map_err(|error| unfit(error.to_string()))?;
    Ok((at, source, xml))
}

/// The link of each unit of a side.
fn of_units(document: &Document, report: &Report, side: usize) -> Vec<Option<usize>> {
    let mut links = vec![None; document.units.len()];
    for (at, change) in report.redline.links.iter().enumerate() {
        for &unit in if side == 0 { &change.link.old } else { &change.link.new } {
            links[unit] = Some(at);
        }
    }
    links
}

/// The names of the parts of the notes of `package`, at its feet and at its end; those that such parts would have where there are none.
fn notes_of(package: &Package) -> [String; 2] {
    let text = &package.parts[package.document].name;
    [(package.footnotes, "footnotes.xml"), (package.endnotes, "endnotes.xml")]
        .map(|(at, usual)| at.map_or_else(|| super::parts::beside(text, usual), |at| package.parts[at].name.clone()))
}

/// What a file says, with what it kept of tracked changes settled.
fn said(package: &Package, how: Revisions) -> Result<Content, Error> {
    let [feet, ends] = notes_of(package);
    let places = Places { text: &package.parts[package.document].name, feet: &feet, ends: &ends };
    let part = |name: &str| package.parts.iter().find(|part| part.name == name).map(|part| part.bytes.as_slice());
    content(part, &places, how).ok_or_else(|| {
        Error::new(ErrorKind::NotText, places.text, "cannot be read again: save the file anew in Word, and give that")
    })
}

/// Where a written file does not say what it should.
struct Faults {
    /// Of the changes rejected and accepted; None where that cannot be read.
    said: [Option<Content>; 2],
    /// The first difference.
    first: String,
}

impl Faults {
    fn of(parts: &[Part], old: &Package, wanted: &[Content; 2]) -> Option<Self> {
        let [feet, ends] = notes_of(old);
        let places = Places { text: &old.parts[old.document].name, feet: &feet, ends: &ends };
        let part = |name: &str| parts.iter().find(|part| part.name == name).map(|part| part.bytes.as_slice());
        let said = [Revisions::Reject, Revisions::Accept].map(|how| content(part, &places, how));
        let first = said.iter().zip(wanted).zip(["rejecting", "accepting"]).find_map(|((said, wanted), how)| {
            let Some(said) = said else { return Some(format!("{how} it cannot be read")) };
            said.differs_from(wanted).map(|what| format!("{how} it, {what}"))
        });
        first.map(|first| Self { said, first })
    }

    /// The paragraphs of the new file that are concerned; `partners` are those of the old file's paragraphs.
    fn paragraphs(&self, wanted: &[Content; 2], partners: &[Option<usize>]) -> Vec<usize> {
        let mut found = vec![];
        for (side, said) in self.said.iter().enumerate() {
            for at in said.iter().flat_map(|said| said.different_paragraphs(&wanted[side])) {
                found.extend(if side == 0 { partners.get(at).copied().flatten() } else { Some(at) });
            }
        }
        found
    }

    fn error(&self, name: &str) -> Error {
        let what = format!(
            "cannot be written as tracked changes of the old file: {}: open both files in Word or LibreOffice, save them anew, and give those",
            self.first
        );
        Error::new(ErrorKind::Unwritable, name, what)
    }
}
