//! `rature init`, `build`, `check` and `watch` as people call them, in a folder with texts of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A small resolution of one session.
fn text(session: u32, sought: &str) -> String {
    format!(
        "ICC-ASP/{session}/Res.2\n\nCooperation\n\nAdopted by consensus on 8 December {year}\n\nThe Assembly of States Parties,\n\n\
        Recalling the Rome Statute,\n\n1. Expresses its concern that {sought} persons are still sought by the Court;\n\n\
        2. Requests the Bureau to report on cooperation to the Assembly.\n",
        year = 2001 + session
    )
}

/// A folder for one test, empty at its start.
struct Folder(PathBuf);

impl Folder {
    /// With three texts.
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("project-{name}"));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(path.join("texts")).unwrap();
        let folder = Self(path);
        for (session, sought) in [(18, "15"), (19, "13"), (20, "12")] {
            folder.write(&format!("texts/{session}.txt"), text(session, sought));
        }
        folder
    }

    /// With a project, built.
    fn built(name: &str) -> Self {
        let folder = Self::new(name);
        folder.says(0, &["init", "texts"]);
        folder.says(0, &["build"]);
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Replaces `from`, which is there, in a file.
    fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from}");
        self.write(name, text.replacen(from, to, 1));
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rature"));
        command.current_dir(&self.0).args(arguments).env_remove("CI").stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What a run that exits with `code` prints: of trouble on standard error alone, else on standard output alone, but for the line that says what was
    /// written.
    fn says(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {out}{err}");
        let written = arguments.iter().position(|argument| *argument == "-o").map(|at| format!("{}: ", arguments[at + 1]));
        let is_trouble = |line: &&str| written.as_ref().is_none_or(|written| !line.starts_with(written.as_str()));
        let (said, silent) = if code == 2 { (err, out) } else { (out, err.lines().filter(is_trouble).collect()) };
        assert_eq!(silent, "", "{arguments:?}");
        said
    }

    fn goldens(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.path("golden"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn init_reads_labels_dates_and_language() {
    let folder = Folder::new("init");
    assert!(folder.says(0, &["init", "texts/20.txt", "texts/18.txt", "./texts/19.txt"]).contains("wrote rature.toml: 3 texts"));
    let toml = folder.read("rature.toml");
    let place = |what: &str| toml.find(what).unwrap_or_else(|| panic!("no {what} in {toml}"));
    assert!(place("label = \"ASP/18\"") < place("label = \"ASP/19\""), "by date: {toml}");
    assert!(place("label = \"ASP/19\"") < place("label = \"ASP/20\""), "by date: {toml}");
    place("language = \"en\"");
    place("path = \"texts/18.txt\"\ndate = \"2019-12-08\"");
}

#[test]
fn init_overwrites_nothing_unless_told() {
    let folder = Folder::new("overwrite");
    folder.write("rature.toml", "mine");
    assert!(folder.says(2, &["init", "texts"]).contains("rature.toml: is there already"));
    assert_eq!(folder.read("rature.toml"), "mine");
    folder.says(0, &["init", "--force", "texts"]);
    assert!(folder.says(2, &["init", "--force", "texts/18.txt"]).contains("needs two texts"));
    assert!(folder.says(2, &["init", "--force", "nowhere.txt"]).contains("cannot be found"));
    std::fs::create_dir(folder.path("empty")).unwrap();
    assert!(folder.says(2, &["init", "--force", "empty"]).contains("there is no .txt, .docx, .odt, .html or .pdf in it"));
}

#[test]
fn a_folder_has_texts_of_every_kind_that_is_read() {
    let folder = Folder::new("kinds");
    let page = text(17, "16").replace("\n\n", "<p>");
    folder.write("texts/17.HTM", format!("<!doctype html><html lang=en><p>{page}"));
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cooperation-es/2021.pdf"), folder.path("texts/99.pdf"))
        .unwrap();
    folder.write("texts/16.docx", word_file(&text(16, "17")));
    // What an editor holds open, what is hidden, what rature wrote, and what it does not read.
    for name in ["~$18.docx", ".15.txt", "remarks.md", ".rature-1-0.tmp"] {
        folder.write(&format!("texts/{name}"), "no text");
    }
    folder.says(0, &["series", "texts", "-o", "texts/series.html"]);
    for again in ["once", "twice"] {
        let done = folder.run(&["init", "--force", "texts"]);
        let [out, err] = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(out.contains("6 texts"), "{again}: {out}");
        assert_eq!(err, "rature: texts: left out, since rature wrote them: series.html\n");
    }
    std::fs::remove_file(folder.path("texts/series.html")).unwrap();
    let toml = folder.read("rature.toml");
    for name in ["16.docx", "17.HTM", "18.txt", "99.pdf"] {
        assert!(toml.contains(&format!("\"texts/{name}\"")), "{name}: {toml}");
    }
    folder.write("texts/18.fr.txt", text(18, "14"));
    folder.says(0, &["series", "texts"]);
    folder.write("texts/18.html", "<p>Urges all;");
    for command in ["series", "blame"] {
        let said = folder.says(2, &[command, "texts"]);
        assert!(said.contains("texts: has 18.html and 18.txt, which may be one text twice: name the texts themselves"), "{said}");
    }
}

#[test]
fn what_rature_wrote_is_no_text_of_a_series() {
    let folder = Folder::new("own");
    folder.write("17.docx", word_file(&text(17, "16")));
    let made: [&[&str]; 9] = [
        &["diff", "texts/18.txt", "texts/19.txt", "-o", "texts/clean.docx"],
        // On the Word file itself.
        &["diff", "17.docx", "texts/19.txt", "-o", "texts/onto.docx"],
        &["table", "texts/18.txt", "texts/19.txt", "-o", "texts/table.docx"],
        &["table", "texts/18.txt", "texts/19.txt", "-o", "texts/table.html"],
        &["counts", "texts/18.txt", "texts/19.txt", "-o", "texts/counts.html"],
        &["diff", "texts/18.txt", "texts/19.txt", "-o", "texts/redline.txt"],
        &["diff", "texts/18.txt", "texts/19.txt", "--ui-lang", "fr", "-o", "texts/comparaison.txt"],
        &["series", "texts/18.txt", "texts/19.txt", "-o", "texts/years.txt"],
        &["lint", "texts/19.txt", "--since", "texts/18.txt", "-o", "texts/lint.html"],
    ];
    for arguments in made {
        folder.says(0, arguments);
    }
    for command in [&["series", "texts"][..], &["init", "texts"]] {
        let done = folder.run(command);
        let err = String::from_utf8(done.stderr).unwrap();
        let all =
            "clean.docx, comparaison.txt, counts.html, lint.html, onto.docx, redline.txt, table.docx, table.html, years.txt";
        assert_eq!(err, format!("rature: texts: left out, since rature wrote them: {all}\n"), "{command:?}");
    }
    assert_eq!(folder.read("rature.toml").matches("[[series.documents]]").count(), 3);
    for name in ["18.txt", "19.txt", "20.txt"] {
        std::fs::remove_file(folder.path(&format!("texts/{name}"))).unwrap();
    }
    assert!(folder.says(2, &["series", "texts"]).contains("texts: there is nothing in it but what rature wrote (clean.docx, "));
}

/// A Word file that another program wrote: a paragraph for each of `text`.
pub(crate) fn word_file(text: &str) -> Vec<u8> {
    let paragraphs: Vec<String> =
        text.split("\n\n").map(|line| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", line.trim())).collect();
    let paragraphs = paragraphs.concat();
    let space = "http://schemas.openxmlformats.org";
    let document =
        format!("<w:document xmlns:w=\"{space}/wordprocessingml/2006/main\"><w:body>{paragraphs}</w:body></w:document>");
    let relations = format!(
        "<Relationships xmlns=\"{space}/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{space}/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let types = format!("<Types xmlns=\"{space}/package/2006/content-types\"/>");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, part) in [("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", document)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_project_says_itself_how_its_texts_are_read() {
    let folder = Folder::built("reading");
    folder.says(0, &["series", "rature.toml", "--max-pages", "5000"]);
    for option in [&["--layout", "lines"][..], &["--lang", "fr"], &["--max-depth", "9"], &["--password-file", "rature.toml"]] {
        let said = folder.says(2, &[&["series", "rature.toml"], option].concat());
        assert!(said.contains("rature.toml: says itself how its texts are read"), "{said}");
    }
}

#[test]
fn the_largest_project_file_and_file_of_pins_are_said() {
    let folder = Folder::built("largest");
    let filled = |text: &str, size: usize| format!("{text}#{}", "x".repeat(size - text.len() - 1));
    let toml = folder.read("rature.toml");
    for (size, code) in [(1 << 20, 0), ((1 << 20) + 1, 2)] {
        folder.write("rature.toml", filled(&toml, size));
        folder.write("pins", filled("OP1=OP1\n", size));
        let said =
            [folder.says(code, &["check"]), folder.says(code, &["diff", "texts/18.txt", "texts/19.txt", "--pins", "pins"])];
        let refused = |said: &String| said.contains("is larger than 1048576 bytes: check that it is the right file");
        assert!(code == 0 || said.iter().all(refused), "{said:?}");
    }
}

#[test]
fn texts_with_one_symbol_get_the_names_of_their_files() {
    let folder = Folder::new("same-symbol");
    folder.write("texts/19.txt", text(18, "14"));
    folder.says(0, &["init", "texts"]);
    assert!(folder.read("rature.toml").contains("label = \"19\""));
    folder.says(0, &["build"]);
}

#[test]
fn build_writes_what_changed() {
    let folder = Folder::new("build");
    folder.says(0, &["init", "texts"]);
    let first = folder.says(0, &["build"]);
    assert!(first.contains("wrote golden/ASP-18-ASP-19.html\n") && first.contains("9 written, 0 unchanged"), "{first}");
    assert!(folder.says(0, &["build"]).contains("0 written, 9 unchanged"));
    assert!(folder.says(0, &["build", "--force"]).contains("9 written, 0 unchanged"));
    folder.edit("texts/20.txt", "12 persons", "11 persons");
    let again = folder.says(0, &["build"]);
    assert!(again.contains("4 written, 5 unchanged") && !again.contains("ASP-18"), "{again}");
}

#[test]
fn the_project_is_found_from_below() {
    let folder = Folder::built("below");
    let output = folder.command(&["check"]).current_dir(folder.path("texts")).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    folder.says(0, &["check", "--config", "rature.toml"]);
    assert!(folder.says(2, &["check", "--config", "other.toml"]).contains("other.toml: cannot be found"));
    // A folder of the system, where no project can be above.
    let lost = folder.command(&["check"]).current_dir("/").output().unwrap();
    assert!(String::from_utf8(lost.stderr).unwrap().contains("rature init FILE… writes one"));
}

#[test]
fn a_change_is_told_by_paragraph_and_word_in_every_form() {
    let folder = Folder::built("change");
    assert!(folder.says(0, &["check"]).contains("9 outputs, all as on disk"));
    folder.edit("texts/20.txt", "to the Assembly", "to the Court");
    let said = folder.says(1, &["check"]);
    for output in ["ASP-20.outline.txt", "ASP-19-ASP-20.txt", "ASP-19-ASP-20.html", "ASP-19-ASP-20.json"] {
        let about = said.split("golden/").find(|about| about.starts_with(output)).unwrap();
        assert!(
            about.contains("  OP2") && about.contains("to the [-Assembly-]{+Court+}.") || output.contains("outline"),
            "{about}"
        );
        assert!(!about.contains('<') && about.lines().all(|line| line.chars().count() < 200), "{about}");
        assert!(folder.path("target/rature/golden").join(output).is_file());
    }
    assert!(said.contains("9 outputs, 4 differ"), "{said}");
    assert!(!folder.read("golden/ASP-19-ASP-20.txt").contains("[-still-]"), "the golden is left as it was");
    folder.edit("texts/20.txt", "to the Court", "to the Assembly");
    folder.says(0, &["check"]);
    assert!(!folder.path("target/rature/golden/ASP-20.outline.txt").exists(), "what is no longer wrong is cleared away");
}

#[test]
fn a_changed_figure_is_told() {
    let folder = Folder::built("figure");
    folder.edit("texts/20.txt", "12 persons", "11 persons");
    let said = folder.says(1, &["check", "--actual-dir", "seen"]);
    assert!(said.contains("concern that [-13-]{+12+} persons") && said.contains("concern that [-13-]{+11+} persons"), "{said}");
    assert!(folder.path("seen/golden/ASP-19-ASP-20.html").is_file());
}

#[test]
fn a_change_in_a_word_file_is_told_by_its_paragraph_or_its_part() {
    let folder = Folder::built("word");
    let toml = folder.read("rature.toml");
    let output = "[[outputs]]\nmake = \"redline\"\nformat = \"docx\"\npath = \"golden/{old}-{new}.docx\"\n";
    folder.write("rature.toml", format!("{toml}\n{output}"));
    assert!(folder.says(0, &["build"]).contains("2 written, 9 unchanged"));
    folder.says(0, &["check"]);
    folder.edit("texts/20.txt", "12 persons", "11 persons");
    let said = folder.says(1, &["check"]);
    let about = said.split("golden/").find(|about| about.starts_with("ASP-19-ASP-20.docx")).unwrap();
    assert!(about.contains("  OP1") && about.contains("12 persons") && about.contains("11 persons"), "{about}");
    folder.edit("texts/20.txt", "11 persons", "12 persons");
    let golden = "golden/ASP-19-ASP-20.docx";
    folder.says(0, &["diff", "texts/19.txt", "texts/20.txt", "--author", "The Bureau", "-o", golden]);
    let said = folder.says(1, &["check"]);
    assert!(said.contains("ASP-19-ASP-20.docx") && said.contains("word/document.xml"), "{said}");
}

#[test]
fn a_french_paragraph_is_called_by_both_its_names() {
    let folder = Folder::built("both-names");
    folder.edit("rature.toml", "# [options]", "[options]\nui-lang = \"fr\"");
    folder.says(0, &["build"]);
    folder.edit("texts/20.txt", "12 persons", "11 persons");
    let said = folder.says(1, &["check"]);
    assert!(said.contains("par.\u{a0}1 / OP1") || said.contains("par. 1 / OP1"), "{said}");
}

#[test]
fn what_no_reader_sees_is_told_by_its_line() {
    let folder = Folder::built("markup");
    folder.edit("golden/ASP-19-ASP-20.html", "<main", "<main  ");
    let said = folder.says(1, &["check"]);
    assert!(said.contains("no word differs") && said.contains("column"), "{said}");
    folder.says(0, &["check", "--bless"]);
    folder.write("golden/ASP-19-ASP-20.txt", folder.read("golden/ASP-19-ASP-20.txt").replace('\n', "\r\n"));
    assert!(folder.says(1, &["check"]).contains("only the ends of lines differ"));
    folder.says(0, &["check", "--bless"]);
    folder.write(
        "golden/ASP-18.outline.txt",
        folder.read("golden/ASP-18.outline.txt").replace("concern that", "concern\u{a0}that"),
    );
    assert!(folder.says(1, &["check"]).contains("concern‹U+00A0›that"));
}

#[test]
fn missing_and_extra_goldens_are_failures() {
    let folder = Folder::built("extra");
    std::fs::remove_file(folder.path("golden/ASP-18-ASP-19.html")).unwrap();
    let now = folder.read("rature.toml");
    folder.edit("rature.toml", "{old}-{new}.html", "old.html\"\npairs = [[\"ASP/18\", \"ASP/20\"]]\n#");
    folder.says(0, &["build"]);
    folder.write("rature.toml", now);
    folder.write("golden/.gitkeep", "");
    let said = folder.says(1, &["check"]);
    assert!(said.contains("golden/ASP-18-ASP-19.html is missing") && said.contains("golden/old.html is extra"), "{said}");
    assert!(said.contains("1 missing, 1 extra"), "{said}");
    assert!(folder.says(0, &["build"]).contains("left golden/old.html"));
    assert!(folder.says(0, &["check", "--bless"]).contains("removed golden/old.html"));
    folder.says(0, &["check"]);
    assert!(folder.goldens().contains(&".gitkeep".to_owned()));
}

#[test]
fn folders_that_are_filled_in_are_looked_through_and_texts_never_removed() {
    let folder = Folder::new("folders");
    folder.says(0, &["init", "texts"]);
    folder.edit("rature.toml", "golden/{label}.outline.txt", "texts/{label}/outline.txt");
    folder.edit("rature.toml", "golden/{old}-{new}.html", "golden/{new}/from-{old}.html");
    folder.says(0, &["build"]);
    folder.says(0, &["check"]);
    folder.write("golden/ASP-20/old.html", "");
    assert!(folder.says(1, &["check"]).contains("golden/ASP-20/old.html is extra"));
    folder.says(0, &["check", "--bless"]);
    assert!(folder.path("texts/18.txt").is_file() && folder.path("golden/ASP-20/from-ASP-19.html").is_file());
}

#[test]
fn a_person_accepts_and_ci_does_not() {
    let folder = Folder::built("ci");
    folder.edit("texts/20.txt", "12 persons", "11 persons");
    let bless = |arguments: &[&str]| folder.command(arguments).env("CI", "true").output().unwrap();
    let refused = bless(&["check", "--bless"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("a person accepts goldens, and CI is set"));
    folder.says(1, &["check"]);
    assert_eq!(bless(&["check", "--bless", "--force"]).status.code(), Some(0));
    folder.says(0, &["check"]);
    assert_eq!(folder.run(&["check", "--force"]).status.code(), Some(2), "--force is of --bless");
}

/// What GitHub is told after `from` became `to` in a file.
fn annotations(folder: &Folder, name: &str, from: &str, to: &str) -> Vec<String> {
    let before = folder.read(name);
    folder.edit(name, from, to);
    let said = folder.says(1, &["check", "--format", "github"]);
    folder.write(name, before);
    said.lines().filter(|line| line.starts_with("::error ")).map(str::to_owned).collect()
}

#[test]
fn github_is_led_to_the_line_of_the_text_once() {
    let folder = Folder::built("github");
    let told = annotations(&folder, "texts/19.txt", "13 persons", "11 persons, 50 % of them::");
    assert_eq!(told.len(), 1, "{told:?}");
    let place = "::error file=texts/19.txt,line=11,title=OP1 is not what the goldens say::golden: ";
    assert!(told[0].starts_with(place) && told[0].contains("50 %25 of them") && told[0].contains("%0Anow:"), "{told:?}");
    assert!(told[0].contains("makes 7 outputs differ: golden/ASP-19.outline.txt, golden/ASP-18-ASP-19.txt"), "{told:?}");
    let new = "2. Urges all States to answer within two months;\n\n3. Requests";
    let told = annotations(&folder, "texts/20.txt", "2. Requests", new);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("::error file=texts/20.txt,line=13,title=OP2 is not what"), "{told:?}");
    assert!(told[0].contains("golden: no such paragraph%0Anow:    Urges all States"), "{told:?}");
    let told = annotations(&folder, "texts/20.txt", "Recalling the Rome Statute,\n\n", "");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("::error file=texts/20.txt,line=9,title=PP1 is not") && told[0].contains("now:    no such"),
        "{told:?}"
    );
}

#[test]
fn paragraphs_that_unfold_beside_a_change_are_no_change() {
    let folder = Folder::new("unfold");
    let more: String = (3..12).map(|n| format!("{n}. Requests region {n} to report on its work;\n\n")).collect();
    for name in ["texts/18.txt", "texts/19.txt", "texts/20.txt"] {
        folder.edit(name, "Assembly.\n", &format!("Assembly;\n\n{more}"));
    }
    folder.says(0, &["init", "texts"]);
    let toml = folder.read("rature.toml");
    let outputs = toml.find("[[outputs]]").unwrap();
    let redline = "[[outputs]]\nmake = \"redline\"\nformat = \"terminal\"\npath = \"golden/{old}-{new}.txt\"\n";
    folder.write("rature.toml", format!("{}{redline}", &toml[..outputs]));
    folder.says(0, &["build"]);
    let told = annotations(&folder, "texts/20.txt", "region 7 to report", "region 7 to tell");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("::error file=texts/20.txt,line=23,title=OP7 "), "{told:?}");
}

#[test]
fn github_is_told_of_the_golden_where_no_text_says_why() {
    let folder = Folder::built("github-golden");
    let told = annotations(&folder, "golden/ASP-19-ASP-20.txt", "[-13-]", "[-14-]");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("::error file=golden/ASP-19-ASP-20.txt,line="), "{told:?}");
    folder.write("golden/stray.txt", "no output");
    let told = annotations(&folder, "texts/20.txt", "12 persons", "11 persons");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].starts_with("::error file=golden/stray.txt,"), "{told:?}");
}

