//! From report to bytes: a file a format, and no decisions.

mod html;
mod json;
mod terminal;
mod visible;

pub use html::redline_html;
pub use json::{document_json, redline_json};
pub use terminal::{Colours, TerminalOptions, document_outline, redline_terminal, repairs_list};
pub use visible::visible;
