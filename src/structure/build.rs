//! Blocks become units, one after the other, with what stands above them.

mod labels;
mod numbered;
mod unlabelled;

use rustc_hash::FxHashMap;

use self::labels::{
    has_bare_annex, has_bare_numbers, has_dotted_numbers, has_pointed_items, has_signed_numbers, has_stopped_items,
    has_worded_numbers, initials,
};

use super::classify::{HeadingClass, Style, Zone, class_of, counted_label, heading, paragraph_label, provision_of_heading};
use super::document::{Kind, Unit};
use super::drafts::without_status;
use super::marks::mark_of;
use crate::language::{Language, Lexicon};
use crate::read::{Block, Note, Role};
use crate::text::label::{Label, Shape, counted, label};
use crate::text::{
    closes_quotation, has_open_quotation, is_colon, is_comma, is_full_stop, is_opening, is_semicolon, is_stop,
    opens_with_capital, raised_opening, unmarked,
};

/// The units of a text, without footnote marks yet.
pub(super) struct Built {
    pub(super) units: Vec<Unit>,
    pub(super) style: Style,
    pub(super) notes: Vec<Note>,
}

/// One unit a block, in order. `literal` keeps notes as paragraphs.
pub(super) fn units(blocks: &[Block], language: Language, literal: bool) -> Built {
    let lexicon = language.lexicon();
    let enacting = lexicon.enacting_at(blocks.iter().map(|block| block.text.as_str()));
    // "Vu les statuts, …" may stand before "Le conseil décide" too; what decides before it belongs to another text.
    let decides = |blocks: &[Block]| blocks.iter().any(|block| lexicon.is_operative(&block.text));
    let is_before = |at: &usize| enacting.is_none_or(|enacting| *at < enacting && !decides(&blocks[*at..enacting]));
    let recitals = if literal { None } else { recitals_at(blocks, lexicon).filter(is_before) };
    let style = if enacting.or(recitals).is_some() { Style::Resolution } else { Style::Law };
    let mut builder = Builder::new(blocks, lexicon, style);
    for (index, block) in blocks.iter().enumerate() {
        if recitals == Some(index) {
            builder.zone = Zone::Preamble;
        }
        if enacting == Some(index) {
            builder.plain(Kind::Enacting, &block.text);
            builder.zone = Zone::Preamble;
        } else if block.role == Role::Note && !literal {
            builder.note(block);
        } else {
            let next = blocks[index + 1..].iter().find(|block| block.role != Role::Note).map(|block| block.text.as_str());
            let before = builder.units.len();
            builder.take(block, next);
            if let [cell] = &mut builder.units[before..] {
                cell.cell.clone_from(&block.cell);
            }
        }
    }
    if recitals.is_some() && !builder.units.iter().any(|unit| unit.kind == Kind::Enacting) {
        let what = "no enacting formula was found; what stands before the first recital is front matter";
        builder.notes.insert(0, Note::new("no-enacting", what));
    }
    Built { units: builder.units, style, notes: builder.notes }
}

/// Where the recitals begin of a resolution without an enacting formula.
fn recitals_at(blocks: &[Block], lexicon: &Lexicon) -> Option<usize> {
    let paragraphs = || blocks.iter().enumerate().filter(|(_, block)| block.role != Role::Note);
    let negotiated = || blocks.iter().position(|block| label(&block.text).is_some_and(|label| label.is_negotiated()));
    let nth = lexicon.recitals_at(paragraphs().map(|(_, block)| block.text.as_str()));
    nth.and_then(|nth| paragraphs().nth(nth)).map(|(index, _)| index).or_else(negotiated)
}

/// A lettered list that is open: how it counts, its last label, and the unit that has it.
struct Part {
    shape: Shape,
    number: String,
    unit: usize,
}

/// An article whose heading stands above: its paragraphs are called by it.
struct Provision {
    /// "Art4", "Rule 4".
    stem: String,
    /// No paragraph of it was met.
    awaits_first: bool,
}

