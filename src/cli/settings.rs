//! What is meant: options resolved once, against the environment and each other.

use std::io::IsTerminal;
use std::path::Path;

use super::args::{
    ColorArg, DiffArgs, DiffFormat, EditorialArg, LanguageArg, LayoutArg, ReadFormat, ReadingArgs, ShowingArgs, ThemeArg,
};
use crate::language::Language;
use crate::read::{Layout, ReadOptions};
use crate::render::{Colours, Columns, TerminalOptions, Theme};
use crate::report::{Context, Editorial};
use crate::{Error, ErrorKind};

/// No wider than a person reads with ease, however wide the terminal.
const WIDEST: u16 = 100;

/// Where there is no terminal to ask.
const WIDTH_OF_FILES: u16 = 80;

/// `--context`.
pub(super) fn context(typed: &str) -> Result<Context, String> {
    if typed == "all" {
        return Ok(Context::All);
    }
    typed.parse().map(Context::Paragraphs).map_err(|_| "a number of paragraphs, or all".to_owned())
}

/// `--max-size`: "65536", "64K", "64M", "64MiB", "1G".
pub(super) fn size(typed: &str) -> Result<u64, String> {
    let digits = typed.find(|c: char| !c.is_ascii_digit()).unwrap_or(typed.len());
    let shift = match &typed[digits..] {
        "" | "B" => 0,
        "K" | "KiB" => 10,
        "M" | "MiB" => 20,
        "G" | "GiB" => 30,
        _ => return Err("a number of bytes, such as 65536, 64K or 64M".to_owned()),
    };
    let number: u64 = typed[..digits].parse().map_err(|_| "a number of bytes, such as 65536, 64K or 64M".to_owned())?;
    number.checked_mul(1 << shift).ok_or_else(|| "too large a number of bytes".to_owned())
}

impl LanguageArg {
    pub(super) fn resolved(self) -> Option<Language> {
        match self {
            Self::Auto => None,
            Self::Fr => Some(Language::Fr),
            Self::En => Some(Language::En),
            Self::Es => Some(Language::Es),
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

impl ReadingArgs {
    pub(super) fn options(&self) -> ReadOptions {
        let layout = match self.layout {
            LayoutArg::Auto => None,
            LayoutArg::Wrapped => Some(Layout::Wrapped),
            LayoutArg::Lines => Some(Layout::Lines),
            LayoutArg::Paragraphs => Some(Layout::Paragraphs),
            LayoutArg::Blocks => Some(Layout::Blocks),
        };
        ReadOptions { language: self.lang.resolved(), layout, ..ReadOptions::default() }
    }
}

impl ThemeArg {
    fn resolved(self) -> Theme {
        match self {
            Self::Auto => std::env::var("COLORFGBG").map_or(Theme::Both, |colours| theme_on(&colours)),
            Self::Both => Theme::Both,
            Self::Light => Theme::Light,
            Self::Dark => Theme::Dark,
            Self::Mono => Theme::Mono,
        }
    }
}

/// The theme for a terminal that says its colours as "15;0": of 16, the background last.
fn theme_on(colours: &str) -> Theme {
    match colours.rsplit(';').next().and_then(|background| background.parse::<u8>().ok()) {
        Some(0..=6 | 8) => Theme::Dark,
        Some(7 | 9..=15) => Theme::Light,
        _ => Theme::Both,
    }
}

impl DiffArgs {
    /// How the terminal form of a redline is written.
    pub(super) fn terminal(&self) -> TerminalOptions {
        let mut options = self.showing.terminal(if self.side_by_side { Columns::Two } else { Columns::One });
        options.links.clone_from(&self.hyperlinks);
        options
    }
}

impl ShowingArgs {
    /// How the terminal form is written: for the terminal when there is one and no file is named.
    pub(super) fn terminal(&self, columns: Columns) -> TerminalOptions {
        let is_terminal = self.output.is_none() && std::io::stdout().is_terminal();
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_coloured = match self.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => is_terminal && !is_set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
        };
        let texts = if columns == Columns::Two { 2 } else { 1 };
        let asked = || terminal_size::terminal_size().filter(|_| is_terminal).map(|(width, _)| width.0.clamp(20, texts * WIDEST));
        let width = self.width.or_else(asked).unwrap_or(texts * WIDTH_OF_FILES);
        TerminalOptions {
            width: usize::from(width),
            colours: if is_coloured { Colours::Ansi(self.theme.resolved()) } else { Colours::None },
            // Two columns of less than forty are harder to read than one.
            columns: if width < WIDTH_OF_FILES { Columns::One } else { columns },
            links: None,
        }
    }

    fn ending(&self) -> Option<(&str, String)> {
        let file = self.output.as_deref()?;
        Some((file, Path::new(file).extension().unwrap_or_default().to_string_lossy().to_lowercase()))
    }

    /// The format of a command: as typed, else by the ending of the output, else `default`.
    pub(super) fn format<F: Copy>(&self, typed: Option<F>, default: F, endings: &Endings<F>) -> Result<F, Error> {
        match (typed, self.ending()) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(default),
            (None, Some((file, ending))) => {
                let known = endings.known.iter().find(|(known, _)| *known == ending).map(|&(_, format)| format);
                known.ok_or_else(|| unknown_ending(file, endings.what_to_do))
            }
        }
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
            ],
            what_to_do: "name it .html, .json or .txt, or add --format terminal, html or json",
        };
        self.format(typed, DiffFormat::Terminal, &ENDINGS)
    }
}

/// What the ending of an output says of its format.
pub(super) struct Endings<F: 'static> {
    /// Endings in small letters, each with its format.
    pub(super) known: &'static [(&'static str, F)],
    /// After "the ending says no format".
    pub(super) what_to_do: &'static str,
}

fn unknown_ending(file: &str, what_to_do: &str) -> Error {
    Error::new(ErrorKind::Usage, file, format!("the ending says no format: {what_to_do}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_bytes_or_has_a_binary_unit() {
        assert_eq!(size("512"), Ok(512));
        assert_eq!(size("64M"), Ok(64 << 20));
        assert_eq!(size("2KiB"), Ok(2048));
        assert!(size("99999999999G").is_err());
        assert!(size("M").is_err());
        assert!(size("-1").is_err());
    }

    #[test]
    fn a_theme_follows_the_background_that_the_terminal_names() {
        assert_eq!([theme_on("15;0"), theme_on("0;default;15"), theme_on("default")], [Theme::Dark, Theme::Light, Theme::Both]);
    }

    #[test]
    fn a_context_is_a_number_or_all() {
        assert_eq!(context("all"), Ok(Context::All));
        assert_eq!(context("0"), Ok(Context::Paragraphs(0)));
        assert!(context("some").is_err());
    }
}
