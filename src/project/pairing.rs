//! Which passage of a golden is which passage of what is made now.
//!
//! ```text
//! golden   par. 2   13 persons → 12 persons          gone: no row that is made now says so
//!          par. 2   May 2019 → June 2020      ┐
//! now      par. 2   May 2019 → June 2020      ┘     the same row, although each is the first of its name
//! ```
//!
//! A name that each side has once says enough. Names that come back (the rows of one paragraph, headings, items of a list) say it only
//! together with the words: first those that are the same are paired, then, in order between them, those that say half the same.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use super::passage::Passage;
use crate::compare::{Kept, shortest_script};

/// What became of a passage that is not the same on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair<'a> {
    /// It says something else now.
    Both(&'a Passage, &'a Passage),
    /// Only the golden has it.
    Gone(&'a Passage),
    /// Only what is made now has it.
    Come(&'a Passage),
}

/// Passages that differ, in the order of the golden.
pub(super) fn differing<'a>(old: &'a [Passage], new: &'a [Passage]) -> Vec<Pair<'a>> {
    let counts = [old, new].map(|side| {
        let mut counts = HashMap::new();
        for passage in side {
            *counts.entry(passage.name.as_str()).or_insert(0) += 1;
        }
        counts
    });
    let key = |passage: &'a Passage| {
        let is_alone = counts.iter().all(|counts| counts.get(passage.name.as_str()) == Some(&1));
        (passage.name.as_str(), if is_alone { "" } else { passage.text.as_str() })
    };
    let kept = kept(old.iter().map(key), new.iter().map(key));
    let mut pairs = vec![];
    for region in regions(&kept, old.len(), new.len()) {
        match region {
            Region::Kept(kept) => {
                let both = old[kept.old..kept.old + kept.len].iter().zip(&new[kept.new..]);
                pairs.extend(both.filter(|(old, new)| old.text != new.text).map(|(old, new)| Pair::Both(old, new)));
            }
            Region::Changed { old: gone, new: come } => between(&old[gone], &new[come], &mut pairs),
        }
    }
    pairs
}

/// Pairs in order what stands between passages that are the same.
fn between<'a>(old: &'a [Passage], new: &'a [Passage], pairs: &mut Vec<Pair<'a>>) {
    /// Passages that are looked at for one: a list in which every row is another is not compared with itself as a whole.
    const FAR: usize = 64;
    let mut told = 0;
    for passage in old {
        let found = new[told..].iter().take(FAR).position(|other| passage.name == other.name && are_alike(passage, other));
        let Some(at) = found else {
            pairs.push(Pair::Gone(passage));
            continue;
        };
        pairs.extend(new[told..told + at].iter().map(Pair::Come));
        pairs.push(Pair::Both(passage, &new[told + at]));
        told += at + 1;
    }
    pairs.extend(new[told..].iter().map(Pair::Come));
}

