//! Plain text.

use super::{Layout, ReadOptions, Source, encoding, layout, line, paragraphs, wrapped};
use crate::Error;
use crate::language::Language;

/// Reads the text in `bytes`.
///
/// # Errors
/// As [`super::read`].
pub(super) fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let text = encoding::decode(name, bytes)?;
    let language = options.language.unwrap_or_else(|| Language::detect(&text));
    let mut repairs = vec![];
    let lines = line::lines(&text, &mut repairs);
    let layout = options.layout.unwrap_or_else(|| layout::detect(&lines));
    let blocks = match layout {
        Layout::Lines => paragraphs::lines(&lines),
        Layout::Paragraphs => paragraphs::mended(&lines, language, &mut repairs),
        Layout::Blocks => paragraphs::literal(&lines),
        _ => wrapped::blocks(&lines, language, &mut repairs),
    };
    repairs.sort_by_key(|repair| repair.line);
    Ok(Source { name: name.to_owned(), language, layout, blocks, repairs, notes: vec![], package: None })
}
