//! Words that left one place and stand at another: a clause that moved.
//!
//! ```text
//! OP1   … of the Framework[-, and reaffirms its decision to hold a midterm review in 2023-];
//! OP3   {+Reaffirms its decision to hold a midterm review in 2023, and +}calls upon …
//! here  "its decision to hold a midterm review in 2023" went to OP3, came from OP1
//! ```
//!
//! Only words that were struck in one place and written in another are looked at, in paragraphs that both texts have. Six words or
//! signs in a row that occur once among all that was struck and once among all that was written tie the two places; each tie is made
//! as long as both texts agree. Ties that follow one another closely are one passage, and the words between them stay what they are,
//! struck or written: a passage keeps its own edits, and nothing is hidden.
//!
//! A false move is worse than a missed one. So a passage needs [words enough](Passages::is_passage) that carry meaning and are no
//! part of a name, begins and ends where a clause does, and may stand nowhere in what both texts keep: there it would be a formula. One that
//! went to another paragraph may not have a third of its words in a paragraph that only one text has either, nor cut through a bracket or a
//! quotation: there it would be a title.
//! What two ties claim goes to the longer one, or to none. `O(n)` in changed words; kept text is read only where something was found.

use rustc_hash::{FxHashMap, FxHashSet};

use super::brackets::step;
use super::comparison::{Change, Edit, EditWeight, Op, Passage};
use super::ends::both_ends;
use super::entries::moved_entries;
use super::key::key;
use crate::structure::Document;
use crate::text::{Token, TokenKind, tokens};

/// Words or signs in a row that tie two places.
const TIE: usize = 6;
/// Words or signs on either side that may stand between two ties of one passage.
const BETWEEN: usize = 6;
/// Words or signs on either side that a passage may change at one place and go on behind.
const CHANGED: usize = 3;
/// The fewest words of a part of a passage, between words that changed, that is told: "session" and "of the" alone are no news.
const FEWEST_OF_PART: usize = 4;
/// The fewest words of a passage inside its paragraph, and from one paragraph to another.
const FEWEST: [usize; 2] = [6, 12];
/// The fewest of them that carry meaning and are written small: names and formulas have few.
const FEWEST_PLAIN: [usize; 2] = [3, 5];

/// Says in each change which of its words moved.
pub(super) fn mark_passages(documents: [&Document; 2], changes: &mut [Change]) {
    let mut passages = Passages { documents, forms: FxHashMap::default(), rows: vec![] };
    for (index, change) in changes.iter().enumerate().filter(|(_, change)| is_in_both(change)) {
        passages.read(index, change);
    }
    let chains = passages.chains();
    let chains = passages.without_formulas(chains, changes);
    let told = chains.iter().flatten().filter(|tie| passages.is_told(tie));
    let mut found: Vec<(usize, Passage)> = told.flat_map(|tie| passages.ends(tie, changes)).collect();
    found.extend(moved_entries(documents, changes));
    for (change, passage) in found {
        changes[change].passages.push(passage);
    }
    for change in changes {
        change.passages.sort_by_key(|passage| (passage.op == Op::Insert, passage.start));
    }
}

fn is_in_both(change: &Change) -> bool {
    !change.link.old.is_empty() && !change.link.new.is_empty()
}

/// Words and signs in a row that were struck, or written.
struct Row {
    /// The index of the change.
    change: usize,
    /// 0 for what was struck, 1 for what was written.
    side: usize,
    /// Where it begins and ends, white space included, in characters of its side of the change.
    span: [usize; 2],
    words: Vec<Word>,
}

#[derive(Clone, Copy)]
struct Word {
    /// Equal for words that are the same but for typography.
    id: u32,
    /// In characters of its side of the change.
    start: usize,
    end: usize,
    has_letters: bool,
    /// A word that carries meaning and begins with a small letter.
    is_plain: bool,
    /// The stop of a sentence or a clause.
    is_stop: bool,
    /// 1 for a bracket or quotation mark that opens, -1 for one that closes.
    step: i32,
}

/// The same words in two rows: `len` from the places on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Tie {
    rows: [usize; 2],
    at: [usize; 2],
    len: usize,
}

struct Passages<'a> {
    documents: [&'a Document; 2],
    forms: FxHashMap<String, u32>,
    rows: Vec<Row>,
}

