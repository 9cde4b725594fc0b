//! What a person decided: these two are one paragraph, this one is nobody's.
//!
//! ```text
//! OP12=OP14    old OP12 became new OP14, whatever the words say
//! OP3          OP3 is matched with nothing, on whichever side it stands
//! ```

use std::fmt;
use std::str::FromStr;

use super::matching::Decided;
use crate::structure::{Document, Kind};
use crate::{Error, ErrorKind};

/// One decision, by the ids of units.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pin {
    /// The old unit became the new one.
    Tie {
        /// The id of the unit in the old text.
        old: String,
        /// The id of the unit in the new text.
        new: String,
    },
    /// The unit, on either side, is matched with nothing.
    Never(String),
    /// The unit of the old text is matched with nothing, whatever is called so in the new one.
    Gone(String),
    /// The unit of the new text is matched with nothing, whatever is called so in the old one.
    Came(String),
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tie { old, new } => write!(f, "{old}={new}"),
            Self::Never(id) | Self::Gone(id) | Self::Came(id) => f.write_str(id),
        }
    }
}

impl FromStr for Pin {
    type Err = Error;

    /// Reads "OP12=OP14" as a tie, "OP3" as never.
    ///
    /// # Errors
    /// When a side is empty.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong =
            || Error::new(ErrorKind::Usage, text, "is no pin: write OP12=OP14 (old=new), or OP3 for a paragraph never to match");
        let pin = match text.split_once('=') {
            Some((old, new)) => Self::Tie { old: old.trim().to_owned(), new: new.trim().to_owned() },
            None => Self::Never(text.trim().to_owned()),
        };
        let empty = match &pin {
            Self::Tie { old, new } => old.is_empty() || new.is_empty(),
            Self::Never(id) | Self::Gone(id) | Self::Came(id) => id.is_empty(),
        };
        if empty { Err(wrong()) } else { Ok(pin) }
    }
}

fn find(document: &Document, id: &str) -> Option<usize> {
    document.units.iter().position(|unit| unit.id == id)
}

/// Checks that each pin names units of the two documents, and none of them twice.
///
/// # Errors
/// The first pin that names nothing, or a unit that another pin has decided.
pub fn check_pins(pins: &[Pin], old: &Document, new: &Document) -> Result<(), Error> {
    let mut decided = [vec![false; old.units.len()], vec![false; new.units.len()]];
    for pin in pins {
        let sides = match pin {
            Pin::Tie { old: i, new: j } => {
                let sort = |document: &Document, id| find(document, id).map(|at| document.units[at].kind == Kind::Note);
                if sort(old, i).zip(sort(new, j)).is_some_and(|(a, b)| a != b) {
                    return Err(Error::new(
                        ErrorKind::Usage,
                        format!("pin {pin}"),
                        "ties a footnote to a paragraph: tie it to a footnote",
                    ));
                }
                let nothing = |id: &str, document: &Document| {
                    let message = format!("names no paragraph: {} has no {id}; rature read shows the ids", document.label);
                    Error::new(ErrorKind::Usage, format!("pin {pin}"), message)
                };
                [Some(find(old, i).ok_or_else(|| nothing(i, old))?), Some(find(new, j).ok_or_else(|| nothing(j, new))?)]
            }
            Pin::Never(id) => [find(old, id), find(new, id)],
            Pin::Gone(id) => [find(old, id), None],
            Pin::Came(id) => [None, find(new, id)],
        };
        if sides == [None, None] {
            let message = "names no paragraph of either text; rature read shows the ids";
            return Err(Error::new(ErrorKind::Usage, format!("pin {pin}"), message));
        }
        for (side, unit) in decided.iter_mut().zip(sides) {
            if unit.is_some_and(|unit| std::mem::replace(&mut side[unit], true)) {
                return Err(Error::new(
                    ErrorKind::Usage,
                    format!("pin {pin}"),
                    "decides a paragraph that another pin decided: leave one of them out",
                ));
            }
        }
    }
    Ok(())
}

/// The pins as units of the lists `old_units` and `new_units`; those that name nothing there are passed over.
pub(super) fn decided(pins: &[Pin], documents: [&Document; 2], units: [&[usize]; 2]) -> Decided {
    let place = |side: usize, id: &str| units[side].binary_search(&find(documents[side], id)?).ok();
    let mut decided = Decided::default();
    for pin in pins {
        match pin {
            Pin::Tie { old, new } => {
                // The first of two pins about one unit holds; `check_pins` says so to whoever asks.
                let pair = place(0, old).zip(place(1, new));
                decided.tied.extend(pair.filter(|pair| !decided.tied.iter().any(|tied| tied.0 == pair.0 || tied.1 == pair.1)));
            }
            Pin::Never(id) => {
                decided.never_old.extend(place(0, id));
                decided.never_new.extend(place(1, id));
            }
            Pin::Gone(id) => decided.never_old.extend(place(0, id)),
            Pin::Came(id) => decided.never_new.extend(place(1, id)),
        }
    }
    decided
}
