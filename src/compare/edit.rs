//! From kept words to edits: where the white space goes.
//!
//! ```text
//! words   urges · States → urges · all · States         Rés. · 3 → Res. · 3
//! edits   "urges " {+"all "+} "States"                   [-"Rés."-]{+"Res."+} " 3"
//! ```
//!
//! Both texts are walked at once, in pairs of slices that stand against each other: gaps, kept words, changed stretches.
//! Substantive changes that touch, or that only white space keeps apart, become one deletion and one insertion. Typography beside them
//! stays typography: "Prie {+instamment +}[~l'~]{~l’~}Assemblée"; but a capital goes with the opening that gave or took it. What a change
//! has on one side only, from the end of a sentence on, is a change of its own. `O(n)`.

use super::comparison::{Edit, EditWeight, Op};
use super::shortest::Kept;
use super::weight::weigh;
use super::words::{Class, Word, Words};

/// The edits between two texts whose words `script` keeps. Equal and delete rebuild the old text, equal and insert the new one.
pub(super) fn edits(texts: [&str; 2], old: &Words, new: &Words, script: &[Kept]) -> Vec<Edit> {
    let mut walk = Walk { texts, old, new, at: [0, 0], pairs: Vec::with_capacity(4 * script.len() + 4) };
    let mut from = [0, 0];
    for kept in script {
        walk.change(from, [kept.old, kept.new]);
        walk.keep(kept);
        from = [kept.old + kept.len, kept.new + kept.len];
    }
    let end = [old.row.len(), new.row.len()];
    walk.change(from, end);
    walk.take([old.start(end[0]), new.start(end[1])], EditWeight::Editorial, Stuff::Gap);
    shown(texts, &walk.pairs)
}

/// Slices of the two texts that stand against each other, in bytes.
#[derive(Debug, Clone, Copy)]
struct Pair {
    from: [usize; 2],
    to: [usize; 2],
    /// None where the slices are equal.
    weight: Option<EditWeight>,
    stuff: Stuff,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stuff {
    Gap,
    Words,
    /// A word that was kept but for its capital.
    Opening,
    /// What one side goes on with behind a sentence that was replaced.
    Rest,
}

struct Walk<'a> {
    texts: [&'a str; 2],
    old: &'a Words<'a>,
    new: &'a Words<'a>,
    /// How many bytes of each text are accounted for.
    at: [usize; 2],
    pairs: Vec<Pair>,
}

impl Walk<'_> {
    /// Accounts for the bytes up to `to`; `weight` holds if they differ.
    fn take(&mut self, to: [usize; 2], weight: EditWeight, stuff: Stuff) {
        let from = self.at;
        // A change may have taken the gap after it already.
        let to = [to[0].max(from[0]), to[1].max(from[1])];
        if to == from {
            return;
        }
        self.at = to;
        let is_equal = self.texts[0][from[0]..to[0]] == self.texts[1][from[1]..to[1]];
        self.pairs.push(Pair { from, to, weight: (!is_equal).then_some(weight), stuff });
    }

    fn keep(&mut self, kept: &Kept) {
        self.take([self.old.start(kept.old), self.new.start(kept.new)], EditWeight::Editorial, Stuff::Gap);
        let (old_end, new_end) = (self.old.end(kept.old + kept.len), self.new.end(kept.new + kept.len));
        if self.texts[0][self.at[0]..old_end] == self.texts[1][self.at[1]..new_end] {
            return self.take([old_end, new_end], EditWeight::Editorial, Stuff::Words);
        }
        for k in 0..kept.len {
            let (old, new) = (kept.old + k, kept.new + k);
            self.take([self.old.start(old), self.new.start(new)], EditWeight::Editorial, Stuff::Gap);
            let [before, after] = [&self.old.row[old], &self.new.row[new]];
            let (weight, stuff) = match before.class {
                Class::Label if before.id != after.id => (EditWeight::Substantive, Stuff::Words),
                _ if has_capital(before) != has_capital(after) => (EditWeight::Editorial, Stuff::Opening),
                _ => (EditWeight::Editorial, Stuff::Words),
            };
            self.take([self.old.end(old + 1), self.new.end(new + 1)], weight, stuff);
        }
    }

    /// The words from `from` up to `to` were replaced, deleted or inserted.
    fn change(&mut self, from: [usize; 2], to: [usize; 2]) {
        if from == to {
            return;
        }
        if let Some(end) = self.sentence_end(from, to) {
            self.change(from, end);
            let ends = [self.old.end(to[0]), self.new.end(to[1])];
            return self.take(ends, EditWeight::Substantive, Stuff::Rest);
        }
        let (old, new) = (self.old, self.new);
        let weight = weigh(old, from[0]..to[0], new, from[1]..to[1]);
        let is_one_sided = from[0] == to[0] || from[1] == to[1];
        let shares_gap_before = old.gap(from[0]) == new.gap(from[1]);
        let shares_gap_after = old.gap(to[0]) == new.gap(to[1]);
        // What came in alone brings one of the two gaps about it: the one after it, "urges {+all +}States", but before a
        // closing mark the one before it, "States{+ parties+} ;".
        let closes = [(old, to[0]), (new, to[1])]
            .iter()
            .all(|(words, at)| words.row.get(*at).is_some_and(|next| next.is_mark() && next.class != Class::Opening));
        let brings_gap_after = is_one_sided && shares_gap_before && !(closes && shares_gap_after);
        if shares_gap_before && (brings_gap_after || !is_one_sided) {
            self.take([old.start(from[0]), new.start(from[1])], weight, Stuff::Gap);
        }
        let ends = if brings_gap_after { [old.start(to[0]), new.start(to[1])] } else { [old.end(to[0]), new.end(to[1])] };
        self.take(ends, weight, Stuff::Words);
    }

