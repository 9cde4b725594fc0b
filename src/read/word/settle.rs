//! Tracked changes are accepted or rejected in the XML itself, so that all that comes after sees a file without any.
//!
//! ```text
//! <w:p>…<w:del><w:r>…12…</w:r></w:del><w:ins><w:r>…seize…</w:r></w:ins>…</w:p>
//! accept   <w:p>…<w:r>…seize…</w:r>…</w:p>
//! reject   <w:p>…<w:r>…12…</w:r>…</w:p>
//! ```
//!
//! keep     <w:p>…<w:del>…</w:del><w:ins>…</w:ins>…</w:p>, which is read as if accepted
//!
//! Everything that is not a revision keeps its bytes. A paragraph whose mark goes is joined with the next one, which keeps its own
//! properties, since they belong to the mark that stays (ECMA-376 part 1, 17.13.5.15). A paragraph without anything left that no
//! other follows, such as one before a table, is taken out. What cannot be kept is accepted: paragraphs that are joined and have words of
//! their own, cells, numbering that went, properties of sections. Cost: `O(bytes)`, and once more for the properties of joined paragraphs.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::xml::{Element, any_name, attribute, child, content, elements, name, start_tag};
use crate::read::Revisions;

/// A part without revisions.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) xml: String,
    /// How many revisions there were.
    pub(super) count: usize,
    /// How many of them stay.
    pub(super) kept: usize,
}

/// The part `raw`, parsed as `root`, with its revisions settled; None when it has none. Where `authors` are named, what others changed is
/// rejected, whatever is done with theirs.
pub(super) fn settle(raw: &str, root: Element<'_>, how: Revisions, authors: &[String]) -> Option<Settled> {
    let count = root.descendants().filter(|node| is_revision(*node)).count();
    let is_marked = || root.descendants().any(|node| is_range_mark(name(node)));
    if count == 0 && !is_marked() {
        return None;
    }
    let mut settler = Settler { raw, how, authors, edits: vec![], kept: 0 };
    settler.children(root);
    Some(Settled { xml: applied(raw, 0..raw.len(), settler.edits), count, kept: settler.kept })
}

/// The part `raw` with its revisions settled; None where it is not XML.
pub(crate) fn settled(raw: &str, how: Revisions) -> Option<Cow<'_, str>> {
    let options = roxmltree::ParsingOptions { nodes_limit: u32::MAX, ..Default::default() };
    let xml = roxmltree::Document::parse_with_options(raw, options).ok()?;
    Some(settle(raw, xml.root(), how, &[]).map_or(Cow::Borrowed(raw), |settled| Cow::Owned(settled.xml)))
}

/// What a tracked change did to what it holds or marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Inserted,
    Deleted,
}

fn change(name: &str) -> Option<Change> {
    match name {
        "ins" | "moveTo" | "cellIns" => Some(Change::Inserted),
        "del" | "moveFrom" | "cellDel" => Some(Change::Deleted),
        _ => None,
    }
}

/// Whether `node`, a paragraph, a row or a table, is one that kept revisions take away: a reader passes it over.
pub(crate) fn is_kept_as_gone(node: Element<'_>) -> bool {
    let is_deleted = |mark: Element<'_>| change(name(mark)) == Some(Change::Deleted);
    let is_marked = |row: Element<'_>| child(row, "trPr").is_some_and(|pr| elements(pr).any(is_deleted));
    match name(node) {
        "p" => {
            let properties = child(node, "pPr").and_then(|pr| child(pr, "rPr"));
            properties.is_some_and(|pr| elements(pr).any(is_deleted)) && has_next(node) && !has_words(node, &is_deleted)
        }
        "tr" => is_marked(node),
        "tbl" => {
            let mut rows = elements(node).filter(|row| name(*row) == "tr").peekable();
            rows.peek().is_some() && rows.all(is_marked)
        }
        _ => false,
    }
}

/// Whether anything follows the paragraph `node` that parts it from the end.
fn has_next(node: Element<'_>) -> bool {
    node.next_siblings().skip(1).any(|next| next.is_element() && !is_between(name(next)) && name(next) != "sectPr")
}

/// Whether anything that is printed stays in `node`.
fn has_words(node: Element<'_>, goes: &dyn Fn(Element<'_>) -> bool) -> bool {
    elements(node).any(|inner| !goes(inner) && (name(inner) == "r" || has_words(inner, goes)))
}

