//! A file is whole or not there: it is written beside its place and renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind as Io, Write};
use std::path::Path;

use super::drafts::{draft_beside, give_rights};
use crate::{Error, ErrorKind};

/// Writes `bytes` to `file`, which messages call `name`. It has the rights of what it replaces, but for those to execute it.
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
    refuse_read_only(file, name)?;
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

/// Refuses a file that may not be written itself, though its folder would let another take its place.
///
/// # Errors
/// `Unwritable`.
pub(crate) fn refuse_read_only(file: &Path, name: &str) -> Result<(), Error> {
    let Ok(about) = fs::metadata(file) else { return Ok(()) };
    // The superuser may write it whatever its rights say.
    let is_closed = || OpenOptions::new().write(true).open(file).is_err_and(|error| error.kind() == Io::PermissionDenied);
    if about.is_file() && (about.permissions().readonly() || is_closed()) {
        let what = "is read-only, and is not overwritten: make it writable, or give the output another name";
        return Err(Error::new(ErrorKind::Unwritable, name, what));
    }
    Ok(())
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
    let (draft, mut opened) = draft_beside(&target, about.as_ref())?;
    let written = about.map_or(Ok(()), |about| give_rights(&opened, &about)).and_then(|()| write(&mut opened));
    // Elsewhere the lock on it holds until it has its place.
    let held = if cfg!(windows) {
        drop(opened);
        None
    } else {
        Some(opened)
    };
    let done = written.and_then(|()| fs::rename(&draft, &target));
    if done.is_err() {
        // What failed is worth saying, not that its draft could not be cleared away.
        let _ = fs::remove_file(&draft);
    }
    drop(held);
    done
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use super::*;
    use crate::files::tidy_drafts;

    /// A folder for one test, empty at its start.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("rature-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }

    /// In a container every process may have the same number.
    #[test]
    fn drafts_that_others_left_are_not_in_the_way() {
        let folder = folder("in-the-way");
        let left = |attempt: u32| folder.join(format!(".rature-{}-{attempt}.tmp", std::process::id()));
        (0..200).for_each(|attempt| fs::write(left(attempt), "half").expect("a draft"));
        let file = folder.join("out.html");
        write_whole(b"whole", &file, "out.html").expect("written");
        assert_eq!(fs::read(&file).expect("the file"), b"whole");
        assert!((0..200).all(|attempt| fs::read(left(attempt)).expect("a draft") == b"half"));
        tidy_drafts(&folder);
        assert_eq!(names(&folder), ["out.html"]);
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn drafts_are_tidied_unless_their_run_is_alive_or_they_are_no_drafts() {
        let folder = folder("tidied");
        let held = File::create(folder.join(".rature-1-7.tmp")).expect("a draft");
        held.lock().expect("a lock");
        // Of a process that is beside us, and of one that never was.
        for name in [format!(".rature-{}-0.tmp", std::os::unix::process::parent_id()), ".rature-2000000000-0.tmp".to_owned()] {
            fs::write(folder.join(name), "half").expect("a draft");
        }
        fs::write(folder.join(".rature-notes.tmp"), "mine").expect("a file");
        fs::create_dir(folder.join(".rature-2000000000-1.tmp")).expect("a folder");
        std::os::unix::fs::symlink("nowhere", folder.join(".rature-2000000000-2.tmp")).expect("a link");
        tidy_drafts(&folder);
        let left = names(&folder);
        assert!(left.contains(&".rature-1-7.tmp".to_owned()) && left.contains(&".rature-notes.tmp".to_owned()), "{left:?}");
        assert!(!left.contains(&".rature-2000000000-0.tmp".to_owned()), "{left:?}");
        assert_eq!(left.len(), 5, "{left:?}");
        drop(held);
        tidy_drafts(&folder);
        assert_eq!(names(&folder).len(), 4);
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn a_file_keeps_its_rights_but_for_those_to_execute_it() {
        let folder = folder("rights");
        let file = folder.join("out.html");
        for (before, after) in [(0o600, 0o600), (0o640, 0o640), (0o755, 0o644), (0o4711, 0o600)] {
            fs::write(&file, "what it was").expect("a file");
            fs::set_permissions(&file, fs::Permissions::from_mode(before)).expect("rights");
            write_whole(b"whole", &file, "out.html").expect("written");
            assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o7777, after, "{before:o}");
        }
        fs::remove_dir_all(&folder).expect("removed");
    }
}
