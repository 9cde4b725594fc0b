//! The parts of the zip, within limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::package::Part;
use super::xml::Reading;
use crate::files::counted_bytes;
use crate::{Error, ErrorKind};

/// Parts smaller than this are never refused for their ratio: blank pictures pack as well as bombs.
const SMALL: u64 = 1 << 20;

/// Every part of the zip in `bytes`, in order; folders are none.
pub(super) fn unpack(bytes: &[u8], reading: &Reading<'_>) -> Result<Vec<Part>, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error, reading))?;
    let mut parts = vec![];
    let mut left = reading.limits.unpacked;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| damaged(&error, reading))?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(|error| damaged(&error, reading))?.into_owned();
        let packed = file.compressed_size();
        let most = packed.saturating_mul(reading.limits.ratio).max(SMALL);
        let mut part = Part { name, bytes: vec![] };
        let read = file.take(left.min(most).saturating_add(1)).read_to_end(&mut part.bytes);
        read.map_err(|error| {
            reading.error(ErrorKind::Unreadable, format!("its part {} is damaged ({error}): {SAVE_AGAIN}", part.name))
        })?;
        let size = part.bytes.len() as u64;
        if size > left {
            let limit = counted_bytes(reading.limits.unpacked);
            return Err(reading.too_large(&format!("unpacks to more than {limit} (--max-unpacked)")));
        }
        if size > most {
            let limit = reading.limits.ratio;
            return Err(
                reading.too_large(&format!("its part {} unpacks to more than {limit} times its size (--max-ratio)", part.name))
            );
        }
        left -= size;
        parts.push(part);
    }
    Ok(parts)
}

/// What to do about a damaged file.
pub(super) const SAVE_AGAIN: &str = "open it in Word or LibreOffice and save it again as .docx";

fn damaged(error: &ZipError, reading: &Reading<'_>) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            reading.error(ErrorKind::NotText, "is encrypted: save it without a password")
        }
        _ => reading.error(ErrorKind::Unreadable, format!("the Word file is damaged ({error}): {SAVE_AGAIN}")),
    }
}
