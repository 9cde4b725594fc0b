//! A `rature.toml` beside two texts: an error with its line, or outputs.
#![no_main]

use std::fs;
use std::sync::LazyLock;

use rature::project::{load, make};

const TEXTS: [(&str, &str); 2] =
    [("2018.txt", "1. Urges all;\n\n2. Requests more.\n"), ("2019.txt", "1. Urges some;\n\n2. Requests more.\n")];

static FOLDER: LazyLock<std::path::PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("rature-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in TEXTS {
        fs::write(folder.join(name), text).expect("a text");
    }
    folder
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let file = FOLDER.join("rature.toml");
    fs::write(&file, bytes).expect("the project file");
    match load(&file) {
        Ok(project) => {
            for made in make(&project).into_iter().flatten() {
                assert!(!TEXTS.iter().any(|(name, _)| made.path.eq_ignore_ascii_case(name)), "{} is a text", made.path);
            }
        }
        Err(error) => assert!(error.to_string().contains("rature.toml"), "{error}"),
    }
});
