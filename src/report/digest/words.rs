//! Words that changed in paragraphs that both texts have: the heaviest change of each.
//!
//! ```text
//! in the thirty-[-third-]{+fourth+} Meeting     routine: no point
//! [-13-]{+12+} persons                          a figure, told as one
//! States [-shall-]{+should+} report             one word, and it turns what is asked: before long rewordings
//! ```

use std::ops::Range;

use super::{Matter, Point, Redlined, weights};
use crate::align::Relation;
use crate::compare::{Change, Edit, EditWeight, Op, Weight};
use crate::findings::{Finding, Rule};
use crate::language::Language;
use crate::report::editorial::changes;
use crate::structure::Document;
use crate::text::{fold, word_count};
use crate::work::step;

/// A point for each paragraph in which words changed that no other point tells.
pub(super) fn points(redlined: Redlined<'_>, is_routine: &[bool]) -> Vec<Point> {
    let new = redlined.documents[1];
    let mut told: Vec<Vec<&Finding>> = vec![vec![]; new.units.len()];
    for (finding, is_routine) in redlined.findings.iter().zip(is_routine) {
        if *is_routine || matches!(finding.rule, Rule::Changed | Rule::Verb) {
            told[finding.unit].push(finding);
        }
    }
    let is_wanted = |change: &Change| {
        let is_pair = matches!(change.link.relation, Relation::Kept | Relation::Split | Relation::Merged);
        is_pair && change.weight == Weight::Substantive && change.link.new.iter().all(|&unit| new.units[unit].kind.is_text())
    };
    let links = redlined.links.iter().enumerate().filter(|(_, change)| is_wanted(change));
    links.filter_map(|(link, change)| point(redlined.documents, (link, change), &told)).collect()
}

/// A deletion with its insertion, and where they stand on each side.
struct Reworded<'a> {
    edits: &'a [Edit],
    /// Characters of the joined text of its side.
    places: [Range<usize>; 2],
}

/// The substantive changes of `edits`, with their places.
fn reworded(edits: &[Edit]) -> Vec<Reworded<'_>> {
    let mut at = [0, 0];
    let mut found = vec![];
    for edits in changes(edits) {
        let starts = at;
        for edit in edits {
            let length = edit.text.chars().count();
            at[0] += if edit.op == Op::Insert { 0 } else { length };
            at[1] += if edit.op == Op::Delete { 0 } else { length };
        }
        if edits[0].weight == Some(EditWeight::Substantive) {
            found.push(Reworded { edits, places: [starts[0]..at[0], starts[1]..at[1]] });
        }
    }
    found
}

impl Reworded<'_> {
    fn side(&self, op: Op) -> &str {
        self.edits.iter().find(|edit| edit.op == op).map_or("", |edit| edit.text.as_str())
    }

    /// Whether a word came or went that turns what is asked.
    fn turns(&self, [old, new]: [Language; 2]) -> bool {
        let turning = |op: Op, language: Language| -> Vec<String> {
            let words = self.side(op).split(|c: char| !c.is_alphanumeric());
            // With a capital, "May" is a month, and "Si" opens a sentence.
            let small = words.filter(|word| word.starts_with(char::is_lowercase));
            small.map(fold).filter(|word| language.lexicon().turns.contains(word)).collect()
        };
        turning(Op::Delete, old) != turning(Op::Insert, new)
    }
}

/// How many words of each of `found`, in order, no finding of `told` tells; `bases` says where units begin in the joined texts. `O(log n)`
/// a finding, and the changes that it reaches over.
fn untold(found: &[Reworded<'_>], told: &[&Finding], bases: &[Bases; 2]) -> Vec<usize> {
    let mut untold: Vec<[usize; 2]> =
        found.iter().map(|one| [Op::Delete, Op::Insert].map(|op| word_count(one.side(op)))).collect();
    for finding in told {
        let was = finding.was.as_ref().map(|was| (was.unit, was.start..was.end));
        let sides = [was, Some((finding.unit, finding.start..finding.end))]
            .into_iter()
            .zip([finding.parts.first(), finding.parts.last()]);
        for (side, (place, part)) in sides.enumerate() {
            let Some((base, place)) = place.and_then(|(unit, place)| Some((bases[side].of(unit)?, place))) else { continue };
            let part = part.map_or(0, |part| word_count(part));
            let first = found.partition_point(|one| one.places[side].end <= base + place.start);
            let reached = found[first..].iter().take_while(|one| one.places[side].start < base + place.end).count();
            step(1 + reached);
            for words in &mut untold[first..first + reached] {
                if finding.rule == Rule::Verb {
                    *words = [0, 0];
                }
                // What is told may reach beyond what changed in it: then all of the change is told.
                words[side] = words[side].saturating_sub(part);
            }
        }
    }
    untold.into_iter().map(|[old, new]| old.max(new)).collect()
}

/// Where units begin in the joined text of one side of a link.
struct Bases(Vec<(usize, usize)>);

impl Bases {
    fn new(document: &Document, units: &[usize]) -> Self {
        let mut base = 0;
        let of = |&unit: &usize| {
            let start = base;
            base += document.units[unit].text.chars().count() + 1;
            (unit, start)
        };
        Self(units.iter().map(of).collect())
    }

    fn of(&self, unit: usize) -> Option<usize> {
        self.0.iter().find(|(known, _)| *known == unit).map(|&(_, base)| base)
    }

    /// The unit that holds place `at`, and where it begins.
    fn holder(&self, at: usize) -> Option<(usize, usize)> {
        self.0.iter().rev().find(|(_, base)| *base <= at).copied()
    }
}

fn point(documents: [&Document; 2], (link, change): (usize, &Change), told: &[Vec<&Finding>]) -> Option<Point> {
    let sides = [(documents[0], &change.link.old), (documents[1], &change.link.new)];
    let bases = sides.map(|(document, units)| Bases::new(document, units));
    let told: Vec<&Finding> = change.link.new.iter().flat_map(|&unit| told[unit].iter().copied()).collect();
    let languages = documents.map(|document| document.language);
    let found = reworded(&change.edits);
    let weighed: Vec<(bool, usize, &Reworded<'_>)> = untold(&found, &told, &bases)
        .into_iter()
        .zip(&found)
        .filter(|&(words, _)| words > 0)
        .map(|(words, one)| (words <= weights::SHORT && one.turns(languages), words, one))
        .collect();
    let all: usize = weighed.iter().map(|(_, words, _)| words).sum();
    // The first of those that are as heavy.
    let &(turns, _, best) = weighed.iter().rev().max_by_key(|&&(turns, words, _)| (turns, words))?;
    let place = &best.places[1];
    let (unit, base) = bases[1].holder(place.start)?;
    let weight = weights::words(all, turns, documents[1].units[unit].kind);
    let words = |op: Op| Some(best.side(op).to_owned()).filter(|words| !words.is_empty());
    let end = (place.end - base).min(documents[1].units[unit].text.chars().count());
    let point = Point::of(Matter::Words, weight, link, vec![unit]).at(place.start - base, end);
    Some(Point { was: words(Op::Delete), now: words(Op::Insert), ..point })
}
