//! What stays, goes and comes between paragraphs of the two files, in atoms.
//!
//! ```text
//! old     [12.]⇥ U r g e s ␣ fifteen ␣ S t a t e s [ref 4]      what the report says of the words is taken as it is;
//! new     [13.]⇥ U r g e s ␣ twelve  ␣ S t a t e s [ref 4]      labels, marks, pictures, formulas and fields are paired here
//! ```
//!
//! All that the files say is an atom, and numbers that Word counts are none: whatever the report says, keep and delete are all of the old
//! file and keep and insert all of the new one. Cost: linear in the words, and in the product of what stands between two kept words
//! other than words (labels, marks), which is small; where it is not, only its beginning and end are paired.

use std::collections::HashMap;
use std::ops::Range;

use super::super::atoms::{Atom, Stuff, small};
use super::super::paragraph::Paragraph;
use super::links::part_links;
use super::side::{Para, Side, letters};
use super::things::Things;
use crate::compare::{Edit, Op};

/// What becomes of an item of the old side and of the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Keep(u32, u32),
    Delete(u32),
    Insert(u32),
}

/// One thing in a row of paragraphs. There are as many as characters, so they are kept small.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// Which of the paragraphs.
    nth: u32,
    start: u32,
    end: u32,
    key: Key,
    /// The report says what becomes of it.
    is_word: bool,
}

impl Item {
    fn new(nth: usize, atoms: Range<usize>, key: Key, is_word: bool) -> Self {
        Self { nth: small(nth), start: small(atoms.start), end: small(atoms.end), key, is_word }
    }

    /// Which of the paragraphs.
    pub(super) fn nth(self) -> usize {
        self.nth as usize
    }

    pub(super) fn atoms(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is the end of a paragraph: of the one before `nth`.
    pub(super) fn is_border(&self) -> bool {
        self.key == Key::Border
    }

    pub(super) fn is_space(&self) -> bool {
        self.key == Key::Char(' ')
    }

    pub(super) fn is_character(&self) -> bool {
        matches!(self.key, Key::Char(_) | Key::Word(_))
    }

    fn is_field(&self) -> bool {
        matches!(self.key, Key::Field(_))
    }

    /// Whether it is the reference of a note.
    pub(super) fn is_note(&self) -> bool {
        matches!(self.key, Key::Note(..))
    }
}

/// What an item is. Texts are told by their number in [`Texts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    /// A character; any white space is a space.
    Char(char),
    /// Characters that the report says nothing of: a label.
    Word(u32),
    /// A picture, a formula, by what it is.
    Thing(u32),
    /// The reference of a note: which kind, and the text of the note.
    Note(u32, u32),
    /// A part of a field.
    Field(u32),
    Border,
}

/// Texts by number, so that they are compared as numbers.
#[derive(Default)]
struct Texts {
    known: HashMap<String, u32>,
}

impl Texts {
    fn number(&mut self, text: String) -> u32 {
        let next = small(self.known.len());
        *self.known.entry(text).or_insert(next)
    }

    /// The parts of a field have the first numbers.
    fn new() -> Self {
        let mut texts = Self::default();
        for kind in FIELD {
            texts.number(kind.to_owned());
        }
        texts
    }
}

const FIELD: [&str; 3] = ["begin", "separate", "end"];
const BEGIN: u32 = 0;
const SEPARATE: u32 = 1;
const END: u32 = 2;

/// The items of both sides and what becomes of them.
pub(super) struct Script {
    pub(super) old: Vec<Item>,
    pub(super) new: Vec<Item>,
    pub(super) steps: Vec<Step>,
}

/// The paragraphs of one side.
#[derive(Clone, Copy)]
pub(super) struct Row<'a, 'x> {
    pub(super) side: &'a Side<'x>,
    pub(super) paragraphs: &'a [usize],
    pub(super) things: &'a Things,
}

const NONE: u32 = u32::MAX;

#[derive(Default)]
struct Items {
    all: Vec<Item>,
    /// The item of each character of the texts of the units, joined by ends of paragraphs; `NONE` where none stands for it.
    characters: Vec<u32>,
}

impl Items {
    fn of(row: Row<'_, '_>, texts: &mut Texts) -> Self {
        let mut items = Self::default();
        for (nth, &at) in row.paragraphs.iter().enumerate() {
            if nth > 0 {
                items.all.push(Item::new(nth, 0..0, Key::Border, false));
            }
            items.paragraph(nth, &row.side.paragraphs[at], row, texts);
        }
        items
    }

