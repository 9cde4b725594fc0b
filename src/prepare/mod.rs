//! From a document to its words: cut once, and every spelling a number.
//!
//! ```text
//! OP2   Prie les États de coopérer          Prie·les·États·de·coopérer           7 2 31 4 12
//! OP9   Prie la Cour de coopérer            Prie·la·Cour·de·coopérer             7 3 40 4 12
//! ```
//!
//! Later stages ask for words by these numbers, so that no stage cuts a text again, and none looks up the same spelling twice. A text is
//! prepared by itself; texts that are compared share their numbers ([`Spellings`]). `O(n)`, with one look-up a word.

mod spellings;
mod text;

pub(crate) use spellings::{Spellings, TextPair};
pub(crate) use text::{Row, Text};
