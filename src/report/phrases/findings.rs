//! The words for figures, and for what can be asked of them.

/// What figures say, and the tables of them.
#[derive(Debug)]
#[non_exhaustive]
pub struct Findings {
    /// Heading of the figures that changed.
    pub changed: &'static str,
    /// Heading of what to check.
    pub check: &'static str,
    /// Before what is to be checked in a paragraph.
    pub flag: &'static str,
    /// What it could be instead.
    pub instead: &'static str,
    /// Heading of facts through the years.
    pub counts: &'static str,
    /// Heading of what can be asked of a text.
    pub lint: &'static str,
    /// Where there are no facts.
    pub nothing: &'static str,
    /// Where there is nothing to ask.
    pub clean: &'static str,
    /// Head of a column: where.
    pub paragraph: &'static str,
    /// Head of a column: what sort of fact.
    pub kind: &'static str,
    /// Head of a column: a fact of what.
    pub what: &'static str,
    /// Head of a column: the course of a number.
    pub course: &'static str,
    /// Head of a column: how much it matters.
    pub severity: &'static str,
    /// How much it matters, the least first.
    pub severities: [&'static str; 3],
    /// Head of a column: which rule.
    pub rule: &'static str,
    /// Head of a column: what is the matter.
    pub matter: &'static str,
    /// Head of a column: what it could be instead.
    pub suggestion: &'static str,
    /// Sorts of facts, in the order of [`FactKind::ALL`](crate::findings::FactKind::ALL).
    pub kinds: [&'static str; 10],
    /// How strong a verb is: that asks, that only notes, that approves, that criticizes.
    pub strengths: [&'static str; 4],
    /// What is the matter, by rule.
    pub rules: &'static [(&'static str, &'static str)],
}
