//! From report to bytes: a file a format, and no decisions.

mod html;
mod json;
mod terminal;
mod visible;

pub use html::redline_html;
pub use json::{document_json, document_schema, facts_json, facts_schema, redline_json, redline_schema};
pub use terminal::{Colours, Columns, TerminalOptions, Theme, document_outline, facts_terminal, redline_terminal, repairs_list};
pub use visible::visible;
