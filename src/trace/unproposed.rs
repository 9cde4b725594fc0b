//! The changes between two drafts that nobody had proposed: the facilitator's.
//!
//! ```text
//! zero  every year      Doria  every two years      rev1  every two years, in writing      nobody proposed “, in writing”
//! ```
//!
//! Words that come are known where they stand in an earlier draft or in a proposal on one. Words that go are known where a proposal lacks
//! them; those that an earlier revision had brought have a trace of their own. What was split or merged changes no word.

use std::ops::Range;

use super::standing::Finder;
use super::walk::{At as Place, Word};
use super::wishes::{Wish, changes, held};
use crate::overlay::{At, What};

impl Finder<'_, '_> {
    /// What the draft `draft` changes in the one before it, and nobody had proposed; not joined.
    pub(super) fn unproposed(&mut self, draft: usize) -> Vec<Wish> {
        let all = changes(self.walk, self.bare, [draft - 1, draft]);
        let kept = |wish: Wish| match wish.at {
            At::Words => self.unknown(&wish),
            _ => (!self.is_proposed(&wish)).then_some(wish),
        };
        all.into_iter().filter_map(kept).collect()
    }

    /// What of some words nobody had proposed, if anything.
    fn unknown(&mut self, wish: &Wish) -> Option<Wish> {
        let come = self.known_words(wish);
        let gone = wish.unit.map_or(vec![], |unit| self.wanted_losses(wish, unit));
        let [come, gone] = [come, gone].map(|words| runs(&words));
        let what = match (gone.is_empty(), come.is_empty()) {
            (true, true) => return None,
            (true, false) => What::Insert,
            (false, true) => What::Delete,
            (false, false) => What::Replace,
        };
        // Where one side has nothing unknown, its place is.
        let or_place = |runs: Vec<Range<usize>>, whole: Range<usize>| {
            let place = whole.start..whole.start;
            if runs.is_empty() { vec![place] } else { runs }
        };
        let (come, gone) = (or_place(come, wish.source_span()), or_place(gone, wish.span()));
        Some(Wish { what, gone, come, ..*wish })
    }

    fn is_proposed(&mut self, wish: &Wish) -> bool {
        match wish.what {
            What::Lift | What::Set => true,
            What::Moved => {
                wish.unit.is_none_or(|unit| self.wanted_elsewhere((wish.on, unit)) || self.is_back_in_place(wish, unit))
            }
            What::Delete if wish.source.is_none() => {
                let losses = wish.unit.map_or(vec![], |unit| self.wanted_losses(wish, unit));
                wish.with.is_some() || losses.iter().all(|(_, is_wanted)| *is_wanted)
            }
            // A paragraph that came from elsewhere, or was put together, is known by most of its words.
            _ => {
                let words = self.known_words(wish);
                words.iter().filter(|(_, is_known)| *is_known).count() * 2 >= words.len()
            }
        }
    }

    /// The words of a unit that stand in some ranges; its signs, where those hold no word.
    fn asked(&self, place: Place, ranges: &[Range<usize>]) -> Vec<Word> {
        let words = self.walk.words(place);
        let all = || ranges.iter().flat_map(|range| held(&words, range)).copied();
        let worded: Vec<Word> = all().filter(|word| word.2).collect();
        if worded.is_empty() { all().collect() } else { worded }
    }

    /// Of each word that comes, whether it stands in an earlier draft or a proposal.
    fn known_words(&mut self, wish: &Wish) -> Vec<(Word, bool)> {
        let Some(source) = wish.source else { return vec![] };
        let place = (wish.text, source);
        let words = self.asked(place, &wish.come);
        let mut is_known = vec![false; self.walk.documents[wish.text].units[source].text.chars().count()];
        let before: Vec<usize> = (0..self.walk.on.len()).filter(|&text| self.walk.is_before(text, wish.text)).collect();
        for text in before {
            for unit in self.walk.made_of(text, place) {
                for at in self.walk.kept((text, unit), place).into_iter().flatten() {
                    is_known[at] = true;
                }
            }
        }
        words.into_iter().map(|word| (word, is_known[word.0])).collect()
    }

