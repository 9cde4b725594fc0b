//! The rows of a compilation: the paragraphs of the draft with their places inline, and those that come.

use super::Teller;
use crate::compare::Edit;
use crate::overlay::{Alternative, At, Place, Stand, What};
use crate::report::entries::role;
use crate::report::label::{Name, shown_label};
use crate::report::phrases::fill;
use crate::report::row::Role;
use crate::structure::{Kind, Unit};

/// A paragraph of the draft, or one that comes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompiledRow {
    /// "OP3", "OP3 bis": unique.
    pub id: String,
    /// What it is called in the language of the interface; empty for what has no number.
    pub name: String,
    /// Its label as the draft prints it: "3."; None for one that comes.
    pub label: Option<String>,
    /// What it is.
    pub role: Role,
    /// Who brings it, for one that comes.
    pub coming: Option<Coming>,
    /// What is wanted of it as a whole.
    pub whole: Option<Whole>,
    /// Its words.
    pub pieces: Vec<CompiledPiece>,
    /// What the draft says of it beside its words.
    pub status: Option<String>,
}

impl CompiledRow {
    /// Whether someone wants something of it.
    pub fn is_touched(&self) -> bool {
        self.coming.is_some() || self.whole.is_some() || self.pieces.iter().any(|piece| matches!(piece, CompiledPiece::Choice(_)))
    }
}

/// A paragraph that comes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coming {
    /// Index of its place.
    pub place: usize,
    /// Alternative, new or moved.
    pub what: What,
    /// Who wants it.
    pub by: Vec<usize>,
    /// How the wishes there relate.
    pub stand: Stand,
    /// Where it comes from, and what it is nearly the same as, in words.
    pub said: Vec<String>,
    /// Its words against those of the one that it is nearly the same as; empty where there is none.
    pub edits: Vec<Edit>,
}

/// What is wanted of a paragraph as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Whole {
    /// Index of its place.
    pub place: usize,
    /// How the wishes relate.
    pub stand: Stand,
    /// Who would have it gone, or elsewhere.
    pub gone: Vec<usize>,
    /// Who would put another in its place.
    pub replaced: Vec<usize>,
    /// Who wants each of the alternatives, and what: "delete the paragraph".
    pub wishes: Vec<(Vec<usize>, String)>,
    /// Each wish in words: "Japan: delete the paragraph".
    pub said: Vec<String>,
}

/// Words, or a place among them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CompiledPiece {
    /// That nobody would change.
    Words(String),
    /// The mark of a footnote.
    Mark(String),
    /// That someone would.
    Choice(Choice),
}

/// A place among words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choice {
    /// Index of the place. The two signs of a bracket that stand apart are one place.
    pub place: usize,
    /// How the wishes relate.
    pub stand: Stand,
    /// The words of the draft; empty where words only come in.
    pub words: String,
    /// What is wanted there.
    pub ways: Vec<Way>,
}

/// What someone wants at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Way {
    /// What is done.
    pub what: What,
    /// The words that stand there then.
    pub text: String,
    /// Who wants it.
    pub by: Vec<usize>,
}

/// A bracket about more words is lifted or set sign by sign.
const FEW_WORDS: usize = 12;

