//! What stands around the text: the counts in words, the table of numbers, the repairs.

use super::Redline;
use super::editorial::touches;
use super::facets::Facet;
use super::pair::Pair;
use super::phrases::{Phrases, counted, fill};
use crate::align::Relation;
use crate::read::{Repair, Why};
use crate::structure::{Document, Kind};

/// One count of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// How many.
    pub count: usize,
    /// With its words: "3 moved".
    pub text: String,
    /// What of: paragraphs or words.
    pub of: TallyOf,
    /// What the paragraphs that it counts can be looked up by.
    pub facet: Option<Facet>,
}

/// What a tally counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TallyOf {
    /// Paragraphs.
    Paragraphs,
    /// Differences in what was left out of the texts.
    LeftOut,
    /// Editorial changes, wherever they are.
    Touches,
    /// Words that came.
    WordsInserted,
    /// Words that went.
    WordsDeleted,
    /// Words that left one place and came to another.
    WordsMoved,
    /// The share of the text that was carried over.
    Carried,
}

/// A line of the table of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Renumbering {
    /// What it was called.
    pub old: String,
    /// What it is called.
    pub new: String,
    /// Where it stands.
    pub anchor: String,
}

/// The repairs made to one text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RepairList {
    /// The label of the text.
    pub label: String,
    /// "42 repairs".
    pub count: String,
    /// The first of them.
    pub repairs: Vec<RepairLine>,
    /// "and 12 more", when not all are listed.
    pub more: Option<String>,
}

/// One repair, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RepairLine {
    /// The line of the source.
    pub line: usize,
    /// What stood there, cut to what a table can hold.
    pub before: String,
    /// What stands there now.
    pub after: String,
    /// Why, in words.
    pub why: String,
}

/// How many repairs of a text a page lists: enough to see what sort they are. `rature read --repairs` lists all.
const REPAIRS_SHOWN: usize = 60;

/// How many characters of a repair or an opening are shown.
const SHOWN_CHARACTERS: usize = 72;

/// The counts that are not nought, in words.
pub(super) fn tallies(redline: &Redline, phrases: &Phrases) -> Vec<Tally> {
    let (summary, words) = (&redline.summary, &phrases.tallies);
    let touches: usize = redline.links.iter().map(touches).sum();
    let paragraphs = [
        (summary.unchanged, words.unchanged, None),
        (summary.substantive, words.substantive, Some(Facet::Reworded)),
        (summary.editorial, words.editorial, None),
        (summary.inserted, words.inserted, Some(Facet::Inserted)),
        (summary.deleted, words.deleted, Some(Facet::Deleted)),
        (summary.moved, words.moved, Some(Facet::Moved)),
        (summary.renumbered, words.renumbered, None),
        (summary.split, words.split, None),
        (summary.merged, words.merged, None),
        (summary.footnotes_changed, words.footnotes, None),
        (summary.status_changed, words.status, None),
    ]
    .map(|(count, plural, facet)| (count, plural, TallyOf::Paragraphs, facet));
    let texts = [
        (summary.words_inserted, words.words_inserted, TallyOf::WordsInserted),
        (summary.words_deleted, words.words_deleted, TallyOf::WordsDeleted),
        (summary.words_moved, words.words_moved, TallyOf::WordsMoved),
        (touches, words.touches, TallyOf::Touches),
        (summary.left_out, words.left_out, TallyOf::LeftOut),
    ]
    .map(|(count, plural, of)| (count, plural, of, None));
    let counted = |(count, plural, of, facet)| Tally { count, text: counted(plural, count), of, facet };
    let mut tallies: Vec<Tally> = paragraphs.into_iter().chain(texts).filter(|&(count, ..)| count > 0).map(counted).collect();
    if redline.differs() {
        let percent = summary.carried.percent;
        tallies.push(Tally {
            count: percent,
            text: fill(words.carried, &[&percent.to_string()]),
            of: TallyOf::Carried,
            facet: None,
        });
    }
    tallies
}

/// The start of `text`, whole words where it can be.
pub(super) fn cut(text: &str) -> String {
    cut_to(text, SHOWN_CHARACTERS)
}

/// The same of so many `characters`.
pub(super) fn cut_to(text: &str, characters: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(characters) else { return text.to_owned() };
    let head = &text[..end];
    let head = head.rfind(' ').filter(|&space| space > end / 2).map_or(head, |space| &head[..space]);
    format!("{} …", head.trim_end())
}

/// Every paragraph that has another number.
pub(super) fn renumberings(pair: &Pair<'_>) -> Vec<Renumbering> {
    let kept = pair.redline.links.iter().filter(|change| change.link.renumbered && change.link.relation == Relation::Kept);
    kept.filter_map(|change| {
        let (&old, &new) = (change.link.old.first()?, change.link.new.first()?);
        let (old, unit) = (pair.old_unit(old), pair.new_unit(new));
        let (before, now) = (pair.name(old).full(), pair.name(unit).full());
        let by_label = before == now || matches!(unit.kind, Kind::Heading | Kind::Annex);
        // Where one of them printed none, no number became another.
        let (before, now) = if by_label { (old.label.clone()?, unit.label.clone()?) } else { (before, now) };
        Some(Renumbering { old: before, new: now, anchor: pair.anchors.new[new].clone() })
    })
    .collect()
}

/// The repairs of both texts, where there are any.
pub(super) fn repairs(documents: [&Document; 2], phrases: &Phrases) -> Vec<RepairList> {
    let with_repairs = documents.into_iter().filter(|document| !document.repairs.is_empty());
    with_repairs
        .map(|document| {
            let more = document.repairs.len().saturating_sub(REPAIRS_SHOWN);
            RepairList {
                label: document.label.clone(),
                count: counted(phrases.page.repaired, document.repairs.len()),
                repairs: document.repairs.iter().take(REPAIRS_SHOWN).map(|repair| repair_line(repair, phrases)).collect(),
                more: (more > 0).then(|| super::phrases::fill(phrases.page.more, &[&more.to_string()])),
            }
        })
        .collect()
}

fn repair_line(repair: &Repair, phrases: &Phrases) -> RepairLine {
    RepairLine { line: repair.line, before: cut(&repair.before), after: cut(&repair.after), why: reason(repair.why, phrases) }
}

/// Why a repair was made, in words; its code where there are none.
pub fn reason(why: Why, phrases: &Phrases) -> String {
    coded(why, phrases.repairs)
}

/// The words for a code, as it is written in JSON; the code itself where there are none.
pub(crate) fn coded(code: impl serde::Serialize, words: &[(&str, &str)]) -> String {
    let code = serde_json::to_value(code).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    let words = words.iter().find(|(known, _)| *known == code).map(|&(_, words)| words.to_owned());
    words.unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_opening_is_cut_between_words() {
        let text = "Urges States Parties to cooperate fully with the Court in accordance with the Rome Statute and its rules";
        assert_eq!(cut(text), "Urges States Parties to cooperate fully with the Court in accordance …");
        assert_eq!(cut("Urges"), "Urges");
    }
}
