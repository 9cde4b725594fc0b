//! What changed in one paragraph since the year before, in few words.

use crate::compare::{Change, Edit, Op, Weight};

/// Whether words of substance changed.
pub(super) fn is_changed(change: &Change) -> bool {
    change.weight == Weight::Substantive
}

/// "four → five; 30 → 15": what went and what came, each change by itself, words that came or went alone with a sign before them.
pub(super) fn told(edits: &[Edit]) -> String {
    let mut said: Vec<String> = vec![];
    let mut went: Option<&str> = None;
    for edit in edits {
        let text = edit.text.trim();
        match edit.op {
            Op::Delete => went = Some(text),
            Op::Insert => said.push(match went.take() {
                Some(went) => format!("{went} → {text}"),
                None => format!("+ {text}"),
            }),
            Op::Equal => said.extend(went.take().map(|went| format!("− {went}"))),
        }
    }
    said.extend(went.map(|went| format!("− {went}")));
    said.join("; ")
}
