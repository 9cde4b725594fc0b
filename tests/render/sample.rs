//! Redlines written by hand, in a notation that holds every relation and flag.
//!
//! ```text
//! old: PP1 H1 OP1 OP2 N1          the units of the old text, in order
//! new: PP1 H1 OP1 N1              the units of the new text
//! kept OP1 > OP1 | Urges [-fifteen-]{+twelve+} States^old4=N1^^new3=N1^ to [~'~]{~’~}act~
//! ```
//!
//! A link is its relation and flags (moved, renumbered, notes), the old ids, `>`, the new ids, `|`, its edits: `[-…-]` went, `{+…+}` came,
//! `[~…~]` and `{~…~}` the same, editorial; `⏎` is the border of two units; `^4=N1^` is a mark on both sides.

use rature::align::{Link, Relation};
use rature::compare::{Change, Edit, EditWeight, Op, Weight};
use rature::language::Language;
use rature::read::{Layout, Repair, Why};
use rature::report::{Digest, Redline, Report, ReportOptions, Summary, report};
use rature::structure::{Adoption, Document, Footnote, Kind, Note, Unit};

/// Every relation and flag on one page.
pub(crate) const EVERYTHING: &str = include_str!("everything.redline");

/// The report of `notation`, everything shown in English.
pub(crate) fn shown(notation: &str, options: impl FnOnce(&mut ReportOptions)) -> Report {
    let mut chosen = ReportOptions::default();
    options(&mut chosen);
    report(redline(notation), chosen)
}

/// The redline of `notation`.
pub(crate) fn redline(notation: &str) -> Redline {
    let ids = |side: &str| -> Vec<String> {
        let line = notation.lines().find_map(|line| line.strip_prefix(side)).unwrap();
        line.split_whitespace().map(|id| id.replace('_', " ")).collect()
    };
    let mut old = document("ASP/19", "ICC-ASP/19/Res.2", "2020-12-16", &ids("old:"));
    let mut new = document("ASP/20", "ICC-ASP/20/Res.2", "2021-12-09", &ids("new:"));
    let links: Vec<Change> =
        notation.lines().filter(|line| line.contains(" | ")).map(|line| change(line, &mut old, &mut new)).collect();
    let mut summary = Summary::default();
    for change in &links {
        match (change.link.relation, change.weight) {
            (Relation::Inserted, _) => summary.inserted += 1,
            (Relation::Deleted, _) => summary.deleted += 1,
            (_, Weight::None) => summary.unchanged += 1,
            (_, Weight::Editorial) => summary.editorial += 1,
            _ => summary.substantive += 1,
        }
        summary.moved += usize::from(change.link.moved);
        summary.renumbered += usize::from(change.link.renumbered);
    }
    let notes = vec![Note::new("tie", "Two paragraphs of the old text are as like OP9 as each other: neither was taken.")];
    Redline { old, new, links, perhaps: vec![], left_out: vec![], findings: vec![], digest: Digest::default(), summary, notes }
}

/// A document with units of these ids and no text yet.
pub(crate) fn document(label: &str, symbol: &str, date: &str, ids: &[String]) -> Document {
    let mut section = vec![];
    let units: Vec<Unit> = ids.iter().enumerate().map(|(index, id)| unit(index, id, ids, &mut section)).collect();
    Document {
        label: label.to_owned(),
        symbol: Some(symbol.to_owned()),
        title: Some("Cooperation".to_owned()),
        adopted: Some(Adoption { date: Some(date.to_owned()), meeting: Some("8".to_owned()) }),
        session: Some(label.rsplit('/').next().unwrap().to_owned()),
        language: Language::En,
        layout: Layout::Wrapped,
        units,
        beside: vec![],
        pages: vec![],
        repairs: vec![Repair {
            line: 12,
            before: "coop-\neration".to_owned(),
            after: "cooperation".to_owned(),
            why: Why::HyphenJoined,
        }],
        notes: vec![],
        package: None,
    }
}

fn unit(index: usize, id: &str, ids: &[String], section: &mut Vec<String>) -> Unit {
    let kind = match id {
        _ if id.contains('(') => Kind::Subparagraph,
        _ if id.starts_with("OP") => Kind::Operative,
        _ if id.starts_with("PP") => Kind::Preambular,
        _ if id.starts_with('H') => Kind::Heading,
        _ if id.starts_with('N') => Kind::Note,
        _ if id.starts_with('E') => Kind::Enacting,
        _ if id.starts_with('C') => Kind::Closing,
        _ => Kind::Front,
    };
    if kind == Kind::Heading {
        section.clear();
    }
    let number = id.trim_start_matches(|c: char| c.is_ascii_uppercase()).to_owned();
    let label = match kind {
        Kind::Operative => Some(format!("{number}.")),
        Kind::Heading => Some(format!("{}.", ["", "I", "II", "III", "IV", "V"][number.parse::<usize>().unwrap()])),
        Kind::Subparagraph => id.find('(').map(|at| id[at..].to_owned()),
        _ => None,
    };
    let parent = id.rfind('(').and_then(|at| ids.iter().position(|other| *other == id[..at]));
    let unit = Unit {
        index,
        id: id.to_owned(),
        parent,
        kind,
        label,
        number: Some(number),
        section: section.clone(),
        text: String::new(),
        status: None,
        row: None,
        cell: None,
        footnotes: vec![],
    };
    if kind == Kind::Heading {
        section.push(id.to_owned());
    }
    unit
}

