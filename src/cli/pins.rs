//! What a person decides about two texts or more: `--pin`, `--unpin`, `--pins`.

use std::path::Path;

use clap::Args;

use crate::align::Pin;
use crate::files::{Most, bytes_of};
use crate::report::{named_pin, unit_named};
use crate::series::{SeriesOptions, SeriesPin, check_series_pins};
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// The largest file of pins.
const LARGEST: u64 = 1 << 20;

#[derive(Debug, Args)]
#[command(next_help_heading = "Pins")]
pub(super) struct PinArgs {
    /// Match paragraph OLD of the earlier text with NEW of the later one, whatever their words: OP12=OP14. In a series, name the
    /// texts too: ASP/19:OP12=ASP/20:OP14. May be repeated.
    #[arg(hide_short_help = true, long, value_name = "OLD=NEW")]
    pin: Vec<String>,
    /// Match this paragraph with nothing, whichever text it is in: OP3. In a series, name the text too: ASP/20:OP3. May be
    /// repeated.
    #[arg(hide_short_help = true, long, value_name = "ID")]
    unpin: Vec<String>,
    /// Read pins from FILE, one on each line: OP12=OP14, or OP3 to match with nothing. # begins a comment.
    #[arg(hide_short_help = true, long, value_name = "FILE", value_parser = super::values::file_name)]
    pins: Option<String>,
}

/// A decision as typed, or as a line of a file.
struct Typed {
    text: String,
    /// The file and its line.
    place: Option<String>,
}

impl PinArgs {
    /// The file that decisions are read from.
    pub(super) fn file(&self) -> Option<&str> {
        self.pins.as_deref()
    }

    /// The decisions about these texts, each checked against its own.
    pub(super) fn options(&self, documents: &[&Document]) -> Result<SeriesOptions, Error> {
        let mut options = SeriesOptions::default();
        self.add_to(&mut options, documents)?;
        Ok(options)
    }

    /// Adds them to others.
    pub(super) fn add_to(&self, options: &mut SeriesOptions, documents: &[&Document]) -> Result<(), Error> {
        for typed in self.typed()? {
            let mut add = |pin: SeriesPin| {
                options.pins.push(pin);
                check_series_pins(&options.pins, documents)
            };
            let pins = decided(&typed.text, documents).map_err(|error| typed.located(error))?;
            pins.into_iter().try_for_each(&mut add).map_err(|error| typed.located(error))?;
        }
        Ok(())
    }

    fn typed(&self) -> Result<Vec<Typed>, Error> {
        let mut all = vec![];
        for text in &self.pin {
            if !text.contains('=') {
                return Err(wrong("--pin", text, "write OP12=OP14 (old=new), or --unpin for one never to match"));
            }
            all.push(Typed { text: text.clone(), place: None });
        }
        for text in &self.unpin {
            if text.contains('=') {
                return Err(wrong("--unpin", text, "write the id of one paragraph, or --pin for two"));
            }
            all.push(Typed { text: text.clone(), place: None });
        }
        let Some(file) = &self.pins else { return Ok(all) };
        let bytes = bytes_of(Path::new(file), file, Most::Fixed(LARGEST))?;
        for (at, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
            let text = line.split('#').next().unwrap_or_default().trim().trim_start_matches('\u{feff}');
            if !text.is_empty() {
                all.push(Typed { text: text.to_owned(), place: Some(format!("{file}:{}", at + 1)) });
            }
        }
        Ok(all)
    }
}

impl Typed {
    /// `error`, with the line that it is about.
    fn located(&self, error: Error) -> Error {
        match &self.place {
            Some(place) => Error::new(ErrorKind::Usage, place, error.to_string()),
            None => error,
        }
    }
}

fn wrong(option: &str, typed: &str, instead: &str) -> Error {
    Error::new(ErrorKind::Usage, format!("{option} {typed}"), format!("is no such decision: {instead}"))
}

/// What `text` decides. Of two texts it need not say which.
fn decided(text: &str, documents: &[&Document]) -> Result<Vec<SeriesPin>, Error> {
    match documents {
        [old, new] if !text.contains(':') => Ok(vec![SeriesPin { old: 0, new: 1, pin: named_pin(text.parse()?, [old, new]) }]),
        _ => in_series(text, documents),
    }
}

/// What `text` decides about the texts that it names: a tie; or that a paragraph came in its text and went with it.
fn in_series(text: &str, documents: &[&Document]) -> Result<Vec<SeriesPin>, Error> {
    let Some((old, new)) = text.split_once('=') else {
        let (at, id) = place(text, text, None, documents)?;
        let came = (at > 0).then(|| SeriesPin { old: at - 1, new: at, pin: Pin::Came(id.clone()) });
        let gone = (at + 1 < documents.len()).then(|| SeriesPin { old: at, new: at + 1, pin: Pin::Gone(id) });
        return Ok(came.into_iter().chain(gone).collect());
    };
    // Of two texts it is clear which is which.
    let only = |side: usize| (documents.len() == 2).then_some(side);
    let ((old, one), (new, other)) = (place(text, old, only(0), documents)?, place(text, new, only(1), documents)?);
    if old >= new {
        let message = format!("{} is not before {}: the earlier text stands first", documents[old].label, documents[new].label);
        return Err(Error::new(ErrorKind::Usage, format!("pin {text}"), message));
    }
    Ok(vec![SeriesPin { old, new, pin: Pin::Tie { old: one, new: other } }])
}

/// The index of a text and the id in it that `side` of the pin `text` names; in the text `only`, where none is named.
fn place(text: &str, side: &str, only: Option<usize>, documents: &[&Document]) -> Result<(usize, String), Error> {
    let fault = |message: String| Error::new(ErrorKind::Usage, format!("pin {text}"), message);
    let labels = || documents.iter().map(|document| document.label.as_str()).collect::<Vec<_>>().join(", ");
    let (at, name) = match (side.rsplit_once(':'), only) {
        (Some((label, name)), _) => {
            let known = documents.iter().position(|document| document.label == label.trim());
            (known.ok_or_else(|| fault(format!("no text is called {}: there are {}", label.trim(), labels())))?, name)
        }
        (None, Some(only)) => (only, side),
        (None, None) => {
            let example = format!("{0}:OP12={1}:OP14, or {1}:OP3", documents[0].label, documents[1].label);
            return Err(fault(format!("does not say of which text: write {example}")));
        }
    };
    let unit = unit_named(documents[at], name.trim())
        .map_err(|near| fault(format!("{} has no {}; near are {}", documents[at].label, name.trim(), near.join(", "))))?;
    Ok((at, unit.id.clone()))
}
