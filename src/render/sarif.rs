//! What a careful reader would ask, in SARIF 2.1.0: for code scanning, editors and whatever else lists findings by file and line.
//!
//! ```text
//! {"ruleId": "left-behind", "level": "warning", "message": {"text": "OP2: “…” stayed as it was …"}, "locations": [{… "startLine": 41}]}
//! ```
//!
//! Source: the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". A file without lines has none.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::json::written;
use crate::findings::Finding;
use crate::structure::Document;

/// The findings in the last text, `document`, of the file `uri`; `lines` has the line of each, where it has one. With a final line feed.
pub fn lint_sarif(document: &Document, findings: &[Finding], uri: &str, lines: &[Option<usize>]) -> String {
    let rules: BTreeMap<&str, Value> = findings
        .iter()
        .map(|finding| {
            let level = finding.rule.severity().code();
            (finding.rule.code(), json!({"id": finding.rule.code(), "defaultConfiguration": {"level": level}}))
        })
        .collect();
    let results: Vec<Value> = findings.iter().zip(lines).map(|(finding, line)| result(document, finding, uri, *line)).collect();
    let driver =
        json!({"name": "rature", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules.into_values().collect::<Vec<_>>()});
    written(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }))
}

fn result(document: &Document, finding: &Finding, uri: &str, line: Option<usize>) -> Value {
    let name = &document.units[finding.unit].id;
    let suggestion = finding.suggestion.as_ref().map(|suggestion| format!(" (perhaps “{suggestion}”)")).unwrap_or_default();
    let mut place = json!({"artifactLocation": {"uri": uri_of(uri)}});
    if let Some(line) = line {
        place["region"] = json!({"startLine": line});
    }
    json!({
        "ruleId": finding.rule.code(),
        "level": finding.severity.code(),
        "message": {"text": format!("{name}: {}{suggestion}", finding.message)},
        "locations": [{"physicalLocation": place, "logicalLocations": [{"name": name}]}],
    })
}

/// A relative path as a reference of RFC 3986.
fn uri_of(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    path.replace('\\', "/")
        .bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_reference() {
        assert_eq!(uri_of("textes/20 é.txt"), "textes/20%20%C3%A9.txt");
    }
}
