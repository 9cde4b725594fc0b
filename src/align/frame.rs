//! What the documents say of two units beside their words: labels, sections, the units above, kinds.

use rustc_hash::{FxHashMap, FxHashSet};

use super::alignment::Evidence;
use super::similarity::WHOLE;
use super::terms::Terms;
use crate::prepare::TextPair;
use crate::structure::{Kind, Unit};
use crate::text::fold;

/// How alike two lines before or after the text must be that are not tied by their form.
const LINE: i32 = 400;

/// Words of the longest heading in a text without an enacting formula.
const HEADING: usize = 8;

/// From so many words on, what stands before or after the text and ends as a recital or an item does is one; and from so many on, as a
/// sentence does.
const ITEM: usize = 5;
const SENTENCE: usize = 12;
/// From so many words on, however it ends.
const LONG: usize = 40;

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
    /// Whether a unit is a recital or a provision in words: no line, no heading, no row of a table.
    fn is_prose(&self, side: usize, unit: usize) -> bool;
    /// What it is that agrees around two units.
    fn surrounding(&self) -> Evidence;
    /// Pairs that are worth a look whatever their words.
    fn suggested(&self) -> Vec<(usize, usize)>;
}

/// The frame of paragraphs, headings and lines: all units but notes.
pub(super) struct Paragraphs {
    old: Vec<Marks>,
    new: Vec<Marks>,
    /// The titles that are tied, where a text has several.
    titles: Vec<(usize, usize)>,
    cells: Cells,
}

/// The row of a cell, and its column if that has a name, by their numbers.
type CellName = (u32, Option<u32>);

/// The cells of tables that their rows name, by numbers of names that both texts share.
#[derive(Default)]
struct Cells {
    /// Of each unit, old and new.
    names: [Vec<Option<CellName>>; 2],
    /// The rows and the columns that either text has.
    known: [[FxHashSet<u32>; 2]; 2],
    /// The words of each name.
    words: Vec<FxHashSet<String>>,
}

impl Cells {
    fn of(pair: TextPair<'_>, units: [&[usize]; 2]) -> Self {
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut cells = Self::default();
        for side in [0, 1] {
            for &unit in units[side] {
                let cell = pair.unit(side, unit).cell.as_ref();
                let mut number = |name: &str| {
                    let (name, next) = (fold(name), cells.words.len() as u32);
                    *numbers.entry(name).or_insert_with_key(|name| {
                        cells.words.push(name.split_whitespace().map(str::to_owned).collect());
                        next
                    })
                };
                let name = cell.map(|cell| (number(&cell.row), cell.column.as_deref().map(&mut number)));
                let [rows, columns] = &mut cells.known[side];
                rows.extend(name.map(|(row, _)| row));
                columns.extend(name.and_then(|(_, column)| column));
                cells.names[side].push(name);
            }
        }
        cells
    }

    /// Whether the row or the column of either cell is there in the other text: a figure in another row or column is another figure.
    ///
    /// A row that was renamed keeps half of the words of the shorter name.
    fn are_strangers(&self, old: usize, new: usize) -> bool {
        let Some((before, after)) = self.names[0][old].zip(self.names[1][new]) else { return false };
        let [of_old, of_new] = &self.known;
        let is_renamed = |before: u32, after: u32| {
            let [one, other] = [before, after].map(|name| &self.words[name as usize]);
            !of_new[0].contains(&before)
                && !of_old[0].contains(&after)
                && one.intersection(other).count() * 2 >= one.len().min(other.len())
        };
        let is_other_column = before
            .1
            .zip(after.1)
            .is_some_and(|(one, other)| one != other && of_new[1].contains(&one) && of_old[1].contains(&other));
        is_other_column || before.0 != after.0 && !is_renamed(before.0, after.0)
    }
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
    ///
    /// A page of a printed volume holds the end of one resolution, all of the next and the beginning of a third, of which only one was read
    /// as the text. The paragraphs, titles and formulas of the others stand before and after it, and are what they are all the same.
    fn within(unit: &Unit, resolution: bool) -> Self {
        let class = Self::of(unit);
        let long = |words: usize| unit.text.split(' ').nth(words).is_some();
        match class {
            // Provisions of an act often end like headings.
            Self::Heading if !resolution && long(HEADING) => Self::Provision,
            Self::Closing | Self::Provision if is_title(&unit.text) => Self::Front,
            Self::Front | Self::Closing if resolution && long(ITEM) && is_prose(&unit.text) => {
                match unit.text.chars().next_back() {
                    Some(',') => Self::Recital,
                    Some(';') => Self::Provision,
                    Some('.') if long(SENTENCE) => Self::Provision,
                    _ if long(LONG) => Self::Provision,
                    _ => class,
                }
            }
            _ => class,
        }
    }

