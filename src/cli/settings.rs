//! What is meant: options resolved once, against the environment and each other.

use std::io::IsTerminal;
use std::path::Path;

use clap::{Parser, ValueEnum};

use super::args::{
    ColorArg, DetailArg, DiffArgs, DiffFormat, EditorialArg, LanguageArg, LayoutArg, LimitArgs, ReadFormat, ReadingArgs,
    RevisionsArg, ShowingArgs, TableArgs, TableFormat, ThemeArg,
};
use super::output::{self, refuse_inputs};
use super::{background, browser};
use crate::compare::Detail;
use crate::files::password_in;
use crate::language::Language;
use crate::read::{Layout, Limits, ReadOptions, Revisions};
use crate::render::{Colours, Columns, Signs, TerminalOptions, Theme, WordOptions};
use crate::report::phrases::Phrases;
use crate::report::{Editorial, doubtful_reading};
use crate::structure::Document;
use crate::{Error, ErrorKind};

/// No wider than a person reads with ease, however wide the terminal.
const WIDEST: u16 = 100;

/// `--revisions` of one file, as in messages.
const AS_DOCUMENTS: &str = "--revisions as-documents";

/// Where there is no terminal to ask.
const WIDTH_OF_FILES: u16 = 80;

impl LanguageArg {
    pub(super) fn resolved(self) -> Option<Language> {
        match self {
            Self::Auto => None,
            Self::Fr => Some(Language::Fr),
            Self::En => Some(Language::En),
            Self::Es => Some(Language::Es),
            Self::Ru => Some(Language::Ru),
            Self::Ar => Some(Language::Ar),
            Self::Zh => Some(Language::Zh),
        }
    }
}

impl EditorialArg {
    pub(super) fn resolved(self) -> Editorial {
        match self {
            Self::Show => Editorial::Show,
            Self::Light => Editorial::Light,
            Self::Hide => Editorial::Hide,
        }
    }
}

impl RevisionsArg {
    /// None where the text is to be read both ways.
    fn resolved(self) -> Option<Revisions> {
        match self {
            Self::Accept => Some(Revisions::Accept),
            Self::Reject => Some(Revisions::Reject),
            Self::Keep => Some(Revisions::Keep),
            Self::AsDocuments => None,
        }
    }
}

impl ReadingArgs {
    /// Refuses an `output` that is one of the `inputs`, or the file of the password.
    pub(super) fn refuse_inputs<'a>(
        &'a self,
        output: Option<&str>,
        inputs: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), Error> {
        refuse_inputs(output, inputs.into_iter().chain(self.password_file.as_deref()).map(Path::new))
    }

    /// Whether all is as when nothing is typed.
    pub(super) fn is_untouched(&self) -> bool {
        #[derive(Parser)]
        struct Nothing {
            #[command(flatten)]
            reading: ReadingArgs,
        }
        Nothing::parse_from([""]).reading == *self
    }

    /// How one text is read.
    pub(super) fn options(&self) -> Result<ReadOptions, Error> {
        let revisions = self.revisions.resolved().ok_or_else(|| {
            Error::new(ErrorKind::Usage, AS_DOCUMENTS, "is for `rature diff` of one Word file: name accept or reject instead")
        })?;
        self.options_with(revisions)
    }

    /// # Errors
    /// When the file of the password cannot be read.
    fn options_with(&self, revisions: Revisions) -> Result<ReadOptions, Error> {
        let layout = match self.layout {
            LayoutArg::Auto => None,
            LayoutArg::Wrapped => Some(Layout::Wrapped),
            LayoutArg::Lines => Some(Layout::Lines),
            LayoutArg::Paragraphs => Some(Layout::Paragraphs),
            LayoutArg::Blocks => Some(Layout::Blocks),
        };
        let password = self.password_file.as_deref().map(|file| password_in(Path::new(file), file)).transpose()?;
        let (language, limits) = (self.lang.resolved(), self.limits.resolved());
        Ok(ReadOptions { language, layout, revisions, authors: vec![], password, limits })
    }
}

