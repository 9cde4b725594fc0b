//! From edits and footnote marks to the pieces of a paragraph.
//!
//! ```text
//! edits  = "the Rome Statute"  - ", as amended,"  = " remains"
//! marks  old 4 after "Statute"     new 3 after "Statute", new 4 after "remains"
//! here   the Rome Statute³ [-, as amended,-] remains{+⁴+}
//! ```
//!
//! A mark that only counts differently is shown once, with its new number. Where the comparison says that footnotes changed, a mark of the
//! old text and one of the new are the same when they call the same note (or none) from the same place; the others came or went.
//! A line feed between units of the new text starts a new paragraph; one that is only in the old text is shown as a border.

use super::editorial::{Editorial, stresses};
use super::pair::Pair;
use super::row::{Ink, Piece, Signal, Stress};
use super::signals::signals;
use crate::compare::{Change, Edit, Op, Passage};
use crate::findings::VerbChange;
use crate::structure::Document;

/// A footnote mark of one side.
#[derive(Debug)]
struct Mark {
    /// Characters before it, over all units of the side.
    at: usize,
    text: String,
    note: Option<usize>,
    target: Option<String>,
    fate: Fate,
}

/// How a mark is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    /// The other side's mark stands for both.
    Hidden,
    Changed,
}

/// What the pieces are made of.
pub(super) struct Sources<'a> {
    /// The old document.
    pub(super) old: &'a Document,
    /// The new one.
    pub(super) new: &'a Document,
    /// Which old note became which new one: pairs, by old index.
    pub(super) notes: &'a [Option<usize>],
    /// Anchors of new and of old note units.
    pub(super) anchors: &'a super::label::Anchors,
    /// How typography is shown.
    pub(super) editorial: Editorial,
}

/// The pieces of every new unit of `change`; of the deleted unit when there is no new one.
pub(super) fn pieces(change: &Change, verb: Option<&VerbChange>, sources: &Sources<'_>) -> Vec<Vec<Piece>> {
    let mut old = marks(sources.old, &change.link.old, &sources.anchors.old);
    let mut new = marks(sources.new, &change.link.new, &sources.anchors.new);
    settle(change, sources.notes, &mut old, &mut new);
    let verb_ends = verb.map_or([0, 0], |verb| [verb.old_end, verb.new_end]);
    let mut writer = Writer {
        verb_ends,
        passages: passages(change),
        old,
        new,
        old_at: 0,
        new_at: 0,
        next_old: 0,
        next_new: 0,
        signal: Signal::default(),
        done: vec![],
        pieces: vec![],
    };
    writer.marks(Op::Equal);
    let signals = signals(change, [sources.old.language, sources.new.language], verb);
    for ((edit, stress), signal) in change.edits.iter().zip(stresses(&change.edits, sources.editorial)).zip(signals) {
        writer.signal = signal;
        writer.edit(edit, stress);
    }
    writer.done.push(writer.pieces);
    writer.done
}

/// The passages of the old side and those of the new one.
fn passages(change: &Change) -> [&[Passage]; 2] {
    let (went, came) = change.passages.split_at(change.passages.partition_point(|passage| passage.op == Op::Delete));
    [went, came]
}

fn marks(document: &Document, units: &[usize], anchors: &[String]) -> Vec<Mark> {
    let mut base = 0;
    let mut marks = vec![];
    if units.iter().all(|&index| document.units[index].footnotes.is_empty()) {
        return marks;
    }
    for &index in units {
        let unit = &document.units[index];
        let length = unit.text.chars().count();
        for footnote in &unit.footnotes {
            marks.push(Mark {
                at: base + footnote.at.min(length),
                text: footnote.mark.clone(),
                note: footnote.note,
                target: footnote.note.and_then(|n| anchors.get(n)).cloned(),
                fate: Fate::Changed,
            });
        }
        base += length + 1;
    }
    marks.sort_by_key(|mark| mark.at);
    marks
}

/// The marks that both sides have: which of the old side, which of the new.
pub(super) fn kept_marks(change: &Change, pair: &Pair<'_>) -> Vec<[usize; 2]> {
    let mut old = marks(&pair.redline.old, &change.link.old, &pair.anchors.old);
    let mut new = marks(&pair.redline.new, &change.link.new, &pair.anchors.new);
    settle(change, &pair.notes, &mut old, &mut new)
}

/// Gives every mark its fate, and hands back which old and new ones are the same.
fn settle(change: &Change, notes: &[Option<usize>], old: &mut [Mark], new: &mut [Mark]) -> Vec<[usize; 2]> {
    if change.link.old.is_empty() || change.link.new.is_empty() {
        return vec![];
    }
    if !change.footnotes_changed {
        for mark in &mut *old {
            mark.fate = Fate::Hidden;
        }
        for mark in &mut *new {
            mark.fate = Fate::Kept;
        }
        return (0..old.len().min(new.len())).map(|at| [at, at]).collect();
    }
    let mut kept = vec![];
    for (at_old, before) in old.iter_mut().enumerate() {
        let places = places(before.at, &change.edits);
        let became = before.note.map(|n| notes.get(n).copied().flatten());
        let same = |after: &Mark| {
            let note = match became {
                // A note that one source does not print is not known to differ.
                Some(became) => after.note.is_none() || became.is_some() && became == after.note,
                None => true,
            };
            after.fate == Fate::Changed && note && places.contains(&Some(after.at))
        };
        if let Some(at_new) = new.iter().position(same) {
            new[at_new].fate = Fate::Kept;
            before.fate = Fate::Hidden;
            kept.push([at_old, at_new]);
        }
    }
    kept
}

