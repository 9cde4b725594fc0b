//! Plain text: any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rature_fuzz::one("plain.txt", bytes));
