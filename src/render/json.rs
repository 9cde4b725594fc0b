//! The machine-readable form: each noun under its schema name.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::Redline;
use crate::structure::Document;

#[derive(Serialize, JsonSchema)]
struct Tagged<'a, T> {
    schema: &'static str,
    #[serde(flatten)]
    body: &'a T,
}

/// `rature/document/1`, indented, with a final line feed.
pub fn document_json(document: &Document) -> String {
    tagged("rature/document/1", document)
}

/// `rature/redline/1`, indented, with a final line feed.
pub fn redline_json(redline: &Redline) -> String {
    tagged("rature/redline/1", redline)
}

fn tagged<T: Serialize>(schema: &'static str, body: &T) -> String {
    let mut json = serde_json::to_string_pretty(&Tagged { schema, body }).expect("only maps with string keys");
    json.push('\n');
    json
}
