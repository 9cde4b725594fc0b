//! The words of the page: what stands on it, and what can be done on it.

use super::plural::Plural;

/// Headings and fixed words of the page.
#[derive(Debug)]
#[non_exhaustive]
pub struct PageWords {
    /// What the page is.
    pub redline: &'static str,
    /// Before the earlier text.
    pub old: &'static str,
    /// Before the later text.
    pub new: &'static str,
    /// Behind the labels of the earlier and the later text, where nothing else tells them apart.
    pub sides: [&'static str; 2],
    /// Adopted on a day.
    pub adopted: &'static str,
    /// Adopted at a meeting.
    pub meeting: &'static str,
    /// A day, with `{d}`, `{m}` and `{y}`.
    pub day: &'static str,
    /// The first of a month.
    pub first: &'static str,
    /// Heading of the counts.
    pub summary: &'static str,
    /// Heading of the list of changes.
    pub changes: &'static str,
    /// Heading of the text itself.
    pub text: &'static str,
    /// Heading of the table of numbers.
    pub renumbering: &'static str,
    /// Heading of the repairs.
    pub repairs: &'static str,
    /// Heading of what was left out of the texts and differs.
    pub left_out: &'static str,
    /// On the page of a number.
    pub on_page: &'static str,
    /// Heading of the doubts.
    pub notes: &'static str,
    /// Heading of the key to the marks.
    pub key: &'static str,
    /// An insertion, in the key.
    pub insertion: &'static str,
    /// A deletion, in the key.
    pub deletion: &'static str,
    /// An editorial change, in the key.
    pub light: &'static str,
    /// After a change, for those who hear the page.
    pub end: &'static str,
    /// What stands for "attention" before a warning.
    pub warning: &'static str,
    /// To the text, past the head of the page.
    pub skip: &'static str,
    /// Where in the source a repair was made.
    pub line: &'static str,
    /// Before a repair.
    pub before: &'static str,
    /// After it.
    pub after: &'static str,
    /// Its reason.
    pub why: &'static str,
    /// More than are shown.
    pub more: &'static str,
    /// How many repairs were made.
    pub repaired: Plural,
    /// Page x of y, in print: the word between.
    pub of: &'static str,
}

/// What can be done on the page, and with what.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tools {
    /// The tools together.
    pub tools: &'static str,
    /// To the change before.
    pub previous: &'static str,
    /// To the change after.
    pub next: &'static str,
    /// Where one is among the changes; `{n}` of `{m}` are filled in on the page.
    pub place: &'static str,
    /// Before the choice of what is shown.
    pub show: &'static str,
    /// All changes, with their count.
    pub all: &'static str,
    /// Those of words.
    pub substantive: &'static str,
    /// Those of paragraphs that both texts have.
    pub reworded: &'static str,
    /// Those of figures and dates.
    pub figures: &'static str,
    /// Those of operative verbs.
    pub verbs: &'static str,
    /// Moved paragraphs.
    pub moved: &'static str,
    /// Inserted ones.
    pub inserted: &'static str,
    /// Deleted ones.
    pub deleted: &'static str,
    /// Old and new in two columns.
    pub sides: &'static str,
    /// What is unchanged, unfolded.
    pub unfold: &'static str,
    /// To the other end of a move.
    pub other_end: &'static str,
    /// Copy a paragraph with its marks.
    pub copy: &'static str,
    /// Copy all that is shown.
    pub copy_all: &'static str,
    /// Write a note on a change.
    pub note: &'static str,
    /// Save the notes as a file.
    pub save: &'static str,
    /// A change was seen.
    pub seen: &'static str,
    /// The list of changes, the heaviest first.
    pub by_weight: &'static str,
    /// That not all is shown: `{what}`, and how many, `{n}` of `{m}`.
    pub only: &'static str,
    /// Whether changes of white space are marked.
    pub spaces: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// It could not be.
    pub not_copied: &'static str,
    /// A link to a place of the page.
    pub link: &'static str,
    /// What the keys do.
    pub keys: &'static str,
    /// This help.
    pub help: &'static str,
    /// Whether keys do anything.
    pub use_keys: &'static str,
    /// Closes the help.
    pub close: &'static str,
}
