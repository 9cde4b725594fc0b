//! What a file is taken for and on what evidence, for a person who doubts how it was read.
//!
//! Asks the same questions as [`super::read`], in the same places, and keeps the answers.

#[cfg(feature = "html")]
use super::html;
use super::layout::Measured;
use super::{ReadOptions, encoding, format, layout, line};
use crate::Error;
use format::Format;

/// What a file is taken for, each with its evidence, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// What kind of file it is.
    pub format: &'static str,
    /// The name of the encoding and how it is known; None where the kind of file says it itself.
    pub encoding: Option<(&'static str, &'static str)>,
    /// Why its lines are taken as they are; None where the kind of file says where paragraphs end.
    pub layout: Option<String>,
}

/// What the file in `bytes`, called `name` in messages, is taken for.
///
/// # Errors
/// As [`super::read`] of kinds and encodings that are not read.
pub fn diagnose(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Diagnosis, Error> {
    let format = format::format(name, bytes)?;
    let what = match format {
        Format::Plain => "plain text",
        Format::Word => "Word file (.docx)",
        Format::OpenDocument => "OpenDocument text (.odt)",
        Format::Akn => "Akoma Ntoso (.xml)",
        Format::Html => "web page",
        Format::Pdf => "PDF",
    };
    let declared = match format {
        Format::Plain => None,
        #[cfg(feature = "html")]
        Format::Html => html::declared(bytes),
        _ => return Ok(Diagnosis { format: what, encoding: None, layout: None }),
    };
    let chosen = encoding::chosen(bytes, declared);
    let layout = match format {
        Format::Plain if options.layout.is_some() => Some("as --layout says".to_owned()),
        Format::Plain => Some(reason(layout::measured(&line::lines(&encoding::decode(name, bytes)?, &mut vec![])))),
        _ => None,
    };
    Ok(Diagnosis { format: what, encoding: Some((chosen.encoding.name(), chosen.because)), layout })
}

/// "41 of 230 lines stop inside a sentence, more than one in eight".
fn reason(lines: Measured) -> String {
    let Measured { lines, wide, broken, blank } = lines;
    if lines == 1 {
        return "it is one line".to_owned();
    }
    if wide > layout::WIDEST_PAGE {
        return format!("lines are longer than those of a page: a quarter of {lines} has {wide} characters or more");
    }
    let share = if broken * layout::BROKEN_OF > lines { "more" } else { "no more" };
    format!("{broken} of {lines} lines stop inside a sentence, {share} than one in eight; {blank} stand after a blank line")
}
