//! Comments of the new file, which come along to where they stand in it.
//!
//! ```text
//! new   urges <commentRangeStart 0/> all members <commentRangeEnd 0/><commentReference 0/> to pay     comment 0, by Ann
//! old   urges <commentRangeStart 9/> [del all][ins its] members <commentRangeEnd 9/>…                 comment 9, by Ann
//! ```
//!
//! Author, initials and date are those that the new file has. An answer stays an answer and what is done stays done
//! (`commentsExtended`); who the authors are elsewhere (`people`) stays behind. What the old file says too, by the same author, is not said twice in
//! a paragraph that stays; comments that only the old file has stay in it. Comments are no changes: they stay when all is rejected.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use super::super::base::Part;
use super::super::parts;
use super::super::xml::{Names, attribute, escaped, is};
use super::bring::{Goal, elements};
use super::column::Track;
use super::relations;
use super::side::{Element, Side};
use super::styles::related;
use crate::read::Package;

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Start,
    End,
    Reference,
}

/// Where a comment is anchored in a paragraph.
#[derive(Debug)]
struct Place<'x> {
    /// The atom before which it stands.
    at: usize,
    what: Anchor,
    id: &'x str,
}

/// The comments of the new file.
#[derive(Debug, Default)]
pub(super) struct Remarks<'x> {
    /// For each new paragraph its anchors, the last first, until they are written.
    places: BTreeMap<usize, Vec<Place<'x>>>,
    /// Comments that the old file has too.
    known: HashSet<&'x str>,
    /// Those that came: the id here by the one in the new file.
    came: HashMap<&'x str, u32>,
}

/// Where a paragraph stands that takes over comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Into {
    /// It comes.
    Fresh,
    /// It is in the old file too.
    Kept,
}

impl<'x> Remarks<'x> {
    /// Those of `new` that can be found, of which `old` may have some.
    pub(super) fn of(old: &Side<'x>, new: &Side<'x>) -> Self {
        let Some(sheet) = &new.remarks else { return Self::default() };
        let comments: HashMap<&str, Element<'x>> =
            elements(sheet.root).filter_map(|node| Some((attribute(node, "id")?, node))).collect();
        let mut theirs: HashMap<(&str, String), usize> = HashMap::new();
        for comment in old.remarks.iter().flat_map(|sheet| elements(sheet.root)) {
            *theirs.entry(said(comment)).or_default() += 1;
        }
        let mut ids: Vec<&str> = comments.keys().copied().collect();
        ids.sort_unstable();
        let mut is_known = |id: &&str| {
            let left = theirs.get_mut(&said(comments[*id])).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some()
        };
        let known = ids.into_iter().filter(|id| is_known(id)).collect();
        let mut places: BTreeMap<usize, Vec<Place<'x>>> = BTreeMap::new();
        for (sheet, of) in new.sheets.iter().enumerate() {
            let mut starts: Vec<(usize, usize)> = vec![];
            for (at, para) in new.paragraphs.iter().enumerate().filter(|(_, para)| para.sheet == sheet) {
                starts.push((para.node.range().start, at));
            }
            starts.sort_unstable();
            for node in of.root.descendants() {
                let Some(what) = anchor(node) else { continue };
                let Some((id, _)) = attribute(node, "id").and_then(|id| comments.get_key_value(id)) else { continue };
                let byte = node.range().start;
                let holder = node.ancestors().find(|above| is(*above, "p")).map_or(byte, |above| above.range().start);
                // Between two paragraphs a range begins with the next one, and ends with the one before.
                let next =
                    starts.partition_point(|(start, _)| if what == Anchor::Start { *start < holder } else { *start <= holder });
                let found =
                    if what == Anchor::Start { starts.get(next) } else { next.checked_sub(1).map(|before| &starts[before]) };
                let Some(&(_, para)) = found else { continue };
                let at = new.paragraphs[para].taken.atoms.before(byte);
                places.entry(para).or_default().push(Place { at, what, id });
            }
        }
        for all in places.values_mut() {
            all.reverse();
        }
        Self { places, known, came: HashMap::new() }
    }
}

/// The part of the comments.
pub(super) fn part_of(package: &Package) -> Option<usize> {
    relations::part(package, related(package, "comments")?.0)
}

fn anchor(node: Element<'_>) -> Option<Anchor> {
    let all = [("commentRangeStart", Anchor::Start), ("commentRangeEnd", Anchor::End), ("commentReference", Anchor::Reference)];
    all.into_iter().find(|(name, _)| is(node, name)).map(|(_, anchor)| anchor)
}

/// Who says what in a comment.
fn said(comment: Element<'_>) -> (&str, String) {
    let texts = comment.descendants().filter(|node| is(*node, "t")).filter_map(|node| node.text());
    (attribute(comment, "author").unwrap_or_default(), texts.collect())
}

