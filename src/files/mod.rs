//! Files: read whole within a limit, written whole or not at all.
//!
//! Not a stage of the text's way: it knows bytes and names, and nothing of resolutions.

mod bytes;
mod whole;

pub(crate) use bytes::{Most, bytes_of, counted_bytes, is_one_of, limited, password_in};
pub(crate) use whole::{write_whole, write_whole_by};
