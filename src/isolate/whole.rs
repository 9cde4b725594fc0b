//! A whole command in one process of its own.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::{ExitCode, Stdio};
use std::sync::mpsc::RecvTimeoutError;

use super::worker::{Running, within};
use super::{End, Isolation};

/// Runs the command of `arguments` with the standard input and output of this process. Its exit code, or why it has none.
///
/// # Errors
/// When no process or thread can be started.
pub(crate) fn whole(
    isolation: &Isolation,
    arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    surroundings: &[(&str, String)],
) -> io::Result<Result<ExitCode, End>> {
    let mut command = isolation.command();
    command.args(arguments).envs(surroundings.iter().map(|(name, value)| (name, value))).stderr(Stdio::piped());
    let mut child = Running(command.spawn()?);
    let said = child.said()?;
    let said = match within(isolation.seconds, &said) {
        Err(RecvTimeoutError::Timeout) => return Ok(Err(End::Time(isolation.seconds))),
        said => said.unwrap_or_default(),
    };
    let status = child.0.wait()?;
    let Some(code @ 0..=2) = status.code() else { return Ok(Err(isolation.end(Some(status), &said))) };
    let _ = io::stderr().write_all(&said);
    Ok(Ok(ExitCode::from(u8::try_from(code).unwrap_or(2))))
}
