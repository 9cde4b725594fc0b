//! Plain text.

use super::{Block, Layout, ReadOptions, Repair, Source, encoding, layout, line, paragraphs, wrapped};
use crate::language::Language;
use crate::{Error, ErrorKind};

/// Reads the text in `bytes`.
///
/// # Errors
/// As [`super::read`].
pub(super) fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Source, Error> {
    let text = encoding::decode(name, bytes)?;
    let language = options.language.unwrap_or_else(|| Language::detect(&text));
    let most = options.limits.objects;
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).count();
    if let Some(lines) = (text.len() > most).then(lines).filter(|&lines| lines > most) {
        let message = format!("has {lines} lines, more than {most}: if it is a text all the same, allow more with --max-objects");
        return Err(Error::new(ErrorKind::TooLarge, name, message));
    }
    let mut repairs = vec![];
    let (layout, blocks) = blocks(&text, language, options.layout, &mut repairs);
    repairs.sort_by_key(|repair| repair.line);
    Ok(Source { name: name.to_owned(), language, layout, blocks, repairs, notes: vec![], package: None })
}

/// The paragraphs of `text`, whose lines are taken as `layout` says, or as they look.
pub(super) fn blocks(text: &str, language: Language, layout: Option<Layout>, repairs: &mut Vec<Repair>) -> (Layout, Vec<Block>) {
    let lines = line::lines(text, repairs);
    let layout = layout.unwrap_or_else(|| layout::detect(&lines));
    let blocks = match layout {
        Layout::Lines => paragraphs::lines(&lines),
        Layout::Paragraphs => paragraphs::mended(&lines, language, repairs),
        Layout::Blocks => paragraphs::literal(&lines),
        _ => wrapped::blocks(&lines, language, repairs),
    };
    (layout, blocks)
}
