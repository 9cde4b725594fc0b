//! What is said of words that moved: where they came from, where they went, and how they begin.
//!
//! ```text
//! OP1   words moved to OP3: “its decision to hold a midterm …”
//! OP3   words moved from OP1: “its decision to hold a midterm …”
//! OP7   words moved within the paragraph: “in cooperation with the host …”
//! ```

use super::pair::Pair;
use super::phrases::fill;
use super::row::{Badge, BadgeKind};
use crate::compare::{Change, Op, Passage};

/// How many words of a passage are told.
const TOLD: usize = 6;

/// One badge for each paragraph that words of `change` went to or came from.
pub(super) fn passage_badges(pair: &Pair<'_>, change: &Change) -> Vec<Badge> {
    let mut told: Vec<(Op, Option<usize>)> = vec![];
    let mut badges = vec![];
    for passage in &change.passages {
        let there = if passage.op == Op::Delete { pair.of_new[passage.unit] } else { pair.of_old[passage.unit] };
        let is_within = there.is_some_and(|link| std::ptr::eq(pair.change(link), change));
        let end = (passage.op, if is_within { None } else { Some(passage.unit) });
        // What moved inside its paragraph is told once.
        if told.contains(&end) || is_within && passage.op == Op::Delete {
            continue;
        }
        told.push(end);
        badges.push(badge(pair, change, passage, is_within));
    }
    badges
}

fn badge(pair: &Pair<'_>, change: &Change, passage: &Passage, is_within: bool) -> Badge {
    let words = &pair.phrases.badges;
    let begins = beginning(change, passage);
    let (text, target) = match passage.op {
        _ if is_within => (fill(words.passage_within, &[&begins]), None),
        Op::Delete => {
            let name = pair.name(pair.new_unit(passage.unit));
            (fill(words.passage_to, &[&name.full(), &begins]), Some(pair.anchors.new[passage.unit].clone()))
        }
        Op::Equal | Op::Insert => {
            let name = pair.name(pair.old_unit(passage.unit));
            let now = pair.of_old[passage.unit].and_then(|link| pair.change(link).link.new.first());
            (fill(words.passage_from, &[&name.full(), &begins]), now.map(|&new| pair.anchors.new[new].clone()))
        }
    };
    Badge { kind: BadgeKind::Passage, text, target }
}

/// The first words of a passage.
fn beginning(change: &Change, passage: &Passage) -> String {
    let side = change.edits.iter().filter(|edit| edit.op == Op::Equal || edit.op == passage.op);
    let text: String =
        side.flat_map(|edit| edit.text.chars()).skip(passage.start).take(passage.end - passage.start).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let told = words[..words.len().min(TOLD)].join(" ");
    if words.len() > TOLD { told + " …" } else { told }
}
