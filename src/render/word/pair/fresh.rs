//! Paragraphs, and parts of paragraphs, of the new file as they come into the old one.

use std::collections::HashMap;
use std::ops::Range;

use super::super::atoms::{Atom, Stuff};
use super::super::field;
use super::super::paragraph::{Paragraph, Piece, Run};
use super::super::parts;
use super::super::properties::{Properties, Raw};
use super::super::tracker::{Author, Mark};
use super::super::written::Written;
use super::super::xml::{Names, attribute, escaped, is};
use super::bring::{Goal, elements, printed, val};
use super::column::Track;
use super::diff::goes_whole;
use super::remarks::Into;
use super::side::{Block, Element, Notes, Para, Sheet};

/// New paragraph `at` in a sheet of the old file: each of its atoms under its own mark, its end under `mark`.
pub(super) fn paragraph(
    track: &mut Track<'_, '_>,
    at: usize,
    sheet: usize,
    mark_of: &dyn Fn(usize) -> Mark,
    mark: Mark,
) -> Written {
    let goal = track.goal(sheet);
    let properties = properties_in(track, at, &goal);
    let para = &track.known.new.paragraphs[at];
    let mut comes = goes_whole(&para.taken, track.known.new.sheet(para).source);
    comes.iter_mut().enumerate().for_each(|(atom, comes)| *comes |= track.coming.contains(&[at, atom]));
    let content = pieces(track, at, &goal, &Stretch::whole(&para.taken), &|atom| comes[atom].then(|| mark_of(atom)));
    let open = format!("<{}", goal.names.tag("p"));
    Written { open, properties, was: None, content, mark: Some(mark), mark_by: Author::default(), around: Default::default() }
}

/// Some atoms of new paragraph `at`, as inserted.
pub(super) fn stretch(track: &mut Track<'_, '_>, at: usize, sheet: usize, atoms: &[Range<usize>]) -> String {
    let goal = Goal { has_remarks: false, ..track.goal(sheet) };
    let para = &track.known.new.paragraphs[at];
    let (Some(first), Some(last)) = (atoms.first(), atoms.last()) else { return String::new() };
    let piece = |atom: usize| para.taken.piece_of(atom);
    let (mut start, mut end) = (piece(first.start), piece(last.end - 1) + 1);
    // With the tags around them.
    while start > 0 && matches!(para.taken.pieces[start - 1], Piece::Open(..)) {
        start -= 1;
    }
    while matches!(para.taken.pieces.get(end), Some(Piece::Close(..))) {
        end += 1;
    }
    let is_in = |atom: usize| {
        let next = atoms.partition_point(|range| range.end <= atom);
        atoms.get(next).is_some_and(|range| range.contains(&atom)).then_some(Mark::Inserted)
    };
    pieces(track, at, &goal, &Stretch { pieces: start..end, atoms: first.start..last.end }, &is_in)
}

/// How new paragraph `at` looks, in a sheet of the old file.
pub(super) fn properties(track: &mut Track<'_, '_>, at: usize, sheet: usize) -> Properties {
    let goal = track.goal(sheet);
    properties_in(track, at, &goal)
}

fn properties_in(track: &mut Track<'_, '_>, at: usize, goal: &Goal<'_>) -> Properties {
    let known = track.known;
    let para = &known.new.paragraphs[at];
    let sheet = known.new.sheet(para);
    let Some(node) = para.node.children().find(|child| is(*child, "pPr")) else { return Properties::default() };
    let (mut own, mut of_mark): (Vec<Raw>, Vec<Raw>) = (vec![], vec![]);
    for child in elements(node) {
        let name = child.tag_name().name();
        match name {
            // A page is set as in the old file.
            "sectPr" | "pPrChange" => {}
            "rPr" => {
                let kept =
                    elements(child).filter(|c| !["ins", "del", "moveFrom", "moveTo", "rPrChange"].contains(&c.tag_name().name()));
                of_mark.extend(kept.map(|c| (c.tag_name().name().to_owned(), track.bringer.element(c, sheet, goal))));
            }
            _ => own.push((name.to_owned(), track.bringer.element(child, sheet, goal))),
        }
    }
    of_mark.retain(|(_, xml)| !xml.is_empty());
    own.retain(|(_, xml)| !xml.is_empty());
    let is_listed = own.iter().any(|(name, _)| name == "numPr");
    let properties = Properties::from_parts(own, of_mark);
    if is_listed { properties } else { counted_by_style(track, para, properties, goal) }
}

