//! From report to bytes: a file a format, and no decisions.

mod csv;
mod html;
mod json;
mod table;
mod terminal;
mod visible;

pub use html::{redline_html, table_html};
pub use json::{
    counts_json, counts_schema, document_json, document_schema, facts_json, facts_schema, lint_json, lint_schema, redline_json,
    redline_schema,
};
pub use table::{table_csv, table_markdown};
pub use terminal::{
    Colours, Columns, TerminalOptions, Theme, document_outline, facts_terminal, redline_terminal, repairs_list, table_terminal,
};
pub use visible::visible;
