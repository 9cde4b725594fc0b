//! A paragraph as it will stand in the file.
//!
//! ```text
//! old       Urges fifteen States.¶
//! edits     delete "fifteen", insert "twelve", insert ¶ after "States"
//! written   Urges [del fifteen][ins twelve] States[ins ¶]
//!           .¶
//! ```
//!
//! What a file that keeps its tracked changes had inserted is deleted inside that insertion, and what comes into it parts it:
//!
//! ```text
//! theirs    [ins a few words]      ours    [ins a few [del words]]    [ins a] [ins very] [ins few words]
//! ```
//!
//! Atoms that share a run and a fate share a run again; a run that nothing happens to is copied byte for byte.

use std::collections::BTreeMap;
use std::ops::Range;

use super::atoms::Stuff;
use super::field;
use super::paragraph::{Paragraph, Piece, Run};
use super::properties::Properties;
use super::splices::Splices;
use super::tracker::{Author, Mark, Tracker};
use super::xml::{Names, as_it_is};

/// What happens to one paragraph.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// For each atom, whether it goes.
    pub(super) gone: Vec<bool>,
    /// What comes before each atom; behind the last for its count.
    pub(super) come: BTreeMap<usize, Vec<Come>>,
    /// What happens to its end.
    pub(super) mark: Option<Mark>,
    /// The mark of what goes: deleted, or moved away.
    pub(super) leaves_as: Option<Mark>,
    /// For each atom, whether it is deleted where the rest moves away; none where there are fewer.
    pub(super) struck: Vec<bool>,
    /// Atoms that look otherwise now, each stretch with what stands in its `w:rPr`; in order.
    pub(super) faces: Vec<(Range<usize>, String)>,
    /// Other properties than it had.
    pub(super) properties: Option<Properties>,
    /// The ends of the range that it leaves, when it moves.
    pub(super) around: [String; 2],
    /// For each atom that goes, who strikes it; the first author where there are fewer.
    pub(super) struck_by: Vec<Author>,
    /// Whose the mark of its end is.
    pub(super) mark_by: Author,
}

/// What comes into a paragraph.
#[derive(Debug, Clone)]
pub(super) enum Come {
    /// Runs.
    Runs(String),
    /// Runs that are marked already.
    Marked(String),
    /// The end of a paragraph, and the beginning of another; the first looks so, else as the paragraph did.
    Border(Option<Properties>),
}

/// A paragraph to be written.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// The start tag without its closing bracket; none where `content` is a table.
    pub(super) open: String,
    pub(super) properties: Properties,
    /// What the properties were, where that is tracked.
    pub(super) was: Option<Properties>,
    pub(super) content: String,
    pub(super) mark: Option<Mark>,
    /// Whose the mark is.
    pub(super) mark_by: Author,
    /// Ends of moved ranges before and after it.
    pub(super) around: [String; 2],
}

impl Written {
    /// A table among paragraphs.
    pub(super) fn table(xml: String) -> Self {
        Self {
            open: String::new(),
            properties: Properties::default(),
            was: None,
            content: xml,
            mark: None,
            mark_by: Author::default(),
            around: Default::default(),
        }
    }

    pub(super) fn is_table(&self) -> bool {
        self.open.is_empty()
    }

    /// The element.
    pub(super) fn xml(&self, names: &Names, tracker: &mut Tracker) -> String {
        let mark = self.mark.filter(|mark| !(mark.is_gone() && self.properties.ends_section()));
        if self.open.is_empty() {
            return self.content.clone();
        }
        tracker.sign_as(self.mark_by);
        let properties = self.properties.xml(names, tracker, mark, self.was.as_ref());
        tracker.sign_as(Author::default());
        let close = names.tag("p");
        let [before, after] = &self.around;
        format!("{before}{}>{properties}{}</{close}>{after}", self.open, self.content)
    }
}

impl Edits {
    /// Whether anything happens at all.
    pub(super) fn is_nothing(&self) -> bool {
        let has_same_end = self.mark.is_none() && self.properties.is_none();
        has_same_end && self.come.is_empty() && self.faces.is_empty() && !self.gone.contains(&true)
    }

