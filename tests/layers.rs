//! A stage uses only earlier stages: read from the imports.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// From the ground floor up; `error` may be used by all.
const STAGES: [&str; 19] = [
    "files", "isolate", "text", "language", "read", "structure", "prepare", "align", "compare", "overlay", "trace", "series",
    "findings", "concord", "report", "render", "project", "batch", "cli",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The modules of this crate that `line` names: `crate::read::Source` and `use crate::{align, read}`.
fn named(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let after = code.split("crate::").skip(1);
    after
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split(',').map(|item| item.trim().split("::").next().unwrap_or_default()).collect(),
            None => vec![rest],
        })
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect()
}

#[test]
fn a_stage_uses_only_earlier_stages() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = vec![];
    let mut checked = 0;
    for (floor, stage) in STAGES.iter().enumerate() {
        let mut files = vec![];
        sources(&src.join(stage), &mut files);
        assert!(!files.is_empty(), "no stage {stage}");
        for file in files {
            let code = std::fs::read_to_string(&file).expect("a source file");
            for (number, line) in code.lines().enumerate() {
                for used in named(line) {
                    checked += 1;
                    if STAGES.iter().position(|s| *s == used).is_some_and(|at| at > floor) {
                        wrong.push(format!(
                            "{}:{}: {stage} uses {used}",
                            file.strip_prefix(&src).expect("under src").display(),
                            number + 1
                        ));
                    }
                }
            }
        }
    }
    assert!(checked > 20, "only {checked} imports were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_are_found_in_every_form() {
    assert_eq!(named("use crate::read::Source;"), ["read"]);
    assert_eq!(named("use crate::{Error, align, read::Layout};"), ["Error", "align", "read"]);
    assert_eq!(named("let x = crate::text::fold(y); // crate::render"), ["text"]);
}

/// Rooms whose files lean on one another: the pair of Word files that is laid over itself is one thing in many files.
const TIED: [&str; 1] = ["render/word/pair"];

/// The folders under `folder`, itself included.
fn folders(folder: &Path, found: &mut Vec<PathBuf>) {
    found.push(folder.to_path_buf());
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            folders(&path, found);
        }
    }
}

/// The files of the same folder that `code` imports: `super::links::key`, `use super::{lines, pins};`
fn siblings<'a>(code: &str, all: &'a [String]) -> Vec<&'a str> {
    let code: String = code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join(" ");
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = vec![];
    let parts: Vec<&str> = code.split("super::").collect();
    // "super::super::" leads out of the folder.
    for rest in parts.windows(2).filter(|pair| !pair[0].is_empty()).map(|pair| pair[1]) {
        let names = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or_default());
        let first =
            |name: &str| name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned();
        let names: Vec<String> = if rest.starts_with('{') { names.split(',').map(first).collect() } else { vec![first(names)] };
        found.extend(all.iter().filter(|file| names.contains(file)).map(String::as_str));
    }
    found
}

/// A file that leads back to itself, with the way there.
fn circle<'a>(
    at: &'a str,
    imports: &'a BTreeMap<String, Vec<&'a str>>,
    way: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<String> {
    if let Some(from) = way.iter().position(|file| *file == at) {
        return Some(way[from..].join(" → "));
    }
    if !done.insert(at) {
        return None;
    }
    way.push(at);
    let found = imports[at].iter().find_map(|next| circle(next, imports, way, done));
    way.pop();
    found
}

#[test]
fn no_files_of_a_room_import_each_other_in_a_circle() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut rooms = vec![];
    folders(&src, &mut rooms);
    let mut checked = 0;
    for room in rooms.iter().filter(|room| !TIED.iter().any(|tied| src.join(tied) == **room)) {
        let files = std::fs::read_dir(room).expect("a folder").map(|entry| entry.expect("an entry").path());
        let named = |file: PathBuf| {
            let name = file.file_stem()?.to_str()?.to_owned();
            (file.extension()? == "rs" && name != "mod" && name != "tests").then_some((name, file))
        };
        let files: Vec<(String, PathBuf)> = files.filter_map(named).collect();
        let all: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
        let code = |file| std::fs::read_to_string(file).expect("a source file");
        let imports: BTreeMap<String, Vec<&str>> =
            files.iter().map(|(name, file)| (name.clone(), siblings(&code(file), &all))).collect();
        checked += imports.values().map(Vec::len).sum::<usize>();
        let mut done = BTreeSet::new();
        for file in &all {
            assert_eq!(circle(file, &imports, &mut vec![], &mut done), None, "{}", room.display());
        }
    }
    assert!(checked > 200, "only {checked} imports were found");
}

#[test]
fn circles_are_found() {
    let all = ["chunk".to_owned(), "join".to_owned()];
    assert_eq!(siblings("use super::{Other, chunk::cut, join};", &all), ["chunk", "join"]);
    assert_eq!(siblings("let x = super::join::y(); // super::chunk", &all), ["join"]);
    assert!(siblings("use super::super::chunk::cut;", &all).is_empty());
    let imports = BTreeMap::from([("chunk".to_owned(), vec!["join"]), ("join".to_owned(), vec!["chunk"])]);
    assert_eq!(circle("chunk", &imports, &mut vec![], &mut BTreeSet::new()), Some("chunk → join".to_owned()));
}
