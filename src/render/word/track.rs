//! Tracks the changes of a redline on a base.
//!
//! ```text
//! base       paragraphs of the old text          (bytes)
//! walk       what goes and comes in each          Edits
//! plan       which of them go, which come whole   Place → Written
//! here       both at their places                 Splices → bytes
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::WordOptions;
use super::base::{Base, Part};
use super::comments::Comments;
use super::ends;
use super::fresh::{self, Words};
use super::looks::Looks;
use super::notes::{Calls, first_calls};
use super::paragraph::Paragraph;
use super::parts;
use super::plan::{Place, Plan, Treatment};
use super::properties::Properties;
use super::rows::Row;
use super::script::{Script, Side, script};
use super::sheet::Sheet;
use super::splices::Splices;
use super::tokens::{all_said, places};
use super::tracker::{Author, Mark, Tracker};
use super::walk::{Ground, Opened, walk};
use super::whole;
use super::written::{Edits, Pen, Written, written};
use super::xml::{Names, attribute, is};
use crate::compare::{Change, Edit, Op};
use crate::report::Report;
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// How many ids notes may take before those of changes begin.
const IDS_OF_NOTES: u32 = 100_000;

/// The parts of the file with the changes of `report` on `base`.
///
/// The links in `simple` go and come as a whole.
pub(super) fn tracked(
    report: &Report,
    base: Base<'_>,
    options: &WordOptions,
    simple: &BTreeSet<usize>,
) -> Result<Vec<Part>, Error> {
    let (sheets, opened, first_id) = open(&report.redline.old, &base)?;
    let main = base.parts.iter().position(|part| part.name == base.document).unwrap_or_default();
    let looks = Looks::of(&base, &report.redline.old, &opened, &sheets);
    let notes = parts::notes_part(&base);
    let calls = Calls::new(&report.redline.new, looks.notes.clone(), first_id);
    let mut track = Track {
        report,
        main,
        first: None,
        plan: Plan::of(&report.redline, &opened, main, simple),
        known: Known::of(report),
        edits: opened.iter().map(|_| None).collect(),
        fresh: BTreeMap::new(),
        tracker: Tracker::new(&options.author, options.date.as_deref(), first_id + IDS_OF_NOTES),
        comments: Comments::default(),
        calls,
        sheets: &sheets,
        opened: &opened,
        looks: &looks,
    };
    track.in_place();
    track.gone();
    track.come(options);
    let stand = |opened: &Opened| ends::Stand {
        part: opened.part,
        start: opened.paragraph.range.start,
        next: opened.next,
        is_last: opened.is_last,
        atoms: opened.paragraph.atoms.len(),
        properties: opened.properties.clone(),
    };
    let stands: Vec<_> = opened.iter().map(|opened| opened.as_ref().map(stand)).collect();
    ends::leave_none_empty(&stands, &mut track.edits, &mut track.fresh);
    track.first = track.first_that_stays();
    let done = track.assembled(options);
    let Track { calls, mut tracker, comments, .. } = track;
    let mut parts = base.parts;
    for (index, text) in done {
        parts[index].bytes = text.into_bytes();
    }
    if !calls.added.is_empty() {
        parts::add_notes(&mut parts, &notes, parts::FOOTNOTE, |names| calls.texts(names, &mut tracker));
        parts::renumber_notes(&mut parts, &notes, parts::FOOTNOTE);
    }
    if !comments.is_empty() {
        parts::add_comments(&mut parts, &comments, &tracker);
    }
    Ok(parts)
}

pub(super) type Open = (BTreeMap<usize, Sheet>, Vec<Option<Opened>>, u32);

