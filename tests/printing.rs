//! The commands of docs/printing.md: Chromium and LibreOffice make a PDF of the page and of the table.
//!
//! Needs Chromium (on the path, or named by `RATURE_CHROMIUM`). Where it is missing the test says that it was skipped; under CI that is a
//! failure. LibreOffice is tried where it is there.

use std::env;
use std::fs;
use std::io::Read;
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

/// LibreOffice, or that it was not found.
fn office() -> Option<PathBuf> {
    let office = found(&["soffice", "libreoffice"]);
    if office.is_none() {
        eprintln!("skipped: no LibreOffice was found");
    }
    office
}

/// Has LibreOffice make `format` of a page in `folder`, read as `filter` says.
fn convert(office: &Path, folder: &Path, page: &str, [filter, format]: [&str; 2]) {
    let mut command = Command::new(office);
    command
        .current_dir(folder)
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .arg("--headless");
    if !filter.is_empty() {
        command.arg(format!("--infilter={filter}"));
    }
    let done = command.args(["--convert-to", format, page]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(done.is_ok_and(|status| status.success()), "LibreOffice made {format} of {page}");
}

#[test]
fn libreoffice_prints_the_page_and_the_table() {
    let Some(office) = office() else { return };
    let folder = pages("printing-libreoffice");
    for name in ["redline", "table"] {
        let pdf = folder.join(format!("{name}.pdf"));
        let _ = fs::remove_file(&pdf);
        convert(&office, &folder, &format!("{name}.html"), ["", "pdf:writer_web_pdf_Export"]);
        assert_is_pdf(&pdf);
    }
}

/// A part of a zipped file.
fn part(file: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).expect("a file that was made")).expect("a zipped file");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("a text");
    text
}

/// Whether the style that `opening` begins, up to `closing`, has `property`.
fn style_has(styles: &str, [opening, closing]: [&str; 2], property: &str) -> bool {
    let style = styles.split_once(opening).and_then(|(_, rest)| rest.split_once(closing));
    style.is_some_and(|(style, _)| style.contains(property))
}

#[test]
fn libreoffice_keeps_insertions_underlined_and_deletions_struck() {
    let Some(office) = office() else { return };
    let folder = pages("printing-marks");
    let page = fs::read_to_string(folder.join("redline.html")).expect("the page");
    let text = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("the text of the page").0;
    let [came, went] = ["<ins", "<del"].map(|tag| text.matches(tag).count());
    convert(&office, &folder, "redline.html", ["", "odt"]);
    convert(&office, &folder, "redline.html", ["HTML (StarWriter)", "docx:MS Word 2007 XML"]);
    let (odt, docx) = (folder.join("redline.odt"), folder.join("redline.docx"));
    let (content, styles) = (part(&odt, "content.xml"), part(&odt, "styles.xml"));
    for (name, property, count) in
        [("ins", "text-underline-style=\"solid\"", came), ("del", "text-line-through-style=\"solid\"", went)]
    {
        let opening = format!("<style:style style:name=\"{name}\"");
        assert!(style_has(&styles, [&opening, "</style:style>"], property), "odt: {name} is not {property}");
        let used = content.matches(&format!("text:style-name=\"{name}\"")).count();
        assert!(count > 20 && used >= count, "odt: {used} of {count} {name}");
    }
    let (content, styles) = (part(&docx, "word/document.xml"), part(&docx, "word/styles.xml"));
    for (name, property, count) in [("Ins", "<w:u w:val=\"single\"/>", came), ("Del", "<w:strike/>", went)] {
        let opening = format!("w:styleId=\"{name}\"");
        assert!(style_has(&styles, [&opening, "</w:style>"], property), "docx: {name} is not {property}");
        let used = content.matches(&format!("<w:rStyle w:val=\"{name}\"/>")).count();
        assert!(used >= count, "docx: {used} of {count} {name}");
    }
}
