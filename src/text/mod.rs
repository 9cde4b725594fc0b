//! The ground floor: tokens and their comparison forms, and the labels of paragraphs.

mod chunk;
mod date;
mod fold;
mod join;
pub mod label;
mod symbol;
mod token;

pub use fold::fold;
pub use symbol::{is_symbol, symbol_spelling};
pub use token::{Token, TokenKind, tokens};
