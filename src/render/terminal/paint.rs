//! How the terminal shows what came and what went: by colour and by line, or by signs where there is no colour.
//!
//! ```text
//! colour     blue underlined, orange struck through (see `theme`); editorial changes dim, with the same lines
//! no colour  {+inserted+} [-deleted-]
//! ```

use anstyle::Effects;

use super::theme::Theme;
use super::wrap::Run;
use crate::render::visible::visible;
use crate::report::{Ink, Piece, Stress};

/// Whether escapes may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Signs only.
    None,
    /// ANSI escapes, 256 colours.
    Ansi(Theme),
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
            Self::Ink(Ink::Inserted(Stress::Light)) => plain.dimmed().underline(),
            Self::Ink(Ink::Deleted(_)) => plain.effects(Effects::DIMMED | Effects::STRIKETHROUGH),
        }
    }

    /// `text` in this style; it must be safe to show already.
    pub(super) fn paint(self, text: &str, colours: Colours) -> String {
        let Colours::Ansi(theme) = colours else { return text.to_owned() };
        let style = self.ansi(theme);
        if style == anstyle::Style::new() {
            return text.to_owned();
        }
        format!("{style}{text}{style:#}")
    }
}

/// The pieces of a paragraph as runs, with signs where there is no colour.
pub(super) fn runs(pieces: &[Piece], colours: Colours) -> Vec<Run> {
    let mut inked: Vec<(Ink, String)> = vec![];
    for piece in pieces {
        let (ink, text) = match piece {
            Piece::Text { ink, text, .. } => (*ink, visible(text).into_owned()),
            Piece::Mark { ink, mark, .. } => (*ink, raised(&visible(mark))),
            Piece::Border => (Ink::Deleted(Stress::Full), " ¶ ".to_owned()),
        };
        let ink = match ink {
            Ink::Deleted(stress) if !stress.is_shown() => continue,
            Ink::Inserted(stress) if !stress.is_shown() => Ink::Plain,
            ink => ink,
        };
        match inked.last_mut() {
            Some((last, so_far)) if *last == ink => so_far.push_str(&text),
            _ => inked.push((ink, text)),
        }
    }
    let signs = |ink, text: String| if colours == Colours::None { signed(ink, &text) } else { text };
    inked.into_iter().map(|(ink, text)| Run::new(Style::Ink(ink), signs(ink, text))).collect()
}

fn signed(ink: Ink, text: &str) -> String {
    match ink {
        Ink::Plain => text.to_owned(),
        Ink::Inserted(_) => format!("{{+{text}+}}"),
        Ink::Deleted(_) => format!("[-{text}-]"),
    }
}

/// A footnote mark as small raised figures; after a caret where a sign has no raised form.
pub(super) fn raised(mark: &str) -> String {
    let raise = |c: char| match c {
        '0' => Some('⁰'),
        '1' => Some('¹'),
        '2' => Some('²'),
        '3' => Some('³'),
        '4'..='9' => char::from_u32(u32::from('⁴') + u32::from(c) - u32::from('4')),
        '*' | '†' | '‡' => Some(c),
        _ => None,
    };
    mark.chars().map(raise).collect::<Option<String>>().unwrap_or_else(|| format!("^{mark}"))
}
