//! The edits of a link as steps over everything that stands in its paragraphs: labels, words, marks, borders.
//!
//! ```text
//! old     11.  Urges fifteen States⁴ to …          tokens  [11.] U r g e s … [⁴] …
//! new     12.  Urges twelve States³ to …           tokens  [12.] U r g e s … [³] …
//! steps   delete [11.]  insert [12.]  keep Urges  delete fifteen  insert twelve  keep States  keep [⁴ is ³]  keep to …
//! ```
//!
//! What the edits say of characters and borders is taken as it is; what stands between two kept characters is paired here: a label with
//! the label of the same beginning, a mark with the mark that the report calls the same. Keep and delete are all of the old side in order,
//! keep and insert all of the new one.

use std::collections::BTreeMap;

use super::atoms::small;
use crate::compare::{Edit, Op};
use crate::structure::{Document, Kind};

/// One thing in a paragraph, with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    unit: u32,
    pub(super) what: What,
}

impl Token {
    /// Index of the unit.
    pub(super) fn unit(self) -> usize {
        self.unit as usize
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// The unit's label.
    Label,
    /// A character of its text.
    Char(char, u32),
    /// Its footnote mark, by number.
    Mark(u32),
    /// The border to the unit before: it stands first in `unit`.
    Border,
}

/// What becomes of a token: indices into the tokens of a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Keep(u32, u32),
    Delete(u32),
    Insert(u32),
}

/// The tokens of both sides and what becomes of them.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) old: Vec<Token>,
    pub(super) new: Vec<Token>,
    pub(super) steps: Vec<Step>,
}

/// The units of one side of a link.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) document: &'a Document,
    pub(super) units: &'a [usize],
}

impl Side<'_> {
    /// Everything that stands in the units, in order.
    pub(super) fn tokens(self) -> Vec<Token> {
        let mut tokens = vec![];
        for (nth, &index) in self.units.iter().enumerate() {
            let unit = &self.document.units[index];
            let mut push = |what| tokens.push(Token { unit: small(index), what });
            if nth > 0 {
                push(What::Border);
            }
            // The number of a note is counted by its mark.
            if unit.label.is_some() && unit.kind != Kind::Note {
                push(What::Label);
            }
            let mut marks = unit.footnotes.iter().enumerate().peekable();
            for (at, character) in unit.text.chars().enumerate() {
                while let Some((mark, _)) = marks.next_if(|(_, mark)| mark.at <= at) {
                    push(What::Mark(small(mark)));
                }
                push(What::Char(character, small(at)));
            }
            marks.for_each(|(mark, _)| push(What::Mark(small(mark))));
        }
        tokens
    }
}

/// The script of `edits`, with the marks that both sides have as pairs, each counted over its side.
pub(super) fn script(old: Side<'_>, new: Side<'_>, edits: &[Edit], kept_marks: &[[usize; 2]]) -> Script {
    let (before, after) = (old.tokens(), new.tokens());
    let tokens = [before.as_slice(), after.as_slice()];
    let marks = tokens.map(|tokens| {
        let is_mark = |at: &usize| matches!(tokens[*at].what, What::Mark(_));
        (0..tokens.len()).filter(is_mark).collect()
    });
    let partners = kept_marks.iter().rev().map(|&[old, new]| (old, new)).collect();
    let mut weaver = Weaver { sides: [old, new], tokens, marks, partners, at: [0, 0], steps: vec![] };
    let mut next = [0, 0];
    for edit in edits {
        for _ in edit.text.chars() {
            let sides = [(0, Op::Insert), (1, Op::Delete)];
            let [old, new] =
                sides.map(|(side, other)| if edit.op == other { None } else { written(tokens[side], &mut next[side]) });
            if let (Some(old), Some(new)) = (old, new) {
                weaver.up_to([old, new]);
                weaver.keep([old, new]);
            }
        }
    }
    weaver.up_to([before.len(), after.len()]);
    let steps = weaver.steps;
    Script { old: before, new: after, steps }
}

/// The next character or border of `tokens` from `next` on.
fn written(tokens: &[Token], next: &mut usize) -> Option<usize> {
    let is_written = |at: &usize| matches!(tokens[*at].what, What::Char(..) | What::Border);
    let at = (*next..tokens.len()).find(is_written)?;
    *next = at + 1;
    Some(at)
}

/// Writes the steps between kept tokens.
struct Weaver<'a> {
    sides: [Side<'a>; 2],
    tokens: [&'a [Token]; 2],
    /// The tokens of each side that are marks.
    marks: [Vec<usize>; 2],
    /// For the n-th mark of the old side, its partner on the new one.
    partners: BTreeMap<usize, usize>,
    /// The first token of each side that has no step yet.
    at: [usize; 2],
    steps: Vec<Step>,
}

impl Weaver<'_> {
    /// Steps for all tokens before `end`.
    fn up_to(&mut self, end: [usize; 2]) {
        self.labels(end);
        while let Some(pair) = self.next_mark(end) {
            self.changed(pair);
            self.keep(pair);
        }
        self.changed(end);
    }

    fn keep(&mut self, [old, new]: [usize; 2]) {
        self.steps.push(Step::Keep(small(old), small(new)));
        self.at = [old + 1, new + 1];
    }

    /// The labels of two units that begin at the same place.
    fn labels(&mut self, end: [usize; 2]) {
        let label = |side: usize| {
            let token = self.tokens[side].get(self.at[side]).filter(|_| self.at[side] < end[side])?;
            let label = self.sides[side].document.units[token.unit()].label.as_deref();
            label.filter(|_| token.what == What::Label)
        };
        let (old, new) = (label(0), label(1));
        if old.is_some() && old == new {
            self.steps.push(Step::Keep(small(self.at[0]), small(self.at[1])));
        } else {
            self.steps.extend(old.map(|_| Step::Delete(small(self.at[0]))));
            self.steps.extend(new.map(|_| Step::Insert(small(self.at[1]))));
        }
        self.at = [self.at[0] + usize::from(old.is_some()), self.at[1] + usize::from(new.is_some())];
    }

    /// The next mark that both sides have before `end`.
    fn next_mark(&self, end: [usize; 2]) -> Option<[usize; 2]> {
        let first = |side: usize| self.marks[side].partition_point(|&mark| mark < self.at[side]);
        (first(0)..).map_while(|nth| Some((nth, *self.marks[0].get(nth)?))).take_while(|(_, old)| *old < end[0]).find_map(
            |(nth, old)| {
                let partner = *self.partners.get(&nth)?;
                let new = *self.marks[1].get(partner)?;
                (self.at[1]..end[1]).contains(&new).then_some([old, new])
            },
        )
    }

    fn changed(&mut self, end: [usize; 2]) {
        self.steps.extend((self.at[0]..end[0]).map(|old| Step::Delete(small(old))));
        self.steps.extend((self.at[1]..end[1]).map(|new| Step::Insert(small(new))));
        self.at = end;
    }
}
