//! From the bytes of one text to its document.

use super::{Document, structure};
use crate::read::{ReadOptions, read};
use crate::{Error, ErrorKind};

/// How a text is called.
#[derive(Debug, Clone, Copy)]
pub struct Called<'a> {
    /// In messages: the path as the user knows it.
    pub name: &'a str,
    /// In the document when it has no symbol: the name without folders and ending.
    pub stem: &'a str,
}

/// The document in `bytes`.
///
/// # Errors
/// `Empty` when there is nothing in it, and those of [`read`].
pub fn document_of(bytes: &[u8], called: &Called<'_>, options: &ReadOptions) -> Result<Document, Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(
            Error::new(ErrorKind::Empty, called.name, "there is no text in it: check that it is the right file").coded("empty")
        );
    }
    let mut source = read(called.name, bytes, options)?;
    // An empty Word file is known to be one.
    if source.blocks.is_empty() && source.package.is_none() {
        return Err(Error::new(ErrorKind::Empty, called.name, "no paragraph was found in it: check that it is the right file")
            .coded("empty"));
    }
    called.stem.clone_into(&mut source.name);
    Ok(structure(source))
}
