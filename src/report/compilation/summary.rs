//! Who wants what, in counts and in lines.
//!
//! ```text
//! Agreements   OP1  EU, Kenya: “without delay” → “promptly”
//! Conflicts    OP2  EU: “12” → “15”; Kenya: “12” → “ten”
//!              OP3  Japan: delete the paragraph; Brazil: keep the paragraph, with other words
//! ```

use std::collections::BTreeSet;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::Teller;
use crate::overlay::{Alternative, At, Place, Stand, What};
use crate::report::label::Name;
use crate::report::phrases::fill;
use crate::structure::Document;

/// Counts of a compilation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct CompilationSummary {
    /// Units of the draft: paragraphs, headings, notes.
    pub units: usize,
    /// Those that nobody touches.
    pub untouched: usize,
    /// Places by stand.
    pub single: usize,
    /// Several want the same.
    pub agreement: usize,
    /// Several insert in one gap.
    pub same_place: usize,
    /// They cannot all stand.
    pub conflict: usize,
    /// Places, of any stand, where brackets alone are set or lifted.
    pub brackets: usize,
    /// For each proposal, how many units it touches, and how; empty where names are withheld.
    pub by: Vec<HandCounts>,
}

/// How many units a delegation touches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct HandCounts {
    /// With other words or brackets.
    pub reworded: usize,
    /// Deleted.
    pub deleted: usize,
    /// Replaced by another.
    pub alternatives: usize,
    /// Put in.
    pub new: usize,
    /// Put elsewhere.
    pub moved: usize,
}

/// A line of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompiledLine {
    /// The place that it is about, if one.
    pub place: Option<usize>,
    /// The id of the row where it stands.
    pub id: String,
    /// What the paragraph is called.
    pub name: String,
    /// What is wanted.
    pub text: String,
}

/// What one delegation touches, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HandRow {
    /// The delegation.
    pub name: String,
    /// For each column of the table, the ids and names of paragraphs.
    pub cells: [Vec<(String, String)>; 5],
}

impl CompilationSummary {
    pub(super) fn of(base: &Document, proposals: usize, places: &[Place]) -> Self {
        let of = |stand: Stand| places.iter().filter(|place| place.stand == stand).count();
        let touched: BTreeSet<usize> = places.iter().filter(|place| place.at != At::After).filter_map(|p| p.unit).collect();
        let hand = |by: usize| {
            let [reworded, deleted, alternatives, new, moved] = touches(places, by).map(|units| units.len());
            HandCounts { reworded, deleted, alternatives, new, moved }
        };
        Self {
            units: base.units.len(),
            untouched: base.units.len() - touched.len(),
            single: of(Stand::Single),
            agreement: of(Stand::Agreement),
            same_place: of(Stand::SamePlace),
            conflict: of(Stand::Conflict),
            brackets: places.iter().filter(|place| place.at == At::Brackets).count(),
            by: (0..proposals).map(hand).collect(),
        }
    }
}

/// What a paragraph of a place is: one of the draft, or one that comes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Touched {
    Unit(usize),
    Coming(String),
}

/// What one delegation rewords, deletes, replaces, puts in and moves, in the order of the text.
fn touches(places: &[Place], by: usize) -> [Vec<Touched>; 5] {
    let mut touches: [Vec<Touched>; 5] = Default::default();
    for place in places {
        let Some(alternative) = place.alternatives.iter().find(|alternative| alternative.by.contains(&by)) else { continue };
        let column = match (place.at, alternative.what) {
            (At::Words | At::Brackets, _) => 0,
            (_, What::Delete) => 1,
            (_, What::Alt) => 2,
            (_, What::New) => 3,
            (At::After, What::Moved) => 4,
            _ => continue,
        };
        let paragraph = match (place.at, place.unit) {
            (At::After, _) | (_, None) => Touched::Coming(place.id.clone()),
            (_, Some(unit)) => Touched::Unit(unit),
        };
        if touches[column].last() != Some(&paragraph) {
            touches[column].push(paragraph);
        }
    }
    touches
}

