//! From blocks to a document: what each paragraph is, its number, its section, its footnotes.

mod document;

pub use document::{Adoption, Document, Footnote, Kind, Note, Unit};

use crate::read::Source;

/// The document in `source`. Cannot fail: what cannot be placed is kept where it stood, with a note.
pub fn structure(source: Source) -> Document {
    let units = source
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let (label, text) = split_label(&block.text);
            Unit {
                index,
                id: format!("P{}", index + 1),
                parent: None,
                kind: if label.is_some() { Kind::Operative } else { Kind::Preambular },
                number: label.map(|l| l.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()),
                label: label.map(str::to_owned),
                section: vec![],
                text: text.to_owned(),
                footnotes: vec![],
            }
        })
        .collect();
    Document {
        label: source.name.clone(),
        symbol: None,
        title: None,
        adopted: None,
        session: None,
        language: source.language,
        layout: source.layout,
        units,
        repairs: source.repairs,
        notes: vec![],
    }
}

fn split_label(text: &str) -> (Option<&str>, &str) {
    if let Some((head, rest)) = text.split_once(' ') {
        let digits = head.trim_end_matches('.').chars().all(|c| c.is_ascii_digit() || c == '.')
            && head.chars().any(|c| c.is_ascii_digit());
        let letter = head.ends_with(')') && head.len() <= 6;
        if digits || letter {
            return (Some(head), rest);
        }
    }
    (None, text)
}
