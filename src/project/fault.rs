//! What is wrong in a `rature.toml`, where, and what to write instead.
//!
//! ```text
//! rature.toml:7: unknown key lable: did you mean label?
//! ```
//!
//! serde names what it did not know and what it knows in back quotes ("unknown field `lable`, expected one of `label`, `path`"), for
//! keys and for values alike; the nearest by edit distance is suggested.

use crate::{Error, ErrorKind};

/// A file under inspection.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inspected<'a> {
    /// As shown in messages.
    pub(super) name: &'a str,
    /// Its text.
    pub(super) text: &'a str,
}

impl Inspected<'_> {
    /// The line of a byte, from 1.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.text.as_bytes().iter().take(byte).filter(|&&b| b == b'\n').count() + 1
    }

    /// An error about the line of `byte`.
    pub(super) fn fault(&self, byte: usize, message: impl Into<String>) -> Error {
        fault_at(self.name, self.line(byte), message)
    }

    /// An error of the TOML parser or of serde.
    pub(super) fn explained(&self, error: &toml::de::Error) -> Error {
        let byte = error.span().map_or(0, |span| span.start);
        self.fault(byte, explained(error.message()))
    }
}

/// An error about a line of a file.
pub(super) fn fault_at(name: &str, line: usize, message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Usage, format!("{name}:{line}"), message)
}

fn explained(message: &str) -> String {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match (message, quoted.as_slice()) {
        (m, [unknown, known @ ..]) if m.starts_with("unknown field") => {
            format!("unknown key {unknown}: {}", instead(unknown, known))
        }
        (m, [unknown, known @ ..]) if m.starts_with("unknown variant") => {
            format!("unknown value {unknown:?}: {}", instead(unknown, known))
        }
        (m, [missing]) if m.starts_with("missing field") => format!("{missing} is missing here: add {}", written(missing)),
        (m, [number]) if m.starts_with("invalid type: integer") && m.ends_with("expected a string") => {
            format!("{number} is a number here: put it between quotes, \"{number}\"")
        }
        _ => message.replace('\n', ", "),
    }
}

/// How `key` is written where it stands: some are tables, or lists of them.
fn written(key: &str) -> String {
    match key {
        "series" => "[series]".to_owned(),
        "documents" => "[[series.documents]]".to_owned(),
        "outputs" => "[[outputs]]".to_owned(),
        key => format!("{key} = …"),
    }
}

/// "did you mean label?", or all that is known when nothing is near.
pub(super) fn instead(unknown: &str, known: &[&str]) -> String {
    match nearest(unknown, known) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("known here: {}", known.join(", ")),
    }
}

/// The nearest of `known`, if it is near: one begins with the other, or a third of the letters is wrong.
pub(super) fn nearest<'a>(unknown: &str, known: &[&'a str]) -> Option<&'a str> {
    let unknown = unknown.to_lowercase();
    let distance = |name: &str| match name.to_lowercase() {
        name if name.starts_with(&unknown) || unknown.starts_with(&name) => 1,
        name => strsim::damerau_levenshtein(&unknown, &name),
    };
    let near = known.iter().map(|name| (distance(name), *name)).min()?;
    (!unknown.is_empty() && near.0 <= (unknown.chars().count() / 3).max(1)).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_told_with_the_nearest_known_one() {
        assert_eq!(
            explained("unknown field `lable`, expected one of `label`, `path`, `date`"),
            "unknown key lable: did you mean label?"
        );
        assert_eq!(
            explained("unknown variant `pdf`, expected `html` or `json`"),
            "unknown value \"pdf\": known here: html, json"
        );
    }

    #[test]
    fn a_missing_table_is_told_as_a_table() {
        let missing = |key: &str| explained(&format!("missing field `{key}`"));
        assert_eq!(missing("label"), "label is missing here: add label = …");
        assert_eq!(missing("series"), "series is missing here: add [series]");
        assert_eq!(missing("documents"), "documents is missing here: add [[series.documents]]");
    }

    #[test]
    fn a_line_is_counted_from_one() {
        let file = Inspected { name: "rature.toml", text: "a\nb\nc" };
        assert_eq!((file.line(0), file.line(2), file.line(4)), (1, 2, 3));
    }
}
