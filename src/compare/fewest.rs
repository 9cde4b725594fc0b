//! The fewest words that changed between two paragraphs, each change in the one place that all who make it share.
//!
//! ```text
//! draft      12 persons, which shall report
//! one        15 persons, which shall report      12 → 15
//! another    ten persons, which may report       12 → ten, shall → may: for a reader one phrase, here two changes
//! ```
//!
//! A redline for a reader joins what stands close together. Proposals of several hands are laid over each other word by word, and then
//! such phrases hide that two hands change the same word. So nothing is absorbed here, a deletion stands before its insertion, and what was
//! only inserted or only deleted stands as far left as its words allow ("the{+ the+} Court", never "{+the +}the Court").
//! Unlike in a redline for a reader, only typography is editorial: a comma or a capital is a change like any other.

use super::comparison::{Edit, EditWeight, Op};
use super::edit::edits;
use super::key::plain;
use super::shortest::{Kept, push_kept, shortest_script};
use super::words::Vocabulary;
use crate::prepare::TextPair;

/// Compares paragraphs of two texts for their fewest changes.
pub(crate) struct Fewest<'a> {
    pair: TextPair<'a>,
    vocabulary: Vocabulary<'a>,
}

/// The changes of one paragraph.
pub(crate) struct Few {
    /// Equal and delete rebuild the old text, equal and insert the new one.
    pub(crate) edits: Vec<Edit>,
    /// How many words of the old text there are, and how many of them the new one kept; signs are no words.
    pub(crate) words: [usize; 2],
}

impl<'a> Fewest<'a> {
    pub(crate) fn of(pair: TextPair<'a>) -> Self {
        Self { pair, vocabulary: Vocabulary::of(pair.spellings()) }
    }

