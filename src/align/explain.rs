//! Why a paragraph is what the alignment says: read from the walk that decided it.
//!
//! ```text
//! new OP12   candidates of OP12, with every clue that counted      best first
//!            its partner          tied
//!            old OP30             taken: it became OP31, with a total of 803
//! ```
//!
//! Nothing is weighed anew by another rule: clues come from the functions that decided, with the run and the habits of the last round.
//! Cost: that of an alignment.

use super::alignment::Link;
use super::explanation::{Coverage, CoverageClue, CoverageScore, Decision, Explanation, Rival, Second, Side, Verdict, Weighed};
use super::matching::{ENOUGH, Tie, WORDS};
use super::splits::{self, Group, HELD, PIECE, Piece};
use super::weighing::{Course, Weighing};

/// Candidates that are shown: what a paragraph is, and what it might have been.
const SHOWN: usize = 5;

impl Course<'_> {
    /// Why unit `unit` of `side` is what the links say.
    pub(super) fn explanation(&self, side: Side, unit: usize) -> Explanation {
        let of_side = |link: &&Link| if side == Side::Old { link.old.contains(&unit) } else { link.new.contains(&unit) };
        let link = self.links.iter().find(of_side).expect("every unit is in one link").clone();
        let place = |sort: &Weighing| sort.units[side as usize].binary_search(&unit).ok();
        let mut sorts = [Some(&self.paragraphs), self.notes.as_ref()].into_iter().flatten();
        match sorts.find_map(|sort| Some((sort, place(sort)?))) {
            Some((sort, place)) => sort.explanation((side, place), (unit, link)),
            // A footnote, where the other text has none.
            None => Explanation {
                side,
                unit,
                link,
                decision: Decision::Nothing,
                background: 0,
                enough: ENOUGH,
                candidates: vec![],
                pieces: vec![],
                second: None,
            },
        }
    }
}

impl Weighing {
    /// `at` counts in the lists of this sort, `unit` in the document.
    fn explanation(&self, at: (Side, usize), (unit, link): (usize, Link)) -> Explanation {
        let own = |old: usize, new: usize| if at.0 == Side::Old { old == at.1 } else { new == at.1 };
        let of_sort =
            (0..self.found.candidates.len()).filter(|&k| own(self.found.candidates[k].old, self.found.candidates[k].new));
        let mut candidates: Vec<Weighed> = of_sort.map(|k| self.weighed(k, at)).collect();
        candidates.sort_by_key(|c| (!matches!(c.verdict, Verdict::Tied | Verdict::Piece), -c.total, c.old, c.new));
        candidates.truncate(SHOWN);
        Explanation {
            side: at.0,
            unit,
            link,
            decision: self.decision(at, &candidates),
            background: self.found.background,
            enough: ENOUGH,
            // Footnotes are not split or merged.
            pieces: if self.is_of_notes { vec![] } else { self.pieces(at) },
            second: self.second(at),
            candidates,
        }
    }

    /// What a second look saw of a unit, in indices of the document.
    fn second(&self, (side, place): (Side, usize)) -> Option<Second> {
        let second = self.second.of_unit(side, place)?;
        Some(Second { old: self.units[0][second.old], new: self.units[1][second.new], ..second })
    }

    /// The tie of a unit.
    fn tie(&self, side: Side, place: usize) -> Option<&Tie> {
        self.found.ties.iter().find(|tie| if side == Side::Old { tie.old == place } else { tie.new == place })
    }

    fn decision(&self, (side, place): (Side, usize), candidates: &[Weighed]) -> Decision {
        let never = if side == Side::Old { &self.decided.never_old } else { &self.decided.never_new };
        if never.contains(&place) {
            return Decision::Pin;
        }
        if let Some(tie) = self.tie(side, place) {
            return tie.by;
        }
        let held = |group: &Group| if side == Side::Old { group.old.contains(&place) } else { group.new.contains(&place) };
        match candidates.first().map(|best| best.verdict) {
            _ if self.second.of_unit(side, place).is_some_and(|second| second.taken) => Decision::SecondLook,
            Some(Verdict::Piece) => Decision::Coverage,
            _ if self.groups.iter().any(held) => Decision::Form,
            _ if self.refused.iter().any(|tie| [tie.old, tie.new][side as usize] == place) => Decision::Refused,
            _ => Decision::Nothing,
        }
    }