    /// Of each word that goes, whether a proposal lacks it, or it came with a revision.
    fn wanted_losses(&mut self, wish: &Wish, unit: usize) -> Vec<(Word, bool)> {
        let place = (wish.on, unit);
        let words = self.asked(place, &wish.gone);
        let Some(first) = self.back((wish.on, unit), 0) else { return words.into_iter().map(|word| (word, true)).collect() };
        let proposals: Vec<usize> =
            (self.walk.drafts..self.walk.on.len()).filter(|&text| self.walk.on[text] <= wish.on).collect();
        // What is still there by another script did not go.
        let stays = |this: &mut Self, (unit, at): Place| {
            let later = this.walk.later((0, unit), wish.text);
            later.is_some_and(|later| this.walk.kept((0, unit), (wish.text, later))[at].is_some())
        };
        let mut is_wanted: Vec<bool> = words.iter().map(|word| first[word.0].is_none_or(|place| stays(self, place))).collect();
        for proposal in proposals {
            let on = self.walk.on[proposal];
            let Some(back) = self.back(place, on) else { continue };
            for (word, is_wanted) in words.iter().zip(&mut is_wanted) {
                let Some((unit, at)) = back[word.0] else { continue };
                let there = self.walk.straight((on, unit), proposal);
                *is_wanted |= there.is_none_or(|there| self.walk.kept((on, unit), (proposal, there))[at].is_none());
            }
        }
        words.into_iter().zip(is_wanted).collect()
    }

    /// Where each character of a unit of a draft stood in an earlier one; None where the paragraph did not.
    fn back(&mut self, place: Place, draft: usize) -> Option<Vec<Option<(usize, usize)>>> {
        let length = self.walk.documents[place.0].units[place.1].text.chars().count();
        if place.0 == draft {
            return Some((0..length).map(|at| Some((place.1, at))).collect());
        }
        let made_of = self.walk.made_of(draft, place);
        let mut back = vec![None; length];
        for unit in made_of.iter().copied() {
            for (at, now) in self.walk.kept((draft, unit), place).into_iter().enumerate() {
                if let Some(now) = now {
                    back[now] = Some((unit, at));
                }
            }
        }
        (!made_of.is_empty()).then_some(back)
    }

    /// Whether a paragraph that moves stands again as it did in the first draft: of two that changed places either may have moved.
    fn is_back_in_place(&self, wish: &Wish, unit: usize) -> bool {
        let first = if wish.on == 0 { return false } else { self.walk.made_of(0, (wish.on, unit)) };
        let fresh = &self.walk.copy([0, wish.text]).fresh;
        !first.is_empty() && !fresh.iter().any(|fresh| fresh.is_moved && fresh.from.is_some_and(|from| first.contains(&from)))
    }

    /// Whether a proposal moves the paragraph.
    fn wanted_elsewhere(&self, place: Place) -> bool {
        let proposals = (self.walk.drafts..self.walk.on.len()).filter(|&text| self.walk.on[text] <= place.0);
        proposals.into_iter().any(|proposal| {
            let on = self.walk.on[proposal];
            let units = if on == place.0 { vec![place.1] } else { self.walk.made_of(on, place) };
            let fresh = &self.walk.copy([on, proposal]).fresh;
            fresh.iter().any(|fresh| fresh.is_moved && fresh.from.is_some_and(|from| units.contains(&from)))
        })
    }
}

/// The words that are not known, those in a row as one.
fn runs(words: &[(Word, bool)]) -> Vec<Range<usize>> {
    let unknown = words.chunk_by(|before, after| before.1 == after.1).filter(|run| !run[0].1);
    unknown.map(|run| run[0].0.0..run[run.len() - 1].0.1).collect()
}
