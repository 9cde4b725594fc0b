//! Whether what was drawn can be read: scans, recognised text, fonts that do not say their characters.

use super::super::Note;
use super::engine::Engine;
use crate::{Error, ErrorKind};

/// What was met while reading the pages.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Characters that are not white space.
    pub(super) characters: usize,
    /// Those of them that are not painted.
    pub(super) unpainted: usize,
    /// Those of them that stand for none: the font does not say which they are.
    pub(super) unknown: usize,
    /// Pages of which parts could not be read, from 1.
    pub(super) damaged: Vec<usize>,
    /// Pages without text.
    pub(super) silent: Vec<usize>,
}

impl Tally {
    /// Counts the characters of `text`.
    pub(super) fn count(&mut self, text: &str, is_painted: bool) {
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            self.characters += 1;
            self.unpainted += usize::from(!is_painted);
            self.unknown += usize::from(is_unknown(c));
        }
    }
}

/// Replacement characters, private use, and controls.
fn is_unknown(c: char) -> bool {
    c == '\u{fffd}' || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}') || c.is_control()
}

const RECOGNISE: &str = "recognise its text first (OCR, for example `ocrmypdf FILE.pdf OUT.pdf`) and give that";

/// What a person must know of the text; an error when there is nothing that can be read.
///
/// # Errors
/// `Empty` for pages without text, `NotText` when the characters are not known.
pub(super) fn judge(name: &str, tally: &Tally, engine: &dyn Engine) -> Result<Vec<Note>, Error> {
    let pictures: Vec<usize> = tally.silent.iter().copied().filter(|page| engine.has_picture(page - 1)).collect();
    if tally.characters == 0 {
        let message = if !pictures.is_empty() {
            format!("is a scan: its pages are pictures without text; {RECOGNISE}")
        } else if tally.damaged.is_empty() {
            "its pages hold no text: nothing to read".to_owned()
        } else {
            "the PDF is damaged and its pages cannot be read: get the file again from its source".to_owned()
        };
        return Err(Error::new(ErrorKind::Empty, name, message));
    }
    if tally.unknown * 5 > tally.characters {
        let message = format!(
            "its fonts do not say which characters they draw (no /ToUnicode): {} of {} cannot be known; \
             export it again from the program that made it, or {RECOGNISE}",
            tally.unknown, tally.characters
        );
        return Err(Error::new(ErrorKind::NotText, name, message));
    }
    let mut notes = vec![];
    if engine.is_rebuilt() {
        notes.push(Note::new(
            "pdf-rebuilt",
            "the index of the PDF is damaged; its parts were found by searching, some may be missing",
        ));
    }
    if !tally.damaged.is_empty() {
        let pages = listed(&tally.damaged);
        notes.push(Note::new("pdf-damaged", format!("parts of the PDF could not be read, on pages {pages}")).with([&pages]));
    }
    if !pictures.is_empty() {
        let pages = listed(&pictures);
        notes
            .push(Note::new("pdf-scanned-pages", format!("pages {pages} are pictures without text: {RECOGNISE}")).with([&pages]));
    }
    if tally.unpainted * 2 > tally.characters {
        let message = "the words come from text recognition under scanned pages: look at names and figures in the scan";
        notes.push(Note::new("pdf-recognised", message));
    }
    if tally.unknown > 0 {
        let count = tally.unknown.to_string();
        // So that it reads as well of one as of many.
        let message = format!("characters that are not known to their fonts: {count}");
        notes.push(Note::new("pdf-unknown-characters", message).with([&count]));
    }
    Ok(notes)
}

fn listed(pages: &[usize]) -> String {
    const MOST: usize = 12;
    let mut names: Vec<String> = pages.iter().take(MOST).map(usize::to_string).collect();
    if pages.len() > MOST {
        names.push("…".to_owned());
    }
    names.join(", ")
}
