//! What is said of words that moved: where they came from, where they went, and how they begin.
//!
//! ```text
//! OP1   words moved to OP3: “its decision to hold a midterm …”
//! OP3   words moved from OP1: “its decision to hold a midterm …”
//! OP7   words moved within the paragraph: “in cooperation with the host …”
//! ```

use super::label::shown_label;
use super::pair::Pair;
use super::phrases::fill;
use super::row::{Badge, BadgeKind};
use crate::compare::{Change, Op, Passage, list_heading};
use crate::structure::Unit;

/// How many words of a passage are told.
const TOLD: usize = 6;

/// One badge for each paragraph that words of `change` went to or came from; of a new unit that is `part` of a split, only for what
/// came to it.
pub(super) fn passage_badges(pair: &Pair<'_>, change: &Change, part: Option<usize>) -> Vec<Badge> {
    // What moved inside its paragraph or its merger is told once; of a split it is told already which paragraph it comes from.
    let is_split = change.link.new.len() > 1;
    let is_twice = |passage: &Passage| (is_split || passage.op == Op::Delete) && is_of_link(pair, change, passage);
    let is_of_part =
        |passage: &Passage| passage.op != Op::Insert || part.is_none_or(|part| holder(pair, change, passage) == part);
    let is_told = |passage: &&Passage| !is_twice(passage) && is_of_part(passage);
    let told: Vec<&Passage> = change.passages.iter().filter(is_told).collect();
    let mut badges = vec![];
    for (at, passage) in told.iter().enumerate() {
        let is_same = |other: &&&Passage| other.op == passage.op && other.unit == passage.unit;
        if told[..at].iter().any(|other| is_same(&other)) {
            continue;
        }
        let texts: Vec<String> = told[at..].iter().filter(is_same).map(|passage| beginning(change, passage)).collect();
        badges.push(badge(pair, change, passage, &texts));
    }
    badges
}

/// Whether the words went to another place of the same paragraph.
fn is_within(pair: &Pair<'_>, change: &Change, passage: &Passage) -> bool {
    change.link.old.len() == 1 && change.link.new.len() == 1 && is_of_link(pair, change, passage)
}

/// The new unit of `change` to which the words came.
fn holder(pair: &Pair<'_>, change: &Change, passage: &Passage) -> usize {
    let new = &change.link.new;
    let mut end = 0;
    let ends = new.iter().map(|&unit| {
        end += pair.new_unit(unit).text.chars().count() + 1;
        end
    });
    let part = ends.take(new.len() - 1).take_while(|&end| end <= passage.start).count();
    new[part]
}

/// Whether the words went to another place of the same link.
fn is_of_link(pair: &Pair<'_>, change: &Change, passage: &Passage) -> bool {
    let there = if passage.op == Op::Delete { pair.of_new[passage.unit] } else { pair.of_old[passage.unit] };
    there.is_some_and(|link| std::ptr::eq(pair.change(link), change))
}

fn badge(pair: &Pair<'_>, change: &Change, passage: &Passage, texts: &[String]) -> Badge {
    let words = &pair.phrases.badges;
    let units = if passage.op == Op::Delete { &pair.redline.new.units } else { &pair.redline.old.units };
    // The entries of a list are told one by one.
    let begins = if list_heading(units, passage.unit).is_some() { texts.join(", ") } else { told(texts) };
    let place = place(pair, units, passage.unit);
    let (text, target) = match passage.op {
        _ if is_within(pair, change, passage) => (fill(words.passage_within, &[&begins]), None),
        Op::Delete => (fill(words.passage_to, &[&place, &begins]), Some(pair.anchors.new[passage.unit].clone())),
        Op::Equal | Op::Insert => {
            let now = pair.of_old[passage.unit].and_then(|link| pair.change(link).link.new.first());
            (fill(words.passage_from, &[&place, &begins]), now.map(|&new| pair.anchors.new[new].clone()))
        }
    };
    Badge { kind: BadgeKind::Passage, text, target, pin: None }
}

/// The beginnings of several passages, with one ellipsis between two.
fn told(texts: &[String]) -> String {
    texts.join(" … ").replace("… … ", "… ")
}

/// What the place is called: a list that has no number by its heading.
fn place(pair: &Pair<'_>, units: &[Unit], unit: usize) -> String {
    let heading = list_heading(units, unit).filter(|_| shown_label(&units[unit], &pair.name(&units[unit])).is_empty());
    heading.map_or_else(|| pair.name(&units[unit]).full(), |heading| fill(pair.phrases.badges.quoted, &[heading]))
}

/// The first words of a passage.
fn beginning(change: &Change, passage: &Passage) -> String {
    let side = change.edits.iter().filter(|edit| edit.op == Op::Equal || edit.op == passage.op);
    let text: String = side.flat_map(|edit| edit.text.chars()).skip(passage.start).take(passage.end - passage.start).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let told = words[..words.len().min(TOLD)].join(" ");
    let told = told.trim_matches([',', ';', ' ']);
    if words.len() > TOLD { format!("{told} …") } else { told.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn one_ellipsis_stands_between_two_beginnings() {
        let texts = ["in cooperation with the host State …", "on time", "and at no cost …"].map(str::to_owned);
        assert_eq!(told(&texts), "in cooperation with the host State … on time … and at no cost …");
    }
}
