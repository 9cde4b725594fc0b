//! What matters of a redline, ranked: the first thing that every output says of it.
//!
//! ```text
//! found in the redline                                     in the digest
//! OP9   Urges → Invites                                    verbs: weaker, so before others
//! OP2   13 persons → 12 persons                            figures
//! OP34  came, with (a) to (c)                              new: one line, by its opening
//! OP53  thirty-fourth Meeting of 2024 → thirty-fifth …     routine: it rolled forward by itself
//! ```
//!
//! A digest decides nothing anew: it ranks what the links and the findings say. Its sorts ([`Matter`]) stand in the order of what changes
//! a decision most; within one, the heavier points stand first, then the earlier. What rolled forward with the years ([`routine`]) is no
//! point: it is kept apart, so that it can be looked at. The numbers that decide are in [`weights`]. `O(n)`.

mod came;
mod lines;
mod routine;
mod weights;
mod words;

pub use lines::{DigestGroup, DigestLine, Digested, Routine};
pub(super) use lines::{anchors, digested, inked, last_words, plain};

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::carried::stands;
use super::summary::Moves;
use crate::compare::{Change, Op};
use crate::findings::{Finding, Rule};
use crate::structure::Document;

/// What matters of a redline. All indices are into it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Digest {
    /// How many of a hundred words of the earlier text stand in the later one, rounded down; 100 of a text without words.
    pub stands: usize,
    /// By sort, the heaviest first.
    pub points: Vec<Point>,
    /// The findings that rolled forward by themselves, by their indices.
    pub routine: Vec<usize>,
}

/// One thing that matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Point {
    /// What sort of thing it is.
    pub matter: Matter,
    /// How much it matters among those of its sort.
    pub weight: usize,
    /// The link that it is about, by its index; the first of several.
    pub link: usize,
    /// The finding that says it, by its index, if one does.
    pub finding: Option<usize>,
    /// The units that it is about, by their indices: of the later text, or of the earlier one where they are gone.
    pub units: Vec<usize>,
    /// Characters of the first unit's text before the words that it is about.
    pub start: usize,
    /// Characters up to their end; nothing stands between the two where words are gone.
    pub end: usize,
    /// The words that went, if any did.
    pub was: Option<String>,
    /// The words that came, if any did.
    pub now: Option<String>,
}

/// The sorts of what matters, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Matter {
    /// A paragraph decides with another verb.
    Verb,
    /// A count, an amount, a share, or a date that did not just roll forward.
    Figure,
    /// A paragraph or a section came.
    New,
    /// A paragraph or a section went.
    Gone,
    /// Words of a paragraph that both texts have.
    Words,
    /// Square brackets are left.
    Brackets,
    /// A paragraph, a section or a clause stands elsewhere.
    Moved,
    /// Something that a careful reader would ask about.
    Check,
}

impl Matter {
    /// All of them, in their order.
    pub const ALL: [Self; 8] =
        [Self::Verb, Self::Figure, Self::New, Self::Gone, Self::Words, Self::Brackets, Self::Moved, Self::Check];
}

/// What the points of one redline are read from.
#[derive(Clone, Copy)]
struct Redlined<'a> {
    documents: [&'a Document; 2],
    links: &'a [Change],
    findings: &'a [Finding],
}

/// The digest of a redline, from its parts.
pub(super) fn digest(documents: [&Document; 2], links: &[Change], findings: &[Finding]) -> Digest {
    let redlined = Redlined { documents, links, findings };
    let is_routine = routine::routine(redlined);
    let mut points = found(redlined, &is_routine);
    points.extend(came::points(redlined));
    points.extend(words::points(redlined, &is_routine));
    points.extend(moved(redlined));
    points.sort_by_key(|point| (point.matter, std::cmp::Reverse(point.weight), point.link, point.start));
    let routine = (0..findings.len()).filter(|&finding| is_routine[finding]).collect();
    Digest { stands: stands(documents[0], links), points, routine }
}

/// For each unit of the later text, its link.
fn links_of(redlined: Redlined<'_>) -> Vec<usize> {
    let mut links = vec![0; redlined.documents[1].units.len()];
    for (index, change) in redlined.links.iter().enumerate() {
        change.link.new.iter().for_each(|&unit| links[unit] = index);
    }
    links
}

/// What findings say: verbs, figures, brackets, and what to check.
fn found(redlined: Redlined<'_>, is_routine: &[bool]) -> Vec<Point> {
    let links = links_of(redlined);
    let point = |(index, finding): (usize, &Finding)| {
        let (matter, weight) = weights::of_finding(finding, redlined.documents)?;
        let (was, now) = match (finding.rule, finding.parts.as_slice()) {
            (Rule::Changed | Rule::Verb, [was, now]) => (Some(was.clone()), Some(now.clone())),
            (Rule::Dropped, [was]) => (Some(was.clone()), None),
            (Rule::Added, [now]) => (None, Some(now.clone())),
            _ => (None, None),
        };
        let (unit, start, end) = (finding.unit, finding.start, finding.end);
        Some(Point { matter, weight, link: links[unit], finding: Some(index), units: vec![unit], start, end, was, now })
    };
    redlined.findings.iter().enumerate().filter(|(index, _)| !is_routine[*index]).filter_map(point).collect()
}

/// Paragraphs and sections that stand elsewhere, those that went together as one; and clauses that came from another paragraph.
fn moved(redlined: Redlined<'_>) -> Vec<Point> {
    let [old, new] = redlined.documents;
    let moves = Moves::of(old, new, redlined.links);
    let mut points: Vec<Point> = vec![];
    let mut last_old = None;
    for (link, change) in redlined.links.iter().enumerate() {
        let Some(&unit) = change.link.new.first().filter(|&&unit| new.units[unit].kind.is_text()) else { continue };
        if change.link.moved && !moves.is_carried(change) {
            let follows = last_old.is_some_and(|last| change.link.old.first() == Some(&(last + 1)));
            let run = points.last_mut().filter(|point| follows && point.units.last().is_some_and(|last| last + 1 == unit));
            if let Some(run) = run {
                run.units.extend(&change.link.new);
            } else {
                let weight = weights::moved(new.units[unit].kind);
                points.push(Point::of(Matter::Moved, weight, link, change.link.new.clone()));
            }
            last_old = change.link.old.last().copied();
        }
        for passage in
            change.passages.iter().filter(|passage| passage.op == Op::Insert && !change.link.old.contains(&passage.unit))
        {
            let weight = weights::passage(passage.end - passage.start);
            points.push(Point::of(Matter::Moved, weight, link, vec![unit]).at(passage.start, passage.end));
        }
    }
    points
}

impl Point {
    fn of(matter: Matter, weight: usize, link: usize, units: Vec<usize>) -> Self {
        Self { matter, weight, link, finding: None, units, start: 0, end: 0, was: None, now: None }
    }

    fn at(self, start: usize, end: usize) -> Self {
        Self { start, end, ..self }
    }
}