    fn paragraph(&mut self, nth: usize, para: &Para<'_>, row: Row<'_, '_>, texts: &mut Texts) {
        let source = row.side.sheet(para).source;
        if para.unit.is_some() && nth > 0 && !self.characters.is_empty() {
            // The last end of a paragraph before it.
            self.characters.push(small(self.all.len() - 1));
        }
        let first = self.all.len();
        let mut words = para.places.characters.iter().peekable();
        // Characters that are no words of the report, side by side.
        let mut label = (String::new(), 0);
        let mut at = 0;
        while at < para.taken.atoms.len() {
            if para.taken.atoms.get(at).is_some_and(|atom| is_remark(atom, source)) {
                self.label(nth, &mut label, at, texts);
                (at, label.1) = (at + 1, at + 1);
                continue;
            }
            // Several characters may share their atoms.
            while words.next_if(|word| word.start < at || word.is_empty()).is_some() {
                self.characters.push(if self.all.len() > first { small(self.all.len() - 1) } else { NONE });
            }
            let word = words.next_if(|word| word.start == at && !word.is_empty());
            let (is_word, atoms) = word.map_or((false, at..at + 1), |word| (true, word));
            let key = key(para, atoms.clone(), source, row, texts);
            match key {
                Key::Char(c) if !is_word && c != ' ' => label.0.push(c),
                _ => {
                    self.label(nth, &mut label, at, texts);
                    if is_word {
                        self.characters.push(small(self.all.len()));
                    }
                    self.all.push(Item::new(nth, atoms.clone(), key, is_word));
                    label.1 = atoms.end;
                }
            }
            at = atoms.end;
        }
        self.label(nth, &mut label, at, texts);
        for _ in words {
            self.characters.push(if self.all.len() > first { small(self.all.len() - 1) } else { NONE });
        }
    }

    fn label(&mut self, nth: usize, label: &mut (String, usize), end: usize, texts: &mut Texts) {
        if !label.0.is_empty() {
            let key = Key::Word(texts.number(std::mem::take(&mut label.0)));
            self.all.push(Item::new(nth, label.1..end, key, false));
        }
        label.1 = end;
    }
}

/// Whether it is where a comment is called, which is no part of what the files say.
fn is_remark(atom: Atom, source: &str) -> bool {
    matches!(atom.what, Stuff::Other(_)) && atom.raw(source).contains("commentReference")
}

/// What `atoms` are.
fn key(para: &Para<'_>, atoms: Range<usize>, source: &str, row: Row<'_, '_>, texts: &mut Texts) -> Key {
    let shown = |atom: Atom| match atom.what {
        Stuff::Char(c) => Some(if c.is_whitespace() { ' ' } else { c }),
        Stuff::Space(_) => Some(' '),
        Stuff::Sign(_) => atom.raw(source).contains("noBreakHyphen").then_some('\u{2011}'),
        _ => None,
    };
    if para.counted.binary_search(&atoms.start).is_ok() {
        return Key::Field(SEPARATE);
    }
    if atoms.len() == 1
        && let Some(c) = para.taken.atoms.get(atoms.start).and_then(shown)
    {
        return Key::Char(c);
    }
    let mut text = String::new();
    for atom in para.taken.atoms.range(atoms) {
        match atom.what {
            Stuff::Sign(_) if shown(atom).is_none() => text.push_str(&symbol(atom.raw(source))),
            Stuff::Field(_) => {
                let raw = atom.raw(source);
                let said = FIELD.into_iter().find(|kind| raw.contains(&format!("\"{kind}\"")));
                return Key::Field(texts.number(said.map_or_else(|| letters(raw).trim().to_owned() + " ", str::to_owned)));
            }
            Stuff::Reference(_) => {
                let (kind, note) = row.things.note(para, atom.start());
                return Key::Note(kind, texts.number(note));
            }
            Stuff::Formula(_) | Stuff::Other(_) => return Key::Thing(texts.number(row.things.of(para, atom.start()))),
            _ => text.extend(shown(atom)),
        }
    }
    Key::Word(texts.number(text))
}

/// A symbol, by its font and its place in it.
fn symbol(raw: &str) -> String {
    let value = |name: &str| raw.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    format!("symbol {} {}", value("font"), value("char"))
}

