//! Why a paragraph is what the redline says, for people.
//!
//! ```text
//! OP12 of ASP/20                      what is explained, and its text
//! was OP11 of ASP/19                  what became of it, and what settled that
//!
//! OP11 of ASP/19 · tied               each paragraph that it could have been, with what spoke for it and against it
//!   +662  words that both hold …
//! ```

use super::contents::{coded, cut};
use super::label::{Name, list, list_with_article};
use super::phrases::{Explaining, Phrases, fill};
use crate::align::{Clue, Coverage, Explanation, Relation, Score, Second, Side, Verdict, Weighed};
use crate::language::Language;
use crate::structure::{Document, Kind, Unit};

/// How many are shown of those that it might have been.
const RUNNERS_UP: usize = 2;

/// An explanation with all that is shown of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Explained {
    /// For programs.
    pub explanation: Explanation,
    /// The labels of the earlier text and the later.
    pub labels: [String; 2],
    /// Every unit that the explanation names, old ones first.
    pub units: Vec<Mentioned>,
    /// "OP12 of ASP/20".
    pub title: String,
    /// How it begins.
    pub opening: String,
    /// What became of it, and what settled that.
    pub outcome: Vec<String>,
    /// What it is, what it could have been, and what it could be a piece of.
    pub accounts: Vec<Account>,
}

/// A unit that an explanation names.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mentioned {
    /// Which text it stands in.
    pub side: Side,
    /// Its index there.
    pub index: usize,
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// One pair, and what spoke for it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Account {
    /// "OP11 of ASP/19".
    pub name: String,
    /// "tied", or why not.
    pub verdict: String,
    /// How it begins.
    pub opening: String,
    /// How alike the words are.
    pub remark: Option<String>,
    /// What spoke, and the sum.
    pub lines: Vec<Line>,
}

/// One figure and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// "+60"; a sum has no sign.
    pub points: String,
    /// In words.
    pub text: String,
}

/// What `explanation` says, in `language`; in that of the later text when None.
pub fn explained([old, new]: [&Document; 2], explanation: Explanation, language: Option<Language>) -> Explained {
    let phrases = Phrases::of(language.unwrap_or(new.language));
    let teller = Teller { documents: [old, new], phrases, words: &phrases.explaining, side: explanation.side };
    let unit = &teller.documents[explanation.side as usize].units[explanation.unit];
    let is_own = |pair: &&Weighed| matches!(pair.verdict, Verdict::Tied | Verdict::Piece);
    let own = explanation.candidates.iter().filter(is_own);
    let others = explanation.candidates.iter().filter(|pair| !is_own(pair)).take(RUNNERS_UP);
    let pieces = explanation.pieces.iter().map(|piece| teller.piece(piece, &explanation));
    let second = explanation.second.as_ref().map(|second| teller.second(second));
    Explained {
        labels: [old.label.clone(), new.label.clone()],
        units: teller.mentioned(&explanation),
        title: teller.full(explanation.side, unit),
        opening: cut(&unit.text),
        outcome: teller.outcome(&explanation),
        accounts: own.chain(others).map(|pair| teller.pair(pair, &explanation)).chain(pieces).chain(second).collect(),
        explanation,
    }
}

struct Teller<'a> {
    documents: [&'a Document; 2],
    phrases: &'static Phrases,
    words: &'static Explaining,
    /// The side of what is explained.
    side: Side,
}

