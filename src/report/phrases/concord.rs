//! The words for language versions that are compared.

use super::Plural;

/// What is said of language versions side by side.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConcordWords {
    /// Title, with the labels.
    pub title: &'static str,
    /// Where nothing disagrees.
    pub nothing: &'static str,
    /// How many disagreements there are, by how much they matter.
    pub errors: Plural,
    /// The same, of warnings.
    pub warnings: Plural,
    /// The same, of notes.
    pub notes: Plural,
    /// How many of a hundred paragraphs have a partner.
    pub paired: &'static str,
    /// Where too few have.
    pub doubtful: &'static str,
    /// Where two versions are in one language.
    pub one_language: &'static str,
    /// Head of a column: which paragraphs.
    pub places: &'static str,
    /// Head of a column: what disagrees.
    pub rule: &'static str,
    /// Head of a column: what speaks for a side.
    pub evidence: &'static str,
    /// A side is likelier wrong: which.
    pub wrong: &'static str,
    /// How often a value stands elsewhere in the versions.
    pub here: &'static str,
    /// How often it stands in earlier texts.
    pub earlier: &'static str,
    /// A version has no such paragraph.
    pub none: &'static str,
    /// Choice of the filter: all paragraphs.
    pub all: &'static str,
    /// Choice of the filter: those that disagree.
    pub disagreeing: &'static str,
    /// Name of the filter.
    pub show: &'static str,
    /// What disagrees, in the order of [`DiscordanceRule::ALL`](crate::concord::DiscordanceRule::ALL).
    pub rules: [&'static str; 15],
    /// Title of what a translator has to do, with the labels of the text and of the translation.
    pub redo: &'static str,
    /// What becomes of a paragraph, in the order of [`Redo::ALL`](crate::concord::Redo::ALL).
    pub deeds: [&'static str; 4],
    /// The number of a translation and the number that it gets.
    pub renumber: &'static str,
    /// Head of a column: what to do.
    pub deed: &'static str,
    /// Head of a column: the paragraph of the translation.
    pub translation: &'static str,
    /// Head of a column: what changed.
    pub why: &'static str,
}
