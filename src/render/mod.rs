//! From report to bytes: a file a format, and no decisions.

mod csv;
mod html;
mod json;
mod matrix_csv;
mod terminal;
mod visible;

pub use html::{redline_html, series_html};
pub use json::{document_json, document_schema, redline_json, redline_schema, series_json, series_schema};
pub use matrix_csv::series_csv;
pub use terminal::{
    Colours, Columns, TerminalOptions, Theme, Years, blame_terminal, document_outline, redline_terminal, repairs_list,
    series_terminal,
};
pub use visible::visible;
