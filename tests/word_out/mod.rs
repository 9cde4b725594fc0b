//! Written Word files: *accept all* gives the new text and *reject all* the old, to LibreOffice and to rature itself, and their XML is
//! what Word's schema demands.
//!
//! LibreOffice (with its Python bridge) is driven by `office.py`, one process for all files. Where it is missing the test says that it
//! was skipped; under CI that is a failure.

mod beside;
mod edit;
mod fields;
mod links;
mod lists;
mod merged;
mod office;
mod over;
mod pairs;
mod rows;
mod table;
mod xml;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rature::align::{AlignOptions, align};
use rature::compare::compare;
use rature::read::{ReadOptions, Revisions, read};
use rature::render::{WordOptions, redline_docx};
use rature::report::{Report, ReportOptions, redline, report};
use rature::structure::{Document, Unit, structure};

use office::{As, Job, Said, normal, said_by};

fn document(path: &Path) -> Option<Document> {
    document_with(path, &ReadOptions::default())
}

fn document_with(path: &Path, options: &ReadOptions) -> Option<Document> {
    let name = path.file_stem().unwrap().to_string_lossy();
    read(&name, &fs::read(path).unwrap(), options).ok().map(structure)
}

fn reported(old: &Document, new: &Document) -> Report {
    let comparison = compare(old, new, align(old, new, &AlignOptions::default()));
    report(redline(old.clone(), new.clone(), comparison), ReportOptions::default())
}

fn written(old: &Document, new: &Document, options: &WordOptions) -> Vec<u8> {
    redline_docx(&reported(old, new), options).unwrap()
}

/// A pair, and the Word file that was made of it.
struct Case {
    name: String,
    file: PathBuf,
    old: Document,
    new: Document,
    /// The old text as it was given, where that is a Word file.
    base: Option<PathBuf>,
    /// The new text, where that is one.
    target: Option<PathBuf>,
}

impl Case {
    fn of(name: &str, old: Document, new: Document) -> Self {
        let file = folder().join(format!("{name}.docx"));
        fs::write(&file, written(&old, &new, &WordOptions::default())).unwrap();
        Self { name: name.to_owned(), file, old, new, base: None, target: None }
    }
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder that is beside the project on some machines only.
fn shared(name: &str) -> Option<PathBuf> {
    let corpus = std::env::var_os("RATURE_CORPUS").map_or_else(|| project("../shared/corpus"), PathBuf::from);
    let path = corpus.parent()?.join(name);
    if !path.is_dir() {
        eprintln!("skipped: no {name} beside the project");
        return None;
    }
    Some(path)
}

fn fixtures() -> Vec<Case> {
    let pairs = [
        ("fr", "2018", "2019"),
        ("fr", "2020", "2021"),
        ("fr", "2021", "2022"),
        ("en", "2019", "2020"),
        ("en", "2020", "2021"),
        ("es", "2020", "2021"),
    ];
    let case = |(language, old, new): (&str, &str, &str)| {
        let text = |year: &str| document(&project(&format!("fixtures/cooperation-{language}/{year}.txt"))).unwrap();
        Case::of(&format!("fixture-{language}-{old}-{new}"), text(old), text(new))
    };
    pairs.into_iter().map(case).collect()
}

/// The first neighbours of twenty series, ten of each language.
fn series() -> Vec<Case> {
    let Some(corpus) = shared("corpus/un-series") else { return vec![] };
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(corpus.join("manifest.json")).unwrap()).unwrap();
    let mut cases = vec![];
    for language in ["en", "fr"] {
        let of_language = manifest.as_array().unwrap().iter().filter(|series| series["lang"] == language);
        for (index, series) in of_language.take(10).enumerate() {
            let versions = series["versions"].as_array().unwrap();
            let at = versions.len() / 2;
            let text = |at: usize| document(&corpus.join(versions[at]["file"].as_str().unwrap()));
            if let Some((old, new)) = text(at - 1).zip(text(at)) {
                cases.push(Case::of(&format!("series-{language}-{index}"), old, new));
            }
        }
    }
    cases
}

/// All of them, written once.
fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| fixtures().into_iter().chain(series()).chain(bases()).collect());
    &CASES
}

/// Word files as bases, each with a copy that is edited here.
fn bases() -> Vec<Case> {
    let mut files = vec![];
    for name in ["samples", "corpus/docx"] {
        let Some(folder) = shared(name) else { continue };
        let found = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files.extend(found.filter(|path| path.extension().is_some_and(|e| e == "docx")));
    }
    files.sort();
    let mut cases = vec![];
    for file in files {
        let Some(old) = document(&file) else { continue };
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        let new = edit::edited(&old);
        cases.push(Case { base: Some(file), ..Case::of(&format!("base-{stem}"), old, new) });
    }
    if let Some(folder) = shared("samples") {
        for (old, new) in [("res-2020", "res-2021"), ("res-2021", "res-2022"), ("res-2022", "res-2020"), ("res-2021", "complex")]
        {
            let [old, new] = [old, new].map(|name| folder.join(format!("{name}.docx")));
            let name =
                format!("pair-{}-{}", old.file_stem().unwrap().to_string_lossy(), new.file_stem().unwrap().to_string_lossy());
            let case = Case::of(&name, document(&old).unwrap(), document(&new).unwrap());
            cases.push(Case { base: Some(old), target: Some(new), ..case });
        }
    }
    cases
}

