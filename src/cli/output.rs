//! From text to standard output or a file: whole or not at all.

use std::io::{self, ErrorKind as Io, IsTerminal, Write};
use std::path::Path;

use crate::files::{is_one_of, write_whole};
use crate::{Error, ErrorKind};

/// Refuses an output that is one of the inputs.
pub(super) fn refuse_inputs<'a>(output: Option<&str>, inputs: impl IntoIterator<Item = &'a Path>) -> Result<(), Error> {
    let Some(output) = output else { return Ok(()) };
    if is_one_of(Path::new(output), inputs) {
        return Err(Error::new(ErrorKind::Usage, output, "is an input, and is not overwritten: give -o another name"));
    }
    Ok(())
}

/// Writes `text` to `output`, or to standard output.
pub(super) fn write(text: &str, output: Option<&str>) -> Result<(), Error> {
    write_bytes(text.as_bytes(), output)
}

/// Refuses to write what is no text to a terminal.
pub(super) fn refuse_terminal(output: Option<&str>) -> Result<(), Error> {
    if output.is_none() && io::stdout().is_terminal() {
        let message = "a Word document is no text for a terminal: add -o redline.docx";
        return Err(Error::new(ErrorKind::Usage, "standard output", message));
    }
    Ok(())
}

/// Writes `bytes` to `output`, or to standard output.
pub(super) fn write_bytes(bytes: &[u8], output: Option<&str>) -> Result<(), Error> {
    match output {
        None => to_standard_output(bytes),
        Some(file) => write_whole(bytes, Path::new(file), file),
    }
}

/// A reader that has seen enough closes the pipe; that is no fault.
fn to_standard_output(bytes: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != Io::BrokenPipe => {
            Err(Error::io(ErrorKind::Unwritable, "standard output", "cannot be written", error))
        }
        _ => Ok(()),
    }
}
