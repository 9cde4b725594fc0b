//! Walks through two columns of text and notes what goes, what comes and what changes inside.
//!
//! ```text
//! old   A   B        D          A: nothing   B: words   D: all goes
//! new   A   B'  C               C: comes behind B
//! ```

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::super::WordOptions;
use super::super::atoms::Stuff;
use super::super::base::Part;
use super::super::comments::Comments;
use super::super::ends::{self, Stand};
use super::super::notes::NoteStyle;
use super::super::parts;
use super::super::plan::Place;
use super::super::properties::Properties;
use super::super::splices::Splices;
use super::super::tracker::{Mark, Tracker};
use super::super::whole;
use super::super::written::{Edits, Pen, Written, written};
use super::super::xml::is;
use super::bookmarks;
use super::bring::{Bringer, Goal};
use super::couples::Known;
use super::diff::{Step, goes_whole};
use super::fields::Across;
use super::fresh;
use super::inside::note_id;
use super::remarks::Remarks;
use super::side::{Block, Notes, Para};
use super::things::Things;
use crate::align::Relation;
use crate::read::is_kept_as_gone;
use crate::report::Report;

/// How many ids notes may take before those of changes begin.
const IDS_OF_NOTES: u32 = 100_000;

/// The changes, as they are found.
pub(super) struct Track<'a, 'x> {
    pub(super) report: &'a Report,
    pub(super) known: &'a Known<'a, 'x>,
    pub(super) things: &'a [Things; 2],
    pub(super) options: &'a WordOptions,
    pub(super) bringer: Bringer<'x>,
    pub(super) tracker: Tracker,
    comments: Comments,
    /// Comments of the new file.
    pub(super) brought: Remarks<'x>,
    /// For each old paragraph.
    pub(super) edits: Vec<Option<Edits>>,
    /// What comes beside old blocks: paragraphs by their index, tables by theirs behind all paragraphs.
    fresh: BTreeMap<Place, Vec<Written>>,
    /// What is done to rows, by sheet.
    pub(super) splices: BTreeMap<usize, Splices>,
    /// For each old paragraph the new one that it is.
    pub(super) partners: Vec<Option<usize>>,
    /// Old paragraphs whose ends go with a row.
    pub(super) in_gone_rows: HashSet<usize>,
    /// Pairs of notes whose references stay: kind, old id, new id.
    pub(super) notes: BTreeSet<(Notes, String, String)>,
    /// Fields of each side that stand in several paragraphs.
    pub(super) across: [Across; 2],
    /// Parts of such fields of the new file that come, as paragraph and atom.
    pub(super) coming: HashSet<[usize; 2]>,
    /// The names of the bookmarks that the file has.
    pub(super) marked: HashSet<String>,
    moves: usize,
    /// For each new paragraph of the text itself that a move brings, its name.
    moved: BTreeMap<usize, String>,
}

impl<'a, 'x> Track<'a, 'x> {
    /// The changes of `report` between the files that are `known`.
    pub(super) fn of(report: &'a Report, known: &'a Known<'a, 'x>, things: &'a [Things; 2], options: &'a WordOptions) -> Self {
        let (old, new) = (known.old, known.new);
        let first_id = old.highest_id() + 1;
        let mut bringer = Bringer::new(old.package, new.package, first_id);
        bringer.note_style = NoteStyle::default();
        let mut track = Self {
            report,
            known,
            things,
            options,
            bringer,
            tracker: Tracker::new(&options.author, options.date.as_deref(), first_id + IDS_OF_NOTES),
            comments: Comments::default(),
            brought: Remarks::of(old, new),
            edits: old.paragraphs.iter().map(|_| None).collect(),
            fresh: BTreeMap::new(),
            splices: BTreeMap::new(),
            partners: vec![None; old.paragraphs.len()],
            in_gone_rows: HashSet::new(),
            notes: BTreeSet::new(),
            across: [Across::of(old), Across::of(new)],
            coming: HashSet::new(),
            marked: bookmarks::names(old),
            moves: 0,
            moved: BTreeMap::new(),
        };
        track.lists();
        track.column(&old.body, &new.body, false);
        track.margins();
        track.kept_notes();
        track.gone_notes();
        track.gone_fields();
        track
    }

