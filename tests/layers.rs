//! A stage uses only earlier stages: read from the imports.

use std::path::{Path, PathBuf};

/// From the ground floor up; `error` may be used by all.
const STAGES: [&str; 16] = [
    "files", "isolate", "text", "language", "read", "structure", "prepare", "align", "compare", "series", "findings", "report",
    "render", "project", "batch", "cli",
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