    fn of(unit: &Unit) -> Self {
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

    /// Whether one is a recital and the other a provision.
    pub(super) fn is_across(self, other: Self) -> bool {
        matches!((self, other), (Self::Recital, Self::Provision) | (Self::Provision, Self::Recital))
    }

    pub(super) fn is_line(self) -> bool {
        matches!(self, Self::Front | Self::Enacting | Self::Closing)
    }
}

/// What stands about one unit; equal numbers are equal words.
#[derive(Debug, Clone, Copy)]
struct Marks {
    label: Option<u32>,
    section: Option<u32>,
    parent: Option<usize>,
    /// The nearest title above, or its own place.
    title: Option<usize>,
    class: Class,
    /// By its kind, whatever its class.
    heading: bool,
    /// "| Auditor | P-4 | 1 |"
    row: bool,
}

impl Paragraphs {
    /// Reads the marks of these units on both sides.
    pub(super) fn of(pair: TextPair<'_>, units: [&[usize]; 2]) -> Self {
        Self { old: marks(pair, 0, units[0]), new: marks(pair, 1, units[1]), titles: vec![], cells: Cells::of(pair, units) }
    }

    /// Where a text holds several resolutions, as a page of a printed volume does, what stands under one title may only become what stands
    /// under the title that is tied to it. `lines` are ties of lines.
    pub(super) fn cut_at_titles(&mut self, lines: &[(usize, usize)]) {
        let is_title = |side: &[Marks], at: usize| side[at].title == Some(at);
        let several = |side: &[Marks]| (0..side.len()).filter(|&at| is_title(side, at)).nth(1).is_some();
        if several(&self.old) || several(&self.new) {
            self.titles = lines.iter().copied().filter(|&(i, j)| is_title(&self.old, i) && is_title(&self.new, j)).collect();
        }
    }

    /// Whether both stand under titles that are tied, or neither does.
    fn same_title(&self, old: usize, new: usize) -> bool {
        let (a, b) = (self.old[old].title, self.new[new].title);
        self.titles.iter().all(|&(i, j)| (a == Some(i)) == (b == Some(j)))
    }

    /// Whether both stand in sections, and in the same.
    fn same_section(&self, old: usize, new: usize) -> bool {
        let section = self.old[old].section;
        section.is_some() && section == self.new[new].section
    }
}

/// Whether it begins with a letter, and most of its words with a small one: no list of States, no note.
fn is_prose(text: &str) -> bool {
    let small = text.split(' ').filter(|word| word.starts_with(char::is_lowercase)).count();
    text.starts_with(char::is_alphabetic) && small * 2 > text.split(' ').count()
}

/// "68/234. Towards global partnerships"
pub(super) fn is_title(text: &str) -> bool {
    let (symbol, rest) = text.split_once(char::is_whitespace).unwrap_or_default();
    let is_symbol = symbol.strip_suffix('.').and_then(|symbol| symbol.split_once('/')).is_some_and(|(session, number)| {
        session.bytes().all(|b| b.is_ascii_digit()) && number.starts_with(|c: char| c.is_ascii_digit())
    });
    is_symbol && rest.starts_with(char::is_uppercase)
}

fn marks(pair: TextPair<'_>, side: usize, units: &[usize]) -> Vec<Marks> {
    let place: FxHashMap<usize, usize> = units.iter().enumerate().map(|(at, &unit)| (unit, at)).collect();
    let words = |unit: usize| pair.stems(side, unit).words.iter().map(|stem| stem.number);
    let formulas: Vec<usize> = units.iter().copied().filter(|&unit| pair.unit(side, unit).kind == Kind::Enacting).collect();
    let resolution = !formulas.is_empty();
    let mut title = None;
    let marks = |(at, &index): (usize, &usize)| {
        let unit = pair.unit(side, index);
        title = if is_title(&unit.text) { Some(at) } else { title };
        Marks {
            label: pair.label(side, index),
            section: pair.section(side, index),
            parent: unit.parent.and_then(|parent| place.get(&parent).copied()),
            title,
            class: if formulas.iter().any(|&formula| words(formula).eq(words(index))) {
                Class::Enacting
            } else {
                Class::within(unit, resolution)
            },
            row: unit.text.starts_with('|'),
            heading: matches!(unit.kind, Kind::Heading | Kind::Annex),
        }
    };
    units.iter().enumerate().map(marks).collect()
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
        a.may_become(b)
            && !self.cells.are_strangers(old, new)
            && self.same_title(old, new)
            && (!a.is_line() || terms.similarity(old, new) >= LINE)
    }

    fn class(&self, side: usize, unit: usize) -> Class {
        [&self.old, &self.new][side][unit].class
    }

    fn is_prose(&self, side: usize, unit: usize) -> bool {
        let marks = &[&self.old, &self.new][side][unit];
        matches!(marks.class, Class::Recital | Class::Provision) && !marks.row
    }

    fn surrounding(&self) -> Evidence {
        Evidence::Section
    }

    fn suggested(&self) -> Vec<(usize, usize)> {
        vec![]
    }
}
