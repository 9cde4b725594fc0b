//! A file is whole or not there: it is written beside its place and renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind as Io, Write};
use std::path::{Path, PathBuf};

use crate::{Error, ErrorKind};

/// Writes `bytes` to `file`, which messages call `name`.
///
/// # Errors
/// `Unwritable`; what stood there before still does.
pub(crate) fn write_whole(bytes: &[u8], file: &Path, name: &str) -> Result<(), Error> {
    to_file(bytes, file).map_err(|error| {
        let what = match error.kind() {
            Io::NotFound => "cannot be written: check that its folder is there",
            Io::PermissionDenied => "may not be written: check the permissions of its folder",
            Io::IsADirectory => "is a folder: name a file in it",
            Io::StorageFull => "cannot be written: the disk is full; make room and run again",
            Io::ReadOnlyFilesystem => "cannot be written: its disk is read-only; name a file elsewhere",
            _ => "cannot be written",
        };
        Error::io(ErrorKind::Unwritable, name, what, error)
    })
}

fn to_file(bytes: &[u8], file: &Path) -> io::Result<()> {
    // The file a link points to is replaced, not the link.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let about = match fs::metadata(&target) {
        Ok(about) if about.is_dir() => return Err(Io::IsADirectory.into()),
        // A device or a named pipe cannot be replaced, and must not be.
        Ok(about) if !about.is_file() => return OpenOptions::new().write(true).open(&target)?.write_all(bytes),
        about => about.ok(),
    };
    let (draft, mut opened) = draft_beside(&target)?;
    let written = opened.write_all(bytes).and_then(|()| match &about {
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
    target.file_name().ok_or(Io::InvalidInput)?;
    for attempt in 0..100 {
        // Without the name of the target, which may be as long as a name can be.
        let draft = target.with_file_name(format!(".rature-{}-{attempt}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&draft) {
            Err(error) if error.kind() == Io::AlreadyExists => {}
            opened => return Ok((draft, opened?)),
        }
    }
    Err(Io::AlreadyExists.into())
}
