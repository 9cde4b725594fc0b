//! From text to standard output or a file: whole or not at all.

use std::fs::DirBuilder;
use std::io::{self, ErrorKind as Io, IsTerminal, Write};
use std::path::Path;

use super::input::STANDARD_INPUT;
use crate::files::{Place, tidy_drafts, write_whole};
use crate::render::visible;
use crate::{Error, ErrorKind};

/// Refuses an output, named or that of the shell, that is one of the inputs.
pub(super) fn refuse_inputs<'a>(output: Option<&str>, inputs: impl IntoIterator<Item = &'a Path>) -> Result<(), Error> {
    let place = |input| if input == Path::new(STANDARD_INPUT) { Place::StandardInput } else { Place::Named(input) };
    let written = output.map_or(Place::StandardOutput, |output| Place::Named(Path::new(output)));
    if written.is_one_of(inputs.into_iter().map(place)) {
        let what = "is an input, and is not overwritten: give -o another name";
        return Err(Error::new(ErrorKind::Usage, output.unwrap_or("standard output"), what));
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
        Some(file) => {
            tidy_drafts(Path::new(file).parent().unwrap_or(Path::new("")));
            write_whole(bytes, Path::new(file), file)
        }
    }
}

/// Says on standard error what was written to `output`, in half a line, and what must not be overlooked about it; nothing of what went to standard
/// output, which is seen.
pub(super) fn say(output: Option<&str>, line: &str, warnings: &[String]) {
    let Some(file) = output.filter(|file| Path::new(file).is_file()) else { return };
    // With standard error gone there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{}", visible(&format!("{file}: {line}")));
    for warning in warnings {
        let _ = writeln!(io::stderr(), "rature: {}", visible(warning));
    }
}

/// A place for a file called `name`, in a folder of its own among those for temporary files, which nobody else may look into.
pub(super) fn temporary(name: &str) -> Result<String, Error> {
    const TRIES: u32 = 1000;
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let process = std::process::id();
    let mut folders = (0..TRIES).map(|at| std::env::temp_dir().join(format!("rature-{process}-{at}")));
    // One that is there already, be it a link, is another's.
    let made = folders.find_map(|folder| match builder.create(&folder) {
        Err(error) if error.kind() == Io::AlreadyExists => None,
        made => Some(made.map(|()| folder)),
    });
    let made = made.unwrap_or_else(|| Err(Io::AlreadyExists.into()));
    let failed =
        |error| Error::io(ErrorKind::Unwritable, "--open", "no temporary folder can be made: name a page with -o", error);
    Ok(made.map_err(failed)?.join(name).to_string_lossy().into_owned())
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
