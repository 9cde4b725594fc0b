//! The words of `rature explain`.

/// Sentences by the code that stands for them in JSON.
pub(in crate::report) type Coded = &'static [(&'static str, &'static str)];

/// What is said of why a paragraph is what it is.
#[derive(Debug)]
pub struct Explaining {
    /// A paragraph of a text.
    pub(in crate::report) of: &'static str,
    /// A paragraph of the later text: what it was.
    pub(in crate::report) was: &'static str,
    /// A paragraph of the earlier text: what it became.
    pub(in crate::report) became: &'static str,
    /// What settled it.
    pub(in crate::report) decisions: Coded,
    /// What spoke for a pair or against it.
    pub(in crate::report) clues: Coded,
    /// In place of the section: of footnotes.
    pub(in crate::report) callers: &'static str,
    /// What became of a pair; the hole is its rival.
    pub(in crate::report) verdicts: Coded,
    /// The rival and its total.
    pub(in crate::report) rival: &'static str,
    /// How alike two paragraphs are, and any two.
    pub(in crate::report) alike: &'static str,
    /// After a sum: what it must pass.
    pub(in crate::report) sum: &'static str,
    /// Nothing was weighed.
    pub(in crate::report) none: &'static str,
    /// One paragraph as a piece of another.
    pub(in crate::report) piece: &'static str,
    /// What spoke for a piece or against it; the hole is what it is measured by.
    pub(in crate::report) coverage: Coded,
    /// It is a piece.
    pub(in crate::report) taken: &'static str,
    /// It is none.
    pub(in crate::report) not_taken: &'static str,
    /// Two paragraphs that were looked at a second time.
    pub(in crate::report) second: &'static str,
    /// What speaks for such a pair, by code.
    pub(in crate::report) seconds: Coded,
    /// The sum of what would be a piece.
    pub(in crate::report) only_suggested: &'static str,
    /// The same, where it is not suggested either.
    pub(in crate::report) not_enough: &'static str,
}
