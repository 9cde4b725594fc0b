//! The ground floor: tokens and their comparison forms.

mod chunk;
mod fold;
mod token;

pub use fold::fold;
pub use token::{Token, TokenKind, tokens};
