//! On which line of its file the words of a paragraph stand: for whatever leads a person to them.

use crate::read::{Block, Layout, Source};
use crate::structure::Unit;

/// The lines of one file of plain text.
#[derive(Debug)]
pub(crate) struct Lines {
    lines: Vec<String>,
    blocks: Vec<Block>,
}

impl Lines {
    /// Those of `bytes`, which were read as `source`; None of a file without lines.
    pub(crate) fn of(bytes: &[u8], source: &Source) -> Option<Self> {
        matches!(source.layout, Layout::Wrapped | Layout::Lines | Layout::Paragraphs | Layout::Blocks).then(|| Self {
            lines: String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect(),
            blocks: source.blocks.clone(),
        })
    }

    /// The line, from 1, that holds the letter of `unit` behind so many, as [`letters`] counts those of ASCII: every encoding has them.
    pub(crate) fn line(&self, unit: &Unit, behind: usize) -> Option<usize> {
        let words = letters(&unit.text);
        let (block, before) = self.blocks.iter().find_map(|block| {
            let said = letters(&block.text);
            said.find(&words).map(|at| (block, said[..at].chars().filter(char::is_ascii).count()))
        })?;
        let mut left = before + behind;
        for (at, line) in self.lines.iter().enumerate().skip(block.line.saturating_sub(1)) {
            let count = line.chars().filter(char::is_ascii_alphanumeric).count();
            if left < count {
                return Some(at + 1);
            }
            left -= count;
        }
        Some(block.line)
    }

    /// The line on which the character `start` of the text of `unit` stands.
    pub(crate) fn of_character(&self, unit: &Unit, start: usize) -> Option<usize> {
        self.line(unit, unit.text.chars().take(start).filter(char::is_ascii_alphanumeric).count())
    }
}

/// What counts when words are looked for elsewhere: not how lines are broken, spaces set or changes marked.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic() || c.is_ascii_digit()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read};
    use crate::structure::structure;

    #[test]
    fn a_word_is_found_on_its_line() {
        let text = "The Assembly,\n\n1. Urges all States Parties to co-\noperate with the Court in every\nway that is open to them, and Invites all\nothers to join them;\n\n\
            2. Requests the Bureau to report on this to the Assembly at its\nnext session in full.\n";
        let source = read("text", text.as_bytes(), &ReadOptions::default()).unwrap();
        let lines = Lines::of(text.as_bytes(), &source).unwrap();
        let document = structure(source);
        let line = |id: &str, word: &str| {
            let unit = document.units.iter().find(|unit| unit.id == id).unwrap();
            let start = unit.text.chars().count() - unit.text.split_once(word).unwrap().1.chars().count() - word.chars().count();
            lines.of_character(unit, start)
        };
        let found = [line("OP1", "Urges"), line("OP1", "every"), line("OP1", "Invites"), line("OP2", "session")];
        assert_eq!(found, [Some(3), Some(4), Some(5), Some(9)]);
    }
}
