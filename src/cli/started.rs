//! Started from a file manager: by a double click, or with files that were dropped on the program.
//!
//! ```text
//! a double click, or one file      rature open
//! two files                        rature diff OLD NEW -o FOLDER-OF-NEW/OLD-NEW.html --open --by-date
//! three or more                    rature series FILES -o FOLDER-OF-LAST/FIRST-LAST.html --open
//! ```
//!
//! Nobody sees a terminal then, so that an error is shown in the browser too. On Linux a file manager gives the program no terminal and nobody reads its
//! output. Windows and macOS give it one of its own; there a file manager names the program, and all files, by their whole paths. What a script or
//! a pipe starts, and what is typed, is not taken for it.

use std::ffi::OsString;
use std::fs::File;
use std::io::{IsTerminal, stderr, stdin, stdout};
use std::path::{Path, PathBuf};

use super::{browser, input, output};
use crate::Error;
use crate::language::Language;
use crate::project::is_own;
use crate::render::message_page;

/// What is meant by `arguments`, if a file manager gave them.
pub(super) fn meant(arguments: &[OsString]) -> Option<Vec<OsString>> {
    let (program, files) = arguments.split_first()?;
    let is_file = |file: &OsString| Path::new(file).is_file();
    (files.iter().all(is_file) && is_from_file_manager(program, files)).then(|| command(program, files))
}

/// Shows `error` to somebody who has no terminal.
pub(super) fn show(error: &Error) {
    if let Ok(page) = output::temporary("rature.html")
        && output::write(&message_page(Language::En, &error.with_cause()).html, Some(&page)).is_ok()
    {
        browser::open_file(&page);
    }
}

fn command(program: &OsString, files: &[OsString]) -> Vec<OsString> {
    let typed = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
    let program = vec![program.clone()];
    let [first, .., last] = files else { return [program, typed(&["open"])].concat() };
    let page = page_beside(Path::new(last), [first, last].map(|file| input::stem(&file.to_string_lossy())));
    let (command, how) = if files.len() == 2 { ("diff", &["--open", "--by-date"][..]) } else { ("series", &["--open"][..]) };
    [program, typed(&[command]), files.to_vec(), typed(&["-o"]), vec![page.into()], typed(how)].concat()
}

/// A page called by both names in the folder of `file`: none that is there already, unless rature wrote it.
fn page_beside(file: &Path, [first, last]: [String; 2]) -> PathBuf {
    let named = |count: usize| match count {
        1 => file.with_file_name(format!("{first}-{last}.html")),
        count => file.with_file_name(format!("{first}-{last} ({count}).html")),
    };
    let is_free = |page: &PathBuf| !page.exists() || File::open(page).is_ok_and(is_own);
    (1..1000).map(named).find(is_free).unwrap_or_else(|| named(1))
}

#[cfg(any(windows, target_os = "macos"))]
fn is_from_file_manager(program: &OsString, files: &[OsString]) -> bool {
    let is_shell = std::env::var_os("PROMPT").is_some();
    let seen = [stdin().is_terminal(), stdout().is_terminal(), stderr().is_terminal()];
    let is_alone = seen == [true; 3] || seen == [false; 3];
    !is_shell && is_alone && Path::new(program).is_absolute() && files.iter().all(|file| Path::new(file).is_absolute())
}

#[cfg(not(any(windows, target_os = "macos")))]
fn is_from_file_manager(_: &OsString, _: &[OsString]) -> bool {
    let has_screen =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    has_screen && !stdin().is_terminal() && !stdout().is_terminal() && !stderr().is_terminal() && is_unread()
}

/// Whether standard output goes nowhere or to a journal, or with standard error to one log: not to a pipe or a file of its own, which somebody wants.
#[cfg(not(any(windows, target_os = "macos")))]
fn is_unread() -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::{FileTypeExt, MetadataExt};

    let about = |stream: std::os::fd::BorrowedFd<'_>| File::from(stream.try_clone_to_owned().ok()?).metadata().ok();
    let (Some(out), Some(err)) = (about(stdout().as_fd()), about(stderr().as_fd())) else { return false };
    let is_one = (out.dev(), out.ino()) == (err.dev(), err.ino());
    out.file_type().is_char_device() || out.file_type().is_socket() || out.is_file() && is_one
}
