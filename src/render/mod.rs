//! From report to bytes: a file a format, and no decisions.

mod json;

pub use json::{document_json, redline_json};
