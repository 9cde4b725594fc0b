//! What the page asks and what it is told, as they go from the page to this process, and from it to the one that reads.
//!
//! ```text
//! question   4 bytes: length of the head · head, JSON · the texts, one after the other
//! answer     4 bytes: length of the head · head, JSON · what was made
//! ```

use serde::{Deserialize, Serialize};

use super::card::Card;
use crate::language::Language;

/// Texts at a time.
pub(super) const TEXTS: usize = 40;
/// Bytes of one text: as `--max-size`.
pub(super) const EACH: u64 = 64 << 20;
/// Bytes of all texts together.
pub(super) const ALL: u64 = 128 << 20;
/// Bytes of the head of a question, whose names are as long as a name can be.
pub(super) const HEAD: u64 = 64 << 10;

/// What is to be done with the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum What {
    /// Say how the one text was read.
    Read,
    Redline,
    Table,
    Series,
    Compilation,
    Concordance,
}

/// How it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Form {
    Page,
    Word,
}

/// A text by its name and its size in bytes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Text {
    pub(super) name: String,
    pub(super) size: u64,
}

/// The head of a question.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) what: What,
    pub(super) form: Form,
    /// The language of the page.
    pub(super) ui: Language,
    /// The language of headings; that of the texts when None.
    pub(super) headings: Option<Language>,
    pub(super) texts: Vec<Text>,
}

impl Question {
    /// A question and its texts; None for what is none, or asks for more than may be.
    pub(super) fn of(bytes: &[u8]) -> Option<(Self, Vec<&[u8]>)> {
        let (question, mut rest): (Self, _) = split(bytes)?;
        if question.texts.is_empty() || question.texts.len() > TEXTS {
            return None;
        }
        let mut texts = vec![];
        for text in &question.texts {
            let (own, others) = rest.split_at_checked(usize::try_from(text.size).ok()?)?;
            texts.push(own);
            rest = others;
        }
        rest.is_empty().then_some((question, texts))
    }
}

/// What was made of texts.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Made {
    /// The name of its file.
    pub(super) name: String,
    pub(super) form: Form,
    /// What it holds, in half a line.
    pub(super) line: String,
    /// What must not be overlooked.
    pub(super) warnings: Vec<String>,
    /// Where it is; for the page.
    #[serde(default)]
    pub(super) address: String,
}

/// The head of an answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Answer {
    /// How a text was read.
    Card(Card),
    Made(Made),
    /// What is wrong, and what to do.
    Error(String),
}

/// `head` and what belongs to it.
pub(super) fn joined(head: &impl Serialize, rest: &[u8]) -> Vec<u8> {
    let head = serde_json::to_vec(head).expect("only maps with string keys");
    [&(head.len() as u32).to_le_bytes()[..], &head, rest].concat()
}

/// What [`joined`] joined.
pub(super) fn split<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<(T, &'a [u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (head, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    Some((serde_json::from_slice(head).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(sizes: &[u64], bytes: &[u8]) -> Vec<u8> {
        let texts = sizes.iter().map(|&size| Text { name: "a.txt".to_owned(), size }).collect();
        joined(&Question { what: What::Table, form: Form::Page, ui: Language::En, headings: None, texts }, bytes)
    }

    #[test]
    fn texts_come_out_as_they_went_in() {
        let question = question(&[2, 0, 3], b"abcde");
        let (_, texts) = Question::of(&question).unwrap();
        assert_eq!(texts, [&b"ab"[..], b"", b"cde"]);
    }

    #[test]
    fn a_question_that_lies_of_its_sizes_is_none() {
        for (sizes, bytes) in [(&[3][..], &b"ab"[..]), (&[1], b"ab"), (&[u64::MAX, 2], b"ab"), (&[], b""), (&[0; TEXTS + 1], b"")]
        {
            assert!(Question::of(&question(sizes, bytes)).is_none(), "{sizes:?}");
        }
        for bytes in [&b""[..], b"\xff\xff\xff\xff{}", b"\x02\0\0\0{}", b"\x04\0\0\0null"] {
            assert!(Question::of(bytes).is_none());
        }
    }
}