    pub(super) fn insert(&mut self, at: usize, come: Come) {
        self.come.entry(at).or_default().push(come);
    }
}

/// The part that a paragraph is of, and who signs.
pub(super) struct Pen<'a> {
    pub(super) source: &'a str,
    pub(super) names: &'a Names,
    pub(super) tracker: &'a mut Tracker,
    /// What was done inside the runs of the paragraph: text boxes.
    pub(super) splices: &'a Splices,
}

/// The paragraphs that `paragraph` becomes.
pub(super) fn written(paragraph: &Paragraph, properties: &Properties, edits: &Edits, pen: &mut Pen<'_>) -> Vec<Written> {
    let fresh = |(content, own): (String, Option<Properties>)| Written {
        open: second_open(paragraph, pen.source),
        properties: own.as_ref().unwrap_or(properties).copied(),
        was: None,
        content,
        mark: Some(Mark::Inserted),
        mark_by: edits.mark_by,
        around: Default::default(),
    };
    let mut done = vec![];
    let mut writer = Writer {
        paragraph,
        edits,
        pen,
        content: String::new(),
        copied: 0,
        open: vec![],
        ends: vec![],
        sections: vec![],
        last: Author::default(),
    };
    for (nth, piece) in paragraph.pieces.iter().enumerate() {
        match piece {
            Piece::Raw(range) => writer.copy(range.clone()),
            Piece::Open(_, range) => writer.open(nth, range),
            Piece::Close(range) => writer.close(range),
            Piece::Run(run) => writer.run(run),
        }
    }
    writer.come(paragraph.atoms.len());
    let Writer { content, sections, .. } = writer;
    done.extend(sections.into_iter().map(fresh));
    let open = pen.source[paragraph.open.clone()].to_owned();
    // The first keeps what only one element may have, such as its identity.
    let (first, last) = if done.is_empty() { (None, open) } else { (Some(open), second_open(paragraph, pen.source)) };
    if let (Some(open), Some(written)) = (first, done.first_mut()) {
        written.open = open;
    }
    let now = edits.properties.as_ref().unwrap_or(properties);
    let was = edits.properties.as_ref().map(|_| properties.clone());
    done.push(Written {
        open: last,
        properties: now.clone(),
        was,
        content,
        mark: edits.mark,
        mark_by: edits.mark_by,
        around: edits.around.clone(),
    });
    done
}

/// A start tag for a second paragraph: without attributes, which are identities and counts of editing.
fn second_open(paragraph: &Paragraph, source: &str) -> String {
    let open = &source[paragraph.open.clone()];
    open.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or(open).to_owned()
}

/// The properties of a run that were `was` and are now `face`. An earlier record of what they were stays, since rejecting all gives what was
/// before it.
fn restyled(was: &str, face: &str, names: &Names, tracker: &mut Tracker) -> String {
    let inner = was.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</")).map_or("", |(inner, _)| inner);
    let (inner, earlier) = inner.split_at(inner.find(&format!("<{}", names.tag("rPrChange"))).unwrap_or(inner.len()));
    let record = if earlier.is_empty() {
        names.element("rPrChange", &tracker.signed(names), &names.element("rPr", "", inner))
    } else {
        tracker.again(names, earlier)
    };
    names.element("rPr", "", &(face.to_owned() + &record))
}

struct Writer<'a, 'b> {
    paragraph: &'a Paragraph,
    edits: &'a Edits,
    pen: &'a mut Pen<'b>,
    content: String,
    /// How much of it was there when last something was copied, under whose marks nothing of ours goes on.
    copied: usize,
    /// The start tags of the elements that are open.
    open: Vec<Range<usize>>,
    /// What ends each of them where it goes: its mark, whose that is, and the run.
    ends: Vec<Option<(Mark, Author, String)>>,
    /// The paragraphs before the last, each with how it looks if not as the whole did.
    sections: Vec<(String, Option<Properties>)>,
    /// Who struck what was struck last.
    last: Author,
}

impl Writer<'_, '_> {
    fn copy(&mut self, range: Range<usize>) {
        self.content.push_str(&self.pen.splices.applied(self.pen.source, range));
        self.copied = self.content.len();
    }

