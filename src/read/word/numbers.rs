//! The numbers of footnotes and endnotes: counted through the text, in the figures that the file or a section states.
//!
//! Where they begin anew on each page, pages end where Word broke them when it last laid the text out, which it notes in the file.

use super::figures::Figures;
use super::xml::{Element, child, name, number, val};
use crate::language::Language;

/// At the foot of a page, or at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoteKind {
    Foot,
    End,
}

/// The numbers of all notes of a file.
#[derive(Debug)]
pub(super) struct NoteNumbers {
    feet: Count,
    ends: Count,
    /// Of ordinals.
    language: Language,
    /// The file says where pages end.
    has_pages: bool,
}

#[derive(Debug)]
struct Count {
    /// How each section counts; the last goes on.
    sections: Vec<Way>,
    section: usize,
    next: u32,
    called: Vec<Called>,
}

/// A note that a mark calls.
#[derive(Debug, Clone)]
pub(super) struct Called {
    pub(super) id: String,
    pub(super) printed: String,
    /// Its number is counted; else it was typed, in the note as in the mark.
    pub(super) is_counted: bool,
}

#[derive(Debug, Clone, Copy)]
struct Way {
    figures: Figures,
    start: u32,
    restart: Restart,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Restart {
    Never,
    Section,
    Page,
}

impl Way {
    /// What `properties`, a `w:footnotePr`, say, else as `self`.
    fn with(self, properties: Option<Element<'_>>) -> Self {
        let Some(pr) = properties else { return self };
        Self {
            figures: val(pr, "numFmt").map_or(self.figures, Figures::named),
            start: number(pr, "numStart").unwrap_or(self.start),
            restart: match val(pr, "numRestart") {
                Some("eachSect") => Restart::Section,
                Some("eachPage") => Restart::Page,
                Some(_) => Restart::Never,
                None => self.restart,
            },
        }
    }
}

impl NoteNumbers {
    /// The ways that `settings` and the sections of `document` state.
    pub(super) fn new(document: Element<'_>, settings: Option<Element<'_>>, language: Language) -> Self {
        let count = |called: &str, figures: Figures| {
            let way = Way { figures, start: 1, restart: Restart::Never }.with(settings.and_then(|node| child(node, called)));
            let sections = document.descendants().filter(|node| name(*node) == "sectPr");
            let mut sections: Vec<Way> = sections.map(|section| way.with(child(section, called))).collect();
            if sections.is_empty() {
                sections.push(way);
            }
            Count { next: sections[0].start, sections, section: 0, called: vec![] }
        };
        let (feet, ends) = (count("footnotePr", Figures::Decimal), count("endnotePr", Figures::LowerRoman));
        Self { feet, ends, language, has_pages: false }
    }

    /// What the mark that calls the note `id` prints; `custom` is what was typed for it.
    pub(super) fn refer(&mut self, kind: NoteKind, id: &str, custom: Option<&str>) -> String {
        let language = self.language;
        let count = self.count(kind);
        let printed = match custom {
            Some("") => "*".to_owned(),
            Some(typed) => typed.to_owned(),
            None => {
                let number = count.next;
                count.next += 1;
                count.way().figures.print(number, language)
            }
        };
        count.called.push(Called { id: id.to_owned(), printed: printed.clone(), is_counted: custom.is_none() });
        printed
    }

    fn count(&mut self, kind: NoteKind) -> &mut Count {
        match kind {
            NoteKind::Foot => &mut self.feet,
            NoteKind::End => &mut self.ends,
        }
    }

    /// The notes of `kind` that were called, in order.
    pub(super) fn called(&self, kind: NoteKind) -> Vec<Called> {
        if kind == NoteKind::Foot { self.feet.called.clone() } else { self.ends.called.clone() }
    }

    /// The language that ordinals are printed in.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Whether any mark calls a note.
    pub(super) fn are_called(&self) -> bool {
        !self.feet.called.is_empty() || !self.ends.called.is_empty()
    }

    /// Ends a section.
    pub(super) fn end_section(&mut self) {
        for count in [&mut self.feet, &mut self.ends] {
            count.section = (count.section + 1).min(count.sections.len() - 1);
            if count.way().restart == Restart::Section {
                count.next = count.way().start;
            }
        }
    }

    /// Ends a page.
    pub(super) fn end_page(&mut self) {
        self.has_pages = true;
        for count in [&mut self.feet, &mut self.ends] {
            if count.way().restart == Restart::Page {
                count.next = count.way().start;
            }
        }
    }

    /// Whether notes begin anew on each page, and the file does not say where pages end.
    pub(super) fn restart_on_unknown_pages(&self) -> bool {
        let restarts = |count: &Count| count.called.len() > 1 && count.sections.iter().any(|way| way.restart == Restart::Page);
        !self.has_pages && [&self.feet, &self.ends].into_iter().any(restarts)
    }
}

impl Count {
    fn way(&self) -> Way {
        self.sections[self.section]
    }
}
