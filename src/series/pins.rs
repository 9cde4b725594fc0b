//! What a person decided about a series: these two are one paragraph, this one is nobody's.
//!
//! ```text
//! ASP/19 OP12 = ASP/20 OP14       neighbours: as the pin of a redline of the two
//! ASP/17 OP6  = ASP/20 OP13       further apart: the paragraph was away in the texts between
//! ASP/20 OP3                      OP3 of ASP/20 is new there, and goes no further
//! ```

use std::borrow::Borrow;

use super::place::Place;
use crate::Error;
use crate::align::{Pin, check_pins};
use crate::structure::{Document, Note};

/// How a series is followed.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct SeriesOptions {
    /// Decisions that overrule all evidence, none by default. Those that name nothing are passed over: see [`check_series_pins`].
    pub pins: Vec<SeriesPin>,
}

/// A decision about two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesPin {
    /// The index of the earlier text.
    pub old: usize,
    /// The index of the later text.
    pub new: usize,
    /// What is decided about their units.
    pub pin: Pin,
}

/// Checks that each pin names units of its two texts, and no two pins of these texts the same.
///
/// # Errors
/// The last pin, if it names nothing, or a unit that another pin of the same texts has decided: ask after each that is added.
pub fn check_series_pins(pins: &[SeriesPin], documents: &[impl Borrow<Document>]) -> Result<(), Error> {
    let Some(last) = pins.last() else { return Ok(()) };
    check_pins(&between(pins, last.old, last.new), documents[last.old].borrow(), documents[last.new].borrow())
}

fn between(pins: &[SeriesPin], old: usize, new: usize) -> Vec<Pin> {
    pins.iter().filter(|pin| (pin.old, pin.new) == (old, new)).map(|pin| pin.pin.clone()).collect()
}

impl SeriesOptions {
    /// What is decided about two texts.
    pub(super) fn between(&self, old: usize, new: usize) -> Vec<Pin> {
        between(&self.pins, old, new)
    }

    /// Paragraphs that are tied over the texts between, which they were away from.
    pub(super) fn returns(&self, documents: &[&Document]) -> Vec<[Place; 2]> {
        let far = self.pins.iter().filter(|pin| pin.new > pin.old + 1);
        let tie = |pin: &SeriesPin| match &pin.pin {
            Pin::Tie { old, new } => Some([place(documents, pin.old, old)?, place(documents, pin.new, new)?]),
            _ => None,
        };
        far.filter_map(tie).collect()
    }

    /// Whether anything is decided about the lives of the units at `places` beyond their neighbours.
    pub(super) fn decides(&self, places: &[Place], documents: &[&Document]) -> bool {
        let tied = self.returns(documents);
        places.iter().any(|place| tied.iter().flatten().any(|tied| tied == place) || self.is_alone(*place, documents))
    }

    /// Whether it is decided that the unit at `place` is tied to nothing before, or behind, it.
    pub(super) fn is_alone(&self, at: Place, documents: &[&Document]) -> bool {
        let names = |id: &String, document: usize| document == at.document && place(documents, document, id) == Some(at);
        self.pins.iter().any(|pin| match &pin.pin {
            Pin::Tie { .. } => false,
            Pin::Never(id) => names(id, pin.old) || names(id, pin.new),
            Pin::Gone(id) => names(id, pin.old),
            Pin::Came(id) => names(id, pin.new),
        })
    }
}

fn place(documents: &[&Document], document: usize, id: &str) -> Option<Place> {
    let unit = documents[document].units.iter().position(|unit| unit.id == id)?;
    Some(Place { document, unit })
}

/// Ties over the texts between that had no effect, since neighbours tie one of the two otherwise.
pub(super) fn idle(returns: &[[Place; 2]], of_unit: &[Vec<usize>], documents: &[&Document]) -> Vec<Note> {
    let lineage = |place: Place| of_unit[place.document][place.unit];
    let name = |place: Place| [documents[place.document].label.as_str(), documents[place.document].units[place.unit].id.as_str()];
    let note = |&[old, new]: &[Place; 2]| {
        let [[from, one], [until, other]] = [old, new].map(name);
        let message =
            format!("{from} {one} is not tied to {until} {other} by hand: a text between has one of them too; pin that");
        Note::new("pin-idle", message).with([from, one, until, other])
    };
    returns.iter().filter(|[old, new]| lineage(*old) != lineage(*new)).map(note).collect()
}
