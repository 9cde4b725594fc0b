//! What changes inside paragraphs that are one: words, marks, ends, numbering, and what is anchored in them.
//!
//! ```text
//! script   keep "Urges ", delete "fifteen", insert "twelve", keep " States", insert ¶, keep "."
//! edits    atoms 6–12 go, runs come before atom 13, an end comes before atom 20
//! ```

use std::collections::BTreeMap;

use super::super::atoms::Atom;
use super::super::properties::Properties;
use super::super::tracker::Mark;
use super::super::written::{Come, Edits};
use super::super::xml::{attribute, is};
use super::bring::val;
use super::column::Track;
use super::diff::{Row, Script, Step, script};
use super::fresh;
use super::remarks::Into;
use super::side::{Block, Notes, Para, Side};
use crate::compare::{Edit, words};

impl<'a, 'x> Track<'a, 'x> {
    /// The script between paragraphs that are one.
    pub(super) fn script(&self, old: &[usize], new: &[usize], link: Option<usize>) -> Script {
        let (before, after) = (self.known.old, self.known.new);
        let units =
            |side: &Side<'_>, row: &[usize]| -> Vec<usize> { row.iter().filter_map(|&at| side.paragraphs[at].unit).collect() };
        let (o, n) = (units(before, old), units(after, new));
        let of_link =
            link.map(|link| &self.known.redline.links[link]).filter(|change| change.link.old == o && change.link.new == n);
        let edits: Vec<Edit> = match (of_link, o.as_slice(), n.as_slice()) {
            (Some(change), ..) => change.edits.clone(),
            (None, [o], [n]) => {
                let texts = [&before.document.units[*o].text, &after.document.units[*n].text];
                words(texts.map(String::as_str), [before.document.language, after.document.language])
            }
            _ => vec![],
        };
        let rows = [(before, old, &self.things[0]), (after, new, &self.things[1])];
        let [old, new] = rows.map(|(side, paragraphs, things)| Row { side, paragraphs, things });
        script(old, new, &edits)
    }

