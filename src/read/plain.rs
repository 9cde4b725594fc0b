//! Plain text.

use super::line::Line;
#[cfg(feature = "html")]
use super::markdown;
use super::{Block, Layout, Note, ReadOptions, Repair, Role, Source, arrival, encoding, layout, line, paragraphs, wrapped};
use crate::language::{Language, Lexicon};
use crate::text::label::{is_lone_label, label};
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
    #[cfg(feature = "html")]
    if options.layout.is_none() && markdown::is_markdown(name, &text) {
        return markdown::read(name, &text, options);
    }
    let (mut repairs, mut notes) = (vec![], vec![]);
    // Blocks are taken literally.
    let is_literal = options.layout == Some(Layout::Blocks);
    let arrived = (!is_literal).then(|| arrival::undone(&text, language, &mut repairs, &mut notes));
    let mut lines = line::lines(arrived.as_ref().map_or(&text, |arrived| &arrived.text), &mut repairs);
    let layout = options.layout.unwrap_or_else(|| {
        let measured = layout::measured(&lines);
        notes.extend(measured.is_doubtful().then(|| doubt(measured.layout())));
        measured.layout()
    });
    if options.layout.is_none() && layout == Layout::Lines {
        lines = layout::rejoined(&lines);
    }
    let rows: Vec<usize> = arrived.iter().flat_map(|arrived| &arrived.blocks).map(|row| row.line).collect();
    let mut blocks = of_lines(&lines, language, layout, &rows, &mut repairs);
    if !is_literal {
        join_lone_labels(&mut blocks, language.lexicon());
    }
    blocks.extend(arrived.into_iter().flat_map(|arrived| arrived.blocks));
    blocks.sort_by_key(|block| block.line);
    repairs.sort_by_key(|repair| repair.line);
    let (name, pages) = (name.to_owned(), pages(&text));
    Ok(Source { name, language, layout, blocks, repairs, beside: vec![], pages, notes, package: None })
}

/// Joins a label that stands alone with the paragraph below it: "OP4 alt" above "Decides", or "1" where every verb has its number.
fn join_lone_labels(blocks: &mut Vec<Block>, lexicon: &Lexicon) {
    let number = |block: &Block| block.text.parse::<usize>().ok().filter(|_| block.role == Role::Unknown);
    // How many there are, each the next one above a verb, so that no verb behind the first is without.
    let counted = blocks.windows(2).try_fold(0, |counted, pair| {
        let is_above_verb = lexicon.is_operative(&pair[1].text);
        match number(&pair[0]) {
            Some(value) => (value == counted + 1 && is_above_verb).then_some(value),
            None => (counted == 0 || !is_above_verb).then_some(counted),
        }
    });
    let is_number = |block: &Block| counted > Some(1) && number(block).is_some();
    let is_lone =
        |block: &Block| block.role == Role::Unknown && block.marks.is_none() && (is_lone_label(&block.text) || is_number(block));
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        match joined.last_mut().filter(|open| is_lone(open) && block.role == Role::Unknown && label(&block.text).is_none()) {
            Some(open) => open.text.extend([" ", &block.text]),
            None => joined.push(block),
        }
    }
    *blocks = joined;
}

/// The code of the note that a text may have another layout than the one it was taken for.
pub(crate) const LAYOUT_DOUBTFUL: &str = "layout-doubtful";

fn doubt(layout: Layout) -> Note {
    let (taken, other) = match layout {
        Layout::Wrapped => ("wrapped", "paragraphs"),
        Layout::Lines => ("lines", "wrapped"),
        _ => ("paragraphs", "wrapped"),
    };
    let message = format!(
        "whether its lines are {taken} or {other} is doubtful: if paragraphs run together or are cut, try --layout {other}"
    );
    Note::new(LAYOUT_DOUBTFUL, message).with([taken, other, other])
}

/// The lines of `text`, from 1, that a form feed stands before.
fn pages(text: &str) -> Vec<usize> {
    let breaks = text.match_indices('\u{c}').map(|(at, _)| at);
    let mut pages = vec![];
    let (mut counted, mut line) = (0, 1);
    for at in breaks {
        line += text[counted..at].matches('\n').count();
        counted = at;
        pages.push(line);
    }
    pages
}

/// The paragraphs of `text`, whose lines are taken as they look.
pub(super) fn blocks(text: &str, language: Language, repairs: &mut Vec<Repair>) -> Vec<Block> {
    let lines = line::lines(text, repairs);
    of_lines(&lines, language, layout::measured(&lines).layout(), &[], repairs)
}

fn of_lines(lines: &[Line], language: Language, layout: Layout, rows: &[usize], repairs: &mut Vec<Repair>) -> Vec<Block> {
    match layout {
        Layout::Lines => paragraphs::lines(lines),
        Layout::Paragraphs => paragraphs::mended(lines, language, rows, repairs),
        Layout::Blocks => paragraphs::literal(lines),
        _ => wrapped::blocks(lines, language, repairs),
    }
}