    fn weighed(&self, k: usize, (side, _): (Side, usize)) -> Weighed {
        let c = &self.found.candidates[k];
        let clues = self.found.clues(k, &self.terms, self.frame.as_ref());
        let total = clues.iter().map(|clue| clue.points).sum();
        let (verdict, rival) = self.verdict(k, total, side);
        let rival = rival.map(|tie| Rival { old: self.units[0][tie.old], new: self.units[1][tie.new], total: tie.total });
        let (old, new) = (self.units[0][c.old], self.units[1][c.new]);
        Weighed { old, new, similarity: c.similarity, clues, total, verdict, rival }
    }

    /// What became of candidate `k`, seen from `side`, and what was tied instead.
    fn verdict(&self, k: usize, total: i32, side: Side) -> (Verdict, Option<&Tie>) {
        let c = &self.found.candidates[k];
        let pair = (c.old, c.new);
        if self.found.ties.iter().any(|tie| (tie.old, tie.new) == pair) {
            return (Verdict::Tied, None);
        }
        if self.groups.iter().any(|group| group.old.contains(&c.old) && group.new.contains(&c.new)) {
            return (Verdict::Piece, None);
        }
        if self.found.words(k) <= WORDS {
            return (Verdict::Strangers, None);
        }
        if total <= ENOUGH {
            return (Verdict::Short, None);
        }
        if self.found.totals[k] <= ENOUGH {
            return (Verdict::Name, None);
        }
        let (own, other) = match side {
            Side::Old => (self.tie(Side::Old, c.old), self.tie(Side::New, c.new)),
            Side::New => (self.tie(Side::New, c.new), self.tie(Side::Old, c.old)),
        };
        match (own, other) {
            (_, Some(other)) => (Verdict::Taken, Some(other)),
            (Some(own), None) => (Verdict::Outweighed, Some(own)),
            (None, None) => (Verdict::Refused, None),
        }
    }

    /// The pieces of the link of a unit; when it has none, the piece that it came nearest to being.
    fn pieces(&self, (side, place): (Side, usize)) -> Vec<Coverage> {
        let own = |old: &[usize], new: &[usize]| if side == Side::Old { old.contains(&place) } else { new.contains(&place) };
        let group = self.groups.iter().find(|group| own(&group.old, &group.new));
        let found = match group {
            Some(group) => group.pieces.clone(),
            None => splits::nearest(&self.terms, self.frame.as_ref(), (&self.found, &self.groups), (side, place))
                .into_iter()
                .collect(),
        };
        let in_document = |piece: &Piece| coverage(piece, [self.units[0][piece.old], self.units[1][piece.new]]);
        found.iter().map(in_document).collect()
    }
}

/// What was measured of a piece, by name; without what counted nothing.
fn coverage(piece: &Piece, [old, new]: [usize; 2]) -> Coverage {
    let bits = |sixteenths: u64| i32::try_from(sixteenths / 16).unwrap_or(i32::MAX);
    let summed = [(CoverageClue::Rest, piece.rest), (CoverageClue::Beside, piece.beside), (CoverageClue::Across, -piece.reach)];
    let measured = [
        (CoverageClue::Held, piece.held, HELD, true),
        (CoverageClue::Shared, bits(piece.shared[0]), bits(piece.shared[1]), true),
        (CoverageClue::Unrivalled, piece.alike[0], piece.alike[1], piece.beside > 0),
        (CoverageClue::Together, piece.together, ENOUGH, piece.together > 0),
        (CoverageClue::Passage, bits(piece.passage[0]), bits(piece.passage[1]), bits(piece.passage[0]) > 0),
    ];
    let total = summed.iter().map(|clue| clue.1).sum();
    let summed = summed.into_iter().filter(|clue| clue.1 != 0);
    let summed = summed.map(|(clue, points)| CoverageScore { clue, points, enough: None });
    let measured = measured.into_iter().filter(|clue| clue.3);
    let measured = measured.map(|(clue, points, enough, _)| CoverageScore { clue, points, enough: Some(enough) });
    Coverage { old, new, clues: summed.chain(measured).collect(), total, enough: PIECE, taken: piece.taken }
}