impl<'a> Teller<'a> {
    fn unit(&self, side: Side, index: usize) -> &'a Unit {
        &self.documents[side as usize].units[index]
    }

    /// "OP12 of ASP/20".
    fn full(&self, side: Side, unit: &Unit) -> String {
        fill(self.words.of, &[&Name::of(unit, self.phrases).full(), &self.documents[side as usize].label])
    }

    /// The unit of a pair on the other side than what is explained.
    fn other(&self, [old, new]: [usize; 2]) -> (Side, &'a Unit) {
        match self.side {
            Side::Old => (Side::New, self.unit(Side::New, new)),
            Side::New => (Side::Old, self.unit(Side::Old, old)),
        }
    }

    fn outcome(&self, explanation: &Explanation) -> Vec<String> {
        let (link, badges) = (&explanation.link, &self.phrases.badges);
        let names = |side: Side, units: &[usize]| -> Vec<Name> {
            units.iter().map(|&unit| Name::of(self.unit(side, unit), self.phrases)).collect()
        };
        let (old, new) = (names(Side::Old, &link.old), names(Side::New, &link.new));
        let source = list_with_article(&old, self.phrases);
        let (old, new) = (list(&old, self.phrases), list(&new, self.phrases));
        let of = |name: &str, side: Side| fill(self.words.of, &[name, &self.documents[side as usize].label]);
        let was = match (link.relation, self.side) {
            (Relation::Inserted, _) => badges.inserted.to_owned(),
            (Relation::Deleted, _) => badges.deleted.to_owned(),
            (_, Side::Old) => fill(self.words.became, &[&of(&new, Side::New)]),
            (Relation::Split, Side::New) => fill(badges.split_from, &[&of(&source, Side::Old)]),
            (Relation::Merged, Side::New) => fill(badges.merged_from, &[&of(&source, Side::Old)]),
            (Relation::Kept, Side::New) => fill(self.words.was, &[&of(&old, Side::Old)]),
        };
        let moved = link.moved.then(|| match self.side {
            Side::Old => fill(badges.moved_to, &[&new]),
            Side::New if link.relation == Relation::Kept => badges.moved.to_owned(),
            Side::New => fill(badges.moved_from, &[&old]),
        });
        let happened = std::iter::once(was).chain(moved).collect::<Vec<_>>().join(" · ");
        let mut outcome = vec![happened, coded(explanation.decision, self.words.decisions)];
        if explanation.candidates.is_empty() && link.score.is_none() && link.why.is_empty() {
            outcome.push(self.words.none.to_owned());
        }
        outcome
    }

    fn pair(&self, pair: &Weighed, explanation: &Explanation) -> Account {
        let (side, unit) = self.other([pair.old, pair.new]);
        let rival = pair.rival.map(|rival| {
            // Who stands against it is told by what it has taken: the other's partner here, or this one's there.
            let named = match self.side {
                Side::Old if rival.old == pair.old => (Side::New, rival.new),
                Side::Old => (Side::Old, rival.old),
                Side::New if rival.new == pair.new => (Side::Old, rival.old),
                Side::New => (Side::New, rival.new),
            };
            fill(self.words.rival, &[&self.full(named.0, self.unit(named.0, named.1)), &rival.total.to_string()])
        });
        let is_note = unit.kind == Kind::Note;
        let said = |score: &Score| match score.clue {
            Clue::Section if is_note => self.words.callers.to_owned(),
            clue => coded(clue, self.words.clues),
        };
        let mut lines: Vec<Line> = pair.clues.iter().map(|score| signed(score.points, said(score))).collect();
        lines.push(sum(pair.total, explanation.enough, self.words));
        let alike = [pair.similarity.to_string(), explanation.background.to_string()];
        Account {
            name: self.full(side, unit),
            verdict: fill(&coded(pair.verdict, self.words.verdicts), &[&rival.unwrap_or_default()]),
            opening: cut(&unit.text),
            remark: Some(fill(self.words.alike, &[&alike[0], &alike[1]])),
            lines,
        }
    }

    fn piece(&self, piece: &Coverage, explanation: &Explanation) -> Account {
        let of_new = if piece.taken { explanation.link.new.len() > 1 } else { self.side == Side::New };
        let (old, new) = ((Side::Old, self.unit(Side::Old, piece.old)), (Side::New, self.unit(Side::New, piece.new)));
        let (own, whole) = if of_new { (new, old) } else { (old, new) };
        let summed = piece.clues.iter().filter(|score| score.enough.is_none());
        let mut lines: Vec<Line> = summed.map(|score| signed(score.points, coded(score.clue, self.words.coverage))).collect();
        lines.push(sum(piece.total, piece.enough, self.words));
        // What is none of a measure says nothing.
        lines.extend(piece.clues.iter().filter(|score| score.points > 0).filter_map(|score| {
            let text = fill(&coded(score.clue, self.words.coverage), &[&score.enough?.to_string()]);
            Some(Line { points: score.points.to_string(), text })
        }));
        Account {
            name: fill(self.words.piece, &[&self.full(own.0, own.1), &self.full(whole.0, whole.1)]),
            verdict: if piece.taken { self.words.taken } else { self.words.not_taken }.to_owned(),
            opening: cut(&own.1.text),
            remark: None,
            lines,
        }
    }

    fn second(&self, second: &Second) -> Account {
        let (old, new) = ((Side::Old, self.unit(Side::Old, second.old)), (Side::New, self.unit(Side::New, second.new)));
        let mut lines: Vec<Line> =
            second.clues.iter().map(|score| signed(score.points, coded(score.clue, self.words.seconds))).collect();
        let summed = sum(second.total, second.enough.unwrap_or(0), self.words);
        lines.push(match second.enough {
            Some(_) => summed,
            None if second.is_likely() => Line { text: self.words.only_suggested.to_owned(), ..summed },
            None => Line { text: self.words.not_enough.to_owned(), ..summed },
        });
        Account {
            name: fill(self.words.second, &[&self.full(old.0, old.1), &self.full(new.0, new.1)]),
            verdict: if second.taken { self.words.taken } else { self.words.not_taken }.to_owned(),
            opening: cut(&self.other([second.old, second.new]).1.text),
            remark: None,
            lines,
        }
    }

    fn mentioned(&self, explanation: &Explanation) -> Vec<Mentioned> {
        let mut units = vec![(explanation.side, explanation.unit)];
        units.extend(explanation.link.old.iter().map(|&unit| (Side::Old, unit)));
        units.extend(explanation.link.new.iter().map(|&unit| (Side::New, unit)));
        let weighed = explanation.candidates.iter().map(|pair| [pair.old, pair.new]);
        let rivals = explanation.candidates.iter().filter_map(|pair| pair.rival).map(|rival| [rival.old, rival.new]);
        let pieces = explanation.pieces.iter().map(|piece| [piece.old, piece.new]);
        let second = explanation.second.iter().map(|second| [second.old, second.new]);
        units.extend(
            weighed.chain(rivals).chain(pieces).chain(second).flat_map(|[old, new]| [(Side::Old, old), (Side::New, new)]),
        );
        units.sort_unstable();
        units.dedup();
        let named = |(side, index)| {
            let unit = self.unit(side, index);
            Mentioned { side, index, id: unit.id.clone(), text: unit.text.clone() }
        };
        units.into_iter().map(named).collect()
    }
}

fn signed(points: i32, text: String) -> Line {
    let sign = if points < 0 { "−" } else { "+" };
    Line { points: format!("{sign}{}", points.abs()), text }
}

fn sum(total: i32, enough: i32, words: &Explaining) -> Line {
    let sign = if total < 0 { "−" } else { "" };
    Line { points: format!("{sign}{}", total.abs()), text: fill(words.sum, &[&enough.to_string()]) }
}
