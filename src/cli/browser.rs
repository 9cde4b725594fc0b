//! The browser of whoever sits at the machine.

use std::ffi::OsStr;
use std::io::{self, ErrorKind as Io, Write};
use std::process::{Command, Stdio};

use crate::render::visible;

/// Opens `address`, of a page or of a file, in the browser that the system prefers, and does not wait for it.
///
/// # Errors
/// When there is no program that opens browsers.
pub(super) fn open(address: impl AsRef<OsStr>) -> io::Result<()> {
    let mut failed = io::Error::from(Io::NotFound);
    for mut command in commands() {
        command.arg(address.as_ref()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // Ctrl-C here must not end a browser that this has started.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        match command.spawn() {
            Ok(mut child) => {
                // What has ended and is asked by nobody stays in the table of processes.
                std::thread::spawn(move || child.wait());
                return Ok(());
            }
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

/// Opens the page in `file`; where that fails, says so.
pub(super) fn open_file(file: &str) {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.into());
    if open(&whole).is_err() {
        // With standard error gone there is nobody left to tell.
        let _ =
            writeln!(io::stderr(), "rature: no browser was found: open {} in one yourself", visible(&whole.to_string_lossy()));
    }
}

/// What may open one, the likeliest first.
fn commands() -> Vec<Command> {
    if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        return vec![command];
    }
    if cfg!(target_os = "macos") {
        return vec![Command::new("open")];
    }
    let named = std::env::var_os("BROWSER").filter(|browser| !browser.is_empty()).map(Command::new);
    named.into_iter().chain(["xdg-open", "wslview", "x-www-browser"].map(Command::new)).collect()
}
