//! A page's elements and texts, in one arena.
//!
//! html5ever makes sense of tags as browsers do: what old pages leave open is closed, what stands crosswise is set right. It is
//! quadratic in the depth of open elements and in the attributes of one tag, so a page is fed in small pieces and given up as soon as
//! it goes beyond a limit. Nodes name each other by index, and nothing here calls itself: depth cannot exhaust the stack.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

use crate::read::Limits;
use crate::{Error, ErrorKind};

/// The document itself.
pub(super) const ROOT: usize = 0;

/// One node: an element, or a run of text.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) what: What,
    depth: usize,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum What {
    Element {
        name: Rc<QualName>,
        attributes: Vec<Attribute>,
    },
    Text(StrTendril),
    /// The document, a comment.
    Other,
}

/// A page as it was parsed.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// The tag of an element in lower case; empty for what is none.
    pub(super) fn tag(&self, node: usize) -> &str {
        match &self.nodes[node].what {
            What::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    /// An attribute's value.
    pub(super) fn attribute(&self, node: usize, called: &str) -> Option<&str> {
        match &self.nodes[node].what {
            What::Element { attributes, .. } => attributes.iter().find(|a| &*a.name.local == called).map(|a| &*a.value),
            _ => None,
        }
    }

    /// Every node under `top` and itself, in the order of the page.
    pub(super) fn under(&self, top: usize) -> impl Iterator<Item = usize> + '_ {
        let mut waiting = vec![top];
        std::iter::from_fn(move || {
            let node = waiting.pop()?;
            waiting.extend(self.nodes[node].children.iter().rev());
            Some(node)
        })
    }

    /// The elements above `node`, the nearest first.
    pub(super) fn above(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.nodes[node].parent, |above| self.nodes[*above].parent)
    }

    /// The text under `top`, with single spaces.
    pub(super) fn text(&self, top: usize) -> String {
        let mut text = String::new();
        for node in self.under(top) {
            match &self.nodes[node].what {
                What::Text(part) => text.push_str(part),
                What::Element { .. } if is_block(self.tag(node)) || self.tag(node) == "br" => text.push(' '),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whether an element stands on lines of its own.
pub(super) fn is_block(tag: &str) -> bool {
    const BLOCKS: [&str; 50] = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul", "listing", "xmp",
    ];
    BLOCKS.contains(&tag)
}

/// Parses `text`, the page called `name`.
///
/// # Errors
/// `TooLarge` where elements nest deeper, or are more, than `limits` allow.
pub(super) fn parse(name: &str, text: &str, limits: &Limits) -> Result<Tree, Error> {
    const PIECE: usize = 4_096;
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
        ..ParseOpts::default()
    };
    let mut parser = parse_document(Sink::new(), options);
    let mut silence = Silence::default();
    let mut rest = text;
    while !rest.is_empty() {
        let piece;
        (piece, rest) = rest.split_at((PIECE..rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len()));
        parser.process(StrTendril::from_slice(piece));
        let sink = &parser.tokenizer.sink.sink;
        sink.check(name, limits)?;
        silence.check(name, piece, sink.inserted.get(), limits)?;
    }
    Ok(parser.finish())
}

/// Attributes of one tag are compared with each other: many of them, and nothing else, is an attack.
#[derive(Default)]
struct Silence {
    /// How much was put into the tree so far.
    inserted: usize,
    bytes: usize,
    separators: usize,
    /// Words since then, which may be attributes of one tag.
    words: u64,
    /// The quotation mark of the value that is open.
    quote: Option<u8>,
    /// What comparing all words of such stretches takes.
    work: u64,
}

impl Silence {
    fn check(&mut self, name: &str, piece: &str, inserted: usize, limits: &Limits) -> Result<(), Error> {
        const MOST: usize = 50_000;
        let new = words(piece, &mut self.quote);
        self.work += self.words * new + if inserted == self.inserted { new * new / 2 } else { 0 };
        if self.work > limits.work {
            let what = format!(
                "takes more than {} steps to read: its tags have too many attributes; save its text and give that, or allow more with --max-work",
                limits.work
            );
            return Err(Error::new(ErrorKind::TooLarge, name, what));
        }
        if inserted != self.inserted {
            // The last tag of the piece may go on in the next.
            let mut quote = None;
            let words = piece.rfind('<').map_or(0, |tag| words(&piece[tag..], &mut quote));
            *self = Self { inserted, words, quote, work: self.work, ..Self::default() };
            return Ok(());
        }
        self.words += new;
        self.bytes += piece.len();
        self.separators += piece.bytes().filter(|byte| is_separator(*byte)).count();
        // Pictures within the page are long attributes too, but of few parts.
        if self.separators > MOST && self.separators * 20 > self.bytes {
            let what =
                "one tag or comment has more than 50,000 parts: this is no page that a person wrote; save its text and give that";
            return Err(Error::new(ErrorKind::TooLarge, name, what));
        }
        Ok(())
    }
}

fn is_separator(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'')
}

