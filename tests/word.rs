//! Word files as people have them: against the text that they hold, and from the command line.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rature::align::{AlignOptions, align};
use rature::compare::compare;
use rature::read::{ReadOptions, Revisions, read};
use rature::structure::{Document, Kind, Unit, structure};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn document(path: &Path, revisions: Revisions) -> Document {
    let mut options = ReadOptions::default();
    options.revisions = revisions;
    structure(read(&path.to_string_lossy(), &std::fs::read(path).unwrap(), &options).unwrap())
}

/// A folder of real files beside the project, or beside the corpus where `RATURE_CORPUS` points.
fn shared(folder: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let path = std::env::var_os("RATURE_CORPUS").map_or_else(beside, PathBuf::from).join(folder);
    if !path.is_dir() {
        eprintln!("skipped: no folder {}", path.display());
        return None;
    }
    Some(path)
}

/// What a text says of its units, notes aside.
fn told(document: &Document) -> Vec<String> {
    let marks = |unit: &Unit| unit.footnotes.iter().map(|f| (f.mark.clone(), f.at)).collect::<Vec<_>>();
    let units = document.units.iter().filter(|unit| unit.kind != Kind::Note);
    units.map(|unit| format!("{} {:?} {} {:?}", unit.id, unit.label, unit.text, marks(unit))).collect()
}

#[test]
fn a_word_file_reads_as_the_text_that_it_holds() {
    let Some(samples) = shared("../samples") else { return };
    for year in [2020, 2021, 2022] {
        let word = document(&samples.join(format!("res-{year}.docx")), Revisions::Accept);
        let text = document(&samples.join(format!("truth-{year}.txt")), Revisions::Accept);
        assert_eq!(told(&word), told(&text), "{year}");
        let called = word.units.iter().flat_map(|unit| &unit.footnotes).all(|footnote| footnote.note.is_some());
        assert!(called && word.units.iter().any(|unit| unit.kind == Kind::Note), "{year}: a mark without its note");
    }
}

#[test]
fn two_word_files_are_redlined_as_their_texts() {
    let Some(samples) = shared("../samples") else { return };
    let read =
        |name: &str, year: u32, ending: &str| document(&samples.join(format!("{name}-{year}.{ending}")), Revisions::Accept);
    let edits = |old: Document, new: Document| {
        let alignment = align(&old, &new, &AlignOptions::default());
        let comparison = compare(&old, &new, alignment);
        let is_note = |change: &rature::compare::Change| {
            change.link.old.iter().any(|at| old.units[*at].kind == Kind::Note)
                || change.link.new.iter().any(|at| new.units[*at].kind == Kind::Note)
        };
        let shown = |change: &rature::compare::Change| format!("{:?} {:?}", change.link.relation, change.edits);
        comparison.changes.iter().filter(|change| !is_note(change)).map(shown).collect::<Vec<_>>()
    };
    for (before, after) in [(2020, 2021), (2021, 2022)] {
        let truth = edits(read("truth", before, "txt"), read("truth", after, "txt"));
        assert_eq!(edits(read("res", before, "docx"), read("res", after, "docx")), truth, "{before} to {after}");
        assert_eq!(edits(read("truth", before, "txt"), read("res", after, "docx")), truth, "{before} to {after}, mixed");
    }
}

#[test]
fn every_real_file_is_read_both_ways() {
    let Some(folder) = shared("docx") else { return };
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "docx") {
            files += 1;
            for how in [Revisions::Accept, Revisions::Reject] {
                let document = document(&path, how);
                assert!(!document.units.is_empty(), "{}", path.display());
                assert!(document.units.iter().all(|unit| !unit.text.trim().is_empty()), "{}", path.display());
            }
        }
    }
    assert!(files > 0);
}

/// A Word file of one paragraph, "twelve" deleted and "fifteen" inserted.
fn draft() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(
        br#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>
        <w:r><w:t xml:space="preserve">The Assembly urges </w:t></w:r><w:del><w:r><w:delText>twelve</w:delText></w:r></w:del>
        <w:ins><w:r><w:t>fifteen</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> States to cooperate.</w:t></w:r>
        </w:p></w:body></w:document>"#,
    )
    .unwrap();
    zip.finish().unwrap().into_inner()
}

fn run(arguments: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("draft.docx"), draft()).unwrap();
    std::fs::write(folder.join("text.txt"), "The Assembly urges eighteen States to cooperate.\n").unwrap();
    Command::new(env!("CARGO_BIN_EXE_rature")).current_dir(folder).args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_command_line_settles_revisions_as_asked() {
    assert!(printed(&["read", "draft.docx"]).contains("urges fifteen States"));
    assert!(printed(&["read", "draft.docx", "--revisions", "reject"]).contains("urges twelve States"));
    let redline = printed(&["diff", "draft.docx", "--revisions", "as-documents", "--format", "json"]);
    assert!(redline.contains("\"twelve\"") && redline.contains("\"fifteen\""), "{redline}");
    let mixed = printed(&["diff", "draft.docx", "text.txt", "--revisions", "reject", "--format", "json"]);
    assert!(mixed.contains("\"twelve\"") && mixed.contains("\"eighteen\""), "{mixed}");
}

#[test]
fn earlier_changes_stay_in_a_redline_on_the_command_line() {
    let output = run(&["diff", "draft.docx", "text.txt", "--revisions", "keep", "-o", "kept.docx"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && told.starts_with("kept.docx: ") && told.lines().count() == 1, "{told}");
    assert!(printed(&["read", "kept.docx"]).contains("urges eighteen States"));
    // What was before the changes that the draft had.
    assert!(printed(&["read", "kept.docx", "--revisions", "reject"]).contains("urges twelve States"));
}

#[test]
fn what_makes_no_sense_is_refused_with_what_to_do() {
    for (arguments, said) in [
        (["diff", "draft.docx", "--revisions=accept"].as_slice(), "name a second one"),
        (&["diff", "text.txt", "--revisions=as-documents"], "is no Word or OpenDocument file"),
        (&["diff", "draft.docx", "text.txt", "--revisions=as-documents"], "name one file"),
        (&["read", "draft.docx", "--revisions=as-documents"], "name accept or reject"),
    ] {
        let output = run(arguments);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(message.contains(said), "{arguments:?}: {message}");
    }
}
