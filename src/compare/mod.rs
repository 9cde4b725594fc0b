//! From links to redlines: which words of each paragraph changed.

mod comparison;

pub use comparison::{Change, Comparison, Edit, EditWeight, Op, Weight};

use crate::align::{Alignment, Relation};
use crate::structure::Document;
use crate::text::tokens;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Compares the words of every link.
pub fn compare(old: &Document, new: &Document, alignment: Alignment) -> Comparison {
    let join = |document: &Document, side: &[usize]| {
        side.iter().map(|&i| document.units[i].text.as_str()).collect::<Vec<_>>().join("\n")
    };
    let changes = alignment
        .links
        .into_iter()
        .map(|link| {
            let (a, b) = (join(old, &link.old), join(new, &link.new));
            let edits = edits(&a, &b);
            let edited = a != b || matches!(link.relation, Relation::Inserted | Relation::Deleted);
            Change {
                edited,
                footnotes_changed: false,
                weight: if edited { Weight::Substantive } else { Weight::None },
                edits,
                link,
            }
        })
        .collect();
    Comparison { changes, notes: alignment.notes }
}

fn edits(old: &str, new: &str) -> Vec<Edit> {
    let (a, b) = (tokens(old), tokens(new));
    let mut edits = vec![];
    let mut push = |op, text: String| {
        if !text.is_empty() {
            edits.push(Edit { op, text, weight: (op != Op::Equal).then_some(EditWeight::Substantive) })
        }
    };
    let text = |side: &[crate::text::Token], at: usize, len: usize| side[at..at + len].iter().map(|t| t.text).collect::<String>();
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        match op {
            DiffOp::Equal { old_index, len, .. } => push(Op::Equal, text(&a, old_index, len)),
            DiffOp::Delete { old_index, old_len, .. } => push(Op::Delete, text(&a, old_index, old_len)),
            DiffOp::Insert { new_index, new_len, .. } => push(Op::Insert, text(&b, new_index, new_len)),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                push(Op::Delete, text(&a, old_index, old_len));
                push(Op::Insert, text(&b, new_index, new_len));
            }
        }
    }
    edits
}