/// Old properties, kept beside the new: `rPrChange`.
fn is_old_properties(name: &str) -> bool {
    name.len() > "Change".len() && name.ends_with("Change")
}

fn is_range_mark(name: &str) -> bool {
    let name = name.strip_prefix("customXml").unwrap_or(name);
    ["moveFromRange", "moveToRange", "InsRange", "DelRange", "MoveFromRange", "MoveToRange"].iter().any(|m| name.starts_with(m))
}

fn is_revision(node: Element<'_>) -> bool {
    let name = name(node);
    change(name).is_some() || name == "cellMerge" || is_old_properties(name)
}

/// Whether `node`, a `w:ins` or its like, marks what stands around it, and holds nothing: it stands in properties.
fn is_mark(node: Element<'_>) -> bool {
    node.parent().is_some_and(|parent| any_name(parent).ends_with("Pr"))
}

/// What may stand between two paragraphs without parting them.
fn is_between(name: &str) -> bool {
    matches!(name, "bookmarkStart" | "bookmarkEnd" | "proofErr" | "permStart" | "permEnd")
        || name.starts_with("commentRange")
        || is_range_mark(name)
}

struct Settler<'r> {
    raw: &'r str,
    how: Revisions,
    /// Whose changes count; everybody's where it is empty.
    authors: &'r [String],
    /// In the order of the text, none inside another.
    edits: Vec<(Range<usize>, String)>,
    kept: usize,
}

