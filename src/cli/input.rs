//! From a name on the command line to a document.

use std::fs::File;
use std::io::{ErrorKind as Io, Read};
use std::path::Path;

use super::args::ReadingArgs;
use crate::structure::{Document, structure};
use crate::{Error, ErrorKind, read};

/// What names standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// Reads the text called `file`.
pub(super) fn document(file: &str, reading: &ReadingArgs) -> Result<Document, Error> {
    let name = shown_name(file);
    let bytes = bytes(file, &name, reading.max_size)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::new(ErrorKind::Empty, name, "there is no text in it: check that it is the right file"));
    }
    let mut source = read::read(&name, &bytes, reading.options())?;
    if source.blocks.is_empty() {
        return Err(Error::new(ErrorKind::Empty, name, "no paragraph was found in it: try another --layout"));
    }
    source.name = stem(file);
    Ok(structure(source))
}

/// How a file is called in messages.
pub(super) fn shown_name(file: &str) -> String {
    if file == STANDARD_INPUT { "standard input".to_owned() } else { file.to_owned() }
}

/// A text's name without folders and ending, for labels that must be told apart.
pub(super) fn stem(file: &str) -> String {
    match Path::new(file).file_stem() {
        Some(stem) if file != STANDARD_INPUT => stem.to_string_lossy().into_owned(),
        _ => shown_name(file),
    }
}

fn bytes(file: &str, name: &str, limit: u64) -> Result<Vec<u8>, Error> {
    if file == STANDARD_INPUT {
        return limited(std::io::stdin().lock(), name, limit);
    }
    let opened = File::open(file).map_err(|error| {
        let what = match error.kind() {
            Io::NotFound => "cannot be found: check the name",
            Io::PermissionDenied => "may not be read: check its permissions",
            _ => "cannot be opened",
        };
        Error::io(ErrorKind::Unreadable, name, what, error)
    })?;
    if opened.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(Error::new(ErrorKind::Unreadable, name, "is a folder: name a file in it"));
    }
    limited(opened, name, limit)
}

fn limited(source: impl Read, name: &str, limit: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = vec![];
    let reading = source.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    reading.map_err(|error| Error::io(ErrorKind::Unreadable, name, "cannot be read to its end", error))?;
    if bytes.len() as u64 > limit {
        let message = format!("is larger than {limit} bytes: raise --max-size if it is the right file");
        return Err(Error::new(ErrorKind::TooLarge, name, message));
    }
    Ok(bytes)
}