#[test]
fn a_row_that_is_gone_does_not_shift_the_rows_below_it() {
    let folder = Folder::new("rows");
    for name in ["texts/18.txt", "texts/19.txt", "texts/20.txt"] {
        let month = ["March", "April", "May"][name.as_bytes()[7] as usize % 3];
        folder.edit(name, "still sought by the Court", &format!("still sought by the Court since 1 {month} 2018"));
    }
    folder.says(0, &["init", "texts"]);
    folder.says(0, &["build"]);
    folder.edit("texts/20.txt", "12 persons", "13 persons");
    let said = folder.says(1, &["check"]);
    let lines: Vec<&str> = said.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair[0].contains("golden:") && pair[1].contains("now:")) {
        let [before, after] = [pair[0], pair[1]].map(|line| (line.contains("persons →"), line.contains("2018 →")));
        assert!(!(before.0 && after.1 || before.1 && after.0), "{said}");
    }
    assert_eq!(said.matches("only in the golden\n    golden: OP1 13 persons → 12 persons").count(), 1, "{said}");
    assert_eq!(said.matches("OP1, in figures: only in the golden").count(), 1, "{said}");
}

#[test]
fn junit_is_xml_with_a_case_for_each_output() {
    let folder = Folder::built("junit");
    folder.edit("texts/20.txt", "12 persons", "<11> & \"persons\"");
    folder.write("golden/old.html", "");
    let xml = folder.says(1, &["check", "--format", "junit"]);
    assert!(
        xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rature\" tests=\"10\" failures=\"5\""),
        "{xml}"
    );
    assert_eq!((xml.matches("<testcase ").count(), xml.matches("</failure>").count()), (10, 5));
    assert!(xml.contains("&lt;11&gt; &amp;") && !xml.contains("<11>"), "{xml}");
    let counts = folder.says(1, &["check", "--format", "junit", "-o", "rature.xml"]);
    assert!(counts.contains("9 outputs, 4 differ, 1 extra") && !counts.contains("<test"), "{counts}");
    assert_eq!(folder.read("rature.xml"), xml);
}

