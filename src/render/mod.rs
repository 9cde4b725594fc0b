//! From report to bytes: a file a format, and no decisions.

mod compiled_csv;
mod csv;
#[cfg(feature = "html")]
mod html;
mod ink;
mod json;
mod markdown;
mod matrix_csv;
mod plain;
mod rolling;
mod sarif;
mod sheet;
mod terminal;
mod visible;
#[cfg(feature = "word")]
mod word;

pub use compiled_csv::compilation_csv;
pub use csv::{Bom, redline_csv};
#[cfg(feature = "open")]
pub(crate) use html::{OpenLimits, Served, message_page, open_page};
#[cfg(feature = "html")]
pub use html::{
    compilation_html, concord_html, on_letter_paper, redline_html, series_html, sheet_html, table_html, tables_html, trace_html,
};
#[cfg(all(test, feature = "cli"))]
pub(crate) use json::schemas;
pub(crate) use json::{RedlineJson, SeriesJson, json_line};
pub use json::{
    compilation_json, concord_json, counts_json, document_json, explanation_json, facts_json, lint_json, redline_json, redo_json,
    series_json, trace_json,
};
pub use markdown::{Signs, digest_markdown, redline_markdown};
pub use matrix_csv::series_csv;
pub use plain::document_text;
pub use rolling::{Convention, RollingTexts, compilation_rolling, rolling_texts, taken_of_rolling};
pub use sarif::lint_sarif;
pub use sheet::{sheet_csv, sheet_markdown, trace_csv};
#[cfg(feature = "project")]
pub(crate) use terminal::is_own_text;
pub use terminal::{
    Colours, Columns, TerminalOptions, Theme, Years, blame_terminal, compilation_terminal, diagnosis_terminal, digest_terminal,
    document_outline, explanation_terminal, facts_terminal, redline_terminal, repairs_list, series_terminal, sheet_terminal,
    trace_terminal,
};
pub(crate) use visible::is_hidden;
pub use visible::visible;
#[cfg(feature = "word")]
pub use word::{WordOptions, compilation_docx, fits_docx, redline_docx, table_docx, tables_docx};
