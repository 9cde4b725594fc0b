//! From a name on the command line to a document.

use std::path::Path;

use crate::Error;
use crate::files::{bytes_of, limited};
use crate::project::{Called, document_of};
use crate::read::ReadOptions;
use crate::structure::Document;

/// What names standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// Reads the text called `file`, of at most `max_size` bytes.
pub(super) fn document(file: &str, max_size: u64, options: &ReadOptions) -> Result<Document, Error> {
    let name = shown_name(file);
    let bytes = bytes(file, &name, max_size)?;
    document_of(&bytes, &Called { name: &name, stem: &stem(file) }, options)
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
    if file == STANDARD_INPUT { limited(std::io::stdin().lock(), name, limit) } else { bytes_of(Path::new(file), name, limit) }
}
