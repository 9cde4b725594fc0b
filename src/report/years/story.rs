//! The life of one paragraph, year by year: what it was called, and what changed.
//!
//! ```text
//! ASP/17            par. 9    Prie à nouveau les États …
//! ASP/18            par. 9    unchanged
//! ASP/19  anc. par. 9         dropped          [-Prie à nouveau les États …-]
//! ASP/20                      not in the text
//! ASP/21            par. 6    back again; compared with ASP/18     Prie [-à nouveau-] les États …
//! ```
//!
//! A year in which the paragraph was split or merged shows all parts, each of which leads to its own life.

use std::collections::BTreeMap;

use super::between::{alone, one_between};
use super::life::Life;
use super::pairs::{Drafts, unlink_entry};
use crate::align::Relation;
use crate::compare::Change;
use crate::report::Redline;
use crate::report::editorial::Editorial;
use crate::report::entries::{Draft, entries};
use crate::report::label::beside;
use crate::report::pair::Pair;
use crate::report::phrases::{Phrases, fill};
use crate::report::row::{Badge, BadgeKind, Entry, Role};
use crate::series::{Lineage, Series};

/// One year of a life, or several that are alike.
#[derive(Debug, Clone)]
pub enum Chapter {
    /// The text, with what changed; a split or a merge has one for each part.
    Read(Box<Entry>),
    /// Years in which nothing is to be read.
    Quiet(Quiet),
}

/// Years in which a paragraph stood unchanged, or did not stand.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quiet {
    /// Where links lead.
    pub anchor: String,
    /// "ASP/18 to ASP/20".
    pub label: String,
    /// What it was called; none where it was not.
    pub name: Option<String>,
    /// "unchanged", "not in the text".
    pub said: &'static str,
}

/// Where links to the life of the lineage `id` lead in the year of the text `document`.
pub(super) fn anchor(id: &str, document: usize) -> String {
    format!("{id}-{}", document + 1)
}

/// Writes lives from the redlines of a series.
pub(super) struct Teller<'a> {
    series: &'a Series,
    /// The drafts of each step.
    drafts: &'a [Drafts],
    phrases: &'static Phrases,
    /// For each text and unit, the id of its lineage.
    of_unit: Vec<BTreeMap<usize, &'a str>>,
    first: Drafts,
}

impl<'a> Teller<'a> {
    pub(super) fn of(series: &'a Series, drafts: &'a [Drafts], phrases: &'static Phrases) -> Self {
        let mut of_unit = vec![BTreeMap::new(); series.documents.len()];
        for lineage in &series.lineages {
            for place in &lineage.units {
                of_unit[place.document].insert(place.unit, lineage.id.as_str());
            }
        }
        let first = drafts_of(&alone(series), phrases);
        Self { series, drafts, phrases, of_unit, first }
    }

    /// The chapters of `life`, the earliest first.
    pub(super) fn chapters(&self, life: &Life) -> Vec<Chapter> {
        let Some(lineage) = self.series.lineages.iter().find(|lineage| lineage.id == life.id) else { return vec![] };
        let (first, end) = (lineage.units[0].document, lineage.units[lineage.units.len() - 1].document);
        let mut chapters = Chapters { series: self.series, told: vec![], quiet: None };
        let until = if life.lost.is_some() { end + 1 } else { end };
        for document in first..=until {
            if let Some(mut entries) = self.entries(lineage, document) {
                self.head(&mut entries, &life.id, document);
                chapters.read(entries);
                continue;
            }
            let name = life.cells[document].name.clone();
            // White space alone is not shown, but said.
            let sign = life.cells[document].signs.first().filter(|_| name.is_some());
            let said = sign.map_or(self.phrases.years.absent, |sign| sign.said(self.phrases));
            chapters.quiet(anchor(&life.id, document), document, name, said);
        }
        chapters.closed()
    }

