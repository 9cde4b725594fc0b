//! What reading and structure promise, on the fixtures, on mangled text, and on real texts where they are at hand.
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

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

fn count(counts: &mut BTreeMap<char, i64>, text: &str, by: i64) {
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += by;
    }
}

/// Every character that is not white space is in one unit (label, text, marks) or in a repair.
fn assert_every_character_has_a_place(source: &str, document: &Document) {
    let mut counts = BTreeMap::new();
    count(&mut counts, source, 1);
    for unit in &document.units {
        count(&mut counts, unit.label.as_deref().unwrap_or_default(), -1);
        count(&mut counts, &unit.text, -1);
        for footnote in &unit.footnotes {
            count(&mut counts, &footnote.printed, -1);
        }
    }
    for repair in &document.repairs {
        count(&mut counts, &repair.before, -1);
        count(&mut counts, &repair.after, 1);
    }
    counts.retain(|_, n| *n != 0);
    assert!(counts.is_empty(), "{}: characters without a place: {counts:?}", document.label);
}

fn assert_indices_and_ids(document: &Document) {
    let mut ids = BTreeSet::new();
    for (at, unit) in document.units.iter().enumerate() {
        assert_eq!(unit.index, at);
        assert!(ids.insert(&unit.id), "{} stands twice in {}", unit.id, document.label);
        assert!(unit.parent.is_none_or(|parent| parent < at), "{} stands before its parent", unit.id);
        for footnote in &unit.footnotes {
            assert!(footnote.at <= unit.text.chars().count());
            assert!(footnote.note.is_none_or(|note| document.units[note].kind == Kind::Note));
        }
    }
}

#[test]
fn every_character_of_a_fixture_has_a_place() {
    for path in texts_under(&project("fixtures")) {
        let bytes = std::fs::read(&path).unwrap();
        let document = document(&path.display().to_string(), &bytes, None);
        assert_every_character_has_a_place(&String::from_utf8(bytes).unwrap(), &document);
        assert_indices_and_ids(&document);
        assert_eq!(document.notes, [], "{}", path.display());
    }
}

#[test]
fn every_character_of_the_corpus_has_a_place() {
    for folder in ["icc-asp", "un-series", "un-gold", "un-hard", "canada-laws", "france-legi"] {
        for path in corpus(folder).iter().flat_map(|path| texts_under(path)) {
            let bytes = std::fs::read(&path).unwrap();
            let document = document(&path.display().to_string(), &bytes, None);
            assert_every_character_has_a_place(&String::from_utf8(bytes).unwrap(), &document);
            assert_indices_and_ids(&document);
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

/// Lines that look like the pieces of a resolution, in any order.
fn mangled() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("L’Assemblée des États Parties,".to_owned()),
        Just("The General Assembly,".to_owned()),
        Just("Annexe I".to_owned()),
        Just("\u{c}".to_owned()),
        Just("_________".to_owned()),
        Just("14-67605 (F)".to_owned()),
        (1..60_u32).prop_map(|n| format!("{n}. Prie le Bureau de coo-")),
        (1..60_u32).prop_map(|n| format!("{n} Voir ICC-ASP/20/{n}.")),
        (1..60_u32).prop_map(|n| format!("pération{n}, en 2007{n}, la coopération {n} , et[^{n}] ou {n}")),
        "[a-z]\\) [a-zéà’'\\-]{1,20}",
        "\\PC{0,60}",
        "[ \\t\u{a0}\u{202f}\u{ad}\u{1}]{0,6}[A-Za-z,;\\-/¹²]{0,30}",
    ];
    (proptest::collection::vec(line, 0..40), prop_oneof![Just("\n"), Just("\n\n"), Just("\r\n")])
        .prop_map(|(lines, end)| lines.join(end))
}

proptest! {
    #[test]
    fn no_character_is_ever_lost(text in mangled(), layout in 0..5_usize) {
        let layout = [None, Some(Layout::Wrapped), Some(Layout::Lines), Some(Layout::Paragraphs), Some(Layout::Blocks)][layout];
        let mut options = ReadOptions::default();
        options.layout = layout;
        if let Ok(source) = read("mangled", text.as_bytes(), &options) {
            let document = structure(source);
            assert_every_character_has_a_place(&text, &document);
            assert_indices_and_ids(&document);
        }
    }
}