/// Whether half of what the longer one says is said by both: of rows that have the same columns, cell by cell.
pub(super) fn are_alike(old: &Passage, new: &Passage) -> bool {
    let says = |text: &&str| text.contains(char::is_alphanumeric);
    let is_half = |shared: usize, lengths: [usize; 2]| shared > 0 && 2 * shared >= lengths[0].max(lengths[1]);
    if !old.cells.is_empty() && old.cells.len() == new.cells.len() {
        let cells = [old, new].map(|row| row.cells.iter().map(|cell| cell.trim()).collect::<Vec<_>>());
        let shared = cells[0].iter().zip(&cells[1]).filter(|(old, new)| says(old) && old == new).count();
        return is_half(shared, cells.map(|cells| cells.into_iter().filter(says).count()));
    }
    let words = [old, new].map(|passage| passage.text.split(' ').filter(says).collect::<Vec<_>>());
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in &words[0] {
        *counts.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in &words[1] {
        if let Some(left) = counts.get_mut(word).filter(|left| **left > 0) {
            (*left, shared) = (*left - 1, shared + 1);
        }
    }
    is_half(shared, words.map(|words| words.len()))
}

/// Kept rows of two lists, as the redline of a paragraph has them.
pub(super) fn kept<T: Eq + Hash>(old: impl Iterator<Item = T>, new: impl Iterator<Item = T>) -> Vec<Kept> {
    let mut ids = HashMap::new();
    let mut number = |item: T| {
        let next = ids.len() as u32;
        *ids.entry(item).or_insert(next)
    };
    let (old, new): (Vec<u32>, Vec<u32>) = (old.map(&mut number).collect(), new.map(&mut number).collect());
    shortest_script(&old, &new, 0)
}

/// What is kept and what stands between.
pub(super) enum Region {
    Kept(Kept),
    Changed { old: Range<usize>, new: Range<usize> },
}

pub(super) fn regions(kept: &[Kept], old_len: usize, new_len: usize) -> Vec<Region> {
    let mut regions = vec![];
    let (mut old, mut new) = (0, 0);
    for &row in kept.iter().chain(&[Kept { old: old_len, new: new_len, len: 0 }]) {
        if row.old > old || row.new > new {
            regions.push(Region::Changed { old: old..row.old, new: new..row.new });
        }
        (old, new) = (row.old + row.len, row.new + row.len);
        if row.len > 0 {
            regions.push(Region::Kept(row));
        }
    }
    regions
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "OP2: 13 | 12" is a row of the paragraph OP2, "H1 Seizure of assets" a passage with words.
    fn passages(lines: &[&str]) -> Vec<Passage> {
        let read = |line: &&str| match line.split_once(": ") {
            Some((name, cells)) => Passage::row(name, cells.split(" | ").map(str::to_owned).collect()),
            None => Passage { text: line[2..].trim().to_owned(), ..Passage::row(&line[..2], vec![]) },
        };
        lines.iter().map(read).collect()
    }

    fn told(old: &[&str], new: &[&str]) -> Vec<String> {
        let (old, new) = (passages(old), passages(new));
        let told = |pair: &Pair<'_>| match pair {
            Pair::Both(old, new) => format!("{} = {}", old.text, new.text),
            Pair::Gone(old) => format!("-{}", old.text),
            Pair::Come(new) => format!("+{}", new.text),
        };
        differing(&old, &new).iter().map(told).collect()
    }

    #[test]
    fn a_row_that_is_gone_does_not_shift_those_below_it() {
        assert_eq!(told(&["OP2: 13 | 12", "OP2: May | June"], &["OP2: May | June"]), ["-13 12"]);
        assert_eq!(told(&["OP2: May | June"], &["OP2: 13 | 12", "OP2: May | June"]), ["+13 12"]);
        assert_eq!(told(&["H1 Arrest", "H1 Seizure of assets"], &["H1 Seizure of assets"]), ["-Arrest"]);
    }

    #[test]
    fn a_row_is_itself_with_another_figure_and_no_other_row() {
        assert_eq!(told(&["OP2: 13 | 12", "OP2: May | June"], &["OP2: 13 | 14", "OP2: May | June"]), ["13 12 = 13 14"]);
        assert_eq!(told(&["OP2: 13 | 12", "OP2: May | June"], &["OP2: May | July"]), ["-13 12", "May June = May July"]);
        assert_eq!(told(&["OP2: 13 | 12"], &["OP2: 48 | 55", "OP2: May | June"]), ["-13 12", "+48 55", "+May June"]);
        assert_eq!(told(&["OP2: – | 12", "OP2: 1 | 2"], &["OP2: – | 30", "OP2: 1 | 2"]), ["-– 12", "+– 30"]);
    }

    #[test]
    fn a_name_that_each_side_has_once_says_enough() {
        assert_eq!(told(&["OP2: 13 | 12"], &["OP2: 48 | 55"]), ["13 12 = 48 55"]);
        assert_eq!(told(&["P1 Urges all", "P2 Requests"], &["P1 Notes", "P2 Requests"]), ["Urges all = Notes"]);
    }
}
