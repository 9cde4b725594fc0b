//! Markdown: read as the page that it stands for.
//!
//! ```text
//! # Resolution                       a heading
//! 1. **Requests** the Secretariat    paragraph 1, its emphasis left out
//! - first item                       "–"
//! [the Court](https://…)             "the Court"
//! ```
//!
//! A text is Markdown when enough of it is written so: one sign may be anything, "#1" or "*" in a text as any other.

use std::ffi::OsStr;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::{Layout, ReadOptions, Repair, Source, Why, html};
use crate::Error;
use crate::language::Language;

/// How many signs a text must have to be Markdown.
const ENOUGH: usize = 2;

/// Whether `text`, of the file `name`, is Markdown.
pub(super) fn is_markdown(name: &str, text: &str) -> bool {
    let ending = Path::new(name).extension().and_then(OsStr::to_str).unwrap_or_default();
    let named = ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    let signs = text.lines().map(signs).scan(0, |sum: &mut usize, signs| {
        *sum += signs;
        Some(*sum)
    });
    named || signs.into_iter().any(|sum| sum >= ENOUGH)
}

/// What in `line` is written as Markdown is: headings count twice.
fn signs(line: &str) -> usize {
    const DEEPEST: usize = 6;
    if !line.contains(['#', '*', '_', '[']) {
        return 0;
    }
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    let is_heading =
        (1..=DEEPEST).contains(&hashes) && line[hashes..].starts_with(' ') && line[hashes..].contains(char::is_alphabetic);
    let links = line.match_indices("](").filter(|(at, _)| line[at + 2..].starts_with("http")).count();
    usize::from(is_heading) * ENOUGH + emphases(line) + links
}

/// How many words or phrases of `line` stand between asterisks, or two underscores, that nothing else is written with: not "*12345*".
fn emphases(line: &str) -> usize {
    let (mut count, mut from) = (0, 0);
    while let Some(at) = line[from..].find(['*', '_']).map(|at| from + at) {
        let sign = line.as_bytes()[at];
        let run = line[at..].bytes().take_while(|b| *b == sign).count();
        from = at + run;
        let is_open =
            !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '\\') && line[from..].starts_with(char::is_alphabetic);
        let close = &line[at..from];
        let end = line[from..].find(close).filter(|_| is_open && run <= 3 && (sign == b'*' || run == 2));
        let Some(end) = end.map(|end| from + end) else { continue };
        let after = &line[end + run..];
        let is_closed =
            !line[from..end].ends_with(char::is_whitespace) && !after.starts_with(|c: char| c.is_alphanumeric() || c == '*');
        if is_closed {
            count += 1;
            from = end + run;
        }
    }
    count
}

/// Reads the Markdown `text`.
///
/// # Errors
/// As [`html::read`].
pub(super) fn read(name: &str, text: &str, options: &ReadOptions) -> Result<Source, Error> {
    let syntax = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let (mut is_about, mut about) = (false, String::new());
    // A line that ends may end a paragraph: the reader of pages decides.
    let events = Parser::new_ext(text, syntax).filter_map(|event| {
        match &event {
            Event::Start(Tag::MetadataBlock(_)) => is_about = true,
            Event::End(TagEnd::MetadataBlock(_)) => is_about = false,
            Event::Text(words) if is_about => about.push_str(words),
            Event::SoftBreak => return Some(Event::HardBreak),
            _ if !is_about => return Some(event),
            _ => {}
        }
        None
    });
    let mut page = String::from("<body>");
    push_html(&mut page, events);
    let language = options.language.unwrap_or_else(|| Language::detect(text));
    let mut source = html::read(name, page.as_bytes(), &ReadOptions { language: Some(language), ..options.clone() })?;
    // What stands between "---" at the head is about the file.
    for (at, line) in about.lines().enumerate() {
        source.repairs.push(Repair { line: at + 2, before: line.to_owned(), after: String::new(), why: Why::Furniture });
    }
    Ok(Source { layout: Layout::Markdown, ..source })
}
