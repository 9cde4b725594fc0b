//! Files that unfold, nest or run on beyond what a person writes: an error that names its option, or a text; never a fall. The table is
//! docs/limits.md.

// A test that cannot go on fails.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};

use rature::read::{Limits, ReadOptions, read};
use rature::render::{TerminalOptions, document_outline};
use rature::series::{SeriesOptions, series};
use rature::structure::{Document, structure};
use rature::{Error, ErrorKind};

fn within(bytes: &[u8], change: impl FnOnce(&mut Limits)) -> Result<Document, Error> {
    let mut options = ReadOptions::default();
    change(&mut options.limits);
    read("file", bytes, &options).map(structure)
}

fn read_plainly(bytes: &[u8]) -> Result<Document, Error> {
    within(bytes, |_| {})
}

/// A Word file with this body.
fn word(body: &str) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(format!("<w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>").as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

fn tables(depth: usize) -> Vec<u8> {
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    word(&format!("{}<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>{}", open.repeat(depth), close.repeat(depth)))
}

fn page(depth: usize) -> Vec<u8> {
    format!("<!doctype html>{}<p>Urges all;", "<div>".repeat(depth)).into_bytes()
}

/// At the limit a text is read; one beyond, the error is `TooLarge` and names the option.
fn assert_limit(option: &str, at: &Result<Document, Error>, beyond: Result<Document, Error>) {
    assert!(at.is_ok(), "{option}: {:?}", at.as_ref().err());
    let error = beyond.expect_err(option);
    assert!(error.kind() == ErrorKind::TooLarge && error.to_string().contains(option), "{option}: {error}");
}

#[test]
fn lines_of_a_text_are_counted() {
    let text = "1. Urges all;\n\n".repeat(10);
    assert_limit("--max-objects", &within(text.as_bytes(), |l| l.objects = 10), within(text.as_bytes(), |l| l.objects = 9));
}

#[test]
fn elements_of_a_page_are_counted() {
    let page = format!("<!doctype html>{}", "<p>Urges all;".repeat(1000));
    assert_limit("--max-objects", &within(page.as_bytes(), |l| l.objects = 3000), within(page.as_bytes(), |l| l.objects = 1000));
}

#[test]
fn pieces_of_a_word_file_are_counted() {
    let file = word(&"<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>".repeat(100));
    assert_limit("--max-objects", &within(&file, |l| l.objects = 500), within(&file, |l| l.objects = 300));
}

#[test]
fn what_a_word_file_unpacks_to_is_counted() {
    let file = word(&"<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>".repeat(100));
    assert_limit("--max-unpacked", &within(&file, |l| l.unpacked = 10_000), within(&file, |l| l.unpacked = 1_000));
}

#[test]
fn pages_of_a_pdf_are_counted() {
    let file = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/cooperation-es/2021.pdf")).unwrap();
    assert_limit("--max-pages", &within(&file, |l| l.pages = 50), within(&file, |l| l.pages = 0));
}

#[test]
fn elements_within_elements_are_counted() {
    for make in [page, tables] {
        assert_limit("--max-depth", &within(&make(100), |_| {}), within(&make(1000), |_| {}));
    }
}

/// Trees are walked by calls: a limit that is raised too far is lowered.
#[test]
fn a_hundred_thousand_elements_within_each_other_are_refused_whatever_the_limit_says() {
    for make in [page, tables] {
        let file = make(100_000);
        for depth in [512, usize::MAX] {
            let error = within(&file, |limits| limits.depth = depth).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
        }
        // A thread has a smaller stack than the program.
        let read = std::thread::scope(|scope| {
            scope.spawn(|| within(&make(3_000), |limits| limits.depth = usize::MAX).map(|_| ())).join().unwrap()
        });
        assert!(read.is_ok(), "{:?}", read.err());
    }
}

#[test]
fn brackets_within_brackets_are_text() {
    for (open, close) in [("[", "]"), ("(", ")"), ("«", "»"), ("(a) ", ""), ("\"", "\"")] {
        let text = format!("1. Urges {}all{};\n", open.repeat(100_000), close.repeat(100_000));
        let document = read_plainly(text.as_bytes()).unwrap();
        let letters: usize = document.units.iter().map(|unit| unit.text.chars().filter(|c| !c.is_whitespace()).count()).sum();
        assert!(letters > 100_000, "{letters}");
        document_outline(&document, &TerminalOptions::default());
    }
}

#[test]
fn one_line_of_fifty_million_bytes_is_one_paragraph() {
    let sentence = "Urges all States parties to cooperate. ";
    let document = read_plainly(sentence.repeat((50 << 20) / sentence.len()).as_bytes()).unwrap();
    assert_eq!(document.units.len(), 1);
    assert!(document.units[0].text.len() > 50_000_000);
    let outline = document_outline(&document, &TerminalOptions::default());
    assert!(outline.lines().all(|line| line.len() <= 80) && outline.lines().count() > 600_000);
}

#[test]
fn one_word_of_a_million_letters_is_one_word() {
    let document = read_plainly(format!("1. {}", "a".repeat(1_000_000)).as_bytes()).unwrap();
    assert_eq!(document.units[0].text.len(), 1_000_000);
}

#[test]
fn a_hundred_years_are_a_series() {
    let year = |n: usize| format!("1. Urges {n} States to cooperate;\n\n2. Requests a report on matter {};\n", n / 7);
    let documents: Vec<Document> = (0..100).map(|n| read_plainly(year(n).as_bytes()).unwrap()).collect();
    let series = series(documents, &SeriesOptions::default());
    assert_eq!((series.documents.len(), series.lineages.len()), (100, 2));
}
