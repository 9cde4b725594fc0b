//! The ground floor: tokens and their comparison forms, and the labels of paragraphs.

mod chunk;
mod date;
mod fold;
mod join;
pub mod label;
mod lift;
mod raised;
mod symbol;
mod token;

pub use fold::fold;
pub use lift::lift;
pub use raised::raised;
pub use symbol::is_symbol;
pub use token::{Token, TokenKind, tokens};
