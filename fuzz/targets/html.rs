//! A web page: any bytes after a doctype.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rature_fuzz::one("page.html", &[b"<!doctype html>", bytes].concat()));
