//! The proposals of several delegations as tracked changes on the draft: the author of a change is the set of those who want it.
//!
//! ```text
//! EU       … group of 15 persons      [del 12 · "EU, Kenya"] [ins 15 · "EU"] [ins ten · "Kenya"]
//! Kenya    … group of ten persons     comment: conflict. EU: 15; Kenya: ten. Take one.
//! ```
//!
//! Whoever accepts the changes whose author names a delegation, and rejects the others, has that delegation's text; with all rejected the
//! draft is left, byte for byte. Changes never stand in each other, since office programs lose the author of one that does. A deletion that
//! several want is cut where the set of them changes. All accepted is nobody's text: hence a comment at each conflict.
//! No person's name of the files is passed on: authors of what was there before give way to the name of the program.
//! Not written: the footnotes that a delegation adds, and bookkeeping of rows that go whole.

use std::collections::{BTreeMap, BTreeSet};

use super::base::{Base, Part};
use super::comments::Comments;
use super::ends;
use super::looks::Looks;
use super::plan::Place as Stand;
use super::sheet::Sheet;
use super::splices::Splices;
use super::track::{Open, open};
use super::tracker::{Author, Mark, Tracker};
use super::walk::Opened;
use super::written::{Come, Edits, Pen, Written, written};
use super::xml::{Names, escaped, made_visible};
use super::{WordOptions, clean, fits_docx, kind, parts, signed, zipped};
use crate::Error;
use crate::align::{AlignOptions, align};
use crate::compare::compare;
use crate::overlay::{Alternative, At, Place, Stand as Relation};
use crate::report::{CompilationReport, CompiledLine, Report, ReportOptions, redline, report as redline_report};
use crate::structure::{Document, Kind, Unit};

/// How many ids notes may take before those of changes begin.
const IDS_OF_NOTES: u32 = 100_000;

/// The bytes of a .docx: the draft, with every proposal tracked on it.
///
/// # Errors
/// `NotText` when the Word file of the draft has a part that cannot be written on; `TooLarge` when a paragraph has more than 4 MiB.
pub fn compilation_docx(report: &CompilationReport, options: &WordOptions) -> Result<Vec<u8>, Error> {
    let draft = &report.compilation.base;
    fits_docx(std::iter::once(draft).chain(&report.compilation.proposals))?;
    let given = draft.package.as_deref();
    let clean = || clean::base(&itself(report), &mut Tracker::new(&options.author, options.date.as_deref(), 1));
    let base = given.map_or_else(clean, Base::given);
    let mut done = tracked(report, base, options)?;
    if given.is_none() {
        for part in &mut done {
            part.bytes = made_visible(&part.bytes);
        }
    }
    zipped(&kind::document(signed::signed(done)))
}

/// The draft as a redline with itself, on which the proposals are laid.
fn itself(report: &CompilationReport) -> Report {
    let draft = &report.compilation.base;
    let comparison = compare(draft, draft, align(draft, draft, &AlignOptions::default()));
    let options = ReportOptions { language: Some(report.language), ..ReportOptions::default() };
    let mut ground = redline_report(redline(draft.clone(), draft.clone(), comparison), options);
    report.phrases.compiling.compilation.clone_into(&mut ground.title.title);
    ground.title.pair.clone_from(&report.title);
    ground
}

fn tracked(report: &CompilationReport, base: Base<'_>, options: &WordOptions) -> Result<Vec<Part>, Error> {
    let draft = &report.compilation.base;
    let (sheets, opened, first_id): Open = open(draft, &base)?;
    let main = base.parts.iter().position(|part| part.name == base.document).unwrap_or_default();
    let looks = Looks::of(&base, draft, &opened, &sheets);
    let mut compiler = Compiler {
        report,
        sheets: &sheets,
        opened: &opened,
        looks: &looks,
        main,
        proposals: labelled(report),
        tracker: Tracker::new(&options.author, options.date.as_deref(), first_id + IDS_OF_NOTES),
        comments: Comments::default(),
    };
    let fresh = compiler.fresh();
    let texts = compiler.assembled(fresh);
    let Compiler { tracker, comments, .. } = compiler;
    let mut parts = base.parts;
    for (index, text) in texts {
        parts[index].bytes = text.into_bytes();
    }
    if !comments.is_empty() {
        parts::add_comments(&mut parts, &comments, &tracker);
    }
    for part in &mut parts {
        without_persons(part, tracker.authors());
    }
    Ok(parts)
}