    /// What there is to read in the year of the text `document`, the own part of a split first.
    fn entries(&self, lineage: &Lineage, document: usize) -> Option<Vec<Entry>> {
        let unit = lineage.unit_in(document);
        let Some(step) = document.checked_sub(1) else {
            return self.first.iter().find(|draft| draft.new == unit).map(|draft| vec![unlinked(draft)]);
        };
        let before = lineage.unit_in(step);
        let last = lineage.units.iter().rev().find(|place| place.document < step);
        if let (Some(_), None, Some(last)) = (unit, before, last) {
            return self.back(lineage, last.document, document);
        }
        // A paragraph that went is in the link that its last unit was in.
        let links = &self.series.steps[step].links;
        let is_own = |change: &Change| match (unit, before) {
            (Some(unit), _) => change.link.new.contains(&unit),
            (None, Some(before)) => change.link.old.contains(&before),
            (None, None) => false,
        };
        let link = links.iter().position(is_own)?;
        let mut parts: Vec<_> = self.drafts[step].iter().filter(|draft| draft.link == link).collect();
        parts.sort_by_key(|draft| (draft.new != unit, draft.new));
        let is_quiet = links[link].link.relation == Relation::Kept && parts.iter().all(|draft| !draft.entry.is_changed());
        if is_quiet || parts.is_empty() {
            return None;
        }
        let mut entries = vec![];
        for draft in parts {
            let mut entry = unlinked(draft);
            let sibling = draft.new.filter(|_| draft.new != unit);
            if let Some(id) = sibling.and_then(|unit| self.of_unit[document].get(&unit)) {
                entry.badges.push(Badge {
                    kind: BadgeKind::Split,
                    text: self.phrases.years.its_life.to_owned(),
                    target: Some((*id).to_owned()),
                    pin: None,
                });
            }
            entries.push(entry);
        }
        Some(entries)
    }

    /// A paragraph that was away, against what it was before.
    fn back(&self, lineage: &Lineage, last: usize, document: usize) -> Option<Vec<Entry>> {
        let redline = one_between(self.series, lineage, last, document)?;
        let mut entry = unlinked(drafts_of(&redline, self.phrases).first()?);
        let said = fill(self.phrases.years.back, &[&self.series.documents[last].label]);
        entry.badges.retain(|badge| badge.kind != BadgeKind::Moved);
        entry.badges.insert(0, Badge { kind: BadgeKind::Inserted, text: said, target: None, pin: None });
        Some(vec![entry])
    }

    /// The year stands where a redline has the name; the name stands under it, with the one before.
    fn head(&self, entries: &mut [Entry], id: &str, document: usize) {
        let Some(entry) = entries.first_mut() else { return };
        entry.anchor = anchor(id, document);
        let name = std::mem::replace(&mut entry.label, self.series.documents[document].label.clone());
        let was = entry.was.take().map(|was| if name.is_empty() { was } else { name.clone() + &beside(&was) });
        entry.was = was.or(Some(name).filter(|name| !name.is_empty()));
    }
}

/// The entry of `draft`, without what leads to places of a redline. A heading stands right under the head of its life.
fn unlinked(draft: &Draft) -> Entry {
    let mut entry = draft.entry.clone();
    unlink_entry(&mut entry);
    if matches!(entry.role, Role::Heading(_)) {
        entry.role = Role::Heading(2);
    }
    entry
}

fn drafts_of(redline: &Redline, phrases: &'static Phrases) -> Drafts {
    entries(&Pair::of(redline, phrases, Editorial::default()))
}

/// Chapters, as they are told: quiet years that are alike become one.
struct Chapters<'a> {
    series: &'a Series,
    told: Vec<Chapter>,
    /// The chapter that may go on, with the texts that it began and ended with.
    quiet: Option<(Quiet, [usize; 2])>,
}

impl Chapters<'_> {
    fn read(&mut self, entries: Vec<Entry>) {
        self.close();
        self.told.extend(entries.into_iter().map(|entry| Chapter::Read(Box::new(entry))));
    }

    fn quiet(&mut self, anchor: String, document: usize, name: Option<String>, said: &'static str) {
        match &mut self.quiet {
            Some((quiet, years)) if quiet.name == name && quiet.said == said => years[1] = document,
            _ => {
                self.close();
                self.quiet = Some((Quiet { anchor, label: String::new(), name, said }, [document; 2]));
            }
        }
    }

    fn close(&mut self) {
        let Some((mut quiet, years)) = self.quiet.take() else { return };
        let [from, until] = years.map(|document| self.series.documents[document].label.as_str());
        quiet.label = if from == until { from.to_owned() } else { format!("{from} – {until}") };
        self.told.push(Chapter::Quiet(quiet));
    }

    fn closed(mut self) -> Vec<Chapter> {
        self.close();
        self.told
    }
}
