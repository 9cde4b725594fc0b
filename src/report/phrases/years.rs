//! The words for a series of texts.

use super::plural::Plural;

/// What is said of a series.
#[derive(Debug)]
#[non_exhaustive]
pub struct YearWords {
    /// What the page is.
    pub series: &'static str,
    /// The texts, first and last.
    pub from_to: &'static str,
    /// How many texts there are.
    pub texts: Plural,
    /// What each sign means, in the order of `Sign::ALL`.
    pub signs: [&'static str; 9],
    /// A wording's first text.
    pub since: &'static str,
    /// Back since a text, and when it had been there before.
    pub again: &'static str,
    /// From one text to another.
    pub spell: &'static str,
    /// Dropped in a text.
    pub dropped: &'static str,
    /// What took a paragraph in.
    pub merged_into: &'static str,
    /// The heading of what is gone.
    pub gone: &'static str,
    /// The heading of what changed most often.
    pub stability: &'static str,
    /// How many paragraphs never changed.
    pub never: Plural,
    /// What changed most often: a name, how often, and of how many times that it could.
    pub often: &'static str,
    /// The text whose words are dated.
    pub dated: &'static str,
    /// How much of a text stems from one, the earlier the better known: a share, the text, and the one.
    pub mostly: &'static str,
    /// The sections that changed most often.
    pub disputed: &'static str,
    /// How most of a paragraph is marked.
    pub rest: &'static str,
    /// A name, and what is said of it.
    pub named: &'static str,
    /// Not in a text, but before and after it.
    pub absent: &'static str,
    /// Back again, and the text that it is compared with.
    pub back: &'static str,
    /// Back again, and the last text that had it.
    pub back_after: &'static str,
    /// Where a part of a split leads.
    pub its_life: &'static str,
    /// What stands before the first heading.
    pub preamble: &'static str,
    /// The heading of the matrix.
    pub map: &'static str,
    /// How it is read.
    pub map_hint: &'static str,
    /// The head of the column of paragraphs.
    pub paragraph: &'static str,
    /// The heading of the lives.
    pub lives: &'static str,
    /// How one is chosen.
    pub lives_hint: &'static str,
    /// All of them at once.
    pub all_lives: &'static str,
    /// Back to the matrix.
    pub to_map: &'static str,
    /// How the shading of a text is read.
    pub ages_hint: &'static str,
    /// The heading of the pairs.
    pub compare: &'static str,
    /// Before the choice of a pair.
    pub which: &'static str,
    /// The first text and the last.
    pub whole: &'static str,
    /// Each text and the next.
    pub neighbours: &'static str,
    /// Each text and the latest.
    pub to_latest: &'static str,
    /// The heading of the picture.
    pub picture: &'static str,
    /// How it is read.
    pub picture_hint: &'static str,
    /// The heading of what each text changed.
    pub news: &'static str,
    /// What is called a text, in tables.
    pub text: &'static str,
    /// What changed, in tables.
    pub change: &'static str,
    /// What is called a section, in tables.
    pub section: &'static str,
    /// How many paragraphs, in tables.
    pub paragraphs: &'static str,
    /// How many of them never changed.
    pub never_changed: &'static str,
    /// Since when nothing changed.
    pub unchanged_since: &'static str,
    /// How many changes.
    pub changes: &'static str,
    /// How many changes for each text.
    pub rate: &'static str,
    /// The oldest words.
    pub oldest: &'static str,
    /// What became of a paragraph.
    pub fate: &'static str,
    /// How a paragraph begins.
    pub opening: &'static str,
}
