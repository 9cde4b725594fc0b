//! Multi-year redlines of formal resolutions.
//!
//! ```
//! use rature::align::{AlignOptions, align};
//! use rature::compare::compare;
//! use rature::read::{ReadOptions, read};
//! use rature::render::{TerminalOptions, redline_terminal};
//! use rature::report::{ReportOptions, redline, report};
//! use rature::structure::structure;
//!
//! # fn main() -> Result<(), rature::Error> {
//! let old = "The Assembly,\n\n1. Urges 13 States to cooperate;\n\n2. Requests a report.\n";
//! let new = "The Assembly,\n\n1. Requests a report;\n\n2. Urges 12 States to cooperate.\n";
//! let document = |name, text: &str| Ok::<_, rature::Error>(structure(read(name, text.as_bytes(), &ReadOptions::default())?));
//! let (old, new) = (document("2020", old)?, document("2021", new)?);
//!
//! let comparison = compare(&old, &new, align(&old, &new, &AlignOptions::default()));
//! let report = report(redline(old, new, comparison), ReportOptions::default());
//! assert!(redline_terminal(&report, &TerminalOptions::default()).contains("Urges [-13-]{+12+} States"));
//! # Ok(())
//! # }
//! ```
//!
//! ```text
//! bytes → read → Source → structure → Document → align → Alignment → compare → Comparison → findings → report → Report → render → bytes
//! ```
//!
//! [`project`] does this for a series of texts that are kept in a repository with their redlines.
//! Each stage is a module named by its verb and hands one noun to the next; `text` and `language` are the ground floor.
//! Reading and rendering can fail; between them doubt becomes a [`Note`](structure::Note) in the result.
//!
//! Structs of options are `#[non_exhaustive]`: take their default and set fields. `examples/` has programs to begin from.

pub mod align;
pub mod batch;
#[doc(hidden)]
pub mod cli;
pub mod compare;
mod error;
mod files;
pub mod findings;
mod isolate;
pub mod language;
mod prepare;
pub mod project;
pub mod read;
pub mod render;
pub mod report;
pub mod series;
pub mod structure;
pub mod text;
mod work;

pub use error::{Error, ErrorKind};
