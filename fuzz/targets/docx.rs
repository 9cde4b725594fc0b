//! A Word file: any bytes, or any parts in a sound package. Its changes are accepted, rejected, and both compared and tracked on it.
#![no_main]

use rature_fuzz::{PARTED_BY, PARTS, both_ways, document, one, packed, promises, two_on};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return one("file.docx", bytes);
    }
    let parts: Vec<(&str, &[u8])> = PARTS.into_iter().zip(bytes.split(|byte| *byte == PARTED_BY)).collect();
    let file = packed(&parts);
    let [accept, reject] = both_ways();
    if let (Some(new), Some(old)) = (document("file.docx", &file, &accept), document("file.docx", &file, &reject)) {
        promises::safe(&promises::forms::of_document(&new));
        two_on(&old, &new, &parts);
    }
});
