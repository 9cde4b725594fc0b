//! The words of `rature read` and `rature doctor`: how one text was read.

use super::explaining::Coded;

/// What is said of a text and of how it was read. Layouts keep the names that `--layout` takes.
#[derive(Debug)]
pub struct Reading {
    /// The fields of a text: label, symbol, title, adopted, meeting, session, language, layout, units.
    pub(crate) fields: [&'static str; 9],
    /// Before a doubt, in the outline.
    pub(crate) note: &'static str,
    /// Kinds of units, by code.
    pub(crate) kinds: Coded,
    /// Further fields of a diagnosis: file, encoding, marks, repairs, left out, beside, doubt, next.
    pub(crate) diagnosis: [&'static str; 8],
    /// How many marks of footnotes there are.
    pub(crate) marks: &'static str,
    /// The field for how paragraphs are numbered.
    pub(crate) numbers: &'static str,
    /// A count from one number to another without a gap, with what stands before it; one with gaps, which are named; more of them.
    pub(crate) numbering: [&'static str; 3],
    /// A line of a page, and a line alone.
    pub(crate) places: [&'static str; 2],
    /// What to do next, by code.
    pub(crate) steps: Coded,
}
