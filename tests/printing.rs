//! The commands of docs/printing.md: Chromium and LibreOffice make a PDF of the page and of the table.
//!
//! Needs Chromium (on the path, or named by `RATURE_CHROMIUM`). Where it is missing the test says that it was skipped; under CI that is a
//! failure. LibreOffice is tried where it is there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn found(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// A folder with the page and the table of the French fixture.
fn pages(called: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(called);
    fs::create_dir_all(&folder).expect("a folder");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/cooperation-fr");
    for (from, to) in [("2020-2021.html", "redline.html"), ("table.html", "table.html")] {
        fs::copy(golden.join(from), folder.join(to)).expect("a golden");
    }
    folder
}

fn assert_is_pdf(file: &Path) {
    let bytes = fs::read(file).unwrap_or_default();
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 20_000, "{} is no PDF of some pages", file.display());
}

#[test]
fn chromium_prints_the_page_and_the_table() {
    let named = env::var_os("RATURE_CHROMIUM").map(PathBuf::from);
    let Some(chromium) = named.or_else(|| found(&["chromium", "chromium-browser", "google-chrome"])) else {
        assert!(env::var_os("CI").is_none(), "no Chromium was found");
        eprintln!("skipped: no Chromium was found");
        return;
    };
    let folder = pages("printing-chromium");
    for name in ["redline", "table"] {
        let pdf = folder.join(format!("{name}.pdf"));
        let _ = fs::remove_file(&pdf);
        let done = Command::new(&chromium)
            .current_dir(&folder)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
            .arg(format!("--user-data-dir={}", folder.join("profile").display()))
            .arg(format!("--print-to-pdf={}", pdf.display()))
            .arg(format!("file://{}", folder.join(format!("{name}.html")).display()))
            .stderr(Stdio::null())
            .status();
        assert!(done.is_ok_and(|status| status.success()), "Chromium printed {name}");
        assert_is_pdf(&pdf);
    }
}

#[test]
fn libreoffice_prints_the_page_and_the_table() {
    let Some(office) = found(&["soffice", "libreoffice"]) else {
        eprintln!("skipped: no LibreOffice was found");
        return;
    };
    let folder = pages("printing-libreoffice");
    for name in ["redline", "table"] {
        let pdf = folder.join(format!("{name}.pdf"));
        let _ = fs::remove_file(&pdf);
        let done = Command::new(&office)
            .current_dir(&folder)
            .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
            .args(["--headless", "--convert-to", "pdf:writer_web_pdf_Export", &format!("{name}.html")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(done.is_ok_and(|status| status.success()), "LibreOffice printed {name}");
        assert_is_pdf(&pdf);
    }
}
