//! Up to six plain texts, a year each: every paragraph in one lineage, every word with its year, and every form of them.
#![no_main]

use rature::series::{SeriesOptions, series};
use rature_fuzz::{PARTED_BY, document, options, promises};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let texts = bytes.split(|byte| *byte == PARTED_BY).take(6).enumerate();
    let documents: Vec<_> =
        texts.filter_map(|(year, text)| document(&format!("{}.txt", 2018 + year), text, &options())).collect();
    if documents.len() < 2 {
        return;
    }
    let series = series(documents, &SeriesOptions::default());
    promises::every_word_has_its_year(&series);
    promises::safe(&promises::forms::of_series(&series));
});