/// The script from the paragraphs of one row to those of the other, whose units have these `edits`.
pub(super) fn script(old: Row<'_, '_>, new: Row<'_, '_>, edits: &[Edit]) -> Script {
    let mut texts = Texts::new();
    let (before, after) = (Items::of(old, &mut texts), Items::of(new, &mut texts));
    let anchors = anchors(&before, &after, edits);
    let mut steps = vec![];
    let mut from = [0, 0];
    for [o, n] in anchors.into_iter().chain([[small(before.all.len()), small(after.all.len())]]) {
        if from != [o, n] {
            between(&before.all, &after.all, [from[0]..o, from[1]..n], &mut steps);
        }
        if (o as usize) < before.all.len() {
            steps.push(Step::Keep(o, n));
        }
        from = [o + 1, n + 1];
    }
    let mut script = Script { old: before.all, new: after.all, steps };
    part_links(&mut script, [old, new]);
    script.leave_spaces();
    script.leave_fields();
    script
}

/// The pairs of items that the report keeps.
fn anchors(old: &Items, new: &Items, edits: &[Edit]) -> Vec<[u32; 2]> {
    let (mut at, mut next, mut found) = ([0, 0], [0, 0], vec![]);
    for edit in edits {
        for _ in edit.text.chars() {
            if edit.op == Op::Equal {
                let pair = [(old, at[0]), (new, at[1])].map(|(items, at)| items.characters.get(at).copied().unwrap_or(NONE));
                let [o, n] = pair;
                let is_pair = || old.all[o as usize].key == new.all[n as usize].key;
                if o != NONE && n != NONE && o >= next[0] && n >= next[1] && is_pair() {
                    found.push(pair);
                    next = [o + 1, n + 1];
                }
            }
            at[0] += usize::from(edit.op != Op::Insert);
            at[1] += usize::from(edit.op != Op::Delete);
        }
    }
    // A mark on the other side of a space is the same mark: the space gives way.
    let thing = |items: &Items, at: Option<u32>| {
        let item = items.all.get(at? as usize)?;
        matches!(item.key, Key::Thing(_) | Key::Note(..)).then_some(item.key)
    };
    found.retain(|&[o, n]| {
        let is_same = |a: Option<u32>, b: Option<u32>| thing(old, a).is_some_and(|key| thing(new, b) == Some(key));
        let crosses = || is_same(Some(o + 1), n.checked_sub(1)) || is_same(o.checked_sub(1), Some(n + 1));
        !(old.all[o as usize].is_space() && crosses())
    });
    found
}

/// Steps for what stands between two kept items: the report's words go and come, other things may be the same.
fn between(old: &[Item], new: &[Item], [o, n]: [Range<u32>; 2], steps: &mut Vec<Step>) {
    const MOST: usize = 40_000;
    let others = |items: &[Item], range: Range<u32>| range.filter(|&at| !items[at as usize].is_word).collect::<Vec<_>>();
    let (a, b) = (others(old, o.clone()), others(new, n.clone()));
    let notes = |items: &[Item], others: &[u32]| others.iter().filter(|&&at| items[at as usize].is_note()).count();
    // As many notes on both sides are the same ones, reworded.
    let takes_any_note = notes(old, &a) == notes(new, &b);
    let is_same = |x: usize, y: usize| match (old[a[x] as usize].key, new[b[y] as usize].key) {
        (Key::Note(one, _), Key::Note(other, _)) if takes_any_note => one == other,
        (one, other) => one == other,
    };
    let mut pairs = vec![];
    let mut start = 0;
    while start < a.len().min(b.len()) && is_same(start, start) {
        pairs.push([a[start], b[start]]);
        start += 1;
    }
    let mut end = 0;
    while end < a.len().min(b.len()) - start && is_same(a.len() - 1 - end, b.len() - 1 - end) {
        end += 1;
    }
    let (rows, columns) = (a.len() - start - end, b.len() - start - end);
    if rows > 0 && columns > 0 && rows * columns <= MOST {
        let found = longest(rows, columns, |x, y| is_same(start + x, start + y));
        pairs.extend(found.into_iter().map(|[x, y]| [a[start + x], b[start + y]]));
    }
    pairs.extend((0..end).rev().map(|back| [a[a.len() - 1 - back], b[b.len() - 1 - back]]));
    let mut from = [o.start, n.start];
    for pair in pairs.into_iter().map(Some).chain([None]) {
        let to = pair.unwrap_or([o.end, n.end]);
        steps.extend((from[0]..to[0]).map(Step::Delete));
        steps.extend((from[1]..to[1]).map(Step::Insert));
        if let Some([o, n]) = pair {
            steps.push(Step::Keep(o, n));
        }
        from = [to[0] + 1, to[1] + 1];
    }
}

