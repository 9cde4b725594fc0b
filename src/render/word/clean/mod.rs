//! The old text as a Word file of its own, for changes to be tracked on, where it did not come as one.
//!
//! ```text
//! unit  OP12 "Urges …"   <w:p><w:pPr><w:pStyle w:val="Operative"/></w:pPr> 12. ⇥ Urges …
//! ```
//!
//! Numbers are typed, as printed, with a hanging indent, so that another number is a tracked change that both sides can read. Everything
//! that looks like something is a style: whoever wants another look changes the style.

pub(super) mod styles;

use super::base::{Base, Part, Spot};
use super::fresh::Look;
use super::hand::{Gap, Hand};
use super::looks::depth;
use super::notes::{NoteStyle, first_calls, typed};
use super::properties::Properties;
use super::shell::{self, DECLARATION, DOCUMENT, NAMESPACES, Shell, foot};
use super::tracker::{Mark, Tracker};
use super::xml::Names;
use crate::report::Report;
use crate::structure::{Document, Kind, Unit};

const NOTES: &str = "word/footnotes.xml";

/// A4 with the margins of a text that is printed to be written on; head and foot as in the parts below.
const SECTION: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
    <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>";

/// Notes of every Word file: the rules above them.
const SEPARATORS: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
    <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

/// The old text of `report`, its head signed by `tracker` where the symbol changed.
pub(super) fn base(report: &Report, tracker: &mut Tracker) -> Base<'static> {
    let names = Names::default();
    let old = &report.redline.old;
    let mut spots = vec![None; old.units.len()];
    let mut clean = Clean { old, hand: Hand { source: "", names: &names }, notes: String::new(), note_spots: vec![] };
    let mut body = format!("{DECLARATION}<w:document{NAMESPACES}><w:body>");
    let called = first_calls(old);
    for unit in old.units.iter().filter(|unit| !called.contains_key(&unit.index)) {
        spots[unit.index] = Some(Spot { part: 0, start: body.len() });
        body.push_str(&clean.paragraph(unit));
    }
    body.push_str(SECTION);
    body.push_str("</w:body></w:document>");
    let head = format!("{DECLARATION}<w:footnotes{NAMESPACES}>{SEPARATORS}");
    for (unit, start) in clean.note_spots {
        spots[unit] = Some(Spot { part: 1, start: head.len() + start });
    }
    let notes = format!("{head}{}</w:footnotes>", clean.notes);
    let part = |name: &str, text: String| Part { name: name.to_owned(), bytes: text.into_bytes() };
    let mut parts = vec![part(DOCUMENT, body), part(NOTES, notes)];
    parts.extend(around(report, tracker).into_iter().map(|(name, text)| part(name, text)));
    Base { parts, document: DOCUMENT.to_owned(), spots, given: None }
}

/// How a fresh paragraph looks here.
pub(super) fn look(document: &Document, unit: &Unit) -> Look {
    let properties = Properties::styled(&Names::default(), &style(document, unit));
    Look { properties, words: String::new(), label: String::new(), gap: Some(Gap::Tab) }
}

/// How notes look here.
pub(super) fn note_style() -> NoteStyle {
    let names = Names::default();
    let reference = names.element("rPr", "", &names.value("rStyle", "FootnoteReference"));
    let paragraph = names.element("pPr", "", &names.value("pStyle", "FootnoteText"));
    NoteStyle { number: reference.clone(), reference, paragraph }
}

struct Clean<'a> {
    old: &'a Document,
    hand: Hand<'a>,
    /// The footnotes so far.
    notes: String,
    /// Each with its unit, and where its paragraph begins in `notes`.
    note_spots: Vec<(usize, usize)>,
}