/// The places of the new text that stand for place `at` of the old one: where the words around it are kept, or where its own words were
/// replaced up to it.
fn places(at: usize, edits: &[Edit]) -> [Option<usize>; 2] {
    if at == 0 {
        return [Some(0), None];
    }
    let (mut old, mut new) = (0, 0);
    for (index, edit) in edits.iter().enumerate() {
        let length = edit.text.chars().count();
        match edit.op {
            Op::Insert => new += length,
            Op::Equal | Op::Delete if at > old + length => {
                old += length;
                new += if edit.op == Op::Equal { length } else { 0 };
            }
            Op::Equal => return [Some(new + at - old), None],
            Op::Delete if at == old + length => {
                let inserted = edits.get(index + 1).filter(|next| next.op == Op::Insert).map(|next| next.text.chars().count());
                return [Some(new), inserted.map(|n| new + n)];
            }
            Op::Delete => return [None, None],
        }
    }
    [None, None]
}

/// Writes edits piece by piece, with the marks of both sides at their places.
struct Writer<'a> {
    /// Those of the old side and those of the new one.
    passages: [&'a [Passage]; 2],
    old: Vec<Mark>,
    new: Vec<Mark>,
    old_at: usize,
    new_at: usize,
    next_old: usize,
    next_new: usize,
    /// What the edit that is being written is about.
    signal: Signal,
    /// Where the openings end, in characters of the old text and of the new one.
    verb_ends: [usize; 2],
    done: Vec<Vec<Piece>>,
    pieces: Vec<Piece>,
}

impl Writer<'_> {
    fn edit(&mut self, edit: &Edit, stress: Stress) {
        let inked = |stress: Stress| match edit.op {
            Op::Equal => Ink::Plain,
            Op::Delete => Ink::Deleted(stress),
            Op::Insert => Ink::Inserted(stress),
        };
        let mut ink = inked(stress);
        if self.writes_whole(edit, ink) {
            return;
        }
        let mut run = String::new();
        for character in edit.text.chars() {
            let now = inked(if self.is_moved(edit.op) { Stress::Moved } else { stress });
            if now != ink {
                self.flush(&mut run, ink);
                ink = now;
            }
            if self.signal.is_verb && self.is_past_verb(edit.op) {
                // Only the verb itself is pointed at.
                self.flush(&mut run, ink);
                self.signal.is_verb = false;
            }
            self.advance(edit.op, 1);
            if character == '\n' {
                self.flush(&mut run, ink);
                if edit.op == Op::Delete {
                    self.pieces.push(Piece::Border);
                } else {
                    self.done.push(std::mem::take(&mut self.pieces));
                }
            } else {
                run.push(character);
            }
            if self.is_mark_due() {
                self.flush(&mut run, ink);
                self.marks(edit.op);
            }
        }
        self.flush(&mut run, ink);
    }

    /// Writes an edit that nothing stands in, as most, in one piece.
    fn writes_whole(&mut self, edit: &Edit, ink: Ink) -> bool {
        let from = (self.old_at, self.new_at);
        let length = edit.text.chars().count();
        let has_passage = self.passage(edit.op, length).is_some();
        self.advance(edit.op, length);
        let is_whole = !self.signal.is_verb && !has_passage && !edit.text.contains('\n') && !self.is_mark_due();
        if is_whole {
            self.flush(&mut edit.text.clone(), ink);
        } else {
            (self.old_at, self.new_at) = from;
        }
        is_whole
    }

    /// The first passage among the next characters of a change.
    fn passage(&self, op: Op, length: usize) -> Option<&Passage> {
        let (passages, at) = match op {
            Op::Equal => return None,
            Op::Delete => (self.passages[0], self.old_at),
            Op::Insert => (self.passages[1], self.new_at),
        };
        passages.get(passages.partition_point(|passage| passage.end <= at)).filter(|passage| passage.start < at + length)
    }

    /// Whether the next character is part of a passage.
    fn is_moved(&self, op: Op) -> bool {
        self.passage(op, 1).is_some()
    }

    fn advance(&mut self, op: Op, characters: usize) {
        self.old_at += if op == Op::Insert { 0 } else { characters };
        self.new_at += if op == Op::Delete { 0 } else { characters };
    }

    fn is_past_verb(&self, op: Op) -> bool {
        let [old_end, new_end] = self.verb_ends;
        if op == Op::Delete { self.old_at >= old_end } else { self.new_at >= new_end }
    }

    fn flush(&mut self, run: &mut String, ink: Ink) {
        if !run.is_empty() {
            self.pieces.push(Piece::Text { ink, text: std::mem::take(run), signal: self.signal });
        }
    }

    fn is_mark_due(&self) -> bool {
        self.old.get(self.next_old).is_some_and(|m| m.at <= self.old_at)
            || self.new.get(self.next_new).is_some_and(|m| m.at <= self.new_at)
    }

    /// Writes the marks that are due, old before new. A mark that came or went is never typography.
    fn marks(&mut self, op: Op) {
        while let Some(mark) = self.old.get(self.next_old).filter(|m| m.at <= self.old_at && op != Op::Insert) {
            if mark.fate == Fate::Changed {
                self.pieces.push(mark.piece(Ink::Deleted(Stress::Full)));
            }
            self.next_old += 1;
        }
        while let Some(mark) = self.new.get(self.next_new).filter(|m| m.at <= self.new_at && op != Op::Delete) {
            let ink = if mark.fate == Fate::Kept { Ink::Plain } else { Ink::Inserted(Stress::Full) };
            self.pieces.push(mark.piece(ink));
            self.next_new += 1;
        }
    }
}

impl Mark {
    fn piece(&self, ink: Ink) -> Piece {
        // A mark that went leads to a note that is shown as gone, or nowhere.
        Piece::Mark { ink, mark: self.text.clone(), target: self.target.clone() }
    }
}
