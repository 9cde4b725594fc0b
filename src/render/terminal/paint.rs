//! How the terminal shows what came and what went: by colour and by line, or by signs where there is no colour.
//!
//! ```text
//! colour             blue underlined, orange struck through (see `theme`); editorial changes dim, with the same lines
//! colour, no strike  the same, and the signs too: "13" struck and "12" underlined never become "1312"
//! no colour          {+inserted+} [-deleted-]
//! ```

use anstyle::Effects;

use super::theme::Theme;
use crate::render::ink::inked;
use crate::report::{Ink, Piece, Stress};

/// Whether escapes may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Colours {
    /// Signs only.
    None,
    /// ANSI escapes, 256 colours.
    Ansi(Theme),
    /// The same, with signs too: for a terminal that may not strike through.
    Signed(Theme),
}

/// Text of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) style: Style,
    pub(super) text: String,
    /// The anchor that it leads to on the page.
    pub(super) link: Option<String>,
}

impl Run {
    pub(super) fn new(style: Style, text: impl Into<String>) -> Self {
        Self { style, text: text.into(), link: None }
    }

    /// Text that leads to `anchor`.
    pub(super) fn linked(style: Style, text: impl Into<String>, anchor: &str) -> Self {
        Self { link: Some(anchor.to_owned()), ..Self::new(style, text) }
    }
}

/// How a run of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    /// Labels and headings.
    Strong,
    /// What is said about the text.
    Quiet,
    /// What must not be overlooked.
    Loud,
    Ink(Ink),
}

impl Style {
    fn ansi(self, theme: Theme) -> anstyle::Style {
        let plain = anstyle::Style::new();
        match self {
            Self::Plain | Self::Ink(Ink::Plain | Ink::Inserted(Stress::Faint | Stress::Silent)) => plain,
            Self::Strong => plain.bold(),
            Self::Quiet => plain.dimmed(),
            Self::Loud => plain.bold().fg_color(theme.deleted()),
            Self::Ink(Ink::Inserted(Stress::Full)) => plain.fg_color(theme.inserted()).underline(),
            Self::Ink(Ink::Deleted(Stress::Full)) => plain.fg_color(theme.deleted()).effects(Effects::STRIKETHROUGH),
            Self::Ink(Ink::Inserted(Stress::Moved)) => plain.fg_color(theme.inserted()).effects(Effects::DOUBLE_UNDERLINE),
            Self::Ink(Ink::Deleted(Stress::Moved)) => {
                plain.fg_color(theme.deleted()).effects(Effects::ITALIC | Effects::STRIKETHROUGH)
            }
            Self::Ink(Ink::Inserted(Stress::Light)) => plain.dimmed().underline(),
            Self::Ink(Ink::Deleted(_)) => plain.effects(Effects::DIMMED | Effects::STRIKETHROUGH),
        }
    }

    /// `text` in this style; it must be safe to show already.
    pub(super) fn paint(self, text: &str, colours: Colours) -> String {
        let (Colours::Ansi(theme) | Colours::Signed(theme)) = colours else { return text.to_owned() };
        let style = self.ansi(theme);
        if style == anstyle::Style::new() {
            return text.to_owned();
        }
        format!("{style}{text}{style:#}")
    }
}

/// The pieces of a paragraph as runs, with signs where there is no colour.
pub(super) fn runs(pieces: &[Piece], colours: Colours) -> Vec<Run> {
    inked(pieces).into_iter().map(|(ink, text)| Run::new(Style::Ink(ink), marked(ink, &text, colours))).collect()
}

/// `text` between signs, where colour alone does not tell what came and what went.
pub(super) fn marked(ink: Ink, text: &str, colours: Colours) -> String {
    let has_signs = !matches!(colours, Colours::Ansi(_));
    match ink {
        Ink::Inserted(_) if has_signs => format!("{{+{text}+}}"),
        Ink::Deleted(_) if has_signs => format!("[-{text}-]"),
        _ => text.to_owned(),
    }
}