impl<'x> Track<'_, 'x> {
    /// The atom of new paragraph `new` before which the next comment is anchored that is not written yet.
    pub(super) fn next_remark(&self, new: usize) -> Option<usize> {
        self.brought.places.get(&new)?.last().map(|place| place.at)
    }

    /// The anchors of comments of new paragraph `new` that stand before its atom `upto` and are not written yet.
    pub(super) fn remarks_upto(&mut self, new: usize, upto: usize, names: &Names, into: Into) -> String {
        let mut xml = String::new();
        let Remarks { places, known, came } = &mut self.brought;
        let Some(all) = places.get_mut(&new) else { return xml };
        while let Some(place) = all.pop_if(|place| place.at <= upto) {
            if into == Into::Kept && known.contains(place.id) {
                continue;
            }
            let own = *came.entry(place.id).or_insert_with(|| self.tracker.id());
            let id = names.attribute("id", &own.to_string());
            xml.push_str(&match place.what {
                Anchor::Start => names.empty("commentRangeStart", &id),
                Anchor::End => names.empty("commentRangeEnd", &id),
                Anchor::Reference => names.element("r", "", &names.empty("commentReference", &id)),
            });
        }
        xml
    }

    /// The comments that came, as they stand in the part of comments; what is known of their threads is added to `all`.
    pub(super) fn remarks_brought(&mut self, all: &mut Vec<Part>) -> Vec<String> {
        let known = self.known;
        let Some(sheet) = known.new.remarks.as_ref().filter(|_| !self.brought.came.is_empty()) else { return vec![] };
        let name = parts::comments_part(all);
        let plain = Names::default();
        let Ok(bare) = roxmltree::Document::parse(BARE) else { return vec![] };
        let goal = match &known.old.remarks {
            Some(sheet) => Goal { part: sheet.name, names: &sheet.names, root: sheet.root, has_remarks: false },
            None => Goal { part: &name, names: &plain, root: bare.root_element(), has_remarks: false },
        };
        let threads = Threads::of(known.new.package);
        let mut written = vec![];
        let mut paragraphs: HashMap<&str, String> = HashMap::new();
        let of_id = |node: Element<'x>| Some((self.brought.came.get(attribute(node, "id")?).copied()?, node));
        let mut came: Vec<(u32, Element<'x>)> = elements(sheet.root).filter_map(of_id).collect();
        came.sort_unstable_by_key(|(own, _)| *own);
        for (own, node) in came {
            let said = ["author", "date", "initials"].into_iter().filter_map(|name| Some((name, attribute(node, name)?)));
            let attributes: String = said.map(|(name, value)| goal.names.attribute(name, value)).collect();
            let attributes = goal.names.attribute("id", &own.to_string()) + &attributes;
            let mut content: String = elements(node).map(|child| self.bringer.element(child, sheet, &goal)).collect();
            let theirs = elements(node).filter(|child| is(*child, "p")).last().and_then(paragraph_id);
            if let Some(theirs) = theirs.filter(|theirs| threads.of.contains_key(*theirs)) {
                let fresh = free_id(own, known.old.package);
                content = identified(&content, &fresh, goal.names);
                paragraphs.insert(theirs, fresh);
            }
            written.push(goal.names.element("comment", &attributes, &content));
        }
        threads.add(&paragraphs, all);
        written
    }
}

const BARE: &str = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";
const WORD_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const WORD_2012: &str = "http://schemas.microsoft.com/office/word/2012/wordml";

/// The identity of a paragraph, by which a comment is told in its thread.
fn paragraph_id(node: Element<'_>) -> Option<&str> {
    node.attribute((WORD_2010, "paraId"))
}

/// An identity that nothing in `package` has; they are below 0x80000000.
fn free_id(own: u32, package: &Package) -> String {
    let ids = (0..0x1000_0000u32).map(|more| format!("{:08X}", 0x5241_0000 + (own.wrapping_add(more) & 0x0fff_ffff)));
    let is_taken = |id: &String| package.parts.iter().any(|part| parts::contains(&part.bytes, &format!("paraId=\"{id}\"")));
    ids.into_iter().find(|id| !is_taken(id)).unwrap_or_default()
}

/// `content` of a comment whose last paragraph has the identity `id`.
fn identified(content: &str, id: &str, names: &Names) -> String {
    let open = format!("<{}", names.tag("p"));
    let is_tag = |at: &usize| content[at + open.len()..].starts_with([' ', '>', '/']);
    let Some((at, _)) = content.rmatch_indices(&open).find(|(at, _)| is_tag(at)) else { return content.to_owned() };
    let end = at + open.len();
    format!("{} xmlns:w14=\"{WORD_2010}\" w14:paraId=\"{id}\"{}", &content[..end], &content[end..])
}

/// Which comment answers which, and which are done: by the identities of their last paragraphs.
#[derive(Default)]
struct Threads {
    of: BTreeMap<String, (Option<String>, bool)>,
}

impl Threads {
    fn of(new: &Package) -> Self {
        let xml = related(new, "commentsExtended").and_then(|(_, source)| roxmltree::Document::parse(source).ok());
        let said = |node: Element<'_>| {
            let value = |name: &str| node.attribute((WORD_2012, name)).map(str::to_owned);
            let is_done = value("done").is_some_and(|done| matches!(done.as_str(), "1" | "true"));
            Some((value("paraId")?, (value("paraIdParent"), is_done)))
        };
        let of = xml.iter().flat_map(|xml| xml.root_element().children()).filter_map(said).collect();
        Self { of }
    }

    /// Adds those of `paragraphs`, which are given with the identities that they have here.
    fn add(&self, paragraphs: &HashMap<&str, String>, all: &mut Vec<Part>) {
        let mut xml = String::new();
        for (theirs, (parent, is_done)) in &self.of {
            let Some(own) = paragraphs.get(theirs.as_str()) else { continue };
            let parent = parent.as_ref().and_then(|parent| paragraphs.get(parent.as_str()));
            let parent = parent.map(|parent| format!(" w15:paraIdParent=\"{}\"", escaped(parent))).unwrap_or_default();
            let done = u8::from(*is_done);
            let _ = write!(xml, "<w15:commentEx xmlns:w15=\"{WORD_2012}\" w15:paraId=\"{own}\"{parent} w15:done=\"{done}\"/>");
        }
        if !xml.is_empty() {
            parts::add_threads(all, &xml);
        }
    }
}
