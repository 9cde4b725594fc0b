//! A PDF: any bytes after a header.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rature_fuzz::one("file.pdf", &[b"%PDF-1.7\n", bytes].concat()));
