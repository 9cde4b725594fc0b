//! What is written is whole, never over an input, and what fails says why and leaves nothing.

use std::process::Stdio;

use crate::folder::{Folder, NEW, OLD};

/// Every command that takes -o, on the texts of the folder.
const WITH_OUTPUT: [&[&str]; 11] = [
    &["read", "old.txt"],
    &["doctor", "old.txt"],
    &["diff", "old.txt", "new.txt"],
    &["explain", "old.txt", "new.txt", "OP1"],
    &["series", "old.txt", "new.txt"],
    &["blame", "old.txt", "new.txt"],
    &["table", "old.txt", "new.txt"],
    &["facts", "old.txt"],
    &["counts", "old.txt", "new.txt"],
    &["lint", "old.txt"],
    &["batch", "jobs.jsonl"],
];

/// Every other one that prints.
const OTHERS: [&[&str]; 6] =
    [&["build"], &["check"], &["completions", "bash"], &["--help"], &["help", "diff"], &["read", "old.txt", "--repairs"]];

fn folder(name: &str) -> Folder {
    let folder = Folder::with_texts(name);
    folder.write("jobs.jsonl", "{\"id\": \"a\", \"texts\": [\"old.txt\", \"new.txt\"]}\n".repeat(2000));
    folder.write(
        "rature.toml",
        "[series]\nname = \"s\"\n[[series.documents]]\nlabel = \"A\"\npath = \"old.txt\"\n[[series.documents]]\nlabel = \"B\"\n\
         path = \"new.txt\"\n[[outputs]]\nmake = \"redline\"\nformat = \"json\"\npath = \"golden/{old}-{new}.json\"\n",
    );
    folder.printed(&["build"]);
    folder
}

#[test]
fn an_input_is_never_overwritten_whatever_it_is_called() {
    let folder = folder("over-inputs");
    std::fs::hard_link(folder.0.join("old.txt"), folder.0.join("hard.txt")).unwrap();
    let absolute = folder.0.join("old.txt").to_str().unwrap().to_owned();
    let mut names =
        vec!["old.txt".to_owned(), "./old.txt".to_owned(), "golden/../old.txt".to_owned(), absolute, "hard.txt".to_owned()];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("old.txt", folder.0.join("soft.txt")).unwrap();
        names.push("soft.txt".to_owned());
    }
    for command in WITH_OUTPUT {
        for name in &names {
            let said = folder.refused(&[command, &["-o", name]].concat());
            assert!(said.contains("is not overwritten") || said.contains("the ending says no format"), "{command:?}: {said}");
        }
    }
    for command in [
        ["series", "rature.toml", "-o", "old.txt"],
        ["series", "rature.toml", "-o", "rature.toml"],
        ["check", "-o", "old.txt", "--format=text"],
    ] {
        assert!(!folder.refused(&command).is_empty());
    }
    assert_eq!(folder.read("old.txt"), OLD);
}

#[test]
fn the_file_of_a_password_or_of_pins_is_an_input() {
    let folder = folder("over-passwords");
    folder.write("secret", "open");
    folder.write("pins", "OP1=OP1\n");
    for command in WITH_OUTPUT {
        let said = folder.refused(&[command, &["--password-file", "secret", "-o", "secret"]].concat());
        assert!(said.contains("is not overwritten") || said.contains("the ending says no format"), "{command:?}: {said}");
    }
    folder.edit("rature.toml", "[[outputs]]", "[options]\npassword-file = \"secret\"\n[[outputs]]");
    for command in [
        &["diff", "old.txt", "new.txt", "--pins", "pins", "--format=json", "-o", "pins"][..],
        &["explain", "old.txt", "new.txt", "OP1", "--pins", "pins", "--format=json", "-o", "pins"],
        &["series", "old.txt", "new.txt", "--pins", "pins", "--format=json", "-o", "pins"],
        &["series", "rature.toml", "--pins", "pins", "--format=json", "-o", "pins"],
        &["series", "rature.toml", "--format=json", "-o", "secret"],
        &["check", "-o", "secret"],
        &["check", "-o", "rature.toml"],
    ] {
        assert!(folder.refused(command).contains("is an input"), "{command:?}");
    }
    assert_eq!((folder.read("secret").as_str(), folder.read("pins").as_str()), ("open", "OP1=OP1\n"));
}