/// The longest common row of two, as pairs in order.
pub(super) fn longest(rows: usize, columns: usize, is_same: impl Fn(usize, usize) -> bool) -> Vec<[usize; 2]> {
    let width = columns + 1;
    let mut best = vec![0u32; (rows + 1) * width];
    for x in (0..rows).rev() {
        for y in (0..columns).rev() {
            best[x * width + y] = if is_same(x, y) {
                best[(x + 1) * width + y + 1] + 1
            } else {
                best[(x + 1) * width + y].max(best[x * width + y + 1])
            };
        }
    }
    let (mut x, mut y, mut found) = (0, 0, vec![]);
    while x < rows && y < columns {
        if is_same(x, y) {
            found.push([x, y]);
            (x, y) = (x + 1, y + 1);
        } else if best[(x + 1) * width + y] >= best[x * width + y + 1] {
            x += 1;
        } else {
            y += 1;
        }
    }
    found
}

impl Script {
    /// A space too many, beside one that stays, stays; and none comes in beside one.
    fn leave_spaces(&mut self) {
        let mut is_kept = [vec![false; self.old.len()], vec![false; self.new.len()]];
        for step in &self.steps {
            if let Step::Keep(o, n) = *step {
                is_kept[0][o as usize] = true;
                is_kept[1][n as usize] = true;
            }
        }
        let is_idle = |items: &[Item], side: usize, at: u32| {
            let at = at as usize;
            let is_edge = |other: Option<usize>| other.and_then(|other| items.get(other)).is_none_or(Item::is_border);
            let stays = |other: Option<usize>| {
                other.is_some_and(|other| items.get(other).is_some_and(Item::is_space) && is_kept[side][other])
            };
            let beside = [at.checked_sub(1), Some(at + 1)];
            items[at].is_space() && !items[at].is_word && beside.into_iter().any(|other| is_edge(other) || stays(other))
        };
        let Self { old, new, steps } = self;
        steps.retain(|step| match *step {
            Step::Insert(at) => !is_idle(new, 1, at),
            Step::Delete(at) => !is_idle(old, 0, at),
            Step::Keep(..) => true,
        });
    }

    /// A field goes and comes whole or not at all.
    fn leave_fields(&mut self) {
        if !self.old.iter().chain(&self.new).any(Item::is_field) {
            return;
        }
        let mut is_changed = [vec![false; self.old.len()], vec![false; self.new.len()]];
        for step in &self.steps {
            match *step {
                Step::Delete(at) => is_changed[0][at as usize] = true,
                Step::Insert(at) => is_changed[1][at as usize] = true,
                Step::Keep(..) => {}
            }
        }
        let is_whole = [whole_fields(&self.old, &is_changed[0]), whole_fields(&self.new, &is_changed[1])];
        let Self { old, new, steps } = self;
        steps.retain(|step| match *step {
            Step::Delete(at) => !old[at as usize].is_field() || is_whole[0][at as usize],
            Step::Insert(at) => !new[at as usize].is_field() || is_whole[1][at as usize],
            Step::Keep(..) => true,
        });
    }
}

/// For each part of a field, whether all from the field's beginning to its end is changed.
fn whole_fields(items: &[Item], is_changed: &[bool]) -> Vec<bool> {
    let mut is_whole = vec![false; items.len()];
    // The beginning of each open field, and the number of items before it that are not changed.
    let mut open: Vec<(usize, usize)> = vec![];
    let mut kept = 0;
    for (at, item) in items.iter().enumerate() {
        match item.key {
            Key::Field(BEGIN) => open.push((at, kept)),
            Key::Field(END) => {
                if let Some((start, before)) = open.pop()
                    && before == kept
                    && is_changed[at]
                {
                    is_whole[start..=at].fill(true);
                }
            }
            _ => {}
        }
        kept += usize::from(!is_changed[at]);
    }
    is_whole
}

/// For a paragraph that comes or goes whole: which of its atoms go with it. Of a field that begins or ends elsewhere, the codes do not.
pub(super) fn goes_whole(paragraph: &Paragraph, source: &str) -> Vec<bool> {
    let key = |atom: Atom| match atom.what {
        Stuff::Field(_) => {
            let raw = atom.raw(source);
            Key::Field(
                [(BEGIN, "begin"), (END, "end")]
                    .into_iter()
                    .find(|(_, kind)| raw.contains(&format!("\"{kind}\"")))
                    .map_or(1, |(number, _)| number),
            )
        }
        _ => Key::Border,
    };
    let item = |(at, atom): (usize, Atom)| Item::new(0, at..at + 1, key(atom), false);
    let items: Vec<Item> = paragraph.atoms.iter().enumerate().map(item).collect();
    let is_whole = whole_fields(&items, &vec![true; items.len()]);
    items.iter().zip(is_whole).map(|(item, is_whole)| !item.is_field() || is_whole).collect()
}
