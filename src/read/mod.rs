//! From bytes to blocks: encodings, line layouts, and the mending of what a PDF extractor broke.

mod encoding;
mod foot;
mod furniture;
mod hyphen;
mod layout;
mod line;
mod paragraphs;
mod source;
mod wrapped;

pub use source::{Block, Layout, Repair, Source, Why};

use crate::Error;
use crate::language::Language;

/// What the caller knows of a text better than rature could guess.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The language; found from the words when None.
    pub language: Option<Language>,
    /// The layout; found from the lines when None.
    pub layout: Option<Layout>,
}

/// Reads the text in `bytes`, called `name` in messages.
///
/// The result depends on these bytes and options alone, never on what the text is compared with.
///
/// # Errors
/// `Empty` when there is nothing but white space, `NotText` for binary files and unreadable encodings.
pub fn read(name: &str, bytes: &[u8], options: ReadOptions) -> Result<Source, Error> {
    let text = encoding::decode(name, bytes)?;
    let language = options.language.unwrap_or_else(|| Language::detect(&text));
    let mut repairs = vec![];
    let lines = line::lines(&text, &mut repairs);
    let layout = options.layout.unwrap_or_else(|| layout::detect(&lines));
    let blocks = match layout {
        Layout::Wrapped => wrapped::blocks(&lines, language, &mut repairs),
        Layout::Lines => paragraphs::lines(&lines),
        Layout::Paragraphs => paragraphs::mended(&lines, language, &mut repairs),
        Layout::Blocks => paragraphs::literal(&lines),
    };
    repairs.sort_by_key(|repair| repair.line);
    Ok(Source { name: name.to_owned(), language, layout, blocks, repairs })
}