/// `properties` of new paragraph `para`, which may be in a list by its style: where the old file's style says otherwise, they say so.
fn counted_by_style(track: &mut Track<'_, '_>, para: &Para<'_>, properties: Properties, goal: &Goal<'_>) -> Properties {
    let list = track.numbering(1, para);
    let style = elements(para.node).find(|child| is(*child, "pPr")).and_then(|pr| val(pr, "pStyle"));
    let style = style.map(|style| track.bringer.styles.id(style, &mut track.bringer.lists));
    let (there, _) = track.bringer.styles.list(0, style.as_deref());
    let there = there.filter(|id| *id != "0").map(|id| track.bringer.lists.first(0, id).to_owned());
    match list.map(|(list, level)| (track.bringer.lists.id(&list), level)) {
        None if there.is_some() => properties.uncounted(goal.names),
        Some((list, level)) if there.as_ref() != Some(&list) => properties.counted(goal.names, &list, &level),
        _ => properties,
    }
}

/// Pieces of a paragraph, and the atoms of it that are asked for.
struct Stretch {
    pieces: Range<usize>,
    atoms: Range<usize>,
}

impl Stretch {
    fn whole(paragraph: &Paragraph) -> Self {
        Self { pieces: 0..paragraph.pieces.len(), atoms: 0..paragraph.atoms.len() }
    }
}

/// Pieces of a new paragraph: each atom under its mark, none where it does not come.
fn pieces(
    track: &mut Track<'_, '_>,
    at: usize,
    goal: &Goal<'_>,
    stretch: &Stretch,
    mark_of: &dyn Fn(usize) -> Option<Mark>,
) -> String {
    let known = track.known;
    let para = &known.new.paragraphs[at];
    let sheet = known.new.sheet(para);
    let pieces = &para.taken.pieces;
    let node_of = |id: roxmltree::NodeId| sheet.root.document().get_node(id);
    // Of a field that does more than print, what it prints comes.
    let acting = &para.acting[para.acting.partition_point(|atom| *atom < stretch.atoms.start)..];
    let acting = acting.iter().copied().take_while(|atom| *atom < stretch.atoms.end);
    let acting: Vec<usize> = acting.filter(|atom| !track.coming.contains(&[at, *atom])).collect();
    let mark_of = &|atom: usize| if acting.binary_search(&atom).is_ok() { None } else { mark_of(atom) };
    let bookmarks = if goal.has_remarks { track.bookmarks(at, goal.names) } else { HashMap::new() };
    let mut xml = String::new();
    let mut open: Vec<Option<String>> = vec![];
    let mark_from = |nth: usize| {
        pieces[nth..].iter().find_map(|piece| match piece {
            Piece::Run(run) if !run.atoms.is_empty() => mark_of(run.atoms.start),
            _ => None,
        })
    };
    for nth in stretch.pieces.clone() {
        match &pieces[nth] {
            Piece::Raw(range) => {
                if let Some(end) = bookmarks.get(&range.start) {
                    track.tracker.wrap_on(goal.names, mark_from(nth).unwrap_or(Mark::Inserted), end, &mut xml);
                }
            }
            Piece::Open(id, _) => {
                let node = node_of(*id).filter(|node| track.bringer.is_link(*node, sheet));
                let node = node.filter(|_| comes_whole(pieces, nth, stretch.pieces.end, mark_of));
                let tags = node.map(|node| match mark_from(nth) {
                    Some(mark) if is(node, "fldSimple") => field_of_runs(track, node, goal, mark),
                    _ => track.bringer.tags(node, sheet, goal),
                });
                open.push(tags.map(|[start, end]| {
                    xml.push_str(&start);
                    end
                }));
            }
            Piece::Close(..) => xml.push_str(&open.pop().flatten().unwrap_or_default()),
            Piece::Run(run) => {
                if goal.has_remarks {
                    xml.push_str(&track.remarks_upto(at, run.atoms.start, goal.names, Into::Fresh));
                }
                let Some(node) = node_of(run.node) else { continue };
                let atoms = run.atoms.start.max(stretch.atoms.start)..run.atoms.end.min(stretch.atoms.end);
                run_of(track, (node, run, atoms), para, goal, mark_of, &mut xml);
            }
        }
    }
    open.into_iter().rev().flatten().for_each(|end| xml.push_str(&end));
    if goal.has_remarks {
        xml.push_str(&track.remarks_upto(at, usize::MAX, goal.names, Into::Fresh));
    }
    xml
}

/// What stands before and behind the result of a simple field.
fn field_of_runs(track: &mut Track<'_, '_>, field: Element<'_>, goal: &Goal<'_>, mark: Mark) -> [String; 2] {
    let code = escaped(attribute(field, "instr").unwrap_or_default());
    field::of_runs(goal.names, &code, false).map(|runs| track.tracker.wrap(goal.names, mark, &runs))
}

/// Whether all that stands between the tag at `nth` and its end tag comes.
fn comes_whole(pieces: &[Piece], nth: usize, end: usize, mark_of: &dyn Fn(usize) -> Option<Mark>) -> bool {
    let mut depth = 0;
    let mut has_any = false;
    for piece in &pieces[nth..end] {
        match piece {
            Piece::Open(..) => depth += 1,
            Piece::Close(..) => {
                depth -= 1;
                if depth == 0 {
                    return has_any;
                }
            }
            Piece::Run(run) => {
                if run.atoms.clone().any(|atom| mark_of(atom).is_none()) {
                    return false;
                }
                has_any |= !run.atoms.is_empty();
            }
            Piece::Raw(_) => {}
        }
    }
    false
}