impl LimitArgs {
    fn resolved(&self) -> Limits {
        let Self { unpacked, ratio, depth, pages, objects, text, work } = *self;
        Limits { unpacked, ratio, depth, pages, objects, text, work }
    }
}

impl ThemeArg {
    /// Asks the terminal for its background if standard output `is_terminal`: one behind a pager is the pager's to read from.
    fn resolved(self, is_terminal: bool) -> Theme {
        match self {
            Self::Auto => {
                let told = || std::env::var("COLORFGBG").map_or(Theme::Both, |colours| theme_on(&colours));
                background::asked(is_terminal).map_or_else(told, |is_dark| if is_dark { Theme::Dark } else { Theme::Light })
            }
            Self::Both => Theme::Both,
            Self::Light => Theme::Light,
            Self::Dark => Theme::Dark,
            Self::Mono => Theme::Mono,
        }
    }
}

/// The columns of the terminal that `stream` is.
#[cfg(unix)]
pub(super) fn width_of(stream: impl std::os::fd::AsFd) -> Option<u16> {
    terminal_size::terminal_size_of(stream).map(|(width, _)| width.0)
}

/// The columns of the terminal that `stream` is.
#[cfg(windows)]
pub(super) fn width_of(stream: impl std::os::windows::io::AsHandle) -> Option<u16> {
    terminal_size::terminal_size_of(stream).map(|(width, _)| width.0)
}

/// The theme for a terminal that says its colours as "15;0": of 16, the background last.
fn theme_on(colours: &str) -> Theme {
    match colours.rsplit(';').next().and_then(|background| background.parse::<u8>().ok()) {
        Some(0..=6 | 8) => Theme::Dark,
        Some(7 | 9..=15) => Theme::Light,
        _ => Theme::Both,
    }
}

impl DetailArg {
    pub(super) fn resolved(self) -> Detail {
        match self {
            Self::Fine => Detail::Fine,
            Self::Drafter => Detail::Drafter,
            Self::Coarse => Detail::Coarse,
        }
    }
}

impl DiffArgs {
    /// How Markdown marks changes.
    pub(super) fn signs(&self) -> Signs {
        if self.form.critic { Signs::Critic } else { Signs::Html }
    }

    /// How a Word document is written.
    pub(super) fn word(&self) -> WordOptions {
        let mut options = WordOptions::default();
        options.author.clone_from(&self.word.author);
        options.date.clone_from(&self.word.date);
        options.comments = self.word.comments;
        options.formatting = self.word.formatting;
        options
    }

    /// The two texts and how each is read: two files, or one Word file before and after its tracked changes.
    pub(super) fn sides(&self) -> Result<[(&str, ReadOptions); 2], Error> {
        let usage = |on: &str, what: &str| Err(Error::new(ErrorKind::Usage, on, what));
        match (&self.new, self.reading.revisions) {
            (None, RevisionsArg::AsDocuments) => {
                let side = |how| Ok((self.old.as_str(), self.reading.options_with(how)?));
                Ok([side(Revisions::Reject)?, side(Revisions::Accept)?])
            }
            (Some(_), RevisionsArg::AsDocuments) => {
                usage(AS_DOCUMENTS, "compares one Word file or PDF with itself: name one file")
            }
            (None, _) => usage(
                &self.old,
                "is the only text: name a second one, or add --revisions as-documents for a Word file or a PDF that is a redline",
            ),
            // Of the later text nothing stays but what comes of it.
            (Some(new), RevisionsArg::Keep) => {
                Ok([(self.old.as_str(), self.reading.options()?), (new.as_str(), self.reading.options_with(Revisions::Accept)?)])
            }
            (Some(new), _) => Ok([(self.old.as_str(), self.reading.options()?), (new.as_str(), self.reading.options()?)]),
        }
    }