/// The proposals with the labels that their new paragraphs have in the compilation.
fn labelled(report: &CompilationReport) -> Vec<Document> {
    let mut proposals = report.compilation.proposals.clone();
    for alternative in report.compilation.places.iter().flat_map(|place| &place.alternatives) {
        let (Some(id), Some((by, unit))) = (&alternative.id, alternative.source) else { continue };
        let unit: &mut Unit = &mut proposals[by].units[unit];
        if unit.id != *id {
            unit.label = unit.label.as_deref().map(|label| label_of(id, label));
            unit.number = None;
        }
    }
    proposals
}

/// The label of a paragraph that is called `id` here and had `label` in its text: "3 bis." of "OP3 bis", "(c) bis" of "OP3(c) bis".
fn label_of(id: &str, label: &str) -> String {
    let number = match id.rfind('(').filter(|_| label.starts_with('(')) {
        Some(letter) => &id[letter..],
        None => id.rsplit('.').next().unwrap_or(id).trim_start_matches(|c: char| c.is_ascii_alphabetic()),
    };
    let stop = label.chars().next_back().filter(|c| matches!(c, '.' | ':' | '–' | '-') && !number.ends_with(*c));
    number.chars().chain(stop).collect()
}

struct Compiler<'a> {
    report: &'a CompilationReport,
    sheets: &'a BTreeMap<usize, Sheet>,
    opened: &'a [Option<Opened>],
    looks: &'a Looks<'a>,
    /// The part of the text.
    main: usize,
    proposals: Vec<Document>,
    tracker: Tracker,
    comments: Comments,
}

