//! Where each paragraph of the last draft is from, after the source tables of negotiations (FCCC/AWGLCA/2009/INF.2/Add.1): who contributed, where it
//! stood, what was done.

use super::standing::Finder;
use super::traced::{Difference, Source, Stood, TracedChange};
use super::wishes::{Wish, changes, held, joined};
use crate::overlay::At;
use crate::structure::{Kind, Unit};

impl Finder<'_, '_> {
    /// A row a paragraph of the last draft; `agreed` is the index of the agreed text.
    pub(super) fn sources(&mut self, all: &[(Wish, TracedChange)], agreed: Option<usize>) -> Vec<Source> {
        let last = self.walk.drafts - 1;
        let differences = agreed.map_or(vec![], |agreed| changes(self.walk, self.bare, [agreed, last]));
        let is_paragraph =
            |unit: &&Unit| matches!(unit.kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph) && !unit.text.is_empty();
        let units: Vec<usize> = self.walk.documents[last].units.iter().filter(is_paragraph).map(|unit| unit.index).collect();
        let row = |unit: usize, this: &mut Self| {
            let stood: Vec<Stood> = (0..last)
                .filter_map(|draft| this.walk.made_of(draft, (last, unit)).first().map(|&unit| Stood { draft, unit }))
                .collect();
            let is_about = |(_, (_, change)): &(usize, &(Wish, TracedChange))| {
                let stage = change.stages.last().is_some_and(|stage| stage.draft == last && stage.unit == Some(unit));
                let own = change.unit.filter(|_| change.at != At::After);
                stage || own.is_some_and(|own| this.walk.later((change.on, own), last) == Some(unit))
            };
            let about: Vec<usize> = all.iter().enumerate().filter(is_about).map(|(at, _)| at).collect();
            let stands = |at: &&usize| all[**at].1.stages.last().is_some_and(|stage| stage.state.is_in_text());
            let mut by: Vec<usize> = about.iter().filter(stands).filter_map(|&at| all[at].1.by).collect();
            by.sort_unstable();
            by.dedup();
            let nobody = about.iter().filter(stands).any(|&at| all[at].1.by.is_none());
            let was = agreed.and_then(|agreed| this.walk.made_of(agreed, (last, unit)).first().copied());
            let own: Vec<_> =
                differences.iter().filter(|wish| wish.source == Some(unit) && wish.at == At::Words).cloned().collect();
            let against = was.map_or(vec![], |_| this.differences(own, all));
            let draft = this.has_words_of_first(last, unit);
            Source { unit, draft, by, nobody, stood, changes: about, agreed: was, against }
        };
        units.into_iter().map(|unit| row(unit, self)).collect()
    }

    /// Whether a word with meaning stands there since the first draft.
    fn has_words_of_first(&mut self, last: usize, unit: usize) -> bool {
        let place = (last, unit);
        let words = self.walk.words(place);
        let telling: Vec<usize> =
            words.iter().filter(|word| word.2 && !self.walk.is_light(place, word)).map(|word| word.0).collect();
        let made_of = if last == 0 { vec![unit] } else { self.walk.made_of(0, (last, unit)) };
        made_of
            .into_iter()
            .any(|old| self.walk.kept((0, old), (last, unit)).into_iter().flatten().any(|at| telling.contains(&at)))
    }

    /// What differs from the agreed text, with who brought the words.
    fn differences(&mut self, wishes: Vec<Wish>, all: &[(Wish, TracedChange)]) -> Vec<Difference> {
        let mut found = vec![];
        for wish in joined(self.walk, wishes) {
            let (Some(unit), Some(source)) = (wish.unit, wish.source) else { continue };
            let place = (wish.text, source);
            let words = self.walk.words(place);
            let come: Vec<usize> = wish.come.iter().flat_map(|range| held(&words, range)).map(|word| word.0).collect();
            let mut by = vec![];
            for (own, change) in all {
                let (Some(hand), Some(from)) = (change.by, own.source) else { continue };
                let is_here = change.stages.last().is_some_and(|stage| stage.unit == Some(source) && stage.state.is_in_text());
                if is_here
                    && !by.contains(&hand)
                    && self
                        .images((own.text, from), place, &own.come)
                        .iter()
                        .any(|(_, at)| at.is_some_and(|at| come.contains(&at)))
                {
                    by.push(hand);
                }
            }
            let text = self.bare[wish.text].between(source, wish.source_span()).trim().to_owned();
            let was = self.bare[wish.on].between(unit, wish.span()).trim().to_owned();
            found.push(Difference { was, text, by });
        }
        found
    }
}