    /// Headers and footers of the same section and kind, each part once.
    fn margins(&mut self) {
        let (old, new) = (self.known.old, self.known.new);
        let mut done = BTreeSet::new();
        for (name, blocks) in &old.margins {
            let other = new.margins.iter().find(|(other, _)| other == name);
            if let (Some(first), Some((_, other))) = (blocks.first(), other)
                && done.insert(*first)
            {
                self.column(blocks, other, true);
            }
        }
    }

    /// The number by which the place of an old block is told.
    fn number(&self, block: Block) -> usize {
        match block {
            Block::Paragraph(at) => at,
            Block::Table(at) => self.known.old.paragraphs.len() + at,
        }
    }

    fn depth(&self, block: Block) -> usize {
        match block {
            Block::Paragraph(at) => self.known.old.paragraphs[at].depth,
            Block::Table(at) => self.known.old.tables[at].depth,
        }
    }

    fn sheet_of(&self, block: Block) -> usize {
        match block {
            Block::Paragraph(at) => self.known.old.paragraphs[at].sheet,
            Block::Table(at) => self.known.old.tables[at].sheet,
        }
    }

    /// Two columns of text. In a cell, a box or a note (`is_closed`) nothing moves.
    pub(super) fn column(&mut self, old: &[Block], new: &[Block], is_closed: bool) {
        let couples = self.known.couples(old, new, is_closed);
        let mut from = [0, 0];
        for couple in couples.into_iter().map(Some).chain([None]) {
            let to = couple.as_ref().map_or([old.len(), new.len()], |c| [c.old.start, c.new.start]);
            for block in &old[from[0]..to[0]] {
                self.goes(*block, is_closed);
            }
            self.fields_come(&new[from[1]..to[1]], is_closed);
            for block in &new[from[1]..to[1]] {
                self.comes(*block, old, to[0], is_closed);
            }
            let Some(couple) = couple else { break };
            match (old[couple.old.start], new[couple.new.start]) {
                (Block::Table(a), Block::Table(b)) => self.table(a, b),
                _ => self.paragraphs(&old[couple.old.clone()], &new[couple.new.clone()], couple.link),
            }
            from = [couple.old.end, couple.new.end];
        }
    }

    /// An old block goes; it moves away where the report says where to.
    pub(super) fn goes(&mut self, block: Block, is_closed: bool) {
        match block {
            Block::Table(at) => self.table_goes(at),
            Block::Paragraph(at) => {
                if let Some(new) = self.goal_of(at).filter(|_| !is_closed) {
                    if !self.moved.contains_key(&new) {
                        self.moves_away(at, new);
                    }
                    return;
                }
                let para = &self.known.old.paragraphs[at];
                let gone = goes_whole(&para.taken, self.known.old.sheet(para).source);
                let leaves_as = Some(Mark::Deleted);
                self.edits[at] = Some(Edits { gone, mark: leaves_as, leaves_as, ..Edits::default() });
            }
        }
    }

    /// The new paragraph that an old one of the text became, elsewhere.
    fn goal_of(&self, old: usize) -> Option<usize> {
        let link = self.known.link(0, Block::Paragraph(old))?;
        let link = &self.known.redline.links[link].link;
        let (Relation::Kept, [_], [new]) = (link.relation, link.old.as_slice(), link.new.as_slice()) else { return None };
        let new = self.known.new.of_unit.get(*new).copied().flatten()?;
        let is_free = self.known.new.paragraphs[new].is_in_body && !self.known.is_apart(Block::Paragraph(new));
        is_free.then_some(new)
    }

    fn moves_away(&mut self, old: usize, new: usize) {
        let script = self.script(&[old], &[new], self.known.link(0, Block::Paragraph(old)));
        let para = &self.known.old.paragraphs[old];
        let gone = goes_whole(&para.taken, self.known.old.sheet(para).source);
        let mut struck = vec![false; gone.len()];
        for step in &script.steps {
            if let Step::Delete(at) = *step {
                struck[script.old[at as usize].atoms()].fill(true);
            }
        }
        self.moves += 1;
        let name = format!("rature{}", self.moves);
        let around = self.tracker.range(&self.known.old.sheet(para).names, Mark::MovedFrom, &name);
        let leaves_as = Some(Mark::MovedFrom);
        self.edits[old] = Some(Edits { gone, mark: leaves_as, leaves_as, struck, around, ..Edits::default() });
        self.partners[old] = Some(new);
        self.moved.insert(new, name);
    }

