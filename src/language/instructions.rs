//! How delegations say what they want of a text.

/// The words of one language, in small letters.
#[derive(Debug)]
pub(crate) struct Instructions {
    /// Words come.
    pub(crate) add: &'static [&'static str],
    /// Words go, or the paragraph.
    pub(crate) delete: &'static [&'static str],
    /// Words give way to others.
    pub(crate) replace: &'static [&'static str],
    /// Before the others.
    pub(crate) by: &'static [&'static str],
    /// Where words come.
    pub(crate) after: &'static [&'static str],
    /// The same.
    pub(crate) before: &'static [&'static str],
    /// The paragraph stays as it is.
    pub(crate) stands: &'static [&'static str],
    /// Before who wants the same.
    pub(crate) supported: &'static [&'static str],
    /// Before who does not.
    pub(crate) unsupported: &'static [&'static str],
    /// Behind who says nothing yet.
    pub(crate) reserves: &'static [&'static str],
}
