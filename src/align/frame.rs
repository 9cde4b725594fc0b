//! What the documents say of two units beside their words: labels, sections, the units above, kinds.

use rustc_hash::FxHashMap;

use super::alignment::Evidence;
use super::similarity::WHOLE;
use super::terms::Terms;
use crate::prepare::TextPair;
use crate::structure::{Kind, Unit};

/// How alike two lines before or after the text must be that are not tied by their form.
const LINE: i32 = 400;

/// Words of the longest heading in a text without an enacting formula.
const HEADING: usize = 8;

/// What the documents say of two units beside their words.
pub(super) trait Frame {
    /// Whether the printed labels agree; None when either has none.
    fn labels_agree(&self, old: usize, new: usize) -> Option<bool>;
    /// How well the sections and the units above agree, in thousandths.
    fn around(&self, terms: &Terms, old: usize, new: usize) -> i32;
    /// Whether one is a heading and the other is not.
    fn kinds_differ(&self, old: usize, new: usize) -> bool;
    /// Whether the two can be one at all, whatever evidence there is.
    fn may_be_one(&self, terms: &Terms, old: usize, new: usize) -> bool;
    /// The class of a unit on the old side (0) or the new (1).
    fn class(&self, side: usize, unit: usize) -> Class;
    /// What it is that agrees around two units.
    fn surrounding(&self) -> Evidence;
    /// Pairs that are worth a look whatever their words.
    fn suggested(&self) -> Vec<(usize, usize)>;
}

/// The frame of paragraphs, headings and lines: all units but notes.
pub(super) struct Paragraphs {
    old: Vec<Marks>,
    new: Vec<Marks>,
}

/// What a unit is, as far as it says what it can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Front,
    Enacting,
    Closing,
    Heading,
    Recital,
    Provision,
    /// A row of a table.
    Row,
}

impl Class {
    /// The class of a unit of a resolution, or of an act of law.
    fn within(unit: &Unit, resolution: bool) -> Self {
        let class = Self::of(unit);
        // Provisions of an act often end like headings.
        let long = || unit.text.split(' ').nth(HEADING).is_some();
        if class == Self::Heading && !resolution && long() { Self::Provision } else { class }
    }

    pub(super) fn of(unit: &Unit) -> Self {
        match unit.kind {
            _ if unit.row.is_some() => Self::Row,
            Kind::Front => Self::Front,
            Kind::Enacting => Self::Enacting,
            Kind::Closing => Self::Closing,
            Kind::Heading => Self::Heading,
            Kind::Preambular => Self::Recital,
            // What opens an annex is a heading; its paragraphs without a number are provisions.
            Kind::Annex if unit.parent.is_none() => Self::Heading,
            Kind::Annex | Kind::Operative | Kind::Subparagraph | Kind::Note => Self::Provision,
        }
    }

    /// Whether units of the two may be one: a front line becomes a front line, whatever it says.
    fn may_become(self, other: Self) -> bool {
        self == other || !self.is_line() && !other.is_line()
    }

    fn is_line(self) -> bool {
        matches!(self, Self::Front | Self::Enacting | Self::Closing)
    }
}

/// What stands about one unit; equal numbers are equal words.
#[derive(Debug, Clone, Copy)]
struct Marks {
    label: Option<u32>,
    section: Option<u32>,
    parent: Option<usize>,
    class: Class,
    /// By its kind, whatever its class.
    heading: bool,
}

impl Paragraphs {
    /// Reads the marks of these units on both sides.
    pub(super) fn of(pair: TextPair<'_>, units: [&[usize]; 2]) -> Self {
        Self { old: marks(pair, 0, units[0]), new: marks(pair, 1, units[1]) }
    }

    /// Whether both stand in sections, and in the same.
    fn same_section(&self, old: usize, new: usize) -> bool {
        let section = self.old[old].section;
        section.is_some() && section == self.new[new].section
    }
}

fn marks(pair: TextPair<'_>, side: usize, units: &[usize]) -> Vec<Marks> {
    let place: FxHashMap<usize, usize> = units.iter().enumerate().map(|(at, &unit)| (unit, at)).collect();
    let resolution = units.iter().any(|&unit| pair.unit(side, unit).kind == Kind::Enacting);
    let marks = |&index: &usize| {
        let unit = pair.unit(side, index);
        Marks {
            label: pair.label(side, index),
            section: pair.section(side, index),
            parent: unit.parent.and_then(|parent| place.get(&parent).copied()),
            class: Class::within(unit, resolution),
            heading: matches!(unit.kind, Kind::Heading | Kind::Annex),
        }
    };
    units.iter().map(marks).collect()
}

impl Frame for Paragraphs {
    fn labels_agree(&self, old: usize, new: usize) -> Option<bool> {
        Some(self.old[old].label? == self.new[new].label?)
    }

    fn around(&self, terms: &Terms, old: usize, new: usize) -> i32 {
        let section = if self.same_section(old, new) { WHOLE / 2 } else { 0 };
        let parents = self.old[old].parent.zip(self.new[new].parent);
        section + parents.map_or(0, |(i, j)| terms.similarity(i, j) / 2)
    }

    fn kinds_differ(&self, old: usize, new: usize) -> bool {
        self.old[old].heading != self.new[new].heading
    }

    fn may_be_one(&self, terms: &Terms, old: usize, new: usize) -> bool {
        let (a, b) = (self.old[old].class, self.new[new].class);
        // Lines that have no form in common must say the same.
        a.may_become(b) && (!a.is_line() || terms.similarity(old, new) >= LINE)
    }

    fn class(&self, side: usize, unit: usize) -> Class {
        [&self.old, &self.new][side][unit].class
    }

    fn surrounding(&self) -> Evidence {
        Evidence::Section
    }

    fn suggested(&self) -> Vec<(usize, usize)> {
        vec![]
    }
}
