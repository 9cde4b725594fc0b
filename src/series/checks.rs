//! Neighbours checked against the text before last: two ways from one year to another should lead to the same paragraph.
//!
//! ```text
//! A  OP5 ──── B  OP6 ──── C  OP6        the long way, by two links
//! A  OP5 ──────────────── C  OP9        the short way, by one
//! ```
//!
//! A link over two years has seen more change than a link over one, so the long way holds while its weaker link is as good as the
//! short way. Otherwise the short way suggests that OP5 was away in B and is back as OP9 of C. Where it is clearly better than the
//! first link, OP9 is tied to nothing in B and OP5 will be known again as OP9, the first link is undone: OP6 of B is another paragraph,
//! which becomes OP6 of C. Everywhere else nothing changes, and a note names the two ways.

use super::pins::SeriesOptions;
use super::place::Place;
use super::reinstated::{can_return, is_same};
use super::step::Step;
use crate::align::{Alignment, Evidence, Link, Relation};
use crate::compare::{Change, Edit, EditWeight, Op, Weight};
use crate::structure::{Document, Note};

/// How much better the short way must be, of 1000, to undo a link: beyond what one more year of edits can explain.
const CLEARLY: u16 = 150;

/// Undoes links that a text further off shows to be wrong. A note for each, and for each that is in doubt.
pub(super) fn settle(documents: &[&Document], steps: &mut [Step], far: &[Alignment], options: &SeriesOptions) -> Vec<Note> {
    let unit = |place: Place| &documents[place.document].units[place.unit];
    let name = |place: Place| [documents[place.document].label.as_str(), unit(place).id.as_str()];
    let mut notes = vec![];
    for (at, alignment) in far.iter().enumerate() {
        let kept = alignment.links.iter().filter(|link| link.relation == Relation::Kept);
        for short in kept.filter(|link| can_return(&documents[at].units[link.old[0]])) {
            let Some(first) = kept_from(&steps[at], short.old[0]) else { continue };
            let a = &steps[at].links[first].link;
            let Some(second) = kept_from(&steps[at + 1], a.new[0]) else { continue };
            let b = &steps[at + 1].links[second].link;
            let is_decided = [a, b].iter().any(|link| link.why.contains(&Evidence::Pin));
            if is_decided || b.new == short.new || short.score <= a.score.min(b.score) {
                continue;
            }
            let place = |after: usize, units: &[usize]| Place { document: at + after, unit: units[0] };
            let [from, between, over, direct] = [place(0, &a.old), place(1, &a.new), place(2, &b.new), place(2, &short.new)];
            let is_clear = short.score.zip(a.score).is_some_and(|(short, first)| short >= first + CLEARLY);
            let is_free = steps[at + 1].links.iter().any(|c| c.link.relation == Relation::Inserted && c.link.new == short.new);
            let will_return = is_same(short, [from, direct].map(unit)) && !options.decides(&[from, direct], documents);
            if is_clear && is_free && will_return {
                undo(&mut steps[at], first, documents);
                notes.push(undone([from, between, direct].map(name)));
            } else {
                notes.push(two_ways([from, over, between, direct].map(name)));
            }
        }
    }
    notes
}

/// The labels of the texts and the ids of their paragraphs: what was untied, and where the first of the two is back.
fn undone([[a0, a1], [b0, b1], [c0, c1]]: [[&str; 2]; 3]) -> Note {
    let message = format!("{a0} {a1} is not {b0} {b1}, though the two texts alone suggest it: it is back as {c0} {c1}");
    Note::new("link-undone", message).with([a0, a1, b0, b1, c0, c1])
}

fn two_ways([[a0, a1], [c0, c1], [b0, b1], [d0, d1]]: [[&str; 2]; 4]) -> Note {
    let message = format!("{a0} {a1} leads to {c0} {c1} over {b0} {b1}, but reads more like {d0} {d1}: check which it became");
    Note::new("two-ways", message).with([a0, a1, c0, c1, b0, b1, d0, d1])
}

/// The link that keeps the old unit as one new one.
fn kept_from(step: &Step, unit: usize) -> Option<usize> {
    step.links.iter().position(|change| change.link.relation == Relation::Kept && change.link.old == [unit])
}

/// The two ends of a link, as a paragraph that went and one that came.
fn undo(step: &mut Step, link: usize, documents: &[&Document]) {
    let Link { old, new, .. } = step.links[link].link.clone();
    let alone = |relation: Relation, op: Op, (document, unit): (usize, usize)| Change {
        link: Link {
            relation,
            moved: false,
            renumbered: false,
            old: if relation == Relation::Deleted { vec![unit] } else { vec![] },
            new: if relation == Relation::Inserted { vec![unit] } else { vec![] },
            score: None,
            why: vec![],
        },
        edited: true,
        footnotes_changed: false,
        weight: Weight::Substantive,
        edits: vec![Edit { op, text: documents[document].units[unit].text.clone(), weight: Some(EditWeight::Substantive) }],
        passages: vec![],
    };
    let gone = alone(Relation::Deleted, Op::Delete, (step.old, old[0]));
    let came = alone(Relation::Inserted, Op::Insert, (step.new, new[0]));
    step.links.splice(link..=link, [gone, came]);
}