impl Compiler<'_> {
    fn author(&mut self, by: &[usize]) -> Author {
        let name = self.report.names(by);
        self.tracker.author(&name)
    }

    fn places(&self, unit: usize) -> impl Iterator<Item = &Place> {
        self.report.compilation.places.iter().filter(move |place| place.unit == Some(unit))
    }

    /// The paragraphs that come, each beside one of the draft.
    fn fresh(&mut self) -> BTreeMap<Stand, Vec<Written>> {
        let mut fresh: BTreeMap<Stand, Vec<Written>> = BTreeMap::new();
        let report = self.report;
        for place in &report.compilation.places {
            for alternative in &place.alternatives {
                let Some(beside) = self.beside(place.unit).filter(|_| alternative.id.is_some()) else { continue };
                if let Some(written) = self.comes(alternative, beside) {
                    fresh.entry(beside).or_default().push(written);
                }
            }
        }
        fresh
    }

    /// Behind the nearest paragraph of the text, or before the first.
    fn beside(&self, unit: Option<usize>) -> Option<Stand> {
        let is_of_text = |unit: &usize| self.opened[*unit].as_ref().is_some_and(|opened| opened.part == self.main);
        let before = unit.and_then(|unit| (0..=unit).rev().find(is_of_text));
        before.map(Stand::Behind).or_else(|| (0..self.opened.len()).find(is_of_text).map(Stand::Before))
    }

    fn comes(&mut self, alternative: &Alternative, (Stand::Before(near) | Stand::Behind(near)): Stand) -> Option<Written> {
        let (by, index) = alternative.source?;
        let unit = &self.proposals[by].units[index];
        if unit.kind == Kind::Note {
            return None;
        }
        let sheet = self.sheets.get(&self.main)?;
        let look = self.looks.look(&self.proposals[by], index, near);
        let hand = sheet.hand();
        let mut runs = String::new();
        if let Some((label, gap)) = unit.label.as_deref().zip(look.gap) {
            runs = hand.run(&look.label, label) + &hand.gap(gap, &look.label);
        }
        runs += &hand.run(&look.words, alternative.text.as_deref().unwrap_or_default());
        let author = self.author(&alternative.by);
        self.tracker.sign_as(author);
        let content = self.tracker.wrap(&sheet.names, Mark::Inserted, &runs);
        self.tracker.sign_as(Author::default());
        Some(Written {
            open: format!("<{}", sheet.names.tag("p")),
            properties: look.properties,
            was: None,
            content,
            mark: Some(Mark::Inserted),
            mark_by: author,
            around: Default::default(),
        })
    }

    /// The parts that changed, by index.
    fn assembled(&mut self, mut fresh: BTreeMap<Stand, Vec<Written>>) -> BTreeMap<usize, String> {
        let opened = self.opened;
        let places = |(unit, opened): (usize, &Option<Opened>)| opened.as_ref().map(|o| (o.part, o.paragraph.range.start, unit));
        let mut order: Vec<(usize, usize, usize)> = opened.iter().enumerate().filter_map(places).collect();
        // From the end, so that what lies within a paragraph is done before it.
        order.sort_unstable_by(|a, b| b.cmp(a));
        let mut splices: BTreeMap<usize, Splices> = BTreeMap::new();
        for (part, _, unit) in order {
            let before = fresh.remove(&Stand::Before(unit)).unwrap_or_default();
            let behind = fresh.remove(&Stand::Behind(unit)).unwrap_or_default();
            self.paragraph(unit, [before, behind], splices.entry(part).or_default());
        }
        let changed = splices.into_iter().filter(|(_, splices)| !splices.is_empty());
        let applied = changed.filter_map(|(part, splices)| {
            let source = &self.sheets.get(&part)?.source;
            Some((part, splices.applied(source, 0..source.len())))
        });
        applied.collect()
    }

    /// Writes the paragraph of a unit, with what comes before and behind it.
    fn paragraph(&mut self, unit: usize, [before, behind]: [Vec<Written>; 2], splices: &mut Splices) {
        let Some(opened) = &self.opened[unit] else { return };
        let Some(Sheet { source, names, .. }) = self.sheets.get(&opened.part) else { return };
        let edits = self.edits(unit, opened, names);
        if before.is_empty() && behind.is_empty() && edits.is_nothing() {
            return;
        }
        let remarks = self.remarks(unit);
        let mut pen = Pen { source, names, tracker: &mut self.tracker, splices };
        let mut own = written(&opened.paragraph, &opened.properties, &edits, &mut pen);
        if let Some(first) = own.first_mut() {
            for remark in remarks {
                first.content = self.comments.around(&first.content, &remark, names, &mut self.tracker);
            }
        }
        let mut all = ends::followed(own, behind, opened.is_last, names);
        all.splice(0..0, before);
        let xml: String = all.iter().map(|written| written.xml(names, &mut self.tracker)).collect();
        splices.put(opened.paragraph.range.clone(), xml);
    }

    /// What is said of conflicts about a whole paragraph.
    fn remarks(&self, unit: usize) -> Vec<String> {
        let whole = self.places(unit).filter(|place| place.at == At::Paragraph && place.stand == Relation::Conflict);
        whole.map(|place| self.remark(place)).collect()
    }

    /// "Conflict. EU: “12” → “15”; Kenya: “12” → “ten”. Take one."
    fn remark(&self, place: &Place) -> String {
        let words = self.report.phrases.compiling;
        let lines = self.report.sections.iter().flat_map(|(_, lines)| lines);
        let index = self.report.compilation.places.iter().position(|other| other.id == place.id);
        let said = lines.filter(|line| line.place == index).map(|line: &CompiledLine| line.text.as_str()).next();
        let mut stand = words.stands[place.stand as usize].chars();
        let stand: String = stand.next().into_iter().flat_map(char::to_uppercase).chain(stand).collect();
        let is_conflict = |other: &&Place| other.stand == Relation::Conflict;
        let is_first = self.report.compilation.places.iter().find(is_conflict).is_some_and(|first| first.id == place.id);
        let whole = if is_first { format!(" {}", words.not_all) } else { String::new() };
        format!("{stand}. {}. {}{whole}", said.unwrap_or_default(), words.take_one)
    }

    /// What happens inside the paragraph of a unit, and to its end.
    fn edits(&mut self, unit: usize, opened: &Opened, names: &Names) -> Edits {
        let report = self.report;
        let source = self.sheets.get(&opened.part).map_or("", |sheet| sheet.source.as_str());
        let places: Vec<&Place> = report.compilation.places.iter().filter(|place| place.unit == Some(unit)).collect();
        let whole: Vec<usize> = {
            let goes = |alternative: &&Alternative| alternative.takes_away() || alternative.id.is_some();
            let of = places.iter().filter(|place| place.at == At::Paragraph);
            let mut by: Vec<usize> =
                of.flat_map(|place| &place.alternatives).filter(goes).flat_map(|a| a.by.iter().copied()).collect();
            by.sort_unstable();
            by
        };
        let mut edits = Edits { gone: vec![false; opened.paragraph.atoms.len()], ..Edits::default() };
        let by_whole = if whole.is_empty() { Author::default() } else { self.author(&whole) };
        if !whole.is_empty() {
            edits = opened.gone(source, Mark::Deleted);
            // Nothing stands behind the last that its end could be joined with.
            edits.mark = edits.mark.filter(|_| !opened.is_last);
        }
        edits.mark_by = by_whole;
        edits.struck_by = vec![by_whole; opened.paragraph.atoms.len()];
        for place in places.iter().filter(|place| matches!(place.at, At::Words | At::Brackets)) {
            self.words(place, (opened, source, names), &whole, &mut edits);
        }
        edits
    }

    /// The changes of a place of words.
    fn words(&mut self, place: &Place, (opened, source, names): (&Opened, &str, &Names), whole: &[usize], edits: &mut Edits) {
        let characters = &opened.places.characters;
        // Right behind the character before.
        let boundary = |at: usize| {
            at.checked_sub(1).and_then(|before| characters.get(before)).map_or_else(|| opened.text_start(), |span| span.end)
        };
        let remark = (place.stand == Relation::Conflict).then(|| {
            let remark = self.remark(place);
            self.comments.ends(&remark, names, &mut self.tracker)
        });
        let [opens, closes] = remark.map_or([None, None], |ends| ends.map(Some));
        let starts = characters.get(place.start.unwrap_or_default()).map(|span| span.start);
        if let Some(opens) = opens {
            edits.insert(starts.unwrap_or_else(|| boundary(place.start.unwrap_or_default())), Come::Marked(opens));
        }
        for at in place.start.unwrap_or_default()..place.end.unwrap_or_default() {
            let mut by: Vec<usize> =
                place.changes.iter().filter(|c| (c.start..c.end).contains(&at)).flat_map(|c| c.by.iter().copied()).collect();
            if by.is_empty() {
                continue;
            }
            by.extend(whole);
            by.sort_unstable();
            let author = self.author(&by);
            let Some(atoms) = characters.get(at) else { continue };
            edits.gone[atoms.clone()].fill(true);
            edits.struck_by[atoms].fill(author);
        }
        for change in place.changes.iter().filter(|change| !change.text.is_empty()) {
            let at = boundary(change.end);
            let run = self.sheets.get(&opened.part).map(|sheet| sheet.hand().run(opened.style_at(source, at), &change.text));
            let author = self.author(&change.by);
            self.tracker.sign_as(author);
            let inserted = self.tracker.wrap(names, Mark::Inserted, &run.unwrap_or_default());
            self.tracker.sign_as(Author::default());
            edits.insert(at, Come::Marked(inserted));
        }
        if let Some(closes) = closes {
            edits.insert(boundary(place.end.unwrap_or_default()), Come::Marked(closes));
        }
    }
}

