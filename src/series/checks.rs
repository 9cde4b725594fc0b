//! Neighbours checked against the text before last: two ways from one year to another should lead to the same paragraph.
//!
//! ```text
//! A  OP5 ──── B  OP6 ──── C  OP6        the long way, by two links
//! A  OP5 ──────────────── C  OP9        the short way, by one
//! ```
//!
//! A link over two years has seen more change than a link over one, so the long way holds while its weaker link is as good as the
//! short way. Else, where OP9 of C is tied to nothing in B, the weaker link is undone: OP5 was away for a year, and OP6 is another
//! paragraph. Where it is tied, nothing is changed, and it is said.

use super::Step;
use super::reinstated::can_return;
use crate::align::{Alignment, Evidence, Link, Relation};
use crate::compare::{Change, Edit, EditWeight, Op, Weight};
use crate::structure::{Document, Note};

/// How much better the short way must be, of 1000, to undo a link: beyond what one more year of edits can explain.
const CLEARLY: u16 = 150;

/// Undoes links that a text further off shows to be wrong. A note for each, and for each that is in doubt.
pub(super) fn settle(documents: &[Document], steps: &mut [Step], far: &[Alignment]) -> Vec<Note> {
    let mut notes = vec![];
    for (at, alignment) in far.iter().enumerate() {
        let units = &documents[at].units;
        let kept = alignment.links.iter().filter(|link| link.relation == Relation::Kept);
        for short in kept.filter(|link| can_return(&units[link.old[0]])) {
            let Some(first) = kept_from(&steps[at], short.old[0]) else { continue };
            let Some(second) = kept_from(&steps[at + 1], steps[at].links[first].link.new[0]) else { continue };
            let [a, b] = [&steps[at].links[first].link, &steps[at + 1].links[second].link];
            let weaker = a.score.min(b.score);
            let is_decided = [a, b].iter().any(|link| link.why.contains(&Evidence::Pin));
            if is_decided || b.new == short.new || short.score <= weaker {
                continue;
            }
            let is_free = steps[at + 1].links.iter().any(|c| c.link.relation == Relation::Inserted && c.link.new == short.new);
            let is_clear = short.score.zip(weaker).is_some_and(|(short, long)| short >= long + CLEARLY);
            let names = [(at, a.old[0]), (at + 1, a.new[0]), (at + 2, b.new[0]), (at + 2, short.new[0])]
                .map(|(document, unit)| [documents[document].label.as_str(), documents[document].units[unit].id.as_str()]);
            let [[a0, a1], [b0, b1], [c0, c1], [d0, d1]] = names;
            let [from, between, over, direct] = names.map(|name| name.join(" "));
            if is_free && is_clear {
                let (step, link) = if a.score <= b.score { (at, first) } else { (at + 1, second) };
                undo(&mut steps[step], link, documents);
                let message = format!("{from} is not {between}, though the two texts alone suggest it: it is back as {direct}");
                notes.push(Note::new("link-undone", message).with([a0, a1, b0, b1, d0, d1]));
            } else {
                let message =
                    format!("{from} leads to {over} over {between}, but reads more like {direct}: check which it became");
                notes.push(Note::new("two-ways", message).with([a0, a1, c0, c1, b0, b1, d0, d1]));
            }
        }
    }
    notes
}

/// The link that keeps the old unit as one new one.
fn kept_from(step: &Step, unit: usize) -> Option<usize> {
    step.links.iter().position(|change| change.link.relation == Relation::Kept && change.link.old == [unit])
}

/// The two ends of a link, as a paragraph that went and one that came.
fn undo(step: &mut Step, link: usize, documents: &[Document]) {
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
