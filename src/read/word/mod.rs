//! Word files (.docx).

use super::{ReadOptions, Source};
use crate::{Error, ErrorKind};

/// A Word file as it was read, with the way from each piece of text back to its runs. Opaque but to the Word writer.
#[derive(Debug)]
pub struct Package {}

/// Reads the Word file in `bytes`.
pub(super) fn read(name: &str, _bytes: &[u8], _options: &ReadOptions) -> Result<Source, Error> {
    Err(Error::new(ErrorKind::NotText, name, "is a Word file, which is not read yet"))
}
