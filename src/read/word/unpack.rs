//! The parts of the zip, within limits: what they unpack to, and what their XML would cost to parse.

use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use zip::ZipArchive;
use zip::result::ZipError;

use super::package::Part;
use super::tally::Tally;
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
    let mut work = 0;
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
        work += checked(&part.name, &part.bytes, work, reading)?;
        parts.push(part);
    }
    Ok(parts)
}

/// The steps that parsing `bytes`, the part called `name`, takes where it is XML, after so many of other parts.
pub(in crate::read) fn checked(name: &str, bytes: &[u8], before: u64, reading: &Reading<'_>) -> Result<u64, Error> {
    let decoded = Encoding::for_bom(bytes).map(|(encoding, bom)| encoding.decode_without_bom_handling(&bytes[bom..]).0);
    let xml = decoded.as_deref().map_or(bytes, str::as_bytes).trim_ascii_start();
    if !xml.starts_with(b"<") {
        return Ok(0);
    }
    let (work, most) = (reading.limits.work, reading.limits.objects);
    let tally = Tally::of(xml, work.saturating_sub(before));
    if before + tally.steps > work {
        let what = format!(
            "takes more than {work} steps to read, in its part {name}: too many tags, or too many attributes and namespaces in one"
        );
        return Err(reading.too_large(&format!("{what} (--max-work)")));
    }
    if tally.attributes > most {
        return Err(reading.too_large(&format!("its part {name} has more than {most} attributes (--max-objects)")));
    }
    Ok(tally.steps)
}

/// What to do about a damaged file.
pub(super) const SAVE_AGAIN: &str = "open it in Word or LibreOffice and save it again as .docx";

fn damaged(error: &ZipError, reading: &Reading<'_>) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            reading.error(ErrorKind::NotText, "is encrypted: save it without a password")
        }
        _ => reading.error(ErrorKind::Unreadable, format!("the file is damaged ({error}): {SAVE_AGAIN}")),
    }
}
