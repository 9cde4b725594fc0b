//! From text to standard output or a file: whole or not at all.

use std::fs;
use std::io::{self, ErrorKind as Io, Write};
use std::path::Path;

use crate::files::write_whole;
use crate::{Error, ErrorKind};

/// Refuses an output that is one of the inputs.
pub(super) fn refuse_inputs(output: Option<&str>, inputs: &[&str]) -> Result<(), Error> {
    let Some(output) = output else { return Ok(()) };
    // A file that is not there yet is no input.
    let Ok(target) = fs::canonicalize(output) else { return Ok(()) };
    if inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|input| input == target)) {
        return Err(Error::new(ErrorKind::Usage, output, "is an input, and is not overwritten: give -o another name"));
    }
    Ok(())
}

/// Writes `text` to `output`, or to standard output.
pub(super) fn write(text: &str, output: Option<&str>) -> Result<(), Error> {
    match output {
        None => to_standard_output(text),
        Some(file) => write_whole(text.as_bytes(), Path::new(file), file),
    }
}

/// A reader that has seen enough closes the pipe; that is no fault.
fn to_standard_output(text: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != Io::BrokenPipe => {
            Err(Error::io(ErrorKind::Unwritable, "standard output", "cannot be written", error))
        }
        _ => Ok(()),
    }
}