impl Settler<'_> {
    /// Whether the change `node` is accepted.
    fn accepts(&self, node: Element<'_>) -> bool {
        let by = || attribute(node, "author").unwrap_or_default();
        self.how != Revisions::Reject && (self.authors.is_empty() || self.authors.iter().any(|author| is_by(by(), author)))
    }

    /// Whether what `node` changed so stays.
    fn stays(&self, node: Element<'_>, change: Change) -> bool {
        (change == Change::Inserted) == self.accepts(node)
    }

    /// Whether `node` is a change, and what it changed goes.
    fn goes(&self, node: Element<'_>) -> bool {
        change(name(node)).is_some_and(|change| !self.stays(node, change))
    }

    fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.edits.push((range, with.into()));
    }

    fn remove(&mut self, node: Element<'_>) {
        self.replace(node.range(), "");
    }

    /// Settles what stands in `node`, joining paragraphs.
    fn children(&mut self, node: Element<'_>) {
        let children: Vec<Element<'_>> = elements(node).collect();
        let mut at = 0;
        // No paragraph before this one has another to join.
        let mut alone = 0;
        while let Some(child) = children.get(at) {
            let goes = self.mark_goes(*child) && !self.keeps(*child);
            if goes && at >= alone {
                match self.joined(&children[at..]) {
                    Ok(last) => {
                        self.join(&children[at..=at + last]);
                        at += last + 1;
                        continue;
                    }
                    Err(length) => alone = at + length,
                }
            }
            let parts = |next: &Element<'_>| !is_between(name(*next)) && name(*next) != "sectPr";
            if goes && children[at + 1..].iter().any(parts) && !self.has_words(*child) {
                self.remove(*child);
            } else {
                self.node(*child);
            }
            at += 1;
        }
    }

    /// The paragraph that stays when the first one's mark goes: how many elements after it; or how many have none to join.
    fn joined(&self, siblings: &[Element<'_>]) -> Result<usize, usize> {
        for (at, sibling) in siblings.iter().enumerate().skip(1) {
            match name(*sibling) {
                "p" if self.mark_goes(*sibling) => {}
                "p" => return Ok(at),
                other if is_between(other) => {}
                _ => return Err(at),
            }
        }
        Err(siblings.len())
    }

    /// Whether the mark that ends the paragraph `node` goes.
    fn mark_goes(&self, node: Element<'_>) -> bool {
        if name(node) != "p" {
            return false;
        }
        let properties = child(node, "pPr").and_then(|pr| child(pr, "rPr"));
        properties.is_some_and(|pr| elements(pr).any(|mark| self.goes(mark)))
    }

    /// Whether anything that is printed stays in `node`.
    fn has_words(&self, node: Element<'_>) -> bool {
        has_words(node, &|inner| self.goes(inner))
    }

    /// Whether `node` stays with all the revisions in it.
    fn keeps(&self, node: Element<'_>) -> bool {
        let above = node.parent().map_or("", |above| name(above));
        self.how == Revisions::Keep
            && match name(node) {
                "del" | "moveFrom" => above == "rPr" || holds_runs(above),
                "ins" | "moveTo" => matches!(above, "rPr" | "trPr" | "numPr"),
                "rPrChange" | "pPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange" => true,
                other => is_range_mark(other) || is_kept_as_gone(node),
            }
    }

    /// Whether the tags of `node`, an insertion, stay around what is in it.
    fn keeps_tags(&self, node: Element<'_>) -> bool {
        self.how == Revisions::Keep && node.parent().is_some_and(|above| holds_runs(name(above)))
    }

    /// Joins the paragraphs of `siblings` into the last one.
    fn join(&mut self, siblings: &[Element<'_>]) {
        let Some((last, before)) = siblings.split_last() else { return };
        let (last_head, closed) = self.head(*last);
        let opened = &self.raw[last.range().start..start_tag(self.raw, *last).0];
        let mut head = if closed { opened.trim_end_matches("/>").to_owned() + ">" } else { opened.to_owned() };
        head.extend(child(*last, "pPr").map(|pr| self.rendered(pr)));
        for (at, sibling) in before.iter().enumerate() {
            if name(*sibling) != "p" {
                self.node(*sibling);
                continue;
            }
            let inner = content(self.raw, *sibling);
            let replaced = sibling.range().start..self.head(*sibling).0;
            self.replace(replaced, if at == 0 { std::mem::take(&mut head) } else { String::new() });
            self.body(*sibling);
            self.replace(inner.end..sibling.range().end, "");
        }
        if closed {
            let tag = opened[1..].split(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).next().unwrap_or_default();
            self.replace(last.range(), format!("</{tag}>"));
        } else {
            self.replace(last.range().start..last_head, "");
            self.body(*last);
        }
    }

    /// Where the start tag of a paragraph and its properties end, and whether the tag closes it.
    fn head(&self, paragraph: Element<'_>) -> (usize, bool) {
        let (end, closed) = start_tag(self.raw, paragraph);
        (child(paragraph, "pPr").map_or(end, |pr| pr.range().end), closed)
    }

    /// Settles all of a paragraph but its properties.
    fn body(&mut self, paragraph: Element<'_>) {
        for inner in elements(paragraph).filter(|node| name(*node) != "pPr") {
            self.node(inner);
        }
    }

    /// `node` settled.
    fn rendered(&self, node: Element<'_>) -> String {
        let mut settler = Settler { raw: self.raw, how: self.how, authors: self.authors, edits: vec![], kept: 0 };
        settler.node(node);
        applied(self.raw, node.range(), settler.edits)
    }

    fn node(&mut self, node: Element<'_>) {
        let called = name(node);
        if self.keeps(node) {
            self.kept += node.descendants().filter(|inner| is_revision(*inner)).count();
        } else if let Some(change) = change(called) {
            if is_mark(node) || !self.stays(node, change) {
                self.remove(node);
            } else if self.keeps_tags(node) {
                self.kept += 1;
                self.children(node);
            } else {
                self.unwrap(node);
            }
        } else if self.is_gone(node) || is_range_mark(called) || called == "cellMerge" || is_old_properties(called) {
            self.remove(node);
        } else if let Some(old) = self.old_properties(node) {
            let restored = self.restored(node, old);
            self.replace(content(self.raw, node), restored);
        } else {
            match called {
                "delText" => self.rename(node, called, "t"),
                "delInstrText" => self.rename(node, called, "instrText"),
                _ => {}
            }
            self.children(node);
        }
    }

    /// A row, a cell, or numbering that goes as its properties say.
    fn is_gone(&self, node: Element<'_>) -> bool {
        let marked = |properties: Option<Element<'_>>| properties.is_some_and(|pr| elements(pr).any(|mark| self.goes(mark)));
        match name(node) {
            "tr" => marked(child(node, "trPr")),
            "tc" => marked(child(node, "tcPr")),
            "numPr" => marked(Some(node)),
            "tbl" => {
                let mut rows = elements(node).filter(|row| name(*row) == "tr").peekable();
                rows.peek().is_some() && rows.all(|row| marked(child(row, "trPr")))
            }
            _ => false,
        }
    }

    /// Takes the tags off `node` and keeps what they hold.
    fn unwrap(&mut self, node: Element<'_>) {
        let (range, inner) = (node.range(), content(self.raw, node));
        self.replace(range.start..inner.start.max(range.start), "");
        self.children(node);
        self.replace(inner.end..range.end, "");
    }

    fn rename(&mut self, node: Element<'_>, from: &str, to: &str) {
        let range = node.range();
        let (start, end) = (&self.raw[range.clone()], content(self.raw, node).end);
        if let Some(at) = start.find(from) {
            self.replace(range.start + at..range.start + at + from.len(), to);
        }
        if let Some(at) = self.raw[end..range.end].find(from) {
            self.replace(end + at..end + at + from.len(), to);
        }
    }

    /// The old properties of `node`, where they are to come back.
    fn old_properties<'a>(&self, node: Element<'a>) -> Option<Element<'a>> {
        let changed = || child(node, &format!("{}Change", name(node)));
        if name(node).ends_with(['r', 'x', 'd']) { changed().filter(|old| !self.accepts(*old)) } else { None }
    }

    /// What stands in `node` when its properties are `old` again; what those never say stays.
    fn restored(&self, node: Element<'_>, old: Element<'_>) -> String {
        let kept = |wanted: &[&str]| -> String {
            elements(node).filter(|n| wanted.contains(&name(*n))).map(|n| self.rendered(n)).collect()
        };
        let inner = elements(old).next().map(|old| self.raw[content(self.raw, old)].to_owned()).unwrap_or_default();
        match name(node) {
            "pPr" => inner + &kept(&["rPr", "sectPr"]),
            "sectPr" => kept(&["headerReference", "footerReference"]) + &inner,
            _ => inner,
        }
    }
}

