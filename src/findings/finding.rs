//! The noun that findings hand on: a fact that changed, or should have.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::fact::{Fact, FactKind};

/// What a careful reader would point at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
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
    /// What it was in the text before, where it changed or is gone.
    pub was: Option<Figure>,
    /// Of a verb that changed, whether it is stronger or weaker, where both are on one scale.
    pub force: Option<Force>,
    /// What is named in the message, in its order, for other languages.
    #[serde(skip)]
    pub parts: Vec<String>,
}

/// A figure of the text before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Figure {
    /// Index of its unit there.
    pub unit: usize,
    /// Characters of that unit's text before it.
    pub start: usize,
    /// Characters up to its end.
    pub end: usize,
    /// Its value.
    pub value: String,
}

/// How the new verb of a paragraph compares with the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Force {
    /// It asks or says more.
    Stronger,
    /// It asks or says less.
    Weaker,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Rule {
    /// A figure of a kept paragraph has another value.
    Changed,
    /// A figure is new in a kept paragraph.
    Added,
    /// A figure is gone from a kept paragraph: it stood where the finding is.
    Dropped,
    /// A kept paragraph decides with another verb.
    Verb,
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
    /// The paragraph that was cited is gone, and another has its number.
    ParagraphGone,
    /// The paragraph that is cited has nothing of the citing one, and another has.
    UnlikeParagraph,
    /// One symbol stands twice in a list.
    Doubled,
    /// A symbol of the list a year before is gone from between two that stayed.
    LeftOut,
    /// The text before is not in the list, though the text before added its own.
    NotAdded,
    /// The same thing is counted differently in another paragraph.
    CountedOtherwise,
    /// A resolution has another date elsewhere.
    DatedOtherwise,
    /// A number in words and the figure in brackets behind it differ.
    WordsAndFigure,
    /// A date with another day of the week.
    Weekday,
    /// A date that no calendar has.
    NoSuchDay,
    /// Adopted on a day outside its session.
    OutsideSession,
    /// A resolution names itself by its symbol.
    CitesItself,
    /// A list without "and" before its last part.
    ListAnd,
    /// Words in square brackets.
    Bracketed,
    /// A bracket or quotation mark without its other half.
    Unbalanced,
    /// A number is missing among the paragraphs, or stands twice.
    Numbering,
    /// The mark of a footnote is missing, or out of order.
    FootnoteMark,
    /// A mark calls no footnote.
    FootnoteText,
    /// One symbol is spelt in two ways.
    Spelling,
}

impl Rule {
    /// All rules of [`lint`](super::lint).
    pub const LINT: [Self; 24] = [
        Self::LeftBehind,
        Self::Come,
        Self::Stopped,
        Self::NoSuchParagraph,
        Self::OtherParagraph,
        Self::ParagraphGone,
        Self::UnlikeParagraph,
        Self::Doubled,
        Self::LeftOut,
        Self::NotAdded,
        Self::CountedOtherwise,
        Self::DatedOtherwise,
        Self::WordsAndFigure,
        Self::Weekday,
        Self::NoSuchDay,
        Self::OutsideSession,
        Self::CitesItself,
        Self::ListAnd,
        Self::Bracketed,
        Self::Unbalanced,
        Self::Numbering,
        Self::FootnoteMark,
        Self::FootnoteText,
        Self::Spelling,
    ];

