//! Nothing of the user's is lost: what is removed, what is written over, and where outputs may lie.

use std::path::Path;
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant};

use crate::folder::{Folder, NEW, OLD};

/// The commands that read standard input and write with -o, on it and the text of this year.
const WITH_INPUT: [&[&str]; 10] = [
    &["read", "-"],
    &["doctor", "-"],
    &["diff", "-", "new.txt"],
    &["explain", "-", "new.txt", "OP1"],
    &["series", "-", "new.txt"],
    &["blame", "-", "new.txt"],
    &["table", "-", "new.txt"],
    &["facts", "-"],
    &["lint", "-"],
    &["batch", "-"],
];

fn toml(output: &str) -> String {
    format!(
        "[series]\nname = \"s\"\n[[series.documents]]\nlabel = \"A\"\npath = \"old.txt\"\n[[series.documents]]\nlabel = \"B\"\n\
         path = \"new.txt\"\n{output}"
    )
}

fn redline(format: &str, path: &str) -> String {
    format!("[[outputs]]\nmake = \"redline\"\nformat = \"{format}\"\npath = \"{path}\"\n")
}

/// With a project of two redlines, built.
fn folder(name: &str) -> Folder {
    let folder = Folder::with_texts(&format!("lost-{name}"));
    folder.write(
        "rature.toml",
        toml(&(redline("json", "golden/{old}-{new}.json") + &redline("markdown", "golden/{old}-{new}.md"))),
    );
    folder.printed(&["build"]);
    folder
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// What a run prints that ends with `code`.
fn ends(folder: &Folder, code: i32, arguments: &[&str]) -> String {
    let output = folder.run(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
    said(&output)
}

#[test]
fn only_what_the_project_wrote_is_removed() {
    let folder = folder("removed");
    let whole = folder.read("rature.toml");
    folder.write("golden/thesis.docx", "years of work");
    folder.write("golden/A-B.csv", "Paragraph,Formerly\n");
    folder.write("rature.toml", toml(&redline("json", "golden/{old}-{new}.json")));
    let told = ends(&folder, 1, &["check"]);
    let about = |file: &str| told.split("golden/").find(|about| about.starts_with(file)).unwrap().to_owned();
    assert!(about("A-B.md").contains("rature check --bless removes it"), "{told}");
    for file in ["thesis.docx", "A-B.csv"] {
        assert!(about(file).contains("--bless leaves it"), "{told}");
    }
    let told = folder.printed(&["check", "--bless"]);
    assert!(told.contains("removed golden/A-B.md") && told.contains("left golden/thesis.docx"), "{told}");
    let golden = std::fs::read_dir(folder.0.join("golden")).unwrap().count();
    assert_eq!((golden, folder.read("golden/thesis.docx").as_str()), (3, "years of work"));
    // One that somebody went on with is that person's.
    folder.write("rature.toml", whole);
    folder.printed(&["build"]);
    folder.edit("golden/A-B.md", "Redline", "My notes on the redline");
    folder.write("rature.toml", toml(&redline("json", "golden/{old}-{new}.json")));
    folder.printed(&["check", "--bless"]);
    assert!(folder.read("golden/A-B.md").contains("My notes"));
}

#[test]
fn goldens_of_another_project_are_left() {
    let folder = folder("two-projects");
    folder.write("other.toml", toml(&redline("csv", "golden/other.csv")));
    folder.printed(&["build", "--config", "other.toml"]);
    let told = ends(&folder, 1, &["check", "--config", "other.toml"]);
    assert_eq!((told.matches("is extra").count(), told.matches("--bless leaves it").count()), (2, 2), "{told}");
    for config in ["other.toml", "rature.toml"] {
        let told = folder.printed(&["check", "--bless", "--config", config]);
        assert!(told.contains("0 removed"), "{told}");
    }
    assert_eq!(std::fs::read_dir(folder.0.join("golden")).unwrap().count(), 3);
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link() {
    let folder = folder("links");
    std::fs::rename(folder.0.join("golden"), folder.0.join("docs")).unwrap();
    std::os::unix::fs::symlink("docs", folder.0.join("golden")).unwrap();
    folder.write("rature.toml", toml(&redline("json", "golden/{old}-{new}.json")));
    folder.printed(&["check", "--bless"]);
    assert!(folder.0.join("docs/A-B.md").is_file());
}

#[test]
fn a_check_clears_away_only_what_a_check_wrote() {
    let folder = folder("actual");
    std::fs::create_dir_all(folder.0.join("docs/golden")).unwrap();
    folder.write("docs/golden/A-B.md", "my own");
    folder.printed(&["check", "--actual-dir", "docs"]);
    assert_eq!(folder.read("docs/golden/A-B.md"), "my own");
    folder.write("new.txt", NEW.replace("twelve", "eleven"));
    let told = ends(&folder, 2, &["check", "--actual-dir", "docs"]);
    assert!(told.contains("docs/golden/A-B.md: is not what a check wrote"), "{told}");
    assert_eq!(folder.read("docs/golden/A-B.md"), "my own");
    ends(&folder, 1, &["check"]);
    assert!(folder.read("target/rature/golden/A-B.md").contains("eleven"));
    folder.write("new.txt", NEW);
    folder.printed(&["check"]);
    assert!(!folder.0.join("target/rature/golden/A-B.md").exists());
}

#[test]
fn a_project_writes_over_nothing_that_rature_did_not_write() {
    let folder = folder("over");
    folder.write("golden/page.html", "<p>my own</p>");
    folder.write("rature.toml", toml(&redline("html", "golden/page.html")));
    for command in [&["build"][..], &["check", "--bless"]] {
        assert!(folder.refused(command).contains("golden/page.html: is nothing that rature wrote"));
        assert_eq!(folder.read("golden/page.html"), "<p>my own</p>");
    }
    folder.printed(&["build", "--force"]);
    // Goldens from before there were notes of what was written.
    std::fs::remove_file(folder.0.join("rature.sums")).unwrap();
    folder.write("new.txt", NEW.replace("twelve", "eleven"));
    assert!(folder.printed(&["build"]).contains("wrote golden/page.html"));
    folder.write("rature.sums", "notes of mine");
    assert!(folder.refused(&["build"]).contains("rature.sums: is where rature notes"));
    assert_eq!(folder.read("rature.sums"), "notes of mine");
}

#[test]
fn what_git_leaves_of_two_branches_is_understood() {
    let folder = folder("merged");
    let sums = folder.read("rature.sums");
    let (heading, lines) = sums.split_once('\n').unwrap();
    let other = lines.replace(char::is_numeric, "0");
    folder.write(
        "rature.sums",
        format!("{heading}\n<<<<<<< ours\n{other}=======\r\n{}>>>>>>> theirs\n", lines.replace('\n', "\r\n")),
    );
    folder.write("rature.toml", toml(&redline("json", "golden/{old}-{new}.json")));
    assert!(folder.printed(&["check", "--bless"]).contains("removed golden/A-B.md"));
    assert_eq!(
        folder.read("rature.sums"),
        format!("{heading}\n{}", lines.lines().find(|line| line.contains("json")).unwrap().to_owned() + "\n")
    );
}

#[test]
fn outputs_lie_in_the_folder_of_the_project() {
    let folder = Folder::with_texts("lost-grounds");
    let below = |name: &str| folder.0.join(name);
    for name in ["project/golden", ".git/hooks", "docs", "project/.git/hooks"] {
        std::fs::create_dir_all(below(name)).unwrap();
    }
    let mut paths = vec![
        "../docs/x.md", "golden/../../docs/x.md", ".git/hooks/post-commit", "golden/.hidden/x.md", "golden/.envrc",
        "../.git/hooks/x.md", "/tmp/x/x.md", "golden/a\u{202e}b.md", "golden/a\u{200b}/b.md",
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../docs", below("project/out")).unwrap();
        std::os::unix::fs::symlink(".git/hooks", below("project/hooks")).unwrap();
        std::os::unix::fs::symlink("../../docs/x.md", below("project/golden/leads-out.md")).unwrap();
        folder.write("docs/x.md", "my own");
        paths.extend(["out/x.md", "out/deeper/x.md", "hooks/post-commit", "golden/leads-out.md"]);
    }
    for path in paths {
        folder.write(
            "project/rature.toml",
            toml(&redline("markdown", path)).replace("= \"old", "= \"../old").replace("= \"new", "= \"../new"),
        );
        for command in ["build", "check"] {
            let told = folder.refused(&[command, "--config", "project/rature.toml"]);
            assert!(told.starts_with("rature: project/rature.toml:12: path: ") && told.lines().count() == 1, "{path}: {told}");
        }
        let bless = folder.refused(&["check", "--bless", "--config", "project/rature.toml"]);
        assert!(bless.contains("path: "), "{bless}");
    }
    assert!(!folder.0.join("project/rature.sums").exists());
    // Whoever means it says so.
    for (path, named) in [("../docs/y.md", "docs"), (".site/y.md", "project/.site")] {
        folder.write(
            "project/rature.toml",
            toml(&redline("markdown", path)).replace("= \"old", "= \"../old").replace("= \"new", "= \"../new"),
        );
        let build = ["build", "--config", "project/rature.toml", "--outputs-in", named];
        if named.contains(".site") {
            assert!(folder.refused(&build).contains("project/.site: is not there"));
            std::fs::create_dir(below(named)).unwrap();
        }
        folder.printed(&build);
        assert!(below(named).join("y.md").is_file());
    }
}

#[test]
fn no_label_hides_in_the_name_of_a_file() {
    let folder = Folder::with_texts("lost-labels");
    let labels = toml(&redline("markdown", "golden/{old}_{new}.md"))
        .replace("\"A\"", "\"../A\\u202E\\u0007\"")
        .replace("\"B\"", "\"B\\u200D\"");
    folder.write("rature.toml", labels);
    folder.printed(&["build"]);
    assert!(
        folder.0.join("golden/-.-A-_B-.md").is_file(),
        "{:?}",
        std::fs::read_dir(folder.0.join("golden")).unwrap().collect::<Vec<_>>()
    );
}

#[test]
fn what_fails_leaves_all_as_it_was() {
    let folder = Folder::with_texts("lost-failed");
    folder.write("rature.toml", toml(&redline("markdown", &format!("golden/{}.md", "x".repeat(300)))));
    folder.refused(&["build"]);
    assert!(!folder.names().contains(&"rature.sums".to_owned()));
}

/// The program with a file as its input, by redirect.
fn redirected(folder: &Folder, input: &str, arguments: &[&str]) -> Output {
    let input = std::fs::File::open(folder.0.join(input)).unwrap();
    folder.command(arguments).stdin(input).output().unwrap()
}

#[test]
fn an_input_by_redirect_is_never_overwritten() {
    let folder = Folder::with_texts("lost-redirect");
    std::fs::hard_link(folder.0.join("old.txt"), folder.0.join("hard.html")).unwrap();
    std::fs::hard_link(folder.0.join("old.txt"), folder.0.join("hard.json")).unwrap();
    for command in WITH_INPUT {
        let ending = if command[0] == "table" { "hard.html" } else { "hard.json" };
        for output in ["old.txt", "./old.txt", ending] {
            let done = redirected(&folder, "old.txt", &[command, &["-o", output]].concat());
            assert_eq!(done.status.code(), Some(2), "{command:?}: {}", said(&done));
            assert_eq!(folder.read("old.txt"), OLD, "{command:?} -o {output}");
        }
    }
    // The text of this year is another file.
    let done = redirected(&folder, "old.txt", &["diff", "-", "new.txt", "-o", "redline.html"]);
    assert!(done.status.success(), "{}", said(&done));
}

#[cfg(unix)]
#[test]
fn an_input_that_standard_output_leads_to_is_never_overwritten() {
    let folder = Folder::with_texts("lost-output");
    for command in
        [&["read", "old.txt"][..], &["diff", "old.txt", "new.txt"], &["lint", "old.txt"], &["table", "old.txt", "new.txt"]]
    {
        let output = std::fs::OpenOptions::new().append(true).open(folder.0.join("old.txt")).unwrap();
        let done = folder.command(command).stdin(Stdio::null()).stdout(output).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{command:?}");
        assert!(said(&done).contains("standard output: is an input"), "{}", said(&done));
        assert_eq!(folder.read("old.txt"), OLD);
    }
}

#[test]
fn a_read_only_file_is_not_overwritten() {
    let folder = folder("read-only");
    let closed = |name: &str, is_closed: bool| {
        let mut rights = std::fs::metadata(folder.0.join(name)).unwrap().permissions();
        rights.set_readonly(is_closed);
        std::fs::set_permissions(folder.0.join(name), rights).unwrap();
    };
    folder.write("out.html", "signed");
    closed("out.html", true);
    let told = folder.refused(&["diff", "old.txt", "new.txt", "-o", "out.html"]);
    assert!(told.contains("out.html: is read-only, and is not overwritten"), "{told}");
    assert_eq!(folder.read("out.html"), "signed");
    closed("out.html", false);
    // Of a project, all or nothing.
    let before = folder.read("golden/A-B.json");
    folder.write("new.txt", NEW.replace("twelve", "eleven"));
    closed("golden/A-B.md", true);
    assert!(folder.refused(&["build"]).contains("golden/A-B.md: is read-only"));
    assert_eq!(folder.read("golden/A-B.json"), before);
    closed("golden/A-B.md", false);
    folder.printed(&["build"]);
}

#[cfg(unix)]
#[test]
fn an_output_is_not_executable() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("executable");
    folder.write("new.txt", NEW.replace("twelve", "eleven"));
    let golden = folder.0.join("golden/A-B.md");
    std::fs::set_permissions(&golden, std::fs::Permissions::from_mode(0o750)).unwrap();
    folder.printed(&["build"]);
    assert_eq!(std::fs::metadata(&golden).unwrap().permissions().mode() & 0o777, 0o640);
}

/// Ends what it watches over.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until `done`.
fn until(what: &str, done: impl Fn() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_secs(30), "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(unix)]
fn pipe(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// A pipe that is opened to ask what it is waits for somebody at its other end, and takes what somebody wrote.
#[cfg(unix)]
#[test]
fn an_output_that_is_a_pipe_is_written_and_never_read() {
    let folder = Folder::with_texts("lost-pipes");
    pipe(&folder.0.join("pipe"));
    let run = folder.command(&["diff", "old.txt", "new.txt", "--format", "html", "-o", "pipe"]).spawn().unwrap();
    let mut running = Running(run);
    let reader = std::thread::spawn({
        let pipe = folder.0.join("pipe");
        move || std::fs::read(pipe).unwrap()
    });
    until("the pipe is written", || reader.is_finished());
    assert!(String::from_utf8_lossy(&reader.join().unwrap()).contains("</html>"));
    assert!(running.0.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn a_golden_that_is_a_pipe_is_refused() {
    let folder = folder("golden-pipe");
    std::fs::remove_file(folder.0.join("golden/A-B.md")).unwrap();
    pipe(&folder.0.join("golden/A-B.md"));
    for command in [&["build"][..], &["check"], &["check", "--bless"]] {
        let mut running = Running(folder.command(command).stderr(Stdio::piped()).spawn().unwrap());
        let begun = Instant::now();
        let ended = loop {
            if let Some(ended) = running.0.try_wait().unwrap() {
                break ended;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{command:?} waits for the pipe");
            std::thread::sleep(Duration::from_millis(20));
        };
        assert_eq!(ended.code(), Some(2), "{command:?}");
    }
}

/// A run that is stopped while its draft is there keeps it; one that was killed does not.
#[cfg(target_os = "linux")]
#[test]
fn drafts_that_a_killed_run_left_are_tidied() {
    let folder = Folder::with_texts("lost-drafts");
    let many = (3..9000).map(|n| format!("{n}. Urges States {n};\n\n")).collect::<Vec<_>>().concat();
    folder.write("long.txt", OLD.to_owned() + &many);
    let drafts = || folder.names().into_iter().filter(|name| name.starts_with(".rature-")).collect::<Vec<_>>();
    let signal = |name: &str, child: &Child| {
        assert!(std::process::Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
    };
    // Where the draft is written between two looks at it, once more.
    let stopped = (0..20).find_map(|_| {
        let mut run = Running(folder.command(&["read", "long.txt", "-o", "out.json"]).spawn().unwrap());
        while drafts().is_empty() {
            if run.0.try_wait().unwrap().is_some() {
                return None;
            }
        }
        signal("-STOP", &run.0);
        // The signal takes a moment, in which the run may end.
        std::thread::sleep(std::time::Duration::from_millis(50));
        (!drafts().is_empty()).then_some(run)
    });
    let Some(stopped) = stopped else { return println!("skipped: no run could be stopped while its draft was there") };
    let left = drafts();
    folder.printed(&["read", "new.txt", "-o", "beside.json"]);
    assert_eq!(drafts(), left, "the draft of a run that is alive");
    drop(stopped);
    folder.printed(&["read", "new.txt", "-o", "beside.json"]);
    assert_eq!(drafts(), Vec::<String>::new());
}

/// `rature watch`, and what it says.
fn watching(folder: &Folder) -> Running {
    let log = std::fs::File::create(folder.0.join("log")).unwrap();
    let errors = log.try_clone().unwrap();
    let running = Running(folder.command(&["watch"]).stdin(Stdio::null()).stdout(log).stderr(errors).spawn().unwrap());
    until("it watches", || folder.read("log").contains("watching 3 files"));
    running
}

#[test]
fn watch_builds_though_another_file_is_written_all_the_time() {
    let folder = folder("watch-beside");
    let _running = watching(&folder);
    let is_over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(std::sync::atomic::Ordering::Relaxed) {
                folder.write("log-of-another-program", "a line");
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        folder.write("new.txt", NEW.replace("twelve", "eleven"));
        let begun = Instant::now();
        while !folder.read("golden/A-B.md").contains("eleven") && begun.elapsed() < Duration::from_secs(30) {
            std::thread::sleep(Duration::from_millis(20));
        }
        is_over.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    assert!(folder.read("golden/A-B.md").contains("eleven"));
}

#[test]
fn watch_builds_though_a_text_is_written_all_the_time() {
    let folder = folder("watch-text");
    let _running = watching(&folder);
    let begun = Instant::now();
    for number in 0.. {
        folder.write("new.txt", NEW.replace("twelve", &format!("eleven {number}")));
        std::thread::sleep(Duration::from_millis(50));
        if folder.read("golden/A-B.md").contains("eleven") {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{}", folder.read("log"));
    }
}

#[test]
fn watch_outlives_a_folder_that_is_moved_away_and_made_anew() {
    let folder = folder("watch-folder");
    let texts = folder.0.join("texts");
    std::fs::create_dir(&texts).unwrap();
    for name in ["old.txt", "new.txt"] {
        std::fs::rename(folder.0.join(name), texts.join(name)).unwrap();
    }
    folder
        .write("rature.toml", folder.read("rature.toml").replace("= \"old", "= \"texts/old").replace("= \"new", "= \"texts/new"));
    let _running = watching(&folder);
    for (round, word) in ["eleven", "ten"].into_iter().enumerate() {
        std::fs::rename(&texts, folder.0.join(format!("before-{round}"))).unwrap();
        std::fs::create_dir(&texts).unwrap();
        std::thread::sleep(Duration::from_millis(400));
        folder.write("texts/old.txt", OLD);
        folder.write("texts/new.txt", NEW.replace("twelve", word));
        until(word, || folder.read("golden/A-B.md").contains(word));
    }
}

#[test]
fn more_threads_than_the_system_has_are_no_fault() {
    let folder = folder("threads");
    for command in
        [&["diff", "old.txt", "new.txt"][..], &["series", "old.txt", "new.txt"], &["check"], &["table", "old.txt", "new.txt"]]
    {
        let plain = folder.printed(command);
        for threads in ["100000", "1", "0", "many"] {
            let done = folder.command(command).env("RAYON_NUM_THREADS", threads).stdin(Stdio::null()).output().unwrap();
            assert!(done.status.success(), "{command:?} {threads}: {}", said(&done));
            assert_eq!(String::from_utf8_lossy(&done.stdout), plain);
        }
    }
}

/// Where a user may have no process beside this one, this one does all.
#[cfg(target_os = "linux")]
#[test]
fn a_limit_of_one_process_is_no_fault() {
    let folder = folder("processes");
    let program = env!("CARGO_BIN_EXE_rature");
    // The limit is of a user, and the superuser has none: a user that has no process yet.
    let limited = |command: &str, user: &str| {
        let line = format!("ulimit -u 1; exec {program} {command}");
        let mut shell = std::process::Command::new("setpriv");
        shell.args(["--reuid", user, "--regid", user, "--clear-groups", "bash", "-c", &line]);
        shell.current_dir(&folder.0).env("RAYON_NUM_THREADS", "4").output()
    };
    let may = limited("--version", "64321").is_ok_and(|done| done.status.success());
    if !may {
        return println!("skipped: only the superuser can run a program as somebody else");
    }
    for command in ["diff old.txt new.txt", "series old.txt new.txt", "check", "lint new.txt --since old.txt"] {
        let done = limited(command, "64321").unwrap();
        assert_eq!(done.status.code(), Some(0), "{command}: {}", said(&done));
    }
    let pdf = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cooperation-es/2021.pdf");
    let done = limited(&format!("read {}", pdf.display()), "64321").unwrap();
    assert!(done.status.code() == Some(2) && said(&done).lines().count() == 1, "{}", said(&done));
}
