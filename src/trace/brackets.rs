//! What became of each bracket.
//!
//! ```text
//! rev1  every [two] year[s], a fund of [3][5] million     rev2  every year, a fund [of 3 million]
//!       [two], [s]  dropped     [5]  dropped     [3]  in another bracket
//! ```
//!
//! A bracket is the same where it stands about the same words. One that is not there any more is told by its words.

use std::ops::Range;

use super::bare::Bracket;
use super::standing::Finder;
use super::traced::{BracketFate, BracketStage, TracedBracket, TracedChange};
use super::walk::Word;
use super::wishes::held;

/// A word of a bracket: its unit, where it begins there, and the unit and place in the next draft, if it stands there.
type Image = (usize, usize, Option<(usize, usize)>);

impl Finder<'_, '_> {
    /// Every bracket of the drafts, `changes` being what is known of the words.
    pub(super) fn brackets(&mut self, changes: &[TracedChange]) -> Vec<TracedBracket> {
        let mut all = vec![];
        // For each bracket of this draft, whether it was there before.
        let mut is_known: Vec<bool> = vec![];
        for draft in 0..self.walk.drafts {
            let count = self.bare[draft].brackets.len();
            is_known.resize(count, false);
            let mut next = vec![];
            for at in (0..count).filter(|&at| !is_known[at]) {
                all.push(self.bracket((draft, at), changes, &mut next));
            }
            for at in (0..count).filter(|&at| is_known[at]) {
                next.extend(self.after((draft, at)).1);
            }
            is_known.clear();
            if let Some(later) = self.bare.get(draft + 1).filter(|_| draft + 1 < self.walk.drafts) {
                is_known.resize(later.brackets.len(), false);
                for at in next {
                    is_known[at] = true;
                }
            }
        }
        all
    }

    fn bracket(&mut self, first: (usize, usize), changes: &[TracedChange], next: &mut Vec<usize>) -> TracedBracket {
        let (draft, at) = first;
        let Bracket { inside, is_whole } = self.bare[draft].brackets[at].clone();
        let lines: Vec<String> = inside.iter().map(|(unit, range)| self.bare[draft].between(*unit, range.clone())).collect();
        let mut stages = vec![];
        let mut here = Some((draft, inside[0].0, at));
        while let Some((draft, unit, at)) = here.filter(|(draft, ..)| draft + 1 < self.walk.drafts) {
            let (fate, same) = self.after((draft, at));
            if draft == first.0 {
                next.extend(same);
            }
            let is_reworded = matches!(fate, BracketFate::Reworded | BracketFate::Replaced);
            let by =
                if is_reworded { newly_taken(changes, draft + 1, self.walk.later((draft, unit), draft + 1)) } else { vec![] };
            stages.push(BracketStage { draft: draft + 1, fate, by });
            here = same.map(|same| (draft + 1, self.bare[draft + 1].brackets[same].inside[0].0, same));
        }
        TracedBracket { draft, unit: inside[0].0, text: lines.join("\n"), whole: is_whole, stages }
    }

    /// What became of a bracket in the next draft, and which one there is the same.
    fn after(&mut self, (draft, at): (usize, usize)) -> (BracketFate, Option<usize>) {
        if draft + 1 >= self.walk.drafts {
            return (BracketFate::Dropped, None);
        }
        let bracket = self.bare[draft].brackets[at].clone();
        let images: Vec<Image> = bracket.inside.iter().flat_map(|inside| self.images_of(draft, inside)).collect();
        let there: Vec<(usize, usize)> = images.iter().filter_map(|image| image.2).collect();
        if there.is_empty() {
            return (self.gone(draft, &bracket, &images), None);
        }
        let is_all = there.len() == images.len();
        let later: Vec<Vec<(usize, usize)>> =
            (0..self.bare[draft + 1].brackets.len()).map(|at| self.held_in(draft + 1, at)).collect();
        // Of brackets about the same words, "[[words]]", each has its own.
        let rank = self.bare[draft].brackets[..at].iter().filter(|other| other.inside == bracket.inside).count();
        let same = (0..later.len()).filter(|&at| is_all && later[at] == there).nth(rank);
        let fate = match same {
            Some(_) => BracketFate::There,
            None if later.iter().any(|words| there.iter().all(|word| words.contains(word))) => BracketFate::Other,
            None if is_all => BracketFate::Kept,
            None => BracketFate::Reworded,
        };
        (fate, same)
    }