#[test]
fn what_a_check_keeps_to_look_at_is_never_the_goldens() {
    let folder = folder("over-goldens");
    let golden = folder.read("golden/A-B.json");
    folder.write("new.txt", crate::folder::NEW.replace("twelve", "eleven"));
    let absolute = folder.0.to_str().unwrap().to_owned();
    for place in [".", "golden/..", &absolute] {
        assert!(folder.refused(&["check", "--actual-dir", place]).contains("is where the goldens are"), "{place}");
    }
    assert_eq!(folder.read("golden/A-B.json"), golden);
}

#[cfg(unix)]
#[test]
fn an_output_of_a_project_that_leads_to_a_text_is_refused() {
    let folder = folder("over-texts");
    std::fs::remove_file(folder.0.join("golden/A-B.json")).unwrap();
    std::os::unix::fs::symlink("../old.txt", folder.0.join("golden/A-B.json")).unwrap();
    assert!(folder.refused(&["build"]).contains("is an input"));
    assert_eq!(folder.read("old.txt"), OLD);
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let folder = folder("no-folder");
    let before = folder.names();
    for command in WITH_OUTPUT {
        let said = folder.refused(&[command, &["-o", "nowhere/out.json"]].concat());
        assert!(said.starts_with("rature: nowhere/out.json: "), "{command:?}: {said}");
    }
    assert_eq!(folder.names(), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let folder = folder("full");
    for command in WITH_OUTPUT.iter().chain(&OTHERS).filter(|command| command[0] != "--help" && command[0] != "help") {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.command(command).stdout(full).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {said}");
        assert!(said.contains("cannot be written"), "{command:?}: {said}");
    }
    let output = folder.run(&["diff", "old.txt", "new.txt", "--format", "html", "-o", "/dev/full"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("/dev/full: cannot be written: the disk is full"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("read-only");
    let golden = folder.0.join("golden");
    std::fs::set_permissions(&golden, std::fs::Permissions::from_mode(0o555)).unwrap();
    let may_all_the_same = std::fs::write(golden.join("probe"), "").is_ok();
    let output = folder.run(&["diff", "old.txt", "new.txt", "-o", "golden/a.html"]);
    std::fs::set_permissions(&golden, std::fs::Permissions::from_mode(0o755)).unwrap();
    // To the superuser no folder is closed.
    if !may_all_the_same {
        assert!(String::from_utf8(output.stderr).unwrap().contains("golden/a.html: may not be written"));
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let folder = folder("pipe");
    for command in WITH_OUTPUT.iter().chain(&OTHERS) {
        let mut child =
            folder.command(command).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.is_empty() && output.status.success(), "{command:?}: {:?} {said}", output.status);
    }
}

/// The same while outputs are built again and again: each is what it was, or what it becomes.
#[cfg(target_os = "linux")]
#[test]
fn an_interrupted_watch_leaves_no_half_file() {
    let folder = folder("interrupted-watch");
    let text =
        |word: &str| OLD.to_owned() + &(3..1500).map(|n| format!("{n}. Urges {word} {n};\n\n")).collect::<Vec<_>>().concat();
    let built = |word: &str| {
        folder.write("new.txt", text(word));
        folder.printed(&["build"]);
        folder.read("golden/A-B.json")
    };
    folder.write("old.txt", text("States"));
    let goldens = [built("States"), built("Parties")];
    for wait in (0..12).map(|step| step * 40) {
        folder.write("golden/A-B.json", &goldens[0]);
        let mut child = folder.command(&["watch"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        let _ = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        let ends = (0..200).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(10));
            child.try_wait().unwrap().is_some()
        });
        // Where the tests run in the background, Ctrl-C may be switched off.
        if !ends {
            child.kill().unwrap();
            child.wait().unwrap();
        }
        assert!(goldens.contains(&folder.read("golden/A-B.json")), "half a file after {wait} ms");
    }
    // A draft that was left is nobody's golden.
    folder.write("golden/.rature-1-0.tmp", "half");
    folder.printed(&["build"]);
    folder.printed(&["check"]);
}

/// Ctrl-C, at moments all through the run: what stands under the name of an output is whole or what it was.
#[cfg(target_os = "linux")]
#[test]
fn an_interrupted_run_leaves_no_half_file() {
    let folder = folder("interrupted");
    let many =
        (1..4000).map(|n| format!("{n}. Urges States Parties to cooperate in matter {n};\n\n")).collect::<Vec<_>>().concat();
    folder.write("old.txt", OLD.to_owned() + &many);
    folder.write("new.txt", OLD.to_owned() + &many.replace("matter 3", "question 3"));
    folder.printed(&["diff", "old.txt", "new.txt", "-o", "whole.html"]);
    let whole = folder.read("whole.html");
    for wait in (0..40).map(|step| step * 12) {
        folder.write("out.html", "what it was");
        let mut child = folder.command(&["diff", "old.txt", "new.txt", "-o", "out.html"]).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        let _ = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        child.wait().unwrap();
        let written = folder.read("out.html");
        assert!(written == "what it was" || written == whole, "half a file after {wait} ms");
    }
}

#[test]
fn an_earlier_output_of_a_batch_outlives_jobs_that_are_not_there() {
    let folder = folder("no-jobs");
    folder.printed(&["batch", "jobs.jsonl", "-o", "out.jsonl"]);
    let earlier = folder.read("out.jsonl");
    assert!(folder.refused(&["batch", "jbos.jsonl", "-o", "out.jsonl"]).contains("jbos.jsonl: cannot be opened"));
    assert!(
        folder.refused(&["batch", "jobs.jsonl", "--password-file", "none", "-o", "out.jsonl"]).contains("none: cannot be found")
    );
    assert_eq!(folder.read("out.jsonl"), earlier);
}

#[test]
fn an_interrupted_batch_goes_on_where_it_was() {
    let folder = folder("interrupted-batch");
    let jobs =
        (0..300).map(|n| format!("{{\"id\": \"{n}\", \"texts\": [\"old.txt\", \"new.txt\"]}}\n")).collect::<Vec<_>>().concat();
    folder.write("jobs.jsonl", jobs);
    folder.printed(&["batch", "jobs.jsonl", "-o", "whole.jsonl"]);
    let mut child = folder.command(&["batch", "jobs.jsonl", "-o", "out.jsonl"]).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(30));
    let _ = child.kill();
    child.wait().unwrap();
    folder.printed(&["batch", "jobs.jsonl", "-o", "out.jsonl", "--resume"]);
    assert_eq!(folder.read("out.jsonl"), folder.read("whole.jsonl"));
}

#[test]
fn a_resumed_batch_tries_failed_jobs_again_and_says_what_still_fails() {
    let folder = Folder::with_texts("resumed-failures");
    let job = |id: &str, new: &str| format!("{{\"id\": \"{id}\", \"texts\": [\"old.txt\", \"{new}\"]}}\n");
    let all = job("a", "late.txt") + &job("b", "new.txt") + &job("c", "never.txt");
    folder.write("jobs.jsonl", &all);
    let resumed = |jobs: &str| {
        let output = folder.run(&["batch", jobs, "-o", "out.jsonl", "--resume"]);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(resumed("jobs.jsonl").0, Some(1));
    folder.write("late.txt", NEW);
    let (code, said) = resumed("jobs.jsonl");
    assert_eq!((code, said.as_str()), (Some(1), "rature: 2 jobs done, 1 of them failed, 1 done before\n"));
    let lines: Vec<String> = folder.read("out.jsonl").lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("{\"id\":\"a\",\"steps\"") && lines[2].starts_with("{\"id\":\"c\",\"error\""), "{lines:?}");
    folder.write("fewer.jsonl", job("b", "new.txt"));
    let (code, said) = resumed("fewer.jsonl");
    assert!(code == Some(1) && said.contains("1 failed before and not among these jobs"), "{said}");
    folder.write("never.txt", NEW);
    assert_eq!(resumed("jobs.jsonl"), (Some(0), String::new()));
}