/// What stands for a person who was named in the file.
const SOMEONE: &str = "rature";

/// Authors of what stood in the file before give way to ours: a compilation names delegations and no person.
fn without_persons(part: &mut Part, ours: &[String]) {
    let Ok(text) = std::str::from_utf8(&part.bytes) else { return };
    if !part.name.to_lowercase().ends_with(".xml") {
        return;
    }
    let ours: BTreeSet<String> = ours.iter().map(|author| escaped(author)).collect();
    let done = renamed(&renamed(text, ":author=\"", &ours), ":initials=\"", &ours);
    let done = ["dc:creator", "cp:lastModifiedBy"].iter().fold(done, |done, tag| emptied(&done, tag));
    if done != text {
        part.bytes = done.into_bytes();
    }
}

/// `xml` with [`SOMEONE`] behind each `head` for a name that is none of `ours`.
fn renamed(xml: &str, head: &str, ours: &BTreeSet<String>) -> String {
    let mut pieces = xml.split(head);
    let mut done = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_at(piece.find('"').unwrap_or(piece.len()));
        done.extend([head, if ours.contains(name) { name } else { SOMEONE }, rest]);
    }
    done
}

/// `xml` with nothing in the first element called `tag`.
fn emptied(xml: &str, tag: &str) -> String {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    match xml.split_once(&open).and_then(|(before, rest)| Some((before, rest.split_once(&close)?.1))) {
        Some((before, after)) => format!("{before}{open}{close}{after}"),
        None => xml.to_owned(),
    }
}
