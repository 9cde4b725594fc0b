//! From documents to their words: cut once, and every spelling a number.
//!
//! ```text
//! OP2   Prie les États de coopérer          Prie·les·États·de·coopérer           7 2 31 4 12
//! OP9   Prie la Cour de coopérer            Prie·la·Cour·de·coopérer             7 3 40 4 12
//! ```
//!
//! Later stages ask for words, their stems and labels by these numbers, so that no stage cuts or folds a text again, and none looks up the
//! same spelling twice. Each document is cut by itself ([`Text`]); those that are compared share their numbers ([`Corpus`]), which say
//! whether two words are the same and nothing else: no result hangs on what other texts there are. `O(n)`.

mod corpus;
mod loose;
mod stems;
mod text;

pub(crate) use corpus::{Corpus, TextPair};
pub(crate) use loose::LoosePair;
pub(crate) use stems::{Stem, StemKind, UnitStems};
pub(crate) use text::{Text, Word, Wording};
