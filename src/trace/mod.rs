//! The stages of a draft: what became of each proposal, of each bracket and of each change that nobody proposed.
//!
//! ```text
//!                                         rev1          rev2      adopted
//! Alba    OP2  + “and cost”               taken         taken     taken
//! Doria   OP2  “year” → “two years”       in brackets   –         –            wording of last year
//! rev1    OP3  [3][5]                     5 dropped, 3 in another bracket
//! ```
//!
//! Brackets are set aside first (`bare`): a word in brackets is the same word. Then each proposal is compared with the draft that it was written
//! on (`wishes`), and each of its changes is looked for in every later draft (`standing`) along the way from text to text (`walk`). What a
//! revision changes and nobody proposed (`unproposed`) is followed in the same way. `brackets` follows the brackets, `sources` tells where each
//! paragraph of the last draft is from. Cost: an alignment for each pair of a text and a later draft, in parallel; then linear in the changes.

mod bare;
mod brackets;
mod sources;
mod standing;
mod traced;
mod unproposed;
mod walk;
mod wishes;

pub use traced::{
    BracketFate, BracketStage, Difference, Reopened, Source, Standing, State, Stood, Trace, TracedBracket, TracedChange,
    TracedProposal,
};

use std::collections::BTreeMap;

use self::bare::Bare;
use self::standing::Finder;
use self::walk::Walk;
use self::wishes::{Wish, changes, joined};
use crate::compare::EditWeight;
use crate::overlay::{At, new_names};
use crate::prepare::Corpus;
use crate::structure::{Document, says_agreed};

impl TracedProposal {
    /// `document` as a proposal on a draft, by the index of that; its label is who makes it.
    pub fn new(on: usize, document: Document) -> Self {
        Self { on, document }
    }
}

/// Follows `proposals` through `drafts`, the first before all. With `agreed` it is said what is the wording of that text: last year's.
/// Proposals on the last draft have no later one, and are left as they are.
pub fn trace(drafts: Vec<Document>, proposals: Vec<TracedProposal>, agreed: Option<Document>) -> Trace {
    let printed: Vec<&Document> =
        drafts.iter().chain(proposals.iter().map(|proposal| &proposal.document)).chain(&agreed).collect();
    let bare: Vec<Bare> = printed.iter().map(|document| Bare::of(document)).collect();
    let documents: Vec<&Document> = bare.iter().map(|bare| &bare.document).collect();
    let corpus = Corpus::of(&documents);
    let on: Vec<usize> = (0..drafts.len()).chain(proposals.iter().map(|proposal| proposal.on)).collect();
    let last_year = agreed.is_some().then_some(on.len());
    let also = last_year
        .into_iter()
        .flat_map(|agreed| (0..on.len()).map(move |text| [text, agreed]).chain([[agreed, drafts.len() - 1]]));
    let mut walk = Walk::of(&documents, &corpus, drafts.len(), on.clone(), also);
    let mut finder = Finder { walk: &mut walk, bare: &bare };
    let wishes = finder.all(proposals.len());
    let changes = finder.changes(wishes, last_year);
    let sources = if drafts.is_empty() { vec![] } else { finder.sources(&changes, last_year) };
    let changes: Vec<TracedChange> = changes.into_iter().map(|(_, change)| change).collect();
    let brackets = finder.brackets(&changes);
    let reopened = finder.reopened(&drafts);
    let left_out = last_year.map_or(vec![], |agreed| finder.left_out(agreed));
    Trace { drafts, proposals, agreed, changes, brackets, reopened, sources, left_out }
}

impl Finder<'_, '_> {
    /// Every change of each proposal, then those of each draft that nobody proposed.
    fn all(&mut self, proposals: usize) -> Vec<(Option<usize>, Wish)> {
        let mut all = vec![];
        for proposal in 0..proposals {
            let text = self.walk.drafts + proposal;
            let wishes = changes(self.walk, self.bare, [self.walk.on[text], text]);
            all.extend(joined(self.walk, wishes).into_iter().map(|wish| (Some(proposal), wish)));
        }
        for draft in 1..self.walk.drafts {
            let wishes = self.unproposed(draft);
            all.extend(joined(self.walk, wishes).into_iter().map(|wish| (None, wish)));
        }
        all
    }

