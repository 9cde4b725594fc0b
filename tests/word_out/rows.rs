//! Rows of tables that go whole.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use rature::read::{ReadOptions, Revisions, read};
use rature::render::WordOptions;
use rature::structure::{Document, structure};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::word_out::{written, xml};

/// A Word file of one paragraph, a table with `rows`, and another paragraph.
fn file(rows: &[[&str; 2]]) -> Vec<u8> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let mut table = String::new();
    for row in rows {
        let cells = row.map(|text| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(text))).concat();
        let _ = write!(table, "<w:tr>{cells}</w:tr>");
    }
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                .to_owned(),
        ),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"{space}\"><w:body>{}<w:tbl>{table}</w:tbl>{}</w:body></w:document>",
                paragraph("The following States have paid their contributions in full."),
                paragraph("The table is brought up to date each year.")
            ),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(bytes: &[u8], revisions: Revisions) -> Document {
    let mut options = ReadOptions::default();
    options.revisions = revisions;
    structure(read("table", bytes, &options).unwrap())
}

fn texts(document: &Document) -> Vec<String> {
    document.units.iter().map(|unit| unit.text.clone()).collect()
}

#[test]
fn a_row_that_goes_whole_is_deleted_as_a_row() {
    let rows = [
        ["Argentina and its provinces", "twelve thousand euros"],
        ["Benin, for two years", "nine hundred euros in March"],
        ["Chile", "forty euros, paid late"],
    ];
    let (before, after) = (file(&rows), file(&[rows[0], rows[2]]));
    let [old, new] = [&before, &after].map(|bytes| document(bytes, Revisions::Accept));
    let done = written(&old, &new, &WordOptions::default());
    let text = xml::part(&done, "word/document.xml");
    assert_eq!(text.matches("<w:trPr><w:del ").count(), 1, "{text}");
    assert_eq!(texts(&document(&done, Revisions::Accept)), texts(&new));
    assert_eq!(texts(&document(&done, Revisions::Reject)), texts(&old));
    assert_eq!(xml::faults(&done, None), Vec::<String>::new());
    // Where a word stays, so does the row.
    let kept = file(&[rows[0], ["Benin, for two years", ""], rows[2]]);
    let done = written(&old, &document(&kept, Revisions::Accept), &WordOptions::default());
    assert!(!xml::part(&done, "word/document.xml").contains("<w:trPr>"));
}
