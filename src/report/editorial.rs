//! How loudly each edit is shown: editorial changes lightly, and white space that nobody sees hardly at all.
//!
//! ```text
//!          quotes changed           a no-break space for a space       words changed
//! show     [-"-]{+“+}  lightly      [- -]{+ +}  lightly                [-old-]{+new+}
//! light    [-"-]{+“+}  lightly      the new space, a dot under it      [-old-]{+new+}
//! hide     “                        the new space                      [-old-]{+new+}
//! ```
//!
//! Nothing is hidden silently: editorial changes are counted in the summary whatever is shown of them.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;

use super::row::Stress;
use crate::compare::{Change, Edit, EditWeight, Op};

/// What is shown of editorial changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Editorial {
    /// Both texts, lightly marked, white space too.
    Show,
    /// Both texts, lightly marked; of white space the new text alone. What a reader can see is marked, what nobody sees is not.
    #[default]
    Light,
    /// The new text alone.
    Hide,
}

/// The stress of each of `edits`.
pub(super) fn stresses(edits: &[Edit], editorial: Editorial) -> Vec<Stress> {
    let mut stresses = Vec::with_capacity(edits.len());
    for change in changes(edits) {
        let stress = match (change[0].weight, editorial) {
            (Some(EditWeight::Substantive) | None, _) => Stress::Full,
            (_, Editorial::Light) if is_space_alone(change) => Stress::Faint,
            (_, Editorial::Show | Editorial::Light) => Stress::Light,
            (_, Editorial::Hide) => Stress::Silent,
        };
        stresses.extend(change.iter().map(|_| stress));
    }
    stresses
}

/// How many editorial changes `change` holds; a deletion with its insertion is one.
pub(super) fn touches(change: &Change) -> usize {
    changes(&change.edits).filter(|edits| edits[0].weight == Some(EditWeight::Editorial)).count()
}

/// The edits, a deletion together with the insertion that follows it.
pub(super) fn changes(edits: &[Edit]) -> impl Iterator<Item = &[Edit]> {
    edits.chunk_by(|before, after| before.op == Op::Delete && after.op == Op::Insert && before.weight == after.weight)
}

/// Whether no visible character differs.
fn is_space_alone(change: &[Edit]) -> bool {
    let seen = |op: Op| -> String {
        let side = change.iter().filter(|edit| edit.op == op);
        side.flat_map(|edit| edit.text.chars().filter(|&c| !is_blank(c))).collect()
    };
    seen(Op::Delete) == seen(Op::Insert)
}

/// Spaces of every width, and the border of a paragraph in a split or a merge, which is told beside it; not what `visible` shows by a sign.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\n' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(parts: &[(Op, &str, Option<EditWeight>)]) -> Vec<Edit> {
        parts.iter().map(|&(op, text, weight)| Edit { op, text: text.to_owned(), weight }).collect()
    }

    #[test]
    fn white_space_is_faint_and_typography_light_and_words_always_full() {
        use EditWeight::{Editorial as E, Substantive as S};
        use Stress::{Faint, Full, Light, Silent};
        let edits = edits(&[
            (Op::Delete, "« a", Some(E)),
            (Op::Insert, "«\u{a0}a", Some(E)),
            (Op::Equal, "b", None),
            (Op::Delete, "'", Some(E)),
            (Op::Insert, "’", Some(E)),
            (Op::Delete, "c", Some(S)),
            (Op::Insert, "d", Some(S)),
        ]);
        let shown = |editorial| stresses(&edits, editorial);
        assert_eq!(shown(Editorial::Show), [Light, Light, Full, Light, Light, Full, Full]);
        assert_eq!(shown(Editorial::Light), [Faint, Faint, Full, Light, Light, Full, Full]);
        assert_eq!(shown(Editorial::Hide), [Silent, Silent, Full, Silent, Silent, Full, Full]);
    }
}
