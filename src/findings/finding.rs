//! The noun that findings hand on: a fact that changed, or should have.

use schemars::JsonSchema;
use serde::Serialize;

use super::fact::{Fact, FactKind};

/// What a careful reader would point at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// Which rule says so.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// Index of the text, the earliest first.
    pub document: usize,
    /// Index of the unit.
    pub unit: usize,
    /// Characters of the unit's text before it.
    pub start: usize,
    /// Characters up to its end.
    pub end: usize,
    /// What the fact is, if it is about one.
    pub kind: Option<FactKind>,
    /// The fact's value, or the words that it is about.
    pub value: String,
    /// What is the matter, in English.
    pub message: String,
    /// What it could be instead.
    pub suggestion: Option<String>,
    /// What is named in the message, in its order, for other languages.
    #[serde(skip)]
    pub parts: Vec<String>,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A fact of a kept paragraph has another value.
    Changed,
    /// The same stood in several places, some of which rolled forward and this one not.
    LeftBehind,
    /// A session that was to come in the text before, and is not any more.
    #[serde(rename = "session-come")]
    Come,
    /// It rolled forward in every step before, and not now.
    Stopped,
    /// A paragraph is cited that the cited text does not have.
    NoSuchParagraph,
    /// The paragraph that was cited has another number now.
    OtherParagraph,
    /// One symbol stands twice in a list.
    Doubled,
    /// Square brackets in an adopted text.
    Bracketed,
    /// A bracket or quotation mark without its other half.
    Unbalanced,
    /// A number is missing among the paragraphs, or stands twice.
    Numbering,
    /// One symbol is spelt in two ways.
    Spelling,
}

impl Rule {
    /// All rules of [`lint`](super::lint).
    pub const LINT: [Self; 10] = [
        Self::LeftBehind,
        Self::Come,
        Self::Stopped,
        Self::NoSuchParagraph,
        Self::OtherParagraph,
        Self::Doubled,
        Self::Bracketed,
        Self::Unbalanced,
        Self::Numbering,
        Self::Spelling,
    ];

    /// As it is written in JSON and typed: "left-behind".
    pub fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::LeftBehind => "left-behind",
            Self::Come => "session-come",
            Self::Stopped => "stopped",
            Self::NoSuchParagraph => "no-such-paragraph",
            Self::OtherParagraph => "other-paragraph",
            Self::Doubled => "doubled",
            Self::Bracketed => "bracketed",
            Self::Unbalanced => "unbalanced",
            Self::Numbering => "numbering",
            Self::Spelling => "spelling",
        }
    }

    /// How much what it finds matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::Changed | Self::Spelling => Severity::Note,
            Self::LeftBehind
            | Self::Come
            | Self::Stopped
            | Self::Doubled
            | Self::Bracketed
            | Self::Unbalanced
            | Self::Numbering => Severity::Warning,
            Self::NoSuchParagraph | Self::OtherParagraph => Severity::Error,
        }
    }

    /// The message in English, with `{}` for each part.
    fn template(self) -> &'static str {
        match self {
            Self::Changed => "“{}” became “{}”",
            Self::LeftBehind => "“{}” stayed as it was, while others of the same became “{}”",
            Self::Come => "“{}” was to come in the text before, and this is the text of session {}",
            Self::Stopped => "“{}” stayed as it was, though it rolled forward every time before: {}",
            Self::NoSuchParagraph => "“{}” is cited, but {} has no such paragraph",
            Self::OtherParagraph => "“{}” is cited; the paragraph that was cited before is now {} of {}",
            Self::Doubled => "“{}” stands twice in this list",
            Self::Bracketed => "square brackets are left in an adopted text: “{}”",
            Self::Unbalanced => "“{}” has no other half in this paragraph",
            Self::Numbering => "the number {} is missing or stands twice",
            Self::Spelling => "one symbol in two spellings: “{}” and “{}”",
        }
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Worth a look.
    Warning,
    /// Very likely wrong.
    Error,
}

impl Severity {
    /// As it is written in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where a finding is.
pub(super) struct Place {
    pub(super) document: usize,
    pub(super) unit: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Finding {
    /// What `rule` finds at `place`.
    pub(super) fn at(place: &Place, rule: Rule, value: &str, parts: Vec<String>) -> Self {
        let mut message = String::new();
        let mut pieces = rule.template().split("{}");
        message.push_str(pieces.next().unwrap_or_default());
        for (piece, part) in pieces.zip(parts.iter().map(String::as_str).chain(std::iter::repeat(""))) {
            message.push_str(part);
            message.push_str(piece);
        }
        Self {
            rule,
            severity: rule.severity(),
            document: place.document,
            unit: place.unit,
            start: place.start,
            end: place.end,
            kind: None,
            value: value.to_owned(),
            message,
            suggestion: None,
            parts,
        }
    }

    /// What `rule` finds in `fact` of text `document`.
    pub(super) fn of(document: usize, fact: &Fact, rule: Rule, parts: Vec<String>) -> Self {
        let place = Place { document, unit: fact.unit, start: fact.start, end: fact.end };
        Self { kind: Some(fact.kind), ..Self::at(&place, rule, &fact.value, parts) }
    }

    pub(super) fn suggesting(self, suggestion: String) -> Self {
        Self { suggestion: Some(suggestion), ..self }
    }
}
