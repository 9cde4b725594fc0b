//! Files that a project writes and removes.

use std::fs;
use std::path::Path;

use crate::files::write_whole;
use crate::{Error, ErrorKind};

/// Removes a file that rature wrote.
pub(super) fn remove(file: &Path, name: &str) -> Result<(), Error> {
    fs::remove_file(file)
        .map_err(|error| Error::io(ErrorKind::Unwritable, name, "cannot be removed: check the permissions of its folder", error))
}

/// Writes a file, making its folder where there is none.
pub(super) fn write_with_folders(bytes: &[u8], file: &Path, name: &str) -> Result<String, Error> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| {
            Error::io(
                ErrorKind::Unwritable,
                name,
                "cannot be written: its folder cannot be made; check the permissions of those above",
                error,
            )
        })?;
    }
    write_whole(bytes, file, name)?;
    Ok(name.to_owned())
}
