//! LibreOffice, and what it reads in a file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rature::structure::{Document, Kind, Unit};
use serde_json::{Value, json};

/// How a file is read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum As {
    Accepted,
    Rejected,
}

/// A file to be read.
pub(crate) struct Job(Value);

impl Job {
    pub(crate) fn new(file: &Path, how: As) -> Self {
        let how = match how {
            As::Accepted => "accepted",
            As::Rejected => "rejected",
        };
        Self(json!({ "file": file, "as": how }))
    }
}

/// What a file says: its paragraphs, those of its tables, and its footnotes, with single spaces and no blank ones.
#[derive(Debug)]
pub(crate) struct Said {
    body: Vec<String>,
    notes: Vec<String>,
    error: Option<String>,
}

/// A footnote's reference.
const MARK: char = '\u{25a0}';

/// What LibreOffice reads, a result a job; None where it is missing.
pub(crate) fn said_by(jobs: &[Job], folder: &Path) -> Option<Vec<Said>> {
    let python = Path::new("/usr/bin/python3");
    let has_office =
        std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|f| f.join("soffice").is_file()));
    let has_bridge = || Command::new(python).args(["-c", "import uno"]).output().is_ok_and(|out| out.status.success());
    if !has_office || !has_bridge() {
        assert!(
            std::env::var_os("CI").is_none(),
            "LibreOffice or its Python bridge is missing: install libreoffice-writer and python3-uno"
        );
        eprintln!("skipped: no LibreOffice with its Python bridge");
        return None;
    }
    let [list, results, profile]: [PathBuf; 3] = ["jobs.json", "results.json", "profile"].map(|name| folder.join(name));
    let jobs: Vec<&Value> = jobs.iter().map(|job| &job.0).collect();
    fs::write(&list, serde_json::to_vec(&jobs).unwrap()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/word_out/office.py");
    let done = Command::new(python).arg(script).args([&list, &results, &profile]).output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "office.py: {told}");
    eprint!("{told}");
    let results: Vec<Value> = serde_json::from_slice(&fs::read(results).unwrap()).unwrap();
    let lines = |value: &Value| {
        let all = value.as_array().into_iter().flatten().map(|line| normal(line.as_str().unwrap_or_default()));
        all.filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    let said = |result: &Value| {
        let left = result["left"].as_u64().filter(|&left| left > 0).map(|left| format!("{left} changes were left"));
        let error = result["error"].as_str().map(str::to_owned).or(left);
        Said { body: lines(&result["body"]), notes: lines(&result["notes"]), error }
    };
    Some(results.iter().map(said).collect())
}

/// With single spaces, and none at the ends.
pub(crate) fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Said {
    /// The paragraphs of the text.
    pub(crate) fn lines(&self) -> &[String] {
        assert_eq!(self.error, None);
        &self.body
    }

    /// How it differs from another file, which is `document`; None when it does not. LibreOffice forgets the numbers of paragraphs whose
    /// numbering is `tracked` when it rejects, and the text of a note that is called twice.
    pub(crate) fn differs_from(&self, other: &Self, document: &Document, tracked: usize) -> Option<String> {
        let errors = self.error.clone().or_else(|| other.error.clone());
        let of_notes = || difference(&self.notes, &other.notes).filter(|_| self.notes != notes(document));
        errors.or_else(|| body_difference(&self.body, &other.body, tracked)).or_else(of_notes)
    }

    /// How it differs from `document`, labels included.
    pub(crate) fn differs_from_document(&self, document: &Document) -> Option<String> {
        let called = called(document);
        let units = || document.units.iter().filter(|unit| !called.contains(&unit.index));
        let plain: Vec<String> = units().map(|unit| line(unit, &called, document, Unknown::Typed)).collect();
        let marked: Vec<String> = units().map(|unit| line(unit, &called, document, Unknown::Reference)).collect();
        let prints = document.units.iter().any(|unit| unit.kind == Kind::Note);
        // A mark whose note this text does not print may keep the reference of the other text.
        let of = |at: usize| if self.body.get(at) == marked.get(at) { marked[at].clone() } else { plain[at].clone() };
        let expected: Vec<String> = (0..plain.len()).map(of).collect();
        let notes = notes(document);
        let of_notes = || if prints { difference(&self.notes, &notes) } else { None };
        self.error.clone().or_else(|| difference(&self.body, &expected)).or_else(of_notes)
    }

    /// How its texts differ from those of `document`, whatever their labels.
    pub(crate) fn texts_differ_from(&self, document: &Document) -> Option<String> {
        let called = called(document);
        let texts: Vec<String> = document
            .units
            .iter()
            .filter(|unit| unit.kind != Kind::Note)
            .map(|unit| line(&Unit { label: None, ..unit.clone() }, &called, document, Unknown::Typed))
            .filter(|text| !text.is_empty())
            .collect();
        let fits = |said: &String, text: &String| said == text || said.ends_with(&format!(" {text}"));
        let is_same = self.body.len() == texts.len() && self.body.iter().zip(&texts).all(|(said, text)| fits(said, text));
        let of_body = || if is_same { None } else { difference(&self.body, &texts) };
        self.error.clone().or_else(of_body).or_else(|| difference(&self.notes, &notes(document)))
    }
}