/// A run of the new file at the end of `xml`, cut where the marks of its atoms differ.
fn run_of<'x>(
    track: &mut Track<'_, 'x>,
    (node, run, atoms_of): (Element<'x>, &Run, Range<usize>),
    para: &Para<'x>,
    goal: &Goal<'_>,
    mark_of: &dyn Fn(usize) -> Option<Mark>,
    xml: &mut String,
) {
    let sheet = track.known.new.sheet(para);
    let mut properties: Option<String> = None;
    let mut at = atoms_of.start;
    while at < atoms_of.end {
        let mark = mark_of(at);
        let end = (at + 1..atoms_of.end).find(|&next| mark_of(next) != mark).unwrap_or(atoms_of.end);
        if let Some(mark) = mark {
            let content = if run.is_formula {
                track.bringer.element(node, sheet, goal)
            } else {
                let own = properties.get_or_insert_with(|| {
                    let own = elements(node).find(|child| is(*child, "rPr"));
                    own.map(|own| track.bringer.element(own, sheet, goal)).unwrap_or_default()
                });
                let inner = atoms(track, node, para.taken.atoms.range(at..end), sheet, goal);
                if inner.is_empty() { inner } else { goal.names.element("r", "", &(own.clone() + &inner)) }
            };
            track.tracker.wrap_on(goal.names, mark, &content, xml);
        }
        at = end;
    }
}

/// What atoms of the run `node` say.
fn atoms<'x>(
    track: &mut Track<'_, 'x>,
    node: Element<'x>,
    atoms: impl Iterator<Item = Atom>,
    sheet: &Sheet<'x>,
    goal: &Goal<'_>,
) -> String {
    let mut xml = String::new();
    let mut text = String::new();
    let flush = |text: &mut String, xml: &mut String, names: &Names| {
        if !text.is_empty() {
            xml.push_str(&names.element("t", " xml:space=\"preserve\"", &printed(text)));
            text.clear();
        }
    };
    let mut children = elements(node).peekable();
    for atom in atoms {
        if let Stuff::Char(c) = atom.what {
            text.push(c);
            continue;
        }
        flush(&mut text, &mut xml, goal.names);
        while children.next_if(|child| child.range().start < atom.start()).is_some() {}
        if let Some(child) = children.next_if(|child| child.range().start == atom.start()) {
            xml.push_str(&track.bringer.element(child, sheet, goal));
        }
    }
    flush(&mut text, &mut xml, goal.names);
    xml
}

/// The notes that came: for each kind what it is called, the name of its part, and the XML.
pub(super) fn notes(track: &mut Track<'_, '_>) -> Vec<(&'static str, String, String)> {
    let known = track.known;
    let old = known.old.package;
    let text = &old.parts[old.document].name;
    let mut done = vec![];
    for (kind, called, part) in [(Notes::Foot, parts::FOOTNOTE, old.footnotes), (Notes::End, parts::ENDNOTE, old.endnotes)] {
        let coming: Vec<(String, u32)> =
            track.bringer.notes.iter().filter(|note| note.0 == kind).map(|(_, id, own)| (id.clone(), *own)).collect();
        if coming.is_empty() {
            continue;
        }
        // A part that is made for them has the prefixes of the text, or its own.
        let sheet = known.old.sheets.iter().position(|sheet| Some(sheet.part) == part);
        let name = part.map_or_else(|| parts::beside(text, &format!("{called}s.xml")), |part| old.parts[part].name.clone());
        let plain = Names::default();
        let bare =
            roxmltree::Document::parse("<w:notes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>");
        let Ok(bare) = bare else { continue };
        let mut xml = String::new();
        for (id, own) in coming {
            let Some(blocks) = known.new.notes.get(&(kind, id.as_str())) else { continue };
            let goal = match sheet {
                Some(sheet) => track.goal(sheet),
                None => Goal { part: &name, names: &plain, root: bare.root_element(), has_remarks: true },
            };
            let mut content = String::new();
            for block in blocks {
                if let Block::Paragraph(at) = *block {
                    let properties = properties_in(track, at, &goal);
                    let comes = goes_whole(&known.new.paragraphs[at].taken, known.new.sheet(&known.new.paragraphs[at]).source);
                    let inner = pieces(track, at, &goal, &Stretch::whole(&known.new.paragraphs[at].taken), &|atom| {
                        comes[atom].then_some(Mark::Inserted)
                    });
                    let properties = properties.xml(goal.names, &mut track.tracker, None, None);
                    content.push_str(&goal.names.element("p", "", &(properties + &inner)));
                }
            }
            xml.push_str(&goal.names.element(called, &goal.names.attribute("id", &own.to_string()), &content));
        }
        done.push((called, name, xml));
    }
    done
}
