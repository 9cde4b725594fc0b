//! Work in a process of its own: the same bytes, and an end that is one line.

use std::io::Write;

use super::folder::{Folder, NEW, OLD};

/// Some jobs: pairs of the folder, and one that fails.
fn jobs() -> String {
    let pair = |id: usize| format!("{{\"id\": {id}, \"texts\": [\"old.txt\", \"new.txt\"]}}\n");
    (0..20).map(pair).collect::<String>() + "{\"id\": \"none\", \"texts\": [\"none.txt\", \"new.txt\"]}\n"
}

#[test]
fn the_same_bytes_come_out_with_and_without_a_process_of_its_own() {
    let folder = Folder::with_texts("same-bytes");
    folder.write("jobs.jsonl", jobs());
    for write in ["summary", "findings", "redline", "series"] {
        let lines = |more: &[&str]| {
            let output = folder.run(&[&["batch", "jobs.jsonl", "--write", write], more].concat());
            assert_eq!(output.status.code(), Some(1));
            String::from_utf8(output.stdout).unwrap()
        };
        let here = lines(&["--isolate=no"]);
        assert_eq!(here.lines().count(), 21);
        assert!(here == lines(&[]) && here == lines(&["--threads", "3", "--isolate"]), "--write {write}");
    }
    for command in
        [&["diff", "old.txt", "new.txt"][..], &["diff", "old.txt", "new.txt", "--format", "docx"], &["facts", "old.txt"]]
    {
        let run = |more: &[&str]| folder.run(&[command, more].concat());
        let (here, apart) = (run(&[]), run(&["--isolate"]));
        assert!(here.status.success() && !here.stdout.is_empty());
        assert_eq!((here.status, here.stdout, here.stderr), (apart.status, apart.stdout, apart.stderr), "{command:?}");
    }
    assert_eq!(folder.refused(&["read", "none.txt", "--isolate"]), folder.refused(&["read", "none.txt"]));
    assert_eq!(folder.run(&["diff", "old.txt", "new.txt", "--exit-code", "--isolate"]).status.code(), Some(1));
}

/// A text that no program reads in 64 MB.
#[cfg(target_os = "linux")]
fn large() -> String {
    OLD.to_owned() + &"3. Urges all States Parties to cooperate with the Court in every matter;\n\n".repeat(100_000)
}

