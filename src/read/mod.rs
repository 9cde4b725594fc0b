//! From bytes to blocks: encodings, line layouts, and the mending of what a PDF extractor broke.

mod source;

pub use source::{Block, Layout, Repair, Source, Why};

use crate::{Error, language::Language};

/// What the caller knows of a text better than rature could guess.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The language; found from the words when None.
    pub language: Option<Language>,
    /// The layout; found from the lines when None.
    pub layout: Option<Layout>,
}

/// Reads the text in `bytes`, called `name`.
///
/// # Errors
/// When the bytes are no text.
pub fn read(name: &str, bytes: &[u8], options: ReadOptions) -> Result<Source, Error> {
    let text = String::from_utf8_lossy(bytes);
    let mut blocks: Vec<Block> = vec![];
    let mut open = false;
    for (n, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            open = false;
            continue;
        }
        if open {
            let last = blocks.last_mut().expect("a block is open");
            last.text.push(' ');
            last.text.push_str(line);
        } else {
            blocks.push(Block { text: line.to_owned(), line: n + 1, note: false });
            open = true;
        }
    }
    Ok(Source {
        name: name.to_owned(),
        language: options.language.unwrap_or_else(|| Language::detect(&text)),
        layout: options.layout.unwrap_or(Layout::Blocks),
        blocks,
        repairs: vec![],
    })
}
