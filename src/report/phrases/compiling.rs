//! The words of `rature compile` and `rature brackets`.

use super::Plural;

/// The words of a compilation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Compiling {
    /// What it is, before the name of the draft.
    pub compilation: &'static str,
    /// The word for it.
    pub compilation_word: &'static str,
    /// Before the names of the delegations.
    pub by: &'static str,
    /// Before words that come, and who wants them.
    pub add: &'static str,
    /// Before words that go, and who wants that.
    pub del: &'static str,
    /// In place of words of an alternative: they go.
    pub delete: &'static str,
    /// So many delegations, where names are withheld.
    pub delegations: Plural,
    /// Paragraphs, untouched, touched.
    pub counts: &'static str,
    /// What is proposed beside: so many alternatives, so many new paragraphs.
    pub besides: &'static str,
    /// So many alternatives, by name.
    pub alternatives: Plural,
    /// So many new paragraphs, by name.
    pub new: Plural,
    /// Places, agreements, conflicts.
    pub digest: &'static str,
    /// Nothing is proposed.
    pub nothing: &'static str,
    /// A delegation whose copy differs in typography at most.
    pub proposes_nothing: &'static str,
    /// Heading of what several want.
    pub agreements: &'static str,
    /// Heading of what cannot all stand.
    pub conflicts: &'static str,
    /// Heading of insertions in one gap.
    pub same_place: &'static str,
    /// Heading of brackets that are set or lifted.
    pub brackets: &'static str,
    /// Heading of new paragraphs that are nearly the same.
    pub near: &'static str,
    /// Heading of figures.
    pub figures: &'static str,
    /// Head of the column of names.
    pub delegation: &'static str,
    /// The heads of the other columns.
    pub columns: [&'static str; 5],
    /// Words come.
    pub adds: &'static str,
    /// Words go.
    pub deletes: &'static str,
    /// Words give way to others.
    pub replaces: &'static str,
    /// A paragraph goes.
    pub deletes_paragraph: &'static str,
    /// A paragraph goes elsewhere.
    pub moves_to: &'static str,
    /// A paragraph comes from elsewhere.
    pub moved_from: &'static str,
    /// A paragraph is part of what was another.
    pub split_from: &'static str,
    /// A paragraph stays, with other words.
    pub rewords: &'static str,
    /// Another paragraph in place of one.
    pub in_place_of: &'static str,
    /// A new paragraph is nearly another.
    pub is_near: &'static str,
    /// Brackets go.
    pub lifts: &'static str,
    /// Words come into brackets.
    pub sets: &'static str,
    /// How alternatives relate, said of a place.
    pub stands: [&'static str; 4],
    /// What is done, in a word, in the order of [`What`](crate::overlay::What).
    pub whats: [&'static str; 9],
    /// Ends the comment at a conflict.
    pub take_one: &'static str,
    /// Why not all changes can be accepted at once.
    pub not_all: &'static str,
    /// Where the draft and our forms need different brackets.
    pub white_brackets: &'static str,
    /// Of the table: the same as another delegation wants.
    pub same_as: &'static str,
    /// What the draft is, as head of a column.
    pub draft: &'static str,
    /// Paragraphs that nobody touches, folded.
    pub untouched: &'static str,
    /// Heads of the columns for spreadsheets.
    pub sheet: [&'static str; 8],
    /// On the page: before the choice of delegations.
    pub shown: &'static str,
    /// The choice of places.
    pub choices: [&'static str; 3],
    /// Above the paragraph as each delegation would have it.
    pub each: &'static str,
    /// To the place before.
    pub previous: &'static str,
    /// To the place after.
    pub next: &'static str,
    /// What the table of brackets is.
    pub bracket_title: &'static str,
    /// Its heads.
    pub bracket_columns: [&'static str; 9],
}