fn change(line: &str, old: &mut Document, new: &mut Document) -> Change {
    let (head, body) = line.split_once(" | ").unwrap();
    let (words, arrived) = head.split_once('>').unwrap();
    let mut words = words.split_whitespace();
    let relation = match words.next().unwrap() {
        "kept" => Relation::Kept,
        "split" => Relation::Split,
        "merged" => Relation::Merged,
        "inserted" => Relation::Inserted,
        _ => Relation::Deleted,
    };
    let (mut moved, mut renumbered, mut footnotes_changed, mut old_side) = (false, false, false, vec![]);
    for word in words {
        match word {
            "moved" => moved = true,
            "renumbered" => renumbered = true,
            "notes" => footnotes_changed = true,
            id => old_side.push(index(old, id)),
        }
    }
    let new_side: Vec<usize> = arrived.split_whitespace().map(|id| index(new, id)).collect();
    let body = match relation {
        Relation::Inserted => format!("{{+{body}+}}"),
        Relation::Deleted => format!("[-{body}-]"),
        _ => body.to_owned(),
    };
    let edits = edits(&body, [Side { document: old, units: &old_side, at: 0 }, Side { document: new, units: &new_side, at: 0 }]);
    let weight = edits.iter().filter_map(|edit| edit.weight).max();
    let weight =
        weight.map_or(Weight::None, |w| if w == EditWeight::Editorial { Weight::Editorial } else { Weight::Substantive });
    let score = (!old_side.is_empty() && !new_side.is_empty()).then_some(900);
    let tie = Link { relation, moved, renumbered, old: old_side, new: new_side, score, why: vec![] };
    Change { edited: weight != Weight::None, footnotes_changed, weight, edits, passages: vec![], link: tie }
}

fn index(document: &Document, id: &str) -> usize {
    let id = id.replace('_', " ");
    document.units.iter().position(|unit| unit.id == id).unwrap_or_else(|| panic!("no unit {id}"))
}

/// The edits of `body`, whose texts and marks become those of the units.
fn edits(body: &str, mut sides: [Side<'_>; 2]) -> Vec<Edit> {
    let mut edits = vec![];
    let mut rest = body;
    let openings = [("[-", "-]"), ("{+", "+}"), ("[~", "~]"), ("{~", "~}")];
    while !rest.is_empty() {
        let opening = openings.iter().position(|(open, _)| rest.starts_with(open));
        let (op, weight, text);
        if let Some(kind) = opening {
            let (inner, after) = rest[2..].split_once(openings[kind].1).unwrap();
            op = if kind % 2 == 0 { Op::Delete } else { Op::Insert };
            weight = Some(if kind < 2 { EditWeight::Substantive } else { EditWeight::Editorial });
            (text, rest) = (inner, after);
        } else {
            let end = openings.iter().filter_map(|(open, _)| rest.find(open)).min().unwrap_or(rest.len());
            (op, weight, (text, rest)) = (Op::Equal, None, rest.split_at(end));
        }
        let text = write(text, op, &mut sides);
        if !text.is_empty() {
            edits.push(Edit { op, text, weight });
        }
    }
    edits
}

struct Side<'a> {
    document: &'a mut Document,
    units: &'a [usize],
    at: usize,
}

/// Writes `text` to the sides that `op` belongs to, marks lifted; what is left is the text of the edit.
fn write(text: &str, op: Op, sides: &mut [Side<'_>; 2]) -> String {
    let mut plain = String::new();
    for (index, part) in text.split('^').enumerate() {
        if index % 2 == 1 {
            let (mark, note) = part.split_once('=').unwrap();
            for (side, only) in sides.iter_mut().zip(["old", "new"]) {
                let other = if only == "old" { "new" } else { "old" };
                let is_here = !mark.starts_with(other) && op != if only == "old" { Op::Insert } else { Op::Delete };
                if is_here {
                    side.mark(mark.trim_start_matches(only), note);
                }
            }
            continue;
        }
        for (side, absent) in sides.iter_mut().zip([Op::Insert, Op::Delete]) {
            if op != absent {
                part.chars().for_each(|character| side.push(character));
            }
        }
        plain.push_str(&part.replace('⏎', "\n"));
    }
    plain
}

impl Side<'_> {
    fn push(&mut self, character: char) {
        if character == '⏎' {
            self.at += 1;
        } else {
            self.document.units[self.units[self.at]].text.push(character);
        }
    }

    fn mark(&mut self, mark: &str, note: &str) {
        let note = self.document.units.iter().position(|unit| unit.id == note);
        let unit = &mut self.document.units[self.units[self.at]];
        unit.footnotes.push(Footnote { printed: mark.to_owned(), mark: mark.to_owned(), at: unit.text.chars().count(), note });
    }
}
