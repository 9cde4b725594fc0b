//! Square brackets are a layer over the words: who sets or lifts a pair changes no word.
//!
//! ```text
//! draft   consider [voluntary] contributions
//! EU      consider voluntary contributions        a place "brackets" over "[voluntary]", lifted
//! ```
//!
//! A pair is lifted where one delegation strikes both signs and nothing else with them, or set where it writes both.

use super::place::{Alternative, At, Place, Stand, What};
use super::words::{Ground, Group};
use crate::compare::EditWeight;

/// A sign that comes or goes alone.
#[derive(PartialEq, Eq)]
struct Sign {
    is_set: bool,
    opens: bool,
    by: Vec<usize>,
}

/// Takes the pairs of signs out of `groups`.
pub(super) fn pairs(ground: &Ground<'_>, unit: usize, groups: Vec<Group>) -> (Vec<Place>, Vec<Group>) {
    let signs: Vec<Option<Sign>> = groups.iter().map(|group| sign(ground, group)).collect();
    let mut partner = vec![None; groups.len()];
    let mut open: Vec<usize> = vec![];
    for (at, sign) in signs.iter().enumerate() {
        let Some(sign) = sign else { continue };
        if sign.opens {
            open.push(at);
            continue;
        }
        // The last one open that is of the same hands.
        let fits =
            |other: &usize| signs[*other].as_ref().is_some_and(|other| (other.is_set, &other.by) == (sign.is_set, &sign.by));
        if let Some(place) = open.iter().rposition(fits)
            && (sign.is_set || is_pair(ground, groups[open[place]].start, groups[at].end - 1))
        {
            partner[open[place]] = Some(at);
            partner[at] = Some(open[place]);
            open.truncate(place);
        }
    }
    let mut places = vec![];
    let mut rest = vec![];
    let mut groups: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    for at in 0..groups.len() {
        let Some(group) = groups[at].take() else { continue };
        match (partner[at], signs[at].as_ref()) {
            (Some(other), Some(sign)) => {
                let Some(close) = groups[other].take() else { continue };
                places.push(place(ground, unit, [group, close], sign));
            }
            _ => rest.push(group),
        }
    }
    (places, rest)
}

/// The sign that is all of a group.
fn sign(ground: &Ground<'_>, group: &Group) -> Option<Sign> {
    let [change] = group.changes.as_slice() else { return None };
    let gone = ground.between(change.start, change.end);
    let (text, is_set) = if gone.is_empty() { (change.text.as_str(), true) } else { (gone.as_str(), false) };
    let is_alone = is_set || change.text.is_empty();
    let opens = match text {
        "[" => true,
        "]" => false,
        _ => return None,
    };
    is_alone.then(|| Sign { is_set, opens, by: change.by.clone() })
}

/// Whether the bracket that opens at `start` closes at `end`.
fn is_pair(ground: &Ground<'_>, start: usize, end: usize) -> bool {
    let mut depth = 0;
    let closes = (start..ground.text.len()).find(|&at| {
        depth += i32::from(ground.text[at] == '[') - i32::from(ground.text[at] == ']');
        depth == 0
    });
    closes == Some(end)
}

fn place(ground: &Ground<'_>, unit: usize, [open, close]: [Group; 2], sign: &Sign) -> Place {
    let (start, end) = (open.start, close.end);
    let (what, text) = if sign.is_set {
        (What::Set, format!("[{}]", ground.between(start, end)))
    } else {
        (What::Lift, ground.between(start + 1, end - 1))
    };
    Place {
        id: String::new(),
        unit: Some(unit),
        at: At::Brackets,
        start: Some(start),
        end: Some(end),
        stand: if sign.by.len() == 1 { Stand::Single } else { Stand::Agreement },
        weight: EditWeight::Substantive,
        alternatives: vec![Alternative::new(what, Some(text), sign.by.clone())],
        changes: open.changes.into_iter().chain(close.changes).collect(),
    }
}
