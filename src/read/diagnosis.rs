//! What a file is taken for and on what evidence, for a person who doubts how it was read.
//!
//! Asks the same questions as [`super::read`], in the same places, and keeps the answers.

#[cfg(feature = "html")]
use super::html;
use super::layout::Measured;
use super::{Note, ReadOptions, encoding, format, layout, line};
use crate::Error;
use format::Format;

/// What a file is taken for, each with its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// What kind of file it is.
    pub format: Note,
    /// The name of the encoding and how it is known; None where the kind of file says it itself.
    pub encoding: Option<(&'static str, Note)>,
    /// Why its lines are taken as they are; None where the kind of file says where paragraphs end.
    pub layout: Option<Note>,
}

/// What the file in `bytes`, called `name` in messages, is taken for.
///
/// # Errors
/// As [`super::read`] of kinds and encodings that are not read.
pub fn diagnose(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Diagnosis, Error> {
    let format = format::format(name, bytes)?;
    let what = match format {
        Format::Plain => Note::new("file-plain", "plain text"),
        Format::Word => Note::new("file-word", "Word file (.docx)"),
        Format::OpenDocument => Note::new("file-odt", "OpenDocument text (.odt)"),
        Format::Akn => Note::new("file-akn", "Akoma Ntoso (.xml)"),
        Format::Html => Note::new("file-html", "web page"),
        Format::Pdf => Note::new("file-pdf", "PDF"),
    };
    let declared = match format {
        Format::Plain => None,
        #[cfg(feature = "html")]
        Format::Html => html::declared(bytes),
        _ => return Ok(Diagnosis { format: what, encoding: None, layout: None }),
    };
    let chosen = encoding::chosen(bytes, declared);
    let layout = match format {
        Format::Plain if options.layout.is_some() => Some(Note::new("layout-asked", "as --layout says")),
        Format::Plain => Some(reason(layout::measured(&line::lines(&encoding::decode(name, bytes)?, &mut vec![])))),
        _ => None,
    };
    Ok(Diagnosis {
        format: what,
        encoding: Some((chosen.encoding.name(), Note::new(chosen.because.0, chosen.because.1))),
        layout,
    })
}

/// "41 of 230 lines stop inside a sentence, more than one in eight".
fn reason(lines: Measured) -> Note {
    let Measured { lines, wide, broken, blank } = lines;
    if lines == 1 {
        return Note::new("layout-one-line", "it is one line");
    }
    let [lines_said, wide_said, broken_said, blank_said] = [lines, wide, broken, blank].map(|count| count.to_string());
    if wide > layout::WIDEST_PAGE {
        let message = format!("lines are longer than those of a page: a quarter of {lines} has {wide} characters or more");
        return Note::new("layout-long", message).with([&lines_said, &wide_said]);
    }
    let (code, share) = if broken * layout::BROKEN_OF > lines { ("layout-broken", "more") } else { ("layout-whole", "no more") };
    let message =
        format!("{broken} of {lines} lines stop inside a sentence, {share} than one in eight; {blank} stand after a blank line");
    Note::new(code, message).with([&broken_said, &lines_said, &blank_said])
}
