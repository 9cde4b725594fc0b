//! What the documents say of two units beside their words: labels, sections, the units above, kinds.

use rustc_hash::FxHashMap;

use super::alignment::Evidence;
use super::evidence::Frame;
use super::similarity::WHOLE;
use super::terms::Terms;
use crate::structure::{Kind, Unit};
use crate::text::fold;

/// How alike two lines before or after the text must be that are not tied by their form.
const LINE: i32 = 400;

/// Words of the longest heading in a text without an enacting formula.
const HEADING: usize = 8;

/// The units of one sort (all but notes, or the notes) on both sides, as whole numbers.
pub(super) struct Papers {
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

impl Papers {
    /// Reads the marks of the units.
    pub(super) fn of(old: &[&Unit], new: &[&Unit]) -> Self {
        let mut names = FxHashMap::default();
        let old = marks(old, &mut names);
        let new = marks(new, &mut names);
        Self { old, new }
    }

    /// Whether both stand in sections, and in the same.
    fn same_section(&self, old: usize, new: usize) -> bool {
        let section = self.old[old].section;
        section.is_some() && section == self.new[new].section
    }
}

fn marks(units: &[&Unit], names: &mut FxHashMap<String, u32>) -> Vec<Marks> {
    let place: FxHashMap<usize, usize> = units.iter().enumerate().map(|(at, unit)| (unit.index, at)).collect();
    let mut number = |name: String| {
        let next = names.len() as u32;
        *names.entry(name).or_insert(next)
    };
    let resolution = units.iter().any(|unit| unit.kind == Kind::Enacting);
    let mut read = Vec::with_capacity(units.len());
    for unit in units {
        read.push(Marks {
            label: plain_label(unit).map(|label| number(format!("label {label}"))),
            section: unit.section.last().map(|section| number(format!("section {}", fold(section)))),
            parent: unit.parent.and_then(|parent| place.get(&parent).copied()),
            class: Class::within(unit, resolution),
            heading: matches!(unit.kind, Kind::Heading | Kind::Annex),
        });
    }
    read
}

/// A printed label without what may differ in print: "12." is "12", "(A)" is "a". None for preambular paragraphs, which have none.
pub(super) fn plain_label(unit: &Unit) -> Option<String> {
    let label = unit.label.as_ref().filter(|_| unit.kind != Kind::Preambular)?;
    Some(fold(label).chars().filter(|c| c.is_alphanumeric()).collect::<String>()).filter(|plain| !plain.is_empty())
}

impl Frame for Papers {
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
