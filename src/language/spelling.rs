//! How a language writes figures, dates and quotations.

use super::openings::Openings;

/// What typographers of a language do.
pub(crate) struct Spelling {
    /// The tag of the place whose usage the institutions follow: "en-GB".
    pub(crate) locale: &'static str,
    /// What stands between the whole part of a number and its decimals; a comma or a stop, and the other one parts thousands.
    pub(crate) decimal: char,
    /// Stops with a space before them.
    pub(crate) spaced_stops: &'static [char],
    /// Quotation marks, with what stands between them and the words.
    pub(crate) quotes: (&'static str, &'static str),
    /// How paragraphs open.
    pub(crate) openings: Openings,
    /// Whether the names of months have a capital; where they do, "may" is no month.
    pub(crate) has_capital_months: bool,
    /// Whether words lose a vowel before another word: "l'Assemblée".
    pub(crate) elides: bool,
    /// Whether compounds of two words may have a hyphen where a word could be broken too: "decision-making".
    pub(crate) has_hyphened_compounds: bool,
    /// Other names of months, and their other cases, with their numbers.
    pub(crate) other_months: &'static [(&'static str, u8)],
    /// Words that stand between the parts of a date, and say nothing: "de", "года".
    pub(crate) date_ties: &'static [&'static str],
    /// What is written together with a noun before it: an article.
    pub(crate) noun_beginnings: &'static [&'static str],
    /// Endings that one noun has in its cases and numbers, the longer first; none where a noun has one plural and that is all.
    pub(crate) noun_endings: &'static [&'static str],
}
