//! The ground floor: tokens and their comparison forms, and the labels of paragraphs.

mod ascii;
mod chunk;
mod count;
mod cut;
mod date;
mod fold;
mod join;
pub mod label;
mod lift;
mod negotiated;
mod raised;
mod symbol;
mod token;
mod words;

pub use count::word_count;
pub use cut::tokens;
pub(crate) use cut::tokens_into;
pub use fold::{fold, is_alphanumeric, is_composed, lower};
pub use lift::lift;
pub use raised::{RaisedRun, raised, raised_run, raised_runs, superscript, takes_power};
pub use symbol::{is_symbol, symbol_spelling};
pub use token::{Token, TokenKind};
pub use words::{has_open_quotation, opens_with_capital, unmarked, words};