    /// Paragraphs that are one: what changed in them.
    pub(super) fn paragraphs(&mut self, old: &[Block], new: &[Block], link: Option<usize>) {
        let row = |blocks: &[Block]| -> Vec<usize> {
            blocks.iter().filter_map(|block| if let Block::Paragraph(at) = block { Some(*at) } else { None }).collect()
        };
        let (old, new) = (row(old), row(new));
        let ([last_old], [last_new]) = ([old[old.len() - 1]], [new[new.len() - 1]]);
        for &at in &old {
            self.partners[at] = Some(new[0]);
        }
        let script = self.script(&old, &new, link);
        let mut walk = Walk { track: self, script: &script, old: &old, new: &new, nth: [0, 0], at: 0, edits: vec![] };
        let edits = walk.all();
        for (&at, edit) in old.iter().zip(edits) {
            self.edits[at] = Some(edit);
        }
        if self.options.formatting {
            self.restyle_runs(&script, &old, &new);
            if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
                self.restyle(*old, *new);
            }
        }
        self.renumber(last_old, last_new);
        self.kept_things(&script, &old, &new);
    }

    /// Lists of the two files whose paragraphs are the same ones are the same list.
    pub(super) fn lists(&mut self) {
        let mut votes: BTreeMap<(String, String), usize> = BTreeMap::new();
        for change in &self.known.redline.links {
            let ([old], [new]) = (change.link.old.as_slice(), change.link.new.as_slice()) else { continue };
            let at = |side: &Side<'_>, unit: usize| side.of_unit.get(unit).copied().flatten();
            let (Some(o), Some(n)) = (at(self.known.old, *old), at(self.known.new, *new)) else { continue };
            let (before, after) =
                (self.numbering(0, &self.known.old.paragraphs[o]), self.numbering(1, &self.known.new.paragraphs[n]));
            if let (Some((from, level)), Some((to, other))) = (before, after)
                && level == other
            {
                *votes.entry((to, from)).or_default() += 1;
            }
        }
        let mut votes: Vec<((String, String), usize)> = votes.into_iter().collect();
        votes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        for ((new, old), _) in votes {
            self.bringer.lists.same(&new, &old);
        }
    }

    /// The list and the level that a paragraph of a side counts in, itself or by its style.
    pub(super) fn numbering(&self, side: usize, para: &Para<'_>) -> Option<(String, String)> {
        let properties = para.node.children().find(|child| is(*child, "pPr"));
        let inner = |name: &str| properties.and_then(|pr| pr.children().find(|child| is(*child, name)));
        let own = inner("numPr");
        let said = |name: &str| own.and_then(|own| val(own, name)).map(str::to_owned);
        let style = inner("pStyle").and_then(|style| attribute(style, "val"));
        let (list, level) = self.bringer.styles.list(side, style);
        let list = said("numId").or(list.map(str::to_owned)).filter(|id| id != "0")?;
        let list = self.bringer.lists.first(side, &list).to_owned();
        Some((list, said("ilvl").or(level.map(str::to_owned)).unwrap_or_else(|| "0".to_owned())))
    }

    /// Where a paragraph stands in another list, or on another level, that is tracked.
    fn renumber(&mut self, old: usize, new: usize) {
        let (before, after) = (&self.known.old.paragraphs[old], &self.known.new.paragraphs[new]);
        if before.taken.atoms.is_empty() || after.taken.atoms.is_empty() {
            return;
        }
        let was = self.numbering(0, before);
        let now = self.numbering(1, after).map(|(list, level)| (self.bringer.lists.id(&list), level));
        if was == now {
            return;
        }
        let sheet = self.known.old.sheet(before);
        let own = self.edits[old].as_ref().and_then(|edits| edits.properties.clone());
        let own = own.unwrap_or_else(|| Properties::of(sheet.source, before.node));
        let own = match now {
            Some((list, level)) => own.counted(&sheet.names, &list, &level),
            None => own.uncounted(&sheet.names),
        };
        if let Some(edits) = &mut self.edits[old] {
            edits.properties = Some(own);
        }
    }

    /// The boxes of pictures that stay, and the notes of marks that do.
    fn kept_things(&mut self, script: &Script, old: &[usize], new: &[usize]) {
        for step in &script.steps {
            let Step::Keep(o, n) = *step else { continue };
            let (o, n) = (script.old[o as usize], script.new[n as usize]);
            if o.is_border() {
                continue;
            }
            let (before, after) = (&self.known.old.paragraphs[old[o.nth()]], &self.known.new.paragraphs[new[n.nth()]]);
            if o.is_note() {
                let id =
                    |side: &Side<'_>, para: &Para<'_>, at: usize| note_id(para.taken.atoms.get(at)?.raw(side.sheet(para).source));
                if let (Some(o), Some(n)) =
                    (id(self.known.old, before, o.atoms().start), id(self.known.new, after, n.atoms().start))
                {
                    self.notes.insert((o.0, o.1, n.1));
                }
            } else if !before.boxes.is_empty() && !after.boxes.is_empty() {
                let inner = |para: &'a Para<'x>, at: usize| -> Vec<&'a Vec<Block>> {
                    let Some(range) = para.taken.atoms.get(at).and_then(Atom::range) else { return vec![] };
                    para.boxes.iter().filter(|(start, _)| range.contains(start)).map(|(_, blocks)| blocks).collect()
                };
                let (o, n) = (inner(before, o.atoms().start), inner(after, n.atoms().start));
                for (o, n) in o.into_iter().zip(n) {
                    self.column(o, n, true);
                }
            }
        }
    }
}

/// Goes through the steps of paragraphs that are one.
struct Walk<'w, 'a, 'x> {
    track: &'w mut Track<'a, 'x>,
    script: &'w Script,
    old: &'w [usize],
    new: &'w [usize],
    /// The paragraph of each side.
    nth: [usize; 2],
    /// The atom of the old one before which something comes.
    at: usize,
    edits: Vec<Edits>,
}

