//! One paragraph in one year, as a few signs.

use crate::report::phrases::Phrases;
use crate::series::{EventKind, Lineage};

/// What a paragraph is in one text, or that it is gone from there on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Cell {
    /// What happened; empty where the paragraph is not.
    pub signs: Vec<Sign>,
    /// What it is called there.
    pub name: Option<String>,
    /// The unit that it is there.
    pub unit: Option<usize>,
    /// Name and signs in words: "OP12: reworded, moved"; empty where the paragraph is not and did not just go.
    pub said: String,
    /// How many of a hundred words of the text before or of this one changed, whichever has more; 0 where none did.
    pub changed: usize,
}

impl Cell {
    /// The signs, each as a character: a rewording is the fuller, the more words changed.
    pub fn glyphs(&self) -> String {
        let glyph = |sign: &Sign| if *sign == Sign::Edited { graded(self.changed) } else { sign.glyph() };
        self.signs.iter().map(glyph).collect()
    }
}

/// How full a rewording is drawn, and up to how many of a hundred words.
const GRADES: [(usize, char); 4] = [(10, '◔'), (33, '◐'), (66, '◕'), (100, '●')];

fn graded(changed: usize) -> char {
    GRADES.iter().find(|(most, _)| changed <= *most).map_or('●', |&(_, glyph)| glyph)
}

/// Something that happened to a paragraph, as a sign of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sign {
    /// As the year before, or first of the series.
    Unchanged,
    /// Only in typography.
    Editorial,
    /// New.
    In,
    /// Back after a year or more.
    Back,
    /// Gone.
    Out,
    /// Part of it became a paragraph of its own, or it is that part.
    Split,
    /// It took in another, or was taken in.
    Merged,
    /// Words changed.
    Edited,
    /// Stands elsewhere.
    Moved,
}

impl Sign {
    /// All signs, as a legend lists them.
    pub const ALL: [Self; 9] =
        [Self::Unchanged, Self::Editorial, Self::Edited, Self::Moved, Self::In, Self::Out, Self::Back, Self::Split, Self::Merged];

    /// The character that stands for it.
    pub fn glyph(self) -> char {
        match self {
            Self::Unchanged => '·',
            Self::Editorial => '○',
            Self::Edited => '◐',
            Self::Moved => '◇',
            Self::In => '+',
            Self::Back => '↺',
            Self::Out => '−',
            Self::Split => '⤙',
            Self::Merged => '⤚',
        }
    }

    /// How a legend shows it.
    pub fn key(self) -> String {
        if self == Self::Edited { GRADES.iter().map(|(_, glyph)| glyph).collect() } else { self.glyph().to_string() }
    }

    /// What it means.
    pub fn said(self, phrases: &Phrases) -> &'static str {
        let at = Self::ALL.iter().position(|&sign| sign == self).unwrap_or_default();
        phrases.years.signs[at]
    }

    /// Whether it is a change that a person must read.
    pub fn is_change(self) -> bool {
        !matches!(self, Self::Unchanged | Self::Editorial)
    }
}

/// What happened to `lineage` in the text `document`; `is_editorial` when its typography alone differs from the text before.
pub(super) fn signs(lineage: &Lineage, document: usize, is_editorial: bool) -> Vec<Sign> {
    let is_there = lineage.unit_in(document).is_some();
    let events = lineage.events.iter().filter(|event| event.document == document);
    let mut signs: Vec<Sign> = events
        .filter_map(|event| match event.kind {
            EventKind::Born if document == 0 => None,
            EventKind::Born => Some(Sign::In),
            EventKind::Reinstated => Some(Sign::Back),
            EventKind::Split => Some(Sign::Split),
            EventKind::Merged => Some(Sign::Merged),
            EventKind::Moved => Some(Sign::Moved),
            EventKind::Edited => Some(Sign::Edited),
            EventKind::Dropped => Some(Sign::Out),
            EventKind::Renumbered => None,
        })
        .collect();
    signs.sort_unstable();
    if signs.is_empty() && is_there {
        signs.push(if is_editorial { Sign::Editorial } else { Sign::Unchanged });
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rewording_is_the_fuller_the_more_words_changed() {
        let shown = |changed| Cell { signs: vec![Sign::Edited, Sign::Moved], changed, ..Cell::default() }.glyphs();
        assert_eq!([1, 10, 11, 50, 67, 100].map(shown), ["◔◇", "◔◇", "◐◇", "◕◇", "●◇", "●◇"]);
        assert_eq!(Sign::Edited.key(), "◔◐◕●");
        let same = Cell { signs: vec![Sign::Unchanged], ..Cell::default() };
        assert_eq!(same.glyphs(), "·");
    }
}
