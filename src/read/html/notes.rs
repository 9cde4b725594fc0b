//! Footnote marks and the notes they call, by their links.
//!
//! ```text
//! la coopération<sup><a href="#n1" id="r1">1</a></sup>, soumis        a mark: it leads to what stands below
//! <li id="n1">ICC-ASP/20/25. <a href="#r1">↩</a></li>                 its note, and the way back
//! 8<sup>e</sup> séance   25 m<sup>2</sup>   20<sup>4</sup>            an ordinal, a unit, a mark without a link
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{ROOT, Tree, is_block};

/// What links say of marks and notes.
pub(super) struct Notes {
    /// The elements that are marks, and what they print: "1", "iii", "*".
    pub(super) marks: BTreeMap<usize, Vec<String>>,
    /// The elements where a note begins, and its number.
    pub(super) texts: BTreeMap<usize, String>,
    /// Links from a note back to its mark.
    pub(super) back: BTreeSet<usize>,
    /// Elements that hold nothing but notes, by their names.
    pub(super) holders: BTreeSet<usize>,
}

/// A link within the page.
struct Inner {
    link: usize,
    target: usize,
    /// The target stands further down.
    down: bool,
}

/// Finds the marks, notes and ways back of the page.
pub(super) fn notes(tree: &Tree) -> Notes {
    let mut notes = Notes { marks: BTreeMap::new(), texts: BTreeMap::new(), back: BTreeSet::new(), holders: BTreeSet::new() };
    let links = inner_links(tree);
    let mut called: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for Inner { link, target, .. } in links.iter().filter(|inner| inner.down) {
        let Some((element, printed)) = mark(tree, *link) else { continue };
        called.entry(*target).or_default().insert(printed[0].clone());
        notes.marks.insert(element, printed);
    }
    for (target, numbers) in called {
        if let (1, Some(number)) = (numbers.len(), numbers.first()) {
            notes.texts.insert(target, number.clone());
        } else {
            notes.holders.insert(target);
        }
    }
    let near_mark: BTreeSet<usize> =
        notes.marks.keys().flat_map(|mark| tree.under(*mark).chain(tree.above(*mark).take(1))).collect();
    for Inner { link, target, down } in links {
        if !down && near_mark.contains(&target) && tree.text(link).chars().count() < 24 {
            notes.back.insert(link);
        }
    }
    notes.holders.extend(tree.under(ROOT).filter(|node| holds_notes(tree, *node)));
    notes
}

/// The figures of a mark: "4", "[4]", "(4)", "4, 5", "*".
pub(super) fn figures(text: &str) -> Option<Vec<String>> {
    const MOST_DIGITS: usize = 3;
    let bare = text.trim().trim_matches(['[', ']', '(', ')', '^']);
    let is_figure = |part: &str| {
        (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
            || !part.is_empty() && part.chars().count() <= MOST_DIGITS && part.chars().all(|c| matches!(c, '*' | '†' | '‡'))
    };
    let parts: Vec<String> = bare.split([',', ';', ' ', '\u{a0}']).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    (!parts.is_empty() && parts.iter().all(|part| is_figure(part))).then_some(parts)
}

/// The element to take out and what it prints, if `link` is a mark: raised, or in brackets, or named so.
fn mark(tree: &Tree, link: usize) -> Option<(usize, Vec<String>)> {
    const LONGEST: usize = 5;
    const FEW: usize = 8;
    let raised = tree.above(link).take_while(|above| !is_block(tree.tag(*above))).find(|above| tree.tag(*above) == "sup");
    let text = tree.text(link);
    let text = text.trim();
    let printed = figures(text).or_else(|| {
        let letters = text.trim_matches(['[', ']', '(', ')']);
        (!letters.is_empty() && letters.chars().count() <= LONGEST && !letters.contains(' ')).then(|| vec![letters.to_owned()])
    })?;
    let is_raised = raised.is_some() || tree.under(link).any(|node| tree.tag(node) == "sup");
    let named = ["class", "role", "epub:type", "type", "style", "name"].iter().filter_map(|name| tree.attribute(link, name));
    let is_named = named.map(str::to_ascii_lowercase).any(|value| {
        ["noteref", "footnote-ref", "footnoteref", "fnref", "ftnref", "footnote-id", "super"]
            .iter()
            .any(|word| value.contains(word))
    });
    let bracketed = text.starts_with('[') && text.ends_with(']') && figures(text).is_some();
    // The brackets of "<sup>[<a>1</a>]</sup>" go with it; the other marks of one sup have links of their own.
    let is_link = |node: usize| tree.tag(node) == "a";
    let is_alone = |sup: &usize| {
        tree.nodes[*sup].children.len() <= FEW && tree.under(*sup).filter(|node| is_link(*node)).take(2).count() == 1
    };
    let element = raised.filter(is_alone).unwrap_or(link);
    (is_raised || is_named || bracketed).then_some((element, printed))
}

fn inner_links(tree: &Tree) -> Vec<Inner> {
    let mut names: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut links = vec![];
    for (place, node) in tree.under(ROOT).enumerate() {
        for name in
            [tree.attribute(node, "id"), tree.attribute(node, "name").filter(|_| tree.tag(node) == "a")].into_iter().flatten()
        {
            names.entry(name).or_insert((node, place));
        }
        if let Some((_, name)) =
            tree.attribute(node, "href").filter(|_| tree.tag(node) == "a").and_then(|href| href.split_once('#'))
        {
            links.push((node, place, name));
        }
    }
    let found = links.into_iter().filter_map(|(link, place, name)| {
        let (target, at) = *names.get(name)?;
        (target != link).then_some(Inner { link, target, down: at > place })
    });
    found.collect()
}

fn holds_notes(tree: &Tree, node: usize) -> bool {
    const NAMES: [&str; 6] = ["footnotes", "endnotes", "doc-endnotes", "doc-footnote", "reflist", "notes-de-bas-de-page"];
    let names = ["class", "id", "role", "epub:type"].iter().filter_map(|name| tree.attribute(node, name));
    is_block(tree.tag(node))
        && names.flat_map(str::split_whitespace).any(|value| NAMES.contains(&value.to_ascii_lowercase().as_str()))
}