#[test]
fn nothing_of_a_hostile_text_acts_in_what_is_said_of_it() {
    let folder = Folder::built("hostile");
    // A text with more than one control character in a hundred is taken for none.
    let padding = "Recalls its decisions on the matter and on all that is like it. ".repeat(40);
    let hostile = crate::promises::HOSTILE.replace('\r', " ");
    folder.edit("texts/20.txt", "12 persons", &format!("11 {hostile} persons; {padding}"));
    for format in ["text", "github", "junit"] {
        let said = folder.says(1, &["check", "--format", format]);
        crate::promises::nothing_acts(format, &said);
        assert!(said.contains("alert(1)"), "{said}");
        if format == "junit" {
            roxmltree::Document::parse(&said).unwrap();
        }
    }
    let job = serde_json::json!({"id": hostile, "texts": [{"text": format!("1. {padding}"), "label": hostile}, {"text": format!("1. {hostile} {padding}")}]});
    folder.write("jobs.jsonl", job.to_string());
    for what in ["summary", "redline", "series"] {
        let line = folder.says(0, &["batch", "jobs.jsonl", "--write", what]);
        crate::promises::nothing_acts(what, &line);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&line).unwrap()["id"], hostile);
    }
}

#[test]
fn what_is_wrong_in_the_project_file_is_told_with_its_line() {
    let folder = Folder::new("faults");
    folder.says(0, &["init", "texts"]);
    let right = folder.read("rature.toml");
    let pins = |pins: &str| format!("[[pins]]\nold = \"ASP/18\"\nnew = \"ASP/19\"\npins = [{pins}]\n# Paragraphs");
    let cases = [
        ("label = \"ASP/19\"", "lable = \"ASP/19\"", 14, "unknown key lable: did you mean label?"),
        (
            "format = \"html\"",
            "format = \"pdf\"",
            48,
            "unknown value \"pdf\": known here: outline, terminal, html, json, markdown, csv",
        ),
        ("format = \"outline\"", "format = \"html\"", 37, "a structure has no such format: known here: outline, json"),
        ("name = \"C", "name = C", 5, ""),
        ("texts/19.txt", "texts/91.txt", 15, "texts/91.txt cannot be found: correct the path"),
        ("texts/19.txt", "texts/1.txt", 15, "(18.txt is there)"),
        ("label = \"ASP/19\"", "label = \"ASP/18\"", 14, "label \"ASP/18\" is that of texts/18.txt too"),
        ("label = \"ASP/19\"", "label = 19", 14, "19 is a number here: put it between quotes, \"19\""),
        ("texts/19.txt", "texts/18.txt", 15, "is the text of ASP/18 already"),
        ("{old}-{new}.json", "x.json", 54, "two outputs have the path golden/x.json"),
        ("golden/{old}-{new}.json", "texts/{old}-{new}.json", 54, "outputs need a folder of their own"),
        ("{old}-{new}.json", "{odl}-{new}.json", 54, "unknown name {odl}: did you mean old?"),
        ("date = \"2019-12-08\"", "date = \"2019-13-08\"", 11, "date is no day"),
        ("# [options]", "[lint]", 24, "unknown key lint: known here: series, options, pins, outputs"),
        ("# [options]", "[options]\nwidth = 5", 25, "it goes from 20 to 1000"),
        ("# [options]", "[options]\npassword-file = \"none.txt\"", 25, "password-file: none.txt: cannot be found"),
        ("# [options]", "[options]\ncontext = \"some\"", 25, "a number of paragraphs, or \"all\""),
        ("# [options]", "[options.limits]\nobjects = 3", 10, "(limits of a rature.toml stand under [options.limits])"),
        ("# Paragraphs", &pins("\"OP1=OP1\", \"OP9=OP1\""), 31, "pin OP9=OP1: names no paragraph: ASP/18 has no OP9"),
        ("# Paragraphs", &pins("\"OP9=\""), 31, "is no pin"),
    ];
    for (from, to, line, what) in cases {
        folder.write("rature.toml", &right);
        folder.edit("rature.toml", from, to);
        for command in ["check", "build"] {
            let said = folder.says(2, &[command]);
            assert!(said.starts_with(&format!("rature: rature.toml:{line}: ")) && said.contains(what), "{to}: {said}");
            assert_eq!(said.lines().count(), 1, "{said}");
        }
    }
    assert!(!folder.path("golden").exists(), "nothing is written before all is made");
    folder.write("rature.toml", &right);
    folder.write("texts/19.txt", " \n");
    assert!(folder.says(2, &["check"]).contains("rature.toml:15: texts/19.txt: there is no text in it"));
}

