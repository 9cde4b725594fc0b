//! What every target does with bytes: read them, and hold the result against what is promised of every text.

#[path = "../../tests/promises/mod.rs"]
pub mod promises;

use std::io::{Cursor, Read, Write};

use promises::forms::{of_document, of_redline, redlined};
use promises::{
    compared, every_character_has_a_place, safe, structure_keeps_every_character, the_same_text_has_no_change, units_are_in_order,
};
use rature::read::{Layout, ReadOptions, Revisions, read};
use rature::render::{WordOptions, redline_docx};
use rature::report::{ReportOptions, report};
use rature::structure::{Document, structure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What parts the texts of one input: no byte of UTF-8.
pub const PARTED_BY: u8 = 0xff;

/// Small limits, so that what passes them is met early.
pub fn options() -> ReadOptions {
    let mut options = ReadOptions::default();
    (options.limits.unpacked, options.limits.objects) = (16 << 20, 50_000);
    options
}

/// The document in `bytes`, with what is promised of one; None where they are refused.
pub fn document(name: &str, bytes: &[u8], options: &ReadOptions) -> Option<Document> {
    let source = read(name, bytes, options).ok()?;
    let document = structure(source.clone());
    structure_keeps_every_character(&source, &document);
    units_are_in_order(&document);
    if let (Layout::Wrapped | Layout::Lines | Layout::Paragraphs | Layout::Blocks, Ok(text)) =
        (document.layout, std::str::from_utf8(bytes))
    {
        every_character_has_a_place(text.trim_start_matches('\u{feff}'), &document);
    }
    Some(document)
}

/// Reads one file, and shows it in every form.
pub fn one(name: &str, bytes: &[u8]) {
    let Some(document) = document(name, bytes, &options()) else { return };
    safe(&of_document(&document));
    the_same_text_has_no_change(&document);
}

/// Redlines two texts, and shows the redline in every form.
pub fn two(old: &Document, new: &Document) {
    two_on(old, new, &[]);
}

/// The same, of two texts that were read from a Word file of these parts.
pub fn two_on(old: &Document, new: &Document, given: &[(&str, &[u8])]) {
    compared(old, new);
    safe(&of_redline(redlined(old, new)));
    let report = report(redlined(old, new), ReportOptions::default());
    match redline_docx(&report, &WordOptions::default()) {
        Ok(file) => well_formed(&file, given),
        // What could be read may still be no file to write on.
        Err(error) => assert!(!given.is_empty(), "{error}"),
    }
}

/// Every part of a Word file is XML, but for those that stand there as they were given.
fn well_formed(file: &[u8], given: &[(&str, &[u8])]) {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a package");
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = vec![];
        part.read_to_end(&mut bytes).expect("bytes");
        let text = String::from_utf8(bytes).expect("UTF-8");
        // What was no UTF-8 is handed on as it was read.
        if given.iter().any(|(_, part)| String::from_utf8_lossy(part) == text) {
            continue;
        }
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("part {at}: {error}"));
    }
}

/// A Word file of these parts, by name.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        let how = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(*name, how).expect("a part");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// The parts of a Word file that are made anew for each input; the input holds them in this order, parted by [`PARTED_BY`].
pub const PARTS: [&str; 4] = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"];

/// Both ways to read the tracked changes of a Word file.
pub fn both_ways() -> [ReadOptions; 2] {
    [Revisions::Accept, Revisions::Reject].map(|revisions| {
        let mut options = options();
        options.revisions = revisions;
        options
    })
}
