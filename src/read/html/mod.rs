//! Web pages.

use super::{ReadOptions, Source};
use crate::{Error, ErrorKind};

/// Reads the page in `bytes`.
pub(super) fn read(name: &str, _bytes: &[u8], _options: &ReadOptions) -> Result<Source, Error> {
    Err(Error::new(ErrorKind::NotText, name, "is a web page, which is not read yet"))
}
