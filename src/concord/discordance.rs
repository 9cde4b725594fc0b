//! The noun that concord hands on: where language versions disagree, and which of their paragraphs stand beside each other.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use crate::findings::Severity;

/// Two to six versions of one resolution, compared.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Concordance {
    /// The paragraphs side by side, in the order of the first version.
    pub rows: Vec<ConcordanceRow>,
    /// Where the versions disagree, in the same order.
    pub discordances: Vec<Discordance>,
    /// Of a hundred paragraphs, how many have a partner in each other version; the smallest of the versions.
    pub paired: usize,
}

impl Concordance {
    /// Below this share of paragraphs with a partner the texts are hardly translations of each other.
    pub const FEW: usize = 60;

    /// Whether so few paragraphs have a partner that the texts are hardly translations of each other.
    pub fn is_doubtful(&self) -> bool {
        self.paired < Self::FEW
    }
}

/// Paragraphs that are each other's translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct ConcordanceRow {
    /// For each version the indices of its units, in order; none where it has no such paragraph.
    pub units: Vec<Vec<usize>>,
    /// Whether a version has it in another place.
    pub moved: bool,
}

/// One place where versions disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Discordance {
    /// Which rule says so.
    pub rule: DiscordanceRule,
    /// How much it matters.
    pub severity: Severity,
    /// What each version has, in the order of the versions.
    pub sides: Vec<Side>,
    /// The index of the version that is likelier wrong, if the evidence says so.
    pub likelier_wrong: Option<usize>,
    /// What speaks for a side.
    pub evidence: Vec<Evidence>,
}

/// What one version has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Side {
    /// The indices of its units; none where the version has no such paragraph.
    pub units: Vec<usize>,
    /// The unit of the words, of those.
    pub unit: Option<usize>,
    /// Characters of that unit's text before the words.
    pub start: usize,
    /// Characters up to their end.
    pub end: usize,
    /// The words, as printed.
    pub text: Option<String>,
    /// What they mean in any language: "2030-12-09", "14 session"; or what is compared: the number of sub-paragraphs.
    pub value: Option<String>,
}

impl Side {
    pub(super) fn of(units: &[usize]) -> Self {
        Self { units: units.to_vec(), unit: units.first().copied(), ..Self::default() }
    }

    pub(super) fn with_value(units: &[usize], value: impl Into<String>) -> Self {
        Self { value: Some(value.into()), ..Self::of(units) }
    }
}

/// What speaks for the value of a side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Evidence {
    /// The value that it speaks for.
    pub value: String,
    /// How often other places of the versions have it.
    pub here: usize,
    /// How often earlier texts have it.
    pub earlier: usize,
    /// The indices of the versions that have it in this place.
    pub versions: Vec<usize>,
}

/// What can disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DiscordanceRule {
    /// A paragraph stands in one version only.
    Missing,
    /// A paragraph is two in another version.
    Joined,
    /// A paragraph stands in another place.
    Moved,
    /// A paragraph has another number, which no missing paragraph explains.
    Number,
    /// A paragraph has more sub-paragraphs in one version.
    Children,
    /// Words stand in square brackets in one version only.
    Bracket,
    /// Another date or period.
    Date,
    /// Another document symbol.
    Symbol,
    /// Another part of a text is cited.
    Citation,
    /// Another number.
    Figure,
    /// A fact is named in one version only.
    OneSided,
    /// A paragraph changed since the year before in the first version, and not in another.
    NotFollowed,
    /// A paragraph changed since the year before in another version, and not in the first.
    Retranslated,
    /// More footnote marks in one version.
    NoteMark,
    /// An operative verb of another step.
    VerbStep,
}

impl DiscordanceRule {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 15] = [
        Self::Missing,
        Self::Joined,
        Self::Moved,
        Self::Number,
        Self::Children,
        Self::Bracket,
        Self::Date,
        Self::Symbol,
        Self::Citation,
        Self::Figure,
        Self::OneSided,
        Self::NotFollowed,
        Self::Retranslated,
        Self::NoteMark,
        Self::VerbStep,
    ];

    /// As it is written in JSON and on the command line: "one-sided".
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Joined => "joined",
            Self::Moved => "moved",
            Self::Number => "number",
            Self::Children => "children",
            Self::Bracket => "bracket",
            Self::Date => "date",
            Self::Symbol => "symbol",
            Self::Citation => "citation",
            Self::Figure => "figure",
            Self::OneSided => "one-sided",
            Self::NotFollowed => "not-followed",
            Self::Retranslated => "retranslated",
            Self::NoteMark => "note-mark",
            Self::VerbStep => "verb-step",
        }
    }

    /// How much it matters. Notes are asked about only where they are asked for.
    pub fn severity(self) -> Severity {
        match self {
            Self::OneSided | Self::NotFollowed => Severity::Warning,
            Self::Retranslated | Self::NoteMark | Self::VerbStep => Severity::Note,
            _ => Severity::Error,
        }
    }
}
