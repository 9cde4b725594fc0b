//! Files: read whole within a limit, written whole or not at all.
//!
//! Not a stage of the text's way: it knows bytes and names, and nothing of resolutions.

mod bytes;
#[cfg(feature = "project")]
mod drafts;
#[cfg(feature = "project")]
mod same;
#[cfg(feature = "project")]
mod whole;

pub(crate) use bytes::{Most, bytes_of, counted_bytes, limited, password_in};
#[cfg(feature = "project")]
pub(crate) use drafts::tidy_drafts;
#[cfg(feature = "project")]
pub(crate) use same::{Place, is_one_of};
#[cfg(feature = "project")]
pub(crate) use whole::{refuse_read_only, write_whole, write_whole_by};
