//! Which part of the zip is what: by its relations, not by its name (ECMA-376 part 2, 9.3).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use roxmltree::Document;

use super::package::Part;
use super::settle::{Authors, settle};
use super::unpack::{SAVE_AGAIN, unpack};
use super::xml::{Element, Reading, any_name, elements, name};
use crate::read::{Note, Revisions};
use crate::{Error, ErrorKind};

/// The parts of a Word file, and which of them is what.
pub(super) struct Parts<'r> {
    pub(super) reading: Reading<'r>,
    pub(super) all: Vec<Part>,
    index: Index,
    pub(super) document: usize,
    pub(super) footnotes: Option<usize>,
    pub(super) endnotes: Option<usize>,
    pub(super) comments: Option<usize>,
    pub(super) styles: Option<usize>,
    pub(super) numbering: Option<usize>,
    pub(super) settings: Option<usize>,
    /// Headers and footers.
    pub(super) margins: Vec<usize>,
    /// How many revisions stay in the file.
    pub(super) kept: usize,
    /// Who made the revisions, and what one deleted of another's words.
    pub(super) authors: Vec<String>,
    pub(super) nested: Vec<[String; 3]>,
}

/// A relation of one part to another.
struct Relation {
    id: String,
    /// The last word of its type: "footnotes".
    kind: String,
    target: String,
    /// The target is an address outside the file.
    is_outside: bool,
}

impl<'r> Parts<'r> {
    /// The parts of the zip in `bytes`.
    pub(super) fn new(bytes: &[u8], reading: Reading<'r>) -> Result<Self, Error> {
        let parts = unpack(bytes, &reading)?;
        let index = index(&parts);
        let whole = relations(&parts, &index, "_rels/.rels", &reading)?;
        let main = whole.iter().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "word/document.xml".to_owned(), |relation| resolved("", &relation.target));
        let document = find(&index, &main).ok_or_else(|| no_document(&index, &reading))?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = relations(&parts, &index, &relations_of(folder, file), &reading)?;
        let related = |kind: &str| {
            let found = relations.iter().filter(|relation| relation.kind == kind);
            found.filter_map(|relation| find(&index, &resolved(folder, &relation.target))).collect::<Vec<_>>()
        };
        let first = |kind: &str| related(kind).first().copied();
        let mut seen = BTreeSet::new();
        let mut found = Self {
            reading,
            document,
            footnotes: first("footnotes"),
            endnotes: first("endnotes"),
            comments: first("comments"),
            styles: first("styles"),
            numbering: first("numbering"),
            settings: first("settings"),
            margins: related("header").into_iter().chain(related("footer")).filter(|at| seen.insert(*at)).collect(),
            kept: 0,
            authors: vec![],
            nested: vec![],
            all: vec![],
            index: Index::new(),
        };
        (found.all, found.index) = (parts, index);
        Ok(found)
    }

    /// Settles the revisions of every part that has text or properties; says so if there were any.
    pub(super) fn settle(&mut self, how: Revisions, authors: &[String]) -> Result<Vec<Note>, Error> {
        let named =
            [Some(self.document), self.footnotes, self.endnotes, self.comments, self.styles, self.numbering, self.settings];
        let (mut count, mut kept, mut by, mut held) = (0, 0, Authors::default(), 0);
        let told = [Some(self.document), self.footnotes, self.endnotes];
        for at in named.into_iter().flatten().chain(self.margins.clone()) {
            let part = &self.all[at];
            let text = self.reading.text(part)?;
            let xml = self.reading.parse(&part.name, &text)?;
            let root = xml.root_element();
            if at == self.document && name(root) != "document" {
                return Err(wrong_document(root, &self.reading));
            }
            let texts = root.descendants().filter(|node| matches!(any_name(*node), "t" | "delText"));
            held += texts.filter_map(|node| node.text()).map(|text| text.len() as u64).sum::<u64>();
            self.reading.held(held)?;
            // Beside the text and its notes nothing is kept.
            let how = if how == Revisions::Keep && !told.contains(&Some(at)) { Revisions::Accept } else { how };
            let settled = settle(&text, xml.root(), how, authors);
            if let Some(settled) = &settled {
                count += settled.count;
                kept += settled.kept;
                by.add(root);
            }
            drop(xml);
            let settled = settled.map_or_else(|| text.into_owned(), |settled| settled.xml);
            self.all[at].bytes = settled.into_bytes();
        }
        self.kept = kept;
        (self.authors, self.nested) = (by.names().to_vec(), by.nested().to_vec());
        Ok(match how {
            _ if count == 0 => vec![],
            Revisions::Keep => vec![kept_note(count, kept, by.names())],
            _ => vec![settled_note(count, by.names(), how)],
        })
    }

    /// The XML of the part at `at`.
    pub(super) fn xml(&self, at: usize) -> Result<Document<'_>, Error> {
        self.reading.parse(&self.all[at].name, self.raw(at))
    }

    /// The XML of the part at `at`, where there is one.
    pub(super) fn parse(&self, at: Option<usize>) -> Result<Option<Document<'_>>, Error> {
        at.map(|at| self.xml(at)).transpose()
    }

    /// What the part at `at` is related to as `kind`, "image": the relation's id and the part.
    pub(super) fn related_of(&self, at: usize, kind: &str) -> Result<Vec<(String, usize)>, Error> {
        let name = &self.all[at].name;
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let related = relations(&self.all, &self.index, &relations_of(folder, file), &self.reading)?;
        let related = related.into_iter().filter(|relation| relation.kind == kind);
        Ok(related.filter_map(|one| Some((one.id, find(&self.index, &resolved(folder, &one.target))?))).collect())
    }

    /// The addresses outside the file that the part at `at` is related to as `kind`, by their ids.
    pub(super) fn targets_of(&self, at: usize, kind: &str) -> Result<Vec<(String, String)>, Error> {
        let (folder, file) = self.all[at].name.rsplit_once('/').unwrap_or(("", &self.all[at].name));
        let related = all_relations(&self.all, &self.index, &relations_of(folder, file), &self.reading)?;
        Ok(related
            .into_iter()
            .filter(|relation| relation.kind == kind && relation.is_outside)
            .map(|one| (one.id, one.target))
            .collect())
    }

    /// The text of the part at `at`, which was settled.
    pub(super) fn raw(&self, at: usize) -> &str {
        std::str::from_utf8(&self.all[at].bytes).unwrap_or_default()
    }
}

