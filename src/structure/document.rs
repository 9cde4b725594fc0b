//! The noun that structure hands on: a resolution as the people in the room count it.

use std::sync::Arc;

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::language::Language;
use crate::read::{Beside, Cell, Layout, Note, Package, Repair};

/// One text of one year, in units.
///
/// Every character of the source that is not white space is in exactly one of: a unit's label, text or marks, or a repair.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Document {
    /// Short name in tables: "ASP/20" from the symbol, else the file's stem; unique among the documents of one run.
    pub label: String,
    /// The symbol as printed first: "ICC-ASP/20/Res.2".
    pub symbol: Option<String>,
    /// The title, without the symbol's number before it.
    pub title: Option<String>,
    /// When and where the text was adopted.
    pub adopted: Option<Adoption>,
    /// The session, as a number: "20".
    pub session: Option<String>,
    /// The language of the text.
    pub language: Language,
    /// How the lines of the source were taken.
    pub layout: Layout,
    /// Every paragraph, heading and note, in the order of the source.
    pub units: Vec<Unit>,
    /// Everything that was changed or left out on the way from the source to the units.
    pub repairs: Vec<Repair>,
    /// What the file has beside its text: headers, footers, pictures.
    pub beside: Vec<Beside>,
    /// The line of the source on which each page after the first begins, ascending; empty where the source does not say.
    pub pages: Vec<usize>,
    /// Doubts.
    pub notes: Vec<Note>,
    /// The Word file that the text came from: `units[n]` is its `n`-th block.
    #[serde(skip)]
    pub package: Option<Arc<Package>>,
}

impl Document {
    /// The page, from 1, that holds the line `line` of the source; None where the source does not say where its pages end.
    pub fn page_of(&self, line: usize) -> Option<usize> {
        (!self.pages.is_empty()).then(|| self.pages.partition_point(|&first| first <= line) + 1)
    }

    /// The year in which it was adopted: "2021".
    pub(crate) fn year(&self) -> Option<&str> {
        self.adopted.as_ref()?.date.as_ref()?.get(..4)
    }
}

impl Kind {
    /// Whether people read it as text: neither a line before or after it, nor a note.
    pub(crate) fn is_text(self) -> bool {
        !matches!(self, Self::Front | Self::Enacting | Self::Closing | Self::Note)
    }
}

/// When a text was adopted, and at which meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Adoption {
    /// `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The meeting's number: "8".
    pub meeting: Option<String>,
}

/// One paragraph as people count it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Unit {
    /// Place in [`Document::units`].
    pub index: usize,
    /// Unique and readable: "PP3", "OP12 bis", "OP4 alt", "OP4 option 1", "OP12(a)(i)", "Art4" of a code, "H4", "A1.OP3", "N2"; "U1" for what has no number and
    /// stands under nothing.
    pub id: String,
    /// The unit above: the paragraph of a sub-paragraph, the annex of its parts.
    pub parent: Option<usize>,
    /// What the unit is.
    pub kind: Kind,
    /// As printed: "12.", "(a)". None for preambular paragraphs.
    pub label: Option<String>,
    /// The label without its punctuation, or the count of a preambular paragraph.
    pub number: Option<String>,
    /// The headings above, outermost first.
    pub section: Vec<String>,
    /// The words, repaired, without label and footnote marks.
    pub text: String,
    /// What a draft says of the paragraph beside its words, brackets included: "[agreed ad ref]", "(EU+: delete brackets)".
    pub status: Option<String>,
    /// What heads it, where it is a row of a table: the words of its first cell.
    pub row: Option<String>,
    /// What names it, where it is a cell of a table.
    pub cell: Option<Cell>,
    /// The marks that were lifted out of the text, in order.
    pub footnotes: Vec<Footnote>,
}

impl Unit {
    /// Whether its number stands in square brackets: "[12.]".
    pub fn is_bracketed(&self) -> bool {
        self.label.as_deref().is_some_and(|label| label.starts_with('['))
    }
}

/// A footnote mark lifted out of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub struct Footnote {
    /// The number: "4".
    pub mark: String,
    /// As printed: `4`, `[^4]`, `⁴`.
    #[serde(skip)]
    pub printed: String,
    /// Where it stood: Unicode scalar values of the unit's text before it.
    pub at: usize,
    /// The index of the unit that holds the footnote's text.
    pub note: Option<usize>,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Kind {
    /// Symbol, title, session, agenda item, adoption: all before the enacting formula.
    Front,
    /// "The General Assembly,"
    Enacting,
    /// A recital.
    Preambular,
    /// A heading of a section.
    Heading,
    /// A numbered (or decided) paragraph.
    Operative,
    /// A lettered part of a paragraph.
    Subparagraph,
    /// The heading that opens an annex.
    Annex,
    /// The text of a footnote.
    Note,
    /// Meeting, date, vote: all after the last paragraph.
    Closing,
}
