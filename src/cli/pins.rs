//! What a person decides about a pair of texts: `--pin`, `--unpin`, `--pins`.

use std::path::Path;

use clap::Args;

use crate::align::{AlignOptions, Pin, check_pins};
use crate::files::bytes_of;
use crate::report::unit_named;
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// The largest file of pins.
const LARGEST: u64 = 1 << 20;

#[derive(Debug, Args)]
#[command(next_help_heading = "Deciding")]
pub(super) struct PinArgs {
    /// Tie paragraph OLD of the earlier text to NEW of the later, whatever their words: OP12=OP14. May be repeated.
    #[arg(long, value_name = "OLD=NEW")]
    pin: Vec<String>,
    /// Match a paragraph with nothing, on whichever side it stands: OP3. May be repeated.
    #[arg(long, value_name = "ID")]
    unpin: Vec<String>,
    /// Read such decisions from FILE, one a line: OP12=OP14, or OP3 for one never to match; # begins a comment.
    #[arg(long, value_name = "FILE")]
    pins: Option<String>,
}

impl PinArgs {
    /// The options of the alignment, with every pin checked against the two texts.
    pub(super) fn options(&self, documents: [&Document; 2]) -> Result<AlignOptions, Error> {
        let mut options = AlignOptions::default();
        let mut add = |pin: Pin| {
            options.pins.push(resolved(pin, documents));
            check_pins(&options.pins, documents[0], documents[1])
        };
        for typed in &self.pin {
            match typed.parse()? {
                Pin::Never(_) => {
                    return Err(wrong("--pin", typed, "write OP12=OP14 (old=new), or --unpin for one never to match"));
                }
                pin @ Pin::Tie { .. } => add(pin)?,
            }
        }
        for typed in &self.unpin {
            match typed.parse()? {
                Pin::Tie { .. } => return Err(wrong("--unpin", typed, "write the id of one paragraph, or --pin for two")),
                pin @ Pin::Never(_) => add(pin)?,
            }
        }
        let Some(file) = &self.pins else { return Ok(options) };
        let bytes = bytes_of(Path::new(file), file, LARGEST)?;
        for (at, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
            let pin = line.split('#').next().unwrap_or_default().trim().trim_start_matches('\u{feff}');
            if !pin.is_empty() {
                let found = pin.parse().and_then(&mut add);
                found.map_err(|error| Error::new(ErrorKind::Usage, format!("{file}:{}", at + 1), error.to_string()))?;
            }
        }
        Ok(options)
    }
}

fn wrong(option: &str, typed: &str, instead: &str) -> Error {
    Error::new(ErrorKind::Usage, format!("{option} {typed}"), format!("is no such decision: {instead}"))
}

/// With the ids of what was named otherwise, "par. 12". What names nothing stays, for the check to say.
fn resolved(pin: Pin, documents: [&Document; 2]) -> Pin {
    let id = |side: usize, name: &str| unit_named(documents[side], name).ok().map(|unit| unit.id.clone());
    match pin {
        Pin::Tie { old, new } => Pin::Tie { old: id(0, &old).unwrap_or(old), new: id(1, &new).unwrap_or(new) },
        Pin::Never(name) => Pin::Never(id(1, &name).or_else(|| id(0, &name)).unwrap_or(name)),
    }
}
