//! What the program makes of the fixtures, compared byte for byte with `golden/`.
//!
//! Every folder under `fixtures/` is one resolution through the years. `cargo bless` rewrites the goldens; read their diff.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The program's standard output.
fn rature(arguments: &[&OsStr]) -> Vec<u8> {
    let run =
        Command::new(env!("CARGO_BIN_EXE_rature")).args(arguments).env("NO_COLOR", "1").output().expect("the program starts");
    assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    run.stdout
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// Every golden with its name under `golden/`: the structure of each text, and the redline of each pair of neighbours.
fn actual() -> BTreeMap<String, Vec<u8>> {
    let mut made = BTreeMap::new();
    for family in sorted(&project("fixtures")).into_iter().filter(|path| path.is_dir()) {
        let name = family.file_name().expect("a name").to_string_lossy().into_owned();
        let texts: Vec<PathBuf> =
            sorted(&family).into_iter().filter(|path| path.extension() == Some(OsStr::new("txt"))).collect();
        let stem = |path: &Path| path.file_stem().expect("a stem").to_string_lossy().into_owned();
        for text in &texts {
            let outline = ["read".as_ref(), text.as_os_str(), "--repairs".as_ref(), "--width=100".as_ref()];
            made.insert(format!("{name}/{}.outline.txt", stem(text)), rature(&outline));
            made.insert(
                format!("{name}/{}.json", stem(text)),
                rature(&["read".as_ref(), text.as_os_str(), "--format=json".as_ref()]),
            );
        }
        for pair in texts.windows(2) {
            for (format, ending) in [("terminal", "txt"), ("html", "html"), ("json", "json")] {
                let format = format!("--format={format}");
                let redline =
                    ["diff".as_ref(), pair[0].as_os_str(), pair[1].as_os_str(), format.as_ref(), "--width=100".as_ref()];
                made.insert(format!("{name}/{}-{}.{ending}", stem(&pair[0]), stem(&pair[1])), rature(&redline));
            }
        }
    }
    made
}

fn committed() -> BTreeMap<String, Vec<u8>> {
    let root = project("golden");
    let folders = sorted(&root).into_iter().filter(|path| path.is_dir());
    folders
        .flat_map(|folder| sorted(&folder))
        .map(|path| {
            let name = path.strip_prefix(&root).expect("a path under golden").to_string_lossy().replace('\\', "/");
            (name, std::fs::read(path).expect("a golden"))
        })
        .collect()
}

/// The first line that differs, for a person to find it.
fn first_difference(wanted: &[u8], made: &[u8]) -> String {
    let (wanted, made) = (String::from_utf8_lossy(wanted), String::from_utf8_lossy(made));
    let at = wanted
        .lines()
        .zip(made.lines())
        .position(|(a, b)| a != b)
        .unwrap_or_else(|| wanted.lines().count().min(made.lines().count()));
    let line = |text: &str| text.lines().nth(at).unwrap_or("(no line)").chars().take(300).collect::<String>();
    format!("line {}\n  golden: {}\n  made:   {}", at + 1, line(&wanted), line(&made))
}

#[test]
fn the_goldens_are_what_the_program_makes() {
    let (wanted, made) = (committed(), actual());
    let mut wrong = vec![];
    for (name, bytes) in &made {
        match wanted.get(name) {
            None => wrong.push(format!("golden/{name} is missing")),
            Some(golden) if golden != bytes => wrong.push(format!("golden/{name} differs, {}", first_difference(golden, bytes))),
            Some(_) => {}
        }
    }
    wrong.extend(wanted.keys().filter(|name| !made.contains_key(*name)).map(|name| format!("golden/{name}: nothing makes it")));
    assert!(wrong.is_empty(), "{}\nif this is right: `cargo bless`, and read the diff of golden/", wrong.join("\n"));
}

#[test]
#[ignore = "rewrites golden/: `cargo bless`"]
fn bless() {
    assert!(std::env::var_os("CI").is_none(), "goldens are not blessed under CI");
    let made = actual();
    for name in committed().keys().filter(|name| !made.contains_key(*name)) {
        std::fs::remove_file(project("golden").join(name)).expect("an old golden");
    }
    for (name, bytes) in made {
        let path = project("golden").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a golden");
    }
}
