//! The words of the interface, as data: a file a language.
//!
//! ```text
//! en  OP12 (was OP11)      moved from OP9
//! fr  par. 12 (anc. 11)    déplacé, auparavant par. 9
//! es  párr. 12 (ant. 11)   trasladado, antes párr. 9
//! ```
//!
//! A `{}` stands for a number or a name, filled in by [`fill`]. Only what a person reads is here: codes in JSON never change with the language.

mod compiling;
mod concord;
mod en;
mod es;
mod explaining;
mod fr;
mod opening;
mod reading;
mod tracing;

use crate::language::Language;

pub use compiling::Compiling;
pub use concord::ConcordWords;
pub use explaining::Explaining;
pub use opening::Opening;
pub use reading::Reading;
pub use tracing::Tracing;

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

/// What is said of a series.
#[derive(Debug)]
#[non_exhaustive]
pub struct YearWords {
    /// What the page is.
    pub series: &'static str,
    /// The texts, first and last.
    pub from_to: &'static str,
    /// How many texts there are.
    pub texts: Plural,
    /// What each sign means, in the order of `Sign::ALL`.
    pub signs: [&'static str; 9],
    /// A wording's first text.
    pub since: &'static str,
    /// Back since a text, and when it had been there before.
    pub again: &'static str,
    /// From one text to another.
    pub spell: &'static str,
    /// Dropped in a text.
    pub dropped: &'static str,
    /// What took a paragraph in.
    pub merged_into: &'static str,
    /// The heading of what is gone.
    pub gone: &'static str,
    /// The heading of what changed most often.
    pub stability: &'static str,
    /// How many paragraphs never changed.
    pub never: Plural,
    /// What changed most often: a name, how often, and of how many times that it could.
    pub often: &'static str,
    /// The text whose words are dated.
    pub dated: &'static str,
    /// How much of a text stems from one, the earlier the better known: a share, the text, and the one.
    pub mostly: &'static str,
    /// The sections that changed most often.
    pub disputed: &'static str,
    /// How most of a paragraph is marked.
    pub rest: &'static str,
    /// A name, and what is said of it.
    pub named: &'static str,
    /// Two texts that are compared.
    pub pair: &'static str,
    /// Not in a text, but before and after it.
    pub absent: &'static str,
    /// Back again, and the text that it is compared with.
    pub back: &'static str,
    /// Back again, and the last text that had it.
    pub back_after: &'static str,
    /// Where a part of a split leads.
    pub its_life: &'static str,
    /// What stands before the first heading.
    pub preamble: &'static str,
    /// The heading of the matrix.
    pub map: &'static str,
    /// How it is read.
    pub map_hint: &'static str,
    /// The head of the column of paragraphs.
    pub paragraph: &'static str,
    /// The heading of the lives.
    pub lives: &'static str,
    /// How one is chosen.
    pub lives_hint: &'static str,
    /// All of them at once.
    pub all_lives: &'static str,
    /// Back to the matrix.
    pub to_map: &'static str,
    /// How the shading of a text is read.
    pub ages_hint: &'static str,
    /// The heading of the pairs.
    pub compare: &'static str,
    /// Before the choice of a pair.
    pub which: &'static str,
    /// The first text and the last.
    pub whole: &'static str,
    /// Each text and the next.
    pub neighbours: &'static str,
    /// Each text and the latest.
    pub to_latest: &'static str,
    /// The heading of the picture.
    pub picture: &'static str,
    /// How it is read.
    pub picture_hint: &'static str,
    /// The heading of what each text changed.
    pub news: &'static str,
    /// What is called a text, in tables.
    pub text: &'static str,
    /// What changed, in tables.
    pub change: &'static str,
    /// What is called a section, in tables.
    pub section: &'static str,
    /// How many paragraphs, in tables.
    pub paragraphs: &'static str,
    /// How many of them never changed.
    pub never_changed: &'static str,
    /// Since when nothing changed.
    pub unchanged_since: &'static str,
    /// How many changes.
    pub changes: &'static str,
    /// How many changes for each text.
    pub rate: &'static str,
    /// The oldest words.
    pub oldest: &'static str,
    /// What became of a paragraph.
    pub fate: &'static str,
    /// How a paragraph begins.
    pub opening: &'static str,
}

/// One word for one, another for several.
pub type Plural = (&'static str, &'static str);

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

/// What figures say, and the tables of them.
#[derive(Debug)]
#[non_exhaustive]
pub struct Findings {
    /// Heading of the figures that changed.
    pub changed: &'static str,
    /// Heading of what to check.
    pub check: &'static str,
    /// Before what is to be checked in a paragraph.
    pub flag: &'static str,
    /// What it could be instead.
    pub instead: &'static str,
    /// Heading of facts through the years.
    pub counts: &'static str,
    /// Heading of what can be asked of a text.
    pub lint: &'static str,
    /// Where there are no facts.
    pub nothing: &'static str,
    /// Where there is nothing to ask.
    pub clean: &'static str,
    /// Head of a column: where.
    pub paragraph: &'static str,
    /// Head of a column: what sort of fact.
    pub kind: &'static str,
    /// Head of a column: a fact of what.
    pub what: &'static str,
    /// Head of a column: the course of a number.
    pub course: &'static str,
    /// Head of a column: how much it matters.
    pub severity: &'static str,
    /// How much it matters, the least first.
    pub severities: [&'static str; 3],
    /// Head of a column: which rule.
    pub rule: &'static str,
    /// Head of a column: what is the matter.
    pub matter: &'static str,
    /// Head of a column: what it could be instead.
    pub suggestion: &'static str,
    /// Sorts of facts, in the order of [`FactKind::ALL`](crate::findings::FactKind::ALL).
    pub kinds: [&'static str; 10],
    /// How strong a verb is: that asks, that only notes, that approves, that criticizes.
    pub strengths: [&'static str; 4],
    /// What is the matter, by rule.
    pub rules: &'static [(&'static str, &'static str)],
}

impl Phrases {
    /// The words of `language`.
    pub fn of(language: Language) -> &'static Self {
        match language {
            // The phrases of the other three are English until somebody who writes them well has read them.
            Language::En | Language::Ru | Language::Ar | Language::Zh => &en::PHRASES,
            Language::Fr => &fr::PHRASES,
            Language::Es => &es::PHRASES,
        }
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

/// `count` with the word for one or for several.
pub fn counted(plural: Plural, count: usize) -> String {
    fill(if count == 1 { plural.0 } else { plural.1 }, &[&count.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_that_looks_like_a_hole_is_not_filled_again() {
        assert_eq!(fill("moved from {} to {}", &["{}", "b"]), "moved from {} to b");
    }

    #[test]
    fn every_language_says_the_same_codes() {
        let codes = |list: &[(&'static str, &'static str)]| list.iter().map(|&(code, _)| code).collect::<Vec<_>>();
        let english = Phrases::of(Language::En);
        for other in Language::ALL {
            assert_eq!(codes(english.doubts), codes(Phrases::of(other).doubts));
            assert_eq!(codes(english.remarks), codes(Phrases::of(other).remarks));
            assert_eq!(codes(english.repairs), codes(Phrases::of(other).repairs));
            assert_eq!(codes(english.left_out), codes(Phrases::of(other).left_out));
            assert_eq!(codes(english.reading.kinds), codes(Phrases::of(other).reading.kinds));
            assert_eq!(codes(english.reading.steps), codes(Phrases::of(other).reading.steps));
            assert_eq!(codes(english.explaining.decisions), codes(Phrases::of(other).explaining.decisions));
            assert_eq!(codes(english.explaining.clues), codes(Phrases::of(other).explaining.clues));
            assert_eq!(codes(english.explaining.verdicts), codes(Phrases::of(other).explaining.verdicts));
            assert_eq!(codes(english.findings.rules), codes(Phrases::of(other).findings.rules));
        }
    }
}