    /// A new block comes before `old[at]`.
    fn comes(&mut self, block: Block, old: &[Block], at: usize, is_closed: bool) {
        let place = self.place(old, at);
        let beside = old.get(at).or(old.last()).copied();
        let sheet = beside.map_or(0, |beside| self.sheet_of(beside));
        let written = match block {
            Block::Table(at) => Written::table(self.table_comes(at, sheet)),
            Block::Paragraph(new) => self.paragraph_comes(new, sheet, is_closed),
        };
        match place {
            Some(place) => self.fresh.entry(place).or_default().push(written),
            None => self.write_empty(sheet, &written),
        }
    }

    /// The place before `old[at]`: behind the block before it, or before it where that stands in fewer elements.
    fn place(&self, old: &[Block], at: usize) -> Option<Place> {
        let before = at.checked_sub(1).map(|at| old[at]);
        match (before, old.get(at).copied()) {
            (Some(before), Some(next)) if self.depth(next) < self.depth(before) => Some(Place::Before(self.number(next))),
            (Some(before), _) => Some(Place::Behind(self.number(before))),
            (None, Some(next)) => Some(Place::Before(self.number(next))),
            (None, None) => None,
        }
    }

    /// Into a text without a paragraph.
    fn write_empty(&mut self, sheet: usize, written: &Written) {
        let (root, names) = (self.known.old.sheets[sheet].root, &self.known.old.sheets[sheet].names);
        let Some(body) = root.children().find(|node| is(*node, "body")) else { return };
        let xml = written.xml(names, &mut self.tracker);
        let first = body.children().find(roxmltree::Node::is_element).map(|node| node.range().start);
        let splices = self.splices.entry(sheet).or_default();
        if let Some(at) = first.or(body.first_child().map(|node| node.range().start)) {
            splices.put(at..at, xml);
        } else {
            let open = self.known.old.sheets[sheet].source[body.range()].trim_end_matches("/>").to_owned();
            let tag = names.tag("body");
            let open = open.split_once("</").map_or(open.as_str(), |(open, _)| open).trim_end_matches('>');
            splices.put(body.range(), format!("{open}>{xml}</{tag}>"));
        }
    }

    fn paragraph_comes(&mut self, new: usize, sheet: usize, is_closed: bool) -> Written {
        let link = self.known.link(1, Block::Paragraph(new));
        let move_name = if is_closed { None } else { self.move_to(new) };
        let mut marks = vec![if move_name.is_some() { Mark::MovedTo } else { Mark::Inserted }];
        if let Some((old, _)) = &move_name {
            let script = self.script(&[*old], &[new], link);
            let atoms = self.known.new.paragraphs[new].taken.atoms.len();
            marks = vec![Mark::MovedTo; atoms.max(1)];
            for step in &script.steps {
                if let Step::Insert(at) = *step {
                    marks[script.new[at as usize].atoms()].fill(Mark::Inserted);
                }
            }
        }
        let mark = if move_name.is_some() { Mark::MovedTo } else { Mark::Inserted };
        let mut written = fresh::paragraph(self, new, sheet, &|at| *marks.get(at).unwrap_or(&marks[0]), mark);
        let names = &self.known.old.sheets[sheet].names;
        if let Some((_, name)) = move_name {
            written.around = self.tracker.range(names, Mark::MovedTo, &name);
        }
        let margin = link.map(|link| &self.report.margins[link]);
        let is_first = link.is_some_and(|link| {
            let first = self.known.redline.links[link].link.new.first();
            first.copied() == self.known.new.paragraphs[new].unit
        });
        if let Some(margin) = margin.filter(|_| is_first && sheet == 0) {
            let origin = margin.moved.iter().filter(|_| mark == Mark::Inserted);
            let others = margin.remarks.iter().filter(|_| self.options.comments);
            for remark in origin.chain(&margin.passages).chain(others) {
                written.content = self.comments.around(&written.content, remark, names, &mut self.tracker);
            }
        }
        written
    }

