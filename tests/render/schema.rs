//! What is written keeps to the JSON Schemas under `schema/`, which `src/schemas.rs` holds against the types.

use std::path::Path;

use rature::align::{AlignOptions, Side, explain};
use rature::findings::{History, LintOptions, counts, facts, lint};
use rature::render::{counts_json, document_json, explanation_json, facts_json, lint_json, redline_json, series_json};
use rature::report::explained;
use serde_json::Value;

use crate::render::sample;

/// The schema of a form.
fn kept(form: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schema/{form}.schema.json"))).unwrap()
}

#[test]
fn what_is_written_keeps_to_its_schema() {
    let redline = sample::redline(sample::EVERYTHING);
    check(&redline_json(&redline), &kept("redline"));
    check(&document_json(&redline.new), &kept("document"));
    let (old, new) = (&redline.old, &redline.new);
    for (side, units) in [(Side::Old, &old.units), (Side::New, &new.units)] {
        for unit in units {
            let explanation = explain(old, new, &AlignOptions::default(), (side, unit.index));
            check(&explanation_json(&explained([old, new], explanation, None)), &kept("explanation"));
        }
    }
    check(&facts_json(&facts(&redline.new), redline.new.language), &kept("facts"));
    let documents = [redline.old, redline.new];
    let history = History::of(&documents);
    check(&counts_json(&counts(&history)), &kept("counts"));
    check(&lint_json(&documents, &lint(&history, &LintOptions::default())), &kept("lint"));
    let series = rature::series::series(documents.to_vec(), &rature::series::SeriesOptions::default());
    check(&series_json(&series, &rature::findings::series_findings(&series), 1), &kept("series"));
}

#[test]
fn a_wrong_value_breaks_the_schema() {
    let redline = redline_json(&sample::redline(sample::EVERYTHING));
    for (right, wrong) in
        [("rature/redline/1", "rature/redline/9"), ("\"moved\": false", "\"moved\": 0"), ("\"mark\"", "\"Mark\"")]
    {
        let (value, schema) = parsed(&redline.replace(right, wrong), &kept("redline"));
        assert!(!faults(&value, &schema, &schema, "").is_empty(), "{wrong} is let through");
    }
}

fn parsed(json: &str, schema: &str) -> (Value, Value) {
    (serde_json::from_str(json).unwrap(), serde_json::from_str(schema).unwrap())
}

fn check(json: &str, schema: &str) {
    let (value, schema) = parsed(json, schema);
    let faults = faults(&value, &schema, &schema, "");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Where `value` breaks `schema`: the keywords that schemars writes for our types, and no key beyond those named.
fn faults(value: &Value, schema: &Value, root: &Value, at: &str) -> Vec<String> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return faults(value, root.pointer(reference.trim_start_matches('#')).unwrap(), root, at);
    }
    let mut found = vec![];
    for choice in ["anyOf", "oneOf"].into_iter().filter_map(|key| schema.get(key)?.as_array()) {
        if choice.iter().all(|option| !faults(value, option, root, at).is_empty()) {
            found.push(format!("{at}: none of the choices"));
        }
    }
    if schema.get("const").is_some_and(|only| only != value) {
        found.push(format!("{at}: not {}", schema["const"]));
    }
    if schema.get("enum").and_then(Value::as_array).is_some_and(|known| !known.contains(value)) {
        found.push(format!("{at}: {value} is not known"));
    }
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    if !types.is_empty() && !types.iter().any(|kind| is_of(value, kind)) {
        found.push(format!("{at}: {value} is not {}", types.join(" or ")));
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        found.extend(values.iter().enumerate().flat_map(|(index, item)| faults(item, items, root, &format!("{at}/{index}"))));
    }
    if let (Some(properties), Some(object)) = (schema.get("properties").and_then(Value::as_object), value.as_object()) {
        let required: Vec<&str> = schema["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        found.extend(required.iter().filter(|key| !object.contains_key(**key)).map(|key| format!("{at}: no {key}")));
        found.extend(
            properties.keys().filter(|key| !required.contains(&key.as_str())).map(|key| format!("{at}: {key} is optional")),
        );
        for (key, inner) in object {
            match properties.get(key) {
                Some(schema) => found.extend(faults(inner, schema, root, &format!("{at}/{key}"))),
                None => found.push(format!("{at}: {key} is not in the schema")),
            }
        }
    }
    found
}

fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("type {other}"),
    }
}