impl Clean<'_> {
    fn paragraph(&mut self, unit: &Unit) -> String {
        let names = self.hand.names;
        let mut content = names.element("pPr", "", &names.value("pStyle", &style(self.old, unit)));
        if let Some(label) = &unit.label {
            content.push_str(&self.hand.base(label));
            content.push_str(&self.hand.tab(""));
        }
        let characters: Vec<char> = unit.text.chars().collect();
        let mut at = 0;
        for (nth, footnote) in unit.footnotes.iter().enumerate() {
            let end = footnote.at.clamp(at, characters.len());
            self.words(&characters[at..end], &mut content);
            content.push_str(&self.mark(unit, nth));
            at = end;
        }
        self.words(&characters[at..], &mut content);
        names.element("p", "", &content)
    }

    fn words(&self, characters: &[char], content: &mut String) {
        if !characters.is_empty() {
            content.push_str(&self.hand.base(&characters.iter().collect::<String>()));
        }
    }

    fn mark(&mut self, unit: &Unit, nth: usize) -> String {
        let names = self.hand.names;
        let footnote = &unit.footnotes[nth];
        let first = first_calls(self.old);
        let Some(note) = footnote.note.filter(|note| first.get(note) == Some(&(unit.index, nth))) else {
            return typed(names, &footnote.mark, "");
        };
        let style = note_style();
        let id = names.attribute("id", &(self.note_spots.len() + 1).to_string());
        let number = names.element("r", "", &(style.number + &names.empty("footnoteRef", "")));
        let text = self.hand.base(&format!(" {}", self.old.units[note].text));
        let paragraph = names.element("p", "", &(style.paragraph + &number + &text));
        let whole = names.element("footnote", &id, &paragraph);
        let start = whole.find("<w:p>").unwrap_or_default();
        self.note_spots.push((note, self.notes.len() + start));
        self.notes.push_str(&whole);
        names.element("r", "", &(style.reference + &names.empty("footnoteReference", &id)))
    }
}

/// The style of a paragraph, by what it is.
fn style(document: &Document, unit: &Unit) -> String {
    let is_labelled = unit.label.is_some();
    match unit.kind {
        Kind::Front if document.title.as_deref().is_some_and(|title| unit.text.ends_with(title)) => "Title".to_owned(),
        Kind::Front => "Front".to_owned(),
        Kind::Enacting => "Enacting".to_owned(),
        Kind::Operative if is_labelled => "Operative".to_owned(),
        Kind::Preambular | Kind::Operative => "Preambular".to_owned(),
        Kind::Subparagraph => {
            let level = depth(document, unit).clamp(1, styles::PARTS);
            format!("{}{level}", if is_labelled { "Part" } else { "Continued" })
        }
        Kind::Heading => format!("Heading{}", (unit.section.len() + 1).clamp(1, styles::HEADINGS)),
        Kind::Annex => "Annex".to_owned(),
        Kind::Note => "FootnoteText".to_owned(),
        Kind::Closing => "Closing".to_owned(),
    }
}

/// The parts that are not the text.
fn around(report: &Report, tracker: &mut Tracker) -> Vec<(&'static str, String)> {
    let language = report.redline.old.language;
    let shell = Shell {
        title: &report.phrases.said_of(&report.title.title, &report.title.pair),
        language,
        related: &["styles", "settings", "footnotes", "header1", "footer1"],
    };
    let mut parts = shell.parts();
    parts.push(("word/styles.xml", format!("{DECLARATION}{}", styles::styles(language, ""))));
    parts.push(("word/settings.xml", settings()));
    parts.push(("word/header1.xml", head(report, tracker)));
    parts.push(("word/footer1.xml", foot()));
    parts
}

fn settings() -> String {
    let notes = "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>";
    shell::settings(notes)
}

/// The symbol, tracked like the text.
fn head(report: &Report, tracker: &mut Tracker) -> String {
    let names = Names::default();
    let symbol = |document: &Document| document.symbol.clone().unwrap_or_else(|| document.label.clone());
    let (old, new) = (symbol(&report.redline.old), symbol(&report.redline.new));
    let hand = Hand { source: "", names: &names };
    let runs = if old == new {
        hand.run("", &old)
    } else {
        let deleted = hand.deleted("", &old);
        tracker.wrap(&names, Mark::Deleted, &deleted) + &tracker.wrap(&names, Mark::Inserted, &hand.run("", &new))
    };
    let paragraph = format!("<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{runs}</w:p>");
    format!("{DECLARATION}<w:hdr{NAMESPACES}>{paragraph}</w:hdr>")
}
