//! `rature compile`: the program on copies of one draft.

use std::io::Cursor;

use rature::read::{ReadOptions, Revisions, read};
use rature::structure::structure;

use crate::folder::Folder;

const DRAFT: &str = "The Council,\n\nNoting the report of the panel on clean water,\n\n1. Urges States to fund 20 wells within two years;\n\n\
    2. Requests the Bureau to [kindly] convene a meeting of experts;\n\n3. Decides to remain seized of the matter.\n";

/// A draft and three copies of it.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("draft.txt", DRAFT);
    let copies = [
        ("Ruritania", vec![("20 wells", "thirty wells"), ("[kindly]", "kindly")]),
        ("Zubrowka", vec![("20 wells", "40 wells"), ("a meeting", "two meetings")]),
        (
            "Xanadu",
            vec![
                ("2. Requests the Bureau to [kindly] convene a meeting of experts;\n\n", ""),
                ("3. Decides", "2. Stresses that all this shall cost nothing;\n\n3. Decides"),
            ],
        ),
    ];
    for (copy, edits) in copies {
        folder.write(&format!("{copy}.txt"), edits.iter().fold(DRAFT.to_owned(), |text, (from, to)| text.replacen(from, to, 1)));
    }
    folder
}

const COPIES: [&str; 3] = ["Ruritania.txt", "Zubrowka.txt", "Xanadu.txt"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    ["compile", "draft.txt"].into_iter().chain(COPIES).chain(more.iter().copied()).collect()
}

#[test]
fn a_rolling_text_says_who_wants_what() {
    let folder = folder("compile-rolling");
    assert_eq!(
        folder.printed(&with(&["--format", "rolling"])),
        "Compilation of proposals on: draft\nProposals by: Ruritania, Zubrowka, Xanadu\n\nThe Council,\n\n\
         Noting the report of the panel on clean water,\n\n\
         1. Urges States to fund [20 / Ruritania: thirty / Zubrowka: 40] wells within two years;\n\n\
         2. Requests the Bureau to [[kindly] / Ruritania: kindly] convene [a meeting / Zubrowka: two meetings] of experts;\n\n\
         [OP2 alt, Xanadu: Stresses that all this shall cost nothing;]\n\n\
         3. Decides to remain seized of the matter.\n"
    );
    let french = folder.printed(&with(&["--format", "rolling", "--ui-lang", "fr"]));
    assert!(french.starts_with("Compilation des propositions sur : draft\nPropositions de : Ruritania, "), "{french}");
    assert!(french.contains("[20 / Ruritania : thirty / Zubrowka : 40]"), "{french}");
}

#[test]
fn conventions_leave_out_names_or_brackets() {
    let folder = folder("compile-conventions");
    let brackets = folder.printed(&with(&["--format", "rolling", "--convention", "brackets"]));
    assert!(brackets.contains("fund [20][thirty][40] wells") && !brackets.contains("Zubrowka"), "{brackets}");
    let bare = folder.printed(&with(&["--format", "rolling", "--convention", "bare"]));
    assert!(bare.contains("(…)\n\n1. Urges States to fund [-20-]{+thirty+}{+40+} wells"), "{bare}");
}

#[test]
fn no_name_is_in_any_byte_of_an_anonymous_compilation() {
    let folder = folder("compile-anonymous");
    for file in ["c.txt", "c.json", "c.csv", "c.html", "c.docx"] {
        assert!(folder.run(&with(&["--anonymous", "-o", file])).status.success(), "{file}");
        let bytes = std::fs::read(folder.0.join(file)).unwrap();
        let told = if file == "c.docx" { unpacked(&bytes) } else { bytes };
        for name in ["Ruritania", "Zubrowka", "Xanadu"] {
            assert!(!told.windows(name.len()).any(|window| window == name.as_bytes()), "{name} in {file}");
        }
    }
    assert!(folder.read("c.txt").contains("[20 / 1 delegation: thirty"), "{}", folder.read("c.txt"));
}

#[test]
fn the_exit_code_says_whether_proposals_collide() {
    let folder = folder("compile-exit");
    let code = |arguments: &[&str]| folder.run(arguments).status.code();
    assert_eq!(code(&with(&["--exit-code=conflicts"])), Some(1));
    assert_eq!(code(&["compile", "draft.txt", "Ruritania.txt", "--exit-code=conflicts"]), Some(0));
    assert_eq!(code(&["compile", "draft.txt", "Ruritania.txt", "--exit-code"]), Some(1));
    assert_eq!(code(&["compile", "draft.txt", "draft.txt", "--label", "Nobody", "--exit-code"]), Some(0));
}