    /// Where a sentence of one side ends that the other side has all of its words against, as places on both; what one side goes on with
    /// is whole sentences.
    fn sentence_end(&self, from: [usize; 2], to: [usize; 2]) -> Option<[usize; 2]> {
        if self.old.row.get(to[0]).is_some_and(|next| next.class != Class::Stop) {
            return None;
        }
        let stop = |words: &Words, side: usize| {
            let ends =
                |at: usize| words.row[at].class == Class::Stop && words.opens_sentence(at + 1) && has_capital(&words.row[at + 1]);
            (from[side] + 1..to[side].saturating_sub(1)).find(|&at| ends(at))
        };
        // Neither side of what is left is much longer than the other.
        let are_alike = |a: usize, b: usize| a.min(b) * 2 >= a.max(b);
        let lengths = [to[0] - from[0], to[1] - from[1]];
        match (stop(self.old, 0), stop(self.new, 1)) {
            (Some(end), None) if are_alike(end - from[0], lengths[1]) => Some([end, to[1]]),
            (None, Some(end)) if are_alike(lengths[0], end - from[1]) => Some([to[0], end]),
            _ => None,
        }
    }
}

fn has_capital(word: &Word) -> bool {
    word.text.starts_with(char::is_uppercase)
}

/// The pairs as edits, with those joined that are one to a reader.
fn shown(texts: [&str; 2], pairs: &[Pair]) -> Vec<Edit> {
    let mut joined: Vec<Pair> = Vec::with_capacity(pairs.len());
    for &pair in pairs {
        joined.push(pair);
        let is_substantive = |pair: &Pair| pair.weight == Some(EditWeight::Substantive);
        // A deletion and the insertion behind it are one change, whatever they weigh.
        let are_halves = |before: &Pair, after: &Pair| {
            before.weight.is_some() && after.weight.is_some() && before.from[1] == before.to[1] && after.from[0] == after.to[0]
        };
        let is_opening = |pair: &Pair| pair.stuff == Stuff::Opening && pair.weight.is_some();
        if let [.., before, gap, after] = joined.as_slice()
            && gap.stuff == Stuff::Gap
            && is_substantive(before)
            && (is_substantive(after) || is_opening(after))
        {
            join_last(&mut joined, 3);
        }
        if let [.., before, after] = joined.as_slice()
            && after.stuff != Stuff::Rest
            && (before.weight == after.weight && (before.weight.is_some() || before.stuff == Stuff::Words)
                || is_substantive(before) && (is_opening(after) || is_lost_gap(texts, after))
                || are_halves(before, after))
        {
            join_last(&mut joined, 2);
        }
    }
    let mut edits: Vec<Edit> = Vec::with_capacity(2 * joined.len());
    for pair in joined {
        let (old, new) = (&texts[0][pair.from[0]..pair.to[0]], &texts[1][pair.from[1]..pair.to[1]]);
        match (pair.weight, edits.last_mut()) {
            (None, Some(Edit { op: Op::Equal, text, .. })) => text.push_str(old),
            (None, _) => edits.push(Edit { op: Op::Equal, text: old.to_owned(), weight: None }),
            (weight, _) => edits.extend(
                [(Op::Delete, old), (Op::Insert, new)].into_iter().filter(|(_, text)| !text.is_empty()).map(|(op, text)| Edit {
                    op,
                    text: text.to_owned(),
                    weight,
                }),
            ),
        }
    }
    edits
}

/// Whether white space that only one side has, or that parts two paragraphs on one, went with the word beside it: "que [-la-]{+l'+}eau".
fn is_lost_gap(texts: [&str; 2], pair: &Pair) -> bool {
    let is_kept = |side: usize| {
        let gap = &texts[side][pair.from[side]..pair.to[side]];
        !gap.is_empty() && !gap.contains('\n')
    };
    pair.stuff == Stuff::Gap && pair.weight.is_some() && !(is_kept(0) && is_kept(1))
}

/// Makes one of the last `count` pairs, as heavy as the heaviest.
fn join_last(pairs: &mut Vec<Pair>, count: usize) {
    let first = pairs.len() - count;
    if let [Pair { from, .. }, .., Pair { to, .. }] = pairs[first..] {
        let weight = pairs[first..].iter().filter_map(|p| p.weight).max();
        pairs.truncate(first);
        pairs.push(Pair { from, to, weight, stuff: Stuff::Words });
    }
}