impl Passages<'_> {
    /// Reads what a change struck and wrote.
    fn read(&mut self, index: usize, change: &Change) {
        let mut at = [0, 0];
        for edit in &change.edits {
            let length = edit.text.chars().count();
            let side = usize::from(edit.op == Op::Insert);
            if edit.op != Op::Equal && edit.weight == Some(EditWeight::Substantive) && edit.text.len() > TIE {
                self.read_edit(index, side, at[side], edit);
            }
            at[0] += if edit.op == Op::Insert { 0 } else { length };
            at[1] += if edit.op == Op::Delete { 0 } else { length };
        }
    }

    fn read_edit(&mut self, change: usize, side: usize, mut at: usize, edit: &Edit) {
        let mut row = Row { change, side, span: [at, at], words: vec![] };
        for token in tokens(&edit.text) {
            let start = at;
            at += token.text.chars().count();
            if token.kind == TokenKind::Space && token.text.contains('\n') {
                // No passage runs from one paragraph into the next.
                self.rows.push(std::mem::replace(&mut row, Row { change, side, span: [at, at], words: vec![] }));
            } else if token.kind != TokenKind::Space {
                row.words.push(self.word(token, side, start, at));
            }
            row.span[1] = at;
        }
        self.rows.push(row);
    }

    fn word(&mut self, token: Token, side: usize, start: usize, end: usize) -> Word {
        let language = self.documents[side].language;
        let form = key(token, language);
        let next = self.forms.len() as u32;
        let id =
            if let Some(&id) = self.forms.get(form.as_ref()) { id } else { *self.forms.entry(form.into_owned()).or_insert(next) };
        let has_letters = token.kind != TokenKind::Mark;
        let is_plain = token.kind == TokenKind::Word
            && token.text.starts_with(char::is_lowercase)
            && !token.text.ends_with(['\'', '’'])
            && !language.lexicon().function_words.contains(token.text);
        let is_stop = matches!(token.text, "." | ";" | ":" | "!" | "?");
        Word { id, start, end, has_letters, is_plain, is_stop, step: step(token.text) }
    }

    /// The passages, each as its ties in order.
    fn chains(&self) -> Vec<Vec<Tie>> {
        let mut ties = self.ties();
        ties.sort_by_key(|tie| (tie.rows, tie.at));
        let mut chains: Vec<Vec<Tie>> = vec![];
        for tie in ties {
            let follows = |last: &Tie| {
                let is_near = |side: usize| {
                    let end = last.at[side] + last.len;
                    tie.at[side] >= end && tie.at[side] - end <= BETWEEN
                };
                last.rows == tie.rows && is_near(0) && is_near(1)
            };
            match chains.last_mut() {
                Some(chain) if chain.last().is_some_and(follows) => chain.push(tie),
                _ => chains.push(vec![tie]),
            }
        }
        chains.retain(|chain| self.is_passage(chain));
        chains
    }

    /// The longest runs of words that one row of either side has and no other.
    fn ties(&self) -> Vec<Tie> {
        let [struck, written] = [0, 1].map(|side| self.windows(side));
        let mut ties: Vec<Tie> = vec![];
        for (row, words) in self.rows.iter().enumerate().filter(|(_, row)| row.side == 1) {
            let mut at = 0;
            while at + TIE <= words.words.len() {
                let window = self.window(row, at);
                let is_once = |side: &FxHashMap<_, Option<_>>| side.get(&window).copied().flatten();
                let (Some(origin), Some(_)) = (is_once(&struck), is_once(&written)) else {
                    at += 1;
                    continue;
                };
                let tie = self.widened(origin, (row, at));
                at = tie.at[1] + tie.len;
                ties.extend(self.beside(tie));
                ties.push(tie);
            }
        }
        // What stands beside one tie may be found by itself too.
        ties.sort_by_key(|tie| (tie.rows, tie.at));
        ties.dedup();
        Self::without_overlaps(ties)
    }

    fn window(&self, row: usize, at: usize) -> [u32; TIE] {
        let words = &self.rows[row].words;
        std::array::from_fn(|k| words[at + k].id)
    }

    /// Where each run of [`TIE`] words stands on a side; None where it stands twice.
    fn windows(&self, side: usize) -> FxHashMap<[u32; TIE], Option<(usize, usize)>> {
        let mut windows = FxHashMap::default();
        for (row, words) in self.rows.iter().enumerate().filter(|(_, row)| row.side == side) {
            for at in 0..(words.words.len() + 1).saturating_sub(TIE) {
                windows.entry(self.window(row, at)).and_modify(|place| *place = None).or_insert(Some((row, at)));
            }
        }
        windows
    }

    /// The tie of two places, as long as both rows agree.
    fn widened(&self, old: (usize, usize), new: (usize, usize)) -> Tie {
        let [a, b] = [old, new].map(|(row, _)| &self.rows[row].words);
        let back = a[..old.1].iter().rev().zip(b[..new.1].iter().rev()).take_while(|(a, b)| a.id == b.id).count();
        let on = a[old.1..].iter().zip(&b[new.1..]).take_while(|(a, b)| a.id == b.id).count();
        Tie { rows: [old.0, new.0], at: [old.1 - back, new.1 - back], len: back + on }
    }

    /// The short ties by which a passage goes on behind a few words that changed, and those by which it begins before them.
    fn beside(&self, tie: Tie) -> Vec<Tie> {
        let [a, b] = tie.rows.map(|row| &self.rows[row].words);
        let mut found = vec![];
        let mut last = tie;
        while let Some(next) = steps().find_map(|gaps| {
            let at = [0, 1].map(|side| last.at[side] + last.len + gaps[side]);
            let (a, b) = (a.get(at[0]..)?, b.get(at[1]..)?);
            let len = a.iter().zip(b).take_while(|(a, b)| a.id == b.id).count();
            (len > 1 || len == 1 && a.len() == 1 && b.len() == 1).then_some(Tie { at, len, ..tie })
        }) {
            found.push(next);
            last = next;
        }
        let mut first = tie;
        while let Some(next) = steps().find_map(|gaps| {
            let end = [first.at[0].checked_sub(gaps[0])?, first.at[1].checked_sub(gaps[1])?];
            let len = a[..end[0]].iter().rev().zip(b[..end[1]].iter().rev()).take_while(|(a, b)| a.id == b.id).count();
            let is_all = len == 1 && end == [1, 1];
            (len > 1 || is_all).then_some(Tie { at: end.map(|end| end - len), len, ..tie })
        }) {
            found.push(next);
            first = next;
        }
        found
    }

    /// Without those that share words with a longer one, or with another as long.
    fn without_overlaps(mut ties: Vec<Tie>) -> Vec<Tie> {
        let mut is_dropped = FxHashSet::default();
        for side in [0, 1] {
            ties.sort_by_key(|tie| (tie.rows[side], tie.at[side], tie.rows, tie.at));
            for pair in ties.windows(2) {
                let (first, second) = (pair[0], pair[1]);
                if first.rows[side] == second.rows[side] && second.at[side] < first.at[side] + first.len {
                    let shorter = if first.len > second.len { vec![second] } else { vec![first] };
                    let both = [first, second];
                    is_dropped
                        .extend(if first.len == second.len { both.to_vec() } else { shorter }.iter().map(|t| (t.rows, t.at)));
                }
            }
        }
        ties.retain(|tie| !is_dropped.contains(&(tie.rows, tie.at)));
        ties
    }

    fn words_of(&self, tie: &Tie, side: usize) -> &[Word] {
        &self.rows[tie.rows[side]].words[tie.at[side]..tie.at[side] + tie.len]
    }

    /// Whether enough of a chain's words carry meaning outside names, and it begins and ends where a clause does.
    fn is_passage(&self, chain: &[Tie]) -> bool {
        let far = usize::from(self.is_far(&chain[0]));
        let count = |is: fn(&Word) -> bool| chain.iter().flat_map(|tie| self.words_of(tie, 0)).filter(|word| is(word)).count();
        let ends = [chain[0], chain[chain.len() - 1]];
        // A bracket or a quotation that is cut through is part of a name, and a name is cited in many places.
        let is_cut = chain.iter().flat_map(|tie| self.words_of(tie, 0)).map(|word| word.step).sum::<i32>() != 0;
        if far == 1 && is_cut {
            return false;
        }
        count(|word| word.has_letters) >= FEWEST[far]
            && count(|word| word.is_plain) >= FEWEST_PLAIN[far]
            && [0, 1].iter().any(|&side| self.is_border(ends[0].rows[side], ends[0].at[side]))
            && [0, 1].iter().any(|&side| self.is_border(ends[1].rows[side], ends[1].at[side] + ends[1].len))
    }

    /// Whether a part of a passage is worth a mark of its own.
    fn is_told(&self, tie: &Tie) -> bool {
        self.words_of(tie, 0).iter().filter(|word| word.has_letters).count() >= FEWEST_OF_PART
    }

    /// Whether a clause may begin or end before word `at` of a row: where the change does, and beside a sign.
    fn is_border(&self, row: usize, at: usize) -> bool {
        let words = &self.rows[row].words;
        at == 0 || at == words.len() || !words[at - 1].has_letters || !words[at].has_letters
    }

    /// Without the passages whose middle stands in kept text, where either could be the one that moved; and without those from one
    /// paragraph to another of which a third or more stands elsewhere, in kept text or in a paragraph that only one text has: titles.
    fn without_formulas(&mut self, mut chains: Vec<Vec<Tie>>, changes: &[Change]) -> Vec<Vec<Tie>> {
        if chains.is_empty() {
            return chains;
        }
        let windows = |passages: &Self, tie: &Tie| -> Vec<[u32; TIE]> {
            (0..(tie.len + 1).saturating_sub(TIE)).map(|at| passages.window(tie.rows[0], tie.at[0] + at)).collect()
        };
        let wanted: FxHashSet<_> = chains.iter().flatten().flat_map(|tie| windows(self, tie)).collect();
        let [mut kept, mut lone] = [FxHashSet::default(), FxHashSet::default()];
        for change in changes {
            let is_kept = is_in_both(change);
            for edit in change.edits.iter().filter(|edit| !is_kept || edit.op == Op::Equal) {
                let language = self.documents[usize::from(edit.op != Op::Delete)].language;
                let words = tokens(&edit.text).into_iter().filter(|token| token.kind != TokenKind::Space);
                let ids: Vec<u32> =
                    words.map(|token| self.forms.get(key(token, language).as_ref()).copied().unwrap_or(u32::MAX)).collect();
                let found = ids.windows(TIE).filter_map(|window| <[u32; TIE]>::try_from(window).ok());
                (if is_kept { &mut kept } else { &mut lone }).extend(found.filter(|window| wanted.contains(window)));
            }
        }
        let is_formula = |tie: &Tie| {
            let windows = windows(self, tie);
            windows.get((tie.len.max(TIE) - TIE) / 2).is_some_and(|middle| kept.contains(middle))
        };
        let known = |tie: &Tie| {
            let mut is_known = vec![false; tie.len];
            for (at, window) in windows(self, tie).iter().enumerate() {
                if kept.contains(window) || lone.contains(window) {
                    is_known[at..at + TIE].fill(true);
                }
            }
            is_known.into_iter().filter(|known| *known).count()
        };
        let is_title = |chain: &[Tie]| {
            let all: usize = chain.iter().map(|tie| tie.len).sum();
            self.is_far(&chain[0]) && 3 * chain.iter().map(known).sum::<usize>() >= all
        };
        chains.retain(|chain| !chain.iter().any(is_formula) && !is_title(chain));
        chains
    }

    /// Whether a tie leads from one paragraph to another.
    fn is_far(&self, tie: &Tie) -> bool {
        self.rows[tie.rows[0]].change != self.rows[tie.rows[1]].change
    }

    /// Both ends of a tie, each with the change that it is in.
    fn ends(&self, tie: &Tie, changes: &[Change]) -> [(usize, Passage); 2] {
        let places = [0, 1].map(|side| {
            let (row, words) = (&self.rows[tie.rows[side]], self.words_of(tie, side));
            // The stop of the sentence before is no part of it; the white space about the change is.
            let first = words.iter().position(|word| !word.is_stop).unwrap_or(0);
            let start = if tie.at[side] + first == 0 { row.span[0] } else { words[first].start };
            let end = if tie.at[side] + tie.len == row.words.len() { row.span[1] } else { words[words.len() - 1].end };
            (row.change, start, end)
        });
        both_ends(self.documents, changes, places)
    }
}

/// How many words of either side may be passed over, the fewest first.
fn steps() -> impl Iterator<Item = [usize; 2]> {
    (1..=2 * CHANGED).flat_map(|sum| {
        let near = (0..=sum).map(move |old| [old, sum - old]).filter(|gaps| gaps.iter().all(|&gap| gap <= CHANGED));
        let mut near: Vec<_> = near.collect();
        near.sort_by_key(|gaps| (gaps[0].abs_diff(gaps[1]), gaps[0]));
        near
    })
}
