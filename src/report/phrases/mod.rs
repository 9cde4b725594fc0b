//! The words of the interface, as data: a folder a language.
//!
//! ```text
//! en  OP12 (was OP11)      moved from OP9
//! fr  par. 12 (anc. 11)    déplacé, auparavant par. 9
//! es  párr. 12 (ant. 11)   trasladado, antes párr. 9
//! ru  п. 12 (ранее 11)     перенесено, ранее п. 9
//! ```
//!
//! A `{}` stands for a number or a name, filled in by [`fill`]. Only what a person reads is here: codes in JSON never change with the language.

mod ar;
mod compiling;
mod concord;
mod en;
mod es;
mod explaining;
mod findings;
mod fr;
mod opening;
mod page;
mod plural;
mod reading;
mod ru;
mod tracing;
mod years;
mod zh;

use crate::language::Language;

pub use compiling::Compiling;
pub use concord::ConcordWords;
pub use explaining::Explaining;
pub use findings::Findings;
pub use opening::Opening;
pub use page::{PageWords, Tools};
pub use plural::{Plural, counted};
pub use reading::Reading;
pub use tracing::Tracing;
pub use years::YearWords;

/// The words of one language.
#[derive(Debug)]
#[non_exhaustive]
pub struct Phrases {
    /// Which language.
    pub language: Language,
    /// Between what is spoken of and what is said of it.
    pub colon: &'static str,
    /// Between the parts of a line.
    pub semicolon: &'static str,
    /// Between the parts of a list that are said in words.
    pub comma: &'static str,
    /// Between two sentences, the first of which has no stop of its own.
    pub stop: &'static str,
    /// From what was to what is, in the direction of reading.
    pub arrow: &'static str,
    /// Two texts that are compared; a word parts them where the direction of their names would turn an arrow about.
    pub pair: &'static str,
    /// Of a file of which there is nothing else to say.
    pub written: &'static str,
    /// Names of units.
    pub names: Names,
    /// What happened to a paragraph.
    pub badges: Badges,
    /// The counts of the summary.
    pub tallies: Tallies,
    /// What matters.
    pub digest: DigestWords,
    /// Headings and fixed words of the page.
    pub page: PageWords,
    /// What is said of a series.
    pub years: YearWords,
    /// What can be done on the page.
    pub tools: Tools,
    /// Why a paragraph is what it is.
    pub explaining: Explaining,
    /// How one text was read.
    pub reading: Reading,
    /// The words of a compilation of proposals.
    pub compiling: &'static Compiling,
    /// Of `rature drafts`.
    pub tracing: &'static Tracing,
    /// Of language versions that are compared.
    pub concord: &'static ConcordWords,
    /// Of the page on which texts are dropped and read.
    pub opening: &'static Opening,
    /// Headings and words of tables.
    pub table: TableWords,
    /// What figures say.
    pub findings: Findings,
    /// Doubts, by code: what is said for the notes that the report itself makes.
    pub doubts: &'static [(&'static str, &'static str)],
    /// Quiet remarks, by code: what is said for notes whose message stays in English in the JSON.
    pub remarks: &'static [(&'static str, &'static str)],
    /// Reasons for repairs, by code.
    pub repairs: &'static [(&'static str, &'static str)],
    /// What something that was left out was taken for, by code.
    pub left_out: &'static [(&'static str, &'static str)],
}

/// What units are called, before their number.
#[derive(Debug)]
#[non_exhaustive]
pub struct Names {
    /// Before an operative number.
    pub operative: &'static str,
    /// Before the number of an article of a code.
    pub article: &'static str,
    /// A paragraph without a number, under nothing that has one.
    pub unnumbered: &'static str,
    /// Before a preambular number.
    pub preambular: &'static str,
    /// Before the number of a part that counts anew.
    pub part: &'static str,
    /// Before the number of an annex.
    pub annex: &'static str,
    /// Before the number of a heading.
    pub heading: &'static str,
    /// Before the mark of a footnote.
    pub note: &'static str,
    /// Title, symbol, agenda item.
    pub front: &'static str,
    /// The enacting formula.
    pub enacting: &'static str,
    /// What follows the last paragraph.
    pub closing: &'static str,
    /// From one number to another, with `{p}` for what stands before them, `{a}` and `{b}`.
    pub range: &'static str,
    /// Between numbers and names of a list.
    pub comma: &'static str,
    /// Between the last two of a list.
    pub and: &'static str,
    /// A section by its heading.
    pub section: &'static str,
    /// The letter of a part of a paragraph, behind its number.
    pub letter: &'static str,
    /// Ends of a prefix, and what they are where several numbers follow. Others are the same for several.
    pub plurals: &'static [(&'static str, &'static str)],
    /// What stands before a name of the old text that something comes from, by how the name begins: of one, of several. Others have
    /// nothing.
    pub articles: &'static [(&'static str, &'static str, &'static str)],
}

