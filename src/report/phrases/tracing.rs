//! The words of `rature drafts`.

/// The words of a trace.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tracing {
    /// What it is, before the names of the first draft and the last.
    pub title: &'static str,
    /// What became of the proposals.
    pub proposals: &'static str,
    /// Changes that nobody had proposed.
    pub unproposed: &'static str,
    /// There are none.
    pub none: &'static str,
    /// Heads: who proposes, the paragraph, the change, what else is to be said.
    pub columns: [&'static str; 4],
    /// A new paragraph, an alternative, a paragraph that goes, one that moves, brackets that are lifted, set.
    pub whats: [&'static str; 6],
    /// The states: taken, in brackets, in other words, not in the text, overtaken.
    pub states: [&'static str; 5],
    /// Before a state: it had been in the text, and left.
    pub back: &'static str,
    /// It is the wording of the agreed text, by name.
    pub agreed: &'static str,
    /// It is, and is not in the text.
    pub agreed_left: &'static str,
    /// Another proposal was taken in its paragraph.
    pub reworded: &'static str,
    /// How much of each proposal is in the last draft.
    pub shares: &'static str,
    /// Heads: who, how many changes, and how many of them are in each state.
    pub share_columns: [&'static str; 2],
    /// What became of the brackets.
    pub brackets: &'static str,
    /// Heads: the draft, the paragraph, the bracket, what became of it.
    pub bracket_columns: [&'static str; 4],
    /// All of a paragraph stands in a bracket.
    pub whole: &'static str,
    /// There, in another bracket, lifted, lifted and reworded, replaced, dropped.
    pub fates: [&'static str; 6],
    /// Paragraphs that were agreed, and changed.
    pub reopened: &'static str,
    /// Heads: the draft, the paragraph, what it said, the paragraph now.
    pub reopened_columns: [&'static str; 4],
    /// Where the paragraphs of the last draft are from.
    pub sources: &'static str,
    /// Heads: paragraph, contributors, where it stood, what was done.
    pub source_columns: [&'static str; 4],
    /// Head: against the agreed text, by name.
    pub against: &'static str,
    /// Words of the draft.
    pub draft: &'static str,
    /// Words that nobody had proposed.
    pub nobody: &'static str,
    /// Nothing was done.
    pub unchanged: &'static str,
    /// The same words as the agreed text.
    pub same: &'static str,
    /// Not in the agreed text.
    pub new: &'static str,
    /// Paragraphs of the agreed text, by name, that the last draft does not have.
    pub left_out: &'static str,
    /// What the states mean.
    pub legend: &'static str,
}
