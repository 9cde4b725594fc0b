//! A PDF reads as the text that it was made from.

use std::path::Path;

use rature::read::{Layout, ReadOptions, read};
use rature::structure::{Document, Kind, structure};

fn document(path: &str) -> Document {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(path)).expect("a fixture");
    structure(read(path, &bytes, &ReadOptions::default()).expect("a text"))
}

/// What a unit says, with its marks; a no-break space is a space, since typesetters choose them.
fn units(document: &Document, notes: bool) -> Vec<String> {
    let of_kind = document.units.iter().filter(|unit| (unit.kind == Kind::Note) == notes);
    let shown = of_kind.map(|unit| {
        let marks: Vec<(&str, usize)> = unit.footnotes.iter().map(|mark| (mark.mark.as_str(), mark.at)).collect();
        let text = unit.text.replace(['\u{a0}', '\u{202f}'], " ");
        format!("{} {:?} {:?} {text} {marks:?}", unit.id, unit.kind, unit.label)
    });
    shown.collect()
}

#[test]
fn a_pdf_reads_as_the_text_it_was_made_from() {
    for (text, pdf) in [
        ("cooperation-es/2021.txt", "cooperation-es/2021.pdf"),
        // Two columns, paragraphs set in without space between them, words broken at the ends of lines.
        ("cooperation-en/2021.txt", "cooperation-en/2021-columns.pdf"),
    ] {
        let (text, read) = (document(text), document(pdf));
        assert_eq!(read.layout, Layout::Pdf);
        assert_eq!(units(&text, false), units(&read, false), "{pdf}");
        assert_eq!(units(&text, true), units(&read, true), "{pdf}: notes");
        assert_eq!(read.notes, [], "{pdf}");
    }
}
