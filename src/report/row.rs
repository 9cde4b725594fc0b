//! What a page shows, from top to bottom, with nothing left to decide.
//!
//! ```text
//! Heading   II. Arrests
//! Fold      OP9–OP11 (were OP8–OP10): unchanged
//! Entry     OP12 (was OP11)  moved from OP9    Urges [-fifteen-]{+twelve+} States¹ …
//!             note 1                           See [-document A-]{+document B+}
//! Departure OP13 moved to OP34
//! ```
//!
//! A row is for people: its words are in the language of the interface. All text still holds whatever the source held; a renderer makes
//! it safe for its own medium.

/// One thing on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A paragraph, a heading, a line of the front matter.
    Entry(Entry),
    /// The place that a paragraph left.
    Departure(Departure),
    /// Unchanged paragraphs, folded to one line.
    Fold(Fold),
}

/// A paragraph as it reads now, with what came and went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Where links lead.
    pub anchor: String,
    /// What the paragraph is on the page.
    pub role: Role,
    /// What it is called: "OP12", "former OP11" when it is no more; empty for what has no number.
    pub label: String,
    /// What it was called: "was OP11".
    pub was: Option<String>,
    /// The label as printed, where the paragraph has no name of its own: "II." of a heading.
    pub printed: Option<String>,
    /// How the paragraph as a whole changed.
    pub standing: Standing,
    /// What happened to it, in words.
    pub badges: Vec<Badge>,
    /// The text.
    pub pieces: Vec<Piece>,
    /// The footnotes that it calls, and those that it no longer does.
    pub notes: Vec<NoteEntry>,
    /// Since when it stands, where texts before the two are known.
    pub since: Option<Since>,
}

/// What a paragraph is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Symbol, title, session.
    Front,
    /// The enacting formula.
    Enacting,
    /// A preambular or operative paragraph.
    Paragraph,
    /// A lettered part of a paragraph, this deep: 1 for "(a)", 2 for "(i)".
    Part(usize),
    /// A heading, this deep: 1 for a section of the resolution.
    Heading(usize),
    /// A footnote that nothing calls.
    Note,
    /// After the last paragraph.
    Closing,
}

/// How a paragraph as a whole changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Standing {
    /// Not a character differs.
    Same,
    /// Typography only.
    Editorial,
    /// Words differ.
    Edited,
    /// Only in the new text.
    Inserted,
    /// Only in the old text.
    Deleted,
}

/// What happened to a paragraph, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Badge {
    /// What sort of thing happened.
    pub kind: BadgeKind,
    /// In the language of the interface: "moved from OP9".
    pub text: String,
    /// The anchor of the other end.
    pub target: Option<String>,
    /// Of what is only suggested: the argument that makes it so, "--pin=OP15=OP19".
    pub pin: Option<String>,
}

/// What sort of thing happened to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BadgeKind {
    /// Only in the new text.
    Inserted,
    /// Only in the old text.
    Deleted,
    /// Stands elsewhere than before.
    Moved,
    /// Some of its words moved.
    Passage,
    /// Part of what was one paragraph.
    Split,
    /// Made of several paragraphs.
    Merged,
    /// No phrase was kept.
    Replaced,
    /// Typography only.
    Editorial,
    /// Footnotes changed.
    Footnotes,
    /// Square brackets came or went about its number.
    Brackets,
    /// Might be what a paragraph of the other text is, or might not be what it is shown as.
    Perhaps,
    /// What a draft says of it beside its words: no change.
    Status,
    /// The same, which was another before.
    StatusChanged,
    /// A person decided what it is.
    Pinned,
    /// The operative verb changed.
    Verb,
    /// Something in it should be checked.
    Check,
    /// Which cell of a table it is: no change.
    Cell,
}

/// A run of text, a footnote mark, or the border of a paragraph that is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Piece {
    /// Characters.
    Text {
        /// Kept, came or went.
        ink: Ink,
        /// As in the document.
        text: String,
        /// What the change is about.
        signal: Signal,
    },
    /// A footnote mark.
    Mark {
        /// Kept, came or went.
        ink: Ink,
        /// As printed.
        mark: String,
        /// The anchor of its note.
        target: Option<String>,
    },
    /// Two paragraphs of the old text ran on here.
    Border,
}

impl Piece {
    /// Its characters, a footnote mark's included.
    pub fn text(&self) -> &str {
        match self {
            Self::Text { text, .. } => text,
            Self::Mark { mark, .. } => mark,
            Self::Border => "",
        }
    }

    /// Shows it as kept.
    pub(super) fn settle(&mut self) {
        match self {
            Self::Text { ink, .. } | Self::Mark { ink, .. } => *ink = Ink::Plain,
            Self::Border => {}
        }
    }
}

/// Kept, came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Ink {
    /// On both sides.
    Plain,
    /// Only in the new text.
    Inserted(Stress),
    /// Only in the old text.
    Deleted(Stress),
}

/// What a change is about, where that is worth pointing at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Signal {
    /// A figure, a number word, a month.
    pub is_figure: bool,
    /// The verb that the paragraph decides with.
    pub is_verb: bool,
}

/// How loudly a change is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stress {
    /// Words, figures, brackets.
    Full,
    /// Words that left one place and stand at another.
    Moved,
    /// Typography: both texts, lightly marked.
    Light,
    /// White space that nobody sees: the new text alone, with a light mark where there is room for one.
    Faint,
    /// As if nothing had changed: the new text alone.
    Silent,
}

impl Stress {
    /// Whether both texts are shown.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Full | Self::Moved | Self::Light)
    }
}

/// The text of a footnote, under a paragraph that calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoteEntry {
    /// Where marks lead.
    pub anchor: String,
    /// As printed at its call: "4".
    pub mark: String,
    /// How the note changed.
    pub standing: Standing,
    /// In words, when it came or went: "inserted".
    pub badge: Option<Badge>,
    /// The text.
    pub pieces: Vec<Piece>,
}

/// Since when a paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Since {
    /// What most of it is: "since ASP/16".
    pub mostly: String,
    /// The phrases of another year, in their order; they do not overlap.
    pub phrases: Vec<SincePhrase>,
}

/// A phrase of another year than most of its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SincePhrase {
    /// Characters of the paragraph's later text before it.
    pub start: usize,
    /// Characters up to its end.
    pub end: usize,
    /// The text in which it entered: "ASP/18"; "↺ASP/18" where it had stood before.
    pub label: String,
    /// The same in words: "again since ASP/18 (before: ASP/15)".
    pub said: String,
}

/// The place that one paragraph, or a run of them, left.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Departure {
    /// Where links lead.
    pub anchor: String,
    /// What stood here: "former OP9", "former section “Arrests” (OP9–OP12)".
    pub label: String,
    /// Where it went: "moved to OP34".
    pub text: String,
    /// The anchor of the new place.
    pub target: String,
}

/// Unchanged paragraphs, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fold {
    /// Which, in one line: "OP3–OP7: unchanged".
    pub line: String,
    /// The paragraphs, for those who look.
    pub entries: Vec<Entry>,
}

impl Entry {
    /// Whether anything at all happened to the paragraph, beyond another number.
    pub fn is_changed(&self) -> bool {
        let is_told = self.badges.iter().any(|badge| !matches!(badge.kind, BadgeKind::Status | BadgeKind::Cell));
        self.standing != Standing::Same || is_told || self.notes.iter().any(|n| n.standing != Standing::Same)
    }
}