    /// How the terminal form of a redline is written.
    pub(super) fn terminal(&self) -> TerminalOptions {
        let mut options = self.showing.terminal(if self.side_by_side { Columns::Two } else { Columns::One });
        options.links.clone_from(&self.hyperlinks);
        options
    }
}

impl ShowingArgs {
    /// Says what was written, unless it is to be quiet.
    pub(super) fn say(&self, line: &str, warnings: &[String]) {
        if !self.quiet {
            output::say(self.output.as_deref(), line, warnings);
        }
    }

    /// Writes a page to the file that was named, else to one called `name` in the folder for temporary files, says so, and opens it.
    pub(super) fn open(&self, page: &str, name: &str, line: &str, warnings: &[String]) -> Result<(), Error> {
        let written = match &self.output {
            Some(file) => file.clone(),
            None => output::temporary(&format!("{name}.html"))?,
        };
        output::write(page, Some(&written))?;
        if !self.quiet {
            output::say(Some(&written), line, warnings);
        }
        browser::open_file(&written);
        Ok(())
    }

    /// The same of texts of which there is nothing else to say, in the language that they are shown in.
    pub(super) fn say_written(&self, texts: &[&Document]) {
        let Some(last) = texts.last() else { return };
        let phrases = Phrases::of(self.ui_lang.resolved().unwrap_or(last.language));
        self.say(phrases.written, &doubts(texts.iter().copied(), phrases));
    }

    /// How the terminal form is written: for the terminal when there is one and no file is named.
    pub(super) fn terminal(&self, columns: Columns) -> TerminalOptions {
        let is_terminal = self.output.is_none() && std::io::stdout().is_terminal();
        let set = |name: &str| std::env::var(name).unwrap_or_default();
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_coloured = match self.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => is_terminal && !is_set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
        };
        let texts = if columns == Columns::Two { 2 } else { 1 };
        let asked = || if is_terminal { width_of(std::io::stdout()) } else { self.width_behind_a_pipe(columns) };
        let asked = || asked().map(|width| width.clamp(20, texts * WIDEST));
        let width = self.width.or_else(asked).unwrap_or(texts * WIDTH_OF_FILES);
        TerminalOptions {
            width: usize::from(width),
            colours: match is_coloured.then(|| self.theme.resolved(is_terminal)) {
                None => Colours::None,
                Some(theme) if background::strikes(&set("TERM"), &set("TERM_PROGRAM")) => Colours::Ansi(theme),
                Some(theme) => Colours::Signed(theme),
            },
            // Two columns of less than forty are harder to read than one.
            columns: if width < WIDTH_OF_FILES { Columns::One } else { columns },
            links: None,
        }
    }

    /// The columns that a pager after the pipe will have. One column is written for any terminal, and stays what it is; two columns that are
    /// wider than theirs cannot be read.
    fn width_behind_a_pipe(&self, columns: Columns) -> Option<u16> {
        if columns == Columns::One || self.output.is_some() {
            return None;
        }
        let named = || std::env::var("COLUMNS").ok()?.parse().ok();
        width_of(std::io::stderr()).or_else(named)
    }

    /// The format of a command: as typed, else by the ending of the output, else `default`.
    pub(super) fn format<F: Copy + PartialEq + ValueEnum>(
        &self,
        typed: Option<F>,
        default: F,
        endings: &Endings<F>,
    ) -> Result<F, Error> {
        endings.format(typed, self.output.as_deref(), default)
    }

    /// The format of `rature read`.
    pub(super) fn read_format(&self, typed: Option<ReadFormat>) -> Result<ReadFormat, Error> {
        const ENDINGS: Endings<ReadFormat> = Endings {
            known: &[("json", ReadFormat::Json), ("txt", ReadFormat::Outline)],
            what_to_do: "name it .json or .txt, or add --format outline or json",
        };
        self.format(typed, ReadFormat::Outline, &ENDINGS)
    }

    /// The format of `rature diff`.
    pub(super) fn diff_format(&self, typed: Option<DiffFormat>) -> Result<DiffFormat, Error> {
        const ENDINGS: Endings<DiffFormat> = Endings {
            known: &[
                ("html", DiffFormat::Html),
                ("htm", DiffFormat::Html),
                ("json", DiffFormat::Json),
                ("txt", DiffFormat::Terminal),
                ("docx", DiffFormat::Docx),
                ("md", DiffFormat::Markdown),
                ("markdown", DiffFormat::Markdown),
                ("csv", DiffFormat::Csv),
            ],
            what_to_do: "name it .html, .docx, .json, .md, .csv or .txt, or add --format",
        };
        self.format(typed, DiffFormat::Terminal, &ENDINGS)
    }
}

