//! From text to standard output or a file: whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind as Io, Write};
use std::path::{Path, PathBuf};

use crate::{Error, ErrorKind};

/// Refuses an output that is one of the inputs.
pub(super) fn refuse_inputs(output: Option<&str>, inputs: &[&str]) -> Result<(), Error> {
    let Some(output) = output else { return Ok(()) };
    // A file that is not there yet is no input.
    let Ok(target) = fs::canonicalize(output) else { return Ok(()) };
    if inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|input| input == target)) {
        return Err(Error::new(ErrorKind::Usage, output, "is an input, and is not overwritten: give -o another name"));
    }
    Ok(())
}

/// Writes `text` to `output`, or to standard output.
pub(super) fn write(text: &str, output: Option<&str>) -> Result<(), Error> {
    match output {
        None => to_standard_output(text),
        Some(file) => to_file(text, file).map_err(|error| {
            let what = match error.kind() {
                Io::NotFound => "cannot be written: check that its folder is there",
                Io::PermissionDenied => "may not be written: check the permissions of its folder",
                Io::IsADirectory => "is a folder: name a file in it",
                _ => "cannot be written",
            };
            Error::io(ErrorKind::Unwritable, file, what, error)
        }),
    }
}

/// A reader that has seen enough closes the pipe; that is no fault.
fn to_standard_output(text: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != Io::BrokenPipe => {
            Err(Error::io(ErrorKind::Unwritable, "standard output", "cannot be written", error))
        }
        _ => Ok(()),
    }
}

fn to_file(text: &str, file: &str) -> io::Result<()> {
    // The file a link points to is replaced, not the link.
    let target = fs::canonicalize(file).unwrap_or_else(|_| PathBuf::from(file));
    let about = match fs::metadata(&target) {
        Ok(about) if about.is_dir() => return Err(Io::IsADirectory.into()),
        // A device or a named pipe cannot be replaced, and must not be.
        Ok(about) if !about.is_file() => return OpenOptions::new().write(true).open(&target)?.write_all(text.as_bytes()),
        about => about.ok(),
    };
    let (draft, mut opened) = draft_beside(&target)?;
    let written = opened.write_all(text.as_bytes()).and_then(|()| match &about {
        Some(about) => opened.set_permissions(about.permissions()),
        None => Ok(()),
    });
    drop(opened);
    let done = written.and_then(|()| fs::rename(&draft, &target));
    if done.is_err() {
        // What failed is worth saying, not that its draft could not be cleared away.
        let _ = fs::remove_file(&draft);
    }
    done
}

/// A new file in the same folder, so that it can be renamed in one step.
fn draft_beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().ok_or(Io::InvalidInput)?;
    for attempt in 0..100 {
        let mut draft = OsString::from(".");
        draft.push(name);
        draft.push(format!(".{}-{attempt}.tmp", std::process::id()));
        let draft = target.with_file_name(draft);
        match OpenOptions::new().write(true).create_new(true).open(&draft) {
            Err(error) if error.kind() == Io::AlreadyExists => {}
            opened => return Ok((draft, opened?)),
        }
    }
    Err(Io::AlreadyExists.into())
}