#[test]
fn a_part_of_the_compilation_can_be_asked_for() {
    let folder = folder("compile-part");
    let one = folder.printed(&with(&["--format", "rolling", "--unit", "OP1"]));
    assert!(one.contains("1. Urges") && !one.contains("2. Requests"), "{one}");
    let few = folder.printed(&with(&["--format", "rolling", "--only", "Zubrowka,Xanadu"]));
    assert!(few.contains("[20 / Zubrowka: 40]") && few.contains("Proposals by: Zubrowka, Xanadu\n"), "{few}");
    assert!(folder.refused(&with(&["--unit", "OP9"])).contains("no such paragraph"));
    assert!(folder.refused(&with(&["--only", "Atlantis"])).contains("there are Ruritania, Zubrowka, Xanadu"));
}

#[test]
fn what_cannot_be_compiled_is_refused_by_name() {
    let folder = folder("compile-refused");
    std::fs::create_dir(folder.0.join("more")).unwrap();
    folder.write("more/Xanadu.txt", DRAFT);
    let twice = folder.refused(&with(&["more/Xanadu.txt"]));
    assert!(twice.contains("Xanadu.txt and more/Xanadu.txt"), "{twice}");
    folder
        .write("France.txt", "Le Conseil,\n\nPrenant note du rapport,\n\n1. Prie les États de financer 20 puits en deux ans ;\n");
    assert!(folder.refused(&with(&["France.txt"])).contains("France.txt: reads as another language (fr)"));
    folder.write("Part.txt", "1. Urges States to fund 25 wells within two years;\n");
    let part = folder.refused(&with(&["Part.txt"]));
    assert!(part.contains("Part: has 1 of the 4 paragraphs") && part.contains("--excerpt"), "{part}");
    let taken = folder.printed(&["compile", "draft.txt", "Part.txt", "--excerpt", "--format", "rolling"]);
    assert!(taken.contains("[20 / Part: 25]") && !taken.contains("Del."), "{taken}");
    assert!(folder.refused(&["compile", "draft.txt", "Xanadu.txt", "--label", "a, b"]).contains("no name"));
}

#[test]
fn a_folder_holds_the_copies_and_perhaps_the_draft() {
    let folder = folder("compile-folder");
    let listed = folder.printed(&["compile", "draft.txt", ".", "--format", "rolling"]);
    assert!(listed.contains("Proposals by: Ruritania, Xanadu, Zubrowka\n"), "{listed}");
}

#[test]
fn the_spreadsheet_has_a_row_for_each_alternative() {
    let folder = folder("compile-csv");
    let csv = folder.printed(&with(&["--format", "csv"]));
    assert!(csv.contains("OP1.1,OP1,conflict,replace,20,thirty,Ruritania,1\r\n"), "{csv}");
}

/// All parts of a Word file, one after the other.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = vec![];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        all.extend(part.name().unwrap().as_bytes());
        std::io::copy(&mut part, &mut all).unwrap();
    }
    all
}

/// The same file where changes whose author does not name `taker` are the other way round: accepted, they are then rejected.
fn turned(bytes: &[u8], taker: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut done = zip::ZipWriter::new(Cursor::new(vec![]));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut raw = vec![];
        std::io::copy(&mut part, &mut raw).unwrap();
        let name = part.name().unwrap().into_owned();
        if name == "word/document.xml" {
            raw = turned_xml(std::str::from_utf8(&raw).unwrap(), taker).into_bytes();
        }
        done.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut done, &raw).unwrap();
    }
    done.finish().unwrap().into_inner()
}

fn turned_xml(xml: &str, taker: &str) -> String {
    let mut done = String::new();
    let mut open = vec![];
    for piece in xml.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        done += text;
        let is_change = ["<w:ins ", "<w:del "].iter().any(|start| tag.starts_with(start));
        let mut written = tag.to_owned();
        if is_change {
            let authors = tag.split("w:author=\"").nth(1).unwrap().split('"').next().unwrap();
            let is_turned = !authors.split(", ").any(|author| author == taker);
            if is_turned {
                written = if tag.starts_with("<w:ins") {
                    tag.replacen("<w:ins", "<w:del", 1)
                } else {
                    tag.replacen("<w:del", "<w:ins", 1)
                };
            }
            if !tag.ends_with("/>") {
                open.push(is_turned);
            }
        } else if (tag == "</w:ins>" || tag == "</w:del>") && open.pop().unwrap() {
            (if tag == "</w:ins>" { "</w:del>" } else { "</w:ins>" }).clone_into(&mut written);
        }
        done += &written;
    }
    done
}