/// What happened to a paragraph.
#[derive(Debug)]
#[non_exhaustive]
pub struct Badges {
    /// What is only in the old text, by the name it had there.
    pub former: &'static str,
    /// The label it had, with `{p}` for what stands before the number and `{a}` for the number.
    pub was: &'static str,
    /// Only in the new text.
    pub inserted: &'static str,
    /// Only in the old text.
    pub deleted: &'static str,
    /// Stands elsewhere than before: where it stood.
    pub moved_from: &'static str,
    /// Of a paragraph that moved, where what it was called is said beside it or is nothing.
    pub moved: &'static str,
    /// Of a paragraph that moved and kept its number.
    pub moved_in_place: &'static str,
    /// Of a paragraph that came: which it might be.
    pub perhaps_from: &'static str,
    /// The same, of one that went.
    pub perhaps_now: &'static str,
    /// Of a tie that may be none.
    pub doubtful: &'static str,
    /// The same, where words changed on the way.
    pub moved_from_edited: &'static str,
    /// At the old place: where it stands now.
    pub moved_to: &'static str,
    /// Words that came from another paragraph: from which, and how they begin.
    pub passage_from: &'static str,
    /// Words that went to another paragraph: to which, and how they begin.
    pub passage_to: &'static str,
    /// Words that moved inside their paragraph: how they begin.
    pub passage_within: &'static str,
    /// Words that are quoted, as of a heading.
    pub quoted: &'static str,
    /// Part of what was one paragraph.
    pub split_from: &'static str,
    /// Made of several paragraphs.
    pub merged_from: &'static str,
    /// No phrase was kept.
    pub replaced: &'static str,
    /// Typography only.
    pub editorial: &'static str,
    /// A footnote came, went, moved or was reworded.
    pub footnotes: &'static str,
    /// Square brackets came or went about the number: as printed before, and now.
    pub brackets: &'static str,
    /// What a draft says of the paragraph beside its words.
    pub status: &'static str,
    /// The same, before and now.
    pub status_changed: &'static str,
    /// A person decided what it is.
    pub pinned: &'static str,
    /// The operative verb was another: which, and which it is.
    pub verb: &'static str,
    /// The same, where it is stronger.
    pub verb_stronger: &'static str,
    /// The same, where it is weaker.
    pub verb_weaker: &'static str,
    /// A run of paragraphs without a change, folded.
    pub unchanged: &'static str,
    /// After it, when it has editorial changes that are not shown.
    pub but: Plural,
    /// The numbers that such a run had, after its own.
    pub were: &'static str,
}

/// The counts of the summary.
#[derive(Debug)]
#[non_exhaustive]
pub struct Tallies {
    /// Not a character differs.
    pub unchanged: Plural,
    /// Typography only.
    pub editorial: Plural,
    /// Words differ.
    pub substantive: Plural,
    /// Only in the new text.
    pub inserted: Plural,
    /// Only in the old text.
    pub deleted: Plural,
    /// Stands elsewhere.
    pub moved: Plural,
    /// Another label.
    pub renumbered: Plural,
    /// One became several.
    pub split: Plural,
    /// Several became one.
    pub merged: Plural,
    /// Footnotes changed.
    pub footnotes: Plural,
    /// Of which a draft says something else: "[agreed ad ref]".
    pub status: Plural,
    /// What was left out of the texts and differs.
    pub left_out: Plural,
    /// Editorial changes, wherever they are.
    pub touches: Plural,
    /// Words that came.
    pub words_inserted: Plural,
    /// Words that went.
    pub words_deleted: Plural,
    /// Words that moved.
    pub words_moved: Plural,
    /// How much of the later text stood in the earlier one, of a hundred.
    pub carried: &'static str,
    /// The heading of the same by section.
    pub carried_by: &'static str,
    /// Of a hundred.
    pub percent: &'static str,
    /// What a careful reader would check.
    pub to_check: Plural,
    /// Nothing differs at all.
    pub nothing: &'static str,
}

/// What matters, and how it is sorted.
#[derive(Debug)]
#[non_exhaustive]
pub struct DigestWords {
    /// Its heading.
    pub title: &'static str,
    /// How many of a hundred words of the earlier text stand, and which text that is.
    pub stands: &'static str,
    /// The sorts, in the order of `Matter::ALL`.
    pub heads: [&'static str; 8],
    /// Of a verb that asks or says less.
    pub weaker: &'static str,
    /// Of a verb that asks or says more.
    pub stronger: &'static str,
    /// How many figures rolled forward by themselves.
    pub routine: Plural,
}

/// Headings and words of the comparison table and of the list of changes for spreadsheets.
#[derive(Debug)]
#[non_exhaustive]
pub struct TableWords {
    /// What the comparison table is.
    pub comparison: &'static str,
    /// Heading of the empty column.
    pub remarks: &'static str,
    /// Which paragraph.
    pub place: &'static str,
    /// What it was called.
    pub was: &'static str,
    /// The headings above it.
    pub section: &'static str,
    /// What happened to it.
    pub kind: &'static str,
    /// How much it matters.
    pub weight: &'static str,
    /// Words, figures, brackets.
    pub substantive: &'static str,
    /// Typography.
    pub editorial: &'static str,
    /// Words differ.
    pub reworded: &'static str,
    /// Only its number differs.
    pub renumbered: &'static str,
}

impl Phrases {
    /// The words of `language`.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::PHRASES,
            Language::Fr => &fr::PHRASES,
            Language::Es => &es::PHRASES,
            Language::Ru => &ru::PHRASES,
            Language::Ar => &ar::PHRASES,
            Language::Zh => &zh::PHRASES,
        }
    }

    /// "12 → 13": what was, and what is.
    pub fn from_to(&self, was: &str, is: &str) -> String {
        [was, self.arrow, is].concat()
    }

    /// "ASP/20: what is said of it".
    pub fn said_of(&self, of: &str, said: &str) -> String {
        format!("{of}{}{said}", self.colon)
    }
}

/// `template` with each `{}` filled by the next of `parts`.
pub fn fill(template: &str, parts: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut parts = parts.iter();
    let mut pieces = template.split("{}");
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        filled.push_str(parts.next().unwrap_or(&""));
        filled.push_str(piece);
    }
    filled
}

#[cfg(test)]
mod tests;