/// The notes that paragraphs call.
pub(crate) fn called(document: &Document) -> BTreeSet<usize> {
    first_calls(document).into_iter().map(|(note, _)| note).collect()
}

/// Each note that is called, with the first mark that calls it, in order.
fn first_calls(document: &Document) -> Vec<(usize, (usize, usize))> {
    let mut first: Vec<(usize, (usize, usize))> = vec![];
    for unit in document.units.iter().filter(|unit| unit.kind != Kind::Note) {
        for (nth, footnote) in unit.footnotes.iter().enumerate() {
            if let Some(note) = footnote.note.filter(|note| !first.iter().any(|(other, _)| other == note)) {
                first.push((note, (unit.index, nth)));
            }
        }
    }
    first
}

fn notes(document: &Document) -> Vec<String> {
    first_calls(document).into_iter().map(|(note, _)| normal(&document.units[note].text)).collect()
}

/// How a mark without a note shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unknown {
    Typed,
    Reference,
}

fn line(unit: &Unit, called: &BTreeSet<usize>, document: &Document, unknown: Unknown) -> String {
    let first = first_calls(document);
    let mut text = unit.label.clone().map(|label| label + " ").unwrap_or_default();
    let characters: Vec<char> = unit.text.chars().collect();
    for at in 0..=characters.len() {
        for (nth, footnote) in unit.footnotes.iter().enumerate().filter(|(_, footnote)| footnote.at == at) {
            let is_reference =
                footnote.note.is_some_and(|note| called.contains(&note) && first.contains(&(note, (unit.index, nth))));
            if is_reference || footnote.note.is_none() && unknown == Unknown::Reference {
                text.push(MARK);
            } else {
                text.push_str(&footnote.mark);
            }
        }
        text.extend(characters.get(at));
    }
    normal(&text)
}

/// As [`difference`], but that up to `most` lines may lack their automatic number.
fn body_difference(said: &[String], expected: &[String], most: usize) -> Option<String> {
    let lacks = |said: &String, expected: &String| {
        let number = expected.strip_suffix(said.as_str()).and_then(|number| number.strip_suffix(". "));
        number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
    };
    let lacking = said.iter().zip(expected).filter(|(said, expected)| lacks(said, expected)).count();
    let is_same = said.len() == expected.len() && said.iter().zip(expected).all(|(a, b)| a == b || lacks(a, b));
    if is_same && lacking <= most { None } else { difference(said, expected) }
}

/// The first lines that differ.
pub(crate) fn difference(said: &[String], expected: &[String]) -> Option<String> {
    if said == expected {
        return None;
    }
    let at = said.iter().zip(expected).take_while(|(a, b)| a == b).count();
    let show = |lines: &[String]| {
        lines.get(at).map_or_else(|| "(nothing)".to_owned(), |line| around(line, said.get(at), expected.get(at)))
    };
    Some(format!(
        "line {} ({} and {} lines)\n    says     {}\n    expected {}",
        at + 1,
        said.len(),
        expected.len(),
        show(said),
        show(expected)
    ))
}

/// The part of a line where two begin to differ.
fn around(line: &str, a: Option<&String>, b: Option<&String>) -> String {
    let same = a.zip(b).map_or(0, |(a, b)| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count());
    line.chars().skip(same.saturating_sub(40)).take(160).collect()
}
