//! Two plain texts: aligned, compared, and shown in every form.
#![no_main]

use rature_fuzz::{PARTED_BY, document, options, promises, two};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut texts = bytes.splitn(2, |byte| *byte == PARTED_BY).filter_map(|text| document("text.txt", text, &options()));
    if let (Some(old), Some(new)) = (texts.next(), texts.next()) {
        promises::the_same_text_has_no_change(&new);
        two(&old, &new);
    }
});