impl Walk<'_, '_, '_> {
    fn all(&mut self) -> Vec<Edits> {
        let known = self.track.known;
        self.edits = self
            .old
            .iter()
            .map(|&at| Edits { gone: vec![false; known.old.paragraphs[at].taken.atoms.len()], ..Edits::default() })
            .collect();
        let steps = &self.script.steps;
        let mut index = 0;
        while index < steps.len() {
            match steps[index] {
                Step::Keep(o, n) => {
                    let (o, n) = (self.script.old[o as usize], self.script.new[n as usize]);
                    if n.is_border() {
                        self.remarks(n.nth() - 1, usize::MAX);
                    } else {
                        self.at = if self.nth[0] == o.nth() { self.at } else { 0 };
                        self.nth[0] = o.nth();
                        self.remarks(n.nth(), n.atoms().start);
                    }
                    self.nth = [o.nth(), n.nth()];
                    self.at = if o.is_border() { 0 } else { o.atoms().end };
                }
                Step::Delete(o) => {
                    let o = self.script.old[o as usize];
                    if o.is_border() {
                        self.join(o.nth());
                    } else {
                        self.edits[o.nth()].gone[o.atoms()].fill(true);
                        self.at = o.atoms().end;
                    }
                }
                Step::Insert(n) => {
                    let first = self.script.new[n as usize];
                    if first.is_border() {
                        self.remarks(first.nth() - 1, usize::MAX);
                        self.split(first.nth());
                    } else {
                        self.remarks(first.nth(), first.atoms().start);
                        index = self.come(index);
                        continue;
                    }
                }
            }
            index += 1;
        }
        self.remarks(self.new.len() - 1, usize::MAX);
        std::mem::take(&mut self.edits)
    }

    /// Comments of the new paragraph `nth` that stand before its atom `upto` come here.
    fn remarks(&mut self, nth: usize, upto: usize) {
        let known = self.track.known;
        let names = &known.old.sheet(&known.old.paragraphs[self.old[self.nth[0]]]).names;
        let xml = self.track.remarks_upto(self.new[nth], upto, names, Into::Kept);
        if !xml.is_empty() {
            self.edits[self.nth[0]].insert(self.at, Come::Marked(xml));
        }
    }

    /// Items that come in a row.
    fn come(&mut self, from: usize) -> usize {
        let mut items = vec![];
        let mut index = from;
        while let Some(Step::Insert(n)) = self.script.steps.get(index)
            && !self.script.new[*n as usize].is_border()
        {
            let item = self.script.new[*n as usize];
            let is_parted = self.track.next_remark(self.new[item.nth()]).is_some_and(|at| at <= item.atoms().start);
            if is_parted && !items.is_empty() {
                break;
            }
            items.push(item.atoms());
            index += 1;
        }
        let sheet = self.track.known.old.paragraphs[self.old[self.nth[0]]].sheet;
        let nth = self.script.new[match self.script.steps[from] {
            Step::Insert(n) | Step::Keep(_, n) | Step::Delete(n) => n as usize,
        }]
        .nth();
        let xml = fresh::stretch(self.track, self.new[nth], sheet, &items);
        self.edits[self.nth[0]].insert(self.at, Come::Marked(xml));
        index
    }

    /// The end of the old paragraph before `next` goes. What they become looks like the first.
    fn join(&mut self, next: usize) {
        let known = self.track.known;
        let of = |at: usize| {
            let para = &known.old.paragraphs[at];
            Properties::of(known.old.sheet(para).source, para.node)
        };
        let (first, second) = (of(self.old[next - 1]), of(self.old[next]));
        let first = self.edits[next - 1].properties.clone().unwrap_or(first);
        self.edits[next - 1].mark = Some(Mark::Deleted);
        let now = first.with_section_of(&second);
        if now != second {
            self.edits[next].properties = Some(now);
        }
        (self.nth[0], self.at) = (next, 0);
    }

    /// A paragraph ends here, and new paragraph `next` begins: the first looks as in the new file.
    fn split(&mut self, next: usize) {
        let sheet = self.track.known.old.paragraphs[self.old[self.nth[0]]].sheet;
        let properties = fresh::properties(self.track, self.new[next - 1], sheet);
        self.edits[self.nth[0]].insert(self.at, Come::Border(Some(properties)));
        self.nth[1] = next;
    }
}

/// The kind and the id of the note that an element refers to.
pub(super) fn note_id(raw: &str) -> Option<(Notes, String)> {
    let kind = if raw.contains("endnoteReference") { Notes::End } else { Notes::Foot };
    let id = raw.split_once(":id=\"").or_else(|| raw.split_once(" id=\""))?.1.split('"').next()?;
    Some((kind, id.to_owned()))
}
