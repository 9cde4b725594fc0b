//! The JSON forms read back: a passage is a unit, a link, or whatever else stands at the top.

use std::fmt::Write;

use serde_json::Value;

use super::Passage;

/// The passages of a document or a redline; none when it is no JSON.
pub(super) fn passages(text: &str) -> Vec<Passage> {
    let Ok(Value::Object(top)) = serde_json::from_str(text) else { return vec![] };
    let mut passages = vec![];
    let ids = |side: &str| top.get(side).map(ids).unwrap_or_default();
    let sides = [ids("old"), ids("new")];
    let own = ids_of(top.get("units"));
    for (key, value) in &top {
        match (key.as_str(), value) {
            ("old" | "new", Value::Object(document)) => {
                for (inner, value) in document {
                    part(inner, value, &format!(" in {key}"), &ids(key), &mut passages);
                }
            }
            ("findings", Value::Array(findings)) => passages.extend(findings.iter().map(|one| finding(one, &sides))),
            // What the digest says stands in the findings and links already.
            ("digest", _) => {}
            ("links", Value::Array(links)) => passages.extend(links.iter().map(|one| link(one, &sides))),
            _ => part(key, value, "", &own, &mut passages),
        }
    }
    passages
}

/// The ids of a document's units, by index.
fn ids(document: &Value) -> Vec<String> {
    ids_of(document.get("units"))
}

fn ids_of(units: Option<&Value>) -> Vec<String> {
    let units = units.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    units.iter().map(|unit| unit.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()).collect()
}

/// A key of a document or of the whole; lists are taken apart.
fn part(key: &str, value: &Value, whose: &str, ids: &[String], passages: &mut Vec<Passage>) {
    match (key, value) {
        ("units", Value::Array(units)) => passages.extend(units.iter().map(|one| unit(one, whose, ids))),
        (_, Value::Array(items)) => {
            passages.extend(items.iter().map(|item| Passage {
                cells: item.as_object().into_iter().flatten().map(|(_, value)| compact(value)).collect(),
                ..passage(&format!("{key}{whose}"), &compact(item))
            }));
        }
        _ => passages.push(passage(&format!("{key}{whose}"), &compact(value))),
    }
}

fn passage(name: &str, text: &str) -> Passage {
    let mut passage = Passage::new(name);
    passage.add(text);
    passage
}

/// A unit: its words, then what else is said of it. Indices count from the start of the text and are said as ids.
fn unit(unit: &Value, whose: &str, ids: &[String]) -> Passage {
    let said = |key: &str| unit.get(key).and_then(Value::as_str).unwrap_or_default();
    let mut text = said("text").to_owned();
    for (key, value) in unit.as_object().into_iter().flatten() {
        let value = match key.as_str() {
            "index" | "id" | "text" => continue,
            "parent" => named(value, ids),
            "footnotes" => footnotes(value, ids),
            _ => compact(value),
        };
        let _ = write!(text, " · {key}: {value}");
    }
    passage(&format!("{}{whose}", said("id")), &text)
}

fn footnotes(footnotes: &Value, ids: &[String]) -> String {
    let one = |footnote: &Value| {
        let field = |key: &str| footnote.get(key).map(compact).unwrap_or_default();
        format!(
            "{} at {} to {}",
            field("mark"),
            field("at"),
            footnote.get("note").map(|note| named(note, ids)).unwrap_or_default()
        )
    };
    footnotes.as_array().into_iter().flatten().map(one).collect::<Vec<_>>().join(", ")
}

/// A link: its words with what came and went, then what else is said of it.
fn link(link: &Value, [old, new]: &[Vec<String>; 2]) -> Passage {
    let side = |key: &str, ids: &[String]| {
        let units = link.get(key).and_then(Value::as_array).into_iter().flatten();
        units.map(|index| named(index, ids)).collect::<Vec<_>>().join(" + ")
    };
    let (before, after) = (side("old", old), side("new", new));
    let name = if after.is_empty() { format!("{before} of the old text, redlined") } else { format!("{after}, redlined") };
    let mut text = String::new();
    for edit in link.get("edits").and_then(Value::as_array).into_iter().flatten() {
        let words = edit.get("text").and_then(Value::as_str).unwrap_or_default();
        match edit.get("op").and_then(Value::as_str) {
            Some("delete") => drop(write!(text, "[-{words}-]")),
            Some("insert") => drop(write!(text, "{{+{words}+}}")),
            _ => text.push_str(words),
        }
    }
    for (key, value) in link.as_object().into_iter().flatten() {
        match key.as_str() {
            "edits" | "new" => {}
            "old" => drop(write!(text, " · from: {before}")),
            _ => drop(write!(text, " · {key}: {}", compact(value))),
        }
    }
    passage(&name, &text)
}

/// A finding, by what it is and where: another one more leaves it where it is. Of what it says, the figure and what that was tell it from
/// others of its kind.
fn finding(finding: &Value, sides: &[Vec<String>; 2]) -> Passage {
    let field = |key: &str| finding.get(key).map(compact).unwrap_or_default();
    let of_document = finding.get("document").and_then(Value::as_u64).and_then(|at| sides.get(usize::try_from(at).ok()?));
    let ids = of_document.map(Vec::as_slice).unwrap_or_default();
    let place = finding.get("unit").map(|unit| named(unit, ids)).unwrap_or_default();
    let was = finding.pointer("/was/value").map(compact).unwrap_or_default();
    let name = format!("finding {} in {place}: {}", field("rule"), field("kind"));
    Passage { cells: vec![was, field("value")], ..passage(&name, &compact(finding)) }
}

fn named(index: &Value, ids: &[String]) -> String {
    let id = index.as_u64().and_then(|index| ids.get(usize::try_from(index).ok()?));
    id.cloned().unwrap_or_else(|| compact(index))
}

/// Strings without their quotes, objects as "key: value", all else as JSON.
fn compact(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            fields.iter().map(|(key, value)| format!("{key}: {}", compact(value))).collect::<Vec<_>>().join(", ")
        }
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_named_by_its_rule_and_its_paragraph() {
        let found = passages(
            r#"{"old": {"units": [{"id": "OP1"}]}, "new": {"units": [{"id": "OP1"}, {"id": "OP2"}]},
            "findings": [{"rule": "changed", "document": 1, "unit": 1, "kind": "count", "value": "12 personnes"}]}"#,
        );
        assert!(found.iter().any(|passage| passage.name == "finding changed in OP2: count"), "{found:?}");
    }

    #[test]
    fn an_index_is_said_as_an_id() {
        let found = passages(
            r#"{"units": [{"index": 0, "id": "OP1", "parent": null, "text": "A"},
            {"index": 1, "id": "OP1(a)", "parent": 0, "text": "B"}]}"#,
        );
        assert_eq!(found[1], passage("OP1(a)", "B · parent: OP1"));
    }
}
