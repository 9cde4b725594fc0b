//! Blocks become units, one after the other, with what stands above them.

use rustc_hash::FxHashMap;

use super::classify::{HeadingClass, Style, Zone, class_of, counted_label, heading, paragraph_label, part_label};
use super::document::{Kind, Unit};
use super::marks::mark_of;
use crate::language::Lexicon;
use crate::read::{Block, Note, Role};
use crate::text::label::{Label, Shape, article_of_heading, counted, label, roman_value};
use crate::text::{lower, unmarked};

/// The units of a text, without footnote marks yet.
pub(super) struct Built {
    pub(super) units: Vec<Unit>,
    pub(super) style: Style,
    pub(super) notes: Vec<Note>,
}

/// One unit a block, in order. `literal` keeps notes as paragraphs.
pub(super) fn units(blocks: &[Block], lexicon: &'static Lexicon, literal: bool) -> Built {
    let enacting = lexicon.enacting_at(blocks.iter().map(|block| block.text.as_str()));
    let recitals = if enacting.is_none() && !literal { recitals_at(blocks, lexicon) } else { None };
    let style = if enacting.or(recitals).is_some() { Style::Resolution } else { Style::Law };
    let mut builder = Builder::new(blocks, lexicon, style);
    for (index, block) in blocks.iter().enumerate() {
        if recitals == Some(index) {
            builder.zone = Zone::Preamble;
            builder.notes.push(Note::new(
                "no-enacting",
                "no enacting formula was found; what stands before the first recital is front matter",
            ));
        }
        if enacting == Some(index) {
            builder.plain(Kind::Enacting, &block.text);
            builder.zone = Zone::Preamble;
        } else if block.role == Role::Note && !literal {
            builder.note(block);
        } else {
            let next = blocks[index + 1..].iter().find(|block| block.role != Role::Note).map(|block| block.text.as_str());
            builder.take(block, next);
        }
    }
    Built { units: builder.units, style, notes: builder.notes }
}

/// Where the recitals begin of a resolution without an enacting formula.
fn recitals_at(blocks: &[Block], lexicon: &Lexicon) -> Option<usize> {
    let paragraphs = || blocks.iter().enumerate().filter(|(_, block)| block.role != Role::Note);
    let nth = lexicon.recitals_at(paragraphs().map(|(_, block)| block.text.as_str()))?;
    paragraphs().nth(nth).map(|(index, _)| index)
}

/// A lettered list that is open: how it counts, its last label, and the unit that has it.
struct Part {
    shape: Shape,
    number: String,
    unit: usize,
}

struct Builder {
    lexicon: &'static Lexicon,
    style: Style,
    zone: Zone,
    units: Vec<Unit>,
    notes: Vec<Note>,
    /// The ids that are taken, with how many units wanted each.
    ids: FxHashMap<String, usize>,
    counts: FxHashMap<&'static str, usize>,
    /// How many parts without a letter each paragraph has, itself included.
    further: FxHashMap<String, usize>,
    headings: Vec<(HeadingClass, String)>,
    parts: Vec<Part>,
    /// The paragraph that lettered parts belong to.
    paragraph: Option<usize>,
    /// The last number of the count.
    number: u32,
    /// The annex, or the part that counts anew: the prefix of ids and the unit that opens it.
    prefix: String,
    annex: Option<usize>,
    /// How many counts there were in the body or in this annex.
    part_count: usize,
    /// A heading stands after the last number.
    heading_since: bool,
    last_heading: Option<usize>,
    /// The number of the article whose heading stands just above: its first paragraph is called so.
    article: Option<String>,
    /// How the parts are labelled that stand for paragraphs here: "(1)" under a section whose number is not printed.
    loose: Option<Shape>,
    /// The text prints numbers before its paragraphs.
    numbered: bool,
    /// The paragraphs of a resolution whose number lost its stop.
    stopless: Vec<usize>,
}

