//! What reading and structure promise, on the fixtures, on mangled text, and on real texts where they are at hand.

use std::path::{Path, PathBuf};

use crate::promises::mangled::mangled;
use crate::promises::{every_character_has_a_place, units_are_in_order};
use proptest::prelude::*;
use rature::read::{Layout, ReadOptions, Why, read};
use rature::structure::{Document, Kind, structure};

fn document(name: &str, bytes: &[u8], layout: Option<Layout>) -> Document {
    let mut options = ReadOptions::default();
    options.layout = layout;
    structure(read(name, bytes, &options).expect("a text"))
}

fn texts_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(texts_under(&path));
        } else if path.extension().is_some_and(|e| e == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of the corpus beside the project, or where `RATURE_CORPUS` points.
fn corpus(folder: &str) -> Option<PathBuf> {
    let path = std::env::var_os("RATURE_CORPUS").map_or_else(|| project("../shared/corpus"), PathBuf::from).join(folder);
    if !path.is_dir() {
        eprintln!("skipped: no corpus at {}", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn every_character_of_a_fixture_has_a_place() {
    for path in texts_under(&project("fixtures")) {
        let bytes = std::fs::read(&path).unwrap();
        let document = document(&path.display().to_string(), &bytes, None);
        every_character_has_a_place(&String::from_utf8(bytes).unwrap(), &document);
        units_are_in_order(&document);
        assert_eq!(document.notes, [], "{}", path.display());
    }
}

#[test]
fn every_character_of_the_corpus_has_a_place() {
    for folder in ["icc-asp", "un-series", "un-gold", "un-hard", "canada-laws", "france-legi"] {
        for path in corpus(folder).iter().flat_map(|path| texts_under(path)) {
            let bytes = std::fs::read(&path).unwrap();
            let document = document(&path.display().to_string(), &bytes, None);
            every_character_has_a_place(&String::from_utf8(bytes).unwrap(), &document);
            units_are_in_order(&document);
        }
    }
}

#[test]
fn the_resolution_of_2021_is_read_as_a_person_counts_it() {
    let Some(folder) = corpus("icc-asp") else { return };
    let document = document("seed", &std::fs::read(folder.join("ICC-ASP-20-Res2.fr.txt")).unwrap(), None);
    let of = |kind| document.units.iter().filter(move |unit| unit.kind == kind);
    let counts = [Kind::Front, Kind::Enacting, Kind::Preambular, Kind::Heading, Kind::Operative].map(|kind| of(kind).count());
    assert_eq!(counts, [4, 1, 12, 10, 40]);
    assert_eq!(document.units.len(), 67);
    assert!(of(Kind::Operative).zip(1..).all(|(unit, n)| unit.number.as_deref() == Some(&n.to_string())));
    assert_eq!((document.label.as_str(), document.session.as_deref()), ("ASP/20", Some("20")));
    assert_eq!(document.adopted.as_ref().and_then(|a| a.date.as_deref()), Some("2021-12-09"));
    let marks: Vec<(&str, &str)> =
        document.units.iter().flat_map(|unit| unit.footnotes.iter().map(|f| (unit.id.as_str(), f.mark.as_str()))).collect();
    let wanted =
        [("PP4", "1"), ("PP11", "2"), ("OP19", "3"), ("OP29", "4"), ("OP31", "5"), ("OP34", "6"), ("OP34", "7"), ("OP40", "8")];
    assert_eq!(marks, wanted);
    let kept: Vec<&str> = document.repairs.iter().filter(|r| r.why == Why::HyphenKept).map(|r| r.after.as_str()).collect();
    assert_eq!(kept, ["Nations-Unies", "dix-huitième"]);
}

#[test]
fn blocks_are_units_as_they_stand() {
    let text = "La Mesa,\n\n1. Prie le Bureau 1 , et\n\n_____\n\n3 autres";
    let document = document("blocks", text.as_bytes(), Some(Layout::Blocks));
    assert_eq!(document.units.len(), 4);
    assert_eq!(document.units[1].text, "Prie le Bureau 1 , et");
    assert_eq!(document.units[1].label.as_deref(), Some("1."));
}

#[test]
fn encodings_are_recognised() {
    let text = "L’Assemblée des États Parties,\r\n\r\nRappelant l’œuvre déjà accomplie,\r\n\r\n1. Décide d’élire à nouveau.\r\n";
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let bom: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    for bytes in [text.as_bytes(), &western, &utf16, &marked, &bom] {
        let document = document("encoded", bytes, None);
        assert_eq!(document.units[1].text, "Rappelant l’œuvre déjà accomplie,");
        assert_eq!(document.units.len(), 3);
    }
}

#[test]
fn what_is_no_text_is_refused() {
    for bytes in [&b""[..], b"  \n\n", b"%PDF-1.7 ...", b"PK\x03\x04...", b"\x00\x01\x02\x00\x03\x00\x00\x07abc"] {
        assert!(read("bad", bytes, &ReadOptions::default()).is_err(), "{bytes:?}");
    }
}

proptest! {
    #[test]
    fn no_character_is_ever_lost(text in mangled(), layout in 0..5_usize) {
        let layout = [None, Some(Layout::Wrapped), Some(Layout::Lines), Some(Layout::Paragraphs), Some(Layout::Blocks)][layout];
        let mut options = ReadOptions::default();
        options.layout = layout;
        if let Ok(source) = read("mangled", text.as_bytes(), &options) {
            let document = structure(source);
            // The signs of Markdown are no words.
            if document.layout != Layout::Markdown {
                every_character_has_a_place(&text, &document);
            }
            units_are_in_order(&document);
        }
    }
}