    /// As it is written in JSON and typed: "left-behind".
    pub fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Verb => "verb",
            Self::LeftBehind => "left-behind",
            Self::Come => "session-come",
            Self::Stopped => "stopped",
            Self::NoSuchParagraph => "no-such-paragraph",
            Self::OtherParagraph => "other-paragraph",
            Self::ParagraphGone => "paragraph-gone",
            Self::UnlikeParagraph => "unlike-paragraph",
            Self::Doubled => "doubled",
            Self::LeftOut => "left-out",
            Self::NotAdded => "not-added",
            Self::CountedOtherwise => "counted-otherwise",
            Self::DatedOtherwise => "dated-otherwise",
            Self::WordsAndFigure => "words-and-figure",
            Self::Weekday => "weekday",
            Self::NoSuchDay => "no-such-day",
            Self::OutsideSession => "outside-session",
            Self::CitesItself => "cites-itself",
            Self::ListAnd => "list-and",
            Self::Bracketed => "bracketed",
            Self::Unbalanced => "unbalanced",
            Self::Numbering => "numbering",
            Self::FootnoteMark => "footnote-mark",
            Self::FootnoteText => "footnote-text",
            Self::Spelling => "spelling",
        }
    }

    /// Whether it tells what changed, and asks nothing.
    pub fn is_change(self) -> bool {
        matches!(self, Self::Changed | Self::Added | Self::Dropped | Self::Verb)
    }

    /// How much what it finds matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::Changed | Self::Added | Self::Dropped | Self::Verb | Self::Spelling => Severity::Note,
            Self::LeftBehind
            | Self::Come
            | Self::Stopped
            | Self::UnlikeParagraph
            | Self::Doubled
            | Self::LeftOut
            | Self::NotAdded
            | Self::CountedOtherwise
            | Self::OutsideSession
            | Self::CitesItself
            | Self::ListAnd
            | Self::Bracketed
            | Self::Unbalanced
            | Self::Numbering
            | Self::FootnoteMark
            | Self::FootnoteText => Severity::Warning,
            Self::NoSuchParagraph
            | Self::OtherParagraph
            | Self::ParagraphGone
            | Self::DatedOtherwise
            | Self::WordsAndFigure
            | Self::Weekday
            | Self::NoSuchDay => Severity::Error,
        }
    }

    /// The message in English, with `{}` for each part.
    fn template(self) -> &'static str {
        match self {
            Self::Changed => "“{}” became “{}”",
            Self::Added => "“{}” is new here",
            Self::Dropped => "“{}” is gone",
            Self::Verb => "the operative verb “{}” became “{}”",
            Self::LeftBehind => "“{}” stayed as it was, while others of the same became “{}”",
            Self::Come => "“{}” was to come in the text before, and this is the text of session {}",
            Self::Stopped => "“{}” stayed as it was, though it rolled forward every time before: {}",
            Self::NoSuchParagraph => "“{}” is cited, but {} has no such paragraph",
            Self::OtherParagraph => "“{}” is cited; the paragraph that was cited before is now {} of {}",
            Self::ParagraphGone => "“{}” is cited; the paragraph that was cited before is gone",
            Self::UnlikeParagraph => "“{}” of {} is about something else; paragraph {} has words of this one",
            Self::Doubled => "“{}” stands twice in this list",
            Self::LeftOut => "“{}” is missing from this list: the text before had it between “{}” and “{}”",
            Self::NotAdded => "the text before named “{}”, its own forerunner; this one does not name {}",
            Self::CountedOtherwise => "“{}” here, “{}” in {}",
            Self::DatedOtherwise => "“{}” is dated {} here, {} in {}",
            Self::WordsAndFigure => "“{}” in words, “{}” in figures",
            Self::Weekday => "“{}” is a {}, not a {}",
            Self::NoSuchDay => "there is no “{}” in the calendar",
            Self::OutsideSession => "adopted on {}, outside the session of {}",
            Self::CitesItself => "“{}” is this resolution itself",
            Self::ListAnd => "the word “{}” is missing before the last part of this list, or stands elsewhere in it",
            Self::Bracketed => "square brackets are left: “{}”",
            Self::Unbalanced => "“{}” has no other half in this paragraph",
            Self::Numbering => "the number {} is missing or stands twice",
            Self::FootnoteMark => "the mark of footnote {} is missing or out of order",
            Self::FootnoteText => "the mark {} calls no footnote",
            Self::Spelling => "one symbol in two spellings: “{}” and “{}”",
        }
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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

impl Place {
    /// `text`, which begins at character `start` of unit `unit`.
    pub(super) fn in_unit(document: usize, unit: usize, start: usize, text: &str) -> Self {
        Self { document, unit, start, end: start + text.chars().count() }
    }
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
            was: None,
            force: None,
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