/// Says that the file tracks changes, and how they were settled.
pub(super) fn settled_note(count: usize, by: &[String], how: Revisions) -> Note {
    let (code, done) = match how {
        Revisions::Accept | Revisions::Keep => ("revisions-accepted", "accepted"),
        Revisions::Reject => ("revisions-rejected", "rejected"),
    };
    let message = format!("the file has {count} tracked changes{}: it is read as if they were {done}", authors(by));
    Note::new(code, message).with([&count.to_string()])
}

/// Says that the file tracks changes, and how many of them stay in it.
fn kept_note(count: usize, kept: usize, by: &[String]) -> Note {
    let mut message = format!("the file has {count} tracked changes{}: it is read as if they were accepted", authors(by));
    let settled = count.saturating_sub(kept);
    if settled == 0 {
        message.push_str(", and a Word redline keeps them");
        return Note::new("revisions-kept", message).with([&count.to_string()]);
    }
    let _ = write!(
        message,
        ", and a Word redline keeps {kept} of them: {settled} cannot stand under other changes, and it has them accepted"
    );
    Note::new("revisions-kept-in-part", message)
        .with([count, kept, settled].map(|n| n.to_string()).each_ref().map(String::as_str))
}

fn authors(by: &[String]) -> String {
    if by.is_empty() { String::new() } else { format!(" by {}", by.join(", ")) }
}

/// The name of the part that holds the relations of `file` in `folder`.
fn relations_of(folder: &str, file: &str) -> String {
    format!("{folder}/_rels/{file}.rels")
}

/// The relations inside the file in the part called `called`; none where there is no such part.
fn relations(parts: &[Part], index: &Index, called: &str, reading: &Reading<'_>) -> Result<Vec<Relation>, Error> {
    let all = all_relations(parts, index, called, reading)?;
    Ok(all.into_iter().filter(|relation| !relation.is_outside).collect())
}

/// The same, with those to addresses outside it.
fn all_relations(parts: &[Part], index: &Index, called: &str, reading: &Reading<'_>) -> Result<Vec<Relation>, Error> {
    let Some(at) = find(index, called.trim_start_matches('/')) else { return Ok(vec![]) };
    let text = reading.text(&parts[at])?;
    let xml = reading.parse(called, &text)?;
    let relation = |node: Element<'_>| {
        let (kind, target) = (node.attribute("Type")?, node.attribute("Target")?);
        let id = node.attribute("Id").unwrap_or_default();
        let is_outside = node.attribute("TargetMode") == Some("External");
        let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
        Some(Relation { id: id.to_owned(), kind, target: target.to_owned(), is_outside })
    };
    Ok(elements(xml.root_element()).filter_map(relation).collect())
}

/// `target` as seen from `folder`, from the root of the zip.
pub(crate) fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (mut path, rest): (Vec<&str>, &str) = match target.strip_prefix('/') {
        Some(rest) => (vec![], rest),
        None => (folder.split('/').filter(|step| !step.is_empty()).collect(), &target),
    };
    for step in rest.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The parts by their names, which are the same in either case; of two the first.
type Index = BTreeMap<String, usize>;

fn index(parts: &[Part]) -> Index {
    let name = |part: &Part| part.name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase();
    parts.iter().enumerate().rev().map(|(at, part)| (name(part), at)).collect()
}

fn find(index: &Index, called: &str) -> Option<usize> {
    index.get(&called.to_ascii_lowercase()).copied()
}

fn no_document(index: &Index, reading: &Reading<'_>) -> Error {
    let is_open_document = find(index, "content.xml").is_some() && find(index, "META-INF/manifest.xml").is_some();
    let what = if is_open_document {
        "is an OpenDocument file (.odt), which rature does not read: open it in Word or LibreOffice and save it as .docx"
    } else {
        "is a zip file without a Word document in it: unpack it, or give the .docx itself"
    };
    reading.error(ErrorKind::NotText, what)
}

fn wrong_document(root: Element<'_>, reading: &Reading<'_>) -> Error {
    let what = match any_name(root) {
        "workbook" => "is an Excel workbook, not a Word file: copy its text into a Word file (.docx)".to_owned(),
        "presentation" => "is a PowerPoint presentation, not a Word file: copy its text into a Word file (.docx)".to_owned(),
        other => format!("is no Word file as it should be: its text is a `{other}`: {SAVE_AGAIN}"),
    };
    reading.error(ErrorKind::NotText, what)
}