#[test]
fn pins_hold() {
    let folder = Folder::built("pins");
    folder.edit(
        "rature.toml",
        "# Paragraphs",
        "[[pins]]\nold = \"ASP/18\"\nnew = \"ASP/19\"\npins = [\"OP1=OP2\", \"OP2=OP1\"]\n# Paragraphs",
    );
    let said = folder.says(1, &["check"]);
    assert!(said.contains("ASP-18-ASP-19.json") && !said.contains("ASP-19-ASP-20.json"), "{said}");
    folder.says(0, &["check", "--bless"]);
    assert!(folder.read("golden/ASP-18-ASP-19.json").contains("\"pin\""));
}

#[test]
fn texts_of_several_projects_are_checked_together() {
    let folder = Folder::built("several");
    let other = folder.read("rature.toml").replace("golden/", "other/");
    folder.write("other.toml", other);
    let said = folder.says(1, &["check", "--config", "rature.toml", "--config", "other.toml"]);
    assert!(said.contains("all as on disk") && said.contains("9 missing"), "{said}");
}

/// Kills what it watches over.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn watch_builds_again_when_a_text_changes() {
    let folder = Folder::built("watch");
    let log = std::fs::File::create(folder.path("log")).unwrap();
    let _running = Running(folder.command(&["watch"]).stdout(log).spawn().unwrap());
    let wait = |what: &str, done: &dyn Fn() -> bool| {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < Duration::from_secs(60), "{what}: {}", folder.read("log"));
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    wait("starts", &|| folder.read("log").contains("watching 4 files"));
    folder.edit("texts/20.txt", "12 persons", "11 persons");
    wait("a text is written", &|| folder.read("golden/ASP-19-ASP-20.txt").contains("{+11+}"));
    folder.write("texts/20.new", text(20, "10"));
    std::fs::rename(folder.path("texts/20.new"), folder.path("texts/20.txt")).unwrap();
    wait("a text is replaced", &|| folder.read("golden/ASP-19-ASP-20.txt").contains("{+10+}"));
}

