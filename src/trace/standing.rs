//! What became of a change in a later draft.
//!
//! ```text
//! “2” → “5”    rev1  [2][5] million     in brackets
//!              rev2  5 million          taken
//!              rev3  five to six        in other words, where at least half of them stand
//!              rev4  (no such paragraph)  overtaken
//! ```
//!
//! Of the words that come, it is asked where they stand in the later draft by the script from the proposal to it; of those that go, by
//! the script from the draft that they stood in. A bracket counts where it is deeper than the proposal's own.

use std::ops::Range;

use super::bare::Bare;
use super::traced::{Standing, State};
use super::walk::{At as Place, Walk, Word};
use super::wishes::{Wish, held};
use crate::overlay::{At, Fresh, What};

/// Fewer of a hundred words are another text. As for an alternative in an overlay.
const HALF: usize = 50;

/// Finds changes in later texts.
pub(super) struct Finder<'w, 'a> {
    pub(super) walk: &'w mut Walk<'a>,
    pub(super) bare: &'w [Bare],
}

impl Finder<'_, '_> {
    /// What became of `wish` in a text: a later draft, or one that is no draft.
    pub(super) fn standing(&mut self, wish: &Wish, draft: usize) -> Standing {
        let is_draft = draft < self.walk.drafts;
        let walk = &self.walk;
        let there = |place: Place| if is_draft { walk.found(place, draft) } else { walk.straight(place, draft) };
        let source = wish.source.and_then(|source| there((wish.text, source)));
        let own = wish.own_unit().and_then(|unit| there((wish.on, unit)));
        let (state, kept) = match (wish.at, wish.what) {
            (At::Paragraph, What::Delete) => (self.without_paragraph(wish, own, draft), None),
            (_, What::Moved) => (self.elsewhere(wish, own, draft), None),
            (At::Brackets, _) => (self.bracketed(wish, source, draft), None),
            _ => self.worded(wish, [own, source], draft),
        };
        let is_lost = state == State::Absent && wish.own_unit().is_some() && own.is_none() && source.is_none();
        let state = if is_lost { State::Overtaken } else { state };
        Standing { draft, state, unit: source.filter(|_| state.is_in_text()).or(own), kept, back: false }
    }

    /// Whether a paragraph is gone.
    fn without_paragraph(&mut self, wish: &Wish, own: Option<usize>, draft: usize) -> State {
        let Some((unit, at)) = wish.unit.zip(own) else { return State::Taken };
        // It became part of another, here as there.
        if wish.with.is_some_and(|with| self.walk.later((wish.on, with), draft) == own) {
            return State::Taken;
        }
        let before = self.bare[wish.on].depth[unit].iter().min().copied().unwrap_or_default();
        let is_whole = self.bare[draft].depth[at].iter().min().is_some_and(|depth| *depth > before);
        if is_whole { State::Brackets } else { State::Absent }
    }

    /// Whether a paragraph moved to the same place.
    fn elsewhere(&self, wish: &Wish, own: Option<usize>, draft: usize) -> State {
        let place = |text: usize| {
            let moved = |fresh: &&Fresh| fresh.is_moved && fresh.from == wish.unit;
            self.walk.copy([wish.on, text]).fresh.iter().find(moved).map(|fresh| fresh.after)
        };
        if own.is_some() && place(wish.text) == place(draft) { State::Taken } else { State::Absent }
    }

    /// Whether brackets stand about the same words, or no longer do.
    fn bracketed(&mut self, wish: &Wish, source: Option<usize>, draft: usize) -> State {
        let Some((from, to)) = wish.source.zip(source) else { return State::Absent };
        let images = self.images((wish.text, from), (draft, to), &wish.come);
        let Some(images) = images.into_iter().map(|(_, image)| image).collect::<Option<Vec<usize>>>() else {
            return State::Absent;
        };
        let words = self.walk.words((draft, to));
        let is_about = |range: &Range<usize>| held(&words, range).map(|word| word.0).eq(images.iter().copied());
        let brackets = self.bare[draft].brackets.iter().flat_map(|bracket| &bracket.inside);
        let stands = brackets.filter(|(unit, _)| *unit == to).any(|(_, range)| is_about(range));
        if stands == (wish.what == What::Set) { State::Taken } else { State::Absent }
    }

