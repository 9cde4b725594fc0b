//! One line of the input: which texts.

use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};

/// Two texts or more, by their files or as they stand in the line.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) id: Id,
    /// The texts, or what is wrong with the line.
    pub(super) texts: Result<Vec<Text>, String>,
}

/// What the line of a job is called: a string or a number as it was written, so that 1 and "1" are two; "line 12" when it says nothing.
#[derive(Debug, Clone)]
pub(super) struct Id(pub(super) Box<RawValue>);

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
    id: Option<Box<RawValue>>,
    texts: Vec<Text>,
}

/// A line of which nothing else is known.
#[derive(Debug, Default, Deserialize)]
struct Named {
    id: Option<Box<RawValue>>,
}

impl Job {
    /// The job of `line`, the `number`-th of its input.
    pub(super) fn of(line: &[u8], number: usize) -> Self {
        let Ok(text) = std::str::from_utf8(line) else {
            return Self::wrong(Id::of(None, number), "is no UTF-8: save the jobs in that encoding");
        };
        match serde_json::from_str::<Line>(text) {
            Ok(Line { id, texts }) if texts.len() >= 2 => Self { id: Id::of(id, number), texts: Ok(texts) },
            Ok(Line { id, .. }) => {
                Self::wrong(Id::of(id, number), "names fewer than two texts: a job needs two or more in \"texts\"")
            }
            Err(error) => {
                let wanted = r#"a job is one line such as {"id": "a", "texts": ["old.txt", "new.txt"]}"#;
                let Named { id } = serde_json::from_str(text).unwrap_or_default();
                // Its own count of lines is that of this one.
                let error = error.to_string().replace(" line 1 ", " ");
                Self::wrong(Id::of(id, number), &format!("is no job ({error}): {wanted}"))
            }
        }
    }

    /// A line that is no job, and why.
    pub(super) fn wrong(id: Id, why: &str) -> Self {
        let texts = Err(format!("{} {why}", id.shown()));
        Self { id, texts }
    }
}

impl Id {
    pub(super) fn of(given: Option<Box<RawValue>>, number: usize) -> Self {
        let name = match given {
            Some(id) if id.get().starts_with(|first: char| first == '-' || first.is_ascii_digit()) => return Self(id),
            // One string may be written with escapes and without.
            Some(id) => serde_json::from_str::<String>(id.get()).ok(),
            None => None,
        };
        let name = name.unwrap_or_else(|| format!("line {number}"));
        Self(to_raw_value(&name).expect("a string is JSON"))
    }

    /// As messages call it.
    pub(super) fn shown(&self) -> String {
        serde_json::from_str(self.0.get()).unwrap_or_else(|_| self.0.get().to_owned())
    }
}