/// The paragraphs of a file, without their labels.
fn texts(bytes: &[u8], revisions: Revisions) -> Vec<String> {
    let mut options = ReadOptions::default();
    options.revisions = revisions;
    let document = structure(read("text", bytes, &options).unwrap());
    document.units.into_iter().map(|unit| unit.text).filter(|text| !text.is_empty()).collect()
}

#[test]
fn whose_changes_are_accepted_in_word_has_its_text() {
    let folder = folder("compile-word");
    folder.printed(&["diff", "draft.txt", "draft.txt", "-o", "zero.docx"]);
    for base in ["draft.txt", "zero.docx"] {
        let arguments: Vec<&str> = ["compile", base].into_iter().chain(COPIES).chain(["-o", "c.docx"]).collect();
        assert!(folder.run(&arguments).status.success());
        let bytes = std::fs::read(folder.0.join("c.docx")).unwrap();
        assert_eq!(texts(&bytes, Revisions::Reject), texts(DRAFT.as_bytes(), Revisions::Accept));
        for copy in COPIES {
            let wanted = texts(&std::fs::read(folder.0.join(copy)).unwrap(), Revisions::Accept);
            let taker = copy.trim_end_matches(".txt");
            assert_eq!(texts(&turned(&bytes, taker), Revisions::Accept), wanted, "{copy} on {base}");
        }
        let all = String::from_utf8_lossy(&unpacked(&bytes)).into_owned();
        assert!(all.contains("w:author=\"Ruritania, Zubrowka\""), "words that two strike are struck once, by both");
        assert!(all.contains("Conflict. Ruritania: “20” → “thirty”; Zubrowka: “20” → “40”. Take one."), "{all}");
    }
}