/// What is doubtful about how `texts` were read.
pub(super) fn doubts<'a>(texts: impl IntoIterator<Item = &'a Document>, phrases: &Phrases) -> Vec<String> {
    texts.into_iter().filter_map(|text| doubtful_reading(text, phrases)).collect()
}

/// What the ending of an output says of its format.
pub(super) struct Endings<F: 'static> {
    /// Endings in small letters, each with its format.
    pub(super) known: &'static [(&'static str, F)],
    /// After "the ending says no format".
    pub(super) what_to_do: &'static str,
}

impl<F: Copy + PartialEq + ValueEnum> Endings<F> {
    fn format(&self, typed: Option<F>, output: Option<&str>, default: F) -> Result<F, Error> {
        let Some(file) = output else { return Ok(typed.unwrap_or(default)) };
        if Path::new(file).is_dir() {
            return Err(Error::new(ErrorKind::Usage, file, "is a folder: name a file in it"));
        }
        let ending = Path::new(file).extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let known = self.known.iter().find(|(known, _)| *known == ending).map(|&(_, format)| format);
        match (typed, known) {
            (Some(typed), Some(known)) if typed != known => Err(clash(file, &ending, &typed)),
            (Some(format), _) | (None, Some(format)) => Ok(format),
            (None, None) => Err(unknown_ending(file, self.what_to_do)),
        }
    }
}

/// `file` would hold what its ending does not say.
fn clash(file: &str, ending: &str, typed: &impl ValueEnum) -> Error {
    let typed = typed.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    Error::new(ErrorKind::Usage, file, format!("its ending says {ending} and --format says {typed}: change one of them"))
}

/// The one format of some commands.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum TextAlone {
    Text,
}

/// Refuses an output whose ending is that of another format than text, which is all that some commands write.
pub(super) fn refuse_other_than_text(output: Option<&str>, what_to_do: &'static str) -> Result<(), Error> {
    // A name without an ending promises nothing.
    let known = &[("txt", TextAlone::Text), ("", TextAlone::Text)];
    Endings { known, what_to_do }.format(None, output, TextAlone::Text).map(drop)
}

impl TableArgs {
    /// The format of `rature table`.
    pub(super) fn format(&self) -> Result<TableFormat, Error> {
        const ENDINGS: Endings<TableFormat> = Endings {
            known: &[("html", TableFormat::Html), ("htm", TableFormat::Html), ("docx", TableFormat::Docx)],
            what_to_do: "name it .html or .docx, or add --format html or docx",
        };
        ENDINGS.format(self.format, self.output.as_deref(), TableFormat::Html)
    }
}

fn unknown_ending(file: &str, what_to_do: &str) -> Error {
    if Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) {
        let what = "rature writes no PDF: name it .html, open that page and print it to PDF (docs/printing.md has the commands)";
        return Error::new(ErrorKind::Usage, file, what);
    }
    Error::new(ErrorKind::Usage, file, format!("the ending says no format: {what_to_do}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_follows_the_background_that_the_terminal_names() {
        assert_eq!([theme_on("15;0"), theme_on("0;default;15"), theme_on("default")], [Theme::Dark, Theme::Light, Theme::Both]);
    }
}
