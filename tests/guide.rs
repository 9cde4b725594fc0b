//! What the guide says to type does what it says.

// A test that cannot go on fails.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

#[test]
fn every_line_of_the_guide_that_is_typed_runs() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for text in ["ASP-19.pdf", "ASP-20.pdf"] {
        std::fs::copy(docs.join("guide").join(text), folder.join(text)).unwrap();
    }
    let guide = std::fs::read_to_string(docs.join("guide.md")).unwrap();
    let mut said = String::new();
    let typed: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("    rature ")).collect();
    for line in &typed {
        let run = Command::new(env!("CARGO_BIN_EXE_rature")).args(line.split(' ')).current_dir(&folder).output().unwrap();
        assert!(run.status.success() && run.stderr.is_empty(), "rature {line}: {}", String::from_utf8_lossy(&run.stderr));
        said += &String::from_utf8(run.stdout).unwrap();
    }
    assert!(typed.len() >= 8, "{typed:?}");
    // The last numbers that the two resolutions print.
    assert!(said.contains("28 × operative") && said.contains("30 × operative"), "{said}");
    for made in ["redline.html", "redline.docx", "years.html"] {
        assert!(folder.join(made).is_file(), "{made}");
    }
}