impl Builder {
    fn new(blocks: &[Block], lexicon: &'static Lexicon, style: Style) -> Self {
        Self {
            lexicon,
            style,
            zone: if style == Style::Law { Zone::Body } else { Zone::Front },
            units: vec![],
            notes: vec![],
            ids: FxHashMap::default(),
            counts: FxHashMap::default(),
            further: FxHashMap::default(),
            headings: vec![],
            parts: vec![],
            paragraph: None,
            number: 0,
            prefix: String::new(),
            annex: None,
            part_count: 1,
            heading_since: false,
            last_heading: None,
            article: None,
            loose: None,
            numbered: blocks.iter().any(|block| paragraph_label(&block.text, style, lexicon).is_some()),
            stopless: lexicon.stopless(blocks.iter().filter(|_| style == Style::Resolution).map(|block| block.text.as_str())),
        }
    }

    /// Takes the next block; `next` is the one after it.
    fn take(&mut self, block: &Block, next: Option<&str>) {
        let text = block.text.as_str();
        if self.zone == Zone::Front {
            self.plain(Kind::Front, text);
        } else if self.is_set_as_heading(block) {
            let found = (block.counted > 0).then(|| counted(text, block.counted)).map(|l| (class_of(&l), Some(l.printed)));
            let (class, label) = found.or_else(|| heading(text, self.lexicon)).unwrap_or((HeadingClass::Plain, None));
            self.heading(self.letter_or_numeral(class, label), label, text);
        } else if let Some(label) = counted_label(block).filter(|_| self.zone != Zone::Closing) {
            let counts = matches!(label.shape, Shape::Point | Shape::Article);
            let is_provision = self.style == Style::Law && matches!(label.shape, Shape::Levels(_));
            if counts || is_provision { self.operative(&label) } else { self.part(&label) }
        } else if let Some(label) = self.numbered_heading(text, next) {
            self.heading(HeadingClass::Number, Some(label), text);
        } else if let Some(label) = self.stopless_label(text).or_else(|| paragraph_label(text, self.style, self.lexicon)) {
            self.operative(&label);
        } else if let Some(label) = part_label(text).filter(|_| self.zone != Zone::Closing) {
            self.part(&label);
        } else if self.zone >= Zone::Body && self.lexicon.is_annex(text) && self.style == Style::Resolution {
            self.open_annex(text);
        } else if self.zone == Zone::Closing
            || self.zone == Zone::Body && self.style == Style::Resolution && self.lexicon.is_closing(text)
        {
            self.zone = Zone::Closing;
            self.plain(Kind::Closing, text);
        } else {
            self.unlabelled(block, next);
        }
    }

    /// Whether the source sets `block` as a heading, and its words do not say that it is a paragraph.
    fn is_set_as_heading(&self, block: &Block) -> bool {
        let words = block.text[block.counted..].trim_start();
        let is_annex = self.style == Style::Resolution && self.lexicon.is_annex(&block.text);
        let is_sentence = words.ends_with([';', ',']) || words.ends_with('.') && self.lexicon.is_operative(words);
        block.role == Role::Heading && !is_annex && !is_sentence
    }

