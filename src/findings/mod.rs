//! What the figures of texts say: counts, dates, sessions, symbols, citations, and the verbs that paragraphs decide with.

mod fact;
mod verb;

pub use fact::{Fact, FactKind, facts};
pub(crate) use verb::{VerbChange, verb_change};
