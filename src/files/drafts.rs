//! Drafts: files under a name of their own until they are whole, and what becomes of those that a killed run left.
//!
//! ```text
//! golden/.rature-4711-0.tmp     of process 4711, its first there; renamed to golden/A-B.html when it is whole
//! ```
//!
//! A run holds a lock on its draft until the draft has its place; the system lets go of it when the process ends, however it ends. So a draft
//! that can be locked has no run, in whatever container that would be. Only files with exactly such a name that are ours are looked at, and
//! none whose process is still there. Where the file system knows no locks, and on Windows, drafts that were left stay.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind as Io};
use std::path::{Path, PathBuf};

pub(super) use system::give_rights;

const PREFIX: &str = ".rature-";
const ENDING: &str = ".tmp";

/// A new file beside `target`, so that it can be renamed in one step. Where it will replace a file, `replaced`, nobody else can open it yet.
pub(super) fn draft_beside(target: &Path, replaced: Option<&Metadata>) -> io::Result<(PathBuf, File)> {
    target.file_name().ok_or(Io::InvalidInput)?;
    // Drafts of other runs are passed over: with a number for a process that is the same in every container there may be many.
    for attempt in 0..100_000 {
        // Without the name of the target, which may be as long as a name can be.
        let draft = target.with_file_name(format!("{PREFIX}{}-{attempt}{ENDING}", std::process::id()));
        match opened(&draft, replaced) {
            Err(error) if error.kind() == Io::AlreadyExists => {}
            Ok(opened) if !system::hold(&opened) => {}
            opened => return Ok((draft, opened?)),
        }
    }
    Err(Io::AlreadyExists.into())
}

fn opened(draft: &Path, replaced: Option<&Metadata>) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if replaced.is_some() {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = replaced;
    options.open(draft)
}

/// The process whose draft has this name.
fn process(name: &str) -> Option<i32> {
    let (process, attempt) = name.strip_prefix(PREFIX)?.strip_suffix(ENDING)?.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(process) && is_number(attempt)).then(|| process.parse().ok())?
}

/// Removes the drafts in `folder` whose runs are no more. What cannot be looked at or removed stays.
pub(crate) fn tidy_drafts(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if let Some(process) = entry.file_name().to_str().and_then(process) {
            system::remove_unless_held(&entry.path(), process);
        }
    }
}

#[cfg(unix)]
mod system {
    use std::fs::{File, Metadata, Permissions, TryLockError, remove_file, symlink_metadata};
    use std::io;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    use std::path::Path;

    use rustix::io::Errno;
    use rustix::process::{Pid, geteuid, test_kill_process};

    /// Locks `draft`. False where another run took it for one that was left.
    pub(super) fn hold(draft: &File) -> bool {
        let is_locked_by_other = matches!(draft.try_lock(), Err(TryLockError::WouldBlock));
        !is_locked_by_other && draft.metadata().is_ok_and(|about| about.nlink() > 0)
    }

    /// Gives `draft` the owner and the rights of the file that it will replace, without those to execute it.
    pub(in crate::files) fn give_rights(draft: &File, replaced: &Metadata) -> io::Result<()> {
        // Only the superuser gives files away.
        let _ = fchown(draft, Some(replaced.uid()), Some(replaced.gid()));
        draft.set_permissions(Permissions::from_mode(replaced.mode() & 0o666))
    }

    pub(super) fn remove_unless_held(draft: &Path, process: i32) {
        let Ok(about) = symlink_metadata(draft) else { return };
        if is_running(process) || !about.is_file() || about.nlink() != 1 || about.uid() != geteuid().as_raw() {
            return;
        }
        let Ok(opened) = File::open(draft) else { return };
        if opened.try_lock().is_err() {
            return;
        }
        // Another run may have removed it meanwhile, and a third begun one of this name.
        let number = |about: &Metadata| (about.dev(), about.ino());
        let same = |about: Metadata| opened.metadata().is_ok_and(|opened| number(&opened) == number(&about));
        if symlink_metadata(draft).is_ok_and(same) {
            let _ = remove_file(draft);
        }
    }

    /// Whether a run with this number is beside us. Our own drafts are told by their locks. The first process of a system is never a run
    /// of ours; that of a container is, and has this number in no other.
    fn is_running(process: i32) -> bool {
        let is_ours = u32::try_from(process) == Ok(std::process::id());
        let other = Pid::from_raw(process).filter(|pid| !is_ours && !pid.is_init());
        other.is_some_and(|pid| test_kill_process(pid) != Err(Errno::SRCH))
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::{File, Metadata};
    use std::io;
    use std::path::Path;

    pub(super) fn hold(_draft: &File) -> bool {
        true
    }

    pub(in crate::files) fn give_rights(draft: &File, replaced: &Metadata) -> io::Result<()> {
        draft.set_permissions(replaced.permissions())
    }

    pub(super) fn remove_unless_held(_draft: &Path, _process: i32) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_known_by_its_whole_name() {
        assert_eq!(process(".rature-4711-0.tmp"), Some(4711));
        let others =
            ["rature-1-0.tmp", ".rature-1-0.tmp~", ".rature-notes.tmp", ".rature-1.tmp", ".rature-1-2-3.tmp", ".rature-+1-0.tmp"];
        assert!(others.iter().all(|name| process(name).is_none()));
    }
}
