//! Printed numbers of paragraphs that are each other's translation.
//!
//! ```text
//! en  7 8 9 10 11      en  7 8 9 10 11
//! fr  – 7 8  9 10      fr  7 8 6 10 11
//! here  nothing: a missing paragraph explains all      one row: 9 is 6
//! ```

use super::likeness::number;
use super::pairing::Tie;
use super::version::Version;
use crate::structure::Kind;

/// The ties whose numbers differ though no missing paragraph explains it, each once.
pub(super) fn unlike<'t>(versions: [&Version<'_>; 2], ties: &'t [Tie]) -> Vec<&'t Tie> {
    let mut found = vec![];
    // By the parents of both sides: how far the numbers of its parts are expected to be apart, and what they were last.
    let mut rows: Vec<([Option<usize>; 2], Vec<Entry<'t>>)> = vec![];
    for tie in ties.iter().filter(|tie| !tie.moved) {
        let Some(entry) = Entry::of(versions, tie) else { continue };
        match rows.iter_mut().rev().find(|(parents, _)| entry.is_under(parents)) {
            Some((parents, entries)) => {
                for (known, own) in parents.iter_mut().zip(entry.parents) {
                    *known = known.or(own);
                }
                entries.push(entry);
            }
            None => rows.push((entry.parents, vec![entry])),
        }
    }
    // Each paragraph that moved shifts the numbers between its places by one.
    let moved = i64::from(ties.iter().filter(|tie| tie.moved).count() as u32);
    for (_, entries) in &rows {
        found.extend(unlike_in(entries, moved));
    }
    found
}

/// A numbered paragraph of a side or both.
struct Entry<'t> {
    tie: &'t Tie,
    parents: [Option<usize>; 2],
    numbers: [Option<u32>; 2],
    is_part: bool,
}

impl<'t> Entry<'t> {
    fn of(versions: [&Version<'_>; 2], tie: &'t Tie) -> Option<Self> {
        let unit = |side: usize| tie.units[side].first().map(|&unit| versions[side].unit(unit));
        let units = [unit(0), unit(1)];
        let counts = |kind: Kind| matches!(kind, Kind::Operative | Kind::Subparagraph);
        let is_numbered = units.iter().flatten().all(|unit| counts(unit.kind));
        let mut numbers = units.map(|unit| unit.and_then(number));
        // "(i)" is the ninth letter or the first of a list in Roman figures: alike is alike.
        if let [Some(left), Some(right)] = units
            && left.number == right.number
        {
            numbers[1] = numbers[0];
        }
        let is_part = units.iter().flatten().any(|unit| unit.kind == Kind::Subparagraph);
        let parents = units.map(|unit| unit.and_then(|unit| unit.parent));
        (is_numbered && numbers.iter().any(Option::is_some)).then_some(Self { tie, parents, numbers, is_part })
    }

    fn is_under(&self, parents: &[Option<usize>; 2]) -> bool {
        let of = |side: usize| !self.tie.units[side].is_empty();
        [0, 1].iter().all(|&side| !of(side) || self.parents[side] == parents[side])
    }

    /// How far the numbers are apart.
    fn apart(&self) -> Option<i64> {
        Some(i64::from(self.numbers[0]?) - i64::from(self.numbers[1]?))
    }
}

fn unlike_in<'t>(entries: &[Entry<'t>], shifts: i64) -> Vec<&'t Tie> {
    let mut found = vec![];
    // How far apart numbers may be: as before, or as far as the paragraphs without a partner since then have moved them.
    let (mut least, mut most) = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        let [left, right] = entry.tie.units.each_ref().map(|units| i64::from(units.len() as u32));
        if let Some(apart) = entry.apart() {
            let next = entries[at + 1..].iter().find_map(Entry::apart);
            let is_explained = (least - shifts..=most + shifts).contains(&apart);
            // The first of the parts may begin anywhere in both.
            let begins_anywhere = at == 0 && entry.is_part && next == Some(apart);
            if !(is_explained || begins_anywhere) {
                found.push(entry.tie);
            }
            // One number that is wrong leaves the others as they were.
            if is_explained || next.is_none_or(|next| !(least..=most).contains(&next)) {
                (least, most) = (apart, apart);
            }
        }
        let moved = left - right;
        (least, most) = (least + moved.min(0), most + moved.max(0));
    }
    found
}