impl Teller<'_> {
    /// All rows.
    pub(super) fn rows(&self) -> Vec<CompiledRow> {
        let base = &self.compilation.base;
        let mut rows = vec![];
        let mut places = self.compilation.places.iter().enumerate().peekable();
        for unit in std::iter::once(None).chain(base.units.iter().map(Some)) {
            let index = unit.map(|unit| unit.index);
            let mut here = vec![];
            while let Some(place) = places.next_if(|(_, place)| place.unit == index) {
                here.push(place);
            }
            let is_shown = |unit: &&Unit| self.compilation.unit.is_none_or(|whole| super::is_of(base, unit.index, whole));
            if let Some(unit) = unit.filter(is_shown) {
                rows.push(self.draft(unit, &here));
            }
            // Alternatives stand right behind what they replace.
            for at in [At::Paragraph, At::After] {
                for (place, of) in here.iter().filter(|(_, place)| place.at == at) {
                    let comes = of.alternatives.iter().filter(|alternative| alternative.id.is_some());
                    rows.extend(comes.filter_map(|alternative| self.coming((*place, of), alternative)));
                }
            }
        }
        rows
    }

    fn draft(&self, unit: &Unit, here: &[(usize, &Place)]) -> CompiledRow {
        let whole = here.iter().find(|(_, place)| place.at == At::Paragraph).map(|(index, place)| self.whole(*index, place));
        let mut choices: Vec<(usize, usize, Choice)> = vec![];
        let text: Vec<char> = unit.text.chars().collect();
        for &(index, place) in here {
            collect((index, place), &text, here, &mut choices);
        }
        choices.sort_by_key(|(start, end, _)| (*start, *end));
        CompiledRow {
            id: unit.id.clone(),
            name: shown_label(unit, &Name::of(unit, self.phrases)),
            label: unit.label.clone(),
            role: role(unit, &self.compilation.base.units),
            coming: None,
            whole,
            pieces: pieces(unit, &text, choices),
            status: unit.status.clone(),
        }
    }

    fn whole(&self, index: usize, place: &Place) -> Whole {
        let of = |is_wanted: fn(&Alternative) -> bool| {
            let mut by: Vec<usize> = place.alternatives.iter().filter(|a| is_wanted(a)).flat_map(|a| a.by.clone()).collect();
            by.sort_unstable();
            by
        };
        Whole {
            place: index,
            stand: place.stand,
            gone: of(Alternative::takes_away),
            replaced: of(|alternative| alternative.what == What::Alt),
            wishes: place.alternatives.iter().map(|a| (a.by.clone(), self.said(place, a))).collect(),
            said: place.alternatives.iter().map(|alternative| self.wish(place, alternative)).collect(),
        }
    }

    /// The row of a paragraph that comes.
    fn coming(&self, (index, place): (usize, &Place), alternative: &Alternative) -> Option<CompiledRow> {
        let id = alternative.id.clone().filter(|_| alternative.what != What::Moved || place.at == At::After)?;
        let (by, unit) = alternative.source?;
        let units = &self.compilation.proposals[by].units;
        let words = &self.phrases.compiling;
        let name = |id: &String| Name::of_id(id, self.phrases).full();
        let from = if alternative.what == What::Moved { words.moved_from } else { words.split_from };
        let said = alternative.other.iter().map(|other| fill(from, &[&name(other)]));
        let near = alternative.near.iter().map(|near| fill(words.is_near, &[&name(near)]));
        let text = alternative.text.clone().unwrap_or_default();
        let is_named = matches!(units[unit].kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph | Kind::Note);
        Some(CompiledRow {
            name: if is_named { name(&id) } else { String::new() },
            label: None,
            role: role(&units[unit], units),
            coming: Some(Coming {
                place: index,
                what: alternative.what,
                by: alternative.by.clone(),
                stand: place.stand,
                said: said.chain(near).collect(),
                edits: alternative.near.as_ref().map_or(vec![], |near| self.against(near, &text)),
            }),
            id,
            whole: None,
            pieces: vec![CompiledPiece::Words(text)],
            status: units[unit].status.clone(),
        })
    }

    /// The words of a new paragraph against those of another.
    fn against(&self, near: &str, text: &str) -> Vec<Edit> {
        let is_near = |alternative: &&Alternative| alternative.id.as_deref() == Some(near);
        let other = self.compilation.places.iter().flat_map(|place| &place.alternatives).find(is_near);
        let language = self.compilation.base.language;
        let words = |other: &str| crate::compare::words([other, text], [language; 2]);
        other.and_then(|other| other.text.as_deref()).map_or(vec![], words)
    }
}

/// The choices of a place among the words of a paragraph.
fn collect((index, place): (usize, &Place), text: &[char], all: &[(usize, &Place)], choices: &mut Vec<(usize, usize, Choice)>) {
    let (Some(start), Some(end)) = (place.start, place.end) else { return };
    let between = |start: usize, end: usize| text[start..end].iter().collect::<String>();
    let choice = |words: String, ways: Vec<Way>| Choice { place: index, stand: place.stand, words, ways };
    match place.at {
        At::Words => {
            let way = |a: &Alternative| Way { what: a.what, text: a.text.clone().unwrap_or_default(), by: a.by.clone() };
            choices.push((start, end, choice(between(start, end), place.alternatives.iter().map(way).collect())));
        }
        At::Brackets => {
            let is_inside = |other: &Place| {
                other.at != At::Paragraph
                    && other.id != place.id
                    && other
                        .start
                        .zip(other.end)
                        .is_some_and(|(from, to)| from <= end && to >= start && (from, to) != (start, start))
            };
            let is_short = crate::text::word_count(&between(start, end)) <= FEW_WORDS;
            let Some(alternative) = place.alternatives.first() else { return };
            let way = |what, text: &str| Way { what, text: text.to_owned(), by: alternative.by.clone() };
            if is_short && !all.iter().any(|(_, other)| is_inside(other)) {
                let text = alternative.text.as_deref().unwrap_or_default();
                return choices.push((start, end, choice(between(start, end), vec![way(alternative.what, text)])));
            }
            let signs = match alternative.what {
                What::Lift => [(start, start + 1, ""), (end - 1, end, "")],
                _ => [(start, start, "["), (end, end, "]")],
            };
            for (from, to, sign) in signs {
                let what = if sign.is_empty() { What::Delete } else { What::Insert };
                choices.push((from, to, choice(between(from, to), vec![way(what, sign)])));
            }
        }
        At::Paragraph | At::After => {}
    }
}

/// The words of a paragraph with its choices, which do not overlap, and the marks of its notes.
fn pieces(unit: &Unit, text: &[char], choices: Vec<(usize, usize, Choice)>) -> Vec<CompiledPiece> {
    let mut pieces = vec![];
    let mut marks = unit.footnotes.iter().peekable();
    let mut at = 0;
    let end = (text.len(), text.len(), None);
    for (start, stop, choice) in choices.into_iter().map(|(start, end, choice)| (start, end, Some(choice))).chain([end]) {
        while let Some(mark) = marks.next_if(|mark| mark.at <= start) {
            words(text, &mut at, mark.at, &mut pieces);
            pieces.push(CompiledPiece::Mark(mark.mark.clone()));
        }
        words(text, &mut at, start, &mut pieces);
        pieces.extend(choice.map(CompiledPiece::Choice));
        at = at.max(stop);
    }
    pieces
}

fn words(text: &[char], at: &mut usize, to: usize, pieces: &mut Vec<CompiledPiece>) {
    if *at < to {
        pieces.push(CompiledPiece::Words(text[*at..to].iter().collect()));
        *at = to;
    }
}
