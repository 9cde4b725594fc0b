//! One line of the input: which texts.

use serde::Deserialize;
use serde_json::Value;

/// Two texts or more, by their files or as they stand in the line.
#[derive(Debug)]
pub(super) struct Job {
    /// What its line is called; "line 12" when it says nothing.
    pub(super) id: String,
    /// The texts, or what is wrong with the line.
    pub(super) texts: Result<Vec<Text>, String>,
}

/// A text, as a line gives it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Text {
    /// "texts/2020.txt"
    Path(String),
    /// `{"text": "The General Assembly, …", "label": "75/1"}`
    Given(Given),
}

/// A text with what it is called, or a file with what its text is called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    pub(super) text: Option<String>,
    pub(super) path: Option<String>,
    pub(super) label: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: Option<Value>,
    texts: Vec<Text>,
}

impl Job {
    /// The job of `line`, the `number`-th of its input.
    pub(super) fn of(line: &str, number: usize) -> Self {
        let nameless = format!("line {number}");
        match serde_json::from_str::<Line>(line) {
            Ok(Line { id, texts }) => {
                let id = match id {
                    Some(Value::String(id)) => id,
                    Some(Value::Number(id)) => id.to_string(),
                    _ => nameless,
                };
                let few = || "names fewer than two texts: a job needs two or more in \"texts\"".to_owned();
                Self { id, texts: if texts.len() < 2 { Err(few()) } else { Ok(texts) } }
            }
            Err(error) => {
                let wanted = r#"a job is one line such as {"id": "a", "texts": ["old.txt", "new.txt"]}"#;
                Self { id: nameless, texts: Err(format!("is no job ({error}): {wanted}")) }
            }
        }
    }
}