    /// Whether words came and went as proposed, and what share of those that say something did.
    fn worded(&mut self, wish: &Wish, [own, source]: [Option<usize>; 2], draft: usize) -> (State, Option<u8>) {
        let stay = match wish.own_unit().zip(own) {
            Some((unit, own)) => self.images((wish.on, unit), (draft, own), &wish.gone),
            None => vec![],
        };
        let left = self.telling((wish.on, wish.own_unit().unwrap_or_default()), &stay);
        let left: Vec<usize> = left.into_iter().flatten().collect();
        let mut come = match wish.source.zip(source) {
            Some((from, to)) => self.images((wish.text, from), (draft, to), &wish.come),
            None => wish.source.map_or(vec![], |from| {
                let words = self.walk.words((wish.text, from));
                wish.come.iter().flat_map(|range| held(&words, range)).map(|word| (*word, None)).collect()
            }),
        };
        if let Some(to) = source {
            // A word of the draft that is still there is not the same word of the proposal.
            let is_drafted = self.drafted(wish, (draft, to));
            for (_, image) in &mut come {
                *image = image.filter(|at| !is_drafted[*at]);
            }
        }
        if come.is_empty() {
            return self.struck(wish, own, &stay, draft);
        }
        let Some((from, to)) = wish.source.zip(source) else { return (State::Absent, None) };
        let telling = self.telling((wish.text, from), &come);
        let share = telling.iter().flatten().count() * 100 / telling.len().max(1);
        if come.iter().all(|(_, image)| image.is_some()) && self.is_word_for_word((wish.text, from), (draft, to), &come) {
            let own_depth = |at: usize| if wish.text < self.walk.drafts { 0 } else { self.bare[wish.text].depth[from][at] };
            let deeper = |(word, image): &(Word, Option<usize>)| {
                (word.0..word.1)
                    .zip(image.unwrap_or_default()..)
                    .any(|(at, image)| self.bare[draft].depth[to].get(image).is_some_and(|depth| *depth > own_depth(at)))
            };
            return match (come.iter().any(deeper), left.is_empty()) {
                (true, _) => (State::Brackets, None),
                (false, true) => (State::Taken, None),
                (false, false) => (State::Otherwise, Some(100)),
            };
        }
        if share >= HALF { (State::Otherwise, Some(share.min(99) as u8)) } else { (State::Absent, None) }
    }

    /// Which characters of a unit stood in the draft that `wish` changes. Of a paragraph that is split off all did: then it is asked whether it
    /// stands apart.
    fn drafted(&mut self, wish: &Wish, place: Place) -> Vec<bool> {
        let length = self.walk.documents[place.0].units[place.1].text.chars().count();
        if let Some(whole) = wish.with {
            return vec![self.walk.later((wish.on, whole), place.0) == Some(place.1); length];
        }
        let mut is_drafted = vec![false; length];
        for unit in self.walk.made_of(wish.on, place) {
            for at in self.walk.kept((wish.on, unit), place).into_iter().flatten() {
                is_drafted[at] = true;
            }
        }
        is_drafted
    }

    /// Whether words are gone, or stand in a bracket of their own.
    fn struck(&mut self, wish: &Wish, own: Option<usize>, stay: &[(Word, Option<usize>)], draft: usize) -> (State, Option<u8>) {
        let Some((unit, own)) = wish.own_unit().zip(own) else { return (State::Absent, None) };
        let telling = self.telling((wish.on, unit), stay);
        let left = telling.iter().flatten().count();
        if left == 0 {
            return (State::Taken, None);
        }
        if left < telling.len() {
            let gone = (telling.len() - left) * 100 / telling.len();
            return if gone >= HALF { (State::Otherwise, Some(gone.min(99) as u8)) } else { (State::Absent, None) };
        }
        let there: Vec<usize> = stay.iter().filter_map(|(_, image)| *image).collect();
        let words = self.walk.words((draft, own));
        let brackets = self.bare[draft].brackets.iter().flat_map(|bracket| &bracket.inside).filter(|(of, _)| *of == own);
        // Only brackets that hold nothing else say that these words may go.
        let own_brackets: Vec<&Range<usize>> =
            brackets.map(|(_, range)| range).filter(|range| held(&words, range).all(|word| there.contains(&word.0))).collect();
        let is_held = |at: &usize| own_brackets.iter().any(|range| range.contains(at));
        // A bracket that the draft had already says nothing of them.
        let depth = |text: usize, unit: usize, at: usize| self.bare[text].depth[unit][at];
        let is_deeper = |(word, image): &(Word, Option<usize>)| {
            image.is_none_or(|at| depth(draft, own, at) > depth(wish.on, unit, word.0) || !telling.contains(&Some(at)))
        };
        let is_bracketed = telling.iter().flatten().all(is_held) && stay.iter().all(is_deeper);
        (if is_bracketed { State::Brackets } else { State::Absent }, None)
    }

    /// The words of some ranges of a unit, each with where it begins in another text's unit, if it stands there.
    pub(super) fn images(&mut self, from: Place, to: Place, ranges: &[Range<usize>]) -> Vec<(Word, Option<usize>)> {
        let kept = self.walk.kept(from, to);
        let words = self.walk.words(from);
        ranges.iter().flat_map(|range| held(&words, range)).map(|word| (*word, kept[word.0])).collect()
    }

    /// Of these words those that carry meaning, else those that are words, else all: where each stands.
    fn telling(&self, place: Place, words: &[(Word, Option<usize>)]) -> Vec<Option<usize>> {
        let of = |is_wanted: &dyn Fn(&Word) -> bool| -> Vec<Option<usize>> {
            words.iter().filter(|(word, _)| is_wanted(word)).map(|(_, image)| *image).collect()
        };
        let telling = of(&|word| word.2 && !self.walk.is_light(place, word));
        let worded = if telling.is_empty() { of(&|word| word.2) } else { telling };
        if worded.is_empty() { of(&|_| true) } else { worded }
    }

    /// Whether nothing stands between the words there that does not stand between them here.
    fn is_word_for_word(&self, from: Place, to: Place, come: &[(Word, Option<usize>)]) -> bool {
        let ([first, .., last] | [first @ last]) = come else { return true };
        let count = |place: Place, start: usize, end: usize| {
            self.walk.words(place).iter().filter(|word| word.0 >= start && word.0 <= end).count()
        };
        let (Some(start), Some(end)) = (first.1, last.1) else { return false };
        count(from, first.0.0, last.0.0) == count(to, start, end)
    }
}