    /// The old paragraph of the text that became a new one, elsewhere.
    pub(super) fn origin(&self, new: usize) -> Option<usize> {
        let link = self.known.link(1, Block::Paragraph(new))?;
        let unit = *self.known.redline.links[link].link.old.first()?;
        let old = self.known.old.of_unit.get(unit).copied().flatten()?;
        (self.known.old.paragraphs[old].is_in_body && self.goal_of(old) == Some(new)).then_some(old)
    }

    /// The old paragraph that moves here, and the name of the move.
    fn move_to(&mut self, new: usize) -> Option<(usize, String)> {
        let old = self.origin(new)?;
        if !self.moved.contains_key(&new) {
            self.moves_away(old, new);
        }
        Some((old, self.moved.get(&new)?.clone()))
    }

    /// The texts of the notes whose references stay.
    fn kept_notes(&mut self) {
        let mut done = BTreeSet::new();
        for (kind, old, new) in self.notes.clone() {
            let blocks = [(self.known.old, &old), (self.known.new, &new)].map(|(side, id)| side.notes.get(&(kind, id.as_str())));
            if let [Some(o), Some(n)] = blocks
                && done.insert((kind, old.clone()))
            {
                self.column(o, n, true);
            }
        }
    }

    /// The texts of the notes whose references go.
    fn gone_notes(&mut self) {
        let mut called = BTreeSet::new();
        let mut gone = BTreeSet::new();
        for (at, para) in self.known.old.paragraphs.iter().enumerate() {
            let source = self.known.old.sheet(para).source;
            for (index, atom) in para.taken.atoms.iter().enumerate() {
                if matches!(atom.what, Stuff::Reference(_))
                    && let Some(note) = note_id(atom.raw(source))
                {
                    let goes = self.edits[at].as_ref().is_some_and(|edits| edits.gone.get(index) == Some(&true));
                    if goes { &mut gone } else { &mut called }.insert(note);
                }
            }
        }
        for (kind, id) in gone.difference(&called) {
            for block in self.known.old.notes.get(&(*kind, id.as_str())).into_iter().flatten() {
                self.goes(*block, true);
                if let Block::Paragraph(at) = block {
                    self.in_gone_rows.insert(*at);
                    if let Some(edits) = &mut self.edits[*at] {
                        edits.mark = None;
                    }
                }
            }
        }
    }

    /// The parts of the file, and the partners of the old paragraphs.
    pub(super) fn done(mut self) -> (Vec<Part>, Vec<Option<usize>>) {
        let stands = self.stands();
        ends::leave_none_empty(&stands, &mut self.edits, &mut self.fresh);
        let mut parts: Vec<Part> =
            self.known.old.package.parts.iter().map(|p| Part { name: p.name.clone(), bytes: p.bytes.clone() }).collect();
        self.tables_fresh();
        let mut order: Vec<usize> = (0..self.known.old.paragraphs.len()).collect();
        // From the end, so that what lies within a paragraph is done before it.
        order.sort_by_key(|&at| {
            let para = &self.known.old.paragraphs[at];
            std::cmp::Reverse((para.sheet, para.node.range().start))
        });
        let first = self.first_that_stays();
        for at in order {
            let stand = stands[at].as_ref();
            self.write(at, stand.is_some_and(|stand| stand.is_last), first == Some(at));
        }
        for (sheet, splices) in &self.splices {
            let sheet = &self.known.old.sheets[*sheet];
            parts[sheet.part].bytes = splices.applied(sheet.source, 0..sheet.source.len()).into_bytes();
        }
        let added = fresh::notes(&mut self);
        for (kind, name, texts) in &added {
            parts::add_notes(&mut parts, name, kind, |_| texts.clone());
        }
        for (kind, name, _) in &added {
            parts::renumber_notes(&mut parts, name, kind);
        }
        self.comments.brought = self.remarks_brought(&mut parts);
        if !self.comments.is_empty() {
            parts::add_comments(&mut parts, &self.comments, &self.tracker);
        }
        self.bringer.finish(&mut parts);
        (parts, self.partners)
    }

