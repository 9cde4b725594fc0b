//! A folder with texts in it, and the program run there.

// No test uses all of it.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) const OLD: &str = "ICC-ASP/19/Res.2\n\nCooperation\n\nThe Assembly of States Parties,\n\nRecalling the Rome Statute,\n\n\
    1. Urges fifteen States Parties to cooperate with the Court;\n\n2. Requests the Bureau to report on cooperation.\n";
pub(crate) const NEW: &str = "ICC-ASP/20/Res.2\n\nCooperation\n\nThe Assembly of States Parties,\n\nRecalling the Rome Statute,\n\n\
    1. Urges twelve States Parties to cooperate with the Court;\n\n2. Requests the Bureau to report on cooperation.\n";

/// A folder for one test, empty at its start.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", env!("CARGO_CRATE_NAME")));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// With last year's text and this year's.
    pub(crate) fn with_texts(name: &str) -> Self {
        let folder = Self::new(name);
        folder.write("old.txt", OLD);
        folder.write("new.txt", NEW);
        folder
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.0.join(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Replaces `from`, which is there, in a file.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from}");
        self.write(name, text.replacen(from, to, 1));
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rature"));
        command.current_dir(&self.0).args(arguments).env("TERM", "xterm");
        for name in ["CI", "NO_COLOR", "COLUMNS", "DISPLAY", "WAYLAND_DISPLAY"] {
            command.env_remove(name);
        }
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).stdin(Stdio::null()).output().unwrap()
    }

    /// What is printed by a run that succeeds.
    pub(crate) fn printed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The one line of a run that fails.
    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?} printed something");
        said
    }
}