    /// The label of the next unit, where its number lost its stop: "15".
    fn stopless_label<'a>(&self, text: &'a str) -> Option<Label<'a>> {
        let lost = self.stopless.binary_search(&self.units.len()).is_ok();
        label(text).filter(|_| lost).map(|label| Label { shape: Shape::Point, ..label })
    }

    /// The number of a heading such as "1. Barème des traitements": short, without verb or stop, and a paragraph after it.
    fn numbered_heading<'a>(&self, text: &'a str, next: Option<&str>) -> Option<&'a str> {
        const LONGEST: usize = 120;
        let label =
            paragraph_label(text, self.style, self.lexicon).filter(|l| l.shape == Shape::Point && l.brackets.is_empty())?;
        let words = label.rest;
        let of_next = next.and_then(|next| paragraph_label(next, self.style, self.lexicon)).and_then(|label| label.value());
        // Below a heading the count begins anew.
        let short = text.len() <= LONGEST || of_next == Some(1);
        let bare = short && !words.ends_with([';', '.', ',', ':']) && !words.contains(" ;");
        let acts = self.lexicon.is_operative(words) || self.lexicon.is_preambular(words);
        let followed = next.is_some_and(|next| {
            let numbers_on = of_next == label.value().map(|value| value + 1);
            !numbers_on && next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        });
        (self.style == Style::Resolution && bare && !acts && followed).then_some(label.printed)
    }

    fn unlabelled(&mut self, block: &Block, next: Option<&str>) {
        let text = block.text.as_str();
        let preamble = self.zone == Zone::Preamble;
        let recital = preamble && self.lexicon.is_preambular(text) && !self.is_title(text, next);
        let resolves = self.style == Style::Resolution && self.zone <= Zone::Body && self.lexicon.is_operative(text);
        let is_cell = block.role == Role::Cell;
        if let (false, false, false, Some((class, label))) = (is_cell, recital, resolves, heading(text, self.lexicon)) {
            self.heading(self.letter_or_numeral(class, label), label, text);
        } else if resolves && !recital && self.number == 0 {
            self.zone = Zone::Body;
            self.counted(Kind::Operative, text);
        } else if preamble {
            self.counted(Kind::Preambular, text);
        } else if self.zone == Zone::Annex && self.paragraph.is_none() {
            let number = self.count("P");
            let id = format!("{}P{number}", self.prefix);
            self.push(Unit { parent: self.annex, ..unit(Kind::Annex, id, text) });
        } else if self.paragraph.is_some() || !self.parts.is_empty() {
            self.further(text);
        } else if is_cell {
            self.cell(text);
        } else if let Some(number) = self.article.take() {
            let id = format!("{}Art{number}", self.prefix);
            self.paragraph = Some(self.units.len());
            self.push(Unit { parent: self.annex, ..unit(Kind::Operative, id, text) });
        } else if self.numbered {
            let id = self.unnumbered();
            self.paragraph = Some(self.units.len());
            self.push(Unit { parent: self.annex, ..unit(Kind::Operative, id, text) });
        } else {
            self.counted(Kind::Operative, text);
        }
    }

    /// Whether `text` stands without a stop above paragraph 1, whatever its first word: "Taking stock: reviewing progress".
    fn is_title(&self, text: &str, next: Option<&str>) -> bool {
        let first = next.and_then(|next| paragraph_label(next, self.style, self.lexicon)).and_then(|label| label.value());
        first == Some(1) && !unmarked(text).ends_with([';', '.', ',', ':'])
    }

    /// A unit without number or parent: front, enacting, closing.
    fn plain(&mut self, kind: Kind, text: &str) {
        let letter = match kind {
            Kind::Front => "F",
            Kind::Enacting => "E",
            _ => "C",
        };
        let id = format!("{letter}{}", self.count(letter));
        self.push(unit(kind, id, text));
    }

    /// A recital, or a paragraph that the text does not number: people count it.
    fn counted(&mut self, kind: Kind, text: &str) {
        let letter = if kind == Kind::Preambular { "PP" } else { "OP" };
        let number = self.count(letter);
        let id = format!("{}{letter}{number}", self.prefix);
        self.parts.clear();
        self.paragraph = Some(self.units.len());
        self.push(Unit { number: Some(number.to_string()), parent: self.annex, ..unit(kind, id, text) });
    }

    fn operative(&mut self, label: &Label) {
        if self.zone < Zone::Body || self.zone == Zone::Closing {
            self.zone = Zone::Body;
        }
        if label.printed.starts_with("PP") {
            self.preambular(label);
            return;
        }
        let value = label.value().unwrap_or(0);
        if label.shape == Shape::Point {
            if value < self.number && (value == 1 || self.heading_since) {
                self.open_part();
            }
            self.check_count(value, label);
            self.number = value;
        }
        self.heading_since = false;
        self.loose = None;
        let is_article =
            label.printed.split([' ', '\u{a0}']).next().is_some_and(|word| self.lexicon.articles_of_law.contains(&&*lower(word)));
        let letters = if is_article { "Art" } else { "OP" };
        let id = format!("{}{letters}{}", self.prefix, label.number);
        self.parts.clear();
        self.paragraph = Some(self.units.len());
        self.push(Unit {
            label: Some(label.printed.to_owned()),
            number: Some(label.number.clone()),
            parent: self.annex,
            ..unit(Kind::Operative, id, &label.words())
        });
    }

    /// A recital that a draft numbers: "PP2 bis."
    fn preambular(&mut self, label: &Label) {
        let id = format!("PP{}", label.number);
        self.paragraph = Some(self.units.len());
        let (printed, number) = (Some(label.printed.to_owned()), Some(label.number.clone()));
        self.push(Unit { label: printed, number, ..unit(Kind::Preambular, id, &label.words()) });
    }

    /// The count begins again: a part of its own, in the annex or in the body.
    fn open_part(&mut self) {
        self.part_count += 1;
        let annex = self.annex.map(|at| format!("{}.", self.units[at].id)).unwrap_or_default();
        self.prefix = format!("{annex}S{}.", self.part_count);
        self.number = 0;
    }

    fn check_count(&mut self, value: u32, label: &Label) {
        let printed = label.printed;
        if value > self.number + 1 && self.number > 0 {
            let missing = self.number + 1;
            let note = Note::new("numbering-gap", format!("paragraph {printed} follows {}.: {missing}. is missing", self.number));
            self.notes.push(note.with([printed, &self.number.to_string(), &missing.to_string()]));
        } else if value == self.number && !label.number.contains([' ', '.']) {
            self.notes.push(Note::new("numbering-double", format!("two paragraphs are numbered {printed}")).with([printed]));
        }
    }

    fn part(&mut self, label: &Label) {
        let shape = self.shape_of(label);
        if self.loose == Some(shape) {
            (self.paragraph, self.loose) = (None, None);
            self.parts.clear();
        }
        let level = self.parts.iter().position(|part| part.shape == shape).unwrap_or(self.parts.len());
        self.parts.truncate(level);
        let parent = self.parts.last().map(|part| part.unit).or(self.paragraph);
        if parent.is_none() {
            self.loose = Some(shape);
        }
        let above = parent.or(self.last_heading).map(|at| self.units[at].id.clone());
        let id = match above {
            Some(above) if shape == Shape::Dash => self.nth_under(&above),
            None if shape == Shape::Dash => self.unnumbered(),
            above => format!("{}({})", above.unwrap_or_else(|| format!("{}OP", self.prefix)), label.number),
        };
        self.parts.push(Part { shape, number: label.number.clone(), unit: self.units.len() });
        let parent = parent.or(self.last_heading).or(self.annex);
        self.push(Unit {
            label: Some(label.printed.to_owned()),
            number: Some(label.number.clone()),
            parent,
            ..unit(Kind::Subparagraph, id, &label.words())
        });
    }

    /// The id of what has no number and stands in no paragraph: "H4.2" under a heading, else "U1".
    fn unnumbered(&mut self) -> String {
        if let Some(at) = self.last_heading {
            return self.nth_under(&self.units[at].id.clone());
        }
        let number = self.count("U");
        format!("{}U{number}", self.prefix)
    }

    /// A letter that is also a Roman numeral is what the open lists say it is: after "(h)" a letter, else "(i)" is one.
    fn shape_of(&self, label: &Label) -> Shape {
        if label.shape != Shape::Letter || label.number.len() != 1 {
            return label.shape;
        }
        let Some(roman) = roman_value(&label.number) else { return Shape::Letter };
        let last = |shape| self.parts.iter().find(|part| part.shape == shape).map(|part| part.number.as_str());
        let goes_on_in_roman = last(Shape::Roman).and_then(roman_value).is_some_and(|before| before + 1 == roman);
        let next_letter = last(Shape::Letter).and_then(|n| n.bytes().next()).is_some_and(|b| label.number.as_bytes() == [b + 1]);
        if goes_on_in_roman || !next_letter && roman == 1 { Shape::Roman } else { Shape::Letter }
    }

    /// A paragraph without a label that goes on with a numbered one.
    fn further(&mut self, text: &str) {
        let is_part = |at: &usize| self.units[*at].kind == Kind::Subparagraph;
        let base = self.paragraph.and_then(|at| if is_part(&at) { self.units[at].parent } else { Some(at) });
        let id = match base {
            Some(at) => self.nth_under(&self.units[at].id.clone()),
            None => self.unnumbered(),
        };
        self.parts.clear();
        self.paragraph = Some(self.units.len());
        let parent = base.or(self.last_heading).or(self.annex);
        self.push(Unit { parent, ..unit(Kind::Subparagraph, id, text) });
    }

    /// A cell of a table right under a heading.
    fn cell(&mut self, text: &str) {
        let id = self.unnumbered();
        self.push(Unit { parent: self.last_heading.or(self.annex), ..unit(Kind::Subparagraph, id, text) });
    }

    /// The id of the next part without a letter under `above`: "OP12.2".
    fn nth_under(&mut self, above: &str) -> String {
        let nth = self.further.entry(above.to_owned()).or_insert(1);
        *nth += 1;
        format!("{above}.{nth}")
    }

    fn heading(&mut self, class: HeadingClass, label: Option<&str>, text: &str) {
        let level = self.headings.iter().position(|(open, _)| *open == class).unwrap_or(self.headings.len());
        self.headings.truncate(level);
        let id = format!("H{}", self.count("H"));
        let words = label.map_or(text, |label| text[label.len()..].trim_start());
        self.parts.clear();
        self.paragraph = None;
        self.heading_since = true;
        self.loose = None;
        self.last_heading = Some(self.units.len());
        let article = article_of_heading(text, self.lexicon.articles_of_law);
        if article.is_some() && self.zone == Zone::Preamble {
            // The preamble of an act ends where its articles begin.
            self.zone = Zone::Body;
        }
        self.article = article.filter(|_| self.style == Style::Law);
        self.push(Unit {
            label: label.map(str::to_owned),
            number: label.map(|l| l.trim_end_matches('.').to_owned()),
            parent: self.annex,
            ..unit(Kind::Heading, id, words)
        });
        self.headings.push((class, text.to_owned()));
    }

    /// "C." and "D." are letters where "A." or "B." is open.
    fn letter_or_numeral(&self, class: HeadingClass, label: Option<&str>) -> HeadingClass {
        let single = label.map(|l| l.trim_end_matches('.')).filter(|l| l.len() == 1 && *l != "I");
        let letters = self.headings.iter().find(|(open, _)| *open == HeadingClass::Capital);
        let next =
            single.zip(letters).is_some_and(|(now, (_, open))| open.bytes().next().is_some_and(|b| now.as_bytes() == [b + 1]));
        if class == HeadingClass::Roman && next { HeadingClass::Capital } else { class }
    }

    fn open_annex(&mut self, text: &str) {
        self.zone = Zone::Annex;
        self.headings.clear();
        self.parts.clear();
        (self.paragraph, self.annex, self.number, self.part_count) = (None, None, 0, 1);
        let id = format!("A{}", self.count("A"));
        self.prefix = format!("{id}.");
        self.annex = Some(self.units.len());
        self.push(unit(Kind::Annex, id, text));
        self.headings.push((HeadingClass::Division("annex".to_owned()), text.to_owned()));
    }

    fn note(&mut self, block: &Block) {
        let text = block.text.as_str();
        // A source that knows its marks knows the numbers of its notes too; a note's second paragraph has none.
        let figures = if block.marks.is_some() { 0 } else { text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()) };
        let end = block.counted.max(figures);
        let words = text[end..].trim_start();
        if end == 0 || block.counted == 0 && words.len() == text.len() - end {
            let id = format!("N.{}", self.count("N."));
            self.push(unit(Kind::Note, id, text));
            return;
        }
        let number = &text[..end];
        let id = format!("N{number}");
        self.push(Unit { label: Some(number.to_owned()), number: Some(mark_of(number)), ..unit(Kind::Note, id, words) });
    }

    fn count(&mut self, letter: &'static str) -> usize {
        let count = self.counts.entry(letter).or_default();
        *count += 1;
        *count
    }

    fn push(&mut self, mut unit: Unit) {
        if let Some(twins) = self.ids.get_mut(&unit.id) {
            *twins += 1;
            unit.id = format!("{}~{twins}", unit.id);
        }
        self.ids.insert(unit.id.clone(), 1);
        unit.index = self.units.len();
        if !matches!(unit.kind, Kind::Front | Kind::Enacting | Kind::Closing | Kind::Note) {
            unit.section = self.headings.iter().map(|(_, text)| text.clone()).collect();
        }
        self.units.push(unit);
    }
}

fn unit(kind: Kind, id: String, text: &str) -> Unit {
    Unit {
        index: 0,
        id,
        parent: None,
        kind,
        label: None,
        number: None,
        section: vec![],
        text: text.to_owned(),
        footnotes: vec![],
    }
}
