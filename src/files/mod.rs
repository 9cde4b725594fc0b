//! Files: read whole within a limit, written whole or not at all.
//!
//! Not a stage of the text's way: it knows bytes and names, and nothing of resolutions.

mod bytes;
mod drafts;
mod same;
mod whole;

pub(crate) use bytes::{Most, bytes_of, counted_bytes, limited, password_in};
pub(crate) use drafts::tidy_drafts;
pub(crate) use same::{Place, is_one_of};
pub(crate) use whole::{refuse_read_only, write_whole, write_whole_by};
