//! Which square bracket of a text belongs to which.
//!
//! ```text
//! 3. [Opens a budget line of [3][5] million;]     three pairs
//! 4. [Urges ports to pay;
//! 5. Decides to meet;]                            one pair, over two paragraphs
//! [6.] Notes the list;                            one, about the number: over all of the paragraph
//! 7. Urges ports [to pay;                         a stray bracket
//! ```
//!
//! Brackets are matched within a paragraph; one that opens a paragraph and one that closes a later one span all from the first to the last.
//! The rest are stray. So one lost sign spoils no more than its own paragraph. `O(n)`.

use crate::structure::{Document, Kind, Unit};

/// The brackets of a text.
#[derive(Debug, Default)]
pub(crate) struct Brackets {
    /// Pairs; within a paragraph in the order in which they close.
    pub(crate) pairs: Vec<Pair>,
    /// Signs that have no other half: the unit, and the byte of its text.
    pub(crate) stray: Vec<(usize, usize)>,
}

/// Two signs that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The unit in which it opens, and that in which it closes.
    pub(crate) units: [usize; 2],
    /// Where the signs stand, in bytes of the text of each; None where they stand about the number.
    pub(crate) signs: Option<[usize; 2]>,
}

/// Whether the brackets of `unit` count: it is a paragraph with words.
pub(crate) fn is_bracketable(unit: &Unit) -> bool {
    matches!(unit.kind, Kind::Enacting | Kind::Preambular | Kind::Operative | Kind::Subparagraph) && !unit.text.is_empty()
}

impl Brackets {
    /// Those of the paragraphs of `document`.
    pub(crate) fn of(document: &Document) -> Self {
        let mut all = Self::default();
        let mut waiting: Vec<(usize, usize)> = vec![];
        for unit in document.units.iter().filter(|unit| is_bracketable(unit)) {
            let (at, text) = (unit.index, unit.text.as_str());
            let (mut open, mut close) = (vec![], vec![]);
            if unit.is_bracketed() {
                all.pairs.push(Pair { units: [at, at], signs: None });
            }
            for (byte, c) in text.char_indices() {
                match c {
                    '[' => open.push(byte),
                    ']' => match open.pop() {
                        Some(opened) => all.pairs.push(Pair { units: [at, at], signs: Some([opened, byte]) }),
                        None => close.push(byte),
                    },
                    _ => {}
                }
            }
            if let Some(&last) = close.last().filter(|last| ends(text, **last))
                && let Some((first, opened)) = waiting.pop()
            {
                all.pairs.push(Pair { units: [first, at], signs: Some([opened, last]) });
                close.pop();
            }
            if open.first() == Some(&0) {
                waiting.push((at, 0));
                open.remove(0);
            }
            all.stray.extend(open.into_iter().chain(close).map(|byte| (at, byte)));
        }
        all.stray.extend(waiting);
        all.stray.sort_unstable();
        all
    }
}

impl Pair {
    /// Whether all of the paragraph that it stands in is in it.
    pub(crate) fn is_whole(&self, document: &Document) -> bool {
        let [first, last] = self.units;
        self.signs.is_none_or(|[open, close]| first != last || open == 0 && ends(&document.units[last].text, close))
    }

    /// The bytes of `unit` that stand in it, without its signs; empty where none do.
    pub(crate) fn range(&self, document: &Document, unit: usize) -> std::ops::Range<usize> {
        let [first, last] = self.units;
        let whole = document.units[unit].text.len();
        match self.signs {
            _ if unit < first || unit > last => 0..0,
            None => 0..whole,
            Some([open, close]) => (if unit == first { open + 1 } else { 0 })..(if unit == last { close } else { whole }),
        }
    }
}

/// Whether nothing but signs stands behind `at`.
fn ends(text: &str, at: usize) -> bool {
    !text[at..].contains(char::is_alphanumeric)
}