/// How many words `piece` has that may each be an attribute: not those of a quoted value, which `quote` says is open.
fn words(piece: &str, quote: &mut Option<u8>) -> u64 {
    let mut words = 0;
    let mut before = [b' ', b' '];
    for &byte in piece.as_bytes() {
        match *quote {
            Some(open) => *quote = Some(open).filter(|open| *open != byte),
            // A quotation mark anywhere else is part of a name.
            None if matches!(byte, b'"' | b'\'') && before[1] == b'=' && !is_separator(before[0]) => *quote = Some(byte),
            None => words += u64::from(is_separator(before[1]) && !is_separator(byte)),
        }
        before = [before[1], byte];
    }
    words
}

enum Trouble {
    Deep,
    Many,
}

impl Trouble {
    fn error(&self, name: &str, limits: &Limits) -> Error {
        let what = match self {
            Self::Deep => format!(
                "elements nest deeper than {}: this is no page that a person wrote; if it is, allow more with --max-depth",
                limits.deepest()
            ),
            Self::Many => format!(
                "the page has more than {} elements: if it is a text all the same, allow more with --max-objects",
                limits.objects
            ),
        };
        Error::new(ErrorKind::TooLarge, name, what)
    }
}

/// What html5ever builds into.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    deepest: Cell<usize>,
    /// Elements and runs of text so far, moved ones again.
    inserted: Cell<usize>,
    /// Tags that made no sense; each costs as much as an element.
    wrong: Cell<usize>,
}

#[derive(Clone)]
struct Handle {
    node: usize,
    name: Rc<QualName>,
}

impl Sink {
    fn new() -> Self {
        let root = Node { parent: None, children: vec![], what: What::Other, depth: 0 };
        Self { nodes: RefCell::new(vec![root]), deepest: Cell::new(0), inserted: Cell::new(0), wrong: Cell::new(0) }
    }

    fn check(&self, name: &str, limits: &Limits) -> Result<(), Error> {
        let trouble = if self.deepest.get() > limits.deepest() {
            Trouble::Deep
        } else if self.nodes.borrow().len().max(self.wrong.get()) > limits.objects {
            Trouble::Many
        } else {
            return Ok(());
        };
        Err(trouble.error(name, limits))
    }

    fn add(&self, what: What) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { parent: None, children: vec![], what, depth: 0 });
        nodes.len() - 1
    }

    /// Puts `child` among the children of `parent`, before the one at `at`.
    fn insert(&self, parent: usize, at: usize, child: NodeOrText<Handle>) {
        self.inserted.set(self.inserted.get() + 1);
        let node = match child {
            NodeOrText::AppendNode(handle) => {
                self.detach(handle.node);
                handle.node
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = at.checked_sub(1).map(|before| nodes[parent].children[before]);
                if let Some(What::Text(open)) = before.map(|before| &mut nodes[before].what) {
                    open.push_tendril(&text);
                    return;
                }
                drop(nodes);
                self.add(What::Text(text))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let depth = nodes[parent].depth + 1;
        nodes[node].parent = Some(parent);
        nodes[node].depth = depth;
        self.deepest.set(self.deepest.get().max(depth));
        let at = at.min(nodes[parent].children.len());
        nodes[parent].children.insert(at, node);
    }

    fn detach(&self, node: usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[node].parent.take() {
            // What is moved was put there last, as a rule.
            nodes[parent].children.iter().rposition(|child| *child == node).map(|at| nodes[parent].children.remove(at));
        }
    }

    fn count(&self, parent: usize) -> usize {
        self.nodes.borrow()[parent].children.len()
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self::Output {
        Tree { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _message: Cow<'static, str>) {
        self.wrong.set(self.wrong.get() + 1);
    }

    fn get_document(&self) -> Handle {
        Handle { node: ROOT, name: Rc::new(QualName::new(None, html5ever::ns!(), html5ever::local_name!(""))) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> Handle {
        let name = Rc::new(name);
        Handle { node: self.add(What::Element { name: Rc::clone(&name), attributes }), name }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        Handle { node: self.add(What::Other), ..self.get_document() }
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.node, self.count(parent.node), child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.node].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, a: &Handle, b: &Handle) -> bool {
        a.node == b.node
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(handle) = &child {
            self.detach(handle.node);
        }
        let nodes = self.nodes.borrow();
        let Some(parent) = nodes[sibling.node].parent else { return };
        let at = nodes[parent].children.iter().rposition(|child| *child == sibling.node).unwrap_or(0);
        drop(nodes);
        self.insert(parent, at, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        if let What::Element { attributes, .. } = &mut self.nodes.borrow_mut()[target.node].what {
            for attribute in more {
                if attributes.iter().all(|known| known.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.node);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[node.node].children);
        let depth = nodes[new_parent.node].depth + 1;
        for child in &children {
            nodes[*child].parent = Some(new_parent.node);
            nodes[*child].depth = depth;
        }
        nodes[new_parent.node].children.extend(children);
    }
}
