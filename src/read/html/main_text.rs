//! Which part of a page is the text, and which is the site around it.
//!
//! ```text
//! header  nav  Home > Documents          left out
//! main    Resolution …                   read
//! aside   See also                       left out
//! footer  About us                       left out
//! ```
//!
//! Pages say it by their tags, roles and class names; `main` or `article` names the text, else the branch of the page that holds most
//! words outside links does. Names lie, so the words have the last say: what holds a note, an enacting formula, a recital, a numbered
//! paragraph, or a large part of the page's words is never left out. What is left out is listed.

use super::tree::{ROOT, Tree, What, is_block};
use crate::language::Lexicon;
use crate::text::label::{Shape, label};
use crate::text::{is_colon, is_stop};

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is part of the text.
    Read,
    /// It is no text: scripts, styles.
    Silent,
    /// It is text, and not of the resolution: left out and listed.
    LeftOut,
}

/// Characters under an element, without white space.
#[derive(Debug, Clone, Copy, Default)]
struct Words {
    plain: usize,
    linked: usize,
}

impl Words {
    fn all(self) -> usize {
        self.plain + self.linked
    }
}

/// The fate of each node. `notes` are the elements that footnote marks lead to.
pub(super) fn main_text(tree: &Tree, notes: &[usize], lexicon: &'static Lexicon) -> Vec<Fate> {
    let mut chooser = Chooser { tree, lexicon, fates: vec![Fate::Read; tree.nodes.len()], words: vec![], precious: vec![] };
    chooser.silence();
    chooser.weigh();
    chooser.treasure(notes);
    chooser.leave_out_furniture();
    chooser.weigh();
    chooser.narrow();
    chooser.fates
}

struct Chooser<'a> {
    tree: &'a Tree,
    lexicon: &'static Lexicon,
    fates: Vec<Fate>,
    words: Vec<Words>,
    /// Nodes that hold what must not be lost.
    precious: Vec<bool>,
}

impl Chooser<'_> {
    fn silence(&mut self) {
        const SILENT: [&str; 18] = [
            "script", "style", "template", "head", "title", "meta", "link", "iframe", "object", "embed", "svg", "canvas",
            "audio", "video", "map", "datalist", "select", "textarea",
        ];
        for node in self.tree.under(ROOT) {
            if SILENT.contains(&self.tree.tag(node)) {
                self.fates[node] = Fate::Silent;
            }
        }
    }

    /// Nodes under `top` that are read, in the order of the page.
    fn read_under(&self, top: usize) -> Vec<usize> {
        let (mut order, mut waiting) = (vec![], vec![top]);
        while let Some(node) = waiting.pop() {
            if self.fates[node] == Fate::Read {
                order.push(node);
                waiting.extend(self.tree.nodes[node].children.iter().rev());
            }
        }
        order
    }

    /// Counts the words under each node.
    fn weigh(&mut self) {
        self.words = vec![Words::default(); self.tree.nodes.len()];
        let order = self.read_under(ROOT);
        let mut linked = vec![false; self.tree.nodes.len()];
        for &node in &order {
            let above = self.tree.nodes[node].parent.is_some_and(|parent| linked[parent]);
            linked[node] = above || self.tree.tag(node) == "a" && self.tree.attribute(node, "href").is_some();
            if let What::Text(text) = &self.tree.nodes[node].what {
                let count = text.chars().filter(|c| !c.is_whitespace()).count();
                *(if above { &mut self.words[node].linked } else { &mut self.words[node].plain }) += count;
            }
        }
        for &node in order.iter().rev() {
            if let Some(parent) = self.tree.nodes[node].parent {
                let Words { plain, linked } = self.words[node];
                self.words[parent].plain += plain;
                self.words[parent].linked += linked;
            }
        }
    }

    /// Marks what holds notes, formulas, recitals or numbered paragraphs.
    fn treasure(&mut self, notes: &[usize]) {
        self.precious = vec![false; self.tree.nodes.len()];
        let paragraphs: Vec<usize> = self.read_under(ROOT).into_iter().filter(|node| self.is_paragraph(*node)).collect();
        for node in paragraphs.into_iter().chain(notes.iter().copied()) {
            // The way up stops where another has gone before.
            let mut above = Some(node);
            while let Some(at) = above.filter(|at| !std::mem::replace(&mut self.precious[*at], true)) {
                above = self.tree.nodes[at].parent;
            }
        }
    }

    /// Whether an element without blocks in it says what only a resolution says.
    fn is_paragraph(&self, node: usize) -> bool {
        const SHORTEST: usize = 60;
        let words = self.words[node];
        let is_leaf =
            is_block(self.tree.tag(node)) && self.tree.nodes[node].children.iter().all(|c| !is_block(self.tree.tag(*c)));
        if !is_leaf || words.plain < words.linked || words.plain < 12 {
            return false;
        }
        let text = self.tree.text(node);
        let numbered = label(&text).filter(|l| l.shape == Shape::Point && l.rest.len() > SHORTEST);
        self.lexicon.is_enacting(&text)
            || text.len() > SHORTEST && text.ends_with(|c| is_stop(c) && !is_colon(c)) && self.lexicon.is_preambular(&text)
            || text.len() > SHORTEST && self.lexicon.is_operative(numbered.as_ref().map_or(&text, |label| label.rest))
    }

    fn leave_out_furniture(&mut self) {
        let all = self.words[ROOT].all().max(1);
        let within_text = |node: usize| self.tree.above(node).any(|above| matches!(self.tree.tag(above), "main" | "article"));
        for node in self.read_under(ROOT) {
            let Some(sort) = furniture(self.tree, node) else { continue };
            let words = self.words[node];
            let is_out = match sort {
                // What is hidden is not read by anybody, unless the page shows its text by script.
                Sort::Hidden => words.all() * 2 < all,
                Sort::Tool => true,
                Sort::Site => !self.precious[node] && words.plain * 4 < all,
                Sort::Edge => !self.precious[node] && words.plain * 4 < all && !within_text(node),
                Sort::Named => !self.precious[node] && (words.linked >= words.plain || words.all() < 300 && !within_text(node)),
            };
            if is_out {
                self.fates[node] = Fate::LeftOut;
            }
        }
    }

    /// Finds the element that holds the text and leaves out what stands beside it.
    fn narrow(&mut self) {
        let body = self.tree.under(ROOT).find(|node| self.tree.tag(*node) == "body").unwrap_or(ROOT);
        let half = self.words[body].all() / 2;
        let named = self.read_under(body).into_iter().find(|node| {
            let is_main =
                matches!(self.tree.tag(*node), "main" | "article") || self.tree.attribute(*node, "role") == Some("main");
            is_main && self.words[*node].all() >= half.max(1)
        });
        let holder = named.unwrap_or_else(|| self.densest(body));
        let has_title = |top: usize| self.tree.under(top).any(|node| self.tree.tag(node) == "h1");
        let is_titled = has_title(holder);
        let mut inner = holder;
        for above in self.tree.above(holder).take_while(|above| *above != ROOT).collect::<Vec<_>>() {
            for &beside in self.tree.nodes[above].children.iter().filter(|child| **child != inner) {
                let words = self.words[beside];
                let is_site = if named.is_some() {
                    is_titled || !has_title(beside)
                } else {
                    words.linked >= words.plain || self.is_imprint(beside)
                };
                if self.fates[beside] == Fate::Read && words.all() > 0 && is_site && !self.precious[beside] {
                    self.fates[beside] = Fate::LeftOut;
                }
            }
            inner = above;
        }
    }

    /// The innermost element that holds two thirds of the words outside links.
    fn densest(&self, body: usize) -> usize {
        let most = |node: usize| self.tree.nodes[node].children.iter().copied().max_by_key(|child| self.words[*child].plain);
        let enough = self.words[body].plain * 2 / 3;
        let mut dense = body;
        while let Some(child) = most(dense).filter(|child| self.words[*child].plain > enough && is_block(self.tree.tag(*child))) {
            dense = child;
        }
        dense
    }

    /// "© 2021 …"
    fn is_imprint(&self, node: usize) -> bool {
        const LONGEST: usize = 200;
        self.words[node].all() < LONGEST && self.tree.text(node).contains('©')
    }
}