    /// What became of each; `agreed` is the index of the agreed text.
    fn changes(&mut self, wishes: Vec<(Option<usize>, Wish)>, agreed: Option<usize>) -> Vec<(Wish, TracedChange)> {
        let names = self.names();
        let mut changes = vec![];
        for (by, wish) in wishes {
            let mut stages: Vec<Standing> = vec![];
            for draft in wish.on + 1..self.walk.drafts {
                let mut standing = self.standing(&wish, draft);
                let was_in = stages.iter().any(|stage| stage.state.is_in_text());
                let is_out = stages.last().is_some_and(|stage| !stage.state.is_in_text());
                standing.back = was_in && is_out && standing.state.is_in_text();
                stages.push(standing);
            }
            let is_agreed = agreed.is_some_and(|agreed| self.standing(&wish, agreed).state == State::Taken);
            let change = self.told(by, &wish, &names);
            changes.push((wish, TracedChange { stages, agreed: is_agreed, ..change }));
        }
        changes
    }

    /// The names of new paragraphs, by text and unit.
    fn names(&self) -> BTreeMap<(usize, usize), String> {
        let mut names = BTreeMap::new();
        for on in 0..self.walk.drafts {
            let proposals: Vec<usize> = (self.walk.drafts..self.walk.on.len()).filter(|&text| self.walk.on[text] == on).collect();
            let next = (on + 1 < self.walk.drafts).then_some(on + 1);
            // Those of the proposals are counted together, those of the next draft by themselves.
            for texts in [proposals, next.into_iter().collect()] {
                let documents: Vec<&Document> = texts.iter().map(|&text| self.walk.documents[text]).collect();
                let copies = texts.iter().map(|&text| self.walk.copy([on, text])).collect();
                let given = new_names(self.walk.documents[on], &documents, copies);
                names.extend(given.into_iter().map(|((by, unit), name)| ((texts[by], unit), name)));
            }
        }
        names
    }

    fn told(&self, by: Option<usize>, wish: &Wish, names: &BTreeMap<(usize, usize), String>) -> TracedChange {
        let unit_id = |unit: usize| self.walk.documents[wish.on].units[unit].id.clone();
        let given = wish.source.and_then(|source| names.get(&(wish.text, source)).cloned());
        let id = match wish.at {
            At::After => given.unwrap_or_default(),
            _ => wish.unit.map(unit_id).unwrap_or_default(),
        };
        let place = wish.own_unit().map(|unit| self.bare[wish.on].printed(unit, &wish.span()));
        let words = |text: usize, unit: Option<usize>, span| {
            unit.map(|unit| self.bare[text].between(unit, span).trim().to_owned()).unwrap_or_default()
        };
        let was = words(wish.on, wish.own_unit(), wish.span());
        let text = words(wish.text, wish.source, wish.source_span());
        let (start, end) = (place.map(|place| place[0]), place.map(|place| place[1]));
        let (on, unit, at, what) = (wish.on, wish.unit, wish.at, wish.what);
        TracedChange { by, on, id, unit, at, what, start, end, was, text, stages: vec![], agreed: false }
    }

    /// Paragraphs that a draft says are agreed, and that the next one changes.
    fn reopened(&mut self, drafts: &[Document]) -> Vec<Reopened> {
        let mut reopened = vec![];
        for draft in 1..self.walk.drafts {
            let before = &drafts[draft - 1];
            for unit in &before.units {
                let Some(status) = unit.status.as_deref().filter(|status| says_agreed(status)) else { continue };
                let now = self.walk.later((draft - 1, unit.index), draft);
                let depth = |text: usize, unit: usize| self.bare[text].depth[unit].iter().max().copied().unwrap_or_default();
                let is_same = now.is_some_and(|now| {
                    self.walk
                        .changes((draft - 1, unit.index), (draft, now))
                        .iter()
                        .all(|change| change.weight == EditWeight::Editorial)
                        && depth(draft, now) <= depth(draft - 1, unit.index)
                });
                if !is_same {
                    reopened.push(Reopened { draft: draft - 1, unit: unit.index, status: status.to_owned(), now });
                }
            }
        }
        reopened
    }

    /// The paragraphs of the agreed text that the last draft does not have.
    fn left_out(&self, agreed: usize) -> Vec<usize> {
        let last = self.walk.drafts - 1;
        let units = self.walk.documents[agreed].units.iter().filter(|unit| unit.kind.is_text() && !unit.text.is_empty());
        units.map(|unit| unit.index).filter(|&unit| self.walk.straight((agreed, unit), last).is_none()).collect()
    }
}
