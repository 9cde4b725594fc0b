//! Doubts: what a stage that cannot fail, or a reader that went on, leaves for a person.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

/// A doubt that a person should know of; stages that cannot fail leave these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Note {
    /// From a fixed vocabulary, in kebab case: "numbering-gap", "tie".
    pub code: String,
    /// One sentence.
    pub message: String,
    /// The names and figures in it, for those who say it in another language.
    #[serde(skip)]
    pub parts: Vec<String>,
}

impl Note {
    /// A note with its code and one sentence.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), parts: vec![] }
    }

    /// The same note, with the names and figures in its message.
    #[must_use]
    pub fn with<const N: usize>(self, parts: [&str; N]) -> Self {
        Self { parts: parts.map(str::to_owned).into(), ..self }
    }
}