    /// The changes from one unit of the old text to one of the new.
    pub(crate) fn changes(&mut self, units: [usize; 2]) -> Few {
        let texts: [&'a str; 2] = [0, 1].map(|side| self.pair.unit(side, units[side]).text.as_str());
        let [old, new] = [0, 1].map(|side| self.vocabulary.words(&self.pair.wording(side, &[units[side]], texts[side])));
        let (old_ids, new_ids) = (old.ids(), new.ids());
        let script = slid_left(&shortest_script(&old_ids, &new_ids, 0), &old_ids, &new_ids);
        let mut edits = whole(edits(texts, &old, &new, &script));
        weigh(&mut edits);
        let is_word = |at: usize| !old.row[at].is_mark();
        let kept = script.iter().flat_map(|kept| kept.old..kept.old + kept.len).filter(|at| is_word(*at)).count();
        Few { edits, words: [(0..old.row.len()).filter(|at| is_word(*at)).count(), kept] }
    }
}

/// The script with what only came or only went as far left as its words allow; the change before it stays apart.
fn slid_left(script: &[Kept], old: &[u32], new: &[u32]) -> Vec<Kept> {
    let mut slid: Vec<Kept> = Vec::with_capacity(script.len() + 1);
    let end = Kept { old: old.len(), new: new.len(), len: 0 };
    for mut next in script.iter().copied().chain([end]) {
        if let Some(before) = slid.last_mut() {
            // A row before which something changed keeps a word.
            let least = usize::from(before.old > 0 || before.new > 0);
            loop {
                let (olds, news) = (before.old + before.len..next.old, before.new + before.len..next.new);
                let can = match (olds.is_empty(), news.is_empty()) {
                    (true, false) => before.len > least && new[news.end - 1] == new[news.start - 1],
                    (false, true) => before.len > least && old[olds.end - 1] == old[olds.start - 1],
                    _ => false,
                };
                if !can {
                    break;
                }
                before.len -= 1;
                next = Kept { old: next.old - 1, new: next.new - 1, len: next.len + 1 };
            }
        }
        if slid.last().is_some_and(|before| before.len == 0) {
            slid.pop();
        }
        push_kept(&mut slid, next);
    }
    slid
}

/// The edits with all that touch as one deletion and one insertion: a reader is shown typography apart, here a change is a change.
fn whole(edits: Vec<Edit>) -> Vec<Edit> {
    let mut whole: Vec<Edit> = Vec::with_capacity(edits.len());
    let mut changed: [Option<Edit>; 2] = [None, None];
    for edit in edits {
        let slot = match edit.op {
            Op::Delete => &mut changed[0],
            Op::Insert => &mut changed[1],
            Op::Equal => {
                whole.extend(changed.iter_mut().filter_map(Option::take));
                whole.push(edit);
                continue;
            }
        };
        match slot {
            Some(open) => open.text.push_str(&edit.text),
            None => *slot = Some(edit),
        }
    }
    whole.extend(changed.into_iter().flatten());
    whole
}

/// Only typography is editorial.
fn weigh(edits: &mut [Edit]) {
    for at in 0..edits.len() {
        let text = |edit: Option<&Edit>, op| {
            edit.filter(|edit| edit.op == op).map_or(String::new(), |edit| without_typography(&edit.text))
        };
        let weight = match edits[at].op {
            Op::Equal => continue,
            Op::Insert if at > 0 && edits[at - 1].op == Op::Delete => edits[at - 1].weight,
            Op::Insert => Some(weight(&without_typography(&edits[at].text), "")),
            Op::Delete => Some(weight(&without_typography(&edits[at].text), &text(edits.get(at + 1), Op::Insert))),
        };
        edits[at].weight = weight;
    }
}

fn weight(before: &str, after: &str) -> EditWeight {
    if before == after { EditWeight::Editorial } else { EditWeight::Substantive }
}

/// Without typography: signs in one spelling, no space but between two letters or figures.
pub(crate) fn without_typography(text: &str) -> String {
    let mut form = String::new();
    let mut is_apart = false;
    for c in plain(text).chars() {
        if c.is_whitespace() {
            is_apart = true;
            continue;
        }
        if is_apart && c.is_alphanumeric() && form.ends_with(char::is_alphanumeric) {
            form.push(' ');
        }
        is_apart = false;
        form.push(c);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prepare::Corpus;
    use crate::read::{ReadOptions, read};
    use crate::structure::structure;

    /// The changes with signs: "urges {+all +}States"; `~` before an editorial one.
    fn changes(old: &str, new: &str) -> String {
        let documents = [old, new].map(|text| {
            let text = format!("The Assembly,\n\n1. {text}\n");
            structure(read("text", text.as_bytes(), &ReadOptions::default()).unwrap())
        });
        let documents = [&documents[0], &documents[1]];
        let corpus = Corpus::of(&documents);
        let few = Fewest::of(corpus.pair(&documents, [0, 1])).changes([1, 1]);
        let shown = |edit: &Edit| {
            let light = if edit.weight == Some(EditWeight::Editorial) { "~" } else { "" };
            match edit.op {
                Op::Equal => edit.text.clone(),
                Op::Delete => format!("{light}[-{}-]", edit.text),
                Op::Insert => format!("{light}{{+{}+}}", edit.text),
            }
        };
        few.edits.iter().map(shown).collect()
    }

    #[test]
    fn words_that_a_reader_is_shown_as_one_phrase_change_one_by_one() {
        assert_eq!(
            changes("Decides to meet with 12 persons, which shall speak;", "Decides to meet with ten persons, which may speak;"),
            "Decides to meet with [-12-]{+ten+} persons, which [-shall-]{+may+} speak;"
        );
    }

    #[test]
    fn what_came_or_went_stands_as_far_left_as_its_words_allow() {
        assert_eq!(
            changes("Urges the old and the new;", "Urges the old and the old and the new;"),
            "Urges {+the old and +}the old and the new;"
        );
        assert_eq!(
            changes("Urges the old and the old and all;", "Urges the old and all;"),
            "Urges [-the old and -]the old and all;"
        );
    }

    #[test]
    fn a_comma_and_a_capital_are_changes_and_quotes_are_typography() {
        assert_eq!(changes("Urges the States;", "Urges the states,"), "Urges the [-States;-]{+states,+}");
        assert_eq!(
            changes("Notes the \"list\" of it;", "Notes the “list” of it;"),
            "Notes the ~[-\"-]~{+“+}list~[-\"-]~{+”+} of it;"
        );
    }
}
