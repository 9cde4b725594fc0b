//! How two documents are aligned.

use super::pins::Pin;

/// What the caller knows better than the texts say.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct AlignOptions {
    /// Decisions that overrule all evidence, none by default. Those that name nothing are passed over: see [`super::check_pins`].
    pub pins: Vec<Pin>,
}