/// A way in which a text numbers its paragraphs or their items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    /// "1.", "Article 1.", before paragraphs.
    Printed,
    /// "1", "2", without a stop.
    Bare,
    /// The same below the title of an annex, before any sentence.
    BareInAnnex,
    /// "2.1", "2.2".
    Dotted,
    /// "Primero.", "Segundo."; "I. Requests", "II. Decides".
    Worded,
    /// "1/ Requests", "2: Decides".
    Signed,
    /// "a.", "b.", or "i.", "ii.", before items.
    StoppedItems,
    /// ".1", ".2", before items.
    PointedItems,
}

impl Numbering {
    /// The ways of a text.
    fn of(blocks: &[Block], style: Style, lexicon: &Lexicon) -> Vec<Self> {
        let is_printed = blocks.iter().any(|block| paragraph_label(&block.text, style, lexicon).is_some());
        let all = [
            (Self::Printed, is_printed),
            (Self::Bare, has_bare_numbers(blocks, style, lexicon)),
            (Self::BareInAnnex, style == Style::Resolution && has_bare_annex(blocks, lexicon)),
            (Self::Dotted, has_dotted_numbers(blocks)),
            (Self::Worded, has_worded_numbers(blocks, lexicon)),
            (Self::Signed, has_signed_numbers(blocks, lexicon)),
            (Self::StoppedItems, has_stopped_items(blocks)),
            (Self::PointedItems, has_pointed_items(blocks)),
        ];
        all.into_iter().filter_map(|(way, is_used)| is_used.then_some(way)).collect()
    }
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
    /// The article whose heading stands above.
    provision: Option<Provision>,
    /// How many articles the text has, up to two: numbers begin anew under each of several; those of one alone name their paragraphs.
    articles: usize,
    /// How the parts are labelled that stand for paragraphs here: "(1)" under a section whose number is not printed.
    loose: Option<Shape>,
    numbering: Vec<Numbering>,
    /// Single letters that head a block and count nothing: "M." of "M. Roy".
    initials: Vec<String>,
    /// The paragraphs of a resolution whose number lost its stop.
    stopless: Vec<usize>,
    /// The prefix and the number before a quotation that is still open.
    quoted: Option<(String, u32)>,
    /// The last number of a list within a paragraph: its agenda items.
    item: Option<u32>,
    /// The last unit that has a number, headings and notes aside.
    labelled: Option<usize>,
    /// What is resolved stands above: "IL EST RÉSOLU :".
    is_resolved: bool,
    /// The last heading is a verb, "resolves", whose objects stand below it.
    below_verb: bool,
    /// The last unit is a line of a list without labels behind a colon.
    listing: Option<usize>,
    /// The last paragraph that is no alternative of another.
    whole: Option<usize>,
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
            provision: None,
            articles: {
                let is_heading = |block: &&Block| provision_of_heading(&block.text, lexicon).is_some();
                blocks.iter().filter(is_heading).take(2).count()
            },
            loose: None,
            initials: initials(blocks),
            numbering: Numbering::of(blocks, style, lexicon),
            item: None,
            quoted: None,
            labelled: None,
            is_resolved: false,
            below_verb: false,
            listing: None,
            whole: None,
            stopless: lexicon.stopless(blocks.iter().filter(|_| style == Style::Resolution).map(|block| block.text.as_str())),
        }
    }

    /// Takes the next block; `next` is the one after it. What a quotation of several paragraphs counts ends with it: behind a rule that is
    /// quoted, the count of the resolution goes on.
    fn take(&mut self, block: &Block, next: Option<&str>) {
        let text = block.text.as_str();
        let opens = self.zone == Zone::Body && text.starts_with(['«', '“', '"']) && has_open_quotation(text);
        if opens && self.quoted.is_none() {
            self.quoted = Some((self.prefix.clone(), self.number));
        }
        self.take_block(block, next);
        if !opens
            && closes_quotation(text)
            && let Some((prefix, number)) = self.quoted.take()
        {
            (self.prefix, self.number) = (prefix, number);
        }
    }

    fn take_block(&mut self, block: &Block, next: Option<&str>) {
        let text = block.text.as_str();
        if self.zone == Zone::Front {
            self.plain(Kind::Front, text);
        } else if block.role == Role::Row {
            self.row(block);
        } else if self.is_set_as_heading(block) {
            let found = (block.counted > 0).then(|| counted(text, block.counted)).map(|l| (class_of(&l), Some(l.printed)));
            let (class, label) = found.or_else(|| self.heading_of(text)).unwrap_or((HeadingClass::Plain, None));
            self.heading(self.letter_or_numeral(class, label), label, text);
        } else if let Some(label) = counted_label(block).filter(|_| self.zone != Zone::Closing) {
            let counts = matches!(label.shape, Shape::Point | Shape::Article);
            let is_provision = self.style == Style::Law && matches!(label.shape, Shape::Levels(_));
            if counts || is_provision { self.operative(&label, text) } else { self.part(&label) }
        } else if let Some(label) = self.listed(text) {
            self.part(&label);
        } else if let Some(label) = self.numbered_heading(text, next) {
            self.heading(HeadingClass::Number, Some(label), text);
        } else if self.titles_an_article(text, next) {
            let (class, label) = self.heading_of(text).unwrap_or((HeadingClass::Plain, None));
            self.heading(class, label, text);
        } else if let Some(label) = self
            .stopless_label(text)
            .or_else(|| self.dotted_label(text))
            .or_else(|| self.worded_label(text))
            .or_else(|| self.signed_label(text))
            .or_else(|| self.label_below_verb(text))
            .or_else(|| paragraph_label(text, self.style, self.lexicon))
        {
            self.operative(&label, text);
        } else if let Some(label) = self.alternative(text) {
            self.alternative_of(&label);
        } else if let Some(label) = self.labelled_recital(text) {
            self.preambular(&label);
        } else if let Some(label) =
            self.item_label(text).or_else(|| self.sentence_label(text)).filter(|_| self.zone != Zone::Closing)
        {
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
        let is_sentence = words.ends_with(|c| is_semicolon(c) || is_comma(c))
            || words.ends_with(is_full_stop) && self.lexicon.is_operative(words);
        block.role == Role::Heading && !is_annex && !is_sentence
    }

    /// The number of a heading such as "1. Barème des traitements": short, without verb or stop, and a paragraph after it.
    fn numbered_heading<'a>(&self, text: &'a str, next: Option<&str>) -> Option<&'a str> {
        const LONGEST: usize = 120;
        let label = paragraph_label(text, self.style, self.lexicon)
            .filter(|l| l.shape == Shape::Point && l.brackets.is_empty() && !l.is_negotiated())?;
        let words = label.rest;
        // "1. Terms" above "1.1 A lamp is a light."
        let heads = |next: &str| {
            crate::text::label::label(next).is_some_and(|next| next.number.starts_with(&format!("{}.", label.number)))
        };
        if next.is_some_and(heads) && text.len() <= LONGEST && !words.ends_with(is_stop) {
            return Some(label.printed);
        }
        let of_next = next.and_then(|next| paragraph_label(next, self.style, self.lexicon)).and_then(|label| label.value());
        // Below a heading the count begins anew.
        let short = text.len() <= LONGEST || of_next == Some(1);
        let bare = short && !words.ends_with(is_stop) && !words.contains(" ;");
        let acts = self.lexicon.is_operative(words) || self.lexicon.is_preambular(words);
        let followed = next.is_some_and(|next| {
            let numbers_on = of_next == label.value().map(|value| value + 1);
            !numbers_on && next.starts_with(|c: char| is_opening(c) || c.is_ascii_digit())
        });
        (self.style == Style::Resolution && bare && !acts && followed).then_some(label.printed)
    }

    /// "Article 2. Scope" above what the article says.
    fn titles_an_article(&self, text: &str, next: Option<&str>) -> bool {
        const FEW: usize = 15;
        let of = |text| self.lexicon.article(text).or_else(|| self.lexicon.rule(text));
        let is_title = of(text).is_some_and(|label| {
            opens_with_capital(label.rest)
                && !unmarked(label.rest).ends_with(is_stop)
                && label.rest.split_whitespace().count() <= FEW
                && !self.lexicon.is_operative(label.rest)
        });
        is_title && next.is_some_and(|next| of(next).is_none() && heading(next, self.lexicon).is_none())
    }

    /// "Decides:" above "1. To adopt the budget;" is the end of the formula, and no paragraph.
    fn enacts_the_first(&self, text: &str, next: Option<&str>) -> bool {
        const LONGEST: usize = 60;
        let label =
            |next| self.worded_label(next).or_else(|| paragraph_label(next, self.style, self.lexicon)).or_else(|| label(next));
        let is_formula = text.len() <= LONGEST && unmarked(text).ends_with(is_colon)
            || !text.contains(' ') && text.ends_with(char::is_alphabetic);
        let is_first =
            |label: Label| label.value() == Some(1) || matches!(&*label.number, "premier" | "unique" | "único" | "I" | "1.1");
        self.lexicon.enacts_what_follows(text) || is_formula && next.and_then(label).is_some_and(is_first)
    }

    /// A unit without number or parent: front, enacting, closing.
    fn plain(&mut self, kind: Kind, text: &str) {
        let letter = match kind {
            Kind::Front => "F",
            Kind::Enacting => "E",
            _ => "C",
        };
        if kind == Kind::Enacting {
            self.parts.clear();
            self.paragraph = None;
        }
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

    fn heading(&mut self, class: HeadingClass, label: Option<&str>, text: &str) {
        let level = self.headings.iter().position(|(open, _)| *open == class).unwrap_or(self.headings.len());
        self.headings.truncate(level);
        let id = format!("H{}", self.count("H"));
        let words = label.map_or(text, |label| text[label.len()..].trim_start());
        self.parts.clear();
        self.paragraph = None;
        self.heading_since = true;
        self.item = None;
        self.loose = None;
        self.below_verb = false;
        self.last_heading = Some(self.units.len());
        let provision = provision_of_heading(text, self.lexicon);
        // The title of an article stands below its number.
        let is_title = class == HeadingClass::Plain
            && provision.is_none()
            && self.provision.as_ref().is_some_and(|above| above.awaits_first)
            && self.units.last().is_some_and(|unit| unit.kind == Kind::Heading);
        if !is_title {
            if provision.is_some() && self.number > 0 {
                // Its paragraphs are not those that were counted above.
                self.articles = 2;
            }
            self.provision = provision.map(|stem| Provision { stem, awaits_first: true });
        }
        // A preamble ends where chapters or articles begin.
        if self.zone == Zone::Preamble && (self.provision.is_some() || matches!(class, HeadingClass::Division(_))) {
            self.zone = Zone::Body;
        }
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
        (self.paragraph, self.annex, self.number, self.part_count, self.item) = (None, None, 0, 1, None);
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
        let figures = if figures == 0 { raised_opening(text).map_or(0, |(_, rest)| text.len() - rest.len()) } else { figures };
        let end = block.counted.max(figures);
        let words = text[end..].trim_start();
        if end == 0 || block.counted == 0 && words.len() == text.len() - end {
            let id = format!("N.{}", self.count("N."));
            self.push(unit(Kind::Note, id, text));
            return;
        }
        let number = &text[..end];
        let mark = mark_of(number);
        self.push(Unit {
            label: Some(number.to_owned()),
            number: Some(mark.clone()),
            ..unit(Kind::Note, format!("N{mark}"), words)
        });
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
        if unit.number.is_some() && !matches!(unit.kind, Kind::Heading | Kind::Note) {
            self.labelled = Some(unit.index);
        }
        let is_alternative = unit.number.as_ref().is_some_and(|number| number.starts_with(char::is_alphabetic));
        if matches!(unit.kind, Kind::Operative | Kind::Preambular) && !is_alternative {
            self.whole = Some(unit.index);
        }
        if self.style == Style::Resolution
            && matches!(unit.kind, Kind::Preambular | Kind::Operative | Kind::Subparagraph)
            && let Some((words, status)) = without_status(&unit.text, self.lexicon)
        {
            (unit.text, unit.status) = (words, Some(status));
        }
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
        status: None,
        row: None,
        cell: None,
        footnotes: vec![],
    }
}