#[test]
fn libreoffice_accepts_to_the_new_text_and_rejects_to_the_old() {
    /// An empty list item stays behind the last paragraph when it is rejected, and a field of it shows the day; rature reads it back right.
    const KNOWN: [&str; 1] = ["pair-res-2021-complex"];
    let cases = cases();
    let mut jobs = vec![];
    for case in cases {
        jobs.push(Job::new(&case.file, As::Accepted));
        jobs.push(Job::new(&case.file, As::Rejected));
        // Changes that a file has already are settled as rature does.
        jobs.extend([&case.base, &case.target].into_iter().flatten().map(|file| Job::new(file, As::Accepted)));
    }
    let Some(results) = said_by(&jobs, &folder()) else { return };
    let mut results = results.into_iter();
    let mut wrong = vec![];
    for case in cases {
        let mut next = || results.next().unwrap();
        let (accepted, rejected) = (next(), next());
        let base = case.base.as_ref().map(|_| next());
        let target = case.target.as_ref().map(|_| next());
        let mut check = |what: &str, difference: Option<String>| {
            let told = difference.map(|told| format!("{}: {what}: {told}", case.name));
            match told {
                Some(told) if KNOWN.contains(&case.name.as_str()) => eprintln!("known: {told}"),
                told => wrong.extend(told),
            }
        };
        let tracked = xml::tracked_numbers(&fs::read(&case.file).unwrap());
        match &base {
            Some(base) => check("rejected", rejected.differs_from(base, &case.old, tracked)),
            None => check("rejected", rejected.differs_from_document(&case.old)),
        }
        match (&base, &target) {
            (_, Some(target)) if target.texts_of(&case.new) => check("accepted", accepted.differs_from(target, &case.new, 0)),
            // Of what a Word file says, the redline has what rature read: the results that fields had, boxes behind their paragraphs.
            (_, Some(_)) => check("accepted", accepted.texts_differ_from(&case.new)),
            (None, None) => check("accepted", accepted.differs_from_document(&case.new)),
            // What rature does not read of a base (hidden text, fields) is no fault of the writer.
            (Some(base), None) if base.texts_of(&case.old) => check("accepted", accepted.texts_differ_from(&case.new)),
            _ => eprintln!("{}: LibreOffice reads the base otherwise than rature, which alone checks accepting", case.name),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    eprintln!("{} files checked in LibreOffice", cases.len());
}

#[test]
fn rature_reads_the_new_text_accepted_and_the_old_rejected() {
    let mut wrong = vec![];
    for case in cases() {
        for (revisions, expected) in [(Revisions::Accept, &case.new), (Revisions::Reject, &case.old)] {
            let mut options = ReadOptions::default();
            options.revisions = revisions;
            let Some(read) = document_with(&case.file, &options) else {
                wrong.push(format!("{}: {revisions:?}: cannot be read", case.name));
                continue;
            };
            // Raised figures are marks of notes that are not printed; numbers that a base counts are not those of its edited copy.
            let is_copy = case.base.is_some() && case.target.is_none() && revisions == Revisions::Accept;
            let plain = |text: &str| normal(&text.replace(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c), ""));
            let line = |unit: &Unit| {
                let label = unit.label.as_deref().filter(|_| !is_copy).unwrap_or_default();
                plain(&format!("{label} {}", unit.text))
            };
            let texts = |document: &Document| {
                let called = office::called(document);
                let lines = document.units.iter().filter(|unit| !called.contains(&unit.index)).map(line);
                lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
            };
            if let Some(told) = office::difference(&texts(&read), &texts(expected)) {
                wrong.push(format!("{}: {revisions:?}: {told}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_xml_is_what_word_demands() {
    let of = |case: &Case| {
        let faults = xml::faults(&fs::read(&case.file).unwrap(), case.base.as_deref());
        faults.into_iter().map(|fault| format!("{}: {fault}", case.name)).collect::<Vec<_>>()
    };
    let faults: Vec<String> = cases().iter().flat_map(of).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// openxml-audit (PyPI) knows Word's schema. It also asks for parts that Word itself does without.
#[test]
fn openxml_audit_finds_no_fault() {
    let is_audited = |case: &&Case| case.base.is_none() && case.name.starts_with("fixture") || case.target.is_some();
    let files: Vec<&Case> = cases().iter().filter(is_audited).collect();
    let mut wrong = vec![];
    for case in &files {
        let Some(faults) = xml::audited(&case.file) else { return };
        let before = case.base.as_deref().and_then(xml::audited).unwrap_or_default();
        wrong.extend(faults.into_iter().filter(|fault| !before.contains(fault)).map(|fault| format!("{}: {fault}", case.name)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    eprintln!("{} files audited", files.len());
}

#[test]
fn the_same_texts_give_the_same_bytes_and_options_are_kept() {
    let text = |year: &str| document(&project(&format!("fixtures/cooperation-en/{year}.txt"))).unwrap();
    let (old, new) = (text("2020"), text("2021"));
    let plain = written(&old, &new, &WordOptions::default());
    assert_eq!(plain, written(&old, &new, &WordOptions::default()));
    assert!(!xml::part(&plain, "word/document.xml").contains("w:date"));
    let mut options = WordOptions::default();
    options.author = "A & B".to_owned();
    options.date = Some("2021-12-09T00:00:00Z".to_owned());
    options.comments = true;
    let signed = written(&old, &new, &options);
    let text = xml::part(&signed, "word/document.xml");
    assert!(text.contains("w:author=\"A &amp; B\" w:date=\"2021-12-09T00:00:00Z\""));
    assert!(xml::part(&signed, "word/comments.xml").contains("was OP"));
    assert_eq!(xml::faults(&signed, None), Vec::<String>::new());
}

impl Said {
    /// Whether these are the texts of `document`.
    fn texts_of(&self, document: &Document) -> bool {
        self.texts_differ_from(document).is_none()
    }
}
