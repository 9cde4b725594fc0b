//! PDF files.

use super::{ReadOptions, Source};
use crate::{Error, ErrorKind};

/// Reads the PDF in `bytes`.
pub(super) fn read(name: &str, _bytes: &[u8], _options: &ReadOptions) -> Result<Source, Error> {
    Err(Error::new(ErrorKind::NotText, name, "is a PDF, which is not read yet"))
}