/// How an element says that it is not the text.
enum Sort {
    Hidden,
    /// A control to press.
    Tool,
    /// Navigation and the like.
    Site,
    /// The head or foot of the page, or of the text.
    Edge,
    /// Only its class or id says so.
    Named,
}

fn furniture(tree: &Tree, node: usize) -> Option<Sort> {
    let style = tree.attribute(node, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let hides = style.contains("display:none") || style.contains("visibility:hidden");
    if hides || tree.attribute(node, "hidden").is_some_and(|value| value != "until-found") {
        return Some(Sort::Hidden);
    }
    match tree.attribute(node, "role").unwrap_or_default() {
        "navigation" | "search" | "menu" | "menubar" | "toolbar" | "tablist" | "dialog" | "alertdialog" => {
            return Some(Sort::Site);
        }
        "banner" | "contentinfo" | "complementary" => return Some(Sort::Edge),
        _ => {}
    }
    match tree.tag(node) {
        "button" | "input" => Some(Sort::Tool),
        "nav" | "aside" | "noscript" | "dialog" | "search" => Some(Sort::Site),
        "header" | "footer" => Some(Sort::Edge),
        "html" | "body" | "main" | "article" | "" => None,
        _ if tree.attribute(node, "aria-hidden") == Some("true") => Some(Sort::Hidden),
        _ => is_named(tree, node).then_some(Sort::Named),
    }
}

fn is_named(tree: &Tree, node: usize) -> bool {
    const NAMES: [&str; 30] = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "cookie", "cookies", "consent", "banner",
        "share", "sharing", "social", "toolbar", "skip", "skiplink", "pagination", "pager", "masthead", "footer", "search",
        "related", "comments", "noprint", "jump", "editsection", "toc", "skipnav", "copyright",
    ];
    let names = [tree.attribute(node, "class"), tree.attribute(node, "id")];
    names.into_iter().flatten().any(|value| {
        let lower = value.to_ascii_lowercase();
        lower.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| NAMES.contains(&part))
    })
}