#[test]
fn each_author_of_tracked_changes_is_a_proposal() {
    let folder = folder("compile-authors");
    folder.printed(&["diff", "draft.txt", "draft.txt", "-o", "zero.docx"]);
    let arguments: Vec<&str> = ["compile", "zero.docx"].into_iter().chain(COPIES).chain(["-o", "shared.docx"]).collect();
    assert!(folder.run(&arguments).status.success());
    let by_author =
        |more: &[&'static str]| folder.printed(&[&["compile", "shared.docx", "--tracked", "by-author"], more].concat());
    let json: serde_json::Value = serde_json::from_str(&by_author(&["--format", "json"])).unwrap();
    let said = |document: &serde_json::Value| -> Vec<String> {
        let units = document["units"].as_array().unwrap().iter();
        units.map(|unit| unit["text"].as_str().unwrap().to_owned()).filter(|text| !text.is_empty()).collect()
    };
    assert_eq!(said(&json["base"]), texts(DRAFT.as_bytes(), Revisions::Accept));
    assert_eq!(json["proposals"].as_array().unwrap().len(), 3);
    for proposal in json["proposals"].as_array().unwrap() {
        let copy = std::fs::read(folder.0.join(format!("{}.txt", proposal["label"].as_str().unwrap()))).unwrap();
        assert_eq!(said(&proposal["document"]), texts(&copy, Revisions::Accept), "{}", proposal["label"]);
    }
    // Two persons of one delegation.
    let renamed = by_author(&["--format", "rolling", "--author", "Zubrowka=Land of Qx", "--author", "Xanadu=Land of Qx"]);
    assert!(renamed.starts_with("Compilation of proposals on: shared\nProposals by: Ruritania, Land of Qx\n"), "{renamed}");
    assert!(renamed.contains("[20 / Ruritania: thirty / Land of Qx: 40]"), "{renamed}");
    assert!(folder.refused(&["compile", "draft.txt"]).contains("no proposals"));
}

#[test]
fn a_table_has_a_column_for_each_copy_against_the_draft() {
    let folder = folder("compile-table");
    let table = folder.printed(&with(&["--format", "html", "--as", "table"]));
    assert!(table.contains("<del>20</del><ins>thirty</ins>") && table.contains("<ins>40</ins>"), "{table}");
    assert!(table.contains("PP1: nobody proposes a change"), "{table}");
    let first = folder.printed(&["table", "draft.txt", COPIES[0], COPIES[1], "--against", "first"]);
    assert!(first.contains("<del>20</del><ins>thirty</ins>") && first.contains("<del>20</del><ins>40</ins>"), "{first}");
    assert!(folder.refused(&with(&["-o", "t.html", "--as", "table", "--anonymous"])).contains("--anonymous"));
}

#[test]
fn copies_that_are_taken_for_years_are_asked_about() {
    let folder = folder("compile-years");
    let said = |arguments: &[&str]| String::from_utf8(folder.run(arguments).stderr).unwrap();
    for command in ["table", "series"] {
        let warned = said(&[command, "draft.txt", COPIES[0], COPIES[1]]);
        assert!(warned.contains("rature compile") && warned.contains("--against first"), "{command}: {warned}");
    }
    assert_eq!(said(&["table", "draft.txt", COPIES[0], COPIES[1], "--against", "first"]), "");
}

#[test]
fn brackets_are_counted_a_row_a_text() {
    let folder = folder("compile-brackets");
    let csv = folder.printed(&["brackets", "draft.txt", "Ruritania.txt", "--format", "csv"]);
    assert!(csv.contains("draft,1,1 (3 %),4,1,0,0,0,\r\n") && csv.contains("Ruritania,0,0 (0 %),5,0,0,0,0,\r\n"), "{csv}");
}

#[test]
fn a_project_makes_compilations_and_checks_them() {
    let folder = folder("compile-project");
    let toml = "[[compilation]]\nbase = \"draft.txt\"\nproposals = { Zubrowka = \"Zubrowka.txt\", Ruritania = \"Ruritania.txt\" }\n\
        outputs = [\"golden/rolling.txt\", \"golden/c.html\"]\n";
    folder.write("rature.toml", toml);
    assert!(folder.printed(&["build"]).contains("2 written"));
    assert!(folder.read("golden/rolling.txt").contains("Proposals by: Zubrowka, Ruritania\n"), "as they are named in the file");
    assert!(folder.printed(&["check"]).contains("2 outputs"));
    folder.edit("golden/rolling.txt", "thirty", "31");
    let check = folder.run(&["check"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("rolling.txt"));
    folder.write("rature.toml", toml.replace("Ruritania.txt", "Ruritanja.txt"));
    assert!(folder.refused(&["build"]).contains("Ruritania.txt is there"));
    folder.write("rature.toml", toml.replace("c.html", "c.md"));
    assert!(folder.refused(&["build"]).contains("a compilation is made as"));
    folder.write("rature.toml", "");
    assert!(folder.refused(&["build"]).contains("nothing to make"));
}

/// The worked example beside this repository, where it is.
#[test]
fn the_worked_example_comes_out_as_expected() {
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/compile/examples/1-compile");
    let Ok(expected) = std::fs::read_to_string(examples.join("expected-rolling.txt")) else {
        eprintln!("skipped: no {}", examples.display());
        return;
    };
    let folder = Folder::new("compile-example");
    let files = ["zero", "EU", "Kenya", "Japan", "Brazil"]
        .map(|name| examples.join(format!("{name}.txt")).to_string_lossy().into_owned());
    let arguments: Vec<&str> = std::iter::once("compile").chain(files.iter().map(String::as_str)).collect();
    let with = |more: &[&'static str]| folder.printed(&[&arguments[..], more].concat());
    assert_eq!(with(&["--format", "rolling"]), expected);
    let json: serde_json::Value = serde_json::from_str(&with(&["--format", "json"])).unwrap();
    let wanted = std::fs::read_to_string(examples.join("expected-compilation.json")).unwrap();
    let wanted: serde_json::Value = serde_json::from_str(&wanted).unwrap();
    assert_eq!(json["summary"], wanted["summary"]);
    for (place, wanted) in json["places"].as_array().unwrap().iter().zip(wanted["places"].as_array().unwrap()) {
        for key in ["id", "unit", "at", "start", "end", "stand", "weight"] {
            assert_eq!(place[key], wanted[key], "{key} of {}", wanted["id"]);
        }
        for (alternative, wanted) in
            place["alternatives"].as_array().unwrap().iter().zip(wanted["alternatives"].as_array().unwrap())
        {
            for key in ["what", "id", "text", "by"] {
                assert_eq!(alternative[key], wanted[key], "{key} of {place}");
            }
        }
    }
}
