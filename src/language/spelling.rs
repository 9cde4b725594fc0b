//! How a language writes figures, dates and quotations.

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
    /// Whether the names of months have a capital; where they do, "may" is no month.
    pub(crate) has_capital_months: bool,
    /// Whether words lose a vowel before another word: "l'Assemblée".
    pub(crate) elides: bool,
    /// Whether compounds of two words may have a hyphen where a word could be broken too: "decision-making".
    pub(crate) has_hyphened_compounds: bool,
}