    /// The start tag of what holds runs, piece `nth`. A simple field that goes is runs that go.
    fn open(&mut self, nth: usize, tag: &Range<usize>) {
        self.open.push(tag.clone());
        let code = field::code_of(self.pen.names, &self.pen.source[tag.clone()]);
        let Some((code, (mark, by))) = code.and_then(|code| Some((code, self.goes_whole(nth)?))) else {
            self.ends.push(None);
            return self.copy(tag.clone());
        };
        let [begin, end] = field::of_runs(self.pen.names, code, mark == Mark::Deleted);
        self.mark(mark, by, &begin);
        self.ends.push(Some((mark, by, end)));
    }

    /// The end tag of what holds runs.
    fn close(&mut self, tag: &Range<usize>) {
        self.open.pop();
        match self.ends.pop().flatten() {
            Some((mark, by, end)) => self.mark(mark, by, &end),
            None => self.copy(tag.clone()),
        }
    }

    /// The mark of all that stands in what piece `nth` opens, where all of it goes.
    fn goes_whole(&self, nth: usize) -> Option<(Mark, Author)> {
        let mut depth = 0;
        let mut atoms: Option<Range<usize>> = None;
        for piece in &self.paragraph.pieces[nth..] {
            match piece {
                Piece::Open(..) => depth += 1,
                Piece::Close(..) => depth -= 1,
                Piece::Run(run) => atoms = Some(atoms.map_or(run.atoms.start, |atoms| atoms.start)..run.atoms.end),
                Piece::Raw(_) => {}
            }
            if depth == 0 {
                break;
            }
        }
        let mut atoms = atoms.filter(|atoms| !atoms.is_empty())?;
        let fate = self.fate(atoms.start)?;
        atoms.all(|at| self.fate(at) == Some(fate)).then_some(fate)
    }

    /// Runs under a mark of ours, which `by` signs; what is under the same mark of theirs goes on.
    fn mark(&mut self, mark: Mark, by: Author, runs: &str) {
        let goes_on = by == std::mem::replace(&mut self.last, by) && self.content.len() > self.copied;
        let Pen { names, tracker, .. } = &mut *self.pen;
        tracker.sign_as(by);
        if goes_on {
            tracker.wrap_on(names, mark, runs, &mut self.content);
        } else {
            self.content.push_str(&tracker.wrap(names, mark, runs));
        }
        tracker.sign_as(Author::default());
    }

    /// The start tag of an insertion that the file had already, where that is what stands next around the place.
    fn earlier(&self) -> Option<(&'static str, &str)> {
        let tag = &self.pen.source[self.open.last()?.clone()];
        let names = [Mark::Inserted.tag(), Mark::MovedTo.tag()];
        let is = |name: &&str| {
            tag.strip_prefix(&format!("<{}", self.pen.names.tag(name))).is_some_and(|rest| rest.starts_with([' ', '>']))
        };
        names.into_iter().find(is).map(|name| (name, tag))
    }

    /// The mark of an atom that goes, and whose it is.
    fn fate(&self, at: usize) -> Option<(Mark, Author)> {
        let is = |atoms: &[bool]| atoms.get(at).copied().unwrap_or_default();
        let leaves_as = if is(&self.edits.struck) { None } else { self.edits.leaves_as };
        let by = self.edits.struck_by.get(at).copied().unwrap_or_default();
        is(&self.edits.gone).then(|| (leaves_as.unwrap_or(Mark::Deleted), by))
    }

    /// How atom `at` looks now, if otherwise than it did: an index.
    fn face(&self, at: usize) -> Option<usize> {
        let next = self.edits.faces.partition_point(|(atoms, _)| atoms.end <= at);
        self.edits.faces.get(next).filter(|(atoms, _)| atoms.contains(&at)).map(|_| next)
    }

