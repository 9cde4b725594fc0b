//! The path of an output and the label of a text: whatever they are, nothing is written but plain files in the project's folder.
#![no_main]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

use rature::project::{bless, load, make};

/// The files that are there before: of the project, and beside it, where a link of the project leads.
const FILES: [(&str, &str); 4] = [
    ("project/2018.txt", "1. Urges all;\n\n2. Requests more.\n"),
    ("project/2019.txt", "1. Urges some;\n\n2. Requests more.\n"),
    ("project/.git/config", "[core]\n"),
    ("beside/kept.html", "<p>kept</p>\n"),
];

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("rature-paths-{}", std::process::id()));
    begin(&folder);
    folder
});

/// Makes `folder` anew.
fn begin(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    for (name, text) in FILES {
        fs::create_dir_all(folder.join(name).parent().expect("a folder")).expect("a folder");
        fs::write(folder.join(name), text).expect("a file");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("../beside", folder.join("project/link")).expect("a link");
}

/// Every file in `folder`, by its name from there; links are not followed.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).expect("a folder").flatten() {
            match entry.file_type().expect("a kind") {
                kind if kind.is_dir() => folders.push(entry.path()),
                kind if kind.is_file() => {
                    let name = entry.path().strip_prefix(folder).expect("within").to_owned();
                    found.insert(name, fs::read(entry.path()).expect("a file"));
                }
                _ => {}
            }
        }
    }
    found
}

/// `text` as TOML has it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string").replace('\u{7f}', "\\u007f")
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (path, label) = text.split_once('\n').unwrap_or((&text, "2019"));
    let toml = format!(
        "[series]\nname = {label}\n[[series.documents]]\nlabel = \"2018\"\npath = \"2018.txt\"\n[[series.documents]]\nlabel = {label}\n\
         path = \"2019.txt\"\n[[outputs]]\nmake = \"redline\"\nformat = \"html\"\npath = {path}\n",
        label = quoted(label),
        path = quoted(path)
    );
    let file = FOLDER.join("project/rature.toml");
    fs::write(&file, toml).expect("the project file");
    let before = files(&FOLDER);
    let Ok(project) = load(&file) else { return };
    if bless(&project).is_err() {
        assert_eq!(files(&FOLDER), before, "what fails leaves all as it was");
        return;
    }
    let is_plain = |path: &Path| {
        path.components().all(|part| matches!(part, Component::Normal(name) if !name.to_string_lossy().starts_with('.')))
    };
    for made in make(&project).into_iter().flatten() {
        assert!(!Path::new(&made.path).is_absolute(), "{}", made.path);
    }
    let after = files(&FOLDER);
    for (name, bytes) in &before {
        assert_eq!(after.get(name), Some(bytes), "{}", name.display());
    }
    let ours = |name: &Path| name.strip_prefix("project").is_ok_and(is_plain);
    for name in after.keys().filter(|name| !before.contains_key(*name)) {
        assert!(ours(name), "{} was written", name.display());
    }
    begin(&FOLDER);
});