    /// Where the old paragraphs stand; those whose row goes have no end to care for.
    fn stands(&self) -> Vec<Option<Stand>> {
        let of = |(at, para): (usize, &Para<'_>)| {
            let mut after = para.node.next_siblings().skip(1).filter(roxmltree::Node::is_element);
            let is_block = |node: &roxmltree::Node<'_, '_>| {
                ["p", "tbl", "sdt"].iter().any(|name| is(*node, name)) && !is_kept_as_gone(*node)
            };
            let next = after.find(is_block).map(|node| node.range().start);
            let sheet = self.known.old.sheet(para);
            (!self.in_gone_rows.contains(&at)).then(|| Stand {
                part: sheet.part,
                start: para.node.range().start,
                next,
                is_last: next.is_none(),
                atoms: para.taken.atoms.len(),
                properties: Properties::of(sheet.source, para.node),
            })
        };
        self.known.old.paragraphs.iter().enumerate().map(of).collect()
    }

    fn first_that_stays(&self) -> Option<usize> {
        let stays = |at: &usize| self.edits[*at].as_ref().is_none_or(|edits| edits.leaves_as.is_none());
        let has_text = |at: &usize| self.known.old.paragraphs[*at].unit.is_some() && self.known.old.paragraphs[*at].sheet == 0;
        (0..self.edits.len()).filter(has_text).find(stays)
    }

    /// Splices what comes beside tables.
    fn tables_fresh(&mut self) {
        let first = self.known.old.paragraphs.len();
        for (at, table) in self.known.old.tables.iter().enumerate() {
            let (range, names) = (table.node.range(), &self.known.old.sheets[table.sheet].names);
            for (place, byte) in [(Place::Before(first + at), range.start), (Place::Behind(first + at), range.end)] {
                let Some(all) = self.fresh.remove(&place) else { continue };
                let xml: String = all.iter().map(|written| written.xml(names, &mut self.tracker)).collect();
                self.splices.entry(table.sheet).or_default().put(byte..byte, xml);
            }
        }
    }

    /// Writes an old paragraph, with what comes before and behind it.
    fn write(&mut self, at: usize, is_last: bool, is_first: bool) {
        let para = &self.known.old.paragraphs[at];
        let sheet = self.known.old.sheet(para);
        let before = self.fresh.remove(&Place::Before(at)).unwrap_or_default();
        let behind = self.fresh.remove(&Place::Behind(at)).unwrap_or_default();
        let edits = self.edits[at].take().unwrap_or_default();
        let of_whole = if is_first { whole::remarks(self.report, self.options) } else { vec![] };
        let remarks: Vec<&String> = of_whole.iter().chain(self.remarks(at)).collect();
        if before.is_empty() && behind.is_empty() && edits.is_nothing() && remarks.is_empty() {
            return;
        }
        let properties = Properties::of(sheet.source, para.node);
        let names = &sheet.names;
        let splices = self.splices.entry(para.sheet).or_default();
        let mut pen = Pen { source: sheet.source, names, tracker: &mut self.tracker, splices };
        let mut own = written(&para.taken, &properties, &edits, &mut pen);
        if let Some(first) = own.first_mut() {
            for remark in remarks {
                first.content = self.comments.around(&first.content, remark, names, &mut self.tracker);
            }
        }
        let mut all = ends::followed(own, behind, is_last, names);
        all.splice(0..0, before);
        let xml: String = all.iter().map(|written| written.xml(names, &mut self.tracker)).collect();
        self.splices.entry(para.sheet).or_default().put(para.node.range(), xml);
    }

    /// What is said of a paragraph that stays in its place.
    fn remarks(&self, at: usize) -> impl Iterator<Item = &'a String> + use<'a> {
        let link = self.known.link(0, Block::Paragraph(at)).filter(|_| self.partners[at].is_some());
        let margin = link.map(|link| &self.report.margins[link]);
        let others = margin.filter(|_| self.options.comments).map_or(&[][..], |margin| &margin.remarks);
        margin.map_or(&[][..], |margin| &margin.passages).iter().chain(others)
    }

    /// Where brought elements stand in a sheet of the old file.
    pub(super) fn goal(&self, sheet: usize) -> Goal<'a> {
        let sheet = &self.known.old.sheets[sheet];
        Goal { part: sheet.name, names: &sheet.names, root: sheet.root, has_remarks: true }
    }
}