/// Every part that has paragraphs of the old text, those paragraphs, and an id above all others.
pub(super) fn open(old: &Document, base: &Base<'_>) -> Result<Open, Error> {
    let mut sheets = BTreeMap::new();
    let mut opened: Vec<Option<Opened>> = old.units.iter().map(|_| None).collect();
    let mut highest = 0;
    for (index, part) in base.parts.iter().enumerate() {
        let is_used = base.spots.iter().flatten().any(|spot| spot.part == index);
        let has_ids = ["word/comments.xml", "word/footnotes.xml", "word/endnotes.xml"].contains(&part.name.as_str());
        if !is_used && !has_ids {
            continue;
        }
        let unfit = |what: String| {
            Error::new(
                ErrorKind::NotText,
                &part.name,
                format!("cannot be written on ({what}): open the file in Word or LibreOffice, save it anew, and give that"),
            )
        };
        let source = String::from_utf8(part.bytes.clone()).map_err(|error| unfit(error.to_string()))?;
        let options = roxmltree::ParsingOptions { nodes_limit: u32::MAX, ..Default::default() };
        let xml = roxmltree::Document::parse_with_options(&source, options).map_err(|error| unfit(error.to_string()))?;
        let ids = xml.descendants().filter_map(|node| attribute(node, "id")?.parse::<u32>().ok());
        highest = highest.max(ids.max().unwrap_or_default());
        let by_start: BTreeMap<usize, roxmltree::Node<'_, '_>> =
            xml.descendants().filter(|node| is(*node, "p")).map(|node| (node.range().start, node)).collect();
        for (unit, spot) in base.spots.iter().enumerate() {
            let node = spot.filter(|spot| spot.part == index).and_then(|spot| by_start.get(&spot.start));
            if let Some((node, unit)) = node.zip(old.units.get(unit)) {
                let paragraph = Paragraph::of(&source, *node);
                let said = base.said(unit.index, &paragraph).unwrap_or_else(|| all_said(&paragraph));
                let places = places(unit, &paragraph, &said, base.initial(unit.index)).unwrap_or_default();
                let mut after = node.next_siblings().skip(1).filter(roxmltree::Node::is_element);
                let next = after.clone().next().map(|node| node.range().start);
                let is_last = !after.any(|node| ["p", "tbl", "sdt"].iter().any(|name| is(node, name)));
                let properties = Properties::of(&source, *node);
                let depth = node.ancestors().count();
                opened[unit.index] = Some(Opened { part: index, paragraph, properties, places, depth, is_last, next });
            }
        }
        let names = Names::of(xml.root_element());
        let rows = Row::all(&source, xml.root());
        drop(xml);
        sheets.insert(index, Sheet { source, names, rows });
    }
    Ok((sheets, opened, highest + 1))
}

struct Track<'a> {
    report: &'a Report,
    main: usize,
    /// The first old unit that stays: there stand the remarks about the whole.
    first: Option<usize>,
    plan: Plan,
    known: Known,
    sheets: &'a BTreeMap<usize, Sheet>,
    opened: &'a [Option<Opened>],
    looks: &'a Looks<'a>,
    /// For each old unit.
    edits: Vec<Option<Edits>>,
    fresh: BTreeMap<Place, Vec<Written>>,
    tracker: Tracker,
    comments: Comments,
    calls: Calls<'a>,
}

impl<'a> Track<'a> {
    fn documents(&self) -> [&'a Document; 2] {
        [&self.report.redline.old, &self.report.redline.new]
    }

    fn script(&self, link: usize) -> Script {
        let [old, new] = self.documents();
        let change = &self.report.redline.links[link];
        let sides = [Side { document: old, units: &change.link.old }, Side { document: new, units: &change.link.new }];
        let marks: Vec<[usize; 2]> =
            self.report.margins[link].kept_marks.iter().copied().filter(|pair| self.is_same_mark(change, *pair)).collect();
        script(sides[0], sides[1], &change.edits, &marks)
    }

