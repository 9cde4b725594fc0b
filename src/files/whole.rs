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
    write_whole_by(|to| to.write_all(bytes), file, name)
}

/// The same, of what `write` writes.
///
/// # Errors
/// As [`write_whole`].
pub(crate) fn write_whole_by(write: impl FnOnce(&mut File) -> io::Result<()>, file: &Path, name: &str) -> Result<(), Error> {
    to_file(write, file).map_err(|error| {
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

fn to_file(write: impl FnOnce(&mut File) -> io::Result<()>, file: &Path) -> io::Result<()> {
    // The file a link points to is replaced, not the link.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let about = match fs::metadata(&target) {
        Ok(about) if about.is_dir() => return Err(Io::IsADirectory.into()),
        // A device or a named pipe cannot be replaced, and must not be.
        Ok(about) if !about.is_file() => return write(&mut OpenOptions::new().write(true).open(&target)?),
        about => about.ok(),
    };
    let (draft, mut opened) = draft_beside(&target)?;
    let written = write(&mut opened).and_then(|()| match &about {
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
    // Drafts that interrupted runs left are passed over: with a number for a process that is the same in every container there may
    // be many.
    for attempt in 0..100_000 {
        // Without the name of the target, which may be as long as a name can be.
        let draft = target.with_file_name(format!(".rature-{}-{attempt}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&draft) {
            Err(error) if error.kind() == Io::AlreadyExists => {}
            opened => return Ok((draft, opened?)),
        }
    }
    Err(Io::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In a container every process may have the same number.
    #[test]
    fn drafts_that_others_left_are_neither_taken_nor_in_the_way() {
        let folder = std::env::temp_dir().join(format!("rature-drafts-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let left = |attempt: u32| folder.join(format!(".rature-{}-{attempt}.tmp", std::process::id()));
        (0..200).for_each(|attempt| fs::write(left(attempt), "half").expect("a draft"));
        let file = folder.join("out.html");
        write_whole(b"whole", &file, "out.html").expect("written");
        assert_eq!(fs::read(&file).expect("the file"), b"whole");
        assert!((0..200).all(|attempt| fs::read(left(attempt)).expect("a draft") == b"half"));
        assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 201);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