    /// Where the words of a bracket begin.
    fn held_in(&self, draft: usize, at: usize) -> Vec<(usize, usize)> {
        let inside = &self.bare[draft].brackets[at].inside;
        let words = |(unit, range): &(usize, Range<usize>)| {
            let words = self.walk.words((draft, *unit));
            held(&words, range).map(|word| (*unit, word.0)).collect::<Vec<_>>()
        };
        inside.iter().flat_map(words).collect()
    }

    fn images_of(&mut self, draft: usize, (unit, range): &(usize, Range<usize>)) -> Vec<Image> {
        let words = self.walk.words((draft, *unit));
        let later = self.walk.later((draft, *unit), draft + 1);
        let kept = later.map(|later| self.walk.kept((draft, *unit), (draft + 1, later)));
        let image = |word: &Word| Some((later?, kept.as_ref()?[word.0]?));
        held(&words, range).map(|word| (*unit, word.0, image(word))).collect()
    }

    /// Of a bracket that is gone with its words, whether others stand in their place.
    fn gone(&mut self, draft: usize, bracket: &Bracket, images: &[Image]) -> BracketFate {
        let [(unit, range)] = bracket.inside.as_slice() else { return BracketFate::Dropped };
        let Some(later) = self.walk.later((draft, *unit), draft + 1) else { return BracketFate::Dropped };
        let kept = self.walk.kept((draft, *unit), (draft + 1, later));
        let [before, after] = [self.walk.words((draft, *unit)), self.walk.words((draft + 1, later))];
        let left = before.iter().rev().filter(|word| word.1 <= range.start).find_map(|word| kept[word.0]);
        let right = before.iter().filter(|word| word.0 >= range.end).find_map(|word| kept[word.0]);
        let is_between = |word: &&Word| left.is_none_or(|left| word.0 > left) && right.is_none_or(|right| word.0 < right);
        let old: Vec<usize> = kept.iter().flatten().copied().collect();
        // "year[s]" that became "year" lost what was bracketed, and nothing else.
        let bared: Vec<String> = before.iter().map(|word| self.outermost((draft, *unit), word)).collect();
        let is_new = |word: &&Word| {
            word.2 && !old.contains(&word.0) && !bared.contains(&self.bare[draft + 1].between(later, word.0..word.1))
        };
        let is_replaced = after.iter().filter(is_between).any(|word| is_new(&word));
        if is_replaced && !images.is_empty() { BracketFate::Replaced } else { BracketFate::Dropped }
    }

    /// The characters of a word that stand in fewest brackets: "year" of "year[s]".
    fn outermost(&self, (text, unit): (usize, usize), word: &Word) -> String {
        let depth = &self.bare[text].depth[unit][word.0..word.1];
        let least = depth.iter().min().copied().unwrap_or_default();
        let whole = self.bare[text].between(unit, word.0..word.1);
        whole.chars().zip(depth).filter(|(_, depth)| **depth == least).map(|(c, _)| c).collect()
    }
}

/// The proposals of which something came into a unit with that draft.
fn newly_taken(changes: &[TracedChange], draft: usize, unit: Option<usize>) -> Vec<usize> {
    let is_new = |change: &&TracedChange| {
        let at = change.stages.iter().position(|stage| stage.draft == draft);
        let stood = |at: usize| at.checked_sub(1).is_some_and(|before| change.stages[before].state.is_in_text());
        at.is_some_and(|at| change.stages[at].state.is_in_text() && change.stages[at].unit == unit && !stood(at))
    };
    let mut by: Vec<usize> = changes.iter().filter(is_new).filter_map(|change| change.by).collect();
    by.sort_unstable();
    by.dedup();
    by
}
