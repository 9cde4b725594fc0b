//! Which names are one file: another spelling, a symbolic link, a hard link, a redirect of the shell.
//!
//! ```text
//! rature diff - new.docx -o old.docx < old.docx      the output is standard input
//! rature read old.txt >> old.txt                     standard output is the input
//! ```
//!
//! On Unix a file is known by its device and its number there, which are asked for without opening it: a named pipe that is opened waits
//! for somebody at its other end.

use std::path::Path;

#[cfg(unix)]
mod system {
    use std::fs::{File, Metadata, metadata};
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;

    pub(super) type Identity = (u64, u64);

    fn of(about: &Metadata) -> Identity {
        (about.dev(), about.ino())
    }

    pub(super) fn of_path(path: &Path) -> Option<Identity> {
        metadata(path).ok().as_ref().map(of)
    }

    /// Of a stream that is a file; what goes to or comes from a pipe or a terminal lies nowhere.
    fn of_stream(stream: impl AsFd) -> Option<Identity> {
        let about = File::from(stream.as_fd().try_clone_to_owned().ok()?).metadata().ok()?;
        about.is_file().then(|| of(&about))
    }

    pub(super) fn of_input() -> Option<Identity> {
        of_stream(std::io::stdin())
    }

    pub(super) fn of_output() -> Option<Identity> {
        of_stream(std::io::stdout())
    }
}

#[cfg(not(unix))]
mod system {
    use std::path::Path;

    use same_file::Handle;

    pub(super) type Identity = Handle;

    pub(super) fn of_path(path: &Path) -> Option<Identity> {
        Handle::from_path(path).ok()
    }

    pub(super) fn of_input() -> Option<Identity> {
        Handle::stdin().ok()
    }

    pub(super) fn of_output() -> Option<Identity> {
        Handle::stdout().ok()
    }
}

/// A place that bytes come from or go to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// A file by its name.
    Named(&'a Path),
    /// What the shell connects to the program's input.
    StandardInput,
    /// What the shell connects to the program's output.
    StandardOutput,
}

impl Place<'_> {
    fn identity(self) -> Option<system::Identity> {
        match self {
            Self::Named(path) => system::of_path(path),
            Self::StandardInput => system::of_input(),
            Self::StandardOutput => system::of_output(),
        }
    }

    /// Whether this is one of `others` under whatever name. What is not there is none.
    pub(crate) fn is_one_of<'a>(self, others: impl IntoIterator<Item = Place<'a>>) -> bool {
        let Some(this) = self.identity() else { return false };
        others.into_iter().any(|other| other.identity().is_some_and(|other| other == this))
    }
}

/// Whether `file` is one of `others` under whatever name. What is not there is none.
pub(crate) fn is_one_of<'a>(file: &Path, others: impl IntoIterator<Item = &'a Path>) -> bool {
    Place::Named(file).is_one_of(others.into_iter().map(Place::Named))
}
