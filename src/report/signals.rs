//! What a change is about, where that is worth pointing at: a figure or a date, or the verb that a paragraph decides with.
//!
//! ```text
//! [-fifteen-]{+12+} persons            a figure
//! by 1 [-May-]{+June+}                 a date
//! [-Urges-]{+Invites+} the Bureau      the operative verb
//! ```
//!
//! A deletion and the insertion that follows it are one change: what one of them says, both are about. Only changes of substance are
//! looked at, and only inside paragraphs that both texts have. Of number words, articles do not count ("un", "one").

use super::row::Signal;
use crate::align::Relation;
use crate::compare::{Change, Edit, EditWeight, Op};
use crate::findings::{VerbChange, has_figure};
use crate::language::Language;

/// The signal of each edit of `change`.
pub(super) fn signals(change: &Change, languages: [Language; 2], verb: Option<&VerbChange>) -> Vec<Signal> {
    if matches!(change.link.relation, Relation::Inserted | Relation::Deleted) {
        return vec![Signal::default(); change.edits.len()];
    }
    let mut signals = Vec::with_capacity(change.edits.len());
    let (mut old_at, mut new_at) = (0, 0);
    for edits in super::editorial::changes(&change.edits) {
        let is_substantive = edits[0].weight == Some(EditWeight::Substantive);
        let is_figure = is_substantive && edits.iter().any(|edit| has_figure(&edit.text, language(edit, languages)));
        let is_verb = is_substantive && verb.is_some_and(|verb| old_at < verb.old_end || new_at < verb.new_end);
        signals.extend(edits.iter().map(|_| Signal { is_figure, is_verb }));
        for edit in edits {
            let length = edit.text.chars().count();
            old_at += if edit.op == Op::Insert { 0 } else { length };
            new_at += if edit.op == Op::Delete { 0 } else { length };
        }
    }
    signals
}

fn language(edit: &Edit, [old, new]: [Language; 2]) -> Language {
    if edit.op == Op::Delete { old } else { new }
}
