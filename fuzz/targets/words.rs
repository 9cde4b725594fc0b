//! Two Word files, any parts in sound packages: the changes of the second are tracked on the first.
#![no_main]

use rature_fuzz::{PARTED_BY, PARTS, document, options, packed, two_on};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let pieces: Vec<&[u8]> = bytes.split(|byte| *byte == PARTED_BY).collect();
    let (old, new) = pieces.split_at(pieces.len() / 2);
    let [old, new] = [old, new].map(|side| PARTS.into_iter().zip(side.iter().copied()).collect::<Vec<_>>());
    let read = |parts: &[(&str, &[u8])]| document("file.docx", &packed(parts), &options());
    if let (Some(old_text), Some(new_text)) = (read(&old), read(&new)) {
        two_on(&old_text, &new_text, &[old, new].concat());
    }
});
