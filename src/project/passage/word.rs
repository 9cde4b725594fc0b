//! Word documents read back: their paragraphs with all changes accepted, and with all rejected.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Passage;
use crate::read::{ReadOptions, Revisions, read};
use crate::structure::structure;

/// The paragraphs of both texts; none when it is no Word document.
pub(super) fn passages(bytes: &[u8]) -> Vec<Passage> {
    let mut passages = vec![];
    for (revisions, end) in [(Revisions::Accept, ""), (Revisions::Reject, " in old")] {
        let options = ReadOptions { revisions, ..ReadOptions::default() };
        let Ok(source) = read("golden", bytes, &options) else { return vec![] };
        passages.extend(structure(source).units.iter().map(|unit| {
            let mut passage = Passage::new(format!("{}{end}", unit.id));
            passage.add(&format!("{} {}", unit.label.as_deref().unwrap_or_default(), unit.text));
            passage
        }));
    }
    passages
}

/// The names of the parts that are not the same in two Word documents.
pub(in crate::project) fn differing_parts(old: &[u8], new: &[u8]) -> Vec<String> {
    let (old, new) = (parts(old), parts(new));
    let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
    names.filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    /// As much of a part as is looked at.
    const MOST: u64 = 64 << 20;
    let mut parts = BTreeMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return parts };
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index(index) else { continue };
        let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else { continue };
        let mut content = vec![];
        if file.take(MOST).read_to_end(&mut content).is_ok() {
            parts.insert(name, content);
        }
    }
    parts
}
