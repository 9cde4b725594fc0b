//! From report to bytes: a file a format, and no decisions.

mod csv;
mod html;
mod ink;
mod json;
mod markdown;
mod terminal;
mod visible;

pub use csv::{Bom, redline_csv};
pub use html::{redline_html, table_html};
pub use json::{document_json, document_schema, redline_json, redline_schema};
pub use markdown::{Signs, redline_markdown};
pub use terminal::{Colours, Columns, TerminalOptions, Theme, document_outline, redline_terminal, repairs_list};
pub use visible::visible;
