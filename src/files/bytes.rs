//! From a name to bytes.

use std::fs::File;
use std::io::{ErrorKind as Io, Read};
use std::path::Path;

use crate::{Error, ErrorKind};

/// How many bytes are read of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Most {
    /// As `--max-size` says.
    Asked(u64),
    /// Whatever is asked for.
    Fixed(u64),
}

const A_FOLDER: &str = "is a folder: name a file in it";

/// The bytes of `file`, which messages call `name`; no more than `most`.
///
/// # Errors
/// `Unreadable` when it is not there, a folder, or closed to us; `TooLarge` beyond the limit.
pub(crate) fn bytes_of(file: &Path, name: &str, most: Most) -> Result<Vec<u8>, Error> {
    let opened = File::open(file).map_err(|error| {
        let what = match error.kind() {
            Io::NotFound => "cannot be found: check the name",
            // Windows opens no folder.
            _ if file.is_dir() => A_FOLDER,
            Io::PermissionDenied => "may not be read: check its permissions",
            _ => "cannot be opened",
        };
        Error::io(ErrorKind::Unreadable, name, what, error)
    })?;
    if opened.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(Error::new(ErrorKind::Unreadable, name, A_FOLDER));
    }
    limited(opened, name, most)
}

/// All of `source`, no more than `most`.
///
/// # Errors
/// As [`bytes_of`].
pub(crate) fn limited(source: impl Read, name: &str, most: Most) -> Result<Vec<u8>, Error> {
    let (limit, what_to_do) = match most {
        Most::Asked(limit) => (limit, "raise --max-size if it is the right file"),
        Most::Fixed(limit) => (limit, "check that it is the right file"),
    };
    let mut bytes = vec![];
    let reading = source.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    reading.map_err(|error| Error::io(ErrorKind::Unreadable, name, "cannot be read to its end", error))?;
    if bytes.len() as u64 > limit {
        let message = format!("is larger than {}: {what_to_do}", counted_bytes(limit));
        return Err(Error::new(ErrorKind::TooLarge, name, message));
    }
    Ok(bytes)
}

/// "1 byte", "64 bytes": how messages say a size.
pub(crate) fn counted_bytes(count: u64) -> String {
    format!("{count} byte{}", if count == 1 { "" } else { "s" })
}

/// The first line of the file at `path`, called `shown` in messages: passwords stand in files, not on command lines or among settings that
/// others see.
///
/// # Errors
/// Those of [`bytes_of`].
pub(crate) fn password_in(path: &Path, shown: &str) -> Result<String, Error> {
    const LONGEST: u64 = 4096;
    let bytes = bytes_of(path, shown, Most::Fixed(LONGEST))?;
    Ok(String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned())
}
