//! The noun that an explanation is: what tied a paragraph, what else it could have been, and why it is not that.
//!
//! ```text
//! new OP12   is old OP11      words 612   before 58   after 60   label 0   order 60   place 87      total 877 of 260
//!            not old OP30     words 401   …                                                        total 290: it became OP31
//! ```
//!
//! All figures are those that decided, none is computed for the explanation alone.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::alignment::Link;

/// One of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The earlier.
    Old,
    /// The later.
    New,
}

/// Why a unit is what the alignment says.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Explanation {
    /// Which text the unit stands in.
    pub side: Side,
    /// Its index there.
    pub unit: usize,
    /// What became of it.
    pub link: Link,
    /// What settled it.
    pub decision: Decision,
    /// How alike any two paragraphs of these texts are by habit, in thousandths.
    pub background: i32,
    /// The total that a pair must pass.
    pub enough: i32,
    /// What it could have been, at most five: what it is first, then by their totals.
    pub candidates: Vec<Weighed>,
    /// What was looked at as a piece of a split or a merge: the pieces of its link, else the best that was refused.
    pub pieces: Vec<Coverage>,
    /// The pair that a second look tied it by, else the best that was looked at again.
    pub second: Option<Second>,
}

/// What settled what became of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Decision {
    /// A person said what it is, or that it is nobody's.
    Pin,
    /// A line before or after the text: its form, whatever its figures.
    Form,
    /// All evidence together, over both texts at once.
    Evidence,
    /// What was left on both sides: each other's best by far.
    Remainder,
    /// What was left on both sides, under the same label between the same neighbours: replaced in place.
    Label,
    /// A heading that is a number and nothing else: what it heads.
    Headed,
    /// A footnote in its turn among those of its paragraph.
    Turn,
    /// What was left over of a paragraph that is tied to another.
    Coverage,
    /// Left over, and looked at a second time, by weights that were learned.
    SecondLook,
    /// Others read the same and nothing tells them apart: left unmatched.
    Refused,
    /// Nothing in the other text is enough like it.
    Nothing,
}

/// A pair that was weighed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Weighed {
    /// Index of the old unit.
    pub old: usize,
    /// Index of the new unit.
    pub new: usize,
    /// How alike the words are, in thousandths.
    pub similarity: i32,
    /// Everything that counted, singly; without what counted nothing.
    pub clues: Vec<Score>,
    /// The sum.
    pub total: i32,
    /// Whether the pair was tied, or what spoke against it.
    pub verdict: Verdict,
    /// The pair that was tied instead.
    pub rival: Option<Rival>,
}

/// One thing that spoke for a pair, or with a minus against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Score {
    /// What spoke.
    pub clue: Clue,
    /// How much, in thousandths.
    pub points: i32,
}

/// A pair that was tied in the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Rival {
    /// Index of the old unit.
    pub old: usize,
    /// Index of the new unit.
    pub new: usize,
    /// Its total.
    pub total: i32,
}

/// What can speak for a pair or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Clue {
    /// The words that both hold, the opening verb among them, the rare ones heavy, above the background; below it they count twice.
    Words,
    /// How alike their first words are, beside what those of strangers are.
    Opening,
    /// How alike the paragraphs before them are.
    Before,
    /// How alike the paragraphs after them are.
    After,
    /// The same section and paragraph above; of footnotes, the paragraphs that call them.
    Section,
    /// One is a heading, the other is not.
    Kind,
    /// The same label, as far as labels agree elsewhere.
    Label,
    /// It stands between the partners of the units before and after it.
    Order,
    /// How few other pairs could stand there.
    Place,
    /// Its turn in the run that keeps the order.
    Turn,
    /// Out of order: the words that it takes to name a pair among all.
    Naming,
    /// Out of order, where the texts keep their order elsewhere.
    Habit,
}

/// What became of a pair that was weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Verdict {
    /// It was tied.
    Tied,
    /// Both are pieces of one split or merge.
    Piece,
    /// The total is not enough.
    Short,
    /// They share less than any two paragraphs of these texts.
    Strangers,
    /// Out of its place, with little in common beyond one name or phrase.
    Name,
    /// The other one has a partner.
    Taken,
    /// This one has a partner.
    Outweighed,
    /// Others read the same and nothing tells them apart.
    Refused,
}

/// A unit as a piece of a paragraph that is tied to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Coverage {
    /// Index of the old unit.
    pub old: usize,
    /// Index of the new unit.
    pub new: usize,
    /// Everything that counted, singly.
    pub clues: Vec<CoverageScore>,
    /// The sum of the clues that say no `enough` of their own.
    pub total: i32,
    /// What that sum must reach.
    pub enough: i32,
    /// Whether it is a piece.
    pub taken: bool,
}

/// One thing that spoke for a piece, or with a minus against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct CoverageScore {
    /// What spoke.
    pub clue: CoverageClue,
    /// How much: thousandths, or bits.
    pub points: i32,
    /// What it is measured by, where it is no part of the sum.
    pub enough: Option<i32>,
}

/// What can speak for a piece or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CoverageClue {
    /// How alike it is to what the other pieces leave of the whole, above the background.
    Rest,
    /// It stands beside another piece.
    Beside,
    /// Between a recital and a provision more is asked for.
    Across,
    /// How much of it stands in what is left of the whole, and how much would be enough alone.
    Held,
    /// The bits that it shares with what is left, and how many a piece needs that stands apart.
    Shared,
    /// Beside another piece: how alike it is as it stands, and to any other unit at most.
    Unrivalled,
    /// What both halves come to as one pair, when neither alone was tied, and what it takes.
    Together,
    /// The bits of the longest passage that it shares with what is left, and with any other unit at most.
    Passage,
}

/// A pair that was looked at a second time, when all else was tied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct Second {
    /// Index of the old unit.
    pub old: usize,
    /// Index of the new unit.
    pub new: usize,
    /// Everything that counted, singly; without what counted nothing.
    pub clues: Vec<SecondScore>,
    /// The sum: a thousand times the natural logarithm of the odds that they are one.
    pub total: i32,
    /// What the sum must reach; None of what would be a piece, which is only suggested.
    pub enough: Option<i32>,
    /// Whether it was tied.
    pub taken: bool,
}

/// One thing that spoke for a pair in a second look, or with a minus against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[non_exhaustive]
pub struct SecondScore {
    /// What spoke.
    pub clue: SecondClue,
    /// How much, in thousandths of the logarithm of the odds.
    pub points: i32,
}

/// What can speak for a pair in a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SecondClue {
    /// Whatever the pair: most that is left over is nobody's.
    Base,
    /// The words that both hold.
    Words,
    /// Those of them that stand in one passage.
    Passage,
    /// How alike their first words are.
    Opening,
    /// How many other pairs of the two are more alike.
    Rank,
    /// How far the likest that is also left over is behind.
    Rivals,
    /// Whether the paragraphs before and after are tied to each other.
    Neighbours,
    /// How far it is from its place.
    Place,
    /// Both are recitals, provisions or headings.
    Kind,
    /// How their lengths differ.
    Lengths,
    /// What the tie of the other leaves of it.
    Rest,
    /// It stands beside a piece of the other.
    Beside,
}
