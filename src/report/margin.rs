//! What a format that writes on the old text itself must know of each link, beyond its edits.
//!
//! ```text
//! OP9 → OP34, edited      the words stand as deleted and as inserted: "moved from OP9, edited" says that they are the same
//! OP11 → OP12             "OP12 (was OP11)", and what the figures in it ask
//! Statute⁴ → Statute³     the same mark, which only counts differently
//! ```

use super::entries::status;
use super::figures::flags;
use super::label::beside;
use super::pair::Pair;
use super::passages::passage_badges;
use super::pieces::kept_marks;
use super::row::BadgeKind;
use super::suggestions::{doubtful, perhaps};
use crate::structure::Kind;

/// What stands beside the edits of one link.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Margin {
    /// The footnote marks that both sides have: which of the old side, which of the new, each counted over all units of its side.
    pub kept_marks: Vec<[usize; 2]>,
    /// Where its words came from, if they moved: "moved from OP9, edited".
    pub moved: Option<String>,
    /// Which of its words moved ("words moved to OP3: …"), and what a draft newly says beside it ("status: – → [agreed ad ref]").
    pub passages: Vec<String>,
    /// What it was called, if it was renumbered ("OP12 (was OP11)"), and what is to be checked in it.
    pub remarks: Vec<String>,
}

/// One for each link of the redline.
pub(super) fn margins(pair: &Pair<'_>) -> Vec<Margin> {
    let of = |index: usize| {
        let change = pair.change(index);
        let link = &change.link;
        let (first_old, first_new) = (link.old.first(), link.new.first());
        let is_note = first_new.is_some_and(|&new| pair.new_unit(new).kind == Kind::Note);
        let template = if change.edited || change.footnotes_changed {
            pair.phrases.badges.moved_from_edited
        } else {
            pair.phrases.badges.moved_from
        };
        let renumbered = first_old.zip(first_new).filter(|_| link.renumbered && !is_note).map(|(&old, &new)| {
            let (now, before) = (pair.name(pair.new_unit(new)), pair.name(pair.old_unit(old)));
            now.full() + &beside(&now.was(&before, pair.phrases))
        });
        let to_check = link.new.iter().flat_map(|&new| flags(pair, new)).map(|badge| badge.text);
        // A Word file has no place for it among the words.
        let said = status(pair, change).filter(|badge| badge.kind == BadgeKind::StatusChanged || link.old.is_empty());
        let suggested = perhaps(pair, change).or_else(|| doubtful(pair, change));
        Margin {
            kept_marks: kept_marks(change, pair),
            moved: (link.moved && !is_note).then(|| pair.moved_from(change, template)),
            passages: passage_badges(pair, change, None).into_iter().chain(said).map(|badge| badge.text).collect(),
            remarks: renumbered.into_iter().chain(to_check).chain(suggested.map(|badge| badge.text)).collect(),
        }
    };
    (0..pair.redline.links.len()).map(of).collect()
}
