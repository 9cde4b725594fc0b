//! A text with its square brackets set aside: what it says, and how deep in brackets each of its characters stands.
//!
//! ```text
//! printed   every [two] year[s] on [3][5] million
//! bare      every two years on 3 5 million
//! depth     0000000111000001000001 1000000000
//! ```
//!
//! Words are compared in bare texts, so that who brackets a word changes none. Two brackets side by side are alternatives, and their words stay
//! apart. `O(n)` in the text and the brackets.

use std::ops::Range;

use crate::overlay::{Brackets, Pair};
use crate::structure::Document;

/// A text without brackets.
pub(super) struct Bare {
    /// The text; its units are those of the printed one.
    pub(super) document: Document,
    /// For each unit, of each of its characters: in how many brackets it stands.
    pub(super) depth: Vec<Vec<usize>>,
    /// For each unit, where each of its characters stands in the printed text; and where that ends.
    printed: Vec<Vec<usize>>,
    /// The brackets, from the top.
    pub(super) brackets: Vec<Bracket>,
}

/// A bracket in a text without brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bracket {
    /// The characters of each unit that stand in it.
    pub(super) inside: Vec<(usize, Range<usize>)>,
    /// Whether all of a paragraph stands in it.
    pub(super) is_whole: bool,
}

impl Bare {
    pub(super) fn of(printed: &Document) -> Self {
        let brackets = Brackets::of(printed);
        let signs = signs(printed, &brackets.pairs);
        let mut bare = Self { document: printed.clone(), depth: vec![], printed: vec![], brackets: vec![] };
        // Of the document itself nothing but the words is asked.
        (bare.document.package, bare.document.repairs) = (None, vec![]);
        let mut bytes = vec![];
        for (unit, signs) in bare.document.units.iter_mut().zip(signs) {
            let (text, places, at) = without(&unit.text, &signs);
            bare.depth.push(vec![0; places.len() - 1]);
            bare.printed.push(places);
            bytes.push(at);
            unit.text = text;
        }
        for pair in brackets.pairs {
            let [first, last] = pair.units;
            let inside = |unit: usize| {
                let range = pair.range(printed, unit);
                // How many characters of the bare text stand before a byte of the printed one.
                let [start, end] = [range.start, range.end].map(|byte| bytes[unit].partition_point(|&at| at < byte));
                (unit, start..end)
            };
            let inside: Vec<(usize, Range<usize>)> = (first..=last).map(inside).filter(|(_, range)| !range.is_empty()).collect();
            for (unit, range) in &inside {
                bare.depth[*unit][range.clone()].iter_mut().for_each(|depth| *depth += 1);
            }
            bare.brackets.push(Bracket { inside, is_whole: pair.is_whole(printed) });
        }
        bare.brackets.retain(|bracket| !bracket.inside.is_empty());
        bare.brackets.sort_by_key(|bracket| (bracket.inside[0].0, bracket.inside[0].1.start, std::cmp::Reverse(bracket.end())));
        bare
    }

    /// Where characters of a unit stand in the printed text, in scalar values.
    pub(super) fn printed(&self, unit: usize, range: &Range<usize>) -> [usize; 2] {
        let places = &self.printed[unit];
        let end =
            range.end.checked_sub(1).filter(|last| *last >= range.start).map_or(places[range.start], |last| places[last] + 1);
        [places[range.start], end]
    }

    pub(super) fn between(&self, unit: usize, range: Range<usize>) -> String {
        self.document.units[unit].text.chars().skip(range.start).take(range.len()).collect()
    }
}

impl Bracket {
    /// The last unit, and where it ends there.
    fn end(&self) -> (usize, usize) {
        self.inside.last().map_or((0, 0), |(unit, range)| (*unit, range.end))
    }
}

/// For each unit, the bytes of its text where a paired sign stands.
fn signs(document: &Document, pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut signs = vec![vec![]; document.units.len()];
    for pair in pairs {
        let Some(bytes) = pair.signs else { continue };
        for (unit, byte) in pair.units.into_iter().zip(bytes) {
            signs[unit].push(byte);
        }
    }
    for signs in &mut signs {
        signs.sort_unstable();
    }
    signs
}

/// `text` without the signs at these bytes; of each character that stays, where it stood, in scalar values, with one more for the end; and
/// in bytes.
fn without(text: &str, signs: &[usize]) -> (String, Vec<usize>, Vec<usize>) {
    let mut bare = String::with_capacity(text.len());
    let (mut places, mut bytes) = (vec![], vec![]);
    let mut signs = signs.iter().peekable();
    let mut closed = false;
    for (at, (byte, c)) in text.char_indices().enumerate() {
        if signs.next_if(|sign| **sign == byte).is_some() {
            // "[3][5]": a space that nobody printed.
            if closed && c == '[' && !bare.ends_with(char::is_whitespace) {
                bare.push(' ');
                places.push(at);
                bytes.push(byte);
            }
            closed = c == ']';
            continue;
        }
        closed = false;
        bare.push(c);
        places.push(at);
        bytes.push(byte);
    }
    places.push(text.chars().count());
    (bare, places, bytes)
}
