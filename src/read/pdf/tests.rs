//! Small PDFs made here, and what is read of them; and what the reader promises on every PDF at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;
use crate::read::Limits;

/// A PDF of one page with `content` in Helvetica, `F1`; `F2` is a font that does not say its characters.
fn pdf(content: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [7 0 R] >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
         /Supplement 0 >> /DW 500 >>"
            .to_owned(),
    ];
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = vec![];
    for (number, object) in (1..).zip(&objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let xref = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let trailer = format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1);
    bytes.extend(trailer.bytes());
    bytes
}

/// One piece of text at a place, in points.
fn at(x: u32, y: u32, size: u32, text: &str) -> String {
    format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

fn texts(content: &str) -> Vec<String> {
    let source = read("made", &pdf(content), &ReadOptions::default()).expect("a text");
    source.blocks.into_iter().map(|block| block.text).collect()
}

#[test]
fn gaps_are_spaces_and_raised_figures_are_marks() {
    let line = at(72, 700, 10, "cooperation") + &at(130, 700, 10, "of the") + &at(155, 704, 6, "4") + &at(162, 700, 10, "States");
    assert_eq!(texts(&line), ["cooperation of the⁴ States"]);
}

#[test]
fn bold_type_that_is_drawn_twice_is_read_once() {
    assert_eq!(texts(&(at(72, 700, 10, "Annex") + &at(72, 700, 10, "Annex"))), ["Annex"]);
}

#[test]
fn an_accent_that_is_drawn_over_its_letter_becomes_one_with_it() {
    let accent = "BT /F1 10 Tf 72 700 Td (d\\264) Tj -0.5 0 Td 6 0 Td (efini) Tj ET\n";
    assert_eq!(texts(accent), ["défini"]);
}

#[test]
fn lines_are_joined_and_space_above_parts_paragraphs() {
    let page = at(72, 700, 10, "The text of a paragraph that is long enough to fill the line and goes on")
        + &at(72, 688, 10, "In another line, which ends here.")
        + &at(72, 660, 10, "Another paragraph.");
    assert_eq!(
        texts(&page),
        [
            "The text of a paragraph that is long enough to fill the line and goes on In another line, which ends here.",
            "Another paragraph."
        ]
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let said = |content: &str| read("made", &pdf(content), &ReadOptions::default()).expect_err("no text").to_string();
    assert!(said("").contains("hold no text"));
    assert!(said("BT /F2 10 Tf 72 700 Td <000100020003> Tj ET").contains("/ToUnicode"));
    let cut = &pdf("")[..40];
    assert!(read("made", cut, &ReadOptions::default()).expect_err("cut").to_string().contains("damaged"));
}

#[test]
fn limits_are_kept_and_named() {
    let page = pdf(&at(72, 700, 10, "text"));
    let with = |limits: Limits| read("made", &page, &ReadOptions { limits, ..ReadOptions::default() });
    assert!(with(Limits::default()).is_ok());
    let narrow = [
        ("unpacked", Limits { unpacked: 8, ..Limits::default() }),
        ("pages", Limits { pages: 0, ..Limits::default() }),
        ("objects", Limits { objects: 3, ..Limits::default() }),
    ];
    for (name, limits) in narrow {
        let error = with(limits).expect_err("beyond a limit");
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert!(error.to_string().contains(name), "{error}");
    }
}

fn pdfs_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(pdfs_under(&path));
        } else if path.extension().is_some_and(|ending| ending == "pdf") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The fixtures, and the real files beside the project where they are.
fn pdfs() -> Vec<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = std::env::var_os("RATURE_CORPUS").map_or_else(|| project.join("../shared/corpus"), PathBuf::from);
    let folders = [project.join("fixtures"), beside.join("pdf"), beside.join("../samples")];
    folders.iter().flat_map(|folder| pdfs_under(folder)).collect()
}

fn count(counts: &mut BTreeMap<char, i64>, text: &str, by: i64) {
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        // Raised figures are read from figures.
        *counts.entry(superscript(c).unwrap_or(c)).or_default() += by;
    }
}

#[test]
fn every_character_that_is_drawn_is_in_a_block_a_mark_or_a_repair() {
    let mut read_files = 0;
    for path in pdfs() {
        let bytes = std::fs::read(&path).expect("a file");
        let Ok(source) = read("file", &bytes, &ReadOptions::default()) else { continue };
        read_files += 1;
        let mut counts = BTreeMap::new();
        let engine = engine::open(&bytes, "", &Limits::default()).expect("it was read");
        for page in (0..engine.pages()).map(|page| engine.page(page).expect("it was read")) {
            page.pieces.iter().for_each(|piece| count(&mut counts, &piece.text, 1));
        }
        for block in &source.blocks {
            count(&mut counts, &block.text, -1);
            block.marks.iter().flatten().for_each(|mark| count(&mut counts, &mark.printed, -1));
        }
        for repair in &source.repairs {
            count(&mut counts, &repair.before, -1);
            count(&mut counts, &repair.after, 1);
        }
        counts.retain(|_, n| *n != 0);
        assert!(counts.is_empty(), "{}: characters without a place: {counts:?}", path.display());
    }
    assert!(read_files >= 2, "the fixtures");
}

#[test]
fn mangled_files_end_with_a_text_or_an_error() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cooperation-es/2021.pdf");
    let whole = std::fs::read(path).expect("a fixture");
    let mut state = 7_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    for round in 0..150 {
        let mut bytes = whole.clone();
        if round % 3 == 0 {
            bytes.truncate(draw(bytes.len()));
        } else {
            for _ in 0..=draw(40) {
                let at = draw(bytes.len());
                bytes[at] = u8::try_from(draw(256)).expect("a byte");
            }
        }
        // Only that it comes back.
        let _ = read("mangled", &bytes, &ReadOptions::default());
    }
}

#[test]
fn a_panic_of_the_reader_is_damage_of_the_file() {
    let read = super::contained("odd.pdf", || -> Result<(), Error> { panic!("odd") });
    assert_eq!(read.unwrap_err().kind(), ErrorKind::NotText);
}
