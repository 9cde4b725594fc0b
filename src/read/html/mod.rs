//! Web pages.
//!
//! ```text
//! bytes → charset → text → tree → which part is the text (main_text), which figures are marks (notes) → walk → blocks
//! ```
//!
//! What is printed is read: lists are counted as a browser counts them, `pre` and lines ended by `br` are put together as plain text
//! is. What the page marks as inserted is read and what it marks as deleted is not, with a note.
//!
//! Not read: text that a script would fetch or a style sheet would add; pictures; style sheets in general, so that a class may hide text
//! that is read here, or number a list otherwise.

mod charset;
mod lists;
mod main_text;
mod notes;
mod paragraph;
mod tree;
mod walk;
mod writer;

pub(super) use charset::declared;

use self::tree::{ROOT, Tree, is_block};
use super::{Layout, Limits, Note, ReadOptions, Source, encoding};
use crate::language::Language;
use crate::{Error, ErrorKind};

/// Reads the page in `bytes`.
///
/// # Errors
/// `Empty` when there is no text in it; `TooLarge` beyond a limit; `NotText` for encodings that cannot be told and for rature's own pages.
pub(super) fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let text = encoding::decode_declared(name, bytes, charset::declared(bytes))?;
    let tree = tree::parse(name, &text, &options.limits)?;
    if is_ours(&tree) {
        let what = "is a page that rature wrote, of two texts or more: give the texts that it was made from";
        return Err(Error::new(ErrorKind::NotText, name, what));
    }
    let language = options.language.or_else(|| declared_language(&tree)).unwrap_or_else(|| Language::detect(&sentences(&tree)));
    let notes = notes::notes(&tree);
    let precious: Vec<usize> = notes.texts.keys().chain(&notes.holders).copied().collect();
    let fates = main_text::main_text(&tree, &precious, language.lexicon());
    let writer = walk::walk(&tree, &fates, &notes, writer::Writer::new(language));
    let revised = writer.revised;
    let (blocks, repairs) = writer.finish();
    if blocks.is_empty() {
        let what = "the page has no text: if a browser shows one, save it from there (a script may fetch it) and give that";
        return Err(Error::new(ErrorKind::Empty, name, what));
    }
    let told = || Note::new("page-revisions", "the page marks insertions and deletions: it was read as if all were accepted");
    let notes = if revised { vec![told()] } else { vec![] };
    Ok(Source {
        name: name.to_owned(),
        language,
        layout: Layout::Html,
        blocks,
        repairs,
        beside: vec![],
        pages: vec![],
        notes,
        package: None,
    })
}

/// Whether a file that begins with `head` is a page that rature made.
pub(crate) fn is_own_page(head: &[u8]) -> bool {
    tree::parse("", &String::from_utf8_lossy(head), &Limits::default()).is_ok_and(|tree| is_ours(&tree))
}

/// A page that rature made says so in its head.
fn is_ours(tree: &Tree) -> bool {
    tree.under(ROOT).any(|node| {
        tree.attribute(node, "name") == Some("generator")
            && tree.attribute(node, "content").is_some_and(|by| by.starts_with("rature"))
    })
}

/// The language that the text's element declares, or else the page.
fn declared_language(tree: &Tree) -> Option<Language> {
    let code = |tag: &str| {
        let node = tree.under(ROOT).find(|node| tree.tag(*node) == tag)?;
        tree.attribute(node, "lang").or_else(|| tree.attribute(node, "xml:lang"))
    };
    let code = ["main", "article", "body", "html"].into_iter().find_map(code)?.to_ascii_lowercase();
    Language::ALL.into_iter().find(|language| code.split(['-', '_']).next() == Some(language.code()))
}

/// The longer paragraphs, which are sentences and not the names of pages; all of them where there are few.
fn sentences(tree: &Tree) -> String {
    const SHORTEST: usize = 60;
    const ENOUGH: usize = 300;
    let is_leaf = |node: &usize| tree.nodes[*node].children.iter().all(|child| !is_block(tree.tag(*child)));
    let leaves = tree.under(ROOT).filter(|node| is_block(tree.tag(*node)) && is_leaf(node));
    let (long, short): (Vec<String>, Vec<String>) = leaves.map(|node| tree.text(node)).partition(|text| text.len() > SHORTEST);
    let long = long.join("\n");
    if long.len() < ENOUGH { long + "\n" + &short.join("\n") } else { long }
}