#[cfg(target_os = "linux")]
#[test]
fn a_job_that_takes_too_much_memory_costs_one_line() {
    let folder = Folder::with_texts("memory-of-a-job");
    folder.write("large.txt", large());
    folder.write("jobs.jsonl", jobs().replace("none.txt", "large.txt") + &jobs().replace("none.txt", "large.txt"));
    let output = folder.run(&["batch", "jobs.jsonl", "--max-memory", "64M", "--threads", "2"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "rature: 42 jobs done, 2 of them failed\n");
    let lines = String::from_utf8(output.stdout).unwrap();
    let failed =
        "{\"id\":\"none\",\"error\":\"none: needs more memory than 64M: if you trust its texts, allow more with --max-memory\"}";
    assert_eq!(lines.lines().filter(|line| line.contains("\"error\"")).collect::<Vec<_>>(), [failed; 2]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_command_that_takes_too_much_memory_is_one_line_and_writes_nothing() {
    let folder = Folder::with_texts("memory-of-a-command");
    folder.write("large.txt", large());
    folder.write("out.html", "what it was");
    let said = folder.refused(&["diff", "large.txt", "new.txt", "-o", "out.html", "--max-memory", "64M"]);
    assert_eq!(said, "rature: diff: needs more memory than 64M: if you trust its texts, allow more with --max-memory\n");
    assert_eq!(folder.read("out.html"), "what it was");
}

/// A text that never ends to begin.
#[cfg(unix)]
fn with_pipe(name: &str) -> Folder {
    let folder = Folder::with_texts(name);
    assert!(std::process::Command::new("mkfifo").arg(folder.0.join("pipe.txt")).status().unwrap().success());
    folder.write("jobs.jsonl", jobs().replace("none.txt", "pipe.txt") + &jobs());
    folder
}

#[cfg(unix)]
#[test]
fn a_job_that_hangs_costs_one_line() {
    let folder = with_pipe("hanging-job");
    let output = folder.run(&["batch", "jobs.jsonl", "--max-time", "1", "--threads", "2"]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "rature: 42 jobs done, 2 of them failed\n");
    let line =
        "{\"id\":\"none\",\"error\":\"none: takes longer than 1 second: if you trust its texts, allow more with --max-time\"}";
    assert!(String::from_utf8(output.stdout).unwrap().lines().any(|written| written == line));
    let said = folder.refused(&["read", "pipe.txt", "--max-time", "1"]);
    assert_eq!(said, "rature: read: takes longer than 1 second: if you trust its texts, allow more with --max-time\n");
}

/// The processes that `process` started.
#[cfg(target_os = "linux")]
fn children(process: u32) -> Vec<String> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let children = tasks.map(|task| std::fs::read_to_string(task.unwrap().path().join("children")).unwrap_or_default());
    children.collect::<String>().split_whitespace().map(str::to_owned).collect()
}

/// Whether `is_so` becomes true within some seconds.
fn becomes(is_so: impl Fn() -> bool) -> bool {
    (0..600).any(|_| {
        is_so() || {
            std::thread::sleep(std::time::Duration::from_millis(50));
            false
        }
    })
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_outlives_a_run_that_is_killed() {
    let folder = with_pipe("killed-run");
    let arguments: [&[&str]; 2] = [&["batch", "jobs.jsonl", "--threads", "1"], &["read", "pipe.txt", "--isolate"]];
    for arguments in arguments {
        let mut command = folder.command(arguments);
        let mut run = command.stdout(std::process::Stdio::null()).spawn().unwrap();
        assert!(becomes(|| !children(run.id()).is_empty()));
        let inside = children(run.id());
        run.kill().unwrap();
        run.wait().unwrap();
        assert!(becomes(|| inside.iter().all(|child| !std::path::Path::new("/proc").join(child).exists())), "{arguments:?}");
    }
}

#[test]
fn limits_that_nobody_holds_are_refused() {
    let folder = Folder::with_texts("limits-of-nobody");
    let said = folder.refused(&["read", "old.txt", "--isolate=no", "--max-time", "5"]);
    assert!(said.starts_with("rature: --isolate=no: does not go with --max-memory and --max-time"), "{said}");
    assert!(folder.refused(&["read", "old.txt", "--max-memory", "1M"]).contains("give 64M or more"));
    assert!(folder.refused(&["watch", "--isolate"]).contains("is not for `rature watch`"));
}

#[test]
fn two_runs_do_not_write_one_output() {
    let folder = Folder::new("two-runs");
    folder.write("old.txt", OLD);
    folder.write("new.txt", NEW);
    folder.write("jobs.jsonl", jobs().lines().take(3).collect::<Vec<_>>().join("\n"));
    let mut first = folder.command(&["batch", "-", "-o", "out.jsonl"]).stdin(std::process::Stdio::piped()).spawn().unwrap();
    // It has done one job, so it holds the output, and waits for another that does not come.
    writeln!(first.stdin.as_ref().unwrap(), "{}", jobs().lines().next().unwrap()).unwrap();
    assert!(becomes(|| std::fs::metadata(folder.0.join("out.jsonl")).is_ok_and(|file| file.len() > 0)));
    let said = folder.refused(&["batch", "jobs.jsonl", "-o", "out.jsonl", "--resume"]);
    assert_eq!(
        said,
        "rature: out.jsonl: is being written by another run of rature batch: wait for its end, or give -o another name\n"
    );
    // A run that was killed leaves no lock.
    first.kill().unwrap();
    first.wait().unwrap();
    folder.printed(&["batch", "jobs.jsonl", "-o", "out.jsonl", "--resume"]);
    assert_eq!(folder.read("out.jsonl").lines().count(), 3);
}

#[test]
fn a_run_that_would_write_otherwise_leaves_the_output_as_it_is() {
    let folder = Folder::with_texts("other-options");
    folder.write("jobs.jsonl", jobs().lines().take(3).collect::<Vec<_>>().join("\n"));
    folder.printed(&["batch", "jobs.jsonl", "-o", "out.jsonl"]);
    let cut: String = folder.read("out.jsonl").chars().take(500).collect();
    folder.write("out.jsonl", &cut);
    let resumed = |more: &[&str]| folder.refused(&[&["batch", "jobs.jsonl", "-o", "out.jsonl", "--resume"], more].concat());
    let said = resumed(&["--write", "redline"]);
    assert_eq!(
        said,
        "rature: out.jsonl: was written with --write summary, and this run has --write redline: give the same options, or -o another name\n"
    );
    assert!(resumed(&["--layout", "lines"]).contains("this run has --write summary --layout lines:"));
    folder.write("more.jsonl", "{\"id\":1,\"texts\":[\"old.txt\",\"new.txt\"]}\n");
    assert!(folder.refused(&["batch", "jobs.jsonl", "-o", "more.jsonl"]).contains("more.jsonl: is no output of rature batch"));
    assert_eq!(folder.read("out.jsonl"), cut);
}
