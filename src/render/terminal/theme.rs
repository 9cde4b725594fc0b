//! The colours of the terminal form, by name.
//!
//! ```text
//! theme   inserted   deleted    contrast on white, on black
//! both    27 blue    130 brown  5.1 and 4.1, 4.7 and 4.5
//! light   25 blue    130 brown  6.5, 4.7
//! dark    117 blue   215 orange 13.1, 11.5 on black
//! mono    none: lines, bold and dim alone
//! ```
//!
//! Every theme tells insertions and deletions apart by lines too, and its two colours apart for eyes that do not tell red from green.

use anstyle::{Ansi256Color, Color};

/// A set of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Theme {
    /// Legible on white and on black.
    #[default]
    Both,
    /// For light backgrounds.
    Light,
    /// For dark backgrounds.
    Dark,
    /// No colour.
    Mono,
}

impl Theme {
    pub(super) fn inserted(self) -> Option<Color> {
        self.pick([27, 25, 117])
    }

    pub(super) fn deleted(self) -> Option<Color> {
        self.pick([130, 130, 215])
    }

    fn pick(self, [both, light, dark]: [u8; 3]) -> Option<Color> {
        let colour = match self {
            Self::Both => both,
            Self::Light => light,
            Self::Dark => dark,
            Self::Mono => return None,
        };
        Some(Color::Ansi256(Ansi256Color(colour)))
    }
}