#[test]
fn redlines_and_tables_tell_changes_apart_as_finely_as_asked_and_years_stay() {
    let folder = Folder::new("detail");
    let before = text(20, "two persons in many states who");
    let after = text(21, "three persons of several courts who");
    folder.write("texts/20.txt", before);
    folder.write("texts/21.txt", after);
    folder.write(
        "rature.toml",
        "[series]\nname = \"Cooperation\"\ndocuments = [{ label = \"20\", path = \"texts/20.txt\" }, { label = \"21\", path = \"texts/21.txt\" }]\n\n\
        [options]\ndetail = \"drafter\"\n\n[[outputs]]\nmake = \"redline\"\nformat = \"terminal\"\npath = \"golden/redline.txt\"\n\n\
        [[outputs]]\nmake = \"table\"\nformat = \"html\"\npath = \"golden/table.html\"\n\n\
        [[outputs]]\nmake = \"series\"\nformat = \"json\"\npath = \"golden/series.json\"\n",
    );
    let made = || {
        folder.says(0, &["build"]);
        ["redline.txt", "table.html", "series.json"].map(|name| folder.read(&format!("golden/{name}")))
    };
    let drafters = made();
    folder.edit("rature.toml", "drafter", "coarse");
    let coarse = made();
    assert!(drafters[0].contains("+} persons [-"), "{}", drafters[0]);
    assert!(coarse[0].contains("[-two persons in many states-]{+three persons of several courts+}"), "{}", coarse[0]);
    assert!(drafters[1] != coarse[1]);
    assert!(drafters[2] == coarse[2]);
    for (detail, at) in [("drafter", 0), ("coarse", 1)] {
        folder.says(
            0,
            &["table", "texts/20.txt", "texts/21.txt", "--label", "20", "--label", "21", "--detail", detail, "-o", "asked.html"],
        );
        let rows = |page: &str| page.split_once("<tbody>").unwrap().1.to_owned();
        assert!(rows(&folder.read("asked.html")) == rows(&[&drafters, &coarse][at][1]), "{detail}");
    }
}
