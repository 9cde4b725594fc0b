//! A series of texts with the redlines that are kept beside them: `rature.toml`, and what is made of it.
//!
//! ```text
//! rature.toml → load → Project → make → Made → write (build, bless)
//!                                            → check → Outcome → told (text, github, junit)
//! ```
//!
//! A secretariat keeps its texts and their redlines, the *goldens*, in one repository. [`check()`] makes every output in memory and
//! compares it with what is on disk, byte for byte; what it says of a difference is the paragraph and its words, never the markup.
//! The goldens of this repository are made and checked by the same functions.

mod actual;
mod check;
mod compiling;
mod difference;
mod disk;
mod draft;
mod fault;
mod file;
mod find;
mod grounds;
mod lines;
mod load;
mod loading;
mod make;
mod origins;
mod own;
mod pairing;
mod passage;
mod plan;
mod sums;
mod template;
mod text;
mod told;
mod write;

pub use actual::keep_actual;
pub use check::{Fault, FaultKind, Outcome, check};
pub(crate) use draft::labels;
pub use draft::{Drafted, draft};
#[cfg(all(test, feature = "cli"))]
pub(crate) use file::schema;
pub use find::{FILE_NAME, find};
pub(crate) use lines::Lines;
pub use load::load;
pub use make::{Made, documents, make, series_options};
pub use origins::TextChange;
pub(crate) use own::is_own;
pub use plan::{Format, Project};
pub use told::{github, junit, plain};
pub use write::{Rewrite, Written, bless, build};
