//! How many of the facts that a person finds are found, and how many that are found a person would call one.
//!
//! labels/*.txt: the file in the first line; then, a line a unit, its facts: kind and value. They were made by reading the texts, before
//! looking at what the program makes of them. Texts of the corpus are measured where it is at hand.

mod asking;
mod every;
mod findings;
mod planted;
mod rows;
mod rules;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rature::findings::facts;
use rature::read::{ReadOptions, read};
use rature::structure::structure;

/// A fact as a label says it: unit, kind, value.
type Label = (String, String, String);

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text that labels name: of the fixtures, or of the corpus.
fn text(path: &str) -> PathBuf {
    if path.starts_with("fixtures/") {
        return project(path);
    }
    std::env::var_os("RATURE_CORPUS").map_or_else(|| project("../shared/corpus"), PathBuf::from).join(path)
}

fn labels(file: &str) -> (String, Vec<Label>) {
    let (path, units) = file.split_once('\n').expect("a line for the file");
    let labels = units.lines().flat_map(|line| {
        let (unit, facts) = line.split_once(": ").unwrap_or_else(|| panic!("no unit in {line}"));
        facts.split(" | ").map(move |fact| {
            let (kind, value) = fact.split_once(' ').unwrap_or_else(|| panic!("no value in {fact}"));
            (unit.to_owned(), kind.to_owned(), value.trim().to_owned())
        })
    });
    (path.trim_start_matches("file ").to_owned(), labels.collect())
}

fn found(path: &Path) -> Vec<Label> {
    let bytes = std::fs::read(path).expect("a text");
    let document = structure(read("text", &bytes, &ReadOptions::default()).expect("a text"));
    let label = |fact: rature::findings::Fact| (document.units[fact.unit].id.clone(), fact.kind.code().to_owned(), fact.value);
    facts(&document).into_iter().map(label).collect()
}

/// Labelled, found, and both; by kind.
#[derive(Default)]
struct Tally {
    labelled: usize,
    found: usize,
    both: usize,
}

#[test]
fn what_a_person_finds_is_found_and_nothing_else() {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut faults = vec![];
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(project("tests/facts/labels")).expect("labels").map(|e| e.expect("an entry").path()).collect();
    files.sort();
    for file in files {
        let (path, labelled) = labels(&std::fs::read_to_string(&file).expect("labels"));
        let source = text(&path);
        if !source.is_file() {
            eprintln!("skipped: no {}", source.display());
            continue;
        }
        let mut rest = found(&source);
        for label in &rest {
            tallies.entry(label.1.clone()).or_default().found += 1;
        }
        for label in labelled {
            let tally = tallies.entry(label.1.clone()).or_default();
            tally.labelled += 1;
            match rest.iter().position(|other| *other == label) {
                Some(at) => {
                    rest.remove(at);
                    tally.both += 1;
                }
                None => faults.push(format!("{path}: not found: {label:?}")),
            }
        }
        faults.extend(rest.into_iter().map(|label| format!("{path}: no fact: {label:?}")));
    }
    eprintln!("{}", faults.join("\n"));
    for (kind, Tally { labelled, found, both }) in &tallies {
        eprintln!("{kind:10} {both} of {labelled} labelled, {found} found");
        assert!(both * 100 >= labelled * 97, "{kind}: recall");
        assert!(both * 100 >= found * 97, "{kind}: precision");
    }
}