    /// Whether a mark of the base can stand for the new one as it is: both are references, or both the same figure.
    fn is_same_mark(&self, change: &Change, pair: [usize; 2]) -> bool {
        let [old, new] = self.documents();
        let nth = |document: &'a Document, units: &[usize], nth: usize| {
            let marks = units.iter().flat_map(|&unit| {
                let footnotes = document.units[unit].footnotes.iter().enumerate();
                footnotes.map(move |(at, footnote)| (unit, at, footnote))
            });
            marks.clone().nth(nth)
        };
        let (Some(before), Some(after)) = (nth(old, &change.link.old, pair[0]), nth(new, &change.link.new, pair[1])) else {
            return false;
        };
        let is_reference = |side: usize, (unit, at, footnote): (usize, usize, &crate::structure::Footnote)| {
            footnote.note.is_some_and(|note| self.known.calls[side].get(&note) == Some(&(unit, at)))
        };
        match (is_reference(0, before), is_reference(1, after)) {
            (true, true) => true,
            (true, false) => after.2.note.is_none(),
            (false, false) => before.2.mark == after.2.mark,
            (false, true) => false,
        }
    }

    /// The edits of what stays in place, and those of the notes that it calls.
    fn in_place(&mut self) {
        let mut kept_notes: Vec<[usize; 2]> = vec![];
        for link in 0..self.report.redline.links.len() {
            let change = &self.report.redline.links[link];
            if self.plan.treatments[link] != Treatment::InPlace || self.plan.is_aside(change) {
                continue;
            }
            let script = self.script(link);
            let Some(edits) = self.walked(&script) else {
                self.plan.treatments[link] = Treatment::Rewritten;
                continue;
            };
            for (unit, edit) in edits {
                self.edits[unit] = Some(edit);
            }
            kept_notes.extend(kept_note_pairs(&script, self.documents()));
        }
        for [old, new] in kept_notes {
            self.note(old, new);
        }
    }

    fn walked(&mut self, script: &Script) -> Option<BTreeMap<usize, Edits>> {
        let part = self.opened.get(script.old.first()?.unit())?.as_ref()?.part;
        let new = &self.report.redline.new;
        let counts = |before: usize, after: usize| Looks::counts_on(&self.report.redline.old.units[before], new, after);
        let ground = Ground {
            script,
            new,
            opened: self.opened,
            hand: self.sheets.get(&part)?.hand(),
            gap: self.looks.gap,
            counts: &counts,
        };
        let before = self.calls.added.len();
        let edits = walk(&ground, &mut self.calls);
        if edits.is_none() {
            self.calls.added.truncate(before);
        }
        edits
    }

    /// The text of a note whose mark stays.
    fn note(&mut self, old: usize, new: usize) {
        let [before, after] = self.documents();
        let edits = match self.known.pairs.get(&[old, new]) {
            Some(&link) => self.report.redline.links[link].edits.clone(),
            None => vec![whole(Op::Delete, &before.units[old].text), whole(Op::Insert, &after.units[new].text)],
        };
        let sides = [Side { document: before, units: &[old] }, Side { document: after, units: &[new] }];
        let script = script(sides[0], sides[1], &edits, &[]);
        self.edits[old] = self.walked(&script).and_then(|mut edits| edits.remove(&old)).or(Some(Edits::default()));
    }

    /// The edits of what goes.
    fn gone(&mut self) {
        for (link, change) in self.report.redline.links.iter().enumerate() {
            let leaves_as = match self.plan.treatments[link] {
                Treatment::InPlace => continue,
                Treatment::Moved => Mark::MovedFrom,
                Treatment::Rewritten => Mark::Deleted,
            };
            for &unit in change.link.old.iter().filter(|unit| !self.plan.old_notes.contains(unit)) {
                self.edits[unit] = self.goes(unit, leaves_as);
            }
        }
        for &unit in &self.plan.old_notes {
            if self.edits[unit].is_none() && self.is_uncalled_now(unit) {
                let gone = self.goes(unit, Mark::Deleted);
                self.edits[unit] = gone.map(|gone| Edits { mark: None, ..gone });
            }
        }
    }

    /// Whether the reference of an old note goes.
    fn is_uncalled_now(&self, note: usize) -> bool {
        let Some(&(unit, nth)) = self.known.calls[0].get(&note) else { return false };
        let (Some(edits), Some(opened)) = (&self.edits[unit], &self.opened[unit]) else { return false };
        let atoms = opened.places.marks.get(nth).cloned();
        atoms.is_some_and(|mut atoms| atoms.any(|at| edits.gone.get(at) == Some(&true)))
    }

    fn goes(&self, unit: usize, leaves_as: Mark) -> Option<Edits> {
        let opened = self.opened[unit].as_ref()?;
        Some(opened.gone(&self.sheets.get(&opened.part)?.source, leaves_as))
    }

    /// The paragraphs that come in.
    fn come(&mut self, options: &WordOptions) {
        let mut moves = 0;
        for (place, link, unit) in self.plan.places(&self.report.redline, self.opened) {
            let (Place::Before(beside) | Place::Behind(beside)) = place;
            let part = self.opened[beside].as_ref().map_or(self.main, |opened| opened.part);
            let Some(sheet) = self.sheets.get(&part) else { continue };
            let script = self.script(link);
            let change = &self.report.redline.links[link];
            let own = change.link.old.first().copied();
            let look = self.looks.look(&self.report.redline.new, unit, own.unwrap_or(beside));
            let words = Words { script: &script, new: &self.report.redline.new, opened: self.opened, hand: sheet.hand(), part };
            let runs = fresh::runs(unit, &words, &look, &mut self.calls);
            let is_move = self.plan.treatments[link] == Treatment::Moved;
            let mark = if is_move { Mark::MovedTo } else { Mark::Inserted };
            let margin = &self.report.margins[link];
            let is_first = change.link.new.first() == Some(&unit);
            let origin = margin.moved.as_ref().filter(|_| !is_move && is_first);
            let passages = margin.passages.iter().filter(|_| is_first);
            let others = margin.remarks.iter().filter(|_| options.comments && is_first);
            let content = self.tracker.wrap(&sheet.names, mark, &runs);
            let content = origin
                .into_iter()
                .chain(passages)
                .chain(others)
                .fold(content, |content, remark| self.comments.around(&content, remark, &sheet.names, &mut self.tracker));
            let mut around = <[String; 2]>::default();
            if is_move {
                moves += 1;
                let name = format!("move{moves}");
                around = self.tracker.range(&sheet.names, Mark::MovedTo, &name);
                self.moved_from(own, &name);
            }
            let open = format!("<{}", sheet.names.tag("p"));
            let mark_by = Author::default();
            let written = Written { open, properties: look.properties, was: None, content, mark: Some(mark), mark_by, around };
            self.fresh.entry(place).or_default().push(written);
        }
    }

    fn first_that_stays(&self) -> Option<usize> {
        let stays = |unit: &usize| self.edits[*unit].as_ref().is_none_or(|edits| edits.leaves_as.is_none());
        let start =
            |unit: usize| self.opened[unit].as_ref().filter(|o| o.part == self.main).map(|o| (o.paragraph.range.start, unit));
        (0..self.opened.len()).filter(stays).filter_map(start).min().map(|(_, unit)| unit)
    }

    /// Names the place that a moved paragraph leaves.
    fn moved_from(&mut self, old: Option<usize>, name: &str) {
        let Some((unit, opened)) = old.and_then(|unit| Some((unit, self.opened[unit].as_ref()?))) else { return };
        let Some(sheet) = self.sheets.get(&opened.part) else { return };
        let range = self.tracker.range(&sheet.names, Mark::MovedFrom, name);
        if let Some(edits) = &mut self.edits[unit] {
            edits.around = range;
        }
    }

    /// The parts that changed, by index.
    fn assembled(&mut self, options: &WordOptions) -> BTreeMap<usize, String> {
        let mut order: Vec<(usize, usize, usize)> = self
            .opened
            .iter()
            .enumerate()
            .filter_map(|(unit, opened)| opened.as_ref().map(|o| (o.part, o.paragraph.range.start, unit)))
            .collect();
        // From the end, so that what lies within a paragraph is done before it.
        order.sort_unstable_by(|a, b| b.cmp(a));
        let mut splices = self.rows();
        for (part, _, unit) in order {
            self.paragraph(unit, splices.entry(part).or_default(), options);
        }
        let changed = splices.into_iter().filter(|(_, splices)| !splices.is_empty());
        let applied = changed.filter_map(|(part, splices)| {
            let source = &self.sheets.get(&part)?.source;
            Some((part, splices.applied(source, 0..source.len())))
        });
        applied.collect()
    }

    /// The marks on rows of which everything goes and to which nothing comes, by part.
    fn rows(&mut self) -> BTreeMap<usize, Splices> {
        let by_start: BTreeMap<(usize, usize), usize> = (0..self.opened.len())
            .filter_map(|unit| self.opened[unit].as_ref().map(|o| ((o.part, o.paragraph.range.start), unit)))
            .collect();
        let mut splices: BTreeMap<usize, Splices> = BTreeMap::new();
        for (&part, sheet) in self.sheets {
            let goes = |start: &usize| by_start.get(&(part, *start)).is_some_and(|&unit| self.is_deleted(unit));
            let whole: Vec<&Row> =
                sheet.rows.iter().filter(|row| !row.paragraphs.is_empty() && row.paragraphs.iter().all(goes)).collect();
            for row in whole {
                let (range, properties) = row.gone(&sheet.names, &mut self.tracker);
                splices.entry(part).or_default().put(range, properties);
            }
        }
        splices
    }

    /// Whether all of an old unit goes, and nothing comes in its place.
    fn is_deleted(&self, unit: usize) -> bool {
        let goes = |edits: &Edits| edits.leaves_as == Some(Mark::Deleted) && edits.come.is_empty();
        let comes = [Place::Before(unit), Place::Behind(unit)].iter().any(|place| self.fresh.contains_key(place));
        self.edits[unit].as_ref().is_some_and(goes) && !comes
    }

    /// Writes the paragraph of an old unit, with what comes before and behind it.
    fn paragraph(&mut self, unit: usize, splices: &mut Splices, options: &WordOptions) {
        let Some(opened) = &self.opened[unit] else { return };
        let Some(Sheet { source, names, .. }) = self.sheets.get(&opened.part) else { return };
        let before = self.fresh.remove(&Place::Before(unit)).unwrap_or_default();
        let behind = self.fresh.remove(&Place::Behind(unit)).unwrap_or_default();
        let edits = self.edits[unit].take().unwrap_or_default();
        let of_whole = if self.first == Some(unit) { whole::remarks(self.report, options) } else { vec![] };
        let remarks: Vec<&String> = of_whole.iter().chain(self.remarks(unit, options)).collect();
        if before.is_empty() && behind.is_empty() && edits.is_nothing() && remarks.is_empty() {
            return;
        }
        let mut pen = Pen { source, names, tracker: &mut self.tracker, splices };
        let mut own = written(&opened.paragraph, &opened.properties, &edits, &mut pen);
        if let Some(first) = own.first_mut() {
            for remark in remarks {
                first.content = self.comments.around(&first.content, remark, names, &mut self.tracker);
            }
        }
        let mut all = ends::followed(own, behind, opened.is_last, names);
        all.splice(0..0, before);
        let xml: String = all.iter().map(|written| written.xml(names, &mut self.tracker)).collect();
        splices.put(opened.paragraph.range.clone(), xml);
    }

    /// What is said of a paragraph that stays in its place: which of its words moved always, the rest where comments are asked for.
    fn remarks(&self, unit: usize, options: &WordOptions) -> impl Iterator<Item = &'a String> {
        let link = self.known.links.get(&unit).copied();
        let in_place = link.filter(|&link| self.plan.treatments[link] == Treatment::InPlace);
        let margin = in_place.map(|link| &self.report.margins[link]);
        let others = margin.filter(|_| options.comments).map_or(&[][..], |margin| &margin.remarks);
        margin.map_or(&[][..], |margin| &margin.passages).iter().chain(others)
    }
}

