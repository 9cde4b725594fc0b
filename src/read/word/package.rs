//! The Word file as it was read, kept for the writer that tracks changes on it.
//!
//! ```text
//! block text   "12. Nations‑Unies et"
//! automatic     ^^^ counted by Word, in no run
//! said              ^ run 0, bytes 812..813    the n-th scalar after the automatic label
//! raw          <w:r><w:rPr>…</w:rPr><w:t>Nations</w:t><w:noBreakHyphen/><w:t>Unies</w:t></w:r><w:r><w:t> et</w:t></w:r>
//! ```
//!
//! All offsets are bytes of the part's XML, revisions settled. A writer that only splices at such offsets keeps everything else
//! of the file byte for byte:
//!
//! - To cut before a scalar, cut at the start of its place's `raw`. What stands between two places (bookmarks, soft hyphens, white
//!   space that was one too many, hidden text, field codes) goes with the scalar before it.
//! - The `run` of a place says which of `runs` is cut. If a [`Run::texts`] holds the offset strictly inside its `content`, that text
//!   element must be closed and opened again, with `xml:space="preserve"`, else the cut falls between two elements of the run.
//!   The second half takes a copy of the bytes of `properties`.
//! - Scalars may share one `raw`: a formula, or letters that were composed. They are cut together.
//! - A paragraph may hold others, in a text box: the runs of those are not among its `runs`, but lie inside the range of one.

use std::ops::Range;

use super::said::{Place, Said};

/// A Word file as it was read, with the way from each piece of text back to its runs. Opaque but to the Word writer.
///
/// `paragraphs[n]` is the paragraph of the source's `n`-th block, so also of the document's `n`-th unit.
#[derive(Debug)]
#[allow(dead_code, reason = "the Word writer reads all of it")]
pub struct Package {
    /// Every part, in the order of the file, with revisions settled (unless they are kept) and XML in UTF-8.
    pub(crate) parts: Vec<Part>,
    /// The part of the text.
    pub(crate) document: usize,
    /// The part of the footnotes.
    pub(crate) footnotes: Option<usize>,
    /// The part of the endnotes.
    pub(crate) endnotes: Option<usize>,
    /// How many revisions stand in the parts, as if accepted.
    pub(crate) kept: usize,
    /// Who made the revisions.
    pub(crate) authors: Vec<String>,
    /// Words that one deleted of what another had inserted: who, whose, which.
    pub(crate) nested: Vec<[String; 3]>,
    /// One a block, in order.
    pub(crate) paragraphs: Vec<Paragraph>,
}

/// One file of the package.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "the Word writer reads all of it")]
pub(crate) struct Part {
    /// "word/document.xml"
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// One block, in the XML.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "the Word writer reads all of it")]
pub(crate) struct Paragraph {
    /// Index in [`Package::parts`].
    pub(crate) part: usize,
    /// The whole `w:p`.
    pub(crate) element: Range<usize>,
    /// Its `w:pPr`, or the empty range where one would stand.
    pub(crate) properties: Range<usize>,
    /// Every `w:r` (and formula) of the paragraph, in order, with or without text.
    pub(crate) runs: Vec<Run>,
    /// The text of the block after its automatic label, as it stood before structure took labels and marks out.
    pub(crate) said: Said,
    /// How many characters of the block stand in the paragraph before: a large first letter.
    pub(crate) initial: usize,
    /// One for each of the block's marks: the element that refers to the note.
    pub(crate) marks: Vec<Place>,
    /// Where its label comes from.
    pub(crate) label: LabelSource,
}

/// Where the label of a paragraph comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(dead_code, reason = "the Word writer reads all of it")]
pub(crate) enum LabelSource {
    /// It is counted: by a list, or as the number of a note.
    Automatic(String),
    /// It stands in the text, or there is none.
    Typed,
}

/// A `w:r`, or a formula, which is not to be cut.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(dead_code, reason = "the Word writer reads all of it")]
pub(crate) struct Run {
    /// The whole element.
    pub(crate) element: Range<usize>,
    /// Its `w:rPr`, or the empty range where one would stand.
    pub(crate) properties: Range<usize>,
    /// Its `w:t` elements, in order.
    pub(crate) texts: Vec<TextElement>,
}

/// A `w:t`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(dead_code, reason = "the Word writer reads all of it")]
pub(crate) struct TextElement {
    /// The whole element.
    pub(crate) element: Range<usize>,
    /// What stands between its tags.
    pub(crate) content: Range<usize>,
}
