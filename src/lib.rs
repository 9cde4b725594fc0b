//! Multi-year redlines of formal resolutions.
//!
//! ```text
//! bytes → read → Source → structure → Document → align → Alignment → compare → Comparison → findings → report → Report → render → bytes
//! ```
//!
//! [`project`] does this for a series of texts that are kept in a repository with their redlines.
//! Each stage is a module named by its verb and hands one noun to the next; `text` and `language` are the ground floor.
//! Reading and rendering can fail; between them doubt becomes a [`Note`](structure::Note) in the result.

pub mod align;
pub mod batch;
#[doc(hidden)]
pub mod cli;
pub mod compare;
mod error;
mod files;
pub mod findings;
pub mod language;
pub mod project;
pub mod read;
pub mod render;
pub mod report;
pub mod series;
pub mod structure;
pub mod text;

pub use error::{Error, ErrorKind};
