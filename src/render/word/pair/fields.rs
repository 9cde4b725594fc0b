//! Fields that begin in one paragraph and end in another, such as a table of contents.
//!
//! ```text
//! ¶ [begin TOC separate] Budget 3     ¶ Staff 5     ¶ [end]       its parts go with the paragraphs, or come with them, or neither
//! ```
//!
//! A part of a field alone breaks the file, so such a field goes only where its paragraphs do, and comes where all of them come. Of the
//! paragraph that it ends in the rest may stay: then what the field printed there is text.

use std::collections::HashMap;

use super::super::atoms::Stuff;
use super::super::tracker::Mark;
use super::super::written::Edits;
use super::column::Track;
use super::safe;
use super::side::{Block, Side, letters};

/// Fields of a side that stand in several paragraphs: for the first of these, the parts of each that begins there, as paragraph and atom.
#[derive(Default)]
pub(super) struct Across {
    by_first: HashMap<usize, Vec<Field>>,
}

/// A field that stands in several paragraphs.
#[derive(Clone)]
struct Field {
    parts: Vec<[usize; 2]>,
    /// Whether it only prints.
    is_safe: bool,
}

impl Across {
    /// Those of `side`. Cost: linear.
    pub(super) fn of(side: &Side<'_>) -> Self {
        let mut across = Self::default();
        // For each open field its parts, its code, and whether that has ended.
        let mut open: Vec<(Vec<[usize; 2]>, String, bool)> = vec![];
        let mut sheet = 0;
        for (at, para) in side.paragraphs.iter().enumerate() {
            if sheet != para.sheet {
                open.clear();
                sheet = para.sheet;
            }
            let source = side.sheet(para).source;
            for (place, atom) in para.taken.atoms.iter().enumerate().filter(|(_, atom)| matches!(atom.what, Stuff::Field(_))) {
                let raw = atom.raw(source);
                let is = |kind: &str| raw.contains("fldChar") && raw.contains(&format!("\"{kind}\""));
                if is("begin") {
                    open.push((vec![], String::new(), false));
                }
                let Some((parts, code, has_ended)) = open.last_mut() else { continue };
                parts.push([at, place]);
                *has_ended |= is("separate");
                if !*has_ended {
                    code.push_str(&letters(raw));
                }
                if is("end") {
                    let (parts, code, _) = open.pop().unwrap_or_default();
                    if parts[0][0] != at {
                        across.by_first.entry(parts[0][0]).or_default().push(Field { parts, is_safe: safe::is_field(&code) });
                    }
                }
            }
        }
        across
    }

    /// The fields that begin in paragraph `first`.
    fn in_paragraph(&self, first: usize) -> &[Field] {
        self.by_first.get(&first).map_or(&[], Vec::as_slice)
    }
}

impl Track<'_, '_> {
    /// Notes which of the fields that begin in `blocks`, all of which come side by side, come too.
    pub(super) fn fields_come(&mut self, blocks: &[Block], is_closed: bool) {
        let place = |at: usize| blocks.iter().position(|block| *block == Block::Paragraph(at));
        let mut came = vec![];
        for (first, block) in blocks.iter().enumerate() {
            let Block::Paragraph(at) = *block else { continue };
            for field in self.across[1].in_paragraph(at).iter().filter(|field| field.is_safe) {
                let Some(last) = place(field.parts[field.parts.len() - 1][0]) else { continue };
                let stays = |block: &Block| matches!(*block, Block::Paragraph(at) if !is_closed && self.origin(at).is_some());
                if !blocks[first..=last].iter().any(stays) {
                    came.extend(field.parts.iter().copied());
                }
            }
        }
        self.coming.extend(came);
    }

    /// The parts of a field whose paragraphs go, go.
    pub(super) fn gone_fields(&mut self) {
        for first in 0..self.edits.len() {
            for field in self.across[0].in_paragraph(first).to_vec() {
                let last = field.parts[field.parts.len() - 1][0];
                let goes = |edits: &Option<Edits>| edits.as_ref().is_some_and(|edits| edits.leaves_as == Some(Mark::Deleted));
                if !self.edits[first..last].iter().all(goes) {
                    continue;
                }
                for [at, atom] in field.parts {
                    let atoms = self.known.old.paragraphs[at].taken.atoms.len();
                    let edits = self.edits[at].get_or_insert_default();
                    edits.gone.resize(atoms, false);
                    edits.gone[atom] = true;
                }
            }
        }
    }
}
