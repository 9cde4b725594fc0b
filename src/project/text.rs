//! The texts of a project, read.

use std::path::Path;

use super::fault::fault_at;
use super::plan::{Project, Text};
use crate::files::{Most, bytes_of};
use crate::read::ReadOptions;
use crate::structure::{Adoption, Called, Document, document_of};
use crate::{Error, ErrorKind};

/// The largest text that is read, as `rature diff` has it.
const LARGEST: u64 = 64 << 20;

/// One text of `project`, under its label.
pub(super) fn read(project: &Project, text: &Text) -> Result<Document, Error> {
    let mut document = read_at(project, &text.path, text.line, &project.reading)?;
    document.label.clone_from(&text.label);
    if let Some(date) = &text.date {
        document.adopted.get_or_insert(Adoption { date: None, meeting: None }).date = Some(date.clone());
    }
    Ok(document)
}

/// The text in the file `path`, which the project file names on `line`.
pub(super) fn read_at(project: &Project, path: &str, line: usize, reading: &ReadOptions) -> Result<Document, Error> {
    let shown = project.shown(path);
    let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
    let read = bytes_of(&project.folder.join(path), &shown, Most::Fixed(LARGEST))
        .and_then(|bytes| document_of(&bytes, &Called { name: &shown, stem: &stem }, reading));
    read.map_err(|error| {
        let is_option = error.kind() == ErrorKind::TooLarge && error.to_string().contains("--max-");
        let here = if is_option { " (limits of a rature.toml stand under [options.limits])" } else { "" };
        fault_at(&project.name, line, error.with_cause() + here)
    })
}
