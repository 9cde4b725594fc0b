//! Multi-year redlines of formal resolutions.
//!
//! ```
//! use rature::render::{TerminalOptions, redline_terminal};
//! use rature::report::{ReportOptions, report};
//!
//! # fn main() -> Result<(), rature::Error> {
//! let old = "The Assembly,\n\n1. Urges 13 States to cooperate;\n\n2. Requests a report.\n";
//! let new = "The Assembly,\n\n1. Requests a report;\n\n2. Urges 12 States to cooperate.\n";
//! let redline = rature::diff(old, new)?;
//! assert_eq!((redline.summary.moved, redline.summary.substantive), (1, 1));
//!
//! let report = report(redline, ReportOptions::default());
//! assert!(redline_terminal(&report, &TerminalOptions::default()).contains("Urges [-13-]{+12+} States"));
//! # Ok(())
//! # }
//! ```
//!
//! # Which function do I want?
//!
//! | I have | and want | call |
//! |---|---|---|
//! | two texts in memory | what changed | [`diff`] |
//! | two files | what changed | [`redline()`] |
//! | the texts of many years | the life of each paragraph, the year of each word | [`series()`] |
//! | a [`Redline`](report::Redline) | something to read | [`report::report`], then [`render`]: a page, a Word file, the terminal, Markdown, CSV |
//! | a [`Redline`](report::Redline) | JSON | [`render::redline_json`] |
//! | one text | its paragraphs, numbers and notes | [`structure::document_of`] |
//! | one text | its figures, dates and citations | [`findings::facts`] |
//! | a text in several languages | where they disagree | [`concord::concord`] |
//! | a repository of texts and redlines | to build or check them | [`project`] |
//! | thousands of pairs | a line of JSON for each | [`batch`] |
//!
//! [`Options`] says how texts are read and aligned. The stages that these calls drive are public too:
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
//!
//! # Features
//!
//! All but `mcp` are on by default. Without any, rature compares plain texts, and writes JSON, Markdown, CSV and text for the terminal.
//!
//! | feature | what it is for |
//! |---|---|
//! | `pdf` | PDF files are read |
//! | `word` | Word files (.docx) are read and written, OpenDocument texts (.odt) and Akoma Ntoso read |
//! | `html` | web pages and Markdown are read, redlines are written as pages |
//! | `project` | [`project`] and [`batch`]; needs `word` and `html` |
//! | `cli` | the program `rature`; needs `project` |
//! | `open` | `rature open`, a page in the browser to drop texts on; needs `cli` |
//! | `mcp` | the program answers assistants: `rature mcp`; needs `cli` |

// A part that is left out leaves what only it used.
#![cfg_attr(not(all(feature = "open", feature = "pdf")), allow(dead_code, unused_imports))]

pub mod align;
#[cfg(feature = "project")]
pub mod batch;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod compare;
pub mod concord;
mod error;
mod files;
pub mod findings;
#[cfg(feature = "project")]
mod isolate;
pub mod language;
mod options;
pub mod overlay;
mod prepare;
#[cfg(feature = "project")]
pub mod project;
pub mod read;
pub mod render;
pub mod report;
#[cfg(all(test, feature = "cli"))]
mod schemas;
pub mod series;
pub mod structure;
mod text;
pub mod trace;
mod work;

pub use error::{Error, ErrorKind};
pub use options::{Options, diff, redline, series};