    fn run(&mut self, run: &Run) {
        let atoms = run.atoms.clone();
        if atoms.is_empty() {
            return self.copy(run.range.clone());
        }
        let mut at = atoms.start;
        while at < atoms.end {
            if at > atoms.start || !self.is_deeper(at) {
                self.come(at);
            }
            let fate = self.fate(at);
            let look = self.face(at);
            let cut = |next: &usize| self.fate(*next) != fate || self.face(*next) != look || self.edits.come.contains_key(next);
            let end = (at + 1..atoms.end).find(cut).unwrap_or(atoms.end);
            self.part(run, at..end, fate);
            at = end;
        }
        // What comes at the border of two runs comes into the one that stands in fewer elements: not into a hyperlink.
        if self.is_deeper(at) {
            self.come(at);
        }
    }

    /// Atoms of one run with one fate.
    fn part(&mut self, run: &Run, atoms: Range<usize>, fate: Option<(Mark, Author)>) {
        if atoms == run.atoms && fate.is_none() && self.face(atoms.start).is_none() {
            return self.copy(run.range.clone());
        }
        let xml = self.run_of(run, atoms, fate.is_some_and(|(mark, _)| mark == Mark::Deleted));
        match fate {
            Some((mark, by)) => self.mark(mark, by, &xml),
            None => self.content.push_str(&xml),
        }
    }

    fn run_of(&mut self, run: &Run, atoms: Range<usize>, is_deleted: bool) -> String {
        let is_second = atoms.start > run.atoms.start;
        let face = self.face(atoms.start).map(|face| &self.edits.faces[face].1);
        let Pen { source, names, splices, tracker } = &mut *self.pen;
        if run.is_formula {
            return splices.applied(source, run.range.clone());
        }
        let mut xml = source[run.open.clone()].to_owned() + ">";
        if let Some(face) = face {
            let was = run.properties.as_ref().map_or("", |own| &source[own.clone()]);
            xml.push_str(&restyled(was, face, names, tracker));
        } else if let Some(properties) = &run.properties {
            let properties = &source[properties.clone()];
            // A change of looks that the file had already is there twice now.
            let is_changed = is_second && properties.contains(&names.tag("rPrChange"));
            xml.push_str(&if is_changed { tracker.again(names, properties) } else { properties.to_owned() });
        }
        let text = if is_deleted { "delText" } else { "t" };
        let mut characters = String::new();
        let flush = |characters: &mut String, xml: &mut String| {
            if !characters.is_empty() {
                xml.push_str(&names.element(text, " xml:space=\"preserve\"", &as_it_is(characters)));
                characters.clear();
            }
        };
        for atom in self.paragraph.atoms.range(atoms) {
            if let Stuff::Char(character) = atom.what {
                characters.push(character);
                continue;
            }
            flush(&mut characters, &mut xml);
            let Some(range) = atom.range() else { continue };
            let raw = splices.applied(source, range);
            let is_code = matches!(atom.what, Stuff::Field(_)) && is_deleted;
            xml.push_str(&if is_code { raw.replace(&names.tag("instrText"), &names.tag("delInstrText")) } else { raw });
        }
        flush(&mut characters, &mut xml);
        xml + &format!("</{}>", names.tag("r"))
    }

    /// Whether atom `at` stands in more elements than the one before it.
    fn is_deeper(&self, at: usize) -> bool {
        let depth = |at: usize| self.paragraph.run_of(at).map(|run| run.depth);
        at.checked_sub(1).is_some_and(|before| depth(at) > depth(before) && depth(at).is_some())
    }

    /// Writes what comes before atom `at`.
    fn come(&mut self, at: usize) {
        let Some(all) = self.edits.come.get(&at) else { return };
        let earlier = self.earlier().map(|(name, tag)| (format!("</{}>", self.pen.names.tag(name)), tag.to_owned()));
        if let Some((close, _)) = &earlier {
            self.content.push_str(close);
            self.copied = self.content.len();
        }
        for come in all {
            match come {
                Come::Runs(runs) => self.mark(Mark::Inserted, Author::default(), runs),
                Come::Marked(xml) => self.content.push_str(xml),
                Come::Border(own) => {
                    self.sections.push((std::mem::take(&mut self.content), own.clone()));
                    self.copied = 0;
                }
            }
        }
        if let Some((_, open)) = earlier {
            self.content.push_str(&self.pen.tracker.again(self.pen.names, &open));
            self.copied = self.content.len();
        }
    }
}