/// What is asked of the report again and again.
struct Known {
    /// For each side, the first calls of its notes.
    calls: [BTreeMap<usize, (usize, usize)>; 2],
    /// The link that begins with an old unit.
    links: BTreeMap<usize, usize>,
    /// The link of one old unit and one new.
    pairs: BTreeMap<[usize; 2], usize>,
}

impl Known {
    fn of(report: &Report) -> Self {
        let redline = &report.redline;
        let (mut links, mut pairs) = (BTreeMap::new(), BTreeMap::new());
        for (at, Change { link, .. }) in redline.links.iter().enumerate() {
            if let Some(&old) = link.old.first() {
                links.entry(old).or_insert(at);
            }
            if let ([old], [new]) = (link.old.as_slice(), link.new.as_slice()) {
                pairs.entry([*old, *new]).or_insert(at);
            }
        }
        Self { calls: [first_calls(&redline.old), first_calls(&redline.new)], links, pairs }
    }
}

fn whole(op: Op, text: &str) -> Edit {
    Edit { op, text: text.to_owned(), weight: None }
}

/// The notes that kept references call.
fn kept_note_pairs(script: &Script, [old, new]: [&Document; 2]) -> Vec<[usize; 2]> {
    use super::script::{Step, What};
    let note = |document: &Document, token: super::script::Token| match token.what {
        What::Mark(nth) => document.units[token.unit()].footnotes[nth as usize].note,
        _ => None,
    };
    let pairs = script.steps.iter().filter_map(|step| match *step {
        Step::Keep(before, after) => Some([note(old, script.old[before as usize])?, note(new, script.new[after as usize])?]),
        _ => None,
    });
    pairs.collect()
}