/// Whether runs stand in an element of that name. A content control may hold paragraphs as well: its changes are settled.
fn holds_runs(name: &str) -> bool {
    matches!(name, "p" | "hyperlink" | "smartTag" | "fldSimple" | "dir" | "bdo" | "ins" | "moveTo")
}

/// `range` of `raw` with `edits` made.
fn applied(raw: &str, range: Range<usize>, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(range.len());
    let mut from = range.start;
    for (edit, with) in edits {
        if edit.start >= from {
            out.push_str(&raw[from..edit.start]);
            out.push_str(&with);
            from = edit.end;
        }
    }
    out.push_str(&raw[from..range.end]);
    out
}

/// Whether a change that is signed `by` is one of `author`: "EU, Kenya" is of both.
fn is_by(by: &str, author: &str) -> bool {
    by == author || by.split(", ").any(|one| one == author)
}

/// Who made the revisions, each once, in order.
#[derive(Debug, Default)]
pub(super) struct Authors {
    names: Vec<String>,
    known: BTreeSet<String>,
    /// Changes within what another inserted: by whom, on whose words, and the words.
    nested: Vec<[String; 3]>,
}

impl Authors {
    /// Adds those of `root`.
    pub(super) fn add(&mut self, root: Element<'_>) {
        for node in root.descendants().filter(|node| is_revision(*node)) {
            let author = attribute(node, "author").filter(|author| !author.is_empty() && !self.known.contains(*author));
            if let Some(author) = author.map(str::to_owned) {
                self.known.insert(author.clone());
                self.names.push(author);
            }
            self.nested.extend(nested(node));
        }
    }

    pub(super) fn nested(&self) -> &[[String; 3]] {
        &self.nested
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }
}

/// Who strikes words that another inserted, whose they are, and the words.
fn nested(node: Element<'_>) -> Option<[String; 3]> {
    let by = attribute(node, "author").filter(|_| name(node) == "del")?;
    let mut above = node.ancestors().skip(1).filter(|above| name(*above) == "ins");
    let whose = above.find_map(|above| attribute(above, "author")).filter(|whose| *whose != by)?;
    let texts = node.descendants().filter(|inner| name(*inner) == "delText").filter_map(|inner| inner.text());
    Some([by.to_owned(), whose.to_owned(), texts.collect()])
}