impl Teller<'_> {
    fn name_of(&self, id: &str) -> String {
        Name::of_id(id, self.phrases).full()
    }

    fn name(&self, place: &Place) -> (String, String) {
        let Some(unit) = place.unit.filter(|_| place.at != At::After) else { return (place.id.clone(), self.name_of(&place.id)) };
        self.unit_name(unit)
    }

    fn unit_name(&self, unit: usize) -> (String, String) {
        let unit = &self.compilation.base.units[unit];
        (unit.id.clone(), Name::of(unit, self.phrases).full())
    }

    /// The words of the draft at a place.
    fn words(&self, place: &Place) -> String {
        let (Some(unit), Some(start), Some(end)) = (place.unit, place.start, place.end) else { return String::new() };
        let text = self.compilation.base.units[unit].text.chars();
        text.skip(start).take(end - start).collect::<String>().trim().to_owned()
    }

    /// "EU, Kenya: “without delay” → “promptly”".
    pub(super) fn wish(&self, place: &Place, alternative: &Alternative) -> String {
        const FEW: usize = 2;
        let of = |by: &[usize], said: &str| self.phrases.said_of(&self.few_names(by), said);
        if alternative.what != What::Reword {
            return of(&alternative.by, &self.said(place, alternative));
        }
        // Of those who keep a paragraph that others do not, their words, where they are few.
        let mut wishes: Vec<(String, Vec<usize>)> = vec![];
        for &by in &alternative.by {
            let is_own = |other: &&Place| other.unit == place.unit && matches!(other.at, At::Words | At::Brackets);
            let own = self.compilation.places.iter().filter(is_own);
            let wanted = own.filter_map(|own| Some(self.said(own, own.alternatives.iter().find(|a| a.by.contains(&by))?)));
            let wanted: Vec<String> = wanted.collect();
            let said =
                if wanted.len() > FEW { self.phrases.compiling.rewords.to_owned() } else { wanted.join(self.phrases.comma) };
            match wishes.iter_mut().find(|(other, _)| *other == said) {
                Some((_, hands)) => hands.push(by),
                None => wishes.push((said, vec![by])),
            }
        }
        let wishes: Vec<String> = wishes.iter().map(|(said, by)| of(by, said)).collect();
        wishes.join(self.phrases.semicolon)
    }

    /// "“without delay” → “promptly”".
    pub(super) fn said(&self, place: &Place, alternative: &Alternative) -> String {
        let words = &self.phrases.compiling;
        let text = alternative.text.as_deref().unwrap_or_default().trim();
        let id = alternative.id.as_deref().map(|id| self.name_of(id)).unwrap_or_default();
        match (place.at, alternative.what) {
            (At::Paragraph, What::Delete) => words.deletes_paragraph.to_owned(),
            (At::Paragraph, What::Moved) => match &alternative.other {
                Some(other) => fill(words.moves_to, &[&self.name_of(other)]),
                None => words.deletes_paragraph.to_owned(),
            },
            (At::Paragraph, What::Alt) => fill(words.in_place_of, &[&id]),
            (At::Paragraph, _) => words.rewords.to_owned(),
            (_, What::Insert) => fill(words.adds, &[text]),
            (_, What::Delete) => fill(words.deletes, &[&self.words(place)]),
            (_, What::Lift) => fill(words.lifts, &[text]),
            (_, What::Set) => fill(words.sets, &[text]),
            (At::After, _) => shortened(text),
            _ => fill(words.replaces, &[&self.words(place), text]),
        }
    }

    fn line(&self, (index, place): (usize, &Place)) -> CompiledLine {
        let wishes: Vec<String> = place.alternatives.iter().map(|alternative| self.wish(place, alternative)).collect();
        let (id, name) = self.name(place);
        CompiledLine { place: Some(index), id, name, text: wishes.join(self.phrases.semicolon) }
    }

    pub(super) fn counts(&self) -> String {
        let words = &self.phrases.compiling;
        let summary = &self.compilation.summary;
        let count = |number: usize| number.to_string();
        let touched = summary.units - summary.untouched;
        let counts = fill(words.counts, &[&count(summary.units), &count(summary.untouched), &count(touched)]);
        let coming = |is_wanted: fn(&Alternative) -> bool| {
            let all = self.compilation.places.iter().flat_map(|place| &place.alternatives).filter(|a| is_wanted(a));
            all.filter_map(|a| a.id.as_deref()).map(|id| self.name_of(id)).collect::<Vec<_>>()
        };
        let alts = coming(|a| a.what == What::Alt);
        let new = coming(|a| matches!(a.what, What::New | What::Moved));
        let named = [(words.alternatives, alts), (words.new, new)].into_iter().filter(|(_, names)| !names.is_empty());
        let besides: Vec<String> = named
            .map(|(plural, names)| {
                let template = plural.form(names.len());
                fill(template, &[&count(names.len()), &names.join(self.phrases.comma)])
            })
            .collect();
        if besides.is_empty() { counts } else { counts + &fill(words.besides, &[&besides.join(self.phrases.comma)]) }
    }

    pub(super) fn digest(&self) -> String {
        let summary = &self.compilation.summary;
        let places = self.compilation.places.len();
        if places == 0 {
            return self.phrases.compiling.nothing.to_owned();
        }
        fill(
            self.phrases.compiling.digest,
            &[places, summary.agreement, summary.conflict].map(|n| n.to_string()).each_ref().map(String::as_str),
        )
    }

    /// What is said under each heading; headings with nothing are left out.
    pub(super) fn sections(&self) -> Vec<(&'static str, Vec<CompiledLine>)> {
        let words = &self.phrases.compiling;
        let places = || self.compilation.places.iter().enumerate();
        let of = |stand: Stand| -> Vec<CompiledLine> {
            places().filter(|(_, place)| place.stand == stand && place.at != At::Brackets).map(|place| self.line(place)).collect()
        };
        let brackets = places().filter(|(_, place)| place.at == At::Brackets).map(|place| self.line(place)).collect();
        let near = places().filter_map(|(index, place)| {
            let near = place.alternatives.first()?.near.as_deref()?;
            let (id, name) = self.name(place);
            let by = &place.alternatives[0].by;
            let text = self.phrases.said_of(&self.few_names(by), &fill(words.is_near, &[&self.name_of(near)]));
            Some(CompiledLine { place: Some(index), id, name, text })
        });
        let all = [
            (words.agreements, of(Stand::Agreement)),
            (words.conflicts, of(Stand::Conflict)),
            (words.same_place, of(Stand::SamePlace)),
            (words.brackets, brackets),
            (words.near, near.collect()),
            (words.figures, self.figures()),
        ];
        all.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }

    /// "12 persons: 15 (EU), ten (Kenya)".
    fn figures(&self) -> Vec<CompiledLine> {
        let line = |figure: &super::ProposedFigure| {
            let proposed: Vec<String> =
                figure.proposed.iter().map(|one| format!("{} ({})", one.text, self.few_names(&one.by))).collect();
            let (id, name) = self.unit_name(figure.unit);
            CompiledLine { place: None, id, name, text: self.phrases.said_of(&figure.text, &proposed.join(self.phrases.comma)) }
        };
        self.compilation.findings.iter().map(line).collect()
    }

    /// Place, paragraph, stand, what, words of the draft, words proposed, by whom, how many.
    pub(super) fn lines(&self) -> Vec<[String; 8]> {
        let words = self.phrases.compiling;
        let mut lines = vec![];
        for place in &self.compilation.places {
            let stand = words.stands[place.stand as usize].to_owned();
            let of_draft = if place.at == At::After { String::new() } else { self.words(place) };
            for alternative in &place.alternatives {
                let proposed = alternative.text.as_deref().unwrap_or_default().trim().to_owned();
                let what = words.whats[alternative.what as usize].to_owned();
                let by = if self.is_named() { self.names(&alternative.by) } else { String::new() };
                let (id, name, count) = (place.id.clone(), self.name(place).1, alternative.count.to_string());
                lines.push([id, name, stand.clone(), what, of_draft.clone(), proposed, by, count]);
            }
        }
        lines
    }

    fn is_named(&self) -> bool {
        self.compilation.names == super::Attribution::Named
    }

    /// "Brazil: proposes nothing", or how many propose nothing.
    pub(super) fn silent(&self) -> Vec<String> {
        let is_silent = |by: &usize| !self.compilation.places.iter().any(|place| place.is_of(*by));
        let silent: Vec<usize> = (0..self.compilation.proposals.len()).filter(is_silent).collect();
        if silent.is_empty() { vec![] } else { vec![fill(self.phrases.compiling.proposes_nothing, &[&self.names(&silent)])] }
    }

    /// A row a delegation.
    pub(super) fn table(&self) -> Vec<HandRow> {
        if !self.is_named() {
            return vec![];
        }
        let named = |touched: Touched| match touched {
            Touched::Unit(unit) => self.unit_name(unit),
            Touched::Coming(id) => (id.clone(), self.name_of(&id)),
        };
        let row = |(by, proposal): (usize, &Document)| HandRow {
            name: proposal.label.clone(),
            cells: touches(&self.compilation.places, by).map(|all| all.into_iter().map(named).collect()),
        };
        self.compilation.proposals.iter().enumerate().map(row).collect()
    }
}

/// The beginning of a paragraph.
fn shortened(text: &str) -> String {
    const WORDS: usize = 12;
    let mut words = text.split(' ');
    let head: Vec<&str> = words.by_ref().take(WORDS).collect();
    if words.next().is_some() { format!("“{} …”", head.join(" ")) } else { format!("“{text}”") }
}
