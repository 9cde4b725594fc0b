//! The ground floor: tokens and their comparison forms, and the labels of paragraphs.

mod ascii;
mod chunk;
mod count;
mod cut;
mod date;
mod fold;
mod join;
pub(crate) mod label;
mod lift;
mod listed;
mod negotiated;
mod raised;
mod scripted;
mod scripts;
mod symbol;
mod token;
mod words;

pub(crate) use count::word_count;
pub(crate) use cut::tokens;
pub(crate) use cut::tokens_into;
pub(crate) use fold::{fold, is_alphanumeric, is_composed, lower};
pub(crate) use join::currency_code;
pub(crate) use lift::lift;
pub(crate) use listed::listed;
pub(crate) use negotiated::is_latin_count;
pub(crate) use raised::{RaisedRun, raised, raised_opening, raised_run, raised_runs, superscript, takes_power};
pub(crate) use scripted::{abjad, han_value};
pub(crate) use scripts::{
    alike, digit, has_space_between, is_caseless, is_colon, is_comma, is_cyrillic, is_end, is_full_stop, is_han, is_leftward,
    is_opening, is_semicolon, is_stop, is_wide,
};
pub(crate) use symbol::{is_symbol, symbol_spelling};
pub(crate) use token::{Token, TokenKind};
pub(crate) use words::{
    capitalised, closes_quotation, ending, has_open_quotation, may_open, opens_with_capital, unmarked, words,
};
