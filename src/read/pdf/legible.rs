//! Whether what was drawn can be read: scans, recognised text, fonts that do not say their characters.

use super::super::line::single_spaces;
use super::super::{Note, Revisions};
use super::engine::{Beside, Engine, Page, Place};
use super::redline::Settled;
use crate::text::is_leftward;
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
    /// Those of them that are letters read from right to left.
    pub(super) leftward: usize,
    /// Pages of which parts could not be read, from 1.
    pub(super) damaged: Vec<usize>,
    /// Pages without text.
    pub(super) silent: Vec<usize>,
    /// Pages with words that nobody sees.
    pub(super) hidden: Vec<usize>,
    /// Pieces that stand in the fields of a form.
    pub(super) fields: usize,
    /// Who says what in a comment.
    pub(super) comments: Vec<(String, String)>,
    /// What the text has of a redline, and how it was read.
    pub(super) redline: (Settled, Revisions),
}

impl Tally {
    /// Counts what stands on `page`, the page of this number from 1, and takes its comments.
    pub(super) fn take(&mut self, number: usize, page: &mut Page) {
        if page.damaged {
            self.damaged.push(number);
        }
        let before = self.characters;
        for piece in &page.pieces {
            self.count(&piece.text, piece.place != Place::Unpainted);
        }
        if self.characters == before {
            self.silent.push(number);
        }
        if page.pieces.iter().any(|piece| piece.place == Place::Hidden && !piece.text.trim().is_empty()) {
            self.hidden.push(number);
        }
        self.fields += page.fields;
        self.comments.append(&mut page.comments);
    }

    /// Counts the characters of `text`.
    fn count(&mut self, text: &str, is_painted: bool) {
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            self.characters += 1;
            self.unpainted += usize::from(!is_painted);
            self.unknown += usize::from(is_unknown(c));
            self.leftward += usize::from(is_leftward(c));
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
        let (code, message) = if !pictures.is_empty() {
            ("scan", format!("is a scan: its pages are pictures without text; {RECOGNISE}"))
        } else if tally.damaged.is_empty() {
            ("scan", format!("its pages hold no text; where words are seen on them, they are drawn as shapes: {RECOGNISE}"))
        } else {
            ("damaged", "the PDF is damaged and its pages cannot be read: get the file again from its source".to_owned())
        };
        return Err(Error::new(ErrorKind::Empty, name, message).coded(code));
    }
    if tally.unknown * 5 > tally.characters {
        let message = format!(
            "its fonts do not say which characters they draw (no /ToUnicode): {} of {} cannot be known; \
             export it again from the program that made it, or {RECOGNISE}",
            tally.unknown, tally.characters
        );
        return Err(Error::new(ErrorKind::NotText, name, message).coded("fonts"));
    }
    if tally.leftward * 2 > tally.characters {
        let message = "is in letters that are read from right to left, and a PDF has them in the order of the page, left to right: \
                       give the text as Word, HTML or plain text";
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
    if tally.leftward > 0 {
        let message = "words in Arabic or Hebrew letters stand in the order of the page, from left to right: they read backwards";
        notes.push(Note::new("pdf-leftward", message));
    }
    notes.extend(beside(tally, engine));
    Ok(notes)
}

/// What the pages and the file have that is not plain text.
fn beside(tally: &Tally, engine: &dyn Engine) -> Vec<Note> {
    let mut notes = vec![];
    if !tally.hidden.is_empty() {
        let pages = listed(&tally.hidden);
        let message = format!("hidden words (white, covered or outside the page) were left out, on pages {pages}");
        notes.push(Note::new("pdf-hidden", message).with([&pages]));
    }
    let (Settled { struck, inserted }, revisions) = tally.redline;
    if struck + inserted > 0 {
        let (code, how) = match revisions {
            Revisions::Accept | Revisions::Keep => ("revisions-accepted", "accepted"),
            Revisions::Reject => ("revisions-rejected", "rejected"),
        };
        let message = format!(
            "the pages are a redline: {struck} passages are struck out and {inserted} marked as inserted; read as if they were {how} \
             (--revisions)"
        );
        notes.push(Note::new(code, message).with([&(struck + inserted).to_string()]));
    }
    if tally.fields > 0 {
        let count = tally.fields.to_string();
        let message = format!("what stands in the fields of the form is read where they stand: {count}");
        notes.push(Note::new("pdf-fields", message).with([&count]));
    }
    let Beside { has_files, is_made_when_opened } = engine.beside();
    if has_files {
        notes.push(Note::new("pdf-attachments", "files are attached to the PDF; they are not read"));
    }
    if is_made_when_opened {
        let message = "the PDF is a form that a program makes when it opens it (XFA): print it to a new PDF and give that";
        notes.push(Note::new("pdf-made-when-opened", message));
    }
    notes.extend(tally.comments.iter().map(|(author, text)| {
        let text = single_spaces(text);
        Note::new("comment", format!("comment by {author}: {text}")).with([author, &text])
    }));
    notes
}

pub(super) fn listed(pages: &[usize]) -> String {
    const MOST: usize = 12;
    let mut names: Vec<String> = pages.iter().take(MOST).map(usize::to_string).collect();
    if pages.len() > MOST {
        names.push("…".to_owned());
    }
    names.join(", ")
}
